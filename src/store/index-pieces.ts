import type { LegalDocument } from '../model/index.js';
import type { CitedDocument } from './graph/graph-questions.js';
import type { Citer } from './legal-document-detail.js';
import type { ReportId } from './report-id.js';
import type { ReviewItem } from './review/review-item.js';

/** Which places an index holds; all without. */
export interface IndexFilter {
  /** year of the document */
  readonly year?: number;
  /** code of its type ("QĐ") */
  readonly type?: string;
  /** words of its issuer, with or without marks */
  readonly issuer?: string;
  /** what a search has found: all places of these documents, and all places in these reports */
  readonly search?: { readonly documents: readonly string[]; readonly reports: readonly ReportId[] };
}

/** A cited document, without the forms it is printed in. */
export interface IndexedDocument extends CitedDocument {
  /** a report of the archive is this very document */
  readonly held: boolean;
}

export interface IndexedReport {
  readonly id: ReportId;
  readonly name: string;
  readonly number: string | null;
  readonly date: string | null;
}

/** What a cross-reference index is made of, in pieces: nothing of it stands in memory as a whole. */
export interface IndexPlaces {
  /** in the order of keys */
  documents(): AsyncIterable<IndexedDocument>;
  /** all places that cite these documents: by report name, then in the order of the text */
  citersOf(keys: readonly string[]): Promise<ReadonlyMap<string, readonly Citer[]>>;
  /** the same of one that very many cite: each report's places together, in the order of its text */
  eachCiter(key: string): AsyncIterable<Citer>;
  /** in the order of ids */
  reports(): AsyncIterable<IndexedReport>;
  /** what each of these reports cites, in the order of the text */
  citedBy(
    reports: readonly ReportId[],
  ): Promise<ReadonlyMap<ReportId, readonly { readonly document: LegalDocument; readonly place: Citer }[]>>;
  /** contradictions, those between reports first */
  conflicts(): AsyncIterable<ReviewItem>;
}
