import { resolve } from 'node:path';
import type { LegalDocument } from '../../model/index.js';
import { certaintyInWords, isOfItself, relationWords } from '../../publish/index.js';
import type {
  Archive,
  CiterInText,
  LegalDocumentDetail,
  ReportDetail,
  ReviewItem,
  ValidityChange,
} from '../../store/index.js';
import {
  heading,
  placeOf,
  printAwards,
  printCitations,
  printConversions,
  printFields,
  printHeader,
  printQuantities,
  printTroubles,
} from '../print-extraction.js';
import { printJson } from '../print-json.js';
import { printConflicts } from '../print-review.js';
import { printTable } from '../print-table.js';
import { certainly, printLikely, printUncertain } from '../print-uncertain.js';
import { printChanges } from '../print-validity.js';
import { type Context, withArchive } from '../session.js';
import { fileName, othersLike } from '../taken-for.js';
import { printIssuerDetails } from './issuer.js';

interface Found {
  readonly report: ReportDetail | null;
  readonly document: LegalDocumentDetail | null;
  /** documents that the number fits as well */
  readonly others: readonly LegalDocument[];
  /** contradictions in the report, or in what the reports say of the document */
  readonly conflicts: readonly ReviewItem[];
  /** what changed the validity of the document, or of what the report cites, held against the report's date */
  readonly validity: readonly ValidityChange[];
}
/** What the archive says of it, beside what is stored under its name. */
type Sides = 'conflicts' | 'validity';

/** `trichluc show <report|number>`: a report, a legal document, or both where a report of the archive is cited itself. */
export async function showCommand(context: Context, what: string): Promise<number> {
  const { config, terminal, messages } = context;
  const found = await withArchive(context, false, async ({ archive }) => {
    const seen = await find(archive, what);
    // Neither a report nor a document: it may be the name of an office.
    const issuers =
      seen.report === null && seen.document === null && !fileName.test(what) ? await archive.issuer(what) : [];
    return {
      ...(issuers.length === 0 ? {} : { issuers }),
      ...seen,
      conflicts: await conflictsOf(archive, seen),
      validity: await validityOf(archive, seen),
    };
  });
  if (config.json) await terminal.out(printJson(found));
  if (found.issuers !== undefined) {
    if (!config.json) await terminal.out(printIssuerDetails(context, found.issuers));
    return 0;
  }
  if (found.report === null && found.document === null) {
    terminal.err(`${messages.notFound(what)}\n`);
    return 1;
  }
  if (config.json) return 0;
  if (found.report !== null) await printReport(context, found.report);
  if (found.document !== null) await terminal.out(printDocument(context, found.document, found.others));
  const { graph } = messages;
  const title = found.report === null ? graph.documentValidity : graph.validityAt(found.report.report.date);
  await terminal.out(printChanges(context, title, found.validity));
  await terminal.out(printConflicts(context, found.conflicts));
  return 0;
}

async function find(archive: Archive, what: string): Promise<Omit<Found, Sides>> {
  const report = (await archive.report(what)) ?? (await archive.report(resolve(what)));
  if (report !== null) {
    // Of the numbers that look a little like a report's name, only its own belongs beside it.
    const own = report.self === null ? null : await archive.legalDocument(report.self.key);
    return { report, document: own?.document.key === report.self?.key ? own : null, others: [] };
  }
  const hits = fileName.test(what) ? [] : await archive.searchNumbers(what, { limit: 20 });
  const [best] = hits;
  // A slip of the pen may be meant in a search; whoever asks for one document gets that one or none.
  if (best === undefined || best.match === 'similar')
    return { report, document: what.startsWith('/') ? await archive.legalDocument(what) : null, others: [] };
  const others = othersLike(hits, best.document.key);
  return { report, document: await archive.legalDocument(best.document.key), others };
}

async function conflictsOf(archive: Archive, { report, document }: Omit<Found, Sides>): Promise<Found['conflicts']> {
  const reasons = ['conflict'] as const;
  if (report !== null) return archive.reviewItems({ report: report.report.id, reasons });
  return document === null ? [] : archive.reviewItems({ document: document.document.key, reasons });
}

function validityOf(archive: Archive, { report, document }: Omit<Found, Sides>): Promise<Found['validity']> {
  if (report === null)
    return document === null ? Promise.resolve([]) : archive.graph.validity([document.document.key], null);
  const keys = new Set(report.citations.flatMap(({ edge }) => edge?.document ?? []));
  return archive.graph.validity([...keys], report.report.date);
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
      citations
        .filter((mention) => !isOfItself(detail.self, mention))
        .map(({ citation, edge }) => ({ citation, uncertain: edge !== null && edge.state !== 'resolved' })),
    ),
  );
  await terminal.out(printUncertain(context, citations));
  await terminal.out(printRelations(context, detail.relations));
  await terminal.out(printQuantities(context, quantities));
  await terminal.out(printConversions(context, detail.diagnostics));
  await terminal.out(printTroubles(context, detail.diagnostics));
  await terminal.out(printAwards(context, awards));
}

function printDocument(context: Context, detail: LegalDocumentDetail, others: readonly LegalDocument[]): string {
  const { terminal, messages } = context;
  const { document, citers, own, successors, relations } = detail;
  const { fields } = messages;
  const about = printFields(context, [
    [fields.number, document.number],
    [fields.type, document.type],
    [fields.title, document.title],
    [fields.issuer, document.issuer],
    [messages.review.successors, successors.map(({ name, since }) => `${name} (${since})`).join('; ')],
    [fields.date, document.issuedOn ?? document.year],
    [fields.aliases, document.aliases.join('; ')],
    [fields.key, document.key],
    [fields.own, own.join('; ')],
    [fields.others, others.map(({ key }) => key).join('; ')],
  ]);
  const reports = new Set(citers.map(({ report }) => report)).size;
  const rows = citers.map((citer) => [
    citer.reportName,
    citer.reportDate ?? '',
    placeOf(context, citer),
    citer.section ?? '',
    [messages.roles[citer.role], certaintyInWords(citer, context.config.language)].filter(Boolean).join('; '),
    [citer.provisions.join(', '), saidIn(citer)].filter((part) => part !== '').join(': '),
  ]);
  const places = printTable(
    terminal,
    [
      { title: messages.colReport, share: 3 },
      { title: messages.colDate },
      { title: messages.colPage, align: 'right' },
      { title: messages.colSection },
      { title: messages.colRole },
      { title: messages.colSentence, share: 5 },
    ],
    rows,
  );
  return (
    `${heading(context, messages.document)}${about}` +
    `${heading(context, messages.citedBy(citers.length, reports))}${citers.length === 0 ? '' : places}` +
    printLikely(context, detail.likelyCiters) +
    printRelations(context, relations, document.key)
  );
}

const mostOfSentence = 320;

/** The sentence of a place; of a long one the part around the reference. */
function saidIn({ sentence, quote }: CiterInText): string {
  if (sentence === null) return quote;
  const { text, mark } = sentence;
  if (text.length <= mostOfSentence) return text;
  const around = Math.max(0, mostOfSentence - (mark.end - mark.start)) / 2;
  const start = mark.start <= around ? 0 : text.indexOf(' ', mark.start - around) + 1;
  const cut = text.lastIndexOf(' ', mark.end + around);
  const end = mark.end + around >= text.length ? text.length : Math.max(mark.end, cut);
  return `${start === 0 ? '' : '… '}${text.slice(Math.min(start, mark.start), end)}${end === text.length ? '' : ' …'}`;
}

/** Of a document: under the heads of a «lược đồ», what the other document is to it. Of a report: who does what to whom. */
function printRelations(context: Context, relations: LegalDocumentDetail['relations'], of?: string): string {
  const { terminal, messages, config } = context;
  if (relations.length === 0) return '';
  const evidence = [
    { title: messages.colReport, share: 2 },
    { title: messages.colQuote, share: 3 },
  ];
  const [columns, rows] =
    of === undefined
      ? [
          [{ title: messages.document, share: 2 }, { title: messages.colRelation }],
          relations.map(({ fromLabel, relation, relationDetail }) => [
            fromLabel,
            relationWords(relation, relationDetail, config.language).verb,
          ]),
        ]
      : [
          [{ title: messages.colRelation, share: 2 }],
          relations.map(({ from, relation, relationDetail }) => {
            const { target, source } = relationWords(relation, relationDetail, config.language);
            return [from === of ? target : source];
          }),
        ];
  return (
    heading(context, messages.relations(relations.length)) +
    printTable(
      terminal,
      [...columns, { title: messages.document, share: 2 }, ...evidence],
      relations.map(({ from, fromLabel, toLabel, reportName, quote, byOtherReports: others }, index) => [
        ...rows[index]!,
        of === undefined || from === of ? toLabel : fromLabel,
        reportName,
        certainly(context, quote, others),
      ]),
    )
  );
}
