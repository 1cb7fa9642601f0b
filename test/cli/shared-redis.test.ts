import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/cli/config.js';
import { messagesIn } from '../../src/cli/messages/index.js';
import { openQueue } from '../../src/cli/session.js';
import { countJobs, enqueueReports } from '../../src/queue/index.js';
import type { Archive } from '../../src/store/index.js';
import { enginesUnderTest, openAt, type Place } from '../store/engines.js';
import { smallReport, Workplace } from './trichluc.js';

const redisUrl = 'redis://127.0.0.1:6379';
const reachable = async (): Promise<boolean> => {
  const client = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  return client.connect().then(
    () => client.quit().then(() => true),
    () => false,
  );
};
const redis = await reachable();
if (!redis) {
  if (process.env['CI']) throw new Error('no Redis on 127.0.0.1:6379, and CI must test on it');
  console.warn('no Redis on 127.0.0.1:6379: its tests are skipped');
}

const toTidy: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const tidy of toTidy.splice(0).reverse()) await tidy();
});

/** The keys in Redis that begin so. */
async function keysOf(prefix: string): Promise<readonly string[]> {
  const client = new Redis(redisUrl);
  const keys: string[] = [];
  for await (const some of client.scanStream({ match: `${prefix}:*`, count: 1000 })) keys.push(...some);
  client.disconnect();
  return keys;
}

async function forgetKeys(prefix: string): Promise<void> {
  const keys = await keysOf(prefix);
  if (keys.length === 0) return;
  const client = new Redis(redisUrl);
  await client.del(...keys);
  client.disconnect();
}

/** An archive whose keys in Redis go with the test. */
async function opened(place: Pick<Place, 'folder' | 'databaseUrl'>): Promise<Archive> {
  const archive = await openAt(place);
  const prefix = `trichluc-${await archive.identity()}`;
  toTidy.push(
    () => archive.close(),
    () => forgetKeys(prefix),
  );
  return archive;
}

/** The environment of a machine that works on an archive with its queue in Redis. */
const machine = ({ databaseUrl }: Pick<Place, 'databaseUrl'>, more: Record<string, string> = {}) => ({
  ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  REDIS_URL: redisUrl,
  ...more,
});

/** The queue as a command opens it. */
async function queueOf(
  place: Pick<Place, 'folder' | 'databaseUrl'>,
  archive: Archive,
  more: Record<string, string> = {},
) {
  const config = readConfig({ archive: place.folder }, machine(place, more));
  const terminal = {
    out: async () => {},
    err: () => {},
    outIsTerminal: false,
    errIsTerminal: false,
    width: 80,
    paint: (_: unknown, text: string) => text,
  };
  const backend = await openQueue(
    { config, terminal, messages: messagesIn('en'), signal: new AbortController().signal },
    archive,
  );
  toTidy.push(() => backend.close());
  return backend;
}

/** A folder of small reports with these numbers. */
function folderOf(work: Workplace, name: string, numbers: readonly number[]): string {
  const folder = join(work.folder, name);
  mkdirSync(folder);
  for (const number of numbers) writeFileSync(join(folder, `${number}.txt`), smallReport(number));
  return folder;
}

const newWorkplace = (): Workplace => {
  const work = new Workplace();
  toTidy.push(() => work.remove());
  return work;
};

for (const engine of await enginesUnderTest())
  describe.skipIf(!redis)(`two archives on one Redis (${engine.name})`, () => {
    const newPlace = async (): Promise<Place> => {
      const place = await engine.newPlace();
      toTidy.push(() => place.dispose());
      return place;
    };

    it('each import does the work of its own archive and leaves the other’s jobs', async () => {
      const work = newWorkplace();
      const [north, south] = [await newPlace(), await newPlace()];
      const [northern, southern] = [folderOf(work, 'bac', [1, 2, 3]), folderOf(work, 'nam', [11, 12])];
      const [one, two] = [await opened(north), await opened(south)];
      // Taken in and queued by a machine that then went away.
      const ids = [];
      for (const number of [1, 2, 3]) ids.push((await one.takeIn({ path: join(northern, `${number}.txt`) })).report.id);
      const queue = await queueOf(north, one);
      await enqueueReports(queue, ids);

      const imported = (place: Place, folder: string) =>
        work.start(['import', folder, '--archive', place.folder, '--json'], machine(place)).ended;
      expect(await imported(south, southern)).toMatchObject({ status: 0 });
      expect((await two.reports()).map(({ name, state }) => [name, state])).toEqual([
        ['11.txt', 'done'],
        ['12.txt', 'done'],
      ]);
      expect(await countJobs(queue)).toEqual({ waiting: 3, active: 0 });

      expect(await imported(north, northern)).toMatchObject({ status: 0 });
      expect((await one.reports()).map(({ name, state }) => [name, state])).toEqual([
        ['1.txt', 'done'],
        ['2.txt', 'done'],
        ['3.txt', 'done'],
      ]);
      expect((await two.reports()).length).toBe(2);
    });

    it('tells by doctor what an earlier version left in Redis, and leaves it there', async () => {
      const work = newWorkplace();
      const place = await newPlace();
      await opened(place);
      // a database of Redis that no other test uses
      const url = `${redisUrl}/9`;
      const client = new Redis(url);
      toTidy.push(async () => {
        await client.del('trichluc:reports:wait', 'trichluc:recognition:meta', 'trichluc:other');
        client.disconnect();
      });
      const diagnosed = async () => {
        const words = ['doctor', '--archive', place.folder, '--json'];
        const { out } = await work.start(words, machine(place, { REDIS_URL: url })).ended;
        const { checks } = JSON.parse(out) as { checks: { name: string; state: string; detail: string }[] };
        return checks.find(({ name }) => name === 'formerKeys');
      };
      await client.set('trichluc:other', 'another program');
      expect(await diagnosed()).toBeUndefined();
      await client.rpush('trichluc:reports:wait', 'job');
      await client.hset('trichluc:recognition:meta', 'version', '1');
      expect(await diagnosed()).toMatchObject({ state: 'warning', detail: expect.stringContaining('2 keys') });
      expect(await client.exists('trichluc:reports:wait', 'trichluc:recognition:meta')).toBe(2);
    });

    it('does at the next import what waited under other keys', async () => {
      const work = newWorkplace();
      const place = await newPlace();
      const archive = await opened(place);
      const folder = folderOf(work, 'cho', [21, 22]);
      const before = `trichluc-test-${await archive.identity()}`;
      toTidy.push(() => forgetKeys(before));
      const { report } = await archive.takeIn({ path: join(folder, '21.txt') });
      await enqueueReports(await queueOf(place, archive, { TRICHLUC_REDIS_PREFIX: before }), [report.id]);
      expect((await keysOf(before)).length).toBeGreaterThan(0);

      const { status } = await work.start(['import', folder, '--archive', place.folder], machine(place)).ended;
      expect(status).toBe(0);
      expect((await archive.reports()).map(({ state }) => state)).toEqual(['done', 'done']);
    });
  });
