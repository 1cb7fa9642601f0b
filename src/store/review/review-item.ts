import type { ConflictCode, LegalDocument } from '../../model/index.js';
import type { ReportId } from '../report-id.js';
import type { AttentionReason } from './attention.js';
import type { MentionKind } from './mention-place.js';

/** What a person should look at: a mention, or a document that reports do not agree on. */
export interface ReviewItem {
  /** of a mention "3fa2b1c9:c1204", of a document its key */
  readonly id: string;
  readonly reason: AttentionReason;
  readonly subject: MentionKind | 'document';
  /** null where reports contradict one another */
  readonly report: { readonly id: ReportId; readonly name: string } | null;
  /** what kind of conflict; null for other reasons */
  readonly code: ConflictCode | null;
  /** of a conflict the readings, of a repair the number as printed and as it must have been */
  readonly said: readonly string[];
  /** of a document: which reports say what */
  readonly saidBy: readonly { readonly said: string; readonly reports: readonly string[] }[];
  readonly quote: string | null;
  readonly page: number | null;
  readonly section: string | null;
  /** 0..1; null of a document */
  readonly confidence: number | null;
  /** what is pointed at; null when nothing is */
  readonly document: LegalDocument | null;
  /** keys of other documents that may be meant */
  readonly candidates: readonly string[];
}

export interface ReviewFilter {
  readonly report?: ReportId;
  /** key of a document */
  readonly document?: string;
  readonly reasons?: readonly AttentionReason[];
  readonly subject?: MentionKind | 'document';
  /** the rules' confidence under which a mention is worth a look; at most `keptBelow` (default 0.6) */
  readonly below?: number;
  readonly limit?: number;
}
