import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createStagePool, type RecognitionOptions, type StagePool } from '../pipeline/index.js';
import type { QueueBackend } from '../queue/index.js';
import { type Archive, type ArchiveEvent, openArchive } from '../store/index.js';
import type { Config } from './config.js';
import { ArchiveError, reasonOf } from './errors.js';
import type { Messages } from './messages/index.js';
import type { Terminal } from './terminal.js';

/** What a command gets: the wired parts and the person's terminal. */
export interface Context {
  readonly config: Config;
  readonly terminal: Terminal;
  readonly messages: Messages;
  /** aborted by Ctrl-C; a command that holds something open lets go of it then */
  readonly signal: AbortSignal;
}

export interface OpenArchive {
  readonly archive: Archive;
  /** no other process had the embedded database open when this one came */
  readonly alone: boolean;
}

/**
 * Opens the archive for one command and closes it after.
 *
 * @param make whether an archive that is not there is made; without it a folder that holds none stays as it is
 * @throws ArchiveError with the reason, when it cannot be opened
 */
export async function withArchive<T>(
  context: Context,
  make: boolean,
  work: (open: OpenArchive) => Promise<T>,
): Promise<T> {
  const { config, messages } = context;
  if (!make && config.databaseUrl === undefined && !existsSync(join(config.folder, 'archive.json')))
    throw new ArchiveError(messages.noArchive(config.folder));
  let client = false;
  const onEvent = (event: ArchiveEvent) => {
    if (event.kind === 'attached') client = event.client;
    tellEvent(context, event);
  };
  let archive: Archive;
  try {
    archive = await openArchive({
      folder: config.folder,
      now: () => new Date(),
      onEvent,
      ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
    });
  } catch (cause) {
    throw new ArchiveError(messages.cannotOpen(config.folder, reasonOf(cause)), { cause });
  }
  try {
    return await work({ archive, alone: archive.engine === 'embedded' && !client });
  } finally {
    await archive.close();
  }
}

/** The queue of this archive alone, in Redis when one is named. Its code is loaded by the commands that ask it alone. */
export async function openQueue({ config, terminal }: Context, archive: Archive): Promise<QueueBackend> {
  const onError = (error: Error) => {
    if (config.debug) terminal.err(`queue: ${error.stack ?? error.message}\n`);
  };
  const { openQueueBackend } = await import('../queue/index.js');
  return openQueueBackend(
    config.redis === undefined
      ? { kind: 'postgres', connection: archive.queueConnection() }
      : {
          kind: 'redis',
          url: config.redis.url,
          // A worker drops the jobs of reports that its archive does not hold: archives must not share a queue.
          prefix: config.redis.prefix ?? `trichluc-${await archive.identity()}`,
        },
    onError,
  );
}

export function openPool({ threads, memoryMb, timeoutMs }: Config): StagePool {
  return createStagePool({ threads, memoryMb, timeoutMs });
}

/** A process for scans: one report at a time, its pages side by side. */
export function openRecognitionPool({ memoryMb, timeoutMs }: Config): StagePool {
  return createStagePool({ threads: 1, memoryMb, timeoutMs, onDemand: true });
}

/** How this machine reads the letters of pictures; undefined when it is told not to. */
export function recognitionOf({ ocr, threads }: Config): RecognitionOptions | undefined {
  return ocr === 'never' ? undefined : { mode: ocr, pagesAtOnce: threads };
}

function tellEvent({ terminal, messages, config }: Context, event: ArchiveEvent): void {
  switch (event.kind) {
    case 'checking':
      terminal.err(`${messages.checking}\n`);
      return;
    case 'set-aside':
      terminal.err(`${messages.setAside(event.path, event.reason)}\n`);
      return;
    case 'rebuilding':
      if (event.done === event.total || (terminal.errIsTerminal && event.done % 100 === 0))
        terminal.err(`${messages.rebuilding(event.done, event.total)}\n`);
      return;
    case 'attached':
      if (config.debug) terminal.err(`archive: ${event.client ? 'client' : 'owner'}\n`);
      return;
  }
}
