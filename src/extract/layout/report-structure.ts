import type { SourceDocument } from '../../model/index.js';
import { type ReportClosing, reportClosing } from './report-closing.js';
import { type ReportHead, reportHead } from './report-head.js';
import { type ReportLine, reportLines } from './report-lines.js';

/** A report's lines with its opening and its closing. */
export interface ReportStructure {
  readonly lines: readonly ReportLine[];
  readonly head: ReportHead;
  readonly closing: ReportClosing;
}

// Layout and header ask for the same lines of the same document, one after the other.
const known = new WeakMap<SourceDocument, ReportStructure>();

/** Reads a report's opening and closing. A news item has no closing. Pure; the last answers are kept. */
export function reportStructure(document: SourceDocument): ReportStructure {
  let structure = known.get(document);
  if (structure === undefined) {
    const lines = reportLines(document);
    const head = reportHead(lines);
    const closing = head.formal ? reportClosing(lines, head.end) : { recipients: [], signature: [], end: lines.length };
    structure = { lines, head, closing };
    known.set(document, structure);
  }
  return structure;
}
