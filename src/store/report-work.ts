import type { Correction, Diagnostic, FailureCode } from '../model/index.js';
import type { PreparedReport } from './prepare-report.js';
import type { ReportId } from './report-id.js';
import type { ReportRow } from './stored-report.js';

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

/** The work on reports: which wait for the pipeline, what its stages gave, and what is stored in the end. */
export interface ReportWork {
  /** null when this stage has not run at this version */
  stageOutput(report: ReportId, stage: string, version: number): Promise<StageOutput | null>;
  /** Outputs of the same stage at other versions go. */
  saveStage(report: ReportId, output: StagedOutput): Promise<void>;
  /** taken-in, processing or failed → processing; counts one attempt. null when it is done already. */
  beginWork(report: ReportId): Promise<BegunWork | null>;
  /** What is stored of a report that is done, to lay corrections over it; null when it is not done. */
  storedWork(report: ReportId): Promise<BegunWork | null>;
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
}
