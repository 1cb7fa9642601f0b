import type { FailureCode } from '../model/index.js';
import type { ReportId } from './report-id.js';
import type { ReportRow } from './stored-report.js';

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

export interface FailedPath {
  readonly path: string;
  readonly code: FailureCode;
  readonly message: string;
  readonly at: string;
}

/** How files come into an archive, and how their bytes are had again. */
export interface Intake {
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
}
