import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './trichluc.js';

const place = new Workplace();
const report = (number: string, day: string, year: number, ...body: string[]) =>
  [
    'UBND TỈNH GIA LAI',
    `Số: ${number}/BC-UBND`,
    `Gia Lai, ngày ${day}`,
    'BÁO CÁO',
    `Kết quả công tác giảm nghèo năm ${year}`,
    ...body,
  ].join('\n\n');

beforeAll(async () => {
  mkdirSync(join(place.folder, 'in'));
  place.write(
    'in/2022.txt',
    report('11', '15 tháng 12 năm 2022', 2022, 'Tỷ lệ hộ nghèo còn 8,5%. Giải ngân đạt 36,45%.'),
  );
  place.write(
    'in/2023.txt',
    report(
      '12',
      '15 tháng 12 năm 2023',
      2023,
      'Tỉ lệ hộ nghèo còn 6,25%, giảm 2,25 điểm phần trăm so với năm 2022. Có 10/20 xã đạt chuẩn, đạt 90%.',
      'Tặng Giấy khen cho 03 tập thể và 12 cá nhân.',
    ),
  );
  place.write('in/lai.txt', report('19', '20 tháng 01 năm 2024', 2023, 'Tỷ lệ hộ nghèo cuối năm là 6,3%.'));
  await place.run('import', 'in');
  await place.keepOpen();
});
afterAll(() => place.remove());

describe('figures and awards as tables', () => {
  it('shows value, period and what contradicts what', async () => {
    const { out, status } = await place.run('show', '12/BC-UBND', '--lang', 'vi');
    expect(status).toBe(0);
    expect(out).toMatch(/Tỉ lệ hộ nghèo[^\n]*│ *6,25% *│ 2023/);
    expect(out).toMatch(/giảm 2,25 điểm phần trăm/);
    expect(out).toMatch(/Số liệu mâu thuẫn \(1\)[\s\S]*tỷ lệ không khớp với tỷ số/);
    expect(out).toMatch(/Giấy khen[^\n]*cá nhân[^\n]*12[^\n]*đã tặng/);
  });

  it.each(['giải ngân', 'giai ngan'])('finds results by «%s»', async (words) => {
    const { out } = await place.run('search', '--in', 'results', words, '--lang', 'vi');
    expect(out).toMatch(/Giải ngân[^\n]*│ *36,45% *│ 2022[^\n]*11\/BC/);
  });

  it.each(['giấy khen', 'giay khen'])('finds awards by «%s»', async (words) => {
    const { awards } = await place.json('search', '--in', 'awards', words);
    expect(awards.map(({ award }: { award: { count: number } }) => award.count)).toEqual([3, 12]);
  });
});

describe('series', () => {
  it.each(['tỷ lệ hộ nghèo', 'ti le ho ngheo', 'Tỉ lệ hộ nghèo'])(
    'lines «%s» up and tells who disagrees',
    async (words) => {
      const { series } = await place.json('series', words);
      const [first] = series;
      expect(first.match).toBe('exact');
      expect(
        first.points.map((point: { period: string; value: string; report: { name: string } }) => [
          point.period,
          point.value,
          point.report.name,
        ]),
      ).toEqual([
        ['2022', '8.5', '2022.txt'],
        ['2023', '6.25', '2023.txt'],
        ['2023', '6.3', 'lai.txt'],
      ]);
      expect(first.disagreements).toMatchObject([{ period: '2023', values: [{ exact: '6.25' }, { exact: '6.3' }] }]);
    },
  );

  it('prints the table and the disagreement', async () => {
    const { out } = await place.run('series', 'ty le ho ngheo', '--lang', 'vi');
    expect(out).toMatch(/2022 *│ *8,5% *│ *thực hiện/);
    expect(out).toMatch(/không thống nhất \(2023[^\n]*6,25 \(2023\.txt\) ≠ 6,3 \(lai\.txt\)/);
  });

  it('keeps to the years asked for', async () => {
    const { series } = await place.json('series', 'tỷ lệ hộ nghèo', '--from', '2023');
    expect(series[0].points).toHaveLength(2);
  });

  it('says so when there is none, and refuses a year that is none', async () => {
    expect((await place.json('series', 'sản lượng cà phê')).series).toEqual([]);
    expect((await place.run('series', 'x', '--from', 'nay')).status).toBe(2);
  });
});

describe('export', () => {
  it('writes a workbook that another library reads', async () => {
    const { status } = await place.run('export', '--out', 'kho.xlsx', '--lang', 'vi');
    expect(status).toBe(0);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(place.folder, 'kho.xlsx'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Số liệu',
      'Khen thưởng',
      'Viện dẫn',
      'Quan hệ văn bản',
      'Báo cáo',
      'Cơ quan ban hành',
    ]);
    const [figures] = workbook.worksheets;
    const heads = figures!.getRow(1).values as string[];
    const [indicator, value] = [heads.indexOf('Chỉ tiêu'), heads.indexOf('Giá trị')];
    const rows = figures!.getRows(2, figures!.rowCount - 1)!;
    expect(rows.map((row) => [row.getCell(indicator).value, row.getCell(value).value])).toContainEqual([
      'Tỷ lệ hộ nghèo',
      8.5,
    ]);
  });

  it('writes a folder of CSV, the same every time', async () => {
    await place.run('export', '--format', 'csv', '--out', 'kho');
    await place.run('export', '--format', 'csv', '--out', 'kho2');
    const names = readdirSync(join(place.folder, 'kho')).toSorted();
    expect(names).toEqual([
      'awards.csv',
      'citations.csv',
      'issuers.csv',
      'quantities.csv',
      'relations.csv',
      'reports.csv',
    ]);
    for (const name of names)
      expect(readFileSync(join(place.folder, 'kho2', name))).toEqual(readFileSync(join(place.folder, 'kho', name)));
    const rows = parse(readFileSync(join(place.folder, 'kho', 'quantities.csv')), { bom: true, columns: true });
    expect(rows).toContainEqual(
      expect.objectContaining({ indicator: 'Tỷ lệ hộ nghèo', value: '8.5', unit: '%', period: '2022' }),
    );
  });

  it('leaves no half-written file when it cannot write', async () => {
    const { status } = await place.run('export', '--out', 'nowhere/at/all.xlsx');
    expect(status).not.toBe(0);
    expect(existsSync(join(place.folder, 'nowhere'))).toBe(false);
  });
});
