import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processTime } from '../../process-time.js';
import type { DrawnText } from './draw-pdf.js';
import { codesOf, lines, readPages, texts } from './read-drawn.js';

// Every letter of the drawn font is 7 points wide at 14 points; a full line here ends near x = 535.
const full = 'Các cơ quan, đơn vị đã hoàn thành tốt các nhiệm vụ được giao trong';
const filler = (y: number, count = 4): DrawnText[] => lines(80, y, ...Array.from({ length: count }, () => full));

/** Letters that lie over one another by 0.6 points, with gaps of 2.1 points between the words. */
function squeezed(text: string, x: number, y: number): DrawnText[] {
  const drawn: DrawnText[] = [];
  let at = x;
  for (const letter of text) {
    if (letter !== ' ') drawn.push({ text: letter, x: at, y });
    at += letter === ' ' ? 2.7 : 6.4;
  }
  return drawn;
}

describe('words and lines', () => {
  it.each([
    ['drawn from the end', [...lines(80, 100, 'Một hai ba.')].reverse(), ['Một hai ba.']],
    [
      'drawn word by word without spaces',
      [
        { text: 'Một', x: 80, y: 100 },
        { text: 'hai', x: 106, y: 100 },
        { text: 'ba.', x: 132, y: 100 },
      ],
      ['Một hai ba.'],
    ],
    [
      'with gaps for letters of another font',
      [
        { text: 'Tr o  t ng', x: 80, y: 100 },
        { text: 'a', x: 94, y: 100 },
        { text: 'ặ', x: 129, y: 100 },
      ],
      ['Trao tặng'],
    ],
    [
      'a letter drawn twice to look bold',
      [
        { text: 'Điều', x: 80, y: 100 },
        { text: 'Điều', x: 80.4, y: 100 },
      ],
      ['Điều'],
    ],
    [
      'a power and a mark, raised',
      [
        { text: 'Rộng 250 m', x: 80, y: 100 },
        { text: '2', x: 150, y: 95, size: 8 },
        { text: 'đất.', x: 164, y: 100 },
      ],
      ['Rộng 250 m² đất.'],
    ],
    [
      'a sign set low',
      [
        { text: 'Khí CO', x: 80, y: 100 },
        { text: '2', x: 122, y: 103, size: 8 },
        { text: 'thải.', x: 136, y: 100 },
      ],
      ['Khí CO2 thải.'],
    ],
    [
      'squeezed into its line and drawn letter by letter, without spaces',
      squeezed('Vốn của các thành phần kinh tế tăng.', 80, 100),
      ['Vốn của các thành phần kinh tế tăng.'],
    ],
    ['a ligature', lines(80, 100, 'Hồ sơ of\ufb01ce.'), ['Hồ sơ office.']],
    ['letters that share a glyph', [{ text: [...'Học tập ', 'ti', ...'n học'], x: 80, y: 100 }], ['Học tập tin học']],
    [
      'a letter and its mark in one glyph, drawn by itself',
      [
        { text: 'Ngh', x: 80, y: 100 },
        { text: ['i\u0323'], x: 101, y: 100 },
        { text: 'đ', x: 111, y: 100 },
        { text: ['i\u0323'], x: 118, y: 100 },
        { text: 'nh', x: 125, y: 100 },
      ],
      ['Nghị định'],
    ],
    [
      'such a glyph on a page set on its side',
      [
        { text: 'đ', x: 300, y: 400, angle: 90 },
        { text: ['i\u0323'], x: 300, y: 393, angle: 90 },
        { text: 'nh', x: 300, y: 386, angle: 90 },
      ],
      ['định'],
    ],
    ['letters and their marks apart', lines(80, 100, 'Quye\u0302\u0301t di\u0323nh.'), ['Quyết dịnh.']],
  ])('reads %s', async (_, drawn, expected) => {
    expect(texts(await readPages({ texts: drawn }))).toEqual(expected);
  });

  it('reads the same text in whatever order it was drawn', async () => {
    const words = full.split(' ');
    let x = 80;
    const placed = words.map((text) => {
      const drawn = { text, x, y: 100 };
      x += (Array.from(text).length + 1) * 7;
      return drawn;
    });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(placed, { minLength: placed.length }), async (shuffled) => {
        expect(texts(await readPages({ texts: shuffled }))).toEqual([full]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('paragraphs', () => {
  it.each([
    [
      'joins a symbol cut at its hyphen',
      [
        ...filler(100, 3),
        ...lines(80, 160, 'năm theo đúng quy định tại Công văn số 2101 ngày ấy và số 15/SNV-', 'TĐKT của Sở Nội vụ.'),
      ],
      [`${full} ${full} ${full} năm theo đúng quy định tại Công văn số 2101 ngày ấy và số 15/SNV-TĐKT của Sở Nội vụ.`],
    ],
    [
      'keeps the space of a dash between words',
      [
        ...filler(100, 3),
        ...lines(80, 160, 'năm theo đúng quy định, nhất là các mục tiêu về phát triển kinh tế -', 'xã hội của huyện.'),
      ],
      [
        `${full} ${full} ${full} năm theo đúng quy định, nhất là các mục tiêu về phát triển kinh tế - xã hội của huyện.`,
      ],
    ],
    [
      'begins a paragraph where a line stands in',
      [
        ...lines(108, 100, 'Phòng Nội vụ báo cáo kết quả thực hiện công tác thi đua năm vừa.'),
        ...filler(120, 2),
        ...lines(108, 160, 'Phòng Tài chính báo cáo kết quả thực hiện công tác thi đua năm.'),
        ...filler(180, 2),
        ...lines(108, 220, 'Phòng Tư pháp báo cáo kết quả thực hiện công tác thi đua năm vừa'),
        ...lines(80, 240, 'qua.'),
      ],
      [
        `Phòng Nội vụ báo cáo kết quả thực hiện công tác thi đua năm vừa. ${full} ${full}`,
        `Phòng Tài chính báo cáo kết quả thực hiện công tác thi đua năm. ${full} ${full}`,
        'Phòng Tư pháp báo cáo kết quả thực hiện công tác thi đua năm vừa qua.',
      ],
    ],
    [
      'begins a paragraph after a line with room left, and at a marker',
      [
        ...filler(100, 2),
        ...lines(80, 140, 'năm qua.', 'Huyện đã tổ chức:', '- Hội nghị;', '- Tập huấn;', 'a) Cấp xã.'),
      ],
      [`${full} ${full} năm qua.`, 'Huyện đã tổ chức:', '- Hội nghị;', '- Tập huấn;', 'a) Cấp xã.'],
    ],
    [
      'takes no item from the middle of a sentence',
      [
        ...filler(100, 2),
        ...lines(
          80,
          140,
          'năm theo đúng Nghị quyết của Đại hội đại biểu Đảng bộ tỉnh, khóa',
          'XX. Ban đã rà soát các quy định.',
        ),
      ],
      [
        `${full} ${full} năm theo đúng Nghị quyết của Đại hội đại biểu Đảng bộ tỉnh, khóa XX. Ban đã rà soát các quy định.`,
      ],
    ],
  ])('%s', async (_, drawn, expected) => {
    expect(texts(await readPages({ texts: drawn }))).toEqual(expected);
  });

  it('keeps the lines of a centred title in one block', async () => {
    const document = await readPages({
      texts: [
        { text: 'BÁO CÁO', x: 283, y: 80 },
        { text: 'Kết quả thực hiện phong trào thi đua', x: 181, y: 110, size: 14.4 },
        { text: 'của huyện Ba Tơ', x: 257, y: 128, size: 14.4 },
        ...filler(180, 8),
      ],
    });
    expect(texts(document).slice(0, 2)).toEqual(['BÁO CÁO', 'Kết quả thực hiện phong trào thi đua\ncủa huyện Ba Tơ']);
    expect(document.blocks[1]!.style.align).toBe('center');
  });

  it('joins a paragraph over the page, under the next page’s number', async () => {
    const document = await readPages(
      { texts: [...filler(100, 34)] },
      { texts: [{ text: '2', x: 305, y: 50 }, ...lines(80, 100, 'sáu tháng đầu năm.', 'Huyện báo cáo.')] },
    );
    expect(texts(document)).toEqual([expect.stringMatching(/được giao trong sáu tháng đầu năm\.$/u), 'Huyện báo cáo.']);
    expect(document.pages.map(({ spans }) => spans.length)).toEqual([1, 1]);
  });
});

describe('what stands around the text', () => {
  const page = (head: string, number: number, first: string) => ({
    texts: [
      { text: head, x: 80, y: 40, size: 10 },
      { text: String(number), x: 305, y: 810 },
      ...lines(80, 100, first, 'Huyện đã hoàn thành kế hoạch.'),
    ],
  });

  it('drops running heads and page numbers', async () => {
    const document = await readPages(
      page('CÔNG BÁO/Số 12/Ngày 15-7-2022', 3, 'Trang đầu.'),
      page('CÔNG BÁO/Số 12/Ngày 15-7-2022', 4, 'Trang giữa.'),
      page('CÔNG BÁO/Số 12/Ngày 15-7-2022', 5, 'Trang cuối.'),
    );
    expect(document.text).not.toMatch(/CÔNG BÁO|^\d$/mu);
    expect(document.text).toContain('Trang giữa.');
  });

  it('keeps headings that only look alike', async () => {
    const document = await readPages(
      page('Điều 3', 1, 'Trang đầu.'),
      page('Điều 9', 2, 'Trang giữa.'),
      page('Điều 11', 3, 'Trang cuối.'),
    );
    expect(texts(document).filter((text) => text.startsWith('Điều'))).toEqual(['Điều 3', 'Điều 9', 'Điều 11']);
  });

  it('drops the stamp of a signature beside the text, and says so', async () => {
    const stamp = [
      'Người ký: Sở Nội vụ',
      'Email: snv@tinh.gov.vn',
      'Cơ quan: tỉnh Quảng Ngãi',
      'Thời gian ký: 15.12.2023',
      '10:23:45 +07:00',
    ];
    const document = await readPages({
      texts: [
        ...lines(80, 100, 'Huyện đã hoàn thành kế hoạch.', 'Cơ quan: Phòng Nội vụ.', 'Ngày ký: do Chủ tịch ghi.'),
        ...filler(180, 2),
        ...stamp.map((text, index) => ({ text, x: 400, y: 96 + index * 9, size: 8 })),
      ],
    });
    expect(document.text.split('\n')).toEqual([
      'Huyện đã hoàn thành kế hoạch.',
      'Cơ quan: Phòng Nội vụ.',
      'Ngày ký: do Chủ tịch ghi.',
      `${full} ${full}`,
    ]);
    expect(codesOf(document)).toEqual(['pdf/signature-stamp']);
  });
});

describe('columns', () => {
  const letterhead: DrawnText[] = [
    { text: 'UBND TỈNH A', x: 90, y: 60, size: 12 },
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 260, y: 60, size: 12 },
    { text: 'SỞ NỘI VỤ', x: 96, y: 76, size: 12 },
    { text: 'Độc lập - Tự do - Hạnh phúc', x: 281, y: 76, size: 12 },
    { text: 'Số: 12/BC-SNV', x: 84, y: 100, size: 12 },
    { text: 'A, ngày 05 tháng 6 năm 2023', x: 281, y: 104, size: 12 },
  ];

  it('parts a letterhead and leaves the addressee to the body', async () => {
    const document = await readPages({
      texts: [...letterhead, { text: 'Kính gửi: Ủy ban nhân dân tỉnh', x: 200, y: 150 }, ...filler(180, 3)],
    });
    expect(texts(document, 'table-cell')).toEqual([
      'UBND TỈNH A',
      'SỞ NỘI VỤ',
      'Số: 12/BC-SNV',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'A, ngày 05 tháng 6 năm 2023',
    ]);
    expect(texts(document, 'paragraph')[0]).toBe('Kính gửi: Ủy ban nhân dân tỉnh');
  });

  it('parts recipients from a signature that shares no line with them', async () => {
    const document = await readPages({
      texts: [
        ...filler(100, 3),
        { text: 'GIÁM ĐỐC', x: 380, y: 200 },
        ...lines(80, 214, 'Nơi nhận:', '- Như trên;', '- Lưu: VT.'),
        { text: 'Lê Thị Hoa', x: 373, y: 300 },
      ],
    });
    expect(texts(document, 'table-cell')).toEqual(['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'GIÁM ĐỐC', 'Lê Thị Hoa']);
  });

  it.each([
    [
      'hanging numbers',
      Array.from({ length: 5 }, (_, i) => [`${i + 1}.`, 'Hoàn thành kế hoạch được giao trong năm.'] as const),
    ],
    [
      'a list of contents',
      Array.from({ length: 5 }, (_, i) => ['Hoàn thành kế hoạch được giao.', String(i * 3)] as const),
    ],
  ])('makes no columns of %s', async (_, rows) => {
    const drawn = rows.flatMap(([left, right], index) => [
      { text: left, x: 80, y: 100 + index * 20 },
      { text: right, x: left.length < 4 ? 120 : 400, y: 100 + index * 20 },
    ]);
    expect((await readPages({ texts: drawn })).tables).toEqual([]);
  });
});

it('reads short cells without lines row by row, in however many columns', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => [
    `Huyện thứ ${i + 1}`,
    `${i + 3} xã, thị trấn`,
    `${i * 7} hộ nghèo`,
  ]);
  const drawn = rows.flatMap((cells, row) =>
    cells.map((text, column) => ({ text, x: 80 + column * 170, y: 100 + row * 20 })),
  );
  expect((await readPages({ texts: drawn })).text).toBe(rows.flat().join(' '));
});

describe('ruled tables', () => {
  const grid = (xs: readonly number[], ys: readonly number[]) => [
    ...xs.map((x) => [x, ys[0]!, x, ys.at(-1)!] as const),
    ...ys.map((y) => [xs[0]!, y, xs.at(-1)!, y] as const),
  ];

  it('reads cells, and lines within a cell as one text', async () => {
    const document = await readPages({
      texts: [
        ...lines(80, 80, 'Kết quả như sau:'),
        { text: 'STT', x: 85, y: 116 },
        { text: 'Chỉ tiêu', x: 125, y: 116 },
        { text: 'Kết quả', x: 305, y: 116 },
        { text: '1', x: 85, y: 136 },
        ...lines(125, 136, 'Số hộ được hỗ trợ nhà', 'ở trong năm'),
        { text: '1.250', x: 305, y: 136 },
      ],
      rules: grid([80, 120, 300, 400], [100, 121, 165]),
    });
    const [table] = document.tables;
    expect(table).toMatchObject({ kind: 'data', rows: 2, columns: 3 });
    expect(document.text).toBe('Kết quả như sau:\nSTT\tChỉ tiêu\tKết quả\n1\tSố hộ được hỗ trợ nhà ở trong năm\t1.250');
    expect(table!.cells.map(({ header }) => header)).toEqual([true, true, true, false, false, false]);
  });

  it.each([
    ['a box around a text', grid([70, 530], [90, 120])],
    ['underlined words', [[80, 102, 200, 102] as const, [80, 122, 200, 122] as const]],
  ])('makes no table of %s', async (_, rules) => {
    const document = await readPages({ texts: lines(80, 110, 'Ghi chú về cách tính.'), rules });
    expect([document.tables, document.text]).toEqual([[], 'Ghi chú về cách tính.']);
  });
});

describe('notes', () => {
  const noted = (y: number): DrawnText[] => [
    { text: 'Theo kế hoạch', x: 80, y },
    { text: '1', x: 171, y: y - 5, size: 8 },
    { text: 'của tỉnh, huyện đã hoàn thành.', x: 183, y },
  ];
  const note = (y: number, text: string): DrawnText[] => [
    { text: '1', x: 80, y: y - 3, size: 6 },
    { text, x: 86, y, size: 10 },
  ];

  it('pairs marks and notes page by page', async () => {
    const document = await readPages(
      { texts: [...filler(100), ...noted(200), ...note(780, 'Kế hoạch số 5/KH-UBND.')], rules: [[80, 765, 200, 765]] },
      { texts: [...filler(100), ...noted(200), ...note(780, 'Kế hoạch số 9/KH-UBND.')], rules: [[80, 765, 200, 765]] },
    );
    expect(texts(document, 'footnote')).toEqual(['¹ Kế hoạch số 5/KH-UBND.', '¹ Kế hoạch số 9/KH-UBND.']);
    expect(document.notes.map(({ anchor }) => anchor !== null)).toEqual([true, true]);
    const at = document.blocks.findIndex(({ kind }) => kind === 'footnote');
    expect(texts(document)[at - 1]).toContain('Theo kế hoạch¹ của tỉnh');
  });

  it('keeps a note whose mark is lost after its page', async () => {
    const document = await readPages({
      texts: [...filler(100), ...note(780, 'Số liệu tạm tính.')],
      rules: [[80, 765, 200, 765]],
    });
    expect(document.notes).toMatchObject([{ mark: '1', anchor: null }]);
    expect(texts(document).at(-1)).toBe('¹ Số liệu tạm tính.');
  });
});

describe('hostile pages', () => {
  it.each([
    [
      'ten thousand letters on one spot',
      Array.from({ length: 100 }, (_, i) => ({ text: 'ab'.repeat(50), x: 80, y: 100 + (i % 3) })),
    ],
    [
      'a line for each point',
      Array.from({ length: 700 }, (_, i) => ({ text: `Dòng ${i}`, x: 80 + (i % 7), y: 40 + i })),
    ],
    [
      'thousands of gaps',
      Array.from({ length: 40 }, (_, i) => ({ text: 'a b  '.repeat(60), x: 80, y: 60 + i * 18, size: 4 })),
    ],
  ])('reads %s in time', async (_, drawn) => {
    const start = processTime();
    await readPages({ texts: drawn });
    expect(processTime() - start).toBeLessThan(5000);
  });
});
