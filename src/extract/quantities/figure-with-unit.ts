import { exactDecimal, printExact, readNumber } from '../../text/numbers.js';
import { figureWithoutUnit } from './figure-without-unit.js';
import { isLabelled, isQuotedName } from './labels.js';
import { type LeftContext, readDistantChange, readRightModifier } from './left-context.js';
import { matchAt } from './match-at.js';
import { type Amount, couldBeDay, rangeSign } from './read-amount.js';
import { skipSpaces, type UnitPhrase } from './read-unit-phrase.js';
import type { Draft, Stretch } from './reading.js';
import { settleValue } from './settle-value.js';
import { isMeasure, isTime, isWhole, moneyFactors } from './unit-lexicon.js';

/** Names of bodies and models that hold a number: "chính quyền địa phương 02 cấp". */
const namedLevels = /(?:chính quyền|mô hình|địa phương) $/;

/** "giảm 05 vụ (-16,6%)" */
function signOf(lower: string, at: number, floor: number): 'up' | 'down' | null {
  if (at - 2 < floor || lower[at - 2] !== '(') return null;
  return lower[at - 1] === '-' ? 'down' : lower[at - 1] === '+' ? 'up' : null;
}

/** The quantity that a number and its unit make; null where they count nothing. */
export function figureWithUnit(
  stretch: Stretch,
  at: number,
  amount: Amount,
  phrase: UnitPhrase,
  left: LeftContext,
  before: Draft | null,
  counted: Draft | null,
  paired: boolean,
): Draft | null {
  const { text, lower, start: floor, end: limit } = stretch;
  const { reading } = amount;
  const { known } = phrase;
  const isPercent = known?.code.startsWith('percent') === true || known?.code === 'permille';
  const isMoney = known?.dimension === 'money';
  const measured = known !== null && (isMeasure(known) || isMoney || isPercent);
  if (known !== null && isTime(known)) return null;

  const first = settleValue(stretch, reading, phrase);
  const fractional = first.includes('.');
  if (!measured) {
    // A number in words is no name's number ("nội dung hai bên đã ký"), but an ordinal it may be ("lần hai").
    const padded = reading.padded || reading.style === 'words';
    if (
      reading.scale === null &&
      !paired &&
      amount.rule !== 'rank' &&
      left.edge === at &&
      isLabelled(lower, at, floor, padded)
    )
      return null;
    if (isQuotedName(text, at, floor, limit)) return null;
    // "không quá 15/02 hằng năm", "đến 30/6 trung tâm …": a day, where nothing says that it is a part of a whole.
    if (amount.of !== null && amount.rule === 'ratio' && known === null && couldBeDay(amount)) return null;
    const capital = text[phrase.start] !== lower[phrase.start];
    // "1 Tập thể", "2.1 Thuận lợi" at the head of a paragraph: a list's number.
    if (at === floor && capital && !padded && amount.rule === 'number') return null;
    if (capital && fractional) return null;
    if (reading.style === 'words') {
      // "Hai Bà Trưng", "Ba Vì": a capital belongs to a name, but at the head of a sentence.
      const heads = at === floor || /[.;:!?–-] $/.test(lower.slice(Math.max(floor, at - 2), at));
      if (text[at] !== lower[at] && (capital || !heads)) return null;
      if (reading.oneWord && /^(?:ba mẹ|hai bà)/.test(lower.slice(at, at + 6))) return null;
    }
    // "đất lúa 2 vụ": a kind of land.
    if (known?.words === 'vụ' && /(?:lúa|lúa nước|đất|ruộng|đất màu) $/.test(lower.slice(Math.max(floor, at - 10), at)))
      return null;
    if (known?.words === 'cấp' && namedLevels.test(lower.slice(Math.max(floor, at - 14), at))) return null;
    // "giải ngân 16 tỷ vốn sự nghiệp": billions of anything but money are rare, and their noun is in the table.
    if (known === null && /^(?:tỷ|tỉ|triệu)$/.test(reading.scale ?? ''))
      return figureWithoutUnit(stretch, at, amount, left, before, counted);
  }

  // "từ 5% đến 7%": the unit stands at either end.
  const upper =
    isPercent && amount.rule === 'number' && (!left.level || left.from !== null)
      ? readUpperPercent(stretch, phrase.end, first)
      : null;
  const factor = isMoney ? (moneyFactors.get(known.code) ?? '1') : '1';
  const scaled = (exact: string): string => (factor === '1' ? exact : printExact(exactDecimal(exact).times(factor)));
  const right = readRightModifier(lower, upper?.end ?? phrase.end, limit);
  const inherited = inheritChange(lower, before, at, left, measured);
  // "số tiền phạt vượt 32 tỷ đồng" is more than that; "vượt 2 tỷ đồng so với dự toán" is by how much.
  const surpassed =
    amount.of === null &&
    !isPercent &&
    lower.startsWith('vượt', left.start) &&
    !/^[^.;]{0,30}(?:so với|kế hoạch|chỉ tiêu|dự toán|mức|định mức)/.test(
      lower.slice(phrase.end, Math.min(limit, phrase.end + 45)),
    );
  const direction =
    // "đạt và vượt 16/18 chỉ tiêu": how many were surpassed, not by how much.
    (amount.of === null && !surpassed ? left.direction : null) ??
    (amount.rule === 'range' || upper !== null ? left.from : null) ??
    (isPercent ? signOf(lower, at, floor) : null) ??
    (left.level ? null : (inherited ?? readDistantChange(lower, left.edge, floor)));
  // "trên 07 xã" says where: a padded number is never a rough one.
  const place =
    reading.padded &&
    lower.startsWith('trên', left.start) &&
    left.modifier === 'over' &&
    !measured &&
    direction === null;
  const modifier = right?.modifier ?? (place ? 'exact' : surpassed && left.direction === 'up' ? 'over' : left.modifier);
  const isTimes = known?.code === 'times';
  const kind: Draft['kind'] =
    direction !== null || known?.code === 'percent_point'
      ? 'change'
      : amount.of !== null
        ? 'ratio'
        : isPercent
          ? 'percent'
          : isMoney
            ? 'money'
            : measured || (fractional && (known === null || !isWhole(known)) && reading.scale === null)
              ? 'measure'
              : 'count';
  const unit = known?.code === 'permille' ? '‰' : isPercent ? '%' : isMoney ? moneyWords(known.words) : phrase.words;
  return {
    start: place || inherited !== null ? at : left.start,
    end: right?.end ?? upper?.end ?? phrase.end,
    at,
    unitStart: phrase.start,
    unitEnd: phrase.end,
    kind,
    exact: scaled(first),
    max: upper?.exact ?? (amount.max === null ? null : scaled(settleValue(stretch, amount.max, phrase))),
    of: amount.of === null ? null : scaled(settleValue(stretch, amount.of, phrase)),
    unit: known?.code === 'percent_point' ? phrase.words : unit,
    unitCode: known === null ? null : isMoney && moneyFactors.has(known.code) ? 'VND' : known.code,
    per: phrase.per,
    direction,
    modifier,
    confidence: confidenceOf(amount, known !== null, measured, isTimes),
    rule: `quantity/${upper !== null ? 'range' : amount.rule === 'number' ? kind : amount.rule}`,
  };
}

function readUpperPercent(
  { lower, end: limit }: Stretch,
  at: number,
  lowerEnd: string,
): { readonly end: number; readonly exact: string } | null {
  const sign = matchAt(rangeSign, lower, at);
  if (sign === null) return null;
  const reading = readNumber(lower, at + sign[0].length, limit);
  if (reading === null) return null;
  const mark = skipSpaces(lower, reading.end, limit);
  if (lower[mark] !== '%' || mark >= limit || !exactDecimal(lowerEnd).lessThan(reading.exact)) return null;
  return { end: mark + 1, exact: reading.exact };
}

/** "nghìn đồng", "trđ" and "tỷ" are all đồng once the scale is in the value. */
const moneyWords = (words: string): string =>
  /usd|\$|đô la|eur/.test(words) ? words.replace(/^(?:triệu|tỷ) /, '') : 'đồng';

/** "tăng 1.416 hộ với 4.921 khẩu", "so với cùng kỳ giảm 02 vụ, 01 người chết": one verb for both. */
function inheritChange(
  lower: string,
  before: Draft | null,
  at: number,
  left: LeftContext,
  measured: boolean,
): 'up' | 'down' | null {
  if (before?.kind !== 'change' || left.level || measured || before.unit === '%' || left.start !== at) return null;
  const gap = lower.slice(before.end, at);
  if (gap === ' với ' || gap === ' và ') return before.direction;
  if (gap !== ', ') return null;
  return /so với|cùng kỳ/.test(lower.slice(Math.max(0, before.start - 80), before.start)) ? before.direction : null;
}

/** From what was read: a unit of the table is worth more than an unknown noun, digits with one reading more than with two. */
function confidenceOf(amount: Amount, known: boolean, measured: boolean, times: boolean): number {
  let confidence = measured ? 0.97 : known ? 0.92 : 0.65;
  if (amount.reading.alternative !== null) confidence -= 0.04;
  if (amount.reading.style === 'dot-decimal' && !measured) confidence -= 0.15;
  if (amount.reading.oneWord && amount.reading.style === 'words') confidence -= 0.25;
  if (amount.of !== null && !amount.reading.exact.includes('.')) confidence += 0.02;
  if (times) confidence -= 0.05;
  return Math.round(Math.max(0.3, Math.min(0.99, confidence)) * 100) / 100;
}
