import { endsFinally } from '../flowing-lines.js';
import {
  type Column,
  cellsUnder,
  columnsUnder,
  figuresStandAlone,
  leader,
  type Segment,
  type SpreadLine,
  segmentsOf,
  widestGap,
  withLine,
} from './spaced-columns.js';
import { isColumnNumber, isFigure, type TypedRow } from './typed-table.js';

/** A line of a table with its pieces. */
export interface SpacedLine {
  readonly line: SpreadLine;
  readonly segments: readonly Segment[];
}

/** Lines `from` to `to` (excluded) that leave the same columns free. */
export interface SpacedRows {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
  readonly lines: readonly SpacedLine[];
}

const gapOverPages = 6; // empty lines where a page's number was
const mostWrapped = 4; // lines of words between two rows with figures
const longestGroup = 90; // characters of the name of a group of rows
const rowNumber = /^(?:\d{1,3}|[IVX]{1,5}|[a-zđA-ZĐ]|\d{1,2}(?:\.\d{1,2}){1,3})[.)]?$/u;
const small = /^[\p{Ll}(]/u;

/** Whether a line has a figure in a column of its own, or a number before its words. */
export function opensRow(segments: readonly Segment[]): boolean {
  if (segments.length < 2 || segments.some(({ text }) => leader.test(text))) return false;
  return (
    segments.slice(1).some(({ text }) => isFigure(text)) || (segments.length > 2 && rowNumber.test(segments[0]!.text))
  );
}

/** "(1)  (2)  (3)", "A  B  1  2": the numbers of the columns, one higher than the other. */
export function numbersColumns(segments: readonly Segment[]): boolean {
  const signs = segments.flatMap(({ text }) => text.split(/ (?=[(\d])/));
  if (signs.length < 3 || !signs.every(isColumnNumber)) return false;
  const numbers = signs.flatMap((sign) => /\d+/.exec(sign)?.[0] ?? []).map(Number);
  return numbers.length > 1 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
}

/** The rows that open at a line, with the lines of words between them. */
export function rowsFrom(
  lines: readonly SpreadLine[],
  from: number,
  isTaken: (index: number) => boolean,
): SpacedRows | null {
  const found: SpacedLine[] = [];
  let columns: readonly Column[] = [];
  let to = from;
  for (let at = from; at < lines.length && at - to < mostWrapped && !isTaken(at); at += 1) {
    const line = lines[at]!;
    if (at > from && line.gapBefore > (line.page === lines[at - 1]!.page ? widestGap : gapOverPages)) break;
    const segments = segmentsOf(line);
    if (segments.length === 0 || segments.some(({ text }) => leader.test(text))) break;
    if (!opensRow(segments)) continue;
    const own = { line, segments };
    const merged = withLine(columns, segments);
    // Columns that grew together are one only where no figure stood beside another word.
    const rows = merged.length < columns.length ? [...found, own] : [own];
    if (merged.length < 2 || !rows.every((row) => figuresStandAlone(row.segments, merged))) break;
    const between = lines.slice(to, at).map((words) => ({ line: words, segments: segmentsOf(words) }));
    if (!between.every((words) => fitsBetween(words, merged))) break;
    columns = merged;
    found.push(...between, own);
    to = at + 1;
  }
  // The last row's words may go on below it.
  for (; to < lines.length && !isTaken(to) && lines[to]!.gapBefore === 0 && found.length > 0; to += 1) {
    const words = { line: lines[to]!, segments: segmentsOf(lines[to]!) };
    const rest = words.segments.length > 0 && words.segments.every(({ text }) => small.test(text));
    if (!rest || opensRow(words.segments) || !fitsBetween(words, columns)) break;
    found.push(words);
  }
  return found.length === 0 ? null : { from, to, columns, lines: found };
}

/** The rest of a cell's words in its column, or the name of a group of rows across them. */
function fitsBetween({ line, segments }: SpacedLine, columns: readonly Column[]): boolean {
  if (segments.length !== 1) return segments.length > 1 && withLine(columns, segments).length >= columns.length;
  const [from, to] = columnsUnder(segments[0]!, columns);
  if (to === from + 1) return line.right + 1 < (columns[to]?.left ?? Number.POSITIVE_INFINITY);
  return isGroup(line, columns);
}

const offCentre = 4; // signs by which a line may miss the middle of the table

const isCentred = ({ left, right }: Column, columns: readonly Column[]): boolean =>
  Math.abs(left + right - columns[0]!.left - columns.at(-1)!.right) <= 2 * offCentre;

const isGroup = (line: SpreadLine, columns: readonly Column[]): boolean =>
  line.text.length <= longestGroup &&
  /^[\p{Lu}\d]/u.test(line.text) &&
  !endsFinally(line.text) &&
  (line.left <= columns[1]!.left || isCentred(line, columns));

const join = (above: readonly string[], below: readonly string[]): readonly string[] =>
  above.map((text, column) => `${text} ${below[column]}`.trim());

/**
 * Puts the lines of a table together into rows: words that begin with a small letter go on with the row above, or with the
 * words above that wait for the figures of their row.
 */
export function joinLines(lines: readonly SpacedLine[], columns: readonly Column[]): readonly TypedRow[] {
  const rows: { cells: readonly string[]; whole: boolean }[] = [];
  let waiting: readonly string[] | null = null;
  const addWaiting = () => {
    if (waiting !== null) rows.push({ cells: waiting, whole: false });
    waiting = null;
  };
  for (const { line, segments } of lines) {
    const [from, to] = columnsUnder(segments[0]!, columns);
    if (segments.length === 1 && to > from + 1) {
      addWaiting();
      rows.push({ cells: [line.text], whole: true });
      continue;
    }
    const cells = cellsUnder(segments, columns);
    const words = cells.find((text) => /\p{L}{2}/u.test(text));
    const goesOn = words === undefined || small.test(words);
    const above = rows.at(-1);
    if (opensRow(segments)) {
      if (waiting !== null && goesOn) rows.push({ cells: join(waiting, cells), whole: false });
      else {
        addWaiting();
        rows.push({ cells, whole: false });
      }
      waiting = null;
    } else if (goesOn && waiting !== null) waiting = join(waiting, cells);
    else if (goesOn && above !== undefined && !above.whole) above.cells = join(above.cells, cells);
    else {
      addWaiting();
      waiting = cells;
    }
  }
  addWaiting();
  return rows;
}
