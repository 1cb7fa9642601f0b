import { createHash } from 'node:crypto';
import { compareReport, type Difference, labelledReport, mentionKinds, type ReportRecords } from '../../eval/index.js';
import type { Extraction, NormalizedReport, SourceDocument } from '../../model/index.js';
import { loadStages, type StagePool } from '../../pipeline/index.js';
import { type Archive, type ReportId, unpackOutput } from '../../store/index.js';
import { UsageError } from '../errors.js';
import { heading, oneLine } from '../print-extraction.js';
import { printJson } from '../print-json.js';
import { printTable } from '../print-table.js';
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

async function dryRun(
  context: Context,
  archive: Archive,
  reports: readonly ReportId[],
  limit: number,
): Promise<number> {
  const { config, terminal, messages, signal } = context;
  const pool = openPool(config);
  const found: { readonly id: ReportId; readonly name: string; readonly differences: readonly Difference[] }[] = [];
  try {
    const queue = reports.values();
    let done = 0;
    await Promise.all(
      Array.from({ length: config.threads }, async () => {
        for (const id of queue) {
          if (signal.aborted) return;
          const compared = await compareWithRules(archive, pool, id);
          if (compared !== null) found.push({ id, ...compared });
          done++;
          if (terminal.errIsTerminal) terminal.err(`\r${done}/${reports.length}${done === reports.length ? '\n' : ''}`);
        }
      }),
    );
  } finally {
    await pool.close();
  }
  found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  const changed = found.filter(({ differences }) => differences.length > 0);
  const byReport = changed.map(({ id, name, differences }) => ({ id, name, ...sumOf(differences) }));
  const differences = changed.flatMap((one) => one.differences);
  const byKind = Object.fromEntries(
    (['header', ...mentionKinds] as const).map((kind) => [kind, sumOf(differences.filter((one) => one.kind === kind))]),
  );
  if (config.json) {
    const first = differences.slice(0, limit).map(({ verdict: _, ...difference }) => difference);
    await terminal.out(printJson({ reports: reports.length, byKind, byReport, differences: first }));
    return signal.aborted ? 130 : 0;
  }
  const columns = [
    { title: messages.reextract.colGained, align: 'right' as const },
    { title: messages.reextract.colLost, align: 'right' as const },
    { title: messages.reextract.colChanged, align: 'right' as const },
  ];
  const cells = ({ gained, lost, changed: other }: Sum) => [String(gained), String(lost), String(other)];
  await terminal.out(heading(context, messages.reextract.would(reports.length, changed.length)));
  await terminal.out(
    printTable(
      terminal,
      [{ title: messages.reextract.colKind }, ...columns],
      Object.entries(byKind).map(([kind, sum]) => [
        messages.reextract.kinds[kind as Difference['kind']],
        ...cells(sum),
      ]),
    ),
  );
  if (changed.length === 0) return 0;
  await terminal.out(
    printTable(
      terminal,
      [{ title: messages.colReport, share: 3 }, ...columns],
      byReport.slice(0, limit).map((one) => [one.name, ...cells(one)]),
    ),
  );
  for (const { report, kind, change, quote, fields } of differences.slice(0, limit)) {
    const what = fields.map(({ field, before, after }) => `${field}: ${before || '–'} → ${after || '–'}`).join('; ');
    const sign = { gained: '+', lost: '-', changed: '~' }[change];
    await terminal.out(`${oneLine(`${sign} ${report}, ${messages.reextract.kinds[kind]}: «${quote}» ${what}`)}\n`);
  }
  if (differences.length > limit) terminal.err(`${messages.reextract.more(differences.length - limit)}\n`);
  return 0;
}

interface Sum {
  readonly gained: number;
  readonly lost: number;
  readonly changed: number;
}
const sumOf = (differences: readonly Difference[]): Sum => {
  const count = (change: Difference['change']): number => differences.filter((one) => one.change === change).length;
  return { gained: count('gained'), lost: count('lost'), changed: count('changed') };
};

/** What is stored of one report beside what the present rules find in its stored text; null when nothing is stored. */
async function compareWithRules(
  archive: Archive,
  pool: StagePool,
  id: ReportId,
): Promise<{ readonly name: string; readonly differences: readonly Difference[] } | null> {
  const work = await archive.storedWork(id);
  if (work === null) return null;
  const output = async <T>(stage: string): Promise<T | null> => {
    const packed = work.stored.find((one) => one.stage === stage);
    return packed === undefined ? null : ((await unpackOutput(packed.output)) as T);
  };
  const [document, before, resolved] = [
    await output<SourceDocument>('ingest'),
    await output<Extraction>('extract'),
    await output<NormalizedReport>('normalize'),
  ];
  if (document === null || before === null) return null;
  const after = await pool.run({
    path: archive.originalPath(id),
    name: work.name,
    stored: work.stored,
    keepReading: true,
    save: async () => {},
  });
  const recordsOf = (extraction: Extraction, text: string): ReportRecords => ({
    name: work.name,
    text: createHash('sha256').update(text).digest('hex'),
    records: labelledReport.parse(extraction),
  });
  const differences = compareReport(
    recordsOf(before, document.text),
    recordsOf(after.extraction, after.document.text),
    null,
  );
  const moved = resolved === null ? [] : movedEdges(work.name, before, resolved, after.extraction, after.normalized);
  return { name: work.name, differences: [...differences, ...moved] };
}

/** Mentions that stayed as they are, and point at another document by newer rules for identity. */
function movedEdges(
  report: string,
  before: Extraction,
  resolvedBefore: NormalizedReport,
  after: Extraction,
  resolvedAfter: NormalizedReport,
): Difference[] {
  const edges = ({ citations }: Extraction, resolved: NormalizedReport) =>
    resolved.citations.flatMap(({ citation, document }) => {
      const mention = citations[citation];
      // Outputs of two versions, where a run was cut short between the stages, may not fit each other.
      if (mention === undefined) return [];
      const { span, quote, rule, page } = mention;
      return [{ at: `${span.start} ${quote}`, quote, rule, page, document }];
    });
  const old = new Map(edges(before, resolvedBefore).map(({ at, document }) => [at, document]));
  return edges(after, resolvedAfter).flatMap(({ at, quote, rule, page, document }) => {
    const other = old.get(at);
    if (other === undefined || other === document) return [];
    const where = page === null ? '' : `p. ${page}`;
    const fields = [{ field: 'document', before: other, after: document }];
    return [
      { report, kind: 'citations' as const, change: 'changed' as const, where, quote, rule, fields, verdict: null },
    ];
  });
}
