import {
  type PatternMatch,
  type Phrase,
  readSentence,
  type SentenceReading,
} from '../../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent, NamedAward } from '../award-event.js';
import { type FrameName, matchesByStart } from './frame-matches.js';
import { listsAges } from './lists-ages.js';

/** An order or medal without its class. */
export interface PlainOrder {
  readonly name: string;
  readonly code: string | null;
}

/** A sentence on its way from words to events: what the readers share, and what they found so far. */
export interface Scan {
  readonly sentence: string;
  readonly reading: SentenceReading;
  /** the lexicon's phrases by their first term */
  readonly heads: ReadonlyMap<number, Phrase>;
  readonly starts: ReadonlyMap<number, Partial<Record<FrameName, PatternMatch>>>;
  /** the last term at which somebody gets or is praised; -1 where nobody is */
  readonly lastGain: number;
  /** badges stand by their years alone: «40 năm tuổi Đảng có 3 đảng viên» */
  readonly agesAlone: boolean;
  readonly events: AwardEvent[];
  /** the order or medal whose classes may follow alone */
  order: PlainOrder | null;
  /** «Hội thi giáo viên dạy giỏi»: what those who pass a contest are; null where none is spoken of */
  contest: Pick<NamedAward, 'name' | 'code'> | null;
  /** the last Party badge, whose years may follow alone */
  badge: NamedAward | null;
}

/**
 * Reads what begins at a term, adds it to the scan's events, and says where to go on.
 *
 * @returns the next term; null where nothing of its kind begins
 */
export type Reader = (scan: Scan, at: number) => number | null;

/** Reads a sentence with compromise and gets ready to go over its terms. */
export function beginScan(sentence: string): Scan {
  const reading = readSentence(sentence);
  const starts = matchesByStart(reading);
  return {
    sentence,
    reading,
    heads: reading.heads,
    starts,
    lastGain: lastGain(reading, starts),
    agesAlone: listsAges(sentence, reading),
    events: [],
    order: null,
    contest: null,
    badge: null,
  };
}

function lastGain({ phrases }: SentenceReading, starts: Scan['starts']): number {
  const gain = phrases.findLast(
    (phrase) =>
      phrase.tags.has('Receive') || phrase.tags.has('Grant') || phrase.tags.has('Praise') || saysItself(phrase),
  );
  let last = gain?.first ?? -1;
  for (const [at, { passive }] of starts) if (passive !== undefined && at > last) last = at;
  return last;
}

/** Adds an event, and gives the term behind it. */
export function put({ events }: Scan, at: number, event: AwardEvent): number {
  events.push(event);
  return Math.max(at + 1, event.last);
}

/** «đạt chuẩn nông thôn mới», «về đích nông thôn mới»: an award whose name begins with the verb of getting it. */
export const saysItself = ({ tags, entry }: Phrase): boolean =>
  tags.has('Award') && /^(?:đạt|về)$/.test(entry.syllables[0]!);

/** Whether at a term somebody gets something: «được UBND tỉnh tặng», «được tặng», «nhận». */
export function getsAt({ heads, starts, reading: { words } }: Scan, at: number): boolean {
  const head = heads.get(at);
  if (starts.get(at)?.passive !== undefined || head?.tags.has('Receive') || (head !== undefined && saysItself(head)))
    return true;
  const honour = heads.get(at + 1);
  return words[at]?.text === 'được' && (honour?.tags.has('Grant') === true || honour?.tags.has('Praise') === true);
}

const clauseEnd = /^\s*(?:[,;)]|\.?\s*$|và\s)/u;
/** Whether nothing of its clause stands behind a term. */
export const closesClause = ({ sentence, reading: { words } }: Scan, at: number): boolean =>
  clauseEnd.test(sentence.slice(words[at]!.end));

/** What is printed between a term and the one before it. */
export const gapBefore = ({ sentence, reading: { words } }: Scan, at: number): string =>
  at === 0 ? sentence.slice(0, words[0]?.start ?? 0) : sentence.slice(words[at - 1]!.end, words[at]?.start);

/** «Đội được giải Nhì», «Trường được giải tập thể»: whether «được» stands right before a prize. */
export function winsPrize({ heads, reading: { words } }: Scan, at: number): boolean {
  const prize = words[at]?.text === 'được' ? heads.get(at + 1) : undefined;
  return (
    prize?.tags.has('Award') === true && prize.entry.syllables[0] === 'giải' && prize.entry.syllables[1] !== 'thưởng'
  );
}
