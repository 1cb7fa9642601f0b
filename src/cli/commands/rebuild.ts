import { printJson } from '../print-json.js';
import { type Context, withArchive } from '../session.js';
import { settleReports } from '../settle-reports.js';

/** `trichluc rebuild`: the database once more from originals and journal, and every report through the stages. */
export async function rebuildCommand(context: Context): Promise<number> {
  const { config, terminal, messages, signal } = context;
  return withArchive(context, false, async ({ archive, alone }) => {
    const before = new Set((await archive.reports({ state: 'failed' })).map(({ id }) => id));
    const rebuilt = await archive.rebuild();
    if (!config.json) terminal.err(`${messages.rebuilt(rebuilt.reports)}\n`);
    const waiting: string[] = [];
    for await (const row of archive.pending()) waiting.push(row.id);
    await settleReports(context, archive, { alone, found: [], waitFor: waiting });
    const failed = await archive.reports({ state: 'failed' });
    if (config.json) await terminal.out(printJson({ ...rebuilt, failed }));
    else if (failed.length > 0) await terminal.out(`${messages.stillFailing(failed.length)}\n`);
    if (signal.aborted) return 130;
    // Reports that failed before and fail again are no news: the rebuild did its work.
    return failed.some(({ id }) => !before.has(id)) ? 1 : 0;
  });
}
