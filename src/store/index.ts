import type { openArchive as open } from './open-archive.js';

export type { IssuerLink, IssuerRecord } from '../text/authority/issuer-record.js';
export type * from './archive.js';
export type * from './exported-records.js';
export type * from './graph/graph-questions.js';
export type { ByOtherReports } from './identity/weigh-siblings.js';
export type * from './index-pieces.js';
export type * from './intake.js';
export type * from './issuer-detail.js';
export type * from './legal-document-detail.js';
export { holdsOriginal } from './originals.js';
export { type PreparedReport, prepareReport } from './prepare-report.js';
export type { ReportGraph } from './report-graph.js';
export type { ReportId } from './report-id.js';
export type * from './report-work.js';
export { type AttentionReason, attentionOf } from './review/attention.js';
export { mentionIds, readMentionId } from './review/mention-place.js';
export type {
  CorrectionState,
  NewCorrection,
  ReviewedMention,
  ReviewFilter,
  ReviewItem,
} from './review/review-item.js';
export type { SearchFilter } from './search-filter.js';
export type * from './search-questions.js';
export { packStage, unpackOutput } from './stage-outputs.js';
export type * from './stored-report.js';

/** Loads the drivers and PGlite only now: the threads that prepare rows come through this door too. */
export const openArchive: typeof open = async (options) => (await import('./open-archive.js')).openArchive(options);
