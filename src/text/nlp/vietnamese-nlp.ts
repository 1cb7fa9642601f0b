import nlp from 'compromise/one';
import { sentencesOf } from '../sentences.js';
import { confirmTerms } from './confirm-terms.js';
import { type LexiconEntry, lexicon, type PhraseTag } from './lexicon.js';
import { prepareSentence } from './prepare-sentence.js';
import { tagPhrases } from './tag-phrases.js';
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
  /** the phrases by their first term */
  readonly heads: ReadonlyMap<number, Phrase>;
  /** compromise match syntax over our tags, from `pattern()` */
  match(pattern: Pattern): PatternMatch[];
}

declare const compiled: unique symbol;
/** A compiled pattern of compromise's match syntax. */
export type Pattern = { readonly [compiled]: true };

/** compromise tries every start with a copy of the rest, so that a sentence costs its length squared: longer ones are cut. */
export const longestReading = 1_600;

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

/** The tags of an entry as a set, made once. */
const tagSets = new Map<LexiconEntry, ReadonlySet<PhraseTag>>();
function tagsOf(entry: LexiconEntry): ReadonlySet<PhraseTag> {
  let tags = tagSets.get(entry);
  if (tags === undefined) {
    tags = new Set(entry.tags);
    tagSets.set(entry, tags);
  }
  return tags;
}

/** Compiles a pattern of compromise's match syntax once: `#Count [<who>#Recipient #Inside*]`. Words are folded. */
export const pattern = (source: string): Pattern => nlp.parseMatch(source) as unknown as Pattern;

/**
 * Reads one sentence with compromise: its words, the lexicon's phrases in it, and a matcher over both.
 * Only what may hold something should come here: it reads 1 MB/s.
 *
 * @param sentence NFC; of a longer one than 1,600 characters the rest is not read
 */
export function readSentence(sentence: string): SentenceReading {
  const document = wholeSentences(prepareSentence(sentence.slice(0, longestReading)));
  for (const terms of document) tagPhrases(terms);
  confirmTerms(document);
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
      tags: tagsOf(term.entry),
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
    heads: new Map(phrases.map((phrase) => [phrase.first, phrase] as const)),
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
  view.compute(['index']);
  return view;
}
