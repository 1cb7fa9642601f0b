import type { CitationRole, ConflictCode } from '../model/index.js';
import type { Citer } from '../store/index.js';
import type { IndexConflict, Language } from './cross-reference-index.js';
import { dateInWords } from './date-in-words.js';
import { settledInWords } from './other-reports-words.js';

/** The words that the printed index is made of. */
export interface IndexWords {
  readonly title: string;
  readonly summary: (documents: number, citations: number) => string;
  readonly page: (page: number) => string;
  readonly section: (section: string) => string;
  readonly footnote: string;
  readonly uncertain: string;
  readonly roles: Readonly<Record<CitationRole, string>>;
  readonly empty: string;
  /** parts of the printed index */
  readonly byDocument: string;
  readonly byReport: string;
  readonly lacking: string;
  readonly lackingAbout: string;
  /** «3 báo cáo, 1 theo báo cáo khác» */
  readonly citedBy: (reports: number, byOtherReports: number) => string;
  /** of a number read off a picture */
  readonly mayBe: (numbers: string) => string;
  readonly conflicting: string;
  readonly conflictingAbout: string;
  /** what contradicts what */
  readonly conflicts: Readonly<Record<ConflictCode, string>>;
  readonly contents: string;
  readonly cites: (documents: number) => string;
  readonly columns: Readonly<
    Record<
      | 'group'
      | 'document'
      | 'title'
      | 'issuer'
      | 'date'
      | 'report'
      | 'page'
      | 'section'
      | 'role'
      | 'provisions'
      | 'certainty'
      | 'quote'
      | 'reports'
      | 'by_others'
      | 'places'
      | 'conflict'
      | 'readings',
      string
    >
  >;
}

export const indexWords: Readonly<Record<Language, IndexWords>> = {
  vi: {
    title: 'Bảng tra cứu văn bản được viện dẫn',
    summary: (documents, citations) => `${documents} văn bản, ${citations} lần viện dẫn`,
    page: (page) => `trang ${page}`,
    section: (section) => `mục ${section}`,
    footnote: 'chú thích',
    uncertain: 'chưa chắc chắn',
    roles: {
      implements: 'thực hiện',
      'based-on': 'căn cứ',
      'responds-to': 'trả lời',
      issued: 'ban hành',
      mentions: 'nhắc đến',
    },
    empty: 'Chưa có văn bản nào được viện dẫn.',
    byDocument: 'Theo văn bản',
    byReport: 'Theo báo cáo',
    lacking: 'Văn bản kho chưa có',
    lackingAbout: 'Được viện dẫn, nhưng trong kho không có bản nào; xếp theo số báo cáo viện dẫn.',
    citedBy: (reports, others) => `${reports} báo cáo${others === 0 ? '' : `, ${others} theo báo cáo khác`}`,
    mayBe: (numbers) => `số đọc từ ảnh, có thể là ${numbers}`,
    conflicting: 'Chỗ mâu thuẫn',
    conflictingAbout: 'Các báo cáo ghi khác nhau hoặc ghi sai về cùng một văn bản; giữ nguyên như đã ghi, cần xem lại.',
    conflicts: {
      'date-conflict': 'một số, nhiều ngày',
      'year-slip': 'một số, cùng ngày tháng, khác năm',
      'misread-number': 'số đọc từ ảnh, gần giống số khác cùng ngày, cùng cơ quan',
      'impossible-date': 'ngày không có trong lịch',
      'impossible-year': 'số ghi năm không thể có',
      'date-after-report': 'ghi sau ngày của báo cáo',
      'year-conflict': 'năm trong số khác năm của ngày',
      'issuer-conflict': 'ký hiệu khác cơ quan ban hành',
      'issuer-not-in-office': 'cơ quan chưa có hoặc không còn vào ngày đó',
      'type-conflict': 'ký hiệu khác tên loại',
    },
    contents: 'Mục lục',
    cites: (documents) => `viện dẫn ${documents} văn bản`,
    columns: {
      group: 'Nhóm',
      document: 'Văn bản',
      title: 'Trích yếu',
      issuer: 'Cơ quan ban hành',
      date: 'Ngày',
      report: 'Báo cáo',
      page: 'Trang',
      section: 'Mục',
      role: 'Quan hệ',
      provisions: 'Điều khoản',
      certainty: 'Xác định',
      quote: 'Nguyên văn',
      reports: 'Số báo cáo',
      by_others: 'Theo báo cáo khác',
      places: 'Số chỗ',
      conflict: 'Mâu thuẫn',
      readings: 'Các cách ghi',
    },
  },
  en: {
    title: 'Cross-reference index of cited documents',
    summary: (documents, citations) => `${documents} documents, ${citations} citations`,
    page: (page) => `page ${page}`,
    section: (section) => `section ${section}`,
    footnote: 'footnote',
    uncertain: 'uncertain',
    roles: {
      implements: 'implements',
      'based-on': 'based on',
      'responds-to': 'responds to',
      issued: 'issued',
      mentions: 'mentions',
    },
    empty: 'No document is cited yet.',
    byDocument: 'By document',
    byReport: 'By report',
    lacking: 'Not in the archive',
    lackingAbout: 'Cited, and the archive holds no copy; by the number of reports that cite it.',
    citedBy: (reports, others) =>
      `${reports} report${reports === 1 ? '' : 's'}${others === 0 ? '' : `, ${others} by other reports`}`,
    mayBe: (numbers) => `read off a picture, may be ${numbers}`,
    conflicting: 'Contradictions',
    conflictingAbout: 'Reports say different or impossible things of one document; left as printed, to be looked at.',
    conflicts: {
      'date-conflict': 'one number, several days',
      'year-slip': 'one number, the same day of different years',
      'misread-number': 'read off a picture, much like another number of that body and day',
      'impossible-date': 'a day that no calendar has',
      'impossible-year': 'a year that the number cannot have',
      'date-after-report': "after the report's own date",
      'year-conflict': 'the year in the number is not that of the date',
      'issuer-conflict': 'the symbol names another issuer',
      'issuer-not-in-office': 'the issuer was not there on that day',
      'type-conflict': 'the symbol names another type',
    },
    contents: 'Contents',
    cites: (documents) => `cites ${documents} documents`,
    columns: {
      group: 'Group',
      document: 'Document',
      title: 'Title',
      issuer: 'Issuer',
      date: 'Date',
      report: 'Report',
      page: 'Page',
      section: 'Section',
      role: 'Role',
      provisions: 'Provisions',
      certainty: 'Certainty',
      quote: 'Quote',
      reports: 'Reports',
      by_others: 'By other reports',
      places: 'Places',
      conflict: 'Contradiction',
      readings: 'Readings',
    },
  },
};

/** Where in a report a document is cited, in words: «trang 2, mục II.1, chú thích, thực hiện, khoản 9». */
export const placeInWords = (place: Citer, language: Language): string => {
  const words = indexWords[language];
  return [
    place.page === null ? null : words.page(place.page),
    place.section === null ? null : words.section(place.section),
    place.footnote ? words.footnote : null,
    words.roles[place.role],
    place.provisions.length === 0 ? null : place.provisions.join(', '),
    certaintyInWords(place, language),
  ]
    .filter((part) => part !== null)
    .join(', ');
};

/** What says that a place is of its document, where its own report does not; null where it does. */
export const certaintyInWords = ({ state, byOtherReports }: Citer, language: Language): string | null =>
  byOtherReports === null
    ? state === 'resolved'
      ? null
      : indexWords[language].uncertain
    : settledInWords(byOtherReports, language);

/** «15/8/2022 (a.docx) / 25/8/2022 (b.docx, c.docx)»; within one report without its name. */
export const readingsInWords = (
  { readings, place }: Pick<IndexConflict, 'readings' | 'place'>,
  language: Language,
): string =>
  readings
    .map(({ said, reports }) => {
      const words = dateInWords(said, language);
      return place !== null || reports.length === 0 ? words : `${words} (${reports.join(', ')})`;
    })
    .join(' / ');

/** «một số, nhiều ngày: 15/8/2022 / 25/8/2022» */
export const conflictInWords = (
  code: ConflictCode,
  conflict: Pick<IndexConflict, 'readings' | 'place'>,
  language: Language,
): string => `${indexWords[language].conflicts[code]}: ${readingsInWords(conflict, language)}`;
