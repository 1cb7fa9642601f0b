import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent } from './award-event.js';

/** Words that say when, how often and at which level, and nothing of what is done. */
const setting =
  /^(?:nam|hoc|giai|doan|dot|lan|thu|lien|tuc|tu|den|va|cac|hang|cap|tinh|huyen|xa|thanh|pho|co|so|bo|nganh|quan|cua|do|nay|ngay|thang|[ivx]+|\d[\d./-]*)$/;
const mostOthers = 2;

/** Whether a sentence is nothing but awards, with whose they are and when: an item of a list («Năm 2003: Tập thể lao động xuất sắc»). */
export function standsAlone({ words }: SentenceReading, events: readonly AwardEvent[]): boolean {
  if (events.some(({ kind }) => kind === 'verb' || kind === 'to' || kind === 'part')) return false;
  const covered = new Set<number>();
  for (const { first, last } of events) for (let at = first; at < last; at += 1) covered.add(at);
  let others = 0;
  for (const [at, { folded, text }] of words.entries())
    if (!covered.has(at) && !setting.test(folded) && !/^\d/.test(text)) others += 1;
  return others <= mostOthers;
}

const label =
  /^\s*(?:[-–+*•]\s*)?(?<year>(?:(?:Năm|Năm học|Giai đoạn)\s+)?\d{4}[\d\s,–-]*|\p{L}[\p{L}\s]{1,40}?)\s*[:|]\s*/iu;

/**
 * Whether an item names who or when before its award: «Chi bộ: Trong sạch, vững mạnh», «Năm học 2014 - 2015: Bằng khen của …».
 */
export function isLabelled(
  sentence: string,
  { words }: SentenceReading,
  events: readonly AwardEvent[],
): 'year' | 'who' | false {
  const found = label.exec(sentence);
  if (found === null) return false;
  const first = words.findIndex(({ start }) => start >= found[0].length);
  const begins = events.some((event) => event.kind === 'award' && event.first === first);
  return begins ? (found.groups?.['year']?.match(/\d{4}/) ? 'year' : 'who') : false;
}
