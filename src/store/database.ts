import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PipelineError } from '../model/index.js';
import type { QueueConnection } from './archive.js';
import { asFullDisk } from './durable-file.js';

export type Row = Record<string, unknown>;

/**
 * SQL that every report of an import sends: parsed and planned once a connection, which for the longest of them costs
 * PGlite as much as running it. Others are planned for the values at hand.
 */
export interface Statement {
  /** one for each text */
  readonly name: string;
  readonly text: string;
}

/** A place to send SQL to: the database, one transaction of it, or PGlite itself. */
export interface Queryable {
  query<R extends Row = Row>(sql: string | Statement, values?: readonly unknown[]): Promise<R[]>;
}

export interface Database extends Queryable {
  /** Runs `work` in one transaction; again from its start after a deadlock or a lost connection. */
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const attempts = 6;

/**
 * @param connection asked anew for each pool: the embedded database can move to another process
 * @param reattach called when the connection is lost, before the next attempt
 */
export function openDatabase(options: {
  readonly connection: () => QueueConnection;
  readonly poolSize: number;
  readonly folder: string;
  readonly reattach?: () => Promise<void>;
}): Database {
  let pool: pg.Pool | null = null;
  let closed = false;

  function livePool(): pg.Pool {
    if (closed) throw new TypeError('The archive is closed');
    if (pool === null) {
      pool = new pg.Pool({ ...options.connection(), max: options.poolSize });
      pool.on('error', () => {}); // an idle connection that dropped; the next query opens another
      // One that drops while a transaction holds it fails that query; without a listener it would end the program too.
      pool.on('connect', (client) => {
        client.on('error', () => {});
        // Every query here is short; compiling one takes a server a third of a second when it takes it for a long one.
        client.query('set jit = off').catch(() => {});
      });
    }
    return pool;
  }

  /** @param work calls `breaks` when the connection is of no more use, though the error does not say so */
  async function withClient<T>(work: (client: pg.PoolClient, breaks: () => void) => Promise<T>): Promise<T> {
    const client = await livePool().connect();
    let broken = false;
    try {
      return await work(client, () => {
        broken = true;
      });
    } catch (error) {
      if (isConnectionLoss(error)) broken = true;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function again<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        const full = asFullDisk(options.folder, error);
        if (full !== null) throw full;
        const lost = isConnectionLoss(error);
        if (closed || attempt === attempts || (!lost && !isConflict(error))) {
          if (!lost) throw error;
          throw new PipelineError('internal', `Cannot reach the database: ${String((error as Error).message)}`, {
            retryable: true,
            cause: error,
          });
        }
        await sleep(20 * 2 ** attempt * (0.5 + Math.random()));
        if (lost && options.reattach !== undefined) {
          const old = pool;
          await options.reattach();
          if (pool === old) pool = null;
          old?.end().catch(() => {});
        }
      }
    }
  }

  return {
    query: <R extends Row>(sql: string | Statement, values: readonly unknown[] = []) =>
      again(() => withClient((client) => send<R>(client, sql, values))),
    transaction: (work) =>
      again(() =>
        withClient(async (client, breaks) => {
          await client.query('begin');
          try {
            const result = await work({
              query: <R extends Row>(sql: string | Statement, values: readonly unknown[] = []) =>
                send<R>(client, sql, values),
            });
            await client.query('commit');
            return result;
          } catch (error) {
            if (!isConnectionLoss(error)) await client.query('rollback').catch(breaks);
            throw error;
          }
        }),
      ),
    close: async () => {
      closed = true;
      await pool?.end();
    },
  };
}

/** After so many named statements of a connection their plans are made anew, and again after every so many more. */
const replanAfter = [20, 200, 2_000];

/** How many named statements each connection has run. */
const runs = new WeakMap<pg.PoolClient, number>();

/**
 * A plan is kept for the tables as they were when it was made, and nothing in an embedded database tells it that they
 * have grown: a table of three rows is best read through, and would be so at three million.
 */
async function send<R extends Row>(
  client: pg.PoolClient,
  sql: string | Statement,
  values: readonly unknown[],
): Promise<R[]> {
  if (typeof sql === 'string') return (await client.query<R>(sql, [...values])).rows;
  const count = (runs.get(client) ?? 0) + 1;
  runs.set(client, count);
  if (replanAfter.includes(count) || count % 2_000 === 0) await client.query('discard plans');
  return (await client.query<R>({ ...sql, values: [...values] })).rows;
}

const lossCodes = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
]);

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && lossCodes.has(String(error.code))) return true;
  return /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying)/.test(
    error.message,
  );
}

/** Serialization failure, deadlock: the transaction was rolled back, and may be run again. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}
