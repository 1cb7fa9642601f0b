import { extractCitations } from '../../../src/extract/citations/extract-citations.js';
import { scanMentions } from '../../../src/extract/citations/scan-mentions.js';
import {
  type Citation,
  emptyHeader,
  type Header,
  type Relation,
  type SourceDocument,
} from '../../../src/model/index.js';

/** A report of paragraphs; `notes` are footnotes by the paragraph that holds their mark ("¹" is looked for in it). */
export function report(
  paragraphs: readonly string[],
  notes: readonly { mark: string; text: string }[] = [],
): SourceDocument {
  const all = [
    ...paragraphs.map((text) => ({ text, note: -1 })),
    ...notes.map(({ mark, text }, note) => ({ text: `${mark} ${text}`, note })),
  ];
  const text = all.map((part) => part.text).join('\n');
  let at = 0;
  const blocks = all.map((part): SourceDocument['blocks'][number] => {
    const span = { start: at, end: at + part.text.length };
    at = span.end + 1;
    return part.note < 0
      ? { kind: 'paragraph', span, page: null, style: {} }
      : { kind: 'footnote', span, page: null, style: {}, note: part.note };
  });
  return {
    sha256: '0'.repeat(64),
    name: 'report.txt',
    mediaType: 'text/plain',
    bytes: text.length,
    pageCount: null,
    text,
    pages: [],
    blocks,
    tables: [],
    notes: notes.map(({ mark }, index) => ({
      kind: 'footnote',
      mark,
      anchor: { start: text.indexOf(mark), end: text.indexOf(mark) + 1 },
      blocks: [paragraphs.length + index],
    })),
    warnings: [],
  };
}

export function cite(
  paragraphs: string | readonly string[],
  header: Partial<Header> = {},
  notes: readonly { mark: string; text: string }[] = [],
  scan = scanMentions,
): { document: SourceDocument; citations: readonly Citation[]; relations: readonly Relation[] } {
  const document = report(typeof paragraphs === 'string' ? [paragraphs] : paragraphs, notes);
  const layout = {
    zones: document.blocks.map(() => 'body' as const),
    sections: document.blocks.map(() => null),
    headings: document.blocks.map(() => []),
  };
  const { citations, relations } = extractCitations(document, layout, { ...emptyHeader, ...header }, scan);
  return { document, citations, relations };
}
