// What an import costs beside the parsing it cannot do without, and what a second worker brings:
//   npx tsx bench/import.ts [FOLDER | N=1000]
// Baseline: the same reports through the same worker threads with nothing stored.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStagePool } from '../dist/pipeline/index.js';

const argument = process.argv[2] ?? '1000';
const work = mkdtempSync(join(tmpdir(), 'trichluc-bench-'));
const cli = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');

function folderOf(): string {
  if (existsSync(argument)) return argument;
  const folder = join(work, 'reports');
  const made = spawnSync('npx', ['tsx', join(import.meta.dirname, 'generate-reports.ts'), folder, argument], {
    stdio: 'inherit',
  });
  if (made.status !== 0) throw new Error('the reports could not be generated');
  return folder;
}

/** Resident memory of a process and its children, in MB, from /proc; 0 where there is none. */
function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function parseOnly(paths: readonly string[], threads: number): Promise<number> {
  const pool = createStagePool({ threads, memoryMb: 2048, timeoutMs: 120_000 });
  const run = (path: string) => pool.run({ path, name: path, stored: {}, save: async () => {} });
  // The threads' start is not what is measured.
  await Promise.all(paths.slice(0, threads * 2).map(run));
  const start = performance.now();
  await Promise.all(paths.map(run));
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return seconds;
}

function wholeImport(folder: string, workers: number): Promise<{ seconds: number; peakMb: number }> {
  const archive = mkdtempSync(join(work, 'archive-'));
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [cli, 'import', folder, '--archive', archive, '--json', '--workers', String(workers)],
    {
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  );
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(child.pid ?? 0));
  }, 100);
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code !== 0) reject(new Error(`import ended with ${code}`));
      else resolve({ seconds: (performance.now() - start) / 1000, peakMb });
    });
  });
}

try {
  const folder = folderOf();
  const paths = readdirSync(folder).map((name) => join(folder, name));
  console.log(`${paths.length} reports`);
  const seconds: Record<number, number> = {};
  for (const workers of [1, 2]) {
    const parsing = await parseOnly(paths, workers);
    const { seconds: whole, peakMb } = await wholeImport(folder, workers);
    seconds[workers] = whole;
    console.log(
      `${workers} worker(s): parsing alone ${parsing.toFixed(1)} s (${(paths.length / parsing).toFixed(1)}/s), ` +
        `import ${whole.toFixed(1)} s (${(paths.length / whole).toFixed(1)}/s), ratio ${(whole / parsing).toFixed(2)}, ` +
        `outside parsing ${(100 * (1 - parsing / whole)).toFixed(0)} %, peak ${peakMb.toFixed(0)} MB`,
    );
  }
  console.log(`two workers over one: ${((seconds[1] ?? 0) / (seconds[2] ?? 1)).toFixed(2)} ×`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
