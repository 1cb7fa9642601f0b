import { groupBy } from '../../text/group-by.js';
import type { Segment, SpreadLine } from '../plain/spaced-columns.js';
import { headlessRows, spacedTable } from '../plain/spaced-table.js';
import type { TypedTable } from '../plain/typed-table.js';
import { measureOf } from './join-paragraphs.js';
import { lineOf, type TextLine, type Word } from './page-geometry.js';
import type { ColumnReach, RuledTable, TableCell } from './read-table.js';
import { findColumns } from './split-columns.js';

/** Shares of the letter size. A sign: two are the least room between columns. */
const sign = 0.22;
/** What parts two pieces of a line: wider than the blanks of justified text; also in the page's own blanks. */
const apart = { sizes: 0.9, blanks: 2.5 };
/** What parts them where the lines around are parted too: wider than a blank. */
const apartInLine = { sizes: 0.42, blanks: 1.6 };
/** The blank of a typewriter's face is the widest. */
const widestBlank = 0.65;
/** Lines above and below that show where columns part. */
const around = 3;
/** A line with more gaps is no row: no page has as many columns. */
const mostGaps = 40;

/** Lines of a page that are a table, `from` to `to` (excluded). */
export interface AlignedTable {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly table: RuledTable;
}

interface Gap {
  /** the word behind it */
  readonly at: number;
  readonly left: number;
  readonly right: number;
}

const gapsOf = ({ words }: TextLine, least: number): Gap[] =>
  words.flatMap(({ left }, at) => {
    const before = words[at - 1]?.right ?? left;
    return at > 0 && left - before >= least ? [{ at, left: before, right: left }] : [];
  });

/** The blank of a page's letters, in points: most gaps between words are no wider than that, columns or not. */
function blankOf(lines: readonly TextLine[], size: number): number {
  const gaps = lines
    .flatMap((line) => gapsOf(line, 0))
    .map(({ left, right }) => right - left)
    .sort((a, b) => a - b);
  return Math.min(gaps[gaps.length >> 2] ?? 0, widestBlank * size);
}

/** Where the words of each line part, as indices: at wide gaps, and at narrower ones in which lines around part too. */
function cutsOf(lines: readonly TextLine[], size: number): readonly (readonly number[])[] {
  const blank = blankOf(lines, size);
  const [wide, narrow] = [apart, apartInLine].map(({ sizes, blanks }) => Math.max(sizes * size, blanks * blank));
  const parted = lines.map((line) => gapsOf(line, wide!));
  return lines.map((line, index) => {
    const near = parted
      .slice(Math.max(0, index - around), index + around + 1)
      .filter(({ length }) => length > 1 && length <= mostGaps);
    if (near.length === 0) return parted[index]!.map(({ at }) => at);
    const inOthers = ({ left, right }: Gap): boolean =>
      near.some((gaps) => gaps.some((gap) => Math.min(gap.right, right) - Math.max(gap.left, left) >= narrow!));
    return gapsOf(line, narrow!)
      .filter((gap) => gap.right - gap.left >= wide! || inOthers(gap))
      .map(({ at }) => at);
  });
}

/** The pieces of the lines and their places, in signs. */
function spreadLines(lines: readonly TextLine[], size: number, leading: number): SpreadLine[] {
  const unit = sign * size;
  return cutsOf(lines, size).map((cuts, index) => {
    const line = lines[index]!;
    const above = lines[index - 1];
    const segments = [0, ...cuts].map((from, piece): Segment => {
      const words = line.words.slice(from, cuts[piece]);
      const text = words.map((word) => word.text).join(' ');
      return { text, left: words[0]!.left / unit, right: words.at(-1)!.right / unit };
    });
    const step = above === undefined ? leading : line.baseline - above.baseline;
    const gapBefore = Math.max(0, Math.round(step / leading) - 1);
    return { text: line.text, left: line.left / unit, right: line.right / unit, gapBefore, page: line.page, segments };
  });
}

/** The words of these lines, each to be taken once, by what they say. */
function wordsByText(lines: readonly TextLine[]): (text: string) => Word | undefined {
  const words = groupBy(
    lines.toReversed().flatMap((line) => line.words.toReversed()),
    (word) => word.text,
  );
  return (text) => words.get(text)?.pop();
}

/** The table that white space alone keeps in columns, with the words of its cells; null where a column has none. */
function tableOf(
  { cells, rows, columns, headRows, from, to }: TypedTable,
  lines: readonly TextLine[],
  headless: boolean,
): RuledTable | null {
  const own = lines.slice(from, to);
  const take = wordsByText(own);
  const { baseline, page } = own[0]!;
  const reaches = Array.from({ length: columns }, (): ColumnReach | undefined => undefined);
  const made = cells.map(({ text, ...place }): TableCell => {
    const words = text.split(' ').flatMap((token) => take(token) ?? []);
    if (words.length === 0) return { ...place, paragraphs: [] };
    if (place.columnSpan === 1) {
      const { left, right } = reaches[place.column] ?? words[0]!;
      reaches[place.column] = {
        left: Math.min(left, ...words.map((word) => word.left)),
        right: Math.max(right, ...words.map((word) => word.right)),
      };
    }
    return { ...place, paragraphs: [[lineOf(words, baseline, page)]] };
  });
  const known = reaches.flatMap((reach) => reach ?? []);
  if (known.length < columns) return null;
  const xs = [...known.map(({ left }) => left), Math.max(...known.map(({ right }) => right))];
  return {
    rows,
    columns,
    page,
    lastPage: page,
    xs,
    reaches: known,
    headRows,
    cells: made,
    scant: headless ? own : null,
  };
}

/** What may stand over the first row of a page: its number. */
const pageNumber = /^[-–]?\s?\d{1,3}\s?[-–]?$/u;

/** More lines than any page has: a drawing made of letters. */
const mostLines = 600;

/**
 * Finds the tables of a page whose columns are kept apart by white space alone: rows under their heads, with figures or
 * running numbers, that leave the same columns free.
 *
 * @param lines from top to bottom, without the lines of ruled tables
 */
export function alignedTables(lines: readonly TextLine[]): AlignedTable[] {
  if (lines.length > mostLines) return [];
  const { leading } = measureOf(lines);
  const size = lines.map((line) => line.size).sort((a, b) => a - b)[lines.length >> 1] ?? 0;
  if (!(size > 0) || !(leading > 0)) return [];
  const spread = spreadLines(lines, size, leading);
  // Most pages have no line that may be a row of a table, and are not looked at for columns.
  let inColumns: ReadonlySet<number> | null = null;
  const isInColumns = (index: number): boolean => {
    inColumns ??= new Set(
      findColumns(lines).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
    );
    return inColumns.has(index);
  };
  const found: AlignedTable[] = [];
  let ended = 0;
  const isTaken = (index: number) => index < ended || isInColumns(index);
  const take = (rows: TypedTable, headless: boolean) => {
    const table = tableOf(rows, lines, headless);
    if (table === null) return;
    ended = rows.to;
    const { baseline, size: height } = lines[rows.from]!;
    found.push({ from: rows.from, to: rows.to, top: baseline - height, table });
  };
  const first = pageNumber.test(lines[0]!.text) ? 1 : 0;
  for (let at = 0; at < lines.length; ) {
    const { table, to } = spacedTable(spread, at, isTaken);
    if (table !== null) take(table, false);
    else if (at === first) {
      const rest = headlessRows(spread, at, isTaken);
      if (rest !== null) take(rest, true);
    }
    at = Math.max(at + 1, to, ended);
  }
  return found;
}
