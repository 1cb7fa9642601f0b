import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.js';
import { quoteOf, type SourceDocument, sourceDocument } from '../../../src/model/index.js';
import { processTime } from '../../process-time.js';

const read = (text: string | Uint8Array, name = 'bao-cao.txt') =>
  readDocument({ bytes: typeof text === 'string' ? Buffer.from(text, 'utf8') : text, name });
const blocksOf = (document: SourceDocument) => document.blocks.map(({ span }) => quoteOf(document.text, span));
const blocksIn = async (text: string) => blocksOf(await read(text));

describe('encodings', () => {
  const text = 'Báo cáo số 12/BC-SNV của Sở Nội vụ tỉnh Quảng Bình';
  const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 LE without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with its mark', utf16be],
    ['decomposed letters', Buffer.from(text.normalize('NFD'))],
  ])('reads %s', async (_, bytes) => {
    const document = await read(bytes);
    expect(document.text).toBe(text);
    expect(document.warnings).toEqual([]);
  });
  it.each<[what: string, bytes: Uint8Array, text: string]>([
    ['seven bytes with a zero as single bytes', Buffer.from('Bao c\0a'), 'Bao ca'],
    ['eight bytes with two zeros as single bytes', Buffer.from('So 5\0a\0b'), 'So 5ab'],
    ['a file that its disk filled up with zeros', Buffer.from(`So 5${'\0'.repeat(508)}`), 'So 5'],
    ['a word in UTF-16', Buffer.from('Tổng', 'utf16le'), 'Tổng'],
    ['a word in UTF-16 BE', Buffer.from('Hà Nội', 'utf16le').swap16(), 'Hà Nội'],
    ['UTF-16 that is cut within a letter', Buffer.from(text, 'utf16le').subarray(0, -1), `${text.slice(0, -1)}\ufffd`],
    [
      'UTF-16 of letters with two marks, lines and symbols',
      Buffer.from('ĐỀ NGHỊ PHẪU THUẬT ĐỂ CHỮA BỆNH – “≥ 5” │ ở vùng khó khăn', 'utf16le'),
      'ĐỀ NGHỊ PHẪU THUẬT ĐỂ CHỮA BỆNH – “≥ 5” │ ở vùng khó khăn',
    ],
  ])('without a mark reads %s', async (_, bytes, expected) => expect((await read(bytes)).text).toBe(expected));

  it('reads Windows-1258 with a warning', async () => {
    // "Quyết định": ê + acute as letters and combining marks of the code page
    const document = await read(Buffer.from([0x51, 0x75, 0x79, 0xea, 0xec, 0x74, 0x20, 0xf0, 0x69, 0xf2, 0x6e, 0x68]));
    expect(document.text).toBe('Quyết định');
    expect(document.warnings.map(({ code }) => code)).toEqual(['ingest/guessed-encoding']);
  });
});

describe('paragraphs', () => {
  it('keeps a line a paragraph when lines are paragraphs', async () => {
    const long =
      'Ủy ban nhân dân xã đã triển khai thực hiện đầy đủ các nội dung của kế hoạch đề ra trong năm và báo cáo huyện. ';
    expect(
      await blocksIn(`BÁO CÁO\nKết quả năm 2023\n\n${long}\n- Hội Nông dân;\n- Đoàn xã.\n${long.repeat(2)}`),
    ).toEqual(['BÁO CÁO', 'Kết quả năm 2023', long.trim(), '- Hội Nông dân;', '- Đoàn xã.', long.repeat(2).trim()]);
  });

  it('joins what a page break cut and drops the page number', async () => {
    const head = 'Mở các lớp bồi dưỡng nghiệp vụ cho cán bộ hợp tác xã ở những vùng khó để thực hiện';
    expect(await blocksIn(`${head}\n\n                    2\n\ncác nhiệm vụ được giao.\nHết.`)).toEqual([
      `${head} các nhiệm vụ được giao.`,
      'Hết.',
    ]);
  });

  it.each([
    ['số', '41/QĐ-SNV ngày 03/4/2023 của Sở Nội vụ về việc kiện toàn tổ giúp việc'],
    ['số 41/QĐ-', 'SNV ngày 03/4/2023 của Sở Nội vụ về việc kiện toàn tổ giúp việc'],
    ['số 41/QĐ-SNV ngày 03/', '4/2023 của Sở Nội vụ về việc kiện toàn tổ giúp việc'],
    ['số 41/QĐ-SNV ngày 03/4/2023 của Sở', 'Nội vụ về việc kiện toàn tổ giúp việc của ngành'],
  ])('drops the number of a page that cut a reference behind «%s»', async (end, rest) => {
    const head = `Các đơn vị đã tổ chức thực hiện đầy đủ các nội dung theo Quyết định ${end}`;
    const joined = [`${head}${end.endsWith('-') || end.endsWith('/') ? '' : ' '}${rest}`];
    expect(await blocksIn(`${head}\n\n7\n\n${rest}`)).toEqual(joined);
  });

  it.each([
    [
      'a figure that the words above wait for',
      'Tính đến cuối năm, trên địa bàn xã Phú Lộc còn lại tổng số',
      'hộ nghèo theo chuẩn nghèo đa chiều giai đoạn mới',
    ],
    [
      'a figure between finished paragraphs',
      'Các đơn vị đã thực hiện đầy đủ các nội dung được giao.',
      'Các xã tiếp tục rà soát và báo cáo kết quả về huyện.',
    ],
    ['a cell of a table whose grid is lost', 'tỷ lệ hộ nghèo', 'hộ cận nghèo'],
  ])('keeps %s', async (_, above, below) => {
    expect((await blocksIn(`${above}\n\n12\n\n${below}`)).join(' ')).toBe(`${above} 12 ${below}`);
  });

  it('joins the lines of a printed page', async () => {
    const page = [
      '     Sở Nội vụ nhận được Công văn số 12/CV-HND ngày 12/02/2025 của Hội Nông',
      'dân tỉnh về việc xin phép tổ chức đại hội theo Nghị định số 7/2024/NĐ-',
      'CP của Chính phủ và hướng dẫn của Bộ Nội vụ về công tác hội trong năm nay',
      'và các năm sau.',
      '     Sau khi rà soát hồ sơ kèm theo, Sở Nội vụ báo cáo như sau:',
      '     1. Hồ sơ đầy đủ theo quy định của pháp luật hiện hành về hội và theo các',
      'quy định khác của tỉnh.',
      '                                       2',
      '',
      '     a) Đại hội được tổ chức vào ngày 09/4/2025 tại hội trường của Ủy ban nhân',
      'dân thành phố.',
    ];
    expect(await blocksIn(page.join('\n'))).toEqual([
      'Sở Nội vụ nhận được Công văn số 12/CV-HND ngày 12/02/2025 của Hội Nông dân tỉnh về việc xin phép tổ chức đại hội theo Nghị định số 7/2024/NĐ-CP của Chính phủ và hướng dẫn của Bộ Nội vụ về công tác hội trong năm nay và các năm sau.',
      'Sau khi rà soát hồ sơ kèm theo, Sở Nội vụ báo cáo như sau:',
      '1. Hồ sơ đầy đủ theo quy định của pháp luật hiện hành về hội và theo các quy định khác của tỉnh.',
      'a) Đại hội được tổ chức vào ngày 09/4/2025 tại hội trường của Ủy ban nhân dân thành phố.',
    ]);
  });

  it('keeps the figures of a table whose grid is lost', async () => {
    expect(await blocksIn('STT\nChỉ tiêu\nKết quả\n1\nSố hộ nghèo\n12\n2\nSố hộ cận nghèo\n34')).toHaveLength(9);
  });
});

describe('columns', () => {
  const letterhead = [
    '     UBND TỈNH A                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    '  SỞ LAO ĐỘNG – THƯƠNG BINH              Độc lập - Tự do - Hạnh phúc',
    '         VÀ XÃ HỘI                       ---------------',
    '                                      Vinh, ngày 03 tháng 10 năm 2022',
    '   Số: 15/SLĐTBXH-VP',
    '',
    '                           TỜ TRÌNH',
    '           Kính gửi:    - Ủy ban nhân dân tỉnh;',
    '                        - Sở Nội vụ.',
  ];
  it('reads a letterhead column by column', async () => {
    const document = await read(letterhead.join('\n'));
    expect(blocksOf(document)).toEqual([
      'UBND TỈNH A',
      'SỞ LAO ĐỘNG – THƯƠNG BINH',
      'VÀ XÃ HỘI',
      'Số: 15/SLĐTBXH-VP',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Vinh, ngày 03 tháng 10 năm 2022',
      'TỜ TRÌNH',
      'Kính gửi: - Ủy ban nhân dân tỉnh;',
      '- Sở Nội vụ.',
    ]);
    expect(document.tables).toMatchObject([{ kind: 'layout', rows: 1, columns: 2 }]);
    expect(document.blocks[3]!.cell).toEqual({ table: 0, row: 0, column: 0 });
  });
  it('reads recipients and signer column by column', async () => {
    expect(
      await blocksIn(
        'Kính trình xem xét./.\n Nơi nhận:                     KT. GIÁM ĐỐC\n - Như trên;                  PHÓ GIÁM ĐỐC\n - Lưu: VT.\n\n\n\n                              Trần Thị Bình',
      ),
    ).toEqual([
      'Kính trình xem xét./.',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Trần Thị Bình',
    ]);
  });
  it('reads the two columns of those who sign minutes one after the other', async () => {
    expect(
      await blocksIn(
        'Cuộc họp kết thúc lúc 16 giờ./.\n\n   THƯ KÝ                         CHỦ TRÌ\n  (Đã ký)                         (Đã ký)\n\nLò Thị Vân                      Lê Văn Tiến\n',
      ),
    ).toEqual([
      'Cuộc họp kết thúc lúc 16 giờ./.',
      'THƯ KÝ',
      '(Đã ký)',
      'Lò Thị Vân',
      'CHỦ TRÌ',
      '(Đã ký)',
      'Lê Văn Tiến',
    ]);
  });

  it('sees no columns in a line of capitals that only stands apart', async () => {
    expect(
      await blocksIn('Kết quả như sau:\nTỔNG SỐ                         ĐẠT\nChi tiết tại phụ lục.'),
    ).not.toContain('ĐẠT');
  });

  it('ends the signature after the archive line', async () => {
    expect(
      await blocksIn(
        ' Nơi nhận:              GIÁM ĐỐC\n - Lưu: VT.\n                         Lê Văn Tám\nPHỤ LỤC I\nChỉ tiêu',
      ),
    ).toEqual(['Nơi nhận:', '- Lưu: VT.', 'GIÁM ĐỐC', 'Lê Văn Tám', 'PHỤ LỤC I', 'Chỉ tiêu']);
    expect(await blocksIn(' Nơi nhận:              GIÁM ĐỐC\n - Lưu: VT.\nPHỤ LỤC I')).toEqual([
      'Nơi nhận:',
      '- Lưu: VT.',
      'GIÁM ĐỐC',
      'PHỤ LỤC I',
    ]);
  });
  it('takes wide gaps in running text for spaces', async () => {
    expect(await blocksIn('Số:        /BC-UBND')).toEqual(['Số: /BC-UBND']);
  });

  it('gives the right column back what a second wrapping pushed out', async () => {
    const wrapped = [
      '      UBND TỈNH HÀ NAM                             CỘNG HÒA XÃ HỘI CHỦ NGHĨA',
      'VIỆT NAM',
      '         SỞ NỘI VỤ                                          Độc lập - Tự do',
      '- Hạnh phúc',
      '      Số: 12/BC-SNV                              Hà Nam, ngày 03 tháng 10 năm',
      '2022',
      '',
      '                                  BÁO CÁO',
      '                         Kết quả công tác quý III',
    ];
    expect((await blocksIn(wrapped.join('\n'))).slice(0, 6)).toEqual([
      'UBND TỈNH HÀ NAM',
      'SỞ NỘI VỤ',
      'Số: 12/BC-SNV',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hà Nam, ngày 03 tháng 10 năm 2022',
    ]);
  });
});

describe('footnotes', () => {
  const head = 'Phong trào thi đua năm 2023¹ đã được tổ chức phát động để hoàn thành xuất sắc nhiệm vụ';
  it('lifts notes out of the sentence they cut', async () => {
    const document = await read(
      `${head}\n\n¹ Kế hoạch số 28/KH-BDT ngày 28/02/2023\n\ncông tác năm; sau đó² kết thúc.\n\n² Kế hoạch số 29/KH-BDT`,
    );
    expect(blocksOf(document)).toEqual([
      `${head} công tác năm; sau đó² kết thúc.`,
      '¹ Kế hoạch số 28/KH-BDT ngày 28/02/2023',
      '² Kế hoạch số 29/KH-BDT',
    ]);
    expect(document.notes).toMatchObject([
      { mark: '1', blocks: [1] },
      { mark: '2', blocks: [2] },
    ]);
    expect(document.notes.map(({ anchor }) => quoteOf(document.text, anchor!))).toEqual(['¹', '²']);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'footnote', 'footnote']);
  });
  it('keeps the bullets of a note with it', async () => {
    const document = await read(
      'Phối hợp với các hội⁽¹⁾ và đoàn⁽²⁾.\n\n⁽¹⁾ - Hội Nông dân: 2 lớp.\n\n- Hội Phụ nữ: 3 lớp.\n\n⁽²⁾ Đoàn xã.\n\n- Về kinh tế.',
    );
    expect(document.blocks.map(({ kind, note }) => [kind, note])).toEqual([
      ['paragraph', undefined],
      ['footnote', 0],
      ['footnote', 0],
      ['footnote', 1],
      ['list-item', undefined],
    ]);
  });
  it('raises a mark that was glued to its word', async () => {
    const document = await read(
      'căn cứ Nghị định số 118/2021/NĐ-CP1, Sở Nội vụ báo cáo.\n\n\n1\n    Nghị định số 118/2021/NĐ-CP ngày 23/12/2021 của Chính phủ.',
    );
    expect(blocksOf(document)).toEqual([
      'căn cứ Nghị định số 118/2021/NĐ-CP¹, Sở Nội vụ báo cáo.',
      '¹ Nghị định số 118/2021/NĐ-CP ngày 23/12/2021 của Chính phủ.',
    ]);
  });
  it('pairs equal numbers of different pages in turn', async () => {
    const document = await read('Một¹ lần.\n¹ Chú thích A.\nHai¹ lần.\n¹ Chú thích B.');
    expect(blocksOf(document)).toEqual(['Một¹ lần.', '¹ Chú thích A.', 'Hai¹ lần.', '¹ Chú thích B.']);
    expect(document.notes.every(({ anchor }) => anchor !== null)).toBe(true);
  });
  it('does not take powers, items and totals for notes', async () => {
    const document = await read('Diện tích 120 m² đất.\n\n1 Hội trường\n(2) Kế hoạch kiểm tra\n[3] Không có');
    expect(document.notes).toEqual([]);
  });
});

describe('marks of Markdown', () => {
  it('takes emphasis out and keeps stars that are text', async () => {
    expect(
      await blocksIn('*\n**KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN**\n\n* Tóm lại: 5*3 m (*nếu có*).\n\nông A*, bà B*'),
    ).toEqual(['*', 'KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', '* Tóm lại: 5*3 m (nếu có).', 'ông A*, bà B*']);
  });
  it('reads headings, notes and tables', async () => {
    const document = await read(
      '# Báo cáo\n\nKết quả[^1] đạt được:\n\n| STT | Chỉ tiêu | Kết quả |\n|---|:--|--:|\n| 1 | Hộ nghèo | 12 |\n\n[^1]: Theo Kế hoạch số 5/KH-UBND.',
      'a.md',
    );
    expect(document.mediaType).toBe('text/markdown');
    expect(document.text).toBe(
      'Báo cáo\nKết quả¹ đạt được:\n¹ Theo Kế hoạch số 5/KH-UBND.\nSTT\tChỉ tiêu\tKết quả\n1\tHộ nghèo\t12',
    );
    expect(document.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
    expect(document.tables).toMatchObject([{ kind: 'data', rows: 2, columns: 3 }]);
    expect(document.tables[0]!.cells.map(({ header }) => header)).toEqual([true, true, true, false, false, false]);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'Kế hoạch số 5/KH-UBND',
    '¹',
    '⁽²⁾ ',
    '\n',
    '\n\n',
    '     ',
    ' ',
    '-',
    '2',
    '(1)',
    '[1] ',
    '**',
    '*',
    '|',
    '\t',
    '\f',
    'UBND TỈNH A',
    'CỘNG HÒA XÃ HỘI',
    'Nơi nhận:',
    'của',
    'thực hiện',
    'ệ',
    '.',
    ':',
    '#',
    '---',
    '====',
  );
  it('gives the same valid document each time, and loses no letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 60 }), async (pieces) => {
        const text = `Đầu ${pieces.join('')}`;
        const document = sourceDocument.parse(await read(text));
        expect(await read(text.normalize('NFD'))).toMatchObject({ text: document.text, blocks: document.blocks });
        const letters = (from: string) => (from.match(/\p{L}/gu) ?? []).sort().join('');
        expect(letters(document.text.normalize('NFKC'))).toBe(letters(text));
        let end = -1;
        for (const { span } of document.blocks) {
          expect(span.start).toBe(end + 1);
          end = span.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['stars', '*a '.repeat(300_000)],
    ['marks', 'a¹ '.repeat(300_000)],
    ['note lines', '¹ a\n'.repeat(100_000)],
    ['short lines', 'a\n'.repeat(300_000)],
    ['gaps', 'a   b '.repeat(100_000)],
    ['bars', '|a'.repeat(300_000)],
    ['brackets', '[^1'.repeat(200_000)],
    ['empty lines', `a${'\n'.repeat(500_000)}b`],
  ])('reads a megabyte of %s in time', async (_, text) => {
    const start = processTime();
    await read(text);
    expect(processTime() - start).toBeLessThan(5000);
  });
});
