import type { TextSpan } from '../../model/index.js';

/** What a figure measures, or whose it is: the words, and the stretch of the text that they were taken from. */
export interface Phrase {
  readonly words: string;
  readonly span: TextSpan;
}

/** Without the marks of notes; the power of "km²" stays. */
const withoutMarks = (words: string): string =>
  words.replace(/(?<!(?:^|[\s\d/])[kcdmh]?m)⁽?[¹²³⁰⁴-⁹]+⁾?/gu, '').trimEnd();

const printed = (text: string, start: number, end: number): string =>
  withoutMarks(text.slice(start, end)).replace(/\s+/g, ' ');

/** What a phrase neither begins nor ends with; a bracket that closes stays. */
const opening = codesOf(/[\s,;:.\-–+*•"“”'=/]/);
const closing = codesOf(/[\s,;:.\-–"“'=/(]/);

/** The UTF-16 units that a class of characters holds. */
function codesOf(characters: RegExp): ReadonlySet<number> {
  const codes = new Set<number>();
  for (let code = 0; code < 0x1_0000; code += 1) if (characters.test(String.fromCharCode(code))) codes.add(code);
  return codes;
}

/** The stretch without blanks and signs at its ends; null where nothing with a letter is left. */
export function trimmed(text: string, start: number, end: number): TextSpan | null {
  let [from, to] = [start, end];
  while (from < to && opening.has(text.charCodeAt(from))) from += 1;
  while (to > from && closing.has(text.charCodeAt(to - 1))) to -= 1;
  // A quotation that was opened is closed again: mô hình "Dân vận khéo".
  if (text[to] === '"' && (text.slice(from, to).split('"').length - 1) % 2 === 1) to += 1;
  if (text[to - 1] === '”' && !text.slice(from, to).includes('“')) to -= 1;
  return from < to && /\p{L}/u.test(text.slice(from, to)) ? { start: from, end: to } : null;
}

export function phraseOf(text: string, span: TextSpan | null): Phrase | null {
  if (span === null) return null;
  const words = printed(text, span.start, span.end);
  return words === '' ? null : { words, span };
}

/** A phrase made of others is no longer than this, in signs: parts of parts of parts say nothing more. */
const longest = 200;

/** Several phrases as one, in the order given; its span holds them all. Null when there is none. */
export function joined(parts: readonly (Phrase | null)[], separator = ' '): Phrase | null {
  const filled = parts.filter((part) => part !== null);
  if (filled.length === 0) return null;
  const words = filled.map((part) => part.words).join(separator);
  return {
    words: words.length > longest ? `${words.slice(0, longest).replace(/\s\S*$/, '')}` : words,
    span: {
      start: Math.min(...filled.map(({ span }) => span.start)),
      end: Math.max(...filled.map(({ span }) => span.end)),
    },
  };
}

/** "biên chế: công chức": a part, under the name of its whole. */
export const under = (whole: Phrase, part: Phrase): Phrase => joined([whole, part], ': ') ?? part;
