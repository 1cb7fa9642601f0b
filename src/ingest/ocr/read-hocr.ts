import { SaxesParser } from 'saxes';
import type { RecognisedLetter, RecognisedLine, RecognisedWord } from './recogniser.js';

/** Classes of one printed line in Tesseract's output; all are read alike. */
const lineClasses = new Set(['ocr_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat']);

interface OpenLine {
  readonly words: RecognisedWord[];
  readonly baseline: number;
  readonly slope: number;
  readonly height: number;
}

interface OpenWord {
  readonly box: readonly number[];
  readonly confidence: number;
  readonly letters: RecognisedLetter[];
  text: string;
}

/**
 * The trained letters hold Đ and the Icelandic Ð, which look alike; unsure which, the program now and then writes both
 * for one letter. Vietnamese has only the first.
 */
export const vietnamese = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(?=[ĐÐ]*Ð)[ĐÐ]{2}|Ð/gu, 'Đ')
    .replace(/(?=[đð]*ð)[đð]{2}|ð/gu, 'đ');

/** Properties of an element's title: `bbox 1 2 3 4; x_wconf 93` is {bbox: [1, 2, 3, 4], x_wconf: [93]}. */
function propertiesOf(title: string): ReadonlyMap<string, readonly number[]> {
  return new Map(
    title.split(';').map((property) => {
      const [name = '', ...values] = property.trim().split(/\s+/u);
      return [name, values.map(Number)];
    }),
  );
}

/**
 * Reads lines and words from hOCR.
 *
 * @source http://kba.github.io/hocr-spec/1.2/ ; x_size as Tesseract writes it
 * @throws Error when it is no XML
 */
export function readHocr(hocr: string): RecognisedLine[] {
  const lines: RecognisedLine[] = [];
  const parser = new SaxesParser();
  let line: OpenLine | null = null;
  let word: OpenWord | null = null;
  const depths: string[] = [];
  parser.on('opentag', ({ attributes }) => {
    const kind = String(attributes['class'] ?? '');
    depths.push(kind);
    if (lineClasses.has(kind)) {
      const properties = propertiesOf(String(attributes['title'] ?? ''));
      const [left = 0, top = 0, right = left, bottom = top] = properties.get('bbox') ?? [];
      // The baseline's slope and its height over the box's lower left corner.
      const [slope = 0, offset = 0] = properties.get('baseline') ?? [];
      const height = properties.get('x_size')?.[0] ?? bottom - top;
      line = { words: [], baseline: bottom + offset + (slope * (right - left)) / 2, slope, height };
    } else if (kind === 'ocrx_word') {
      const properties = propertiesOf(String(attributes['title'] ?? ''));
      word = {
        box: properties.get('bbox') ?? [],
        confidence: (properties.get('x_wconf')?.[0] ?? 0) / 100,
        letters: [],
        text: '',
      };
    } else if (kind === 'ocrx_cinfo' && word !== null) {
      const [left = 0, , right = left] = propertiesOf(String(attributes['title'] ?? '')).get('x_bboxes') ?? [];
      word.letters.push({ text: '', left, right });
    }
  });
  parser.on('text', (text) => {
    if (word === null) return;
    const letter = word.letters.at(-1);
    if (letter === undefined) word.text += text;
    else word.letters[word.letters.length - 1] = { ...letter, text: letter.text + text.trim() };
  });
  parser.on('closetag', () => {
    const kind = depths.pop() ?? '';
    if (kind === 'ocrx_word' && word !== null) {
      const [left = 0, top = 0, right = left, bottom = top] = word.box;
      const { letters, confidence } = word;
      const text = vietnamese(letters.length > 0 ? letters.map((letter) => letter.text).join('') : word.text.trim());
      const known = letters.length > 0 ? { letters } : {};
      if (text !== '') line?.words.push({ text, confidence, left, top, right, bottom, ...known });
      word = null;
    } else if (lineClasses.has(kind) && line !== null) {
      if (line.words.length > 0) lines.push(line);
      line = null;
    }
  });
  parser.write(hocr).close();
  return lines;
}
