import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import { type AwardEvent, isCounted } from '../award-event.js';
import { gapBefore, type Scan, winsPrize } from './scan.js';

/**
 * «249 đơn vị thuộc 57 tỉnh», «45 hộ đến từ 9 quận», «70 công nhân của 7 đơn vị», «16 tỉnh có 100% số xã đạt …»: where they are, not who; «17.774 cá
 * nhân trong số hơn 23.000 cán bộ»: of whom.
 */
export function isPlace(
  at: number,
  phrase: Phrase,
  events: readonly AwardEvent[],
  words: SentenceReading['words'],
): boolean {
  const about = /^(?:hon|tren|gan|khoang)$/.test(words[at - 1]?.folded ?? '') ? 1 : 0;
  const before = words[at - 1 - about]?.folded ?? '';
  const counted = words[at]!.tags.has('Count');
  const whose =
    counted && (before === 'cua' || (before === 'so' && /^(?:trong|tong)$/.test(words[at - 2 - about]!.folded)));
  // «nhiều cá nhân của trường được …»
  const last = events.at(-1);
  if (!counted && before === 'cua' && last?.kind === 'recipient' && last.last === at - 1) return true;
  // «nhiều cá nhân Công ty được …»
  const ofThem =
    last?.kind === 'recipient' && last.who === 'individual' && last.last === at && phrase.tags.has('Collective');
  if (!counted && ofThem && isNext(words, at)) return true;
  // «từ 72% hộ trở lên» is a share.
  // «từ 20 trường trở lên đạt …» counts who is to reach it.
  const orMore = words[phrase.last]?.folded === 'tro' && words[phrase.last + 1]?.folded === 'len';
  const from = words[at - 1 - about]?.text === 'từ' && !words[at]!.tags.has('Percent') && !orMore;
  const inside = (whose || from || /^(?:thuoc|tai|o)$/.test(before)) && events.some(({ kind }) => kind === 'recipient');
  const next = words[phrase.last + 1];
  return (
    inside ||
    (whose && ofTotal(at, words)) ||
    (words[phrase.last]?.folded === 'co' &&
      !/^(?:nam|lan)$/.test(words[phrase.last + 2]?.folded ?? '') &&
      (next?.tags.has('Percent') === true || next?.tags.has('Count') === true))
  );
}

/** «Trong số 38 hợp tác xã, 41 doanh nghiệp có 12 đơn vị được …»: of all those, so many. */
const ofTotal = (at: number, words: SentenceReading['words']): boolean =>
  words[at - 1]!.folded === 'so' &&
  words.slice(at, at + reachOfTotal).some(({ text }, i) => text === 'có' && words[at + i + 1]?.tags.has('Count'));
/** In terms. */
const reachOfTotal = 12;

/** Whether nothing but a space stands between a term and the one before it. */
const isNext = (words: SentenceReading['words'], at: number): boolean => words[at]!.start - words[at - 1]!.end === 1;

const adverbs = /^(?:da|duoc|vinh|du|chinh|thuc|lien|tuc|luon|cung|con|deu|nam|lan|hoc|hai|ba|bon|nhieu|\d{1,4})$/;

/** «Chi bộ nhà trường được …», «Công đoàn cơ quan đạt …»: whose branch it is. */
export const ownBodies = /^(?:nhà trường|cơ quan|đơn vị|công ty|bệnh viện|trường|trung tâm)$/;

/** Whether the next verb, but for adverbs, is one of getting. */
export function getsNext(behind: number, scan: Scan): boolean {
  const {
    heads,
    starts,
    reading: { words },
  } = scan;
  // «Đảng bộ xã được …», «Đội thi của huyện đạt …»
  const whose = words[behind]?.text === 'của' ? behind + 1 : behind;
  const place = heads.get(whose);
  const ofPlace =
    place?.tags.has('Level') === true ||
    (place?.tags.has('Collective') === true && whose > behind) ||
    (place !== undefined && ownBodies.test(place.entry.syllables.join(' ')));
  const from = ofPlace ? place!.last : behind;
  for (let at = from; at < Math.min(from + 5, words.length); at += 1) {
    if (heads.get(at)?.tags.has('Receive') || starts.get(at)?.passive !== undefined || winsPrize(scan, at)) return true;
    // «đạt chuẩn nông thôn mới»: the title begins with its verb.
    if (/^(?:đạt|về)$/u.test(words[at]!.text) && heads.get(at)?.tags.has('Award')) return true;
    // «Trung tâm có 8 năm đạt danh hiệu …»
    if (words[at]!.folded === 'co' && /^(?:nam|lan)$/.test(words[at + 2]?.folded ?? '')) continue;
    if (!adverbs.test(words[at]!.folded))
      return ['Grant', 'Praise'].some((tag) => heads.get(at)?.tags.has(tag as never));
  }
  return false;
}

/** In terms: «nguyên thủ trưởng, chỉ huy các đồn». */
const reachOfOffice = 3;
/** «nguyên lãnh đạo các phòng», «cán bộ, chiến sĩ của đơn vị», «hội viên chi hội»: where whoever stands before them serves. */
export function servedThere(at: number, scan: Scan): boolean {
  const before = scan.events.at(-1);
  if (before?.kind !== 'recipient' || before.sort !== 'Individual' || isCounted(before) || before.name !== null)
    return false;
  const behind = at - before.last;
  if (before.former === true && behind <= reachOfOffice) return true;
  const whose = behind === 1 && scan.reading.words[at - 1]!.text === 'của';
  return whose || (behind === 0 && gapBefore(scan, at) === ' ');
}
