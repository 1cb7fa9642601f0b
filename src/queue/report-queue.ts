import type { Archive, ReportId } from '../store/index.js';
import type { QueueBackend } from './queue-backend.js';
import { jobIdOf, jobOptions, type QueueName, queueNames, reportJobName } from './report-job.js';

/** A report whose work began this often and never ended takes the program down with it: it is not tried again. */
const mostStarts = 10;
const batch = 500;

/** Adds jobs for these reports; those that have one already keep it. */
export async function enqueueReports(
  backend: QueueBackend,
  reports: readonly ReportId[],
  name: QueueName = 'reports',
): Promise<void> {
  for (let start = 0; start < reports.length; start += batch)
    await backend.queues[name].addBulk(
      reports.slice(start, start + batch).map((report) => ({
        name: reportJobName,
        data: { report },
        opts: { ...jobOptions, jobId: jobIdOf(report) },
      })),
    );
}

/**
 * Holds the archive's rows against the queue and adds what is missing. The rows are the truth: a queue that was lost, or
 * never heard of a report because the program was killed in between, is made whole here.
 *
 * @returns the reports that wait or are being worked on
 */
export async function enqueueMissing(backend: QueueBackend, archive: Archive): Promise<readonly ReportId[]> {
  const waiting: Record<QueueName, ReportId[]> = { reports: [], recognition: [] };
  for await (const row of archive.pending()) {
    if (row.attempts >= mostStarts)
      await archive.markFailed(row.id, {
        code: 'internal',
        message: `${row.name}: its work began ${row.attempts} times and never ended`,
      });
    else waiting[row.recognitionPages === null ? 'reports' : 'recognition'].push(row.id);
  }
  for (const name of queueNames) await enqueueReports(backend, waiting[name], name);
  return [...waiting.reports, ...waiting.recognition];
}

/** Forgets every job. Only for the one process that holds an archive: jobs of dead processes would keep their locks. */
export async function forgetJobs(backend: QueueBackend): Promise<void> {
  for (const name of queueNames) await backend.queues[name].obliterate({ force: true });
}

/** How many jobs wait (delayed ones among them) and run. */
export async function countJobs(backend: QueueBackend): Promise<{ readonly waiting: number; readonly active: number }> {
  let [waiting, active] = [0, 0];
  for (const name of queueNames) {
    const counts = await backend.queues[name].getJobCounts('waiting', 'active', 'delayed');
    waiting += (counts['waiting'] ?? 0) + (counts['delayed'] ?? 0);
    active += counts['active'] ?? 0;
  }
  return { waiting, active };
}
