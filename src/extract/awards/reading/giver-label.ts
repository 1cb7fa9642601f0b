import { bodiesIn } from '../../../text/nlp/match-bodies.js';
import { plainVerb } from './plain-verb.js';
import type { Reader, Scan } from './scan.js';

const mark = /^\s*(?:[-–—+*•]|\(?\d{1,2}[.)]|[a-zđ][.)])?\s*$/u;

/** «Thủ tướng Chính phủ: Bằng khen cho ông Lê Văn A», «- Trung ương Đoàn: Cờ thi đua»: a body before a colon gives what stands behind it. */
export const readGiverLabel: Reader = (scan, at) => {
  if (scan.events.length !== 1 || scan.events[0]!.kind !== 'list' || scan.events[0]!.first !== at) return null;
  const award = scan.heads.get(at);
  if (!award?.tags.has('Award') || !isBody(scan, at)) return null;
  const behind = scan.sentence.slice(scan.reading.words[award.last - 1]!.end);
  if (/^["”»]?(?:\s\d|[^;.:]{0,80}\scho\s)/u.test(behind))
    scan.events.push({ ...plainVerb, act: 'give', first: at, last: at, strength: 0.9 });
  return null;
};

/** Whether nothing but a body, or who speaks for it, stands before a term. */
function isBody({ sentence, reading }: Scan, before: number): boolean {
  const body = bodiesIn(reading, sentence, 0, before)[0];
  return body !== undefined && body.last === before && mark.test(sentence.slice(0, body.span.start));
}
