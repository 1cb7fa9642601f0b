import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../../src/ingest/draft.js';
import { documentOf, line, quantitiesOf } from './read-paragraphs.js';

/** A cell: its text, or its text with the rows and columns it covers; null where a merged cell reaches in. */
type Cell = string | { readonly text: string; readonly rows?: number; readonly columns?: number } | null;

const paragraph = (text: string): DraftBlock => ({ kind: 'paragraph', runs: [{ text, page: null }], style: {} });

function tableOf(rows: readonly (readonly Cell[])[], { above = [] as string[], headRows = 0 } = {}) {
  const cells = rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, columnIndex) =>
      cell === null
        ? []
        : [{ row: rowIndex, column: columnIndex, ...(typeof cell === 'string' ? { text: cell } : cell) }],
    ),
  );
  return documentOf({
    blocks: [
      ...above.map(paragraph),
      ...cells.map(
        ({ row, column, text }): DraftBlock => ({
          kind: 'table-cell',
          runs: [{ text, page: null }],
          style: {},
          cell: { table: 0, row, column },
        }),
      ),
    ],
    tables: [
      {
        rows: rows.length,
        columns: rows[0]!.length,
        kind: 'data',
        page: null,
        cells: cells.map((cell) => ({
          row: cell.row,
          column: cell.column,
          rowSpan: ('rows' in cell ? cell.rows : undefined) ?? 1,
          columnSpan: ('columns' in cell ? cell.columns : undefined) ?? 1,
          header: cell.row < headRows,
        })),
      },
    ],
  });
}

describe('tables', () => {
  it('reads each number with its row’s name, its unit column and its column’s meaning', () => {
    const found = quantitiesOf(
      tableOf([
        ['STT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch năm 2024', 'Thực hiện năm 2024', 'Tỷ lệ (%)'],
        ['1', 'Diện tích gieo trồng', 'ha', '1.250', '1.300,5', '104'],
        ['2', 'Số hộ thoát nghèo', 'Hộ', '45', '50', '111,1'],
        ['3', 'Thu ngân sách', 'Triệu đồng', '1.250', '1.400', '112'],
      ]),
    );
    expect(found.map(line)).toEqual([
      'measure 1250 ha',
      'measure 1300.5 ha',
      'percent 104 %',
      'count 45 hộ',
      'count 50 hộ',
      'percent 111.1 %',
      'money 1250000000 đồng',
      'money 1400000000 đồng',
      'percent 112 %',
    ]);
    expect(found.map(({ indicator }) => indicator?.words)).toEqual([
      ...Array(3).fill('Diện tích gieo trồng'),
      ...Array(3).fill('Số hộ thoát nghèo'),
      ...Array(3).fill('Thu ngân sách'),
    ]);
    expect(found.slice(0, 2).map(({ basis, period }) => [basis, period])).toEqual([
      ['plan', '2024'],
      ['actual', '2024'],
    ]);
  });

  it('takes the unit from the caption, and the head’s own unit before it', () => {
    const found = quantitiesOf(
      tableOf(
        [
          ['TT', 'Nguồn vốn', 'Dự toán', 'Giải ngân', 'Số dự án'],
          ['1', 'Vốn đầu tư', '12.500', '9.375', '4'],
        ],
        { above: ['Biểu số 01', 'ĐVT: triệu đồng'] },
      ),
    );
    expect(found.map(line)).toEqual(['money 12500000000 đồng', 'money 9375000000 đồng', 'count 4 dự án']);
  });

  it('reads heads of several rows with merged cells, and a row of column numbers under them', () => {
    const found = quantitiesOf(
      tableOf([
        [{ text: 'STT', rows: 2 }, { text: 'Xã', rows: 2 }, { text: 'Số hộ nghèo', columns: 2 }, null],
        [null, null, 'Năm 2022', 'Năm 2023'],
        ['1', '2', '3', '4'],
        ['1', 'Xã Bình An', '120', '95'],
        [{ text: 'Tổng cộng', columns: 2 }, null, '120', '95'],
      ]),
    );
    expect(found.map(line)).toEqual([
      'count 120 hộ nghèo',
      'count 95 hộ nghèo',
      'count 120 hộ nghèo',
      'count 95 hộ nghèo',
    ]);
    expect(found.map(({ period }) => period)).toEqual(['2022', '2023', '2022', '2023']);
    expect([found[0]!.indicator?.words, found[0]!.subject?.words]).toEqual(['Số hộ nghèo', 'Xã Bình An']);
  });

  it('reads a title with its unit over the heads, and a row of column numbers with formulas', () => {
    const found = quantitiesOf(
      tableOf([
        [{ text: 'Biểu 02. Kinh phí (ĐVT: triệu đồng)', columns: 5 }, null, null, null, null],
        [{ text: 'Số TT', rows: 2 }, { text: 'Nội dung', rows: 2 }, { text: 'Đã chi', columns: 3 }, null, null],
        [null, null, 'Tổng số', 'Số người', 'Tỷ lệ %'],
        ['11', '2', '3', '4', '5 (4:3)'],
        ['11', 'Chi quản lý', '7.100', '15', '1,0'],
      ]),
    );
    expect(found.map(line)).toEqual(['money 7100000000 đồng', 'count 15 người', 'percent 1 %']);
  });

  it('leaves running numbers, years and remarks alone', () => {
    const found = quantitiesOf(
      tableOf([
        ['STT', 'Họ và tên', 'Năm sinh', 'Số tiền (đồng)', 'Ghi chú'],
        ['1', 'Lê Văn A', '1985', '500.000', '12'],
        ['2', 'Trần Thị B', '1990', '700.000', ''],
      ]),
    );
    expect(found.map(line)).toEqual(['money 500000 đồng', 'money 700000 đồng']);
  });

  it('takes a column of offices under “Đơn vị” for whose figures they are, and one of units for units', () => {
    const offices = quantitiesOf(
      tableOf([
        ['TT', 'Đơn vị', 'Số hộ nghèo', 'Kinh phí (triệu đồng)'],
        ['1', 'Xã Bình An', '120', '45,5'],
        ['2', 'Phòng Nội vụ', '35', '12'],
        ['', 'Tổng cộng', '155', '57,5'],
      ]),
    );
    expect(offices.map((quantity) => [line(quantity), quantity.subject?.words])).toEqual([
      ['count 120 hộ nghèo', 'Xã Bình An'],
      ['money 45500000 đồng', 'Xã Bình An'],
      ['count 35 hộ nghèo', 'Phòng Nội vụ'],
      ['money 12000000 đồng', 'Phòng Nội vụ'],
      ['count 155 hộ nghèo', 'Tổng cộng'],
      ['money 57500000 đồng', 'Tổng cộng'],
    ]);
    const units = quantitiesOf(
      tableOf([
        ['TT', 'Chỉ tiêu', 'Đơn vị', 'Kết quả'],
        ['1', 'Diện tích rừng trồng mới', 'Ha', '120'],
        ['2', 'Thu ngân sách', 'Triệu đồng', '45,5'],
      ]),
    );
    expect(units.map(line)).toEqual(['measure 120 ha', 'money 45500000 đồng']);
  });

  it('names a row without its unit, a column without “Trong đó”, and no part after the total above it', () => {
    const found = quantitiesOf(
      tableOf([
        [{ text: 'Nội dung', rows: 2 }, { text: 'Kế hoạch vốn', columns: 2 }, null],
        [null, 'Tổng số', 'Trong đó: vốn sự nghiệp'],
        ['Tổng cộng', '30', '12'],
        ['- Hỗ trợ nhà ở (triệu đồng)', '20', '7'],
      ]),
    );
    expect(found.map(({ indicator }) => indicator?.words)).toEqual([
      'Kế hoạch vốn',
      'Kế hoạch vốn: vốn sự nghiệp',
      'Hỗ trợ nhà ở: Kế hoạch vốn',
      'Hỗ trợ nhà ở: Kế hoạch vốn: vốn sự nghiệp',
    ]);
  });

  const indicatorsOf = (...args: Parameters<typeof tableOf>) =>
    quantitiesOf(tableOf(...args)).map(({ indicator, subject, period, basis }) =>
      [indicator?.words, subject?.words, period, basis]
        .filter((part) => part !== undefined && part !== null)
        .join(' | '),
    );

  it.each([
    ['Biểu số 02. Kết quả giải ngân vốn đầu tư công năm 2023 theo đơn vị', 'giải ngân vốn đầu tư công'],
    ['BẢNG TỔNG HỢP DIỆN TÍCH TRỒNG RỪNG NĂM 2023', 'diện tích trồng rừng'],
    ['2. Thu ngân sách trên địa bàn năm 2023 (ĐVT: triệu đồng):', 'Thu ngân sách trên địa bàn'],
  ])('names columns that only say plan or result by the table, over rows of offices: %s', (title, name) => {
    const rows = [
      ['TT', 'Đơn vị', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ (%)'],
      ['1', 'Xã Bình An', '120', '95', '79,2'],
      ['2', 'Xã Bình Minh', '80', '90', '112,5'],
      ['', 'Tổng cộng', '200', '185', '92,5'],
    ];
    const of = (subject: string) => [
      `${name} | ${subject} | 2023 | plan`,
      `${name} | ${subject} | 2023 | actual`,
      `${name} | ${subject} | 2023 | actual`,
    ];
    const expected = [...of('Xã Bình An'), ...of('Xã Bình Minh'), ...of('Tổng cộng')];
    expect(indicatorsOf(rows, { above: [title] })).toEqual(expected);
    const filler = rows[0]!.slice(1).map(() => null);
    expect(indicatorsOf([[{ text: title, columns: 5 }, ...filler], ...rows])).toEqual(expected);
  });

  it.each([
    ['a sentence above', ['Kết quả cụ thể của các đơn vị được nêu trong bảng dưới đây.']],
    ['a head that names nothing', ['Phụ lục 01', 'Đơn vị tính: ha']],
    ['nothing above', []],
  ])('keeps the column’s words without a name of the table: %s', (_, above) => {
    const rows = [
      ['TT', 'Xã', 'Kế hoạch', 'Thực hiện'],
      ['1', 'Xã Bình An', '120', '95'],
      ['2', 'Xã Bình Minh', '80', '90'],
    ];
    expect(indicatorsOf(rows, { above })[0]).toBe('Kế hoạch | Xã Bình An | plan');
  });

  it('leaves a table’s name aside where the columns or the rows say what is measured', () => {
    const above = ['Kết quả giải ngân vốn đầu tư công năm 2023'];
    expect(
      indicatorsOf(
        [
          ['TT', 'Xã', 'Số hộ nghèo', 'Tỷ lệ (%)'],
          ['1', 'Xã Bình An', '120', '9,5'],
        ],
        { above },
      ),
    ).toEqual(['Số hộ nghèo | Xã Bình An | 2023 | actual', 'Tỷ lệ hộ nghèo | Xã Bình An | 2023 | actual']);
    expect(
      indicatorsOf(
        [
          ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện'],
          ['1', 'Diện tích lúa', '120', '95'],
        ],
        { above },
      ),
    ).toEqual(['Diện tích lúa | 2023 | plan', 'Diện tích lúa | 2023 | actual']);
  });

  it('leaves heads aside that are printed again where a page begins', () => {
    const head = ['TT', 'Xã', 'Số hộ nghèo', 'Số khẩu'];
    const numbers = ['1', '2', '3', '4'];
    const rows = [head, numbers, ['1', 'Xã Bình An', '120', '480'], head, numbers, ['2', 'Xã Bình Minh', '80', '320']];
    expect(quantitiesOf(tableOf(rows)).map(({ quote }) => quote)).toEqual(['120', '480', '80', '320']);
  });

  /** Two tables, the second right behind the first. */
  function broken(
    first: readonly (readonly string[])[],
    second: readonly (readonly string[])[],
    between: string[] = [],
  ) {
    const [one, two] = [first, second].map((rows, table) => ({
      cells: rows.flatMap((row, rowIndex) =>
        row.map(
          (text, column): DraftBlock => ({
            kind: 'table-cell',
            runs: [{ text, page: null }],
            style: {},
            cell: { table, row: rowIndex, column },
          }),
        ),
      ),
      table: {
        rows: rows.length,
        columns: rows[0]!.length,
        kind: 'data' as const,
        page: null,
        cells: rows.flatMap((row, rowIndex) =>
          row.map((_, column) => ({ row: rowIndex, column, rowSpan: 1, columnSpan: 1, header: false })),
        ),
      },
    }));
    return documentOf({
      blocks: [...one!.cells, ...between.map(paragraph), ...two!.cells],
      tables: [one!.table, two!.table],
    });
  }
  const firstPage = [
    ['', 'Xã', 'Số hộ nghèo', 'Kinh phí (triệu đồng)'],
    ['1', 'Xã Bình An', '120', '45'],
    ['2', 'Xã Bình Minh', '80', '30'],
  ];

  it('reads a table that a page broke off under the heads of the one before it', () => {
    const found = quantitiesOf(
      broken(firstPage, [
        ['3', 'Xã Bình Tân', '60', '25'],
        ['4', 'Xã Bình Thuận', '70', '28'],
        ['5', 'Xã Bình Hòa', '75', '29'],
      ]),
    );
    expect(found.map((quantity) => [line(quantity), quantity.subject?.words]).slice(4)).toEqual([
      ['count 60 hộ nghèo', 'Xã Bình Tân'],
      ['money 25000000 đồng', 'Xã Bình Tân'],
      ['count 70 hộ nghèo', 'Xã Bình Thuận'],
      ['money 28000000 đồng', 'Xã Bình Thuận'],
      ['count 75 hộ nghèo', 'Xã Bình Hòa'],
      ['money 29000000 đồng', 'Xã Bình Hòa'],
    ]);
  });

  it('gives a table of its own, or behind a paragraph, no other table’s heads', () => {
    const rows = [
      ['3', 'Xã Bình Tân', '60', '25'],
      ['4', 'Xã Bình Thuận', '70', '28'],
      ['5', 'Xã Bình Hòa', '75', '29'],
    ];
    const apart = quantitiesOf(broken(firstPage, rows, ['Kết quả chăn nuôi được nêu ở bảng sau.']));
    expect(apart.slice(4).map(({ unit }) => unit)).toEqual(['', '', '', '', '', '']);
    const headed = quantitiesOf(broken(firstPage, [['TT', 'Xã', 'Số bò', 'Số trâu'], ...rows]));
    expect(headed.slice(4, 6).map(({ indicator }) => indicator?.words)).toEqual(['Số bò', 'Số trâu']);
  });

  it('takes numbers that run up anew in each group of rows for running numbers', () => {
    const rows = [
      ['', 'Xã', 'Số hộ nghèo'],
      ['I', 'Vùng núi', '200'],
      ['1', 'Xã Bình An', '120'],
      ['2', 'Xã Bình Minh', '80'],
      ['II', 'Vùng biển', '60'],
      ['1', 'Xã Bình Hải', '60'],
    ];
    expect(quantitiesOf(tableOf(rows)).map(({ quote }) => quote)).toEqual(['200', '120', '80', '60', '60']);
  });

  it('reads a cell of words as prose', () => {
    const found = quantitiesOf(
      tableOf([
        ['TT', 'Nội dung', 'Kết quả'],
        ['1', 'Tập huấn', 'Tổ chức 02 lớp, có 60 học viên'],
        ['2', 'Kiểm tra', '05 cuộc'],
      ]),
    );
    expect(found.map(line)).toEqual(['count 2 lớp', 'count 60 học viên', 'count 5 cuộc']);
  });

  it('reads the numbers of a text column as prose when the table is for layout', () => {
    const document = tableOf([['Số: 12/BC-UBND', 'Bình An, ngày 5 tháng 6 năm 2024']]);
    const layout = { ...document, tables: document.tables.map((table) => ({ ...table, kind: 'layout' as const })) };
    expect(quantitiesOf(layout)).toEqual([]);
  });
});
