import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FailureCode } from '../model/index.js';
import type { Database, Queryable, Statement } from './database.js';
import type { FailedPath, Incoming, TakenIn } from './intake.js';
import type { JournalEntry } from './journal.js';
import type { Originals } from './originals.js';
import { type ReportColumns, reportColumns, reportRow } from './report-row.js';
import { storable } from './storable-json.js';

/** Paths can be longer than an entry of an index may be. */
export const pathHash = (path: string): string => createHash('sha256').update(path).digest('hex');

export interface Intake {
  readonly db: Database;
  readonly originals: Originals;
  /**
   * Puts an entry on the disk, then runs what follows from it: one statement, which may run twice. On a server both are
   * one transaction.
   */
  readonly journaled: <T>(entry: JournalEntry, work: (db: Queryable) => Promise<T>) => Promise<T>;
  readonly now: () => Date;
}

const knownStatement: Statement = {
  name: 'known-path',
  text: `select ${reportColumns} from trichluc.report r join trichluc.report_path p on p.report_id = r.id
    where r.sha256 = $1 and p.path_hash = $2
      and not exists (select 1 from trichluc.failed_path f where f.path_hash = $2)`,
};

const addStatement: Statement = {
  name: 'take-in',
  text: `with r as (
      insert into trichluc.report as r (sha256, name, bytes, state, taken_in_at) values ($1, $2, $3, 'taken-in', $4)
      on conflict (sha256) do update
      set name = least(r.name, excluded.name), taken_in_at = least(r.taken_in_at, excluded.taken_in_at)
      returning r.*, r.xmax = 0 as fresh
    ), named as (
      insert into trichluc.report_path (report_id, path_hash, path) select id, $5, $6 from r on conflict do nothing
    ), mended as (
      delete from trichluc.failed_path where path_hash = $5
    ) select ${reportColumns}, r.fresh from r`,
};

/** Original, journal line, row: each is on the disk before the next is begun. */
export async function takeIn(intake: Intake, incoming: Incoming): Promise<TakenIn> {
  const { sha256, bytes } = await intake.originals.keep('bytes' in incoming ? incoming.bytes : incoming.path);
  const path = storable(incoming.path);
  const [known] = await intake.db.query<ReportColumns>(knownStatement, [sha256, pathHash(path)]);
  if (known !== undefined) return { report: reportRow(known), outcome: 'duplicate', knownPath: true };
  const entry: JournalEntry & { kind: 'import' } = {
    kind: 'import',
    at: intake.now().toISOString(),
    sha256,
    bytes,
    path,
    name: storable((incoming.name ?? basename(incoming.path)).normalize('NFC')),
  };
  return intake.journaled(entry, async (db) => {
    const [row] = await db.query<ReportColumns & { fresh: boolean }>(addStatement, [
      sha256,
      entry.name,
      bytes,
      entry.at,
      pathHash(path),
      path,
    ]);
    if (row === undefined) throw new TypeError('An insert gave no row');
    return { report: reportRow(row), outcome: row.fresh ? 'new' : 'duplicate', knownPath: false };
  });
}

/** Rows for many journal entries at once; those that are there stay as they are. */
export async function addImports(
  db: Queryable,
  entries: readonly (JournalEntry & { kind: 'import' })[],
): Promise<void> {
  // One row a report, the same report in one statement twice would be refused; sorted, so that two imports cannot deadlock.
  const reports = new Map<string, JournalEntry & { kind: 'import' }>();
  for (const entry of entries) {
    const other = reports.get(entry.sha256);
    if (other === undefined) reports.set(entry.sha256, entry);
    else
      reports.set(entry.sha256, {
        ...other,
        name: first(entry.name, other.name),
        at: first(entry.at, other.at),
      });
  }
  const rows = [...reports.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  await db.query(
    `insert into trichluc.report (sha256, name, bytes, state, taken_in_at)
     select e.sha256, e.name, e.bytes, 'taken-in', e.at
     from json_to_recordset($1::json) as e(sha256 text, name text, bytes bigint, at timestamptz)
     on conflict (sha256) do update
     set name = least(trichluc.report.name, excluded.name), taken_in_at = least(trichluc.report.taken_in_at, excluded.taken_in_at)
     where excluded.name < trichluc.report.name or excluded.taken_in_at < trichluc.report.taken_in_at`,
    [JSON.stringify(rows)],
  );
  const paths = JSON.stringify(entries.map(({ sha256, path }) => ({ sha256, path, hash: pathHash(path) })));
  await db.query(
    `insert into trichluc.report_path (report_id, path_hash, path)
     select r.id, e.hash, e.path from json_to_recordset($1::json) as e(sha256 text, hash text, path text)
     join trichluc.report r on r.sha256 = e.sha256 on conflict do nothing`,
    [paths],
  );
  await db.query(
    `delete from trichluc.failed_path where path_hash in
       (select hash from json_to_recordset($1::json) as e(hash text))`,
    [paths],
  );
}

const first = (a: string, b: string): string => [a, b].sort()[0] ?? a;

export async function addFailedPath(db: Queryable, entry: JournalEntry & { kind: 'failed-path' }): Promise<void> {
  await db.query(
    `insert into trichluc.failed_path (path_hash, path, code, message, at) values ($1, $2, $3, $4, $5)
     on conflict (path_hash) do update set code = excluded.code, message = excluded.message, at = excluded.at`,
    [pathHash(entry.path), entry.path, entry.code, entry.message, entry.at],
  );
}

export async function failedPaths(db: Queryable): Promise<FailedPath[]> {
  const rows = await db.query<{ path: string; code: FailureCode; message: string; at: Date }>(
    'select path, code, message, at from trichluc.failed_path order by path',
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function addCorrection(db: Queryable, entry: JournalEntry & { kind: 'correction' }): Promise<void> {
  await db.query(
    `insert into trichluc.correction (sha256, target, value, corrected_by, at)
     select $1::text, $2::text, $3::json, $4::text, $5::timestamptz where not exists (
       select 1 from trichluc.correction
       where sha256 = $1::text and target = $2::text and corrected_by = $4::text and at = $5::timestamptz)`,
    [entry.report, entry.target, JSON.stringify(entry.value ?? null), entry.by, entry.at],
  );
}
