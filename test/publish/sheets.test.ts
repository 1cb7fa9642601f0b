import { PassThrough } from 'node:stream';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { type CellValue, renderSheetCsv, type Sheet, writeXlsx } from '../../src/publish/index.js';

const sheet = (rows: readonly (readonly CellValue[])[], columns = rows[0]?.length ?? 1): Sheet => ({
  key: 'quantities',
  title: 'Số liệu',
  columns: Array.from({ length: columns }, (_, index) => ({ key: `c${index}`, title: `Cột ${index}`, width: 20 })),
  rows: async function* () {
    yield* rows;
  },
});

async function xlsxOf(...sheets: Sheet[]): Promise<Buffer> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeXlsx(sheets, output);
  return Buffer.concat(chunks);
}

async function readXlsx(bytes: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

async function csvOf(one: Sheet, withBom = true): Promise<string> {
  let text = '';
  for await (const piece of renderSheetCsv(one, withBom)) text += piece;
  return text;
}

const hostile = ['=1+1', '+84 123', '-cmd', '@SUM(A1)', '\t=1', 'a,b', 'a"b', 'dòng\nhai', "'nháy", 'Tỷ lệ hộ nghèo'];

describe('a workbook', () => {
  it('gives each cell back: text as text, numbers exactly', async () => {
    const workbook = await readXlsx(
      await xlsxOf(sheet([...hostile.map((text) => [text, { exact: '36.45' }, true, null] as const)])),
    );
    const page = workbook.getWorksheet('Số liệu')!;
    expect(page.getColumn(1).values.slice(2)).toEqual(hostile);
    expect(page.getColumn(2).values.slice(2)).toEqual(hostile.map(() => 36.45));
    expect(page.getCell('C2').value).toBe(true);
    expect(page.getCell('A2').type).toBe(exceljs.ValueType.String);
    expect(page.getCell('B2').numFmt).toBe('#,##0.00');
  });

  it.each([
    ['0.1', 0.1],
    ['1238400000', 1238400000],
    ['-5', -5],
    ['123456789012345', 123456789012345],
    ['478300000000000', 478300000000000],
    ['1234567890123456789', '1234567890123456789'],
    ['0.12345678901234567', '0.12345678901234567'],
  ])('keeps %s exact', async (exact, value) => {
    const workbook = await readXlsx(await xlsxOf(sheet([[{ exact }]])));
    expect(workbook.worksheets[0]!.getCell('A2').value).toBe(value);
  });

  it('has filters over heads that stay in sight', async () => {
    const page = (await readXlsx(await xlsxOf(sheet([['a', 'b']])))).worksheets[0]!;
    expect(page.getRow(1).values).toEqual([undefined, 'Cột 0', 'Cột 1']);
    expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(page.autoFilter).toBe('A1:B1');
  });

  it('makes rows as tall as the longest text in them needs, broken at words', async () => {
    const words = 'phê duyệt kế hoạch cải cách hành chính';
    const page = (await readXlsx(await xlsxOf(sheet([['ngắn'], [words], [{ exact: '5' }]])))).worksheets[0]!;
    expect(page.getColumn(1).alignment?.wrapText).toBe(true);
    expect([2, 3, 4].map((row) => page.getRow(row).height)).toEqual([undefined, 30, undefined]);
  });

  it('takes signs that XML cannot hold, and text longer than a cell', async () => {
    const page = (await readXlsx(await xlsxOf(sheet([['a\u0000b\uFFFEc'], ['x'.repeat(40_000)]])))).worksheets[0]!;
    expect(page.getCell('A2').value).toBe('a\uFFFDb\uFFFDc');
    expect(String(page.getCell('A3').value)).toHaveLength(32_767);
  });

  it('is the same, byte for byte, every time', async () => {
    const make = () => xlsxOf(sheet([['a', { exact: '1' }]]), { ...sheet([['b']]), title: 'Khen thưởng' });
    const first = await make();
    expect((await make()).equals(first)).toBe(true);
    // A ZIP notes the day of each part.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:10Z') });
    try {
      expect((await make()).equals(first)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a folder of CSV', () => {
  it('gives each cell back, text that would be a formula behind an apostrophe', async () => {
    const text = await csvOf(sheet(hostile.map((words) => [words, { exact: '-36.45' }, false, null])));
    expect(text.startsWith('\uFEFFc0,c1,c2,c3\r\n')).toBe(true);
    const rows = parse(text, { bom: true, from_line: 2, record_delimiter: '\r\n' }) as string[][];
    expect(rows.map(([words]) => words)).toEqual(
      hostile.map((words) => (/^[=+\-@\t]/.test(words) ? `'${words}` : words)),
    );
    expect(rows.every(([, number, flag, none]) => number === '-36.45' && flag === 'false' && none === '')).toBe(true);
  });

  it('quotes words that go over the end of a line, wherever a reader ends its records', async () => {
    expect(await csvOf(sheet([['a\nb'], ['a\rb']]), false)).toBe('c0\r\n"a\nb"\r\n"a\rb"\r\n');
  });

  it('leaves the byte order mark out when asked', async () => {
    expect(await csvOf(sheet([['a']]), false)).toBe('c0\r\na\r\n');
  });

  it('is written whole, however many rows', async () => {
    const rows = Array.from({ length: 1234 }, (_, index) => [{ exact: String(index) }]);
    expect((await csvOf(sheet(rows), false)).split('\r\n')).toHaveLength(1236);
  });
});
