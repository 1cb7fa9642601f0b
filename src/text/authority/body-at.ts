import type { Province } from '../provinces.js';
import { slug } from '../slug.js';

/** The day from which 34 provinces stand for 63 and districts are no more (resolutions 202 and 203/2025/QH15). */
export const merger = '2025-07-01';

/** What is put behind a key for a body that was made on that day and has the name of an older one. */
export const mergedMark = '-2025';

/** A body of a province with its place: "UBND" → "UBND tỉnh Sơn La", "Tỉnh ủy" → "Thành ủy Đà Nẵng". */
export function bodyAt(body: string, { name, fullName }: Province): string {
  const city = fullName.startsWith('thành phố');
  // "Ban Dân vận Tỉnh ủy": the level stands in the name.
  if (/^(?:Tỉnh|Thành) (?:ủy|đoàn)$/u.test(body))
    return `${city ? 'Thành' : 'Tỉnh'} ${body.slice(-body.split(' ')[1]!.length)} ${name}`;
  if (/ (?:Tỉnh|Thành) (?:ủy|đoàn)$/u.test(body))
    return `${body.replace(/(?:Tỉnh|Thành)(?= \S+$)/u, city ? 'Thành' : 'Tỉnh')} ${name}`;
  return `${body} ${fullName}`;
}

/** Key of a province's body: a merged province's is another one than its namesake's before the merger. */
export const keyAt = (body: string, province: Province): string =>
  slug(bodyAt(body, province)) + (province.validFrom === merger ? mergedMark : '');
