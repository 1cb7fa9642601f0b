import { fold } from '../text/fold.js';
import { groupBy } from '../text/group-by.js';
import { issuerCode } from '../text/issuer-codes.js';
import { documentTypes } from '../text/lexicon/generated/document-types.js';
import { oldMinistry } from './old-ministry.js';

/** "Số, ký hiệu" in its canonical form and taken apart. */
export interface CanonicalNumber {
  /** "1085/QĐ-UBND", "05-CT/TW", "38/2023/NĐ-CP"; a bare number stays bare */
  readonly printed: string;
  /** digits without leading zeros, with the letter of 15a, or counted within a programme: "66.25" */
  readonly digits: string;
  /** the year between two slashes: a legal document, and another one than the same number without it */
  readonly year: number | null;
  /** figures in the year's place that no office's year can be ("2053", "202"): `year` is null then */
  readonly impossibleYear: string | null;
  /** "QĐ"; null where the symbol names no type (letters, laws) */
  readonly type: string | null;
  /** "UBND"; null of a bare number */
  readonly issuer: string | null;
  /** joint documents: the other issuers; letters: the drafting unit */
  readonly rest: readonly string[];
  /** "QĐ-UBND", "CT/TW"; null of a bare number */
  readonly symbol: string | null;
  readonly family: 'legal' | 'administrative' | 'letter' | 'party' | 'bare';
  /** tokens whose marks or case were restored: ["QD>QĐ"] */
  readonly repairs: readonly string[];
}

const typeCodes = new Set(documentTypes.flatMap(({ code }) => (code === '' ? [] : [code])));
for (const code of ['CV', 'GƯTĐ', 'BCTĐ', 'L', 'PL', 'LCT']) typeCodes.add(code);
const typesByFold = groupBy(typeCodes, fold);
export const jointCodes = new Set([
  'NQLT',
  'TTLT',
  'CTrPH',
  'CTPH',
  'QCPH',
  'KHLT',
  'KHPH',
  'HDLT',
  'CTrLT',
  'HDLN',
  'CVLT',
]);

/** A type code with its marks restored. Of two codes with one fold ("DA", "HD") the type word decides. */
function repairType(token: string, typeWord: string | null): string | null {
  const same = typesByFold.get(fold(token)) ?? [];
  if (typeWord !== null && same.includes(typeWord)) return typeWord;
  if (typeCodes.has(token)) return token;
  return same.length === 1 ? same[0]! : null;
}

function repairIssuer(token: string): string {
  const known = issuerCode(token);
  if (known === null) return token;
  // The number of a National Assembly's term is not in the table.
  return token.startsWith(known.code)
    ? token
    : fold(token).startsWith(fold(known.code))
      ? known.code + token.slice(known.code.length)
      : token;
}

/**
 * Puts a number into its canonical form: one kind of hyphen and slash, no blanks, Đ for the Icelandic Ð, separators as
 * the family wants them, marks of known codes restored. A year is never added or dropped. Pure and linear.
 *
 * @param printed number and symbol as a citation carries them
 * @param typeWord code of the type word beside it, which decides between codes that look alike without marks
 * @returns null for a text that is no document number (courts' and standards' numbers are kept as printed)
 */
export function canonicalNumber(printed: string, typeWord: string | null): CanonicalNumber | null {
  const clean = printed
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u00ad\ufeff]/gu, '')
    .replace(/Ð/gu, 'Đ')
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/gu, '-')
    .replace(/[\u2044\u2215\uff0f]/gu, '/')
    .replace(/\s+/gu, '');
  // "66.25/2026/NQ-CP": the resolutions of one programme are counted within its number.
  const start = /^0{0,6}(\d{1,6}(?:\.\d{1,3}(?=\/20\d\d\/))?)([a-zđ](?![a-zđ]))?(?<tail>.{0,120})$/u.exec(clean);
  if (start === null) return null;
  const digits = `${start[1]!}${start[2] ?? ''}`;
  const shown = `${start[1]!.padStart(2, '0')}${start[2] ?? ''}`;
  const tail = start.groups!['tail']!;
  if (tail === '')
    return {
      printed: shown,
      digits,
      year: null,
      impossibleYear: null,
      type: null,
      issuer: null,
      rest: [],
      symbol: null,
      family: 'bare',
      repairs: [],
    };

  const pieces = [...tail.matchAll(/(?<mark>[-/]?)(?<token>[^-/]+)/gu)].map(({ groups }) => ({
    mark: groups!['mark']!,
    token: groups!['token']!,
  }));
  if (pieces.length === 0 || pieces.map(({ mark, token }) => mark + token).join('') !== tail) return null;
  const repairs: string[] = [];
  const isYear = (token: string): boolean => /^(?:19[4-9]|20[0-4])\d$/u.test(token);
  let year: number | null = null;
  let impossibleYear: string | null = null;
  if (isYear(pieces[0]!.token) && pieces.length > 1) year = Number(pieces.shift()!.token);
  else if (pieces.length > 1 && isYear(pieces.at(-1)!.token)) year = Number(pieces.pop()!.token);
  else if (
    pieces.length > 1 &&
    pieces[0]!.mark === '/' &&
    pieces[1]!.mark === '/' &&
    /^\d{3,5}$/u.test(pieces[0]!.token)
  )
    impossibleYear = pieces.shift()!.token;
  const legal = year !== null || impossibleYear !== null;
  const party = pieces[0]!.mark === '-' && pieces.length > 1;

  const first = repairType(pieces[0]!.token, typeWord);
  const tokens = pieces.map(({ token }) => token);
  const ministry = legal ? null : oldMinistry(tokens, first, typeWord);
  const hasType = first !== null && ministry === null && pieces.length > 1;
  const type = hasType ? first : (ministry?.type ?? null);
  if (hasType && first !== pieces[0]!.token) repairs.push(`${pieces[0]!.token}>${first}`);
  const issuerTokens = pieces.slice(hasType ? 1 : 0).map(({ token }, at) => {
    const repaired = at === 0 || (type !== null && jointCodes.has(type)) ? repairIssuer(token) : token;
    if (repaired !== token) repairs.push(`${token}>${repaired}`);
    return repaired;
  });
  const two = issuerTokens.slice(0, 2).join('-');
  const issuer =
    issuerTokens.length > 1 && issuerCode(two)?.code === two
      ? two
      : ministry !== null && (typeWord === 'TT' || ministry.type !== null)
        ? ministry.code
        : issuerTokens[0]!;
  const rest = issuerTokens.slice(issuer === two && issuerTokens.length > 1 ? 2 : 1);
  const known = issuerCode(issuer);

  // A Party body's order is hyphen first, everybody else's slash first; bodies of neither kind keep what they printed.
  const either = known === null || partyKeeps(issuer);
  const partyOrder = type !== null && !legal && (either ? party : known.party);
  const issuers = issuerTokens.join('-');
  const symbol =
    !hasType || type === null
      ? issuers
      : jointCodes.has(type) && party && pieces.every(({ mark }) => mark === '-')
        ? `${type}-${issuers}`
        : partyOrder
          ? `${type}/${issuers}`
          : `${type}-${issuers}`;
  const body =
    hasType && type !== null && (partyOrder || (jointCodes.has(type) && party)) ? `-${symbol}` : `/${symbol}`;
  return {
    printed: `${shown}${legal ? `/${impossibleYear ?? year}` : ''}${body}`,
    digits,
    year,
    impossibleYear,
    type,
    issuer,
    rest,
    symbol,
    family: legal ? 'legal' : type === null ? 'letter' : partyOrder ? 'party' : 'administrative',
    repairs,
  };
}

/** Fronts and unions write either order, and so do boards that exist in both hierarchies. */
const partyKeeps = (issuer: string): boolean =>
  /^(?:BTV|BCĐ|BCH|TWĐTN|ĐTN|TĐTN|HNDTW|HND|TWH|LHPN|CCB|ĐCT|MTTQ|UBMTTQ)/u.test(issuer);
