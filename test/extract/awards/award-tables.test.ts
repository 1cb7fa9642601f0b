import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/index.js';
import { readDocument } from '../../../src/ingest/index.js';
import { awardsOfText } from './awards-of-text.js';

/** A cell's words; with the columns or rows it covers where it covers several. */
type CellOf = string | { readonly text: string; readonly columnSpan?: number; readonly rowSpan?: number };

async function awardsOfTable(rows: readonly (readonly CellOf[])[], above: readonly string[] = []) {
  const table = new Table({
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          tableHeader: i === 0,
          children: cells.map((cell) => {
            const { text, ...spans } = typeof cell === 'string' ? { text: cell } : cell;
            return new TableCell({ ...spans, children: [new Paragraph(text)] });
          }),
        }),
    ),
  });
  const bytes = await Packer.toBuffer(
    new Document({ sections: [{ children: [...above.map((text) => new Paragraph(text)), table, new Paragraph('')] }] }),
  );
  const document = await readDocument({ bytes, name: 'table.docx' });
  return extract(document).awards;
}

describe('tableAwards', () => {
  it('gives one record a column of numbers, with the share beside it', async () => {
    const found = await awardsOfTable([
      ['STT', 'Danh hiệu', 'Đăng ký', 'Đạt', 'Tỷ lệ %'],
      ['1', 'Lao động tiên tiến', '20', '20', '100'],
      ['2', 'Chiến sĩ thi đua cơ sở', '4', '3', '75'],
      ['', 'Cộng', '24', '23', ''],
    ]);
    expect(found).toMatchObject([
      { award: 'Lao động tiên tiến', count: 20, percent: null, status: 'registered', recipient: 'individual' },
      { award: 'Lao động tiên tiến', count: 20, percent: 100, status: 'granted' },
      { award: 'Chiến sĩ thi đua cơ sở', count: 4, status: 'registered' },
      { award: 'Chiến sĩ thi đua cơ sở', count: 3, percent: 75, status: 'granted' },
    ]);
    expect(found).toHaveLength(4);
  });

  it('reads collectives and persons from the heads', async () => {
    const found = await awardsOfTable([
      ['TT', 'Hình thức khen thưởng', 'Tập thể', 'Cá nhân'],
      ['1', 'Bằng khen của Thủ tướng Chính phủ', '02', '05'],
      ['2', 'Giấy khen', '', '31'],
      ['3', 'Lao động tiên tiến', '04', '52'],
    ]);
    expect(found).toMatchObject([
      { award: 'Bằng khen', awardCode: 'BKTTG', count: 2, recipient: 'collective', grantor: 'Thủ tướng Chính phủ' },
      { award: 'Bằng khen', awardCode: 'BKTTG', count: 5, recipient: 'individual' },
      { award: 'Giấy khen', count: 31, recipient: 'individual' },
      { award: 'Tập thể lao động tiên tiến', awardCode: 'TTLDTT', count: 4, recipient: 'collective' },
      { award: 'Lao động tiên tiến', awardCode: 'LDTT', count: 52, recipient: 'individual' },
    ]);
  });

  it('reads what a body got year by year, with the decisions', async () => {
    const found = await awardsOfTable([
      ['Năm', 'Danh hiệu thi đua', 'Số, ngày, tháng, năm của quyết định'],
      ['2021', 'Tập thể lao động xuất sắc', 'Quyết định số 412/QĐ-UBND ngày 10/02/2022 của UBND tỉnh'],
      ['2022', 'Cờ thi đua của Chính phủ', 'Quyết định số 88/QĐ-TTg ngày 15/01/2023'],
    ]);
    expect(found).toMatchObject([
      { award: 'Tập thể lao động xuất sắc', count: null, period: '2021', decision: '412/QĐ-UBND', status: 'granted' },
      { award: 'Cờ thi đua của Chính phủ', period: '2022', decision: '88/QĐ-TTg', status: 'granted' },
    ]);
  });

  it('gives one record a name of a list', async () => {
    const found = await awardsOfTable(
      [
        ['STT', 'Họ và tên', 'Chức vụ, đơn vị'],
        ['1', 'Trần Thị Bông', 'Chuyên viên Phòng Nội vụ'],
        ['2', 'Lê Văn Cam', 'Phó Trưởng phòng'],
      ],
      ['DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH'],
    );
    expect(found.filter(({ rule }) => rule === 'award/name-list')).toMatchObject([
      { award: 'Bằng khen', awardCode: 'BKBNT', count: 1, recipient: 'individual', recipientName: 'Trần Thị Bông' },
      { award: 'Bằng khen', count: 1, recipientName: 'Lê Văn Cam' },
    ]);
  });

  const twoStages: readonly (readonly CellOf[])[] = [
    [
      { text: 'Số TT', rowSpan: 2 },
      { text: 'Hình thức khen thưởng', rowSpan: 2 },
      { text: 'Tổng số tập thể, cá nhân đã trình đề nghị', columnSpan: 2 },
      { text: 'Tổng số tập thể, cá nhân đã có quyết định', columnSpan: 2 },
      { text: 'Khen thưởng theo công trạng', columnSpan: 2 },
      { text: 'Khen thưởng đột xuất', columnSpan: 2 },
    ],
    Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? 'SL tập thể' : 'Số cá nhân')),
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  ];

  it('reads several rows of heads: the status of the upper one, the recipients of the lower one', async () => {
    const found = await awardsOfTable([
      ...twoStages,
      ['1', 'Huân chương các loại', '', '', '', '', '', '', '', ''],
      ['', 'Huân chương Lao động hạng Nhì', '2', '6', '1', '3', '1', '2', '', '1'],
      ['2', 'Anh hùng Lao động', '', '1', '', '', '', '', '', ''],
      ['', 'Cộng', '2', '7', '1', '3', '1', '2', '', '1'],
    ]);
    const award = 'Huân chương Lao động hạng Nhì';
    expect(found).toMatchObject([
      { award, count: 2, recipient: 'collective', status: 'proposed', quote: `${award}\t2` },
      { award, count: 6, recipient: 'individual', status: 'proposed', quote: award },
      { award, count: 1, recipient: 'collective', status: 'granted', quote: award },
      { award, count: 3, recipient: 'individual', status: 'granted', quote: award },
      { award: 'Anh hùng Lao động', count: 1, status: 'proposed' },
    ]);
    expect(found).toHaveLength(5);
  });

  it('reads what was given by occasion where nothing counts it whole', async () => {
    const found = await awardsOfTable([
      ...twoStages,
      ['1', 'Cờ thi đua của Chính phủ', '', '', '', '', '4', '', '', ''],
    ]);
    expect(found).toMatchObject([
      { award: 'Cờ thi đua của Chính phủ', count: 4, recipient: 'collective', status: 'granted' },
    ]);
    expect(found).toHaveLength(1);
  });

  it.each([
    [
      ['9', '3', '6'],
      [3, 6],
    ],
    // Some of the nine are of a kind that has no column.
    [['9', '1', '2'], [9]],
  ])('takes a sum or the numbers it is the sum of, never both: %j', async (numbers, counts) => {
    const found = await awardsOfTable([
      [
        { text: 'TT', rowSpan: 2 },
        { text: 'Hình thức khen thưởng', rowSpan: 2 },
        { text: 'Số lượng khen thưởng', columnSpan: 3 },
        { text: 'Tỷ lệ %', rowSpan: 2 },
      ],
      ['Tổng số', 'Tập thể', 'Cá nhân'],
      ['1', 'Bằng khen', ...numbers, '45'],
    ]);
    expect(found.map(({ count }) => count)).toEqual(counts);
  });

  it('lets rows without an award of their own go on with the one above', async () => {
    const found = await awardsOfTable([
      ['STT', 'Hình thức khen thưởng', 'Số lượng'],
      ['1', 'Huân chương Lao động', ''],
      ['', '- Hạng Nhất', '1'],
      ['', '- Hạng Ba', '4'],
      ['2', 'Bằng khen', ''],
      ['', 'Của Thủ tướng Chính phủ', '7'],
      ['', 'Của Bộ Nội vụ', '5'],
      ['3', 'Giấy khen', ''],
      ['', 'Tập thể', '8'],
      ['', 'Cá nhân', '31'],
      ['4', 'Sáng kiến', '12'],
      ['', 'Cá nhân', '12'],
    ]);
    expect(found).toMatchObject([
      { award: 'Huân chương Lao động hạng Nhất', awardCode: 'HCLD_1', count: 1 },
      { award: 'Huân chương Lao động hạng Ba', awardCode: 'HCLD_3', count: 4 },
      { award: 'Bằng khen', awardCode: 'BKTTG', grantor: 'Thủ tướng Chính phủ', count: 7 },
      { award: 'Bằng khen', grantor: 'Bộ Nội vụ', count: 5 },
      { award: 'Giấy khen', recipient: 'collective', count: 8 },
      { award: 'Giấy khen', recipient: 'individual', count: 31 },
    ]);
    expect(found).toHaveLength(6);
  });

  it('gives an award that covers several rows to each of them', async () => {
    const found = await awardsOfTable([
      ['TT', 'Danh hiệu thi đua', 'Đối tượng', 'Số lượng'],
      ['1', { text: 'Bằng khen của Chủ tịch UBND tỉnh', rowSpan: 2 }, 'Tập thể', '3'],
      ['2', 'Cá nhân', '11'],
      ['3', 'Gia đình văn hóa', 'Hộ gia đình', '250'],
    ]);
    expect(found).toMatchObject([
      { award: 'Bằng khen', grantor: 'Chủ tịch UBND tỉnh', recipient: 'collective', count: 3 },
      { award: 'Bằng khen', recipient: 'individual', count: 11 },
      { award: 'Gia đình văn hóa', recipient: 'household', count: 250 },
    ]);
  });

  it('reads a column a year', async () => {
    const found = await awardsOfTable([
      ['TT', 'Danh hiệu', 'Năm 2021', 'Năm 2022', 'Tiền thưởng'],
      ['1', 'Chiến sĩ thi đua cơ sở', '4', '6', '9000'],
    ]);
    expect(found).toMatchObject([
      { count: 4, period: '2021' },
      { count: 6, period: '2022' },
    ]);
    expect(found).toHaveLength(2);
  });

  it("knows from the decision's first article who gives what an annex lists", async () => {
    const found = await awardsOfTable(
      [
        ['TT', 'Họ và tên', 'Đơn vị'],
        ['1', 'Phạm Văn Sáu', 'Trạm Y tế xã Hòa Lộc'],
        ['2', 'Vũ Thị Tám', 'Trường Tiểu học Hòa Lộc'],
      ],
      [
        'Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện Tân Hòa cho 02 cá nhân (có danh sách kèm theo).',
        'DANH SÁCH KHEN THƯỞNG',
        '(Kèm theo Quyết định số 77/QĐ-UBND ngày 02/3/2023)',
      ],
    );
    expect(found.filter(({ rule }) => rule === 'award/name-list')).toMatchObject([
      { award: 'Giấy khen', grantor: 'Chủ tịch UBND huyện Tân Hòa', recipientName: 'Phạm Văn Sáu' },
      { award: 'Giấy khen', grantor: 'Chủ tịch UBND huyện Tân Hòa', recipientName: 'Vũ Thị Tám' },
    ]);
  });

  it('reads numbers with their units, under titles that are registered and reached', async () => {
    const found = await awardsOfTable([
      ['TT', 'Nội dung', 'Đăng ký', 'Kết quả', 'Tỷ lệ'],
      ['1', 'Gia đình văn hóa', '1.318 hộ', '1.207 hộ', '91,6%'],
      ['2', 'Lao động tiên tiến', '71 người', '68 người', ''],
    ]);
    expect(found).toMatchObject([
      { award: 'Gia đình văn hóa', count: 1318, status: 'registered' },
      { award: 'Gia đình văn hóa', count: 1207, percent: 91.6, status: 'granted' },
      { award: 'Lao động tiên tiến', count: 71, status: 'registered' },
      { award: 'Lao động tiên tiến', count: 68, status: 'granted' },
    ]);
    expect(found).toHaveLength(4);
  });

  it('takes the giver from its own column, and a record a name', async () => {
    const found = await awardsOfTable([
      ['Cấp khen', 'Hình thức', 'Tập thể', 'Cá nhân'],
      ['UBND tỉnh', 'Bằng khen', '01 tập thể', '02 cá nhân'],
      ['Huyện Đoàn', 'Giấy khen', 'Đoàn xã Hòa An', 'Trần Thị Ba, Lê Văn Tư'],
    ]);
    expect(found).toMatchObject([
      { award: 'Bằng khen', count: 1, recipient: 'collective', grantor: 'UBND tỉnh' },
      { award: 'Bằng khen', count: 2, recipient: 'individual', grantor: 'UBND tỉnh' },
      { award: 'Giấy khen', recipientName: 'Đoàn xã Hòa An', recipient: 'collective', grantor: 'Huyện Đoàn' },
      { award: 'Giấy khen', recipientName: 'Trần Thị Ba', recipient: 'individual' },
      { award: 'Giấy khen', recipientName: 'Lê Văn Tư', recipient: 'individual' },
    ]);
    expect(found).toHaveLength(5);
  });

  it('reads years of a body that have no heads, with the giver from the decision', async () => {
    const found = await awardsOfText(
      [
        '2009 | Bằng khen | QĐ số 1245/QĐ-UBND ngày 12/5/2009 của Chủ tịch UBND tỉnh',
        '2010 | Cờ thi đua | QĐ số 45/QĐ-BCT ngày 02/2/2011 của Bộ Công Thương',
      ].join('\n'),
    );
    expect(found).toMatchObject([
      { award: 'Bằng khen', period: '2009', decision: '1245/QĐ-UBND', grantor: 'Chủ tịch UBND tỉnh' },
      { award: 'Cờ thi đua', period: '2010', decision: '45/QĐ-BCT', grantor: 'Bộ Công Thương' },
    ]);
    expect(found).toHaveLength(2);
  });

  it('reads a table that was printed one cell a line', async () => {
    const head = ['DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG', 'STT', 'Họ tên, đơn vị', 'Hình thức khen thưởng'];
    const rows = [
      '1',
      'Thôn An Hòa, xã Phước Lộc',
      'Bằng khen của Bộ trưởng Bộ Y tế',
      '2',
      'Bà Trần Thị Lan',
      'Giấy khen',
    ];
    const found = await awardsOfText([...head, ...rows].join('\n'));
    expect(found).toMatchObject([
      { award: 'Bằng khen', count: 1, recipient: 'collective', grantor: 'Bộ trưởng Bộ Y tế' },
      { award: 'Giấy khen', count: 1, recipient: 'individual', recipientName: 'Bà Trần Thị Lan' },
    ]);
    expect(found).toHaveLength(2);
  });

  it('finds nothing in a list of names one cell a line that says of no award', async () => {
    const lines = [
      'DANH SÁCH CÁN BỘ',
      'STT',
      'Họ và tên',
      'Chức vụ',
      '1',
      'Trần Thị Lan',
      'Chuyên viên',
      '2',
      'Lê Văn Tư',
      'Văn thư',
    ];
    expect(await awardsOfText(lines.join('\n'))).toEqual([]);
  });

  it.each([
    [
      'figures of another kind',
      [
        ['STT', 'Chỉ tiêu', 'Thực hiện'],
        ['1', 'Số lớp học', '12'],
      ],
    ],
    [
      'a fund for commendation',
      [
        ['TT', 'Nội dung', 'Số tiền'],
        ['1', 'Chi khen thưởng cấp tỉnh', '426'],
      ],
    ],
    [
      'what one award costs',
      [
        ['TT', 'Hình thức khen thưởng', 'Mức thưởng'],
        ['1', 'Bằng khen', '350'],
      ],
    ],
    [
      'names without a title of award',
      [
        ['STT', 'Họ và tên', 'Đơn vị'],
        ['1', 'Lê Văn Cam', 'Phòng Nội vụ'],
      ],
    ],
  ])('finds nothing in %s', async (_, rows) => {
    expect(await awardsOfTable(rows)).toEqual([]);
  });
});
