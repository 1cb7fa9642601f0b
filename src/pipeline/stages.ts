import { extract, extractVersion } from '../extract/index.js';
import {
  defaultLimits,
  ingestVersion,
  type OfficeConverter,
  type ReadLimits,
  type RecognitionOptions,
  readDocument,
} from '../ingest/index.js';
import {
  type Extraction,
  extraction,
  type NormalizedReport,
  normalizedReport,
  type SourceDocument,
  sourceDocument,
} from '../model/index.js';
import { normalizeReport, normalizeVersion } from '../normalize/index.js';
import type { Stage } from './stage.js';

/** A whole file in memory and its name without folder. */
export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits?: ReadLimits;
  readonly office?: OfficeConverter;
  readonly recognition?: RecognitionOptions;
}

export const ingestStage: Stage<ReportFile, SourceDocument> = {
  name: 'ingest',
  version: ingestVersion,
  schema: sourceDocument,
  run: ({ limits, ...file }) => readDocument(file, limits ?? defaultLimits),
  diagnosticsOf: (document) => document.warnings,
};

// A stage's stored version is its own plus those before it: each of them only ever rises, so the sum names one state of
// the rules, and an extraction made from an older reading of the file is never taken for a current one.
export const extractStage: Stage<SourceDocument, Extraction> = {
  name: 'extract',
  version: ingestStage.version + extractVersion,
  schema: extraction,
  run: (document) => extract(document),
  diagnosticsOf: (found) => found.diagnostics,
};

export const normalizeStage: Stage<
  { readonly document: SourceDocument; readonly extraction: Extraction },
  NormalizedReport
> = {
  name: 'normalize',
  version: extractStage.version + normalizeVersion,
  schema: normalizedReport,
  run: ({ document, extraction }) => normalizeReport(document, extraction),
  diagnosticsOf: (normalized) => normalized.diagnostics,
};

/** Names and versions in the order they run. */
export const stages = [ingestStage, extractStage, normalizeStage].map(({ name, version }) => ({ name, version }));
