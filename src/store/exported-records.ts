import type { LegalDocument, RelationKind } from '../model/index.js';
import type { IssuerLink } from '../text/authority/issuer-record.js';
import type { ReportId } from './report-id.js';
import type { RecordsOf, ReportRow, StoredCitation } from './stored-report.js';

/** A legal document with what any report says of it. */
export interface ExportedDocument {
  readonly document: LegalDocument;
  /** reports of the archive that are this very document */
  readonly own: readonly ReportId[];
  /** bodies that took the issuer's work over since */
  readonly successors: readonly IssuerLink[];
  /** each once, however many reports say it; the words that say it are with the reports */
  readonly relations: readonly { readonly relation: RelationKind; readonly to: string }[];
}

/** A report with what it cites, and the versions of the rules that found it. */
export interface ExportedReport {
  readonly report: ReportRow;
  readonly self: LegalDocument | null;
  readonly citations: readonly StoredCitation[];
  readonly relations: readonly RecordsOf['relations'][];
  readonly stages: readonly { readonly stage: string; readonly version: number }[];
}
