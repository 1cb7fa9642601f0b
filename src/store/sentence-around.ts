import type { TextSpan } from '../model/index.js';
import { groupBy } from '../text/group-by.js';
import { sentencesOf } from '../text/sentences.js';
import type { Queryable } from './database.js';
import type { QuotedSentence } from './legal-document-detail.js';

/** A paragraph without an end, as of a table that lost its lines, is read so far on either side. */
const reach = 600;
const textsAtOnce = 50;

/** The sentence in which words stand, in their paragraph: `text` with the words at `mark`. */
export function sentenceAround(text: string, words: TextSpan): QuotedSentence {
  const from = Math.max(text.lastIndexOf('\n', words.start - 1) + 1, words.start - reach);
  const newline = text.indexOf('\n', words.end);
  const to = Math.min(newline < 0 ? text.length : newline, words.end + reach);
  // A stop within the words themselves («KT. CHỦ TỊCH») does not end what is said of them.
  const spans = sentencesOf(text, from, to);
  const start = spans.findLast((span) => span.start <= words.start)?.start ?? words.start;
  const end = spans.find((span) => span.end >= words.end)?.end ?? words.end;
  return { text: text.slice(start, end), mark: { start: words.start - start, end: words.end - start } };
}

/**
 * The sentences in which these words stand, in their order; texts are read a few at a time, each once.
 *
 * @returns null for those whose report has no text any more
 */
export async function readSentences(
  db: Queryable,
  places: readonly { readonly report: string; readonly span: TextSpan }[],
): Promise<(QuotedSentence | null)[]> {
  const sentences: (QuotedSentence | null)[] = places.map(() => null);
  const ofReport = groupBy(
    places.entries(),
    ([, { report }]) => report,
    ([index]) => index,
  );
  const reports = [...ofReport.keys()];
  for (let first = 0; first < reports.length; first += textsAtOnce) {
    const texts = await db.query<{ sha256: string; text: string }>(
      `select r.sha256, t.text from trichluc.report r join trichluc.report_text t on t.report_id = r.id
       where r.sha256 = any($1::text[])`,
      [reports.slice(first, first + textsAtOnce)],
    );
    for (const { sha256, text } of texts)
      for (const index of ofReport.get(sha256) ?? []) sentences[index] = sentenceAround(text, places[index]!.span);
  }
  return sentences;
}
