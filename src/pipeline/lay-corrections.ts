import { type Archive, type ReportId, unpackOutput } from '../store/index.js';
import { prepareCorrected } from './prepare-corrected.js';
import type { Stage } from './stage.js';
import { extractStage, ingestStage, normalizeStage } from './stages.js';

/**
 * Lays the corrections over every report whose rows do not say yet what they say, from the stored outputs of its stages,
 * of whatever version: no rule runs again but those for identity, over what was corrected. May be called again after any
 * interruption.
 *
 * @param onReport after each report: how many are done, and how many there are
 * @returns how many reports were changed
 */
export async function layDueCorrections(
  archive: Archive,
  onReport: (done: number, total: number) => void = () => {},
): Promise<number> {
  const due = await archive.dueReports();
  for (const [index, report] of due.entries()) {
    await layCorrections(archive, report);
    onReport(index + 1, due.length);
  }
  return due.length;
}

async function layCorrections(archive: Archive, report: ReportId): Promise<void> {
  const work = await archive.storedWork(report);
  if (work === null) return; // it is being worked on, and gets its corrections there
  const output = async <Output>(stage: Stage<never, Output>): Promise<Output | null> => {
    const packed = work.stored.find((each) => each.stage === stage.name);
    if (packed === undefined) return null;
    const parsed = stage.schema.safeParse(await unpackOutput(packed.output));
    return parsed.success ? parsed.data : null;
  };
  const [document, extraction, normalized] = [
    await output(ingestStage),
    await output(extractStage),
    await output(normalizeStage),
  ];
  if (document === null || extraction === null || normalized === null) {
    // Stored by a program whose records had another shape: the stages must run again.
    await archive.reprocess([report]);
    return;
  }
  const prepared = prepareCorrected({ document, extraction, normalized }, work.corrections);
  await archive.replaceReport(report, prepared, [], work.stored);
}
