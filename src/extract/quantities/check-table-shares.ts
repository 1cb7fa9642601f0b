import type { Diagnostic, Quantity } from '../../model/index.js';
import { exactDecimal } from '../../text/numbers.js';
import type { TableRow } from './table-rows.js';

/** Heads of percentages that are held against something else than the plan beside them. */
const otherBase = /cùng kỳ|năm trước|năm \d{4}|tăng|giảm|so sánh|cơ cấu|tỷ trọng|chênh/i;
const tolerance = 0.5;

/** Half of the last place that a figure is printed with. */
const halfPlace = (quote: string): number =>
  0.5 * 10 ** -(/,(?<decimals>\d+)/.exec(quote)?.groups?.['decimals']?.length ?? 0);

/**
 * "Kế hoạch | Thực hiện | Tỷ lệ (%)": a row's percentage against the result and the plan that stand before it, where they
 * are one of each.
 *
 * @param rows of one table
 */
export function checkTableShares(rows: readonly TableRow[]): Diagnostic[] {
  return rows.flatMap(({ figures }): Diagnostic[] => {
    const found: Diagnostic[] = [];
    let before: Quantity[] = [];
    for (const [, figure] of [...figures].toSorted(([a], [b]) => a - b)) {
      if (figure.kind !== 'percent') {
        before.push(figure);
        continue;
      }
      const trouble = contradicts(figure, before);
      if (trouble !== null) found.push(trouble);
      before = [];
    }
    return found;
  });
}

function contradicts(percent: Quantity, before: readonly Quantity[]): Diagnostic | null {
  const [plan, actual] = before;
  if (before.length !== 2 || plan === undefined || actual === undefined) return null;
  if (plan.basis === 'actual' || actual.basis !== 'actual' || plan.kind !== actual.kind || plan.unit !== actual.unit)
    return null;
  if (!/^(?:count|money|measure)$/.test(plan.kind) || plan.period !== actual.period) return null;
  if (otherBase.test(percent.baseline ?? '') || Number(plan.exact) === 0) return null;
  const share = exactDecimal(actual.exact).dividedBy(plan.exact).times(100);
  const [ofPlan, ofActual] = [plan, actual].map(({ quote }) => printedValue(quote));
  const rounding = 100 * (halfPlace(actual.quote) / ofPlan! + (ofActual! * halfPlace(plan.quote)) / ofPlan! ** 2);
  const isWhole = plan.kind === 'count';
  const slack = Math.max(tolerance, isWhole ? 0 : rounding);
  if (share.minus(percent.exact).abs().lessThanOrEqualTo(slack)) return null;
  return {
    code: 'quantities/percent-contradicts-ratio',
    level: 'warning',
    message: `“${percent.quote}” stands beside “${actual.quote}” of “${plan.quote}”, which is ${share.toDecimalPlaces(1).toString()}%`,
    span: percent.span,
    ...(percent.page === null ? {} : { page: percent.page }),
  };
}

/** The number as printed, before its unit's scale. */
const printedValue = (quote: string): number => Number(quote.replace(/[^\d,]/g, '').replace(',', '.')) || 1;
