import { isLetterOrDigitAt } from '../../text/letter-or-digit.js';
import { wordTable } from '../../text/word-table.js';
import { type Phrases, phrasesByWord } from './governors.js';

/** A word or a sign of a sentence. */
export interface Token {
  /** in lower case */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** begins with a capital: "Thuận" of a province is no verb */
  readonly capital: boolean;
  /** it belongs to a reference or a name, and opens no phrase */
  readonly taken: boolean;
  /** phrases that begin with this word; null when none does */
  readonly opens: Phrases | null;
}

/** A reference in a sentence: its words lead to nothing. */
interface Reference {
  readonly start: number;
  readonly end: number;
  /** it stands at a footnote's mark: none of its words is in the sentence */
  readonly footnote: boolean;
}

interface Known {
  /** the spelling that the phrases have */
  readonly text: string;
  readonly opens: Phrases | null;
}
const words = wordTable<Known>([
  // "qui định" is "quy định".
  ['qui', { text: 'quy', opens: phrasesByWord.get('quy') ?? null }],
  ...[...phrasesByWord].map(([text, opens]) => [text, { text, opens }] as const),
]);

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 160;
const officeHeads = new Set(['sở', 'bộ', 'phòng', 'cục', 'vụ', 'viện', 'ban', 'phận']);

/**
 * Words and signs between two offsets, what belongs to references and names marked as taken: "Xây dựng" of "Sở Xây
 * dựng", a capital after such a head, is no verb.
 *
 * @param references in the order of the text
 * @param whole every word of a reference is wanted; else its first and its last stand for it
 */
export function tokensOf(
  text: string,
  start: number,
  end: number,
  references: readonly Reference[] = [],
  whole = true,
): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let previous = '';
  let next = 0;
  while (next < references.length && references[next]!.footnote) next += 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at += 1;
      continue;
    }
    const word = words.at(text, at, end);
    const to = words.edge();
    const lower = word.value === null ? word.text : word.value.text;
    const capital = lower.charCodeAt(0) !== code;
    let reference = references[next];
    while (reference !== undefined && reference.end <= at) {
      do next += 1;
      while (next < references.length && references[next]!.footnote);
      reference = references[next];
    }
    const ofReference = reference !== undefined && reference.start < to;
    // A word that was cut opens nothing.
    const opens = word.value === null || (to === end && isLetterOrDigitAt(text, to)) ? null : word.value.opens;
    const taken = ofReference || (capital && officeHeads.has(previous));
    tokens.push({ text: lower, start: at, end: to, capital, taken, opens });
    previous = lower;
    at = to;
    if (ofReference && !whole) at = Math.max(to, lastWordStart(text, to, Math.min(end, reference!.end)));
  }
  return tokens;
}

/** Where the last word, or the last sign, begins that reaches into `from..end`; `from` when only white space stands there. */
function lastWordStart(text: string, from: number, end: number): number {
  let at = end - 1;
  while (at >= from && isSpace(text.charCodeAt(at))) at -= 1;
  while (at > from && isLetterOrDigitAt(text, at) && isLetterOrDigitAt(text, at - 1)) at -= 1;
  return at;
}
