import { documentTypes } from '../text/lexicon/generated/document-types.js';

const names = new Map<string, string>();
for (const { code, name_vi } of documentTypes)
  if (code !== '' && !names.has(code)) names.set(code, name_vi.replace(/\s*[(/].*$/u, ''));
names.set('CV', 'Công văn');
names.set('QyĐ', 'Quy định');

/** The Vietnamese name of a type code; null for a code that the table has not. TT is Thông tri in a Party number. */
export const typeName = (code: string, family: string | null): string | null =>
  code === 'TT' && family === 'party' ? 'Thông tri' : (names.get(code) ?? null);

/** Codes that offices use for a second type too: QĐ of a Party "Quy định", TT of a "Tờ trình". */
export const shortFor = (code: string, word: string): boolean =>
  code === word ||
  (typeName(word, null) ?? '')
    .split(' ')
    .map((syllable) => syllable.slice(0, 1).toUpperCase())
    .join('') === code;
