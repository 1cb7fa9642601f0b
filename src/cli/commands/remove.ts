import { UsageError } from '../errors.js';
import { printJson } from '../print-json.js';
import { type Context, withArchive } from '../session.js';

/** `trichluc remove REPORT… --yes`: takes reports out of the archive, their originals too. */
export async function removeCommand(
  context: Context,
  names: readonly string[],
  { yes }: { readonly yes?: boolean },
): Promise<number> {
  const { config, terminal, messages } = context;
  const removed = await withArchive(context, false, async ({ archive }) => {
    const found = new Map<string, string>();
    for (const name of names) {
      const detail = await archive.report(name);
      if (detail === null) throw new UsageError(messages.noSuchReport(name));
      found.set(detail.report.id, detail.report.name);
    }
    if (yes !== true) throw new UsageError(messages.reextract.sayYes([...found.values()].join(', ')));
    for (const id of found.keys()) await archive.remove(id);
    return [...found].map(([id, name]) => ({ id, name }));
  });
  if (config.json) await terminal.out(printJson({ removed }));
  else await terminal.out(`${messages.reextract.removed(removed.length)}\n`);
  return 0;
}
