import { digitAt, letterAt, wordEndAt } from '../../text/word-edges.js';
import { beginsNoNoun, closesNoun } from './not-nouns.js';
import type { Stretch } from './reading.js';
import { readUnit, type Unit } from './unit-lexicon.js';

/** What follows a number: a unit of the table, or the noun that is counted. */
export interface UnitPhrase {
  readonly start: number;
  readonly end: number;
  /** in lower case */
  readonly words: string;
  /** null for a noun that is not in the table */
  readonly known: Unit | null;
  /** the rate's denominator ("người/năm"), with its end; null when there is none */
  readonly per: string | null;
}

/** Measures of one syllable that are also the first half of many nouns ("công điện", "mẫu giấy", "khối thi đua"). */
const halves = new Set(['công', 'mẫu', 'thước', 'cân', 'khối', 'độ', 'ký', 'đồng', 'chiếc', 'cái']);
const land = new Set(['đất', 'ruộng', 'lúa', 'rẫy', 'vườn', 'gỗ', 'nước', 'cát', 'đá', 'rừng', 'mì', 'c']);

export const skipSpaces = (text: string, at: number, limit: number): number => {
  let end = at;
  while (end < limit && end - at < 4 && (text[end] === ' ' || text[end] === '\n')) end += 1;
  return end;
};

/** Nouns of one letter: "02 ổ dịch", "15 ô đất". */
const shortNouns = new Set(['ổ', 'ô']);

function nextWords(lower: string, at: number, limit: number): readonly [string, string] {
  if (lower[at] !== ' ') return ['', ''];
  const end = wordEndAt(lower, at + 1, limit);
  const word = lower.slice(at + 1, end);
  return [word, lower[end] === ' ' ? lower.slice(end + 1, wordEndAt(lower, end + 1, limit)) : ''];
}

/** What comes before a thing that is counted, and never before a name or a code. */
const counted =
  /(?:có|gồm|là|với|được|thêm|cử|bầu|và|cùng|cho|còn|mời|tổng số|số lượng|tuyển|mới|tặng|nhận|cấp|trao|trên|hơn|gần),? ?$/;

/**
 * A title or a body in capitals that is counted ("có 45 Chấp hành viên", "gồm 12 CTV"): each syllable of a proper name
 * has its capital, and after a name's number nothing counts.
 */
function isTitle({ text, lower, start: floor }: Stretch, start: number, firstEnd: number): boolean {
  let at = start;
  while (at > floor && /[\d.,/ ]/.test(lower[at - 1]!) && start - at < 16) at -= 1;
  if (!counted.test(lower.slice(Math.max(floor, at - 12), at + 1))) return false;
  const word = text.slice(start, firstEnd);
  if (/^\p{Lu}{2,8}$/u.test(word)) return !/ \p{Lu}/u.test(text.slice(firstEnd, firstEnd + 2));
  return /^ \p{Ll}/u.test(text.slice(firstEnd, firstEnd + 2)) && /^\p{Lu}\p{Ll}+$/u.test(word);
}

function twoWords(stretch: Stretch, start: number): UnitPhrase | null {
  const { lower, text, end: limit } = stretch;
  const firstEnd = wordEndAt(lower, start, limit);
  if (firstEnd === start || digitAt(lower, firstEnd)) return null;
  const first = lower.slice(start, firstEnd);
  const next = nextWords(lower, firstEnd, limit);
  if (beginsNoNoun(first, next) || (firstEnd - start < 2 && !shortNouns.has(first))) return null;
  // A number in front of a proper name is an address, a code or a list number.
  if (text[start] !== lower[start] && !isTitle(stretch, start, firstEnd)) return null;
  let end = firstEnd;
  if (text[firstEnd] === ' ') {
    const secondEnd = wordEndAt(lower, firstEnd + 1, limit);
    const second = lower.slice(firstEnd + 1, secondEnd);
    const isName = second !== '' && text[firstEnd + 1] !== lower[firstEnd + 1];
    if (second !== '' && !isName && !closesNoun(second) && !digitAt(lower, secondEnd)) end = secondEnd;
  }
  return { start, end, words: lower.slice(start, end), known: null, per: null };
}

/** "/người/năm" after a unit: at most three steps, each a unit of the table or one word. */
function readPer(stretch: Stretch, at: number): { readonly end: number; readonly per: string } | null {
  const { text, lower, end: limit } = stretch;
  let end = at;
  for (let steps = 0; steps < 3 && lower[end] === '/'; steps += 1) {
    const start = lower[end + 1] === ' ' ? end + 2 : end + 1;
    if (!letterAt(lower, start) || text[start] !== lower[start]) break;
    const unit = readUnit(text, lower, start, limit);
    end = unit?.end ?? wordEndAt(lower, start, limit);
  }
  return end === at ? null : { end, per: lower.slice(at + 1, end).trim() };
}

const verbOfSolving = /^ (?:ngân|quyết|trình|thích|phóng|tỏa|toả|tán|thể|trí)(?![\p{L}])/u;

/**
 * Reads the unit after a number, from the offset right after it.
 *
 * @param strict only units of the table ("hai bên"), where the number may be no number at all
 */
export function readUnitPhrase(stretch: Stretch, after: number, strict: boolean): UnitPhrase | null {
  const { text, lower, end: limit } = stretch;
  const start = skipSpaces(lower, after, limit);
  const known = readUnit(text, lower, start, limit);
  // Letters stuck to the digits are a unit of the table or the number is a code ("5K", "24B", "7h30").
  const glued = start === after && letterAt(lower, start);
  // "Nghị quyết Trung ương 6 khóa XII": an ordinal, and whose it is.
  if (
    known !== null &&
    /^kho?[óa]{1,2}$|^nhiệm kỳ$/.test(known.words) &&
    /^ (?:[IVXL]{1,6}|\d)(?![\p{L}])/u.test(text.slice(known.end, known.end + 8))
  )
    return null;
  if (known === null) return strict || glued ? null : twoWords(stretch, start);
  // "Đến 30/11 giải ngân được 45 tỷ đồng": a verb, and no prize.
  if (known.words === 'giải' && verbOfSolving.test(lower.slice(known.end, known.end + 7))) return null;
  if (halves.has(known.words)) {
    const next = skipSpaces(lower, known.end, limit);
    const word = lower.slice(next, wordEndAt(lower, next, limit));
    const isHalf =
      known.words === 'đồng'
        ? /^(?:hồ|ruộng|đội|cỏ|phục|tiền|nghiệp|ý|thời|loạt|bộ|thuận|bào|lòng|hành|đều|nhất|phạm|tình|minh|bằng)$/.test(
            word,
          )
        : word !== '' && next > known.end && !land.has(word) && !closesNoun(word);
    if (isHalf) return strict || glued ? null : twoWords(stretch, start);
  }
  const per = readPer(stretch, known.end);
  // "26.500m 2": the table has the form that conversion leaves behind; the unit is m2.
  const words =
    known.words === 'm 2'
      ? 'm2'
      : perOf(known.words) === null
        ? known.words
        : known.words.slice(0, known.words.indexOf('/'));
  return { start, end: per?.end ?? known.end, words, known, per: per?.per ?? perOf(known.words) };
}

/** "triệu đồng/người/năm" stands in the table as one unit. */
function perOf(words: string): string | null {
  const slash = words.indexOf('/');
  return slash < 0 || words === 'đ/c' ? null : words.slice(slash + 1);
}
