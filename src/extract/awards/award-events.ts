import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent } from './award-event.js';
import { readAward, readCountedAward } from './reading/award-name.js';
import { readBadge } from './reading/badges.js';
import { readClass, readPrize, readStars } from './reading/bare-ranks.js';
import { readSubjects } from './reading/joined-names.js';
import { readCount, readNamed, readRelation } from './reading/marks.js';
import { numberedRow } from './reading/numbers.js';
import { readOpenTitle } from './reading/open-titles.js';
import { readBody, readCounted, readRecipient, readSeveral } from './reading/recipients.js';
import { beginScan, gapBefore, type Reader } from './reading/scan.js';
import { readShare, readTotal } from './reading/shares.js';
import { readPassive, readVerb } from './reading/verbs.js';

export interface SentenceEvents {
  readonly reading: SentenceReading;
  readonly events: readonly AwardEvent[];
}

/** The first that reads something wins: numbers with what they count, then what stands by itself. */
const readers: readonly Reader[] = [
  readCounted,
  readSeveral,
  readCountedAward,
  readBadge,
  readPassive,
  readShare,
  readTotal,
  readStars,
  readCount,
  readNamed,
  readPrize,
  readOpenTitle,
  readAward,
  readClass,
  readVerb,
  readRelation,
  readSubjects,
  readRecipient,
  readBody,
];

/** Reads a sentence with compromise and turns it into the awards, recipients and verbs that stand in it, in order. */
export function awardEvents(sentence: string): SentenceEvents {
  const scan = beginScan(sentence);
  const { words } = scan.reading;
  let at = numberedRow.test(sentence) ? 1 : 0;
  while (at < words.length) {
    const before = gapBefore(scan, at);
    if (/;|\.$/.test(before) && at > 0) scan.events.push({ kind: 'stop', first: at, last: at, strength: 1 });
    else if (before.includes(':')) scan.events.push({ kind: 'list', first: at, last: at, strength: 1 });
    at = next(scan, at);
  }
  return { reading: scan.reading, events: scan.events };
}

const next: (...of: Parameters<Reader>) => number = (scan, at) => {
  for (const reader of readers) {
    const after = reader(scan, at);
    if (after !== null) return after;
  }
  return scan.heads.get(at)?.last ?? at + 1;
};
