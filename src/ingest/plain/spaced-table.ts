import { type Column, cellsUnder, columnsUnder, type SpreadLine, segmentsOf } from './spaced-columns.js';
import { headLinesAbove, placeHeads } from './spaced-heads.js';
import { joinLines, numbersColumns, opensRow, rowsFrom, type SpacedLine } from './spaced-rows.js';
import { isFigure, placeRow, type Search, type TypedTable } from './typed-table.js';

/**
 * Reads the table whose first row is a line, its columns kept apart by white space alone: two rows and more under their
 * heads, with figures or running numbers, that leave the same columns free. Running text, letterheads, signatures, pages of
 * contents and lists have no such rows, or no heads.
 *
 * @param isTaken lines that belong to a letterhead, a signature or a table above
 */
export function spacedTable(lines: readonly SpreadLine[], from: number, isTaken: (index: number) => boolean): Search {
  const line = lines[from]!;
  // One glance at most lines of a text.
  if ('raw' in line && !line.raw.includes('  ')) return { table: null, to: from + 1 };
  if (!opensRow(segmentsOf(line))) return { table: null, to: from + 1 };
  const rows = rowsFrom(lines, from, isTaken);
  const none = { table: null, to: rows?.to ?? from + 1 };
  if (rows === null || rows.columns.length < 2) return none;
  const { columns } = rows;
  const numbering = numbersColumns(rows.lines[0]!.segments) ? rows.lines[0]! : null;
  const own = numbering === null ? rows.lines : rows.lines.slice(1);
  if (own.length === 0) return none;

  const before = numbering === null ? waitingAbove(lines, from, own[0]!, columns, isTaken) : [];
  const first = from - before.length;
  const label = labelColumn(own, columns);
  const headLines = headLinesAbove(lines, first, columns, label, (at) => !isTaken(at));
  const heads = placeHeads(
    headLines.map(({ segments }) => segments),
    columns,
    label,
  );
  if (heads === null || !isTable(own, columns, heads.cells)) return none;

  const numbered = numbering === null ? [] : [{ cells: cellsUnder(numbering.segments, columns), whole: false }];
  const body = [...numbered, ...joinLines([...before, ...own], columns)];
  const cells = [...heads.cells, ...body.flatMap((row, index) => placeRow(row, heads.rows + index, columns.length))];
  const table: TypedTable = {
    from: headLines[0]!.at,
    to: rows.to,
    rows: heads.rows + body.length,
    columns: columns.length,
    cells,
    kind: 'data',
    headRows: heads.rows + numbered.length,
  };
  return { table, to: rows.to };
}

/** Rows of figures without heads: the rest of a table that began on the page before, or no table at all. */
export function headlessRows(
  lines: readonly SpreadLine[],
  from: number,
  isTaken: (index: number) => boolean,
): TypedTable | null {
  if (!opensRow(segmentsOf(lines[from]!))) return null;
  const rows = rowsFrom(lines, from, isTaken);
  if (rows === null || rows.columns.length < 3) return null;
  const { to, columns } = rows;
  const body = joinLines(rows.lines, columns);
  const cells = body.flatMap((row, index) => placeRow(row, index, columns.length));
  return { from, to, rows: body.length, columns: columns.length, cells, kind: 'data', headRows: 0 };
}

/** The first column that holds words in most of the rows. */
function labelColumn(lines: readonly SpacedLine[], columns: readonly Column[]): number {
  const rows = lines.map(({ segments }) => cellsUnder(segments, columns));
  const worded = (column: number) => rows.filter((cells) => /\p{L}{2}/u.test(cells[column]!)).length;
  return columns.findIndex((_, column) => worded(column) * 2 > rows.length);
}

/** Words over a first row that begins in the middle of them: a tall row has its figures at half its height. */
function waitingAbove(
  lines: readonly SpreadLine[],
  from: number,
  { segments }: SpacedLine,
  columns: readonly Column[],
  isTaken: (index: number) => boolean,
): readonly SpacedLine[] {
  const label = segments.find(({ text }) => /\p{L}{2}/u.test(text));
  if (label === undefined || !/^\p{Ll}/u.test(label.text)) return [];
  const [at] = columnsUnder(label, columns);
  const found: SpacedLine[] = [];
  for (let above = from - 1; above >= 0 && !isTaken(above) && lines[above + 1]!.gapBefore === 0; above -= 1) {
    const words = segmentsOf(lines[above]!);
    if (words.length !== 1 || columnsUnder(words[0]!, columns).join() !== `${at},${at + 1}`) return [];
    found.unshift({ line: lines[above]!, segments: words });
    if (/^\p{Lu}/u.test(words[0]!.text)) return found;
  }
  return [];
}

/** Whether the rows are a table's, and not lines that chance has set apart. */
function isTable(lines: readonly SpacedLine[], columns: readonly Column[], heads: TypedTable['cells']): boolean {
  const rows = lines.flatMap(({ segments }) => (opensRow(segments) ? [cellsUnder(segments, columns)] : []));
  const headed = columns.filter((_, at) =>
    heads.some(({ column, columnSpan }) => column <= at && column + columnSpan > at),
  );
  if (rows.length < 2 || headed.length < Math.max(2, columns.length - 1)) return false;
  if (columns.length === 2) return isPair(rows, heads);
  const running = heads.some(({ column, text }) => column === 0 && /^(?:stt|tt|số tt|số thứ tự)$/iu.test(text));
  const measured = columns.some(
    (_, column) => column > 0 && rows.filter((cells) => isFigure(cells[column]!)).length * 2 > rows.length,
  );
  return running || measured;
}

/** Two columns: a name and a figure in each row, and it is no page of contents. */
const isPair = (rows: readonly (readonly string[])[], heads: TypedTable['cells']): boolean =>
  rows.length > 2 &&
  !heads.some(({ text }) => /^(?:trang|số trang)$/iu.test(text)) &&
  rows.every(([label, figure]) => /\p{L}/u.test(label!) && isFigure(figure!));
