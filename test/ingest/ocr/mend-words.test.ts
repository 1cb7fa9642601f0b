import { describe, expect, it } from 'vitest';
import { mendWords } from '../../../src/ingest/ocr/mend-words.js';
import type { RecognisedWord } from '../../../src/ingest/ocr/recogniser.js';
import { block, drawWord, lineOf, paper, tall } from './drawn-lines.js';

const blank = paper(10, 10);
const word = (text: string, left: number, right: number): RecognisedWord => ({
  text,
  confidence: 0.9,
  left,
  right,
  top: 100,
  bottom: 150,
});
const textOf = (...words: RecognisedWord[]) =>
  mendWords(blank, [lineOf(150, ...words)])[0]!
    .words.map(({ text }) => text)
    .join(' ');

describe('a word torn in two', () => {
  it.each<[text: string, first: string, second: string, gap: number]>([
    ['Nghị', 'N', 'ghị', 4],
    ['Nghị', 'NÑ', 'ghị', 4],
    ['phạm,', 'ph', 'ạm,', 3],
    ['N ghị', 'N', 'ghị', 18],
    ['Kế hoạch', 'Kế', 'hoạch', 4],
    ['điểm a', 'điểm', 'a', 4],
    ['TP Vinh', 'TP', 'Vinh', 4],
    ['UBND tỉnh', 'UBND', 'tỉnh', 4],
  ])('%s', (text, first, second, gap) => {
    expect(textOf(word(first, 100, 130), word(second, 130 + gap, 200))).toBe(text);
  });
});

describe('two words stuck together', () => {
  /** Letters 20 wide, 2 apart, and `gap` before the one at `at`. */
  const stuck = (text: string, at: number, gap: number): RecognisedWord => {
    const letters = Array.from(text, (letter, i) => {
      const left = 100 + i * 22 + (i >= at ? gap : 0);
      return { text: letter, left, right: left + 20 };
    });
    return { ...word(text, 100, letters.at(-1)!.right), letters };
  };
  it.each<[text: string, read: string, at: number, gap: number]>([
    ['Kế hoạch', 'Kếhoạch', 2, 8],
    ['5 tuổi', '5tuổi', 1, 8],
    ['Kếhoạch', 'Kếhoạch', 2, 0],
    ['Kếhoạch', 'Kếhoạch', 3, 8],
    ['thoát', 'thoát', 2, 8],
    ['QĐ-UBND', 'QĐ-UBND', 3, 8],
  ])('%s', (text, read, at, gap) => {
    expect(textOf(stuck(read, at, gap))).toBe(text);
  });
});

describe('the strokes of a Roman number', () => {
  it.each<[text: string, read: string, shapes: string]>([
    ['XIII', 'XII', 'wwIII'.slice(1)],
    ['III.', 'II.', 'III,'],
    ['XII', 'XIII', 'wII'],
    ['VIII', 'VIII', 'wIII'],
    ['II', 'II', 'ww'],
    ['XI', 'XI', 'IIII'],
    ['IV', 'IV', 'III'],
  ])('are %s where %s was read', (text, read, shapes) => {
    const image = paper(600, 300);
    let left = 100;
    for (const shape of shapes) {
      const wide = shape === 'w' ? 38 : shape === 'I' ? 10 : 6;
      block(image, left, shape === ',' ? 143 : 150 - tall, left + wide, 150);
      left += wide + 6;
    }
    const { letters: _, ...base } = drawWord(paper(600, 300), 100, 150, 'n', ['n']);
    const line = lineOf(150, { ...base, text: read, right: left - 6 });
    expect(mendWords(image, [line])[0]!.words.map((each) => each.text)).toEqual([text]);
  });
});
