import { bodyAt, keyAt, mergedMark, merger } from '../text/authority/body-at.js';
import { provincesOfDistrict } from '../text/districts.js';
import { type Province, provincesBefore } from '../text/provinces.js';
import { slug } from '../text/slug.js';
import type { HomeRecord } from './home-record.js';
import { type DayKnown, daysOf, homeProvinceOn, type ProvinceOn } from './province-on.js';

/** The body whose series a number belongs to. Persons, boards and plenums share the series of their body. */
export interface IssuingBody {
  /** in full, with its place: "UBND tỉnh Quảng Ngãi"; as far as known otherwise */
  readonly name: string | null;
  /** part of a key; ends in "~" and the report's mark when the place or the body is not known */
  readonly slug: string;
  readonly certain: boolean;
  /** other bodies it may be */
  readonly candidates: readonly { readonly name: string; readonly slug: string }[];
  readonly reasons: readonly string[];
}

/**
 * Ways to place a body for one report.
 *
 * @param mark stands for the report where a body cannot be placed, so that nothing merges
 */
export function placesOf(home: HomeRecord, mark: string) {
  const unplaced = (name: string | null, reasons: readonly string[]): IssuingBody => ({
    name,
    slug: `${name === null ? '' : slug(name)}~${mark}`,
    certain: false,
    candidates: [],
    reasons,
  });
  const placed = (name: string, reasons: readonly string[], key = slug(name)): IssuingBody => ({
    name,
    slug: key,
    certain: true,
    candidates: [],
    reasons,
  });

  /** A province's body on a day, with the others that may be meant by the name. */
  const bodyOf = (name: string, found: ProvinceOn, reasons: readonly string[]): IssuingBody => {
    const said = bodyAt(name, found.province);
    const why = found.inOffice ? reasons : [...reasons, 'issuer-not-in-office'];
    const body = placed(said, why, keyAt(name, found.province));
    return found.others.length === 0
      ? body
      : {
          ...body,
          certain: false,
          candidates: found.others.map((each) => ({ name: bodyAt(name, each), slug: keyAt(name, each) })),
          reasons: [...why, 'province-before-merger'],
        };
  };
  const atHomeProvince = (name: string, day: DayKnown, reasons: readonly string[]): IssuingBody =>
    home.province === null
      ? unplaced(name, [...reasons, 'place-unknown'])
      : bodyOf(name, homeProvinceOn(home.province, day), [...reasons, 'place-from-home']);

  /** A body of a district or commune: its province is part of its key, and communes were all made anew at the merger. */
  const below = (
    name: string,
    level: 'district' | 'commune',
    province: Province,
    day: DayKnown,
    reasons: readonly string[],
  ): IssuingBody => {
    const key = slug(`${name} ${province.fullName}`);
    const [first, end] = daysOf(day.date);
    if (level === 'district')
      return placed(name, first >= merger ? [...reasons, 'issuer-not-in-office'] : reasons, key);
    const after = first >= merger;
    const open = !after && !day.former && day.date !== null && end >= merger && (day.reportDate ?? merger) >= merger;
    return {
      ...placed(name, reasons, key + (after ? mergedMark : '')),
      ...(open ? { certain: false, candidates: [{ name, slug: key + mergedMark }] } : {}),
    };
  };
  const inProvince = (
    name: string,
    level: 'district' | 'commune',
    day: DayKnown,
    reasons: readonly string[],
  ): IssuingBody =>
    home.province === null
      ? unplaced(name, [...reasons, 'place-unknown'])
      : below(name, level, home.province, day, [...reasons, 'province-from-home']);

  /**
   * A district's body that is named with its place: the State's list of units says the province, if only one has it.
   *
   * @param printed the province that the text names beside it, perhaps the one that holds the land since the merger
   */
  const inDistrictNamed = (
    said: string,
    district: string,
    printed: Province | undefined,
    day: DayKnown,
    reasons: readonly string[],
  ): IssuingBody => {
    const holders = provincesOfDistrict(district);
    if (printed !== undefined) {
      const former = holders.filter(({ name, successor }) => name !== printed.name && successor === printed.name);
      const holder = holders.some(({ name }) => name === printed.name) || former.length !== 1 ? printed : former[0]!;
      return below(said, 'district', holder, day, reasons);
    }
    if (holders.length === 0) return inProvince(said, 'district', day, reasons);
    const near = home.province === null ? [] : [home.province, ...provincesBefore(home.province)];
    const holder =
      holders.find(({ name }) => near.some((each) => each.name === name)) ??
      (holders.length === 1 ? holders[0] : undefined);
    if (holder !== undefined) return below(said, 'district', holder, day, [...reasons, 'district-known']);
    return {
      ...unplaced(said, [...reasons, 'district-in-several-provinces']),
      candidates: holders.map(({ fullName }) => ({ name: `${said}, ${fullName}`, slug: slug(`${said} ${fullName}`) })),
    };
  };

  return { placed, unplaced, bodyOf, atHomeProvince, below, inProvince, inDistrictNamed };
}
