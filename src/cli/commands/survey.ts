import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdsOriginal } from '../../store/index.js';
import { type Found, findFiles } from '../find-files.js';
import { printJson } from '../print-json.js';
import { startProgress } from '../progress.js';
import { type Context, openPool } from '../session.js';
import { estimateImport } from '../survey/estimate-import.js';
import { printSurvey, surveyRecord } from '../survey/print-survey.js';
import { surveyFiles } from '../survey/survey-files.js';
import { Tally } from '../survey/tally.js';

/** `trichluc survey <path…>`: what an import would meet and how long it would take. Takes nothing in, makes no archive. */
export async function surveyCommand(context: Context, paths: readonly string[]): Promise<number> {
  const { config, terminal, messages, signal } = context;
  if (terminal.errIsTerminal) terminal.err(`${messages.looking}\n`);
  const found: Exclude<Found, { kind: 'skipped' }>[] = [];
  let skipped = 0;
  for await (const one of findFiles(paths, config.folder)) {
    if (signal.aborted) break;
    if (one.kind === 'skipped') skipped++;
    else found.push(one);
  }
  terminal.err(`${found.length === 0 ? messages.nothingFound : messages.foundFiles(found.length)}\n`);

  const sampleFolder = await mkdtemp(join(tmpdir(), 'trichluc-sample-'));
  const tally = new Tally((sha256, bytes) => holdsOriginal(config.folder, sha256, bytes), sampleFolder);
  const pool = openPool(config);
  const progress = startProgress(terminal, messages, found.length, () => performance.now());
  let done = 0;
  try {
    try {
      await surveyFiles({
        found,
        pool,
        threads: config.threads,
        tally,
        onProgress: (settled, total) => {
          done = settled;
          progress.update(settled, total);
        },
        signal,
      });
    } finally {
      progress.stop();
    }
    const findings = tally.findings();
    if (!signal.aborted && findings.toTake > 0) terminal.err(`${messages.survey.timing}\n`);
    const estimate = signal.aborted ? null : await estimateImport(context, pool, findings);
    const stopped = signal.aborted;
    if (config.json) await terminal.out(printJson({ ...surveyRecord(findings, estimate), skipped, stopped }));
    else {
      await terminal.out(printSurvey(context, findings, estimate));
      if (skipped > 0) terminal.err(`${messages.skipped(skipped)}\n`);
    }
    if (stopped) {
      terminal.err(`${messages.survey.stopped(done, found.length)}\n`);
      return 130;
    }
    return findings.failed.length > 0 ? 1 : 0;
  } finally {
    await pool.close();
    await rm(sampleFolder, { recursive: true, force: true });
  }
}
