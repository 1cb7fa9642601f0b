import type { LegalDocument } from '../model/index.js';
import { intArray, jsonArray, textArray, tsvectorArray } from './binary-array.js';
import { type Vote, votesOf } from './document-votes.js';
import { numberForm } from './number-form.js';
import type { ReportGraph } from './report-graph.js';
import { attentionOf } from './review/attention.js';
import { storable, storableJson } from './storable-json.js';
import { indexWords, wordVector } from './word-index.js';

/** The tables that a report fills, with the columns that its rows come in; all hang on it by `report_id`. */
export const reportTables = {
  passage: { ordinal: 'int', start_at: 'int', end_at: 'int', folded: 'tsvector', exact: 'tsvector' },
  citation: { ordinal: 'int', key: 'text', start_at: 'int', role: 'text', state: 'text', record: 'json', edge: 'json' },
  document_edge: {
    ordinal: 'int',
    from_key: 'text',
    relation: 'text',
    relation_detail: 'text',
    to_key: 'text',
    start_at: 'int',
    quote: 'text',
    page: 'int',
  },
  quantity: { ordinal: 'int', folded: 'tsvector', record: 'json' },
  award: { ordinal: 'int', folded: 'tsvector', record: 'json' },
  attention: {
    ordinal: 'int',
    reason: 'text',
    subject: 'text',
    place: 'text',
    start_at: 'int',
    confidence: 'int',
    key: 'text',
    record: 'json',
  },
  correction_use: { correction: 'text', found: 'int' },
  // own comes as 0 or 1
  report_document: { key: 'text', own: 'int', citations: 'int', record: 'json' },
} as const;
export type ReportTable = keyof typeof reportTables;

/** A report's graph as rows, ready to be sent. Plain strings, numbers and bytes, so that a thread can make it for another. */
export interface PreparedReport {
  readonly text: string;
  /** JSON */
  readonly pages: string;
  /** the columns of the report's own row, in the order in which replaceReport writes them */
  readonly header: readonly (string | number | null)[];
  /** rows by table: one array a column, in the order of `reportTables` */
  readonly tables: Readonly<Record<ReportTable, readonly Uint8Array[]>>;
  readonly documents: readonly NamedDocument[];
  readonly votes: readonly Vote[];
}

/** A correction that was laid over a report, and whether it found there what it means. */
export interface CorrectionUse {
  readonly id: string;
  readonly found: boolean;
}

/** A legal document as one report has it. */
export interface NamedDocument {
  /** the report is this very document */
  readonly own: boolean;
  /** places in the report that point at it; 0 of the report itself */
  readonly citations: number;
  readonly record: LegalDocument;
}

/**
 * Makes the rows that a report's graph fills. Pure; words, forms and JSON of a long report take longer to make than to store.
 *
 * @param corrections that were laid over the graph
 * @throws RangeError an edge to a document that the graph does not hold
 */
export function prepareReport(graph: ReportGraph, corrections: readonly CorrectionUse[] = []): PreparedReport {
  const uses = [...new Map(corrections.map((use) => [use.id, use])).values()];
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
  const passages = indexWords(text);
  const { citations, quantities, awards } = extraction;
  const { relations } = normalized;
  const attention = attentionOf(graph);
  const edgeOf = citations.map((_citation, ordinal) => edges.get(ordinal) ?? null);
  const tables: PreparedReport['tables'] = {
    passage: [
      ordinals(passages),
      intArray(passages.map(({ start }) => start)),
      intArray(passages.map(({ end }) => end)),
      tsvectorArray(passages.map(({ folded }) => folded)),
      tsvectorArray(passages.map(({ exact }) => exact)),
    ],
    citation: [
      ordinals(citations),
      texts(edgeOf.map((edge) => edge?.document ?? null)),
      intArray(citations.map(({ span }) => span.start)),
      texts(citations.map(({ role }, ordinal) => edgeOf[ordinal]?.role ?? role)),
      texts(edgeOf.map((edge) => edge?.state ?? null)),
      records(citations),
      records(edgeOf),
    ],
    document_edge: [
      ordinals(relations),
      texts(relations.map(({ from }) => from)),
      texts(relations.map(({ relation }) => relation)),
      texts(relations.map(({ relationDetail }) => relationDetail)),
      texts(relations.map(({ to }) => to)),
      intArray(relations.map(({ span }) => span.start)),
      texts(relations.map(({ span }) => document.text.slice(span.start, span.end))),
      intArray(relations.map(({ span }) => pageAt(span.start))),
    ],
    quantity: [
      ordinals(quantities),
      tsvectorArray(
        quantities.map(({ indicator, quote, unit, period, section }) =>
          wordVector([indicator?.words ?? null, quote, unit, period, section]),
        ),
      ),
      records(quantities),
    ],
    award: [
      ordinals(awards),
      tsvectorArray(
        awards.map(({ award, recipientName, grantor, decision, period, quote }) =>
          wordVector([award, recipientName, grantor, decision, period, quote]),
        ),
      ),
      records(awards),
    ],
    attention: [
      ordinals(attention),
      texts(attention.map(({ reason }) => reason)),
      texts(attention.map(({ subject }) => subject)),
      texts(attention.map(({ place }) => place)),
      intArray(attention.map(({ start }) => start)),
      intArray(attention.map(({ confidence }) => Math.floor(confidence * 1000))),
      texts(attention.map(({ key }) => key)),
      records(attention.map(({ record }) => record)),
    ],
    correction_use: [texts(uses.map(({ id }) => id)), intArray(uses.map(({ found }) => Number(found)))],
    report_document: [
      texts(documents.map(({ record }) => record.key)),
      intArray(documents.map(({ own }) => Number(own))),
      intArray(documents.map((named) => named.citations)),
      records(documents.map(({ record }) => record)),
    ],
  };
  const counts = {
    passages: passages.length,
    citations: citations.length,
    relations: relations.length,
    quantities: quantities.length,
    awards: awards.length,
    documents: documents.length,
    attention: attention.length,
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
    tables,
    documents,
    votes: documents.flatMap(({ own, citations, record }) => votesOf(record, own, citations)),
  };
}

const ordinals = (rows: readonly unknown[]): Uint8Array => intArray(rows.map((_row, ordinal) => ordinal));
const texts = (values: readonly (string | null)[]): Uint8Array =>
  textArray(values.map((value) => (value === null ? null : storable(value))));
const records = (values: readonly unknown[]): Uint8Array =>
  jsonArray(values.map((value) => (value === null ? null : storableJson(value))));

function documentsOf({ normalized }: ReportGraph): NamedDocument[] {
  const records = new Map<string, LegalDocument>();
  for (const document of normalized.documents) records.set(document.key, document);
  if (normalized.self !== null) records.set(normalized.self.key, normalized.self);
  const citations = new Map<string | null, number>();
  for (const { document } of normalized.citations) citations.set(document, (citations.get(document) ?? 0) + 1);
  return [...records.values()].map((record) => {
    const own = record.key === normalized.self?.key;
    // «Quyết định này» is said of every decision by itself: nobody cites it by that.
    return {
      own,
      citations: own ? 0 : (citations.get(record.key) ?? 0),
      record: JSON.parse(storableJson(record)) as LegalDocument,
    };
  });
}

function pageFinder(pages: ReportGraph['document']['pages']): (offset: number) => number | null {
  const runs = pages
    .flatMap(({ number, spans }) => spans.map(({ start }) => ({ start, number })))
    .sort((a, b) => a.start - b.start);
  return (offset) => runs.findLast(({ start }) => start <= offset)?.number ?? runs[0]?.number ?? null;
}
