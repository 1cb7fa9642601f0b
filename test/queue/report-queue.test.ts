import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyHeader, PipelineError } from '../../src/model/index.js';
import type { PooledReport, RecognitionOptions, StagePool } from '../../src/pipeline/index.js';
import {
  countJobs,
  enqueueMissing,
  enqueueReports,
  forgetJobs,
  openQueueBackend,
  type QueueBackend,
  type ReportEnd,
  startReportWorker,
} from '../../src/queue/index.js';
import { type Archive, openArchive, prepareReport, type StagedOutput } from '../../src/store/index.js';

const reachable = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
const redis = await reachable(6379);
if (!redis) {
  if (process.env['CI']) throw new Error('no Redis on 127.0.0.1:6379, and CI must test on it');
  console.warn('no Redis on 127.0.0.1:6379: its tests are skipped');
}

const made = (report: PooledReport<StagedOutput>) => ({
  kind: 'prepared' as const,
  prepared: prepareReport(graphOf(report)),
  staged: [],
});

/** The stages' stand-in: what comes of a report is said by its file's name. */
const graphOf = (report: PooledReport<StagedOutput>) => ({
  document: {
    sha256: report.path.slice(-64),
    name: report.name,
    mediaType: 'text/plain',
    bytes: 1,
    pageCount: null,
    text: '',
    pages: [],
    blocks: [],
    tables: [],
    notes: [],
    warnings: [],
  },
  extraction: {
    header: emptyHeader,
    citations: [],
    relations: [],
    quantities: [],
    awards: [],
    diagnostics: [],
  },
  normalized: { self: null, documents: [], citations: [], relations: [], conflicts: [], diagnostics: [] },
});

describe.each([
  ['the archive’s own database', true],
  ['Redis', redis],
] as const)('the queue in %s', (name, there) => {
  let folder: string;
  let archive: Archive;
  let backend: QueueBackend;
  const runs: string[] = [];
  const prefix = `trichluc-test-${randomUUID()}`;

  beforeAll(async () => {
    if (!there) return;
    folder = mkdtempSync(join(tmpdir(), 'trichluc-queue-'));
    archive = await openArchive({ folder, now: () => new Date() });
  });
  afterAll(async () => {
    if (!there) return;
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
    if (name !== 'Redis') return;
    const client = new Redis('redis://127.0.0.1:6379');
    const keys = await client.keys(`${prefix}*`);
    if (keys.length > 0) await client.del(...keys);
    client.disconnect();
  });
  beforeEach(() => {
    if (!there) return;
    runs.length = 0;
    backend = openQueueBackend(
      name === 'Redis'
        ? { kind: 'redis', url: 'redis://127.0.0.1:6379', prefix }
        : { kind: 'postgres', connection: archive.queueConnection() },
      () => {},
    );
  });
  afterEach(async () => {
    if (there) await backend.close();
  });

  const takeIn = async (name: string) =>
    (await archive.takeIn({ path: `/in/${name}`, bytes: Buffer.from(name + randomUUID()) })).report.id;

  /** Works until as many reports have ended. */
  async function workUntil(
    count: number,
    pool: StagePool['prepare'],
    options: { readonly recognition?: RecognitionOptions; readonly queue?: 'reports' | 'recognition' } = {},
  ): Promise<ReportEnd[]> {
    const ends: ReportEnd[] = [];
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${ends.length} of ${count} ended`)), 25_000);
      const wanted = {
        archive,
        pool: {
          run: async () => Promise.reject(new TypeError('not asked for')),
          prepare: pool,
          unpack: async () => null,
          survey: async () => Promise.reject(new TypeError('Nothing is surveyed here')),
          close: async () => {},
        },
        concurrency: 2,
        onEnd: (end: ReportEnd) => {
          ends.push(end);
          if (ends.length < count) return;
          clearTimeout(timer);
          // The last job still has to leave the queue.
          setTimeout(() => worker.close(1000).then(resolve, reject), 100);
        },
        ...(options.recognition === undefined ? {} : { recognition: options.recognition }),
      };
      const worker = startReportWorker(backend, wanted, options.queue);
    });
    return ends;
  }
  const succeed = async (report: PooledReport<StagedOutput>) => {
    runs.push(report.name);
    return made(report);
  };

  it.skipIf(!there)('runs each report once, however often it was added', async () => {
    const ids = await Promise.all(['a', 'b', 'c'].map(takeIn));
    await enqueueReports(backend, ids);
    await enqueueReports(backend, ids);
    expect(await enqueueMissing(backend, archive)).toHaveLength(3);
    expect(await countJobs(backend)).toEqual({ waiting: 3, active: 0 });
    const ends = await workUntil(3, succeed);
    expect(ends.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(runs.sort()).toEqual(['a', 'b', 'c']);
    expect(await countJobs(backend)).toEqual({ waiting: 0, active: 0 });
    expect(await enqueueMissing(backend, archive)).toEqual([]);
  });

  it.skipIf(!there)('sends scans on to a queue of their own, where texts do not wait for them', async () => {
    const scan = await takeIn('quet.pdf');
    const texts = [await takeIn('mot.txt'), await takeIn('hai.txt')];
    await enqueueReports(backend, [scan, ...texts]);
    const asked: { name: string; postpone: boolean | undefined; extraMs: number | undefined }[] = [];
    const read = async (report: PooledReport<StagedOutput>) => {
      asked.push({ name: report.name, postpone: report.recognition?.postpone, extraMs: report.extraMs });
      return report.name === 'quet.pdf' && report.recognition?.postpone === true
        ? { kind: 'postponed' as const, pages: 7 }
        : made(report);
    };
    const recognition = { mode: 'auto', pagesAtOnce: 1 } as const;
    expect(await workUntil(2, read, { recognition })).toHaveLength(2);
    // It waits, and a start without a queue finds it again in the row.
    expect(await archive.row(scan)).toMatchObject({ state: 'taken-in', attempts: 0, recognitionPages: 7 });
    await forgetJobs(backend);
    expect(await enqueueMissing(backend, archive)).toEqual([scan]);
    expect(await countJobs(backend)).toEqual({ waiting: 1, active: 0 });
    expect(await workUntil(1, read, { recognition, queue: 'recognition' })).toEqual([{ report: scan, state: 'done' }]);
    expect(asked.filter(({ name }) => name === 'quet.pdf')).toEqual([
      { name: 'quet.pdf', postpone: true, extraMs: 0 },
      { name: 'quet.pdf', postpone: false, extraMs: 7 * 60_000 },
    ]);
  });

  it.skipIf(!there)('adds from the rows what a lost queue has forgotten', async () => {
    const id = await takeIn('lost');
    await enqueueReports(backend, [id]);
    await forgetJobs(backend);
    expect(await countJobs(backend)).toEqual({ waiting: 0, active: 0 });
    expect(await enqueueMissing(backend, archive)).toEqual([id]);
    expect(await workUntil(1, succeed)).toEqual([{ report: id, state: 'done' }]);
  });

  it.skipIf(!there)('fails a bad report at once, and tries a passing trouble again', async () => {
    const bad = await takeIn('bad');
    const unlucky = await takeIn('unlucky');
    await enqueueReports(backend, [bad, unlucky]);
    const ends = await workUntil(2, async (report) => {
      runs.push(report.name);
      if (report.name === 'bad') throw new PipelineError('corrupt', 'cut short');
      if (runs.filter((run) => run === 'unlucky').length < 2)
        throw new PipelineError('disk-full', 'no room', { retryable: true });
      return made(report);
    });
    expect(ends).toEqual([
      { report: bad, state: 'failed', code: 'corrupt', message: 'cut short' },
      { report: unlucky, state: 'done' },
    ]);
    expect(runs.sort()).toEqual(['bad', 'unlucky', 'unlucky']);
    expect((await archive.report(bad))?.report).toMatchObject({ state: 'failed', failure: { code: 'corrupt' } });
  });

  it.skipIf(!there)('gives up a report whose work began ten times and never ended', async () => {
    const id = await takeIn('poison');
    for (let start = 0; start < 10; start++) await archive.beginWork(id);
    expect(await enqueueMissing(backend, archive)).toEqual([]);
    expect((await archive.report(id))?.report).toMatchObject({ state: 'failed', failure: { code: 'internal' } });
  });
});
