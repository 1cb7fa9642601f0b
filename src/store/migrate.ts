import { readdirSync, readFileSync } from 'node:fs';
import type { Queryable } from './database.js';

const folder = new URL('./migrations/', import.meta.url);
/** any number that no other program uses on the same server */
const lockKey = 7_421_085;

export const migrations: readonly { readonly version: number; readonly name: string; readonly sql: string }[] =
  readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), name, sql: readFileSync(new URL(name, folder), 'utf8') }));

/**
 * Brings the schema `trichluc` up to this program's version, inside one transaction.
 *
 * @param exec runs several statements at once, without values
 * @throws RangeError the database was made by a newer program
 */
export async function migrate(transaction: Queryable, exec: (sql: string) => Promise<unknown>): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock($1)', [lockKey]);
  await exec(`create schema if not exists trichluc;
    create table if not exists trichluc.migration (version int primary key, name text not null);`);
  const rows = await transaction.query<{ version: number }>(
    'select coalesce(max(version), 0)::int as version from trichluc.migration',
  );
  const current = rows[0]?.version ?? 0;
  const latest = migrations.at(-1)?.version ?? 0;
  if (current > latest)
    throw new RangeError(`The archive was written by a newer trichluc (schema ${current}, this one knows ${latest})`);
  for (const { version, name, sql } of migrations.filter((migration) => migration.version > current)) {
    await exec(sql);
    await transaction.query('insert into trichluc.migration (version, name) values ($1, $2)', [version, name]);
  }
}
