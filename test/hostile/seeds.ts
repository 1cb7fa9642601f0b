import { readFileSync } from 'node:fs';
import { encode as encodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import { officeScan, picturesOf, scanOf } from '../../fixtures/scan.js';
import { reduced } from '../../src/ingest/ocr/page-image.js';
import { atom, box, kindOf, narrow, presentationFile, slide, styled, wide } from '../ingest/ppt/presentation-of.js';

export type Family = 'zip' | 'compound' | 'pdf' | 'rtf' | 'markup' | 'text' | 'mail' | 'picture';

/** A good file that mutants are made of. */
export interface Seed {
  readonly name: string;
  readonly family: Family;
  readonly bytes: Uint8Array;
}

const fixture = (path: string, family: Family): Seed => ({
  name: path.replace(/^.*\//, ''),
  family,
  bytes: new Uint8Array(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url))),
});

/** One or two of each kind and producer: small ones, so that many mutants can be read. */
const files: readonly (readonly [string, Family])[] = [
  ['reports/03-bao-cao-xa-phu-luc.docx', 'zip'],
  ['reports/06-cong-van-gop-y-du-thao.docx', 'zip'],
  ['legacy/09-bao-cao-sau-giam-sat.tcvn3.docx', 'zip'],
  ['formats/03-bao-cao-xa-phu-luc.odt', 'zip'],
  ['formats/09-bao-cao-sau-giam-sat.odt', 'zip'],
  ['formats/bieu-so-lieu.ods', 'zip'],
  ['formats/03-bao-cao-xa-phu-luc.doc', 'compound'],
  ['formats/09-bao-cao-sau-giam-sat.doc', 'compound'],
  ['formats/bieu-so-lieu.xls', 'compound'],
  ['formats/03-bao-cao-xa-phu-luc.rtf', 'rtf'],
  ['formats/09-bao-cao-sau-giam-sat.rtf', 'rtf'],
  ['formats/03-bao-cao-xa-phu-luc.html', 'markup'],
  ['formats/09-bao-cao-sau-giam-sat.html', 'markup'],
  ['reports/07-bao-cao-thi-hanh-phap-luat.pdf', 'pdf'],
  ['reports/10-ban-tin-hai-cot.pdf', 'pdf'],
  ['reports/11-thong-bao-phong-chu-thieu-dau.pdf', 'pdf'],
  ['reports/02-bao-cao-quy-ban-chi-dao-huyen-uy.txt', 'text'],
  ['reports/12-bien-ban-hop.md', 'text'],
  ['legacy/08-tin-hoi-nghi-tuyen-duong.tcvn3.txt', 'text'],
  ['legacy/13-to-trinh-xuong-dong.vni.txt', 'text'],
];

/** Fixtures of every kind, a workbook, a presentation, a letter, and a scan as PDF, PNG, JPEG and TIFF. */
export async function seeds(): Promise<readonly Seed[]> {
  const pdf = fixture('reports/10-ban-tin-hai-cot.pdf', 'pdf').bytes;
  const scan = await scanOf(pdf, { ...officeScan, dpi: 50, noise: 4 });
  const page = reduced((await picturesOf(pdf, 100))[0]!, 2);
  const rgba = Buffer.alloc(page.pixels.length * 4, 255);
  for (const [at, gray] of page.pixels.entries()) rgba.fill(gray, at * 4, at * 4 + 3);
  const { width, height } = page;
  const png = new PNG({ width, height });
  rgba.copy(png.data);
  return [
    ...files.map(([path, family]) => fixture(path, family)),
    { name: 'bieu.xlsx', family: 'zip', bytes: await workbook() },
    { name: 'trinh-chieu.ppt', family: 'compound', bytes: new Uint8Array(slides()) },
    { name: 'thu.eml', family: 'mail', bytes: new Uint8Array(letter()) },
    { name: 'quet.pdf', family: 'pdf', bytes: new Uint8Array(scan) },
    { name: 'quet.png', family: 'picture', bytes: new Uint8Array(PNG.sync.write(png)) },
    {
      name: 'quet.jpg',
      family: 'picture',
      bytes: new Uint8Array(encodeJpeg({ data: rgba, width, height }, 60).data),
    },
    { name: 'quet.tif', family: 'picture', bytes: grayTiff(page.pixels, width, height) },
  ];
}

/** Two slides with their placeholders, fonts of which one is of an old encoding, and what an earlier save left. */
function slides(): Buffer {
  const figures = 'Tû lÖ hé nghÌo n¨m 2023 lµ 2,6%';
  return presentationFile({
    fonts: ['Arial', '.VnTime'],
    masterFont: 0,
    slides: [
      {
        texts: [kindOf(0), atom(0x0fa0, wide('Kết quả thực hiện Nghị quyết số 12-NQ/TU'))],
        slide: slide(box(kindOf(1), narrow(figures), styled(figures.length + 1, [[figures.length + 1, 1]]))),
      },
      { slide: slide(box(kindOf(1), atom(0x0fa0, wide('Hỗ trợ 120 hộ\rXây mới 35 nhà ở')))) },
    ],
    before: slide(box(kindOf(1), narrow('Ban cu'))),
  });
}

/** A letter in two forms, with a picture in its page and a sheet attached. */
function letter(): Buffer {
  const base64 = (content: string | Uint8Array) =>
    Buffer.from(content as string)
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n');
  const part = (headers: readonly string[], body: string) => [...headers, '', body];
  const lines = [
    'From: =?utf-8?B?VsSDbiBwaMOybmc=?= <vanphong@example.vn>',
    'To: a@example.vn, =?utf-8?Q?Ph=C3=B2ng_N=E1=BB=99i_v=E1=BB=A5?= <b@example.vn>',
    'Date: Thu, 05 Jan 2023 08:00:00 +0700',
    'Subject: =?utf-8?Q?B=C3=A1o_c=C3=A1o_s=E1=BB=91_12/BC-UBND?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="ngoai"',
    '',
    '--ngoai',
    'Content-Type: multipart/alternative; boundary="trong"',
    '',
    '--trong',
    ...part(
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      'K=C3=ADnh g=E1=BB=ADi b=C3=A1o c=C3=A1o theo Quy=E1=BA=BFt =\r\n=C4=91=E1=BB=8Bnh s=E1=BB=91 5/Q=C4=90-UBND.',
    ),
    '--trong',
    ...part(
      ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      base64(
        '<p>Kính gửi báo cáo theo <b>Quyết định số 5/QĐ-UBND</b>.</p><table><tr><td>1</td><td>120 hộ</td></tr></table>',
      ),
    ),
    '--trong--',
    '--ngoai',
    ...part(
      [
        'Content-Type: application/vnd.oasis.opendocument.spreadsheet',
        "Content-Disposition: attachment; filename*=utf-8''bi%E1%BB%83u.ods",
        'Content-Transfer-Encoding: base64',
      ],
      base64(fixture('formats/bieu-so-lieu.ods', 'zip').bytes),
    ),
    '--ngoai--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

async function workbook(): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Biểu 01');
  sheet.addRow(['TT', 'Chỉ tiêu', 'Đơn vị', 'Kế hoạch', 'Thực hiện']);
  for (let row = 1; row <= 20; row += 1)
    sheet.addRow([row, `Số hộ được hỗ trợ theo Quyết định số ${row}/QĐ-UBND`, 'hộ', row * 12, row * 11.5]);
  sheet.mergeCells('A22:C22');
  sheet.getCell('A22').value = new Date(Date.UTC(2022, 5, 30));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A TIFF of one strip, unpacked: eight bits a pixel, two pages that share it. */
export function grayTiff(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const entries: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, pixels.length],
  ];
  const directoryBytes = 2 + entries.length * 12 + 4;
  const first = 8 + pixels.length + (pixels.length % 2);
  const out = Buffer.alloc(first + directoryBytes * 2);
  out.write('II*\0', 0, 'latin1');
  out.writeUInt32LE(first, 4);
  out.set(pixels, 8);
  for (const page of [0, 1]) {
    let at = first + page * directoryBytes;
    out.writeUInt16LE(entries.length, at);
    at += 2;
    for (const [tag, type, value] of entries) {
      out.writeUInt16LE(tag, at);
      out.writeUInt16LE(type, at + 2);
      out.writeUInt32LE(1, at + 4);
      out.writeUInt32LE(value, at + 8);
      at += 12;
    }
    out.writeUInt32LE(page === 0 ? first + directoryBytes : 0, at);
  }
  return new Uint8Array(out);
}
