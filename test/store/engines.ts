import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Archive, ArchiveOptions, ReportGraph } from '../../src/store/index.js';
import { openArchive, prepareReport } from '../../src/store/index.js';
import { bytesOf, graphOf, type MadeReport } from './made-report.js';

const serverUrl = process.env['TEST_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

/** A place for one archive; `dispose` takes it away with everything in it. */
export interface Place {
  readonly folder: string;
  readonly databaseUrl?: string;
  readonly dispose: () => Promise<void>;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'trichluc-test-'));

export interface EngineUnderTest {
  readonly name: string;
  readonly newPlace: () => Promise<Place>;
}

const embedded: EngineUnderTest = {
  name: 'embedded',
  newPlace: async () => {
    const folder = newFolder();
    return { folder, dispose: async () => rmSync(folder, { recursive: true, force: true }) };
  },
};

const server: EngineUnderTest = {
  name: 'PostgreSQL server',
  newPlace: async () => {
    const folder = newFolder();
    const database = `trichluc_test_${randomBytes(6).toString('hex')}`;
    await onServer(`create database ${database} template template0 encoding 'UTF8'`);
    const url = new URL(serverUrl);
    url.pathname = `/${database}`;
    return {
      folder,
      databaseUrl: url.href,
      dispose: async () => {
        await onServer(`drop database ${database} with (force)`);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

/** Runs one statement on the server, outside every archive. */
export async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The engines the suite runs on. Without a server at hand it says so and runs on one; in CI it must run on both. */
export async function enginesUnderTest(): Promise<readonly EngineUnderTest[]> {
  try {
    await onServer('select 1');
    return [embedded, server];
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    console.warn(`No PostgreSQL at ${serverUrl}: the store's tests run on the embedded engine alone`);
    return [embedded];
  }
}

export const at = new Date('2026-03-01T08:00:00.000Z');

export const openAt = (
  place: Pick<Place, 'folder' | 'databaseUrl'>,
  more: Partial<ArchiveOptions> = {},
): Promise<Archive> =>
  openArchive({
    folder: place.folder,
    ...(place.databaseUrl === undefined ? {} : { databaseUrl: place.databaseUrl }),
    now: () => at,
    ...more,
  });

/** Takes a made report in and stores its graph, as import does. */
export async function importMade(archive: Archive, report: MadeReport, graph?: ReportGraph): Promise<string> {
  const taken = await archive.takeIn({ path: `/scans/${report.name}`, bytes: bytesOf(report) });
  await archive.replaceReport(taken.report.id, prepareReport(graph ?? graphOf(report)));
  return taken.report.id;
}
