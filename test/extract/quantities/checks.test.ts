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
    ['kế hoạch 120 ha, thực hiện 135 ha, đạt 150% kế hoạch', 'quantities/percent-contradicts-ratio 150%'],
    ['kế hoạch 120 ha, thực hiện 135 ha, đạt 112,5% kế hoạch'],
    ['kế hoạch 120 ha, thực hiện 135 ha, tăng 15% so với cùng kỳ'],
    ['kế hoạch 120 ha, thực hiện 135 ha; trồng rừng đạt 80% kế hoạch'],
    ['kế hoạch 120 ha, thực hiện 135 tấn, đạt 80% kế hoạch'],
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

  it('adds up sub-totals without counting anything twice', () => {
    const nested = (first: string, second: string, total: string) =>
      table(
        ['TT', 'Nội dung', 'Số hộ', 'Số khẩu'],
        ['', 'Tổng số', total, '200'],
        ['I', 'Miền núi', first, '120'],
        ['1', 'An Tân', '12', '50'],
        ['', '- Trong đó: hộ nghèo', '9', '40'],
        ['2', 'An Hòa', '18', '70'],
        ['II', 'Đồng bằng', second, '80'],
        ['1', 'Phú Lộc', '25', '60'],
        ['2', 'Phú Thọ', '5', '20'],
      );
    expect(troubles(nested('30', '30', '60'))).toEqual([]);
    expect(troubles(nested('30', '30', '120'))).toEqual(['quantities/total-contradicts-rows 120']);
    expect(troubles(nested('31', '30', '61'))).toEqual(['quantities/total-contradicts-rows 31']);
    // A group without figures of its own is what stands under it.
    expect(troubles(nested('', '', '60'))).toEqual([]);
    expect(troubles(nested('', '30', '59'))).toEqual(['quantities/total-contradicts-rows 59']);
  });

  it('does not take the chief parts of a row for all of them', () => {
    expect(
      troubles(
        table(
          ['Chỉ tiêu', 'Diện tích (ha)', 'Sản lượng (tấn)'],
          ['1. Cây hằng năm', '100', '400'],
          ['- Lúa', '60', '300'],
          ['- Ngô', '30', '50'],
          ['2. Cây lâu năm', '50', '90'],
        ),
      ),
    ).toEqual([]);
  });

  it('adds up no rates, means or columns of several units', () => {
    expect(
      troubles(
        table(
          ['Xã', 'Năng suất (tạ/ha)', 'Thu nhập bình quân (triệu đồng)', 'Lũy kế số hộ'],
          ['An Phú', '50', '40', '12'],
          ['An Tân', '60', '60', '15'],
          ['Tổng cộng', '55', '50', '27'],
        ),
      ),
    ).toEqual([]);
  });

  it('holds a row’s percentage against its result and its plan', () => {
    const plan = ['Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ (%)'];
    expect(troubles(table(plan, ['Số hộ thoát nghèo', '40', '30', '75'], ['Số lớp mở mới', '4', '3', '80']))).toEqual([
      'quantities/percent-contradicts-ratio 80',
    ]);
    expect(
      troubles(
        table(['Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'So cùng kỳ (%)'], ['Số hộ thoát nghèo', '40', '30', '112']),
      ),
    ).toEqual([]);
    // Both are rounded: 0,3 may be 0,34, and 0,1 may be 0,06.
    expect(troubles(table(plan, ['Diện tích (ha)', '0,3', '0,1', '25']))).toEqual([]);
    expect(troubles(table(['Chỉ tiêu', 'Năm 2022', 'Năm 2023', 'Tỷ lệ (%)'], ['Số hộ', '40', '30', '9']))).toEqual([]);
  });

  it('leaves tables of mixed levels and with worded cells alone', () => {
    expect(
      troubles(table(head, ['I. Miền núi', '12', ''], ['An Tân', '12', ''], ['An Hòa', '18', ''], ['Cộng', '99', ''])),
    ).toEqual([]);
    expect(
      troubles(table(head, ['An Phú', '12', ''], ['An Tân', '18', ''], ['An Hòa', '7 (6:1)', ''], ['Cộng', '37', ''])),
    ).toEqual([]);
  });
});
