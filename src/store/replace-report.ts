import type { LegalDocument } from '../model/index.js';
import type { ReportGraph, ReportId } from './archive.js';
import type { Database, Queryable, Row } from './database.js';
import { type CountedVote, electDocument, formsOf, type Vote, voteHash, votesOf } from './document-votes.js';
import { numberForm } from './number-form.js';
import { internalId } from './report-row.js';
import { storable, storableJson } from './storable-json.js';
import { indexWords, wordVector } from './word-index.js';

/**
 * Puts a report's graph in the place of any earlier one, in one transaction. Twice is once. Two at a time wait for one
 * another only at the legal documents both name, which each takes in the order of their keys, last of all.
 *
 * @throws RangeError no such report, or an edge to a document that the graph does not hold
 */
export async function replaceReport(db: Database, report: ReportId, graph: ReportGraph): Promise<void> {
  // All that costs time is made before the transaction begins.
  const rows = rowsOf(graph);
  const documents = documentsOf(graph);
  await db.transaction(async (transaction) => {
    const id = await internalId(transaction, report, true);
    const before = await transaction.query<Named>(
      'select own, citations, record from trichluc.report_document where report_id = $1',
      [id],
    );
    await replaceRows(transaction, id, rows);
    await replaceVotes(
      transaction,
      before.flatMap(({ own, citations, record }) => votesOf(record, own, citations)),
      documents.flatMap(({ own, citations, record }) => votesOf(record, own, citations)),
    );
  });
}

interface ReportRows {
  readonly text: string;
  readonly pages: string;
  readonly header: readonly unknown[];
  readonly tables: Readonly<Record<string, readonly object[]>>;
}

/** A legal document as one report has it. */
interface Named extends Row {
  readonly own: boolean;
  /** places in the report that point at it */
  readonly citations: number;
  readonly record: LegalDocument;
}

function documentsOf({ normalized }: ReportGraph): Named[] {
  const records = new Map<string, LegalDocument>();
  for (const document of normalized.documents) records.set(document.key, document);
  if (normalized.self !== null) records.set(normalized.self.key, normalized.self);
  return [...records.values()].map((record) => ({
    own: record.key === normalized.self?.key,
    citations: normalized.citations.filter(({ document }) => document === record.key).length,
    record: JSON.parse(storableJson(record)) as LegalDocument,
  }));
}

function rowsOf(graph: ReportGraph): ReportRows {
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
    tables,
  };
}

/** The columns of each table that a report fills, and how its rows come as JSON. */
const columns: Readonly<Record<string, string>> = {
  passage: 'ordinal int, start_at int, end_at int, folded text, exact text',
  citation: 'ordinal int, key text, start_at int, role text, state text, record json, edge json',
  document_edge:
    'ordinal int, from_key text, relation text, relation_detail text, to_key text, start_at int, quote text, page int',
  quantity: 'ordinal int, folded text, record json',
  award: 'ordinal int, folded text, record json',
  report_document: 'key text, own boolean, citations int, record json',
};

/** All tables in one statement each way: the round trips would cost more than the rows. */
async function replaceRows(transaction: Queryable, id: string, rows: ReportRows): Promise<void> {
  const tables = Object.entries(columns);
  const deletes = tables.map(
    ([table]) => `deleted_${table} as (delete from trichluc.${table} where report_id = $1::bigint)`,
  );
  await transaction.query(`with ${deletes.join(', ')} delete from trichluc.report_text where report_id = $1::bigint`, [
    id,
  ]);
  const inserts = tables.map(([table, shape], index) => {
    const names = shape.split(', ').map((column) => column.split(' ')[0] ?? '');
    const values = names.map((name) => (name === 'folded' || name === 'exact' ? `e.${name}::tsvector` : `e.${name}`));
    return `inserted_${table} as (insert into trichluc.${table} (report_id, ${names.join(', ')})
      select $1::bigint, ${values.join(', ')} from json_to_recordset($${index + 4}::json) as e(${shape}))`;
  });
  await transaction.query(
    `with ${inserts.join(', ')} insert into trichluc.report_text (report_id, text, pages) values ($1::bigint, $2, $3)`,
    [id, rows.text, rows.pages, ...tables.map(([table]) => storableJson(rows.tables[table] ?? []))],
  );
  await transaction.query(
    `update trichluc.report set state = 'done', failure_code = null, failure_message = null, failure_retryable = null,
       media_type = $2, page_count = $3, type = $4, number = $5, number_folded = $6, issuer = $7, issued_on = $8, title = $9,
       header = $10, self_key = $11, self = $12, diagnostics = $13, row_counts = $14 where id = $1`,
    [id, ...rows.header],
  );
}

/** Counts the report's votes anew and elects the documents whose count has changed. */
async function replaceVotes(transaction: Queryable, before: readonly Vote[], after: readonly Vote[]): Promise<void> {
  const changes = new Map<string, Vote & { hash: string; change: number }>();
  const count = (vote: Vote, change: number): void => {
    const hash = voteHash(vote.value);
    const name = `${vote.key}\n${vote.field}\n${hash}`;
    const entry = changes.get(name) ?? { ...vote, hash, change: 0 };
    entry.change += change;
    changes.set(name, entry);
  };
  for (const vote of before) count(vote, -vote.weight);
  for (const vote of after) count(vote, vote.weight);
  const changed = [...changes.values()].filter(({ change }) => change !== 0);
  if (changed.length === 0) return;
  const keys = [...new Set(changed.map(({ key }) => key))];
  await lockDocuments(transaction, keys);

  const json = JSON.stringify(changed);
  const shape = 'e(key text, field text, hash text, value text, change int)';
  await transaction.query(
    `insert into trichluc.document_vote as v (key, field, value_hash, value, votes)
     select e.key, e.field, e.hash, e.value, e.change from json_to_recordset($1::json) as ${shape}
     on conflict (key, field, value_hash) do update set votes = v.votes + excluded.votes`,
    [json],
  );
  if (changed.some(({ change }) => change < 0))
    await transaction.query(
      `delete from trichluc.document_vote v using json_to_recordset($1::json) as ${shape}
     where v.key = e.key and v.field = e.field and v.value_hash = e.hash and v.votes = 0`,
      [json],
    );
  await electDocuments(transaction, keys);
}

/** From here to the end of the transaction nobody else counts on these documents. */
async function lockDocuments(transaction: Queryable, keys: readonly string[]): Promise<void> {
  for (;;) {
    await transaction.query(
      `insert into trichluc.legal_document (key, folded, aliases)
       select key, '', '[]' from unnest($1::text[]) as key order by key collate "C" on conflict (key) do nothing`,
      [keys],
    );
    // Another's transaction may have taken the last mention of one away meanwhile: then it is made anew.
    const locked = await transaction.query(
      'select 1 from trichluc.legal_document where key = any($1::text[]) order by key for update',
      [keys],
    );
    if (locked.length === keys.length) return;
  }
}

async function electDocuments(transaction: Queryable, keys: readonly string[]): Promise<void> {
  const votes = new Map<string, CountedVote[]>(keys.map((key) => [key, []]));
  const rows = await transaction.query<CountedVote & Row & { readonly key: string }>(
    'select key, field, value, votes from trichluc.document_vote where key = any($1::text[])',
    [keys],
  );
  for (const row of rows) votes.get(row.key)?.push(row);
  const named = keys.filter((key) => votes.get(key)?.some(({ field }) => field === 'report'));
  const orphans = keys.filter((key) => !named.includes(key));
  if (orphans.length > 0)
    await transaction.query('delete from trichluc.legal_document where key = any($1::text[])', [orphans]);

  const elected = named.map((key) => electDocument(key, votes.get(key) ?? []));
  const { documents, forms } = await differing(transaction, elected);
  if (documents.length > 0)
    await transaction.query(
      `update trichluc.legal_document d set type = e.type, number = e.number, symbol = e.symbol, folded = e.folded,
         year = e.year, issued_on = e."issuedOn", issuer = e.issuer, title = e.title, aliases = e.aliases
       from json_to_recordset($1::json) as e(key text, type text, number text, symbol text, folded text, year int,
         "issuedOn" text, issuer text, title text, aliases json) where d.key = e.key`,
      [JSON.stringify(documents)],
    );
  if (documents.length > 0)
    await transaction.query('delete from trichluc.document_form where key = any($1::text[])', [
      documents.map(({ key }) => key),
    ]);
  if (forms.length > 0)
    await transaction.query(
      `insert into trichluc.document_form (key, folded, serial, letters, form)
       select e.key, e.folded, e.serial, e.letters, e.form
       from json_to_recordset($1::json) as e(key text, folded text, serial text, letters text, form text)`,
      [JSON.stringify(forms)],
    );
}

/** Those whose row is not yet as elected: a law that everybody cites in the same words is not written again each time. */
async function differing(
  transaction: Queryable,
  elected: readonly LegalDocument[],
): Promise<{ readonly documents: LegalDocument[]; readonly forms: { readonly key: string }[] }> {
  const rows = await transaction.query<{ key: string; record: LegalDocument }>(
    `select key, json_build_object('key', key, 'type', type, 'number', number, 'symbol', symbol, 'folded', folded,
       'year', year, 'issuedOn', issued_on, 'issuer', issuer, 'title', title, 'aliases', aliases) as record
     from trichluc.legal_document where key = any($1::text[])`,
    [elected.map(({ key }) => key)],
  );
  const stored = new Map(rows.map(({ key, record }) => [key, JSON.stringify(record)]));
  const documents = elected.filter((document) => stored.get(document.key) !== JSON.stringify(document));
  const forms = documents.flatMap((document) => formsOf(document).map((form) => ({ key: document.key, ...form })));
  return { documents, forms };
}

function pageFinder(pages: ReportGraph['document']['pages']): (offset: number) => number | null {
  const runs = pages
    .flatMap(({ number, spans }) => spans.map(({ start }) => ({ start, number })))
    .sort((a, b) => a.start - b.start);
  return (offset) => runs.findLast(({ start }) => start <= offset)?.number ?? runs[0]?.number ?? null;
}
