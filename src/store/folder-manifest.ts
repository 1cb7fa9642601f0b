import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { syncFolder, writeDurably } from './durable-file.js';

const fileMark = z.object({ size: z.int(), mtimeNs: z.string(), crc: z.int() });
type FileMark = z.infer<typeof fileMark>;
const manifest = z.record(z.string(), fileMark);
/** Every file under a folder, with what tells that it is unchanged. */
export type Manifest = z.infer<typeof manifest>;

/** How many files are synced at once: enough for the disk to put them in one batch. */
const atOnce = 32;
/** Most files of a database are smaller, and a stream for each costs more than their bytes. */
const pieceBytes = 64 * 1024;

/**
 * Brings a folder that somebody wrote without fsync to the disk, and says what is in it. Files that stand in `known`
 * with the same size and time are taken as they are.
 */
export async function settleFolder(folder: string, known: Manifest): Promise<Manifest> {
  const found: Manifest = {};
  const changed: string[] = [];
  for (const path of await filesOf(folder)) {
    const mark = await sizeAndTime(join(folder, path));
    const before = known[path];
    if (before !== undefined && before.size === mark.size && before.mtimeNs === mark.mtimeNs) found[path] = before;
    else changed.push(path);
  }
  for (let index = 0; index < changed.length; index += atOnce)
    await Promise.all(
      changed.slice(index, index + atOnce).map(async (path) => {
        found[path] = await settleFile(join(folder, path));
      }),
    );
  for (const path of await foldersOf(folder)) await syncFolder(path);
  return found;
}

/** The first file that is not as the manifest says, in a sentence; null when all are. */
export async function firstDifference(folder: string, expected: Manifest): Promise<string | null> {
  const paths = new Set(await filesOf(folder));
  const missing = Object.keys(expected).find((path) => !paths.has(path));
  if (missing !== undefined) return `${missing} is missing`;
  for (const path of paths) {
    const mark = expected[path];
    if (mark === undefined) return `${path} has appeared`;
    const now = await sizeAndTime(join(folder, path));
    if (now.size !== mark.size) return `${path} has ${now.size} bytes instead of ${mark.size}`;
    // Another time alone is a copied archive; the bytes decide.
    if (now.mtimeNs !== mark.mtimeNs && (await checksum(join(folder, path))) !== mark.crc)
      return `${path} has been altered`;
  }
  return null;
}

export const writeManifest = (path: string, content: Manifest): Promise<void> =>
  writeDurably(path, (handle) => handle.writeFile(JSON.stringify(content)));

/** null when there is none, or none that can be read. */
export async function readManifest(path: string): Promise<Manifest | null> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    return manifest.parse(JSON.parse(await handle.readFile('utf8')));
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function foldersOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return [folder, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))];
}

async function settleFile(path: string): Promise<FileMark> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
    return { ...sizeAndTimeOf(await handle.stat({ bigint: true })), crc: await checksumOf(handle) };
  } finally {
    await handle.close();
  }
}

const sizeAndTimeOf = ({ size, mtimeNs }: { readonly size: bigint; readonly mtimeNs: bigint }) => ({
  size: Number(size),
  mtimeNs: String(mtimeNs),
});

const sizeAndTime = async (path: string) => sizeAndTimeOf(await stat(path, { bigint: true }));

async function checksum(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    return await checksumOf(handle);
  } finally {
    await handle.close();
  }
}

async function checksumOf(handle: FileHandle): Promise<number> {
  const piece = Buffer.allocUnsafeSlow(pieceBytes);
  let value = 0;
  for (;;) {
    const { bytesRead } = await handle.read(piece, 0, pieceBytes);
    if (bytesRead === 0) return value;
    value = crc32(piece.subarray(0, bytesRead), value);
  }
}
