import type { SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent } from '../award-event.js';
import { countAt, decimal, isChange } from './numbers.js';
import { plainVerb } from './plain-verb.js';
import { lowerShare } from './recipients.js';
import { gapBefore, put, type Reader } from './scan.js';

/** «, đạt 100%», «chiếm 78%», «(80%)»: a share said beside what it is of. */
export const readShare: Reader = (scan, at) => {
  const { words } = scan.reading;
  const share = scan.starts.get(at)?.shareAfter;
  if (share === undefined) return null;
  const percentAt = share.groups['percent']?.first ?? at;
  const follows = scan.starts.get(percentAt);
  // «có trên 94% số hộ đạt …»: the share counts who follows.
  if (
    percentAt > at &&
    /^(?:tren|hon|gan|khoang|tu)$/.test(words[at]!.folded) &&
    (follows?.share ?? follows?.shareAward) !== undefined
  )
    return percentAt;
  // «32.518 hộ đăng ký, đạt 102% kế hoạch», «15 trường đạt chuẩn, đạt 100% kế hoạch» is a share of a plan.
  const ofPlan = /^(?:,? so với)? (?:kế hoạch|chỉ tiêu|KH|nghị quyết|mục tiêu)(?!\p{L})/iu.test(
    scan.sentence.slice(words[percentAt]!.end),
  );
  if (isChange(share.first, words) || decimal(words[percentAt]!.text) > 100 || ofPlan) return share.last;
  // «qua bình xét có 836 hộ đạt, tỷ lệ 85%»: the verb belongs to whom the share is of.
  if (words[at]!.text === 'đạt' && gapBefore(scan, at + 1).includes(','))
    put(scan, at, { ...plainVerb, act: 'receive', closes: true, first: at, last: at + 1, strength: 1 });
  const orMore =
    words[share.last]?.folded === 'tro' && words[share.last + 1]?.folded === 'len' ? share.last + 2 : share.last;
  return put(scan, at, {
    kind: 'share',
    // «10 - 15% đạt …»
    percent: lowerShare(scan, percentAt) ?? decimal(words[percentAt]!.text),
    aside: gapBefore(scan, at).includes('('),
    // «…, trên 15% đạt Chiến sĩ thi đua cơ sở»: who they are was said before.
    first: scan.heads.get(percentAt + 1)?.tags.has('Receive') ? percentAt : at,
    last: orMore,
    strength: 1,
  });
};

/** «đạt danh hiệu … có 120/150»: a total behind the title reads as a list's number. */
export const readTotal: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (!totalBehind(at, scan.events, words)) return null;
  scan.events.push({ kind: 'list', first: at + 1, last: at + 1, strength: 1 });
  if (
    !repeatsNoun(
      at,
      scan.events.findLast(({ kind }) => kind === 'recipient'),
      words,
    )
  )
    return at + 1;
  return put(scan, at, { kind: 'count', count: countAt(at + 1, words), first: at + 1, last: at + 3, strength: 1 });
};

/** Whether the number behind a term counts the noun of a recipient before it: «hộ … có 2.390 hộ». */
const repeatsNoun = (at: number, of: AwardEvent | undefined, words: SentenceReading['words']): boolean =>
  of !== undefined && words[of.first]!.folded === words[at + 2]?.folded;

/** «Huyện có 42 trường, số trường đạt chuẩn …»: all there are, of whom the sum behind them tells. */
const standsBeforeSum = (events: readonly AwardEvent[], at: number): boolean => {
  const [all, sum] = [events[at]!, events[at + 1]];
  return all.kind === 'recipient' && all.count !== null && sum?.kind === 'recipient' && sum.ofSum === true;
};

/** «tổng số hộ đạt danh hiệu … đạt 8.200/9.000 hộ», «đạt danh hiệu … có 120/150»: the number of those who got it, said afterwards. */
function totalBehind(at: number, events: readonly AwardEvent[], words: SentenceReading['words']): boolean {
  if (!/^(?:dat|co|la|len)$/.test(words[at]!.folded) || !words[at + 1]?.tags.has('Count')) return false;
  // «OCOP đạt 3 sao»
  if (words[at + 2]?.text === 'sao') return false;
  const sinceStop = events
    .slice(events.findLastIndex(({ kind }, i) => kind === 'stop' || kind === 'part' || standsBeforeSum(events, i)) + 1)
    .filter(({ kind }) => kind !== 'count');
  const award = sinceStop.at(-1);
  if (award?.kind !== 'award' || at - award.last > 8) return false;
  // «Số đơn vị được tặng Cờ thi đua là 5»
  const numbered = sinceStop.some(
    (event) =>
      event.kind === 'recipient' &&
      words[event.first - 1]?.folded === 'so' &&
      words[event.first - 2]?.folded !== 'trong',
  );
  if (!numbered && !/^(?:title|recognition)$/.test(award.evidence)) return false;
  if (sinceStop.filter(({ kind }) => kind === 'award').length > 1 || (award.count ?? award.percent) !== null)
    return false;
  return sinceStop.every(
    (event) =>
      event.kind !== 'recipient' ||
      (event.count === null &&
        event.percent === null &&
        // «hộ đạt chuẩn văn hóa có 2.390 hộ»
        (words[event.first - 1]?.folded === 'so' || repeatsNoun(at, event, words))),
  );
}
