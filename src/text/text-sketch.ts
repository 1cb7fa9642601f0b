import { fold } from './fold.js';

/** Words in a row that are held against each other: fewer are shared by all reports, more break at every slip. */
const shingleWords = 5;
/** A text of fewer words (a form, a cover) is like too many others. */
const fewestWords = 40;
/** Of a longer text its beginning; 200,000 words are 500 pages. */
const mostWords = 200_000;

/** Least hashes of the shingles that are kept, a byte of each; the error of the share read off them is 2 % at 90 %. */
export const textSlots = 240;
/** The same of the figures alone. */
export const figureSlots = 64;
/**
 * Texts that may be alike are found by the hashes of ten least hashes together, 24 times: two texts that share 90 % of
 * their shingles are found in 99.99 % of cases, of those that share half 2 % are looked at.
 */
export const bands = 24;
const bandRows = textSlots / bands;

/** Bytes of a sketch: slots of the text, slots of the figures, bands of four bytes. */
export const sketchBytes = textSlots + figureSlots + bands * 4;

const wordsAndFigures = /\p{N}+(?:[.,/]\p{N}+)*|[\p{L}\p{N}]+/gu;

/**
 * What is kept of a text to find others that say nearly the same: MinHash over runs of five words without their marks,
 * and over its figures apart, since reports of two years are written over one template.
 *
 * @returns `sketchBytes` bytes; null for a text of fewer than 40 words
 * @source A. Broder, On the resemblance and containment of documents (1997); P. Li, A. König, b-Bit Minwise Hashing (2010)
 */
export function sketchText(text: string): Uint8Array | null {
  const least = new Uint32Array(textSlots).fill(0xffff_ffff);
  const leastFigure = new Uint32Array(figureSlots).fill(0xffff_ffff);
  const last = new Uint32Array(shingleWords);
  let words = 0;
  for (const [word] of fold(text).matchAll(wordsAndFigures)) {
    const hash = hashOf(word);
    last.copyWithin(0, 1);
    last[shingleWords - 1] = hash;
    words += 1;
    if (words >= shingleWords) lower(least, last.reduce(mixed));
    if (/^\p{N}/u.test(word)) lower(leastFigure, hash);
    if (words === mostWords) break;
  }
  if (words < fewestWords) return null;
  const sketch = new Uint8Array(sketchBytes);
  for (let slot = 0; slot < textSlots; slot += 1) sketch[slot] = scattered(least[slot]!);
  for (let slot = 0; slot < figureSlots; slot += 1) sketch[textSlots + slot] = scattered(leastFigure[slot]!);
  const keys = new DataView(sketch.buffer, textSlots + figureSlots);
  for (let band = 0; band < bands; band += 1)
    keys.setUint32(band * 4, least.subarray(band * bandRows, (band + 1) * bandRows).reduce(mixed, band));
  return sketch;
}

/** FNV-1a. */
export function hashOf(word: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
}

/** The finish of MurmurHash3: every bit of the number decides every bit of the answer. */
function scattered(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export const mixed = (one: number, other: number): number => scattered((Math.imul(one, 31) + other) | 0);

function lower(least: Uint32Array, hash: number): void {
  for (let slot = 0; slot < least.length; slot += 1) {
    const own = scattered(hash ^ Math.imul(slot + 1, 0x9e37_79b1));
    if (own < least[slot]!) least[slot] = own;
  }
}
