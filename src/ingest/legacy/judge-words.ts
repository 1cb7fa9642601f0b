import { isSyllable } from '../../text/syllables.js';
import { decodeText, unicodeOnly } from './decode.js';
import { type LegacyEncoding, legacyEncodings } from './encodings.js';

/** How a text may have been meant: in an old encoding, as it stands, or as it stands and in another language. */
export type Reading = LegacyEncoding | 'as-is' | 'foreign';
export const readings: readonly Reading[] = ['as-is', 'foreign', ...legacyEncodings];

/** Under how many readings the words of a text are Vietnamese. Only words with letters outside ASCII tell. */
export interface Tally {
  words: number;
  /** by the place of the reading in `readings` */
  readonly valid: number[];
  /** Vietnamese as they stand, and with letters that no old encoding shows */
  unicode: number;
  /** each word once, with a bit for each reading under which it is Vietnamese */
  readonly judged: Map<string, number>;
}

const breaks = /[\s\u0000-\u0040[-`{-\u007f]+/;
const outsideAscii = /[^\u0000-\u007f]/;
/** Quotes, dashes and measures around a word. Signs under which TCVN3 hides letters stay: "®Ó" is not "Ó". */
const around = /^[“”‘’„…–—•«»‹›·°]+|[“”‘’„…–—•«»‹›·°²³]+$/gu;
const edges = /^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu;

/** Đ among plain capitals, and the currency: QĐ, HĐND, đ. */
const symbol = /^(?:(?=.*Đ)[A-ZĐ]{1,8}|đ)$/;

/** Whether a word with letters outside ASCII is Vietnamese. */
export function isVietnamese(word: string): boolean {
  return outsideAscii.test(word) && (isSyllable(word) || symbol.test(word));
}

/** Most words come again and again. A bit for each reading. */
const judged = new Map<string, number>();

function judge(word: string): number {
  let bits = judged.get(word);
  if (bits !== undefined) return bits;
  bits = isVietnamese(word.replace(around, '').normalize('NFC')) ? 1 : 0;
  for (const [index, encoding] of legacyEncodings.entries()) {
    const decoded = decodeText(Array.from(word), encoding, isVietnamese).join('').normalize('NFC');
    if (isVietnamese(decoded.replace(edges, ''))) bits |= 1 << (index + 2);
  }
  if (judged.size > 50_000) judged.clear();
  judged.set(word, bits);
  return bits;
}

/** The words of a text that tell, how often each comes, and a bit for each reading under which it is Vietnamese. */
export function tallyWords(text: string): Tally {
  const tally: Tally = { words: 0, valid: readings.map(() => 0), unicode: 0, judged: new Map() };
  for (const word of text.normalize('NFC').split(breaks)) {
    if (word === '' || word.length > 40 || !outsideAscii.test(word)) continue;
    // Dashes and quotes by themselves say nothing.
    if (word.replace(around, '') === '') continue;
    const bits = judge(word);
    tally.words += 1;
    tally.judged.set(word, bits);
    if ((bits & 1) === 1 && unicodeOnly.test(word)) tally.unicode += 1;
    for (let at = 0; at < readings.length; at += 1) if ((bits >> at) & 1) tally.valid[at]! += 1;
  }
  return tally;
}
