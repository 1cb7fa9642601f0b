import { byteOfCharacter, bytesThrough1258, letterWithinWord } from './bytes.js';
import { encodingTables, type LegacyEncoding } from './encodings.js';

/** Letters that no 8-bit font of these can hold: a word with one of them was typed in Unicode. */
export const unicodeOnly = /[ăđơưĂĐƠƯ]|[\u1ea0-\u1ef9]|[\u0300-\u0323]/u;

/** Blanks and signs at which words part: all but letters, and the signs of Latin-1 under which letters may hide. */
const wordBreak = /[\s\u0000-\u0040[-`{-\u007f]/;

/**
 * Decodes characters one by one: the letter stands in the place of its first character, and the places of the others are
 * empty, so that what belongs to a place (a glyph, a run) still does.
 *
 * @param cells single characters, as software shows them
 */
export function decodeCells(cells: readonly string[], encoding: LegacyEncoding): string[] {
  const { letters, longest } = encodingTables[encoding];
  const isLetter = (cell: string | undefined) =>
    cell !== undefined && !letterWithinWord.has(cell) && (/\p{L}/u.test(cell) || letters.has(byteOfCharacter(cell)));
  const decoded: string[] = [];
  for (let at = 0; at < cells.length; ) {
    let taken = 0;
    if (letterWithinWord.has(cells[at]!) && !isLetter(cells[at - 1]) && !isLetter(cells[at + 1])) {
      decoded.push(cells[at]!);
      at += 1;
      continue;
    }
    for (let length = Math.min(longest, cells.length - at); length > 0 && taken === 0; length -= 1) {
      let bytes = byteOfCharacter(cells[at]!);
      for (let next = 1; next < length; next += 1) bytes += byteOfCharacter(cells[at + next]!);
      const letter = letters.get(bytes);
      if (letter === undefined) continue;
      decoded.push(letter);
      for (let next = 1; next < length; next += 1) decoded.push('');
      taken = length;
    }
    if (taken === 0) {
      const cell = cells[at]!;
      // ASCII of a font that Word takes for symbols.
      decoded.push(cell >= '\uf020' && cell < '\uf07f' ? byteOfCharacter(cell) : cell);
      taken = 1;
    }
    at += taken;
  }
  return decoded;
}

/** Decodes a whole text, as it stands: nothing is asked about its words. */
function decodeAll(text: string, encoding: LegacyEncoding): string {
  return decodeCells(Array.from(text), encoding).join('');
}

/**
 * The readings of a word that holds letters of Unicode: as it is, as bytes that were read through Windows-1258, or with
 * Đ for the byte D0, whose Western letter (Eth) looks the same.
 */
function readWord(word: string, encoding: LegacyEncoding, isWord: (word: string) => boolean): string {
  if (isWord(word)) return word;
  for (const bytes of [word.replaceAll('Đ', '\u00d0').replaceAll('đ', '\u00f0'), bytesThrough1258(word)]) {
    if (bytes === null || unicodeOnly.test(bytes)) continue;
    const decoded = decodeAll(bytes, encoding);
    if (isWord(decoded)) return decoded;
  }
  return word;
}

/**
 * Decodes the characters of a text. Words typed in Unicode stay.
 *
 * @param isWord whether a word is Vietnamese, to tell a Unicode word from one that software has changed on the way
 */
export function decodeText(
  cells: readonly string[],
  encoding: LegacyEncoding,
  isWord: (word: string) => boolean,
): string[] {
  if (!cells.some((cell) => unicodeOnly.test(cell))) return decodeCells(cells, encoding);
  const decoded: string[] = [];
  for (let from = 0; from < cells.length; ) {
    let to = from;
    let unicode = false;
    while (to < cells.length && !wordBreak.test(cells[to]!)) {
      if (cells[to]! > '\u00ff' && unicodeOnly.test(cells[to]!)) unicode = true;
      to += 1;
    }
    if (to === from) {
      decoded.push(cells[from]!);
      from += 1;
      continue;
    }
    const word = cells.slice(from, to);
    if (unicode) {
      const read = readWord(word.join(''), encoding, isWord);
      const kept = read === word.join('');
      for (const [place, cell] of word.entries()) decoded.push(kept ? cell : place === 0 ? read : '');
    } else for (const cell of decodeCells(word, encoding)) decoded.push(cell);
    from = to;
  }
  return decoded;
}

/** What letters that software shows through Windows-1252 say in Vietnamese, in one of the old encodings. NFC. */
export const decodeLegacy = (text: string, encoding: LegacyEncoding): string =>
  decodeAll(text.normalize('NFC'), encoding).normalize('NFC');
