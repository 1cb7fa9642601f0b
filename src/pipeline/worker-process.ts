// The program of a worker process: it runs one task at a time, by the module that its arguments name, and ends itself
// when its memory passes the limit or when whoever started it has died.
import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type FromWorker, outOfMemoryMark, type TaskPort, type ToWorker } from './worker-message.js';

const [program = '', mostMb = '0'] = process.argv.slice(2);

// A thread of its own: the process may be in the middle of a file, and hear nothing. Buffers and WebAssembly are outside
// of the heap, so that only the size of the whole process tells.
const guard = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  setInterval(() => {
    if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL');
    if (process.memoryUsage.rss() < workerData.most) return;
    try { writeSync(2, workerData.mark); } catch {}
    process.kill(process.pid, 'SIGKILL');
  }, 50);
`;
new Worker(guard, {
  eval: true,
  workerData: { parent: process.ppid, most: Number(mostMb) * 2 ** 20, mark: outOfMemoryMark },
  stdout: true,
  stderr: true,
}).unref();

// Keys pressed in a terminal reach all its processes; when this one ends is for its owner to say.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());

const tell = (message: FromWorker): void => {
  process.send?.(message);
};
const { default: runTask } = (await import(program)) as { default: (task: object) => Promise<unknown> };
let port: TaskPort | null = null;

process.on('message', async (message: ToWorker) => {
  if (message.kind === 'answer') {
    port?.emit('message', message.message);
    return;
  }
  const own: TaskPort = Object.assign(new EventEmitter(), {
    postMessage: (said: unknown) => tell({ kind: 'message', message: said }),
  });
  port = own;
  tell({ kind: 'done', result: await runTask({ ...message.task, port: own }) });
});
