import { documentTypes } from '../text/lexicon/generated/document-types.js';
import { slug } from '../text/slug.js';
import type { CanonicalNumber } from './canonical-number.js';

const names = new Map<string, string>();
for (const { code, name_vi } of documentTypes)
  if (code !== '' && !names.has(code)) names.set(code, name_vi.replace(/\s*[(/].*$/u, ''));
names.set('CV', 'Công văn');
names.set('QyĐ', 'Quy định');

/** The Vietnamese name of a type code; null for a code that the table has not. TT is Thông tri in a Party number. */
export const typeName = (code: string, family: CanonicalNumber['family'] | null): string | null =>
  code === 'TT' && family === 'party' ? 'Thông tri' : (names.get(code) ?? null);

/**
 * The key of a document in the form of the Akoma Ntoso naming convention:
 * `/akn/vn/act/quyet-dinh/ubnd-tinh-quang-ngai/2022/1085-qd-ubnd`. An unknown year is "_"; an issuer that cannot be
 * placed carries the report's own mark, so that two provinces never share a key.
 *
 * @param issuer slug of the issuing body
 * @param local what tells it from its body's other documents of that year: "1085-qd-ubnd"
 * @source Akoma Ntoso Naming Convention 1.0 (OASIS, 2019), section 4
 */
export const documentKey = (type: string, issuer: string, year: number | null, local: string): string =>
  `/akn/vn/act/${type}/${issuer}/${year ?? '_'}/${local}`;

/** The last part of a key for a number: digits, year of a legal document and symbol, folded. */
export const numberSlug = (number: CanonicalNumber): string =>
  [number.digits, number.year === null ? '' : String(number.year), number.symbol === null ? '' : slug(number.symbol)]
    .filter((part) => part !== '')
    .join('-');

/** Codes that offices use for a second type too: QĐ of a Party "Quy định", TT of a "Tờ trình". */
export const shortFor = (code: string, word: string): boolean =>
  code === word ||
  (typeName(word, null) ?? '')
    .split(' ')
    .map((syllable) => syllable.slice(0, 1).toUpperCase())
    .join('') === code;
