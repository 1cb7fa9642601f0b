import { findGrids, type Grid } from '../pdf/find-grids.js';
import { lineOf, type Rule, type TextLine, type Word } from '../pdf/page-geometry.js';
import { type PageText, pageTextOf } from '../pdf/page-text.js';
import { findRules } from './find-rules.js';
import { mendWords } from './mend-words.js';
import { isBlank, type PageImage, turned } from './page-image.js';
import { raiseMarks } from './raise-marks.js';
import { readCells } from './read-cells.js';
import type { RecognisedLine, RecognisedWord, Recogniser } from './recogniser.js';
import { secondLook } from './second-look.js';
import { straightened } from './straighten.js';
import { withoutRules } from './without-rules.js';

/** One page of 3,000 letters takes 2 to 4 s; a page of specks is given up. */
export const pageTimeoutMs = 120_000;

/** Below this mean certainty a page may lie on its side or upside down: it is tried the other ways round. */
const doubtful = 0.6;
/** So much surer must a turned page be than the page as it lies. */
const clearlyBetter = 0.15;
/** Words below are specks, stamps and signatures; above, they may be names and numbers that a person can check. */
const speck = 0.12;
/** Dashes, bars and points that are what is left of a table's rules. */
const onlyStrokes = /^[|_—–\-=~.,'"`´‘’“”:;!/\\[\](){}<>*+^°•]+$/u;
const strokeCertainty = 0.6;

/** What was read off the picture of one page. */
export interface RecognisedPage {
  readonly page: PageText;
  /** mean certainty of its letters, 0 to 1; 0 on an empty page */
  readonly confidence: number;
  /** its words in the order they were read; boxes in points */
  readonly words: readonly RecognisedWord[];
  /** degrees by which the paper lay aslant, and quarters by which it lay turned */
  readonly skew: number;
  readonly quarters: number;
}

/**
 * Reads the picture of a page: levelled, turned upright when it is not, with the rules of its tables.
 *
 * @throws PipelineError `timeout`, `internal`
 */
export async function recognisePage(
  recogniser: Recogniser,
  picture: PageImage,
  number: number,
): Promise<RecognisedPage> {
  const blank = isBlank(picture);
  let best = blank ? unread(picture) : await attempt(recogniser, picture, 0);
  if (!blank && best.confidence < doubtful)
    for (const quarters of [2, 1, 3]) {
      const other = await attempt(recogniser, turned(picture, quarters), quarters);
      if (other.weight > best.weight && other.confidence > best.confidence + clearlyBetter) best = other;
      if (best.confidence > 0.8) break;
    }
  const { image, rules, lines, confidence, skew, quarters } = best;
  const point = 72 / image.dpi;
  const page = pageTextOf({
    number,
    width: image.width * point,
    height: image.height * point,
    lines: textLines(lines, point, number),
    rules,
  });
  const words = lines.flatMap((line) =>
    line.words.map((word) => ({
      ...word,
      left: word.left * point,
      top: word.top * point,
      right: word.right * point,
      bottom: word.bottom * point,
    })),
  );
  return { page, confidence, words, skew, quarters };
}

interface Attempt {
  readonly image: PageImage;
  readonly rules: readonly Rule[];
  readonly lines: readonly RecognisedLine[];
  readonly confidence: number;
  /** letters times their certainty */
  readonly weight: number;
  readonly skew: number;
  readonly quarters: number;
}

const unread = (image: PageImage): Attempt => ({
  image,
  rules: [],
  lines: [],
  confidence: 0,
  weight: 0,
  skew: 0,
  quarters: 0,
});

function meanCertainty(lines: readonly RecognisedLine[]): number {
  let [letters, weight] = [0, 0];
  for (const { text, confidence } of lines.flatMap(({ words }) => words)) {
    letters += text.length;
    weight += text.length * confidence;
  }
  return letters === 0 ? 0 : weight / letters;
}

const standsOnEnd = ({ text, left, top, right, bottom }: RecognisedWord): boolean =>
  text.length >= 3 && bottom - top > right - left;

/** The program follows lines that lean this much, in degrees, and turning a picture blurs it a little. */
const gentle = 2;

async function attempt(recogniser: Recogniser, picture: PageImage, quarters: number): Promise<Attempt> {
  const { image, skew } = straightened(picture);
  const asItLies = Math.abs(skew) <= gentle;
  const rules = findRules(image);
  const grids = findGrids(rules);
  const source = withoutRules(asItLies ? picture : image, rules, grids, asItLies ? skew : 0);
  const once = await recogniser.recognise(source, pageTimeoutMs);
  const twice = meanCertainty(once) < doubtful ? once : await lookCloser(recogniser, source, once);
  const level = asItLies ? twice.map((line) => levelled(line, skew, picture)) : twice;
  const lines = (await readTables(recogniser, image, rules, grids, level)).flatMap((line): RecognisedLine[] => {
    const words = line.words.filter(
      ({ text, confidence }) => confidence >= (onlyStrokes.test(text) ? strokeCertainty : speck),
    );
    return words.length === 0 ? [] : [{ ...line, words }];
  });
  let letters = 0;
  let weight = 0;
  for (const word of lines.flatMap(({ words }) => words)) {
    letters += word.text.length;
    // Words on end count against the way the page lies, though the program can read them all the same.
    if (!standsOnEnd(word)) weight += word.text.length * word.confidence;
  }
  return { image, rules, lines, confidence: letters === 0 ? 0 : weight / letters, weight, skew, quarters };
}

async function readTables(
  recogniser: Recogniser,
  image: PageImage,
  rules: readonly Rule[],
  grids: readonly Grid[],
  lines: readonly RecognisedLine[],
): Promise<readonly RecognisedLine[]> {
  if (grids.length === 0 || lines.length === 0) return lines;
  const bare = withoutRules(image, rules, grids, 0);
  return readCells(recogniser, bare, grids, lines, usualHeight(lines), pageTimeoutMs);
}

async function lookCloser(
  recogniser: Recogniser,
  picture: PageImage,
  lines: readonly RecognisedLine[],
): Promise<readonly RecognisedLine[]> {
  const marked = await raiseMarks(recogniser, picture, lines, pageTimeoutMs);
  const surer = await secondLook(recogniser, picture, marked, pageTimeoutMs);
  return mendWords(picture, surer);
}

/** A line of a picture that leans by `skew` degrees, where it would stand in the straightened picture. */
function levelled(line: RecognisedLine, skew: number, { width, height }: PageImage): RecognisedLine {
  if (skew === 0) return line;
  const [cos, sin] = [Math.cos((skew * Math.PI) / 180), Math.sin((skew * Math.PI) / 180)];
  const [middleX, middleY] = [width / 2, height / 2];
  const place = (x: number, y: number) => ({
    x: middleX + (x - middleX) * cos + (y - middleY) * sin,
    y: middleY - (x - middleX) * sin + (y - middleY) * cos,
  });
  const words = line.words.map((word): RecognisedWord => {
    const [halfWidth, halfHeight] = [(word.right - word.left) / 2, (word.bottom - word.top) / 2];
    const { x, y } = place(word.left + halfWidth, word.top + halfHeight);
    return { ...word, left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
  });
  const middle = (line.words[0]!.left + line.words.at(-1)!.right) / 2;
  return { ...line, words, baseline: place(middle, line.baseline).y };
}

/** A line's letters tremble: sizes this near to the page's usual one are the usual one. */
const sameSize = 0.18;
/** Baselines this near, as a share of the letter size, are one line of two columns. */
const sameBaseline = 0.3;

function usualHeight(lines: readonly RecognisedLine[]): number {
  const heights = lines.flatMap(({ height, words }) => words.map(() => height)).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 1;
}

/** Lines of the page as the layout wants them: in points, columns on one baseline put together, from top to bottom. */
function textLines(lines: readonly RecognisedLine[], point: number, number: number): TextLine[] {
  const usual = usualHeight(lines);
  const sizeOf = ({ height }: RecognisedLine): number => {
    const real = Math.abs(height - usual) < sameSize * usual ? usual : height;
    return Math.round(real * point * 2) / 2;
  };
  const rows: { baseline: number; size: number; words: Word[] }[] = [];
  let order = 0;
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline)) {
    const size = sizeOf(line);
    const words = line.words.map(({ text, left, right }): Word => {
      order += 1;
      return {
        text,
        left: left * point,
        right: right * point,
        size,
        bold: false,
        italic: false,
        first: order,
        last: order,
      };
    });
    const baseline = line.baseline * point;
    const row = rows.at(-1);
    if (row !== undefined && baseline - row.baseline < sameBaseline * Math.min(size, row.size))
      row.words.push(...words);
    else rows.push({ baseline, size, words });
  }
  return rows.map(({ baseline, words }) =>
    lineOf(
      words.sort((a, b) => a.left - b.left),
      baseline,
      number,
    ),
  );
}
