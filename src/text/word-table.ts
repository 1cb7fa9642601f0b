import { isLetterOrDigitAt } from './letter-or-digit.js';

/** A word or a sign in lower case: one object for all its occurrences, so that no text is cut out to compare it. */
export interface Word<T> {
  readonly text: string;
  /** what the table says of it; null of a word that is only met */
  readonly value: T | null;
}

/** Words by their letters. Case makes no difference. */
export interface WordTable<T> {
  /** the word that begins at `at`, or the one sign that stands there; `limit` cuts it */
  readonly at: (text: string, at: number, limit: number) => Word<T>;
  /** where the word found last ends */
  readonly edge: () => number;
}

/** Small letter of each UTF-16 unit; 0 where it is no single unit, or depends on what stands around. Made once. */
const small = new Uint16Array(0x1_0000);
for (let code = 1; code < small.length; code += 1) {
  const lower = String.fromCharCode(code).toLowerCase();
  if (lower.length === 1) small[code] = lower.charCodeAt(0);
}
small['Σ'.charCodeAt(0)] = 0;

const slots = 0x8000;
/** Vietnamese writes some seven thousand syllables; beyond so many met words the table begins anew. */
const fullest = 0x3000;
/** No syllable of Vietnamese has more than seven letters; what is longer than this comes once and is not kept. */
const longestKept = 24;

/**
 * A table of known words that also remembers the words it meets, so that nearly every word of a text is found by its
 * letters without being cut out, made small or hashed as a string.
 *
 * @param known words in lower case, each with what is to be known of it; of two alike the first counts
 */
export function wordTable<T>(known: Iterable<readonly [word: string, value: T]>): WordTable<T> {
  const own = new Map<string, Word<T>>();
  for (const [text, value] of known) if (!own.has(text)) own.set(text, { text, value });

  const words: Word<T>[] = [];
  const places = new Uint16Array(slots);
  const put = (word: Word<T>, slot: number) => {
    places[slot] = words.push(word);
  };
  const fill = () => {
    words.length = 0;
    places.fill(0);
    for (const word of own.values()) {
      let slot = hashOf(word.text);
      while (places[slot] !== 0) slot = (slot + 1) & (slots - 1);
      put(word, slot);
    }
  };
  fill();

  let edge = 0;
  return {
    edge: () => edge,
    at(text, at, limit) {
      let hash: number = small[text.charCodeAt(at)]!;
      let plain = hash !== 0;
      let end = at + 1;
      if (isLetterOrDigitAt(text, at))
        for (; end < limit && isLetterOrDigitAt(text, end); end += 1) {
          const letter = small[text.charCodeAt(end)]!;
          if (letter === 0) plain = false;
          hash = Math.imul(hash, 31) + letter;
        }
      edge = end;
      if (!plain || end - at > longestKept) {
        const lower = text.slice(at, end).toLowerCase();
        return own.get(lower) ?? { text: lower, value: null };
      }
      let slot = slotOf(hash);
      for (let place = places[slot]!; place !== 0; place = places[slot]!) {
        const word = words[place - 1]!;
        if (spells(word.text, text, at, end)) return word;
        slot = (slot + 1) & (slots - 1);
      }
      // A copy: a slice would keep the whole text alive.
      const codes: number[] = [];
      for (let next = at; next < end; next += 1) codes.push(small[text.charCodeAt(next)]!);
      const word: Word<T> = { text: String.fromCharCode(...codes), value: null };
      if (words.length >= fullest) fill();
      else put(word, slot);
      return word;
    },
  };
}

/** Spreads words that differ in little over the whole table (multiplication by the golden ratio, upper 15 bits). */
const slotOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> 17;

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash, 31) + word.charCodeAt(at);
  return slotOf(hash);
}

/** Whether the text between two offsets is this word, in either case. */
function spells(word: string, text: string, at: number, end: number): boolean {
  if (word.length !== end - at) return false;
  for (let next = at; next < end; next += 1)
    if (word.charCodeAt(next - at) !== small[text.charCodeAt(next)]!) return false;
  return true;
}
