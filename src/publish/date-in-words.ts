import type { Language } from './cross-reference-index.js';

/**
 * A date as people read it. In Vietnamese as offices write it: the day, and the months January and February, with two digits
 * ("02/6/2023", "15/02/2022"; Decree 30/2020/NĐ-CP, Annex I, II.4), and no hyphen at which a line could break.
 *
 * @param date YYYY-MM-DD, YYYY-MM or YYYY; anything else comes back as it is
 */
export function dateInWords(date: string, language: Language): string {
  const parts = /^(?<year>\d{4})(?:-(?<month>\d\d))?(?:-(?<day>\d\d))?$/.exec(date)?.groups;
  if (language !== 'vi' || parts === undefined) return date;
  const { year, month, day } = parts;
  const named = month === undefined || Number(month) < 3 ? month : String(Number(month));
  return [day, named, year].filter((part) => part !== undefined).join('/');
}

/** What is said of a report beside its name: its number and its day, as far as they are known. */
export const reportInWords = (number: string | null, date: string | null, language: Language): readonly string[] =>
  [number, date === null ? null : dateInWords(date, language)].filter((part) => part !== null);
