// The stages themselves are left to the threads: loading readers and rules takes a second that no command should wait for.
export { processReport } from './process-report.js';
export type { ReportGraph, StageResult } from './run-stages.js';
export { createStagePool, type PooledReport, type StagePool, type StagePoolOptions } from './stage-pool.js';
export type { PreparedWork } from './stage-task.js';
