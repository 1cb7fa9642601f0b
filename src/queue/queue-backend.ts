import { createPostgresBackend, createRedisBackend, type JobsOptions, type JobType, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { QueueConnection } from '../store/index.js';
import { type QueueName, queueNames, type ReportJob } from './report-job.js';

/** Where jobs are kept: in the archive's own database, or in Redis. */
export type QueuePlace =
  | { readonly kind: 'postgres'; readonly connection: QueueConnection }
  | { readonly kind: 'redis'; readonly url: string; readonly prefix: string };

/** What is asked of a queue. */
export interface JobQueue {
  addBulk(jobs: { name: string; data: ReportJob; opts: JobsOptions & { jobId: string } }[]): Promise<unknown>;
  obliterate(options: { force: boolean }): Promise<void>;
  getJobCounts(...types: JobType[]): Promise<Record<string, number>>;
}

export interface JobWorker {
  /** settles when the running jobs have ended */
  close(): Promise<void>;
}

export interface JobWorkerOptions {
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
  readonly runRetryDelay: number;
  readonly drainDelay: number;
}

/** What differs between the places: how a queue and a worker are made. Everything after that is the same code. */
export interface QueueBackend {
  readonly queues: Readonly<Record<QueueName, JobQueue>>;
  /** `process` throws to have the job tried again, or UnrecoverableError to have it dropped */
  worker(
    name: QueueName,
    process: (job: { data: unknown; attemptsMade: number }) => Promise<void>,
    options: JobWorkerOptions,
  ): JobWorker;
  close(): Promise<void>;
}

/**
 * Opens the queue of reports.
 *
 * @param onError trouble with the connection, which both kinds mend by themselves
 */
export function openQueueBackend(place: QueuePlace, onError: (error: Error) => void): QueueBackend {
  switch (place.kind) {
    case 'postgres': {
      const { Queue, Worker } = withBackend(createPostgresBackend);
      const connection = { ...place.connection, Client: QuietClient, schema: 'bullmq', migrate: true, max: 4 };
      const queues = queuesOf((name) => {
        const queue = new Queue<ReportJob>(name, { connection });
        queue.on('error', onError);
        return queue;
      });
      return {
        queues,
        worker: (name, process, options) => {
          const worker = new Worker(name, process, { ...options, connection });
          worker.on('error', onError);
          return worker;
        },
        close: async () => {
          for (const name of queueNames) await queues[name].close();
        },
      };
    }
    case 'redis': {
      const { Queue, Worker } = withBackend(createRedisBackend);
      // BullMQ asks for null: a command waits for the server to come back instead of failing after some tries.
      const connection = new Redis(place.url, { maxRetriesPerRequest: null });
      connection.on('error', onError);
      const queues = queuesOf((name) => {
        const queue = new Queue<ReportJob>(name, { connection, prefix: place.prefix });
        queue.on('error', onError);
        return queue;
      });
      return {
        queues,
        worker: (name, process, options) => {
          const worker = new Worker(name, process, { ...options, connection, prefix: place.prefix });
          worker.on('error', onError);
          return worker;
        },
        close: async () => {
          for (const name of queueNames) await queues[name].close();
          connection.disconnect();
        },
      };
    }
  }
}

const queuesOf = <Queue>(open: (name: QueueName) => Queue): Record<QueueName, Queue> => ({
  reports: open('reports'),
  recognition: open('recognition'),
});

/**
 * A connection that drops while it is held for a transaction fails its query and emits an error as well; `pg` takes its
 * own listener away meanwhile, and the program would end.
 */
class QuietClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}
