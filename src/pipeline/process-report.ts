import type { RecognitionOptions } from '../ingest/index.js';
import type { Archive, ReportId } from '../store/index.js';
import type { StagePool } from './stage-pool.js';

/** What the recognition of one page may take on top of the time for a report: three or four seconds, tried four ways round on a slow machine. */
const recognitionMs = 60_000;

/** How a report's work ended; `postponed`: pages of it wait for text recognition. */
export type Processed = 'done' | 'done-before' | 'postponed';

/**
 * Takes one report of the archive through the stages and stores its graph. May be called again after any interruption.
 *
 * @returns 'done-before' when another process had finished it already
 * @throws PipelineError when the report cannot be read; whatever the archive throws
 */
export async function processReport(
  archive: Archive,
  pool: StagePool,
  id: ReportId,
  options: { readonly recognition?: RecognitionOptions; readonly signal?: AbortSignal } = {},
): Promise<Processed> {
  const begun = await archive.beginWork(id);
  if (begun === null) return 'done-before';
  const { recognition, signal } = options;
  const made = await pool.prepare({
    path: archive.originalPath(id),
    name: begun.name,
    stored: begun.stored,
    keepReading: begun.keepReading,
    corrections: begun.corrections,
    save: (output) => archive.saveStage(id, output),
    extraMs: recognition?.postpone === true ? 0 : (begun.recognitionPages ?? 0) * recognitionMs,
    ...(recognition === undefined ? {} : { recognition }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (made.kind === 'postponed') {
    await archive.postpone(id, made.pages);
    return 'postponed';
  }
  await archive.replaceReport(id, made.prepared, made.staged);
  return 'done';
}
