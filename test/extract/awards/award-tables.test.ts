import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/index.js';
import { readDocument } from '../../../src/ingest/index.js';

async function awardsOfTable(rows: readonly (readonly string[])[], above: readonly string[] = []) {
  const table = new Table({
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          tableHeader: i === 0,
          children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
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
    ]);
    expect(found).toMatchObject([
      { award: 'Bằng khen', awardCode: 'BKTTG', count: 2, recipient: 'collective', grantor: 'Thủ tướng Chính phủ' },
      { award: 'Bằng khen', awardCode: 'BKTTG', count: 5, recipient: 'individual' },
      { award: 'Giấy khen', count: 31, recipient: 'individual' },
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
