import type { SourceDocument, Table, TextSpan } from '../../model/index.js';
import { fold } from '../../text/fold.js';

/** A cell with its words; empty cells are none. */
export interface GridCell {
  /** in one line */
  readonly text: string;
  readonly folded: string;
  /** first block of the cell */
  readonly block: number;
  readonly span: TextSpan;
  /** where it stands itself: a merged cell is met again in the rows and columns that it covers */
  readonly row: number;
  readonly column: number;
}

/** The cells of a row by column; of a merged cell, every place it covers. */
export type GridRow = ReadonlyMap<number, GridCell>;

/** Merged cells of a hostile file may cover each other; a table of this many places is larger than any report's. */
const mostPlaces = 200_000;
/** «1», «(3)», «7 (6:3)»: a row of these under the heads numbers the columns. */
const columnNumber = /^\(?\d{1,2}\)?(?: ?[=(] ?[\d:=+/x*.() -]{1,20})?$|^[A-Z]$/;

/**
 * Lays a table out by rows, with merged cells in every place they cover.
 *
 * @returns rows from the top; empty for a table too large to be one
 */
export function gridOf(document: SourceDocument, table: Table): GridRow[] {
  const rows = Array.from({ length: table.rows }, () => new Map<number, GridCell>());
  let places = 0;
  for (const { row, column, rowSpan, columnSpan, blocks } of table.cells) {
    const first = blocks[0];
    if (first === undefined) continue;
    const span = { start: document.blocks[first]!.span.start, end: document.blocks[blocks.at(-1)!]!.span.end };
    const text = document.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const cell = { text, folded: fold(text), block: first, span, row, column };
    const lastRow = Math.min(table.rows, row + rowSpan);
    const lastColumn = Math.min(table.columns, column + columnSpan);
    places += (lastRow - row) * (lastColumn - column);
    if (places > mostPlaces) return [];
    for (let r = row; r < lastRow; r += 1) for (let c = column; c < lastColumn; c += 1) rows[r]!.set(c, cell);
  }
  return rows;
}

/** Whether a row only numbers the columns. */
export const numbersColumns = (row: GridRow): boolean => {
  const cells = [...new Set(row.values())];
  return cells.length >= 3 && cells.every(({ text }) => columnNumber.test(text));
};

/** The heads above a column, from the top, each merged cell once, folded. */
export function headsOf(heads: readonly GridRow[], column: number): string[] {
  const cells = new Set<GridCell>();
  for (const row of heads) {
    const cell = row.get(column);
    if (cell !== undefined && !numbersColumns(row)) cells.add(cell);
  }
  return [...cells].map(({ folded }) => folded);
}
