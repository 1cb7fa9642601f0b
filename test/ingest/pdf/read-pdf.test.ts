import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../src/ingest/reader.js';
import { drawPdf } from './draw-pdf.js';
import { codesOf, lines, read, readPages, texts } from './read-drawn.js';

const file = (name: string) => readFileSync(new URL(`files/${name}`, import.meta.url));
const body = lines(80, 100, 'Phòng Nội vụ đã hoàn thành kế hoạch', 'công tác năm hai nghìn.');

describe('readPdf', () => {
  it('gives page texts whose spans quote them', async () => {
    const document = await read(file('letter.pdf'));
    expect(document.pageCount).toBe(2);
    expect(document.pages.map(({ spans }) => spans.length > 0)).toEqual([true, true]);
    for (const block of document.blocks)
      expect(document.text.slice(block.span.start, block.span.end).trim()).not.toBe('');
    expect(codesOf(document)).toEqual([]);
  });

  it('reads the letterhead and the signature as two columns each', async () => {
    const document = await read(file('letter.pdf'));
    expect(document.tables.map(({ kind, columns }) => [kind, columns])).toEqual([
      ['layout', 2],
      ['layout', 2],
    ]);
    const cells = document.tables.map((table) =>
      table.cells.map((cell) =>
        cell.blocks.map((at) => document.text.slice(document.blocks[at]!.span.start, document.blocks[at]!.span.end)),
      ),
    );
    expect(cells).toEqual([
      [
        ['UBND TỈNH QUẢNG NGÃI', 'BAN DÂN TỘC', 'Số: 128/BC-BDT'],
        ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Quảng Ngãi, ngày 15 tháng 12 năm 2023'],
      ],
      [
        ['Nơi nhận:', '- UBND tỉnh;', '- Các sở, ban, ngành;', '- Lưu: VT.'],
        ['KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'Đinh Thị Loan'],
      ],
    ]);
  });

  it('joins paragraphs over lines and pages and leaves the page numbers out', async () => {
    const document = await read(file('letter.pdf'));
    const items = texts(document, 'list-item').filter((text) => /^\d/.test(text));
    expect(items).toHaveLength(12);
    const said =
      'Các cấp công đoàn đã vận động đoàn viên tham gia phong trào, thăm hỏi gia đình khó khăn và tổ chức nhiều hoạt động thiết thực tại cơ sở trong sáu tháng đầu năm. ';
    for (const [index, text] of items.entries())
      expect(text).toBe(
        `${index + 1}. ${said}${said}Việc này được giao theo Công văn số 2101/SNV-TĐKT và các văn bản liên quan.`,
      );
    expect(texts(document)).not.toContain('2');
  });

  it('puts glyphs in true order that were drawn font by font, with gaps for the missing letters', async () => {
    expect(texts(await read(file('missing-letters.pdf')))).toEqual([
      'THÔNG BÁO',
      'Đợt 1: Trao tặng 47 suất quà cho học sinh nghèo vượt khó; đợt 2: trao tặng 30 chiếc xe đạp. Các thủ tục, ưu đãi được thực hiện đúng quy định của Bộ trưởng, bảo đảm đủ điều kiện.',
    ]);
  });

  it('reads running text in two columns one after the other', async () => {
    const document = await read(file('two-columns.pdf'));
    expect(texts(document).map((text) => text.slice(0, 9))).toEqual([
      'BẢN TIN N',
      'Số 06 năm',
      'Đoạn một.',
      'Đoạn hai.',
      'Đoạn ba. ',
      'Đoạn bốn.',
      'Ban biên ',
    ]);
    expect(document.tables).toEqual([]);
  });

  it('reads running text in three columns, part by part, with a note under them', async () => {
    const document = await read(file('three-columns.pdf'));
    const number = /số (\d+)\/QĐ-UBND/;
    expect(texts(document).map((text) => number.exec(text)?.[1] ?? text.slice(0, 15))).toEqual([
      'BẢN TIN NỘI BỘ',
      '10',
      '11',
      '¹ Theo Báo cáo ',
      ...['12', '13', '14', '15'],
      'KẾT QUẢ SÁU THÁ',
      ...['16', '17', '18', '19', '20', '21'],
      'Trên đây là báo',
    ]);
    expect(document.tables).toEqual([]);
  });

  it('ties notes to their raised marks and keeps powers', async () => {
    const document = await read(file('table-and-notes.pdf'));
    expect(document.notes.map(({ mark }) => mark)).toEqual(['1', '2', '1']);
    const anchors = document.notes.map(({ anchor }) => document.text.slice(anchor!.start - 3, anchor!.end));
    expect(anchors).toEqual(['ỉnh¹', 'uấn²', 'phí¹']);
    expect(texts(document, 'footnote')).toEqual([
      '¹ Kế hoạch số 77/KH-UBND ngày 06/5/2022 của UBND tỉnh.',
      '² Gồm 12 lớp, mỗi lớp 40 người, do Trung tâm Chính trị huyện tổ chức từ tháng 3 đến tháng 9 năm 2023 tại các xã vùng sâu của huyện.',
      '¹ Công văn số 15/PDT ngày 02/11/2023.',
    ]);
    const at = document.blocks.findIndex(({ kind }) => kind === 'footnote');
    const before = document.blocks[at - 1]!;
    expect(document.text.slice(before.span.start, before.span.end)).toContain('250 m² tại xã Ba Vì');
  });

  it('reads a ruled table over three pages as one, its repeated head once', async () => {
    const document = await read(file('table-and-notes.pdf'));
    const tables = document.tables.filter(({ kind }) => kind === 'data');
    expect(tables).toHaveLength(1);
    const [table] = tables;
    expect([table!.rows, table!.columns, table!.page]).toEqual([42, 4, 1]);
    const cell = (row: number, column: number) =>
      table!.cells.find((each) => each.row === row && each.column === column);
    const textAt = (row: number, column: number) =>
      cell(row, column)!.blocks.map((at) =>
        document.text.slice(document.blocks[at]!.span.start, document.blocks[at]!.span.end),
      );
    expect(textAt(0, 2)).toEqual(['Năm 2023']);
    expect(cell(0, 2)).toMatchObject({ columnSpan: 2, rowSpan: 1, header: true });
    expect(cell(0, 0)).toMatchObject({ columnSpan: 1, rowSpan: 2, header: true });
    expect(cell(1, 3)).toMatchObject({ header: true });
    expect([0, 1, 2, 3].map((column) => textAt(41, column)[0])).toEqual([
      '40',
      'Số buổi tuyên truyền đợt 40',
      '140',
      '130,5',
    ]);
    expect(document.text).toContain('1\tSố lượt người tham dự đợt 1\t101\t91,5');
    expect(document.blocks[cell(41, 0)!.blocks[0]!]!.page).toBe(3);
  });

  it('reads a page that was set on its side', async () => {
    const page = { texts: body.map(({ text, x, y }) => ({ text, x: y, y: 800 - x, angle: 90 })) };
    const upright = texts(await readPages({ texts: body }));
    expect(upright).toEqual(['Phòng Nội vụ đã hoàn thành kế hoạch công tác năm hai nghìn.']);
    expect(texts(await readPages({ ...page, rotate: 90 }))).toEqual(upright);
    expect(texts(await readPages(page))).toEqual(upright);
  });

  it('reads what was typed over the finished page', async () => {
    const document = await readPages({
      texts: [{ text: 'Số:      /SNV-TCCB', x: 80, y: 100 }, ...lines(80, 200, 'Kính đề nghị xem xét.')],
      typed: [{ text: '145', x: 112, y: 101 }],
    });
    expect(texts(document)[0]).toBe('Số: 145 /SNV-TCCB');
  });

  it('leaves watermarks aslant out', async () => {
    const document = await readPages({ texts: [...body, { text: 'BẢN NHÁP', x: 200, y: 600, angle: 45 }] });
    expect(document.text).not.toContain('NHÁP');
    expect(codesOf(document)).toEqual(['pdf/slanted-text']);
  });
});

describe('readPdf on files that cannot be read', () => {
  const whole = drawPdf([{ texts: body }]);
  const failure = (bytes: Uint8Array, limits = defaultLimits) =>
    read(bytes, limits).then(
      () => 'read',
      (error: { code: string }) => error.code,
    );

  it.each([
    ['garbage under a PDF mark', Buffer.from('%PDF-1.7\nnothing of the kind\n%%EOF')],
    ['a file cut in half', whole.subarray(0, whole.length >> 1)],
    ['a file cut after its first line', whole.subarray(0, 12)],
  ])('calls %s corrupt', async (_, bytes) => {
    expect(await failure(bytes)).toBe('corrupt');
  });

  it('reads a file whose cross-reference table is damaged', async () => {
    const text = Buffer.from(whole).toString('latin1');
    const damaged = text.replace(/\d{10} 00000 n/g, '0000009999 00000 n').replace(/startxref\n\d+/, 'startxref\n7');
    expect(texts(await read(Buffer.from(damaged, 'latin1')))).toEqual([
      'Phòng Nội vụ đã hoàn thành kế hoạch công tác năm hai nghìn.',
    ]);
  });

  it('wants the password only where one is needed to open', async () => {
    expect(await failure(file('user-password.pdf'))).toBe('encrypted');
    expect(texts(await read(file('owner-password.pdf')))).toEqual(texts(await read(file('missing-letters.pdf'))));
  });

  it.each([
    ['a picture alone', { picture: true }],
    ['a picture under a watermark', { picture: true, texts: [{ text: 'www.vanban.vn', x: 200, y: 800, size: 9 }] }],
    [
      'a picture under a stamp',
      {
        picture: true,
        texts: [
          { text: 'Người ký: Văn phòng Sở Nội vụ tỉnh Quảng Ngãi', x: 300, y: 40, size: 8 },
          { text: 'Email: vanphong.snv@quangngai.gov.vn', x: 300, y: 50, size: 8 },
          { text: 'Thời gian ký: 15.12.2023 10:23:45 +07:00', x: 300, y: 60, size: 8 },
        ],
      },
    ],
    ['an empty page', {}],
  ])('finds no text in %s', async (_, page) => {
    expect(await failure(drawPdf([page]))).toBe('no-text');
  });

  it('reads the written pages of a file that is scanned in part, and says which are not', async () => {
    const long = lines(80, 100, ...Array.from({ length: 8 }, () => 'Các đơn vị đã hoàn thành nhiệm vụ được giao.'));
    const document = await readPages({ texts: long }, { picture: true });
    expect(document.warnings).toEqual([
      { code: 'pdf/no-text-layer', level: 'warning', message: 'Page 2 holds only a picture', page: 2 },
    ]);
  });

  it('stops at the limit of pages', async () => {
    const pages = drawPdf([{ texts: body }, { texts: body }, { texts: body }]);
    expect(await failure(pages, { ...defaultLimits, maxPages: 2 })).toBe('too-many-pages');
  });

  it('does not hang on a page tree that holds itself', async () => {
    const looped = Buffer.from(
      Buffer.from(whole)
        .toString('latin1')
        .replace(/\/Kids \[\d+ 0 R/, '/Kids [2 0 R'),
      'latin1',
    );
    expect(['corrupt', 'no-text']).toContain(await failure(looped));
  });

  it('ends in a text or a code whatever bytes are overwritten', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 40 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          expect(['read', 'corrupt', 'no-text', 'encrypted']).toContain(await failure(bytes));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives memory back: many files in one process do not grow it', async () => {
    const bytes = file('table-and-notes.pdf');
    for (let i = 0; i < 5; i += 1) await read(bytes);
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 60; i += 1) await read(bytes);
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024);
  });

  it('lets the process end', () => {
    const script = `const { readPdf } = await import('./src/ingest/pdf/read-pdf.ts');
      const { readFileSync } = await import('node:fs');
      await readPdf({ bytes: readFileSync('test/ingest/pdf/files/letter.pdf'), name: 'a', sha256: '', limits: { maxBytes: 1e9, maxPages: 9, maxUnpackedBytes: 1e9 } });
      console.log('read');`;
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      timeout: 20_000,
    });
    expect([run.status, String(run.stdout).trim()]).toEqual([0, 'read']);
  });
});
