import { editDistance } from '../../text/edit-distance.js';
import { fold } from '../../text/fold.js';
import { isRestOf } from '../flowing-lines.js';
import { isFull, roomIn } from './join-cell-lines.js';
import { mendBrokenWords } from './mend-broken-words.js';
import type { TextLine } from './page-geometry.js';
import {
  type ColumnReach,
  countHeadRows,
  headDepth,
  isNumber,
  type RuledTable,
  type TableCell,
  textOf,
} from './read-table.js';

/** Borders of the same table on two pages are this near, in points. */
const samePlace = 4;
/** A head of more rows is none. */
const mostHeadRows = 8;

const placedTexts = ({ cells }: RuledTable) => cells.map((cell) => ({ ...cell, text: textOf(cell.paragraphs) }));
const rowTexts = (table: RuledTable, row: number) =>
  table.cells
    .filter((cell) => cell.row === row)
    .map(({ column, paragraphs }) => ({ column, text: textOf(paragraphs) }));

/** Read off a picture, the same head has another slip on each page: so many of its letters, as a share, may differ. */
const slips = 0.25;
const lettersOf = (text: string): string =>
  fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a page begins with a row of the table's head once more; rows under the head are the same to the letter. */
function repeats(own: RuledTable, table: RuledTable, row: number): boolean {
  const [here, there] = [rowTexts(own, row), rowTexts(table, row)];
  if (here.length !== there.length) return false;
  const same = here.filter(({ column, text }, i) => column === there[i]!.column && text === there[i]!.text).length;
  if (same === here.length) return true;
  if (row >= table.headRows) return false;
  const [one, other] = [here, there].map((cells) => lettersOf(cells.map(({ text }) => text).join('')));
  const most = Math.floor(slips * Math.max(one!.length, other!.length));
  return here.every(({ column }, i) => column === there[i]!.column) && editDistance(one!, other!, most) <= most;
}

/**
 * Adds a table that goes on over the page to the one before it: it has the same columns, its repeated head is left out,
 * and a row or a merged cell that the page break cut in two is one again.
 *
 * @returns false when it is a table of its own
 */
export function continueTable(table: RuledTable, next: RuledTable): boolean {
  if (next.page !== table.lastPage + 1) return false;
  const placed = withoutBorders(table, next);
  if (placed === null) return false;
  const xs = commonBorders(table.xs, placed.xs);
  if (xs === null) return false;
  const own = placeIn(placed, xs);
  Object.assign(table, placeIn(table, xs));

  let skip = 0;
  while (skip < Math.min(next.rows, table.rows, mostHeadRows) && repeats(own, table, skip)) skip += 1;
  // Other heads over the same columns: another table of the same form.
  if (skip === 0 && next.headRows > 0 && table.headRows > 0 && own.cells.some((cell) => looksLikeHead(cell, table)))
    return false;

  const last = lastRow(table);
  const first = own.cells.filter((cell) => cell.row === skip);
  const inHead =
    headDepth(placedTexts(table), table.rows, table.columns) >= table.rows &&
    !first.some(({ paragraphs }) => isNumber(textOf(paragraphs)));
  const places = first.map((cell) => placeUnder(cell, last.get(cell.column), xs, inHead));
  const rest = skip < next.rows && isRestOfRow(first, places, last);
  const offset = table.rows - skip - (rest ? 1 : 0);
  for (const [i, cell] of first.entries()) {
    const above = last.get(cell.column);
    const goesDown = rest || (inHead ? places[i] !== 'own' : places[i] === 'empty' && cell.rowSpan > 1);
    if (above === undefined || above.columnSpan !== cell.columnSpan || !goesDown) {
      if (!rest) table.cells.push({ ...cell, row: cell.row + offset });
      continue;
    }
    if (cell.paragraphs.length > 0) goOn(above, cell.paragraphs, widthOf(cell, xs));
    above.rowSpan = Math.max(above.rowSpan, cell.row + offset + cell.rowSpan - above.row);
  }
  for (const cell of own.cells) if (cell.row > skip) table.cells.push({ ...cell, row: cell.row + offset });
  table.rows += next.rows - skip - (rest ? 1 : 0);
  table.lastPage = next.page;
  if (inHead) table.headRows = countHeadRows(placedTexts(table), table.rows, table.columns);
  return true;
}

/**
 * The table on the next page by the borders of the first, where neither has any: each of its columns is below one of the
 * first's and no other. Null: another table.
 */
function withoutBorders(table: RuledTable, next: RuledTable): RuledTable | null {
  const [above, below] = [table.reaches, next.reaches];
  if (above === undefined || below === undefined) return above === below ? next : null;
  const meets = (a: ColumnReach, b: ColumnReach) => a.left < b.right && b.left < a.right;
  const same =
    above.length === below.length &&
    above.every((column, at) => below.every((other, place) => meets(column, other) === (at === place)));
  return same ? { ...next, xs: table.xs } : null;
}

/** The borders of both, where one has all of the other's: a page of merged cells shows fewer. Null: another table. */
function commonBorders(first: readonly number[], second: readonly number[]): readonly number[] | null {
  const shift = second[0]! - first[0]!;
  const moved = second.map((x) => x - shift);
  if (Math.abs(moved.at(-1)! - first.at(-1)!) > samePlace) return null;
  const [few, many] = first.length <= moved.length ? [first, moved] : [moved, first];
  return few.every((x) => many.some((other) => Math.abs(other - x) <= samePlace)) ? many : null;
}

/** The table with its cells' columns counted by these borders. */
function placeIn(table: RuledTable, borders: readonly number[]): RuledTable {
  if (borders.length === table.xs.length) return table;
  const shift = table.xs[0]! - borders[0]!;
  const places = table.xs.map((x) => borders.findIndex((border) => Math.abs(border - x + shift) <= samePlace));
  return {
    ...table,
    xs: borders,
    columns: borders.length - 1,
    cells: table.cells.map((cell) => {
      const column = places[cell.column]!;
      return { ...cell, column, columnSpan: places[cell.column + cell.columnSpan]! - column };
    }),
  };
}

const widthOf = ({ column, columnSpan }: TableCell, xs: readonly number[]): number =>
  xs[column + columnSpan]! - xs[column]!;

/** The cells that reach down to the table's last row, by their column. */
const lastRow = (table: RuledTable): ReadonlyMap<number, TableCell> =>
  new Map(
    table.cells.filter((cell) => cell.row + cell.rowSpan >= table.rows).map((cell) => [cell.column, cell] as const),
  );

const isFigure = (lines: readonly TextLine[]) => lines.length === 1 && isNumber(lines[0]!.text);

/** How a page's first cell stands to the last one above it: without text, going on with its text, or with its own. */
function placeUnder(
  cell: TableCell,
  above: TableCell | undefined,
  xs: readonly number[],
  inHead: boolean,
): 'empty' | 'goes-on' | 'own' {
  const opening = cell.paragraphs[0];
  if (opening === undefined) return 'empty';
  const before = above?.paragraphs.at(-1);
  if (above === undefined || before === undefined || above.columnSpan !== cell.columnSpan) return 'own';
  const [line, next] = [before.at(-1)!, opening[0]!];
  const room = roomIn(before, widthOf(cell, xs));
  if (mendBrokenWords([line, next], room).length === 1 || isRestOf(line.text, next.text)) return 'goes-on';
  return inHead && isFull(line, next, room) && /\p{L}/u.test(line.text) ? 'goes-on' : 'own';
}

/**
 * Whether a page's first row is the rest of the last row on the page before: what stands in its cells goes on with the
 * sentence or the word above, and no figure of its own stands under another.
 */
function isRestOfRow(
  first: readonly TableCell[],
  places: readonly ReturnType<typeof placeUnder>[],
  last: ReadonlyMap<number, TableCell>,
): boolean {
  if (!places.includes('goes-on')) return false;
  let own = false;
  for (const [i, cell] of first.entries()) {
    if (places[i] !== 'own') continue;
    const above = last.get(cell.column);
    if (above === undefined || (isFigure(cell.paragraphs[0]!) && isFigure(above.paragraphs.flat()))) return false;
    own = true;
  }
  // The page may have parted a numbered row between the items of a list.
  return !own || places[0] === 'empty';
}

function goOn(above: TableCell, paragraphs: readonly TextLine[][], width: number): void {
  const [opening, ...others] = paragraphs;
  const last = above.paragraphs.at(-1);
  if (last === undefined) above.paragraphs.push(opening!);
  else last.splice(0, last.length, ...mendBrokenWords([...last, ...opening!], roomIn(last, width)));
  above.paragraphs.push(...others);
}

/** "STT", "TT": a head's first cell says so where a body row has its number. */
function looksLikeHead(cell: TableCell, table: RuledTable): boolean {
  return (
    cell.row === 0 &&
    /^(?:STT|TT|Số TT)$/iu.test(textOf(cell.paragraphs)) &&
    table.cells.some((other) => other.row === 0 && other.column === cell.column)
  );
}
