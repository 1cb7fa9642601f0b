import { editDistance } from '../text/edit-distance.js';
import { foldKey } from '../text/fold.js';
import { documentTypes } from '../text/lexicon/generated/document-types.js';

/** Every form one slip of a digit away, in the part where the digits stand: found by looking each up in the index. */
export function slips(folded: string): string[] {
  const digits = Math.min(folded.length, 8);
  const variants = new Set<string>();
  for (let at = 0; at < digits; at++) {
    const [before, after] = [folded.slice(0, at), folded.slice(at + 1)];
    variants.add(before + after);
    if (after !== '') variants.add(before + after[0] + folded[at] + after.slice(1));
    for (const digit of '0123456789') {
      variants.add(before + digit + after);
      variants.add(before + digit + folded.slice(at));
    }
  }
  variants.delete(folded);
  return [...variants];
}

/** "2023ndcp" → "ndcp": the year that a number of a law or decree holds is easily left out. */
const withoutYear = (letters: string): string => letters.replace(/^(?:19|20)\d\d(?=\p{L})/u, '');

/** Whether two symbols behind one number are one but for the year: it is missing in one of them, or is another. */
export const differInYear = (one: string, other: string): boolean =>
  one !== other && withoutYear(one) === withoutYear(other);

/** Whether one of two symbols behind one number is the other without its year. */
const lacksYear = (one: string, other: string): boolean =>
  differInYear(one, other) && (withoutYear(one) === one || withoutYear(other) === other);

const types = [...new Set(documentTypes.flatMap(({ code }) => (code.includes('-') ? [] : foldKey(code))))]
  .filter((code) => code.length > 1)
  .sort((a, b) => b.length - a.length);
const typeOf = (letters: string): string | undefined => types.find((code) => letters.startsWith(code));

/** «1085/QĐ-UBND» and «1085/KH-UBND» are two letters apart and no slip of one another. */
const differInType = (one: string, other: string): boolean => {
  const [type, otherType] = [typeOf(one), typeOf(other)];
  return type !== undefined && otherType !== undefined && type !== otherType;
};

/** Whether two symbols behind one number may be one, written with a slip or without its year. */
export function alikeSymbols(one: string, other: string): boolean {
  const limit = Math.floor(Math.min(2, other.length / 3));
  return !differInType(one, other) && (editDistance(one, other, limit) <= limit || lacksYear(one, other));
}
