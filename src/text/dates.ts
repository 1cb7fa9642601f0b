/** A date as an office prints it. */
export interface DateMention {
  /** offset of "ngày" where it is printed, else of the first digit */
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`, or `YYYY-MM` where the day was left blank or not meant; null when no such day exists ("31/02/2023") */
  readonly iso: string | null;
}

// A line break of the author's may stand anywhere a space may; three characters are the widest gap seen in typing.
const space = '[ \\t\\n\\u00a0]{0,3}';
const blank = '[ \\t\\n\\u00a0._…]{0,24}';
const day = '(?<day>\\d{1,2})';
const month = '(?<month>\\d{1,2})';
const year = '(?<year>\\d{4}|\\d{2})(?![\\p{L}0-9])';

/** The forms of a date, tried in this order; each is sticky. */
const forms: readonly RegExp[] = [
  // 15/8/2022, 15-8-2022, 15.8.2022, 15/ 8 /2022
  `${day}${space}(?<mark>[/.\\-–])${space}${month}${space}\\k<mark>${space}${year}`,
  // 15 tháng 8 năm 2022; a comma slips in now and then
  `${day}${space},?${space}tháng${space}${month}${space},?${space}năm${space}${year}`,
  // … tháng 12 năm 2023, tháng 12/2023: the day is blank or not meant
  `${blank}tháng${space}${month}${space}(?:,?${space}năm|[/.\\-])${space}(?<year>\\d{4})(?![\\p{L}0-9])`,
  // …/12/2023
  `[._…]{1,24}${space}/${space}${month}${space}/${space}(?<year>\\d{4})(?![\\p{L}0-9])`,
].map((form) => new RegExp(form, 'iuy') as RegExp);

/** "ngày 1 6 tháng 01 năm 2002": a PDF drew the day's figures apart; only behind the word "ngày". */
const parted = new RegExp(
  `(?<day>[0-3] [0-9])${space}tháng${space}${month}${space},?${space}năm${space}${year}`,
  'iuy',
);

/** "ngày 0i tháng 9 năm 2009": recognition read a figure of the day as a letter. */
const misreadDay = new RegExp(
  `(?<day>[0-3][OoIilQ]|[OoIil][0-9])${space}tháng${space}${month}${space},?${space}năm${space}${year}`,
  'uy',
);
/** "ngày 17/01/201 7". */
const partedYear = /(?<day>[0-9]{1,2})\/(?<month>[0-9]{1,2})\/(?<year>20[0-4] [0-9])(?![\p{L}0-9/.,])/uy;
const formsAfterWord = [...forms, parted, misreadDay, partedYear];
/** Figures that stand for what was read: no space, no letters. */
const figures = (printed: string): number =>
  Number(printed.replace(/ /g, '').replace(/[OoQ]/g, '0').replace(/[Iil]/g, '1'));

const lead = /ngày(?:[ \t\n\u00a0]{0,2}:)?[ \t\n\u00a0]{0,4}/iuy;
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const pad = (number: number): string => String(number).padStart(2, '0');

/** Two digits of a year are of this century up to 2049, as in "05/4/22"; before that of the last. */
const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) < 50 ? 2000 + Number(digits) : 1900 + Number(digits);

/**
 * The ISO form of a date whose day may be unknown.
 *
 * @returns null when the calendar has no such day, or the year is no year of a Vietnamese office (1900..2100);
 *   day and month are never swapped
 */
export function isoDate(yearNumber: number, monthNumber: number, dayNumber: number | null): string | null {
  if (yearNumber < 1900 || yearNumber > 2100 || monthNumber < 1 || monthNumber > 12) return null;
  if (dayNumber === null) return `${yearNumber}-${pad(monthNumber)}`;
  const leap = yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0);
  const last = monthNumber === 2 && !leap ? 28 : daysOfMonth[monthNumber - 1]!;
  return dayNumber < 1 || dayNumber > last ? null : `${yearNumber}-${pad(monthNumber)}-${pad(dayNumber)}`;
}

/**
 * Reads the date that begins exactly at `at`, with or without "ngày" before it.
 *
 * @param at offset of "ngày", of the first digit, or of the "tháng" of a date without a day
 * @returns null when no date begins there; `iso` null when one does, but the calendar has no such day
 */
export function dateAt(text: string, at: number): DateMention | null {
  lead.lastIndex = at;
  const from = lead.test(text) ? lead.lastIndex : at;
  for (const form of from > at ? formsAfterWord : forms) {
    form.lastIndex = from;
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const { day: dayDigits, month: monthDigits, year: yearDigits } = groups;
    return {
      start: at,
      end: form.lastIndex,
      iso: isoDate(
        fullYear(yearDigits!.replace(' ', '')),
        Number(monthDigits),
        dayDigits === undefined ? null : figures(dayDigits),
      ),
    };
  }
  return null;
}

const candidate =
  /(?<![\p{L}\p{N}])ngày(?![\p{L}])|(?<![\p{L}\p{N}/.,\-–])\d{1,2}(?=[ \t]{0,2}[/.\-–]|[ \t\n]{0,2}tháng)/giu;

/** All dates between two offsets, in reading order. Linear in the length of the text. */
export function findDates(text: string, start = 0, end = text.length): DateMention[] {
  const found: DateMention[] = [];
  candidate.lastIndex = start;
  // Offsets hold in it, and what lies beyond `end` is not searched.
  const searched = text.slice(0, end + 16);
  for (let match = candidate.exec(searched); match !== null && match.index < end; match = candidate.exec(searched)) {
    const date = dateAt(text, match.index);
    if (date === null || date.end > end) continue;
    found.push(date);
    candidate.lastIndex = date.end;
  }
  return found;
}
