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
// "20 23" is a year that a PDF drew apart, not the year 20.
const year = '(?<year>\\d{4}|(?!(?:19|20)[ ][0-9]{2}(?![0-9]))\\d{2})(?![\\p{L}0-9])';

/** "a" with whatever mark recognition reads, on the letter or beside it. */
const anyA = "[aàáảãạăắằẳẵặâấầẩẫậ]['`´’.?~^]{0,2}";
const monthWord = `t[ ]?h[ ]?${anyA}[ ]?n[ ]?g`;
const yearWord = `n[ ]?${anyA}[ ]?m`;
/** "ngày" the same way; figures are to follow. */
export const dayWord = `n[ ]?[gq][ ]?${anyA}[ ]?[yỳýỷỹỵv]`;

/** The forms of a date, tried in this order; each is sticky. */
const forms: readonly RegExp[] = [
  // 15/8/2022, 15-8-2022, 15.8.2022, 15/ 8 /2022
  `${day}${space}(?<mark>[/.\\-–])${space}${month}${space}\\k<mark>${space}${year}`,
  // 15 tháng 8 năm 2022; a comma slips in now and then
  `${day}${space},?${space}${monthWord}${space}${month}${space},?${space}${yearWord}${space}${year}`,
  // … tháng 12 năm 2023, tháng 12/2023: the day is blank or not meant
  `${blank}${monthWord}${space}${month}${space}(?:,?${space}${yearWord}|[/.\\-])${space}(?<year>\\d{4})(?![\\p{L}0-9])`,
  // …/12/2023
  `[._…]{1,24}${space}/${space}${month}${space}/${space}(?<year>\\d{4})(?![\\p{L}0-9])`,
].map((form) => new RegExp(form, 'iuy') as RegExp);

const figure = '[0-9OoIil|]';
const wide = '[ \\t\\n\\u00a0]?';
const strokeRead = `${wide}[/.,]${wide}|[ ]?[lI|!\\\\][ ]?`;
const yearFigures = `(?<year>[12][ ]?[09Oo][ ]?${figure}[ ]?${figure})(?![\\p{L}0-9/.,]?[0-9])`;

/** Dates that a PDF drew apart or that recognition spoiled; only behind the word "ngày", and only where the calendar has them. */
const damagedForms: readonly RegExp[] = [
  // ngày 1 6 tháng 01 năm 2002, ngày 0i tháng 9 năm 20 09
  `(?<day>[0-3OoIil]?[ ]?${figure})${space},?${space}${monthWord}${space}(?<month>${figure}?[ ]?${figure})${space},?${space}${yearWord}${space}${yearFigures}`,
  // ngày 15 /8/ 20 22, ngày l5/O8/2022, ngày 15l8l2022, ngày 1 5/8/2022
  `(?<day>[0-3OoIil|]?[ ]?${figure})(?:${strokeRead})(?<month>[01OoIil|]?[ ]?${figure})(?:${strokeRead})${yearFigures}`,
  // ngày 15/812022, ngày 1518/2022: a stroke read as 1
  `(?<day>[0-3]?[0-9])(?:${strokeRead})(?<month>[01]?[0-9])1${yearFigures}`,
  `(?<day>[0-3][0-9])1(?<month>[01]?[0-9])(?:${strokeRead})${yearFigures}`,
].map((form) => new RegExp(form, 'uy') as RegExp);
/** "ngày 12/2014": the day is left out. */
const monthAlone = /(?<month>1[0-2]|0?[1-9])\/(?<year>(?:19|20)[0-9]{2})(?![\p{L}0-9/])/uy;
/** Figures that stand for what was read: no space, no letters. */
const figures = (printed: string): string =>
  printed
    .replace(/ /g, '')
    .replace(/[OoQ]/g, '0')
    .replace(/[Iil|]/g, '1');

const lead = new RegExp(`${dayWord}(?:[ \\t\\n\\u00a0]{0,2}:)?[ \\t\\n\\u00a0]{0,4}`, 'iuy');
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
  for (const form of forms) {
    const date = read(form, text, at, from);
    if (date !== null) return date;
  }
  if (from === at) return null;
  for (const form of [...damagedForms, monthAlone]) {
    const date = read(form, text, at, from);
    if (date?.iso != null) return date;
  }
  return null;
}

function read(form: RegExp, text: string, start: number, from: number): DateMention | null {
  form.lastIndex = from;
  const groups = form.exec(text)?.groups;
  if (groups === undefined) return null;
  const { day: dayDigits, month: monthDigits, year: yearDigits } = groups;
  return {
    start,
    end: form.lastIndex,
    iso: isoDate(
      fullYear(figures(yearDigits!)),
      Number(figures(monthDigits!)),
      dayDigits === undefined ? null : Number(figures(dayDigits)),
    ),
  };
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

/** Whether four figures may be a year of the reports' time: 1900 to 2099. */
export const looksLikeYear = (figures: string): boolean => /^(?:19|20)\d\d$/.test(figures);
