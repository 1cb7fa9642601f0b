import { fold } from '../fold.js';
import { isLetterOrDigitAt } from '../letter-or-digit.js';
import type { LexiconEntry } from './lexicon.js';

/** A term of compromise, as far as this plugin reads it. */
export interface Term {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  /** small letters without marks */
  readonly normal: string;
  readonly tags: Set<string>;
  /** offset of its text in what was split */
  readonly start: number;
  entry?: LexiconEntry;
  strength?: number;
}

const isWhite = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || (code >= 160 && white.has(code));
const white = new Set(
  Array.from(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
    (sign) => sign.charCodeAt(0),
  ),
);
const isDash = (code: number): boolean => code === 0x2d || code === 0x2013 || code === 0x2014;
/** Signs that are no term of their own. */
const notWords = new Set([
  '.',
  '?',
  '!',
  ':',
  ';',
  '-',
  '–',
  '—',
  '--',
  '...',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '`',
  '«',
  '»',
  '*',
  '•',
]);
const onlyStops = /^[!?.]+$/;
const letterDash = /^([a-z\u00c0-\u00ff`"'/]+)[-–—]([a-z0-9\u00c0-\u00ff].*)/i;
const figureDash = /^[('"]?([0-9]{1,4})[-–—]([a-z\u00c0-\u00ff`"'/-]+[)'"]?$)/i;
const rangeStart = /^[0-9]{1,4}(:[0-9][0-9])?([a-z]{1,2})? ?[-–—] ?$/;
const rangeEnd = /^[0-9]{1,4}([a-z]{1,2})? ?$/;

/** Whether compromise parts a word at its dashes. */
function isParted(word: string): boolean {
  const [first = ''] = word.split(/[-–—]/);
  return !(first.length === 1 && /[a-z]/i.test(first)) && (letterDash.test(word) || figureDash.test(word));
}

/** "nghiêng": no syllable has more letters. */
const longestSyllable = 7;
/** "tỉnhtặng": a line break lost in print, before a verb that a name never ends in. */
const glued = /^(\p{L}{2,7})(?:tặng|trao|được|nhận|khen)$/u;

/** Offsets at which the pieces of a text begin: a word each, with the signs and the white space behind it. */
function piecesOf(text: string): number[] {
  const starts: number[] = [];
  const { length } = text;
  let dashed = false;
  const add = (word: string, start: number) => {
    if (word.length < 4 && (notWords.has(word) || onlyStops.test(word))) return;
    if (word.length >= 4 && text[start] === '.' && onlyStops.test(word)) return;
    starts.push(starts.length === 0 ? 0 : start);
  };
  for (let at = 0; at < length; ) {
    if (isWhite(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    let dash = false;
    let plain = true;
    for (; at < length && !isWhite(text.charCodeAt(at)); at += 1)
      if (!isLetterOrDigitAt(text, at)) {
        plain = false;
        if (isDash(text.charCodeAt(at))) dash = true;
      }
    if (plain) {
      starts.push(starts.length === 0 ? 0 : start);
      if (at - start > longestSyllable) {
        const head = glued.exec(text.slice(start, at))?.[1];
        if (head !== undefined) starts.push(start + head.length);
      }
      continue;
    }
    dashed ||= dash;
    const word = text.slice(start, at);
    if (!dash || !isParted(word)) {
      add(word, start);
      continue;
    }
    let from = start;
    for (let to = start; to <= at; to += 1)
      if (to === at || isDash(text.charCodeAt(to))) {
        const end = to === at ? at : to + 1;
        if (end > from) add(text.slice(from, end), from);
        from = end;
      }
  }
  if (starts.length === 0 && length > 0) starts.push(0);
  return dashed ? withRanges(text, starts) : starts;
}

/** "2021 - 2025" is one term, like "2021-2025". */
function withRanges(text: string, starts: readonly number[]): number[] {
  const joined: number[] = [];
  for (let index = 0; index < starts.length; index += 1) {
    const from = starts[index]!;
    const to = starts[index + 1] ?? text.length;
    joined.push(from);
    if (to < text.length && rangeStart.test(text.slice(from, to)))
      if (rangeEnd.test(text.slice(to, starts[index + 2] ?? text.length))) index += 1;
  }
  return joined;
}

/** Signs that belong to a word's head, or to its end. */
const headSigns = new Set(Array.from('#@_°\u200b\u200c\u200d\ufeff', (sign) => sign.charCodeAt(0)));
const endSigns = new Set(Array.from('%_°\u200b\u200c\u200d\ufeff', (sign) => sign.charCodeAt(0)));
const currency = /\p{Currency_Symbol}/u;
const acronym = /^[a-z]\.([a-z]\.)+/i;
const possessive = /[sn]['’]$/;
const wholeNumber = /^[(+-]?\d+(th|st|nd|rd)?[)+-]?$/;

/** Takes the signs around a word off it, and writes it small and without marks. */
function termOf(text: string, from: number, to: number, base: number): Term {
  let start = from;
  let end = to;
  for (; start < end; start += 1) {
    const code = text.charCodeAt(start);
    if (isLetterOrDigitAt(text, start) || headSigns.has(code)) break;
    if ((code === 0x2b || code === 0x2d || code === 0x28) && wholeNumber.test(text.slice(from, to).trim())) break;
    if (code > 0x23 && currency.test(text[start]!)) break;
  }
  for (; end > start; end -= 1) {
    const code = text.charCodeAt(end - 1);
    if (isLetterOrDigitAt(text, end - 1) || endSigns.has(code)) break;
    if (code === 0x2e && acronym.test(text.slice(from, to))) break;
    if (code === 0x27 && possessive.test(text.slice(from, to))) break;
    if ((code === 0x2b || code === 0x29) && wholeNumber.test(text.slice(from, to).trim())) break;
    if (code > 0x23 && currency.test(text[end - 1]!)) break;
  }
  if (start === end) {
    // Nothing but signs.
    start = from;
    end = to;
    while (end > start && text.charCodeAt(end - 1) === 32) end -= 1;
  }
  const printed = text.slice(start, end);
  return {
    text: printed,
    pre: start === from ? '' : text.slice(from, start),
    post: end === to ? '' : text.slice(end, to),
    normal: normalOf(printed),
    tags: new Set(),
    start: base + start,
  };
}

const plainWord = /^[a-z0-9]*$/;
const mark = /[^\x00-\x7f]/g;

/** The form that the lexicon has of a word. */
function normalOf(printed: string): string {
  const folded = fold(printed);
  return plainWord.test(folded) ? folded : withoutSigns(printed);
}

/** What compromise does with signs inside a word and at its ends. */
function withoutSigns(printed: string): string {
  let word = printed.toLowerCase().trim();
  const original = word;
  word = word
    .replace(/[,;.!?]+$/, '')
    .replace(/\u2026/g, '...')
    .replace(/\u2013/g, '-');
  if (!/^[:;]/.test(word))
    word = word
      .replace(/\.{3,}$/g, '')
      .replace(/[",.!:;?)]+$/g, '')
      .replace(/^['"(]+/g, '');
  word = word.replace(/[\u200b-\u200d\ufeff]/g, '').trim();
  if (word === '') word = original;
  word = word.replace(/([0-9]),([0-9])/g, '$1$2').replace(mark, (letter) => {
    const folded = fold(letter);
    return /^[a-z]$/.test(folded) ? folded : letter;
  });
  return /([a-z]\.)+[a-z]\.?$/.test(word) ? word.replace(/\./g, '') : word;
}

/**
 * Splits a text into terms as compromise 14 does (its `tokenize/methods`, MIT), without asking a dozen patterns a word:
 * nearly every Vietnamese word is letters alone.
 *
 * @param base offset of the text, added to every term's
 */
export function termsOf(text: string, base: number): Term[] {
  const starts = piecesOf(text);
  return starts.map((from, index) => termOf(text, from, starts[index + 1] ?? text.length, base));
}
