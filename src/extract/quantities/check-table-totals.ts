import type { Diagnostic, Quantity, SourceDocument, Table } from '../../model/index.js';
import { exactDecimal } from '../../text/numbers.js';

const totalLabel = /^(?:tổng(?: cộng| số)?|cộng|toàn (?:huyện|tỉnh|xã|thành phố|trường))\s*:?$/i;
/** Rows that hold sums of other rows: with them a column cannot be added up blindly. */
const nestedLabel = /^(?:[ivx]{1,4}[.)\s]|[a-dđ][.)]\s|[-+]\s|trong đó|tổng|cộng)/i;

/** A table's total row against the sum of its rows, column by column; tables with sub-totals are left alone. */
export function checkTableTotals(document: SourceDocument, quantities: readonly Quantity[]): Diagnostic[] {
  const byBlock = new Map<number, Quantity>();
  for (const quantity of quantities) if (quantity.rule === 'quantity/table-cell') byBlock.set(quantity.block, quantity);
  return byBlock.size === 0
    ? []
    : document.tables.flatMap((table) => (table.kind === 'data' ? checkTable(document, table, byBlock) : []));
}

function checkTable(document: SourceDocument, table: Table, byBlock: ReadonlyMap<number, Quantity>): Diagnostic[] {
  const rows = new Map<number, { labels: string[]; figures: Map<number, Quantity>; worded: Set<number> }>();
  for (const cell of table.cells) {
    const row = rows.get(cell.row) ?? { labels: [], figures: new Map<number, Quantity>(), worded: new Set<number>() };
    rows.set(cell.row, row);
    const figure = cell.blocks.length === 1 ? byBlock.get(cell.blocks[0]!) : undefined;
    if (figure !== undefined) row.figures.set(cell.column, figure);
    else {
      const texts = cell.blocks.map((block) => {
        const { start, end } = document.blocks[block]!.span;
        return document.text.slice(start, end).trim();
      });
      row.labels.push(...texts);
      if (texts.some((text) => text !== '')) row.worded.add(cell.column);
    }
  }
  const inOrder = [...rows.entries()].toSorted(([a], [b]) => a - b).map(([, row]) => row);
  const body = inOrder.slice(
    Math.max(
      0,
      inOrder.findIndex(({ figures }) => figures.size > 0),
    ),
  );
  const filled = body.filter(({ figures }) => figures.size > 0);
  const totals = filled.filter(({ labels }) => labels.some((label) => totalLabel.test(label)));
  const parts = filled.filter((row) => row !== totals[0]);
  if (totals.length !== 1 || parts.length < 2) return [];
  if (parts.some(({ labels }) => labels.some((label) => nestedLabel.test(label)))) return [];
  return [...totals[0]!.figures].flatMap(([column, total]): Diagnostic[] => {
    const added = parts.map(({ figures }) => figures.get(column)).filter((figure) => figure !== undefined);
    // "17 (6:3)" counts too, in its own way.
    if (body.some(({ worded }) => worded.has(column))) return [];
    if (added.length < 2 || !/^(?:count|money|measure)$/.test(total.kind)) return [];
    if (added.some(({ kind, unit }) => kind !== total.kind || unit !== total.unit)) return [];
    const sum = added.reduce((all, { exact }) => all.plus(exact), exactDecimal(0));
    // Each figure may have been rounded to its last place.
    const slack = exactDecimal(total.exact).abs().times(0.001);
    if (
      sum
        .minus(total.exact)
        .abs()
        .lessThanOrEqualTo(total.exact.includes('.') ? slack : 0)
    )
      return [];
    return [
      {
        code: 'quantities/total-contradicts-rows',
        level: 'warning',
        message: `the table's total “${total.quote}” is not the sum of its rows, ${sum.toString()}`,
        span: total.span,
        ...(total.page === null ? {} : { page: total.page }),
      },
    ];
  });
}
