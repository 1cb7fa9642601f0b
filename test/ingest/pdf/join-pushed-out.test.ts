import { expect, it } from 'vitest';
import type { DrawnText } from './draw-pdf.js';
import { readPages, texts } from './read-drawn.js';

/** Typed with blanks, as a text file is printed: every line is one piece, 7 points a letter. */
const typed = (...all: string[]): DrawnText[] =>
  all.flatMap((text, index) =>
    [...text.matchAll(/\S+(?: \S+)*/gu)].map((piece) => ({
      text: piece[0],
      x: 50 + 7 * piece.index,
      y: 60 + 20 * index,
    })),
  );
const body = Array.from({ length: 8 }, () => 'Các cơ quan, đơn vị đã hoàn thành tốt các nhiệm vụ được giao trong');

it('gives the right column back what a narrow page pushed out to the left margin', async () => {
  const document = await readPages({
    texts: typed(
      '    UBND TỈNH HÀ NAM              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT',
      'NAM',
      '        SỞ NỘI VỤ                       Độc lập - Tự do - Hạnh',
      'phúc',
      '      Số: 12/BC-SNV                 Hà Nam, ngày 03 tháng 10 năm',
      '2022',
      '',
      ...body,
    ),
  });
  expect(texts(document).slice(0, 6)).toEqual([
    'UBND TỈNH HÀ NAM',
    'SỞ NỘI VỤ',
    'Số: 12/BC-SNV',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Hà Nam, ngày 03 tháng 10 năm 2022',
  ]);
});

it('keeps a line of the left column that was drawn before the right one', async () => {
  const document = await readPages({
    texts: [
      ...typed(...body),
      ...[
        { text: 'Nơi nhận:', x: 50, y: 240 },
        { text: 'Văn phòng', x: 50, y: 260 },
        { text: 'TM. ỦY BAN NHÂN DÂN TỈNH BẮC', x: 330, y: 240 },
      ],
    ],
  });
  expect(texts(document, 'table-cell')).toEqual(['Nơi nhận:', 'Văn phòng', 'TM. ỦY BAN NHÂN DÂN TỈNH BẮC']);
});
