import type { ListLabel } from './read-numbering.js';
import type { ParagraphStyle } from './read-styles.js';

/** What Word knows of a paragraph and mammoth does not tell. */
export interface ParagraphFacts {
  readonly style: ParagraphStyle;
  readonly label: ListLabel | null;
  /** 0..8, from the paragraph or its style; null for body text */
  readonly outlineLevel: number | null;
  /** the innermost table it stands in, an index into `tables` */
  readonly table: number | null;
}

export interface TableFacts {
  /** whether any line is drawn, by the table, its cells or its style */
  bordered: boolean;
}

/** A part as mammoth reads it, with the facts of its paragraphs and tables beside it. */
export interface PreparedPart {
  /** the part, with a bookmark named `markName` in each paragraph, and rewritten where mammoth would drop text */
  readonly xml: string;
  readonly paragraphs: readonly ParagraphFacts[];
  readonly tables: readonly TableFacts[];
}

/** The bookmark that ties a paragraph of mammoth's tree to its facts. */
export const markName = (part: string, index: number): string => `trichluc:${part}:${index}`;
export const markPattern = /^trichluc:(\w):(\d+)$/;
/** The bookmark right before a note mark that the author typed himself. */
export const customMark = 'trichluc:mark';
