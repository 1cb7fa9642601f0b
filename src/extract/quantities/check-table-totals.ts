import type { Diagnostic, Quantity } from '../../model/index.js';
import { exactDecimal } from '../../text/numbers.js';
import type { RowMark, TableRow } from './table-rows.js';

/** What is not added up: rates, means, prices, ranks. */
const notAdditive =
  /bình quân|trung bình|năng suất|mật độ|đơn giá|giá bán|hệ số|(?:tỷ|tỉ) (?:lệ|trọng|suất)|tốc độ|chỉ số|xếp (?:hạng|thứ)|điểm/i;

/** A row with the rows under it. */
interface Node {
  readonly row: TableRow;
  readonly children: Node[];
}

type Decimal = ReturnType<typeof exactDecimal>;

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
    return sum === undefined || added === null ? [] : [{ sum, added, agrees: agrees(sum, added) }];
  });
  const isSum = compared.filter(({ agrees }) => agrees).length >= Math.max(1, compared.length / 2);
  return [...below, ...(isSum ? compared.flatMap(({ sum, added, agrees }) => (agrees ? [] : [tell(sum, added)])) : [])];
}

function compare(sum: Quantity | undefined, nodes: readonly Node[], column: number): Diagnostic | null {
  const added = sum === undefined ? null : sumOf(sum, nodes, column);
  return sum === undefined || added === null || agrees(sum, added) ? null : tell(sum, added);
}

/** The sum of what stands under a figure; null where it cannot be added up. */
function sumOf(sum: Quantity, nodes: readonly Node[], column: number): Decimal | null {
  if (!/^(?:count|money|measure)$/.test(sum.kind) || sum.unit.includes('/')) return null;
  if (notAdditive.test(sum.indicator?.words ?? '')) return null;
  const parts = nodes.flatMap((node) => summands(node, column));
  if (parts.length < 2 || parts.some(({ kind, unit }) => kind !== sum.kind || unit !== sum.unit)) return null;
  return parts.reduce((all, { exact }) => all.plus(exact), exactDecimal(0));
}

/** Each figure may have been rounded to its last place. */
function agrees({ exact, quote }: Quantity, added: Decimal): boolean {
  const slack = /,\d/.test(quote) || exact.includes('.') ? exactDecimal(exact).abs().times(0.001) : exactDecimal(0);
  return added.minus(exact).abs().lessThanOrEqualTo(slack);
}

const tell = (sum: Quantity, added: Decimal): Diagnostic => ({
  code: 'quantities/total-contradicts-rows',
  level: 'warning',
  message: `the table's total “${sum.quote}” is not the sum of its rows, ${added.toString()}`,
  span: sum.span,
  ...(sum.page === null ? {} : { page: sum.page }),
});
