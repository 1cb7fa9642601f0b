import type { Archive, ReportId } from '../store/index.js';
import type { StagePool } from './stage-pool.js';
import { stages } from './stages.js';

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
  const begun = await archive.beginWork(id, stages);
  if (begun === null) return false;
  const { prepared, last } = await pool.prepare({
    path: archive.originalPath(id),
    name: begun.name,
    stored: Object.fromEntries(begun.stored),
    save: (staged) => archive.saveStage(id, staged),
    ...(signal === undefined ? {} : { signal }),
  });
  await archive.replaceReport(id, prepared, last);
  return true;
}
