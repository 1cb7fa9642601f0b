import type { EventEmitter } from 'node:events';

/** What a task of a worker process talks through; answers come as `message` events. */
export interface TaskPort extends EventEmitter {
  postMessage(message: unknown): void;
}

export type ToWorker =
  | { readonly kind: 'task'; readonly task: Readonly<Record<string, unknown>> }
  | { readonly kind: 'answer'; readonly message: unknown };

export type FromWorker =
  | { readonly kind: 'message'; readonly message: unknown }
  | { readonly kind: 'done'; readonly result: unknown };

/** Written to standard error by a process that ends itself for its memory, and by V8 when it does. */
export const outOfMemoryMark = 'heap out of memory';
