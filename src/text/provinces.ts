import { fold } from './fold.js';
import { type ProvincesRow, provinces } from './lexicon/generated/provinces.js';

/** A province or city under the centre, of the 63 before July 2025, the 34 after, or an older one. */
export interface Province {
  /** "Quảng Ngãi" */
  readonly name: string;
  /** with its level word: "tỉnh Quảng Ngãi", "thành phố Đà Nẵng" */
  readonly fullName: string;
  /** first day it existed under these borders; null when older than the table */
  readonly validFrom: string | null;
  /** last day; null while it exists */
  readonly validTo: string | null;
  /** name of the province that holds it now; its own name when it still exists */
  readonly successor: string;
  /** names of all that took its land, and since when (`YYYY-MM-DD` or `YYYY`); empty while it exists */
  readonly successors: readonly { readonly name: string; readonly since: string }[];
}

const normal = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The day after an ISO day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Older provinces have their year behind the names: "Nam Hà|Ninh Bình (1992)". */
function successorsIn({ successor_name: names, valid_to: end }: ProvincesRow): Province['successors'] {
  const year = /\((\d{4})\)$/u.exec(names)?.[1];
  if (names === '' || (end === '' && year === undefined)) return [];
  const since = year ?? dayAfter(end);
  return names
    .replace(/ \(\d{4}\)$/u, '')
    .split('|')
    .map((name) => ({ name, since }));
}

const toProvince = (row: ProvincesRow): Province => ({
  name: row.name_vi,
  fullName: `${row.unit.startsWith('Tỉnh') ? 'tỉnh' : 'thành phố'} ${row.name_vi}`,
  validFrom: row.valid_from === '' ? null : row.valid_from,
  validTo:
    row.valid_to !== '' ? row.valid_to : successorsIn(row).length > 0 ? `${successorsIn(row)[0]!.since}-12-31` : null,
  successor: row.successor_name === '' ? row.name_vi : row.successor_name,
  successors: successorsIn(row),
});

const byName = new Map<string, Province[]>();
for (const row of provinces) {
  for (const name of [row.name_vi, ...row.aliases.split('|')]) {
    const key = normal(name);
    if (key === '') continue;
    const own = byName.get(key) ?? [];
    if (!own.some((each) => each.name === row.name_vi && each.validFrom === (row.valid_from || null)))
      own.push(toProvince(row));
    byName.set(key, own);
  }
}
/** Every province of the table, each era of a name by itself. */
export const everyProvince: readonly Province[] = [
  ...new Map([...byName.values()].flat().map((each) => [`${each.fullName} ${each.validFrom}`, each] as const)).values(),
];
const longestName = Math.max(...[...byName.keys()].map((name) => name.split(' ').length));

/**
 * The province of a name in any case, with or without tones: "QUẢNG NGÃI", "TP. Đà Nẵng", "Đắc Lắc".
 *
 * @param on `YYYY-MM-DD` (or its beginning): which of two provinces of that name is meant; without it the older
 * @returns null when no province has or had that name
 */
export function provinceNamed(name: string, on: string | null = null): Province | null {
  const bare = normal(name).replace(/^(?:tinh|thanh pho|tp|thu do) (?=\p{L})/u, '');
  const own = byName.get(bare) ?? byName.get(normal(name));
  if (own === undefined) return null;
  const valid =
    on === null
      ? undefined
      : own.find(
          (each) => (each.validFrom === null || each.validFrom <= on) && (each.validTo === null || on <= each.validTo),
        );
  return valid ?? own[0]!;
}

/** The provinces of that very name and level that existed on a day between two, the older first. */
export const provincesBetween = (fullName: string, first: string, last: string): readonly Province[] =>
  everyProvince
    .filter(
      (each) =>
        each.fullName === fullName &&
        (each.validFrom === null || each.validFrom <= last) &&
        (each.validTo === null || first <= each.validTo),
    )
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));

/** The provinces whose land a merged province holds now: of "Quảng Ngãi" since 2025, Quảng Ngãi and Kon Tum. */
export function provincesBefore(province: Province): readonly Province[] {
  if (province.validFrom === null) return [];
  return everyProvince.filter(
    (each) => each.validTo !== null && each.successor === province.name && each.validTo < province.validFrom!,
  );
}

const levelWord = /(?<![\p{L}\p{N}])(?:tỉnh|thành phố|tp\.?)[ \t\n]{1,3}(?=\p{L})/giu;

/**
 * The provinces a text names with their level word ("tỉnh Quảng Ngãi", "thành phố Đà Nẵng"), in order.
 * A bare name is left alone: "Hòa Bình" is also a word, a commune and a person.
 */
export function provincesIn(
  text: string,
): { readonly province: Province; readonly start: number; readonly end: number }[] {
  const found: { province: Province; start: number; end: number }[] = [];
  for (const level of text.matchAll(levelWord)) {
    const from = level.index + level[0].length;
    const words = [...text.slice(from, from + 40).matchAll(/[\p{L}'’]+/gu)].slice(0, longestName);
    for (let count = words.length; count > 0; count--) {
      const last = words[count - 1]!;
      const end = from + last.index + last[0].length;
      const name = text.slice(from, end);
      if (!/^\p{Lu}/u.test(name) || /[^\p{L}'’\s–-]/u.test(name)) continue;
      // "thành phố Quảng Ngãi" is a town of the province of that name.
      const unit = level[0].toLowerCase().startsWith('tỉnh') ? 'tỉnh ' : 'thành phố ';
      const province = byName.get(normal(name))?.find(({ fullName }) => fullName.startsWith(unit));
      if (province === undefined) continue;
      found.push({ province, start: level.index, end });
      break;
    }
  }
  return found;
}
