// The program of a worker thread: it reads one file at a time and runs the stages over it (stage-pool.ts starts it).
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { PipelineError } from '../model/index.js';
import { runStages } from './run-stages.js';
import type { FromThread, StageTask, TaskOutcome } from './stage-task.js';

export default async function runTask({ path, name, stored, port }: StageTask): Promise<TaskOutcome> {
  const tell = (message: FromThread) => port.postMessage(message);
  tell({ kind: 'started' });
  try {
    const graph = await runStages({
      file: async () => ({ bytes: await readOriginal(path), name }),
      stored,
      save: async (result) => {
        tell({ kind: 'result', result });
        await once(port, 'message');
      },
    });
    return { kind: 'done', graph };
  } catch (error) {
    return error instanceof PipelineError
      ? { kind: 'failed', code: error.code, message: error.message, retryable: error.retryable }
      : { kind: 'failed', code: 'internal', message: describe(error), retryable: false };
  } finally {
    port.close();
  }
}

async function readOriginal(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new PipelineError('vanished', `${path} is not there`, { cause });
    if (code === 'ERR_FS_FILE_TOO_LARGE') throw new PipelineError('too-large', `${path} is over 2 GB`, { cause });
    throw new PipelineError('unreadable', `${path} cannot be read (${code})`, { cause, retryable: code === 'EIO' });
  }
}

/** An error of ours, with the place it came from: the report is kept and somebody will look. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return place === undefined ? `${error.name}: ${error.message}` : `${error.name}: ${error.message} ${place.trim()}`;
}
