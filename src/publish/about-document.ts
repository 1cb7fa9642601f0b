import type { LegalDocument } from '../model/index.js';
import { dateOf, type Language, type MayBe } from './cross-reference-index.js';
import { dateInWords } from './date-in-words.js';
import { indexWords } from './index-words.js';

/** What tells it from others of its number: title, issuer and date, as far as they are known. */
export function aboutDocument(document: LegalDocument, language: Language): readonly string[] {
  const date = dateOf(document);
  const day = date === null ? null : dateInWords(date, language);
  return [document.number === null ? null : document.title, document.issuer, day].filter((part) => part !== null);
}

/** The same, and behind it whether there may be no such document: «số đọc từ ảnh, có thể là 1085/QĐ-UBND». */
export const aboutEntry = (
  { document, mayBe }: { readonly document: LegalDocument; readonly mayBe: MayBe },
  language: Language,
): readonly string[] => [...aboutDocument(document, language), ...doubtInWords(mayBe, language)];

/** One phrase, or none where nothing speaks for a misreading. */
export const doubtInWords = (mayBe: MayBe, language: Language): readonly string[] =>
  mayBe.length === 0 ? [] : [indexWords[language].mayBe(mayBe.join(', '))];
