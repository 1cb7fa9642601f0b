import type { Layout } from '../../../src/extract/layout.js';
import { extractQuantities } from '../../../src/extract/quantities/extract-quantities.js';
import { assembleDocument, type DraftDocument } from '../../../src/ingest/draft.js';
import type { Quantity, SourceDocument, TextSpan } from '../../../src/model/index.js';
import { diagnostic, quantity } from '../../../src/model/index.js';

const empty = {
  sha256: '0'.repeat(64),
  name: 'bao-cao.txt',
  mediaType: 'text/plain',
  bytes: 0,
  pageCount: null,
  notes: [],
  warnings: [],
} as const;

export const documentOf = (draft: Pick<DraftDocument, 'blocks' | 'tables'>): SourceDocument =>
  assembleDocument({ ...empty, ...draft });

export const paragraphs = (...texts: string[]): SourceDocument =>
  documentOf({
    blocks: texts.map((text) => ({ kind: 'paragraph', runs: [{ text, page: null }], style: {} })),
    tables: [],
  });

export const plainLayout = (document: SourceDocument, headings: readonly string[] = []): Layout => ({
  zones: document.blocks.map(() => 'body'),
  sections: document.blocks.map(() => null),
  headings: document.blocks.map(() => headings),
});

/** Reads a document and checks what holds of every record. */
export function quantitiesOf(
  document: SourceDocument,
  { layout = plainLayout(document), claimed = [] as readonly TextSpan[] } = {},
): readonly Quantity[] {
  const { quantities, diagnostics } = extractQuantities(document, layout, claimed);
  for (const trouble of diagnostics) diagnostic.parse(trouble);
  for (const record of quantities) {
    quantity.parse(record);
    const block = document.blocks[record.block]!;
    if (document.text.slice(record.span.start, record.span.end) !== record.quote) throw new Error('span misquotes');
    if (record.span.start < block.span.start || record.span.end > block.span.end)
      throw new Error('quote leaves its block');
  }
  return quantities;
}

export const read = (text: string): readonly Quantity[] => quantitiesOf(paragraphs(text));

/** One line a record: "change 5.2 % up", "count 15..20 người", "ratio 12/15 xã", "money 9000000000 đồng over". */
export const line = (q: Quantity): string =>
  [
    q.kind,
    `${q.exact}${q.valueMax === null ? '' : `..${q.valueMax}`}${q.of === null ? '' : `/${q.of}`}`,
    q.unit,
    q.direction,
    q.modifier === 'exact' ? null : q.modifier,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ');
