import { setTimeout as sleep } from 'node:timers/promises';
import { type FailureCode, PipelineError } from '../model/index.js';
import type { StagePool } from '../pipeline/index.js';
import {
  enqueueMissing,
  enqueueReports,
  forgetJobs,
  type QueueBackend,
  type ReportEnd,
  startReportWorker,
} from '../queue/index.js';
import type { Archive, ReportId } from '../store/index.js';
import type { Found } from './find-files.js';

/** What became of one file that was named. */
export interface ImportedFile {
  readonly path: string;
  readonly outcome: 'new' | 'duplicate' | 'failed' | 'waiting';
  readonly report: ReportId | null;
  readonly failure: { readonly code: FailureCode; readonly message: string } | null;
}

export interface ImportSummary {
  readonly files: readonly ImportedFile[];
  /** reports that were in the archive and waited, and were finished by this run */
  readonly resumed: number;
  /** failures among those */
  readonly resumedFailures: readonly ImportedFile[];
}

export interface ImportOptions {
  readonly archive: Archive;
  readonly backend: QueueBackend;
  readonly pool: StagePool;
  readonly threads: number;
  /** no other process works on this archive: what the last one left is finished too */
  readonly alone: boolean;
  readonly found: readonly Exclude<Found, { kind: 'skipped' }>[];
  /** reports that are in the archive and wait: settled with the files */
  readonly waitFor?: readonly ReportId[];
  /** how many files and left-over reports are settled */
  readonly onProgress: (settled: number, total: number) => void;
  /** stops taking files; running reports get a moment */
  readonly signal: AbortSignal;
}

/** How many files are read and stored at a time: the disk's own pace, while the threads read the ones before. */
const takers = 3;
/** What a running report may still take when the program ends. */
const graceMs = 3_000;
/** How long nothing must have ended before the rows are looked at, and before the queue is mended. */
const quietMs = 1_000;
const stuckMs = 10_000;

/**
 * Takes files into the archive and waits until each of them is settled, whichever process works on it.
 *
 * @throws PipelineError `disk-full`; whatever the archive throws when its database is gone for good
 */
export async function importReports(options: ImportOptions): Promise<ImportSummary> {
  const { archive, backend, pool, signal } = options;
  const ends = new Map<ReportId, ReportEnd>();
  const awaited = new Map<ReportId, number>();
  const taken: { path: string; report: ReportId; outcome: 'new' | 'duplicate' }[] = [];
  const lost: ImportedFile[] = [];
  let settled = 0;
  let total = options.found.length;
  let lastEnd = Date.now();

  const settle = (count: number) => {
    settled += count;
    options.onProgress(settled, total);
  };
  const end = (how: ReportEnd) => {
    ends.set(how.report, how);
    lastEnd = Date.now();
    const files = awaited.get(how.report);
    if (files === undefined) return;
    awaited.delete(how.report);
    settle(files);
  };
  const wait = (report: ReportId) => {
    if (ends.has(report)) settle(1);
    else awaited.set(report, (awaited.get(report) ?? 0) + 1);
  };

  if (options.alone) await forgetJobs(backend);
  const left = await enqueueMissing(backend, archive);
  const leftOver = options.alone ? left : (options.waitFor ?? []);
  total += leftOver.length;
  for (const report of leftOver) wait(report);
  const worker = startReportWorker(backend, { archive, pool, concurrency: options.threads, onEnd: end });

  const takeOne = async (found: Exclude<Found, { kind: 'skipped' }>): Promise<void> => {
    const fail = async (code: FailureCode, message: string) => {
      await archive.recordFailedPath(found.path, code, message);
      lost.push({ path: found.path, outcome: 'failed', report: null, failure: { code, message } });
      settle(1);
    };
    if (found.kind === 'failed') return fail(found.code, found.message);
    try {
      const { report, outcome } = await archive.takeIn({ path: found.path });
      taken.push({ path: found.path, report: report.id, outcome });
      if (report.state === 'done') end({ report: report.id, state: 'done' });
      if (report.state === 'failed' && report.failure?.retryable === false)
        end({ report: report.id, state: 'failed', ...report.failure });
      else if (report.state === 'failed') await archive.retry([report.id]);
      wait(report.id);
      if (!ends.has(report.id)) await enqueueReports(backend, [report.id]);
    } catch (error) {
      if (!(error instanceof PipelineError) || error.code === 'disk-full') throw error;
      await fail(error.code, error.message);
    }
  };

  try {
    const queue = options.found.values();
    await Promise.all(
      Array.from({ length: takers }, async () => {
        for (const found of queue) {
          if (signal.aborted) return;
          await takeOne(found);
        }
      }),
    );
    await untilSettled();
  } finally {
    await worker.close(graceMs);
  }

  /** Reports of this run may be worked on by another process; their rows tell. */
  async function untilSettled(): Promise<void> {
    let pauseMs = quietMs;
    let lastMend = Date.now();
    while (awaited.size > 0 && !signal.aborted) {
      await sleep(Math.min(50, pauseMs));
      if (Date.now() - lastEnd < pauseMs) continue;
      const began = Date.now();
      await lookAtRows();
      pauseMs = Math.max(quietMs, 10 * (Date.now() - began));
      if (Date.now() - Math.max(lastEnd, lastMend) > stuckMs) {
        await enqueueMissing(backend, archive);
        lastMend = Date.now();
      }
    }
  }

  async function lookAtRows(): Promise<void> {
    const pending = new Set<ReportId>();
    for await (const row of archive.pending()) pending.add(row.id);
    const gone = [...awaited.keys()].filter((report) => !pending.has(report));
    if (gone.length === 0) return;
    const failed = new Map((await archive.reports({ state: 'failed' })).map((row) => [row.id, row.failure]));
    for (const report of gone) {
      const failure = failed.get(report);
      end(failure ? { report, state: 'failed', ...failure } : { report, state: 'done' });
    }
  }

  const settledAs = (file: { path: string; report: ReportId; outcome: 'new' | 'duplicate' }): ImportedFile => {
    const how = ends.get(file.report);
    if (how === undefined) return { ...file, outcome: 'waiting', failure: null };
    if (how.state === 'done') return { ...file, failure: null };
    return { ...file, outcome: 'failed', failure: { code: how.code, message: how.message } };
  };
  const files = [...taken.map(settledAs), ...lost].sort((a, b) => (a.path < b.path ? -1 : 1));
  const named = new Set(taken.map(({ report }) => report));
  const resumedFailures = leftOver.flatMap((report): ImportedFile[] => {
    const how = ends.get(report);
    if (how?.state !== 'failed' || named.has(report)) return [];
    return [{ path: report, report, outcome: 'failed', failure: { code: how.code, message: how.message } }];
  });
  return { files, resumed: leftOver.filter((report) => ends.has(report)).length, resumedFailures };
}
