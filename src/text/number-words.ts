import { letterAt, wordEndAt } from './word-edges.js';

const ones: ReadonlyMap<string, number> = new Map([
  ['không', 0],
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);

/**
 * Ones after "mươi" or "mười". "năm" is not among them: "hai mươi năm" is twenty years, twenty-five is "hai mươi lăm".
 */
const onesAfterTen: ReadonlyMap<string, number> = new Map([
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['lăm', 5],
  ['nhăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
/** Forms that follow a ten only, so that the ten may be left out: "hai lăm", "ba mốt". */
const shortForms: ReadonlyMap<string, number> = new Map([
  ['mốt', 1],
  ['lăm', 5],
  ['nhăm', 5],
]);

interface Word {
  readonly word: string;
  readonly end: number;
}

function wordAfter(text: string, at: number, limit: number): Word | null {
  let start = at;
  while (start < limit && start - at < 4 && (text[start] === ' ' || text[start] === '\n')) start += 1;
  const end = wordEndAt(text, start, limit);
  return end === start ? null : { word: text.slice(start, end), end };
}

/**
 * Reads a number below one thousand that is spelled out ("một trăm linh năm", "hai mươi lăm", "mười"). Scale words
 * above a hundred are left to the caller.
 *
 * @param lower text in lower case
 * @param limit offset that the words may not run over
 * @returns the value, the offset after it, and of how many words it is made; null when no number word begins at `start`
 */
export function readNumberWords(
  lower: string,
  start: number,
  limit: number,
): { readonly value: number; readonly end: number; readonly count: number } | null {
  if (letterAt(lower, start - 1)) return null;
  const first = wordAfter(lower, start, limit);
  if (first === null) return null;
  let count = 1;
  let { end } = first;
  let hundreds = 0;
  let head = first;

  const lead = ones.get(first.word);
  const second = wordAfter(lower, end, limit);
  if (lead !== undefined && second?.word === 'trăm') {
    hundreds = lead * 100;
    count = 2;
    ({ end } = second);
    const third = wordAfter(lower, end, limit);
    if (third === null) return { value: hundreds, end, count };
    if (third.word === 'rưỡi') return { value: hundreds + 50, end: third.end, count: 3 };
    if (third.word === 'linh' || third.word === 'lẻ') {
      const last = wordAfter(lower, third.end, limit);
      const value = last === null ? undefined : ones.get(last.word);
      if (last === null || value === undefined) return { value: hundreds, end, count };
      return { value: hundreds + value, end: last.end, count: 4 };
    }
    head = third;
  }

  const tens = readTens(lower, head, limit);
  if (tens !== null) return { value: hundreds + tens.value, end: tens.end, count: count + tens.count };
  if (hundreds > 0 || count === 2) return { value: hundreds, end, count };
  return lead === undefined || first.word === 'không' ? null : { value: lead, end, count };
}

/** "mười", "mười lăm", "hai mươi", "hai mươi lăm", "hai lăm". */
function readTens(
  lower: string,
  head: Word,
  limit: number,
): { readonly value: number; readonly end: number; readonly count: number } | null {
  const next = wordAfter(lower, head.end, limit);
  if (head.word === 'mười') {
    const value = next === null ? undefined : onesAfterTen.get(next.word);
    return next === null || value === undefined
      ? { value: 10, end: head.end, count: 1 }
      : { value: 10 + value, end: next.end, count: 2 };
  }
  const lead = ones.get(head.word);
  if (lead === undefined || lead < 2 || next === null) return null;
  if (next.word === 'mươi') {
    const last = wordAfter(lower, next.end, limit);
    const value = last === null ? undefined : onesAfterTen.get(last.word);
    return last === null || value === undefined
      ? { value: lead * 10, end: next.end, count: 2 }
      : { value: lead * 10 + value, end: last.end, count: 3 };
  }
  const short = shortForms.get(next.word);
  return short === undefined ? null : { value: lead * 10 + short, end: next.end, count: 2 };
}
