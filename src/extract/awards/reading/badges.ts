import type { PatternMatch, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { NamedAward } from '../award-event.js';
import { awardRow } from '../award-names.js';
import { plainAward } from './plain-award.js';
import { put, type Reader, type Scan } from './scan.js';

/** «Huy hiệu 30, 40, 45 năm tuổi Đảng», «Huy hiệu 45 năm, 40 năm và 30 năm tuổi Đảng»: one number for several badges. */
function badgeList(at: number, { words }: SentenceReading): NamedAward | null {
  if (words[at]!.folded !== 'huy' || words[at + 1]?.folded !== 'hieu') return null;
  let end = words[at + 2]?.folded === 'dang' ? at + 3 : at + 2;
  let years = 0;
  while (end < words.length) {
    const { text, folded } = words[end]!;
    if (/^\d\d$/.test(text)) years += 1;
    else if (!(years > 0 && (folded === 'va' || folded === 'nam'))) break;
    end += 1;
  }
  if (years < 2 || (words[end - 1]!.folded !== 'nam' && words[end]?.folded !== 'tuoi')) return null;
  if (words[end]?.folded === 'tuoi' && words[end + 1]?.folded === 'dang') end += 2;
  return { ...plainAward, name: 'Huy hiệu Đảng', code: 'HHD', first: at, last: end };
}

function badgeOf(match: PatternMatch, reading: SentenceReading): NamedAward | null {
  const years = Number(reading.words[match.groups['years']!.first]!.text);
  const code = `HHD_${years}`;
  if (awardRow(code) === undefined) return null;
  return { ...plainAward, name: `Huy hiệu ${years} năm tuổi Đảng`, code, first: match.first, last: match.last };
}

/** «14 đảng viên được trao tặng huy hiệu»: which one, the Party's members say. */
function badgeAlone(at: number, { sentence, reading: { words }, events }: Scan): NamedAward | null {
  if (words[at]!.folded !== 'huy' || words[at + 1]?.folded !== 'hieu' || words[at]!.text.toLowerCase() !== 'huy')
    return null;
  const verb = events.at(-1);
  if (verb?.kind !== 'verb' || verb.last !== at || !/đảng viên|tuổi đảng/iu.test(sentence)) return null;
  const next = words[at + 2];
  const ends =
    next === undefined ||
    /^[.,;:]/.test(sentence.slice(words[at + 1]!.end)) ||
    /^(?:cho|dot|nhan|lan)$/.test(next.folded);
  return ends ? { ...plainAward, name: 'Huy hiệu Đảng', code: 'HHD', first: at, last: at + 2 } : null;
}

/** «32 đảng viên được trao Huy hiệu Đảng, gồm 2 đồng chí 60 năm, …»: the years behind those who have them. */
function countsAges({ events }: Scan): boolean {
  const last = events.at(-1);
  const counted = last?.kind === 'recipient' && last.count !== null;
  return counted && events.some((event) => event.kind === 'award' && event.code === 'HHD');
}

/** «Huy hiệu Đảng cho 45 đồng chí, trong đó 60 năm: 2 đồng chí; 50 năm: 5 đồng chí»: the years as a label of how many have them. */
const labelsAge = ({ events, reading: { words }, sentence }: Scan, at: number): boolean =>
  events.some((event) => event.kind === 'award' && event.code === 'HHD') &&
  /^(?:\s*:\s*\d|\s\d{1,4}(?: (?:đồng chí|đảng viên|đ\/c)|\s*(?:[,;.)]|$)))/u.test(
    sentence.slice(words[at + 1]?.end ?? 0),
  );

/** Party badges, by their years in full, in a list, or by years alone behind another. */
export const readBadge: Reader = (scan, at) => {
  const listed = badgeList(at, scan.reading) ?? badgeAlone(at, scan);
  if (listed !== null) return put(scan, at, listed);
  const found = scan.starts.get(at);
  const alone =
    scan.badge !== null || countsAges(scan) || labelsAge(scan, at)
      ? found?.badgeAgain
      : scan.agesAlone
        ? found?.ageAlone
        : undefined;
  const match = found?.badge ?? alone;
  if (match === undefined) return null;
  scan.badge = badgeOf(match, scan.reading);
  if (scan.badge === null) return null;
  // «01 huy hiệu 60 năm, 03 huy hiệu 55 năm»
  const count = scan.events.at(-1);
  if (count?.kind !== 'count' || count.last !== at || found?.badge === undefined) return put(scan, at, scan.badge);
  scan.events.pop();
  return put(scan, at, { ...scan.badge, count: count.count, first: count.first });
};
