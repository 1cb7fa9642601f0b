import { bodiesIn } from '../../../text/nlp/match-bodies.js';
import type { SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import { nameEnd } from './named-recipients.js';

/** Where the name of a trade or of its body ends right behind its title; null where none stands there. */
export function tradeEnd(at: number, sentence: string, reading: SentenceReading): number | null {
  const { words } = reading;
  if (at >= words.length || sentence.slice(words[at - 1]!.end, words[at]!.start) !== ' ') return null;
  const body = bodiesIn(reading, sentence, at, Math.min(words.length, at + longestTrade))[0];
  if (body?.first === at && /^\p{Lu}/u.test(words[at]!.text)) return body.last;
  return words[at - 1]!.folded === 'nganh' ? nameEnd(at, sentence, reading) : null;
}
/** In terms: «Tòa án nhân dân tối cao». */
const longestTrade = 8;

/** «của ngành», without the name of the trade. */
export const isOfTrade = (at: number, sentence: string, words: SentenceReading['words']): boolean =>
  words[at]?.text === 'của' &&
  words[at + 1]?.text === 'ngành' &&
  (/^\s*(?:[.;,]|$)/.test(sentence.slice(words[at + 1]!.end)) || /^(?:và|cho|năm)$/u.test(words[at + 2]?.text ?? ''));
