export { processReport } from './process-report.js';
export { type ReportGraph, runStages, type StageResult, type StageRun } from './run-stages.js';
export type { Stage } from './stage.js';
export { createStagePool, type PooledReport, type StagePool, type StagePoolOptions } from './stage-pool.js';
export type { PreparedWork } from './stage-task.js';
export { extractStage, ingestStage, normalizeStage, type ReportFile, stages } from './stages.js';
