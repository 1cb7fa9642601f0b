import type { Diagnostic, Quantity } from '../../model/index.js';
import { exactDecimal } from '../../text/numbers.js';
import { isAddable, placeOf } from './check-figures.js';
import type { Decimal } from './rounding.js';

/** What ties a percentage to the ratio before it: "12/15 thôn (đạt 80%)", "9/14 vụ, chiếm 64,3%". */
const ownShare =
  /^(?<noun>[^.;:\d]{0,60}?)(?:[,(] ?|\s)(?:đạt |chiếm |tương đương |bằng |= ?)?(?:(?:tỷ|tỉ) lệ )?(?:là )?$/u;
/** A share of something else, or a change. */
const otherShare = /kế hoạch|chỉ tiêu|so với|dự toán|cùng kỳ|tăng|giảm|vượt|còn lại|mục tiêu|nghị quyết/;
/** "đạt 80% (12/15 thôn)": the ratio stands in a bracket of its own behind its percentage. */
const opensBracket = /^(?:[^\d.;:(),]{0,60})? ?\((?:tương ứng |tương đương |đạt |bằng |có |với |= ?)?$/u;
/** "45 hộ/120 hộ", "45 hộ trong tổng số 120 hộ" */
const ofAll = /^(?: ?\/ ?| (?:trên|trong)(?: tổng)?(?: số)? )$/;
/** "…; trong đó 04 công chức …, chiếm 20%" */
const opensPart = /(?:^|[\s,;(:])trong đó(?: có)?:? ?(?:[^\d.;:()]{0,40} )?$/u;
const ofWhole = /^(?<noun>[^.;:\d]{0,80}?)(?:[,(] ?|\s)(?<verb>chiếm|đạt) (?:(?:tỷ|tỉ) lệ )?$/u;
/** Behind a percentage: of what it is a share, if not of the figure before it. */
const ofOther = /^ ?(?!(?:và|hoặc|nhưng|có|được|đã|với)(?!\p{L}))\p{L}/u;
/** Half a per cent: reports round, and round what they have rounded. */
const tolerance = 0.5;

/** A percentage that stands beside its own ratio, plan or whole, and is another than these give. */
export function contradictedShare(lower: string, quantities: readonly Quantity[], index: number): Diagnostic | null {
  return (
    ofRatio(lower, quantities, index) ??
    beforeRatio(lower, quantities, index) ??
    ofPair(lower, quantities, index) ??
    ofPart(lower, quantities, index) ??
    ofPlan(lower, quantities, index)
  );
}

const isRatio = ({ kind, of, unitCode, rule, modifier }: Quantity): boolean =>
  kind === 'ratio' &&
  of !== null &&
  of !== 0 &&
  unitCode !== 'VND' &&
  modifier === 'exact' &&
  rule !== 'quantity/rank' &&
  rule !== 'quantity/table-cell';
const isShare = ({ kind, valueMax }: Quantity): boolean => kind === 'percent' && valueMax === null;
const shareOf = (part: string | number, whole: string | number): Decimal =>
  exactDecimal(part).dividedBy(whole).times(100);

/** "trên 80%" is wrong of a share under it, "gần 80%" and "dưới 80%" of one over it. */
function differs({ exact, modifier }: Quantity, share: Decimal): boolean {
  const over = share.minus(exact);
  switch (modifier) {
    case 'exact':
      return over.abs().greaterThan(tolerance);
    case 'over':
    case 'at-least':
      return over.lessThan(-tolerance);
    case 'under':
    case 'nearly':
    case 'at-most':
      return over.greaterThan(tolerance);
    case 'about':
      return over.abs().greaterThan(5);
  }
}

const tell = (percent: Quantity, beside: string, share: Decimal): Diagnostic => ({
  code: 'quantities/percent-contradicts-ratio',
  level: 'warning',
  message: `“${percent.quote}” stands ${beside}, which is ${share.toDecimalPlaces(1).toString()}%`,
  ...placeOf(percent),
});

/** The words that tie a percentage to what stands before it; null where they do not. */
function tied(lower: string, start: number, percent: Quantity): string | null {
  const gap = lower.slice(start, percent.span.start);
  const after = lower.slice(percent.span.end, percent.span.end + 16);
  const noun = gap.length > 90 ? undefined : ownShare.exec(gap)?.groups?.['noun'];
  // "123/159 xã tỷ lệ cử tri đi bầu đạt 100%": a rate of something else.
  return noun === undefined || noun.includes('lệ') || otherShare.test(gap) || otherShare.test(after) ? null : noun;
}

function ofRatio(lower: string, quantities: readonly Quantity[], index: number): Diagnostic | null {
  const [ratio, percent] = [quantities[index]!, quantities[index + 1]];
  if (percent === undefined || percent.block !== ratio.block || !isRatio(ratio) || !isShare(percent)) return null;
  if (tied(lower, ratio.span.end, percent) === null) return null;
  const share = shareOf(ratio.value, ratio.of!);
  return differs(percent, share) ? tell(percent, `after “${ratio.quote}”`, share) : null;
}

function beforeRatio(lower: string, quantities: readonly Quantity[], index: number): Diagnostic | null {
  const [percent, ratio] = [quantities[index]!, quantities[index + 1]];
  if (ratio === undefined || percent.block !== ratio.block || !isRatio(ratio) || !isShare(percent)) return null;
  const gap = lower.slice(percent.span.end, ratio.span.start);
  if (!opensBracket.test(gap) || otherShare.test(gap)) return null;
  // One thing stands in the bracket, and the percentage is no change.
  if (!/^[^\d(;]{0,60}\)/u.test(lower.slice(ratio.span.end, ratio.span.end + 62))) return null;
  if (otherShare.test(lower.slice(Math.max(0, percent.span.start - 16), percent.span.start))) return null;
  const share = shareOf(ratio.value, ratio.of!);
  return differs(percent, share) ? tell(percent, `before “${ratio.quote}”`, share) : null;
}

/** "45 hộ/120 hộ đăng ký, chiếm 37,5%" */
function ofPair(lower: string, quantities: readonly Quantity[], index: number): Diagnostic | null {
  const [part, all, percent] = quantities.slice(index, index + 3);
  if (part === undefined || all === undefined || percent === undefined || percent.block !== part.block) return null;
  if (!isAddable(part) || !isAddable(all) || part.kind !== 'count' || !isShare(percent)) return null;
  if (part.unit !== all.unit || Number(all.exact) === 0) return null;
  if (!ofAll.test(lower.slice(part.span.end, all.span.start)) || tied(lower, all.span.end, percent) === null)
    return null;
  const share = shareOf(part.exact, all.exact);
  return differs(percent, share) ? tell(percent, `after “${part.quote}” of “${all.quote}”`, share) : null;
}

/**
 * "10 công chức …, đạt 100%; trong đó 04 công chức …, đạt 20%": a part's share is of its whole, or of what that is itself
 * a share of.
 */
function ofPart(lower: string, quantities: readonly Quantity[], index: number): Diagnostic | null {
  const whole = quantities[index]!;
  if (!isAddable(whole) || whole.kind !== 'count' || Number(whole.exact) === 0) return null;
  const next = quantities[index + 1];
  const own =
    next !== undefined && isShare(next) && next.modifier === 'exact' && tied(lower, whole.span.end, next) !== null
      ? next
      : null;
  const [part, percent] = quantities.slice(index + (own === null ? 1 : 2), index + (own === null ? 3 : 4));
  if (part === undefined || percent === undefined || percent.block !== whole.block) return null;
  if (!isAddable(part) || part.unit !== whole.unit || !isShare(percent) || percent.modifier !== 'exact') return null;
  const gap = lower.slice((own ?? whole).span.end, part.span.start);
  if (gap.length > 120 || /[.]/.test(gap) || !opensPart.test(gap)) return null;
  const between = lower.slice(part.span.end, percent.span.start);
  const after = lower.slice(percent.span.end, percent.span.end + 24);
  const verb = ofWhole.exec(between)?.groups?.['verb'];
  if (verb === undefined || /lệ [^ ]/.test(between) || otherShare.test(between) || otherShare.test(after)) return null;
  if (ofOther.test(after)) return null;
  // "đạt" without a share of the whole beside it may be held against anything.
  if (own === null && verb === 'đạt') return null;
  const share = shareOf(part.exact, whole.exact);
  const ofBase = own === null ? share : share.times(own.exact).dividedBy(100);
  if (!differs(percent, share) || !differs(percent, ofBase)) return null;
  return tell(percent, `after “${part.quote}” of “${whole.quote}”`, share);
}

/** "kế hoạch 120 ha, thực hiện 135 ha, đạt 112,5% kế hoạch": the percentage against the two before it. */
function ofPlan(lower: string, quantities: readonly Quantity[], index: number): Diagnostic | null {
  const [plan, actual, percent] = quantities.slice(index, index + 3);
  if (plan === undefined || actual === undefined || percent?.kind !== 'percent') return null;
  if (plan.block !== percent.block || !isAddable(plan) || !isAddable(actual) || plan.unit !== actual.unit) return null;
  if (!/^(?:plan|target)$/.test(plan.basis) || actual.basis !== 'actual' || Number(plan.exact) === 0) return null;
  if (percent.modifier !== 'exact' || percent.valueMax !== null) return null;
  if (!/^ ?(?:kế hoạch|kh|chỉ tiêu|dự toán)(?!\p{L})/u.test(lower.slice(percent.span.end, percent.span.end + 12)))
    return null;
  const between = lower.slice(plan.span.end, percent.span.start);
  if (!/^[^.;:()]{0,120}$/.test(between.replace(/\d\.\d/g, '')) || /so với|cùng kỳ/.test(between)) return null;
  const share = shareOf(actual.exact, plan.exact);
  return differs(percent, share) ? tell(percent, `after “${actual.quote}” of “${plan.quote}”`, share) : null;
}
