import type { Correction, MentionAnchor } from '../../model/index.js';
import type { ReportId } from '../report-id.js';
import type { CorrectionState, NewCorrection, ReviewedMention, ReviewFilter, ReviewItem } from './review-item.js';

/** What people look through, and what they say of it. */
export interface ReviewDesk {
  /**
   * What a person should look at: contradictions, mentions that may be of several documents, repaired numbers, and what
   * the rules are not sure of.
   */
  reviewItems(filter?: ReviewFilter): Promise<readonly ReviewItem[]>;
  /** A mention by the id that `reviewItems` gives it; null when there is none. */
  mention(id: string): Promise<ReviewedMention | null>;
  /** The text around the words that a correction means; null when the report is not there, or has them no more. */
  around(report: ReportId, anchor: MentionAnchor): Promise<{ readonly before: string; readonly after: string } | null>;
  /**
   * Keeps a person's word in the journal, with the time of the archive's clock. It shows once it is laid over the reports
   * it concerns (`dueReports`). A re-run with newer rules does not touch it.
   */
  addCorrection(given: NewCorrection): Promise<Correction>;
  /** Takes in a correction that was made elsewhere, as it is; false when it is known. Its report may come later. */
  adoptCorrection(correction: Correction): Promise<boolean>;
  /** Oldest first, with what became of each. */
  corrections(filter?: { readonly report?: ReportId }): Promise<readonly CorrectionState[]>;
  /** Reports whose rows do not say yet what the corrections say. */
  dueReports(): Promise<readonly ReportId[]>;
}
