import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PipelineError } from '../model/index.js';
import { mappingFullDisk, syncFolder } from './durable-file.js';

const pieceBytes = 1 << 20;

export interface Originals {
  /**
   * Keeps the bytes under their hash; returns when they are on the disk.
   *
   * @param source the bytes, or the path of the file to read
   * @throws PipelineError `vanished`, `unreadable` (the source), `disk-full` (the archive)
   */
  keep(source: Uint8Array | string): Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** @throws PipelineError `corrupt` when missing or no longer what its name says */
  read(sha256: string): Promise<Uint8Array>;
  path(sha256: string): string;
  /** Size on the disk; null when it is not there. */
  size(sha256: string): Promise<number | null>;
  /** It may be gone already. */
  remove(sha256: string): Promise<void>;
  list(): AsyncIterable<string>;
  /** Removes what an earlier process left half-written; only for the owner of the archive. */
  tidy(): Promise<void>;
}

const pathIn = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

/** Whether the archive in a folder keeps this original; looks and makes nothing, and opens no database. */
export async function holdsOriginal(archiveFolder: string, sha256: string, bytes: number): Promise<boolean> {
  const found = await stat(pathIn(join(archiveFolder, 'originals'), sha256)).catch(() => null);
  return found?.isFile() === true && found.size === bytes;
}

/** Files by the sha256 of their bytes: `ab/abcd…`. A file is there whole or not at all. */
export async function openOriginals(folder: string): Promise<Originals> {
  const incoming = join(folder, 'incoming');
  await mappingFullDisk(folder, () => mkdir(incoming, { recursive: true }));
  const path = (sha256: string): string => pathIn(folder, sha256);
  const size = async (sha256: string): Promise<number | null> => {
    const found = await stat(path(sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return found?.size ?? null;
  };

  return {
    path,
    size,
    keep: (source) =>
      mappingFullDisk(folder, async () => {
        const temporary = join(incoming, randomUUID());
        try {
          const kept = await copyHashed(source, temporary);
          // One of the right size is there already; a damaged one of another size is put right.
          if ((await size(kept.sha256)) === kept.bytes) return kept;
          const target = path(kept.sha256);
          const made = await mkdir(dirname(target), { recursive: true });
          await rename(temporary, target);
          await syncFolder(dirname(target));
          if (made !== undefined) await syncFolder(folder);
          return kept;
        } finally {
          await rm(temporary, { force: true });
        }
      }),
    read: async (sha256) => {
      const bytes = await readFile(path(sha256)).catch((cause: unknown) => {
        throw new PipelineError('corrupt', `The archive has lost the original ${sha256}`, { cause });
      });
      if (createHash('sha256').update(bytes).digest('hex') !== sha256)
        throw new PipelineError('corrupt', `The original ${path(sha256)} has been altered: its hash is another`);
      return bytes;
    },
    remove: (sha256) => rm(path(sha256), { force: true }),
    list: async function* () {
      for (const part of (await readdir(folder)).sort())
        if (/^[0-9a-f]{2}$/.test(part))
          for (const name of (await readdir(join(folder, part))).sort()) if (/^[0-9a-f]{64}$/.test(name)) yield name;
    },
    tidy: async () => {
      const hourAgo = Date.now() - 3_600_000;
      for (const name of await readdir(incoming)) {
        const found = await stat(join(incoming, name)).catch(() => null);
        if (found !== null && found.mtimeMs < hourAgo) await rm(join(incoming, name), { force: true });
      }
    },
  };
}

async function copyHashed(source: Uint8Array | string, target: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const from = typeof source === 'string' ? await openSource(source) : null;
  try {
    const to = await open(target, 'wx');
    try {
      if (from === null) {
        hash.update(source);
        bytes = source.length;
        await to.writeFile(source);
      } else
        for await (const piece of pieces(from, String(source))) {
          hash.update(piece);
          bytes += piece.length;
          await to.writeFile(piece);
        }
      await to.sync();
    } finally {
      await to.close();
    }
  } finally {
    await from?.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function openSource(path: string): Promise<FileHandle> {
  // A pipe or a device named like a report would block for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: unknown) => {
    throw asUnreadable(path, cause);
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw new PipelineError('unreadable', `Cannot read ${path}: it is not a file`);
}

async function* pieces(handle: FileHandle, path: string): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(pieceBytes);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, pieceBytes, null).catch((cause: unknown) => {
      throw asUnreadable(path, cause);
    });
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

function asUnreadable(path: string, cause: unknown): PipelineError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new PipelineError('vanished', `${path} is no longer there`, { cause });
  const retryable = code === 'EMFILE' || code === 'ENFILE' || code === 'EIO' || code === 'EBUSY';
  return new PipelineError('unreadable', `Cannot read ${path} (${code})`, { retryable, cause });
}
