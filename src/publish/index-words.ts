import type { CitationRole } from '../model/index.js';
import type { Language } from './cross-reference-index.js';

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
  },
};
