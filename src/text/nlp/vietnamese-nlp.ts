import nlp from 'compromise/one';
import { sentencesOf } from '../sentences.js';
import { confirmLetters } from './confirm-letters.js';
import { type LexiconEntry, lexicon, type PhraseTag } from './lexicon.js';
import { type Term, termsOf } from './terms.js';

interface World {
  hooks: string[];
  model: { one: Record<string, unknown> };
}
/** Pointer into a reading: sentence, first term, end (excluded). */
type Pointer = readonly [number, number, number, ...unknown[]];
interface Reading {
  compute(names: readonly string[]): void;
  match(pattern: unknown): { readonly fullPointer: Pointer[]; readonly _groups: Readonly<Record<string, Pointer[]>> };
}

/** A word or phrase of the lexicon, confirmed on the original letters. */
export interface Phrase {
  readonly tags: ReadonlySet<PhraseTag>;
  readonly entry: LexiconEntry;
  /** first term, and the term after the last */
  readonly first: number;
  readonly last: number;
  /** how well the letters agree, 0..1 */
  readonly strength: number;
}

export interface Word {
  readonly text: string;
  readonly folded: string;
  /** offsets into the sentence given */
  readonly start: number;
  readonly end: number;
  readonly tags: ReadonlySet<string>;
}

/** What a pattern found: term numbers, end excluded, with its named groups. */
export interface PatternMatch {
  readonly first: number;
  readonly last: number;
  readonly groups: Readonly<Record<string, { readonly first: number; readonly last: number } | undefined>>;
}

/** A sentence as compromise reads it in Vietnamese. */
export interface SentenceReading {
  readonly words: readonly Word[];
  readonly phrases: readonly Phrase[];
  /** compromise match syntax over our tags, from `pattern()` */
  match(pattern: Pattern): PatternMatch[];
}

declare const compiled: unique symbol;
/** A compiled pattern of compromise's match syntax. */
export type Pattern = { readonly [compiled]: true };

/** compromise tries every start with a copy of the rest, so that a sentence costs its length squared: longer ones are cut. */
export const longestReading = 1_600;

const recipients: readonly PhraseTag[] = ['Individual', 'Collective', 'Village', 'Household', 'Agency'];
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
const percent = /^\d{1,3}(?:[.,]\d{1,2})?%?$/;

/** Keeps the readings that the original letters bear out and says what a number is; the lexicon knew folded words only. */
function confirm(document: readonly Term[][]): void {
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
  if (!numbersInWords.has(text.toLowerCase()) || !terms[at + 1]!.tags.has('Recipient')) return false;
  if (/[,;:.()]/.test(post) || /[,;:.()]/.test(terms[at + 1]!.pre)) return false;
  // «Hai Bà Trưng» is a name.
  if (/^\p{Lu}/u.test(text) && /^\p{Lu}/u.test(terms[at + 1]!.text)) return false;
  const before = terms[at - 1];
  if (before !== undefined && /^(?:hang|thu|nam|ngay|thang|giai|so|lan|quy)$/.test(before.normal)) return false;
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
  if (best.tags.some((tag) => recipients.includes(tag))) head.tags.add('Recipient');
  if (best.tags.includes('Grant') || best.tags.includes('Praise')) head.tags.add('Honour');
}

function tagPlain(term: Term, at: number): void {
  if (/^\d/.test(term.text)) {
    if (term.text.endsWith('%') || /^\s?%/.test(term.post)) {
      if (percent.test(term.text)) term.tags.add('Percent');
    } else if (count.test(term.text)) term.tags.add('Count');
  } else if (at > 0 && /^\p{Lu}/u.test(term.text)) term.tags.add('Proper');
}

/** The lexicon as a tree of folded words. */
interface PhraseNode {
  ends: boolean;
  readonly next: Map<string, PhraseNode>;
}
const phraseTree: PhraseNode = { ends: false, next: new Map() };
for (const key of lexicon.keys()) {
  let node = phraseTree;
  for (const word of key.split(' ')) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { ends: false, next: new Map() };
      node.next.set(word, next);
    }
    node = next;
  }
  node.ends = true;
}

/** Marks the lexicon's phrases, the longest at each place; folded words only are compared. */
function tagPhrases(terms: readonly Term[]): void {
  for (let at = 0; at < terms.length; ) {
    let end = at;
    let node: PhraseNode | undefined = phraseTree;
    for (let next = at; next < terms.length; next += 1) {
      node = node.next.get(terms[next]!.normal);
      if (node === undefined) break;
      if (node.ends) end = next + 1;
    }
    if (end > at) terms[at]!.tags.add('Lexical');
    for (let inside = at + 1; inside < end; inside += 1) terms[inside]!.tags.add('Inside');
    at = Math.max(end, at + 1);
  }
}

/** Makes compromise/one Vietnamese. It is global state: this module does it once, on its first import. */
function configure(): void {
  const tags: Record<string, object> = {};
  for (const tag of ['Lexical', 'Inside', 'Recipient', 'Honour', 'Count', 'Percent', 'Proper']) tags[tag] = {};
  for (const entries of lexicon.values()) for (const entry of entries) for (const tag of entry.tags) tags[tag] = {};
  nlp.plugin({
    tags,
    mutate: (world: World) => {
      const { one } = world.model;
      one['lexicon'] = {};
      one['frozenLex'] = {};
      one['_multiCache'] = {};
      one['aliases'] = {};
      one['contractions'] = [];
      // Terms come with their tags; only the matcher is asked.
      world.hooks = [];
    },
  } as never);
}

/** The sentences of a text, with the space between two of them. */
function wholeSentences(text: string): Term[][] {
  const starts = sentencesOf(text).map(({ start }) => start);
  return starts.map((start, index) => {
    const from = index === 0 ? 0 : start;
    return termsOf(text.slice(from, starts[index + 1] ?? text.length), from);
  });
}

configure();

/** Compiles a pattern of compromise's match syntax once: `#Count [<who>#Recipient #Inside*]`. Words are folded. */
export const pattern = (source: string): Pattern => nlp.parseMatch(source) as unknown as Pattern;

/** Same length, so that offsets hold: what joins two words in print parts them for compromise, and note marks vanish. */
function prepare(sentence: string): string {
  let text = sentence;
  for (const { signs, pattern, put } of preparations) if (signs.test(text)) text = text.replace(pattern, put);
  return text;
}

interface Preparation {
  /** nothing is looked for in a text without them */
  readonly signs: RegExp;
  readonly pattern: RegExp;
  readonly put: (found: string, ...groups: readonly string[]) => string;
}
const space = (): string => ' ';
const preparations: readonly Preparation[] = [
  { signs: /[/\-–—_]/, pattern: /(?<=\p{L})[/\-–—_](?=\p{L})/gu, put: space },
  { signs: /[¹²³⁰-⁹⁽⁾]/, pattern: /[¹²³⁰-⁹⁽⁾]/gu, put: space },
  { signs: /[ \u00a0]%/, pattern: /(\d)([ \u00a0])%/gu, put: (_, figure, gap) => `${figure}%${gap}` },
  {
    signs: /[;.][^ \n]/,
    pattern: /(?<=\p{L})[;.](?=\d)|(?<=\p{L});(?=\p{L})|(?<=\p{Ll})\.(?=\p{Lu}\p{Ll})/gu,
    put: space,
  },
  {
    signs: /\d,\d/,
    pattern: /(?<![\d,.])\d\d(?:,\d\d){2,9}(?![\d,.%])/g,
    put: (list) => list.replace(/,/g, ' '),
  },
  { signs: /["“”«»]/, pattern: /(?<=\s)["“”«»](?=\s)/gu, put: space },
  // «nhiệm vụ , có 6 chi bộ»: a comma stands at the word before it.
  { signs: / ,/, pattern: /(?<=\p{L}) ,(?= )/gu, put: () => ', ' },
  { signs: /[()+]/, pattern: /[(+](?=\d)|(?<=[\d%])[)+]/g, put: space },
  { signs: /[\n\r\t\u00a0]/, pattern: /[\n\r\t\u00a0]/g, put: space },
];

/**
 * Reads one sentence with compromise: its words, the lexicon's phrases in it, and a matcher over both.
 * Only what may hold something should come here: it reads 1 MB/s.
 *
 * @param sentence NFC; of a longer one than 1,600 characters the rest is not read
 */
export function readSentence(sentence: string): SentenceReading {
  const document = wholeSentences(prepare(sentence.slice(0, longestReading)));
  for (const terms of document) tagPhrases(terms);
  confirm(document);
  const terms = document.flat();
  const bases: number[] = [];
  let total = 0;
  for (const { length } of document) {
    bases.push(total);
    total += length;
  }
  const found = terms.map(({ text, normal, start, tags }) => {
    const end = start + text.length;
    return { text: sentence.slice(start, end), folded: normal, start, end, tags };
  });
  const phrases: Phrase[] = [];
  for (const [first, term] of terms.entries()) {
    if (term.entry === undefined) continue;
    phrases.push({
      tags: new Set(term.entry.tags),
      entry: term.entry,
      first,
      last: first + term.entry.syllables.length,
      strength: term.strength ?? 0,
    });
  }
  const absolute = ([sentenceIndex, first, last]: Pointer) => {
    const base = bases[sentenceIndex] ?? 0;
    return { first: base + first, last: base + last };
  };
  let view: Reading | null = null;
  return {
    words: found,
    phrases,
    match: (wanted) => {
      view ??= viewOf(document);
      const matched = view.match(wanted);
      const groups = Object.entries(matched._groups ?? {}).map(
        ([name, pointers]) => [name, pointers.map(absolute)] as const,
      );
      return matched.fullPointer.map(absolute).map(({ first, last }) => ({
        first,
        last,
        groups: Object.fromEntries(
          groups.map(([name, spans]) => [name, spans.find((span) => span.first >= first && span.last <= last)]),
        ),
      }));
    },
  };
}

/** The matcher over terms that are split and tagged. */
function viewOf(document: readonly Term[][]): Reading {
  const view = nlp(document.map((terms) => ({ terms })) as never) as unknown as Reading;
  view.compute(['index', 'cache']);
  return view;
}
