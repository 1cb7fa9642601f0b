import type { PlacedCell } from '../docx/classify-table.js';
import { isCapitals } from '../flowing-lines.js';
import { groupHeads } from './group-heads.js';
import {
  type Column,
  columnsUnder,
  leader,
  type Segment,
  type SpreadLine,
  segmentsOf,
  widestGap,
} from './spaced-columns.js';
import { isFigure } from './typed-table.js';

const mostHeadLines = 8;
const longestHead = 60; // characters of one line of a head
const caption = /^[([]?(?:đơn vị|đvt|đv tính)(?: tính)?\s*:/iu;

interface HeadLine {
  readonly at: number;
  readonly segments: readonly Segment[];
}

/**
 * The lines right above a table's first row that name its columns: pieces over columns, without figures. A title, a caption
 * ("Đơn vị tính: …") or running text above them is none.
 *
 * @param label the column of the rows' names: no head stands over it and another
 * @returns from the top; empty where no line has heads of two columns and more
 */
export function headLinesAbove(
  lines: readonly SpreadLine[],
  first: number,
  columns: readonly Column[],
  label: number,
  isFree: (index: number) => boolean,
): readonly HeadLine[] {
  const heads: HeadLine[] = [];
  for (let at = first - 1; at >= 0 && isFree(at) && heads.length < mostHeadLines; at -= 1) {
    if (lines[at + 1]!.gapBefore > widestGap) break;
    const segments = partRunning(segmentsOf(lines[at]!));
    if (!isHeadLine(segments, columns)) break;
    heads.unshift({ at, segments });
  }
  while (heads.length > 0 && heads[0]!.segments.length === 1 && !standsOver(lines, heads, columns, label))
    heads.shift();
  return heads.some(({ segments }) => segments.length > 1) ? heads : [];
}

function isHeadLine(segments: readonly Segment[], columns: readonly Column[]): boolean {
  if (segments.length === 0 || segments.length > columns.length) return false;
  const left = columns[0]!.left - 12;
  const right = columns.at(-1)!.right + 16;
  return segments.every(
    (segment) =>
      segment.text.length <= longestHead &&
      segment.left >= left &&
      segment.right <= right &&
      !isFigure(segment.text) &&
      !leader.test(segment.text) &&
      !caption.test(segment.text),
  );
}

/** "STT Đơn vị": the narrowest column leaves but one space to its head's right. */
function partRunning(segments: readonly Segment[]): readonly Segment[] {
  const [first, ...others] = segments;
  const words = /^(S?TT) (\p{Lu}.*)$/u.exec(first?.text ?? '');
  if (first === undefined || words === null) return segments;
  const middle = first.left + words[1]!.length;
  return [
    { text: words[1]!, left: first.left, right: middle },
    { text: words[2]!, left: middle + 1, right: first.right },
    ...others,
  ];
}

const slack = 4; // signs by which a head may be wider than its columns

/** Whether the one piece of the topmost line is a head ("Năm 2023" over "Kế hoạch", "Thực hiện"), and no title or sentence. */
function standsOver(
  lines: readonly SpreadLine[],
  heads: readonly HeadLine[],
  columns: readonly Column[],
  label: number,
): boolean {
  const [{ segments }, next] = heads as readonly [HeadLine, HeadLine | undefined];
  if (next === undefined || lines[next.at]!.gapBefore > 0) return false;
  const segment = segments[0]!;
  const [from, to] = columnsUnder(segment, columns);
  if (/[.:;]$/.test(segment.text) || from <= label) return false;
  // A caption stands over the middle of the table, a head over that of its columns.
  const middle = (segment.left + segment.right) / 2;
  const farFrom = (first: Column, last: Column) => Math.abs((first.left + last.right) / 2 - middle) > slack;
  if (farFrom(columns[from]!, columns[to - 1]!) && !farFrom(columns[0]!, columns.at(-1)!)) return false;
  const within = segment.left >= columns[from]!.left - slack && segment.right <= columns[to - 1]!.right + slack;
  return within && (!isCapitals(segment.text) || next.segments.every(({ text }) => isCapitals(text)));
}

interface HeadCell {
  readonly from: number;
  readonly to: number;
  readonly row: number;
  text: string;
}

/**
 * The heads of columns as cells: a word below that goes on with the head of the same columns is its rest, any other is a
 * head of its own, and the lowest of a column reaches down to the rows.
 *
 * @param lines their pieces, from the top
 * @param label the column of the rows' names
 * @returns null where two pieces of a line stand over one column
 */
export function placeHeads(
  lines: readonly (readonly Segment[])[],
  columns: readonly Column[],
  label: number,
): { readonly cells: readonly PlacedCell[]; readonly rows: number } | null {
  const lowest: (HeadCell | undefined)[] = columns.map(() => undefined);
  const heads: HeadCell[] = [];
  for (const line of groupHeads(lines, columns, label)) {
    let free = 0;
    for (const { segment, from, to } of line) {
      if (from < free) return null;
      free = to;
      const above = lowest.slice(from, to).filter((cell) => cell !== undefined);
      const upper = above[0];
      if (upper !== undefined && upper.from <= from && upper.to >= to && isRest(upper, to - from, segment.text)) {
        upper.text = `${upper.text} ${segment.text}`;
        continue;
      }
      const row = above.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
      const head: HeadCell = { from, to, text: segment.text, row };
      heads.push(head);
      lowest.fill(head, from, to);
    }
  }
  const rows = heads.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const cells = heads
    .map((head): PlacedCell => {
      const isLowest = lowest.slice(head.from, head.to).every((cell) => cell === head);
      return {
        row: head.row,
        column: head.from,
        rowSpan: isLowest ? rows - head.row : 1,
        columnSpan: head.to - head.from,
        text: head.text,
      };
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return { cells, rows };
}

/** What a head is left open with at the end of a line. */
const open = /(?<!\p{L})(?:của|và|theo|so|đến|với|năm|số|kế|thực|tỷ|quyết|đơn vị|danh)$|[-,/]$/iu;

/** "Tổng số" / "hộ nghèo", "Kế hoạch" / "năm 2023", "Diện tích" / "(ha)": one head on two lines. */
const isRest = (above: HeadCell, width: number, text: string): boolean =>
  (above.to - above.from === width || /,$/.test(above.text)) && (/^[\p{Ll}(%\d]/u.test(text) || open.test(above.text));
