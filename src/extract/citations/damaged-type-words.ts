import { fold } from '../../text/fold.js';
import { isCapitalAt, isLetterAt, isLetterOrDigitAt } from '../../text/letter-or-digit.js';
import { type PlacedTypeWord, type TypeWord, typeWords } from './type-words.js';

/** Letters that old recognition takes for one another, once their marks are gone: each row is one letter. */
const rows = ['iljt1|!', 'eoc06', 'hb', 'yv', 'gq'];
const rowOf = new Map(rows.flatMap((row) => [...row].map((letter) => [letter, row[0]!] as const)));
const keyOf = (text: string): string => [...fold(text)].map((letter) => rowOf.get(letter) ?? letter).join('');

/** What a lost tone leaves beside its letter, and white space inside a torn word: passed over. */
const lost = new Set(Array.from(' \n\t\u00a0\'`´’‘^~?.,:"', (sign) => sign.charCodeAt(0)));

interface Reading {
  readonly word: TypeWord;
  /** "số" is read with it */
  readonly so: boolean;
}

/** Kinds of documents by the key of their letters without spaces, with and without "số"; what is ambiguous is out. */
const readings = new Map<string, Reading | null>();
for (const word of typeWords()) {
  if (!word.name.includes(' ') && word.name !== 'luật') continue;
  for (const so of [false, true]) {
    const key = keyOf((so ? `${word.name}số` : word.name).replaceAll(' ', ''));
    const other = readings.get(key);
    readings.set(key, other === undefined || other?.word.code === word.code ? { word, so } : null);
  }
}
const longest = Math.max(...[...readings.keys()].map(({ length }) => length));
/** White space and lost tones between two letters: no word is torn wider. */
const widestGap = 3;

/**
 * The kind of document, with "số" or without, that ends before `end` and is spelled as recognition or a PDF's text layer
 * spoils words: marks lost or others in their place, tones beside their letters, a word torn or two run together.
 * To be believed only before a whole number.
 *
 * @returns null when none does, or when it is spelled as it should be
 */
export function damagedTypeWordBefore(text: string, end: number): (PlacedTypeWord & { readonly so: boolean }) | null {
  let key = '';
  let at = end;
  let found: (PlacedTypeWord & { readonly so: boolean }) | null = null;
  while (at > 0 && key.length < longest) {
    let gap = 0;
    while (at > 0 && gap <= widestGap && lost.has(text.charCodeAt(at - 1))) {
      at -= 1;
      gap += 1;
    }
    if (gap > widestGap || at === 0) break;
    const letter = text[at - 1]!;
    if (!isLetterAt(text, at - 1) && !rowOf.has(letter)) break;
    key = keyOf(letter) + key;
    at -= 1;
    const capital = isCapitalAt(text, at);
    if (isLetterOrDigitAt(text, at - 1) && !(capital && !isCapitalAt(text, at - 1))) continue;
    const reading = readings.get(key);
    if (reading != null) found = { word: reading.word, start: at, end, capital, so: reading.so, damaged: true };
  }
  return found;
}
