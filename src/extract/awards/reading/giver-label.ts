import { bodiesIn } from '../../../text/nlp/match-bodies.js';
import { plainVerb } from './plain-verb.js';
import { gapBefore, type Reader, type Scan } from './scan.js';

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

/** «Về Kỷ niệm chương …, trong 5 năm đã trao cho 1.240 hội viên»: whether what a sentence opens with is its label, up to a term. */
export function endsTopic(scan: Scan, at: number): boolean {
  const [award, other] = scan.events;
  if (award?.kind !== 'award' || other !== undefined || award.first !== 1 || award.last !== at) return false;
  if (![...scan.heads.values()].some(({ first, tags }) => first > at && tags.has('Grant'))) return false;
  return scan.reading.words[0]!.text === 'Về' && /^["”»]?,\s$/.test(gapBefore(scan, at));
}

/** Whether nothing but a body, or who speaks for it, stands before a term. */
function isBody({ sentence, reading }: Scan, before: number): boolean {
  const body = bodiesIn(reading, sentence, 0, before)[0];
  return body !== undefined && body.last === before && mark.test(sentence.slice(0, body.span.start));
}
