import { looksLikeYear } from '../../text/dates.js';
import type { NumberReading } from '../../text/numbers.js';
import { letterAt } from '../../text/word-edges.js';
import { isLabelled } from './labels.js';
import type { LeftContext } from './left-context.js';
import { matchAt } from './match-at.js';
import { type Amount, couldBeDay } from './read-amount.js';
import { readUnitPhrase, skipSpaces } from './read-unit-phrase.js';
import type { Draft, Stretch } from './reading.js';
import { settleValue } from './settle-value.js';
import { isTime, unitOfWords } from './unit-lexicon.js';

const plainInteger = (reading: NumberReading): boolean =>
  reading.scale === null && reading.style === 'plain' && !reading.exact.includes('.');

/** Verbs and facets after which a bare number goes on counting what was counted before ("hoàn thành 18", "nữ 12"). */
const goesOn = /(?:hoàn thành|thực hiện|còn|nữ|nam|giải quyết|dtts|thiểu số) $/;
const headOfSum =
  /(?:^|[\s(])(?:tổng )?số (?:lượng )?(?<noun>\p{L}[^:;.,()\d]{1,40}?)(?:, [^:;.,()\d]{1,30}?)?(?: năm \d{4})? ?(?:là|:|lên (?:tới|đến)) ?(?:(?:trên|hơn|gần|khoảng) )?$/u;
/** "trong đó nữ 32, đảng viên 21": kinds of people among those counted before. */
const facet = /(?:^|[,;:(] ?)(?:trong đó|gồm|bao gồm|riêng):? (?:có )?(?:\p{L}+ ){1,5}$|^ \((?:\p{L}+ ){1,4}$/u;
const nextFacet = /^(?:,|;| và|, và) (?:\p{L}+ ){1,5}$/u;
const facetRule = 'quantity/facet';
/** "giải Nhất: 02; giải Nhì: 05" */
const headOfPrize = /(?:^|[\s(])(?<noun>giải|huy chương) (?:nhất|nhì|ba|tư|khuyến khích|vàng|bạc|đồng):? $/u;

/** "khẩu: 4.321", "nữ: 12" */
const headOfGroup = /(?:^|[;,(\n+*•-] ?)(?<noun>\p{L}[\p{L} ]{1,24})(?:, [\p{L} ]{1,24})?: ?$/u;

/** What a rank is followed by: in what, among whom. */
const ranked = /^(?:về|trong|toàn|cả|ở|tại|so|và) /;

const shareInBrackets = / \((?:chiếm |đạt |tỷ lệ )?\d{1,3}(?:[.,]\d{1,3})? ?%\)/y;

/** "giảm 3,9% (233/240)" */
const isBracketed = (text: string, at: number, end: number, floor: number): boolean =>
  at > floor && /[([]/.test(text[at - 1]!) && /[)\]]/.test(text[end] ?? '');

const listRule = 'quantity/list-item';
const itemName = '(?:(?:\\p{Lu}[\\p{L}.]{0,12}[ -]){1,6}\\p{Lu}[\\p{L}.]{0,12}|nam|nữ|Huế):? ';
/** "07 đảng viên (khiển trách: 1; cảnh cáo: 2)": any name, where a colon ties it to its number. */
const namedItem = '[\\p{Ll} ]{2,40}: ?';
const firstItem = new RegExp(
  `^[^.;()\\d]{0,80}(?:\\((?:gồm:? |trong đó:? )?|gồm:? |: )${itemName}$|^[^.;()\\d]{0,40} \\(${namedItem}$`,
  'u',
);
const nextItem = new RegExp(`^(?:[,;] | và |, và )(?:${itemName}|${namedItem})$`, 'u');

/** The count that a list of names breaks down: "99 ngôi nhà hư hỏng (Điện Biên 82, Lào Cai 3 và Trà Vinh 3)". */
function listedUnder({ text, end: limit }: Stretch, before: Draft | null, at: number, end: number): Draft | null {
  if (before === null || at - before.end > 160 || (before.kind !== 'count' && before.kind !== 'measure')) return null;
  if (before.unit === '' || !/^ ?(?:[,;.)]|và )/.test(text.slice(end, Math.min(limit, end + 4)))) return null;
  const gap = text.slice(before.end, at);
  return (before.rule === listRule ? nextItem : firstItem).test(gap) ? before : null;
}

/** Whether the number goes on a list of things with the same scale, parted by names alone. */
function isListed(lower: string, before: Draft, at: number, scale: string): boolean {
  if (before.kind !== 'count' && before.kind !== 'measure') return false;
  const gap = lower.slice(before.end, at);
  return gap.length < 40 && /^[,;] [\p{L} ]*$/u.test(gap) && lower.slice(before.at, before.end).includes(` ${scale}`);
}

/** Whether a bare number tells how many of the people or households before it are of one kind. */
function isFacet(
  { text, lower, start: floor, end: limit }: Stretch,
  at: number,
  amount: Amount,
  left: LeftContext,
  before: Draft | null,
): boolean {
  if (before === null || before.kind !== 'count' || amount.rule !== 'number' || left.edge !== at) return false;
  if (!(plainInteger(amount.reading) || amount.reading.style === 'dot-grouping')) return false;
  const next = text[amount.end];
  if (amount.end < limit && !/[,;.)]/.test(next!) && !/^ và /.test(lower.slice(amount.end, amount.end + 4)))
    return false;
  const dimension = unitOfWords(before.unit)?.dimension;
  if ((dimension !== 'people' && dimension !== 'household') || at - before.end > 60) return false;
  const gap = lower.slice(before.end, at);
  if (!(before.rule === facetRule ? nextFacet : facet).test(gap) || /(?:năm|quý|tháng|số) $/.test(gap)) return false;
  return (
    Number(amount.reading.exact) <= Number(before.exact) * (before.rule === facetRule ? 1000 : 1) &&
    !isLabelled(lower, at, floor, amount.reading.padded)
  );
}

/** A number with nothing after it that could be its unit: money in tỷ or triệu, or the unit said before. */
export function figureWithoutUnit(
  stretch: Stretch,
  at: number,
  amount: Amount,
  left: LeftContext,
  before: Draft | null,
  counted: Draft | null,
): Draft | null {
  const { text, lower, start: floor, end: limit } = stretch;
  const { reading } = amount;
  const base = {
    start: left.start,
    end: amount.end,
    at,
    unitStart: amount.end,
    unitEnd: amount.end,
    exact: reading.exact,
    max: amount.max?.exact ?? null,
    of: amount.of?.exact ?? null,
    per: null,
    direction: left.direction,
    modifier: left.modifier,
  } as const;
  const scale = amount.max?.scale ?? reading.scale;
  // "Thanh Hóa 1,34 triệu con, Đồng Nai 1,24 triệu": a list says the noun once.
  if (scale !== null && before !== null && left.direction === null && isListed(lower, before, at, scale)) {
    const { unit, unitCode, kind } = before;
    return { ...base, kind, unit, unitCode, confidence: 0.7, rule: 'quantity/list' };
  }
  if (scale !== null && /^(?:tỷ|tỉ|triệu)$/.test(scale) && reading.style !== 'words' && amount.of === null) {
    const kind = left.direction === null ? 'money' : 'change';
    // "đạt 25 tỷ USD (dầu thô 5,1 tỷ)": the currency is said once.
    const currency = before?.unitCode === 'USD' && at - before.end < 120 ? before : { unit: 'đồng', unitCode: 'VND' };
    const { unit, unitCode } = currency;
    return { ...base, kind, unit, unitCode, confidence: 0.8, rule: 'quantity/money-short' };
  }
  if (reading.style === 'words' || reading.scale !== null || amount.rule === 'range') return null;
  if (amount.of !== null && isBracketed(text, at, amount.end, floor) && !couldBeDay(amount))
    return { ...base, kind: 'ratio', unit: '', unitCode: null, confidence: 0.6, rule: 'quantity/ratio-short' };
  // "Giỏi: 120 em (40%); Khá: 180 (60%)": what has a share of its own counts what was counted before.
  if (
    amount.rule === 'number' &&
    (plainInteger(reading) || reading.style === 'dot-grouping') &&
    matchAt(shareInBrackets, lower, amount.end) !== null &&
    !(left.edge === at && isLabelled(lower, at, floor, reading.padded))
  ) {
    const near = counted !== null && at - counted.end < 160 && !/[.\n]/.test(lower.slice(counted.end, at));
    const { unit, unitCode } = near ? counted : { unit: '', unitCode: null };
    return { ...base, kind: 'count', unit, unitCode, confidence: 0.6, rule: 'quantity/ellipsis' };
  }
  if (isFacet(stretch, at, amount, left, before))
    return { ...base, kind: 'count', unit: before!.unit, unitCode: before!.unitCode, confidence: 0.6, rule: facetRule };
  const item = amount.rule === 'number' ? listedUnder(stretch, before, at, amount.end) : null;
  if (item !== null && left.edge === at && !isLabelled(lower, at, floor, reading.padded)) {
    const { kind, unit, unitCode } = item;
    if (kind === 'measure' || plainInteger(reading) || reading.style === 'dot-grouping')
      return { ...base, kind, unit, unitCode, confidence: 0.6, rule: listRule };
  }
  const closed = skipSpaces(lower, amount.end, limit);
  const closes =
    closed >= limit ||
    /[,;.()]/.test(text[closed]!) ||
    (left.edge !== at && lower.startsWith('và ', closed)) ||
    (amount.rule === 'ratio' && /^(?:đạt|chiếm|=) /.test(lower.slice(closed, closed + 6))) ||
    (amount.rule === 'rank' && ranked.test(lower.slice(closed, closed + 6)));
  if (!closes || letterAt(lower, amount.end)) return null;
  const window = lower.slice(Math.max(floor, at - 60), at);
  if (amount.rule === 'ratio' || amount.rule === 'rank') {
    if (amount.rule === 'ratio' && !/(?:đạt|hoàn thành|thực hiện|có|được|là|:) $/.test(window)) return null;
    return { ...base, kind: 'ratio', unit: '', unitCode: null, confidence: 0.6, rule: 'quantity/ratio-short' };
  }
  const prize = headOfPrize.exec(window)?.groups?.['noun'];
  if (prize !== undefined && plainInteger(reading))
    return { ...base, kind: 'count', unit: prize, unitCode: null, confidence: 0.6, rule: 'quantity/sum' };
  const sum = headOfSum.exec(window)?.groups?.['noun'];
  if (sum !== undefined && !looksLikeYear(reading.exact)) {
    const nounAt = at - (window.length - window.lastIndexOf(sum));
    const phrase = readUnitPhrase(stretch, nounAt, false);
    if (phrase === null || (phrase.known !== null && isTime(phrase.known))) return null;
    const exact = settleValue(stretch, reading, phrase);
    const code = phrase.known?.code ?? null;
    return { ...base, exact, kind: 'count', unit: phrase.words, unitCode: code, confidence: 0.7, rule: 'quantity/sum' };
  }
  const group = headOfGroup.exec(window)?.groups?.['noun'];
  const groupUnit = group === undefined ? null : unitOfWords(group);
  if (groupUnit !== null && /^(?:people|household)$/.test(groupUnit.dimension)) {
    const exact = settleValue(stretch, reading, {
      start: at,
      end: at,
      words: groupUnit.words,
      known: groupUnit,
      per: null,
    });
    const { words: unit, code: unitCode } = groupUnit;
    return { ...base, exact, kind: 'count', unit, unitCode, confidence: 0.6, rule: 'quantity/group' };
  }
  if (before === null || !plainInteger(reading) || (before.kind !== 'count' && before.kind !== 'ratio')) return null;
  if (at - before.end > 60 || /[.;]/.test(lower.slice(before.end, at)) || !goesOn.test(window)) return null;
  if (left.edge === at && isLabelled(lower, at, floor, reading.padded)) return null;
  return {
    ...base,
    kind: 'count',
    unit: before.unit,
    unitCode: before.unitCode,
    confidence: 0.5,
    rule: 'quantity/ellipsis',
  };
}
