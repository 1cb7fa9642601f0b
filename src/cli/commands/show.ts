import type { LegalDocumentDetail, ReportDetail } from '../../store/index.js';
import {
  heading,
  placeOf,
  printAwards,
  printCitations,
  printFields,
  printHeader,
  printQuantities,
} from '../print-extraction.js';
import { printJson } from '../print-json.js';
import { printTable } from '../print-table.js';
import { type Context, withArchive } from '../session.js';

/** `trichluc show <report|number>`: a report, a legal document, or both where a report of the archive is cited itself. */
export async function showCommand(context: Context, what: string): Promise<number> {
  const { config, terminal, messages } = context;
  const [report, found] = await withArchive(context, false, async ({ archive }) => [
    await archive.report(what),
    await archive.legalDocument(what),
  ]);
  // A report's name may look a little like some document's number; only its own node belongs beside it.
  const document = report === null || report.self?.key === found?.document.key ? found : null;
  if (report === null && document === null) {
    if (config.json) await terminal.out(printJson({ report, document }));
    terminal.err(`${messages.notFound(what)}\n`);
    return 1;
  }
  if (config.json) await terminal.out(printJson({ report, document }));
  else {
    if (report !== null) await printReport(context, report);
    if (document !== null) await terminal.out(printDocument(context, document));
  }
  return 0;
}

async function printReport(context: Context, detail: ReportDetail): Promise<void> {
  const { terminal, messages } = context;
  const { report, header, paths, citations, quantities, awards } = detail;
  const { fields } = messages;
  await terminal.out(terminal.paint('bold', `${messages.report}\n`));
  await terminal.out(
    printFields(context, [
      [fields.file, report.name],
      [fields.id, report.id],
      [fields.paths, paths.join('; ')],
      [fields.state, messages.states[report.state]],
      [fields.failure, report.failure && `${messages.failures[report.failure.code]} (${report.failure.message})`],
      [fields.pages, report.pageCount],
    ]),
  );
  if (header !== null) await terminal.out(printHeader(context, header));
  await terminal.out(
    printCitations(
      context,
      citations.map(({ citation, edge }) => ({ citation, uncertain: edge !== null && edge.state !== 'resolved' })),
    ),
  );
  await terminal.out(printRelations(context, detail.relations));
  await terminal.out(printQuantities(context, quantities));
  await terminal.out(printAwards(context, awards));
}

function printDocument(context: Context, detail: LegalDocumentDetail): string {
  const { terminal, messages } = context;
  const { document, citers, own, relations } = detail;
  const { fields } = messages;
  const about = printFields(context, [
    [fields.number, document.number],
    [fields.type, document.type],
    [fields.title, document.title],
    [fields.issuer, document.issuer],
    [fields.date, document.issuedOn ?? document.year],
    [fields.aliases, document.aliases.join('; ')],
    [fields.key, document.key],
    [fields.own, own.join('; ')],
  ]);
  const reports = new Set(citers.map(({ report }) => report)).size;
  const rows = citers.map((citer) => [
    citer.reportName,
    citer.reportDate ?? '',
    placeOf(context, citer),
    citer.section ?? '',
    `${messages.roles[citer.role]}${citer.state === 'resolved' ? '' : ` (${messages.uncertain})`}`,
    [citer.provisions.join(', '), citer.quote].filter((part) => part !== '').join(': '),
  ]);
  const places = printTable(
    terminal,
    [
      { title: messages.colReport, share: 3 },
      { title: messages.colDate },
      { title: messages.colPage, align: 'right' },
      { title: messages.colSection },
      { title: messages.colRole },
      { title: messages.colQuote, share: 4 },
    ],
    rows,
  );
  return (
    `${heading(context, messages.document)}${about}` +
    `${heading(context, messages.citedBy(citers.length, reports))}${citers.length === 0 ? '' : places}` +
    printRelations(context, relations)
  );
}

function printRelations(context: Context, relations: LegalDocumentDetail['relations']): string {
  const { terminal, messages } = context;
  if (relations.length === 0) return '';
  // The last part of a key is number and symbol; the whole key would fill the line.
  const short = (key: string) => key.split('/').slice(-2).join('/');
  return (
    heading(context, messages.relations(relations.length)) +
    printTable(
      terminal,
      [
        { title: messages.document, share: 2 },
        { title: messages.colRelation },
        { title: messages.document, share: 2 },
        { title: messages.colReport, share: 2 },
        { title: messages.colQuote, share: 3 },
      ],
      relations.map(({ from, relation, to, reportName, quote }) => [
        short(from),
        relation,
        short(to),
        reportName,
        quote,
      ]),
    )
  );
}
