import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { crc32, gunzip, gzip } from 'node:zlib';
import { migrations } from './migrate.js';

/**
 * A new embedded database with the schema in it, packed into one file when the program is built: initdb and the
 * migrations take PGlite six seconds, unpacking takes a third of one. A gzip of a line of JSON and the files' bytes.
 */
interface Listing {
  readonly folders: readonly string[];
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Named by what it was made with, so that one of another PGlite or schema is not found. */
export async function templateName(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { readonly version: string };
  const schema = crc32(migrations.map(({ name, sql }) => `${name}\n${sql}`).join('\n')).toString(16);
  return `database-${version}-${schema}.template`;
}

/** Packs the data folder of a database that was closed cleanly. */
export async function packTemplate(database: string, file: string): Promise<void> {
  const entries = await readdir(database, { recursive: true, withFileTypes: true });
  const pathOf = (entry: (typeof entries)[number]) => join(entry.parentPath, entry.name).slice(database.length + 1);
  const folders = entries.filter((entry) => entry.isDirectory()).map(pathOf);
  const paths = entries.filter((entry) => entry.isFile()).map(pathOf);
  const contents = await Promise.all(paths.map((path) => readFile(join(database, path))));
  const files = paths.map((path, index) => ({ path, size: contents[index]?.length ?? 0 }));
  const listing: Listing = { folders: folders.sort(), files };
  const packed = await promisify(gzip)(Buffer.concat([Buffer.from(`${JSON.stringify(listing)}\n`), ...contents]), {
    level: 9,
  });
  await writeFile(`${file}.tmp`, packed);
  await rename(`${file}.tmp`, file);
}

/** Makes a database's data folder from the template; false when there is none that fits. */
export async function unpackTemplate(database: string, template?: string): Promise<boolean> {
  const file = template ?? (await findTemplate());
  if (file === null) return false;
  const bytes = await promisify(gunzip)(await readFile(file));
  const start = bytes.indexOf(0x0a) + 1;
  const listing = JSON.parse(bytes.toString('utf8', 0, start)) as Listing;
  // There as a whole or not at all: PGlite would start on half of one. A crash later is found as any other is.
  const making = `${database}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making);
  for (const folder of listing.folders) await mkdir(join(making, folder), { recursive: true });
  let at = start;
  for (const { path, size } of listing.files) {
    await writeFile(join(making, path), bytes.subarray(at, at + size));
    at += size;
  }
  await rename(making, database);
  return true;
}

/** Beside the built program; from src/ (tests, tsx) that of dist/ is taken. */
async function findTemplate(): Promise<string | null> {
  const name = await templateName();
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, name), join(here, '../../dist/store', name)].find((path) => existsSync(path)) ?? null;
}
