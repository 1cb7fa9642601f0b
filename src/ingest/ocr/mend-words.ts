import { isSyllable } from '../../text/syllables.js';
import { type InkShape, inkShapes } from './ink-shapes.js';
import { inkThreshold, type PageImage } from './page-image.js';
import type { RecognisedLine, RecognisedWord } from './recogniser.js';

/** Words of one line stand at least this far apart, in heights of the line; letters of a word stand nearer. */
const betweenWords = 0.15;

/**
 * Puts right what recognition is known to do to words: one torn in two ("N ghị"), two stuck together ("Kếhoạch"), and
 * strokes of Roman numbers that it counts wrong ("XII" for "XIII").
 */
export function mendWords(picture: PageImage, lines: readonly RecognisedLine[]): readonly RecognisedLine[] {
  const ink = inkThreshold(picture.pixels);
  return lines.map((line) => ({ ...line, words: countStrokes(picture, joinTorn(line).flatMap(partStuck), ink) }));
}

const lettersOnly = (text: string): string => text.replace(/[.,;:)\]”"’]+$/u, '');

function joinTorn({ words, height }: RecognisedLine): RecognisedWord[] {
  const joined: RecognisedWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const whole = last === undefined ? null : tornFrom(last, word, betweenWords * height);
    if (whole === null) joined.push(word);
    else joined[joined.length - 1] = whole;
  }
  return joined;
}

/** Two pieces too near to be words, of which one is no syllable and both together are one. */
function tornFrom(last: RecognisedWord, word: RecognisedWord, nearest: number): RecognisedWord | null {
  const gap = word.left - last.right;
  if (gap > nearest || gap < -nearest || !/^\p{Ll}/u.test(word.text)) return null;
  // A letter torn off is now and then read twice, once with what stands beside it: "NÑ".
  const head = last.text.replace(/^N[NÑ]$/u, 'N');
  const rest = lettersOnly(word.text);
  if ((isSyllable(last.text) && isSyllable(rest)) || !isSyllable(head + rest)) return null;
  return {
    text: head + word.text,
    confidence: Math.min(last.confidence, word.confidence),
    left: last.left,
    top: Math.min(last.top, word.top),
    right: word.right,
    bottom: Math.max(last.bottom, word.bottom),
  };
}

/** Between the letters of a word there is less than this, in heights of the word. */
const withinWord = 0.12;

/** "Kếhoạch", "5tuổi": no syllable, but two, where its letters stand apart. */
function partStuck(word: RecognisedWord): readonly RecognisedWord[] {
  const { letters, text } = word;
  if (letters === undefined || isSyllable(lettersOnly(text)) || letters.map((letter) => letter.text).join('') !== text)
    return [word];
  const places = letters.flatMap((letter, at) => {
    const gap = at === 0 ? 0 : letter.left - letters[at - 1]!.right;
    const [head, rest] = [letters.slice(0, at), letters.slice(at)].map((part) => part.map((one) => one.text).join(''));
    const apart = gap > withinWord * (word.bottom - word.top);
    return apart && (isSyllable(head!) || /^\d+$/u.test(head!)) && isSyllable(lettersOnly(rest!)) ? [at] : [];
  });
  const [at] = places;
  if (at === undefined || places.length > 1) return [word];
  const part = (own: typeof letters) => ({
    ...word,
    text: own.map((letter) => letter.text).join(''),
    letters: own,
    left: Math.max(word.left, own[0]!.left),
    right: Math.min(word.right, own.at(-1)!.right),
  });
  return [part(letters.slice(0, at)), part(letters.slice(at))];
}

const roman = /^(?<letters>[XV]*)(?<strokes>I{1,4})(?<end>[.,;:)]*)$/u;

/** The strokes at the end of a Roman number are counted on the picture, where its other letters stand as they were read. */
function countStrokes(picture: PageImage, words: readonly RecognisedWord[], ink: number): RecognisedWord[] {
  return words.map((word, at) => {
    const { letters, strokes, end } = roman.exec(word.text)?.groups ?? {};
    if (letters === undefined || strokes === undefined) return word;
    const high = word.bottom - word.top;
    const strip = {
      left: Math.max(words[at - 1]?.right ?? 0, word.left - high / 2),
      right: Math.min(words[at + 1]?.left ?? picture.width, word.right + high / 2),
      top: word.top - high / 4,
      bottom: word.bottom + high / 4,
    };
    const counted = strokesIn(inkShapes(picture, strip, ink, 6), letters.length);
    if (counted === null || counted === strokes.length || counted > 3) return word;
    return { ...word, text: letters + 'I'.repeat(counted) + (end ?? '') };
  });
}

/** How many upright strokes follow so many wide letters; null where the shapes are not these. */
function strokesIn(shapes: readonly InkShape[], letters: number): number | null {
  const tallest = Math.max(0, ...shapes.map(({ top, bottom }) => bottom - top));
  const tall = shapes.filter(({ top, bottom }) => bottom - top > 0.8 * tallest);
  const isStroke = ({ left, right }: InkShape) => right - left < 0.62 * tallest;
  if (tall.slice(0, letters).some(isStroke) || tall.length <= letters) return null;
  const strokes = tall.slice(letters);
  if (!strokes.every(isStroke)) return null;
  const widths = strokes.map(({ left, right }) => right - left);
  return Math.max(...widths) < 1.4 * Math.min(...widths) ? strokes.length : null;
}
