import type { Grid, GridCell } from '../pdf/find-grids.js';
import { type InkShape, inkShapes } from './ink-shapes.js';
import { inkThreshold, type PageImage } from './page-image.js';
import type { RecognisedLine, RecognisedWord, Recogniser } from './recogniser.js';

/** Under this certainty the words of a cell are read again. */
const sureEnough = 0.8;
/** So much surer must the second reading be to stand. */
const clearlySurer = 0.1;
/** Points from a cell's border within which there is what is left of the border. */
const inset = 0.8;
/** More cells than this are a form or a drawing. */
const mostCells = 400;
/** Pixels of the sheet on which cells are read. */
const sheetWidth = 1800;
const margin = 40;

/** What is printed in a cell of one line, in pixels. */
interface CellInk {
  readonly box: InkShape;
  readonly baseline: number;
  /** words that were read there */
  readonly words: readonly RecognisedWord[];
}

interface Snippet extends CellInk {
  readonly left: number;
  /** its baseline on the sheet */
  readonly foot: number;
}

/**
 * Reads cells of ruled tables again in which there is ink and no word, or words that the reading is not sure of: a figure
 * alone between white is taken for grain. They are set one behind the other like the words of a text, and the surer
 * reading stands.
 *
 * @param picture level and without its rules
 * @param grids in points
 * @param usual height of the page's lines, in pixels
 */
export async function readCells(
  recogniser: Recogniser,
  picture: PageImage,
  grids: readonly Grid[],
  lines: readonly RecognisedLine[],
  usual: number,
  timeoutMs: number,
): Promise<readonly RecognisedLine[]> {
  const ink = inkThreshold(picture.pixels);
  const words = lines.flatMap((line) => line.words);
  const cells = grids
    .flatMap((grid) => grid.cells)
    .flatMap((cell) => inkOf(picture, cell, words, usual, ink) ?? [])
    .filter(isDoubtful);
  if (cells.length === 0 || cells.length > mostCells) return lines;
  const { sheet, snippets } = sheetOf(picture, cells, wordBeside(lines, usual), usual);
  const read = (await recogniser.recognise(sheet, timeoutMs)).flatMap((line) => line.words);
  const gone = new Set<RecognisedWord>();
  const added: RecognisedLine[] = [];
  for (const snippet of snippets) {
    const { box, baseline, left, foot } = snippet;
    const found = read.filter(({ left: from, right, top, bottom }) => {
      const [x, y] = [(from + right) / 2, (top + bottom) / 2];
      return x > left && x < left + box.right - box.left && y > foot - 1.2 * usual && y < foot + 0.4 * usual;
    });
    if (found.length === 0 || certainty(found) < certainty(snippet.words) + clearlySurer) continue;
    for (const word of snippet.words) gone.add(word);
    const [right, down] = [box.left - left, baseline - foot];
    added.push({
      words: found.map(({ text, confidence, ...at }) => ({
        text,
        confidence,
        left: at.left + right,
        right: at.right + right,
        top: at.top + down,
        bottom: at.bottom + down,
      })),
      baseline,
      slope: 0,
      height: usual,
    });
  }
  const kept = lines.map((line) => ({ ...line, words: line.words.filter((word) => !gone.has(word)) }));
  return [...kept.filter((line) => line.words.length > 0), ...added];
}

const certainty = (words: readonly RecognisedWord[]): number =>
  words.length === 0 ? 0 : Math.min(...words.map(({ confidence }) => confidence));

const isDoubtful = ({ words }: CellInk): boolean => certainty(words) < sureEnough;

/** What is printed in a cell; null where there is nothing, more than one line, or nothing but strokes. */
function inkOf(
  picture: PageImage,
  cell: GridCell,
  words: readonly RecognisedWord[],
  usual: number,
  ink: number,
): CellInk | null {
  const scale = picture.dpi / 72;
  const inner = {
    left: (cell.left + inset) * scale,
    top: (cell.top + inset) * scale,
    right: (cell.right - inset) * scale,
    bottom: (cell.bottom - inset) * scale,
  };
  const own = words.filter(({ left, right, top, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return x > inner.left && x < inner.right && y > inner.top && y < inner.bottom;
  });
  if (own.length > 0 && certainty(own) >= sureEnough) return null;
  const shapes = inkShapes(picture, inner, ink, Math.max(6, (usual / 12) ** 2));
  const tallest = Math.max(0, ...shapes.map(({ top, bottom }) => bottom - top));
  if (tallest < 0.35 * usual) return null;
  const box = {
    left: Math.min(...shapes.map(({ left }) => left)),
    top: Math.min(...shapes.map(({ top }) => top)),
    right: Math.max(...shapes.map(({ right }) => right)),
    bottom: Math.max(...shapes.map(({ bottom }) => bottom)),
  };
  if (box.bottom - box.top > 1.4 * usual || box.right - box.left > sheetWidth / 2) return null;
  const feet = shapes
    .filter(({ top, bottom }) => bottom - top > 0.6 * tallest)
    .map(({ bottom }) => bottom)
    .sort((a, b) => a - b);
  return { box, baseline: feet[feet.length >> 1]!, words: own };
}

/**
 * A sure word of the page with letters that reach up and down: beside it the program knows how tall figures are, and tells
 * a comma from grain.
 */
function wordBeside(lines: readonly RecognisedLine[], usual: number): Snippet | null {
  const sure = lines
    .filter(({ height, slope }) => Math.abs(height - usual) < 0.15 * usual && Math.abs(slope) < 0.1)
    .flatMap(({ words, baseline, slope }) => {
      const middle = (words[0]!.left + words.at(-1)!.right) / 2;
      return words.map((word) => ({ word, baseline: baseline + slope * ((word.left + word.right) / 2 - middle) }));
    })
    .filter(
      ({ word }) => /^\p{Lu}?\p{Ll}{3,}$/u.test(word.text) && /[gpyq]/u.test(word.text) && /[bhkl]/u.test(word.text),
    )
    .sort((a, b) => b.word.confidence - a.word.confidence)[0];
  if (sure === undefined) return null;
  const { word, baseline } = sure;
  const [left, top, right, bottom] = [word.left, word.top, word.right, word.bottom].map(Math.round);
  return {
    box: { left: left!, top: top!, right: right!, bottom: bottom! },
    baseline: Math.round(baseline),
    words: [],
    left: 0,
    foot: 0,
  };
}

/** The cells one behind the other, like words, on lines of white that begin and end with a word. */
function sheetOf(
  picture: PageImage,
  cells: readonly CellInk[],
  beside: Snippet | null,
  usual: number,
): { readonly sheet: PageImage; readonly snippets: readonly Snippet[] } {
  const gap = Math.round(0.7 * usual);
  const pitch = Math.round(2 * usual);
  const room = beside === null ? 0 : beside.box.right - beside.box.left + gap;
  const drawn: Snippet[] = [];
  const snippets: Snippet[] = [];
  let [left, foot] = [margin, margin + Math.round(1.5 * usual)];
  const word = () => {
    if (beside === null) return;
    drawn.push({ ...beside, left, foot });
    left += room;
  };
  word();
  for (const cell of cells) {
    const wide = cell.box.right - cell.box.left;
    if (left + wide + room + margin > sheetWidth && left > margin + room) {
      word();
      [left, foot] = [margin, foot + pitch];
      word();
    }
    snippets.push({ ...cell, left, foot });
    left += wide + gap;
  }
  word();
  const height = foot + pitch + margin;
  const pixels = new Uint8Array(sheetWidth * height).fill(255);
  const around = 3;
  for (const { box, baseline, left: at, foot: line } of [...drawn, ...snippets])
    for (let y = box.top - around; y < box.bottom + around; y += 1) {
      if (y < 0 || y >= picture.height) continue;
      const from = y * picture.width + box.left - around;
      const row = picture.pixels.subarray(from, from + box.right - box.left + 2 * around);
      pixels.set(row, (line + y - baseline) * sheetWidth + at - around);
    }
  return { sheet: { width: sheetWidth, height, dpi: picture.dpi, pixels }, snippets };
}
