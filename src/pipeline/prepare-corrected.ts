import type { Correction } from '../model/index.js';
import { layOver } from '../normalize/index.js';
import { type PreparedReport, prepareReport } from '../store/index.js';
import type { ReportGraph } from './run-stages.js';

/** The rows of a report with people's corrections laid over what the rules found. Pure. */
export function prepareCorrected(graph: ReportGraph, corrections: readonly Correction[]): PreparedReport {
  if (corrections.length === 0) return prepareReport(graph);
  const { document, extraction, normalized } = graph;
  const { uses, ...corrected } = layOver(document, extraction, normalized, corrections);
  return prepareReport({ document, ...corrected }, uses);
}
