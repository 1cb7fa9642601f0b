import type { Draft } from './reading.js';

/** A stretch of time that a text names, as the records write it: "2022", "2023-Q2", "2024-H1", "2024-10", "2021/2025". */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** "cùng kỳ năm trước 15 vụ": of the figure that follows, and of no other */
  readonly isOfNext?: true;
}

const dash = ' ?[-–—/] ?';
const year = '(?:19|20)\\d\\d(?!\\d)';
const beforeFigure = '(?=(?: (?:là|có|đạt|tăng|giảm|xảy ra|ước|chỉ|còn)){0,2}:? ?\\d)';
const pattern = new RegExp(
  [
    `(?:giai đoạn|nhiệm kỳ|năm học)(?: năm)? ?\\(?(?<from>${year})${dash}(?<to>${year})`,
    `từ năm (?<since>${year}) (?:đến|-|–) (?:năm )?(?<until>${year})`,
    `qu[ýí] (?<quarter>iv|i{1,3}|[1-4])(?: ?/ ?| ?,? năm )(?<ofQuarter>${year})`,
    `(?<day>\\d{1,2} )?tháng (?<month>\\d{1,2})(?: ?[/-] ?| ?,? năm )(?<ofMonth>${year})`,
    `(?<months>\\d{1,2}|hai|ba|sáu|tám|chín) tháng (?<part>đầu|cuối) năm (?<ofPart>${year})`,
    // "4,5% (năm 2021: 5,1%)".
    `(?<=\\()năm (?<aside>${year})${beforeFigure}`,
    `năm (?<year>${year})`,
    // "Chỉ tiêu 2023", "Phương hướng 2009".
    `(?<=(?:chỉ tiêu|phương hướng|nhiệm vụ|mục tiêu|kế hoạch|kết quả) )(?<bare>${year})(?! ?[-–/.]\\d)`,
    // Of an earlier year, where a figure follows: "(cùng kỳ năm trước tăng 8,1%)", "cùng kỳ năm 2021 đạt 6,92%".
    `(?<before>cùng kỳ(?: năm (?:trước|ngoái)|(?: năm)? (?<sameIn>${year}))?|năm (?:trước|ngoái))${beforeFigure}`,
    // Without a year of their own: the report's year is theirs.
    `(?<monthsOnly>\\d{1,2}|hai|ba|sáu|tám|chín) tháng (?<partOnly>đầu|cuối) năm(?! ${year})`,
    `qu[ýí] (?<quarterOnly>iv|i{1,3}|[1-4])(?![\\p{L}\\d/])(?! ?,? năm)`,
    `(?<!\\d )tháng (?<monthOnly>\\d{1,2})(?! ?[\\d/.-]| ?,? năm| đầu| cuối)`,
  ].join('|'),
  'gu',
);
const monthWords: Readonly<Record<string, number>> = { hai: 2, ba: 3, sáu: 6, tám: 8, chín: 9 };
const monthsOf = (words: string): number => monthWords[words] ?? Number(words);
const quarters: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

/** Every period names one of these. */
const unitOfTime =
  /năm|qu[ýí]|tháng|giai đoạn|nhiệm kỳ|cùng kỳ|(?:chỉ tiêu|phương hướng|nhiệm vụ|mục tiêu|kế hoạch|kết quả) \d/;

/** What a period before a comparison's "so với" is: the baseline, not the time of the figure. */
const comparing = /(?:so với|so cùng kỳ|cùng kỳ|bằng) [^.;,]{0,20}$/;

/** "Bộ luật Hình sự năm 2015": the year is the law's. */
const ofLaw = /(?<!\p{L})(?:(?<!pháp )luật|pháp lệnh|hiến pháp)(?!\p{L})[^.;:()\d]{0,80}$/u;

/** "Đại hội thi đua yêu nước lần thứ V, giai đoạn 2020-2025": the term is of the congress's name. */
const ofCongress = /đại hội (?!toàn)[^.;:()]{0,80}$/u;

/** "(giá so sánh năm 2010)": the year of the prices, not of the figure. */
const ofPrices = /(?<!\p{L})giá (?:cố định|so sánh|hiện hành|gốc) $/u;

/**
 * The periods of `start..end`, in order, without those that a figure is held against.
 *
 * @param lower text in lower case
 * @param ofYear the year of "6 tháng đầu năm", "quý II" where the text gives none; null: they are no period
 * @param ofPeriod the time of "cùng kỳ năm trước" where the sentence names none
 */
export function periodsOf(
  lower: string,
  start: number,
  end: number,
  ofYear: string | null = null,
  ofPeriod: string | null = null,
): readonly Period[] {
  const stretch = lower.slice(start, end);
  if (!unitOfTime.test(stretch)) return [];
  const periods: Period[] = [];
  // What "cùng kỳ" is held against.
  let named = ofPeriod ?? ofYear;
  for (const match of stretch.matchAll(pattern)) {
    const g = match.groups!;
    if (g['before'] !== undefined) {
      const value = g['sameIn'] === undefined ? yearBefore(named) : sameIn(g['sameIn'], named);
      const held = /(?:so|với|hơn|bằng|gấp|vượt|tăng|giảm|của) $/.test(
        stretch.slice(Math.max(0, match.index - 8), match.index),
      );
      if (value !== null && !held)
        periods.push({ start: start + match.index, end: start + match.index + match[0].length, value, isOfNext: true });
      continue;
    }
    if (g['aside'] !== undefined) {
      const at = start + match.index;
      periods.push({ start: at, end: at + match[0].length, value: g['aside'], isOfNext: true });
      continue;
    }
    if (g['day'] !== undefined || comparing.test(stretch.slice(Math.max(0, match.index - 32), match.index))) continue;
    if (g['year'] !== undefined && ofPrices.test(stretch.slice(Math.max(0, match.index - 24), match.index))) continue;
    if (g['year'] !== undefined && ofLaw.test(stretch.slice(Math.max(0, match.index - 90), match.index))) continue;
    if (g['from'] !== undefined && ofCongress.test(stretch.slice(Math.max(0, match.index - 90), match.index))) continue;
    if ((g['monthsOnly'] ?? g['quarterOnly'] ?? g['monthOnly']) !== undefined && ofYear === null) continue;
    if (g['monthOnly'] !== undefined && !(Number(g['monthOnly']) >= 1 && Number(g['monthOnly']) <= 12)) continue;
    const value =
      g['monthsOnly'] !== undefined
        ? partOfYear(ofYear!, monthsOf(g['monthsOnly']), g['partOnly'] === 'đầu')
        : g['monthOnly'] !== undefined
          ? `${ofYear}-${g['monthOnly'].padStart(2, '0')}`
          : g['quarterOnly'] !== undefined
            ? `${ofYear}-Q${quarters[g['quarterOnly']!] ?? g['quarterOnly']}`
            : g['from'] !== undefined
              ? `${g['from']}/${g['to']}`
              : g['since'] !== undefined
                ? `${g['since']}/${g['until']}`
                : g['ofQuarter'] !== undefined
                  ? `${g['ofQuarter']}-Q${quarters[g['quarter']!] ?? g['quarter']}`
                  : g['ofMonth'] !== undefined
                    ? `${g['ofMonth']}-${g['month']!.padStart(2, '0')}`
                    : g['ofPart'] !== undefined
                      ? partOfYear(g['ofPart'], monthsOf(g['months']!), g['part'] === 'đầu')
                      : (g['year'] ?? g['bare'])!;
    periods.push({ start: start + match.index, end: start + match.index + match[0].length, value });
    named = value;
  }
  return periods;
}

/**
 * The time that a title or a heading tells: its first period. A part of a year without its year lies in that of the next
 * part named ("9 tháng đầu năm, nhiệm vụ 3 tháng cuối năm 2018").
 */
export function periodOfTitle(lower: string, ofYear: string | null = null): string | null {
  const [named] = periodsOf(lower, 0, lower.length);
  const shared = named !== undefined && /^\d{4}-/.test(named.value) ? yearOf(named.value) : null;
  return periodsOf(lower, 0, lower.length, shared ?? ofYear)[0]?.value ?? null;
}

/** The one year that a period lies in; null for a span of years. */
export const yearOf = (period: string | null): string | null =>
  period === null || /^\d{4}\/\d{4}$/.test(period) ? null : period.slice(0, 4);

/** The same stretch a year earlier; null for a span of years. */
const yearBefore = (period: string | null): string | null =>
  period === null || yearOf(period) === null ? null : sameIn(String(Number(period.slice(0, 4)) - 1), period);

/** The stretch of another year that is as `period` is of its own: "2022-H1" of 2021 is "2021-H1". */
const sameIn = (ofYear: string, period: string | null): string =>
  period === null || yearOf(period) === null ? ofYear : `${ofYear}${period.slice(4)}`;

function partOfYear(ofYear: string, months: number, first: boolean): string {
  if (months === 6) return `${ofYear}-${first ? 'H1' : 'H2'}`;
  const [from, to] = first ? [1, months] : [13 - months, 12];
  const month = (value: number) => `M${String(value).padStart(2, '0')}`;
  return `${ofYear}-${month(from)}/${month(to)}`;
}

/** Between a figure and the period that belongs to it although it stands behind: "60 triệu đồng vào năm 2018". */
const ties = /^ ?\(?(?:vào |trong |của |ở |cho )?$/;

/** "giảm từ 23,9% năm 2010 xuống còn 5,8%": the year is of the level before. */
const toAnotherLevel = /^,? ?(?:(?:đã )?(?:tăng|giảm)(?: mạnh)? )?(?:xuống|lên|còn)(?!\p{L})/u;
const behindFigure = /\d ?%?(?: [\p{L}]+){0,3} (?:vào |trong |của )?$/u;
/** "vượt kế hoạch đề ra cho cả năm 2007 (16%), trong đó …": a year of the plan alone. */
const planAhead = /(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?: [\p{L}]+){0,4} $/u;

/**
 * The period of a figure: one tied to it from behind, else the nearest before it in its sentence that is not another
 * figure's or a plan's alone.
 */
export function periodOf(lower: string, periods: readonly Period[], figure: Draft): string | null {
  const { start, end } = figure;
  // Binary search: a list of figures may be one sentence with thousands of periods.
  let low = 0;
  let high = periods.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (periods[middle]!.start >= end) high = middle;
    else low = middle + 1;
  }
  const behind = periods[low];
  // "gấp 2,3 lần năm 2010" is held against that year.
  const isHeld = figure.unitCode === 'times';
  if (
    !isHeld &&
    behind !== undefined &&
    behind.isOfNext !== true &&
    behind.start - end < 12 &&
    ties.test(lower.slice(end, behind.start))
  )
    return behind.value;
  while (low > 0 && periods[low - 1]!.end > start) low -= 1;
  while (low > 0 && periods[low - 1]!.isOfNext === true && /\d/.test(lower.slice(periods[low - 1]!.end, start)))
    low -= 1;
  const nearest = periods[low - 1];
  if (nearest === undefined) return null;
  const ofLevelBefore =
    toAnotherLevel.test(lower.slice(nearest.end, start)) &&
    behindFigure.test(lower.slice(Math.max(0, nearest.start - 40), nearest.start));
  if (ofLevelBefore) return periods[low - 2]?.value ?? null;
  const before = periods[low - 2];
  const ofPlanAlone =
    before !== undefined &&
    start - nearest.end > 4 &&
    planAhead.test(lower.slice(Math.max(0, nearest.start - 40), nearest.start));
  return (ofPlanAlone ? before : nearest).value;
}

/** A period that begins a clause of its own tells the time of what follows it. */
const ownClause = /(?:[,;:(–]|\p{Lu}\p{L}*\.|(?:^|\s)(?:và|còn|đến|nhưng|từ|so với|cuối|hết|trong đó|riêng|trong)) ?$/u;

/**
 * "tặng Bằng khen cho 42 tập thể có thành tích trong tổng điều tra năm 2019": a sentence that names no time before its
 * figures may do so at the end of their clause.
 *
 * @param periods of the sentence; `end` where the figure ends, `limit` where the sentence does
 */
export function periodBehind(lower: string, periods: readonly Period[], end: number, limit: number): string | null {
  const behind = periods.find(({ start, isOfNext }) => start >= end && isOfNext !== true);
  if (behind === undefined || behind.end > limit || behind.start - end > 400) return null;
  const between = lower.slice(end, behind.start);
  return /[;:]/.test(between) || ownClause.test(between) || ofPlan.test(between) ? null : behind.value;
}

/** "theo Chương trình giảm nghèo giai đoạn 2021-2025": the time is the programme's. */
const ofPlan =
  /(?:chương trình|đề án|kế hoạch|nghị quyết|quyết định|dự án|quy hoạch|chiến lược|chuẩn nghèo|chuẩn)(?!\p{L})[^,;.]*$/u;
