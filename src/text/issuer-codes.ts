import { fold } from './fold.js';
import { issuers } from './lexicon/generated/issuers.js';
import { ministries } from './lexicon/generated/ministries.js';

/** What an issuer's code in a document number says of the body. */
export interface IssuerCode {
  readonly code: string;
  /** name without place: "UBND", "Sở Nội vụ", "Bộ Tài chính" */
  readonly name: string;
  readonly level: 'central' | 'province' | 'district' | 'commune' | 'local' | 'unit';
  /** numbers of this body are written `NN-TYPE/ISSUER` */
  readonly party: boolean;
}

/** Codes that name a body only together with its phrase: the steering committee, cell or standing board of whom? */
const needPhrase = new Set([
  'BTV',
  'BCH',
  'TWH',
  'ĐB',
  'CB',
  'ĐU',
  'ĐUBP',
  'UBKT',
  'TCT',
  'CT',
  'TT',
  'HĐ',
  'CĐ',
  'CĐN',
  'VP',
  'BQL',
  'BQLDA',
  'TTr',
  'CA',
  'LĐTBXH',
  'TBVK',
  'BCĐ',
  'BCSĐ',
  'ĐĐ',
  'CCB',
  'ĐH',
  'HĐTĐKT',
]);
const shortNames: Readonly<Record<string, string>> = {
  UBND: 'UBND',
  UB: 'UBND',
  UBHC: 'Ủy ban hành chính',
  HĐND: 'HĐND',
  TU: 'Tỉnh ủy',
  HU: 'Huyện ủy',
  QU: 'Quận ủy',
  ThU: 'Thành ủy',
  TxU: 'Thị ủy',
  TW: 'Trung ương Đảng',
  BDT: 'Ban Dân tộc',
  BTĐKT: 'Ban Thi đua - Khen thưởng',
  BHXH: 'Bảo hiểm xã hội',
  ĐUK: 'Đảng ủy Khối',
  MTTW: 'Ủy ban Trung ương MTTQ Việt Nam',
  'MTTW-BTT': 'Ủy ban Trung ương MTTQ Việt Nam',
  'MTTW-UB': 'Ủy ban Trung ương MTTQ Việt Nam',
};
/** One code, two rows: a province's board and a central one, or the council's and the committee's. */
const provincial = new Set(['BDT', 'KBNN', 'NHCS', 'BTĐKT', 'ĐUK']);

const byCode = new Map<string, IssuerCode>();
const byFold = new Map<string, IssuerCode[]>();
for (const row of [
  ...issuers.filter(({ family }) => family !== 'letter-unit'),
  ...ministries.map((ministry) => ({ ...ministry, level: 'central', family: 'government' })),
]) {
  const name = shortNames[row.symbol] ?? row.name_vi.replace(/\s*\(.*$/u, '').replace(/ (?:tỉnh|thành phố)$/u, '');
  const level = (provincial.has(row.symbol) ? 'province' : row.level) as IssuerCode['level'];
  const known = byCode.get(row.symbol);
  const entry: IssuerCode = { code: row.symbol, name, level, party: row.family === 'party' || known?.party === true };
  if (known === undefined) byCode.set(row.symbol, entry);
  const key = fold(row.symbol);
  const own = byFold.get(key) ?? [];
  if (!own.some(({ code }) => code === row.symbol)) byFold.set(key, [...own, entry]);
}

/** The body of a code, marks and case as printed or lost; null for a code that the table has not, or has twice when folded. */
export function issuerCode(code: string): IssuerCode | null {
  const term = /^(QH|UBTVQH|NQ-QH|HĐNN)\d{1,2}$/u.exec(code);
  const found = byCode.get(code) ?? (term === null ? undefined : byCode.get(term[1]!));
  if (found !== undefined) return found;
  const folded = byFold.get(fold(code));
  return folded?.length === 1 ? folded[0]! : null;
}

/** Whether the code says who the body is without a phrase beside it. */
export const namesBody = (code: string): boolean => issuerCode(code) !== null && !needPhrase.has(code);

const centralNames = new Map<string, string>();
for (const row of [
  ...issuers.filter(({ level, family }) => level === 'central' && family !== 'letter-unit'),
  ...ministries,
])
  centralNames.set(fold(row.name_vi.replace(/\s*\(.*$/u, '')), row.symbol);
for (const [name, code] of [
  ['bo chinh tri', 'TW'],
  ['ban bi thu', 'TW'],
  ['ban chap hanh trung uong', 'TW'],
  ['ban chap hanh trung uong dang', 'TW'],
  ['trung uong dang', 'TW'],
  ['thu tuong', 'TTg'],
  ['trung uong', 'TW'],
] as const)
  centralNames.set(name, code);

/** The code of a central body by the folded name of it: "uy ban dan toc" → "UBDT"; null when no central body is called so. */
export const centralCodeNamed = (foldedName: string): string | null => centralNames.get(foldedName) ?? null;

/** Every code of the lexicon, for repairs. */
export const issuerCodes: readonly string[] = [...byCode.keys()];

const localNames = new Set(
  [...byCode.values()]
    .filter(({ code, level }) => level !== 'central' && namesBody(code))
    .map(({ name }) => fold(name)),
);

/** Whether a province's, district's or commune's body is called so, place left out: "hdnd", "so tai chinh". */
export const namesLocalBody = (foldedName: string): boolean => localNames.has(foldedName);
