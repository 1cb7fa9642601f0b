import { describe, expect, it } from 'vitest';
import type { PageImage } from '../../../src/ingest/ocr/page-image.js';
import type { RecognisedLine, RecognisedWord, Recogniser } from '../../../src/ingest/ocr/recogniser.js';
import { secondLook } from '../../../src/ingest/ocr/second-look.js';

const picture: PageImage = { width: 1500, height: 1200, dpi: 300, pixels: new Uint8Array(1500 * 1200).fill(255) };

/** Words of one line, 200 points apart, each 120 wide; black on the picture, so that they are found on the sheet. */
function line(row: number, words: readonly (readonly [text: string, confidence: number])[]): RecognisedLine {
  const top = 100 + row * 100;
  return {
    baseline: top + 40,
    slope: 0,
    height: 40,
    words: words.map(([text, confidence], at) => {
      const left = 100 + at * 200;
      for (let y = top; y < top + 40; y += 1) picture.pixels.fill(0, y * 1500 + left, y * 1500 + left + 120);
      return { text, confidence, left, top, right: left + 120, bottom: top + 40 };
    }),
  };
}

/** Reads every black block of a picture, from top to bottom and left to right, as the texts given. */
function readerOf(texts: readonly (readonly [text: string, confidence: number])[], seen: PageImage[] = []): Recogniser {
  return {
    name: 'test',
    close: async () => {},
    recognise: async (image) => {
      seen.push(image);
      const words: RecognisedWord[] = [];
      const black = (x: number, y: number) => (image.pixels[y * image.width + x] ?? 255) < 128;
      for (let y = 0; y < image.height; y += 1)
        for (let x = 0; x < image.width; x += 1) {
          if (!black(x, y) || black(x - 1, y) || black(x, y - 1)) continue;
          let [right, bottom] = [x, y];
          while (black(right, y)) right += 1;
          while (black(x, bottom)) bottom += 1;
          const [text, confidence] = texts[words.length] ?? ['?', 0.1];
          words.push({ text, confidence, left: x, top: y, right, bottom });
        }
      return [{ words, baseline: 0, slope: 0, height: 30 }];
    },
  };
}

const look = async (first: readonly [string, number], second: readonly [string, number]) => {
  const [read] = await secondLook(readerOf([second]), picture, [line(0, [first])], 1000);
  const { text, confidence } = read!.words[0]!;
  return [text, confidence];
};

describe('a second look at figures', () => {
  it.each<[what: string, first: [string, number], second: [string, number], taken: [string, number]]>([
    ['takes the surer reading', ['93/2013/QH13', 0.65], ['53/2013/QH13', 0.95], ['53/2013/QH13', 0.95]],
    ['keeps the comma that grain took', ['/5.40,', 0.3], ['75.540', 0.95], ['75.540,', 0.95]],
    ['takes a Roman number', ['VỊII', 0.6], ['VIII', 0.9], ['VIII', 0.9]],
    ['is as sure as the surer of two that agree', ['18/CT-TTg', 0.6], ['18/CT-TTg,', 0.9], ['18/CT-TTg', 0.9]],
    ['keeps the first where the second is hardly surer', ['4.250', 0.7], ['4.260', 0.75], ['4.250', 0.7]],
    ['keeps the first where the second is no number', ['12', 0.4], ['lẻ', 0.95], ['12', 0.4]],
    ['takes no Roman number that is none', ['XI', 0.2], ['XIH', 0.9], ['XI', 0.2]],
  ])('%s', async (_, first, second, taken) => expect(await look(first, second)).toEqual(taken));

  it('looks at unsure figures alone, all of them on one small picture', async () => {
    const seen: PageImage[] = [];
    const lines = [
      line(3, [
        ['năm', 0.5],
        ['2023', 0.95],
        ['có', 0.9],
      ]),
      line(5, [
        ['đạt', 0.9],
        ['8.120', 0.5],
        ['tấn', 0.3],
      ]),
      line(8, [
        ['tăng', 0.9],
        ['12%', 0.4],
      ]),
    ];
    const around: readonly [string, number][] = [
      ['đạt', 1],
      ['3.120', 0.9],
      ['tấn', 1],
      ['tăng', 1],
      ['72%', 0.9],
    ];
    const read = await secondLook(readerOf(around, seen), picture, lines, 1000);
    expect(read.flatMap(({ words }) => words.map(({ text }) => text))).toEqual([
      'năm',
      '2023',
      'có',
      'đạt',
      '3.120',
      'tấn',
      'tăng',
      '72%',
    ]);
    expect(seen).toHaveLength(1);
    expect(seen[0]!.height).toBeLessThan(200);
    expect(seen[0]!.dpi).toBe(200);
  });

  it('leaves numbers with the mark of a note, which were looked at on their own', async () => {
    expect(await look(['2023⁴', 0.5], ['20234', 0.95])).toEqual(['2023⁴', 0.5]);
  });

  it('costs nothing where all are sure', async () => {
    const seen: PageImage[] = [];
    const lines = [
      line(0, [
        ['2023', 0.95],
        ['hộ', 0.3],
      ]),
    ];
    expect(await secondLook(readerOf([], seen), picture, lines, 1000)).toBe(lines);
    expect(seen).toEqual([]);
  });
});
