import { looksLikeYear } from '../../text/dates.js';
import { type NumberReading, readNumber } from '../../text/numbers.js';
import { digitAt, wordEndAt } from '../../text/word-edges.js';
import { figureWithUnit } from './figure-with-unit.js';
import { figureWithoutUnit } from './figure-without-unit.js';
import { isBehindSlash, isGluedLeft, isYear } from './labels.js';
import { readLeft } from './left-context.js';
import { matchAt } from './match-at.js';
import { endOfCode, endOfOtherNumeral, listNumber } from './other-numerals.js';
import { digitsAt, inFull, rangeSign, readAmount, readPart } from './read-amount.js';
import { readUnitPhrase, skipSpaces, type UnitPhrase } from './read-unit-phrase.js';
import type { Draft, Stretch } from './reading.js';
import { readUnit } from './unit-lexicon.js';

/** What stands at a numeral: a quantity or none, and where to go on reading. */
export interface Outcome {
  readonly next: number;
  readonly draft: Draft | null;
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
  const words = before.unitCode === 'VND' ? matchAt(wordsOfSum, lower, at) : null;
  return words === null ? null : at + words[0].length;
}

/** "15/15 (100%) thôn": the unit stands behind the percentage, which is read on its own. */
function readUnitAfterShare(stretch: Stretch, at: number): UnitPhrase | null {
  const share = matchAt(/ ?\(\d[\d.,]{0,6} ?%\) (?=\p{L})/uy, stretch.lower, at);
  const phrase = share === null ? null : readUnitPhrase(stretch, at + share[0].length, true);
  return phrase === null ? null : { ...phrase, start: at, end: at };
}

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
  const runEnd = isDigits ? Math.min(limit, at + digitsAt(lower, at)) : wordEndAt(lower, at, limit);

  if (isDigits) {
    const behindSlash = !paired && isBehindSlash(text, at, floor);
    if (!paired && !behindSlash && isGluedLeft(text, at, floor)) return skip(runEnd);
    if (behindSlash && readUnit(text, lower, skipSpaces(lower, runEnd, limit), limit) === null) return skip(runEnd);
    const numbered = at === floor ? matchAt(listNumber, lower, at) : null;
    if (numbered !== null) return skip(at + numbered[0].length);
    const other = endOfOtherNumeral(text, lower, at);
    if (other !== null) return skip(Math.min(limit, other));
  }
  const part = isDigits ? null : readPart(lower, at, limit);
  if (part === 'idiom') return skip(runEnd);
  const reading = part?.reading ?? readNumber(lower, at, limit);
  if (reading === null) return skip(runEnd);

  if (looksLikeYear(lower.slice(at, reading.end)) && isYear(lower, at, floor)) {
    const sign = matchAt(rangeSign, lower, reading.end);
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
      ? figureWithoutUnit(stretch, at, amount, left, before, counted)
      : figureWithUnit(stretch, at, amount, phrase, left, before, counted, paired);
  if (draft === null) return skip(Math.max(amount.rule === 'range' ? reading.end : amount.end, runEnd));
  return { next: Math.max(draft.end, runEnd), draft };
}
