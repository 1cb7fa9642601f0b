import type { ConflictCode, MentionKind } from '../../model/index.js';
import type { ReportGraph } from '../report-graph.js';
import { placesOf } from './mention-place.js';

/** Why a person should look: of several reasons for one mention each is a row of its own. */
export type AttentionReason = 'conflict' | 'ambiguous' | 'repair' | 'low-confidence';

export interface Attention {
  readonly reason: AttentionReason;
  readonly subject: MentionKind;
  readonly place: string;
  readonly start: number;
  readonly confidence: number;
  /** of the document that is pointed at; null when there is none */
  readonly key: string | null;
  readonly record: AttentionRecord;
}

/** What is shown of it, stored as JSON. */
export interface AttentionRecord {
  readonly code: ConflictCode | null;
  /** of a conflict the readings, of a repair the number as printed and as it must have been */
  readonly said: readonly string[];
  readonly quote: string;
  readonly page: number | null;
  readonly section: string | null;
  readonly rule: string;
  /** keys of other documents that may be meant */
  readonly candidates: readonly string[];
}

/** "90TC/TCT" and "90-TC/TCT" are one number: only letters and figures that were put right want a look. */
const written = (number: string): string => number.replace(/[^\p{L}\p{N}]/gu, '');

/** Mentions less sure than this are kept for a look; how unsure they must be to be listed is asked each time. */
export const keptBelow = 0.7;

/** What in a report's graph a person should look at, in the order of the text. Pure. */
export function attentionOf({ extraction, normalized }: ReportGraph): Attention[] {
  const found: Attention[] = [];
  const edges = new Map(normalized.citations.map((edge) => [edge.citation, edge]));
  const { citations } = extraction;
  const citationPlaces = placesOf('citation', citations);
  const ofCitation = (
    index: number,
    reason: AttentionReason,
    more: Partial<Pick<AttentionRecord, 'code' | 'said' | 'candidates'>>,
    key = edges.get(index)?.document ?? null,
  ): void => {
    const { span, confidence, quote, page, section, rule } = citations[index]!;
    found.push({
      reason,
      subject: 'citation',
      place: citationPlaces[index]!,
      start: span.start,
      confidence,
      key,
      record: { code: null, said: [], candidates: [], quote, page, section, rule, ...more },
    });
  };
  for (const { code, citation, said, document } of normalized.conflicts)
    if (citation !== null) ofCitation(citation, 'conflict', { code, said }, document);
  for (const [index, citation] of citations.entries()) {
    const edge = edges.get(index);
    if (edge?.state === 'ambiguous') ofCitation(index, 'ambiguous', { candidates: edge.candidates });
    const symbol = edge?.reasons.find((reason) => reason.startsWith('symbol-repaired:'));
    if (citation.repaired !== null && written(citation.repaired.number) !== written(citation.number ?? ''))
      ofCitation(index, 'repair', { said: [citation.number ?? '', citation.repaired.number] });
    else if (symbol !== undefined)
      ofCitation(index, 'repair', { said: [citation.number ?? '', symbol.replace(/^[^:]*:/u, '')] });
    // «Quyết định này» has no number that could be wrong; which document it means is told by the reasons above.
    if (citation.confidence < keptBelow && citation.kind !== 'anaphora') ofCitation(index, 'low-confidence', {});
  }
  for (const [subject, mentions] of [
    ['quantity', extraction.quantities],
    ['award', extraction.awards],
  ] as const) {
    const places = placesOf(subject, mentions);
    for (const [index, { span, confidence, quote, page, section, rule }] of mentions.entries())
      if (confidence < keptBelow)
        found.push({
          reason: 'low-confidence',
          subject,
          place: places[index]!,
          start: span.start,
          confidence,
          key: null,
          record: { code: null, said: [], candidates: [], quote, page, section, rule },
        });
  }
  return found.sort((a, b) => a.start - b.start);
}
