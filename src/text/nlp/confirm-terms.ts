import { confirmLetters } from './confirm-letters.js';
import { type LexiconEntry, lexicon, recipientTags } from './lexicon.js';
import type { Term } from './terms.js';

/** Numbers written in words, as they stand before a noun. */
export const numbersInWords: ReadonlyMap<string, number> = new Map(
  ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map((word, i) => [word, i + 1]),
);
/** Words that scale the number before them. */
export const scales: ReadonlyMap<string, number> = new Map([
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['vạn', 1e4],
  ['triệu', 1e6],
]);
const count = /^\d{1,3}(?:\.\d{3}){0,3}$|^\d{1,9}$|^\d{1,6}(?:\.\d{3})?\/\d{1,6}(?:\.\d{3})?$/;
/** «tháng 12/2019»: no twelve of two thousand and nineteen. */
const monthOfYear = /^(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d$/;
/** «12,5%», «10-15%» */
const percent = /^\d{1,3}(?:[.,]\d{1,2})?(?:%?\s?[-–]\s?\d{1,3}(?:[.,]\d{1,2})?)?%?$/;

/** Keeps the readings that the original letters bear out and says what a number is; the lexicon knew folded words only. */
export function confirmTerms(document: readonly Term[][]): void {
  for (const terms of document) {
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at]!;
      if (term.tags.has('Lexical')) {
        let end = at + 1;
        while (end < terms.length && terms[end]!.tags.has('Inside')) end += 1;
        confirmPhrase(terms.slice(at, end));
        at = end - 1;
        continue;
      }
      tagPlain(term, at);
    }
    for (const [at, term] of terms.entries())
      if (term.tags.has('Issue') && !(term.text.toLowerCase() === 'khen' ? praises(terms, at) : issuesAward(terms, at)))
        forget(term);
    for (let at = 0; at + 1 < terms.length; at += 1) {
      if (countsInWords(terms, at) || countsInRange(terms, at)) terms[at]!.tags.add('Count');
      if (scaled(terms, at)) {
        terms[at]!.tags.add('Count');
        terms[at + 1]!.tags.add('Scale');
      }
    }
  }
}

/** «6,2 triệu hộ», «45 nghìn lượt hội viên»: a number and the word that scales it. */
const scaled = (terms: readonly Term[], at: number): boolean =>
  scales.has(terms[at + 1]!.text.toLowerCase()) &&
  /^\d{1,3}(?:[.,]\d{1,3})?$/.test(terms[at]!.text) &&
  !/[,;:()]/.test(terms[at]!.post);

/** «sáu tập thể và năm cá nhân»: a number in words right before who is counted; «năm» is a year unless it goes on with a list. */
function countsInWords(terms: readonly Term[], at: number): boolean {
  const { text, post, pre } = terms[at]!;
  const { tags } = terms[at + 1]!;
  if (!numbersInWords.has(text.toLowerCase()) || !(tags.has('Recipient') || tags.has('Award'))) return false;
  if (/[,;:.()]/.test(post) || /[,;:.()]/.test(terms[at + 1]!.pre)) return false;
  // «Hai Bà Trưng» is a name.
  if (/^\p{Lu}/u.test(text) && /^\p{Lu}/u.test(terms[at + 1]!.text)) return false;
  const before = terms[at - 1];
  // «giải nhì, ba chi hội khác giải ba»
  const others = terms.slice(at + 2, at + 4).some(({ text: word }) => word === 'khác');
  if (before !== undefined && !others && /^(?:hang|thu|nam|ngay|thang|giai|so|lan|quy|nhat|nhi)$/.test(before.normal))
    return false;
  return text.toLowerCase() !== 'năm' || before?.normal === 'va' || /,/.test(before?.post ?? pre);
}

/** «15-20 cơ quan», «3 - 5 cá nhân»: a rising range, of years never, right before who is counted. */
function countsInRange(terms: readonly Term[], at: number): boolean {
  const [, lower, upper] = range.exec(terms[at]!.text) ?? [];
  return (
    Number(lower) < Number(upper) &&
    Number(upper) < 1900 &&
    terms[at + 1]!.tags.has('Recipient') &&
    !/[,;:.()]/.test(terms[at]!.post)
  );
}
const range = /^(\d{1,4})\s?[-–]\s?(\d{1,4})$/;

/** «cấp Bằng khen», «đã cấp 12 Giấy khen», but not «cấp tỉnh», «cấp 12 suất quà». */
function issuesAward(terms: readonly Term[], at: number): boolean {
  const next = terms[at + 1]?.tags.has('Count') ? terms[at + 2] : terms[at + 1];
  return next?.entry?.form != null;
}

/** «khen 12 cá nhân», «khen đột xuất 07 cá nhân», «khen cấp tỉnh: 02 tập thể», «được cấp trên khen», but not «đến xin khen». */
function praises(terms: readonly Term[], at: number): boolean {
  const behind = /^(?:dot|chuyen|cap)$/.test(terms[at + 1]?.normal ?? '') ? terms[at + 3] : terms[at + 1];
  return (
    behind?.tags.has('Count') === true ||
    terms.slice(Math.max(0, at - farthestPassive), at).some(({ text }) => text.toLowerCase() === 'được') ||
    // «2 cá nhân Tỉnh đoàn khen, 5 cá nhân Huyện đoàn khen»
    ((at + 1 === terms.length || /^[,;.)]/.test(terms[at]!.post.trim())) &&
      terms[at - 1]?.tags.has('Body') === true &&
      terms.slice(Math.max(0, at - farthestCount), at).some(({ tags }) => tags.has('Count')))
  );
}
/** In terms. */
const farthestPassive = 8;
const farthestCount = 6;

/** A word that is none of the lexicon's here. */
function forget(term: Term): void {
  delete term.entry;
  for (const tag of ['Issue', 'Grant', 'Praise', 'Honour']) term.tags.delete(tag);
}

const isBreak = (terms: readonly Term[], at: number): boolean =>
  /[;:.()]/.test(terms[at]!.pre) || /[;:.()]/.test(terms[at - 1]!.post);

/** «Chi bộ: Trong sạch, vững mạnh» is no one phrase, but each side of the colon may be. */
function piecesOf(terms: readonly Term[]): Term[][] {
  const pieces: Term[][] = [];
  for (const [i, term] of terms.entries()) {
    if (i === 0 || isBreak(terms, i)) pieces.push([term]);
    else {
      term.tags.add('Inside');
      pieces.at(-1)!.push(term);
    }
  }
  for (const [head] of pieces) head!.tags.delete('Inside');
  return pieces;
}

function confirmPhrase(terms: readonly Term[]): void {
  // A phrase goes over a comma («trong sạch, vững mạnh») but not over a stop («các hạng; 2 cá nhân»).
  const broken = terms.some((_, i) => i > 0 && isBreak(terms, i));
  if (broken) {
    for (const piece of piecesOf(terms)) confirmPhrase(piece);
    return;
  }
  const key = terms.map(({ normal }) => normal).join(' ');
  let best: LexiconEntry | undefined;
  let strength = 0;
  for (const entry of lexicon.get(key) ?? []) {
    const found = confirmLetters(
      terms.map(({ text }) => text),
      entry.syllables,
    );
    if (found > strength) {
      best = entry;
      strength = found;
    }
  }
  for (const [i, term] of terms.entries()) {
    term.tags.delete('Lexical');
    if (best === undefined) term.tags.delete('Inside');
    else if (i === 0) for (const tag of best.tags) term.tags.add(tag);
  }
  const head = terms[0]!;
  if (best === undefined) {
    for (const [i, term] of terms.entries()) tagPlain(term, i + 1);
    return;
  }
  head.entry = best;
  head.strength = strength;
  const { tags } = best;
  if (recipientTags.some((tag) => tags.includes(tag))) head.tags.add('Recipient');
  if (tags.includes('Grant') || tags.includes('Praise') || recognises(best)) head.tags.add('Honour');
}

/** «công nhận», «chứng nhận»: the words of getting that somebody else does. */
const recognises = ({ tags, syllables }: LexiconEntry): boolean =>
  tags.includes('Receive') && (syllables[0] === 'công' || syllables[0] === 'chứng');

function tagPlain(term: Term, at: number): void {
  if (/^\d/.test(term.text)) {
    if (term.text.endsWith('%') || /^\s?%/.test(term.post)) {
      if (percent.test(term.text)) term.tags.add('Percent');
    } else if (count.test(term.text) && !monthOfYear.test(term.text)) term.tags.add('Count');
  } else if (at > 0 && /^\p{Lu}/u.test(term.text)) term.tags.add('Proper');
}
