import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PipelineError } from '../model/index.js';

/** fsync of a folder: what was renamed into it stays after a power cut. Windows cannot and need not. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file that is there whole or not at all: temporary name, fsync, rename, fsync of the folder.
 *
 * @throws PipelineError `disk-full`
 */
export async function writeDurably(path: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await mappingFullDisk(path, async () => {
    const handle = await open(temporary, 'w');
    try {
      await write(handle);
      await handle.sync();
    } catch (error) {
      await handle.close();
      await rm(temporary, { force: true });
      throw error;
    }
    await handle.close();
    await rename(temporary, path);
    await syncFolder(dirname(path));
  });
}

/** Runs work that writes; a full disk becomes a PipelineError that says so and may be retried. */
export async function mappingFullDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFullDisk(path, error) ?? error;
  }
}

/** SQLSTATE 53100 is PostgreSQL's own word for it. */
export function asFullDisk(path: string, error: unknown): PipelineError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ENOSPC' && code !== 'EDQUOT' && code !== '53100') return null;
  return new PipelineError('disk-full', `The disk is full: cannot write to ${path}`, { retryable: true, cause: error });
}
