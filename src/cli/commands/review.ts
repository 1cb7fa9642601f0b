import type { Award, Citation, LegalDocument, MentionKind, Quantity } from '../../model/index.js';
import { labelOf } from '../../publish/index.js';
import {
  type Archive,
  type AttentionReason,
  type CorrectionState,
  mentionIds,
  type ReviewedMention,
  type ReviewFilter,
  type ReviewItem,
  readMentionId,
} from '../../store/index.js';
import { UsageError } from '../errors.js';
import { fieldsInWords } from '../field-words.js';
import { documentNamed, mentionNamed } from '../find-item.js';
import { layDue } from '../lay-due.js';
import { countWords, heading, oneLine, printFields } from '../print-extraction.js';
import { figureWords } from '../print-figure.js';
import { printJson } from '../print-json.js';
import { decisionInWords, reasonInWords } from '../print-review.js';
import { printTable } from '../print-table.js';
import { type Context, withArchive } from '../session.js';

export interface ReviewOptions {
  readonly report?: string;
  readonly only?: AttentionReason;
  readonly kind?: NonNullable<ReviewFilter['subject']>;
  readonly below?: number;
  /** everything that was found in one report, sure or not */
  readonly all?: boolean;
  readonly limit: number;
}

/** `trichluc review`: what a person should look at. */
export async function reviewCommand(context: Context, options: ReviewOptions): Promise<number> {
  const { config, terminal, messages } = context;
  if (options.all === true) return listMentions(context, options);
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
  if (found.items.length === options.limit) terminal.err(`${messages.review.truncated(options.limit)}\n`);
  if (found.orphaned.length > 0) terminal.err(`${messages.review.orphans(found.orphaned.length)}\n`);
  return 0;
}

/** Documents first, each with its key on a line of its own, then mentions as a table: what is typed again is never broken. */
function printItems(context: Context, items: readonly ReviewItem[]): string {
  const { terminal, messages } = context;
  const documents = items.filter(({ subject }) => subject === 'document');
  const mentions = items.filter(({ subject }) => subject !== 'document');
  const contested = documents.map((item) => {
    const label = item.document === null ? '' : `${labelOf(item.document)}: `;
    return `${item.id}\n  ${oneLine(`${label}${reasonInWords(context, item)}`)}\n`;
  });
  if (mentions.length === 0) return contested.join('');
  const columns = [
    { title: messages.review.colId },
    { title: messages.review.colWhy, share: 4 },
    { title: messages.document, share: 2 },
    { title: messages.colReport, share: 2 },
    { title: messages.colPage, align: 'right' as const },
    { title: messages.colQuote, share: 3 },
  ];
  const rows = mentions.map((item) => [
    item.id,
    reasonInWords(context, item),
    item.document === null ? '' : labelOf(item.document),
    item.report?.name ?? '',
    item.page === null ? '' : String(item.page),
    item.quote ?? '',
  ]);
  return contested.join('') + printTable(terminal, columns, rows);
}

/** `trichluc review --report REPORT --all`: every mention of a report with its id, so that a sure one can be put right too. */
async function listMentions(context: Context, { report, kind, limit }: ReviewOptions): Promise<number> {
  const { config, terminal, messages } = context;
  if (report === undefined) throw new UsageError(messages.review.allOfWhat);
  const detail = await withArchive(context, false, async ({ archive }) => {
    await layDue(context, archive);
    return archive.report(report);
  });
  if (detail === null) throw new UsageError(messages.noSuchReport(report));
  const { id } = detail.report;
  const citations = detail.citations.map(({ citation }) => citation);
  const named = <Mention extends Citation | Quantity | Award>(
    of: MentionKind,
    mentions: readonly Mention[],
    words: (mention: Mention) => string,
  ) => {
    const ids = mentionIds(id, of, mentions);
    return mentions.map((record, at) => ({ id: ids[at]!, kind: of, record, words: words(record) }));
  };
  const all = [
    ...named('citation', citations, (record) => record.resolved ?? record.number ?? record.name ?? ''),
    ...named('quantity', detail.quantities, (record) =>
      [figureWords(context, record), record.indicator?.words ?? ''].join(' ').trim(),
    ),
    ...named('award', detail.awards, (record) =>
      [countWords(context, record), record.award ?? '', record.recipientName ?? ''].join(' ').trim(),
    ),
  ].filter((mention) => kind === undefined || mention.kind === kind);
  const shown = all.sort((a, b) => a.record.span.start - b.record.span.start).slice(0, limit);
  if (config.json) {
    const mentions = shown.map(({ words: _, ...mention }) => mention);
    await terminal.out(printJson({ report: id, total: all.length, mentions }));
    return 0;
  }
  const columns = [
    { title: messages.review.colId },
    { title: messages.review.colFound, share: 3 },
    { title: messages.colPage, align: 'right' as const },
    { title: messages.colSection },
    { title: messages.colQuote, share: 3 },
  ];
  const rows = shown.map((mention) => [
    mention.id,
    mention.words,
    mention.record.page === null ? '' : String(mention.record.page),
    mention.record.section ?? '',
    mention.record.quote,
  ]);
  await terminal.out(rows.length === 0 ? `${messages.review.nothing}\n` : printTable(terminal, columns, rows));
  if (all.length > limit) terminal.err(`${messages.review.truncated(limit)}\n`);
  return 0;
}

/** `trichluc review show ID`: a mention with the text around it, what it points at and may point at, and its corrections. */
export async function reviewShowCommand(context: Context, id: string): Promise<number> {
  const { config, terminal } = context;
  const found = await withArchive(context, false, ({ archive }) => lookAt(context, archive, id));
  if (config.json) {
    await terminal.out(printJson(found));
    return 0;
  }
  const { mention, document, items, corrections } = found;
  await terminal.out(
    mention === null ? printDocument(context, document) : printMention(context, mention, found.labels),
  );
  if (items.length > 0) await terminal.out(heading(context, context.messages.review.toLookAt(items.length)));
  for (const item of items) await terminal.out(`  ${oneLine(reasonInWords(context, item))}\n`);
  await terminal.out(printCorrections(context, corrections));
  return 0;
}

function printMention(context: Context, mention: ReviewedMention, labels: Readonly<Record<string, string>>): string {
  const { config, terminal, messages } = context;
  const { record, report, before, after, anchor } = mention;
  const said = Object.entries(record).filter(
    ([name, value]) =>
      !hidden.has(name) &&
      value !== null &&
      value !== '' &&
      value !== false &&
      !(Array.isArray(value) && value.length === 0),
  );
  const documents = [...(mention.document === null ? [] : [mention.document.key]), ...mention.candidates].map(
    (key, at): [string, string] => [
      at === 0 ? messages.document : messages.fields.others,
      `${at + 1}. ${labels[key] === undefined ? key : `${labels[key]} (${key})`}`,
    ],
  );
  const { speaks, lacks } = messages.identity;
  const why = mention.reasons.map((reason) => {
    const code = reason.split(':')[0]!;
    return speaks[code] ?? lacks[code] ?? reason;
  });
  return (
    terminal.paint('bold', `${mention.id}\n`) +
    printFields(context, [
      [messages.fields.file, report.name],
      [messages.colQuote, `…${before}${terminal.paint('bold', anchor.quote)}${after}…`],
      ...fieldsInWords(Object.fromEntries(said), config.language),
      ...documents,
      [messages.review.why, why.join(', ')],
    ])
  );
}

function printDocument(context: Context, document: LegalDocument | null): string {
  const { messages } = context;
  if (document === null) return '';
  return printFields(context, [
    [messages.fields.key, document.key],
    [messages.fields.number, document.number],
    [messages.fields.title, document.title],
    [messages.fields.issuer, document.issuer],
    [messages.fields.date, document.issuedOn],
  ]);
}

/** Places in the text, which the text around it says better, and what the kind of the table says. */
const hidden = new Set(['span', 'block', 'quote', 'provisionTree', 'evidence', 'provisions', 'modifier']);

/** @throws UsageError there is no such mention or document; of a rejected mention it says how to get it back */
async function lookAt(context: Context, archive: Archive, id: string) {
  if (readMentionId(id) === null) {
    const document = await documentNamed(context, archive, id);
    const { key } = document;
    const corrections = (await archive.corrections()).filter(
      ({ decision }) =>
        ('key' in decision && decision.key === key) || (decision.action === 'merge' && decision.into.key === key),
    );
    return { mention: null, document, labels: {}, items: await archive.reviewItems({ document: key }), corrections };
  }
  const mention = await mentionNamed(context, archive, id);
  const items = (await archive.reviewItems({ report: mention.report.id, below: 1 })).filter(
    (item) => item.id === mention.id,
  );
  const { kind, start } = mention.anchor;
  const corrections = (await archive.corrections({ report: mention.report.id })).filter(
    ({ decision }) => 'anchor' in decision && decision.anchor.kind === kind && decision.anchor.start === start,
  );
  const labels: Record<string, string> = {};
  for (const key of [mention.document?.key, ...mention.candidates]) {
    const detail = key === undefined ? null : await archive.legalDocument(key);
    if (detail !== null) labels[detail.document.key] = labelOf(detail.document);
  }
  return { mention, document: mention.document, labels, items, corrections };
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
