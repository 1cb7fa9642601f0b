import type { Archive } from '../store/index.js';
import { type ImportOptions, type ImportSummary, importReports } from './import-reports.js';
import { layDue } from './lay-due.js';
import { startProgress } from './progress.js';
import { type Context, openPool, openQueue, openRecognitionPool, recognitionOf } from './session.js';

/** Takes in what is found, works on what waits, and shows how far it is. */
export async function settleReports(
  context: Context,
  archive: Archive,
  work: Pick<ImportOptions, 'alone' | 'found' | 'waitFor'>,
): Promise<ImportSummary> {
  const { config, terminal, messages, signal } = context;
  const backend = await openQueue(context, archive);
  const pool = openPool(config);
  const recognitionPool = openRecognitionPool(config);
  const recognition = recognitionOf(config);
  const expected = work.found.length + (work.waitFor?.length ?? 0);
  const progress = startProgress(terminal, messages, expected, () => performance.now());
  try {
    const summary = await importReports({
      ...work,
      archive,
      backend,
      pool,
      recognitionPool,
      ...(recognition === undefined ? {} : { recognition }),
      threads: config.threads,
      onProgress: (settled, total) => progress.update(settled, total),
      signal,
    });
    // A person may have decided while reports were on their way.
    await layDue(context, archive);
    await archive.settleMentions();
    return summary;
  } finally {
    progress.stop();
    await backend.close();
    await pool.close();
    await recognitionPool.close();
  }
}
