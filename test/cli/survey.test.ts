import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jpegOf, officeScan, pdfOfPictures, picturesOf, scanned } from '../../fixtures/scan.js';
import { smallReport, Workplace } from './trichluc.js';

const root = join(import.meta.dirname, '../..');
const file = (path: string) => readFileSync(join(root, path));
const place = new Workplace();
const inner = (path: string) => path.slice(place.folder.length + 1);

const syllables =
  'sở đã phối hợp các ngành rà soát sắp xếp đội ngũ hướng dẫn cơ sở làm đúng quy định kịp thời tháo gỡ'.split(' ');
/** Words in no order, the same every time (the generator of Numerical Recipes). */
let state = 5;
const body = Array.from({ length: 700 }, () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return syllables[Math.floor((state / 2 ** 32) * syllables.length)];
}).join(' ');

/** A report long enough to be held against others; the figures are those of its year. */
const yearly = (number: number, year: number, figures: readonly [number, number, number], mark = '') =>
  `UBND TỈNH QUẢNG NAM\nSỞ NỘI VỤ\nSố: ${number}/BC-SNV\n${mark}Quảng Nam, ngày 05 tháng 12 năm ${year}\n\nBÁO CÁO\nKết quả công tác năm ${year}\n\n` +
  `${body}\n` +
  `Trong năm, Sở đã mở ${figures[0]} lớp tập huấn cho ${figures[1]} lượt người, tiếp nhận ${figures[2]} hồ sơ.\n`;

beforeAll(async () => {
  mkdirSync(`${place.folder}/in/sub`, { recursive: true });
  place.write('in/2022.txt', yearly(31, 2022, [12, 480, 1533]));
  place.write('in/sub/2022-sao.txt', yearly(31, 2022, [12, 480, 1533]));
  place.write('in/sub/2022-sua.txt', `${yearly(31, 2022, [12, 480, 1533])}\nTrên đây là báo cáo của Sở.\n`);
  place.write('in/2023.txt', yearly(44, 2023, [15, 512, 1702]));
  place.write('in/mat.txt', yearly(7, 2021, [3, 90, 214], 'MẬT\n').replaceAll('hồ sơ', 'đơn thư'));
  place.write('in/hoa-toc.txt', smallReport(9).replace('BÁO CÁO', 'HỎA TỐC\n\nBÁO CÁO'));
  place.write('in/tcvn3.txt', file('fixtures/legacy/08-tin-hoi-nghi-tuyen-duong.tcvn3.txt'));
  place.write('in/khoa.pdf', file('test/ingest/pdf/files/user-password.pdf'));
  place.write('in/hong.pdf', '%PDF-1.7\nnothing more');
  place.write('in/trong.docx', '');
  place.write('in/phim.bin', Buffer.concat([Buffer.from('GIF89a'), Buffer.from([0, 1, 2, 0xff, 0, 200])]));
  place.write(
    'in/goi.zip',
    Buffer.from(
      zipSync({ 'a/trong-goi.txt': Buffer.from(smallReport(21)), '../b/hong.pdf': Buffer.from('%PDF-1.4 x') }),
    ),
  );
  const [page] = await picturesOf(file('fixtures/reports/07-bao-cao-thi-hanh-phap-luat.pdf'), officeScan.dpi);
  const image = scanned(page!, officeScan);
  const jpeg = jpegOf(image, officeScan.quality);
  place.write(
    'in/quet.pdf',
    Buffer.from(
      pdfOfPictures([
        { image, jpeg },
        { image, jpeg },
      ]),
    ),
  );
  place.write('in/anh.jpg', jpeg);
});
afterAll(() => place.remove());

describe('survey', () => {
  it('counts every kind of file, names what an import would stumble on, and makes no archive', async () => {
    const { status, out } = await place.run('survey', 'in', '--ocr', 'never', '--json');
    expect(status).toBe(1);
    const found = JSON.parse(out);
    expect(found).toMatchObject({ files: 15, toTake: 14, stopped: false, skipped: 0 });
    expect(
      Object.fromEntries(found.kinds.map(({ format, files }: { format: string; files: number }) => [format, files])),
    ).toEqual({
      text: 8,
      pdf: 4,
      jpeg: 1,
      null: 2,
    });
    expect(found.failed.map(({ path, code }: { path: string; code: string }) => [inner(path), code])).toEqual([
      ['in/goi.zip!/b/hong.pdf', 'corrupt'],
      ['in/hong.pdf', 'corrupt'],
      ['in/khoa.pdf', 'encrypted'],
      ['in/phim.bin', 'unsupported-format'],
      ['in/trong.docx', 'empty'],
    ]);
    expect(found.recognition).toEqual({ files: 2, pages: 3 });
    expect(found.legacy).toEqual({ files: 1, encodings: [{ encoding: 'tcvn3', files: 1 }] });
    expect(found.sameBytes.map((set: string[]) => set.map(inner))).toEqual([['in/2022.txt', 'in/sub/2022-sao.txt']]);
    expect(found.nearDuplicates.map((set: string[]) => set.length)).toEqual([2]);
    expect(inner(found.nearDuplicates[0][1])).toBe('in/sub/2022-sua.txt');
    expect(found.sameTemplate).toHaveLength(1);
    expect(found.sameTemplate[0].map(inner)).toContain('in/2023.txt');
    expect(found.secrecy).toEqual({ MẬT: [join(place.folder, 'in/mat.txt')] });
    expect(found.urgency).toEqual({ 'HỎA TỐC': [join(place.folder, 'in/hoa-toc.txt')] });
    expect(found.years).toEqual(
      expect.arrayContaining([
        { year: 2021, files: 1 },
        { year: 2022, files: 4 },
        { year: 2023, files: 1 },
      ]),
    );
    expect(found.estimate.recognition).toBeNull();
    expect(found.estimate.reading.timedFiles).toBeGreaterThan(4);
    expect(found.estimate.total.most).toBeGreaterThan(found.estimate.total.least);
    expect(existsSync(place.archive)).toBe(false);
  });

  it('says what is to be done, and times the recognition of the scans that are there', async () => {
    const { status, out } = await place.run('survey', 'in/quet.pdf', 'in/mat.txt', '--lang', 'vi');
    expect(status).toBe(0);
    expect(out).toMatch(/bản quét +│ +1 tệp, 2 trang +│ (?:khoảng|dưới) [^│]*phút nhận dạng/);
    expect(out).toMatch(/MẬT +│ +1 tệp +│ chỉ nhập nếu được phép/);
    expect(out).toMatch(/nhận dạng 2 trang: .*\(nhận dạng thử [12] trang, \d+\.\d giây một trang\)/);
    expect(out).toMatch(/Nhập sẽ mất (?:khoảng|dưới)/);
    expect(out).not.toContain('\u001b[');
  });

  it('knows what an archive has, and changes nothing in it', async () => {
    await place.run('import', 'in/2022.txt', 'in/2023.txt');
    const before = readdirSync(place.archive, { recursive: true }).sort();
    const found = await place.json('survey', 'in/2022.txt', 'in/2023.txt', 'in/sub/2022-sua.txt');
    expect(found.inArchive.map(inner).sort()).toEqual(['in/2022.txt', 'in/2023.txt']);
    expect(found.toTake).toBe(1);
    expect(readdirSync(place.archive, { recursive: true }).sort()).toEqual(before);
    const { status, out } = await place.run('survey', 'in/2022.txt');
    expect(status).toBe(0);
    expect(out).toContain('Nothing new to import');
  });

  it('stopped with Ctrl-C, prints what is known so far', async () => {
    mkdirSync(`${place.folder}/many`, { recursive: true });
    for (let number = 0; number < 3000; number += 1) place.write(`many/${number}.txt`, smallReport(number));
    const { child, ended } = place.start(['survey', 'many', '--json'], { TRICHLUC_THREADS: '1' });
    child.stderr!.once('data', () => setTimeout(() => child.kill('SIGINT'), 4000));
    const { status, out, err } = await ended;
    expect(status).toBe(130);
    const found = JSON.parse(out);
    expect(found.stopped).toBe(true);
    expect(found.estimate).toBeNull();
    expect(found.files).toBeLessThan(3000);
    expect(err).toMatch(/Stopped after \d+ of 3000 files/);
  });

  it('ends with 2 without a path', async () => {
    expect((await place.run('survey')).status).toBe(2);
  });
});
