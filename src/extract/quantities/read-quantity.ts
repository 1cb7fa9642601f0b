import { exactDecimal, type NumberReading, printExact, readNumber, readScale } from '../../text/numbers.js';
import { digitAt, letterAt, wordEndAt } from '../../text/word-edges.js';
import { isBehindSlash, isDayOfMonth, isGluedLeft, isLabelled, isQuotedName, isYear, looksLikeYear } from './labels.js';
import { type LeftContext, readDistantChange, readLeft, readRightModifier } from './left-context.js';
import { closesNoun } from './not-nouns.js';
import { readUnitPhrase, skipSpaces, type UnitPhrase } from './read-unit-phrase.js';
import type { Draft, Stretch } from './reading.js';
import { isMeasure, isTime, isWhole, moneyFactors, readUnit, unitOfWords } from './unit-lexicon.js';

/** What stands at a numeral: a quantity or none, and where to go on reading. */
export interface Outcome {
  readonly next: number;
  readonly draft: Draft | null;
}

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const digitRun = /\d+(?:[.,]\d+)*/y;
const fullDate = /\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d(?!\d)/y;
const monthOfYear = /(?:0?[1-9]|1[0-2]) ?[/-] ?(?:19|20)\d\d(?!\d)/y;
const clock = /\d{1,2} ?(?:h|g|giờ) ?\d{0,2}(?:['’p]|phút)?(?!\p{L})|\d{1,2}:\d{2}(?!\d)/uy;
/** A document's number: digits, then a sign and capitals ("1085/QĐ-UBND", "27/2022/NĐ-CP", "128-BC/BCĐ", "01/TĐKT"). */
const documentNumber =
  /\d{1,6}[a-zđ]? ?[/-] ?(?:\d{4} ?\/ ?)?(?=[A-ZĐ]{2}|[A-ZĐ]\p{Ll}{0,9}[A-ZĐ])[\p{Lu}\p{L}\d/&.-]{1,40}/uy;
/** A score, a formula, a chainage: numbers tied by signs to more than one other ("16-16-8", "000.00.12.H48"). */
const chain = /\d+(?:[-–.+:]\d+){2,40}(?![\d%])/y;
/** "2. 866 cá nhân" at the head of a paragraph: a list's number, and the figure. */
const listNumber = /\d{1,2}[.)] (?=\d)/y;
const ofTotal = / (?:trên|trong) tổng số /y;
const outOf = / trong (?:số )?(?=\d)/y;
const someOf = / (?:tổng )?số (?=\p{L})/uy;
const rangeSign = / ?[-–—] ?(?=\d)| (?:đến|tới) (?=\d)/y;

const plainInteger = (reading: NumberReading): boolean =>
  reading.scale === null && reading.style === 'plain' && !reading.exact.includes('.');

/** "1.272 điểm sạt lở" are places, "8.125 điểm" is a mark. */
function isPlace({ lower, end: limit }: Stretch, at: number): boolean {
  if (lower[at] !== ' ' || at + 1 >= limit) return false;
  const word = lower.slice(at + 1, wordEndAt(lower, at + 1, limit));
  return word !== '' && !closesNoun(word);
}

/** The value that the unit asks for where one mark before three digits can be read both ways. */
function settle(stretch: Stretch, reading: NumberReading, unit: UnitPhrase | null): string {
  if (reading.alternative === null) return reading.exact;
  const known = unit?.known ?? null;
  if (reading.style === 'dot-grouping') {
    // More than a thousand per cent is absurd, a thousand points nearly so; "1.250 triệu" is no slip.
    if (
      known?.dimension === 'ratio' &&
      known.code !== 'times' &&
      !(known.words === 'điểm' && isPlace(stretch, unit!.end))
    )
      return reading.alternative;
    return stretch.english() && known !== null && isMeasure(known) ? reading.alternative : reading.exact;
  }
  // "1,110 triệu người": what the scale divides may well be a fraction.
  if (known === null || isWhole(known))
    return unit === null || reading.scale !== null ? reading.exact : reading.alternative;
  if (known.dimension === 'money' && reading.scale === null && known.code === 'VND') return reading.alternative;
  return stretch.english() ? reading.alternative : reading.exact;
}

interface Amount {
  readonly end: number;
  readonly reading: NumberReading;
  readonly max: NumberReading | null;
  readonly of: NumberReading | null;
  readonly rule: 'number' | 'range' | 'ratio' | 'share' | 'fraction' | 'rank';
}

/** "15-20 triệu": the scale of the upper end holds for the lower one too. */
function shareScale(lower: string, first: NumberReading, second: NumberReading, secondAt: number): NumberReading {
  if (first.scale !== null || second.scale === null) return first;
  const base = readNumber(lower, secondAt, secondAt + wordlessLength(lower, secondAt));
  if (base === null || exactDecimal(base.exact).isZero()) return first;
  const factor = exactDecimal(second.exact).dividedBy(base.exact);
  return { ...first, exact: printExact(exactDecimal(first.exact).times(factor)), alternative: null };
}
const wordlessLength = (lower: string, at: number): number => sticky(digitRun, lower, at)?.[0].length ?? 0;

/** The number at `at` with what is tied to it: the other end of a range, the whole of a ratio. Null: no quantity. */
function readAmount(stretch: Stretch, at: number, reading: NumberReading): Amount | null {
  const { text, lower, start: floor, end: limit } = stretch;
  const simple: Amount = { end: reading.end, reading, max: null, of: null, rule: 'number' };

  const slash = sticky(/ ?\/ ?(?=\d)/y, lower, reading.end);
  if (slash !== null && reading.scale === null) {
    const ofAt = slash.index + slash[0].length;
    const of = readNumber(lower, ofAt, limit);
    if (of === null) return null;
    // A third part makes it a date or a document's number, letters make it a code.
    if (/[/\d]/.test(lower[of.end] ?? '') || (text[of.end] === '-' && letterAt(lower, of.end + 1))) return null;
    const [first, second] = [lower.slice(at, reading.end), lower.slice(ofAt, of.end)];
    if (isDayOfMonth(lower, at, floor, first, second)) return null;
    if (first === '24' && (second === '24' || second === '7')) return null;
    const some = sticky(someOf, lower, of.end);
    // "xếp thứ 15/63", "xếp hạng 15/63"; "thương binh hạng 4/4" is a class.
    const isRank = /(?:thứ|xếp|(?:xếp|đứng|thứ) hạng) $/.test(lower.slice(Math.max(floor, at - 10), at));
    return {
      end: some === null ? of.end : of.end + some[0].length - 1,
      // "345,6/1.234,5 tỷ đồng"
      reading: shareScale(lower, reading, of, ofAt),
      max: null,
      of,
      rule: isRank ? 'rank' : some === null ? 'ratio' : 'fraction',
    };
  }

  const total = sticky(ofTotal, lower, reading.end) ?? sticky(outOf, lower, reading.end);
  if (total !== null) {
    const of = readNumber(lower, total.index + total[0].length, limit);
    if (of !== null && (total[0].includes('tổng') || exactDecimal(reading.exact).lessThan(of.exact)))
      return { end: of.end, reading, max: null, of, rule: 'share' };
  }

  const sign = sticky(rangeSign, lower, reading.end);
  if (sign !== null) {
    const secondAt = sign.index + sign[0].length;
    const second = readNumber(lower, secondAt, limit);
    if (second === null) return simple;
    const isWord = /đến|tới/.test(sign[0]);
    const first = shareScale(lower, reading, second, secondAt);
    const years = looksLikeYear(lower.slice(at, reading.end)) || looksLikeYear(lower.slice(secondAt, second.end));
    const rises = exactDecimal(first.exact).lessThan(second.exact);
    if (years || !rises) return isWord ? simple : null;
    // "từ 5/3 đến 7/3", "5-7/2024": dates.
    if (lower[second.end] === '/' && digitAt(lower, second.end + 1)) return null;
    return { end: second.end, reading: first, max: second, of: null, rule: 'range' };
  }
  return simple;
}

/** "03 (ba) bộ hồ sơ", "56 (năm mươi sáu) tỷ đồng": the number once more in words, before its scale or unit. */
function inFull(lower: string, reading: NumberReading, limit: number): NumberReading {
  if (reading.style === 'words' || reading.scale !== null) return reading;
  const opening = sticky(/ ?\((?=\p{L})/uy, lower, reading.end);
  if (opening === null) return reading;
  const words = readNumber(lower, reading.end + opening[0].length, limit);
  if (words === null || words.exact !== reading.exact || lower[words.end] !== ')') return reading;
  const scale = readScale(lower, words.end + 1, limit);
  if (scale === null) return { ...reading, end: words.end + 1 };
  const exact = printExact(exactDecimal(reading.exact).times(scale.value));
  return { ...reading, end: scale.end, exact, alternative: null, scale: scale.word };
}

const wordsOfSum = /[\p{L}\s,]{4,160}đồng(?: chẵn)?[.,]?\s?\)/uy;

/**
 * "5.000.000 đồng (Bằng chữ: Năm triệu đồng)": the same sum twice is one quantity. Where the words end; null when they say
 * something of their own.
 */
function endOfSumInWords(lower: string, at: number, reading: NumberReading, before: Draft | null): number | null {
  if (before === null || at - before.end >= 24) return null;
  if (!/^\.? ?\( ?(?:(?:viết |ghi )?bằng chữ:? ?)?$/.test(lower.slice(before.end, at))) return null;
  if (before.exact === reading.exact) return reading.end;
  // "(Mười ba tỷ, năm trăm linh ba triệu đồng)"
  const words = before.unitCode === 'VND' ? sticky(wordsOfSum, lower, at) : null;
  return words === null ? null : at + words[0].length;
}

/** "15/15 (100%) thôn": the unit stands behind the percentage, which is read on its own. */
function readUnitAfterShare(stretch: Stretch, at: number): UnitPhrase | null {
  const share = sticky(/ ?\(\d[\d.,]{0,6} ?%\) (?=\p{L})/uy, stretch.lower, at);
  const phrase = share === null ? null : readUnitPhrase(stretch, at + share[0].length, true);
  return phrase === null ? null : { ...phrase, start: at, end: at };
}

const partOfWhole =
  /(?<count>một|hai|ba|bốn) phần (?<whole>hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:tổng )?số)?(?= \p{L})|(?:một )?nửa (?:tổng )?số(?= \p{L})/uy;

/** "một phần ba số xã", "một nửa số hộ". "một phần" and "hai phần" alone are no figures. */
function readPart(lower: string, at: number, limit: number): Amount | 'idiom' | null {
  const match = sticky(partOfWhole, lower, at);
  if (match === null) return /^(?:một phần|một nửa|nửa )/.test(lower.slice(at, at + 8)) ? 'idiom' : null;
  const end = at + match[0].length;
  if (end > limit) return 'idiom';
  const words = match.groups!;
  const of = (word: string | undefined, plain: string): NumberReading => ({
    end,
    exact: word === undefined ? plain : word === 'tư' ? '4' : (readNumber(word, 0)?.exact ?? plain),
    alternative: null,
    style: 'words',
    padded: false,
    scale: null,
    oneWord: false,
  });
  return { end, reading: of(words['count'], '1'), max: null, of: of(words['whole'], '2'), rule: 'fraction' };
}

/** Names of bodies and models that hold a number: "chính quyền địa phương 02 cấp". */
const namedLevels = /(?:chính quyền|mô hình|địa phương) $/;

/**
 * Reads what stands at the numeral that begins at `at`.
 *
 * @param paired the numeral follows a quantity and a slash ("196.878 khẩu/52.001 hộ")
 * @param before the quantity read before this one in the same block
 * @param counted the last of them that counts things
 */
export function readQuantity(
  stretch: Stretch,
  at: number,
  paired: boolean,
  before: Draft | null,
  counted: Draft | null,
): Outcome {
  const { text, lower, start: floor, end: limit } = stretch;
  const isDigits = digitAt(lower, at);
  const skip = (end: number): Outcome => ({ next: Math.max(end, at + 1), draft: null });
  const runEnd = isDigits ? Math.min(limit, at + wordlessLength(lower, at)) : wordEndAt(lower, at, limit);

  if (isDigits) {
    const behindSlash = !paired && isBehindSlash(text, at, floor);
    if (!paired && !behindSlash && isGluedLeft(text, at, floor)) return skip(runEnd);
    if (behindSlash && readUnit(text, lower, skipSpaces(lower, runEnd, limit), limit) === null) return skip(runEnd);
    const numbered = at === floor ? sticky(listNumber, lower, at) : null;
    if (numbered !== null) return skip(at + numbered[0].length);
    const other =
      sticky(fullDate, lower, at) ??
      sticky(monthOfYear, lower, at) ??
      sticky(clock, lower, at) ??
      sticky(documentNumber, text, at) ??
      sticky(chain, lower, at);
    if (other !== null && !isGrouped(other[0])) return skip(Math.min(limit, at + other[0].length));
  }
  const part = isDigits ? null : readPart(lower, at, limit);
  if (part === 'idiom') return skip(runEnd);
  const reading = part?.reading ?? readNumber(lower, at, limit);
  if (reading === null) return skip(runEnd);

  if (looksLikeYear(lower.slice(at, reading.end)) && isYear(lower, at, floor)) {
    const sign = sticky(rangeSign, lower, reading.end);
    const until = sign === null ? null : readNumber(lower, sign.index + sign[0].length, limit);
    return skip(until?.end ?? reading.end);
  }

  const repeated = reading.style === 'words' ? endOfSumInWords(lower, at, reading, before) : null;
  if (repeated !== null) return skip(repeated);
  const amount = part ?? readAmount(stretch, at, inFull(lower, reading, limit));
  if (amount === null) return skip(endOfCode(lower, runEnd, limit));
  const words = reading.style === 'words';
  const strict = words && reading.oneWord && part === null;
  const phrase = readUnitPhrase(stretch, amount.end, strict) ?? readUnitAfterShare(stretch, amount.end);
  const left = readLeft(lower, at, floor);
  const draft =
    phrase === null
      ? withoutUnit(stretch, at, amount, left, before, counted)
      : withUnit(stretch, at, amount, phrase, left, before, counted, paired);
  if (draft === null) return skip(Math.max(amount.rule === 'range' ? reading.end : amount.end, runEnd));
  return { next: Math.max(draft.end, runEnd), draft };
}

/** "giảm 05 vụ (-16,6%)" */
function signOf(lower: string, at: number, floor: number): 'up' | 'down' | null {
  if (at - 2 < floor || lower[at - 2] !== '(') return null;
  return lower[at - 1] === '-' ? 'down' : lower[at - 1] === '+' ? 'up' : null;
}

const couldBeDay = ({ reading, of }: Amount): boolean => Number(reading.exact) <= 31 && Number(of?.exact) <= 12;

/** "1.250.000" is no chain of section numbers. */
const isGrouped = (token: string): boolean => /^\d{1,3}(?:\.\d{3})+$/.test(token);

function endOfCode(lower: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (digitAt(lower, end) || '/-.'.includes(lower[end]!))) end += 1;
  return end;
}

function withUnit(
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

  const first = settle(stretch, reading, phrase);
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
      return withoutUnit(stretch, at, amount, left, before, counted);
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
    max: upper?.exact ?? (amount.max === null ? null : scaled(settle(stretch, amount.max, phrase))),
    of: amount.of === null ? null : scaled(settle(stretch, amount.of, phrase)),
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
  const sign = sticky(rangeSign, lower, at);
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

/** Verbs and facets after which a bare number goes on counting what was counted before ("hoàn thành 18", "nữ 12"). */
const goesOn = /(?:hoàn thành|thực hiện|còn|nữ|nam|giải quyết|dtts|thiểu số) $/;
const headOfSum =
  /(?:^|[\s(])(?:tổng )?số (?<noun>\p{L}[^:;.,()\d]{1,40}?)(?:, [^:;.,()\d]{1,30}?)?(?: năm \d{4})? ?(?:là|:) ?$/u;
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

/** A number with nothing after it that could be its unit: money in tỷ or triệu, or the unit said before. */
function withoutUnit(
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
    sticky(shareInBrackets, lower, amount.end) !== null &&
    !(left.edge === at && isLabelled(lower, at, floor, reading.padded))
  ) {
    const near = counted !== null && at - counted.end < 160 && !/[.\n]/.test(lower.slice(counted.end, at));
    const { unit, unitCode } = near ? counted : { unit: '', unitCode: null };
    return { ...base, kind: 'count', unit, unitCode, confidence: 0.6, rule: 'quantity/ellipsis' };
  }
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
    const exact = settle(stretch, reading, phrase);
    const code = phrase.known?.code ?? null;
    return { ...base, exact, kind: 'count', unit: phrase.words, unitCode: code, confidence: 0.7, rule: 'quantity/sum' };
  }
  const group = headOfGroup.exec(window)?.groups?.['noun'];
  const groupUnit = group === undefined ? null : unitOfWords(group);
  if (groupUnit !== null && /^(?:people|household)$/.test(groupUnit.dimension)) {
    const exact = settle(stretch, reading, { start: at, end: at, words: groupUnit.words, known: groupUnit, per: null });
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
