import { basename } from 'node:path';
import { PipelineError } from '../../model/index.js';
import type { FileSurvey, StagePool } from '../../pipeline/index.js';
import type { Found } from '../find-files.js';
import { withUnpacked } from '../unpack-archive.js';
import type { Tally } from './tally.js';

export interface SurveyOptions {
  readonly found: readonly Exclude<Found, { kind: 'skipped' }>[];
  readonly pool: Pick<StagePool, 'survey' | 'unpack'>;
  readonly threads: number;
  readonly tally: Tally;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Surveys files side by side, as an import would read them; of an archive its files. Whatever a file does ends its own survey only. */
export async function surveyFiles({ found, pool, threads, tally, onProgress, signal }: SurveyOptions): Promise<void> {
  let done = 0;
  let total = found.length;
  const settle = () => {
    if (!signal.aborted) onProgress(++done, total);
  };

  /** @param file where the bytes lie, when they lie in an archive */
  const survey = async (path: string, file?: string, inner = basename(path)): Promise<void> => {
    let surveyed: FileSurvey;
    try {
      surveyed = await pool.survey({ path: file ?? path, name: inner.normalize('NFC'), signal });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof PipelineError)) throw error;
      tally.addFailed(path, error.code, error.message);
      return;
    }
    await tally.add(path, surveyed, file);
  };

  const surveyWithInner = (path: string): Promise<void> =>
    withUnpacked(path, pool, signal, async (unpacked) => {
      if (unpacked === null || unpacked.isReport) {
        await survey(path);
        settle();
      } else if (unpacked.files.length === 0) {
        tally.addFailed(path, 'empty', `${path} holds no files`);
        settle();
      }
      if (unpacked === null) return;
      total += unpacked.files.length - (unpacked.isReport ? 0 : 1);
      for (const file of unpacked.files) {
        if (signal.aborted) return;
        const inner = `${path}!/${file.path}`;
        if (file.kind === 'failed') tally.addFailed(inner, file.code, file.message);
        else await survey(inner, file.file, file.name);
        settle();
      }
    });

  const queue = found.values();
  await Promise.all(
    // One more than there are processes: the next file waits at the door when one is done.
    Array.from({ length: threads + 1 }, async () => {
      for (const one of queue) {
        if (signal.aborted) return;
        if (one.kind === 'failed') {
          tally.addFailed(one.path, one.code, one.message);
          settle();
        } else await surveyWithInner(one.path);
      }
    }),
  );
}
