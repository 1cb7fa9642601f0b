import type { ConflictCode, Correction, LegalDocument, MentionAnchor, MentionKind } from '../../model/index.js';
import type { ReportId } from '../report-id.js';
import type { AttentionReason } from './attention.js';

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

/** What a person decided, before it has a name and a time. */
export type NewCorrection = Omit<Correction, 'id' | 'at'>;

/** What became of a correction. */
export interface CorrectionState extends Correction {
  /** waiting: its report is not in the archive, or not read yet; orphaned: what it means has vanished from the report */
  readonly state: 'in-force' | 'undone' | 'orphaned' | 'waiting';
  readonly reportName: string | null;
}

/** A mention with all that is needed to decide on it. */
export interface ReviewedMention {
  readonly id: string;
  readonly report: { readonly id: ReportId; readonly name: string };
  readonly anchor: MentionAnchor;
  /** the record as it stands now, corrections laid over */
  readonly record: Readonly<Record<string, unknown>>;
  /** a citation's document, and the others that may be meant */
  readonly document: LegalDocument | null;
  readonly state: string | null;
  readonly candidates: readonly string[];
  readonly reasons: readonly string[];
  /** the text around it */
  readonly before: string;
  readonly after: string;
}
