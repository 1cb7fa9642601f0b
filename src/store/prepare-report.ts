import type { LegalDocument } from '../model/index.js';
import { type Vote, votesOf } from './document-votes.js';
import { numberForm } from './number-form.js';
import type { ReportGraph } from './report-graph.js';
import { storable, storableJson } from './storable-json.js';
import { indexWords, wordVector } from './word-index.js';

/** A report's graph as rows, ready to be sent. Plain strings and numbers, so that a thread can make it for another. */
export interface PreparedReport {
  readonly text: string;
  /** JSON */
  readonly pages: string;
  /** the columns of the report's own row, in the order in which replaceReport writes them */
  readonly header: readonly (string | number | null)[];
  /** rows by table, JSON */
  readonly tables: Readonly<Record<string, string>>;
  readonly documents: readonly NamedDocument[];
  readonly votes: readonly Vote[];
}

/** A legal document as one report has it. */
export interface NamedDocument {
  /** the report is this very document */
  readonly own: boolean;
  /** places in the report that point at it */
  readonly citations: number;
  readonly record: LegalDocument;
}

/**
 * Makes the rows that a report's graph fills. Pure; words, forms and JSON of a long report take longer to make than to store.
 *
 * @throws RangeError an edge to a document that the graph does not hold
 */
export function prepareReport(graph: ReportGraph): PreparedReport {
  const { document, extraction, normalized } = graph;
  const { header } = extraction;
  const documents = documentsOf(graph);
  const keys = new Set(documents.map(({ record }) => record.key));
  const edges = new Map(normalized.citations.map((edge) => [edge.citation, edge]));
  for (const key of [
    ...normalized.citations.map((edge) => edge.document),
    ...normalized.relations.flatMap(({ from, to }) => [from, to]),
  ])
    if (!keys.has(storable(key))) throw new RangeError(`An edge to ${key}, which is not among the report's documents`);
  const text = storable(document.text);
  const pageAt = pageFinder(document.pages);
  const tables = {
    passage: indexWords(text).map((passage, ordinal) => ({
      ordinal,
      start_at: passage.start,
      end_at: passage.end,
      folded: passage.folded,
      exact: passage.exact,
    })),
    citation: extraction.citations.map((citation, ordinal) => {
      const edge = edges.get(ordinal) ?? null;
      return {
        ordinal,
        key: edge?.document ?? null,
        start_at: citation.span.start,
        role: edge?.role ?? citation.role,
        state: edge?.state ?? null,
        record: citation,
        edge,
      };
    }),
    document_edge: normalized.relations.map((relation, ordinal) => ({
      ordinal,
      from_key: relation.from,
      relation: relation.relation,
      relation_detail: relation.relationDetail,
      to_key: relation.to,
      start_at: relation.span.start,
      quote: document.text.slice(relation.span.start, relation.span.end),
      page: pageAt(relation.span.start),
    })),
    quantity: extraction.quantities.map((quantity, ordinal) => ({
      ordinal,
      folded: wordVector([
        quantity.indicator?.words ?? null,
        quantity.quote,
        quantity.unit,
        quantity.period,
        quantity.section,
      ]),
      record: quantity,
    })),
    award: extraction.awards.map((award, ordinal) => ({
      ordinal,
      folded: wordVector([award.award, award.recipientName, award.grantor, award.decision, award.period, award.quote]),
      record: award,
    })),
    report_document: documents.map((named) => ({ key: named.record.key, ...named })),
  };
  const counts = {
    passages: tables.passage.length,
    citations: tables.citation.length,
    relations: tables.document_edge.length,
    quantities: tables.quantity.length,
    awards: tables.award.length,
    documents: tables.report_document.length,
  };
  const diagnostics = [...document.warnings, ...extraction.diagnostics, ...normalized.diagnostics];
  return {
    text,
    pages: JSON.stringify(
      document.pages
        .flatMap(({ number, spans }) => spans.map(({ start, end }) => [number, start, end] as const))
        .sort((a, b) => a[1] - b[1]),
    ),
    header: [
      document.mediaType,
      document.pageCount,
      header.type,
      header.number,
      header.number === null ? null : (numberForm(header.number)?.folded ?? null),
      header.issuer,
      header.date,
      header.title,
      storableJson(header),
      normalized.self?.key ?? null,
      normalized.self === null ? null : storableJson(normalized.self),
      storableJson(diagnostics),
      JSON.stringify(counts),
    ].map((value) => (typeof value === 'string' ? storable(value) : value)),
    tables: Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, storableJson(rows)])),
    documents,
    votes: documents.flatMap(({ own, citations, record }) => votesOf(record, own, citations)),
  };
}

function documentsOf({ normalized }: ReportGraph): NamedDocument[] {
  const records = new Map<string, LegalDocument>();
  for (const document of normalized.documents) records.set(document.key, document);
  if (normalized.self !== null) records.set(normalized.self.key, normalized.self);
  const citations = new Map<string | null, number>();
  for (const { document } of normalized.citations) citations.set(document, (citations.get(document) ?? 0) + 1);
  return [...records.values()].map((record) => ({
    own: record.key === normalized.self?.key,
    citations: citations.get(record.key) ?? 0,
    record: JSON.parse(storableJson(record)) as LegalDocument,
  }));
}

function pageFinder(pages: ReportGraph['document']['pages']): (offset: number) => number | null {
  const runs = pages
    .flatMap(({ number, spans }) => spans.map(({ start }) => ({ start, number })))
    .sort((a, b) => a.start - b.start);
  return (offset) => runs.findLast(({ start }) => start <= offset)?.number ?? runs[0]?.number ?? null;
}
