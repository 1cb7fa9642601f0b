import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent } from './award-event.js';
import { readAskedOfLabel } from './reading/asked-of-label.js';
import { readAward, readCountedAward } from './reading/award-name.js';
import { readBadge } from './reading/badges.js';
import {
  readClass,
  readDegree,
  readPrize,
  readPrizes,
  readStandard,
  readStars,
  readUnranked,
} from './reading/bare-ranks.js';
import { readBody, readRecipient } from './reading/bodies.js';
import { readBranchStrength } from './reading/branch-strength.js';
import { readCertificate } from './reading/certificates.js';
import {
  readByOrganisers,
  readEntries,
  readHadPrizes,
  readNoPrize,
  readOfOccasion,
  readPlaced,
  readPrizeOfNamed,
  readRankLabel,
  readWinner,
  readWinningVerb,
} from './reading/contest-results.js';
import { endsTopic, readGiverLabel } from './reading/giver-label.js';
import { readNames, readSubjects } from './reading/joined-names.js';
import {
  readAddedUp,
  readBodyOfMembers,
  readCount,
  readNamed,
  readNewSum,
  readNone,
  readRelation,
  readYears,
} from './reading/marks.js';
import { readMedals } from './reading/medals.js';
import { numberedRow } from './reading/numbers.js';
import { readOneOf, readSomeOfThem } from './reading/one-of-many.js';
import { endsHead, readOpenTitle } from './reading/open-titles.js';
import { readOwnBranch } from './reading/own-branch.js';
import { closesParts } from './reading/parts-in-brackets.js';
import { readQuotedTitles } from './reading/quoted-titles.js';
import { readCounted, readSeveral } from './reading/recipients.js';
import { beginScan, gapBefore, type Reader, type Scan } from './reading/scan.js';
import { readShare, readTotal } from './reading/shares.js';
import { readUnionTitle } from './reading/union-titles.js';
import { readBeing, readPassed, readPassive, readVerb } from './reading/verbs.js';

export interface SentenceEvents {
  readonly reading: SentenceReading;
  readonly events: readonly AwardEvent[];
}

/** The first that reads something wins: numbers with what they count, then what stands by itself. */
const readers: readonly Reader[] = [
  readGiverLabel,
  readOwnBranch,
  readPrizeOfNamed,
  readWinningVerb,
  readOfOccasion,
  readEntries,
  readHadPrizes,
  readRankLabel,
  readByOrganisers,
  readWinner,
  readPlaced,
  readNoPrize,
  readYears,
  readOneOf,
  readSomeOfThem,
  readQuotedTitles,
  readBranchStrength,
  readCertificate,
  readCounted,
  readSeveral,
  readCountedAward,
  readBadge,
  readBodyOfMembers,
  readPassed,
  readPassive,
  readShare,
  readPrizes,
  readMedals,
  readTotal,
  readStars,
  readCount,
  readNone,
  readBeing,
  readNamed,
  readNewSum,
  readAddedUp,
  readPrize,
  readUnranked,
  readDegree,
  readStandard,
  readUnionTitle,
  readOpenTitle,
  readAward,
  readClass,
  readAskedOfLabel,
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
    if (endsTopic(scan, at)) scan.events.push({ kind: 'list', first: at, last: at, strength: 1 });
    if (closesParts(scan, at)) scan.events.push({ kind: 'stop', first: at, last: at, strength: 1 });
    if (/;|\.$/.test(before) && at > 0) {
      const lists = scan.heads.get(at)?.tags.has('Grade') !== true && listsNames(scan.events, at);
      scan.events.push({ kind: 'stop', first: at, last: at, strength: 1 });
      const after = lists ? readNames(scan, at) : at;
      if (after > at) {
        at = after;
        continue;
      }
    } else if (before.includes(':')) {
      const labels = scan.events.at(-1)?.kind === 'award' && scan.events.at(-1)!.last === at;
      scan.events.push({ kind: 'list', first: at, last: at, strength: 1 });
      // «Huân chương Lao động: - Hạng Nhì: Chi cục A», «Bằng khen: không»
      const named = labels && words[at]!.folded !== 'khong' && scan.heads.get(at)?.tags.has('Grade') !== true;
      const after = named ? readNames(scan, at) : at;
      if (after > at) {
        at = after;
        continue;
      }
    }
    at = next(scan, at);
  }
  return { reading: scan.reading, events: scan.events };
}

/** «đ/c Trần A, Phó Chi cục trưởng; …»: in terms. */
const longestOffice = 8;
/** «Bằng khen: Ban CHQS xã A; Ban CHQS xã B»: whether a list of names behind a colon goes on. */
const listsNames = (events: readonly AwardEvent[], at: number): boolean => {
  const last = events.at(-1);
  return (
    last?.kind === 'recipient' &&
    last.name !== null &&
    last.count === null &&
    at - last.last <= longestOffice &&
    events.findLast(({ kind }) => kind !== 'recipient' && kind !== 'stop')?.kind === 'list'
  );
};

/** Words with which a reader may begin though they are none of the lexicon's. */
const openers: ReadonlySet<string> = new Set([
  'huy',
  'dat',
  'co',
  'la',
  'len',
  'nhieu',
  'vung',
  'giay',
  'khong',
  'nang',
  'dua',
  'giai',
  'chuan',
  'ocop',
  'nong',
  'ntm',
  'thay',
  'mot',
  'tieu',
  'xep',
  'chua',
  'nhi',
  'ba',
  'xuat',
  'kieu',
  'muc',
  'luy',
]);
const quotes = /["“«]/;

/** Whether nothing can begin at a term, so that no reader need be asked: most words of a sentence. */
function isPlain(scan: Scan, at: number): boolean {
  if (scan.starts.has(at) || scan.heads.has(at)) return false;
  const { text, folded, tags } = scan.reading.words[at]!;
  if (tags.size > 0 || text[0] !== text[0]!.toLowerCase() || /^\d/.test(text) || openers.has(folded)) return false;
  // «(01 nhất, 04 nhì)»
  const before = at > 0 ? scan.reading.words[at - 1]! : null;
  return (
    !(before !== null && (endsHead(before.folded) || /^\d/.test(before.text))) && !quotes.test(gapBefore(scan, at))
  );
}

const next: (...of: Parameters<Reader>) => number = (scan, at) => {
  if (isPlain(scan, at)) return at + 1;
  for (const reader of readers) {
    const after = reader(scan, at);
    if (after !== null) return after;
  }
  return scan.heads.get(at)?.last ?? at + 1;
};
