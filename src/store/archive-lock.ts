import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const holderFile = z.object({
  pid: z.int().positive(),
  /** when the process began, as the system tells it: a process number comes back, this does not */
  started: z.string().nullable(),
  host: z.string(),
  /** of the running kernel: containers that share a folder have different host names and one kernel */
  boot: z.string().nullable(),
  socket: z.string(),
  released: z.boolean(),
});
export type LockHolder = z.infer<typeof holderFile>;

export type LockOutcome =
  | { readonly kind: 'taken'; readonly release: () => void }
  | { readonly kind: 'held'; readonly holder: LockHolder };

const prefix = 'owner.';
/** A file being written is not read for so long; after it, one that cannot be read is a dead owner's. */
const unreadableMs = 10_000;

/**
 * Takes the archive's lock, or says who has it. There are never two owners, whenever any of them is killed.
 *
 * Owners are numbered: to own is to have made `owner.<n+1>` (made whole, by link, so only one can) while the highest
 * number, n, belongs to nobody alive, and to find it still the highest afterwards. The highest is never removed. So
 * nobody ever removes a lock that somebody else may just have taken, which is where a single lock file goes wrong.
 */
export async function takeArchiveLock(folder: string, socket: string): Promise<LockOutcome> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    const last = highest(folder);
    const holder = last === 0 ? null : read(folder, last);
    if (holder === 'unreadable') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    if (holder !== null && (await isAlive(holder))) return { kind: 'held', holder };
    const mine = last + 1;
    const self: LockHolder = {
      pid: process.pid,
      started: processStart(process.pid),
      host: hostname(),
      boot: bootId(),
      socket,
      released: false,
    };
    if (!create(folder, mine, self)) continue;
    if (highest(folder) !== mine) {
      rmSync(join(folder, prefix + mine), { force: true });
      continue;
    }
    for (const older of numbers(folder)) if (older < mine) rmSync(join(folder, prefix + older), { force: true });
    return { kind: 'taken', release: () => replace(folder, mine, { ...self, released: true }) };
  }
}

const numbers = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => (/^owner\.\d+$/.test(name) ? [Number(name.slice(prefix.length))] : []));
const highest = (folder: string): number => Math.max(0, ...numbers(folder));

function read(folder: string, number: number): LockHolder | null | 'unreadable' {
  const path = join(folder, prefix + number);
  try {
    return holderFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Gone: a newer owner tidied it up. Unreadable: left by a power cut, or (without links) being written just now.
    const age = existsSync(path) ? Date.now() - statSync(path, { throwIfNoEntry: false })!.mtimeMs : 0;
    return age > unreadableMs ? null : 'unreadable';
  }
}

function create(folder: string, number: number, holder: LockHolder): boolean {
  const temporary = join(folder, `new.${process.pid}.${randomUUID()}`);
  writeFileSync(temporary, JSON.stringify(holder));
  try {
    linkSync(temporary, join(folder, prefix + number));
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK') throw error;
    return createWithoutLink(join(folder, prefix + number), holder); // FAT and some network folders know no links
  } finally {
    rmSync(temporary, { force: true });
  }
}

function createWithoutLink(path: string, holder: LockHolder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function replace(folder: string, number: number, holder: LockHolder): void {
  const temporary = join(folder, `new.${process.pid}.${randomUUID()}`);
  writeFileSync(temporary, JSON.stringify(holder));
  renameSync(temporary, join(folder, prefix + number));
}

async function isAlive(holder: LockHolder): Promise<boolean> {
  if (holder.released) return false;
  const boot = bootId();
  if (holder.host !== hostname()) {
    // Another machine cannot be asked whether its process lives; another container of this one answers at the socket.
    return holder.boot === null || holder.boot !== boot || (await answers(holder.socket));
  }
  if (holder.boot !== null && boot !== null && holder.boot !== boot) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const started = processStart(holder.pid);
  return holder.started === null || started === null || started === holder.started;
}

async function answers(path: string): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(path, () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (answered) return true;
    await new Promise((resolve) => setTimeout(resolve, 200)); // between taking the lock and listening
  }
  return false;
}

function bootId(): string | null {
  return readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

/** Linux: clock ticks since boot. macOS and BSD: the date `ps` prints. null where neither is told. */
function processStart(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  // The command's name, in brackets, may hold anything; field 22 counts from behind it.
  if (stat !== null) return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  if (process.platform === 'linux' || process.platform === 'win32') return null;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
