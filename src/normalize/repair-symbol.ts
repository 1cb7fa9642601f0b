import { editDistance } from '../text/edit-distance.js';
import { fold } from '../text/fold.js';
import { centralCodeNamed, issuerCode } from '../text/issuer-codes.js';
import { issuerPhrase } from '../text/issuer-phrase.js';
import { type CanonicalNumber, canonicalNumber } from './canonical-number.js';

/** Codes that are the very name of their body: "1085/QĐ-UBNO … của UBND tỉnh". */
const localCodes = ['UBND', 'HĐND'];

/**
 * Restores a long issuer code in which recognition damaged a letter or two, when the issuer phrase is a second witness: "1017/UBNDT-DTTS … của Ủy ban Dân tộc" is 1017/UBDT-DTTS. UBND is itself a code, so
 * without a witness nothing is touched.
 *
 * @param witness the issuer's words beside the number
 */
export function repairSymbol(
  number: CanonicalNumber,
  witness: string | null,
  typeWord: string | null,
): { readonly number: CanonicalNumber; readonly reason: string } | null {
  const code = number.issuer;
  if (code === null || witness === null || code.length < 4) return null;
  const parts = issuerPhrase(witness);
  // "Bộ trưởng, Chủ nhiệm" is the title of one minister only; recognition writes his committee as it writes the code.
  const local = parts.level === null ? undefined : localCodes.find((each) => fold(each) === fold(parts.name));
  if (local !== undefined && issuerCode(code) === null && editDistance(fold(local), fold(code), 1) === 1) {
    const repaired = canonicalNumber(number.printed.replace(code, local), typeWord);
    return repaired === null ? null : { number: repaired, reason: `symbol-repaired:${code}>${local}` };
  }
  const meant = /^bo truong,? chu nhiem(?! van phong)/u.test(fold(witness))
    ? 'UBDT'
    : centralCodeNamed(fold(parts.name));
  if (meant === null || meant === code || editDistance(fold(meant), fold(code), 2) > 2) return null;
  if (fold(meant).slice(0, 2) !== fold(code).slice(0, 2)) return null;
  if (issuerCode(code) !== null && issuerCode(code)?.level === 'central') return null;
  const repaired = canonicalNumber(number.printed.replace(code, meant), typeWord);
  return repaired === null ? null : { number: repaired, reason: `symbol-repaired:${code}>${meant}` };
}
