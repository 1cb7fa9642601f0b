import type { Archive, ReportId } from '../store/index.js';
import type { StagePool } from './stage-pool.js';

/**
 * Takes one report of the archive through the stages and stores its graph. May be called again after any interruption.
 *
 * @returns false when another process had finished it already
 * @throws PipelineError when the report cannot be read; whatever the archive throws
 */
export async function processReport(
  archive: Archive,
  pool: StagePool,
  id: ReportId,
  signal?: AbortSignal,
): Promise<boolean> {
  const begun = await archive.beginWork(id);
  if (begun === null) return false;
  const { prepared, staged } = await pool.prepare({
    path: archive.originalPath(id),
    name: begun.name,
    stored: begun.stored,
    keepReading: begun.keepReading,
    corrections: begun.corrections,
    save: (output) => archive.saveStage(id, output),
    ...(signal === undefined ? {} : { signal }),
  });
  await archive.replaceReport(id, prepared, staged);
  return true;
}
