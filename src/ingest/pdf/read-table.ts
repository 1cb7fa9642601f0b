import { isRestOf } from '../flowing-lines.js';
import type { Grid, GridCell } from './find-grids.js';
import { joinCellLines } from './join-cell-lines.js';
import { lineOf, type TextLine, type Word } from './page-geometry.js';

export interface TableCell {
  row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header: boolean;
  /** each paragraph as its lines */
  readonly paragraphs: TextLine[][];
}

/** A ruled table, over one page or more. */
export interface RuledTable {
  rows: number;
  readonly columns: number;
  readonly page: number;
  /** the last page it stands on */
  lastPage: number;
  readonly xs: readonly number[];
  headRows: number;
  readonly cells: TableCell[];
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

const isNumber = (text: string) => /^[-–(]?[\d.,\s%]+\)?$/u.test(text);
/** The row of column numbers that some tables have under their heads: "(1)", "1", "A", "5=4/3". */
const columnLabel = /^\(?(?:\d{1,2}|[A-Z]|\d{1,2}=[\d+*/x():.-]{1,12})\)?$/u;

/** How many rows are heads: the first one, as far as its tallest cell reaches, and a row of column numbers. */
function headRowsOf(grid: Grid, textOfCell: (cell: GridCell) => string): number {
  const rows = grid.ys.length - 1;
  const first = grid.cells.filter((cell) => cell.row === 0);
  const worded = first.filter((cell) => /\p{L}/u.test(textOfCell(cell)));
  if (rows < 2 || worded.length * 2 <= first.length || first.some((cell) => isNumber(textOfCell(cell)))) return 0;
  let head = Math.max(...first.map((cell) => cell.rowSpan));
  if (first.some((cell) => cell.columnSpan > 1))
    head = Math.max(head, first.every((cell) => cell.rowSpan === 1) && first.length > 1 ? 2 : head);
  if (head >= rows) return 1;
  const labels = grid.cells
    .filter((cell) => cell.row === head)
    .map(textOfCell)
    .filter((text) => text !== '');
  if (labels.length >= 3 && labels.every((text) => columnLabel.test(text))) head += 1;
  return head;
}

/** Makes a table of a grid and the words in its cells; null when hardly anything is written in it. */
export function readTable(grid: Grid, inside: ReadonlyMap<GridCell, TextLine[]>, page: number): RuledTable | null {
  if (grid.cells.filter((cell) => inside.has(cell)).length < 2) return null;
  const textOfCell = (cell: GridCell) => (inside.get(cell) ?? []).map((line) => line.text).join(' ');
  const headRows = headRowsOf(grid, textOfCell);
  return {
    rows: grid.ys.length - 1,
    columns: grid.xs.length - 1,
    page,
    lastPage: page,
    xs: grid.xs,
    headRows,
    cells: grid.cells.map((cell) => {
      const header = cell.row < headRows;
      const { row, column, rowSpan, columnSpan } = cell;
      const paragraphs = joinCellLines(inside.get(cell) ?? [], cell.right - cell.left, header);
      return { row, column, rowSpan, columnSpan, header, paragraphs };
    }),
  };
}

const rowText = (table: RuledTable, row: number) =>
  table.cells
    .filter((cell) => cell.row === row)
    .map(
      (cell) =>
        `${cell.column}:${cell.paragraphs
          .flat()
          .map((line) => line.text)
          .join(' ')}`,
    )
    .join('|');

/** Borders of the same table on two pages are this near, in points. */
const samePlace = 4;

/**
 * Adds a table that goes on over the page to the one before it: it has the same columns, its repeated head is left out,
 * and a row that the page break cut in two is one row again.
 *
 * @returns false when it is a table of its own
 */
export function continueTable(table: RuledTable, next: RuledTable): boolean {
  if (next.page !== table.lastPage + 1 || next.columns !== table.columns) return false;
  const shift = next.xs[0]! - table.xs[0]!;
  if (next.xs.some((x, i) => Math.abs(x - shift - table.xs[i]!) > samePlace)) return false;
  let skip = 0;
  while (skip < next.rows && skip < Math.max(1, table.headRows) && rowText(next, skip) === rowText(table, skip))
    skip += 1;
  // Other heads over the same columns: another table of the same form.
  if (
    skip === 0 &&
    next.headRows > 0 &&
    table.headRows > 0 &&
    next.cells.some((cell) => cell.row === 0 && looksLikeHead(cell, table))
  )
    return false;

  const cellAt = (row: number, column: number) =>
    table.cells.find((cell) => cell.row === row && cell.column === column);
  const first = next.cells.filter((cell) => cell.row === skip);
  const filled = first.filter((cell) => cell.paragraphs.length > 0);
  const isRest =
    first[0]?.paragraphs.length === 0 &&
    filled.some((cell) => {
      const above = cellAt(table.rows - 1, cell.column)
        ?.paragraphs.at(-1)
        ?.at(-1);
      return above !== undefined && isRestOf(above.text, cell.paragraphs[0]![0]!.text);
    });
  if (isRest) {
    for (const cell of filled) {
      const above = cellAt(table.rows - 1, cell.column);
      if (above === undefined) continue;
      const last = above.paragraphs.at(-1);
      const [opening, ...others] = cell.paragraphs;
      if (last === undefined) above.paragraphs.push(opening!);
      else last.push(...opening!);
      above.paragraphs.push(...others);
    }
    skip += 1;
  }
  const offset = table.rows - skip;
  for (const cell of next.cells)
    if (cell.row >= skip) table.cells.push({ ...cell, row: cell.row + offset, header: false });
  table.rows += next.rows - skip;
  table.lastPage = next.page;
  return true;
}

/** "STT", "TT", "Nội dung": a head's first cell says so where a body row has its number. */
function looksLikeHead(cell: TableCell, table: RuledTable): boolean {
  const text = cell.paragraphs
    .flat()
    .map((line) => line.text)
    .join(' ');
  const first = table.cells.find((other) => other.row === 0 && other.column === cell.column);
  return /^(?:STT|TT|Số TT)$/iu.test(text) && first !== undefined;
}
