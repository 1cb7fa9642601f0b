import { inkShapes } from '../../../src/ingest/ocr/ink-shapes.js';
import type { PageImage } from '../../../src/ingest/ocr/page-image.js';
import type { RecognisedLine, RecognisedWord, Recogniser } from '../../../src/ingest/ocr/recogniser.js';

/** White paper to draw on. */
export const paper = (width: number, height: number): PageImage => ({
  width,
  height,
  dpi: 300,
  pixels: new Uint8Array(width * height).fill(255),
});

export function block(image: PageImage, left: number, top: number, right: number, bottom: number): void {
  for (let y = top; y < bottom; y += 1) image.pixels.fill(0, y * image.width + left, y * image.width + right);
}

/** Figures and letters stand this tall on the baseline, each 20 wide, 26 from the next. */
export const tall = 40;
const step = 26;

/**
 * A word drawn as one block a letter, and as it was read.
 *
 * @param shapes 'n' stands on the line, '¹' is raised, ',' a comma, 'I' a thin stroke, ' ' nothing
 * @param letters what was read of each shape; '' where the program saw nothing
 */
export function drawWord(
  image: PageImage,
  left: number,
  baseline: number,
  shapes: string,
  letters: readonly string[],
): RecognisedWord {
  const boxes = Array.from(shapes, (shape, at) => {
    const x = left + at * step;
    if (shape === 'n') block(image, x, baseline - tall, x + 20, baseline);
    if (shape === 'I') block(image, x, baseline - tall, x + 8, baseline);
    if (shape === '¹') block(image, x, baseline - tall - 6, x + 15, baseline - 20);
    if (shape === ',') block(image, x, baseline - 5, x + 6, baseline + 6);
    return { text: letters[at] ?? '', left: x, right: x + 20 };
  }).filter(({ text }) => text !== '');
  return {
    text: boxes.map(({ text }) => text).join(''),
    confidence: 0.9,
    left: boxes[0]!.left,
    right: boxes.at(-1)!.right,
    top: baseline - tall,
    bottom: baseline,
    letters: boxes,
  };
}

export const lineOf = (baseline: number, ...words: RecognisedWord[]): RecognisedLine => ({
  words,
  baseline,
  slope: 0,
  height: 50,
});

/** Reads each shape of a picture, row by row and from the left, as the next of these texts. */
export function readerOf(texts: readonly string[], confidence = 0.95): Recogniser {
  return {
    name: 'test',
    close: async () => {},
    recognise: async (image) => {
      const rows: { top: number; bottom: number }[] = [];
      for (let y = 0; y < image.height; y += 1) {
        const inked = image.pixels.subarray(y * image.width, (y + 1) * image.width).some((gray) => gray < 128);
        const last = rows.at(-1);
        if (inked && last !== undefined && last.bottom === y) last.bottom = y + 1;
        else if (inked) rows.push({ top: y, bottom: y + 1 });
      }
      let next = 0;
      return rows.map(({ top, bottom }): RecognisedLine => {
        const strip = { left: 0, right: image.width, top: top - 2, bottom: bottom + 2 };
        const words = inkShapes(image, strip, 128, 4).map(({ left, right, top: up, bottom: down }) => {
          const text = texts[next] ?? '?';
          next += 1;
          return { text, confidence, left, right, top: up, bottom: down, letters: [{ text, left, right }] };
        });
        return { words, baseline: bottom, slope: 0, height: 50 };
      });
    },
  };
}
