export type { RecognitionOptions } from '../ingest/index.js';
export { findOffice, type Office } from './office/find-office.js';
export {
  type ClosableConverter,
  createOfficeConverter,
  type OfficeConverterOptions,
} from './office/office-converter.js';
export { processReport } from './process-report.js';
export type { ReportGraph, StageResult } from './run-stages.js';
export {
  createStagePool,
  outsideHeapMb,
  type PooledReport,
  type StagePool,
  type StagePoolOptions,
} from './stage-pool.js';
export type { PreparedWork, Unpacked, UnpackedFile } from './stage-task.js';
export type { FileSurvey } from './survey-file.js';

/** The stages themselves. Loaded on demand: readers and rules take a second, and most commands leave them to the processes. */
export const loadStages = () => import('./stages.js');

/** What lays people's corrections over stored reports. Loaded on demand, as the stages are. */
export const loadCorrections = () => import('./lay-corrections.js');
