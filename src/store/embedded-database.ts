import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { amcheck } from '@electric-sql/pglite/contrib/amcheck';
import { PipelineError } from '../model/index.js';
import type { ArchiveEvent, QueueConnection } from './archive.js';
import { takeArchiveLock } from './archive-lock.js';
import { checkDatabase } from './check-database.js';
import type { Queryable, Row, Statement } from './database.js';
import { unpackTemplate } from './database-template.js';
import { mappingFullDisk, syncFolder } from './durable-file.js';
import { firstDifference, type Manifest, readManifest, settleFolder, writeManifest } from './folder-manifest.js';
import { migrate } from './migrate.js';
import { type PgliteServer, servePglite } from './serve-pglite.js';

/** The longest path a Unix socket may have is 103 bytes on macOS and 107 on Linux. */
const longestSocketPath = 100;
/** A new PGlite takes 39 MB, and its log 16 MB at a time. */
const roomForNew = 100_000_000;

export interface EmbeddedDatabase {
  /** Where its owner, this process or another, answers. */
  connection(): QueueConnection;
  isOwner(): boolean;
  /** Becomes the owner, or finds the one there is. For the start, and for whenever the connection is lost. */
  attach(): Promise<void>;
  /** Sets the database aside and makes a new one. @throws RangeError another process owns it */
  startAnew(reason: string): Promise<string | null>;
  close(): Promise<void>;
}

interface Owned {
  readonly server: PgliteServer;
  readonly opening: Promise<PGlite>;
  readonly release: () => void;
  /** files as they were when the database was last closed */
  readonly known: Manifest;
}

/**
 * PGlite in the archive's folder, with one owner at a time, served to everybody else on a socket.
 *
 * PGlite never calls fsync, so what a crash leaves is looked at before it is trusted: after a clean close every file
 * agrees with the manifest that was written (and synced) then; otherwise the database is checked through and through.
 *
 * @param refill brings rows back that the journal tells of: all of them into a new database, and those that a process
 *   which was killed had written to the journal alone
 */
export function embeddedDatabase(options: {
  readonly folder: string;
  readonly refill: (db: Queryable, isNew: boolean) => Promise<void>;
  readonly onEvent: (event: ArchiveEvent) => void;
}): EmbeddedDatabase {
  const { folder, onEvent } = options;
  const database = join(folder, 'database');
  const manifestPath = join(folder, 'database.closed.json');
  const ownSocket = socketFolder(folder);
  let host = ownSocket;
  let owned: Owned | null = null;
  let attaching: Promise<void> | null = null;
  let watching: Socket | null = null;
  let closed = false;

  async function setAside(reason: string): Promise<string> {
    // On a full disk a sound database does not start either, and there is no room for a new one.
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < roomForNew)
      throw new PipelineError('disk-full', `The disk is full: no room for a database in ${folder} (${reason})`, {
        retryable: true,
      });
    let number = 1;
    while (existsSync(`${database}.broken-${number}`)) number++;
    const path = `${database}.broken-${number}`;
    await rename(database, path);
    await syncFolder(folder);
    onEvent({ kind: 'set-aside', path, reason });
    return path;
  }

  /** The database as it lies there, or why it cannot be trusted. */
  async function openExisting(known: Manifest | null): Promise<PGlite | string> {
    const altered = known === null ? null : await firstDifference(database, known);
    if (altered !== null) return altered;
    if (known === null) onEvent({ kind: 'checking' });
    let db: PGlite;
    try {
      db = await openPglite(database);
    } catch (error) {
      return `It does not start: ${error instanceof Error ? error.message : String(error)}`;
    }
    const problems = known === null ? await checkDatabase(queryableOf(db), database) : [];
    if (problems.length === 0) return db;
    await db.close().catch(() => {}); // not to be written to again
    return problems.join('; ');
  }

  /** The database, fit for use; `known` is the manifest of its last clean close. */
  async function openSound(known: Manifest | null): Promise<PGlite> {
    const found = existsSync(database) ? await openExisting(known) : null;
    if (typeof found === 'string') await setAside(found);
    const isNew = found === null || typeof found === 'string';
    if (isNew) await mappingFullDisk(database, () => unpackTemplate(database));
    const db = isNew ? await openPglite(database) : found;
    try {
      await prepare(db);
      if (isNew || known === null) await options.refill(queryableOf(db), isNew);
    } catch (error) {
      await db.close().catch(() => {});
      throw error;
    }
    return db;
  }

  async function own(release: () => void, isNew: boolean): Promise<void> {
    const known = isNew ? {} : await readManifest(manifestPath);
    // From here on it is not closed cleanly.
    await rm(manifestPath, { force: true });
    await syncFolder(folder);
    let begin: (db: Promise<PGlite>) => void = () => {};
    const opening = new Promise<PGlite>((resolve) => {
      begin = resolve;
    });
    opening.catch(() => {});
    // Clients that come meanwhile wait for an answer, rather than find nobody there.
    const server = await servePglite(opening, join(ownSocket, '.s.PGSQL.5432'), () => {
      owned = null;
      release(); // PGlite broke down: whoever attaches next finds no manifest and looks the database through
    });
    host = ownSocket;
    owned = { server, opening, release, known: known ?? {} };
    begin(openSound(known));
    try {
      await opening;
    } catch (error) {
      owned = null;
      await server.close();
      release();
      throw error;
    }
    onEvent({ kind: 'attached', client: false });
  }

  async function attachNow(): Promise<void> {
    await mkdir(ownSocket, { recursive: true, mode: 0o700 });
    for (let attempt = 0; !closed; attempt++) {
      if (owned !== null || watching !== null) return;
      const lock = await takeArchiveLock(join(folder, 'lock'), join(ownSocket, '.s.PGSQL.5432'));
      if (lock.kind === 'taken') {
        try {
          return await own(lock.release, false);
        } catch (error) {
          lock.release();
          throw error;
        }
      }
      host = dirname(lock.holder.socket);
      // The owner listens right after it has the lock.
      if (await watch(lock.holder.socket)) {
        onEvent({ kind: 'attached', client: true });
        return;
      }
      await sleep(Math.min(1000, 10 * 2 ** attempt));
    }
  }

  /**
   * Holds a connection to the owner for as long as both live. When it drops, this process may be the next owner, though
   * it asks the database nothing just then: a sleeping worker must be served too. False when nobody answers.
   */
  function watch(path: string): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(path);
      socket.unref();
      socket.once('connect', () => {
        watching = socket;
        resolve(true);
      });
      socket.on('error', () => resolve(false));
      socket.on('close', () => {
        resolve(false);
        if (watching !== socket) return;
        watching = null;
        if (!closed) attach().catch(() => {}); // the next query finds the same trouble, and tells it
      });
    });
  }

  function attach(): Promise<void> {
    attaching ??= attachNow().finally(() => {
      attaching = null;
    });
    return attaching;
  }

  async function shut(clean: boolean): Promise<(() => void) | null> {
    const now = owned;
    owned = null;
    if (now === null) return null;
    await now.server.close();
    const db = await now.opening;
    if (clean && !now.server.damaged()) await gatherStatistics(db);
    await db.close();
    if (clean && !now.server.damaged()) await writeManifest(manifestPath, await settleFolder(database, now.known));
    return now.release;
  }

  return {
    connection: () => ({ host, port: 5432, user: 'postgres', database: 'postgres' }),
    isOwner: () => owned !== null,
    attach,
    startAnew: async (reason) => {
      const release = await shut(false);
      if (release === null) throw new RangeError('Another process has the archive open');
      const path = existsSync(database) ? await setAside(reason) : null;
      await own(release, true);
      return path;
    },
    close: async () => {
      closed = true;
      watching?.destroy();
      await attaching?.catch(() => {});
      const release = await shut(true);
      release?.();
    },
  };
}

function openPglite(dataDir: string): Promise<PGlite> {
  return PGlite.create({ dataDir, extensions: { amcheck } });
}

/** Extensions and schema, up to date. */
async function prepare(db: PGlite): Promise<void> {
  await db.exec('create extension if not exists amcheck; begin');
  await migrate(queryableOf(db), (sql) => db.exec(sql));
  await db.exec('commit');
}

/** Fewer reports than this are read through as fast as looked up. */
const worthStatistics = 200;

/**
 * Statistics of the tables, when they have grown by half since they were last gathered: a server does so by itself, PGlite
 * never, and a planner that knows nothing reads whole tables.
 */
async function gatherStatistics(db: PGlite): Promise<void> {
  const { rows } = await db.query<{ known: number; count: number }>(
    `select c.reltuples::float8 as known, (select count(*) from trichluc.report)::float8 as count
     from pg_class c where c.oid = 'trichluc.report'::regclass`,
  );
  const { known, count } = rows[0] ?? { known: 0, count: 0 };
  if (count >= worthStatistics && (count > known * 1.5 || count < known / 1.5)) await db.exec('analyze');
}

const queryableOf = (db: PGlite): Queryable => ({
  query: async <R extends Row>(sql: string | Statement, values: readonly unknown[] = []) =>
    (await db.query<R>(typeof sql === 'string' ? sql : sql.text, [...values])).rows,
});

/** In the archive's folder, or, when that path is too long, under the system's folder for temporary files. */
function socketFolder(folder: string): string {
  const whole = realpathSync(folder);
  const near = join(whole, 'lock');
  if (Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= longestSocketPath) return near;
  const short = join(
    tmpdir(),
    `trichluc-${process.getuid?.() ?? 0}-${createHash('sha256').update(whole).digest('hex').slice(0, 12)}`,
  );
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const found = lstatSync(short);
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid()))
    throw new RangeError(`${basename(short)} in ${tmpdir()} belongs to somebody else`);
  return short;
}
