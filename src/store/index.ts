import type { openArchive as open } from './open-archive.js';

export type * from './archive.js';
export type * from './graph/graph-questions.js';
export { holdsOriginal } from './originals.js';
export { type PreparedReport, prepareReport } from './prepare-report.js';
export type { ReportGraph } from './report-graph.js';
export { type AttentionReason, attentionOf } from './review/attention.js';
export { mentionIds, readMentionId } from './review/mention-place.js';
export type {
  CorrectionState,
  NewCorrection,
  ReviewedMention,
  ReviewFilter,
  ReviewItem,
} from './review/review-item.js';
export { packStage, unpackOutput } from './stage-outputs.js';

/** Loads the drivers and PGlite only now: the threads that prepare rows come through this door too. */
export const openArchive: typeof open = async (options) => (await import('./open-archive.js')).openArchive(options);
