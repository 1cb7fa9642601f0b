import type { LegalDocument } from '../model/index.js';
import { byteaArray, intArray, jsonArray, textArray } from './binary-array.js';
import type { Database, Queryable, Row, Statement } from './database.js';
import { agrees, type Vote, votesOf } from './document-votes.js';
import { electDocuments, formRows, lockDocuments } from './elect-documents.js';
import { type NamedDocument, type PreparedReport, type ReportTable, reportTables } from './prepare-report.js';
import type { ReportId } from './report-id.js';
import type { StagedOutput } from './report-work.js';
import { storableJson } from './storable-json.js';

const lockReportStatement: Statement = {
  name: 'lock-report',
  text: 'select id::text as id, row_counts is not null as stored from trichluc.report where sha256 = $1 for update',
};

/**
 * Puts a report's graph in the place of any earlier one, in one transaction. Twice is once. Two at a time wait for one
 * another only at the legal documents both name, which each takes in the order of their keys, last of all.
 *
 * @param staged outputs of stages that are not stored yet
 * @param madeFrom outputs that must still be the stored ones; when others have come meanwhile, nothing is changed
 * @throws RangeError no such report
 */
export async function replaceReport(
  db: Database,
  report: ReportId,
  prepared: PreparedReport,
  staged: readonly StagedOutput[] = [],
  madeFrom?: readonly Pick<StagedOutput, 'stage' | 'version'>[],
): Promise<void> {
  await db.transaction(async (transaction) => {
    const [row] = await transaction.query<{ id: string; stored: boolean }>(lockReportStatement, [report]);
    if (row === undefined) throw new RangeError(`The archive holds no report ${report}`);
    if (madeFrom !== undefined && !(await areStored(transaction, row.id, madeFrom))) return;
    const before = row.stored ? await takeAway(transaction, row.id) : [];
    const changes = changesOf(before, prepared.votes);
    const documents = new Map(prepared.documents.map(({ record }) => [record.key, record]));
    const known = await lockDocuments(transaction, [
      ...new Set([...changes.map(({ key }) => key), ...documents.keys()]),
    ]);
    const counts = countsOf(changes);
    const fresh = [...documents.values()]
      .filter(({ key }) => !known.has(key))
      .map((document) => ({ ...alone(document), ...(counts.get(document.key) ?? uncited) }));
    const counted = new Map([...counts].filter(([key]) => known.has(key)));
    const named = new Set(prepared.documents.map(({ record }) => record.key));
    const gone = [...new Set(before.map(({ key }) => key))].filter((key) => !named.has(key));
    const made = await addRows(transaction, row.id, prepared, changes, gone, counted, fresh, staged);
    const changed = new Set(
      changes
        .filter(({ key }) => {
          const [elected, said] = [known.get(key)?.document, documents.get(key)];
          if (elected === undefined) return !made.has(key); // another report made it meanwhile
          return before.length > 0 || said === undefined || !agrees(elected, said);
        })
        .map(({ key }) => key),
    );
    if (changed.size > 0) await electDocuments(transaction, [...changed].sort());
  });
}

async function areStored(
  transaction: Queryable,
  id: string,
  outputs: readonly Pick<StagedOutput, 'stage' | 'version'>[],
): Promise<boolean> {
  const rows = await transaction.query<{ stage: string; version: number }>(
    'select stage, version from trichluc.stage_output where report_id = $1',
    [id],
  );
  return outputs.every(({ stage, version }) => rows.some((row) => row.stage === stage && row.version === version));
}

/**
 * Takes a report out with all that hangs on it, in the transaction given; documents that nobody names any more go too.
 *
 * @returns false when it is not there
 */
export async function removeRows(transaction: Queryable, report: ReportId): Promise<boolean> {
  const [row] = await transaction.query<{ id: string; stored: boolean }>(lockReportStatement, [report]);
  if (row === undefined) return false;
  const changes = changesOf(await takeAway(transaction, row.id), []);
  const keys = [...new Set(changes.map(({ key }) => key))].sort();
  await lockDocuments(transaction, keys);
  await transaction.query(
    `update trichluc.document_vote v set votes = v.votes + e.votes, citing = v.citing + e.citing,
       citations = v.citations + e.citations
     from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[])
       as e(key, kind, hash, votes, citing, citations)
     where v.key = e.key and v.kind = e.kind and v.value_hash = e.hash`,
    [
      changes.map(({ key }) => key),
      changes.map(({ kind }) => kind),
      changes.map(({ hash }) => hash),
      changes.map(({ votes }) => votes),
      changes.map(({ citing }) => citing),
      changes.map(({ citations }) => citations),
    ],
  );
  const counts = countsOf(changes);
  await transaction.query(
    `update trichluc.legal_document d set reports = d.reports + e.reports, citations = d.citations + e.citations
     from unnest($1::text[], $2::int[], $3::int[]) as e(key, reports, citations) where d.key = e.key`,
    [
      [...counts.keys()],
      ...(['reports', 'citations'] as const).map((name) => [...counts.values()].map((c) => c[name])),
    ],
  );
  if (keys.length > 0) await electDocuments(transaction, keys);
  await transaction.query('insert into trichluc.settlement_due (report_id, gone) values ($1, $2)', [row.id, keys]);
  await transaction.query('insert into trichluc.removed_original (sha256) values ($1) on conflict do nothing', [
    report,
  ]);
  await transaction.query('delete from trichluc.stage_output where report_id = $1', [row.id]);
  await transaction.query('delete from trichluc.report where id = $1', [row.id]);
  return true;
}

/** Removes what is stored of a report; returns its votes. */
async function takeAway(transaction: Queryable, id: string): Promise<Vote[]> {
  const named = await transaction.query<NamedDocument & Row>(
    'select own, citations, record from trichluc.report_document where report_id = $1',
    [id],
  );
  const deletes = hanging.map(
    (table) => `deleted_${table} as (delete from trichluc.${table} where report_id = $1::bigint)`,
  );
  await transaction.query(`with ${deletes.join(', ')} delete from trichluc.report_text where report_id = $1::bigint`, [
    id,
  ]);
  return named.flatMap(({ own, citations, record }) => votesOf(record, own, citations));
}

/** Votes to add, and with negative counts to take away, in the order of keys. */
function changesOf(before: readonly Vote[], after: readonly Vote[]): readonly Vote[] {
  const changes = new Map<string, Vote>();
  const count = (vote: Vote, sign: number): void => {
    const name = `${vote.key}\n${vote.kind}\n${vote.hash}`;
    const sum = changes.get(name);
    changes.set(name, {
      ...vote,
      votes: (sum?.votes ?? 0) + sign * vote.votes,
      citing: (sum?.citing ?? 0) + sign * vote.citing,
      citations: (sum?.citations ?? 0) + sign * vote.citations,
    });
  };
  for (const vote of before) count(vote, -1);
  for (const vote of after) count(vote, 1);
  return [...changes.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, vote]) => vote)
    .filter(({ votes, citing, citations }) => votes !== 0 || citing !== 0 || citations !== 0);
}

/** Reports that cite a document, and places that do. */
interface Counts {
  readonly reports: number;
  readonly citations: number;
}
const uncited: Counts = { reports: 0, citations: 0 };

/** What the changed votes add to each document's counts. */
function countsOf(changes: readonly Vote[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { key, citing, citations } of changes) {
    const sum = counts.get(key) ?? uncited;
    counts.set(key, { reports: sum.reports + citing, citations: sum.citations + citations });
  }
  return new Map([...counts].filter(([, sum]) => sum.reports !== 0 || sum.citations !== 0));
}

const tables = Object.keys(reportTables) as ReportTable[];
/** What goes with a report's rows; settlements come from other reports as well, and are worked out when someone asks. */
const hanging = [...tables, 'settlement'];

/** The values of `addStatement` before those of the report's tables. */
const ownValues = 33;

let value = ownValues;
const inserts = Object.entries(reportTables).map(([table, columns]) => {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map((type) => `$${++value}::${type}[]`);
  const values = names.map((name) => (name === 'own' ? 'e.own = 1' : `e.${name}`));
  return `inserted_${table} as (insert into trichluc.${table} (report_id, ${names.join(', ')})
    select $1::bigint, ${values.join(', ')} from unnest(${arrays.join(', ')}) as e(${names.join(', ')}))`;
});

/** Everything that a report brings, in one statement: the round trips would cost more than the rows. */
const addStatement: Statement = {
  name: 'add-report',
  text: `with inserted_text as (
    insert into trichluc.report_text (report_id, text, pages) values ($1::bigint, $2, $3)
  ), updated as (
    update trichluc.report set state = 'done', keep_reading = false, failure_code = null, failure_message = null, failure_retryable = null,
      media_type = $4, page_count = $5, type = $6, number = $7, number_folded = $8, issuer = $9, issued_on = $10,
      title = $11, header = $12, self_key = $13, self = $14, diagnostics = $15, row_counts = $16 where id = $1::bigint
  ), staged as (
    insert into trichluc.stage_output (report_id, stage, version, output, diagnostics)
    select $1::bigint, e.stage, e.version, e.output, e.diagnostics
    from unnest($17::text[], $18::int[], $19::bytea[], $20::json[]) as e(stage, version, output, diagnostics)
    on conflict (report_id, stage) do update
    set version = excluded.version, output = excluded.output, diagnostics = excluded.diagnostics
  ), ${inserts.join(', ')}, voted as (
    insert into trichluc.document_vote as v (key, kind, value_hash, value, votes, citing, citations)
    select e.key, e.kind, e.hash, e.value, e.votes, e.citing, e.citations
    from unnest($23::text[], $24::text[], $25::text[], $26::text[], $27::int[], $28::int[], $29::int[])
      as e(key, kind, hash, value, votes, citing, citations)
    on conflict (key, kind, value_hash) do update
    set votes = v.votes + excluded.votes, citing = v.citing + excluded.citing, citations = v.citations + excluded.citations
  ), counted as (
    update trichluc.legal_document d set reports = d.reports + e.reports, citations = d.citations + e.citations
    from unnest($30::text[], $31::int[], $32::int[]) as e(key, reports, citations) where d.key = e.key
    returning d.key, trichluc.weight_of(d.reports) as weight
  ), weighed as (
    update trichluc.document_form f set weight = c.weight from counted c where f.key = c.key and f.weight <> c.weight
  ), due as (
    insert into trichluc.settlement_due (report_id, gone) values ($1::bigint, $33::text[])
  ), made as (
    insert into trichluc.legal_document as d
      (key, type, number, symbol, folded, year, issued_on, issuer, title, aliases, reports, citations)
    select key, type, number, symbol, folded, year, "issuedOn", issuer, title, aliases, reports, citations
    from json_to_recordset($21::json) as e(key text, type text, number text, symbol text, folded text, year int,
      "issuedOn" text, issuer text, title text, aliases json, reports int, citations int) order by key collate "C"
    on conflict (key) do update set reports = d.reports + excluded.reports, citations = d.citations + excluded.citations
    returning key, xmax = 0 as fresh, trichluc.weight_of(reports) as weight
  ), formed as (
    insert into trichluc.document_form (key, folded, serial, letters, form, weight)
    select e.key, e.folded, e.serial, e.letters, e.form, made.weight from json_to_recordset($22::json)
      as e(key text, folded text, serial text, letters text, form text) join made on made.key = e.key where made.fresh
  ) select key from made where fresh`,
};

/** @returns the keys of `fresh` that nobody else has made meanwhile */
async function addRows(
  transaction: Queryable,
  id: string,
  prepared: PreparedReport,
  changes: readonly Vote[],
  gone: readonly string[],
  counts: ReadonlyMap<string, Counts>,
  fresh: readonly (LegalDocument & Counts)[],
  staged: readonly StagedOutput[],
): Promise<ReadonlySet<string>> {
  const made = await transaction.query<{ key: string }>(addStatement, [
    id,
    prepared.text,
    prepared.pages,
    ...prepared.header,
    textArray(staged.map(({ stage }) => stage)),
    intArray(staged.map(({ version }) => version)),
    byteaArray(staged.map(({ output }) => output)),
    jsonArray(staged.map(({ diagnostics }) => diagnostics)),
    storableJson(fresh),
    storableJson(fresh.flatMap(formRows)),
    textArray(changes.map(({ key }) => key)),
    textArray(changes.map(({ kind }) => kind)),
    textArray(changes.map(({ hash }) => hash)),
    textArray(changes.map((vote) => vote.value)),
    intArray(changes.map(({ votes }) => votes)),
    intArray(changes.map(({ citing }) => citing)),
    intArray(changes.map(({ citations }) => citations)),
    textArray([...counts.keys()]),
    intArray([...counts.values()].map(({ reports }) => reports)),
    intArray([...counts.values()].map(({ citations }) => citations)),
    textArray(gone),
    ...tables.flatMap((table) => prepared.tables[table].map(bytesOf)),
  ]);
  return new Set(made.map(({ key }) => key));
}

/** What comes from another thread is no Buffer any more, and `pg` would take it for something else. */
const bytesOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What one report alone makes of a document: the same that its votes would elect. */
const alone = (document: LegalDocument): LegalDocument => ({
  ...document,
  aliases: [...new Set(document.aliases)].sort(),
});
