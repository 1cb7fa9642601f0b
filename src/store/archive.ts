import type { IssuerRecord } from '../text/authority/issuer-record.js';
import type { ExportedDocument, ExportedReport } from './exported-records.js';
import type { GraphQuestions } from './graph/graph-questions.js';
import type { IndexFilter, IndexPlaces } from './index-pieces.js';
import type { Intake } from './intake.js';
import type { IssuerDetail, IssuerSummary } from './issuer-detail.js';
import type { LegalDocumentDetail } from './legal-document-detail.js';
import type { ReportId } from './report-id.js';
import type { ReportWork } from './report-work.js';
import type { ReviewDesk } from './review/review-desk.js';
import type { SearchQuestions } from './search-questions.js';
import type { RecordKind, RecordsOf, ReportDetail, ReportRow, ReportState, WithReport } from './stored-report.js';

export interface ArchiveCounts {
  readonly reports: Readonly<Record<ReportState, number>>;
  readonly failedPaths: number;
  readonly failuresByCode: Readonly<Record<string, number>>;
  readonly documents: number;
  readonly citations: number;
  readonly quantities: number;
  readonly awards: number;
}

/** What `verify` found wrong; an empty list is a sound archive. */
export interface Finding {
  readonly code:
    | 'original-missing'
    | 'original-altered'
    /** an import was killed between the original and its journal line: never acknowledged, nothing is lost */
    | 'original-unknown'
    | 'journal-damaged'
    | 'row-missing'
    | 'database-damaged';
  readonly message: string;
  readonly report?: ReportId;
}

/** How PostgreSQL is reached, for `pg` and BullMQ alike (`new pg.Pool(…)`, `createPostgresBackend` with `schema`). */
export type QueueConnection =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

export type ArchiveEvent =
  /** the embedded database was not closed cleanly: it is being looked through */
  | { readonly kind: 'checking' }
  /** it could not be trusted; the folder was set aside under this path */
  | { readonly kind: 'set-aside'; readonly path: string; readonly reason: string }
  /** reports back from originals and journal, waiting for the pipeline */
  | { readonly kind: 'rebuilding'; readonly done: number; readonly total: number }
  /** another process owns the database (true) or this one does now */
  | { readonly kind: 'attached'; readonly client: boolean };

export interface ArchiveOptions {
  /** made when it does not exist */
  readonly folder: string;
  /** PostgreSQL ≥ 15; embedded PGlite in the folder when absent */
  readonly databaseUrl?: string;
  readonly now: () => Date;
  readonly onEvent?: (event: ArchiveEvent) => void;
  /** connections kept for the store's own queries (default 4) */
  readonly poolSize?: number;
}

/**
 * An archive: originals, journal and database behind one door. Every call may run twice without harm, and in several
 * processes at once. Calls on a report the archive does not hold throw RangeError.
 *
 * @throws PipelineError `disk-full` (retryable) from any call that writes; nothing is left half-written
 */
export interface Archive extends Intake, ReportWork, SearchQuestions, ReviewDesk {
  readonly folder: string;
  readonly engine: 'embedded' | 'server';

  /**
   * Takes a report out, its original too. What people corrected in it stays, for when it comes again.
   *
   * @returns false when the archive does not hold it
   */
  remove(report: ReportId): Promise<boolean>;
  /** A report's row by what `report` takes; null when there is none. */
  reportNamed(idOrNumberOrName: string): Promise<ReportRow | null>;
  /** One report's row, without what was read from it; null when the archive does not hold it. */
  row(report: ReportId): Promise<ReportRow | null>;
  /** by name, then id */
  reports(filter?: { readonly state?: ReportState; readonly limit?: number }): Promise<readonly ReportRow[]>;
  /** Every report by name, with its records of one kind; read in pieces. */
  records<Kind extends RecordKind>(kind: Kind): AsyncIterable<WithReport<RecordsOf[Kind]>>;

  /** By id (or its beginning, 8 signs and more), own number however typed, file name or path; null when there is none. */
  report(idOrNumberOrName: string): Promise<ReportDetail | null>;
  /** By key or number however typed (the best hit); null when there is none. */
  legalDocument(keyOrNumber: string): Promise<LegalDocumentDetail | null>;
  /**
   * The issuing bodies of the archive's documents, most documents first.
   *
   * @param words only those whose name has all these words, with or without marks
   */
  issuers(filter?: { readonly words?: string; readonly limit?: number }): Promise<readonly IssuerSummary[]>;
  /**
   * The bodies that a name or a key means: two where one took over from the other under the same name. Empty when neither
   * the archive nor the tables know it.
   */
  issuer(nameOrKey: string, options?: { readonly limit?: number }): Promise<readonly IssuerDetail[]>;

  /** What the cross-reference index is made of. */
  indexPlaces(filter?: IndexFilter): IndexPlaces;
  /** Every legal document that any report names, in the order of keys, read in pieces. */
  exportDocuments(): AsyncIterable<ExportedDocument>;
  /** The authority record of every body that a document is of, and of those above, before and after it, by key. */
  exportIssuers(): AsyncIterable<IssuerRecord>;
  /** Every report that is done, in the order of ids, read in pieces. */
  exportReports(): AsyncIterable<ExportedReport>;
  /**
   * Lets other reports settle what single ones leave open, for reports that came or went since. Questions do so themselves
   * before they answer, but for `searchNumbers`, whose counts are as of the last time; after a large import it takes long.
   */
  settleMentions(): Promise<void>;

  /** What the citation graph answers. */
  readonly graph: GraphQuestions;
  counts(): Promise<ArchiveCounts>;

  /** Sets the database aside and makes it again from originals and journal; every report waits for the pipeline again. */
  rebuild(): Promise<{ readonly reports: number; readonly setAside: string | null }>;
  /** Originals against their hashes, journal against its checksums, rows against both, the database's own checks. */
  verify(): Promise<readonly Finding[]>;

  /** For BullMQ's PostgreSQL backend; stays valid when another process takes the embedded database over. */
  queueConnection(): QueueConnection;
  /**
   * What tells this archive from others where they share a Redis: the same on every machine that opens it, whatever name
   * the machine knows its server by, and another for a copy.
   */
  identity(): Promise<string>;
  close(): Promise<void>;
}
