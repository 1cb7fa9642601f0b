import type { ReportId } from '../../store/index.js';
import { printJson } from '../print-json.js';
import { type Context, withArchive } from '../session.js';
import { settleReports } from '../settle-reports.js';

/** `trichluc retry [report…]`: tries failed reports again, and waits until they are settled. */
export async function retryCommand(context: Context, names: readonly string[]): Promise<number> {
  const { config, terminal, messages, signal } = context;
  return withArchive(context, false, async ({ archive, alone }) => {
    const ids: ReportId[] = [];
    for (const name of names) {
      const detail = await archive.report(name);
      if (detail === null) {
        terminal.err(`${messages.error(messages.noSuchReport(name))}\n`);
        return 2;
      }
      ids.push(detail.report.id);
    }
    const waiting = await archive.retry(names.length === 0 ? undefined : ids);
    if (!config.json) terminal.err(`${waiting.length === 0 ? messages.retryNone : messages.retried(waiting.length)}\n`);
    if (waiting.length > 0) await settleReports(context, archive, { alone, found: [], waitFor: waiting });
    const wanted = new Set(waiting);
    const failed = (await archive.reports({ state: 'failed' })).filter(({ id }) => wanted.has(id));
    if (config.json) await terminal.out(printJson({ retried: waiting.length, failed }));
    else if (failed.length > 0) await terminal.out(`${messages.stillFailing(failed.length)}\n`);
    if (signal.aborted) return 130;
    return failed.length > 0 ? 1 : 0;
  });
}
