import type { Diagnostic, Extraction, SourceDocument, TextSpan } from '../model/index.js';

/** Under this certainty of its least certain word a mention should be compared with the original. */
const doubtful = 0.6;

/**
 * What was read off pictures is less sure than what was typed: each record there is as sure as the rules are, times the
 * certainty of its least certain word, and those that should be compared with the original are named. A document
 * without such pages comes back as it is.
 */
export function withCertainty(document: SourceDocument, found: Extraction): Extraction {
  const words = document.pages.flatMap(({ recognition }) => recognition?.words ?? []).sort((a, b) => a[0] - b[0]);
  if (words.length === 0) return found;

  /** of the least certain word in a span, 0 to 1; 1 where nothing was recognised */
  const certaintyOf = ({ start, end }: TextSpan): number => {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle]![1] <= start) low = middle + 1;
      else high = middle;
    }
    let least = 100;
    for (let at = low; at < words.length && words[at]![0] < end; at += 1) least = Math.min(least, words[at]![2]);
    return least / 100;
  };

  const diagnostics: Diagnostic[] = [];
  const weighed = <Mention extends { readonly span: TextSpan; readonly confidence: number; readonly quote: string }>(
    mentions: readonly Mention[],
  ): Mention[] =>
    mentions.map((mention) => {
      const certainty = certaintyOf(mention.span);
      if (certainty < doubtful)
        diagnostics.push({
          code: 'extract/doubtful-recognition',
          level: 'warning',
          message: `Read off a picture, ${Math.round(certainty * 100)} % sure: compare «${mention.quote}» with the original`,
          span: mention.span,
        });
      return certainty === 1
        ? mention
        : { ...mention, confidence: Math.round(mention.confidence * certainty * 1e6) / 1e6 };
    });
  return {
    ...found,
    citations: weighed(found.citations),
    quantities: weighed(found.quantities),
    awards: weighed(found.awards),
    diagnostics: [...found.diagnostics, ...diagnostics],
  };
}
