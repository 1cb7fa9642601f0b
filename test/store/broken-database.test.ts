import {
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Archive, type ArchiveEvent, prepareReport } from '../../src/store/index.js';
import { importMade, newFolder, openAt } from './engines.js';
import { graphOf, idOf, type MadeReport } from './made-report.js';

const made: readonly MadeReport[] = Array.from({ length: 30 }, (_, index) => ({
  name: `bao-cao-${index}.txt`,
  number: `${index + 1}/BC-UBND`,
  text: `${'Tình hình chung. '.repeat(200)}Thực hiện Quyết định số ${1000 + (index % 7)}/QĐ-UBND của UBND tỉnh, còn ${index} hộ nghèo.`,
  cites: [{ quote: `Quyết định số ${1000 + (index % 7)}/QĐ-UBND`, number: `${1000 + (index % 7)}/QĐ-UBND` }],
  figures: [`${index} hộ nghèo`],
}));

/** Everything a reader can see of it, and nothing of how it came to be. */
async function visible(archive: Archive): Promise<unknown> {
  const reports = [];
  for (const { id } of await archive.reports()) {
    const detail = await archive.report(id);
    reports.push({ ...detail, report: { ...detail?.report, attempts: 0 } });
  }
  const index = [];
  const places = archive.indexPlaces();
  for await (const entry of places.documents())
    index.push({ ...entry, citers: (await places.citersOf([entry.document.key])).get(entry.document.key) });
  return {
    reports,
    index,
    counts: await archive.counts(),
    corrections: await archive.corrections({ report: idOf(made[0]!) }),
  };
}

/** What the pipeline does on start: runs what waits. */
async function runPending(archive: Archive): Promise<number> {
  let count = 0;
  for await (const { id } of archive.pending()) {
    const report = made.find((one) => idOf(one) === id);
    await archive.replaceReport(id, prepareReport(graphOf(report!)));
    count++;
  }
  return count;
}

const folder = newFolder();
const closed = join(folder, 'closed');
/** as a killed process leaves it: PGlite writes to the system at once, and never syncs */
const killed = join(folder, 'killed');
let expected: unknown;
let next = 0;

beforeAll(async () => {
  const archive = await openAt({ folder: closed });
  for (const report of made.slice(0, 25)) await importMade(archive, report);
  await archive.addCorrection({
    report: idOf(made[0]!),
    by: 'Lan',
    reason: null,
    decision: { action: 'correct-header', fields: { number: '1/BC-UBND' } },
    found: null,
  });
  await archive.close();
  const again = await openAt({ folder: closed });
  for (const report of made.slice(25)) await importMade(again, report);
  expected = await visible(again);
  cpSync(closed, killed, { recursive: true, filter: (path) => !path.includes('/lock') });
  await again.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copyOf(source: string): string {
  const copy = join(folder, `copy-${next++}`);
  cpSync(source, copy, { recursive: true, preserveTimestamps: true, filter: (path) => !path.includes('/lock') });
  return copy;
}

async function openAndMend(archiveFolder: string) {
  const events: ArchiveEvent[] = [];
  const archive = await openAt({ folder: archiveFolder }, { onEvent: (event) => events.push(event) });
  try {
    const waiting = await runPending(archive);
    expect(await visible(archive)).toEqual(expected);
    expect(await archive.verify()).toEqual([]);
    return { waiting, events: events.map(({ kind }) => kind) };
  } finally {
    await archive.close();
  }
}

/** Data files of our own tables and of the system's, the largest first. */
function dataFiles(archiveFolder: string): string[] {
  const base = join(archiveFolder, 'database/base/5');
  return readdirSync(base)
    .filter((name) => /^\d+$/.test(name))
    .map((name) => join(base, name))
    .sort((a, b) => statSync(b).size - statSync(a).size);
}

function overwrite(path: string, at: number, length: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa7), 0, length, at);
}

/** Newer than what initdb made, so they hold our rows. */
const ours = (archiveFolder: string): string[] =>
  dataFiles(archiveFolder).filter((path) => Number(path.split('/').at(-1)) >= 16_384 && statSync(path).size > 0);

const long = (archiveFolder: string): string[] => ours(archiveFolder).filter((path) => statSync(path).size > 16_384);
const inMiddle = (path: string): number => Math.floor(statSync(path).size / 2);
const wal = (archiveFolder: string): string => {
  const log = join(archiveFolder, 'database/pg_wal');
  const name = readdirSync(log)
    .filter((file) => /^[0-9A-F]{24}$/.test(file))
    .sort()[0];
  return join(log, name ?? '');
};
/** where the log's written part ends */
const walEnd = (path: string): number => {
  const bytes = readFileSync(path);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return end;
};

const each = (paths: readonly string[], damage: (path: string) => void): void => {
  for (const path of paths) damage(path);
};
const damages: readonly (readonly [string, (archiveFolder: string) => void])[] = [
  ['a page of a table', (at) => overwrite(ours(at)[0]!, 8192 + 4000, 200)],
  ['pages of every table and index', (at) => each(ours(at), (path) => overwrite(path, inMiddle(path), 64))],
  ['system tables', (at) => each(dataFiles(at).slice(0, 20), (path) => overwrite(path, inMiddle(path), 100))],
  ['files cut within a page', (at) => each(ours(at), (path) => truncateSync(path, statSync(path).size - 1000))],
  ['files cut by whole pages', (at) => each(long(at), (path) => truncateSync(path, 8192))],
  ['files emptied', (at) => each(ours(at).slice(0, 10), (path) => truncateSync(path, 0))],
  ['a file gone', (at) => unlinkSync(ours(at)[0]!)],
  ['the control file', (at) => overwrite(join(at, 'database/global/pg_control'), 0, 300)],
  ['the commit log', (at) => overwrite(join(at, 'database/pg_xact/0000'), 0, 8192)],
  ['an emptied commit log', (at) => writeFileSync(join(at, 'database/pg_xact/0000'), Buffer.alloc(8192))],
  ['a log cut short', (at) => truncateSync(wal(at), Math.floor(walEnd(wal(at)) / 2))],
  ['the write-ahead log', (at) => overwrite(wal(at), Math.floor(walEnd(wal(at)) / 2), 2000)],
  ['the whole folder', (at) => rmSync(join(at, 'database'), { recursive: true })],
  [
    'an empty folder',
    (at) => {
      rmSync(join(at, 'database'), { recursive: true });
      mkdirSync(join(at, 'database'));
    },
  ],
];

/** Each costs a new database; the rest of them with TEST_THOROUGH=1. */
const some = (names: readonly string[]) =>
  damages.filter(([name]) => process.env['TEST_THOROUGH'] === '1' || names.includes(name));

describe('a database that was closed', { timeout: 120_000 }, () => {
  it('opens without a check', async () => {
    expect(await openAndMend(copyOf(closed))).toEqual({ waiting: 0, events: ['attached'] });
  });
  it.each(some(['a page of a table']))('is made again after damage: %s', async (_, damage) => {
    const copy = copyOf(closed);
    damage(copy);
    const { events, waiting } = await openAndMend(copy);
    expect(events).toContain('rebuilding');
    expect(waiting).toBe(made.length);
  });
});

describe('a database whose owner was killed', { timeout: 120_000 }, () => {
  it('is checked, and kept with every row', async () => {
    expect(await openAndMend(copyOf(killed))).toEqual({ waiting: 0, events: ['checking', 'attached'] });
  });
  it.each(some(['a page of a table', 'files cut by whole pages', 'an emptied commit log', 'a log cut short']))(
    'gives the same graph after damage: %s',
    async (_, damage) => {
      const copy = copyOf(killed);
      damage(copy);
      await openAndMend(copy);
    },
  );
});
