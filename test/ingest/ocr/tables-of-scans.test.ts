import { describe, expect, it } from 'vitest';
import { findRules } from '../../../src/ingest/ocr/find-rules.js';
import type { PageImage } from '../../../src/ingest/ocr/page-image.js';
import { readCells } from '../../../src/ingest/ocr/read-cells.js';
import { withoutRules } from '../../../src/ingest/ocr/without-rules.js';
import { findGrids } from '../../../src/ingest/pdf/find-grids.js';
import { block, drawWord, lineOf, paper, readerOf } from './drawn-lines.js';

/** A table of two columns and two rows, 300 by 100 pixels a cell, its borders 4 wide. */
function table(): PageImage {
  const image = paper(1000, 700);
  for (const y of [200, 300, 400]) block(image, 200, y, 804, y + 4);
  for (const x of [200, 500, 800]) block(image, x, 200, x + 4, 404);
  return image;
}
const inkAt = ({ pixels, width }: PageImage, x: number, y: number) => pixels[y * width + x]! < 128;
const bare = (image: PageImage) => {
  const rules = findRules(image);
  return withoutRules(image, rules, findGrids(rules), 0);
};

describe('the borders of a table on a picture', () => {
  it('are taken off, their crossings too, and what is printed stays', () => {
    const image = table();
    block(image, 250, 240, 290, 280); // a letter
    block(image, 300, 310, 306, 316); // the dot under one, just over a border
    block(image, 350, 260, 356, 320); // a letter that reaches through a border
    const left = bare(image);
    for (const [x, y] of [
      [400, 202],
      [502, 250],
      [502, 302],
      [202, 202],
      [802, 402],
    ] as const)
      expect([x, y, inkAt(left, x, y)]).toEqual([x, y, false]);
    expect([inkAt(left, 270, 260), inkAt(left, 303, 313), inkAt(left, 353, 290), inkAt(left, 353, 302)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('stay where there is no table: the rule under a letterhead', () => {
    const image = paper(1000, 700);
    block(image, 200, 200, 400, 204);
    expect(bare(image)).toBe(image);
  });
});

describe('a cell of a table on a picture', () => {
  const page = (certainty: number) => {
    const image = paper(1000, 700);
    for (const y of [200, 300, 400]) block(image, 200, y, 804, y + 4);
    for (const x of [200, 500, 800]) block(image, x, 200, x + 4, 404);
    const name = drawWord(image, 250, 270, 'nnn', ['h', 'ộ', 'p']);
    const read = { ...drawWord(image, 560, 270, 'nn', ['S', '7']), confidence: certainty };
    drawWord(image, 560, 370, 'nn', ['', '1']);
    const grids = findGrids(findRules(image));
    return { image: bare(image), grids, lines: [lineOf(270, name), lineOf(270, read)] };
  };
  const cells = async (certainty: number, texts: readonly string[]) => {
    const { image, grids, lines } = page(certainty);
    const read = await readCells(readerOf(texts), image, grids, lines, 50, 1000);
    return read.map(({ words }) => words.map(({ text }) => text).join(''));
  };

  it('is read again where nothing was read, or nothing sure', async () => {
    // A sure word of the page stands before and behind them.
    const sure = ['h', 'ộ', 'p'];
    expect(await cells(0.4, [...sure, '5', '7', '1', '2', ...sure])).toEqual(['hộp', '57', '12']);
    expect(await cells(0.95, [...sure, '1', '2', ...sure])).toEqual(['hộp', 'S7', '12']);
  });

  it('is left alone where it is empty', async () => {
    const { image, grids, lines } = page(0.95);
    block(image, 560, 330, 612, 370);
    image.pixels.fill(255, 310 * 1000, 390 * 1000);
    const never = { ...readerOf([]), recognise: () => Promise.reject(new Error('read again')) };
    expect(await readCells(never, image, grids, lines, 50, 1000)).toBe(lines);
  });
});

describe('borders', () => {
  it('end at the border they meet, though a letter over it touches them', () => {
    const image = table();
    block(image, 500, 186, 504, 200);
    expect(findGrids(findRules(image))[0]!.ys).toHaveLength(3);
  });
});
