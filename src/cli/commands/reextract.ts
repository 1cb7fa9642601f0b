import { loadStages } from '../../pipeline/index.js';
import type { Archive, ReportId } from '../../store/index.js';
import { groupBy } from '../../text/group-by.js';
import { compareStored, type StoredComparison } from '../compare-stored.js';
import { UsageError } from '../errors.js';
import { jsonOfComparison, printComparison } from '../print-comparison.js';
import { printJson } from '../print-json.js';
import { type Context, openPool, withArchive } from '../session.js';
import { settleReports } from '../settle-reports.js';

export interface ReextractOptions {
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly limit: number;
}

/**
 * `trichluc reextract [report…]`: the present rules over the stored texts of reports that older ones were run over. With
 * `--dry-run` it says what they would gain, lose and change, and changes nothing.
 */
export async function reextractCommand(
  context: Context,
  names: readonly string[],
  options: ReextractOptions,
): Promise<number> {
  const { config, terminal, messages, signal } = context;
  return withArchive(context, false, async ({ archive, alone }) => {
    const wanted = await chosen(context, archive, names, options.all === true);
    if (options.dryRun) return dryRun(context, archive, wanted, options.limit);
    // What an earlier run was killed over waits, and is finished with the rest.
    const waiting: ReportId[] = [];
    for await (const row of archive.pending()) waiting.push(row.id);
    if (wanted.length > 0) waiting.push(...(await archive.reprocess(wanted, { keepReading: true })));
    if (!config.json)
      terminal.err(
        `${waiting.length === 0 ? messages.reextract.upToDate : messages.reextract.running(waiting.length)}\n`,
      );
    if (waiting.length > 0) await settleReports(context, archive, { alone, found: [], waitFor: [...new Set(waiting)] });
    const asked = new Set(waiting);
    const failed = (await archive.reports({ state: 'failed' })).filter(({ id }) => asked.has(id));
    if (config.json) await terminal.out(printJson({ reports: asked.size, failed }));
    else if (failed.length > 0) await terminal.out(`${messages.stillFailing(failed.length)}\n`);
    if (signal.aborted) return 130;
    return failed.length > 0 ? 1 : 0;
  });
}

/** The reports named, or all; without `all` only those that older rules were run over. */
async function chosen(
  { messages }: Context,
  archive: Archive,
  names: readonly string[],
  all: boolean,
): Promise<readonly ReportId[]> {
  const { stages } = await loadStages();
  const [reading, ...later] = stages;
  const added = later.map(({ name, version }) => ({ stage: name, added: version - reading!.version }));
  const old = new Set(await archive.outdated(reading!.name, added));
  if (names.length === 0) return all ? (await archive.reports({ state: 'done' })).map(({ id }) => id) : [...old];
  const ids: ReportId[] = [];
  for (const name of names) {
    const detail = await archive.report(name);
    if (detail === null) throw new UsageError(messages.noSuchReport(name));
    if (all || old.has(detail.report.id)) ids.push(detail.report.id);
  }
  return ids;
}

/** Compares every report with what the present rules find in it, as many at a time as there are threads. */
async function dryRun(
  context: Context,
  archive: Archive,
  reports: readonly ReportId[],
  limit: number,
): Promise<number> {
  const { config, terminal, signal } = context;
  const decided = groupBy(
    (await archive.corrections()).filter(({ report, state }) => report !== null && state !== 'undone'),
    ({ report }) => report,
  );
  const pool = openPool(config);
  const found: StoredComparison[] = [];
  try {
    const queue = reports.values();
    let done = 0;
    await Promise.all(
      Array.from({ length: config.threads }, async () => {
        for (const id of queue) {
          if (signal.aborted) return;
          const compared = await compareStored(archive, pool, id, decided.get(id) ?? []);
          if (compared !== null) found.push(compared);
          done++;
          if (terminal.errIsTerminal) terminal.err(`\r${done}/${reports.length}${done === reports.length ? '\n' : ''}`);
        }
      }),
    );
  } finally {
    await pool.close();
  }
  found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  if (config.json) await terminal.out(printJson(jsonOfComparison(found, reports.length, limit)));
  else await printComparison(context, found, reports.length, limit);
  return signal.aborted ? 130 : 0;
}
