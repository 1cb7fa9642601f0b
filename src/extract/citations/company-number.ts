import type { DocumentNumber } from './document-number.js';
import { isIssuer, typeCodeOf } from './symbols.js';

/**
 * Numbers as companies and associations write them, which no rule of the State or the Party governs: "59.CVCty",
 * "01.2023/CV-HP", "2349 INDEVCO". They are believed only right behind a letter's name.
 */
const dotted =
  /(?<digits>[0-9]{1,5})\.(?:(?<year>20[0-4][0-9])[/.-])?(?<letters>\p{Lu}{2}[\p{L}0-9&]{0,11}(?:[/.-]\p{Lu}[\p{L}0-9&]{0,11}){0,3})(?![\p{L}0-9])/uy;
const named = /(?<digits>[0-9]{1,5})[ \u00a0](?<letters>\p{Lu}[\p{Lu}0-9]{2,11})(?![\p{L}0-9])/uy;
/** What stands behind a whole number: without one of these the capitals begin the name of an office. */
const closed = /[ \t\n\u00a0]{0,3}(?:$|[,;.)](?![0-9])|(?:ngày|của|về|gửi|V\/v)(?![\p{L}]))/uy;

/**
 * Reads the number of a company's letter whose first digit stands at `at`, behind a type word.
 *
 * @returns null where the capitals are a type's or a known office's: "Công văn số 12 UBND tỉnh" has no symbol
 */
export function companyNumberAt(text: string, at: number): DocumentNumber | null {
  for (const form of [dotted, named]) {
    form.lastIndex = at;
    const parts = form.exec(text)?.groups;
    if (parts === undefined) continue;
    const end = form.lastIndex;
    const letters = parts['letters']!;
    const year = parts['year'];
    closed.lastIndex = end;
    if (!closed.test(text)) continue;
    if (year === undefined && (isIssuer(letters) || (form === named && typeCodeOf(letters) !== null))) continue;
    const printed = text.slice(at, end).replace(/[ \u00a0]/g, '');
    const digits = parts['digits']!;
    const first = letters.split(/[/.-]/u)[0]!;
    const typeCode = typeCodeOf(first);
    return {
      start: at,
      end,
      printed,
      restored: printed,
      digits,
      suffix: '',
      year: year === undefined ? null : Number(year),
      typeCode,
      tail: printed.slice(digits.length),
      issuerSymbol: typeCode === null ? first : letters.slice(first.length + 1) || null,
      unit: null,
      family: 'letter',
    };
  }
  return null;
}
