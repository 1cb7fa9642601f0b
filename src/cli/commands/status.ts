import { countJobs } from '../../queue/index.js';
import type { ReportState } from '../../store/index.js';
import { heading } from '../print-extraction.js';
import { printJson } from '../print-json.js';
import { printTable } from '../print-table.js';
import { type Context, openQueue, withArchive } from '../session.js';

/** `trichluc status`: what is in, what waits, what failed and why. */
export async function statusCommand(context: Context): Promise<number> {
  const { config, terminal, messages } = context;
  const { counts, failed, paths, jobs } = await withArchive(context, false, async ({ archive }) => {
    const backend = await openQueue(context, archive);
    try {
      return {
        counts: await archive.counts(),
        failed: await archive.reports({ state: 'failed' }),
        paths: await archive.failedPaths(),
        jobs: await countJobs(backend),
      };
    } finally {
      await backend.close();
    }
  });
  if (config.json) {
    await terminal.out(printJson({ archive: config.folder, ...counts, queue: jobs, failed, failedPathList: paths }));
    return 0;
  }
  const states = Object.entries(counts.reports) as [ReportState, number][];
  await terminal.out(
    printTable(
      terminal,
      [{ title: messages.statusReports }, { title: messages.colCount, align: 'right' }],
      states.map(([state, count]) => [messages.states[state], String(count)]),
    ),
  );
  const { documents, citations, quantities, awards } = counts;
  await terminal.out(`${messages.statusRecords(documents, citations, quantities, awards)}\n`);
  await terminal.out(`${messages.statusQueue(jobs.waiting, jobs.active)}\n`);
  const rows = [
    ...failed.map(({ name, failure }) => [
      name,
      failure?.code ?? '',
      failure === null ? '' : `${messages.failures[failure.code]} (${failure.message})`,
    ]),
    ...paths.map(({ path, code, message }) => [path, code, `${messages.failures[code]} (${message})`]),
  ];
  if (rows.length === 0) return 0;
  await terminal.out(heading(context, `${messages.failedReports} (${rows.length})`));
  await terminal.out(
    printTable(
      terminal,
      [{ title: messages.colFile, share: 3 }, { title: messages.colCode }, { title: messages.colReason, share: 4 }],
      rows,
    ),
  );
  if (failed.length > 0) terminal.err(`${messages.retryHint}\n`);
  return 0;
}
