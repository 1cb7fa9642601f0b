import { bodiesIn } from '../../../text/nlp/match-bodies.js';
import type { SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';

/** «của Chủ tịch UBND tỉnh hoặc của Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc» right behind the award. */
export function grantorAfter(
  last: number,
  certificate: boolean,
  sentence: string,
  reading: SentenceReading,
): { grantor: string | null; last: number } {
  const { words } = reading;
  if (last >= words.length || /[,;.:("“«]/u.test(sentence.slice(words[last - 1]!.end, words[last]!.start)))
    return { grantor: null, last };
  // «Bằng khen UBND tỉnh», «Giấy khen Giám đốc Sở» say it without «của».
  const from = /^(?:của|do)$/iu.test(words[last]!.text) ? last + 1 : last;
  if (from === last && (!certificate || !/^\p{Lu}|^(?:bộ|sở)$/u.test(words[last]!.text)))
    return { grantor: null, last };
  const first = bodiesIn(reading, sentence, from, Math.min(words.length, from + 16))[0];
  if (first === undefined || first.first !== from) return { grantor: null, last };
  let end = first.last;
  // «của Bộ Y tế, UBND tỉnh và Công đoàn ngành»: several gave it; a body that gives something itself begins anew.
  while (certificate && end < words.length) {
    const and = /^và$/u.test(words[end]!.text) ? 1 : 0;
    const gap = sentence.slice(words[end - 1]!.end, words[end + and]?.start);
    if (!(and === 1 ? /^\s*và\s*$/u.test(gap) : /^,\s*$/.test(gap))) break;
    const next = bodiesIn(reading, sentence, end + and, Math.min(words.length, end + 16))[0];
    if (next === undefined || next.first !== end + and || acts(reading, next.last)) break;
    end = next.last;
  }
  while (/^(?:hoặc|và)$/u.test(words[end]?.text ?? '') && words[end + 1]?.text === 'của') {
    const next = bodiesIn(reading, sentence, end + 2, Math.min(words.length, end + 16))[0];
    if (next === undefined || next.first !== end + 2) break;
    end = next.last;
  }
  return { grantor: sentence.slice(words[from]!.start, words[end - 1]!.end), last: end };
}

/** Whether the words from a term on do something, but for «đã», «được». */
function acts({ words, phrases }: SentenceReading, from: number): boolean {
  let at = from;
  while (/^(?:da|duoc|cung|con|vua)$/.test(words[at]?.folded ?? '')) at += 1;
  const next = phrases.find(({ first }) => first === at);
  return next !== undefined && ['Grant', 'Praise', 'Receive', 'Propose'].some((tag) => next.tags.has(tag as never));
}
