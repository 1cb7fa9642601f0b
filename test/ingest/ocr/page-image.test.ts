import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRules } from '../../../src/ingest/ocr/find-rules.js';
import {
  inkThreshold,
  isBlank,
  type PageImage,
  rotated,
  scaled,
  toPgm,
  turned,
} from '../../../src/ingest/ocr/page-image.js';
import { skewOf, straightened } from '../../../src/ingest/ocr/straighten.js';

const blank = (width: number, height: number, dpi = 100): PageImage => ({
  width,
  height,
  dpi,
  pixels: new Uint8Array(width * height).fill(255),
});

function drawn(image: PageImage, ...boxes: readonly (readonly [number, number, number, number])[]): PageImage {
  const pixels = image.pixels.slice();
  for (const [left, top, right, bottom] of boxes)
    for (let y = top; y < bottom; y += 1) pixels.fill(0, y * image.width + left, y * image.width + right);
  return { ...image, pixels };
}

/** Lines of words of different lengths, as on a page at 100 dots an inch. */
function written(): PageImage {
  const boxes: [number, number, number, number][] = [];
  for (let line = 0; line < 40; line += 1)
    for (let left = 90, word = 0; left < 700; word += 1) {
      const width = 18 + ((line * 7 + word * 13) % 40);
      boxes.push([left, 100 + line * 24, Math.min(720, left + width), 100 + line * 24 + 8]);
      left += width + 7;
    }
  return drawn(blank(827, 1169), ...boxes);
}

describe('a page’s picture', () => {
  it('is the same again after four quarters, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.nat(255)),
        (w, h, grays) => {
          const pixels = Uint8Array.from({ length: w * h }, () => grays.next().value!);
          const image = { width: w, height: h, dpi: 100, pixels };
          expect(turned(turned(turned(turned(image, 1), 1), 1), 1)).toEqual(image);
          expect(turned(turned(image, 1), 3)).toEqual(image);
          expect(turned(image, 2)).toEqual(turned(turned(image, 1), 1));
        },
      ),
    );
  });

  it('turned clockwise has its left edge on top', () => {
    const image = { width: 3, height: 2, dpi: 100, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    expect([...turned(image, 1).pixels]).toEqual([4, 1, 5, 2, 6, 3]);
    expect(turned(image, 1)).toMatchObject({ width: 2, height: 3 });
  });

  it('is written as a graymap that says its size', () => {
    const pgm = toPgm({ width: 2, height: 1, dpi: 100, pixels: Uint8Array.of(7, 200) });
    expect(pgm.toString('latin1')).toBe('P5\n2 1\n255\n\u0007È');
  });

  it('parts ink from yellowed paper', () => {
    const pixels = Uint8Array.from({ length: 1000 }, (_, i) => (i % 10 === 0 ? 40 + (i % 7) : 170 + (i % 9)));
    expect(inkThreshold(pixels)).toBeGreaterThanOrEqual(46);
    expect(inkThreshold(pixels)).toBeLessThan(170);
  });

  it.each([0.5, 0.9, 2, 3])('keeps its look when it is made %s times as large', (factor) => {
    const image = drawn(blank(60, 40), [20, 10, 40, 30]);
    const other = scaled(image, factor);
    expect(other).toMatchObject({ width: Math.round(60 * factor), height: Math.round(40 * factor) });
    const at = (x: number, y: number) => other.pixels[Math.round(y * factor) * other.width + Math.round(x * factor)]!;
    expect([at(30, 20), at(10, 5), at(50, 35)]).toEqual([0, 255, 255]);
  });
});

describe('straightened', () => {
  it.each([-5, -2.3, -1, -0.3, 0, 0.2, 1, 1.7, 4])('finds that the paper lay aslant by %s°', (angle) => {
    const image = rotated(written(), (angle * Math.PI) / 180);
    expect(skewOf(image)).toBeCloseTo(angle, 0.9);
    const { image: level } = straightened(image);
    expect(Math.abs(skewOf(level))).toBeLessThan(0.15);
  });

  it('leaves a blank page, a black one and a picture without lines as they are', () => {
    const black = { ...blank(300, 300), pixels: new Uint8Array(90_000) };
    expect(straightened(blank(300, 300)).skew).toBe(0);
    expect(straightened(black)).toEqual({ image: black, skew: 0 });
  });
});

describe('findRules', () => {
  it('finds the borders of a table, in points, and no letter', () => {
    // 72 points are 200 pixels; two rows of two cells, with letters in them.
    const image = drawn(
      blank(1000, 800, 200),
      [100, 100, 900, 102],
      [100, 300, 900, 302],
      [100, 500, 900, 503],
      [100, 100, 102, 502],
      [500, 100, 502, 502],
      [898, 100, 900, 502],
      [150, 150, 160, 185],
      [170, 150, 200, 156],
    );
    const rules = findRules(image);
    expect(rules.filter(({ direction }) => direction === 'horizontal').map(({ top }) => Math.round(top))).toEqual([
      36, 108, 180,
    ]);
    expect(rules.filter(({ direction }) => direction === 'vertical').map(({ left }) => Math.round(left))).toEqual([
      36, 180, 323,
    ]);
    for (const { left, right, direction } of rules)
      if (direction === 'horizontal') expect([Math.round(left), Math.round(right)]).toEqual([36, 324]);
  });

  it('takes a rule that leans or lost some dots for one, and a black bar for none', () => {
    const stair = Array.from(
      { length: 8 },
      (_, i) => [100 + i * 100, 100 + (i >> 1), 200 + i * 100, 102 + (i >> 1)] as const,
    );
    const image = drawn(blank(1000, 400, 200), ...stair, [100, 200, 900, 260]);
    const holed = { ...image, pixels: image.pixels.slice() };
    for (let y = 95; y < 110; y += 1) for (const x of [237, 238, 411, 705]) holed.pixels[y * 1000 + x] = 255;
    expect(findRules(holed).filter(({ direction }) => direction === 'horizontal')).toHaveLength(1);
  });
});

describe('a blank page', () => {
  const page = (gray: (i: number) => number): PageImage => ({
    width: 400,
    height: 500,
    dpi: 100,
    pixels: Uint8Array.from({ length: 200_000 }, (_, i) => gray(i)),
  });
  const grain = (i: number) => 240 + ((i * 7919) % 29) - 14;

  it.each([
    ['is white', page(() => 255), true],
    ['is grain alone', page(grain), true],
    ['is none with a line of print', page((i) => (i > 40_000 && i < 41_000 && i % 3 === 0 ? 60 : grain(i))), false],
    ['is none with pale print', page((i) => (i > 40_000 && i < 41_000 && i % 3 === 0 ? 170 : grain(i))), false],
  ])('%s', (_, image, blank) => expect(isBlank(image)).toBe(blank));
});
