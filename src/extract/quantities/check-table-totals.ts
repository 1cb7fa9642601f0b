import type { Diagnostic, Quantity } from '../../model/index.js';
import { exactDecimal } from '../../text/numbers.js';
import { placeOf } from './check-figures.js';
import { type Decimal, roundingInTable } from './rounding.js';
import type { RowMark, TableRow } from './table-rows.js';

/** What is not added up: rates, means, prices, ranks. */
const notAdditive =
  /bình quân|trung bình|năng suất|mật độ|đơn giá|giá bán|hệ số|(?:tỷ|tỉ) (?:lệ|trọng|suất)|tốc độ|chỉ số|xếp (?:hạng|thứ)|điểm/i;

/** A row with the rows under it. */
interface Node {
  readonly row: TableRow;
  readonly children: Node[];
}

/**
 * A table's totals and sub-totals against the sums of their rows, column by column. A total is the sum of the rows of the
 * highest level, so that nothing counts twice; what stands under "Trong đó" is no summand. Tables whose levels are not
 * plain are left alone.
 *
 * @param rows of one table
 */
export function checkTableTotals(rows: readonly TableRow[]): Diagnostic[] {
  const figured = rows.filter(({ figures }) => figures.size > 0);
  const totals = figured.filter(({ isTotal }) => isTotal);
  const groups = totals.length > 1 ? groupsOf(rows) : null;
  if (groups !== null) return checkGroups(groups);
  const body = rows.filter(({ isTotal, ofWhich }) => !isTotal && !ofWhich);
  if (body.filter(({ figures }) => figures.size > 0).length < 2) return [];
  // Rows without a number among numbered ones may be parts or rows of their own.
  const marks = new Set(body.map(({ mark }) => mark));
  if (marks.has('plain') && marks.size > 1) return [];
  const roots = treeOf(body);
  const columns = new Set(figured.flatMap(({ figures }) => [...figures.keys()]));
  // "17 (6:3)" counts too, in its own way.
  for (const row of rows) for (const column of row.worded) columns.delete(column);

  const found: Diagnostic[] = [];
  const total = totals.length === 1 ? totals[0]! : null;
  if (total !== null && (total === figured[0] || total === figured.at(-1)))
    for (const column of columns) {
      const trouble = compare(total.figures.get(column), roots, column);
      if (trouble !== null) found.push(trouble);
    }
  if (totals.length <= 1) for (const root of roots) found.push(...checkSubtotals(root, columns));
  return found;
}

/** Levels are told apart by their marks, the first mark being the highest. */
function treeOf(rows: readonly TableRow[]): Node[] {
  const levels: RowMark[] = [];
  const roots: Node[] = [];
  const open: { readonly level: number; readonly node: Node }[] = [];
  for (const row of rows) {
    if (!levels.includes(row.mark)) levels.push(row.mark);
    const level = levels.indexOf(row.mark);
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const node: Node = { row, children: [] };
    const parent = open.at(-1);
    (parent === undefined ? roots : parent.node.children).push(node);
    open.push({ level, node });
  }
  return roots;
}

/** A row's figures in one column: its own, or those of the rows under it. */
function summands({ row, children }: Node, column: number): readonly Quantity[] {
  const own = row.figures.get(column);
  return own === undefined ? children.flatMap((child) => summands(child, column)) : [own];
}

/**
 * A row over others need not be their sum: they may be the chief ones. It is where another of its columns adds up, or
 * where they come to more than it.
 */
function checkSubtotals(node: Node, columns: ReadonlySet<number>): Diagnostic[] {
  const below = node.children.flatMap((child) => checkSubtotals(child, columns));
  if (node.children.length < 2) return below;
  const compared = [...columns].flatMap((column) => {
    const sum = node.row.figures.get(column);
    const added = sum === undefined ? null : sumOf(sum, node.children, column);
    return sum === undefined || added === null ? [] : [{ sum, added: added.value, agrees: agrees(sum, added) }];
  });
  const isSum = compared.filter(({ agrees }) => agrees).length >= Math.max(1, compared.length / 2);
  return [...below, ...(isSum ? compared.flatMap(({ sum, added, agrees }) => (agrees ? [] : [tell(sum, added)])) : [])];
}

function compare(sum: Quantity | undefined, nodes: readonly Node[], column: number): Diagnostic | null {
  const added = sum === undefined ? null : sumOf(sum, nodes, column);
  return sum === undefined || added === null || agrees(sum, added) ? null : tell(sum, added.value);
}

interface Added {
  readonly value: Decimal;
  readonly parts: readonly Quantity[];
}

/** The sum of what stands under a figure; null where it cannot be added up. */
function sumOf(sum: Quantity, nodes: readonly Node[], column: number): Added | null {
  if (!/^(?:count|money|measure)$/.test(sum.kind) || sum.unit.includes('/')) return null;
  if (notAdditive.test(sum.indicator?.words ?? '')) return null;
  const parts = nodes.flatMap((node) => summands(node, column));
  if (parts.length < 2 || parts.some(({ kind, unit }) => kind !== sum.kind || unit !== sum.unit)) return null;
  return { value: parts.reduce((all, { exact }) => all.plus(exact), exactDecimal(0)), parts };
}

const agrees = (sum: Quantity, { value, parts }: Added): boolean =>
  value
    .minus(sum.exact)
    .abs()
    .lessThanOrEqualTo(roundingInTable([sum, ...parts]));

const tell = (sum: Quantity, added: Decimal): Diagnostic => ({
  code: 'quantities/total-contradicts-rows',
  level: 'warning',
  message: `the table's total “${sum.quote}” is not the sum of its rows, ${added.toString()}`,
  ...placeOf(sum),
});

/** Rows that a total of their own closes ("Cộng"), and the total of all of them. */
interface Groups {
  readonly closed: readonly { readonly total: TableRow; readonly rows: readonly TableRow[] }[];
  readonly all: TableRow;
}

/** "… | Cộng | … | Cộng | Tổng cộng": null where totals stand in another order. */
function groupsOf(rows: readonly TableRow[]): Groups | null {
  const closed: { total: TableRow; rows: TableRow[] }[] = [];
  let open: TableRow[] = [];
  let all: TableRow | null = null;
  for (const row of rows) {
    if (row.figures.size === 0 || row.ofWhich) continue;
    if (all !== null) return null;
    if (!row.isTotal) open.push(row);
    else if (open.length > 0) {
      closed.push({ total: row, rows: open });
      open = [];
    } else if (closed.length > 1) all = row;
    else return null;
  }
  return all === null || open.length > 0 ? null : { closed, all };
}

function checkGroups({ closed, all }: Groups): Diagnostic[] {
  const columns = [...all.figures.keys()];
  const node = (row: TableRow): Node => ({ row, children: [] });
  const check = (total: TableRow, rows: readonly TableRow[]) =>
    columns.flatMap((column) => {
      if ([total, ...rows].some(({ worded }) => worded.has(column))) return [];
      const trouble = compare(total.figures.get(column), rows.map(node), column);
      return trouble === null ? [] : [trouble];
    });
  // Rows of several levels between two totals are left alone.
  const plain = closed.filter(({ rows }) => new Set(rows.map(({ mark }) => mark)).size === 1);
  return [
    ...plain.flatMap(({ total, rows }) => check(total, rows)),
    ...check(
      all,
      closed.map(({ total }) => total),
    ),
  ];
}
