import { type Difference, mentionKinds } from '../eval/index.js';
import type { StoredComparison } from './compare-stored.js';
import { fieldChangeInWords } from './field-words.js';
import { heading, oneLine } from './print-extraction.js';
import { decisionInWords } from './print-review.js';
import { printTable } from './print-table.js';
import type { Context } from './session.js';

interface Sum {
  readonly gained: number;
  readonly lost: number;
  readonly changed: number;
}

function sumOf(differences: readonly Difference[]): Sum {
  const count = (change: Difference['change']): number => differences.filter((one) => one.change === change).length;
  return { gained: count('gained'), lost: count('lost'), changed: count('changed') };
}

const kindsOf = (differences: readonly Difference[]): readonly (readonly [Difference['kind'], Sum])[] =>
  (['header', ...mentionKinds] as const).map((kind) => [kind, sumOf(differences.filter((one) => one.kind === kind))]);

/** What newer rules would change, as it is printed for programs. */
export function jsonOfComparison(found: readonly StoredComparison[], reports: number, limit: number) {
  const changed = found.filter(({ differences }) => differences.length > 0);
  const differences = changed.flatMap((one) => one.differences);
  return {
    reports,
    byKind: Object.fromEntries(kindsOf(differences)),
    byReport: changed.map((one) => ({ id: one.id, name: one.name, ...sumOf(one.differences) })),
    differences: differences.slice(0, limit).map(({ verdict: _, ...difference }) => difference),
    orphaned: found.flatMap((one) => one.orphaned.map((decided) => ({ ...decided, reportName: one.name }))),
  };
}

/** What newer rules would change, kind by kind, report by report, then each difference on a line. */
export async function printComparison(
  context: Context,
  found: readonly StoredComparison[],
  reports: number,
  limit: number,
): Promise<void> {
  const { terminal, messages } = context;
  const words = messages.reextract;
  const changed = found.filter(({ differences }) => differences.length > 0);
  const differences = changed.flatMap((one) => one.differences);
  const columns = [
    { title: words.colGained, align: 'right' as const },
    { title: words.colLost, align: 'right' as const },
    { title: words.colChanged, align: 'right' as const },
  ];
  const cells = ({ gained, lost, changed: other }: Sum) => [String(gained), String(lost), String(other)];
  await terminal.out(heading(context, words.would(reports, changed.length)));
  if (changed.length > 0) {
    const byKind = kindsOf(differences).map(([kind, sum]) => [words.kinds[kind], ...cells(sum)]);
    await terminal.out(printTable(terminal, [{ title: words.colKind }, ...columns], byKind));
    const byReport = changed.slice(0, limit).map((one) => [one.name, ...cells(sumOf(one.differences))]);
    await terminal.out(printTable(terminal, [{ title: messages.colReport, share: 3 }, ...columns], byReport));
  }
  for (const difference of differences.slice(0, limit)) await terminal.out(`${inWords(context, difference)}\n`);
  const orphaned = found.flatMap((one) => one.orphaned.map((decided) => ({ name: one.name, decided })));
  if (orphaned.length > 0) await terminal.out(heading(context, words.orphaned(orphaned.length)));
  for (const { name, decided } of orphaned)
    await terminal.out(`  ${oneLine(`${decided.id}  ${name}: ${decisionInWords(context, decided.decision)}`)}\n`);
  if (differences.length > limit) terminal.err(`${words.more(differences.length - limit)}\n`);
}

/** «~ bao-cao.docx, trang 3, II.1, số liệu «38,6 tỷ đồng»; kỳ: – → 2022» */
function inWords({ messages, config }: Context, { report, kind, change, where, quote, fields }: Difference): string {
  const place = where.replace(/^p\. (\d+)/u, (_, page: string) => messages.page(Number(page)));
  const names = { ...messages.fields, ...messages.reextract.fields };
  const own = kind === 'header' ? names : messages.reextract.fields;
  const what = [
    { gained: '+', lost: '-', changed: '~' }[change],
    [report, place, messages.reextract.kinds[kind]].filter((part) => part !== '').join(', '),
    quote === '' ? '' : `«${quote}»`,
    fields.map((field) => fieldChangeInWords(field, own, config.language)).join('; '),
  ];
  return oneLine(what.filter((part) => part !== '').join(' '));
}
