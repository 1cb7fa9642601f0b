import type { Table, TableCell } from '../../model/index.js';
import { groupBy } from '../../text/group-by.js';

/** A cell's words and whether the file marks it as a head. */
interface Entry {
  readonly cell: TableCell;
  readonly content: { readonly text: string; readonly header: boolean };
}
type CellAt = (row: number, column: number) => { readonly text: string } | null;

/** A number alone, with its per cent sign and the marks that tables add. */
export const onlyNumber = /^[-–+(]?\s*\d[\d.,]*(?: \d{3})*\s*%?\s*\)?\*?$/;
export const running = /^(?:s{0,2}tt|s{1,2}ố tt|số thứ tự|no\.?)$/;
/** "3", "(3)", "B", "7 (6:3)", "5=4/3": a row of these under the heads numbers the columns. */
export const columnNumber = /^(?:\(?\d{1,2}\)?(?: ?[=(] ?[\d:=+/x*.() -]{1,20})?|[A-Z]|\([a-z]\))$/;

/** Rows at the top that name the columns: marked so, or without a number; a row "1 2 3" or "(1) (2)" under them counts too. */
export function countHeadRows(table: Table, own: readonly Entry[]): number {
  const rows = groupBy(own, ({ cell }) => cell.row);
  let heads = 0;
  let named = false;
  for (let row = 0; row < Math.min(table.rows, 8); row += 1) {
    const filled = (rows.get(row) ?? []).filter(({ content }) => content.text !== '');
    if (filled.length === 0) {
      if (heads === row && row > 0) heads = row + 1;
      continue;
    }
    const marked = filled.every(({ content }) => content.header);
    const numbering = row > 0 && filled.length > 2 && numbersColumns(filled);
    const worded = filled.every(({ content }) => !onlyNumber.test(content.text));
    const reaches = own.some(({ cell }) => cell.row < row && cell.row + cell.rowSpan > row);
    const title = filled.length === 1 && heads === row && isTitle(table, filled[0]!.cell);
    const first = heads === row && !named;
    if (!title && worded && filled.length > 1) named = true;
    if (marked || numbering || title || (worded && (first || reaches) && filled.length > 1)) heads = row + 1;
    else break;
  }
  return heads;
}

/** A cell over the whole width, above the heads: the table's title, with its unit at times. */
export const isTitle = (table: Table, cell: TableCell): boolean =>
  table.columns > 2 && cell.columnSpan >= table.columns;

function numbersColumns(row: readonly Entry[]): boolean {
  if (!row.every(({ content }) => columnNumber.test(content.text))) return false;
  // Figures do not run up by one from cell to cell; the first may be spoilt ("11" for "1").
  const numbers = row.map(({ content }) => Number(/\d+/.exec(content.text)?.[0] ?? Number.NaN));
  let steps = 0;
  for (let index = 2; index < numbers.length; index += 1) if (numbers[index] === numbers[index - 1]! + 1) steps += 1;
  return steps >= Math.max(1, numbers.filter((number) => !Number.isNaN(number)).length - 3);
}

/** The first column that holds words in most of its rows. */
export function findLabelColumn(
  table: Table,
  headRows: number,
  at: CellAt,
  excluded: (column: number) => boolean,
): number {
  for (let column = 0; column < table.columns; column += 1) {
    if (excluded(column)) continue;
    let worded = 0;
    let filled = 0;
    for (let row = headRows; row < table.rows; row += 1) {
      const words = at(row, column)?.text ?? '';
      if (words === '') continue;
      filled += 1;
      if (/\p{L}{2}/u.test(words)) worded += 1;
    }
    if (filled > 0 && worded * 2 > filled) return column;
  }
  return -1;
}

/**
 * 1, 2, 3 … down the first column, anew under each "I", "A" or "1.1"; a table that a page broke off goes on from where it
 * stood.
 */
export function runsUp(table: Table, headRows: number, at: CellAt): boolean {
  let last = Number.NaN;
  let first = Number.NaN;
  let counted = 0;
  for (let row = headRows; row < table.rows; row += 1) {
    const words = (at(row, 0)?.text ?? '').replace(/[.)]$/, '');
    if (!/^\d+$/.test(words)) {
      if (words !== '' && !/^(?:[IVX]+|\p{L}|\d+(?:\.\d+)+)$/u.test(words)) return false;
      continue;
    }
    const number = Number(words);
    if (counted > 0 && number !== last + 1 && number !== 1) return false;
    if (counted === 0) first = number;
    last = number;
    counted += 1;
  }
  return counted >= (first === 1 ? 2 : 3);
}

/** Heads are told apart by their first signs; a merged cell's text stands at every place that it covers. */
const enough = 40;

/** How the cells of a row begin. */
export const wordsOfRow = (table: Table, row: number, at: CellAt): string =>
  Array.from({ length: table.columns }, (_, column) => at(row, column)?.text.slice(0, enough) ?? '').join('|');

/** "12", "II.", "a)": a row that begins so is none of the heads. */
const rowNumber = /^(?:\d{1,3}|[IVX]{1,5}|[a-zđA-ZĐ])[.)]?$/;

/** Whether a table without heads of its own goes on under those of the one before it: it stands right behind, with as many columns. */
export function goesOnUnder(
  before: { readonly columns: number; readonly lastBlock: number },
  table: Table,
  headRows: number,
  at: CellAt,
): boolean {
  if (before.columns !== table.columns || firstBlock(table) !== before.lastBlock + 1) return false;
  return headRows === 0 || (headRows === 1 && rowNumber.test(at(0, 0)?.text ?? ''));
}

/** A cell's blocks are in the order of the text. */
export const firstBlock = ({ cells }: Table): number =>
  cells.reduce((least, { blocks }) => Math.min(least, blocks[0] ?? least), Number.POSITIVE_INFINITY);
export const lastBlock = ({ cells }: Table): number =>
  cells.reduce((most, { blocks }) => Math.max(most, blocks.at(-1) ?? most), -1);
