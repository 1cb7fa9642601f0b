import type { TextSpan } from '../../model/index.js';
import { type Phrase, phraseOf } from './phrase.js';

const kinds = 'tỉnh|huyện|xã|thành phố|thị xã|thị trấn|phường|quận|thôn|làng|bản|buôn|khu phố|tổ dân phố|ấp';
const either = (list: string): string =>
  list
    .split('|')
    .map((kind) => `[${kind[0]}${kind[0]!.toUpperCase()}]${kind.slice(1)}`)
    .join('|');
/** A kind of place with its name ("xã Đăk Pnê", "thôn 5"), or a place as a whole. */
const places = new RegExp(
  `(?<![\\p{L}])(?:(?:${either(kinds)})(?: \\p{Lu}[\\p{L}’'-]*)+|(?:${either('thôn|làng|bản|khu phố|tổ dân phố|ấp')}) \\d{1,2}(?![\\d.,%/])|` +
    `(?:${either('toàn')}) (?:${kinds}|quốc|vùng|ngành|trường|đảng bộ|cơ quan|khối|cụm|lực lượng|khu vực)|[cC]ả nước|` +
    `[tT]rên địa bàn(?: (?:${kinds}))?)(?![\\p{L}])`,
  'gu',
);
const furthest = 240;
const justBehind = 60;

/** The places that a sentence names, in order. */
export function placesIn(text: string, start: number, end: number): readonly TextSpan[] {
  const found: TextSpan[] = [];
  for (const { 0: words, index } of text.slice(start, end).matchAll(places))
    found.push({ start: start + index, end: start + index + words.length });
  return found;
}

/**
 * Whose figure it is: the place named nearest before it in its sentence ("toàn huyện", "xã Đăk Pnê"), else the body that
 * did it, else the place right behind it ("45 hộ xã An Tân"); null when the sentence names none.
 *
 * @param named the sentence's places, in order; `limit` its end, or the next figure
 * @param actor the body or place that the figure's clause opens with
 */
export function subjectOf(
  text: string,
  figure: TextSpan,
  named: readonly TextSpan[],
  limit: number,
  actor: TextSpan | null,
): Phrase | null {
  // Binary search: a list of figures may be one sentence with thousands of places.
  let [low, high] = [0, named.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (named[middle]!.end > figure.start) high = middle;
    else low = middle + 1;
  }
  const before = named[low - 1];
  const near = before !== undefined && figure.start - before.end < furthest ? before : null;
  if (actor !== null && (near === null || near.end <= actor.end)) return phraseOf(text, actor);
  if (near !== null) return phraseOf(text, near);
  const behind = named.slice(low, low + 2).find(({ start }) => start >= figure.end);
  if (behind === undefined || behind.start > Math.min(limit, figure.end + justBehind)) return null;
  return /[;\n]/.test(text.slice(figure.end, behind.start)) ? null : phraseOf(text, behind);
}
