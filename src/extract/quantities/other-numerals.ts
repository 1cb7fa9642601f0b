import { digitAt } from '../../text/word-edges.js';
import { matchAt } from './match-at.js';

const fullDate = /\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d(?!\d)/y;
const monthOfYear = /(?:0?[1-9]|1[0-2]) ?[/-] ?(?:19|20)\d\d(?!\d)/y;
const clock = /\d{1,2} ?(?:h|g|giờ) ?\d{0,2}(?:['’p]|phút)?(?!\p{L})|\d{1,2}:\d{2}(?!\d)/uy;
/** A document's number: digits, then a sign and capitals ("1085/QĐ-UBND", "27/2022/NĐ-CP", "128-BC/BCĐ", "01/TĐKT"). */
const documentNumber =
  /\d{1,6}[a-zđ]? ?[/-] ?(?:\d{4} ?\/ ?)?(?=[A-ZĐ]{2}|[A-ZĐ]\p{Ll}{0,9}[A-ZĐ])[\p{Lu}\p{L}\d/&.-]{1,40}/uy;
/** A score, a formula, a chainage: numbers tied by signs to more than one other ("16-16-8", "000.00.12.H48"). */
const chain = /\d+(?:[-–.+:]\d+){2,40}(?![\d%])/y;

/** "2. 866 cá nhân" at the head of a paragraph: a list's number, and the figure. */
export const listNumber = /\d{1,2}[.)] (?=\d)/y;

/** "1.250.000" is no chain of section numbers. */
const isGrouped = (token: string): boolean => /^\d{1,3}(?:\.\d{3})+$/.test(token);

/** Where a date, a time, a document's number or a chain of numbers that begins at `at` ends; null when none begins there. */
export function endOfOtherNumeral(text: string, lower: string, at: number): number | null {
  const other =
    matchAt(fullDate, lower, at) ??
    matchAt(monthOfYear, lower, at) ??
    matchAt(clock, lower, at) ??
    matchAt(documentNumber, text, at) ??
    matchAt(chain, lower, at);
  return other === null || isGrouped(other[0]) ? null : at + other[0].length;
}

/** Where the digits and signs of a code end. */
export function endOfCode(lower: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (digitAt(lower, end) || '/-.'.includes(lower[end]!))) end += 1;
  return end;
}
