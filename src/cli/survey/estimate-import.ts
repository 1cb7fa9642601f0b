import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PipelineError } from '../../model/index.js';
import type { StagePool } from '../../pipeline/index.js';
import { openQueueBackend } from '../../queue/index.js';
import { openArchive } from '../../store/index.js';
import { importReports } from '../import-reports.js';
import { type Context, openRecognitionPool } from '../session.js';
import type { Findings, Timed } from './tally.js';

/** Seconds, from and to. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** How long an import will take on this machine, and what that rests on. */
export interface Estimate {
  readonly threads: number;
  readonly total: Range;
  /** reading, extracting and storing all but the recognition; null where nothing could be timed */
  readonly reading: (Range & { readonly timedFiles: number; readonly timedBytes: number }) | null;
  /** null where there is nothing to recognise, or it is switched off */
  readonly recognition:
    | (Range & { readonly pages: number; readonly timedPages: number; readonly secondsAPage: number })
    | null;
}

/** What one measurement leaves open: another load of the machine, files that are not like those drawn. */
const readingSlack = 0.25;
const recognitionSlack = 0.3;
/** Reading more than this to time it would make the survey the import. */
const mostSampleMs = 20_000;
/** Time on top of the pool's limit for a page that is recognised to be timed. */
const pageMs = 60_000;

/**
 * Times the drawn files: they are imported, half by half, into an archive that is made for that and thrown away, and
 * the first pages of a few scans are recognised.
 *
 * @returns null when there is nothing to take in, or the person stops it
 */
export async function estimateImport(context: Context, pool: StagePool, findings: Findings): Promise<Estimate | null> {
  const { config, signal } = context;
  if (findings.toTake === 0) return null;
  const ratios = await timeImports(context, pool, findings.sample);
  const pages =
    config.ocr === 'never' ? 0 : findings.recognition.pages + (config.ocr === 'always' ? findings.typedPages : 0);
  const timed = pages === 0 ? [] : await timeRecognition(context, pool, findings.scanSample);
  if (signal.aborted) return null;

  const all = findings.readMs / 1000;
  const reading =
    ratios === null
      ? null
      : {
          least: all * Math.min(...ratios.ratios) * (1 - readingSlack),
          most: all * Math.max(...ratios.ratios) * (1 + readingSlack),
          timedFiles: ratios.files,
          timedBytes: ratios.bytes,
        };
  const perPage = timed.map(({ seconds, pages: read }) => seconds / read);
  const timedPages = timed.reduce((sum, one) => sum + one.pages, 0);
  const recognition =
    timedPages === 0
      ? null
      : {
          least: pages * Math.min(...perPage) * (1 - recognitionSlack),
          most: pages * Math.max(...perPage) * (1 + recognitionSlack),
          pages,
          timedPages,
          secondsAPage: timed.reduce((sum, one) => sum + one.seconds, 0) / timedPages,
        };
  if (reading === null && recognition === null) return null;
  return {
    threads: config.threads,
    // Texts do not wait for scans: both go on side by side, and take the processors from one another.
    total: {
      least: (reading?.least ?? 0) + (recognition?.least ?? 0),
      most: (reading?.most ?? 0) + (recognition?.most ?? 0),
    },
    reading,
    recognition,
  };
}

/** How much longer an import of these files took, all processes together, than one took to read them. */
async function timeImports(
  { config, signal }: Context,
  pool: StagePool,
  sample: readonly Timed[],
): Promise<{ readonly ratios: readonly number[]; readonly files: number; readonly bytes: number } | null> {
  let budget = mostSampleMs;
  const timed = sample.filter(({ readMs }) => {
    budget -= readMs;
    return budget > 0;
  });
  if (timed.length === 0) return null;
  // Two halves of like size and order: how far they differ is part of what is not known.
  const halves = [0, 1].map((half) => timed.filter((_, index) => index % 2 === half)).filter((half) => half.length > 0);
  const folder = await mkdtemp(join(tmpdir(), 'trichluc-survey-'));
  const recognitionPool = openRecognitionPool(config);
  try {
    const archive = await openArchive({ folder, now: () => new Date() });
    const backend = openQueueBackend({ kind: 'postgres', connection: archive.queueConnection() }, () => {});
    try {
      const ratios: number[] = [];
      for (const half of halves) {
        const began = performance.now();
        let ended = began;
        await importReports({
          archive,
          backend,
          pool,
          recognitionPool,
          threads: config.threads,
          alone: true,
          found: half.map(({ path, bytes }) => ({ kind: 'file', path, bytes })),
          onProgress: () => {
            ended = performance.now();
          },
          signal,
        });
        if (signal.aborted) return null;
        ratios.push((ended - began) / half.reduce((sum, { readMs }) => sum + readMs, 0));
      }
      return { ratios, files: timed.length, bytes: timed.reduce((sum, { bytes }) => sum + bytes, 0) };
    } finally {
      await backend.close();
      await archive.close();
    }
  } finally {
    await recognitionPool.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Recognises the first pages of each, as many at a time as an import does. */
async function timeRecognition(
  { config, signal }: Context,
  pool: Pick<StagePool, 'survey'>,
  scans: readonly Timed[],
): Promise<readonly { readonly seconds: number; readonly pages: number }[]> {
  const timed: { seconds: number; pages: number }[] = [];
  for (const { path, pages, readMs } of scans) {
    if (signal.aborted) break;
    const mostPages = Math.min(pages, config.threads);
    const recognition = { mode: 'auto' as const, pagesAtOnce: config.threads, mostPages };
    try {
      const name = basename(path);
      const survey = await pool.survey({ path, name, signal, recognition, extraMs: mostPages * pageMs });
      const seconds = (survey.readMs - readMs) / 1000;
      if ((survey.failure === null || survey.failure.code === 'no-text') && seconds > 0)
        timed.push({ seconds, pages: mostPages });
    } catch (error) {
      if (!(error instanceof PipelineError) && !signal.aborted) throw error;
    }
  }
  return timed;
}
