import { fork } from 'node:child_process';
import type pg from 'pg';
import { type CountedVote, contestedDays, electDocument, formsOf } from '../../src/store/document-votes.js';
import { type ReportTable, reportTables } from '../../src/store/prepare-report.js';
import { storableJson } from '../../src/store/storable-json.js';
import { emptyStages, type Rows } from './make-rows.js';

const reportsAtOnce = 100;
const votesAtOnce = 20_000;
/** Their day of import; none of the rows depends on the clock. */
const takenInAt = '2026-01-01T00:00:00.000Z';

/**
 * Fills the tables of archives with written reports. Every row is what an import of the same reports gives: the stages and
 * `prepareReport` are the store's own, and documents are elected from the votes by its own `electDocument`. What differs is
 * how they travel: a hundred reports in one statement a table, and documents elected once at the end and not after each
 * report. Originals, journal and the outputs of stages, which no search, index or export reads, are left out.
 *
 * @returns how many mentions there are
 */
export async function loadArchives(
  databases: readonly pg.Pool[],
  reports: { readonly from: number; readonly to: number },
  progress: (done: number) => void,
  processes = 2,
): Promise<number> {
  const staged = await emptyStages();
  let next = reports.from;
  let done = 0;
  let mentions = 0;
  // One chunk at a time into each database: two would wait for one another's votes.
  let storing: Promise<unknown> = Promise.resolve();
  const run = async (): Promise<void> => {
    const worker = fork(new URL('./make-rows.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    });
    while (next < reports.to) {
      const [from, to] = [next, Math.min(reports.to, next + reportsAtOnce)];
      next = to;
      const rows = await new Promise<Rows>((resolve, reject) => {
        worker.once('message', (message) => resolve(message as Rows));
        worker.once('exit', () => reject(new Error('the process that makes rows ended')));
        worker.send({ from, to });
      });
      const before = storing;
      storing = (async () => {
        await before;
        await Promise.all(databases.map((db) => store(db, rows, staged)));
        mentions += rows.mentions;
        done += to - from;
        progress(done);
      })();
      worker.removeAllListeners('exit');
      // The process makes the next chunk while this one is stored, and no more than that.
      await before;
    }
    await storing;
    worker.disconnect();
  };
  await Promise.all(Array.from({ length: processes }, run));
  return mentions;
}

async function store(db: pg.Pool, rows: Rows, staged: Awaited<ReturnType<typeof emptyStages>>): Promise<void> {
  const client = await db.connect();
  try {
    await client.query('begin');
    await client.query('set local synchronous_commit = off');
    await client.query(
      `with e as (select * from json_to_recordset($1::json) as e(id bigint, sha256 text, name text, bytes bigint, text text,
         pages json, media_type text, page_count int, type text, number text, number_folded text, issuer text,
         issued_on text, title text, header json, self_key text, self json, diagnostics json, row_counts json)
       ), texts as (insert into trichluc.report_text select id, text, pages from e
       ), paths as (insert into trichluc.report_path select id, encode(sha256(convert_to('/' || name, 'UTF8')), 'hex'),
         '/' || name from e
       ), outputs as (insert into trichluc.stage_output (report_id, stage, version, output, diagnostics)
         select e.id, s.stage, s.version, decode(s.output, 'hex'), '[]' from e,
           json_to_recordset($2::json) as s(stage text, version int, output text))
       insert into trichluc.report (id, sha256, name, bytes, state, attempts, taken_in_at, media_type, page_count, type,
         number, number_folded, issuer, issued_on, title, header, self_key, self, diagnostics, row_counts)
       overriding system value
       select id, sha256, name, bytes, 'done', 1, $3::timestamptz, media_type, page_count, type, number, number_folded,
         issuer, issued_on, title, header, self_key, self, diagnostics, row_counts from e`,
      [
        JSON.stringify(rows.reports.map(reportObject)),
        JSON.stringify(
          staged.map(({ stage, version, output }) => ({ stage, version, output: Buffer.from(output).toString('hex') })),
        ),
        takenInAt,
      ],
    );
    for (const table of Object.keys(reportTables) as ReportTable[]) {
      const columns = Object.entries(reportTables[table]);
      const values = columns.map(([name]) => (name === 'own' ? 'e.own = 1' : `e.${name}`));
      await client.query(
        `insert into trichluc.${table} (report_id, ${columns.map(([name]) => name).join(', ')})
         select e.report_id, ${values.join(', ')} from unnest($1::int[],
           ${columns.map(([, type], at) => `$${at + 2}::${type}[]`).join(', ')})
           as e(report_id, ${columns.map(([name]) => name).join(', ')})`,
        rows.tables[table].map((bytes) => Buffer.from(bytes)),
      );
    }
    const names = ['key', 'kind', 'value_hash', 'value', 'votes', 'citing', 'citations'];
    await client.query(
      `insert into trichluc.document_vote as v (${names.join(', ')})
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[])
       on conflict (key, kind, value_hash) do update set votes = v.votes + excluded.votes,
         citing = v.citing + excluded.citing, citations = v.citations + excluded.citations`,
      names.map((_, at) => rows.votes.map((vote) => vote[at])),
    );
    await client.query("insert into trichluc.settlement_due (report_id, gone) select unnest($1::int[]), '{}'", [
      rows.reports.map(([id]) => id),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

const reportFields = [
  'id',
  'sha256',
  'name',
  'bytes',
  'text',
  'pages',
  'media_type',
  'page_count',
  'type',
  'number',
  'number_folded',
  'issuer',
  'issued_on',
  'title',
  'header',
  'self_key',
  'self',
  'diagnostics',
  'row_counts',
];
const jsonFields = new Set(['pages', 'header', 'self', 'diagnostics', 'row_counts']);
const reportObject = (values: Rows['reports'][number]): Record<string, unknown> =>
  Object.fromEntries(
    reportFields.map((name, at) => {
      const value = values[at] ?? null;
      return [name, jsonFields.has(name) && value !== null ? JSON.parse(String(value)) : value];
    }),
  );

/** Makes the documents of all votes, a piece at a time. @returns how many there are */
export async function electAll(db: pg.Pool, progress: (done: number) => void): Promise<number> {
  let after = '';
  let done = 0;
  for (;;) {
    const { rows } = await db.query<CountedVote & { readonly key: string; citing: number; citations: number }>(
      `select key, kind, value, votes, citing, citations from trichluc.document_vote
       where key > $1 and key <= coalesce((select key from trichluc.document_vote where key > $1 order by key
         offset ${votesAtOnce} limit 1), repeat(chr(1114111), 4)) order by key`,
      [after],
    );
    if (rows.length === 0) break;
    const votes = new Map<string, typeof rows>();
    for (const row of rows) votes.set(row.key, [...(votes.get(row.key) ?? []), row]);
    const documents = [...votes].map(([key, said]) => ({
      ...electDocument(key, said),
      contested: contestedDays(said),
      reports: said.reduce((sum, { citing }) => sum + citing, 0),
      citations: said.reduce((sum, { citations }) => sum + citations, 0),
    }));
    await db.query(
      `insert into trichluc.legal_document (key, type, number, symbol, folded, year, issued_on, issuer, title, aliases, contested, reports, citations)
       select key, type, number, symbol, folded, year, "issuedOn", issuer, title, aliases,
         case when contested::text <> 'null' then contested end, reports, citations
       from json_to_recordset($1::json) as e(key text, type text, number text, symbol text, folded text, year int,
         "issuedOn" text, issuer text, title text, aliases json, contested json, reports int, citations int)`,
      [storableJson(documents)],
    );
    await db.query(
      `insert into trichluc.document_form (key, folded, serial, letters, form, weight)
       select e.key, e.folded, e.serial, e.letters, e.form, trichluc.weight_of(e.reports) from json_to_recordset($1::json) as e(key text, folded text, serial text, letters text, form text, reports int)`,
      [
        storableJson(
          documents.flatMap((document) =>
            formsOf(document).map((form) => ({ key: document.key, reports: document.reports, ...form })),
          ),
        ),
      ],
    );
    after = rows.at(-1)!.key;
    done += documents.length;
    progress(done);
  }
  return done;
}
