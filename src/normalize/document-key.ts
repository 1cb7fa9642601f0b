import { slug } from '../text/slug.js';
import type { CanonicalNumber } from './canonical-number.js';

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

/** The last part of a key for a number: digits, year of a legal document as printed, and symbol, folded. */
export const numberSlug = (number: CanonicalNumber): string =>
  [number.digits, number.impossibleYear ?? String(number.year ?? ''), number.symbol === null ? '' : slug(number.symbol)]
    .filter((part) => part !== '')
    .join('-');
