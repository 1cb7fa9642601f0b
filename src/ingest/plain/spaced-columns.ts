import type { FlowingLine } from '../flowing-lines.js';
import { isFigure } from './typed-table.js';

/** Words of a line without a wide gap between them; places are counted in signs from the left edge. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of a text file, whose pieces its blanks tell, or of a page, whose words have places. */
export type SpreadLine = FlowingLine & { readonly page: number } & (
    | { readonly raw: string }
    | { readonly segments: readonly Segment[] }
  );

/** From where to where the cells of a column reach. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Empty lines between two rows at most: pdftotext leaves as many where rows are tall. */
export const widestGap = 2;
/** Dots that lead to the number of a page, or to what is to be filled in. */
export const leader = /\.{4,}|…{2,}|_{4,}/u;

const mostSegments = 40; // a table wider than any page

/** The pieces of a line between gaps of two spaces and more, or as wide. */
export function segmentsOf(line: SpreadLine): readonly Segment[] {
  if ('segments' in line) return line.segments.length > mostSegments ? [] : line.segments;
  const { raw } = line;
  const segments: Segment[] = [];
  for (const { index, 0: text } of raw.matchAll(/\S+(?: \S+)*/gu)) {
    segments.push({ text, left: index, right: index + text.length });
    if (segments.length > mostSegments) return [];
  }
  return segments;
}

/** Columns that leave free what no cell of the old ones and of a line covers; less than two signs part no columns. */
export function withLine(columns: readonly Column[], segments: readonly Column[]): readonly Column[] {
  const merged: Column[] = [];
  for (const { left, right } of [...columns, ...segments].sort((a, b) => a.left - b.left)) {
    const last = merged.at(-1);
    if (last !== undefined && left < last.right + 2)
      merged[merged.length - 1] = { left: last.left, right: Math.max(last.right, right) };
    else merged.push({ left, right });
  }
  return merged;
}

/** The columns that a segment reaches into: from the first to the last, excluded; the nearest where it is in none. */
export function columnsUnder({ left, right }: Column, columns: readonly Column[]): readonly [from: number, to: number] {
  let from = columns.findIndex((column) => column.right > left);
  if (from < 0) from = columns.length - 1;
  let to = from + 1;
  while (to < columns.length && columns[to]!.left < right) to += 1;
  if (to > from + 1 || columns[from]!.left < right) return [from, to];
  // It stands free between two columns.
  const before = from > 0 ? left - columns[from - 1]!.right : Number.POSITIVE_INFINITY;
  return before < columns[from]!.left - right ? [from - 1, from] : [from, from + 1];
}

/** The texts of a line by its columns, '' for an empty one. */
export function cellsUnder(segments: readonly Segment[], columns: readonly Column[]): string[] {
  const cells = columns.map(() => '');
  for (const segment of segments) {
    const [at] = columnsUnder(segment, columns);
    cells[at] = `${cells[at]} ${segment.text}`.trim();
  }
  return cells;
}

/** Whether every figure of a line has its column to itself: what shares it with words is no cell of a table. */
export function figuresStandAlone(segments: readonly Segment[], columns: readonly Column[]): boolean {
  const inColumn = new Map<number, number>();
  for (const segment of segments) {
    const [at] = columnsUnder(segment, columns);
    inColumn.set(at, (inColumn.get(at) ?? 0) + 1);
  }
  return segments.every((segment) => !isFigure(segment.text) || inColumn.get(columnsUnder(segment, columns)[0]) === 1);
}
