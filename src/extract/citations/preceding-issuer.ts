import { dateAt } from '../../text/dates.js';
import { fold } from '../../text/fold.js';
import { isCapitalAt, isDigitAt, isLetterAt, isLetterOrDigitAt, isSpaceAt } from '../../text/letter-or-digit.js';
import { lexicon } from '../../text/nlp/lexicon.js';
import { matchBodies } from '../../text/nlp/match-bodies.js';
import { phraseTable } from '../../text/phrase-table.js';
import { issuerHeadsIn } from './issuer-heads.js';
import { issuerPhraseEnd } from './issuer-phrase.js';

/** The office named before a document, by the clause that leads to it. */
export interface PrecedingIssuer {
  readonly start: number;
  readonly end: number;
  /** it issued the document ("X đã ban hành …"); false when it only speaks in it ("theo đề nghị của X tại …") */
  readonly acts: boolean;
  /** it stands under "tham mưu": another office drafted for it */
  readonly drafted: boolean;
  /** ISO date at the head of the clause: "Ngày 21/6/2023, X đã có …" */
  readonly date: string | null;
}

// Up to eight words without a clause mark, the last a verb of issuing: "đã chủ động triển khai và Ban hành".
const issuing =
  /^[ \t\n]{1,3}(?:[\p{L}\p{N}]+[ \t\n]{1,3}){0,9}?(?:ban hành|ký|có|gửi|ra|phát hành|phát đi|xây dựng|công bố|lập|thông qua)(?:[ \t\n]{1,3}(?:các|những|[0-9]{1,2}|văn bản|là|thêm|lại|kèm))?[ \t\n:(]{0,4}$/iu;
// "được Thủ tướng Chính phủ phê duyệt tại", "của Chủ tịch UBND tỉnh tại", "Tỉnh ủy ban hành tại"
const place = /^[ \t\n]{1,3}(?:[\p{L}\p{N}]+[ \t\n]{1,3}){0,6}?tại[ \t\n]{0,3}(?:các[ \t\n]{1,3})?$/iu;
/** "Công ty TNHH X (sau đây gọi tắt là Công ty X) đã ký": what stands in parentheses behind a name comments on the name. */
const comment = /^[ \t\n]{1,3}\([^()\n]{1,80}\)(?=[ \t\n])/u;
const drafting =
  /(?:tham mưu|trình|đề nghị|đề xuất|kiến nghị|phối hợp|giúp|cho)(?:[ \t\n]{1,3}(?:với|cho))?[ \t\n]{1,3}$/iu;
const otherDrafts = /(?:tham mưu|trình|đề nghị|đề xuất|kiến nghị|chờ|yêu cầu)(?![\p{L}])/iu;
const receiving = /(?:nhận được|tiếp nhận|trả lời|căn cứ|thực hiện|quán triệt|triển khai)(?![\p{L}])/iu;
const dateHead =
  /(?:^|[^\p{L}\p{N}])(?:ngày[ \t\n]{0,3}[^\p{L}]{6,12}|ngày[ \t\n]{1,3}[0-9]{1,2}[ \t\n]{1,3}tháng[ \t\n]{1,3}[0-9]{1,2}[ \t\n]{1,3}năm[ \t\n]{1,3}[0-9]{4}),?[ \t\n]{1,3}(?:[\p{L}]+[ \t\n]){0,1}$/iu;
const reach = 170;
/** The words before a document's reference that lead from its issuer to it, and what may stand between. */
const leading = phraseTable(
  'ban hành|ký|có|gửi|ra|phát hành|phát đi|xây dựng|công bố|lập|thông qua|tại'.split('|').map((verb) => [verb, true]),
  { backwards: true, goesOn: isLetterAt },
);
const between = phraseTable(
  'các|những|văn bản|là|thêm|lại|kèm'.split('|').map((words) => [words, true]),
  { backwards: true },
);

/** A cheap look before the patterns: no clause without a leading verb is read for an issuer. */
function leads(text: string, from: number, at: number): boolean {
  let end = at;
  while (end > from && (isSpaceAt(text, end - 1) || text[end - 1] === ':' || text[end - 1] === '(')) end -= 1;
  if (leading.longestAt(text, end) !== null) return leading.edge() >= from;
  let word = end;
  while (word > from && isDigitAt(text, word - 1)) word -= 1;
  if (word === end && between.longestAt(text, end) !== null) word = between.edge();
  if (word === end) return false;
  while (word > from && isSpaceAt(text, word - 1)) word -= 1;
  return leading.longestAt(text, word) !== null && leading.edge() >= from;
}

/**
 * The office right before the verb that leads to a document.
 *
 * @param from beginning of the sentence, or the end of the document before in it
 * @param at where the document's reference begins (its provisions included)
 */
export function precedingIssuer(text: string, from: number, at: number): PrecedingIssuer | null {
  if (!leads(text, from, at)) return null;
  const start = Math.max(from, at - reach);
  const names = namesIn(text, start, at);
  let swallowed = -1;
  for (let index = names.length - 1; index >= 0; index -= 1) {
    let name = names[index]!;
    // "Chủ tịch UBND tỉnh", "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc": a name that an earlier one holds whole begins there.
    for (let earlier = index - 1; earlier >= 0 && name.start - names[earlier]!.start < 60; earlier -= 1)
      if (names[earlier]!.end > name.start) {
        name = names[earlier]!;
        swallowed = earlier;
      }
    const { start: head, end } = name;
    if (end <= head || end > at) continue;
    const clause = text.slice(end, at).replace(comment, '');
    const acts = issuing.test(clause);
    if (acts || (place.test(clause) && !/(?<![\p{L}])(?:theo|căn cứ|như)(?![\p{L}])/iu.test(clause))) {
      if (/[,;:.]/u.test(clause.replace(/[ \t\n:(]+$/u, ''))) return null;
      if (acts && (otherDrafts.test(clause) || (receiving.test(clause) && !/ban hành/iu.test(clause)))) return null;
      const before = text.slice(Math.max(start, head - 60), head);
      return {
        start: head,
        end,
        acts,
        drafted: drafting.test(before),
        date: dateBefore(text, Math.max(from, head - 48), head),
      };
    }
    if (swallowed >= 0) {
      index = swallowed;
      swallowed = -1;
    }
  }
  return null;
}

/** "UBND tỉnh", right before a verb: "UBND tỉnh đã ban hành", but not "tham mưu UBND tỉnh ban hành". */
export function actorBefore(text: string, from: number, verb: number): string | null {
  const start = Math.max(from, verb - reach);
  const name = namesIn(text, start, verb).find(
    ({ start: head, end }) => end > head && subject.test(text.slice(end, verb)),
  );
  if (name === undefined || drafting.test(text.slice(Math.max(start, name.start - 60), name.start))) return null;
  return text.slice(name.start, name.end);
}
const subject = /^[ \t\n]{1,3}(?:(?:đã|cũng|mới|vừa|tiếp tục|kịp thời|chủ động|thường xuyên)[ \t\n]{1,3}){0,3}$/iu;

/**
 * The names of offices in a clause, in reading order: those of the issuer tables, whatever their capitals («thường trực
 * Huyện ủy») and slips («Uy ban nhân dân»), and by their first word those that no table knows. A name ends where the
 * tables or the grammar of names see it end, whichever is later.
 */
function namesIn(text: string, start: number, end: number): { readonly start: number; readonly end: number }[] {
  const heads = issuerHeadsIn(text, start, end);
  const ends = new Map(heads.map((head) => [head, issuerPhraseEnd(text, head, end)] as const));
  if (namesOthers(text, start, end, ends))
    for (const { words, span } of matchBodies(text.slice(start, end)))
      if (/\p{Lu}|[ \n]/u.test(words)) {
        const head = start + span.start;
        ends.set(head, Math.max(start + span.end, ends.get(head) ?? issuerPhraseEnd(text, head, end)));
      }
  return [...ends].map(([head, nameEnd]) => ({ start: head, end: nameEnd })).sort((a, b) => a.start - b.start);
}

/** Names and offices of the tables without their marks; whether it has several syllables. */
const bodies = phraseTable(
  [...lexicon].flatMap(([key, entries]) =>
    entries.some(({ tags }) => tags.includes('Title') || tags.includes('Body'))
      ? [[key, key.includes(' ')] as const]
      : [],
  ),
);

/**
 * Whether a clause holds a name of the tables that no capital head begins, or that goes on behind the end of its head's
 * name. compromise reads 1 MB/s: most clauses need it not.
 */
function namesOthers(text: string, start: number, end: number, ends: ReadonlyMap<number, number>): boolean {
  const folded = fold(text.slice(start, end)).replace(/[/\-–—_]/g, ' ');
  for (let at = 0; at < folded.length; at += 1) {
    if (!isLetterOrDigitAt(folded, at) || isLetterOrDigitAt(folded, at - 1)) continue;
    const several = bodies.longestAt(folded, at);
    if (several === null || !(several || isCapitalAt(text, start + at))) continue;
    if (start + bodies.edge() > (ends.get(start + at) ?? start + at)) return true;
  }
  return false;
}

function dateBefore(text: string, from: number, at: number): string | null {
  const window = text.slice(from, at);
  const match = dateHead.exec(window);
  if (match === null) return null;
  const word = /ngày/iu.exec(window.slice(match.index));
  return word === null ? null : (dateAt(text, from + match.index + word.index)?.iso ?? null);
}
