import type { Rule } from '../pdf/page-geometry.js';
import { inkThreshold, type PageImage } from './page-image.js';

/** In inches. A stroke of a letter is shorter than the shortest piece of a rule; a black bar is thicker than the thickest. */
const shortestPiece = 0.25;
const shortest = 0.4;
const thickest = 0.06;
/** Scanners lose a dot of a fine rule here and there. */
const gap = 0.02;

interface Stripe {
  from: number;
  to: number;
  readonly first: number;
  last: number;
  /** where its newest piece lies */
  pieceFrom: number;
  pieceTo: number;
}

/** The long straight strokes of a page: the borders of its tables and the rule under a letterhead, in points. */
export function findRules(image: PageImage): Rule[] {
  const { width, height, pixels, dpi } = image;
  const threshold = inkThreshold(pixels);
  const point = 72 / dpi;
  const across = stripes(height, width, dpi, (row, at) => pixels[row * width + at]! <= threshold);
  const down = stripes(width, height, dpi, (row, at) => pixels[at * width + row]! <= threshold);
  return withoutOvershoot([
    ...across.map(
      (stripe): Rule => ({
        direction: 'horizontal',
        left: stripe.from * point,
        right: (stripe.to + 1) * point,
        top: stripe.first * point,
        bottom: (stripe.last + 1) * point,
      }),
    ),
    ...down.map(
      (stripe): Rule => ({
        direction: 'vertical',
        left: stripe.first * point,
        right: (stripe.last + 1) * point,
        top: stripe.from * point,
        bottom: (stripe.to + 1) * point,
      }),
    ),
  ]);
}

/** A border that ends so little beyond one it meets, in points, ends there: a letter over it touches it. */
const overshoot = 6;
/** Borders that miss each other by less, in points, meet. */
const meeting = 1.5;

/** Cuts upright rules off at the level ones they begin and end at. */
function withoutOvershoot(rules: readonly Rule[]): Rule[] {
  const level = rules.filter(({ direction }) => direction === 'horizontal');
  return rules.map((rule) => {
    if (rule.direction === 'horizontal') return rule;
    const met = level.filter(({ left, right }) => left < rule.right + meeting && right > rule.left - meeting);
    const top = met.filter((other) => Math.abs(other.top - rule.top) < overshoot && other.top > rule.top + meeting);
    const ends = met.some((other) => Math.abs(other.top - rule.top) <= meeting);
    const bottom = met.filter(
      (other) => Math.abs(other.bottom - rule.bottom) < overshoot && other.bottom < rule.bottom - meeting,
    );
    const stops = met.some((other) => Math.abs(other.bottom - rule.bottom) <= meeting);
    return {
      ...rule,
      top: ends || top.length === 0 ? rule.top : Math.min(...top.map((other) => other.top)),
      bottom: stops || bottom.length === 0 ? rule.bottom : Math.max(...bottom.map((other) => other.bottom)),
    };
  });
}

/** Runs of ink along each row, joined over neighbouring rows. A rule that leans a little is a stair of such runs. */
function stripes(rows: number, length: number, dpi: number, ink: (row: number, at: number) => boolean): Stripe[] {
  const piece = shortestPiece * dpi;
  const hole = Math.max(1, Math.round(gap * dpi));
  const found: Stripe[] = [];
  let open: Stripe[] = [];
  const close = (stripe: Stripe) => {
    if (stripe.to - stripe.from >= shortest * dpi && stripe.last - stripe.first + 1 <= Math.max(3, thickest * dpi))
      found.push(stripe);
  };
  for (let row = 0; row < rows; row += 1) {
    let start = -1;
    let end = -1;
    const take = () => {
      if (start < 0 || end - start < piece) return;
      const touched = open.find(({ pieceFrom, pieceTo }) => start <= pieceTo + 2 * hole && end >= pieceFrom - 2 * hole);
      if (touched === undefined)
        open.push({ from: start, to: end, first: row, last: row, pieceFrom: start, pieceTo: end });
      else {
        touched.from = Math.min(touched.from, start);
        touched.to = Math.max(touched.to, end);
        touched.pieceFrom = touched.last === row ? Math.min(touched.pieceFrom, start) : start;
        touched.pieceTo = touched.last === row ? Math.max(touched.pieceTo, end) : end;
        touched.last = row;
      }
    };
    for (let at = 0; at < length; at += 1) {
      if (!ink(row, at)) continue;
      if (start >= 0 && at - end <= hole + 1) end = at;
      else {
        take();
        start = at;
        end = at;
      }
    }
    take();
    const [kept, gone]: [Stripe[], Stripe[]] = [[], []];
    for (const stripe of open) (row - stripe.last > 1 ? gone : kept).push(stripe);
    for (const stripe of gone) close(stripe);
    open = kept;
  }
  for (const stripe of open) close(stripe);
  return found;
}
