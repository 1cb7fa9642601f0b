import type { PageRecognition, TextSpan } from '../../model/index.js';
import { groupBy } from '../../text/group-by.js';
import type { RecognisedWord } from './recogniser.js';

/** What was read off the picture of one page; boxes in points. */
export interface RecognisedText {
  readonly by: string;
  readonly confidence: number;
  readonly words: readonly RecognisedWord[];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * Finds each word of a page's text among the words read off its picture. The layout may have put columns and cells in
 * another order and joined words that a line's end had parted: a word of the text is the next one with its letters that
 * is still free, and one without a partner has no box.
 */
export function placeWords(read: RecognisedText, text: string, spans: readonly TextSpan[]): PageRecognition {
  const free = groupBy(read.words.toReversed(), (word) => word.text);
  const words: PageRecognition['words'][number][] = [];
  for (const span of spans)
    for (const { 0: token, index } of text.slice(span.start, span.end).matchAll(/\S+/gu)) {
      const word = free.get(token)?.pop();
      if (word === undefined) continue;
      const start = span.start + index;
      const { left, top, right, bottom } = word;
      words.push([
        start,
        start + token.length,
        Math.round(word.confidence * 100),
        tenth(left),
        tenth(top),
        tenth(right - left),
        tenth(bottom - top),
      ]);
    }
  return { by: read.by, confidence: Math.round(read.confidence * 1000) / 1000, words };
}
