import { UsageError } from '../errors.js';
import { printJson } from '../print-json.js';
import { type Context, withArchive } from '../session.js';

/**
 * `trichluc remove REPORT… --yes`: takes reports out of the archive, their originals too. Those that are not there are told
 * of and the others go all the same: the same command again ends what was cut short.
 */
export async function removeCommand(
  context: Context,
  names: readonly string[],
  { yes }: { readonly yes?: boolean },
): Promise<number> {
  const { config, terminal, messages } = context;
  const { removed, missing } = await withArchive(context, false, async ({ archive }) => {
    const found = new Map<string, string>();
    const unknown: string[] = [];
    for (const name of names) {
      const report = await archive.reportNamed(name);
      if (report === null) unknown.push(name);
      else found.set(report.id, report.name);
    }
    if (found.size === 0) throw new UsageError(messages.noSuchReport(unknown.join(', ')));
    if (yes !== true) throw new UsageError(messages.reextract.sayYes([...found.values()].join(', ')));
    for (const id of found.keys()) await archive.remove(id);
    return { removed: [...found].map(([id, name]) => ({ id, name })), missing: unknown };
  });
  if (config.json) await terminal.out(printJson({ removed, missing }));
  else await terminal.out(`${messages.reextract.removed(removed.length)}\n`);
  for (const name of missing) terminal.err(`${messages.noSuchReport(name)}\n`);
  return missing.length > 0 ? 1 : 0;
}
