import { fold } from './fold.js';
import { districts } from './lexicon/generated/districts.js';
import { provinces } from './lexicon/generated/provinces.js';
import { type Province, provinceNamed } from './provinces.js';

const normal = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const provinceOfCode = new Map(
  provinces.filter(({ scheme }) => scheme === '63').map(({ code, name_vi: name }) => [code, name] as const),
);

const holders = new Map<string, Province[]>();
for (const { province_code: code, districts: names } of districts) {
  const province = provinceNamed(provinceOfCode.get(code) ?? '');
  if (province === null) throw new TypeError(`data/districts.csv: no province has the code ${code}`);
  for (const name of names.split('|')) {
    const key = normal(name);
    const known = holders.get(key) ?? [];
    if (!known.includes(province)) known.push(province);
    holders.set(key, known);
  }
}

/**
 * The provinces that had a district of this name before districts were abolished in July 2025, by the State's list of
 * units: "Ba Tơ" (one), "Châu Thành" (ten), "Xuân Mới" (none known).
 *
 * @param name with or without its level word and marks: "huyện Ba Tơ", "QUẬN 1", "Quy Nhơn"
 */
export const provincesOfDistrict = (name: string): readonly Province[] =>
  holders.get(normal(name).replace(/^(?:huyen|quan|thi xa|thanh pho|tp|tx) (?=[\p{L}\p{N}])/u, '')) ?? [];
