import { createHash } from 'node:crypto';
import type { Database } from './database.js';

/**
 * What tells one archive from all others, from whichever machine and under whichever name its database is reached. A
 * database that was copied has the mark of its model, but lies elsewhere, and is another.
 *
 * @param place where the database lies, in words that are the same for everybody who opens it
 * @returns 16 hexadecimal digits
 */
export async function archiveIdentity(db: Database, place: string): Promise<string> {
  await db.query('insert into trichluc.identity default values on conflict do nothing');
  const [row] = await db.query<{ mark: string }>('select i.mark::text as mark from trichluc.identity i');
  return createHash('sha256').update(`${row?.mark}\n${place}`).digest('hex').slice(0, 16);
}

/** The cluster's own number and the database's in it: a server has several names and addresses, but these once. */
export async function placeOnServer(db: Database): Promise<string> {
  const [row] = await db.query<{ place: string }>(
    `select c.system_identifier || '/' || d.oid as place
     from pg_control_system() c, pg_database d where d.datname = current_database()`,
  );
  if (row === undefined) throw new TypeError('A database is not in the list of its own server');
  return row.place;
}
