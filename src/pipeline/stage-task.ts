import type { ChildEvent, Converted, FileWithin, RecognitionOptions } from '../ingest/index.js';
import type { Correction, FailureCode } from '../model/index.js';
import type { PackedOutput, PreparedReport, StagedOutput } from '../store/index.js';
import type { ReportGraph, StageResult } from './run-stages.js';
import type { FileIdentity, FileSurvey } from './survey-file.js';
import type { TaskPort } from './worker-message.js';

/** What a worker process is asked to do. */
export interface StageTask {
  /** of the original on the disk; the process reads it */
  readonly path: string;
  /** file name without folder */
  readonly name: string;
  /** outputs of earlier runs, of whatever version */
  readonly stored: readonly PackedOutput[];
  /** the stored reading of the file is taken, whatever its version, and no other stored output */
  readonly keepReading: boolean;
  /** what people corrected in the report; laid over what the stages give, and never into their outputs */
  readonly corrections: readonly Correction[];
  /**
   * 'graph': the records themselves, for a program that prints them. 'rows': all made ready to be stored, so that the
   * process which stores has nothing to copy, count or compress. 'survey': what a person should know before an import
   */
  readonly wanted: 'graph' | 'rows' | 'files' | 'survey';
  /** where the files of an archive are put; for 'files' alone */
  readonly folder?: string;
  readonly recognition?: RecognitionOptions;
  /** results leave through it one by one, each acknowledged before the next stage begins */
  readonly port: TaskPort;
}

export type FromWorker =
  | { readonly kind: 'started' }
  | { readonly kind: 'child'; readonly child: ChildEvent }
  | { readonly kind: 'result'; readonly result: StageResult }
  | { readonly kind: 'staged'; readonly staged: StagedOutput }
  /** before a survey reads a file: known of it even when reading it ends the process */
  | { readonly kind: 'identified'; readonly identity: FileIdentity }
  /** a file that an office program reads best; the process's own time stands still until the answer comes */
  | { readonly kind: 'convert'; readonly bytes: Uint8Array; readonly from: string; readonly to: string };

export type ToWorker =
  /** the answer to a result: it is safe. (When it cannot be made safe, the process is ended instead.) */
  { readonly kind: 'saved' } | { readonly kind: 'converted'; readonly converted: Converted };

/** The files of an archive or a letter. */
export interface Unpacked {
  /** whether the file itself is a report too */
  readonly isReport: boolean;
  readonly files: readonly UnpackedFile[];
}
/** `file`: where it was put */
export type UnpackedFile = FileWithin<{ readonly file: string }>;

/** How a task ended. Errors lose their class on the way between processes, so they travel as values. */
export type TaskOutcome =
  /** null: the file holds no others */
  | { readonly kind: 'unpacked'; readonly unpacked: Unpacked | null }
  | { readonly kind: 'done'; readonly graph: ReportGraph }
  | { readonly kind: 'surveyed'; readonly survey: FileSurvey }
  | { readonly kind: 'prepared'; readonly report: PreparedWork }
  /** so many pages need text recognition, which was to be postponed */
  | { readonly kind: 'postponed'; readonly pages: number }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly message: string; readonly retryable: boolean };

/** A report ready to be stored, with the outputs of stages that were not stored before. */
export interface PreparedWork {
  readonly kind: 'prepared';
  readonly prepared: PreparedReport;
  readonly staged: readonly StagedOutput[];
}
