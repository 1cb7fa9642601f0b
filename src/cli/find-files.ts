import { lstat, opendir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { FailureCode } from '../model/index.js';

export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: number }
  /** cannot be taken in; says why */
  | { readonly kind: 'failed'; readonly path: string; readonly code: FailureCode; readonly message: string }
  /** left out on purpose: hidden files, lock files of word processors, the archive itself */
  | { readonly kind: 'skipped'; readonly path: string };

// Word and LibreOffice leave these beside an open document, Windows and macOS in every folder.
const nobodysFile = /^(?:\..*|~\$.*|Thumbs\.db|desktop\.ini)$/i;

/**
 * Finds the files under paths, folders with all their folders, in the order of names. A path given by name is taken
 * whatever it is called. Links are followed, each folder once.
 *
 * @param leaveOut a folder that is never entered: the archive itself
 */
export async function* findFiles(paths: readonly string[], leaveOut: string): AsyncGenerator<Found> {
  const seen = new Set<string>();
  const hole = await realpath(leaveOut).catch(() => resolve(leaveOut));
  for (const path of paths) yield* findUnder(resolve(path), hole, seen);
}

async function* findUnder(path: string, hole: string, seen: Set<string>): AsyncGenerator<Found> {
  let status: Awaited<ReturnType<typeof stat>>;
  try {
    status = await stat(path);
  } catch (error) {
    yield await failedToFind(path, error as NodeJS.ErrnoException);
    return;
  }
  if (status.isFile()) {
    yield { kind: 'file', path, bytes: status.size };
    return;
  }
  if (!status.isDirectory()) {
    yield { kind: 'failed', path, code: 'unsupported-format', message: `${path} is neither a file nor a folder` };
    return;
  }
  const real = await realpath(path);
  if (real === hole) {
    yield { kind: 'skipped', path };
    return;
  }
  if (seen.has(real)) return;
  seen.add(real);
  const names: string[] = [];
  try {
    for await (const entry of await opendir(path)) names.push(entry.name);
  } catch (error) {
    yield await failedToFind(path, error as NodeJS.ErrnoException);
    return;
  }
  for (const name of names.sort()) {
    const inner = join(path, name);
    if (nobodysFile.test(basename(name))) yield { kind: 'skipped', path: inner };
    else yield* findUnder(inner, hole, seen);
  }
}

async function failedToFind(path: string, error: NodeJS.ErrnoException): Promise<Found> {
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return { kind: 'failed', path, code: 'unreadable', message: `no permission to read ${path}` };
  if (error.code !== 'ENOENT')
    return { kind: 'failed', path, code: 'unreadable', message: `cannot read ${path} (${error.code})` };
  const dangling = await lstat(path).then(
    (link) => link.isSymbolicLink(),
    () => false,
  );
  const message = dangling ? `${path} is a link to something that is not there` : `${path} is not there`;
  return { kind: 'failed', path, code: 'vanished', message };
}
