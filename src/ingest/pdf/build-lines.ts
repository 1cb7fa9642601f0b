import { toSuperscript } from '../note-marks.js';
import { type Glyph, lineOf, type PageDrawing, type TextLine, type Word } from './page-geometry.js';

/** Glyphs drawn one after the other on one baseline. */
interface Run {
  readonly glyphs: Glyph[];
  left: number;
  right: number;
  readonly baseline: number;
  readonly size: number;
  raised: boolean;
}

interface Row {
  readonly runs: Run[];
  readonly baseline: number;
  size: number;
}

function runsOf(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  for (const glyph of glyphs) {
    if (
      run !== undefined &&
      glyph.size === run.size &&
      Math.abs(glyph.baseline - run.baseline) < 0.05 * glyph.size &&
      glyph.left >= run.right - 0.5 * glyph.size &&
      glyph.left >= run.glyphs.at(-1)!.left &&
      glyph.left - run.right < glyph.size
    ) {
      run.glyphs.push(glyph);
      run.right = Math.max(run.right, glyph.right);
    } else {
      const { left, right, baseline, size } = glyph;
      run = { glyphs: [glyph], left, right, baseline, size, raised: false };
      runs.push(run);
    }
  }
  return runs;
}

const hasText = (run: Run) => run.glyphs.some((glyph) => !glyph.space);

/** Of lines closer than this share of the letter size, the baselines are one: a scan's text layer trembles. */
const sameBaseline = 0.22;

function rowsOf(runs: readonly Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row !== undefined && run.baseline - row.baseline <= sameBaseline * Math.min(run.size, row.size)) {
      row.runs.push(run);
      row.size = Math.max(row.size, run.size);
    } else rows.push({ runs: [run], baseline: run.baseline, size: run.size });
  }
  return rows;
}

/** Whether a small run stands at the end of one of the row's runs, or right before one, as a mark does. */
function touches(run: Run, row: Row): boolean {
  return row.runs.some(
    (other) =>
      run.size <= 0.85 * other.size &&
      ((run.left > other.right - 0.35 * other.size && run.left < other.right + 0.5 * other.size) ||
        // A mark may stand in the middle of a line that was drawn at one go, in the gap left for it.
        (run.left > other.left && run.right < other.right + 0.2 * other.size) ||
        (run.right < other.left + 0.2 * other.size && run.right > other.left - 2.5 * other.size)),
  );
}

/** Raised marks and lowered signs have a baseline of their own: they go to the line they were set in. */
function attachRaised(rows: readonly Row[]): Row[] {
  for (const [index, row] of rows.entries()) {
    const kept: Run[] = [];
    for (const run of row.runs) {
      const letters = run.glyphs.filter((glyph) => !glyph.space).length;
      const below = rows
        .slice(index + 1, index + 4)
        .find(
          (next) =>
            next.baseline - run.baseline < 0.7 * next.size && run.size <= 0.85 * next.size && touches(run, next),
        );
      const above = rows
        .slice(Math.max(0, index - 2), index)
        .find(
          (next) =>
            run.baseline - next.baseline < 0.4 * next.size && run.size <= 0.85 * next.size && touches(run, next),
        );
      if (letters > 0 && letters <= 8 && below !== undefined) {
        run.raised = true;
        below.runs.push(run);
      } else if (letters > 0 && letters <= 8 && above !== undefined) above.runs.push(run);
      else kept.push(run);
    }
    row.runs.splice(0, row.runs.length, ...kept);
  }
  return rows.filter((row) => row.runs.some(hasText));
}

/** A gap that parts words whatever was drawn in it, as a share of the letter size; a space is 0.25 in Times, 0.6 in a typewriter's face. */
const surelyApart = 0.3;
/** A gap that parts words when a space was drawn there. */
const apartWithSpace = 0.08;
/** A gap that parts words that were placed one by one, without spaces. */
export const apartWithoutSpace = 0.17;
/** A line is squeezed by no more than this; letters that lie further over one another have wrong widths. */
const mostSqueezed = 0.1;
/** So many letters tell how far a line is squeezed. */
const enoughLetters = 20;

/**
 * By how much of their size the letters of a line lie over one another: one that would not fit was squeezed, and the gaps
 * between its words with it. Of a line whose spaces were drawn these tell; it is not asked.
 */
function squeezeOf(glyphs: readonly Glyph[]): number {
  const letters = glyphs.filter((glyph) => !glyph.space);
  if (letters.length < enoughLetters || (glyphs.length - letters.length) * 10 > letters.length) return 0;
  const gaps = letters.slice(1).map((glyph, at) => (glyph.left - letters[at]!.right) / Math.max(1, glyph.size));
  const usual = gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
  return usual < -mostSqueezed ? 0 : Math.max(0, -usual);
}

interface WordDraft {
  text: string;
  raised: string;
  left: number;
  right: number;
  size: number;
  boldLetters: number;
  italicLetters: number;
  letters: number;
  first: number;
  last: number;
}

function finish(draft: WordDraft): Word {
  return {
    text: (draft.raised === '' ? draft.text : draft.text + toSuperscript(draft.raised)).normalize('NFC'),
    left: draft.left,
    right: draft.right,
    size: draft.size,
    bold: draft.boldLetters * 2 > draft.letters,
    italic: draft.italicLetters * 2 > draft.letters,
    first: draft.first,
    last: draft.last,
  };
}

function wordsOf(row: Row): Word[] {
  // A page drawn in several fonts leaves gaps in one run for the letters of another: only the places on the line tell.
  const runs = row.runs.sort((a, b) => a.left - b.left);
  let raised: Set<Glyph> | null = null;
  const drawn: Glyph[] = [];
  let overlap = false;
  let edge = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.left < edge) overlap = true;
    edge = Math.max(edge, run.glyphs.at(-1)!.left);
    for (const glyph of run.glyphs) drawn.push(glyph);
    if (run.raised || (run.size < 0.8 * row.size && row.baseline - run.baseline > 0.1 * row.size)) {
      raised ??= new Set();
      for (const glyph of run.glyphs) raised.add(glyph);
    }
  }
  const glyphs = overlap ? drawn.sort((a, b) => a.left - b.left || a.order - b.order) : drawn;

  const apart = apartWithoutSpace - squeezeOf(glyphs);
  const words: Word[] = [];
  let word: WordDraft | null = null;
  let previous: Glyph | null = null;
  let spaced = false;
  for (const glyph of glyphs) {
    if (glyph.space) {
      spaced = true;
      continue;
    }
    if (previous !== null) {
      // Printers without a bold face draw the letter twice, a hair apart.
      if (
        previous.text === glyph.text &&
        glyph.left - previous.left < 0.06 * glyph.size &&
        glyph.order > previous.order + 1
      )
        continue;
      const gap = (glyph.left - word!.right) / Math.max(1, Math.min(glyph.size, previous.size));
      if (gap > surelyApart || gap > (spaced ? apartWithSpace : apart)) {
        words.push(finish(word!));
        word = null;
      }
    }
    word ??= {
      text: '',
      raised: '',
      left: glyph.left,
      right: glyph.right,
      size: glyph.size,
      boldLetters: 0,
      italicLetters: 0,
      letters: 0,
      first: glyph.order,
      last: glyph.order,
    };
    if (raised?.has(glyph) === true) word.raised += glyph.text;
    else {
      if (word.raised !== '') {
        word.text += toSuperscript(word.raised);
        word.raised = '';
      }
      word.text += glyph.text;
      word.size = glyph.size;
    }
    word.right = Math.max(word.right, glyph.right);
    word.letters += 1;
    if (glyph.bold) word.boldLetters += 1;
    if (glyph.italic) word.italicLetters += 1;
    word.first = Math.min(word.first, glyph.order);
    word.last = Math.max(word.last, glyph.order);
    previous = glyph;
    spaced = false;
  }
  if (word !== null) words.push(finish(word));
  return words;
}

/**
 * Puts a page's glyphs in true order: lines from top to bottom, words from left to right, whatever the order of drawing.
 * Raised figures are Unicode superscripts ("CP¹", "m²"). Lines of different columns on one baseline are one line here.
 */
export function buildLines(page: PageDrawing): TextLine[] {
  return attachRaised(rowsOf(runsOf(page.glyphs))).flatMap((row) => {
    const words = wordsOf(row);
    return words.length === 0 ? [] : [lineOf(words, row.baseline, page.number)];
  });
}
