import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultLimits, readDocument, unpackFiles } from '../../../src/ingest/index.js';
import { processTime } from '../../process-time.js';
import { docxOf, p } from '../docx/docx-package.js';
import { drawPdf } from '../pdf/draw-pdf.js';

const zip = (files: Zippable) => zipSync(files);
async function list(bytes: Uint8Array, limits = defaultLimits): Promise<string[] | null> {
  const packed = await unpackFiles(bytes, 'a.bin', limits);
  if (packed === null) return null;
  const found: string[] = [];
  for await (const file of packed.files)
    found.push(`${file.path} ${file.kind === 'failed' ? file.code : file.bytes.length}`);
  return found;
}
const letter = [
  'From: "Sở Nội vụ" <snv@example.vn>',
  'To: vp@example.vn',
  'Subject: =?utf-8?B?R-G7rWkgYsOhbyBjw6Fv?='.replace('R-', 'R+'),
  'Date: Fri, 05 Jul 2024 08:00:00 +0700',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Thực hiện Công văn số 12/UBND-VX ngày 01/7/2024.',
  '--x',
  'Content-Type: text/plain; name="../bao-cao.txt"',
  'Content-Disposition: attachment; filename="../bao-cao.txt"',
  '',
  'abc',
  '--x',
  'Content-Type: text/plain',
  'Content-Disposition: attachment; filename="../bao-cao.txt"',
  '',
  'defg',
  '--x--',
  '',
].join('\r\n');

describe('the files in an archive', () => {
  it('have paths that stay in it', async () => {
    expect(
      await list(
        zip({
          'a.txt': strToU8('a'),
          'thư mục/b.txt': strToU8('bb'),
          '../../etc/passwd': strToU8('ccc'),
          '/root.txt': strToU8('dddd'),
          'C:\\Windows\\e.txt': strToU8('eeeee'),
          './f/../g.txt': strToU8('ffffff'),
          '__MACOSX/._a.txt': strToU8('x'),
          'Thumbs.db': strToU8('x'),
          'rỗng/': new Uint8Array(),
        }),
      ),
    ).toEqual(['a.txt 1', 'thư mục/b.txt 2', 'etc/passwd 3', 'root.txt 4', 'Windows/e.txt 5', 'f/g.txt 6']);
  });

  it('are found in archives within it, to a depth', async () => {
    let nested = zip({ 'sau.txt': strToU8('x') });
    for (let depth = 0; depth < 6; depth += 1) nested = zip({ 'trong.zip': nested, 'a.txt': strToU8('a') });
    const found = await list(nested);
    expect(found).toContain('trong.zip!/trong.zip!/a.txt 1');
    expect(found).toContain('trong.zip!/trong.zip!/trong.zip!/trong.zip archive-bomb');
    expect(await list(zip({ 'b.docx': docxOf({ body: p('Báo cáo') }) }))).toEqual([
      expect.stringMatching(/^b\.docx \d{3,}$/),
    ]);
  });

  it('fail one by one', async () => {
    const bytes = Buffer.from(
      zip({ 'a.txt': strToU8('a'.repeat(1000)), 'b.txt': strToU8('b'), 'c.txt': strToU8('c') }),
    );
    const entry = (name: string) => bytes.lastIndexOf(name) - 46;
    bytes.writeUInt16LE(99, entry('a.txt') + 10);
    bytes.writeUInt16LE(1, entry('b.txt') + 8);
    expect(await list(bytes)).toEqual(['a.txt unsupported-format', 'b.txt encrypted', 'c.txt 1']);
  });

  it.each<[what: string, bytes: () => Uint8Array, limits: typeof defaultLimits]>([
    [
      'one that unpacks to a thousand times its size',
      () => zip({ 'a.txt': [new Uint8Array(200_000_000), { level: 9 }] }),
      defaultLimits,
    ],
    [
      'many that do together',
      () => zip(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.txt`, new Uint8Array(1_000_000)]))),
      { ...defaultLimits, maxUnpackedBytes: 5_000_000 },
    ],
    [
      'more entries than an archive may have',
      () => zip(Object.fromEntries(Array.from({ length: 20_005 }, (_, at) => [`${at}`, new Uint8Array(1)]))),
      defaultLimits,
    ],
  ])('end where a bomb begins: %s', async (_, bytes, limits) => {
    const packed = bytes();
    const start = processTime();
    expect((await list(packed, limits))!.at(-1)).toMatch(/ archive-bomb$/);
    expect(processTime() - start).toBeLessThan(10_000);
  });

  it('are none in a report', async () => {
    expect(await list(docxOf({ body: p('a') }))).toBeNull();
    expect(await list(strToU8('Báo cáo'))).toBeNull();
  });
});

describe('a letter', () => {
  it('is a report with files attached', async () => {
    const packed = await unpackFiles(strToU8(letter), 'a.eml');
    expect(packed?.isReport).toBe(true);
    expect((await list(strToU8(letter)))!.map((path) => path.split(' ')[0])).toEqual([
      '.._bao-cao.txt',
      '2-.._bao-cao.txt',
    ]);
  });

  it('is read with its heads and its text', async () => {
    const { text, mediaType, warnings } = await readDocument({ bytes: strToU8(letter), name: 'a.eml' });
    expect(text).toBe(
      'Gửi báo cáo\nFrom: Sở Nội vụ snv@example.vn\nTo: vp@example.vn\nDate: 05/07/2024\nThực hiện Công văn số 12/UBND-VX ngày 01/7/2024.',
    );
    expect(mediaType).toBe('message/rfc822');
    expect(warnings).toMatchObject([{ code: 'ingest/attachments' }]);
  });

  it('is not what only begins like one', async () => {
    const text = 'To: Sở Nội vụ\nSubject: họp\n\nKính gửi';
    expect((await readDocument({ bytes: strToU8(text), name: 'a.txt' })).mediaType).toBe('text/plain');
  });

  it.each([
    ['cut short', letter.slice(0, 400)],
    [
      'parts in parts without end',
      `${letter.slice(0, 250)}\r\n${'--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n'.repeat(500)}`,
    ],
  ])('%s ends in a named state', async (_, text) => {
    const packed = await unpackFiles(strToU8(text), 'a.eml').catch((error) => error);
    if (packed?.files !== undefined) {
      try {
        for await (const file of packed.files) expect(file.path).not.toBe('');
      } catch (error) {
        expect(error).toMatchObject({ name: 'PipelineError' });
      }
    }
    await readDocument({ bytes: strToU8(text), name: 'a.eml' }).catch((error) =>
      expect(error).toMatchObject({ name: 'PipelineError' }),
    );
  });
});

describe('a PDF', () => {
  const page = [{ texts: [{ text: 'Báo cáo', x: 80, y: 80 }] }];
  const report = docxOf({ body: p('Phụ lục') });

  it('is a report with the files that are attached to it', async () => {
    const bytes = drawPdf(page, 'Courier', [
      { name: 'phụ lục.docx', bytes: report },
      { name: 'phụ lục.docx', bytes: strToU8('khác') },
      { name: '../số liệu.zip', bytes: zip({ 'a.txt': strToU8('a') }) },
    ]);
    const packed = await unpackFiles(bytes, 'a.pdf');
    expect(packed?.isReport).toBe(true);
    expect(await list(bytes)).toEqual([`phụ lục.docx ${report.length}`, '2-phụ lục.docx 5', '.._số liệu.zip!/a.txt 1']);
    const { text, warnings } = await readDocument({ bytes, name: 'a.pdf' });
    expect(text).toBe('Báo cáo');
    expect(warnings).toEqual([expect.objectContaining({ code: 'ingest/attachments' })]);
  });

  it('is found in an archive, and holds archives itself', async () => {
    const inner = drawPdf(page, 'Courier', [{ name: 'b.txt', bytes: strToU8('b') }]);
    expect(await list(zip({ 'a.pdf': inner }))).toEqual([`a.pdf ${inner.length}`, 'a.pdf!/b.txt 1']);
    expect(await list(drawPdf(page))).toBeNull();
  });

  it('fails where an attached file is a bomb or damaged, and only there', async () => {
    const bomb = drawPdf(page, 'Courier', [
      { name: 'bom.txt', bytes: new Uint8Array(3_000_000) },
      { name: 'c.txt', bytes: strToU8('c') },
    ]);
    expect((await list(bomb, { ...defaultLimits, maxUnpackedBytes: 1_000_000 }))!.at(0)).toBe('bom.txt archive-bomb');
    const lost = Buffer.from(drawPdf(page, 'Courier', [{ name: 'b.txt', bytes: strToU8('b') }]));
    lost.write('/XF ', lost.indexOf('/EF <<') + 7);
    expect(await list(lost)).toEqual(['b.txt corrupt']);
  });
});
