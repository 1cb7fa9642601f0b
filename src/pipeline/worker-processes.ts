import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { builtModule } from './built-module.js';
import { type FromWorker, outOfMemoryMark, type ToWorker } from './worker-message.js';

export interface WorkerProcessesOptions {
  /** module whose default export runs a task */
  readonly program: URL;
  /** processes, each with one task at a time */
  readonly processes: number;
  /** of one process's heap, in MiB */
  readonly heapMb: number;
  /** of one process altogether, in MiB: with buffers and WebAssembly */
  readonly memoryMb: number;
  /** start processes when there is work, and end them when there has been none for so long; missing: all at once, for good */
  readonly idleMs?: number;
}

export interface WorkerTask {
  readonly task: Readonly<Record<string, unknown>>;
  readonly onMessage: (message: unknown, answer: (message: unknown) => void) => void;
  /** ends the task's process; the promise rejects with the signal's reason */
  readonly signal: AbortSignal;
}

/** A process ended in the middle of a task. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
  constructor(
    message: string,
    readonly outOfMemory: boolean,
  ) {
    super(message);
  }
}

/**
 * Processes that run tasks. A thread would not do: V8 ends the whole process when one thread's heap grows faster than the
 * thread can be stopped, and neither buffers nor WebAssembly count against a thread's limit.
 */
export interface WorkerProcesses {
  /** @throws WorkerDied */
  run(task: WorkerTask): Promise<unknown>;
  close(): Promise<void>;
}

interface Seat {
  readonly child: ChildProcess;
  /** what it said last on its standard error */
  said: string;
  idle: NodeJS.Timeout | undefined;
}

const mostSaid = 8192;

export function startWorkerProcesses(options: WorkerProcessesOptions): WorkerProcesses {
  const free: Seat[] = [];
  const all = new Set<Seat>();
  const waiting: { readonly task: WorkerTask; readonly take: (seat: Seat) => void }[] = [];
  let closed = false;

  const start = (): Seat => {
    const child = fork(fileURLToPath(builtModule('worker-process')), [options.program.href, String(options.memoryMb)], {
      execArgv: [`--max-old-space-size=${options.heapMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const seat: Seat = { child, said: '', idle: undefined };
    all.add(seat);
    child.stderr?.on('data', (said: Buffer) => {
      seat.said = (seat.said + said.toString()).slice(-mostSaid);
    });
    // A task may be on its way to a process that has just died; that it died is told by its end.
    child.on('error', () => {});
    child.once('exit', () => {
      all.delete(seat);
      clearTimeout(seat.idle);
      const at = free.indexOf(seat);
      if (at >= 0) free.splice(at, 1);
      next();
    });
    return seat;
  };
  /** Idle processes keep nobody alive. */
  const hold = ({ child }: Seat, held: boolean): void => {
    const stderr = child.stderr as (NodeJS.ReadableStream & { ref(): void; unref(): void }) | null;
    for (const one of [child, child.channel, stderr])
      if (held) one?.ref();
      else one?.unref();
  };
  const release = (seat: Seat): void => {
    if (!all.has(seat)) return;
    seat.said = '';
    free.push(seat);
    hold(seat, false);
    if (options.idleMs !== undefined) seat.idle = setTimeout(() => seat.child.kill('SIGKILL'), options.idleMs).unref();
    next();
  };
  const next = (): void => {
    while (waiting.length > 0 && !closed) {
      const seat = free.pop() ?? (all.size < options.processes ? start() : undefined);
      if (seat === undefined) return;
      clearTimeout(seat.idle);
      hold(seat, true);
      waiting.shift()!.take(seat);
    }
  };

  if (options.idleMs === undefined)
    for (let count = 0; count < options.processes; count += 1) {
      const seat = start();
      free.push(seat);
      hold(seat, false);
    }

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        const { signal } = task;
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const entry = {
          task,
          take: (seat: Seat) => {
            signal.removeEventListener('abort', giveUp);
            runIn(seat, task).then(resolve, reject);
          },
        };
        const giveUp = () => {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(signal.reason);
        };
        signal.addEventListener('abort', giveUp, { once: true });
        waiting.push(entry);
        next();
      }),
    close: async () => {
      closed = true;
      await Promise.all(
        [...all].map(async (seat) => {
          hold(seat, true);
          seat.child.kill('SIGKILL');
          await once(seat.child, 'exit');
        }),
      );
    },
  };

  async function runIn(seat: Seat, { task, onMessage, signal }: WorkerTask): Promise<unknown> {
    const { child } = seat;
    const send = (message: ToWorker) => {
      if (child.connected) child.send(message);
    };
    const kill = () => child.kill('SIGKILL');
    let listener: (message: FromWorker) => void = () => {};
    let onClose: (code: number | null, by: string | null) => void = () => {};
    try {
      return await new Promise((resolve, reject) => {
        listener = (message) => {
          if (message.kind === 'done') resolve(message.result);
          else onMessage(message.message, (answer) => send({ kind: 'answer', message: answer }));
        };
        // After `exit`, when all that it said has come.
        onClose = (code, by) => reject(signal.aborted ? signal.reason : deathOf(seat, code, by));
        child.on('message', listener);
        child.once('close', onClose);
        signal.addEventListener('abort', kill, { once: true });
        if (signal.aborted) kill();
        send({ kind: 'task', task });
      });
    } finally {
      child.off('message', listener);
      child.off('close', onClose);
      signal.removeEventListener('abort', kill);
      release(seat);
    }
  }
}

function deathOf({ said }: Seat, code: number | null, by: string | null): WorkerDied {
  const lines = said.trim().split('\n');
  const why = lines.find((line) => /^(?:\w*Error|FATAL)\b/.test(line)) ?? lines.at(-1) ?? '';
  return new WorkerDied(`${by ?? `status ${code}`} ${why}`.trim(), said.includes(outOfMemoryMark));
}
