import type { Extraction, NormalizedReport, SourceDocument } from '../model/index.js';

/** Resolves a report's mentions to legal documents and edges. Pure: the same report gives the same result. */
export function normalizeReport(_document: SourceDocument, _extraction: Extraction): NormalizedReport {
  return { self: null, documents: [], citations: [], relations: [], diagnostics: [] };
}
