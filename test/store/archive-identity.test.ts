import { randomBytes } from 'node:crypto';
import { cpSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { enginesUnderTest, newFolder, onServer, openAt, type Place } from './engines.js';

const toTidy: (() => unknown)[] = [];
afterEach(async () => {
  for (const tidy of toTidy.splice(0).reverse()) await tidy();
});

const emptyFolder = (): string => {
  const folder = newFolder();
  toTidy.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

async function identityOf(place: Pick<Place, 'folder' | 'databaseUrl'>): Promise<string> {
  const archive = await openAt(place);
  try {
    return await archive.identity();
  } finally {
    await archive.close();
  }
}

it('is a folder’s by whichever path it is reached, and another for a copy', async () => {
  const above = emptyFolder();
  const folder = join(above, 'kho');
  const identity = await identityOf({ folder });
  expect(identity).toMatch(/^[0-9a-f]{16}$/);
  symlinkSync(folder, join(above, 'loi-tat'));
  expect(await identityOf({ folder: join(above, 'loi-tat') })).toBe(identity);
  cpSync(folder, join(above, 'ban-sao'), { recursive: true });
  expect(await identityOf({ folder: join(above, 'ban-sao') })).not.toBe(identity);
});

it('is not the path’s: two containers may each have an archive there', async () => {
  const folder = join(emptyFolder(), 'kho');
  const first = await identityOf({ folder });
  renameSync(folder, `${folder}-cu`);
  expect(await identityOf({ folder })).not.toBe(first);
});

const server = (await enginesUnderTest()).find(({ name }) => name !== 'embedded');

it.skipIf(server === undefined)(
  'is a database’s on every machine, and another for one beside it and for a copy',
  async () => {
    if (server === undefined) return;
    const newPlace = async () => {
      const place = await server.newPlace();
      toTidy.push(() => place.dispose());
      return place;
    };
    const place = await newPlace();
    // Opened at once for the first time, from folders of their own and by two names of one server.
    const url = new URL(place.databaseUrl ?? '');
    const otherName = new URL(url);
    otherName.hostname = url.hostname === '127.0.0.1' ? 'localhost' : url.hostname;
    const [one, two] = await Promise.all([
      identityOf(place),
      identityOf({ folder: emptyFolder(), databaseUrl: otherName.href }),
    ]);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(two).toBe(one);

    expect(await identityOf({ ...(await newPlace()), folder: place.folder })).not.toBe(one);

    const copy = `trichluc_test_${randomBytes(6).toString('hex')}`;
    await onServer(`create database ${copy} template ${url.pathname.slice(1)}`);
    toTidy.push(() => onServer(`drop database ${copy} with (force)`));
    const copied = new URL(url);
    copied.pathname = `/${copy}`;
    expect(await identityOf({ folder: place.folder, databaseUrl: copied.href })).not.toBe(one);
  },
);
