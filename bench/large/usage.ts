import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The largest memory that a process and those it has started have had, in MB; 0 where /proc does not tell. */
export function peakOf(pid: number): number {
  try {
    const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
      .reduce((sum, child) => sum + peakOf(Number(child)), own);
  } catch {
    return 0;
  }
}

/** Runs a program and watches its memory. */
export function watched(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{
  readonly seconds: number;
  readonly peakMb: number;
  readonly status: number | null;
  readonly errors: string;
}> {
  const start = performance.now();
  const child = spawn(command, [...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let peakMb = 0;
  let errors = '';
  child.stderr.on('data', (piece) => {
    errors = (errors + piece).slice(-2000);
  });
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, peakOf(child.pid ?? 0));
  }, 50);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - start) / 1000, peakMb, status, errors });
    });
  });
}
