import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FailureCode, PipelineError } from '../model/index.js';
import type { RecognitionOptions, StagePool } from '../pipeline/index.js';
import {
  countJobs,
  enqueueMissing,
  forgetJobs,
  type QueueBackend,
  type ReportEnd,
  startReportWorker,
} from '../queue/index.js';
import type { Archive, ReportId, ReportRow } from '../store/index.js';
import { enqueueInBatches } from './enqueue-in-batches.js';
import type { Found } from './find-files.js';
import { openSettlement } from './settlement.js';
import { withUnpacked } from './unpack-archive.js';

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
  /** for reports whose pages must be recognised, one at a time */
  readonly recognitionPool: StagePool;
  /** missing: reports that are pictures fail as `no-text` */
  readonly recognition?: RecognitionOptions;
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

/** How many files are read and stored at a time: the disk's own pace, while the processes read the ones before. */
const takers = 3;
/** How many reports are stored while every process reads one. */
const storing = 1;
/** What a running report may still take when the program ends. */
const graceMs = 3_000;
/** How long nothing must have ended before the rows are looked at, and before the queue is mended. */
const quietMs = 1_000;
const stuckMs = 10_000;
/** how long an import waits for jobs that have nothing to do, or are another's, after its own reports are in */
const lingerMs = 2_000;

/**
 * Takes files into the archive and waits until each of them is settled, whichever process works on it.
 *
 * @throws PipelineError `disk-full`; whatever the archive throws when its database is gone for good
 */
export async function importReports(options: ImportOptions): Promise<ImportSummary> {
  const { archive, backend, pool, signal } = options;
  const taken: Taken[] = [];
  const lost: ImportedFile[] = [];
  let total = options.found.length;
  let settled = 0;
  const settlement = openSettlement(Date.now, (files) => {
    settled += files;
    options.onProgress(settled, total);
  });
  let lastMend = Date.now();
  let troubled = false;

  /** Rows are read first: that is what makes the archive find its database again. */
  async function mend(): Promise<readonly ReportId[]> {
    const waiting = await untilReached(() => enqueueMissing(backend, archive), signal);
    troubled = false;
    lastMend = Date.now();
    return waiting;
  }

  if (options.alone) await untilReached(() => forgetJobs(backend), signal);
  const left = await mend();
  const leftOver = options.alone ? left : (options.waitFor ?? []);
  total += leftOver.length;
  for (const report of leftOver) settlement.expect(report);
  const shared = {
    archive,
    onEnd: (how: ReportEnd) => settlement.end(how),
    ...(options.recognition === undefined ? {} : { recognition: options.recognition }),
  };
  const workers = [
    startReportWorker(backend, { ...shared, pool, concurrency: options.threads + storing }),
    // Its pages run side by side already.
    startReportWorker(backend, { ...shared, pool: options.recognitionPool, concurrency: 1 }, 'recognition'),
  ];

  // When the queue has lost its database (the process that held it ended), rows are safe and jobs come later.
  const jobs = enqueueInBatches(backend, () => {
    troubled = true;
  });

  async function fail(path: string, code: FailureCode, message: string): Promise<void> {
    await archive.recordFailedPath(path, code, message);
    lost.push({ path, outcome: 'failed', report: null, failure: { code, message } });
    options.onProgress(++settled, total);
  }

  /** An archive is its files, each with a path that says where in it; a letter is itself and what is attached. */
  async function takeWithInner(path: string): Promise<void> {
    await withUnpacked(path, pool, signal, async (unpacked) => {
      if (unpacked === null) return take(path);
      if (unpacked.isReport) await take(path);
      else if (unpacked.files.length === 0) return fail(path, 'empty', `${path} holds no files`);
      total += unpacked.files.length - (unpacked.isReport ? 0 : 1);
      for (const file of unpacked.files) {
        if (signal.aborted) return;
        const inner = `${path}!/${file.path}`;
        if (file.kind === 'failed') await fail(inner, file.code, file.message);
        else await take(inner, { bytes: await readFile(file.file), name: file.name });
      }
    });
  }

  async function take(path: string, inner?: { readonly bytes: Uint8Array; readonly name: string }): Promise<void> {
    let report: ReportRow;
    try {
      const takenIn = await archive.takeIn({ path, ...inner });
      report = takenIn.report;
      taken.push({ path, report: report.id, outcome: takenIn.outcome });
    } catch (error) {
      // A full disk and a lost database are everybody's trouble; what is left is this file's own.
      if (!(error instanceof PipelineError) || error.code === 'disk-full' || error.code === 'internal') throw error;
      return fail(path, error.code, error.message);
    }
    if (report.state === 'failed' && report.failure?.retryable) await archive.retry([report.id]);
    else if (report.state === 'failed' || report.state === 'done') settlement.end(endOfRow(report));
    settlement.expect(report.id);
    if (settlement.endOf(report.id) !== undefined) return;
    jobs.add(report.id);
  }

  /** Reports of this run may be worked on by another process; their rows tell. */
  async function untilSettled(): Promise<void> {
    let lastLook = Date.now();
    let pauseMs = quietMs;
    while (settlement.awaited().length > 0 && !signal.aborted) {
      await sleep(50);
      const now = Date.now();
      if (now - Math.max(settlement.lastAwaitedEnd, lastLook) < pauseMs) continue;
      if (troubled || now - Math.max(settlement.lastEnd, lastMend) > stuckMs) await mend();
      for (const how of await endsInRows(archive, settlement.awaited())) settlement.end(how);
      lastLook = Date.now();
      // Of a long list of waiting reports only a tenth of the time is spent on reading it.
      pauseMs = Math.max(quietMs, 10 * (lastLook - now));
    }
  }

  /** A report that was queued again while its first job ended leaves a job that finds nothing to do: it is let end. */
  async function untilQueueIsQuiet(): Promise<void> {
    const end = Date.now() + lingerMs;
    while (!signal.aborted && Date.now() < end) {
      // A queue out of reach just now is no reason to fail an import whose reports are all in.
      const counts = await countJobs(backend).catch(() => null);
      if (counts === null || counts.waiting + counts.active === 0) return;
      await sleep(50);
    }
  }

  try {
    const queue = options.found.values();
    await Promise.all(
      Array.from({ length: takers }, async () => {
        for (const found of queue) {
          if (signal.aborted) return;
          if (found.kind === 'failed') await fail(found.path, found.code, found.message);
          else await takeWithInner(found.path);
        }
      }),
    );
    await jobs.flush();
    await untilSettled();
    await untilQueueIsQuiet();
  } finally {
    await jobs.flush();
    await Promise.all(workers.map((worker) => worker.close(graceMs)));
  }

  const named = new Set(taken.map(({ report }) => report));
  const resumed = leftOver.filter((report) => settlement.endOf(report) !== undefined);
  return {
    files: [...taken.map((file) => settledAs(file, settlement.endOf(file.report))), ...lost].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    ),
    resumed: resumed.length,
    resumedFailures: resumed
      .filter((report) => !named.has(report))
      .map((report) => settledAs({ path: report, report, outcome: 'duplicate' }, settlement.endOf(report)))
      .filter(({ outcome }) => outcome === 'failed'),
  };
}

interface Taken {
  readonly path: string;
  readonly report: ReportId;
  readonly outcome: 'new' | 'duplicate';
}

function settledAs(file: Taken, how: ReportEnd | undefined): ImportedFile {
  if (how === undefined) return { ...file, outcome: 'waiting', failure: null };
  if (how.state === 'done') return { ...file, failure: null };
  return { ...file, outcome: 'failed', failure: { code: how.code, message: how.message } };
}

function endOfRow({ id, failure }: Pick<ReportRow, 'id' | 'failure'>): ReportEnd {
  return failure === null ? { report: id, state: 'done' } : { report: id, state: 'failed', ...failure };
}

/** Those of these reports that no longer wait, and how they ended. */
async function endsInRows(archive: Archive, awaited: readonly ReportId[]): Promise<readonly ReportEnd[]> {
  const pending = new Set<ReportId>();
  for await (const { id } of archive.pending()) pending.add(id);
  const gone = awaited.filter((report) => !pending.has(report));
  if (gone.length === 0) return [];
  const failures = new Map((await archive.reports({ state: 'failed' })).map(({ id, failure }) => [id, failure]));
  return gone.map((id) => endOfRow({ id, failure: failures.get(id) ?? null }));
}

/** Tries for a minute: long enough for another process to take the embedded database over, or a server to restart. */
async function untilReached<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || Date.now() > end || error instanceof TypeError || error instanceof RangeError) throw error;
      await sleep(250);
    }
  }
}
