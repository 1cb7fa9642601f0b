import { endsFinally, glueBetween, isCapitals, isRestOf, markerOf } from '../flowing-lines.js';
import type { TextLine } from './page-geometry.js';

/** How the lines of a page or column are set, in points. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  /** first lines of paragraphs stand in from `left` */
  readonly indented: boolean;
  /** paragraphs stand apart by more than their lines do */
  readonly spaced: boolean;
  /** how far the first lines stand in; 0 when they do not */
  readonly indent: number;
  /** from one baseline to the next within a paragraph */
  readonly leading: number;
}

/** A line of running text in its column. */
export interface FlowLine {
  readonly line: TextLine;
  readonly text: string;
  readonly measure: Measure;
  /** lines of one column of one page have the same number; reading order rises with it */
  readonly lane: number;
  readonly centred: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface Paragraph {
  readonly lines: readonly FlowLine[];
  /** centred lines, each of which keeps its line: a title */
  readonly centred: boolean;
}

const at = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** The value that most lines share, give or take a point; ties go to the first. */
function mode(values: readonly number[]): { value: number; count: number } {
  let best = { value: 0, count: 0 };
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value / 2);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > best.count) best = { value, count };
  }
  return best;
}

/** The measure of the lines of one page or column, or of several pages of one format. */
export function measureOf(lines: readonly TextLine[]): Measure {
  if (lines.length === 0) return { left: 0, right: 0, indented: false, spaced: false, indent: 0, leading: 0 };
  const size = mode(lines.map((line) => line.size)).value;
  const lefts = lines.map((line) => line.left);
  const edge = at(lefts, 0.03);
  // The left edge: the outermost x where many lines begin; one list that hangs out does not move it.
  const counted = new Map<number, number>();
  for (const left of lefts) counted.set(Math.round(left / 3), (counted.get(Math.round(left / 3)) ?? 0) + 1);
  const enough = Math.max(1, lines.length * 0.08);
  const shared = lefts.filter((left) => {
    const key = Math.round(left / 3);
    return (counted.get(key) ?? 0) + (counted.get(key + 1) ?? 0) + (counted.get(key - 1) ?? 0) >= enough;
  });
  const left = shared.length === 0 ? edge : Math.min(...shared);
  const right = at(
    lines.map((line) => line.right),
    0.95,
  );
  const inset = lefts.filter((value) => value > left + 0.8 * size && value < left + 6 * size);
  const common = mode(inset);
  const leadings: number[] = [];
  for (let i = 1; i < lines.length; i += 1) {
    const step = lines[i]!.baseline - lines[i - 1]!.baseline;
    if (step > 0.8 * size && step < 2.4 * size && lines[i]!.page === lines[i - 1]!.page) leadings.push(step);
  }
  const leading = leadings.length === 0 ? size * 1.3 : at(leadings, 0.3);
  const gaps = leadings.filter((step) => step > 1.17 * leading).length;
  const indented = common.count >= 3 ? common.count >= lines.length * 0.08 : common.count >= 1 && lines.length <= 20;
  return {
    left,
    right,
    indented,
    indent: indented ? common.value - left : 0,
    spaced: gaps >= 2 && gaps >= lines.length * 0.06,
    leading,
  };
}

/** A line in its column, with what its look says. */
export function flowLine(line: TextLine, measure: Measure, lane: number): FlowLine {
  const text = line.text;
  const [before, after] = [line.left - measure.left, measure.right - line.right];
  let letters = 0;
  let bold = 0;
  let italic = 0;
  for (const word of line.words) {
    letters += word.text.length;
    if (word.bold) bold += word.text.length;
    if (word.italic) italic += word.text.length;
  }
  return {
    line,
    text,
    measure,
    lane,
    centred:
      before > 0.8 * line.size && after > 0.8 * line.size && Math.abs(before - after) < Math.max(6, line.size * 0.6),
    bold: bold * 2 > letters,
    italic: italic * 2 > letters,
  };
}

/** Whether the line had no room left for the first word of the next one. */
function isFull(line: FlowLine, next: FlowLine): boolean {
  const first = next.line.words[0]!;
  const space = line.line.size * 0.25;
  return line.line.right + space + (first.right - first.left) > line.measure.right - line.line.size * 0.2;
}

const sameLook = (a: FlowLine, b: FlowLine) =>
  a.bold === b.bold && a.italic === b.italic && Math.abs(a.line.size - b.line.size) < 0.6;

/**
 * Whether a title set in bold ends before a line that is not. On a short page the title may be the widest line, so that
 * its middle tells nothing: it had room left, stands far in, or the next line stands in as paragraphs do.
 */
function endsBoldHeading(paragraph: readonly FlowLine[], next: FlowLine, inset: boolean): boolean {
  const last = paragraph.at(-1)!;
  if (next.lane !== last.lane || next.line.words[0]!.bold) return false;
  if (!paragraph.every(({ line }) => line.words.every(({ bold }) => bold))) return false;
  return inset || !isFull(last, next) || paragraph[0]!.line.left > next.measure.left + 3.2 * last.line.size;
}

/** Whether a line goes on with the paragraph that stands before it, and how. */
function joins(paragraph: readonly FlowLine[], next: FlowLine): 'rest' | 'title' | null {
  const last = paragraph.at(-1)!;
  const { line } = next;
  const size = Math.max(line.size, last.line.size);
  if (Math.abs(line.size - last.line.size) > 1.2) return null;
  const marker = markerOf(next.text);
  const inset = line.left - next.measure.left > 0.6 * size;
  // Where paragraphs stand in, a capital that stands in opens one, whatever word the line before ends on.
  const opens = inset && next.measure.indented && paragraph.length > 1 && /^\p{Lu}/u.test(next.text);
  const rest = !opens && isRestOf(last.text, next.text);

  if (next.lane !== last.lane) {
    // Over the page: titles stay whole on their page.
    if (last.centred && next.centred) return null;
    if (inset && next.measure.indented && !rest) return null;
    if (rest)
      return isFull(last, next) || last.line.right > (last.measure.left + last.measure.right) / 2 ? 'rest' : null;
    if (!isFull(last, next) || next.centred) return null;
    if (marker !== null)
      return !inset && last.measure.indented && next.measure.indented && !endsFinally(last.text) ? 'rest' : null;
    if (isCapitals(next.text) !== isCapitals(last.text)) return null;
    return next.measure.indented && !inset ? 'rest' : null;
  }

  if (endsBoldHeading(paragraph, next, inset)) return null;
  const step = line.baseline - last.line.baseline;
  const leading = paragraph.length > 1 ? last.line.baseline - paragraph.at(-2)!.line.baseline : next.measure.leading;
  const usual = Math.max(
    leading > 0 ? Math.min(leading, next.measure.leading * 1.4) : next.measure.leading,
    size * 1.02,
  );
  if (step <= 0 || step > 2.2 * usual) return null;
  const loose = step > usual * 1.17;

  if (last.centred && next.centred) {
    if (rest && !loose) return 'title';
    return sameLook(last, next) && !loose && marker === null && isCapitals(last.text) === isCapitals(next.text)
      ? 'title'
      : null;
  }
  if (rest && (!loose || last.line.right > (last.measure.left + last.measure.right) / 2)) return 'rest';
  if (loose) return null;
  if (!isFull(last, next)) return null;
  if (next.centred && !last.centred && paragraph.length === 1 && last.line.left < line.left - size) return null;

  const first = paragraph[0]!;
  const edge = paragraph.length > 1 ? last.line.left : next.measure.left;
  // Text that hangs under the words of its item.
  const words = first.line.words;
  const hangs = markerOf(first.text) !== null && words.length > 1 && Math.abs(words[1]!.left - line.left) < 0.4 * size;
  const atEdge = Math.abs(line.left - edge) < 0.6 * size || (hangs && paragraph.length === 1);
  if (!atEdge && line.left > edge) return null;
  if (paragraph.length > 1 && line.left < edge - 0.6 * size) return null;
  if (marker !== null) {
    // "… kinh tế" / "- xã hội …", "… khóa" / "XX. Ban …": no item is opened in the middle of a sentence.
    return !inset && !endsFinally(last.text) && last.bold === next.bold ? 'rest' : null;
  }
  if (isCapitals(last.text) !== isCapitals(next.text) && isCapitals(last.text) && last.text.length > 8) return null;
  if (last.bold && !next.bold && !next.line.words[0]!.bold && endsFinally(last.text)) return null;
  // Block paragraphs without a gap between them: a sentence that ends well inside the line ends its paragraph.
  if (!next.measure.indented && !next.measure.spaced && /[.!?…]$/u.test(last.text) && /^\P{Ll}/u.test(next.text))
    return last.line.right < last.measure.right - size ? null : 'rest';
  return 'rest';
}

/**
 * Puts lines together into paragraphs, over columns and pages too. A paragraph ends where the next line stands in, where
 * its last line has room left, where the gap below is wider than between its lines, or where a marker opens an item.
 * Centred lines of one look that follow one another are one block, each on a line of its own.
 */
export function joinParagraphs(lines: readonly FlowLine[]): Paragraph[] {
  const paragraphs: { lines: FlowLine[]; centred: boolean }[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const how = open === undefined ? null : joins(open.lines, line);
    if (how === null) paragraphs.push({ lines: [line], centred: line.centred });
    else {
      open!.lines.push(line);
      if (how === 'rest') open!.centred = false;
    }
  }
  return paragraphs;
}

/** What stands between two lines of a paragraph. */
export const between = (paragraph: Paragraph, previous: FlowLine, next: FlowLine): string =>
  paragraph.centred ? '\n' : glueBetween(previous.text, next.text);
