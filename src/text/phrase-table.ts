import { isLetterOrDigitAt } from './letter-or-digit.js';

/** What the phrases of a table may be made of; white space is one sign, whatever its kind. */
const alphabet =
  'abcdefghijklmnopqrstuvwxyzđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ0123456789/,-&.';
const white = 1;
const width = alphabet.length + 2;
const widestGap = 4;

/** One byte a UTF-16 unit: the place of its small letter in the alphabet; 0 for what no phrase holds. Made once. */
const signs = new Uint8Array(0x1_0000);
for (const [place, letter] of Array.from(alphabet).entries())
  for (const form of [letter, letter.toUpperCase()]) signs[form.charCodeAt(0)] = place + 2;
for (const space of ' \t\n\u00a0') signs[space.charCodeAt(0)] = white;

/**
 * A list of phrases compiled to a tree of letters, which is walked once from a place in a text: no word is cut out, made
 * small or hashed. Case makes no difference; between two words stand one to four spaces or line breaks.
 */
export interface PhraseTable<T> {
  /**
   * The longest phrase that begins exactly at `at`, or ends exactly there in a table read backwards. It does not stop
   * inside a word, but `at` is for the caller to choose.
   *
   * @returns null when there is none
   */
  readonly longestAt: (text: string, at: number) => T | null;
  /** where the phrase found last ends; begins, in a table read backwards */
  readonly edge: () => number;
}

/**
 * @param phrases in any case, with single spaces; of two alike the first counts. One that holds other signs than the
 *   alphabet's is left out
 * @param backwards the phrases are looked for before an offset
 * @param goesOn tells whether a word that came to an offset goes on there
 * @throws RangeError the phrases are too many
 */
export function phraseTable<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  { backwards = false, goesOn = isLetterOrDigitAt } = {},
): PhraseTable<T> {
  const values: T[] = [];
  const steps: number[] = new Array<number>(width).fill(0);
  const accepts: number[] = [-1];
  for (const [phrase, value] of phrases) {
    const letters = backwards ? Array.from(phrase).reverse() : Array.from(phrase);
    const places = letters.map((letter) => signs[letter.charCodeAt(0)]!);
    if (places.length === 0 || places.includes(0)) continue;
    let state = 0;
    for (const place of places) {
      let next = steps[state * width + place]!;
      if (next === 0) {
        next = accepts.length;
        steps[state * width + place] = next;
        accepts.push(-1);
        for (let index = 0; index < width; index += 1) steps.push(0);
      }
      state = next;
    }
    if (accepts[state]! < 0) accepts[state] = values.push(value) - 1;
  }
  const tree = Uint16Array.from(steps);
  if (accepts.length > 0xffff) throw new RangeError(`A table of ${accepts.length} letters is too large`);
  const accepted = Int32Array.from(accepts);
  const step = backwards ? -1 : 1;
  let edge = -1;
  return {
    edge: () => edge,
    longestAt(text, at) {
      let state = 0;
      let best = -1;
      let position = backwards ? at - 1 : at;
      const { length } = text;
      while (position >= 0 && position < length) {
        const sign = signs[text.charCodeAt(position)]!;
        if (sign === 0) break;
        state = tree[state * width + sign]!;
        if (state === 0) break;
        position += step;
        if (sign === white)
          for (let gap = 1; gap < widestGap && signs[text.charCodeAt(position)] === white; gap += 1) position += step;
        const value = accepted[state]!;
        if (value >= 0 && !goesOn(text, position)) {
          best = value;
          edge = backwards ? position + 1 : position;
        }
      }
      return best < 0 ? null : values[best]!;
    },
  };
}
