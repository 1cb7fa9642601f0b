import { looksLikeYear } from '../../text/dates.js';
import { exactDecimal, type NumberReading, printExact, readNumber, readScale } from '../../text/numbers.js';
import { digitAt, letterAt } from '../../text/word-edges.js';
import { isDayOfMonth } from './labels.js';
import { matchAt } from './match-at.js';
import type { Stretch } from './reading.js';

const digitRun = /\d+(?:[.,]\d+)*/y;
const ofTotal = / (?:trên|trong) tổng số /y;
const outOf = / trong (?:số )?(?=\d)/y;
const someOf = / (?:tổng )?số (?=\p{L})/uy;
export const rangeSign = / ?[-–—] ?(?=\d)| (?:đến|tới) (?=\d)/y;

/** A number with what is tied to it. */
export interface Amount {
  readonly end: number;
  readonly reading: NumberReading;
  readonly max: NumberReading | null;
  readonly of: NumberReading | null;
  readonly rule: 'number' | 'range' | 'ratio' | 'share' | 'fraction' | 'rank';
}

/** "15-20 triệu": the scale of the upper end holds for the lower one too. */
function shareScale(lower: string, first: NumberReading, second: NumberReading, secondAt: number): NumberReading {
  if (first.scale !== null || second.scale === null) return first;
  const base = readNumber(lower, secondAt, secondAt + digitsAt(lower, secondAt));
  if (base === null || exactDecimal(base.exact).isZero()) return first;
  const factor = exactDecimal(second.exact).dividedBy(base.exact);
  return { ...first, exact: printExact(exactDecimal(first.exact).times(factor)), alternative: null };
}
/** Length of the run of digits at `at`. */
export const digitsAt = (lower: string, at: number): number => matchAt(digitRun, lower, at)?.[0].length ?? 0;

/** The number at `at` with what is tied to it: the other end of a range, the whole of a ratio. Null: no quantity. */
export function readAmount(stretch: Stretch, at: number, reading: NumberReading): Amount | null {
  const { text, lower, start: floor, end: limit } = stretch;
  const simple: Amount = { end: reading.end, reading, max: null, of: null, rule: 'number' };

  const slash = matchAt(/ ?\/ ?(?=\d)/y, lower, reading.end);
  if (slash !== null && reading.scale === null) {
    const ofAt = slash.index + slash[0].length;
    const of = readNumber(lower, ofAt, limit);
    if (of === null) return null;
    // A third part makes it a date or a document's number, letters make it a code.
    if (/[/\d]/.test(lower[of.end] ?? '') || (text[of.end] === '-' && letterAt(lower, of.end + 1))) return null;
    const [first, second] = [lower.slice(at, reading.end), lower.slice(ofAt, of.end)];
    if (isDayOfMonth(lower, at, floor, first, second)) return null;
    if (first === '24' && (second === '24' || second === '7')) return null;
    const some = matchAt(someOf, lower, of.end);
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

  const total = matchAt(ofTotal, lower, reading.end) ?? matchAt(outOf, lower, reading.end);
  if (total !== null) {
    const of = readNumber(lower, total.index + total[0].length, limit);
    if (of !== null && (total[0].includes('tổng') || exactDecimal(reading.exact).lessThan(of.exact)))
      return { end: of.end, reading, max: null, of, rule: 'share' };
  }

  const sign = matchAt(rangeSign, lower, reading.end);
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
export function inFull(lower: string, reading: NumberReading, limit: number): NumberReading {
  if (reading.style === 'words' || reading.scale !== null) return reading;
  const opening = matchAt(/ ?\((?=\p{L})/uy, lower, reading.end);
  if (opening === null) return reading;
  const words = readNumber(lower, reading.end + opening[0].length, limit);
  if (words === null || words.exact !== reading.exact || lower[words.end] !== ')') return reading;
  const scale = readScale(lower, words.end + 1, limit);
  if (scale === null) return { ...reading, end: words.end + 1 };
  const exact = printExact(exactDecimal(reading.exact).times(scale.value));
  return { ...reading, end: scale.end, exact, alternative: null, scale: scale.word };
}

const partOfWhole =
  /(?<count>một|hai|ba|bốn) phần (?<whole>hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:tổng )?số)?(?= \p{L})|(?:một )?nửa (?:tổng )?số(?= \p{L})/uy;

/** "một phần ba số xã", "một nửa số hộ". "một phần" and "hai phần" alone are no figures. */
export function readPart(lower: string, at: number, limit: number): Amount | 'idiom' | null {
  const match = matchAt(partOfWhole, lower, at);
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

/** "15/8" may be a date. */
export const couldBeDay = ({ reading, of }: Amount): boolean => Number(reading.exact) <= 31 && Number(of?.exact) <= 12;
