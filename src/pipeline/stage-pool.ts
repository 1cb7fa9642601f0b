import type { OfficeConverter, RecognitionOptions } from '../ingest/index.js';
import { type Correction, PipelineError } from '../model/index.js';
import type { PackedOutput, StagedOutput } from '../store/index.js';
import { builtModule } from './built-module.js';
import { createOfficeConverter } from './office/office-converter.js';
import type { ReportGraph, StageResult } from './run-stages.js';
import type { FromWorker, PreparedWork, StageTask, TaskOutcome, ToWorker, Unpacked } from './stage-task.js';
import type { FileIdentity, FileSurvey } from './survey-file.js';
import { startWorkerProcesses, WorkerDied, type WorkerProcesses } from './worker-processes.js';

export interface StagePoolOptions {
  /** worker processes, each with one report at a time */
  readonly threads: number;
  /** of one process's heap, in MiB; a report that needs more, or half a gigabyte beside it, ends as `out-of-memory` */
  readonly memoryMb: number;
  /** for all stages of one report together; more ends as `timeout` */
  readonly timeoutMs: number;
  /** processes are started when there is work, and ended when there has been none for half a minute */
  readonly onDemand?: boolean;
  /** the module that the processes run, for tests */
  readonly worker?: URL;
  /** reads what the processes cannot; missing: LibreOffice when it is on the machine */
  readonly office?: OfficeConverter;
}

export interface PooledReport<Saved> {
  readonly path: string;
  readonly name: string;
  /** outputs of earlier runs, of whatever version */
  readonly stored?: readonly PackedOutput[];
  /** take the stored reading of the file, whatever its version, and no other stored output */
  readonly keepReading?: boolean;
  /** what people corrected in it */
  readonly corrections?: readonly Correction[];
  /** settles when the result is safe; the next stage begins after that */
  readonly save: (result: Saved) => Promise<void>;
  /** ends the work; the report's promise rejects with the signal's reason */
  readonly signal?: AbortSignal;
  /** how the letters of pictures are read; missing: they are not */
  readonly recognition?: RecognitionOptions;
  /** time on top of the pool's own limit, for pages that are recognised */
  readonly extraMs?: number;
}

/** Pages of the report need text recognition, which was to be postponed. */
export interface PostponedWork {
  readonly kind: 'postponed';
  readonly pages: number;
}

/** Processes that run the stages of reports, so that a hostile file ends its own work and nothing else. */
export interface StagePool {
  /** @throws PipelineError what the stages throw, `timeout`, `out-of-memory`, or `internal` when the process died of itself */
  run(report: PooledReport<StageResult>): Promise<ReportGraph>;
  /**
   * Like `run`, but all that comes out is ready to be stored. Of the stages, only what took long to make is saved on the
   * way; the rest comes with the report.
   */
  prepare(report: PooledReport<StagedOutput>): Promise<PreparedWork | PostponedWork>;
  /**
   * Unpacks an archive, or what is attached to a letter, into a folder.
   *
   * @returns null for a file that holds no others
   * @throws PipelineError what unpacking throws, `timeout`, `out-of-memory`, `internal`
   */
  unpack(file: {
    readonly path: string;
    readonly name: string;
    readonly folder: string;
    readonly signal?: AbortSignal;
  }): Promise<Unpacked | null>;
  /**
   * Looks at a file without taking it in: the same reading, with the same limits.
   *
   * @throws PipelineError where the file cannot be opened
   */
  survey(file: Omit<PooledReport<never>, 'save'>): Promise<FileSurvey>;
  close(): Promise<void>;
}

/**
 * What a process may have beside its heap, in MiB: the program itself, the file and its unpacked parts, PDFium's memory.
 * It goes beyond by what it takes in the twentieth of a second between two looks.
 */
export const outsideHeapMb = 512;

export function createStagePool(options: StagePoolOptions): StagePool {
  const pool = startWorkerProcesses({
    program: options.worker ?? builtModule('stage-worker'),
    processes: options.threads,
    heapMb: options.memoryMb,
    memoryMb: options.memoryMb + outsideHeapMb,
    ...(options.onDemand === true ? { idleMs: 30_000 } : {}),
  });
  const own = options.office === undefined ? createOfficeConverter({ timeoutMs: officeTimeoutMs(options) }) : null;
  const office = options.office ?? own!;
  return {
    run: async (report) => {
      const save = (message: FromWorker) => (message.kind === 'result' ? report.save(message.result) : wrongMessage());
      const outcome = await runInPool(pool, { ...options, office }, report, 'graph', save);
      return outcome.kind === 'done' ? outcome.graph : wrongMessage();
    },
    prepare: async (report) => {
      const save = (message: FromWorker) => (message.kind === 'staged' ? report.save(message.staged) : wrongMessage());
      const outcome = await runInPool(pool, { ...options, office }, report, 'rows', save);
      if (outcome.kind === 'postponed') return outcome;
      return outcome.kind === 'prepared' ? outcome.report : wrongMessage();
    },
    unpack: async (file) => {
      const outcome = await runInPool(pool, { ...options, office }, file, 'files', wrongMessage);
      return outcome.kind === 'unpacked' ? outcome.unpacked : wrongMessage();
    },
    survey: (file) => surveyInPool(pool, { ...options, office }, file),
    close: async () => {
      await pool.close();
      await own?.close();
    },
  };
}

/** A file that ends its process is surveyed too: what it is was told before it was read. */
async function surveyInPool(
  pool: WorkerProcesses,
  options: StagePoolOptions & { readonly office: OfficeConverter },
  file: Omit<PooledReport<never>, 'save'>,
): Promise<FileSurvey> {
  let identity: FileIdentity | undefined;
  const began = performance.now();
  try {
    const outcome = await runInPool(pool, options, file, 'survey', async (message) => {
      identity = message.kind === 'identified' ? message.identity : wrongMessage();
    });
    return outcome.kind === 'surveyed' ? outcome.survey : wrongMessage();
  } catch (error) {
    if (identity === undefined || !(error instanceof PipelineError) || file.signal?.aborted) throw error;
    return {
      ...identity,
      pageCount: null,
      recognitionPages: 0,
      encodings: [],
      header: null,
      sketch: null,
      failure: { code: error.code, message: error.message },
      readMs: performance.now() - began,
    };
  }
}

/** An office that has not made a file of this by then hangs; the file's own reader takes it, in the time that is left. */
const officeTimeoutMs = ({ timeoutMs }: StagePoolOptions) => Math.min(60_000, timeoutMs);

function wrongMessage(): never {
  throw new TypeError('A process gave what it was not asked for');
}

async function runInPool(
  pool: WorkerProcesses,
  options: StagePoolOptions & { readonly office: OfficeConverter },
  report: Omit<PooledReport<never>, 'save'> & { readonly folder?: string },
  wanted: StageTask['wanted'],
  save: (message: FromWorker) => Promise<void>,
): Promise<Exclude<TaskOutcome, { kind: 'failed' }>> {
  const controller = new AbortController();
  const stop = (reason: unknown) => {
    if (!controller.signal.aborted) controller.abort(reason);
  };
  const onOutsideAbort = () => stop(report.signal?.reason);
  const limitMs = options.timeoutMs + (report.extraMs ?? 0);
  // Its answer may be there and only we too busy to have read it: one turn of the loop takes it.
  const timedOut = () =>
    setImmediate(() => {
      if (!ended) stop(new PipelineError('timeout', `${report.name} took longer than ${limitMs / 1000} s`));
    });
  // Programs that the process has started: they do not end with it.
  const children = new Set<number>();
  // A process's start (loading the readers) is not the file's fault: its clock begins when the process says so. Nor is the
  // office's: it has a limit of its own, and other files may be before this one. Nor is the time that storing takes.
  let timer: NodeJS.Timeout | undefined;
  let leftMs = limitMs;
  let resumedAt = 0;
  let ended = false;
  const resume = () => {
    resumedAt = performance.now();
    timer = setTimeout(timedOut, leftMs);
  };
  const pause = () => {
    clearTimeout(timer);
    leftMs = Math.max(1, leftMs - (performance.now() - resumedAt));
  };

  const onMessage = (message: FromWorker, answer: (message: ToWorker) => void): void => {
    switch (message.kind) {
      case 'started':
        resume();
        return;
      case 'child':
        if (message.child.running) children.add(message.child.pid);
        else children.delete(message.child.pid);
        return;
      case 'convert':
        pause();
        options.office.convert(message.bytes, message.from, message.to).then((converted) => {
          if (ended) return;
          resume();
          answer({ kind: 'converted', converted });
        }, stop);
        return;
      default:
        pause();
        save(message).then(() => {
          if (ended) return;
          resume();
          answer({ kind: 'saved' });
        }, stop);
    }
  };
  if (report.signal?.aborted) onOutsideAbort();
  report.signal?.addEventListener('abort', onOutsideAbort, { once: true });
  const { path, name, stored = [], keepReading = false, corrections = [], recognition } = report;
  const task: Omit<StageTask, 'port'> = {
    path,
    name,
    stored,
    keepReading,
    corrections,
    wanted,
    ...(recognition === undefined ? {} : { recognition }),
    ...(report.folder === undefined ? {} : { folder: report.folder }),
  };
  try {
    const outcome = (await pool.run({
      task: { ...task },
      onMessage: (message, answer) => onMessage(message as FromWorker, answer),
      signal: controller.signal,
    })) as TaskOutcome;
    if (outcome.kind !== 'failed') return outcome;
    throw new PipelineError(outcome.code, outcome.message, { retryable: outcome.retryable });
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    if (error instanceof PipelineError) throw error;
    throw deathOf(error, report.name, options);
  } finally {
    ended = true;
    for (const pid of children) endChild(pid);
    clearTimeout(timer);
    report.signal?.removeEventListener('abort', onOutsideAbort);
  }
}

function endChild(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** What a process died of. */
function deathOf(error: unknown, name: string, options: StagePoolOptions): PipelineError {
  return error instanceof WorkerDied && error.outOfMemory
    ? new PipelineError('out-of-memory', `${name} needs more than ${options.memoryMb} MB of memory`, { cause: error })
    : new PipelineError('internal', `the process that read ${name} ended: ${String(error)}`, { cause: error });
}
