import { assembleDocument } from '../../src/ingest/draft.js';
import type { BlockStyle, SourceDocument } from '../../src/model/index.js';

/** A block of a test: its text, or text with what its format says of it. */
export type TestBlock =
  | string
  | {
      readonly text: string;
      readonly style?: BlockStyle;
      readonly kind?: 'heading' | 'footnote';
      readonly cell?: readonly [number, number];
    };

/** A document of the blocks given; blocks with a cell make one two-column layout table. */
export function documentOf(...blocks: readonly TestBlock[]): SourceDocument {
  const cells = blocks.flatMap((block) => (typeof block === 'string' || block.cell === undefined ? [] : [block.cell]));
  return assembleDocument({
    sha256: '0'.repeat(64),
    name: 'report.txt',
    mediaType: 'text/plain',
    bytes: 1,
    pageCount: null,
    blocks: blocks.map((block) => {
      const {
        text,
        style = {},
        kind,
        cell,
      } = typeof block === 'string' ? ({ text: block } as Exclude<TestBlock, string>) : block;
      return {
        kind: kind ?? (cell === undefined ? 'paragraph' : 'table-cell'),
        runs: [{ text, page: null }],
        style,
        ...(cell === undefined ? {} : { cell: { table: 0, row: cell[0], column: cell[1] } }),
      };
    }),
    tables:
      cells.length === 0
        ? []
        : [
            {
              rows: 1 + Math.max(...cells.map(([row]) => row)),
              columns: 2,
              kind: 'layout',
              page: null,
              cells: cells.map(([row, column]) => ({ row, column, rowSpan: 1, columnSpan: 1, header: false })),
            },
          ],
    notes: [],
    warnings: [],
  });
}
