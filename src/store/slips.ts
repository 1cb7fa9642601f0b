import { editDistance } from '../text/edit-distance.js';

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

/** Whether two symbols behind one number may be one, written with a slip or without its year. */
export function alikeSymbols(one: string, other: string): boolean {
  const limit = Math.floor(Math.min(2, other.length / 3));
  if (editDistance(one, other, limit) <= limit) return true;
  const [bare, otherBare] = [withoutYear(one), withoutYear(other)];
  return (bare !== one) !== (otherBare !== other) && bare === otherBare;
}
