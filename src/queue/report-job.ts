import type { JobsOptions } from 'bullmq';
import { z } from 'zod';

/** The one kind of job: take this report through its stages. Ids only; what the report says stays in the archive. */
export const reportJob = z.strictObject({ report: z.string().regex(/^[0-9a-f]{64}$/) });
export type ReportJob = z.infer<typeof reportJob>;

/** Reports, and those of them whose pages must be recognised first: a few scans must not keep a folder of texts waiting. */
export const queueNames = ['reports', 'recognition'] as const;
export type QueueName = (typeof queueNames)[number];

export const reportJobName = 'process';

/** How often a failure that may pass by itself is tried again before the report counts as failed. */
export const attempts = 3;

export const jobOptions: JobsOptions = {
  attempts,
  backoff: { type: 'exponential', delay: 1000 },
  // The archive's row says how the report ended. A finished job is only in the way: its id must be free for `retry`.
  removeOnComplete: true,
  removeOnFail: true,
};

/**
 * The job's id is the report's, so that adding it again while it waits, runs or backs off changes nothing, whichever
 * process adds it. (With the attempt in it, a second process that reads the row while the first is at work would see a
 * new attempt and run the report twice.) The letter keeps it from being all digits, which BullMQ refuses.
 */
export const jobIdOf = (report: string): string => `r${report}`;
