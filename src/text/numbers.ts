import { Decimal } from 'decimal.js';
import { readNumberWords } from './number-words.js';
import { letterAt, wordEndAt } from './word-edges.js';

/** How the digits were printed; `words` for a number spelled out. */
export type NumberStyle =
  | 'plain'
  | 'dot-grouping'
  | 'comma-grouping'
  | 'space-grouping'
  | 'comma-decimal'
  | 'dot-decimal'
  | 'words';

/** A number as it stands in a text. */
export interface NumberReading {
  /** offset after the last sign of the number, its scale words included */
  readonly end: number;
  /** the value as an exact decimal, scale words applied ("2350000000") */
  readonly exact: string;
  /** the other value that one mark before three digits allows ("9.600": 9600 or 9.6); null when there is but one */
  readonly alternative: string | null;
  readonly style: NumberStyle;
  /** "03" */
  readonly padded: boolean;
  /** the scale word it ends with ("tỷ"), in lower case; null when there is none */
  readonly scale: string | null;
  /** spelled out in one word ("hai"), which is often no number at all */
  readonly oneWord: boolean;
}

/** Plenty for any sum of money; a longer run of digits is a code. */
const longestDigits = 24;

// Sums such as 1.234.567.890.123,456789 must not be rounded to the 20 digits that decimal.js keeps by default.
const Exact = Decimal.clone({ precision: 60 });
export const exactDecimal = (value: Decimal.Value): Decimal => new Exact(value);
/** Plain digits, never an exponent, no trailing zeros after the mark. */
export const printExact = (value: Decimal): string => value.toFixed();

/** Value of a scale word, and words after it that show it to be another word ("tỷ lệ", "triệu tập"). */
const scales: ReadonlyMap<string, { readonly value: string; readonly not?: ReadonlySet<string> }> = new Map([
  ['chục', { value: '10' }],
  ['trăm', { value: '100' }],
  ['nghìn', { value: '1000' }],
  ['ngàn', { value: '1000' }],
  ['vạn', { value: '10000', not: new Set(['vật', 'sự', 'phúc']) }],
  ['triệu', { value: '1000000', not: new Set(['tập', 'chứng', 'hồi', 'phong', 'sơn']) }],
  ['tỷ', { value: '1000000000', not: new Set(['lệ', 'số', 'suất', 'trọng', 'giá', 'phú', 'lượng']) }],
  ['tỉ', { value: '1000000000', not: new Set(['lệ', 'số', 'suất', 'trọng', 'giá', 'phú', 'lượng', 'mỉ']) }],
]);

const spacesAt = (text: string, at: number, limit: number): number => {
  let end = at;
  while (end < limit && end - at < 4 && (text[end] === ' ' || text[end] === '\n' || text[end] === '\t')) end += 1;
  return end;
};

/** A scale word at `at`, with a second one that multiplies it ("nghìn tỷ"). */
export function readScale(
  lower: string,
  at: number,
  limit: number,
): { readonly end: number; readonly value: string; readonly word: string } | null {
  const start = spacesAt(lower, at, limit);
  const end = wordEndAt(lower, start, limit);
  const word = lower.slice(start, end);
  const scale = end === start ? undefined : scales.get(word);
  if (scale === undefined) return null;
  const nextStart = spacesAt(lower, end, limit);
  const nextEnd = wordEndAt(lower, nextStart, limit);
  const next = lower.slice(nextStart, nextEnd);
  if (scale.not?.has(next) === true) return null;
  const second = scales.get(next);
  if (second !== undefined && Number(second.value) > Number(scale.value)) {
    const more = readScale(lower, end, limit);
    if (more !== null) return { ...more, value: exactDecimal(scale.value).times(more.value).toFixed() };
  }
  return { end, value: scale.value, word };
}

interface Digits {
  readonly end: number;
  readonly exact: string;
  readonly alternative: string | null;
  readonly style: NumberStyle;
  readonly padded: boolean;
}

const spaced = /\d{1,3}(?: \d{3}){1,6}(?![\d.]|,\d{3}(?!\d))(?:,\d{1,6})?(?!\d)/y;
// Scans and converted files part the mark from its digits: "36 ,45%", "1 .290 người", "1. 290 người", "15, 6%".
const broken =
  /(\d{1,3})(?: ([.,])(?=\d)|(\.) (?=\d{3}(?!\d|[.,]\d))|(,) (?=\d{1,2} ?(?:%|tỷ |tỉ |triệu |nghìn )))(\d{1,6})(?![\d.,]\d)/y;
const run = /\d+(?:[.,]\d+)*/y;

const at = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start;
  return pattern.exec(text);
};

/**
 * Reads digits with dots, commas or spaces (domain rules: the last of two different marks is the decimal mark; a
 * repeated mark groups by three; one dot before three digits groups, one comma before three digits is a decimal mark,
 * and the other value is the alternative). A run that fits no rule gives null.
 */
export function readDigits(text: string, start: number, limit: number): Digits | null {
  const token = at(run, text, start)?.[0];
  if (token === undefined || start + token.length > limit) return null;
  const marks = /[.,]/.test(token) ? token.replace(/\d/g, '') : '';
  if (marks === '') {
    const grouped = token.length <= 3 && token[0] !== '0' ? at(spaced, text, start)?.[0] : undefined;
    if (grouped !== undefined && start + grouped.length <= limit) {
      const exact = grouped.replaceAll(' ', '').replace(',', '.');
      return { end: start + grouped.length, exact, alternative: null, style: 'space-grouping', padded: false };
    }
    const parted = token.length <= 3 ? at(broken, text, start) : null;
    if (parted !== null && start + parted[0].length <= limit) {
      const [whole, before, ahead, dot, comma, rest] = parted;
      const joined = oneMark(before!, ahead ?? dot ?? comma!, rest!);
      return { ...joined, end: start + whole.length, padded: false };
    }
    if (token.length > longestDigits) return null;
    const exact = token.replace(/^0+(?=\d)/, '');
    return { end: start + token.length, exact, alternative: null, style: 'plain', padded: exact !== token };
  }
  if (token.length > longestDigits * 2) return null;
  const end = start + token.length;
  const groups = token.split(/[.,]/);
  const last = marks.at(-1)!;
  const grouping = (parts: readonly string[]) =>
    parts[0]!.length <= 3 && parts[0]![0] !== '0' && parts.slice(1).every((part) => part.length === 3);
  if (marks.length === 1) return { ...oneMark(groups[0]!, last, groups[1]!), end, padded: false };
  if (marks === last.repeat(marks.length)) {
    if (!grouping(groups)) return null;
    const style = last === '.' ? 'dot-grouping' : 'comma-grouping';
    return { end, exact: groups.join(''), alternative: null, style, padded: false };
  }
  const head = groups.slice(0, -1);
  const other = marks[0]!;
  if (other === last || marks.slice(0, -1) !== other.repeat(marks.length - 1) || !grouping(head)) return null;
  const style = last === ',' ? 'comma-decimal' : 'dot-decimal';
  return { end, exact: tidy(`${head.join('')}.${groups.at(-1)!}`), alternative: null, style, padded: false };
}

const tidy = (exact: string): string => exactDecimal(exact).toFixed();

function oneMark(before: string, mark: string, after: string): Pick<Digits, 'exact' | 'alternative' | 'style'> {
  const decimal = tidy(`${before}.${after}`);
  if (after.length !== 3 || before.length > 3 || before[0] === '0')
    return { exact: decimal, alternative: null, style: mark === ',' ? 'comma-decimal' : 'dot-decimal' };
  return mark === '.'
    ? { exact: before + after, alternative: decimal, style: 'dot-grouping' }
    : { exact: decimal, alternative: before + after, style: 'comma-decimal' };
}

/**
 * Reads the number that begins at `start`: digits or words, with scale words, their compounds and a half
 * ("1.250,75", "03", "2 tỷ 350 triệu", "3 tỷ rưỡi", "hai mươi lăm", "478,3 nghìn tỷ").
 *
 * @param lower the text in lower case, NFC
 * @param limit offset that the number may not run over
 * @returns null when no number begins there, or its marks fit no way of printing numbers
 */
export function readNumber(lower: string, start: number, limit = lower.length): NumberReading | null {
  const first = readAmount(lower, start, limit);
  if (first === null) return null;
  let { end } = first;
  let scale = readScale(lower, end, limit);
  // "5 trăm" and "hai trăm" are one thing to read; the words' reader has taken its own hundreds already.
  // Fields are written out, here and below: nearly every numeral comes this way, and a spread is many times slower.
  if (scale === null) {
    const { exact, alternative, style, padded, oneWord } = first;
    return { end, exact, alternative, style, padded, scale: null, oneWord };
  }
  let smallest = scale.value;
  let total = exactDecimal(first.exact).times(scale.value);
  const alternative = first.alternative === null ? null : exactDecimal(first.alternative).times(scale.value);
  let word = scale.word;
  ({ end } = scale);
  let compound = false;
  for (;;) {
    const next = spacesAt(lower, end, limit);
    if (next === end) break;
    if (lower.startsWith('rưỡi', next) && !letterAt(lower, next + 4) && next + 4 <= limit) {
      total = total.plus(exactDecimal(smallest).dividedBy(2));
      end = next + 4;
      compound = true;
      break;
    }
    const part = readAmount(lower, next, limit);
    if (part === null || part.style === 'comma-decimal' || part.style === 'dot-decimal') break;
    scale = readScale(lower, part.end, limit);
    if (scale === null || Number(scale.value) >= Number(smallest)) {
      // The last part of a number in words has no scale: "hai nghìn không trăm linh ba".
      if (first.style === 'words' && part.style === 'words' && !part.oneWord && Number(part.exact) < Number(smallest)) {
        total = total.plus(part.exact);
        ({ end } = part);
        compound = true;
      }
      break;
    }
    total = total.plus(exactDecimal(part.exact).times(scale.value));
    smallest = scale.value;
    word = scale.word;
    ({ end } = scale);
    compound = true;
  }
  return {
    end,
    exact: total.toFixed(),
    alternative: compound || alternative === null ? null : alternative.toFixed(),
    style: first.style,
    padded: first.padded,
    scale: word,
    oneWord: false,
  };
}

function readAmount(lower: string, start: number, limit: number): Omit<NumberReading, 'scale'> | null {
  const code = lower.charCodeAt(start);
  if (code >= 48 && code <= 57) {
    const digits = readDigits(lower, start, limit);
    if (digits === null) return null;
    const { end, exact, alternative, style, padded } = digits;
    return { end, exact, alternative, style, padded, oneWord: false };
  }
  const words = readNumberWords(lower, start, limit);
  if (words === null) return null;
  return {
    end: words.end,
    exact: String(words.value),
    alternative: null,
    style: 'words',
    padded: false,
    oneWord: words.count === 1,
  };
}

/** Every scale word with its value; for docs/rules.md. */
export const scaleWords = (): readonly (readonly [string, string])[] =>
  [...scales].map(([word, { value }]) => [word, value] as const);
