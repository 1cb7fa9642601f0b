import { type PageImage, scaled } from './page-image.js';
import type { RecognisedLine, RecognisedWord, Recogniser } from './recogniser.js';

/** Figures under this certainty are looked at again: of those above hardly one is wrong. */
const sureEnough = 0.88;
/** So much surer must the second reading be to stand. */
const clearlySurer = 0.1;
/** Figures, and Roman numbers as they are misread: a word's letters help to read it, a number has nothing but itself. */
const telling = /\d|^[IVXLÍÌỈĨỊÝ]{2,}[.,;:)]*$/u;
/** The mark of a note, already looked at on its own. */
const marked = /[⁰¹²³⁴-⁹]/u;
const roman = /^[IVXL]+$/u;
const closing = /[.,;:)]*$/u;
/** The other resolution: what one takes for a stroke the other takes for grain. */
const otherScale = 2 / 3;
/** A page of nothing but unsure figures is no page that a second look would save. */
const mostWords = 60;
/** What stands around the word, in heights of its line: a number alone is read worse than among words. */
const around = 6;

interface Snippet {
  readonly word: RecognisedWord;
  /** in the picture of the page */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** in the picture of all snippets */
  readonly at: number;
}

/**
 * Reads the figures again of which a reading is not sure, from the same picture at another resolution, and takes the
 * surer of the two. All of them stand below one another on one picture, so that they cost one short reading.
 */
export async function secondLook(
  recogniser: Recogniser,
  picture: PageImage,
  lines: readonly RecognisedLine[],
  timeoutMs: number,
): Promise<readonly RecognisedLine[]> {
  const doubtful = lines.flatMap(({ words, height }) =>
    words.flatMap((word) =>
      word.confidence < sureEnough && telling.test(word.text) && !marked.test(word.text) ? [{ word, height }] : [],
    ),
  );
  if (doubtful.length === 0 || doubtful.length > mostWords) return lines;
  const { sheet, snippets } = sheetOf(picture, doubtful);
  const small = scaled(sheet, otherScale);
  const read = (await recogniser.recognise(small, timeoutMs)).flatMap(({ words }) => words);
  const scale = sheet.width / small.width;
  const better = new Map<RecognisedWord, RecognisedWord>();
  for (const { word, left, top, height, at } of snippets) {
    const shownAt = { left: word.left - left, right: word.right - left, top: word.top - top + at };
    const found = read.filter((other) => {
      const middle = ((other.top + other.bottom) / 2) * scale;
      if (middle < at || middle > at + height) return false;
      const shared = Math.min(shownAt.right, other.right * scale) - Math.max(shownAt.left, other.left * scale);
      return shared > 0.8 * Math.max(word.right - word.left, (other.right - other.left) * scale);
    });
    const [other] = found;
    if (other === undefined || found.length > 1) continue;
    const taken = surerOf(word, other);
    if (taken !== null) better.set(word, { ...word, ...taken });
  }
  return lines.map((line) => ({ ...line, words: line.words.map((word) => better.get(word) ?? word) }));
}

const bare = (text: string): string => text.replace(closing, '');

/** What two readings of one word come to; null where the first stands as it is. */
function surerOf(word: RecognisedWord, other: RecognisedWord): Pick<RecognisedWord, 'text' | 'confidence'> | null {
  const confidence = Math.max(word.confidence, other.confidence);
  if (bare(other.text) === bare(word.text)) return { text: word.text, confidence };
  const sure = other.confidence > word.confidence + clearlySurer;
  if (!sure || !(/\d/.test(other.text) || roman.test(bare(other.text)))) return null;
  // A comma is the first thing that grain takes away.
  const end = closing.exec(other.text)?.[0] || closing.exec(word.text)?.[0] || '';
  return { text: bare(other.text) + end, confidence };
}

/** The words with what stands around them, one below the other on white. */
function sheetOf(
  picture: PageImage,
  words: readonly { readonly word: RecognisedWord; readonly height: number }[],
): { readonly sheet: PageImage; readonly snippets: readonly Snippet[] } {
  const snippets: Snippet[] = [];
  let next = 0;
  for (const { word, height } of words) {
    const tall = Math.max(height, word.bottom - word.top);
    const left = Math.max(0, Math.floor(word.left - around * tall));
    const right = Math.min(picture.width, Math.ceil(word.right + around * tall));
    const top = Math.max(0, Math.floor(word.top - tall / 4));
    const bottom = Math.min(picture.height, Math.ceil(word.bottom + tall / 4));
    if (right <= left || bottom <= top) continue;
    next += Math.ceil(tall / 2);
    snippets.push({ word, left, top, width: right - left, height: bottom - top, at: next });
    next += bottom - top;
  }
  const margin = 40;
  const width = Math.max(1, ...snippets.map((snippet) => snippet.width)) + margin;
  const pixels = new Uint8Array(width * (next + margin)).fill(255);
  for (const { left, top, width: wide, height, at } of snippets)
    for (let row = 0; row < height; row += 1) {
      const from = (top + row) * picture.width + left;
      pixels.set(picture.pixels.subarray(from, from + wide), (at + row) * width);
    }
  return { sheet: { width, height: next + margin, dpi: picture.dpi, pixels }, snippets };
}
