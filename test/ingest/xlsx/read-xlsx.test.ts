import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type HiddenContent, readDocument } from '../../../src/ingest/index.js';
import { numberFormOf, showNumber } from '../../../src/ingest/sheet/number-format.js';

describe('a number in a cell', () => {
  it.each<[value: number, format: string, shown: string]>([
    [1250.5, 'General', '1250,5'],
    [0.1 + 0.2, 'General', '0,3'],
    [1250000, '#,##0', '1250000'],
    [33.333333, '0.00', '33,33'],
    [2.5, '#,##0', '3'],
    [1.005, '0.00', '1,01'],
    [-4.2, '#,##0.0;[Red](#,##0.0)', '-4,2'],
    [0.1257, '0.0%', '12,6%'],
    [0.98, '0%', '98%'],
    [45478, 'dd/mm/yyyy', '05/07/2024'],
    [45478.5, 'd "tháng" m "năm" yyyy', '05/07/2024'],
    [45478, '[$-42A]dd mmmm yyyy;@', '05/07/2024'],
    [0.5, 'hh:mm', '12:00'],
    [12, '0" hộ"', '12'],
    [7, '@', '7'],
    [-0.001, '0.0', '0,0'],
  ])('%d as %s is %s', (value, format, shown) =>
    expect(showNumber(value, numberFormOf(164, format), false)).toBe(shown),
  );

  it.each([
    [14, 1, false, '01/01/1900'],
    [14, 61, false, '01/03/1900'],
    [14, 44016, true, '05/07/2024'],
    [9, 0.5, false, '50%'],
    [0, 1e21, false, '1e+21'],
  ])('format %d shows %d (from 1904: %s) as %s', (id, value, from1904, shown) =>
    expect(showNumber(value, numberFormOf(id, undefined), from1904)).toBe(shown),
  );
});

async function workbook(fill: (book: ExcelJS.Workbook) => void, hidden: HiddenContent = 'left-out') {
  const book = new ExcelJS.Workbook();
  fill(book);
  return readDocument({ bytes: new Uint8Array(await book.xlsx.writeBuffer()), name: 'a.xlsx', hidden });
}

describe('a workbook', () => {
  it('leaves out hidden rows and columns, but not what is joined with what is shown', async () => {
    const { text, warnings } = await workbook((book) => {
      const sheet = book.addWorksheet('A');
      sheet.addRows([
        ['TT', 'Cũ', 'Năm', 2024],
        ['a', 7, 8, 9],
        ['b', 1, 2, 3],
        ['c', 4, 5, 6],
      ]);
      sheet.mergeCells('A3:A4');
      sheet.getCell('A3').value = 'chung';
      sheet.getColumn(2).hidden = true;
      sheet.getRow(2).hidden = true;
      sheet.getRow(3).hidden = true;
    });
    expect(text.split(/[\t\n]/)).toEqual(['A', 'TT', 'Năm', '2024', 'chung', '5', '6']);
    expect(warnings.map(({ code }) => code)).toEqual(['ingest/hidden-left-out']);
  });
  it('has hidden sheets, rows and columns where they are to be kept', async () => {
    const { text, warnings } = await workbook((book) => {
      const sheet = book.addWorksheet('A');
      sheet.addRows([
        ['TT', 'Cũ', 'Năm'],
        ['a', 7, 8],
        ['b', 1, 2],
      ]);
      sheet.getColumn(2).hidden = true;
      sheet.getRow(2).hidden = true;
      book.addWorksheet('B', { state: 'veryHidden' }).getCell('A1').value = 'nháp';
    }, 'kept');
    expect(text.split(/[\t\n]/)).toEqual(['A', 'TT', 'Cũ', 'Năm', 'a', '7', '8', 'b', '1', '2', 'B', 'nháp']);
    expect(warnings).toEqual([]);
  });
  it('is its sheets, with lines above and below their tables', async () => {
    const { text, blocks, tables } = await workbook((book) => {
      const sheet = book.addWorksheet('Biểu 01');
      sheet.getCell('A1').value = 'KẾT QUẢ GIẢM NGHÈO NĂM 2023';
      sheet.getCell('A3').value = 'TT';
      sheet.getCell('B3').value = 'Chỉ tiêu';
      sheet.getCell('C3').value = 'Năm 2023';
      sheet.mergeCells('C3:D3');
      sheet.mergeCells('A3:A4');
      sheet.mergeCells('B3:B4');
      sheet.getCell('C4').value = 'KH';
      sheet.getCell('D4').value = 'TH';
      sheet.addRow([1, 'Số hộ nghèo', 1200, { formula: 'C5*2', result: 1250.5 }]);
      sheet.addRow([2, { richText: [{ text: 'Tỷ lệ' }, { text: ' (%)', font: { bold: true } }] }, 2.6, 0.5]);
      sheet.getCell('A9').value = 'Ghi chú: số liệu tạm tính';
      for (let row = 3; row < 7; row += 1)
        for (const column of 'ABCD') sheet.getCell(`${column}${row}`).border = { top: { style: 'thin' } };
      book.addWorksheet('Trống');
      book.addWorksheet('Ẩn', { state: 'hidden' }).getCell('A1').value = 'không đọc';
    });
    expect(text).toBe(
      'Biểu 01\nKẾT QUẢ GIẢM NGHÈO NĂM 2023\nTT\tChỉ tiêu\tNăm 2023\nKH\tTH\n1\tSố hộ nghèo\t1200\t1250,5\n2\tTỷ lệ (%)\t2,6\t0,5\nGhi chú: số liệu tạm tính',
    );
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
    expect(tables).toMatchObject([{ rows: 4, columns: 4, kind: 'data' }]);
    expect(tables[0]!.cells.slice(0, 5)).toMatchObject([
      { row: 0, column: 0, rowSpan: 2, header: true },
      { row: 0, column: 1, rowSpan: 2 },
      { row: 0, column: 2, columnSpan: 2 },
      { row: 1, column: 2, header: true },
      { row: 1, column: 3, header: true },
    ]);
  });

  it('reads dates, switches and errors as what they say', async () => {
    const { text } = await workbook((book) => {
      const sheet = book.addWorksheet('S');
      sheet.addRow(['Ngày', 'Đúng', 'Lỗi', 'Còn']);
      sheet.addRow([new Date(Date.UTC(2024, 6, 5)), true, { formula: '1/0', result: { error: '#DIV/0!' } }, 'x']);
      sheet.getCell('A2').numFmt = 'dd/mm/yyyy';
    });
    expect(text).toBe('S\nNgày\tĐúng\tLỗi\tCòn\n05/07/2024\tTRUE\tx');
  });

  const part = (sheet: string, more: Record<string, Uint8Array> = {}) =>
    readDocument({
      bytes: zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
        ),
        'xl/worksheets/s.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
        ...more,
      }),
      name: 'a.xlsx',
    });

  it('reads rows and cells without places, and far ones without the space between', async () => {
    const { text } = await part(
      '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row r="2"><c r="A2" t="str"><v>b</v></c><c r="XFD2"><v>2</v></c></row><row r="1048576"><c r="B1048576"><v>3</v></c></row>',
    );
    expect(text).toBe('A\na\t1\nb\t2\n3');
  });

  it.each<[what: string, work: () => Promise<unknown>, code: string]>([
    ['a sheet that breaks off', () => part('<row><c>'), 'corrupt'],
    [
      'numbers that lead nowhere and joins out of all measure',
      () => part('<row><c t="s"><v>99</v></c></row><mergeCell ref="A1:XFD1048576"/>'),
      'no-text',
    ],
    ['strings of a gigabyte', () => part('', { 'xl/sharedStrings.xml': new Uint8Array(100_000_000) }), 'archive-bomb'],
  ])('%s: %s', async (_, work, code) => expect(work()).rejects.toMatchObject({ name: 'PipelineError', code }));
});
