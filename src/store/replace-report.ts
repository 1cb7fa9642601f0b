import type { LegalDocument } from '../model/index.js';
import type { ReportId, StagedOutput } from './archive.js';
import { byteaArray, intArray, jsonArray, textArray } from './binary-array.js';
import type { Database, Queryable, Row, Statement } from './database.js';
import {
  agrees,
  type CountedVote,
  contestedDays,
  electDocument,
  formsOf,
  type Vote,
  votesOf,
} from './document-votes.js';
import { type DocumentColumns, documentColumns, documentRow } from './legal-document-row.js';
import { type NamedDocument, type PreparedReport, type ReportTable, reportTables } from './prepare-report.js';
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
    const fresh = [...documents.values()].filter(({ key }) => !known.has(key)).map(alone);
    const made = await addRows(transaction, row.id, prepared, changes, fresh, staged);
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
  if (keys.length > 0) await electDocuments(transaction, keys);
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
  const deletes = tables.map(
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

const tables = Object.keys(reportTables) as ReportTable[];

/** The values of `addStatement` before those of the report's tables. */
const ownValues = 29;

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
  ), made as (
    insert into trichluc.legal_document (key, type, number, symbol, folded, year, issued_on, issuer, title, aliases)
    select key, type, number, symbol, folded, year, "issuedOn", issuer, title, aliases from json_to_recordset($21::json)
      as e(key text, type text, number text, symbol text, folded text, year int, "issuedOn" text, issuer text,
        title text, aliases json) order by key collate "C"
    on conflict (key) do nothing returning key
  ), formed as (
    insert into trichluc.document_form (key, folded, serial, letters, form)
    select e.key, e.folded, e.serial, e.letters, e.form from json_to_recordset($22::json)
      as e(key text, folded text, serial text, letters text, form text) join made on made.key = e.key
  ) select key from made`,
};

/** @returns the keys of `fresh` that nobody else has made meanwhile */
async function addRows(
  transaction: Queryable,
  id: string,
  prepared: PreparedReport,
  changes: readonly Vote[],
  fresh: readonly LegalDocument[],
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

const formRows = (document: LegalDocument) => formsOf(document).map((form) => ({ key: document.key, ...form }));

const lockStatement: Statement = {
  name: 'lock-documents',
  text: `select ${documentColumns}, d.contested from trichluc.legal_document d where d.key = any($1::text[])
    order by d.key for update`,
};

/** A document as elected, and the days of issue that reports do not agree on. */
interface Elected {
  readonly document: LegalDocument;
  readonly contested: readonly string[] | null;
}

/** Those of the documents that exist, as elected; until the transaction ends nobody else counts on them. */
async function lockDocuments(transaction: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, Elected>> {
  const rows = await transaction.query<DocumentColumns & Pick<Elected, 'contested'>>(lockStatement, [keys]);
  return new Map(rows.map((row) => [row.key, { document: documentRow(row), contested: row.contested }]));
}

/** Elects documents anew from their votes; those that nobody names any more go. */
async function electDocuments(transaction: Queryable, keys: readonly string[]): Promise<void> {
  const known = await lockDocuments(transaction, keys);
  await transaction.query('delete from trichluc.document_vote where key = any($1::text[]) and votes = 0', [keys]);
  const votes = new Map<string, CountedVote[]>(keys.map((key) => [key, []]));
  const rows = await transaction.query<CountedVote & Row & { readonly key: string }>(
    'select key, kind, value, votes from trichluc.document_vote where key = any($1::text[])',
    [keys],
  );
  for (const row of rows) votes.get(row.key)?.push(row);
  const named = keys.filter((key) => votes.get(key)?.some(({ kind }) => kind !== 'alias'));
  const orphans = keys.filter((key) => !named.includes(key));
  const elected = named
    .map((key): Elected => {
      const said = votes.get(key) ?? [];
      return { document: electDocument(key, said), contested: contestedDays(said) };
    })
    .filter((one) => JSON.stringify(known.get(one.document.key)) !== JSON.stringify(one));
  const documents = elected.map(({ document }) => document);
  const touched = [...orphans, ...documents.map(({ key }) => key)];
  if (touched.length === 0) return;
  await transaction.query('delete from trichluc.document_form where key = any($1::text[])', [touched]);
  if (orphans.length > 0)
    await transaction.query('delete from trichluc.legal_document where key = any($1::text[])', [orphans]);
  if (elected.length === 0) return;
  await transaction.query(
    `with changed as (
       update trichluc.legal_document d set type = e.type, number = e.number, symbol = e.symbol, folded = e.folded,
         year = e.year, issued_on = e."issuedOn", issuer = e.issuer, title = e.title, aliases = e.aliases,
         contested = e.contested
       from json_to_recordset($1::json) as e(key text, type text, number text, symbol text, folded text, year int,
         "issuedOn" text, issuer text, title text, aliases json, contested json) where d.key = e.key
     )
     insert into trichluc.document_form (key, folded, serial, letters, form)
     select e.key, e.folded, e.serial, e.letters, e.form
     from json_to_recordset($2::json) as e(key text, folded text, serial text, letters text, form text)`,
    [
      storableJson(
        elected.map(({ document, contested }) => (contested === null ? document : { ...document, contested })),
      ),
      storableJson(documents.flatMap(formRows)),
    ],
  );
}
