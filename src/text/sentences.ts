import type { TextSpan } from '../model/index.js';

/** Abbreviations whose full stop ends no sentence ("TP. Hồ Chí Minh", "KT. GIÁM ĐỐC", "Th.S", "Đ.5"). */
export const abbreviations: ReadonlySet<string> = new Set(
  'tp tx tt kt tm tl q tuq ths ts pgs gs bs ks cn nxb đ k tr st stt số no v.v vv ls ct pct pbt bt đ/c ông bà'.split(
    ' ',
  ),
);
const stop = /[.!?…]+(?:["”’»)\]]*)(?=[ \t\n])/gu;
const opens = /[\p{Lu}0-9"“«(‘'\-–+*•]/u;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 160;

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
    while (first < last && isSpace(text.charCodeAt(first))) first += 1;
    while (last > first && isSpace(text.charCodeAt(last - 1))) last -= 1;
    if (first < last) spans.push({ start: first, end: last });
    from = to;
  };
  stop.lastIndex = start;
  for (let match = stop.exec(text); match !== null && match.index < end; match = stop.exec(text)) {
    const to = match.index + match[0].length;
    let next = to;
    while (next < end && isSpace(text.charCodeAt(next))) next += 1;
    if (next >= end) break;
    if (!opens.test(text[next]!)) continue;
    if (match[0] === '.') {
      let word = match.index;
      while (word > from && match.index - word < 8 && !isSpace(text.charCodeAt(word - 1))) word -= 1;
      const before = text.slice(word, match.index).replace(/^[("“-]+/u, '');
      if (abbreviations.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before)) continue;
      // "1.", "2.3.", "IV.", "a." at the head of the stretch number it.
      if (/^(?:[0-9.]{1,7}|[IVXL]{1,5}|[a-zđ])$/u.test(before) && text.slice(from, word).trim() === '') continue;
    }
    push(to);
  }
  push(end);
  return spans;
}
