import { numbersInWords, scales } from '../../../text/nlp/confirm-terms.js';
import type { SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';

export const digits = (text: string): number =>
  numbersInWords.get(text.toLowerCase()) ?? Number(text.replace(/[.%\s]/g, ''));
/** The number at a term, with its scale: «6,2 triệu» → 6200000; of a total («12/15») the part, of a range («15-20») the lower bound. */
export function countAt(at: number, words: SentenceReading['words']): number {
  const { text } = words[at]!;
  const scale = words[at + 1]?.tags.has('Scale') ? scales.get(words[at + 1]!.text.toLowerCase()) : undefined;
  if (scale === undefined) return digits(text.split(/[/–-]/u)[0]!);
  // «1.5 triệu», «1,5 triệu»: either mark parts the decimals before a scale; three digits behind a dot are thousands.
  const plain = /^\d{1,3}\.\d{3}$/.test(text) ? digits(text) : Number(text.replace(',', '.'));
  return Math.round(plain * scale);
}
export const decimal = (text: string): number => Number(text.replace('%', '').replace(',', '.'));

/** «tăng 160 xã», «giảm 2,5%»: the size of a change. */
export const isChange = (at: number, words: SentenceReading['words']): boolean =>
  /^(?:tăng|giảm|vượt)$/iu.test(words[at - 1]?.text ?? '');

/** A line of a flattened table: number of the row, words, numbers. */
export const numberedRow =
  /^\s*\d{1,3}\s+(?![^,;:.\d]*\snăm\s+\d{4}\s*$)[^,;:.\d]{2,200}(?:\s+\d[\d.,]{0,12}%?){1,12}\s*$/u;
