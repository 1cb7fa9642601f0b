import { fold } from '../text/fold.js';
import { groupBy } from '../text/group-by.js';
import { type LawsRow, laws } from '../text/lexicon/generated/laws.js';
import { slug } from '../text/slug.js';

/** The document that a name stands for. */
export interface NamedDocument {
  readonly type: string;
  readonly name: string;
  /** "06/2022/QH15" where the catalogue of laws knows it */
  readonly number: string | null;
  readonly year: number | null;
  /** body whose document it is; null when a place is needed to say */
  readonly issuer: 'Quốc hội' | 'Ủy ban Thường vụ Quốc hội' | 'Trung ương Đảng' | 'Đại hội Đảng toàn quốc' | null;
  /** what distinguishes it within its body and year */
  readonly slug: string;
  readonly certain: boolean;
  readonly candidates: readonly {
    readonly name: string;
    readonly number: string | null;
    readonly year: number | null;
  }[];
  readonly reasons: readonly string[];
}

const bare = (name: string): string =>
  fold(name)
    .replace(/\s+(?:nam\s+)?(?:19|20)\d\d$/u, '')
    .replace(/\s+ngay .*$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const byName = groupBy(laws, ({ name }) => bare(name));
const byNumber = new Map(laws.filter(({ number }) => number !== '').map((law) => [law.number, law]));

/** The law of the catalogue that has this number; null when it has none. */
export const lawNumbered = (number: string): LawsRow | null => byNumber.get(number) ?? null;

const inOrder = (rows: readonly LawsRow[]): LawsRow[] =>
  [...rows].sort((a, b) => (`${a.year} ${a.date}` < `${b.year} ${b.date}` ? -1 : 1));

const ordinals: Readonly<Record<string, number>> = {
  nhat: 1,
  mot: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
  'muoi hai': 12,
};
// Folded: words, digits or a Roman number.
const ordinal =
  '(?<number>muoi mot|muoi hai|nhat|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi|\\d{1,2}|[ivx]{1,6})(?![\\p{L}\\p{N}])';
const plenumForm = new RegExp(
  `(?:hoi nghi|hoi nghi trung uong|trung uong) (?:lan thu )?${ordinal}(?: .{0,60})? khoa (?<term>[ivx]{1,5}|\\d{1,2})(?![\\p{L}\\p{N}])`,
  'u',
);
const datedCongress = new RegExp(`dai hoi.{0,140}? lan thu ${ordinal}`, 'u');
const shortCongress = new RegExp(`dai hoi (?:dang )?(?:toan quoc )?${ordinal}`, 'u');
const arabic = (roman: string): number => {
  const value: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  const digits = [...roman].map((each) => value[each] ?? 0);
  return digits.reduce((sum, each, at) => sum + ((digits[at + 1] ?? 0) > each ? -each : each), 0);
};
const ordinalIn = (text: string): number | null =>
  /^\d{1,2}$/u.test(text) ? Number(text) : /^[ivxl]{1,6}$/u.test(text) ? arabic(text) : (ordinals[text] ?? null);

/**
 * Settles a law, ordinance, constitution or congress resolution cited by name.
 *
 * @param year in the name or the date of the mention; null when the text gives none
 * @param date of passing as printed, YYYY-MM-DD; it tells two laws of one name and year apart
 * @param reportYear of the report: without a year of its own a law's name means the one in force then
 */
export function namedDocument(
  name: string,
  type: string | null,
  year: number | null,
  reportYear: number | null,
  date: string | null = null,
): NamedDocument {
  const printedYear = year ?? yearIn(name);
  const key = bare(name);
  if (/^hien phap/u.test(key)) return constitution(printedYear, reportYear);
  const congress = congressResolution(name);
  if (congress !== null) return congress;

  const rows = byName.get(key) ?? [];
  const own = {
    type: type ?? rows[0]?.type ?? 'L',
    issuer: /^phap lenh/u.test(key) ? ('Ủy ban Thường vụ Quốc hội' as const) : ('Quốc hội' as const),
    slug: slug(key),
  };
  const asCandidate = (row: LawsRow) => ({
    name: row.name,
    number: row.number === '' ? null : row.number,
    year: Number(row.year),
  });
  const settled = (
    row: LawsRow,
    certain: boolean,
    reasons: readonly string[],
    others: readonly LawsRow[] = [],
  ): NamedDocument => ({
    ...own,
    type: row.type,
    name: row.name,
    number: row.number === '' ? null : row.number,
    year: Number(row.year),
    certain,
    candidates: others.map(asCandidate),
    reasons,
  });
  if (printedYear !== null) {
    const ofYear = inOrder(rows.filter((row) => Number(row.year) === printedYear));
    const dated = ofYear.find((row) => date !== null && row.date === date);
    // Two laws of one name in a year: the later one replaced the earlier.
    const exact = dated ?? ofYear.at(-1);
    const others = dated === undefined ? ofYear.slice(0, -1) : [];
    return exact === undefined
      ? {
          ...own,
          name: name.replace(/\s+/gu, ' '),
          number: null,
          year: printedYear,
          certain: true,
          candidates: [],
          reasons: ['law-not-in-catalogue'],
        }
      : settled(
          exact,
          others.length === 0,
          dated !== undefined && ofYear.length > 1
            ? ['law-by-day']
            : others.length === 0
              ? ['law-by-year']
              : ['law-by-year', 'law-several-versions'],
          others,
        );
  }
  if (rows.length === 0)
    return {
      ...own,
      name: name.replace(/\s+/gu, ' '),
      number: null,
      year: null,
      certain: false,
      candidates: [],
      reasons: ['law-not-in-catalogue', 'year-unknown'],
    };
  const sorted = inOrder(rows);
  if (reportYear === null) {
    const last = sorted.at(-1)!;
    return settled(
      last,
      sorted.length === 1,
      sorted.length === 1 ? ['law-only-version'] : ['law-several-versions'],
      sorted.slice(0, -1),
    );
  }
  // A law takes force months after it is passed: in the year of passing and the next one, the one before it may be meant.
  const passed = sorted.filter((row) => Number(row.year) < reportYear);
  const chosen = passed.at(-1) ?? sorted[0]!;
  const close = sorted.filter(
    (row) => row !== chosen && Math.abs(Number(row.year) - reportYear) <= 1 && Number(row.year) <= reportYear,
  );
  const before =
    Number(chosen.year) >= reportYear - 1
      ? sorted.filter((row) => Number(row.year) < Number(chosen.year)).slice(-1)
      : [];
  const others = [...before, ...close];
  return settled(
    chosen,
    others.length === 0,
    others.length === 0 ? ['law-by-date'] : ['law-by-date', 'law-several-versions'],
    others,
  );
}

/** Year of passing, and the first whole year in force: 1946, 1980 and 1992 took force within the year of passing. */
const constitutions: readonly (readonly [passed: number, since: number])[] = [
  [2013, 2014],
  [1992, 1993],
  [1980, 1981],
  [1959, 1960],
  [1946, 1947],
];

/** The Constitution of a year, else the one in force in the report's; around a change of it the other may be meant. */
function constitution(printedYear: number | null, reportYear: number | null): NamedDocument {
  const of = (year: number) => ({ name: `Hiến pháp năm ${year}`, number: null, year });
  const common = { type: 'HP', issuer: 'Quốc hội', slug: 'hien-phap' } as const;
  const inForce = constitutions.find(([, since]) => since <= (printedYear ?? reportYear ?? Infinity))?.[0] ?? 1946;
  if (printedYear !== null) {
    const passed = constitutions.some(([year]) => year === printedYear);
    return {
      ...common,
      ...of(printedYear),
      certain: passed,
      candidates: passed ? [] : [of(inForce)],
      reasons: [passed ? 'law-by-year' : 'law-not-in-catalogue'],
    };
  }
  const changed = constitutions.find(
    ([year, since]) => reportYear !== null && year <= reportYear && reportYear < since,
  );
  // Undated papers are mostly recent; one before the last may be meant as well.
  const other = reportYear === null ? 1992 : changed?.[0];
  return {
    ...common,
    ...of(inForce),
    certain: other === undefined,
    candidates: other === undefined || other === inForce ? [] : [of(other)],
    reasons: reportYear === null ? ['law-several-versions', 'year-unknown'] : ['law-by-date'],
  };
}

const yearIn = (name: string): number | null => {
  const found = /(?:19[4-9]|20[0-4])\d(?!\d)(?!\s*[-–])/u.exec(name.replace(/nhiệm kỳ.*$/iu, ''));
  return found === null ? null : Number(found[0]);
};

/** Resolutions of Party congresses and plenums: known by level, ordinal and term, whatever words stand between. */
function congressResolution(name: string): NamedDocument | null {
  const folded = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (!/^(?:nghi quyet|van kien|bao cao chinh tri)/u.test(folded)) return null;
  const what = { type: 'NQ', name: name.replace(/\s+/gu, ' ').trim(), number: null, year: null, candidates: [] };
  const plenum = plenumForm.exec(folded);
  if (plenum !== null) {
    const number = ordinalIn(plenum.groups!['number']!);
    const term = ordinalIn(plenum.groups!['term']!);
    if (number !== null && term !== null && !/tinh uy|huyen uy|dang bo tinh/u.test(folded))
      return {
        ...what,
        issuer: 'Trung ương Đảng',
        slug: `nghi-quyet-hoi-nghi-${number}-khoa-${term}`,
        certain: true,
        reasons: ['party-term'],
      };
  }
  const congress = datedCongress.exec(folded) ?? shortCongress.exec(folded);
  const number = congress === null ? null : ordinalIn(congress.groups!['number']!);
  if (number === null) return null;
  const local = /dang bo|tinh|huyen|xa |phuong|chi bo|khoi/u.test(folded.replace(/toan quoc/gu, ''));
  return {
    ...what,
    issuer: local ? null : 'Đại hội Đảng toàn quốc',
    slug: `nghi-quyet-dai-hoi-${number}`,
    certain: true,
    reasons: ['party-term'],
  };
}
