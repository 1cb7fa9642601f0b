import { recipientTags } from '../../../text/nlp/lexicon.js';
import type { Phrase } from '../../../text/nlp/vietnamese-nlp.js';
import { namedSubject } from '../named-subject.js';
import { recipientOf } from './named-recipients.js';
import { countAt, decimal } from './numbers.js';
import { gapBefore, getsAt, put, type Reader, type Scan } from './scan.js';

/** In terms: «một trong tổng số 12», «1 trong số các». */
const longestWhole = 4;
const wholeWords = /^(?:trong|so|tong|nhung|cac|hon|tren|gan)$/;
/** In terms: «của huyện Tân Phú trên cả nước». */
const reachOfVerb = 12;

/** «là 1 trong 3 thanh niên của huyện được nhận …», «một trong những đơn vị được tặng …»: one of them got it, who stands before. */
export const readOneOf: Reader = (scan, at) => {
  const { words } = scan.reading;
  if (!/^(?:0?1|một)$/iu.test(words[at]!.text) || words[at + 1]?.text !== 'trong') return null;
  const who = amongWhom(scan, at + 1);
  if (who === null) return null;
  const verb = gettingVerb(scan, who.last);
  if (verb === null) return null;
  const before = scan.events.at(-1);
  const told = before?.kind === 'recipient' && before.count === null && !before.many;
  if (told && before.name !== null) return verb;
  if (namedSubject(scan.sentence, scan.reading, clauseStart(scan, at), at) !== null) return verb;
  if (told) scan.events.pop();
  put(scan, at, { ...recipientOf(who, scan.sentence, scan.reading), name: null, count: 1, first: at });
  return verb;
};

/** Those of whom it is one; null where the words tell no recipients. */
function amongWhom({ reading: { words }, heads }: Scan, from: number): Phrase | null {
  for (let at = from + 1; at <= from + longestWhole && at < words.length; at += 1) {
    const phrase = heads.get(at);
    if (phrase !== undefined && (recipientTags.some((tag) => phrase.tags.has(tag)) || phrase.tags.has('Award')))
      return phrase;
    if (!words[at]!.tags.has('Count') && !wholeWords.test(words[at]!.folded)) return null;
  }
  return null;
}

/** The term of the verb of getting behind those; null where another clause comes before it. */
function gettingVerb(scan: Scan, from: number): number | null {
  const { words } = scan.reading;
  for (let at = from; at < Math.min(words.length, from + reachOfVerb); at += 1) {
    if (/[;:.]/.test(gapBefore(scan, at))) return null;
    if (getsAt(scan, at)) return at;
  }
  return null;
}

/** The first term of the clause that a term stands in. */
function clauseStart(scan: Scan, at: number): number {
  let from = at;
  while (from > 0 && !/[;:.]/.test(gapBefore(scan, from))) from -= 1;
  return from;
}

/** «…, 01 trong số đó được UBND tỉnh tặng Bằng khen»: some of those who were said before. */
export const readSomeOfThem: Reader = (scan, at) => {
  const { words } = scan.reading;
  const share = words[at]!.tags.has('Percent');
  if (!(share || words[at]!.tags.has('Count')) || words[at + 1]?.text !== 'trong' || words[at + 2]?.text !== 'số')
    return null;
  const them = at + 3;
  if (!/^(?:đó|này|ấy|họ|trên)$/u.test(words[them]?.text ?? '')) return null;
  // «80% cán bộ đạt Lao động tiên tiến, 15% trong số đó đạt …»
  if (share)
    return put(scan, at, {
      kind: 'share',
      percent: decimal(words[at]!.text),
      aside: false,
      first: them,
      last: them + 1,
      strength: 1,
    });
  return put(scan, at, { kind: 'count', count: countAt(at, words), first: them, last: them + 1, strength: 1 });
};
