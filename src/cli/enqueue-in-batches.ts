import { setTimeout as sleep } from 'node:timers/promises';
import { enqueueReports, type QueueBackend } from '../queue/index.js';
import type { ReportId } from '../store/index.js';

/**
 * How long a batch gathers: adding thirty jobs at once costs the database little more than adding one (15 ms on PGlite).
 * The first is short, so that the processes have something to do; after it they have.
 */
const firstGatherMs = 40;
const gatherMs = 500;

export interface BatchedQueue {
  add(report: ReportId): void;
  /** settles when all that was added is in the queue, or has been given to `onTrouble` */
  flush(): Promise<void>;
}

/**
 * Adds jobs in batches.
 *
 * @param onTrouble the queue has lost its database; the rows are safe and tell later what to add
 */
export function enqueueInBatches(backend: QueueBackend, onTrouble: () => void): BatchedQueue {
  let gathered: ReportId[] = [];
  let running: Promise<void> | null = null;
  let first = true;
  async function run(): Promise<void> {
    await sleep(first ? firstGatherMs : gatherMs);
    first = false;
    while (gathered.length > 0) {
      const batch = gathered;
      gathered = [];
      await enqueueReports(backend, batch).catch(onTrouble);
    }
    running = null;
  }
  return {
    add(report) {
      gathered.push(report);
      running ??= run();
    },
    flush: async () => {
      await running;
    },
  };
}
