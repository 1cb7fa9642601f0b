import { numbersInWords, type SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';

export const digits = (text: string): number =>
  numbersInWords.get(text.toLowerCase()) ?? Number(text.replace(/[.%\s]/g, ''));
export const decimal = (text: string): number => Number(text.replace('%', '').replace(',', '.'));

/** «tăng 160 xã», «giảm 2,5%»: the size of a change. */
export const isChange = (at: number, words: SentenceReading['words']): boolean =>
  /^(?:tang|giam|vuot)$/.test(words[at - 1]?.folded ?? '');

/** A line of a flattened table: number of the row, words, numbers. */
export const numberedRow = /^\s*\d{1,3}\s+[^,;:.\d]{2,200}(?:\s+\d[\d.,]{0,12}%?){1,12}\s*$/u;
