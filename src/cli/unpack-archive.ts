import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { embeddedFileMark, PipelineError } from '../model/index.js';
import type { StagePool, Unpacked } from '../pipeline/index.js';

/** What the first entry of an office document is called: such a ZIP is one report. */
const officePart = /^(?:\[Content_Types\]\.xml|mimetype|_rels\/|word\/|xl\/|ppt\/|docProps\/|customXml\/)/;
const headBytes = 1024;
const pieceBytes = 1024 * 1024;

/**
 * Unpacks an archive, or what is attached to a letter or a PDF, into a folder that is there while `work` runs. A process unpacks,
 * with its limits of time and memory; most files are known by their first bytes to be neither, and cost none.
 *
 * @param work is given null for a file that holds no others, or cannot be unpacked: its own reader will say why
 */
export async function withUnpacked(
  path: string,
  pool: Pick<StagePool, 'unpack'>,
  signal: AbortSignal,
  work: (unpacked: Unpacked | null) => Promise<void>,
): Promise<void> {
  if (!(await mayHoldFiles(path))) return work(null);
  const folder = await mkdtemp(join(tmpdir(), 'trichluc-unpacked-'));
  try {
    let unpacked: Unpacked | null;
    try {
      unpacked = await pool.unpack({ path, name: basename(path), folder, signal });
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      unpacked = null;
    }
    await work(unpacked);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether a file has these bytes, read piece by piece. */
async function holds(handle: FileHandle, mark: string): Promise<boolean> {
  const buffer = Buffer.alloc(pieceBytes);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, pieceBytes, at);
    if (buffer.subarray(0, bytesRead).includes(mark)) return true;
    if (bytesRead < pieceBytes) return false;
    // The mark may lie over the end of a piece.
    at += bytesRead - mark.length;
  }
}

async function mayHoldFiles(path: string): Promise<boolean> {
  const handle = await open(path).catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    if (head.startsWith('PK\u0003\u0004')) return !officePart.test(head.slice(30));
    if (head.includes('%PDF-')) return await holds(handle, embeddedFileMark);
    // Letters begin with their headers, ZIPs that unpack themselves with a program.
    return /^(?:From [^\r\n]*\r?\n)?[A-Za-z][\w-]{1,60}:/.test(head);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
