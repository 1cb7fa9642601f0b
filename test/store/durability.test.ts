import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive } from '../../src/store/index.js';
import { type JournalLine, openJournalFile } from '../../src/store/journal.js';
import { openOriginals } from '../../src/store/originals.js';
import { newFolder, openAt } from './engines.js';

const folders: string[] = [];
const folder = (): string => {
  folders.push(newFolder());
  return folders.at(-1)!;
};
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

const entry = (path: string) =>
  ({ kind: 'import', at: '2026-03-01T08:00:00.000Z', sha256: 'a'.repeat(64), bytes: 1, path, name: 'a' }) as const;
async function linesOf(path: string): Promise<JournalLine[]> {
  const lines: JournalLine[] = [];
  for await (const line of openJournalFile(path).read()) lines.push(line);
  return lines;
}

describe('the journal', () => {
  it('gives back what was written, whatever signs it holds', async () => {
    const path = join(folder(), 'journal');
    const paths = ['/a\nb', '/\u2028\u2029', '/"\\', '/Quảng Ngãi'];
    await Promise.all(paths.map((one) => openJournalFile(path).append(entry(one))));
    const found = (await linesOf(path)).map((line) =>
      'entry' in line && line.entry.kind === 'import' ? line.entry.path : line,
    );
    expect(found.sort()).toEqual(paths.sort());
  });
  it('loses no line to one that was cut short before it', async () => {
    const path = join(folder(), 'journal');
    await openJournalFile(path).append(entry('/a'));
    const whole = readFileSync(path, 'utf8');
    for (const length of [1, 8, 9, 40, whole.length - 3]) {
      writeFileSync(path, whole + whole.slice(0, length));
      await openJournalFile(path).append(entry('/b'));
      const lines = await linesOf(path);
      expect(lines.filter((line) => 'entry' in line)).toHaveLength(2);
    }
  });
  it('says which line is damaged, and reads the rest', async () => {
    const path = join(folder(), 'journal');
    const journal = openJournalFile(path);
    for (const one of ['/a', '/b', '/c']) await journal.append(entry(one));
    writeFileSync(path, readFileSync(path, 'utf8').replace('/b', '/x'));
    const lines = await linesOf(path);
    expect(lines.map((line) => 'damaged' in line)).toEqual([false, true, false]);
  });
  it('is empty before the first entry', async () => {
    expect(await linesOf(join(folder(), 'journal'))).toEqual([]);
  });
});

describe('a full disk', () => {
  it('is said to be one by the journal, and may be tried again', async () => {
    const path = join(folder(), 'journal');
    symlinkSync('/dev/full', path);
    await expect(openJournalFile(path).append(entry('/a'))).rejects.toMatchObject({
      name: 'PipelineError',
      code: 'disk-full',
      retryable: true,
    });
  });
  it('leaves no half-written original', async () => {
    const at = folder();
    const originals = await openOriginals(at);
    const handle = await open(join(at, 'probe'), 'w');
    const full = vi
      .spyOn(Object.getPrototypeOf(handle), 'sync')
      .mockRejectedValue(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
    await expect(originals.keep(Buffer.from('đầy'))).rejects.toMatchObject({ code: 'disk-full', retryable: true });
    full.mockRestore();
    await handle.close();
    expect(readdirSync(at).sort()).toEqual(['incoming', 'probe']);
    expect(readdirSync(join(at, 'incoming'))).toEqual([]);
    await expect(originals.keep(Buffer.from('đầy'))).resolves.toMatchObject({ bytes: 6 });
  });
});

describe('taking a report in', () => {
  let archive: Archive;
  let at: string;
  beforeEach(async () => {
    at = folder();
    archive = await openAt({ folder: at });
  });
  afterEach(() => archive.close());

  it('syncs the original, then the journal, before the row is there', async () => {
    const handle = await open(join(at, 'probe'), 'w');
    const prototype = Object.getPrototypeOf(handle);
    const order: string[] = [];
    const note = (name: string, real: () => Promise<void>) =>
      vi.spyOn(prototype, name).mockImplementation(async function (this: unknown) {
        await real.call(this);
        const rows = await archive.reports();
        order.push(`${name} with ${readdirSync(join(at, 'originals/incoming')).length} incoming, ${rows.length} rows`);
      });
    const spies = [note('sync', prototype.sync), note('datasync', prototype.datasync)];
    const { report } = await archive.takeIn({ path: '/a.txt', bytes: Buffer.from('thứ tự') });
    for (const spy of spies) spy.mockRestore();
    await handle.close();
    expect(order).toEqual([
      'sync with 1 incoming, 0 rows', // the bytes
      'sync with 0 incoming, 0 rows', // their folder, after the rename
      'sync with 0 incoming, 0 rows', // the folder of that folder, which is new
      'datasync with 0 incoming, 0 rows', // the journal's line
      'sync with 0 incoming, 0 rows', // the journal's folder
    ]);
    expect((await archive.reports()).map(({ id }) => id)).toEqual([report.id]);

    // Without a journal there is no row.
    rmSync(join(at, 'journal'));
    mkdirSync(join(at, 'journal'));
    await expect(archive.takeIn({ path: '/b.txt', bytes: Buffer.from('không sổ') })).rejects.toThrow(/EISDIR/);
    expect(await archive.reports()).toHaveLength(1);
  });
});
