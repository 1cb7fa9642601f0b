import { countAt } from './numbers.js';
import { isBearer, titleNamed } from './open-titles.js';
import { plainAward } from './plain-award.js';
import { gapBefore, put, type Reader } from './scan.js';

const longestTitle = 14;

/** «Tuyên dương 12 “Thanh niên sống đẹp”, 30 cháu ngoan Bác Hồ»: counted titles in quotation marks, where somebody is praised. */
export const readQuotedTitles: Reader = (scan, at) => {
  const { sentence, heads, reading } = scan;
  const { words } = reading;
  const first = at + 1;
  if (!words[at]!.tags.has('Count') || words[first] === undefined || !/^\s["“«]$/.test(gapBefore(scan, first)))
    return null;
  if (!isBearer(first, words) || ![...heads.values()].some(({ tags }) => tags.has('Praise'))) return null;
  let last = first + 1;
  while (last < words.length && last < first + longestTitle && !/["”»]/.test(gapBefore(scan, last))) last += 1;
  if (
    last === words.length ? !/["”»]/.test(sentence.slice(words[last - 1]!.end)) : !/["”»]/.test(gapBefore(scan, last))
  )
    return null;
  return put(scan, at, {
    ...plainAward,
    ...titleNamed(sentence.slice(words[first]!.start, words[last - 1]!.end)),
    quoted: true,
    count: countAt(at, words),
    first: at,
    last,
    strength: 0.8,
  });
};
