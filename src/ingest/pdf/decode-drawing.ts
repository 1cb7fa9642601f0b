import { isSyllable } from '../../text/syllables.js';
import {
  chooseEncodings,
  type EncodingChooser,
  type FontCapitals,
  type FontRun,
  maybeLegacy,
} from '../legacy/choose-encodings.js';
import { decodeLegacy } from '../legacy/decode.js';
import { type CellRun, type Conversion, decodeCellRuns } from '../legacy/decode-runs.js';
import { fontHint } from '../legacy/font-encoding.js';
import { apartWithoutSpace } from './build-lines.js';
import type { Glyph, PageDrawing } from './page-geometry.js';

/** What stands for a hyphen at a line's end, and in a TCVN3 font as well for the letter ư. */
export const lineEndHyphen = '\u0002';

/** Pages that wait for a decision: enough to know a document's fonts, and no more than memory holds. */
const mostWaiting = 40;

/** The runs of a page's glyphs in drawing order, and to each cell its glyph; −1 for a gap. */
function runsOf(page: PageDrawing): { readonly runs: CellRun[]; readonly glyphOf: readonly number[] } {
  const runs: { cells: string[]; font: string | null }[] = [];
  const glyphOf: number[] = [];
  let previous: Glyph | null = null;
  for (const [index, glyph] of page.glyphs.entries()) {
    let run = runs.at(-1);
    const apart =
      previous !== null &&
      (glyph.space ||
        Math.abs(glyph.baseline - previous.baseline) > 0.3 * glyph.size ||
        Math.abs(glyph.left - previous.right) > apartWithoutSpace * glyph.size);
    if (apart && run !== undefined) {
      run.cells.push(' ');
      glyphOf.push(-1);
    }
    if (glyph.space) {
      previous = null;
      continue;
    }
    if (run === undefined || fontHint(run.font).name !== fontHint(glyph.font).name) {
      run = { cells: [], font: glyph.font };
      runs.push(run);
    }
    run.cells.push(glyph.text);
    glyphOf.push(index);
    previous = glyph;
  }
  return { runs, glyphOf };
}

/** A hyphen at a line's end, or the ư that the word before it lacks: "nh" is no word, "như" is. */
function settleHyphens(cells: readonly string[]): string[] {
  return cells.map((cell, at) => {
    if (cell !== lineEndHyphen) return cell;
    let from = at;
    while (from > 0 && cells[from - 1] !== ' ') from -= 1;
    const word = decodeLegacy(cells.slice(from, at).join(''), 'tcvn3').replace(/^[^\p{L}]+/u, '');
    return word !== '' && !isSyllable(word) && isSyllable(`${word}ư`) ? '\u00ad' : '-';
  });
}

export interface PageConversion {
  readonly page: number;
  readonly conversion: Conversion;
}

/** Decodes the glyphs of a page; the marks of VNI join their letters. */
function decodePage(
  page: PageDrawing,
  chooser: EncodingChooser,
): { readonly page: PageDrawing; readonly conversions: readonly PageConversion[] } {
  const { runs, glyphOf } = runsOf(page);
  const decoded = decodeCellRuns(
    runs.map(({ cells, font }) => ({ cells: settleHyphens(cells), font })),
    chooser,
  );
  const glyphs: (Glyph | null)[] = [...page.glyphs];
  const cells = decoded.flatMap((run) => run.cells);
  let last: Glyph | null = null;
  for (const [at, index] of glyphOf.entries()) {
    if (index === -1) continue;
    const glyph = page.glyphs[index]!;
    if (cells[at] === '' && last !== null) {
      last.right = Math.max(last.right, glyph.right);
      glyphs[index] = null;
    } else {
      last = { ...glyph, text: cells[at]! };
      glyphs[index] = last;
    }
  }
  return {
    page: { ...page, glyphs: glyphs.filter((glyph) => glyph !== null) },
    conversions: decoded.flatMap(({ conversion }) => (conversion === null ? [] : [{ page: page.number, conversion }])),
  };
}

function* fontRuns(pages: readonly PageDrawing[]): Generator<FontRun> {
  for (const page of pages)
    for (const { cells, font } of runsOf(page).runs) yield { text: settleHyphens(cells).join(''), font };
}

/**
 * Decodes the pages of a document in fonts with an encoding of their own, as they come. Pages of Unicode go through at
 * once; the first pages that may be otherwise wait for one another, since a font is judged by all that is set in it.
 */
export class PageDecoder {
  private readonly waiting: PageDrawing[] = [];
  private chooser: EncodingChooser | null = null;
  readonly conversions: PageConversion[] = [];

  constructor(
    private readonly take: (page: PageDrawing) => void,
    private readonly capitals?: FontCapitals,
  ) {}

  add(page: PageDrawing): void {
    const doubtful = page.fonts.some((font) => maybeLegacy({ text: '', font })) || page.strange;
    if (this.chooser === null && (doubtful || this.waiting.length > 0)) {
      this.waiting.push(page);
      if (this.waiting.length >= mostWaiting) this.flush();
    } else if (doubtful) this.decode(page, this.chooser!);
    else this.take(page);
  }

  /** To be called after the last page. */
  flush(): void {
    if (this.waiting.length === 0) return;
    this.chooser = chooseEncodings(fontRuns(this.waiting), this.capitals);
    for (const page of this.waiting.splice(0)) this.decode(page, this.chooser);
  }

  private decode(page: PageDrawing, chooser: EncodingChooser): void {
    const decoded = decodePage(page, chooser);
    this.conversions.push(...decoded.conversions);
    this.take(decoded.page);
  }
}
