import type { TextSpan } from '../model/index.js';
import { isSpaceAt } from './letter-or-digit.js';

/** Abbreviations whose full stop ends no sentence ("TP. Hồ Chí Minh", "KT. GIÁM ĐỐC", "Th.S", "Đ.5"). */
export const abbreviations: ReadonlySet<string> = new Set(
  'tp tx tt kt tm tl q tuq ths ts pgs gs bs bscki bsckii bsck1 bsck2 dscki dsckii ks cn nxb đ k tr st stt số no v.v vv ls ct pct pbt bt đ/c ông bà'.split(
    ' ',
  ),
);
const stops = new Set('.!?…');
const mayStop = (code: number): boolean => code === 46 || code === 33 || code === 63 || code === 0x2026;
const closers = new Set('"”’»)]');
const opens = /[\p{Lu}0-9"“«(‘'\-–+*•]/u;

/**
 * Cuts a stretch of text (a block, as a rule) into sentences.
 *
 * A full stop ends a sentence when white space and a capital, a digit, a quotation mark or a bullet follow, and when it
 * belongs to no abbreviation, initial or list number ("1. Căn cứ …").
 *
 * @returns spans without white space at their ends, in order, covering every other character; linear
 */
export function sentencesOf(text: string, start = 0, end = text.length): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = start;
  const push = (to: number) => {
    let first = from;
    let last = to;
    while (first < last && isSpaceAt(text, first)) first += 1;
    while (last > first && isSpaceAt(text, last - 1)) last -= 1;
    if (first < last) spans.push({ start: first, end: last });
    from = to;
  };
  for (let at = start; at < end; at += 1) {
    if (!mayStop(text.charCodeAt(at))) continue;
    const first = at;
    while (stops.has(text.charAt(at + 1))) at += 1;
    while (closers.has(text.charAt(at + 1))) at += 1;
    const to = at + 1;
    if (text[to] === '\u00a0' || !isSpaceAt(text, to)) continue;
    let next = to;
    while (next < end && isSpaceAt(text, next)) next += 1;
    if (next >= end) break;
    if (!opens.test(text[next]!)) continue;
    if (text[at] === '.' && at === first) {
      let word = first;
      while (word > from && first - word < 8 && !isSpaceAt(text, word - 1)) word -= 1;
      const before = text.slice(word, first).replace(/^[("“-]+/u, '');
      // «đạt giải cấp TP. Chi bộ …» ends a sentence: no name follows a level.
      const isLevel =
        /^(?:TP|TX|TT)$/iu.test(before) && /(?:cấp|toàn)\s$/iu.test(text.slice(Math.max(from, word - 6), word));
      if (isLevel) {
        push(to);
        continue;
      }
      // «… cấp huyện 06 đ/c. Trường …»: behind a number it is what was counted.
      if (before === 'đ/c' && /\d\s$/u.test(text.slice(Math.max(from, word - 4), word))) {
        push(to);
        continue;
      }
      if (abbreviations.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before)) continue;
      // "1.", "2.3.", "IV.", "a." at the head of the stretch number it.
      if (/^(?:[0-9.]{1,7}|[IVXL]{1,5}|[a-zđ])$/u.test(before) && text.slice(from, word).trim() === '') continue;
    }
    push(to);
  }
  push(end);
  return spans;
}
