import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queryable } from './database.js';

const pageBytes = 8192;

/**
 * Looks an embedded database through: page by page, index by index, row by row, and what we know must agree in it.
 * Every page that is read has its checksum compared by PostgreSQL.
 *
 * @param folder PGlite's data folder; null leaves out what only its owner may look at
 * @returns what is wrong; empty for a sound database. Stops at the first kind of trouble
 */
export async function checkDatabase(db: Queryable, folder: string | null): Promise<string[]> {
  try {
    const inFiles = folder === null ? [] : await checkFiles(db, folder);
    if (inFiles.length > 0) return inFiles;
    const inRelations = await checkRelations(db);
    if (inRelations.length > 0) return inRelations;
    return await checkAgreement(db);
  } catch (error) {
    return [`The database cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/**
 * No page is newer than the write-ahead log, no file ends within a page. After a crash that cut the log short, a newer
 * page is all that tells: transactions are lost, and their numbers would be given out a second time.
 */
async function checkFiles(db: Queryable, folder: string): Promise<string[]> {
  const [row] = await db.query<{ lsn: string; base: string }>(
    `select pg_current_wal_insert_lsn()::text as lsn,
       (select oid::text from pg_database where datname = current_database()) as base`,
  );
  const newest = parseLsn(row?.lsn ?? '0/0');
  const problems: string[] = [];
  for (const part of ['global', `base/${row?.base}`])
    for (const name of (await readdir(join(folder, part))).filter((file) => /^\d+(_vm)?(\.\d+)?$/.test(file))) {
      const problem = await checkFile(join(folder, part, name), newest);
      if (problem !== null) problems.push(`${part}/${name} ${problem}`);
    }
  return problems;
}

async function checkFile(path: string, newest: bigint): Promise<string | null> {
  const { size } = await stat(path);
  if (size % pageBytes !== 0) return 'ends within a page';
  const handle = await open(path, 'r');
  try {
    const piece = Buffer.alloc(pageBytes * 128);
    for (let at = 0; at < size; at += piece.length) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, at);
      for (let page = 0; page < bytesRead; page += pageBytes) {
        const lsn = (BigInt(piece.readUInt32LE(page)) << 32n) | BigInt(piece.readUInt32LE(page + 4));
        if (lsn > newest) return 'has a page newer than the write-ahead log';
      }
    }
    return null;
  } finally {
    await handle.close();
  }
}

function parseLsn(text: string): bigint {
  const [high = '0', low = '0'] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/** amcheck over every table and index, the system's own too, and each row of ours read in full. */
async function checkRelations(db: Queryable): Promise<string[]> {
  const relations = await db.query<{ oid: string; name: string; kind: string; method: string | null; schema: string }>(
    `select c.oid::text as oid, c.oid::regclass::text as name, c.relkind::text as kind, m.amname::text as method,
       n.nspname::text as schema
     from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am m on m.oid = c.relam
     where c.relkind in ('r', 't', 'm', 'i') and c.relpersistence = 'p' order by c.oid`,
  );
  for (const { oid, name, kind, method, schema } of relations) {
    if (kind !== 'i') {
      const found = await db.query<{ msg: string }>(
        'select msg from verify_heapam($1::oid::regclass, on_error_stop := true, check_toast := true)',
        [oid],
      );
      if (found[0] !== undefined) return [`${name}: ${found[0].msg}`];
      if (kind === 'r' && !schema.startsWith('pg_') && schema !== 'information_schema')
        await db.query(`select sum(length(entry::text)) from ${name} as entry`);
    } else if (method === 'btree') await db.query('select bt_index_check($1::oid::regclass, true)', [oid]);
    else if (method === 'gin') await db.query('select gin_index_check($1::oid::regclass)', [oid]);
  }
  return [];
}

/** What one table says of another. A lost page or a damaged commit log makes rows vanish without an error. */
async function checkAgreement(db: Queryable): Promise<string[]> {
  const schema = await db.query("select 1 from pg_class where oid = to_regclass('trichluc.report')");
  if (schema.length === 0) return [];
  const statements: readonly (readonly [string, string])[] = [
    [
      'A report has lost rows',
      `select r.sha256 from trichluc.report r where r.row_counts is not null and (
         (select count(*) from trichluc.citation c where c.report_id = r.id) <> (r.row_counts->>'citations')::bigint
         or (select count(*) from trichluc.quantity q where q.report_id = r.id) <> (r.row_counts->>'quantities')::bigint
         or (select count(*) from trichluc.award a where a.report_id = r.id) <> (r.row_counts->>'awards')::bigint
         or (select count(*) from trichluc.document_edge e where e.report_id = r.id) <> (r.row_counts->>'relations')::bigint
         or (select count(*) from trichluc.report_document d where d.report_id = r.id) <> (r.row_counts->>'documents')::bigint
         -- reports stored before these were kept say nothing of them
         or (select count(*) from trichluc.attention a where a.report_id = r.id) <> coalesce((r.row_counts->>'attention')::bigint, 0)
         or (select count(*) from trichluc.passage p where p.report_id = r.id) <> (r.row_counts->>'passages')::bigint
         or (select count(*) from trichluc.report_text t where t.report_id = r.id) <> 1) limit 1`,
    ],
    [
      'A done report has no graph',
      `select sha256 from trichluc.report where state = 'done' and row_counts is null limit 1`,
    ],
    [
      'A report has lost its path',
      `select sha256 from trichluc.report r
       where not exists (select 1 from trichluc.report_path p where p.report_id = r.id) limit 1`,
    ],
    [
      'A legal document and the reports that name it disagree',
      `select coalesce(d.key, m.key) as sha256 from trichluc.legal_document d
       full join (select key, count(*) as reports from trichluc.report_document group by key) m on m.key = d.key
       left join (select key, sum(votes)::bigint as votes, sum(citing)::int as citing from trichluc.document_vote
         where kind <> 'alias' group by key) v
         on v.key = coalesce(d.key, m.key)
       where d.key is null or m.key is null or v.votes is distinct from m.reports or d.reports is distinct from v.citing limit 1`,
    ],
  ];
  for (const [message, sql] of statements) {
    const [row] = await db.query<{ sha256: string }>(sql);
    if (row !== undefined) return [`${message}: ${row.sha256}`];
  }
  return [];
}
