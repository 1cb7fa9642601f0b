import type { LegalDocument } from '../model/index.js';
import { dateOf, type Language } from './cross-reference-index.js';
import { dateInWords } from './date-in-words.js';

/** What tells it from others of its number: title, issuer and date, as far as they are known. */
export function aboutDocument(document: LegalDocument, language: Language): readonly string[] {
  const date = dateOf(document);
  const day = date === null ? null : dateInWords(date, language);
  return [document.number === null ? null : document.title, document.issuer, day].filter((part) => part !== null);
}
