import type { NumberReading, Voucher } from './document-number.js';
import type { Part } from './number-parts.js';
import { isIssuer, isJointCode, issuerFamily, isUnit, symbolKey } from './symbols.js';

const courtMatter = /^(?:DS|HS|HC|HNGĐ|KDTM|LĐ|PS)$/u;
const courtInstance = /^(?:ST|PT|GĐT|TT)$/u;
const oldIssuer = /^(?:CP|TTg|HĐBT|HĐNN\d?|CTN|UB|UBND|LB|TTCP)$/u;

/** Says what the letter groups are; null when nothing vouches for them. */
export function classifyNumber(
  names: readonly string[],
  parts: readonly Part[],
  typed: string | null,
  year: number | null,
  yearEnd: boolean,
  voucher: Voucher,
): NumberReading | null {
  const [first, second] = names as [string, string | undefined];
  const tail = (from: number): string | null => (names.length > from ? names.slice(from).join('-') : null);

  if (year !== null && !yearEnd) {
    if (first === 'AL' && second === undefined)
      return { typeCode: 'AL', issuerSymbol: null, unit: null, family: 'court' };
    if (courtMatter.test(first) && second !== undefined && courtInstance.test(second))
      return { typeCode: 'BA', issuerSymbol: tail(0), unit: null, family: 'court' };
    if (/^QĐ(?:ST|PT|GĐT)?$/u.test(first) && second !== undefined && courtMatter.test(second))
      return { typeCode: 'QĐ', issuerSymbol: tail(1), unit: null, family: 'court' };
    const oldSlash = parts.some((part, index) => index > 0 && part.slash);
    if (typed !== null && second !== undefined) {
      if (voucher === 'none' && !isIssuer(second) && typed.length < 2) return null;
      return { typeCode: typed, issuerSymbol: tail(1), unit: null, family: oldSlash ? 'old' : 'legal' };
    }
    // Laws and resolutions of the National Assembly: 45/2019/QH14. Anything else needs a word before it.
    if (isIssuer(first) || voucher === 'type-word')
      return { typeCode: null, issuerSymbol: first, unit: tail(1), family: 'legal' };
    return null;
  }

  if (yearEnd) {
    if (voucher === 'none' && typed === null) return null;
    return typed !== null && second !== undefined
      ? { typeCode: typed, issuerSymbol: tail(1), unit: null, family: 'old' }
      : { typeCode: null, issuerSymbol: first, unit: tail(1), family: 'old' };
  }

  const slashFirst = parts[0]!.slash;
  if (isJointCode(first) && second !== undefined)
    return { typeCode: typed ?? first, issuerSymbol: tail(1), unit: null, family: 'joint' };

  if (!slashFirst) {
    // Party order: the code, then a slash, then the issuer.
    if (second === undefined) {
      // "Quyết định 327-CT", of the Chairman of the Council of Ministers: the letters are a type's too.
      const chairman = first === 'CT' && voucher === 'type-word';
      if (voucher === 'none' || !(oldIssuer.test(first) || chairman)) return null;
      return { typeCode: null, issuerSymbol: first, unit: null, family: 'old' };
    }
    // "4358 TCT/NV6": the office, then its unit, before letters had their slash.
    if (typed === null && parts[0]!.apart) return { typeCode: null, issuerSymbol: first, unit: tail(1), family: 'old' };
    if (!parts[1]!.slash && !(voucher !== 'none' && typed !== null)) return null;
    if (typed === null && voucher !== 'type-word' && !isIssuer(second)) return null;
    const family = /\d$/.test(second) && /^HĐNN/u.test(second) ? 'old' : issuerFamily(second, 'party');
    const old = parts[0]!.apart || symbolKey(first) === 'sl';
    return { typeCode: typed, issuerSymbol: second, unit: tail(2), family: old ? 'old' : family };
  }

  if (second === undefined) {
    // "121/CP", "133/HĐBT": no type code at all, before 1981 or by negligence.
    if (voucher === 'none' || (voucher === 'so' && !isIssuer(first) && typed === null)) return null;
    return { typeCode: null, issuerSymbol: first, unit: null, family: oldIssuer.test(first) ? 'old' : 'letter' };
  }
  if (typed !== null) {
    const oldSlash = parts[1]!.slash;
    const joined = `${second}-${names[2] ?? ''}`;
    const twoPart = names.length > 2 && isIssuer(joined);
    return {
      typeCode: typed,
      issuerSymbol: twoPart ? joined : second,
      unit: tail(twoPart ? 3 : 2),
      family: oldSlash ? 'old' : typed === 'VBHN' ? 'legal' : issuerFamily(twoPart ? joined : second, 'administrative'),
    };
  }
  if (parts[1]!.slash && voucher !== 'type-word') return null;
  if (voucher === 'none' && !(isIssuer(first) && first.length > 1)) return null;
  if (voucher === 'so' && !isIssuer(first) && !isUnit(second) && first.length < 3) return null;
  return { typeCode: null, issuerSymbol: first, unit: tail(1), family: 'letter' };
}
