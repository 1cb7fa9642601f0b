import { fold } from '../../text/fold.js';
import { documentTypes } from '../../text/lexicon/generated/document-types.js';
import { issuers } from '../../text/lexicon/generated/issuers.js';
import { ministries } from '../../text/lexicon/generated/ministries.js';
import { remembered } from '../../text/remembered.js';

/** Lost marks and OCR: "QD", "NĐ", "Nd" and "QÐ" are one key. */
export const symbolKey = remembered((symbol: string): string => fold(symbol).replace(/[^a-z0-9&]/g, ''));

/** Type codes that no table row names alone: the second halves are issuers ("NQ-CP"), so only the first is a type. */
const codes = documentTypes.map(({ code }) => code).filter((code) => code !== '' && !code.includes('-'));
/** Hợp đồng (HĐ) and hướng dẫn (HD) differ in a mark only: the exact code comes first. */
const exactCodes = new Set(codes);
const typeCodes = new Map(codes.map((code) => [symbolKey(code), code]));
typeCodes.set('l', 'L-CTN');
typeCodes.set('ttlt', 'TTLT');
typeCodes.set('nqlt', 'NQLT');
// The Party's central bodies tell a regulation (11-QĐi/TW) from a decision by a small letter.
typeCodes.set('qdi', 'QyĐ');
/** Recognition reads Q as O: "OĐ-UBND", "NO-HĐND". */
for (const code of ['NQ', 'QĐ', 'QC', 'QyĐ', 'NQLT', 'QCPH']) {
  const slip = symbolKey(code.replace('Q', 'O'));
  if (!typeCodes.has(slip)) typeCodes.set(slip, code);
}

const isLetterUnit = ({ family }: { readonly family: string }): boolean => family === 'letter-unit';
const issuerKeys = new Set(
  [...issuers.filter((row) => !isLetterUnit(row)), ...ministries].map(({ symbol }) => symbolKey(symbol)),
);
const families = new Map<string, string>(
  issuers.map(({ symbol, family }): [string, string] => [symbolKey(symbol), family]).reverse(),
);
const unitKeys = new Set(issuers.filter(isLetterUnit).map(({ symbol }) => symbolKey(symbol)));

/** Codes whose tail is a list of issuers: 07-CTrPH-UBND-MTTQ. */
const jointCodes = new Set(
  ['NQLT', 'TTLT', 'CTrPH', 'CTPH', 'QCPH', 'KHLT', 'KHPH', 'HDLT', 'CTrLT', 'CTLT', 'QCLN', 'HDLN'].map(symbolKey),
);

/** The type code that a letter group stands for ("QD" → "QĐ"); null when it is none. */
export const typeCodeOf = (group: string): string | null =>
  exactCodes.has(group) ? group : (typeCodes.get(symbolKey(group)) ?? null);

/** How the table spells the code that a group stands for, where the group is the same code damaged; else the group. */
export function codeFor(group: string, code: string): string {
  const key = symbolKey(group);
  return key === symbolKey(code) || key === symbolKey(code.replace('Q', 'O')) ? code : group;
}

export const isJointCode = (group: string): boolean => jointCodes.has(symbolKey(group));

/** National Assembly terms and the like carry their number: QH15, UBTVQH13, HĐNN8. */
const withTerm = /^(?:nq|pl|l)?(?:qh|ubtvqh|hdnn|vpqh)(?:\d{1,2}|[ivx]+)$/;
const termSlip = /^(?:ubtvoh|oh)\d{1,2}$/;

/** What old recognition makes of the commonest symbols, capitals and small letters as it prints them. */
const slips = new Map(
  Object.entries({
    UBND: 'UBNO UBMD UBHD UBNB UBNĐ UBNI) IJBND',
    HĐND: 'HOND HBND HĐNO HĐMD HĐNB HĐNĐ HĐHD HCND',
    TTg: 'TTp TTq TTs TTe TTạ TTj ITg TIg TTị TTR TTE',
  }).flatMap(([symbol, seen]) => seen.split(' ').map((slip) => [slip, symbol] as const)),
);

export const isIssuer = (group: string): boolean => {
  const key = symbolKey(group);
  return issuerKeys.has(key) || withTerm.test(key) || slips.has(group) || termSlip.test(key);
};

const symbols = new Set([...issuers, ...ministries].map(({ symbol }) => symbol));
const symbolsByKey = new Map([...issuers, ...ministries].map(({ symbol }) => [symbolKey(symbol), symbol]));

/** The table's spelling of a symbol that lost its marks: "HDND" → "HĐND"; itself when the table has none. */
export const symbolOf = (group: string): string =>
  symbols.has(group) ? group : (symbolsByKey.get(symbolKey(group)) ?? slips.get(group) ?? termOf(group));

/** "OH14", "ƯBTVQH15": a body's symbol with its term. */
function termOf(group: string): string {
  const key = symbolKey(group);
  if (termSlip.test(key)) return key.replace('oh', 'qh').toUpperCase();
  return withTerm.test(key) && key !== group.toLowerCase() ? key.replace('hdnn', 'hđnn').toUpperCase() : group;
}

export const isUnit = (group: string): boolean => unitKeys.has(symbolKey(group));

/** Codes that are met with too few capitals: "Ctr", "Ttr". */
const carelessCodes = new Set(['ctr', 'ttr', 'ttg', 'qyd']);

/** The kind of number that an issuer's documents carry; `otherwise` for one that the table does not list. */
export function issuerFamily<T extends string>(group: string, otherwise: T): T | 'party' | 'front' | 'administrative' {
  const family = families.get(symbolKey(group));
  if (symbolKey(group) === 'btv' || symbolKey(group) === 'bcd') return otherwise; // both worlds have one
  switch (family) {
    case 'party':
    case 'front':
      return family;
    case undefined:
      return otherwise;
    default:
      return 'administrative';
  }
}

/**
 * Whether a letter group looks like part of a symbol rather than like a word: capitals, with single small letters
 * between them as in "TTr", "CTr", "TTg", "QyĐ", "SNgV", "GDTrH". "Phường" and "Word" do not.
 */
export const isSymbolShape = (group: string): boolean =>
  /^\p{Lu}/u.test(group) &&
  group.length <= 24 && // ĐCTUBTWMTTQVN has 13; twice that for joint ones written together
  (!/\p{Ll}{2}/u.test(group) || carelessCodes.has(symbolKey(group))) &&
  (!/\p{Ll}$/u.test(group) || typeCodeOf(group) !== null || isIssuer(group));

/**
 * Cuts a footnote's digit that lost its raising ("CP1", "BDT12"), unless the group is known with its digits (QH15, KT1,
 * BCĐ389) or unknown without them.
 */
export function withoutGluedMark(group: string): string {
  const letters = group.replace(/\d{1,2}$/, '');
  return letters !== group && !isIssuer(group) && !isUnit(group) && isIssuer(letters) ? letters : group;
}
