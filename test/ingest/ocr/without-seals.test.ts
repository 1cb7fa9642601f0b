import { describe, expect, it } from 'vitest';
import { type ColourImage, findSeals, graysWithoutSeals } from '../../../src/ingest/ocr/without-seals.js';

const dpi = 100;
const [width, height] = [600, 800];
const px = (mm: number) => (mm / 25.4) * dpi;
const ink = [205, 40, 50] as const;

type Paint = (x: number, y: number) => readonly [red: number, green: number, blue: number] | null;

/** A sheet on which later paints lie over earlier ones; red over black is black, as ink is. */
function sheet(paints: readonly Paint[], red: 0 | 2 = 0): ColourImage {
  const bytes = new Uint8Array(width * height * 4).fill(250);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (const paint of paints) {
        const colour = paint(x, y);
        if (colour === null) continue;
        const at = (y * width + x) * 4;
        for (const [place, value] of colour.entries()) {
          const byte = at + (red === 0 ? place : 2 - place);
          bytes[byte] = Math.min(bytes[byte]!, value);
        }
      }
  return { width, height, dpi, bytes, stride: width * 4, red };
}

/** Rings and the words between them, as a seal has. */
const round =
  (middleX: number, middleY: number, acrossMm = 36): Paint =>
  (x, y) => {
    const [dx, dy] = [x - middleX, y - middleY];
    const far = Math.hypot(dx, dy) / px(acrossMm / 2);
    const word = far > 0.7 && far < 0.88 && Math.floor(Math.atan2(dy, dx) * 16) % 2 === 0;
    return (far > 0.94 && far <= 1) || (far > 0.6 && far < 0.64) || word || far < 0.2 ? ink : null;
  };
const frame =
  (left: number, top: number, wideMm: number, highMm: number): Paint =>
  (x, y) => {
    const [dx, dy] = [x - left, y - top];
    if (dx < 0 || dy < 0 || dx > px(wideMm) || dy > px(highMm)) return null;
    const edge = Math.min(dx, dy, px(wideMm) - dx, px(highMm) - dy) < 4;
    return edge || (x + y) % 6 < 3 ? ink : null;
  };
const name: Paint = (x, y) => (y >= 600 && y < 606 && x > 260 && x < 460 ? [20, 20, 25] : null);

const gray = (image: ColourImage, x: number, y: number) => graysWithoutSeals(image)[y * width + x]!;

describe('a red seal', () => {
  it.each([0, 2] as const)('is gone, and the name under it stays (red at byte %s)', (red) => {
    const image = sheet([round(330, 590), name], red);
    expect(findSeals(image)).toHaveLength(1);
    const grays = graysWithoutSeals(image);
    const dark = [...grays.keys()].filter((at) => grays[at]! < 150);
    expect(dark.length).toBe(6 * 199);
    expect(gray(image, 330, 603)).toBeLessThan(40);
  });

  it.each<[what: string, paint: Paint]>([
    ['a stamp of secrecy', frame(60, 60, 30, 8)],
    ['the stamp of what came in', frame(60, 60, 60, 30)],
    ['a square stamp', frame(60, 60, 34, 34)],
    ['a round dot', round(200, 200, 12)],
    ['a round poster', (x, y) => (Math.hypot(x - 300, y - 300) < px(60) ? ink : null)],
    ['a red heading', (x, y) => (y > 100 && y < 112 && x > 80 && x < 500 && x % 9 < 5 ? ink : null)],
  ])('is not %s', (_, paint) => {
    const image = sheet([paint]);
    expect(findSeals(image)).toEqual([]);
    expect([...graysWithoutSeals(image)].some((value) => value < 130)).toBe(true);
  });

  it('is found beside others', () => {
    const image = sheet([frame(60, 60, 30, 8), round(150, 400, 31), round(420, 600, 42)]);
    expect(findSeals(image)).toHaveLength(2);
    expect(gray(image, 61, 65)).toBeLessThan(130);
  });
});
