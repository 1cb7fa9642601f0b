import { mkdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, smallReport, Workplace } from './trichluc.js';

const place = new Workplace();
const fixture = (path: string) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
let imported: Ended;

/** A letter with a report as an attachment and a sheet whose name stands in it as mail programs write it. */
const letter = [
  'From: Van thu <vanthu@xa.example>',
  'To: Phong Noi vu <noivu@huyen.example>',
  'Subject: =?utf-8?B?R+G7rWkgYsOhbyBjw6Fv?=',
  'Date: Mon, 5 Feb 2024 08:00:00 +0700',
  'Message-ID: <1@xa.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=moc',
  '',
  '--moc',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Kính gửi báo cáo theo Công văn số 77/UBND-NV ngày 01/02/2024 của UBND huyện.',
  '--moc',
  'Content-Type: application/msword; name=bao-cao.doc',
  'Content-Disposition: attachment; filename=bao-cao.doc',
  'Content-Transfer-Encoding: base64',
  '',
  base64(fixture('formats/09-bao-cao-sau-giam-sat.doc')),
  '--moc',
  'Content-Type: application/vnd.ms-excel',
  "Content-Disposition: attachment; filename*=utf-8''bi%E1%BB%83u.xls",
  'Content-Transfer-Encoding: base64',
  '',
  base64(fixture('formats/bieu-so-lieu.xls')),
  '--moc--',
  '',
].join('\r\n');

beforeAll(async () => {
  mkdirSync(`${place.folder}/in`);
  place.write('in/thu.eml', letter);
  place.write('in/mot.txt', smallReport(1));
  const inner = zipSync({ 'hai.txt': strToU8(smallReport(2)), 'thu.eml': strToU8(letter) });
  const zip = zipSync({
    '2023/mot-ban-sao.txt': strToU8(smallReport(1)),
    '2023/trong.docx': new Uint8Array(),
    '../ngoai.txt': strToU8(smallReport(3)),
    'goi.zip': inner,
  });
  place.write('in/kho.zip', Buffer.from(zip));
  imported = await place.run('import', 'in', '--json');
}, 240_000);
afterAll(() => place.remove());

describe('an import of archives and letters', () => {
  it('takes in each file in them once, with its path, and names what it cannot read', () => {
    const { files } = JSON.parse(imported.out) as {
      files: { path: string; outcome: string; failure: { code: string } | null }[];
    };
    const found = new Map(
      files.map(({ path, outcome, failure }) => [path.slice(place.folder.length + 4), failure?.code ?? outcome]),
    );
    expect([...found.keys()].sort()).toEqual(
      [
        'mot.txt',
        'thu.eml',
        'thu.eml!/bao-cao.doc',
        'thu.eml!/biểu.xls',
        'kho.zip!/2023/mot-ban-sao.txt',
        'kho.zip!/2023/trong.docx',
        'kho.zip!/ngoai.txt',
        'kho.zip!/goi.zip!/hai.txt',
        'kho.zip!/goi.zip!/thu.eml',
        'kho.zip!/goi.zip!/thu.eml!/bao-cao.doc',
        'kho.zip!/goi.zip!/thu.eml!/biểu.xls',
      ].sort(),
    );
    expect(found.get('kho.zip!/2023/trong.docx')).toBe('empty');
    const outcomes = (paths: readonly string[]) => paths.map((path) => found.get(path)).sort();
    // Whichever of two equal files came first is the report.
    expect(outcomes(['mot.txt', 'kho.zip!/2023/mot-ban-sao.txt'])).toEqual(['duplicate', 'new']);
    for (const name of ['thu.eml', 'thu.eml!/bao-cao.doc', 'thu.eml!/biểu.xls'])
      expect(outcomes([name, `kho.zip!/goi.zip!/${name}`])).toEqual(['duplicate', 'new']);
    expect(imported.status).toBe(1);
  });

  it('finds what stands in an attached DOC and in the letter itself', async () => {
    for (const number of ['77/UBND-NV', '356/BC-SLĐTBXH']) {
      const { out, status } = await place.run('search', number);
      expect([number, status]).toEqual([number, 0]);
      expect(out).toMatch(/thu\.eml|bao-cao\.doc/);
    }
  });

  it('finds the words of an attached XLS', async () => {
    const { out } = await place.run('search', 'giảm nghèo', '--in', 'text');
    expect(out).toContain('biểu.xls');
  });
});
