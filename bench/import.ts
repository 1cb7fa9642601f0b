// What an import costs beside the parsing it cannot do without, and what a second worker brings:
//   npx tsx bench/import.ts [FOLDER | N=1000]
// Baseline: the same reports through the same worker processes with nothing stored.
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

interface Cost {
  readonly seconds: number;
  /** of the processor, all processes together: what another program on the machine cannot spoil */
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** What a process and those it has started have used so far, from /proc; null where there is none. */
function usageOf(pid: number): Pick<Cost, 'cpuSeconds' | 'peakMb'> | null {
  try {
    const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    // Its own time, and that of those that have ended; then of those that run.
    const ownSeconds = (fields[11]! + fields[12]! + fields[13]! + fields[14]!) / 100;
    const running = readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
      .map((child) => usageOf(Number(child)));
    return {
      cpuSeconds: running.reduce((sum, child) => sum + (child?.cpuSeconds ?? 0), ownSeconds),
      peakMb: running.reduce((sum, child) => sum + (child?.peakMb ?? 0), own),
    };
  } catch {
    return null;
  }
}

async function parseOnly(paths: readonly string[], threads: number): Promise<Omit<Cost, 'peakMb'>> {
  const pool = createStagePool({ threads, memoryMb: 2048, timeoutMs: 120_000 });
  const run = (path: string) => pool.run({ path, name: path, save: async () => {} });
  // The processes' start is not what is measured.
  await Promise.all(paths.slice(0, threads * 2).map(run));
  const start = performance.now();
  const used = () => usageOf(process.pid)?.cpuSeconds ?? 0;
  const before = used();
  await Promise.all(paths.map(run));
  const seconds = (performance.now() - start) / 1000;
  const cpuSeconds = used() - before;
  await pool.close();
  return { seconds, cpuSeconds };
}

function wholeImport(folder: string, workers: number): Promise<Cost> {
  const archive = mkdtempSync(join(work, 'archive-'));
  const start = performance.now();
  const child = spawn(process.execPath, [cli, 'import', folder, '--archive', archive, '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TRICHLUC_THREADS: String(workers) },
  });
  let usage = { cpuSeconds: 0, peakMb: 0 };
  const watch = setInterval(() => {
    const now = usageOf(child.pid ?? 0);
    // A process that has ended but is not yet reaped shows no memory.
    if (now !== null)
      usage = { cpuSeconds: Math.max(usage.cpuSeconds, now.cpuSeconds), peakMb: Math.max(usage.peakMb, now.peakMb) };
  }, 50);
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code !== 0) reject(new Error(`import ended with ${code}`));
      else resolve({ seconds: (performance.now() - start) / 1000, ...usage });
    });
  });
}

const percent = (part: number, whole: number) => `${((100 * Math.max(0, part)) / whole).toFixed(0)} %`;
const times = (whole: number, part: number) => `${(whole / part).toFixed(2)} ×`;

try {
  const folder = folderOf();
  const paths = readdirSync(folder).map((name) => join(folder, name));
  console.log(`${paths.length} reports`);
  const whole: Record<number, Cost> = {};
  for (const workers of [1, 2]) {
    const parsing = await parseOnly(paths, workers);
    const all = await wholeImport(folder, workers);
    whole[workers] = all;
    const rate = (seconds: number) => `${(paths.length / seconds).toFixed(1)}/s`;
    console.log(
      `${workers} worker(s): parsing alone ${parsing.seconds.toFixed(1)} s (${rate(parsing.seconds)}), CPU ${parsing.cpuSeconds.toFixed(1)} s; ` +
        `import ${all.seconds.toFixed(1)} s (${rate(all.seconds)}), CPU ${all.cpuSeconds.toFixed(1)} s; ` +
        `import over parsing ${times(all.seconds, parsing.seconds)}, CPU ${times(all.cpuSeconds, parsing.cpuSeconds)}; ` +
        `outside parsing ${percent(all.seconds - parsing.seconds, all.seconds)}, of the CPU ${percent(all.cpuSeconds - parsing.cpuSeconds, all.cpuSeconds)}; ` +
        `peak ${all.peakMb.toFixed(0)} MB`,
    );
  }
  console.log(`two workers over one: ${times(whole[1]!.seconds, whole[2]!.seconds)}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
