import type { SourceDocument } from '../model/index.js';
import { classifyLine } from './layout/classify-line.js';
import { reportClosing } from './layout/report-closing.js';
import type { ReportLine } from './layout/report-lines.js';
import { reportStructure } from './layout/report-structure.js';
import { followSections } from './layout/section-stack.js';
import type { Zone } from './layout/zone.js';

export type { Zone } from './layout/zone.js';

/** The report's own structure, once for all extractors; every array has one entry a block. */
export interface Layout {
  readonly zones: readonly Zone[];
  /** path of the nearest heading ("II.2.1.a"); null before the first */
  readonly sections: readonly (string | null)[];
  /** the words of the enclosing headings, outermost first, without their numbers */
  readonly headings: readonly (readonly string[])[];
}

/** Finds zones, sections and headings of a report. Pure; linear in the number of blocks. */
export function analyseLayout(document: SourceDocument): Layout {
  const zones = findZones(document);
  return { zones, ...followSections(document, zones) };
}

function findZones(document: SourceDocument): readonly Zone[] {
  const { lines, head, closing } = reportStructure(document);
  const zones: Zone[] = document.blocks.map(({ kind }) => (kind === 'header' || kind === 'footer' ? 'stamp' : 'body'));
  const set = (ats: readonly number[], zone: Zone) => {
    // A block of several lines is what its first line is.
    for (const at of [...ats].reverse()) {
      const { block, span } = lines[at]!;
      zones[block] = zone;
      // A line whose first word was broken off lies in two blocks.
      for (let next = block + 1; (document.blocks[next]?.span.start ?? span.end) < span.end; next++) zones[next] = zone;
    }
  };
  lines.forEach((line, at) => {
    if (line.text.length <= 120 && classifyLine(line) === 'stamp' && (at < head.end || line.lane !== null)) {
      zones[line.block] = 'stamp';
    }
  });
  if (head.formal) {
    markAnnex(document, lines, closing.end, zones);
    // What is annexed may be signed again: its recipients and signatures are no more body than the first ones.
    for (
      let next = closing;
      next.signature.length + next.recipients.length > 0;
      next = reportClosing(lines, next.end)
    ) {
      set(next.signature, 'signature');
      set(next.recipients, 'recipients');
      if (next.end >= lines.length) break;
    }
  }
  const ofHead = new Map<number, Zone>();
  for (const at of head.letterhead) ofHead.set(at, 'letterhead');
  for (const at of head.title) ofHead.set(at, 'title');
  for (const at of head.addressees) ofHead.set(at, 'addressee');
  for (const [at, zone] of [...ofHead].sort(([a], [b]) => b - a)) set([at], zone);
  return zones;
}

/** Everything below the main document's closing but its notes. */
function markAnnex(document: SourceDocument, lines: readonly ReportLine[], end: number, zones: Zone[]): void {
  if (end >= lines.length) return;
  const from = Math.max(lines[end]!.span.start, lines[end - 1]!.span.end);
  document.blocks.forEach((block, index) => {
    if (block.span.start >= from && block.kind !== 'footnote' && zones[index] === 'body') zones[index] = 'annex';
  });
}
