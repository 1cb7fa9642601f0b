import type { Extraction, NormalizedReport, SourceDocument } from '../model/index.js';

/** What the pipeline made of one report. */
export interface ReportGraph {
  readonly document: SourceDocument;
  readonly extraction: Extraction;
  readonly normalized: NormalizedReport;
}
