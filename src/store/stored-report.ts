import type {
  Award,
  CitationEdge,
  Diagnostic,
  Extraction,
  FailureCode,
  Header,
  LegalDocument,
  Quantity,
  RelationKind,
} from '../model/index.js';
import type { ByOtherReports } from './identity/weigh-siblings.js';
import type { ReportId } from './report-id.js';

/** taken-in: waits for the pipeline; processing: a worker has it; done: its graph is stored; failed: waits for `retry`. */
export type ReportState = 'taken-in' | 'processing' | 'done' | 'failed';

export interface ReportRow {
  readonly id: ReportId;
  readonly name: string;
  readonly mediaType: string | null;
  /** size of the original */
  readonly bytes: number;
  readonly state: ReportState;
  /** how often work on it began */
  readonly attempts: number;
  readonly failure: { readonly code: FailureCode; readonly message: string; readonly retryable: boolean } | null;
  /** ISO, UTC */
  readonly takenInAt: string;
  readonly pageCount: number | null;
  /** pages that only text recognition can read; null where none are known */
  readonly recognitionPages: number | null;
  readonly type: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly title: string | null;
}

/** A report with all that is stored of it; the lists are empty until its state is `done`. */
export interface ReportDetail {
  readonly report: ReportRow;
  /** every path it was imported from, oldest first */
  readonly paths: readonly string[];
  readonly header: Header | null;
  readonly self: LegalDocument | null;
  readonly citations: readonly StoredCitation[];
  readonly relations: readonly StoredRelation[];
  readonly quantities: readonly Quantity[];
  readonly awards: readonly Award[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A mention with what it resolved to. */
export interface StoredCitation {
  readonly citation: Extraction['citations'][number];
  readonly edge: CitationEdge | null;
  /** what other reports say of a mention that its own report leaves open; null where they know nothing */
  readonly byOtherReports: ByOtherReports | null;
}

/** document → document, with the report and the words that say it. */
export interface StoredRelation {
  readonly from: string;
  readonly relation: RelationKind;
  readonly relationDetail: string | null;
  readonly to: string;
  /** number, or name, of both */
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly report: ReportId;
  readonly reportName: string;
  readonly quote: string;
  readonly page: number | null;
  /** what other reports settled an end by, where its own report leaves it open; null where that says it */
  readonly byOtherReports: ByOtherReports | null;
}

/** The kinds of record that can be read one after the other. */
export interface RecordsOf {
  readonly quantities: Quantity;
  readonly awards: Award;
  readonly citations: StoredCitation;
  readonly relations: Omit<StoredRelation, 'report' | 'reportName'>;
}

export type RecordKind = keyof RecordsOf;

/** A report with its records of one kind, in the order of the text. */
export interface WithReport<Record> {
  readonly report: ReportRow;
  readonly records: readonly Record[];
}
