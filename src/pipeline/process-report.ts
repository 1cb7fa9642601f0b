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
  if (!(await archive.markProcessing(id))) return false;
  const row = await archive.row(id);
  if (row === null) throw new RangeError(`report ${id} is not in the archive`);
  const stored: Record<string, unknown> = {};
  for (const { name, version } of stages) {
    const kept = await archive.stageOutput(id, name, version);
    // What follows a missing output was made from something that is no longer there.
    if (kept === null) break;
    stored[name] = kept.output;
  }
  const graph = await pool.run({
    path: archive.originalPath(id),
    name: row.name,
    stored,
    save: ({ stage, version, output, diagnostics }) => archive.saveStage(id, stage, version, { output, diagnostics }),
    ...(signal === undefined ? {} : { signal }),
  });
  await archive.replaceReport(id, graph);
  return true;
}
