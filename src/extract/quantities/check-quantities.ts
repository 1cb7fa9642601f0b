import type { Diagnostic, Quantity, SourceDocument } from '../../model/index.js';
import { exactDecimal } from '../../text/numbers.js';
import { checkTableShares } from './check-table-shares.js';
import { checkTableTotals } from './check-table-totals.js';
import { tableRows } from './table-rows.js';

/** What ties a percentage to the ratio before it: "12/15 thôn (đạt 80%)", "9/14 vụ, chiếm 64,3%". */
const ownShare =
  /^(?<noun>[^.;:\d]{0,60}?)(?:[,(] ?|\s)(?:đạt |chiếm |tương đương |bằng |= ?)?(?:(?:tỷ|tỉ) lệ )?(?:là )?$/u;
/** A share of something else, or a change. */
const otherShare = /kế hoạch|chỉ tiêu|so với|dự toán|cùng kỳ|tăng|giảm|vượt|còn lại/;
/** Half a per cent: reports round, and round what they have rounded. */
const tolerance = 0.5;
/** A longer list is a paragraph of its own things. */
const longestList = 600;

/**
 * Holds the figures of a report against each other: a percentage against its own ratio, parts against their sum, a table's
 * total against its rows. Trouble is told, and no value is changed.
 *
 * @param quantities in reading order
 */
export function checkQuantities(
  document: SourceDocument,
  lower: string,
  quantities: readonly Quantity[],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  quantities.forEach((quantity, index) => {
    const next = quantities[index + 1];
    if (next !== undefined && next.block === quantity.block) {
      const share = contradictedShare(lower, quantity, next);
      if (share !== null) found.push(share);
    }
    const reached = contradictedPlan(lower, quantities, index);
    if (reached !== null) found.push(reached);
    const parts = partsOf(lower, quantities, index);
    if (parts !== null) found.push(parts);
  });
  return [...found, ...checkTables(document, quantities)];
}

function checkTables(document: SourceDocument, quantities: readonly Quantity[]): Diagnostic[] {
  const byBlock = new Map<number, Quantity>();
  for (const quantity of quantities) if (quantity.rule === 'quantity/table-cell') byBlock.set(quantity.block, quantity);
  if (byBlock.size === 0) return [];
  return document.tables.flatMap((table) => {
    if (table.kind !== 'data') return [];
    const rows = tableRows(document, table, byBlock);
    return [...checkTableTotals(rows), ...checkTableShares(rows)];
  });
}

const locate = ({ span, page }: Quantity): Pick<Diagnostic, 'span' | 'page'> => ({
  span,
  ...(page === null ? {} : { page }),
});

function contradictedShare(lower: string, ratio: Quantity, percent: Quantity): Diagnostic | null {
  if (ratio.kind !== 'ratio' || ratio.of === null || ratio.of === 0 || ratio.unitCode === 'VND') return null;
  if (percent.kind !== 'percent' || percent.modifier !== 'exact' || percent.valueMax !== null) return null;
  if (ratio.modifier !== 'exact' || ratio.rule === 'quantity/rank') return null;
  const gap = lower.slice(ratio.span.end, percent.span.start);
  const after = lower.slice(percent.span.end, percent.span.end + 16);
  const noun = gap.length > 90 ? undefined : ownShare.exec(gap)?.groups?.['noun'];
  // "123/159 xã tỷ lệ cử tri đi bầu đạt 100%": a rate of something else.
  if (noun === undefined || noun.includes('lệ') || otherShare.test(gap) || otherShare.test(after)) return null;
  const share = exactDecimal(ratio.value).dividedBy(ratio.of).times(100);
  if (share.minus(percent.exact).abs().lessThanOrEqualTo(tolerance)) return null;
  return {
    code: 'quantities/percent-contradicts-ratio',
    level: 'warning',
    message: `“${percent.quote}” stands after “${ratio.quote}”, which is ${share.toDecimalPlaces(1).toString()}%`,
    ...locate(percent),
  };
}

/** "kế hoạch 120 ha, thực hiện 135 ha, đạt 112,5% kế hoạch": the percentage against the two before it. */
function contradictedPlan(lower: string, quantities: readonly Quantity[], index: number): Diagnostic | null {
  const [plan, actual, percent] = quantities.slice(index, index + 3);
  if (plan === undefined || actual === undefined || percent?.kind !== 'percent') return null;
  if (plan.block !== percent.block || !isSummable(plan) || !isSummable(actual) || plan.unit !== actual.unit)
    return null;
  if (!/^(?:plan|target)$/.test(plan.basis) || actual.basis !== 'actual' || Number(plan.exact) === 0) return null;
  if (percent.modifier !== 'exact' || percent.valueMax !== null) return null;
  if (!/^ ?(?:kế hoạch|kh|chỉ tiêu|dự toán)(?!\p{L})/u.test(lower.slice(percent.span.end, percent.span.end + 12)))
    return null;
  const between = lower.slice(plan.span.end, percent.span.start);
  if (!/^[^.;:()]{0,120}$/.test(between.replace(/\d\.\d/g, '')) || /so với|cùng kỳ/.test(between)) return null;
  const share = exactDecimal(actual.exact).dividedBy(plan.exact).times(100);
  if (share.minus(percent.exact).abs().lessThanOrEqualTo(tolerance)) return null;
  return {
    code: 'quantities/percent-contradicts-ratio',
    level: 'warning',
    message: `“${percent.quote}” stands after “${actual.quote}” of “${plan.quote}”, which is ${share.toDecimalPlaces(1).toString()}%`,
    ...locate(percent),
  };
}

/** "06 cá nhân, gồm 05 …, 01 …": the parts that the same list names, in the unit of the sum. */
function partsOf(lower: string, quantities: readonly Quantity[], index: number): Diagnostic | null {
  const sum = quantities[index]!;
  if (!isSummable(sum)) return null;
  const parts: Quantity[] = [];
  let whole = false;
  let last = sum;
  for (let at = index + 1; at < quantities.length; at += 1) {
    const part = quantities[at]!;
    if (part.block !== sum.block || part.span.start - sum.span.end > longestList) break;
    const gap = lower.slice(last.span.end, part.span.start);
    if (parts.length === 0) {
      const opening = /(?:^|[\s,;(:])(?<word>trong đó|bao gồm|gồm)(?=[\s:,])/.exec(gap);
      if (opening === null || /[.]/.test(gap) || gap.length > 120) return null;
      whole = opening.groups!['word'] !== 'trong đó';
    } else if (/[.]|trong đó|gồm|\)/.test(gap)) break;
    if (!isSummable(part) || part.unit !== sum.unit) {
      // What is said of a part in another unit ("chiếm 20%") is no part; another thing counted ends the list.
      if (part.kind === 'percent') continue;
      break;
    }
    parts.push(part);
    last = part;
  }
  if (parts.length < 2) return null;
  const total = parts.reduce((added, part) => added.plus(part.exact), exactDecimal(0));
  const wrong = whole ? !total.equals(sum.exact) && total.greaterThan(0) : total.greaterThan(sum.exact);
  if (!wrong) return null;
  return {
    code: 'quantities/parts-contradict-sum',
    // What "trong đó" names may overlap; what "gồm" names is the whole.
    level: whole ? 'warning' : 'info',
    message: `the parts of “${sum.quote}” add up to ${total.toString()}: ${parts.map(({ quote }) => quote).join(', ')}`,
    ...locate(sum),
  };
}

const isSummable = ({ kind, modifier, valueMax, rule }: Quantity): boolean =>
  (kind === 'count' || kind === 'money' || kind === 'measure') &&
  modifier === 'exact' &&
  valueMax === null &&
  rule !== 'quantity/table-cell';
