import { endsFinally, glueBetween, isCapitals, isRestOf, markerOf } from '../flowing-lines.js';
import { mendBrokenWords } from './mend-broken-words.js';
import type { TextLine } from './page-geometry.js';

/** Set in a narrow column, it breaks into two lines. */
const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const opensLine = /^(?:V\/v|Về việc|Số|Nơi nhận|Kính gửi|Độc lập)(?![\p{L}\p{N}])/iu;
const look = (line: TextLine) => {
  const bold = line.words.filter((word) => word.bold).length * 2 > line.words.length;
  const italic = line.words.filter((word) => word.italic).length * 2 > line.words.length;
  return `${bold} ${italic}`;
};
const looksAlike = (a: TextLine, b: TextLine) => look(a) === look(b) && Math.abs(a.size - b.size) < 1.2;

/** Whether the next line's first word would not have fitted at the end of this one. */
export function isFull(line: TextLine, next: TextLine, width: number): boolean {
  const first = next.words[0]!;
  return line.right - line.left + line.size * 0.25 + first.right - first.left > width - line.size * 0.1;
}

/**
 * Lines of a letterhead's or a signature's column put together: each stands for itself, but for the lines of a long
 * subject or recipient.
 */
export function joinBlockLines(lines: readonly TextLine[]): TextLine[][] {
  const width = Math.max(...lines.map((line) => line.right - line.left));
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const text = line.text;
    if (group === undefined || last === undefined) {
      groups.push([line]);
      continue;
    }
    const before = last.text;
    const close = line.baseline - last.baseline < 1.6 * line.size;
    const apart = markerOf(text) !== null || opensLine.test(text) || endsFinally(before);
    const goesOn =
      isRestOf(before, text) ||
      (before.length > 6 && motto.startsWith(`${before} ${text}`)) ||
      // A recipient's line ends with a sign; until then it goes on.
      markerOf(group[0]!.text) !== null ||
      (isFull(last, line, width) && !isCapitals(before) && !isCapitals(text) && before.length > 12);
    if (close && !apart && looksAlike(last, line) && goesOn) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/**
 * What a line of a cell holds, in points. The cell's own padding is not known: what the longest line leaves free, up to the
 * usual 11 points.
 */
export const roomIn = (lines: readonly TextLine[], width: number): number =>
  Math.max(width - 11, ...lines.map((line) => line.right - line.left));

/**
 * Lines of one cell of a ruled table put together into its paragraphs.
 *
 * @param width of the cell, in points
 * @param head a head cell is one text, however its author broke it
 */
export function joinCellLines(lines: readonly TextLine[], width: number, head: boolean): TextLine[][] {
  const groups: TextLine[][] = [];
  const room = roomIn(lines, width);
  for (const line of mendBrokenWords(lines, room)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const text = line.text;
    if (group === undefined || last === undefined) {
      groups.push([line]);
      continue;
    }
    const before = last.text;
    const numbers = /^[\d.,%()\s–-]+$/u;
    const goesOn =
      head ||
      (markerOf(text) === null &&
        !(numbers.test(before) && numbers.test(text)) &&
        (isRestOf(before, text) || isFull(last, line, room)));
    if (goesOn) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** The text of lines put together. */
export function joinedText(lines: readonly TextLine[]): string {
  const parts: string[] = [];
  for (const [i, line] of lines.entries()) {
    const text = line.text;
    if (i > 0) parts.push(glueBetween(lines[i - 1]!.text, text));
    parts.push(text);
  }
  return parts.join('');
}
