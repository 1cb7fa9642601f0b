import { countAt } from './numbers.js';
import { isBearer, titleNamed } from './open-titles.js';
import { plainAward } from './plain-award.js';
import { gapBefore, put, type Reader, type Scan } from './scan.js';

const longestTitle = 14;

/** «Tuyên dương 12 “Thanh niên sống đẹp”, 30 cháu ngoan Bác Hồ»: counted titles in quotation marks, where somebody is praised. */
export const readQuotedTitles: Reader = (scan, at) => {
  const { sentence, heads, reading } = scan;
  const { words } = reading;
  const bearers = titleOfCounted(scan, at);
  if (bearers !== null) return bearers;
  const first = at + 1;
  if (!words[at]!.tags.has('Count') || words[first] === undefined || !/^\s["“«]$/.test(gapBefore(scan, first)))
    return null;
  if (!isBearer(first, words) || ![...heads.values()].some(({ tags }) => tags.has('Praise'))) return null;
  const last = endOfQuote(scan, first);
  if (last === null) return null;
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

/** The term behind the mark that closes a name in quotation marks; null where none does. */
function endOfQuote(scan: Scan, first: number): number | null {
  const { words } = scan.reading;
  let last = first + 1;
  while (last < words.length && last < first + longestTitle && !/["”»]/.test(gapBefore(scan, last))) last += 1;
  const behind = last === words.length ? scan.sentence.slice(words[last - 1]!.end) : gapBefore(scan, last);
  return /["”»]/.test(behind) ? last : null;
}

/** «tuyên dương 18 cán bộ, đoàn viên “Làm theo lời Bác”»: for what those who are counted right before it are praised. */
function titleOfCounted(scan: Scan, at: number): number | null {
  const { words } = scan.reading;
  if (!/^\s["“«]$/.test(gapBefore(scan, at)) || scan.heads.get(at)?.tags.has('Award')) return null;
  const [verb, who] = scan.events.slice(-2);
  if (verb?.kind !== 'verb' || verb.act !== 'praise' || verb.passive) return null;
  if (who?.kind !== 'recipient' || who.count === null || at - who.last > 1) return null;
  const last = endOfQuote(scan, at);
  if (last === null) return null;
  return put(scan, at, {
    ...plainAward,
    ...titleNamed(scan.sentence.slice(words[at]!.start, words[last - 1]!.end)),
    quoted: true,
    first: at,
    last,
    strength: 0.8,
  });
}
