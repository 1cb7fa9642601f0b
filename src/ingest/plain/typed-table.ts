import { classifyTable, type PlacedCell } from '../docx/classify-table.js';

/** Lines `from` to `to` (excluded) that are a table typed with signs or white space between its cells. */
export interface TypedTable {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly columns: number;
  /** by rows, each from the left; empty ones too */
  readonly cells: readonly PlacedCell[];
  readonly kind: 'data' | 'layout';
  readonly headRows: number;
}

/** What one way of typing tables found at a line: a table, or none up to a line from which it may look again. */
export interface Search {
  readonly table: TypedTable | null;
  readonly to: number;
}

/** A row's cells from the left, '' for an empty one; `whole` for words that stand across all columns. */
export interface TypedRow {
  readonly cells: readonly string[];
  readonly whole: boolean;
}

/** A number alone in its cell, with the signs that tables add; a share; "12/15". */
export const isFigure = (text: string): boolean =>
  /^[-–+(]?\s?\d[\d.,]*(?: \d{3})*(?:\/\d[\d.,]*)?\s?%?\)?\*{0,2}$/.test(text);
/** What a table prints where it has no figure. */
export const isBlank = (text: string): boolean => text === '' || /^[-–—xX.…]{1,3}$/u.test(text);
/** "3", "(3)", "B", "7=6/3": under the heads, the columns' numbers. */
export const isColumnNumber = (text: string): boolean =>
  /^(?:\(?\d{1,2}\)?(?: ?[=(] ?[\d:=+/x*.() -]{1,20})?|[A-Z]|\([a-z]\))$/.test(text);

const mostHeadRows = 3;

/** How many rows at the top are heads: the first, and those under it that leave what it says of the rows' names as it is. */
function wordedRows(rows: readonly TypedRow[]): number {
  const end = rows.findIndex(
    ({ cells, whole }, at) =>
      whole ||
      cells.some(isFigure) ||
      (at > 0 && ((cells[0] ?? '') !== '' || cells.filter((text) => text !== '').length < 2)),
  );
  return end < 0 ? 1 : Math.min(end, mostHeadRows);
}

/**
 * Joins the cells of the heads that were one: what stands empty under a head belongs to it, and so does what stands empty
 * at its right, where both have heads of their own below ("Năm 2023 | " over "Kế hoạch | Thực hiện").
 */
function joinHeads(heads: readonly TypedRow[], columns: number): PlacedCell[] {
  const cells: PlacedCell[] = [];
  const taken = new Set<string>();
  const textAt = (row: number, column: number) => heads[row]?.cells[column] ?? '';
  const hasBelow = (row: number, column: number) =>
    heads.some((_, below) => below > row && textAt(below, column) !== '');
  for (const [row, head] of heads.entries())
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(`${row}:${column}`)) continue;
      const text = textAt(row, column);
      let columnSpan = 1;
      let rowSpan = 1;
      if (head.whole) columnSpan = columns;
      else if (text !== '') {
        if (hasBelow(row, column))
          while (
            column + columnSpan < columns &&
            textAt(row, column + columnSpan) === '' &&
            !taken.has(`${row}:${column + columnSpan}`) &&
            hasBelow(row, column + columnSpan)
          )
            columnSpan += 1;
        else rowSpan = heads.length - row;
      }
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r}:${c}`);
      cells.push({ row, column, rowSpan, columnSpan, text });
      if (head.whole) break;
    }
  return cells;
}

/** A row of a table's body as placed cells, those left out at its end empty. */
export function placeRow({ cells, whole }: TypedRow, row: number, columns: number): readonly PlacedCell[] {
  const place = (text: string, column: number, columnSpan: number) => ({ row, column, rowSpan: 1, columnSpan, text });
  if (whole) return [place(cells.find((text) => text !== '') ?? '', 0, columns)];
  return Array.from({ length: columns }, (_, column) => place(cells[column] ?? '', column, 1));
}

/** The rows of a table as placed cells, the cells of its heads joined. */
export function placeRows(rows: readonly TypedRow[], columns: number, ruledHeads: number): readonly PlacedCell[] {
  const worded = ruledHeads > 0 ? ruledHeads : wordedRows(rows);
  const heads = worded > 1 ? worded : 0;
  const body = rows.slice(heads).flatMap((row, at) => placeRow(row, heads + at, columns));
  return [...joinHeads(rows.slice(0, heads), columns), ...body];
}

/**
 * A table of its rows, told from a letterhead or a signature as those of other formats are.
 *
 * @param ruledHeads rows that a rule parts from those below; 0 where none does
 */
export function tableOf(
  { from, to }: { readonly from: number; readonly to: number },
  rows: readonly TypedRow[],
  columns: number,
  ruledHeads: number,
): TypedTable {
  const cells = placeRows(rows, columns, ruledHeads);
  const { kind, headRows } = classifyTable(cells, rows.length, columns, null);
  return {
    from,
    to,
    rows: rows.length,
    columns,
    cells,
    kind,
    headRows: kind === 'layout' ? 0 : Math.max(headRows, ruledHeads),
  };
}
