import { fold } from '../text/fold.js';
import type { WordPositions } from './binary-array.js';

const word = /[\p{L}\p{N}\p{M}]+/gu;
/** Longer "words" are noise; both sides of a search cut them alike. */
const longestWord = 60;
/** Under PostgreSQL's 16,383 positions; and few syllables come more than 256 times (the most it keeps) in so many. */
const wordsAPassage = 8000;

/** A piece of a text with its words: without marks, and as printed in lower case. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly folded: WordPositions;
  readonly exact: WordPositions;
}

/**
 * Cuts a text into passages and lists their words. The words are found here and not by PostgreSQL's parser, which
 * cuts "1085/QĐ-UBND" before the Đ and takes hyphens and slashes in several ways.
 */
export function indexWords(text: string): Passage[] {
  const folded = fold(text);
  const lower = text.toLowerCase();
  const printed = lower.length === text.length ? lower : text;
  const passages: Passage[] = [];
  let forms = new Map<string, number[]>();
  let prints = new Map<string, number[]>();
  let start = 0;
  let position = 0;
  const finish = (end: number): void => {
    passages.push({ start, end, folded: forms, exact: prints });
    forms = new Map();
    prints = new Map();
    start = end;
    position = 0;
  };
  for (const match of folded.matchAll(word)) {
    if (position === wordsAPassage) finish(match.index);
    position++;
    add(forms, match[0].slice(0, longestWord), position);
    add(prints, printed.slice(match.index, match.index + match[0].length).slice(0, longestWord), position);
  }
  finish(text.length);
  return passages;
}

/** The words of a few short texts, without marks. */
export function wordVector(texts: readonly (string | null)[]): WordPositions {
  const forms = new Map<string, number[]>();
  let position = 0;
  for (const text of texts)
    if (text !== null)
      for (const match of fold(text.normalize('NFC')).matchAll(word)) {
        position++;
        if (position <= wordsAPassage) add(forms, match[0].slice(0, longestWord), position);
      }
  return forms;
}

/** A query as terms of one word, or of several that stand together: in quotes, or joined as in "1085/QĐ-UBND". */
export interface SearchTerm {
  /** folded */
  readonly words: readonly string[];
  /** as typed, in lower case */
  readonly printed: readonly string[];
}

export function parseQuery(query: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const [, ...groups] of query.normalize('NFC').matchAll(/"([^"]*)"|“([^”]*)”|«([^»]*)»|([^\s"“«]+)/gu)) {
    const printed = (groups.find((group) => group !== undefined) ?? '').toLowerCase();
    const words = [...printed.matchAll(word)].map(([found]) => found.slice(0, longestWord));
    if (words.length > 0) terms.push({ words: words.map((found) => fold(found)), printed: words });
    if (terms.length === 32) break; // a whole pasted page is not a query
  }
  return terms;
}

/** A tsquery literal: all of the terms. */
export const tsquery = (terms: readonly (readonly string[])[]): string =>
  terms.map((words) => `(${words.map(quoted).join(' <-> ')})`).join(' & ');

function add(index: Map<string, number[]>, key: string, position: number): void {
  const positions = index.get(key);
  if (positions === undefined) index.set(key, [position]);
  else if (positions.length < 256) positions.push(position);
}

/** Words hold letters, digits and marks only; quoting guards against what a Unicode to come may call a letter. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
