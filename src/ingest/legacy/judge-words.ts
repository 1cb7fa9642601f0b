import { isSyllable } from '../../text/syllables.js';
import { byteOfCharacter } from './bytes.js';
import { decodeText, unicodeOnly } from './decode.js';
import { encodingTables, type LegacyEncoding, legacyEncodings } from './encodings.js';

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

const wordPattern = /[^\s\u0000-\u0040[-`{-\u007f]+/g;
const outsideAscii = /[^\u0000-\u007f]/;
/** Quotes, dashes and measures around a word. Signs under which TCVN3 hides letters stay: "®Ó" is not "Ó". */
const around = /^[“”‘’„…–—•«»‹›·°]+|[“”‘’„…–—•«»‹›·°²³]+$/gu;
const edges = /^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu;

/** Đ among plain capitals, and the currency: QĐ, HĐND, đ. */
const symbol = /^(?:(?=.*Đ)[A-ZĐ]{1,8}|đ)$/;

/** An abbreviation right behind a word: "SốTT", "ĐiểmTB". */
const glued = /(?<=\p{Ll})[A-ZĐ]{2,5}$/u;

/** Whether a word with letters outside ASCII is Vietnamese. */
export function isVietnamese(word: string): boolean {
  if (!outsideAscii.test(word)) return false;
  return isSyllable(word) || symbol.test(word) || (glued.test(word) && isVietnamese(word.replace(glued, '')));
}

/**
 * Whether letters stand in a word that mean nothing in an encoding: "Bé" is no word of VNI, where "é" comes after "a"
 * alone. Words with letters that were typed in Unicode are judged as they were read.
 */
function hasStrangeLetter(cells: readonly string[], decoded: readonly string[], encoding: LegacyEncoding): boolean {
  const { letters } = encodingTables[encoding];
  return cells.some((cell, at) => {
    if (cell < '\u0080' || cell !== decoded[at] || !/\p{L}/u.test(cell)) return false;
    return letters.get(byteOfCharacter(cell)) !== cell;
  });
}

/** Most words come again and again. */
const judged = new Map<string, number>();

/** A bit for each reading under which a word is Vietnamese. */
export function judge(word: string): number {
  let bits = judged.get(word);
  if (bits !== undefined) return bits;
  bits = isVietnamese(word.replace(around, '').normalize('NFC')) ? 1 : 0;
  for (const [index, encoding] of legacyEncodings.entries()) {
    const cells = Array.from(word);
    const decoded = decodeText(cells, encoding, isVietnamese);
    if (!isVietnamese(decoded.join('').normalize('NFC').replace(edges, ''))) continue;
    if (unicodeOnly.test(word) || !hasStrangeLetter(cells, decoded, encoding)) bits |= 1 << (index + 2);
  }
  if (judged.size > 50_000) judged.clear();
  judged.set(word, bits);
  return bits;
}

/** Whether a word is Vietnamese as it stands, with letters that no old encoding shows. */
export const isUnicode = (word: string, bits: number): boolean => (bits & 1) === 1 && unicodeOnly.test(word);

/** The words of a text that tell, each with its place. */
export function* tellingWords(
  text: string,
): Generator<{ readonly word: string; readonly at: number; readonly bits: number }> {
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (word.length > 40 || !outsideAscii.test(word)) continue;
    // Dashes and quotes by themselves say nothing.
    if (word.replace(around, '') === '') continue;
    yield { word, at: index, bits: judge(word.normalize('NFC')) };
  }
}

/** The words of a text that tell, how often each comes, and a bit for each reading under which it is Vietnamese. */
export function tallyWords(text: string): Tally {
  const tally: Tally = { words: 0, valid: readings.map(() => 0), unicode: 0, judged: new Map() };
  for (const { word, bits } of tellingWords(text.normalize('NFC'))) {
    tally.words += 1;
    tally.judged.set(word, bits);
    if (isUnicode(word, bits)) tally.unicode += 1;
    for (let at = 0; at < readings.length; at += 1) if ((bits >> at) & 1) tally.valid[at]! += 1;
  }
  return tally;
}
