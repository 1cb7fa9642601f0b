import { labelOf } from '../../publish/index.js';
import type { Archive, AttentionReason, CorrectionState, ReviewFilter, ReviewItem } from '../../store/index.js';
import { fieldsInWords } from '../field-words.js';
import { layDue } from '../lay-due.js';
import { heading, oneLine, printFields } from '../print-extraction.js';
import { printJson } from '../print-json.js';
import { decisionInWords, reasonInWords } from '../print-review.js';
import { printTable } from '../print-table.js';
import { type Context, withArchive } from '../session.js';

export interface ReviewOptions {
  readonly report?: string;
  readonly only?: AttentionReason;
  readonly kind?: NonNullable<ReviewFilter['subject']>;
  readonly below?: number;
  readonly limit: number;
}

/** `trichluc review`: what a person should look at. */
export async function reviewCommand(context: Context, options: ReviewOptions): Promise<number> {
  const { config, terminal, messages } = context;
  const found = await withArchive(context, false, async ({ archive }) => {
    // A decision that was cut short while it was laid over the reports is ended before anything is shown.
    await layDue(context, archive);
    const report = options.report === undefined ? undefined : await archive.report(options.report);
    if (report === null) return null;
    const items = await archive.reviewItems({
      limit: options.limit,
      ...(report === undefined ? {} : { report: report.report.id }),
      ...(options.only === undefined ? {} : { reasons: [options.only] }),
      ...(options.kind === undefined ? {} : { subject: options.kind }),
      ...(options.below === undefined ? {} : { below: options.below }),
    });
    const orphaned = (await archive.corrections()).filter(({ state }) => state === 'orphaned');
    return { items, orphaned };
  });
  if (found === null) {
    terminal.err(`${messages.error(messages.noSuchReport(options.report!))}\n`);
    return 2;
  }
  if (config.json) {
    await terminal.out(printJson(found));
    return 0;
  }
  await terminal.out(found.items.length === 0 ? `${messages.review.nothing}\n` : printItems(context, found.items));
  if (found.items.length === options.limit) terminal.err(`${messages.graph.truncated(options.limit)}\n`);
  if (found.orphaned.length > 0) terminal.err(`${messages.review.orphans(found.orphaned.length)}\n`);
  return 0;
}

function printItems(context: Context, items: readonly ReviewItem[]): string {
  const { terminal, messages } = context;
  return printTable(
    terminal,
    [
      // Never broken: it is typed again. A document's own is its key, which stands with the document.
      { title: messages.review.colId },
      { title: messages.review.colWhy, share: 4 },
      { title: messages.document, share: 2 },
      { title: messages.colReport, share: 2 },
      { title: messages.colPage, align: 'right' },
      { title: messages.colQuote, share: 3 },
    ],
    items.map((item) => [
      item.subject === 'document' ? '' : item.id,
      reasonInWords(context, item),
      item.subject === 'document' ? item.id : item.document === null ? '' : labelOf(item.document),
      item.report?.name ?? '',
      item.page === null ? '' : String(item.page),
      item.quote ?? '',
    ]),
  );
}

/** `trichluc review show ID`: a mention with the text around it, what it points at and may point at, and its corrections. */
export async function reviewShowCommand(context: Context, id: string): Promise<number> {
  const { config, terminal, messages } = context;
  const found = await withArchive(context, false, ({ archive }) => lookAt(archive, id));
  if (config.json) await terminal.out(printJson(found));
  if (found === null) {
    if (!config.json) terminal.err(`${messages.error(messages.review.noSuchItem(id))}\n`);
    return 1;
  }
  if (config.json) return 0;
  const { mention, document, items, corrections } = found;
  if (mention !== null) {
    const { record, report, before, after, anchor } = mention;
    const said = Object.entries(record).filter(
      ([name, value]) =>
        !hidden.has(name) && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
    const words = fieldsInWords(Object.fromEntries(said), config.language);
    await terminal.out(terminal.paint('bold', `${mention.id}\n`));
    await terminal.out(
      printFields(context, [
        [messages.fields.file, report.name],
        [messages.colQuote, `…${before}${terminal.paint('bold', anchor.quote)}${after}…`],
        ...words,
        [messages.document, mention.document === null ? null : `1. ${mention.document.key}`],
        ...mention.candidates.map((key, at): [string, string] => [messages.fields.others, `${at + 2}. ${key}`]),
        [messages.review.why, mention.reasons.join(', ')],
      ]),
    );
  } else if (document !== null)
    await terminal.out(
      printFields(context, [
        [messages.fields.key, document.key],
        [messages.fields.number, document.number],
        [messages.fields.title, document.title],
        [messages.fields.issuer, document.issuer],
        [messages.fields.date, document.issuedOn],
      ]),
    );
  if (items.length > 0) await terminal.out(heading(context, messages.review.toLookAt(items.length)));
  for (const item of items) await terminal.out(`  ${oneLine(reasonInWords(context, item))}\n`);
  await terminal.out(printCorrections(context, corrections));
  return 0;
}

/** Places in the text, which the table of the text around it says better. */
const hidden = new Set(['span', 'block', 'quote', 'provisionTree', 'evidence', 'provisions']);

async function lookAt(archive: Archive, id: string) {
  const mention = await archive.mention(id);
  if (mention !== null) {
    const items = (await archive.reviewItems({ report: mention.report.id, below: 1 })).filter(
      (item) => item.id === mention.id,
    );
    const all = await archive.corrections({ report: mention.report.id });
    const { kind, start } = mention.anchor;
    const corrections = all.filter(
      ({ decision }) => 'anchor' in decision && decision.anchor.kind === kind && decision.anchor.start === start,
    );
    return { mention, document: mention.document, items, corrections };
  }
  const detail = await archive.legalDocument(id);
  if (detail === null) return null;
  const { document } = detail;
  const corrections = (await archive.corrections()).filter(
    ({ decision }) =>
      ('key' in decision && decision.key === document.key) ||
      (decision.action === 'merge' && decision.into.key === document.key),
  );
  return { mention: null, document, items: await archive.reviewItems({ document: document.key }), corrections };
}

/** `trichluc review history`: every correction, who made it, when, why, and whether it holds. */
export async function reviewHistoryCommand(
  context: Context,
  options: { readonly report?: string; readonly limit: number },
): Promise<number> {
  const { config, terminal, messages } = context;
  const found = await withArchive(context, false, async ({ archive }) => {
    const report = options.report === undefined ? undefined : await archive.report(options.report);
    if (report === null) return null;
    return archive.corrections(report === undefined ? {} : { report: report.report.id });
  });
  if (found === null) {
    terminal.err(`${messages.error(messages.noSuchReport(options.report!))}\n`);
    return 2;
  }
  const shown = found.slice(-options.limit);
  if (config.json) await terminal.out(printJson({ corrections: shown }));
  else await terminal.out(shown.length === 0 ? `${messages.review.noCorrections}\n` : printCorrections(context, shown));
  return 0;
}

export function printCorrections(context: Context, corrections: readonly CorrectionState[]): string {
  const { terminal, messages } = context;
  if (corrections.length === 0) return '';
  return (
    heading(context, messages.review.corrections(corrections.length)) +
    printTable(
      terminal,
      [
        { title: messages.review.colId },
        { title: messages.colDate, share: 2 },
        { title: messages.review.colBy, share: 1 },
        { title: messages.review.colWhat, share: 4 },
        { title: messages.colReport, share: 2 },
        { title: messages.review.colReason, share: 2 },
        { title: messages.colStatus },
      ],
      corrections.map((one) => [
        one.id,
        one.at.replace('T', ' ').slice(0, 16),
        one.by,
        decisionInWords(context, one.decision),
        one.reportName ?? one.report?.slice(0, 8) ?? '',
        one.reason ?? '',
        messages.review.states[one.state],
      ]),
    )
  );
}
