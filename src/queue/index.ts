export { countFormerKeys, formerPrefix } from './former-keys.js';
export { openQueueBackend, type QueueBackend, type QueuePlace } from './queue-backend.js';
export { countJobs, enqueueMissing, enqueueReports, forgetJobs } from './report-queue.js';
export { type ReportEnd, type ReportWorker, type ReportWorkerOptions, startReportWorker } from './report-worker.js';
