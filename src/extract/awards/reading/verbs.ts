import type { PhraseTag } from '../../../text/nlp/lexicon.js';
import { bodiesIn } from '../../../text/nlp/match-bodies.js';
import type { Phrase, SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { Act } from '../award-event.js';
import { gapBefore, put, type Reader } from './scan.js';

/** Earlier ones win over later ones where a word has several readings. */
const acts: readonly (readonly [PhraseTag, Act])[] = [
  ['Deny', 'deny'],
  ['Revoke', 'revoke'],
  ['Propose', 'propose'],
  ['Register', 'register'],
  ['Aim', 'aim'],
  ['Consider', 'consider'],
  ['Praise', 'praise'],
  ['Grant', 'give'],
  ['Receive', 'receive'],
];

const hasVerb = (heads: ReadonlyMap<number, Phrase>, { first, last }: { first: number; last: number }): boolean => {
  for (let at = first; at < last; at += 1) {
    const phrase = heads.get(at);
    if (phrase !== undefined && (phrase.tags.has('Award') || acts.some(([tag]) => phrase.tags.has(tag)))) return true;
  }
  return false;
};

/** «thực hiện chỉ tiêu», «vượt 3% so với chỉ tiêu» speak of a plan that was made; «chỉ tiêu: …» sets one. */
function namesPlan(at: number, phrase: Phrase, { words }: SentenceReading, sentence: string): boolean {
  const noun = words[at]!.folded === 'chi' || words[at]!.folded === 'muc';
  if (!noun || /^\s*:/.test(sentence.slice(words[phrase.last - 1]!.end))) return false;
  return /^(?:voi|vuot|hien|thanh|cac|nhung|nhieu|gia|vu|theo|dat|qua|giao|ke)$/.test(words[at - 1]?.folded ?? '');
}

/** «được Bộ trưởng Bộ Nội vụ tặng»: who gives stands between «được» and the verb. */
export const readPassive: Reader = (scan, at) => {
  const { sentence, reading, heads } = scan;
  const passive = scan.starts.get(at)?.passive;
  if (passive === undefined) return null;
  const grantor = passive.groups['grantor']!;
  const bodies = bodiesIn(reading, sentence, grantor.first, grantor.last);
  const phrase = heads.get(passive.groups['verb']!.first);
  if (bodies.length === 0 || phrase === undefined || hasVerb(heads, grantor)) return null;
  return put(scan, at, {
    kind: 'verb',
    act: phrase.tags.has('Praise') ? 'praise' : 'give',
    passive: true,
    grantor: sentence.slice(bodies[0]!.span.start, bodies.at(-1)!.span.end),
    comma: /[,;:]/.test(gapBefore(scan, at)),
    titled: false,
    first: at,
    last: phrase.last,
    strength: Math.min(phrase.strength, bodies[0]!.confidence),
  });
};

export const readVerb: Reader = (scan, at) => {
  const { sentence, reading } = scan;
  const { words } = reading;
  const phrase = scan.heads.get(at);
  const act = acts.find(([tag]) => phrase?.tags.has(tag))?.[1];
  if (phrase === undefined || act === undefined) return null;
  if (act === 'aim' && namesPlan(at, phrase, reading, sentence)) return phrase.last;
  return put(scan, at, {
    kind: 'verb',
    act,
    passive: words[at - 1]?.text.toLowerCase() === 'được' || /^được/iu.test(words[at]!.text),
    grantor: null,
    comma: /[,;:]/.test(gapBefore(scan, at)),
    titled: words[phrase.last - 1]!.folded === 'hieu',
    first: at,
    last: phrase.last,
    strength: phrase.strength,
  });
};
