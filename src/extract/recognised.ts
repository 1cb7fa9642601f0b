import type { Citation, Diagnostic, Extraction, Header, SourceDocument, TextSpan } from '../model/index.js';

/** Under this certainty of its least certain word a mention should be compared with the original. */
const doubtful = 0.6;
/** One of two signs that contradict one another was read wrong, and nobody knows which. */
const ofTwo = 0.5;

/**
 * What was read off pictures is less sure than what was typed: each record there is as sure as the rules are, times the
 * certainty of its least certain word; a number that contradicts what stands beside it is half as sure again. Those that
 * should be compared with the original are named. A document without such pages comes back as it is.
 */
export function withCertainty(document: SourceDocument, found: Extraction): Extraction {
  const words = document.pages.flatMap(({ recognition }) => recognition?.words ?? []).sort((a, b) => a[0] - b[0]);
  if (words.length === 0) return found;

  /** place of the first word that ends behind a place */
  const firstFrom = (start: number): number => {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle]![1] <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** of the least certain word in a span, 0 to 1; null where nothing was recognised */
  const certaintyOf = ({ start, end }: TextSpan): number | null => {
    let least: number | null = null;
    for (let at = firstFrom(start); at < words.length && words[at]![0] < end; at += 1)
      least = Math.min(least ?? 100, words[at]![2]);
    return least === null ? null : least / 100;
  };

  const diagnostics: Diagnostic[] = [];
  const weighed = <Mention extends { readonly span: TextSpan; readonly confidence: number; readonly quote: string }>(
    mentions: readonly Mention[],
  ): Mention[] =>
    mentions.map((mention) => {
      const certainty = certaintyOf(mention.span);
      if (certainty === null) return mention;
      if (certainty < doubtful)
        diagnostics.push({
          code: 'extract/doubtful-recognition',
          level: 'warning',
          message: `Read off a picture, ${Math.round(certainty * 100)} % sure: compare «${mention.quote}» with the original`,
          span: mention.span,
        });
      return { ...mention, certainty, confidence: Math.round(mention.confidence * certainty * 1e6) / 1e6 };
    });
  const plausible = (citations: readonly Citation[]): Citation[] =>
    citations.map((citation, index) => {
      const why = citation.certainty === undefined ? null : implausible(citation, found.header);
      if (why === null) return citation;
      diagnostics.push({
        code: 'extract/implausible-recognition',
        level: 'warning',
        message: `Read off a picture, and ${why}: compare «${citation.quote}» with the original`,
        span: found.citations[index]!.span,
      });
      return { ...citation, confidence: Math.round(citation.confidence * ofTwo * 1e6) / 1e6 };
    });
  return {
    ...found,
    citations: plausible(weighed(found.citations)),
    quantities: weighed(found.quantities),
    awards: weighed(found.awards),
    diagnostics: [...found.diagnostics, ...diagnostics],
  };
}

/**
 * What a number contradicts: the date beside it, the report's own, or the word for the kind of document. On paper that is
 * a slip of the pen now and then; on what was read off a picture it is mostly a wrong figure.
 *
 * @returns in words; null for a number without such a contradiction
 */
function implausible(
  { kind, number, resolved, date, evidence }: Citation,
  header: Pick<Header, 'date'>,
): string | null {
  if (kind !== 'numbered' || number === null) return null;
  const year = Number(/[/-](\d{4})(?=[/-]|$)/u.exec(resolved ?? number)?.[1] ?? Number.NaN);
  const day = date?.length === 10 ? date : null;
  if (day !== null && !Number.isNaN(year) && year !== Number(day.slice(0, 4)))
    return `the year in the number is not that of ${day}`;
  const latest = header.date ?? '9999';
  if (year > Number(latest.slice(0, 4))) return `the report itself is of ${latest.slice(0, 4)}`;
  if (day !== null && day > latest) return `${day} is after the report's own ${latest}`;
  if (evidence.includes('type-word') && evidence.includes('type-code') && !evidence.includes('type-agreement'))
    return 'its symbol is that of another kind of document than the word before it';
  return null;
}
