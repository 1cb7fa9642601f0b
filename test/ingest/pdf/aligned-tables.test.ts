import { describe, expect, it } from 'vitest';
import type { DrawnText } from './draw-pdf.js';
import { lines, readPages, texts } from './read-drawn.js';

const places = [80, 240, 340, 440];
/** Cells of a row at the places of the columns. */
const row = (y: number, ...cells: string[]): DrawnText[] =>
  cells.flatMap((text, column) => (text === '' ? [] : [{ text, x: places[column]!, y }]));
const dataTables = async (...pages: readonly (readonly DrawnText[])[]) => {
  const document = await readPages(...pages.map((drawn) => ({ texts: drawn })));
  return document.tables
    .filter(({ kind }) => kind === 'data')
    .map(({ cells, rows }) =>
      Array.from({ length: rows }, (_, at) =>
        cells
          .filter((cell) => cell.row === at)
          .map(({ blocks }) => blocks.map((block) => document.blocks[block]!.span))
          .map((spans) => spans.map(({ start, end }) => document.text.slice(start, end)).join(' ')),
      ),
    );
};

const heads = row(140, 'Đơn vị', 'Số hộ', 'Thoát nghèo', 'Tỷ lệ (%)');

describe('columns that white space alone keeps apart', () => {
  it('are a table under their heads, and what stands around it is text', async () => {
    const drawn = [
      ...lines(80, 80, 'Kết quả giảm nghèo của các xã như sau:'),
      ...heads,
      ...row(160, 'Xã Ia Kha', '1.204', '96', '8,0'),
      ...row(180, 'Xã Ia Grăng', '918', '', '4,5'),
      ...row(200, 'Cộng', '2.122', '137', '6,5'),
      ...lines(80, 240, 'Các xã còn lại báo cáo trong tháng sau.'),
    ];
    expect(await dataTables(drawn)).toEqual([
      [
        ['Đơn vị', 'Số hộ', 'Thoát nghèo', 'Tỷ lệ (%)'],
        ['Xã Ia Kha', '1.204', '96', '8,0'],
        ['Xã Ia Grăng', '918', '', '4,5'],
        ['Cộng', '2.122', '137', '6,5'],
      ],
    ]);
    const paragraphs = texts(await readPages({ texts: drawn }), 'paragraph');
    expect(paragraphs).toEqual(['Kết quả giảm nghèo của các xã như sau:', 'Các xã còn lại báo cáo trong tháng sau.']);
  });

  it('are parted in a row whose cells come near each other', async () => {
    const [table] = await dataTables([
      ...heads,
      ...row(160, 'Xã Ia Kha', '1.204', '96', '8,0'),
      // Twelve points between the name and the figure; a blank has seven.
      { text: 'Thị trấn Ia Kha mới', x: 95, y: 180 },
      ...row(180, '', '918', '41', '4,5'),
      ...row(200, 'Xã Ia Hrung', '655', '30', '4,6'),
    ]);
    expect(table?.[2]).toEqual(['Thị trấn Ia Kha mới', '918', '41', '4,5']);
  });

  it('go on over the page, without heads or with their heads once more', async () => {
    const opening = [
      ...heads,
      ...row(160, 'Xã Ia Kha', '1.204', '96', '8,0'),
      ...row(180, 'Xã Ia O', '918', '41', '4,5'),
    ];
    const rest = [...row(80, 'Xã Ia Hrung', '655', '30', '4,6'), ...row(100, 'Xã Ia Dêr', '702', '35', '5,0')];
    const again = row(60, 'Đơn vị', 'Số hộ', 'Thoát nghèo', 'Tỷ lệ (%)');
    for (const next of [rest, [...again, ...rest]]) {
      const found = await dataTables(opening, next);
      expect(found.map((rows) => rows.map(([name]) => name))).toEqual([
        ['Đơn vị', 'Xã Ia Kha', 'Xã Ia O', 'Xã Ia Hrung', 'Xã Ia Dêr'],
      ]);
    }
  });

  it.each([
    [
      'figures without heads at the head of a page',
      [...row(80, 'Xã Ia O', '918', '41', '4,5'), ...row(100, 'Cộng', '9', '4', '5')],
    ],
    [
      'running text with wide blanks',
      [
        { text: 'Toàn huyện có', x: 80, y: 100 },
        { text: '12', x: 190, y: 100 },
        { text: 'xã, trong đó có', x: 222, y: 100 },
        { text: '5', x: 345, y: 100 },
        { text: 'xã khó khăn, số còn lại', x: 370, y: 100 },
        ...lines(
          80,
          120,
          'đã hoàn thành chương trình và được công nhận đạt chuẩn.',
          'Huyện tiếp tục thực hiện kế hoạch.',
        ),
      ],
    ],
    [
      'a list of contents',
      Array.from({ length: 6 }, (_, i) => [
        { text: `${i + 1}. Tình hình thực hiện nhiệm vụ`, x: 80, y: 100 + i * 20 },
        { text: `${i * 4 + 1}`, x: 480, y: 100 + i * 20 },
      ]).flat(),
    ],
  ])('are none in %s', async (_, drawn) => {
    expect(await dataTables(drawn)).toEqual([]);
  });
});
