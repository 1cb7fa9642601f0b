import { everyProvince, type Province } from '../provinces.js';
import { slug } from '../slug.js';
import { mergedMark, merger } from './body-at.js';

/** What the key of an issuing body says of where it stands. */
export interface IssuerPlace {
  readonly level: 'province' | 'district' | 'commune';
  readonly province: Province;
  /** made on the day of the merger of 2025, like the province or commune it is of */
  readonly merged: boolean;
}

/** Provinces by the end of a key: "tinh-son-la", "tinh-uy-son-la". Of one ending, the older first. */
const byEnding = new Map<string, Province[]>();
for (const province of everyProvince) {
  const name = slug(province.name);
  const unit = province.fullName.startsWith('tỉnh') ? 'tinh' : 'thanh';
  for (const ending of [slug(province.fullName), `${unit}-uy-${name}`, `${unit}-doan-${name}`])
    byEnding.set(ending, [...(byEnding.get(ending) ?? []), province].sort(older));
}
function older(a: Province, b: Province): number {
  return (a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1;
}
const longestEnding = Math.max(...[...byEnding.keys()].map((ending) => ending.split('-').length));

const districtWord =
  /(?:^|-)(?:huyen|quan(?!-(?:ly|su|chung|uy(?:-|$)|uy$|trac|he))|thi-xa|thanh-pho)-.|(?:^|-)(?:huyen|quan|thi|thanh)-(?:uy|doan)(?:-|$)/u;
const communeWord = /(?:^|-)(?:(?<!thi-)xa(?!-hoi)|phuong|thi-tran)-./u;

/** Takes a key apart: "ubnd-huyen-phu-cat-tinh-binh-dinh" is a district's in tỉnh Bình Định. null: of no province. */
export function issuerPlace(key: string): IssuerPlace | null {
  const merged = key.endsWith(mergedMark);
  const words = (merged ? key.slice(0, -mergedMark.length) : key).split('-');
  for (let count = Math.min(longestEnding, words.length); count >= 2; count -= 1) {
    const named = byEnding.get(words.slice(-count).join('-'));
    if (named === undefined) continue;
    const body = words.slice(0, -count).join('-');
    const level = communeWord.test(body) ? 'commune' : districtWord.test(body) ? 'district' : 'province';
    const province = merged
      ? (named.find(({ validFrom }) => validFrom === merger) ?? named.at(-1)!)
      : (named.find(({ validFrom }) => validFrom !== merger) ?? named[0]!);
    return { level, province, merged };
  }
  return null;
}
