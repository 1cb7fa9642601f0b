import { describe, expect, it } from 'vitest';
import { extractQuantities } from '../../../src/extract/quantities/extract-quantities.js';
import { documentOf, paragraphs, plainLayout } from './read-paragraphs.js';

const troubles = (document: ReturnType<typeof paragraphs>) =>
  extractQuantities(document, plainLayout(document), []).diagnostics.map(
    ({ code, span }) => `${code} ${document.text.slice(span!.start, span!.end)}`,
  );

describe('figures held against each other', () => {
  it.each([
    ['có 10/20 hộ đăng ký, đạt 100%', 'quantities/percent-contradicts-ratio 100%'],
    ['có 10/20 hộ (80%) đăng ký', 'quantities/percent-contradicts-ratio 80%'],
    ['có 10/20 hộ đăng ký, đạt 50%'],
    ['có 9/14 vụ, chiếm 64,3%'],
    ['có 10/20 hộ đăng ký, đạt 90% kế hoạch'],
    ['có 10/20 hộ, tăng 15% so với năm trước'],
    ['có 8/12 xã tỷ lệ hộ dùng nước sạch đạt 100%'],
    ['có 8/12 xã đạt chuẩn. Tỷ lệ hộ nghèo 5%'],
    ['khen 07 cá nhân, gồm 05 cá nhân ở xã, 01 cá nhân ở huyện', 'quantities/parts-contradict-sum 07 cá nhân'],
    ['khen 06 cá nhân, gồm 05 cá nhân ở xã, 01 cá nhân ở huyện'],
    ['khen 06 cá nhân, trong đó 02 cá nhân ở xã, 01 cá nhân ở huyện'],
    ['khen 06 cá nhân, trong đó 05 cá nhân ở xã, 04 cá nhân ở huyện', 'quantities/parts-contradict-sum 06 cá nhân'],
    ['khen 06 cá nhân, gồm 02 tập thể cũ, 01 tập thể mới'],
    ['khen hơn 06 cá nhân, gồm 05 cá nhân ở xã, 04 cá nhân ở huyện'],
  ])('%s', (text, ...records) => {
    expect(troubles(paragraphs(text))).toEqual(records);
  });

  const table = (...rows: readonly (readonly string[])[]) =>
    documentOf({
      blocks: rows.flatMap((cells, row) =>
        cells.map((text, column) => ({
          kind: 'table-cell' as const,
          runs: [{ text, page: null }],
          style: {},
          cell: { table: 0, row, column },
        })),
      ),
      tables: [
        {
          rows: rows.length,
          columns: rows[0]!.length,
          kind: 'data',
          page: null,
          cells: rows.flatMap((cells, row) =>
            cells.map((_, column) => ({ row, column, rowSpan: 1, columnSpan: 1, header: row === 0 })),
          ),
        },
      ],
    });
  const head = ['Xã', 'Số hộ', 'Tỷ lệ (%)'];

  it('adds up the rows of a table under its total', () => {
    expect(troubles(table(head, ['An Phú', '12', '40'], ['An Tân', '18', '60'], ['Tổng cộng', '31', '100']))).toEqual([
      'quantities/total-contradicts-rows 31',
    ]);
    expect(troubles(table(head, ['An Phú', '12', '40'], ['An Tân', '18', '60'], ['Tổng cộng', '30', '99']))).toEqual(
      [],
    );
    expect(troubles(table(head, ['Tổng số', '30', ''], ['An Phú', '12', '40'], ['An Tân', '18', '60']))).toEqual([]);
  });

  it('leaves tables with sub-totals and with worded cells alone', () => {
    expect(
      troubles(table(head, ['I. Miền núi', '12', ''], ['An Tân', '12', ''], ['An Hòa', '18', ''], ['Cộng', '30', ''])),
    ).toEqual([]);
    expect(
      troubles(table(head, ['An Phú', '12', ''], ['An Tân', '18', ''], ['An Hòa', '7 (6:1)', ''], ['Cộng', '37', ''])),
    ).toEqual([]);
  });
});
