import { type AwardFormsRow, awardForms } from '../../text/lexicon/generated/award-forms.js';
import { type AwardsRow, awards } from '../../text/lexicon/generated/awards.js';
import type { RecipientKind } from './award-event.js';

const rows: ReadonlyMap<string, AwardsRow> = new Map(awards.map((row) => [row.code, row]));

/** The forms that stand for an agency's own title: its recipient is the organisation itself. */
const ownTitles = new Set(['TSVM', 'TSVMTB', 'CDCSVM', 'CQDCVH', 'ATANTT', 'DVHT']);

/** Whether an award is a title of an agency itself, which nobody counts. */
export const isOwnTitle = (code: string | null): boolean => code !== null && ownTitles.has(code);

export const formAt = (row: number): AwardFormsRow => awardForms[row]!;

export const awardRow = (code: string | null): AwardsRow | undefined => (code === null ? undefined : rows.get(code));

/** «hạng Nhì», «hạng II», «hạng 2» → 2 */
export function gradeNumber(folded: string): 1 | 2 | 3 | null {
  if (/^(?:nhat|i|1)$/.test(folded)) return 1;
  if (/^(?:nhi|hai|ii|2)$/.test(folded)) return 2;
  return /^(?:ba|iii|3)$/.test(folded) ? 3 : null;
}

const gradeWords = { 1: 'hạng Nhất', 2: 'hạng Nhì', 3: 'hạng Ba' } as const;

/** The award with its class: «Huân chương Lao động» + 2 → «Huân chương Lao động hạng Nhì», HCLD_2. */
export function graded(name: string, code: string | null, grade: 1 | 2 | 3): { name: string; code: string | null } {
  const withGrade = code === null ? null : `${code}_${grade}`;
  return { name: `${name} ${gradeWords[grade]}`, code: withGrade !== null && rows.has(withGrade) ? withGrade : code };
}

/** Who gets an award where the text does not say: the only kind that can, as the table has it. */
export function defaultRecipient(code: string | null): RecipientKind | null {
  if (code === null) return null;
  if (ownTitles.has(code)) return 'organisation';
  switch (awardRow(code)?.recipient_kinds) {
    case 'individual':
      return 'individual';
    case 'collective':
      return 'collective';
    case 'household':
    case 'household|individual':
      return 'household';
    default:
      return null;
  }
}

/** Who bears an award by its name, where the table has one row for several: «Gia đình học tập», «Dòng họ học tập». */
export function bearerOf({
  name,
  code,
}: {
  readonly name: string;
  readonly code: string | null;
}): RecipientKind | null {
  if (/^Gia đình /u.test(name)) return 'household';
  if (/^(?:Dòng họ|Cộng đồng) /u.test(name)) return 'collective';
  return /^Công dân /u.test(name) ? 'individual' : defaultRecipient(code);
}

const isGovernment = (grantor: string): boolean => /^(?:thủ tướng )?chính phủ$/iu.test(grantor);

/** A flag is the Government's by its giver: «Chính phủ tặng: Cờ thi đua». */
export const flagName = (name: string, grantor: string | null): string =>
  grantor !== null && isGovernment(grantor) && /^Cờ thi đua(?: xuất sắc)?$/u.test(name)
    ? 'Cờ thi đua của Chính phủ'
    : name;

/** The certificate's own row follows from who gives it: the word alone does not tell the level. */
export function certificateCode(name: string, code: string | null, grantor: string | null): string | null {
  if (grantor === null) return code;
  const by = grantor.toLowerCase();
  if (name === 'Bằng khen') {
    if (/thủ tướng|chính phủ/.test(by)) return 'BKTTG';
    if (/quân khu|quân đoàn|bộ tư lệnh|đại học quốc gia/.test(by)) return 'BKQK';
    if (/tỉnh ủy|tỉnh uỷ|thành ủy|đảng bộ tỉnh/.test(by)) return 'BKTU';
    if (/liên đoàn lao động|lđlđ|tỉnh đoàn|hội .*tỉnh|mttq|mặt trận/.test(by) && !/trung ương|tổng liên/.test(by))
      return 'BKDOANTHE';
    return 'BKBNT';
  }
  if (name.startsWith('Cờ thi đua') && code === null) {
    if (/chính phủ|thủ tướng/.test(by)) return 'CTDCP';
    if (/tổng liên đoàn|lđlđ|liên đoàn lao động/.test(by)) return 'CTDTLD';
    if (/mttq|mặt trận|trung ương đoàn|trung ương hội/.test(by)) return 'CTDMTTQ';
    if (/quân khu|quân đoàn|đại học quốc gia/.test(by)) return 'CTDQK';
    return 'CTDBNT';
  }
  return code;
}

/** «Lao động tiên tiến: 05 tập thể, 20 cá nhân»: the title of persons has a twin for collectives. */
export const titleFor = <T extends { readonly award: string; readonly awardCode: string | null }>(
  title: T,
  recipient: RecipientKind | null,
): T =>
  title.awardCode === 'LDTT' && (recipient === 'collective' || recipient === 'organisation')
    ? { ...title, award: 'Tập thể lao động tiên tiến', awardCode: 'TTLDTT' }
    : title.awardCode === 'TTLDXS' && recipient === 'individual'
      ? { ...title, award: 'Lao động xuất sắc', awardCode: null }
      : title;
