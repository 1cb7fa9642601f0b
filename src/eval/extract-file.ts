import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PipelineError } from '../model/index.js';
import { loadStages } from '../pipeline/index.js';
import type { ReportRecords } from './compare.js';
import { labelledReport } from './labelled-report.js';

/** A report that a run could not read. */
export interface FailedReport {
  readonly name: string;
  readonly failure: string;
}
export type ReportOutcome = ReportRecords | FailedReport;

/** A file and the name under which its records are kept and printed. */
export interface ReportPath {
  readonly path: string;
  readonly name: string;
}

/**
 * What the rules of this source tree find in a file.
 *
 * @throws Error the file is not there
 */
export async function extractFile({ path, name }: ReportPath): Promise<ReportOutcome> {
  const bytes = await readFile(path);
  const { ingestStage, extractStage } = await loadStages();
  try {
    const document = await ingestStage.run({ bytes, name: basename(path) });
    const extraction = await extractStage.run(document);
    const text = createHash('sha256').update(document.text).digest('hex');
    return { name, text, records: labelledReport.parse(extraction) };
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return { name, failure: error.message };
  }
}
