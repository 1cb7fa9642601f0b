import type {
  Award,
  CitationEdge,
  CitationRole,
  Correction,
  Diagnostic,
  Extraction,
  FailureCode,
  Header,
  LegalDocument,
  MentionAnchor,
  Quantity,
  RelationKind,
  TextSpan,
} from '../model/index.js';
import type { IssuerLink, IssuerRecord } from '../text/authority/issuer-record.js';
import type { CitedDocument, GraphQuestions } from './graph/graph-questions.js';
import type { ByOtherReports } from './identity/weigh-siblings.js';
import type { PreparedReport } from './prepare-report.js';
import type { ReportId } from './report-id.js';
import type {
  CorrectionState,
  NewCorrection,
  ReviewedMention,
  ReviewFilter,
  ReviewItem,
} from './review/review-item.js';
import type { SearchFilter } from './search-filter.js';

export type { IssuerLink, IssuerRecord } from '../text/authority/issuer-record.js';
export type { ByOtherReports } from './identity/weigh-siblings.js';
export type { ReportId } from './report-id.js';
export type { SearchFilter } from './search-filter.js';

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

/** One place in one report that points at a legal document. */
export interface Citer {
  readonly report: ReportId;
  readonly reportName: string;
  readonly reportNumber: string | null;
  readonly reportTitle: string | null;
  readonly reportDate: string | null;
  readonly reportIssuer: string | null;
  readonly role: CitationRole;
  readonly state: CitationEdge['state'];
  readonly page: number | null;
  readonly section: string | null;
  readonly provisions: readonly string[];
  readonly quote: string;
  readonly footnote: boolean;
  readonly confidence: number;
  /** what other reports settled it by, where its own report leaves it open; null where that says it */
  readonly byOtherReports: ByOtherReports | null;
}

/** Words as they stand in their sentence. */
export interface QuotedSentence {
  readonly text: string;
  /** where in `text` the words are */
  readonly mark: TextSpan;
}

/** A place with what is said there. */
export interface CiterInText extends Citer {
  /** null of places beyond the first 500 */
  readonly sentence: QuotedSentence | null;
}

/** A place that may be of the document, as other reports say. */
export interface LikelyCiter extends CiterInText {
  readonly byOtherReports: ByOtherReports;
}

export interface LegalDocumentDetail {
  readonly document: LegalDocument;
  /** reports of the archive that are this very document */
  readonly own: readonly ReportId[];
  /** in the order report name, place in the text */
  readonly citers: readonly CiterInText[];
  /** places that do not say enough to be of this document, and that may be of it as other reports say */
  readonly likelyCiters: readonly LikelyCiter[];
  /** bodies that took the issuer's work over since */
  readonly successors: readonly IssuerLink[];
  /** relations with this document at either end */
  readonly relations: readonly StoredRelation[];
}

/**
 * Why a number matched: as typed, without marks and separators, as a beginning, by its number alone when no symbol was
 * typed, by a slip, by its number under another symbol.
 */
export type NumberMatch = 'exact' | 'folded' | 'prefix' | 'number-only' | 'similar' | 'other-symbol';
/** What the slip is in: a letter typed for a digit, a year left out or added, the symbol, a digit of the number. */
export type NumberSlip = 'letter-for-digit' | 'year' | 'symbol' | 'digit';

export interface NumberHit extends CitedDocument {
  readonly match: NumberMatch;
  /** null where the match is not `similar` */
  readonly slip: NumberSlip | null;
  /** reports of the archive that are this very document */
  readonly own: readonly ReportId[];
}

export interface SearchOptions extends SearchFilter {
  readonly limit?: number;
}

export interface TextHit {
  readonly report: ReportRow;
  /** the words stand as typed, with their marks; false: only without marks */
  readonly exact: boolean;
  readonly snippets: readonly Snippet[];
}

/** Reports that hold the words, the best first. */
export interface TextHits {
  readonly hits: readonly TextHit[];
  /** passages that were held against one another, those of the newest reports, where the words stand in more; null where all were */
  readonly ranked: number | null;
}

/** A piece of the original text around the hit. */
export interface Snippet {
  readonly text: string;
  /** offsets into `SourceDocument.text` of the piece */
  readonly span: { readonly start: number; readonly end: number };
  /** offsets into `text` of the found words */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly page: number | null;
}

export interface ResultHit {
  readonly report: ReportRow;
  readonly quantity: Quantity;
}

export interface AwardHit {
  readonly report: ReportRow;
  readonly award: Award;
}

/** How an indicator matched: the very words, the words in their order within more, all of them, most of them. */
export type IndicatorMatch = 'exact' | 'phrase' | 'words' | 'similar';

/** A figure whose indicator a query names. */
export interface IndicatorHit {
  readonly report: ReportRow;
  /** the report's office by its full name ("Sở Y tế tỉnh Quảng Ngãi"), which its letterhead may only give in parts */
  readonly office: string | null;
  readonly quantity: Quantity;
  /** the same for every way of writing one indicator */
  readonly key: string;
  readonly match: IndicatorMatch;
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

export interface ArchiveCounts {
  readonly reports: Readonly<Record<ReportState, number>>;
  readonly failedPaths: number;
  readonly failuresByCode: Readonly<Record<string, number>>;
  readonly documents: number;
  readonly citations: number;
  readonly quantities: number;
  readonly awards: number;
}

export interface FailedPath {
  readonly path: string;
  readonly code: FailureCode;
  readonly message: string;
  readonly at: string;
}

/** A file that never got as far as a report, or one that did. */
export type Incoming =
  | { readonly path: string; readonly name?: string; readonly bytes: Uint8Array }
  /** read from `path` itself, in pieces: the file never stands in memory as a whole */
  | { readonly path: string; readonly name?: string };

export interface TakenIn {
  readonly report: ReportRow;
  readonly outcome: 'new' | 'duplicate';
  /** this very path had brought this very report before */
  readonly knownPath: boolean;
}

/** A stage's output under (report, stage, version). */
export interface StageOutput {
  readonly output: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** A stage's output as it is stored; `packStage` makes it. */
export interface StagedOutput {
  readonly stage: string;
  readonly version: number;
  /** deflated JSON */
  readonly output: Uint8Array;
  /** JSON */
  readonly diagnostics: string;
}

/** A stage's output as it was stored; `unpackOutput` opens it. */
export type PackedOutput = Pick<StagedOutput, 'stage' | 'version' | 'output'>;

/** What is there when work on a report begins. */
export interface BegunWork {
  readonly name: string;
  /** outputs of earlier runs, of whatever version */
  readonly stored: readonly PackedOutput[];
  /** what people corrected in it, in force, oldest first */
  readonly corrections: readonly Correction[];
  /** the stored reading of the file is to be taken, whatever its version, and nothing else that is stored */
  readonly keepReading: boolean;
  /** pages that only text recognition can read, as an earlier run found; null where none are known */
  readonly recognitionPages: number | null;
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
export interface Archive {
  readonly folder: string;
  readonly engine: 'embedded' | 'server';

  /**
   * Keeps the bytes, the journal line and the row, in this order, each on the disk before the next.
   *
   * @throws PipelineError `unreadable` or `vanished` when the file cannot be read (then call `recordFailedPath`)
   */
  takeIn(incoming: Incoming): Promise<TakenIn>;
  /** A path that could not be read at all. Gone from the list once the path is taken in. */
  recordFailedPath(path: string, code: FailureCode, message: string): Promise<void>;
  failedPaths(): Promise<readonly FailedPath[]>;
  /** The original's bytes; checked against their hash. @throws PipelineError `corrupt` when they no longer agree */
  original(report: ReportId): Promise<Uint8Array>;
  /** where the original lies, for readers that want a file */
  originalPath(report: ReportId): string;

  /** null when this stage has not run at this version */
  stageOutput(report: ReportId, stage: string, version: number): Promise<StageOutput | null>;
  /** Outputs of the same stage at other versions go. */
  saveStage(report: ReportId, output: StagedOutput): Promise<void>;

  /** taken-in, processing or failed → processing; counts one attempt. null when it is done already. */
  beginWork(report: ReportId): Promise<BegunWork | null>;
  /** processing → taken-in, the attempt not counted: the report waits for text recognition of so many pages. */
  postpone(report: ReportId, recognitionPages: number): Promise<void>;
  markFailed(
    report: ReportId,
    failure: { readonly code: FailureCode; readonly message: string; readonly retryable?: boolean },
  ): Promise<void>;
  /**
   * Stores the report's graph (`prepareReport` makes its rows) in place of any earlier one, in one transaction, and marks
   * it done.
   *
   * @param staged outputs of stages that are not stored yet, to be stored with it
   * @param madeFrom outputs that must still be the stored ones; when others have come meanwhile, nothing is changed
   */
  replaceReport(
    report: ReportId,
    prepared: PreparedReport,
    staged?: readonly StagedOutput[],
    madeFrom?: readonly Pick<StagedOutput, 'stage' | 'version'>[],
  ): Promise<void>;
  /** Reports whose work is missing (taken-in or processing), oldest first: to be held against the queue on start. */
  pending(): AsyncIterable<ReportRow>;
  /** failed → taken-in, attempts from 0; all failed ones without `ids`. Returns those that now wait. */
  retry(ids?: readonly ReportId[]): Promise<readonly ReportId[]>;
  /** done → taken-in, so that the pipeline runs again over stored stage outputs; all done ones without `ids` */
  reprocess(
    ids?: readonly ReportId[],
    /** keepReading: the stored reading of the file is taken, whatever its version, and the rules run over it */
    options?: { readonly keepReading?: boolean },
  ): Promise<readonly ReportId[]>;
  /**
   * Reports that other rules than these were run over.
   *
   * @param reading name of the stage that reads the file
   * @param stages those after it, each with the versions it adds to that of the reading
   */
  outdated(
    reading: string,
    stages: readonly { readonly stage: string; readonly added: number }[],
  ): Promise<readonly ReportId[]>;
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

  /**
   * A document's number, however typed; exact matches first. What stands beside it («ngày 15/8/2022 của UBND tỉnh Quảng
   * Ngãi») puts the documents first that fit it.
   */
  searchNumbers(query: string, options?: SearchOptions): Promise<readonly NumberHit[]>;
  /** Words, with or without marks; "in quotes" a phrase. Reports that have the words as typed come first. */
  searchText(query: string, options?: SearchOptions): Promise<TextHits>;
  /** Words of a quantity's indicator, unit or quote. */
  searchResults(query: string, options?: SearchOptions): Promise<readonly ResultHit[]>;
  /** Words of an award's form, recipient, grantor or quote. */
  searchAwards(query: string, options?: SearchOptions): Promise<readonly AwardHit[]>;

  /** Figures whose indicator has the query's words, with or without marks; by report name, then place in the text. */
  findIndicators(query: string): Promise<readonly IndicatorHit[]>;
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
  /** What is stored of a report that is done, to lay corrections over it; null when it is not done. */
  storedWork(report: ReportId): Promise<BegunWork | null>;

  /** Sets the database aside and makes it again from originals and journal; every report waits for the pipeline again. */
  rebuild(): Promise<{ readonly reports: number; readonly setAside: string | null }>;
  /** Originals against their hashes, journal against its checksums, rows against both, the database's own checks. */
  verify(): Promise<readonly Finding[]>;

  /** For BullMQ's PostgreSQL backend; stays valid when another process takes the embedded database over. */
  queueConnection(): QueueConnection;
  close(): Promise<void>;
}
