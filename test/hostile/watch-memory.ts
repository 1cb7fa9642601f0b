import { readdirSync, readFileSync } from 'node:fs';

/** Process numbers of the programs that this process has started; none where there is no /proc. */
function childrenOf(): readonly string[] {
  try {
    return readdirSync('/proc/self/task').flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    );
  } catch {
    return [];
  }
}

/** MiB that a process has. */
function residentMb(pid: string): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Looks at the memory of the processes that this one has started, until it is stopped. MiB. */
export function watchMemory(): { stop(): number } {
  let peak = 0;
  const look = () => {
    for (const pid of childrenOf()) peak = Math.max(peak, residentMb(pid));
  };
  const timer = setInterval(look, 20);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return peak;
    },
  };
}
