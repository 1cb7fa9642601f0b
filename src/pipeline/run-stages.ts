import type { Diagnostic, Extraction, NormalizedReport, SourceDocument } from '../model/index.js';
import type { Stage } from './stage.js';
import { extractStage, ingestStage, normalizeStage, type ReportFile } from './stages.js';

/** What one stage gave, ready to be stored. */
export interface StageResult {
  readonly stage: string;
  readonly version: number;
  readonly output: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a report's work begins and what becomes of it. */
export interface StageRun {
  /** asked for only when the file itself must be read */
  readonly file: () => Promise<ReportFile>;
  /** outputs kept from an earlier run at the current versions, by stage name */
  readonly stored: Readonly<Record<string, unknown>>;
  /** the version that the stored reading has, where it need not be the current one */
  readonly readBy?: number;
  /** settles when the result is safe; the next stage begins after that */
  readonly save: (result: StageResult) => Promise<void>;
}

/** What the stages make of one report. */
export interface ReportGraph {
  readonly document: SourceDocument;
  readonly extraction: Extraction;
  readonly normalized: NormalizedReport;
}

/**
 * Runs the stages of one report in order, taking up stored outputs where there are any. Running it twice gives the same.
 *
 * @throws PipelineError whatever a stage throws, and what `save` throws
 */
export async function runStages(run: StageRun): Promise<ReportGraph> {
  let readAgain = false;
  const document = await resume(ingestStage, run, 0, () => {
    readAgain = true;
    return run.file();
  });
  // What is made from an older reading is named by its version, and so never taken for what a new reading gives.
  const older = readAgain || run.readBy === undefined ? 0 : run.readBy - ingestStage.version;
  const extraction = await resume(extractStage, run, older, async () => document);
  const normalized = await resume(normalizeStage, run, older, async () => ({ document, extraction }));
  return { document, extraction, normalized };
}

async function resume<Input, Output>(
  stage: Stage<Input, Output>,
  run: StageRun,
  older: number,
  input: () => Promise<Input>,
): Promise<Output> {
  const stored = run.stored[stage.name];
  if (stored !== undefined) {
    // A row that an older program wrote, or a damaged one, is no reason to fail: the stage can be run again.
    const checked = stage.schema.safeParse(stored);
    if (checked.success) return checked.data;
  }
  const output = await stage.run(await input());
  await run.save({
    stage: stage.name,
    version: stage.version + older,
    output,
    diagnostics: stage.diagnosticsOf(output),
  });
  return output;
}
