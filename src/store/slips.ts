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

/** "2023ndcp" → "ndcp": the year in a law's or decree's number is easily left out, or slips into one that cannot be. */
const withoutYear = (letters: string): string => letters.replace(/^\d{3,5}(?=\p{L})/u, '');

/** Whether two symbols behind one number are one but for the year: it is missing in one of them, or is another. */
export const differInYear = (one: string, other: string): boolean =>
  one !== other && withoutYear(one) === withoutYear(other);

const types = [...new Set(documentTypes.flatMap(({ code }) => (code.includes('-') ? [] : foldKey(code))))]
  .filter((code) => code.length > 1)
  .sort((a, b) => b.length - a.length);
const typeOf = (letters: string): string | undefined => types.find((code) => letters.startsWith(code));

/** «1085/QĐ-UBND» and «1085/KH-UBND» are two letters apart and no slip of one another. */
const differInType = (one: string, other: string): boolean => {
  const [type, otherType] = [typeOf(one), typeOf(other)];
  return type !== undefined && otherType !== undefined && type !== otherType;
};

/** Whether two symbols behind one number may be one, written with a slip, without its year or with another. */
export function alikeSymbols(one: string, other: string): boolean {
  const limit = Math.floor(Math.min(2, other.length / 3));
  return !differInType(one, other) && (editDistance(one, other, limit) <= limit || differInYear(one, other));
}
