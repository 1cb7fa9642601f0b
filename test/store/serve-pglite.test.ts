import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/store/index.js';
import { newFolder, openAt } from './engines.js';

let archive: Archive;
const folder = newFolder();
const clients: pg.Client[] = [];
async function client(more: pg.ClientConfig = {}): Promise<pg.Client> {
  const made = new pg.Client({ ...archive.queueConnection(), ...more });
  await made.connect();
  clients.push(made);
  return made;
}
beforeAll(async () => {
  archive = await openAt({ folder });
  await (await client()).query('create table public.note (id int, word text)');
});
afterAll(async () => {
  for (const one of clients) await one.end().catch(() => {});
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('many clients of one PGlite', () => {
  it('never mix their unnamed statements', async () => {
    const four = await Promise.all([client(), client(), client(), client()]);
    const answers = await Promise.all(
      four.map(async (one, index) => {
        const values: number[] = [];
        for (let round = 0; round < 50; round++) {
          const { rows } = await one.query(`select $1::int * 1000 + $2::int as value${index}`, [index, round]);
          values.push(rows[0][`value${index}`]);
        }
        return values;
      }),
    );
    expect(answers).toEqual(four.map((_, index) => Array.from({ length: 50 }, (_, round) => index * 1000 + round)));
  });
  it('wait while another is in a transaction, and see all of it or nothing', async () => {
    const [writer, reader] = [await client(), await client()];
    await writer.query('begin');
    await writer.query("insert into public.note values (1, 'một')");
    let seen: unknown;
    const reading = reader.query('select count(*)::int as count from public.note').then(({ rows }) => {
      seen = rows[0].count;
    });
    await sleep(50);
    expect(seen).toBeUndefined();
    await writer.query("insert into public.note values (2, 'hai')");
    await writer.query('commit');
    await reading;
    expect(seen).toBe(2);
  });
  it('go on when one leaves in the middle of a transaction', async () => {
    const [leaver, other] = [await client(), await client()];
    leaver.on('error', () => {});
    await leaver.query('begin');
    await leaver.query('delete from public.note');
    const reading = other.query('select count(*)::int as count from public.note');
    await leaver.end();
    expect((await reading).rows[0].count).toBe(2);
  });
  it('have their own search path and named statements', async () => {
    const [one, two] = [
      await client({ options: '-c search_path=public' }),
      await client({ options: '-c search_path="pg_catalog"' }),
    ];
    const [first, second] = await Promise.all([
      one.query({ name: 'same', text: 'select count(*)::int as notes from note' }),
      two.query({ name: 'same', text: 'select 7 as seven' }),
    ]);
    expect([first.rows[0], second.rows[0]]).toEqual([{ notes: 2 }, { seven: 7 }]);
    await expect(two.query('select * from note')).rejects.toThrow(/does not exist/);
    expect((await one.query({ name: 'same', text: 'select count(*)::int as notes from note' })).rows[0]).toEqual({
      notes: 2,
    });
  });
  it('go on after errors', async () => {
    const [one, two] = [await client(), await client()];
    await Promise.all([
      expect(one.query('select $1::int / 0', [1])).rejects.toThrow(/division by zero/),
      expect(two.query('selec')).rejects.toThrow(/syntax error/),
    ]);
    await one.query('begin');
    await expect(one.query('select 1 / 0')).rejects.toThrow();
    await expect(one.query('select 1')).rejects.toThrow(/aborted/);
    await one.query('rollback');
    expect((await two.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
  it('hear what another notifies, and only those that listen', async () => {
    const [listener, deaf, speaker] = [await client(), await client(), await client()];
    const heard: string[] = [];
    listener.on('notification', ({ payload }) => heard.push(`listener ${payload}`));
    deaf.on('notification', ({ payload }) => heard.push(`deaf ${payload}`));
    speaker.on('notification', ({ payload }) => heard.push(`speaker ${payload}`));
    await listener.query('listen works');
    await speaker.query("notify works, 'một'");
    await speaker.query('select pg_notify($1, $2)', ['works', 'hai']);
    await sleep(20);
    expect(heard).toEqual(['listener một', 'listener hai']);
  });
  it('send and get what is larger than a socket holds', async () => {
    const one = await client();
    const word = 'tổng '.repeat(1_000_000);
    const { rows } = await one.query('select $1::text as word, length($1::text) as length', [word]);
    expect(rows[0].length).toBe(5_000_000);
    expect(rows[0].word === word).toBe(true);
  });
  it('may talk nonsense without harm to the others', async () => {
    const { createConnection } = await import('node:net');
    const connection = archive.queueConnection();
    if (!('host' in connection)) throw new TypeError('not embedded');
    const socket = createConnection(`${connection.host}/.s.PGSQL.${connection.port}`);
    socket.on('error', () => {});
    socket.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    await new Promise((resolve) => socket.once('close', resolve));
    expect((await archive.counts()).documents).toBe(0);
  });
});

describe('BullMQ on the archive', () => {
  it('makes its schema, and wakes a sleeping worker at once', async () => {
    const connection = { ...archive.queueConnection(), schema: 'bullmq', migrate: true };
    const { Queue, Worker } = withBackend(createPostgresBackend);
    const queue = new Queue<{ id: number }>('work', { connection });
    const begun: number[] = [];
    const worker = new Worker<{ id: number }>('work', async (job) => begun.push(job.data.id), {
      connection,
      drainDelay: 60,
    });
    worker.on('error', () => {});
    await worker.waitUntilReady();
    await sleep(500); // it has found nothing, and waits to be notified
    const start = Date.now();
    await queue.add('one', { id: 1 });
    while (begun.length === 0 && Date.now() - start < 10_000) await sleep(5);
    expect(begun).toEqual([1]);
    expect(Date.now() - start).toBeLessThan(5000);
    await worker.close();
    await queue.close();
  });
});
