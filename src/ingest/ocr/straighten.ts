import { inkThreshold, type PageImage, reduced, rotated } from './page-image.js';

/** Paper lies aslant in a scanner by a few degrees at most; more is a page laid on its side. */
const most = 7;
/** Of the reduced picture: enough for lines of text to stand apart, few enough points to try many angles. */
const measuredWidth = 900;
const mostPoints = 60_000;
/** Less than this, in degrees, moves no word of a line by half its height. */
const negligible = 0.05;

const degree = Math.PI / 180;

/**
 * How far the lines of a page are turned clockwise from the level, in degrees, by the projection profile: along the true
 * angle the rows of ink and of paper stand out most sharply.
 *
 * @source H. S. Baird, The Skew Angle of Printed Documents, SPSE Symposium on Hybrid Imaging Systems (1987)
 */
export function skewOf(image: PageImage): number {
  const small = reduced(image, Math.max(1, Math.round(image.width / measuredWidth)));
  const { width, height, pixels } = small;
  const threshold = inkThreshold(pixels);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (pixels[y * width + x]! <= threshold) {
        xs.push(x);
        ys.push(y);
      }
  if (xs.length < 100 || xs.length > pixels.length / 2) return 0;
  const step = Math.max(1, Math.floor(xs.length / mostPoints));
  const margin = Math.ceil(width * Math.tan(most * degree)) + 1;
  const rows = new Float64Array(height + 2 * margin);
  const sharpness = (angle: number): number => {
    rows.fill(0);
    const slope = Math.tan(angle * degree);
    for (let i = 0; i < xs.length; i += step) rows[Math.round(ys[i]! - xs[i]! * slope) + margin]! += 1;
    let sum = 0;
    for (let i = 1; i < rows.length; i += 1) {
      const difference = rows[i]! - rows[i - 1]!;
      sum += difference * difference;
    }
    return sum;
  };
  let best = 0;
  let sharpest = sharpness(0);
  const level = sharpest;
  for (const [reach, by] of [
    [most, 0.5],
    [0.5, 0.1],
    [0.1, 0.02],
  ] as const) {
    const middle = best;
    for (let angle = middle - reach; angle <= middle + reach + 1e-9; angle += by) {
      if (Math.abs(angle) > most) continue;
      const value = sharpness(angle);
      if (value > sharpest) {
        sharpest = value;
        best = angle;
      }
    }
  }
  return sharpest > 1.02 * level ? best : 0;
}

/** The page with its lines level. */
export function straightened(image: PageImage): { readonly image: PageImage; readonly skew: number } {
  const skew = skewOf(image);
  return Math.abs(skew) < negligible ? { image, skew: 0 } : { image: rotated(image, -skew * degree), skew };
}
