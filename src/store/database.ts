import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PipelineError } from '../model/index.js';
import type { QueueConnection } from './archive.js';
import { asFullDisk } from './durable-file.js';

export type Row = Record<string, unknown>;

/** A place to send SQL to: the database, one transaction of it, or PGlite itself. */
export interface Queryable {
  query<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
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
      pool.on('connect', (client) => client.on('error', () => {}));
    }
    return pool;
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
    query: <R extends Row>(text: string, values: readonly unknown[] = []) =>
      again(async () => (await livePool().query<R>(text, [...values])).rows),
    transaction: (work) =>
      again(async () => {
        const client = await livePool().connect();
        let broken = false;
        try {
          await client.query('begin');
          const result = await work({
            query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
              (await client.query<R>(text, [...values])).rows,
          });
          await client.query('commit');
          return result;
        } catch (error) {
          broken = isConnectionLoss(error);
          if (!broken) await client.query('rollback').catch(() => (broken = true));
          throw error;
        } finally {
          client.release(broken);
        }
      }),
    close: async () => {
      closed = true;
      await pool?.end();
    },
  };
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
