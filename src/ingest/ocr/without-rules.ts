import type { Grid } from '../pdf/find-grids.js';
import type { Rule } from '../pdf/page-geometry.js';
import { inkThreshold, type PageImage, paperOf } from './page-image.js';

/** A rule wavers by so much beside where it was found, in points. */
const waver = 0.25;
/** Borders that miss a table by less, in points, are its own. */
const beside = 1.2;
/** Ink across a rule that is this much thicker than the rule is a letter that it runs through, in points. */
const letter = 1.5;

/**
 * The picture without the borders of its tables, which are read as «|», «_» and «1» and push the words of narrow cells out
 * of their line.
 *
 * @param rules of the straightened picture, in points
 * @param skew degrees by which this picture leans against the straightened one, clockwise
 */
export function withoutRules(
  picture: PageImage,
  rules: readonly Rule[],
  grids: readonly Grid[],
  skew: number,
): PageImage {
  const { width, height, dpi } = picture;
  const scale = dpi / 72;
  const borders = rules.filter((rule) =>
    grids.some(
      ({ left, top, right, bottom }) =>
        rule.right > left - beside &&
        rule.left < right + beside &&
        rule.bottom > top - beside &&
        rule.top < bottom + beside,
    ),
  );
  if (borders.length === 0) return picture;
  const ink = inkThreshold(picture.pixels);
  const paper = paperOf(picture.pixels);
  const pixels = Uint8Array.from(picture.pixels);
  const [cos, sin] = [Math.cos((skew * Math.PI) / 180), Math.sin((skew * Math.PI) / 180)];
  const [middleX, middleY] = [width / 2, height / 2];
  for (const rule of borders) {
    const across = rule.direction === 'horizontal';
    const [from, to] = across ? [rule.left, rule.right] : [rule.top, rule.bottom];
    const thick = across ? rule.bottom - rule.top : rule.right - rule.left;
    const place = (across ? (rule.top + rule.bottom) / 2 : (rule.left + rule.right) / 2) * scale;
    const reach = Math.ceil((thick / 2 + waver) * scale);
    const most = Math.ceil((Math.min(thick, 2) + letter) * scale);
    for (let along = from * scale - reach; along <= to * scale + reach; along += 0.5) {
      const [atX, atY] = across ? [along, place] : [place, along];
      const x = Math.round(middleX + (atX - middleX) * cos - (atY - middleY) * sin);
      const y = Math.round(middleY + (atX - middleX) * sin + (atY - middleY) * cos);
      const [step, length] = across ? [width, height] : [1, width];
      const line = across ? x : y * width;
      const at = across ? y : x;
      if (across ? x < 0 || x >= width : y < 0 || y >= height) continue;
      const isInk = (place: number) => place >= 0 && place < length && pixels[line + place * step]! <= ink;
      for (let near = at - reach; near <= at + reach; near += 1) {
        if (!isInk(near)) continue;
        let [first, last] = [near, near];
        while (isInk(first - 1) && last - first <= most) first -= 1;
        while (isInk(last + 1) && last - first <= most) last += 1;
        if (last - first < most)
          // The gray edges of the stroke go with it, the dot of a letter over it does not.
          for (let gone = Math.max(0, first - 2); gone <= Math.min(length - 1, last + 2); gone += 1)
            if ((gone >= first && gone <= last) || !isInk(gone)) pixels[line + gone * step] = paper;
        near = last + 1;
      }
    }
  }
  return { ...picture, pixels };
}
