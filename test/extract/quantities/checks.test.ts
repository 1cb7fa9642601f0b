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
    // the ratio in brackets behind its percentage
    ['Tỷ lệ thôn có sân chơi đạt 80% (8/15 thôn).', 'quantities/percent-contradicts-ratio 80%'],
    ['Tỷ lệ thôn có sân chơi đạt 80% (12/15 thôn).'],
    ['Tỷ lệ thôn có sân chơi đạt 80% (12/15 thôn), tăng 5% (2/15 thôn) so với năm trước'],
    ['Hoàn thành 90% kế hoạch (12/15 thôn)'],
    // "trên" is wrong of less, "gần" of more
    ['Đạt trên 80% (11/15 thôn)', 'quantities/percent-contradicts-ratio trên 80%'],
    ['Đạt trên 80% (14/15 thôn)'],
    ['Đạt gần 80% (14/15 thôn)', 'quantities/percent-contradicts-ratio gần 80%'],
    ['Đạt gần 95% (14/15 thôn)'],
    // two counts that make a ratio
    ['có 45 hộ/120 hộ đăng ký, chiếm 50%', 'quantities/percent-contradicts-ratio 50%'],
    ['có 45 hộ trên tổng số 120 hộ đăng ký, chiếm 37,5%'],
    ['có 45 hộ với 120 khẩu đăng ký, chiếm 50%'],
    // a part's share of its whole, or of what that is a share of
    [
      '10 công chức hoàn thành nhiệm vụ, đạt 100%; trong đó có 04 công chức hoàn thành xuất sắc, đạt 20%',
      'quantities/percent-contradicts-ratio 20%',
    ],
    ['có 45 hộ nghèo, chiếm 3%; trong đó 15 hộ nghèo dân tộc thiểu số, chiếm 1%'],
    ['có 45 hộ nghèo, trong đó 15 hộ nghèo dân tộc thiểu số, chiếm 33,3%'],
    ['có 45 hộ nghèo, trong đó 15 hộ nghèo dân tộc thiểu số, chiếm 12% số hộ dân tộc thiểu số'],
    // what overlaps is no contradiction; what cannot, is
    ['Chi bộ có 45 đồng chí, trong đó: nữ 12, đảng viên trẻ 20, dân tộc thiểu số 30.'],
    ['Cơ quan có 25 đồng chí, trong đó: nữ 12 đồng chí, đảng viên 20 đồng chí.'],
    ['Lớp có 25 em, trong đó: nam 12 em, nữ 20 em.', 'quantities/parts-contradict-sum 25 em'],
    ['mở 15 lớp, trong đó có 20 lớp mầm non', 'quantities/parts-contradict-sum 15 lớp'],
    ['mở 15 lớp, trong đó có 12 lớp mầm non'],
    // rounding, ranges and approximations
    ['Diện tích 12,5 ha, gồm lúa 6,2 ha, ngô 6,2 ha'],
    ['Diện tích 12,5 ha, gồm lúa 6,2 ha, ngô 5,2 ha', 'quantities/parts-contradict-sum 12,5 ha'],
    ['Kinh phí 1,25 tỷ đồng, gồm ngân sách tỉnh 800 triệu đồng, ngân sách huyện 452 triệu đồng'],
    [
      'Kinh phí 120 triệu đồng, gồm ngân sách tỉnh 80 triệu đồng, ngân sách huyện 30 triệu đồng',
      'quantities/parts-contradict-sum 120 triệu đồng',
    ],
    ['Mở từ 10 đến 12 lớp, gồm 5 lớp mầm non, 3 lớp tiểu học'],
    ['Huy động trên 12 tỷ đồng, gồm ngân sách 8 tỷ đồng, nhân dân đóng góp 5 tỷ đồng'],
    // in brackets: the parts, not another time
    ['Tiếp nhận 45 đơn (12 đơn khiếu nại, 30 đơn tố cáo)', 'quantities/parts-contradict-sum 45 đơn'],
    ['Tiếp nhận 45 đơn (12 đơn khiếu nại, 33 đơn tố cáo)'],
    ['Xảy ra 12 vụ (năm 2022 là 15 vụ, năm 2021 là 20 vụ)'],
    ['Xảy ra 12 vụ (tăng 02 vụ, so với cùng kỳ 10 vụ)'],
    // parts of parts, and people by their posts
    [
      'Bố trí 10 tỷ đồng, gồm vốn đầu tư 6 tỷ đồng (ngân sách tỉnh 4 tỷ đồng, ngân sách huyện 2 tỷ đồng), vốn sự nghiệp 4 tỷ đồng',
    ],
    ['Biên chế là 20 người, gồm 15 công chức và 03 nhân viên', 'quantities/parts-contradict-sum 20 người'],
    ['Biên chế là 20 người, gồm 15 công chức, 03 nhân viên và các cộng tác viên'],
    ['Có 10 trường, gồm 3 trường mầm non với 20 lớp, 4 trường tiểu học với 60 lớp, 2 trường THCS với 30 lớp'],
  ])('%s', (text, ...records) => {
    expect(troubles(paragraphs(text))).toEqual(records);
  });

  it.each([
    [
      ['Tổng số đảng viên: 45 đồng chí, trong đó:', '- Chính thức: 40 đồng chí;', '- Dự bị: 6 đồng chí.'],
      ['quantities/parts-contradict-sum 45 đồng chí'],
    ],
    [['Tổng số đảng viên: 45 đồng chí, trong đó:', '- Nữ: 40 đồng chí;', '- Dân tộc thiểu số: 16 đồng chí.'], []],
    [['Gieo trồng 120 ha, gồm:', '- Lúa: 80 ha', '- Ngô: 30 ha'], ['quantities/parts-contradict-sum 120 ha']],
    [['Gieo trồng 120 ha, gồm:', '- Lúa: 80 ha', '- Ngô: 30 ha', '- Rau màu các loại'], []],
    [['Gieo trồng 120 ha, trong đó:', '- Lúa: 80 ha', '- Ngô: 30 ha'], []],
    [
      ['Tổng số hộ nghèo: 45 hộ', '- Thôn Thượng: 22 hộ', '- Thôn Hạ: 24 hộ'],
      ['quantities/parts-contradict-sum 45 hộ'],
    ],
    [['Gieo trồng 120 ha, kết quả:', '- Thu hoạch: 80 ha', '- Bón phân: 90 ha'], []],
  ])('adds up the items of a list under their sum: %j', (lines, records) => {
    expect(troubles(paragraphs(...lines))).toEqual(records);
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

  it('adds up groups that a total closes, and the total of them', () => {
    const grouped = (first: string, all: string) =>
      table(
        ['TT', 'Xã', 'Số hộ'],
        ['1', 'An Tân', '12'],
        ['2', 'An Hòa', '18'],
        ['', 'Cộng', first],
        ['1', 'Phú Lộc', '25'],
        ['2', 'Phú Thọ', '5'],
        ['', 'Cộng', '30'],
        ['', 'Tổng cộng', all],
      );
    expect(troubles(grouped('30', '60'))).toEqual([]);
    expect(troubles(grouped('31', '61'))).toEqual(['quantities/total-contradicts-rows 31']);
    expect(troubles(grouped('30', '61'))).toEqual(['quantities/total-contradicts-rows 61']);
  });

  it('grants measures and millions their rounding, and nothing to what is counted or told in single đồng', () => {
    const heads = (unit: string) => ['Xã', `Giá trị (${unit})`];
    const rows = (total: string) => [
      ['An Tân', '12'],
      ['An Hòa', '18'],
      ['An Phú', '20'],
      ['Tổng cộng', total],
    ];
    expect(troubles(table(heads('triệu đồng'), ...rows('51')))).toEqual([]);
    expect(troubles(table(heads('ha'), ...rows('51')))).toEqual([]);
    expect(troubles(table(heads('ha'), ...rows('55')))).toEqual(['quantities/total-contradicts-rows 55']);
    expect(troubles(table(heads('đồng'), ...rows('51')))).toEqual(['quantities/total-contradicts-rows 51']);
    expect(troubles(table(heads('hộ'), ...rows('51')))).toEqual(['quantities/total-contradicts-rows 51']);
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
