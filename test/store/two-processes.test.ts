import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { newFolder, openAt } from './engines.js';
import { keyOf } from './made-report.js';

const script = fileURLToPath(new URL('./importing-process.ts', import.meta.url));

interface Importer {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** until a line begins so, so many times */
  readonly said: (start: string, times?: number) => Promise<void>;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}
const folders: string[] = [];
const running: Importer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((importer) => importer.end('SIGKILL')));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function importer(folder: string, from: number, to: number): Importer {
  const range = [folder, String(from), String(to)];
  const child = spawn(process.execPath, ['--liftoff-only', '--import', 'tsx', script, ...range], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const reader = createInterface({ input: child.stdout! });
  reader.on('line', (line) => {
    lines.push(line);
    for (const check of waiting) check();
  });
  const exited = once(child, 'exit').then(() => {
    for (const check of waiting) check();
  });
  const made: Importer = {
    child,
    lines,
    said: (start, times = 1) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (lines.filter((line) => line.startsWith(start)).length >= times) resolve();
          else if (child.exitCode !== null || child.signalCode !== null) reject(new Error(`It ended: ${lines.at(-1)}`));
          else return;
          waiting.delete(check);
        };
        waiting.add(check);
        check();
      }),
    end: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
  running.push(made);
  return made;
}

const acknowledged = (importers: readonly Importer[], word: string): Set<string> =>
  new Set(
    importers.flatMap(({ lines }) =>
      lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1)),
    ),
  );

describe('several processes on one embedded archive', { timeout: 120_000 }, () => {
  it('work at once, with one owner, each report once', async () => {
    const folder = newFolder();
    folders.push(folder);
    const importers = [importer(folder, 0, 30), importer(folder, 15, 45), importer(folder, 30, 60)];
    await Promise.all(importers.map(({ said }) => said('finished')));
    expect(importers.filter(({ lines }) => lines.includes('owner'))).toHaveLength(1);
    const archive = await openAt({ folder });
    expect((await archive.counts()).reports).toEqual({ 'taken-in': 0, processing: 0, done: 60, failed: 0 });
    const [hit] = await archive.searchNumbers('1003 qd ubnd');
    expect(hit).toMatchObject({ reports: 12, citations: 12, match: 'folded' });
    await archive.close();
  });

  it('a client goes on when the owner is killed, and nothing acknowledged is lost', async () => {
    const folder = newFolder();
    folders.push(folder);
    const owner = importer(folder, 0, 1000);
    await owner.said('done', 3);
    const client = importer(folder, 1000, 1030);
    await client.said('client');
    await client.said('done', 5);
    await owner.end('SIGKILL');
    await client.said('finished');
    expect(client.lines).toContain('owner');
    // One that asks nothing of the database takes over too: its workers may be asleep.
    const idle = importer(folder, 0, 0);
    await idle.said('finished');
    expect(idle.lines).toContain('client');
    await client.end('SIGKILL');
    await idle.said('owner');
    await idle.end('SIGTERM');

    const archive = await openAt({ folder });
    const taken = acknowledged([owner, client], 'taken');
    const rows = await archive.reports();
    expect([...taken].filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
    const done = new Set(rows.filter(({ state }) => state === 'done').map(({ id }) => id));
    expect([...acknowledged([owner, client], 'done')].filter((id) => !done.has(id))).toEqual([]);
    // A kill between an original and its journal line leaves an original that was never acknowledged.
    expect((await archive.verify()).filter(({ code }) => code !== 'original-unknown')).toEqual([]);
    expect((await archive.legalDocument(keyOf('1000/QĐ-UBND')))?.citers.length).toBeGreaterThan(5);
    await archive.close();
  });

  it('is opened by the next one after every kill, with all that was acknowledged', async () => {
    const folder = newFolder();
    folders.push(folder);
    const importers: Importer[] = [];
    for (let round = 0; round < 3; round++) {
      const one = importer(folder, round * 500, round * 500 + 500);
      importers.push(one);
      await one.said('done', 4 + round * 3);
      await one.end('SIGKILL');
    }
    const archive = await openAt({ folder });
    const rows = await archive.reports();
    const found = new Map(rows.map(({ id, state }) => [id, state]));
    expect([...acknowledged(importers, 'taken')].filter((id) => !found.has(id))).toEqual([]);
    expect([...acknowledged(importers, 'done')].filter((id) => found.get(id) !== 'done')).toEqual([]);
    // A kill between an original and its journal line leaves an original that was never acknowledged.
    expect((await archive.verify()).filter(({ code }) => code !== 'original-unknown')).toEqual([]);
    await archive.close();
  });
});
