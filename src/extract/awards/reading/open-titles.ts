import type { SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import type { NamedAward } from '../award-event.js';
import { put, type Reader } from './scan.js';

/** «danh hiệu “Trường học hạnh phúc”»: a title that no table knows. */
function quotedTitle(at: number, sentence: string, reading: SentenceReading): NamedAward | null {
  const { words } = reading;
  if (words[at - 1]?.text.toLowerCase() !== 'hiệu' || words[at - 2]?.text.toLowerCase() !== 'danh') return null;
  if (!/["“«]\**$/u.test(sentence.slice(words[at - 1]!.end, words[at]!.start)) || !/^\p{Lu}/u.test(words[at]!.text))
    return null;
  let end = at + 1;
  while (end < words.length && end < at + 10 && !/["”»]/u.test(sentence.slice(words[end - 1]!.end, words[end]!.start)))
    end += 1;
  if (end < words.length ? end >= at + 10 : !/["”»]/u.test(sentence.slice(words[end - 1]!.end))) return null;
  return {
    kind: 'award',
    name: sentence.slice(words[at]!.start, words[end - 1]!.end).replace(/\*/g, ''),
    code: null,
    evidence: 'title',
    count: null,
    percent: null,
    grantor: null,
    quoted: true,
    titled: true,
    given: false,
    rated: false,
    beforeName: false,
    first: at,
    last: end,
    strength: 0.7,
  };
}

export const readOpenTitle: Reader = (scan, at) => {
  const title = scan.heads.has(at) ? null : quotedTitle(at, scan.sentence, scan.reading);
  return title === null ? null : put(scan, at, title);
};
