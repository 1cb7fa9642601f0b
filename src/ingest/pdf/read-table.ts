import type { Grid, GridCell } from './find-grids.js';
import { joinCellLines } from './join-cell-lines.js';
import { lineOf, type TextLine, type Word } from './page-geometry.js';

export interface TableCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** each paragraph as its lines */
  readonly paragraphs: TextLine[][];
}

/** From where to where the words of a column reach. */
export interface ColumnReach {
  readonly left: number;
  readonly right: number;
}

/** A table, over one page or more. */
export interface RuledTable {
  rows: number;
  columns: number;
  readonly page: number;
  /** the last page it stands on */
  lastPage: number;
  /** of the column borders, on its first page */
  xs: readonly number[];
  /** of a table that has no borders, on its first page */
  readonly reaches?: readonly ColumnReach[];
  headRows: number;
  readonly cells: TableCell[];
  /** the lines of one that has a single filled cell, or no heads: the end of a table on the page before, or no table at all */
  readonly scant: readonly TextLine[] | null;
}

/** Parts the words of a page into those that stand in a grid's cells and those that stand outside all grids. */
export function wordsInGrids(
  lines: readonly TextLine[],
  grids: readonly Grid[],
): { readonly outside: TextLine[]; readonly inside: ReadonlyMap<GridCell, TextLine[]> } {
  const inside = new Map<GridCell, TextLine[]>();
  if (grids.length === 0) return { outside: [...lines], inside };
  const outside: TextLine[] = [];
  for (const line of lines) {
    const y = line.baseline - line.size * 0.3;
    const here = grids.filter((grid) => y > grid.top - 1 && y < grid.bottom + 1);
    if (here.length === 0) {
      outside.push(line);
      continue;
    }
    const free: Word[] = [];
    const byCell = new Map<GridCell, Word[]>();
    for (const word of line.words) {
      const x = (word.left + word.right) / 2;
      const cell = here
        .find((grid) => x > grid.left - 1 && x < grid.right + 1)
        ?.cells.find((box) => x >= box.left - 1 && x < box.right && y >= box.top - 1 && y < box.bottom + 1);
      if (cell === undefined) free.push(word);
      else byCell.set(cell, [...(byCell.get(cell) ?? []), word]);
    }
    if (free.length > 0) outside.push(lineOf(free, line.baseline, line.page));
    for (const [cell, words] of byCell)
      inside.set(cell, [...(inside.get(cell) ?? []), lineOf(words, line.baseline, line.page)]);
  }
  return { outside, inside };
}

export const isNumber = (text: string) => /^[-–(]?\d[\d.,\s%]*\)?$/u.test(text);
/** The row of column numbers that some tables have under their heads: "(1)", "1", "A", "5=4/3". */
const columnLabel = /^\(?(?:\d{1,2}|[A-Z]|\d{1,2}=[\d+*/x():.-]{1,12})\)?$/u;

interface PlacedText {
  readonly row: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/**
 * How many rows the head is deep, be it the whole table: a title over the whole width, the row under it as far as its
 * tallest cell reaches, and a row of column numbers.
 */
export function headDepth(cells: readonly PlacedText[], rows: number, columns: number): number {
  const inRow = (row: number) => cells.filter((cell) => cell.row === row);
  let top = inRow(0);
  let title = 0;
  if (top.length === 1 && columns > 2 && rows > 1 && top[0]!.columnSpan >= columns && /\p{L}/u.test(top[0]!.text)) {
    title = top[0]!.rowSpan;
    top = inRow(title);
  }
  const worded = top.filter(({ text }) => /\p{L}/u.test(text));
  if (worded.length * 2 <= top.length || top.some(({ text }) => isNumber(text))) return 0;
  let head = Math.max(...top.map((cell) => cell.rowSpan));
  if (top.some((cell) => cell.columnSpan > 1))
    head = Math.max(head, top.every((cell) => cell.rowSpan === 1) && top.length > 1 ? 2 : head);
  head += title;
  const labels = inRow(head)
    .map(({ text }) => text)
    .filter((text) => text !== '');
  if (labels.length >= 3 && labels.every((text) => columnLabel.test(text))) head += 1;
  return head;
}

/** How many rows are heads, where rows are left under them. */
export function countHeadRows(cells: readonly PlacedText[], rows: number, columns: number): number {
  if (rows < 2) return 0;
  const depth = headDepth(cells, rows, columns);
  return depth < rows ? depth : 1;
}

/** A cell's lines as one text. */
export const textOf = (paragraphs: readonly (readonly TextLine[])[]): string =>
  paragraphs
    .flat()
    .map((line) => line.text)
    .join(' ');

/** Makes a table of a grid and the words in its cells; null when nothing is written in it. */
export function readTable(grid: Grid, inside: ReadonlyMap<GridCell, TextLine[]>, page: number): RuledTable | null {
  const filled = grid.cells.filter((cell) => inside.has(cell));
  if (filled.length === 0) return null;
  const [rows, columns] = [grid.ys.length - 1, grid.xs.length - 1];
  const headRows = countHeadRows(
    grid.cells.map((cell) => ({ ...cell, text: textOf([inside.get(cell) ?? []]) })),
    rows,
    columns,
  );
  return {
    rows,
    columns,
    page,
    lastPage: page,
    xs: grid.xs,
    headRows,
    scant: filled.length === 1 ? inside.get(filled[0]!)! : null,
    cells: grid.cells.map((cell) => {
      const { row, column, rowSpan, columnSpan } = cell;
      const paragraphs = joinCellLines(inside.get(cell) ?? [], cell.right - cell.left, row < headRows);
      return { row, column, rowSpan, columnSpan, paragraphs };
    }),
  };
}
