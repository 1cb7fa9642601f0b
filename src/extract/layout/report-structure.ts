import type { SourceDocument } from '../../model/index.js';
import { type ReportClosing, reportClosing } from './report-closing.js';
import { type ReportHead, reportHead } from './report-head.js';
import { type ReportLine, reportLines } from './report-lines.js';
import { typeAtStart } from './type-line.js';

/** A report's lines with its opening and its closing. */
export interface ReportStructure {
  readonly lines: readonly ReportLine[];
  readonly head: ReportHead;
  readonly closing: ReportClosing;
}

// Layout and header ask for the same lines of the same document, one after the other.
const known = new WeakMap<SourceDocument, ReportStructure>();

/**
 * A text without any letterhead is a report when its first line names its type and somebody signs it; else a news item,
 * which nobody signs.
 */
function withoutLetterhead(lines: readonly ReportLine[], head: ReportHead, closing: ReportClosing): ReportStructure {
  const at = head.title[0];
  const name = at === undefined ? null : typeAtStart(lines[at]!.text);
  // Recipients and a signature are an office's, even where all that stood above the body is lost.
  if (at !== undefined && name === null && closing.recipients.length > 1 && closing.signature.length > 1)
    return { lines, head: { ...head, formal: true }, closing };
  if (at === undefined || name === null || closing.signature.length === 0)
    return { lines, head, closing: { recipients: [], signature: [], end: lines.length } };
  const { span, text } = lines[at]!;
  const rest = text.slice(name.length);
  return {
    lines,
    head: { ...head, type: { line: at, name }, titleInTypeLine: span.end - rest.trimStart().length, formal: true },
    closing,
  };
}

/** Reads a report's opening and closing. A news item has no closing. Pure; the last answers are kept. */
export function reportStructure(document: SourceDocument): ReportStructure {
  let structure = known.get(document);
  if (structure === undefined) {
    const lines = reportLines(document);
    const head = reportHead(lines);
    const closing = reportClosing(lines, head.end);
    structure = head.formal ? { lines, head, closing } : withoutLetterhead(lines, head, closing);
    known.set(document, structure);
  }
  return structure;
}
