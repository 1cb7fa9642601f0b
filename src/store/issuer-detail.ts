import type { IssuerRecord } from '../text/authority/issuer-record.js';
import type { CitedDocument } from './graph/graph-questions.js';
import type { ReportRow } from './stored-report.js';

/** An issuing body of the archive's documents. */
export interface IssuerSummary {
  /** the part of a document's key that names it; ends in "~" where the reports leave open which body of the name it is */
  readonly key: string;
  readonly name: string;
  /** null for a body that the tables do not know, and where it is left open */
  readonly record: IssuerRecord | null;
  /** its documents that any report names; reports of the archive that it wrote */
  readonly documents: number;
  readonly reports: number;
}

export interface IssuerDetail extends IssuerSummary {
  /** how the reports print it, most frequent first */
  readonly printed: readonly string[];
  /** most cited first */
  readonly cited: readonly CitedDocument[];
  /** reports that it wrote, by name */
  readonly own: readonly ReportRow[];
  /** documents of the bodies it followed and of those that followed it, by key */
  readonly documentsOf: Readonly<Record<string, number>>;
}
