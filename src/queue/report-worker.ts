import { UnrecoverableError } from 'bullmq';
import { type FailureCode, PipelineError } from '../model/index.js';
import { processReport, type RecognitionOptions, type StagePool } from '../pipeline/index.js';
import type { Archive, ReportId } from '../store/index.js';
import type { QueueBackend } from './queue-backend.js';
import { attempts, type QueueName, reportJob } from './report-job.js';
import { enqueueReports } from './report-queue.js';

/** How a report's work ended, in this process. */
export type ReportEnd =
  | { readonly report: ReportId; readonly state: 'done' }
  | { readonly report: ReportId; readonly state: 'failed'; readonly code: FailureCode; readonly message: string };

export interface ReportWorkerOptions {
  readonly archive: Archive;
  readonly pool: StagePool;
  /** reports at a time: more than the pool has processes, so that some are stored while others are read */
  readonly concurrency: number;
  readonly onEnd?: (end: ReportEnd) => void;
  /**
   * How the letters of pictures are read. Reports of the queue `reports` that need it go on to the queue `recognition`;
   * missing: they fail as `no-text`.
   */
  readonly recognition?: RecognitionOptions;
}

export interface ReportWorker {
  /** Takes no more jobs, lets running ones end for `graceMs`, then abandons them; they wait for the next start. */
  close(graceMs: number): Promise<void>;
}

/** Begins to work on the reports of one queue. */
export function startReportWorker(
  backend: QueueBackend,
  options: ReportWorkerOptions,
  name: QueueName = 'reports',
): ReportWorker {
  const stopping = new AbortController();
  const recognition =
    options.recognition === undefined ? {} : { recognition: { ...options.recognition, postpone: name === 'reports' } };
  const worker = backend.worker(
    name,
    async ({ data, attemptsMade }) => {
      const payload = reportJob.safeParse(data);
      if (!payload.success) throw new UnrecoverableError(`not a job of ours: ${payload.error.message}`);
      await work(
        backend,
        payload.data.report,
        attemptsMade + 1 >= attempts,
        { ...options, ...recognition },
        stopping.signal,
      );
    },
    {
      concurrency: options.concurrency,
      // The heavy work is in processes of their own, so the locks are renewed in time, and a dead process is noticed within 15 s.
      lockDuration: 10_000,
      stalledInterval: 5_000,
      maxStalledCount: 3,
      // How long to wait for a server, or for another process to take the embedded database over, between two tries.
      runRetryDelay: 1_000,
      drainDelay: 1,
    },
  );
  return {
    async close(graceMs) {
      const timer = setTimeout(() => stopping.abort(new Error('the program is ending')), graceMs);
      await worker.close();
      clearTimeout(timer);
    },
  };
}

async function work(
  backend: QueueBackend,
  report: ReportId,
  last: boolean,
  options: ReportWorkerOptions,
  signal: AbortSignal,
): Promise<void> {
  const { archive, pool, onEnd, recognition } = options;
  try {
    const ended = await processReport(archive, pool, report, {
      signal,
      ...(recognition === undefined ? {} : { recognition }),
    });
    if (ended === 'postponed') return await enqueueReports(backend, [report], 'recognition');
  } catch (error) {
    // Not of this archive (a queue that outlived it): nothing to do, now or later.
    if (error instanceof RangeError) throw new UnrecoverableError(error.message);
    // Thrown to the queue, which tries again after a while. What the archive itself throws (a server gone away) is never
    // the report's fault: its row stays as it is, and the next comparison of rows and queue finds it.
    if (!(error instanceof PipelineError) || (error.retryable && (!last || error.code === 'internal'))) throw error;
    const { code, message, retryable } = error;
    await archive.markFailed(report, { code, message, retryable });
    onEnd?.({ report, state: 'failed', code, message });
    return;
  }
  onEnd?.({ report, state: 'done' });
}
