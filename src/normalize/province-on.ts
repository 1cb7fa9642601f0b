import { type Province, provincesBefore, provincesBetween } from '../text/provinces.js';

/** The province that a name means in a citation. */
export interface ProvinceOn {
  readonly province: Province;
  /** others of that name, or of that land, that may be meant as well */
  readonly others: readonly Province[];
  /** whether it was there on the day */
  readonly inOffice: boolean;
}

/** What is known of the day of a citation. */
export interface DayKnown {
  /** of the cited document: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or null */
  readonly date: string | null;
  /** of the report that cites it: nobody cites what is still to come */
  readonly reportDate: string | null;
  /** the report says that the body is no more: «(cũ)» */
  readonly former: boolean;
}

const last = '9999-12-31';

/** First and last day that a date as far as it is known may mean. */
export const daysOf = (date: string | null): readonly [first: string, last: string] =>
  date === null ? ['0000-01-01', last] : [`${date}-01-01`.slice(0, 10), `${date}-12-31`.slice(0, 10)];

/** Of the provinces of one name, one after the other, the one that a document of that day is of. */
export function provinceOn(named: Province, { date, reportDate, former }: DayKnown): ProvinceOn {
  const [first, end] = daysOf(date);
  const until = reportDate !== null && reportDate.length === 10 && reportDate < end ? reportDate : end;
  const eras = provincesBetween(named.fullName, first, until < first ? end : until);
  // Nothing is known of the day, neither here nor there: the older one, which is the one that most reports are about.
  const known = date === null && reportDate === null ? eras.slice(0, 1) : eras;
  const meant = former && known.length > 1 ? known.filter(({ validTo }) => validTo !== null) : known;
  const [province, ...others] = meant.length > 0 ? meant : known;
  if (province !== undefined) return { province, others, inOffice: true };
  const all = provincesBetween(named.fullName, '0000-01-01', last);
  const nearest = (first > (all.at(-1)?.validFrom ?? '') ? all.at(-1) : all[0]) ?? named;
  return { province: nearest, others: [], inOffice: false };
}

/**
 * The provinces that the home of a report may mean by «tỉnh» in what it says of a document: after a merger, a document
 * from before it may be of any that was merged.
 */
export function homeProvinceOn(home: Province, day: DayKnown): ProvinceOn {
  const own = provinceOn(home, day);
  if (day.date === null) return own;
  const [first, end] = daysOf(day.date);
  const merged = provincesBetween(home.fullName, day.reportDate ?? last, day.reportDate ?? last).at(-1) ?? home;
  const before = provincesBefore(merged).filter(
    ({ validFrom, validTo }) => (validTo ?? last) >= first && (validFrom ?? '') <= end,
  );
  if (before.length === 0 || (day.reportDate ?? '') < (merged.validFrom ?? last)) return own;
  const [province, ...others] = own.inOffice ? [own.province, ...own.others, ...before] : before;
  const seen = new Set([province!.fullName + province!.validFrom]);
  return {
    province: province!,
    others: others.filter((each) => {
      const id = each.fullName + each.validFrom;
      return !seen.has(id) && seen.add(id);
    }),
    inOffice: true,
  };
}
