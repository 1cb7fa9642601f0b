import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleDocument, type DraftBlock, type DraftDocument } from '../../src/ingest/draft.js';
import { pageAt, quoteOf, sourceDocument } from '../../src/model/index.js';

const draftOf = (blocks: readonly DraftBlock[], more: Partial<DraftDocument> = {}): DraftDocument => ({
  sha256: '0'.repeat(64),
  name: 'a.txt',
  mediaType: 'text/plain',
  bytes: 1,
  pageCount: null,
  blocks,
  tables: [],
  notes: [],
  warnings: [],
  ...more,
});
const paragraph = (...texts: string[]): DraftBlock => ({
  kind: 'paragraph',
  runs: texts.map((text) => ({ text, page: null })),
  style: {},
});
const textOf = (...texts: string[]) => assembleDocument(draftOf([paragraph(...texts)])).text;

describe('assembleDocument', () => {
  it.each([
    ['a mark cut off from its letter', ['Nghi', '\u0323', ' đi\u0323nh'], 'Nghị định'],
    ['no-break spaces and tabs', ['Số:\u00a0\u00a0 12', '\t/BC'], 'Số: 12 /BC'],
    ['no-break hyphens', ['QĐ\u2011UBND'], 'QĐ-UBND'],
    ['soft hyphens and zero-width marks', ['quyết\u00ad đ\u200bịnh\ufeff'], 'quyết định'],
    ['spaces around line breaks', ['1085/QĐ-UBND ', '\n', '  ngày 15'], '1085/QĐ-UBND\nngày 15'],
    ['spaces at both ends', ['  ', ' Điều 1 ', ' '], 'Điều 1'],
  ])('cleans %s', (_, texts, expected) => expect(textOf(...texts)).toBe(expected));

  it('drops blocks without text and puts one line break between the rest', () => {
    const { text, blocks } = assembleDocument(draftOf([paragraph('A'), paragraph(' \n'), paragraph('B')]));
    expect(text).toBe('A\nB');
    expect(blocks.map(({ span }) => quoteOf(text, span))).toEqual(['A', 'B']);
  });

  it('separates the cells of a data row by a tab and finds the blocks of each cell', () => {
    const cell = (row: number, column: number, text: string): DraftBlock => ({
      ...paragraph(text),
      kind: 'table-cell',
      cell: { table: 0, row, column },
    });
    const place = (row: number, column: number) => ({ row, column, rowSpan: 1, columnSpan: 1, header: row === 0 });
    const { text, tables } = assembleDocument(
      draftOf([cell(0, 0, 'TT'), cell(0, 1, 'Chỉ tiêu'), cell(1, 0, '1'), cell(1, 1, 'Hộ'), cell(1, 1, 'nghèo')], {
        tables: [
          {
            rows: 2,
            columns: 2,
            kind: 'data',
            page: null,
            cells: [place(0, 0), place(0, 1), place(1, 0), place(1, 1)],
          },
        ],
      }),
    );
    expect(text).toBe('TT\tChỉ tiêu\n1\tHộ\nnghèo');
    expect(tables[0]!.cells.map((c) => c.blocks)).toEqual([[0], [1], [2], [3, 4]]);
  });

  it('knows the page of each run and the place of each note mark', () => {
    const document = assembleDocument(
      draftOf(
        [
          {
            kind: 'paragraph',
            style: {},
            runs: [
              { text: 'đã ban hành kế hoạch', page: 1 },
              { text: '¹', page: 1, anchorOf: 0 },
              { text: ' để thực hiện', page: 2 },
            ],
          },
          { kind: 'footnote', style: {}, note: 0, runs: [{ text: '¹ Kế hoạch số 5/KH-SNV', page: 1 }] },
        ],
        { pageCount: 2, notes: [{ kind: 'footnote', mark: '1' }] },
      ),
    );
    expect(quoteOf(document.text, document.notes[0]!.anchor!)).toBe('¹');
    expect(document.notes[0]!.blocks).toEqual([1]);
    expect(pageAt(document, document.text.indexOf('để'))).toBe(2);
    expect(pageAt(document, document.text.indexOf('5/KH'))).toBe(1);
  });

  it('gives NFC text and disjoint, ordered spans for whatever runs', () => {
    const runs = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('ơ\u0301', '\u0323', ' ', '\n', '\t')),
    );
    fc.assert(
      fc.property(fc.array(runs), (blocks) => {
        const document = assembleDocument(draftOf(blocks.map((texts) => paragraph(...texts))));
        sourceDocument.parse(document);
        expect(document.text).toBe(document.text.normalize('NFC'));
        let end = -1;
        for (const { span } of document.blocks) {
          expect(span.start).toBe(end + 1);
          expect(quoteOf(document.text, span).trim()).not.toBe('');
          end = span.end;
        }
      }),
    );
  });
});
