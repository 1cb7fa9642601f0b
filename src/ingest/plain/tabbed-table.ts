import type { PlainLine } from './plain-lines.js';
import { isBlank, isFigure, type Search, type TypedRow, tableOf } from './typed-table.js';

const mostColumns = 60; // a table wider than any page
const longestWhole = 120; // characters of words that stand across all columns
/** A list whose items are set in by tabs: "1.⇥Nội dung", "-⇥Lúa". */
const listMark = /^(?:[-–+*•]|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,5})[.)])$/u;

function cellsOf(line: PlainLine): readonly string[] {
  return line.original
    .replace(/[\f\r]/g, '')
    .split('\t', mostColumns + 1)
    .map((cell) => cell.replace(/ +/g, ' ').trim());
}

/** A line of words without a tab between two rows, over all columns: "I. Trồng trọt". */
const isWhole = ({ text }: PlainLine) =>
  text.length <= longestWhole && /^[\p{Lu}\d]/u.test(text) && !/[.;:,]$/.test(text);

/** Two columns are a table where the second holds figures alone, under a head without one; pages of contents are none. */
function isPair(rows: readonly TypedRow[]): boolean {
  const [head, ...body] = rows.filter(({ whole }) => !whole).map(({ cells }) => cells);
  if (head === undefined || body.length < 2 || isBlank(head[0]!) || isBlank(head[1]!) || isFigure(head[1]!))
    return false;
  if (/^trang$/iu.test(head[1]!) || body.some(([label]) => listMark.test(label ?? ''))) return false;
  return body.every(([label, value]) => /\p{L}/u.test(label!) && (isFigure(value!) || isBlank(value!)));
}

/** Three columns and more: two filled cells a row, and not the items of a list. */
function isGrid(rows: readonly TypedRow[]): boolean {
  const own = rows.filter(({ whole }) => !whole);
  const filled = own.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1).length;
  const listed = own.filter(({ cells }) => listMark.test(cells[0]!) && !/^\d/.test(cells[0]!)).length;
  const sides = own[0]!.cells.filter((_, column) => own.some(({ cells }) => (cells[column] ?? '') !== '')).length;
  return filled * 3 >= own.length * 2 && listed * 2 < own.length && sides > 2;
}

/** Reads the table that opens at a line: cells parted by tabs, as many in each line. */
export function tabbedTable(lines: readonly PlainLine[], from: number, isTaken: (index: number) => boolean): Search {
  if (!lines[from]!.original.includes('\t')) return { table: null, to: from + 1 };
  const first = cellsOf(lines[from]!);
  if (first.length < 2 || first.length > mostColumns) return { table: null, to: from + 1 };
  const rows: TypedRow[] = [];
  let to = from;
  const fits = (at: number): readonly string[] | null => {
    const line = lines[at];
    if (line === undefined || isTaken(at) || (at > from && line.gapBefore > 0)) return null;
    const cells = cellsOf(line);
    const few = first.length > 2 && cells.length > 1 && Math.abs(cells.length - first.length) <= 1;
    return cells.length === first.length || few ? cells : null;
  };
  for (; to < lines.length; to += 1) {
    const cells = fits(to);
    if (cells !== null) rows.push({ cells, whole: false });
    else if (
      rows.length > 0 &&
      !isTaken(to) &&
      lines[to]!.gapBefore === 0 &&
      cellsOf(lines[to]!).length === 1 &&
      isWhole(lines[to]!) &&
      fits(to + 1) !== null
    )
      rows.push({ cells: cellsOf(lines[to]!), whole: true });
    else break;
  }
  const none = { table: null, to: Math.max(from + 1, to) };
  if (rows.length < 2) return none;
  const indent = rows.every(({ cells, whole }) => whole || cells[0] === '') ? 1 : 0;
  const trimmed = rows.map(({ cells, whole }) => ({ cells: whole ? cells : cells.slice(indent), whole }));
  let columns = trimmed.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  while (columns > 0 && trimmed.every(({ cells, whole }) => whole || (cells[columns - 1] ?? '') === '')) columns -= 1;
  const cut = trimmed.map(({ cells, whole }) => ({ cells: cells.slice(0, columns), whole }));
  if (columns < 2 || !(columns === 2 ? isPair(cut) : isGrid(cut))) return none;
  return { table: tableOf({ from, to }, cut, columns, 0), to };
}
