import { fold } from '../../text/fold.js';
import { issuerHeadAt } from './issuer-heads.js';
import { issuerPhraseEnd } from './issuer-phrase.js';

/**
 * "Nghị định số 30/2020/NĐ-CP … về công tác văn thư của Chính phủ": the issuer at the end of the title. Titles end in
 * offices of their own («quy chế làm việc của UBND tỉnh»), so that only one whose initials are the symbol's is believed.
 *
 * @param title as printed
 * @param symbol of the number's issuer: "CP", "QH14"
 * @returns the title without it and the issuer; null where the title names none
 */
export function issuerAfterTitle(
  title: string,
  symbol: string,
): { readonly title: string; readonly issuer: string } | null {
  const at = title.lastIndexOf(' của ');
  if (at < 0) return null;
  const head = at + ' của '.length;
  if (!issuerHeadAt(title, head) || issuerPhraseEnd(title, head, title.length) < title.length) return null;
  const issuer = title.slice(head);
  return bearsSymbol(issuer, symbol) ? { title: title.slice(0, at), issuer } : null;
}

const letters = /[^a-z]/gu;
const initialsOf = (name: string): string =>
  fold(name)
    .split(/[^a-z]+/u)
    .filter((word) => word !== 'va' && word !== 'cac')
    .map((word) => word.slice(0, 1))
    .join('');

/** Whether an office's initials, or those of the body at its head, are the symbol: "Bộ trưởng Bộ Nội vụ" is BNV. */
export function bearsSymbol(issuer: string, symbol: string): boolean {
  const key = fold(symbol).replace(letters, '');
  if (key.length < 2) return false;
  return key === 'ttg' ? /^thu tuong(?![a-z])/u.test(fold(issuer)) : initialsOf(issuer).endsWith(key);
}
