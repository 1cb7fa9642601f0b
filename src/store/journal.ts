import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { mappingFullDisk, syncFolder } from './durable-file.js';

const at = z.iso.datetime();

/** What cannot be worked out again from the originals. */
export const journalEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('import'),
    at,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().nonnegative(),
    path: z.string(),
    name: z.string(),
  }),
  z.object({ kind: z.literal('failed-path'), at, path: z.string(), code: z.string(), message: z.string() }),
  z.object({ kind: z.literal('remove'), at, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({
    kind: z.literal('correction'),
    at,
    report: z.string(),
    target: z.string(),
    value: z.unknown(),
    by: z.string(),
  }),
]);
export type JournalEntry = z.infer<typeof journalEntry>;

export type JournalLine =
  | { readonly entry: JournalEntry }
  /** a line that its checksum does not vouch for: cut short by a power cut (never acknowledged), or damaged since */
  | { readonly damaged: string };

export interface Journal {
  /** Returns when the entry is on the disk. @throws PipelineError `disk-full` */
  append(entry: JournalEntry): Promise<void>;
  read(): AsyncIterable<JournalLine>;
}

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/**
 * The journal of an embedded archive: a line an entry, `<crc32 of the rest> <JSON>`. Several processes may append. An
 * entry brings its own line break in front, so that what a crash cut short spoils no later line. Entries that come
 * while one is being synced go to the disk together.
 */
export function openJournalFile(path: string): Journal {
  let waiting: { readonly line: string; readonly done: () => void; readonly failed: (error: unknown) => void }[] = [];
  let writing = false;
  let known = false;

  async function write(): Promise<void> {
    if (writing) return;
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await mappingFullDisk(path, async () => {
          const handle = await open(path, 'a');
          try {
            await handle.appendFile(batch.map(({ line }) => line).join(''));
            await handle.datasync();
          } finally {
            await handle.close();
          }
          if (!known) await syncFolder(dirname(path));
          known = true;
        });
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = false;
  }

  return {
    append: (entry) => {
      // Node's line reader takes U+2028 and U+2029 for line ends.
      const json = JSON.stringify(entry).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
      return new Promise((done, failed) => {
        waiting.push({ line: `\n${checksum(json)} ${json}\n`, done, failed });
        void write();
      });
    },
    read: async function* () {
      const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (handle === null) return;
      for await (const line of handle.readLines()) if (line !== '') yield parseLine(line);
    },
  };
}

function parseLine(line: string): JournalLine {
  const json = line.slice(9);
  if (line[8] !== ' ' || line.slice(0, 8) !== checksum(json)) return { damaged: line.slice(0, 200) };
  const parsed = journalEntry.safeParse(JSON.parse(json));
  return parsed.success ? { entry: parsed.data } : { damaged: line.slice(0, 200) };
}
