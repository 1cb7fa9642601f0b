import { readPdf } from '../../../src/ingest/pdf/read-pdf.js';
import { defaultLimits } from '../../../src/ingest/reader.js';
import type { SourceDocument } from '../../../src/model/index.js';
import { type DrawnPage, type DrawnText, drawPdf } from './draw-pdf.js';

/** Reads bytes as the pipeline does. */
export const read = (bytes: Uint8Array, limits = defaultLimits): Promise<SourceDocument> =>
  readPdf({ bytes, name: 'test.pdf', sha256: '0'.repeat(64), limits });

export const readPages = (...pages: DrawnPage[]): Promise<SourceDocument> => read(drawPdf(pages));

/** The texts of the blocks, of one kind when named. */
export const texts = (document: SourceDocument, kind?: string): string[] =>
  document.blocks
    .filter((block) => kind === undefined || block.kind === kind)
    .map((block) => document.text.slice(block.span.start, block.span.end));

/** Lines of text one under the other, 20 points apart. */
export const lines = (x: number, y: number, ...all: string[]): DrawnText[] =>
  all.map((text, index) => ({ text, x, y: y + index * 20 }));

export const codesOf = (document: SourceDocument): string[] => document.warnings.map(({ code }) => code);
