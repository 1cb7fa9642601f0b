import { randomInt } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { message, messageLength, notificationsApart, scopeStatementNames, simpleQuery } from './wire-protocol.js';

/** A client that holds a transaction open this long without a word loses it: it would hold up everybody else. */
const idleTransactionMs = 120_000;

export interface PgliteServer {
  /** Error codes XX001 and XX002 (damaged data or index) went to a client. */
  damaged(): boolean;
  close(): Promise<void>;
}

interface Connection {
  readonly id: number;
  readonly socket: Socket;
  readonly statements: Set<string>;
  /** null: the client names the schema of everything itself, and is content with any path */
  searchPath: string | null;
  listening: boolean;
  /** bytes not yet taken, how many they are, and how many the next message needs */
  chunks: Buffer[];
  received: number;
  expected: number;
  started: boolean;
  /** messages since the last Sync: they run in one piece */
  unit: Buffer[];
}

/**
 * Serves one PGlite to many `pg` clients over a Unix socket.
 *
 * PGlite has one session. `@electric-sql/pglite-socket` 0.2.17 gives it to whoever sends the next protocol message, so the
 * Parse of one client can be followed by the Bind of another (both use the unnamed statement), drops the start-up
 * options, and answers NOTIFY to the client that sent it instead of those that listen. Here a client has the session
 * from its first message to its Sync, and from BEGIN to the end of the transaction; it gets its own search path and
 * statement names; notifications go to all that listen.
 *
 * @param opening resolves when the database may be used; clients that come earlier wait
 * @param onCrash PGlite itself broke down; every connection is closed by then
 */
export async function servePglite(
  opening: Promise<PGlite>,
  path: string,
  onCrash: (error: unknown) => void,
): Promise<PgliteServer> {
  const connections = new Set<Connection>();
  const waiting: { readonly connection: Connection; readonly bytes: Buffer }[] = [];
  let holder: Connection | null = null;
  let holderTimer: NodeJS.Timeout | undefined;
  let searchPath = 'public';
  let running: Promise<void> | null = null;
  let damaged = false;
  let closed = false;
  let nextId = 1;

  const drop = (connection: Connection): void => {
    connection.socket.destroy();
    connections.delete(connection);
  };

  const runOn = (db: PGlite, bytes: Uint8Array, onData: (data: Uint8Array) => void): Promise<void> =>
    db.runExclusive(() => db.execProtocolRawStream(bytes, { onRawData: (data) => onData(data) }));

  async function run(db: PGlite, connection: Connection, bytes: Buffer): Promise<void> {
    if (connection.searchPath !== null && connection.searchPath !== searchPath && holder === null) {
      await runOn(db, simpleQuery(`set search_path to ${connection.searchPath}`), () => {});
      searchPath = connection.searchPath;
    }
    const answer: Buffer[] = [];
    await runOn(db, bytes, (data) => answer.push(Buffer.from(data)));
    const { rest, notifications, tags, errors } = notificationsApart(Buffer.concat(answer));
    if (errors.some((code) => code === 'XX001' || code === 'XX002')) damaged = true;
    if (tags.includes('LISTEN')) connection.listening = true;
    if (!connection.socket.destroyed) connection.socket.write(rest);
    for (const notification of notifications)
      for (const other of connections) if (other.listening) other.socket.write(notification);
    clearTimeout(holderTimer);
    holder = db.isInTransaction() ? connection : null;
    if (holder !== null) {
      holderTimer = setTimeout(() => drop(connection), idleTransactionMs);
      holderTimer.unref();
    }
  }

  async function leave(db: PGlite, connection: Connection): Promise<void> {
    if (holder === connection) {
      clearTimeout(holderTimer);
      await runOn(db, simpleQuery('rollback'), () => {});
      holder = null;
    }
    for (const name of connection.statements)
      await runOn(db, simpleQuery(`deallocate "${name.replaceAll('"', '""')}"`), () => {});
    connection.statements.clear();
  }

  async function work(): Promise<void> {
    const db = await opening;
    while (!closed) {
      if (holder !== null && !connections.has(holder)) await leave(db, holder);
      const index = holder === null ? 0 : waiting.findIndex((next) => next.connection === holder);
      const next = index === -1 ? undefined : waiting.splice(index, 1)[0];
      if (next === undefined) return;
      if (!connections.has(next.connection)) {
        await leave(db, next.connection);
        continue;
      }
      await run(db, next.connection, next.bytes);
      // Answers go out and new questions come in between two units.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  function wake(): void {
    if (running !== null || closed) return;
    running = work()
      .catch((error: unknown) => {
        if (closed) return;
        closed = true;
        for (const connection of connections) drop(connection);
        onCrash(error);
      })
      .finally(() => {
        running = null;
        const now = holder; // what came in while the work was ending
        if (
          now === null ? waiting.length > 0 : !connections.has(now) || waiting.some((next) => next.connection === now)
        )
          wake();
      });
  }

  /** Start-up is answered here: PGlite's one session has been started long since. */
  function start(connection: Connection, packet: Buffer): void {
    const code = packet.readInt32BE(4);
    if (code === 80877103 || code === 80877104) {
      connection.socket.write('N'); // no TLS, no GSS on a Unix socket
      return;
    }
    if (code === 80877102) {
      drop(connection); // cancel: PGlite cannot
      return;
    }
    const words = packet.subarray(8).toString('utf8').split('\0');
    const options = words[words.indexOf('options') + 1] ?? '';
    const wanted = words.includes('options') ? /-c search_path="?([A-Za-z_]\w*)"?/.exec(options)?.[1] : undefined;
    if (wanted !== undefined) connection.searchPath = `"${wanted}"`;
    connection.started = true;
    const key = Buffer.alloc(8);
    key.writeInt32BE(process.pid, 0);
    key.writeInt32BE(randomInt(2 ** 31 - 1), 4);
    const parameters = Object.entries({
      server_version: '18.6',
      server_encoding: 'UTF8',
      client_encoding: 'UTF8',
      DateStyle: 'ISO, MDY',
      TimeZone: 'UTC',
      integer_datetimes: 'on',
      standard_conforming_strings: 'on',
    }).map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`)));
    const ready = message('Z', Buffer.from('I'));
    const greeting = Buffer.concat([message('R', Buffer.alloc(4)), ...parameters, message('K', key), ready]);
    opening.then(
      () => connection.socket.write(greeting),
      () => drop(connection),
    );
  }

  function take(connection: Connection, bytes: Buffer): void {
    const kind = String.fromCharCode(bytes[0] ?? 0);
    if (kind === 'X') {
      connection.socket.end();
      return;
    }
    // UNLISTEN would silence the session, that is, everybody.
    if (kind === 'Q' && /^\s*unlisten\b/i.test(bytes.toString('utf8', 5))) {
      connection.listening = false;
      connection.socket.write(
        Buffer.concat([
          message('C', Buffer.from('UNLISTEN\0')),
          message('Z', Buffer.from(connection === holder ? 'T' : 'I')),
        ]),
      );
      return;
    }
    connection.unit.push(scopeStatementNames(bytes, `c${connection.id}_`, connection.statements));
    if (kind !== 'Q' && kind !== 'S') return;
    waiting.push({ connection, bytes: Buffer.concat(connection.unit) });
    connection.unit = [];
    wake();
  }

  const server = createServer((socket) => {
    const connection: Connection = {
      id: nextId++,
      socket,
      statements: new Set(),
      searchPath: null,
      listening: false,
      chunks: [],
      received: 0,
      expected: 5,
      started: false,
      unit: [],
    };
    connections.add(connection);
    socket.on('data', (data) => {
      connection.chunks.push(data);
      connection.received += data.length;
      while (connection.received >= connection.expected && !socket.destroyed) {
        const bytes = connection.chunks.length === 1 ? connection.chunks[0]! : Buffer.concat(connection.chunks);
        const length = messageLength(bytes, connection.started);
        if (length === null) return drop(connection);
        connection.expected = length;
        if (bytes.length < length) {
          connection.chunks = [bytes];
          return;
        }
        connection.chunks = [bytes.subarray(length)];
        connection.received -= length;
        connection.expected = 5;
        if (connection.started) take(connection, bytes.subarray(0, length));
        else start(connection, bytes.subarray(0, length));
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      connections.delete(connection);
      // Its transaction is rolled back, its statements go, by way of the queue of work.
      if (holder === connection) wake();
      else if (connection.statements.size > 0) {
        waiting.push({ connection, bytes: Buffer.alloc(0) });
        wake();
      }
    });
  });

  rmSync(path, { force: true }); // ours to remove: the caller holds the archive's lock
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve());
  });
  chmodSync(path, 0o600);

  return {
    damaged: () => damaged,
    close: async () => {
      closed = true;
      clearTimeout(holderTimer);
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      await running;
      for (const connection of connections) drop(connection);
      await stopped;
      const db = await opening.catch(() => null);
      if (db !== null && holder !== null) await leave(db, holder).catch(() => {});
    },
  };
}
