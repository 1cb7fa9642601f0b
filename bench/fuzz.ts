// Damaged and wicked files, made of our own fixtures by a fixed seed, through the processes of an import under its limits:
//   nice npx tsx bench/fuzz.ts [COUNT=10000] [FIRST=0] [FOLDER]
// Prints how they ended, the slowest, and the memory of the process that reads. What ended as `internal` is a mistake of ours, and is
// kept in FOLDER, as are those that took longer than ten seconds. Exit status 1 when there was any.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStagePool } from '../dist/pipeline/index.js';
import { mutant } from '../test/hostile/mutate.js';
import { seeds } from '../test/hostile/seeds.js';
import { watchMemory } from '../test/hostile/watch-memory.js';

const [count = 10_000, first = 0] = process.argv.slice(2, 4).map(Number);
const kept = process.argv[4] ?? join(tmpdir(), 'trichluc-fuzz');
mkdirSync(kept, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'trichluc-fuzz-'));
const slowMs = 10_000;
const timeoutMs = 60_000;
const threads = 1;

const good = await seeds();
// What LibreOffice makes of them is its own affair, and takes seconds each.
const office = { convert: async () => ({ kind: 'absent' as const }) };
const pool = createStagePool({ threads, memoryMb: 1024, timeoutMs, office });
const outcomes = new Map<string, number>();
let slowest = { name: '', ms: 0 };
let wrong = 0;
let hurt = 0;

async function end(path: string, name: string): Promise<{ readonly code: string; readonly message: string }> {
  try {
    const graph = await pool.run({ path, name, save: async () => {} });
    if (name.endsWith('.eml')) await unpack(path, name);
    return { code: 'read', message: JSON.stringify(graph) };
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    return { code: code ?? 'unnamed', message };
  }
}

/** What hangs on a letter is laid into a folder of its own. */
async function unpack(path: string, name: string): Promise<void> {
  const folder = mkdtempSync(join(work, 'attached-'));
  await pool.unpack({ path, name, folder });
  rmSync(folder, { recursive: true });
}

const paths = good.map(({ name, bytes }) => {
  const path = join(work, name);
  writeFileSync(path, bytes);
  return path;
});
const before: string[] = [];
for (const [at, { name }] of good.entries()) before.push((await end(paths[at]!, name)).message);
const memory = watchMemory();

const began = performance.now();
for (let number = first; number < first + count; number += 1) {
  const at = number % good.length;
  const seed = good[at]!;
  const bytes = mutant(seed, number);
  const name = `${number}-${seed.name}`;
  const path = join(work, 'mutant');
  writeFileSync(path, bytes);
  const start = performance.now();
  const { code, message } = await end(path, name);
  const ms = performance.now() - start;
  outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
  if (ms > slowest.ms) slowest = { name, ms };
  if (code === 'internal' || code === 'unnamed' || ms > slowMs) {
    wrong += 1;
    console.error(`${name}: ${code} after ${Math.round(ms)} ms: ${message.slice(0, 300)}`);
    writeFileSync(join(kept, name), bytes);
  }
  if (number % 10 === 9) {
    const next = Math.floor(number / 10) % good.length;
    if ((await end(paths[next]!, good[next]!.name)).message !== before[next]) {
      hurt += 1;
      console.error(`${name}: after it, ${good[next]!.name} is read otherwise`);
    }
  }
}
const peakMb = memory.stop();
await pool.close();
rmSync(work, { recursive: true });

const minutes = (performance.now() - began) / 60_000;
console.log(`${count} mutants, ${first} to ${first + count - 1}, in ${minutes.toFixed(1)} min`);
for (const [code, times] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(8)}  ${code}`);
console.log(`slowest: ${slowest.name}, ${Math.round(slowest.ms)} ms`);
console.log(`peak memory of the reading process: ${Math.round(peakMb)} MB`);
console.log(
  `mistakes of ours or slower than ${slowMs / 1000} s: ${wrong}; good files read otherwise after a bad one: ${hurt}`,
);
process.exitCode = wrong + hurt > 0 ? 1 : 0;
