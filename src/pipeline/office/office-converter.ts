import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Converted, OfficeConverter } from '../../ingest/index.js';
import { findOffice, type Office } from './find-office.js';
import { type OfficeProcess, runOffice, startOffice } from './office-process.js';

export interface OfficeConverterOptions {
  /** for one file; more ends the office with all it started */
  readonly timeoutMs: number;
  /** the office to use; null for none; looked for on the machine when missing */
  readonly office?: Office | null;
  /** how much longer the first file may take, for the office's own start */
  readonly startMs?: number;
}

export interface ClosableConverter extends OfficeConverter {
  /** Ends the office and removes what it wrote. */
  close(): Promise<void>;
}

/** A fresh office per this many files: what it leaks, and what one file did to it, does not grow without end. */
const filesPerOffice = 200;
/** A start on a machine that does much else. */
const usualStartMs = 30_000;

interface Running {
  readonly folder: string;
  readonly profile: string;
  readonly process: OfficeProcess;
  files: number;
}

/**
 * Converts files with LibreOffice, one after another. One office stays open between files, with an empty text in it so
 * that it does not end after each: 0.05–0.3 s a file instead of 1–2 s for a start of its own. It has its own profile in
 * a throw-away folder, never the user's; macros, links and updates are off. One that hangs, dies or is too slow is killed
 * with its process group, and the next file gets a new one.
 */
export function createOfficeConverter({
  timeoutMs,
  office: given,
  startMs = usualStartMs,
}: OfficeConverterOptions): ClosableConverter {
  let running: Running | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function stop(): Promise<void> {
    const ended = running;
    running = null;
    if (ended === null) return;
    await ended.process.kill();
    await rm(ended.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async function ready(office: Office): Promise<Running> {
    if (running !== null && (running.process.ended() || running.files >= filesPerOffice)) await stop();
    if (running !== null) return running;
    const folder = await mkdtemp(join(tmpdir(), 'trichluc-office-'));
    const profile = join(folder, 'profile');
    const process = await startOffice(office.path, folder, profile);
    running = { folder, profile, process, files: 0 };
    return running;
  }

  async function convert(bytes: Uint8Array, from: string, to: string): Promise<Converted> {
    const office = given === undefined ? await findOffice() : given;
    if (office === null) return { kind: 'absent' };
    if (closed) return { kind: 'failed', why: 'the program is ending' };
    const fresh = running === null || running.process.ended() || running.files >= filesPerOffice;
    const { folder, profile, process } = await ready(office);
    running!.files += 1;
    // A folder and a plain name for each: neither its own name nor what an earlier file left says where it is written.
    const own = await mkdtemp(join(folder, 'file-'));
    const source = join(own, `in.${from}`);
    const target = join(own, 'out');
    await writeFile(source, bytes);
    const limit = new AbortController();
    try {
      const ended = await Promise.race([
        runOffice(office.path, folder, profile, ['--convert-to', to, '--outdir', target, source], limit.signal),
        sleep(timeoutMs + (fresh ? startMs : 0), 'late' as const, { signal: limit.signal }),
      ]);
      if (ended === 'late') {
        await stop();
        return { kind: 'timeout', afterMs: timeoutMs };
      }
      const made = await readFile(join(target, `in.${to}`)).catch(() => null);
      if (made !== null && made.length > 0)
        return { kind: 'done', bytes: made, by: `LibreOffice ${office.version ?? ''}`.trim() };
      // An office that refuses one file may be in any state; one that died is replaced anyway.
      const died = process.ended();
      if (died) await stop();
      return { kind: 'failed', why: died ? 'LibreOffice crashed over it' : 'LibreOffice could not open it' };
    } finally {
      limit.abort();
      await rm(own, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
    }
  }

  return {
    convert(bytes, from, to) {
      const mine = last.then(() => convert(bytes, from, to));
      last = mine.catch(() => {});
      return mine;
    },
    async close() {
      closed = true;
      await stop();
      await last;
      await stop();
    },
  };
}
