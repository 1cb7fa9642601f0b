import type { PlainLine } from './plain-lines.js';
import { isColumnNumber, isFigure, type Search, type TypedRow, tableOf } from './typed-table.js';

const bars = /[|│┃║]/u;
const mostColumns = 60; // a table wider than any page

/** What stands between the bars of a line, '' before a bar at its very beginning and after one at its very end. */
function piecesOf(line: PlainLine): readonly string[] | null {
  const pieces = line.text.split(bars, mostColumns + 3).map((piece) => piece.trim());
  return pieces.length > 1 && pieces.length <= mostColumns + 2 ? pieces : null;
}

interface BarredLine {
  readonly pieces: readonly string[];
  readonly line: PlainLine;
}

const mostLinesOfRow = 3; // on average, in a table whose rows are ruled off
/** Whether a row holds figures; the columns' numbers are none. */
const hasFigures = ({ cells }: TypedRow) =>
  cells.some(isFigure) && !cells.every((text) => text === '' || isColumnNumber(text));
const filledOf = (pieces: readonly string[]) => pieces.filter((piece) => piece !== '').length;
const isFramed = (pieces: readonly string[]) => pieces.length > 2 && pieces[0] === '' && pieces.at(-1) === '';

/** The lines from `from` on that have bars, as far as they have as many, give or take what was left out at an end. */
function barredLines(
  lines: readonly PlainLine[],
  from: number,
  isTaken: (index: number) => boolean,
): readonly BarredLine[] {
  const found: BarredLine[] = [];
  let widest = 0;
  for (let at = from; at < lines.length && !isTaken(at); at += 1) {
    const line = lines[at]!;
    const pieces = piecesOf(line);
    if (pieces === null) break;
    const first = found[0]?.pieces;
    if (first !== undefined) {
      const framed = isFramed(first) && isFramed(pieces);
      // Some programs part the rows by empty lines; a line that a rule parts from what follows opens the next table.
      const parted = framed && line.gapBefore === 1 && pieces.length === first.length && !line.ruled;
      if (line.gapBefore > 0 && !(parted && lines[at + 1]?.ruled !== true)) break;
      if (framed ? pieces.length > widest + 1 : Math.abs(pieces.length - first.length) > 1) break;
    }
    widest = Math.max(widest, pieces.length);
    found.push({ pieces, line });
  }
  return found;
}

/** Gives every line the same outer bars: a row may lack the first or the last of them, or begin with an empty cell. */
function withoutFrame(found: readonly BarredLine[]): readonly TypedRow[] {
  const opened = found.filter(({ pieces }) => pieces[0] === '').length;
  const leftFrame = opened * 4 >= found.length * 3;
  const shifted = found.map(({ pieces }) => (leftFrame && pieces[0] !== '' ? ['', ...pieces] : pieces));
  const emptyLeft = leftFrame && shifted.every(([first]) => first === '') ? 1 : 0;
  const width = shifted.reduce((most, { length }) => Math.max(most, length), 0);
  const emptyRight = shifted.every((pieces) => (pieces[width - 1] ?? '') === '') ? 1 : 0;
  return shifted.map((pieces) => {
    const cells = pieces.slice(emptyLeft, width - emptyRight);
    const inner = isFramed(pieces) ? pieces.length - 2 : pieces.length;
    return { cells, whole: inner === 1 && width - emptyLeft - emptyRight > 1 };
  });
}

/** Whether a line holds the rest of the words of the row above it, and nothing of a row of its own. */
function goesOn(above: readonly string[], cells: readonly string[], ruledOff: boolean): boolean {
  const filled = cells.flatMap((text, column) => (text === '' ? [] : [column]));
  const room = above.some((text, column) => text !== '' && (cells[column] ?? '') === '');
  if (filled.length === 0 || !room || filled.some((column) => (above[column] ?? '') === '' || isFigure(cells[column]!)))
    return false;
  return ruledOff || filled.every((column) => /^[\p{Ll}(]/u.test(cells[column]!));
}

/**
 * Reads the table that opens at a line: cells parted by bars, as Markdown, mail and old printers have them, with a frame or
 * without, its rows parted by rules or not.
 */
export function barredTable(lines: readonly PlainLine[], from: number, isTaken: (index: number) => boolean): Search {
  const found = barredLines(lines, from, isTaken);
  const none = { table: null, to: from + Math.max(1, found.length) };
  if (found.length < 2) return none;
  const typed = withoutFrame(found);
  const columns = typed.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const rules = found.filter(({ line }, at) => at > 0 && line.ruled).length;
  // "Điện thoại: … | Fax: …" over "Thư điện tử: … | Trang tin: …" is no table.
  const isSure = found.every(({ pieces }) => isFramed(pieces)) || rules > 0 || found.length > 2 || columns > 2;
  if (columns < 2 || !isSure || typed.filter(({ cells }) => filledOf(cells) > 1).length * 2 < typed.length) return none;

  // With rules between all rows, whatever stands between two of them is one.
  const boxed = rules > 1 && found.length <= (rules + 1) * mostLinesOfRow;
  const rows: { cells: readonly string[]; whole: boolean }[] = [];
  let ruledHeads = 0;
  for (const [at, row] of typed.entries()) {
    const { ruled } = found[at]!.line;
    const above = rows.at(-1);
    if (above !== undefined && !ruled && !row.whole && !above.whole && goesOn(above.cells, row.cells, boxed))
      above.cells = Array.from({ length: columns }, (_, column) =>
        `${above.cells[column] ?? ''} ${row.cells[column] ?? ''}`.trim(),
      );
    else {
      if (ruled && ruledHeads === 0 && !rows.some(hasFigures)) ruledHeads = rows.length;
      rows.push({ ...row });
    }
  }
  if (rows.length < 2) return none;
  const to = from + found.length;
  return { table: tableOf({ from, to }, rows, columns, ruledHeads), to };
}
