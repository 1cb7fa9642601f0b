import { changeInWords, labelOf } from '../../publish/index.js';
import type { CitedDocument, DocumentFilter, GraphStep, GraphWalk, StaleBasis } from '../../store/index.js';
import { documentTable } from '../document-table.js';
import { heading, oneLine } from '../print-extraction.js';
import { printJson } from '../print-json.js';
import { type Column, printTable } from '../print-table.js';
import { certainly } from '../print-uncertain.js';
import { printChanges } from '../print-validity.js';
import { type Context, withArchive } from '../session.js';
import { sayTaken, takenFor } from '../taken-for.js';

/** `trichluc graph rests-on <report|number>`: what it rests on, level by level, and what of that was changed since. */
export async function restsOnCommand(
  context: Context,
  what: string,
  options: { readonly depth: number; readonly limit: number },
): Promise<number> {
  const { config, terminal, messages } = context;
  const found = await withArchive(context, false, async ({ archive }) => {
    const walk = await archive.graph.restsOn(what, options);
    if (walk === null) return null;
    const day = walk.start.report === null ? null : ((await archive.row(walk.start.report))?.date ?? null);
    const keys = walk.steps.flatMap(({ to }) => to.key ?? []);
    const ambiguous = await takenFor(archive, [[what, walk.start.document]]);
    return { ...walk, validity: await archive.graph.validity(keys, day), ambiguous };
  });
  if (found === null) return notFound(context, what);
  if (config.json) {
    await terminal.out(printJson(found));
    return 0;
  }
  sayTaken(context, found.ambiguous);
  await terminal.out(heading(context, messages.graph.restsOn(found.start.label, found.steps.length)));
  await terminal.out(printSteps(context, found));
  if (found.truncated) terminal.err(`${messages.graph.truncated(options.limit)}\n`);
  await terminal.out(printChanges(context, messages.graph.validity(found.validity.length), found.validity));
  return 0;
}

/** `trichluc graph path <from> [to]`: the shortest way up, to a document or to the nearest law. */
export async function pathCommand(context: Context, from: string, to: string | undefined): Promise<number> {
  const { config, terminal, messages } = context;
  const { steps, ambiguous } = await withArchive(context, false, async ({ archive }) => {
    const found = await archive.graph.pathTo(from, to);
    const ends = to === undefined ? [] : [[to, found?.at(-1)?.to.document ?? null] as const];
    return {
      steps: found,
      ambiguous: await takenFor(archive, [[from, found?.[0]?.from.document ?? null], ...ends]),
    };
  });
  if (config.json) {
    await terminal.out(printJson({ from, to: to ?? null, steps, ambiguous }));
    return steps === null ? 1 : 0;
  }
  if (steps === null) return notFound(context, to === undefined ? from : `${from} → ${to}`);
  sayTaken(context, ambiguous);
  if (steps.length === 0) {
    terminal.err(`${messages.graph.noPath}\n`);
    return 0;
  }
  await terminal.out(printSteps(context, { steps }));
  return 0;
}

/** `trichluc graph most-cited` and `trichluc graph red-links` */
export async function citedCommand(
  context: Context,
  question: 'mostCited' | 'redLinks',
  filter: DocumentFilter,
): Promise<number> {
  const { config, terminal } = context;
  const found = await withArchive(context, false, ({ archive }) => archive.graph[question](filter));
  await terminal.out(config.json ? printJson({ documents: found }) : printCited(context, found));
  return 0;
}

/** `trichluc graph together <number>`: what the reports that cite it cite as well. */
export async function togetherCommand(
  context: Context,
  what: string,
  { limit }: { readonly limit: number },
): Promise<number> {
  const { config, terminal } = context;
  const { found, ambiguous } = await withArchive(context, false, async ({ archive }) => ({
    found: await archive.graph.citedTogether(what, limit),
    ambiguous: await takenFor(archive, [[what, null]]),
  }));
  if (config.json) await terminal.out(printJson({ documents: found, ambiguous }));
  if (found === null) return config.json ? 1 : notFound(context, what);
  if (config.json) return 0;
  sayTaken(context, ambiguous);
  await terminal.out(printCited(context, found));
  return 0;
}

/** `trichluc graph out-of-force`: reports that rest on what was repealed or replaced before their date. */
export async function outOfForceCommand(context: Context, options: { readonly limit: number }): Promise<number> {
  const { config, terminal } = context;
  const found = await withArchive(context, false, ({ archive }) => archive.graph.staleBases(options));
  await terminal.out(config.json ? printJson({ reports: found }) : printStale(context, found));
  return 0;
}

function notFound({ terminal, messages }: Context, what: string): number {
  terminal.err(`${messages.notFound(what)}\n`);
  return 1;
}

function printSteps(context: Context, { steps }: Pick<GraphWalk, 'steps'>): string {
  const { terminal, messages } = context;
  const columns: Column[] = [
    { title: messages.graph.colStep, align: 'right' },
    { title: messages.document, share: 2 },
    { title: messages.colRelation },
    { title: messages.document, share: 2 },
    { title: messages.colTitle, share: 3 },
    { title: messages.colReport, share: 2 },
    { title: messages.colPage, align: 'right' },
  ];
  const rows = steps.map(({ depth, from, how, to, evidence }: GraphStep) => [
    String(depth),
    from.label,
    certainly(context, messages.graph.steps[how], evidence.byOtherReports),
    to.label,
    to.document?.number === null ? '' : oneLine(to.document?.title ?? ''),
    evidence.reportName,
    evidence.page === null ? '' : String(evidence.page),
  ]);
  return rows.length === 0 ? `${messages.graph.none}\n` : printTable(terminal, columns, rows);
}

function printCited(context: Context, found: readonly CitedDocument[]): string {
  const { terminal, messages } = context;
  if (found.length === 0) return `${messages.graph.none}\n`;
  return printTable(terminal, ...documentTable(messages, found));
}

function printStale(context: Context, found: readonly StaleBasis[]): string {
  const { terminal, messages } = context;
  if (found.length === 0) return `${messages.graph.none}\n`;
  return printTable(
    terminal,
    [
      { title: messages.colReport, share: 2 },
      { title: messages.colDate },
      { title: messages.colPage, align: 'right' },
      { title: messages.colRole },
      { title: messages.document, share: 2 },
      { title: messages.colRelation },
      { title: messages.document, share: 2 },
      { title: messages.colDate },
    ],
    found.map(({ reportName, reportDate, page, role, document, change, byOtherReports }) => [
      reportName,
      reportDate,
      page === null ? '' : String(page),
      certainly(context, messages.roles[role], byOtherReports),
      labelOf(document),
      changeInWords(change.relation, change.detail, true, context.config.language),
      labelOf(change.by),
      change.on ?? '',
    ]),
  );
}
