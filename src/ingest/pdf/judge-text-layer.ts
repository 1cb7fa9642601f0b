import type { Diagnostic } from '../../model/index.js';
import { isSyllable } from '../../text/syllables.js';
import { lettersOf, type PageText } from './page-text.js';

/** How much of a page's text can be read, by its words of two letters and more. */
export interface LayerJudgement {
  readonly words: number;
  /** share that are Vietnamese syllables, or capitals that shorten a name; 1 for a page without words */
  readonly sensible: number;
  /** share of letters that only Vietnamese has: a text has a quarter and more */
  readonly marked: number;
  /** written in another language, as its small words tell */
  readonly foreign: boolean;
}

/** Letters and figures in one: «H4nh» is a word that somebody misread. */
const word = /[\p{L}\p{M}][\p{L}\p{M}\d]*[\p{L}\p{M}]/gu;
const shortened = /^[A-ZĐƯÔ]{2,6}$/;
const vietnamese = /[ăâđêôơưạ-ỹàáãèéìíòóõùúýĩũ]/giu;
/** Of English and French, and no syllables of Vietnamese. */
const foreignWords = /^(?:the|of|and|is|for|with|that|this|les|des|est|une|dans|pour|et)$/i;
/** Share of such words in a foreign text: a fifth in English, a seventh in French. */
const fewestForeign = 0.06;

export function judgeWords(text: string): LayerJudgement {
  const { words, sensible, foreign } = judgeSyllables(text);
  return { words, sensible, marked: shareOfMarks(text), foreign };
}

function judgeSyllables(text: string): Omit<LayerJudgement, 'marked'> {
  const words = text.match(word) ?? [];
  let sensible = 0;
  let foreign = 0;
  for (const found of words) {
    if (isSensible(found)) sensible += 1;
    if (foreignWords.test(found)) foreign += 1;
  }
  return {
    words: words.length,
    sensible: words.length === 0 ? 1 : sensible / words.length,
    foreign: foreign >= fewestForeign * words.length,
  };
}

/** The words of a language are few, and come again on every page. */
const known = new Map<string, boolean>();
const mostKnown = 20_000;
function isSensible(found: string): boolean {
  let is = known.get(found);
  if (is === undefined) {
    is = isSyllable(found) || shortened.test(found);
    if (known.size >= mostKnown) known.clear();
    known.set(found, is);
  }
  return is;
}

function shareOfMarks(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(vietnamese)?.length ?? 0) / letters;
}

/** The words of a page, its tables' too. */
export function wordsOf(page: PageText): string {
  const inTables = page.tables.flatMap(({ table }) => table.cells.flatMap(({ paragraphs }) => paragraphs.flat()));
  return [...page.lines, ...inTables].flatMap(({ words }) => words.map(({ text }) => text)).join(' ');
}

/** Fewer words say nothing: a title page, a drawing. */
const fewestWords = 20;
/**
 * Less than this share of sensible words is no Vietnamese: of 266 pages of real reports, laws and forms the worst, a list
 * of names of other peoples, has 0.84; letters put for one another leave 0.2.
 */
const leastSensible = 0.6;
/** The same pages have 0.24 and more. A machine that knows no Vietnamese reads some accents of French. */
const leastMarked = 0.05;
const mostlyPicture = 0.5;
/** A list of drugs or of foreign firms is as odd on the picture as in the layer. */
const clearlyMore = 0.1;
const fewestUnnamed = 20;
/** Share of glyphs without a letter: bullets and a logo are less. */
const mostUnnamed = 0.3;

/**
 * Whether a page's text layer does not say what is printed: its fonts do not name their letters or name wrong ones, or it
 * was read off the page's picture by a machine that knows no Vietnamese. A page in another language is none of these.
 */
export function isGarbled(page: PageText): boolean {
  const before = judged.get(page);
  if (before !== undefined) return before;
  const garbled = looksGarbled(page);
  judged.set(page, garbled);
  return garbled;
}
/** A page is asked about when it is read, and again when its warnings are written. */
const judged = new WeakMap<PageText, boolean>();

function looksGarbled(page: PageText): boolean {
  if (page.unnamed >= fewestUnnamed && page.unnamed > mostUnnamed * (lettersOf(page) + page.unnamed)) return true;
  const text = wordsOf(page);
  const { words, sensible, foreign } = judgeSyllables(text);
  if (words < fewestWords || foreign) return false;
  return sensible < leastSensible || (page.pictured >= mostlyPicture && shareOfMarks(text) < leastMarked);
}

/** Whether what was read off a page's picture says more than its text layer. */
export function readsBetter(read: PageText, layer: PageText): boolean {
  const [now, before] = [judgeWords(wordsOf(read)), judgeWords(wordsOf(layer))];
  if (now.words * 2 < before.words) return false;
  return (
    now.sensible > before.sensible + clearlyMore ||
    (now.sensible >= leastSensible && now.marked > before.marked + clearlyMore)
  );
}

/** For a page whose layer stayed although it says little. */
export const garbledWarning = (page: PageText): Diagnostic[] =>
  isGarbled(page)
    ? [
        {
          code: 'pdf/garbled-text-layer',
          level: 'warning',
          message: `The letters of page ${page.number} are not those that are printed: it needs text recognition`,
          page: page.number,
        },
      ]
    : [];
