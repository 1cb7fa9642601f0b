import { type Found, findFiles } from '../find-files.js';
import type { ImportSummary } from '../import-reports.js';
import { printJson } from '../print-json.js';
import { printTable } from '../print-table.js';
import { duration } from '../progress.js';
import { type Context, withArchive } from '../session.js';
import { settleReports } from '../settle-reports.js';

/** More lines than this tell nobody anything; `status` has them all. */
const mostFailures = 50;

/** `trichluc import <path…>` */
export async function importCommand(context: Context, paths: readonly string[]): Promise<number> {
  const { config, terminal, messages, signal } = context;
  const began = performance.now();
  if (terminal.errIsTerminal) terminal.err(`${messages.looking}\n`);
  const found: Exclude<Found, { kind: 'skipped' }>[] = [];
  let skipped = 0;
  for await (const one of findFiles(paths, config.folder)) {
    if (signal.aborted) return 130;
    if (one.kind === 'skipped') skipped++;
    else found.push(one);
  }
  if (found.length === 0) terminal.err(`${messages.nothingFound}\n`);
  else terminal.err(`${messages.foundFiles(found.length)}\n`);

  const summary = await withArchive(context, true, ({ archive, alone }) =>
    settleReports(context, archive, { alone, found }),
  );

  const seconds = (performance.now() - began) / 1000;
  const failures = [...summary.files.filter(({ outcome }) => outcome === 'failed'), ...summary.resumedFailures];
  if (config.json) await terminal.out(printJson(summaryRecord(summary, skipped, seconds, signal.aborted)));
  else {
    await terminal.out(summaryTables(context, summary, failures));
    if (summary.resumed > 0) terminal.err(`${messages.resumed(summary.resumed)}\n`);
    if (skipped > 0) terminal.err(`${messages.skipped(skipped)}\n`);
    terminal.err(`${messages.took(duration(seconds))}\n`);
  }
  if (signal.aborted) {
    terminal.err(`${messages.stopped}\n`);
    return 130;
  }
  return failures.length > 0 ? 1 : 0;
}

const countsOf = ({ files }: ImportSummary) => {
  const counts = { new: 0, duplicate: 0, failed: 0, waiting: 0 };
  for (const { outcome } of files) counts[outcome]++;
  return counts;
};

function summaryRecord(summary: ImportSummary, skipped: number, seconds: number, stopped: boolean) {
  return {
    ...countsOf(summary),
    resumed: summary.resumed,
    skipped,
    stopped,
    seconds: Math.round(seconds * 1000) / 1000,
    files: summary.files,
    resumedFailures: summary.resumedFailures,
  };
}

function summaryTables(
  { terminal, messages }: Context,
  summary: ImportSummary,
  failures: ImportSummary['files'],
): string {
  const counts = Object.entries(countsOf(summary)) as ['new' | 'duplicate' | 'failed' | 'waiting', number][];
  const shown = counts.filter(([outcome, count]) => outcome !== 'waiting' || count > 0);
  const table = printTable(
    terminal,
    [{ title: messages.colOutcome }, { title: messages.colCount, align: 'right' }],
    shown.map(([outcome, count]) => [messages.outcomes[outcome], String(count)]),
  );
  if (failures.length === 0) return table;
  const why = printTable(
    terminal,
    [{ title: messages.colFile, share: 3 }, { title: messages.colCode }, { title: messages.colReason, share: 4 }],
    failures
      .slice(0, mostFailures)
      .map(({ path, failure }) => [path, failure!.code, `${messages.failures[failure!.code]} (${failure!.message})`]),
  );
  const more = failures.length - mostFailures;
  return `${table}${why}${more > 0 ? `${messages.andMore(more)}\n` : ''}`;
}
