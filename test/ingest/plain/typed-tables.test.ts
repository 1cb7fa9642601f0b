import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.js';
import { quoteOf, type SourceDocument, sourceDocument } from '../../../src/model/index.js';
import { processTime } from '../../process-time.js';

const read = (text: string) => readDocument({ bytes: Buffer.from(text), name: 'bao-cao.txt' });

/** The cells of each data table by rows, heads with "*"; a cell over more columns or rows with how many. */
const tablesOf = ({ text, blocks, tables }: SourceDocument) =>
  tables
    .filter(({ kind }) => kind === 'data')
    .map((table) =>
      Array.from({ length: table.rows }, (_, row) =>
        table.cells
          .filter((cell) => cell.row === row)
          .map(({ blocks: own, header, columnSpan, rowSpan }) => {
            const words = own.map((index) => quoteOf(text, blocks[index]!.span)).join('¶');
            return `${header ? '*' : ''}${words}${columnSpan > 1 ? `→${columnSpan}` : ''}${rowSpan > 1 ? `↓${rowSpan}` : ''}`;
          })
          .join(' ¦ '),
      ),
    );
const tablesIn = async (lines: readonly string[]) => tablesOf(await read(lines.join('\n')));

describe('tables with bars', () => {
  it('joins the lines of a row that rules part from the others', async () => {
    expect(
      await tablesIn([
        '┌────┬───────────────────┬───────┐',
        '│ TT │ Nội dung          │ Số hộ │',
        '├────┼───────────────────┼───────┤',
        '│ 1  │ Hộ thoát nghèo    │ 52    │',
        '│    │ Trong năm         │       │',
        '├────┼───────────────────┼───────┤',
        '│ 2  │ Hộ tái nghèo      │ 3     │',
        '└────┴───────────────────┴───────┘',
      ]),
    ).toEqual([['*TT ¦ *Nội dung ¦ *Số hộ', '1 ¦ Hộ thoát nghèo Trong năm ¦ 52', '2 ¦ Hộ tái nghèo ¦ 3']]);
  });
  it('keeps rows apart where rules only part the head and the total', async () => {
    expect(
      await tablesIn([
        'Đơn vị | Tập thể | Ghi chú',
        '-------|---------|--------',
        'Xã Lâm | 3 | ',
        'Xã Mai | 4 | thêm 1',
        '-------|---------|--------',
        'Tổng | 7 | ',
      ]),
    ).toEqual([['*Đơn vị ¦ *Tập thể ¦ *Ghi chú', 'Xã Lâm ¦ 3 ¦ ', 'Xã Mai ¦ 4 ¦ thêm 1', 'Tổng ¦ 7 ¦ ']]);
  });
  it('takes words alone between bars for the name of a group, and breaks in cells for spaces', async () => {
    expect(
      await tablesIn([
        '| Chỉ tiêu | Kế<br>hoạch | Đạt |',
        '|---|---|---|',
        '| I. Trồng trọt |',
        '| Lúa | 12 | 13 |',
        '| | - | 2 |',
      ]),
    ).toEqual([['*Chỉ tiêu ¦ *Kế hoạch ¦ *Đạt', 'I. Trồng trọt→3', 'Lúa ¦ 12 ¦ 13', ' ¦ - ¦ 2']]);
  });
  it('reads a head without words over its first column', async () => {
    expect(await tablesIn(['  | Kế hoạch | Đạt', 'Lúa | 12 | 13', 'Ngô | 4 | 5'])).toEqual([
      [' ¦ *Kế hoạch ¦ *Đạt'.replace(/^/, '*'), 'Lúa ¦ 12 ¦ 13', 'Ngô ¦ 4 ¦ 5'],
    ]);
  });
  it('parts two tables with an empty line between them', async () => {
    const table = ['| TT | Xã | Số hộ |', '|---|---|---|', '| 1 | Lâm | 4 |'];
    expect(await tablesIn([...table, '', ...table])).toHaveLength(2);
  });
  it('reads a letterhead between bars as one', async () => {
    const { tables } = await read(
      '| UBND TỈNH HÀ NAM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|\n| SỞ NỘI VỤ | Độc lập - Tự do - Hạnh phúc |\n\nBáo cáo',
    );
    expect(tables).toMatchObject([{ kind: 'layout', rows: 2, columns: 2 }]);
  });
  it.each([
    ['the path of a page', ['Trang chủ | Tin tức | Thi đua', 'Hội nghị được tổ chức sáng nay.']],
    ['where an office is found', ['Điện thoại: 0203 123456 | Fax: 0203 123457', 'Thư: a@b.vn | Trang tin: b.vn']],
    ['a bar in running text', ['Kết quả đạt được | tồn tại', 'Đã hoàn thành các nhiệm vụ.']],
  ])('sees none in %s', async (_, lines) => expect(await tablesIn(lines)).toEqual([]));
});

describe('tables with tabs', () => {
  it('reads cells, empty ones, and names of groups', async () => {
    expect(
      await tablesIn([
        'Kết quả:',
        'STT\tChỉ tiêu\tĐVT\tKết quả',
        'I. Trồng trọt',
        '1\tLúa\tha\t120',
        '2\tNgô\t\t45',
        '\tCộng\tha\t165',
      ]),
    ).toEqual([
      [
        '*STT ¦ *Chỉ tiêu ¦ *ĐVT ¦ *Kết quả',
        'I. Trồng trọt→4',
        '1 ¦ Lúa ¦ ha ¦ 120',
        '2 ¦ Ngô ¦  ¦ 45',
        ' ¦ Cộng ¦ ha ¦ 165',
      ],
    ]);
  });
  it('reads names with a figure each under their heads', async () => {
    expect(await tablesIn(['Tên xã\tSố hộ nghèo', 'Xã Lâm\t12', 'Xã Mai\t40'])).toEqual([
      ['*Tên xã ¦ *Số hộ nghèo', 'Xã Lâm ¦ 12', 'Xã Mai ¦ 40'],
    ]);
  });
  it.each([
    ['items', ['1.\tTăng cường công tác lãnh đạo', '2.\tĐổi mới nội dung sinh hoạt', '3.\tKiểm tra, giám sát']],
    ['pages of contents', ['MỤC LỤC', 'Nội dung\tTrang', 'Đặc điểm tình hình\t1', 'Kết quả đạt được\t3']],
    ['lines pushed to the right', ['\t\t\t\tGIÁM ĐỐC', '\t\t\t\tTrần Văn Bảy']],
    ['items with dashes in the first place', ['-\tLúa:\t120 ha', '-\tNgô:\t45 ha', '-\tSắn:\t30 ha']],
    ['what is filled in', ['Họ và tên:\tLò Văn Thắng', 'Chức vụ:\tVăn thư', 'Đơn vị:\tXã Lâm']],
  ])('sees none in %s', async (_, lines) => expect(await tablesIn(lines)).toEqual([]));
});

describe('tables with columns of spaces', () => {
  it('joins heads on two lines, heads over others, and words that go on below', async () => {
    expect(
      await tablesIn([
        'Biểu tổng hợp như sau:',
        '                                   Đơn vị tính: hộ',
        '',
        'TT   Địa phương              Hộ nghèo          Hộ cận',
        '                          Đầu kỳ    Cuối kỳ    nghèo',
        '1    Xã Lâm Giang             120         98       40',
        '2    Thị trấn nông trường     214        190       77',
        '     Mai Sơn cũ',
        '3    Xã Mai                    65         60       12',
        '     nhập từ hai xã',
        'Tổng hợp từ báo cáo của các xã.',
      ]),
    ).toEqual([
      [
        '*TT↓2 ¦ *Địa phương↓2 ¦ *Hộ nghèo→2 ¦ *Hộ cận nghèo↓2',
        '*Đầu kỳ ¦ *Cuối kỳ',
        '1 ¦ Xã Lâm Giang ¦ 120 ¦ 98 ¦ 40',
        '2 ¦ Thị trấn nông trường ¦ 214 ¦ 190 ¦ 77',
        ' ¦ Mai Sơn cũ ¦  ¦  ¦ ',
        '3 ¦ Xã Mai nhập từ hai xã ¦ 65 ¦ 60 ¦ 12',
      ],
    ]);
  });
  it('gives a tall row the words above and below its figures', async () => {
    expect(
      await tablesIn([
        ' TT          Chỉ tiêu            Kế hoạch   Kết quả',
        '      Số cơ quan, đơn vị',
        '  1   được công nhận                   30        28',
        '      đạt chuẩn văn hóa',
        '      Số thôn, bản',
        '  2   được công nhận                  120       115',
      ]),
    ).toEqual([
      [
        '*TT ¦ *Chỉ tiêu ¦ *Kế hoạch ¦ *Kết quả',
        '1 ¦ Số cơ quan, đơn vị được công nhận đạt chuẩn văn hóa ¦ 30 ¦ 28',
        '2 ¦ Số thôn, bản được công nhận ¦ 120 ¦ 115',
      ],
    ]);
  });
  it('reads the numbers of columns, groups across them and rows after a page', async () => {
    expect(
      await tablesIn([
        'Nội dung            Kế hoạch    Kết quả',
        '   (1)                 (2)        (3)',
        'A. CÁC CHỈ TIÊU VỀ KINH TẾ CỦA XÃ',
        'Trồng rừng (ha)         30          28',
        'Làm đường (km)          12          11',
        '',
        '                    4',
        '',
        'Đào ao (cái)             5           6',
      ]),
    ).toEqual([
      [
        '*Nội dung ¦ *Kế hoạch ¦ *Kết quả',
        '*(1) ¦ *(2) ¦ *(3)',
        'A. CÁC CHỈ TIÊU VỀ KINH TẾ CỦA XÃ→3',
        'Trồng rừng (ha) ¦ 30 ¦ 28',
        'Làm đường (km) ¦ 12 ¦ 11',
        'Đào ao (cái) ¦ 5 ¦ 6',
      ],
    ]);
  });
  it.each([
    [
      'a letterhead and a signature',
      [
        ' UBND TỈNH HÀ NAM            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '    SỞ NỘI VỤ                   Độc lập - Tự do - Hạnh phúc',
        '  Số:  12/BC-SNV           Hà Nam, ngày  3  tháng  4  năm 2023',
        '',
        'Kết quả như sau.',
        '',
        ' Nơi nhận:                          GIÁM ĐỐC',
        ' - UBND tỉnh;',
        ' - Lưu: VT, 3.                   Trần Văn Bảy',
      ],
    ],
    [
      'text set flush on both sides',
      [
        'Thực  hiện  kế hoạch  năm  2023,  đến  nay  toàn  xã  có  12  hộ  nghèo',
        'và  40  hộ  cận  nghèo,  giảm  15  hộ  so  với  đầu  năm,  đạt  100  phần',
        'trăm  chỉ tiêu  được  giao,  trong  đó  có  3  hộ  là  người  có  công  và',
        '2  hộ  thuộc  diện  bảo  trợ  xã  hội,  còn  lại  7  hộ  là  hộ  già  yếu.',
      ],
    ],
    [
      'pages of contents',
      [
        'Nội dung                          Trang',
        'I. Đặc điểm tình hình ............... 1',
        'II. Kết quả đạt được                  3',
        'III. Phương hướng                     9',
        'IV. Kiến nghị                        12',
      ],
    ],
    [
      'a list with sums at its right',
      ['Kinh phí đã hỗ trợ gồm:', '- Xã Lâm      120', '- Xã Mai       45', '- Xã Sùng      30'],
    ],
    [
      'text in two columns',
      [
        'Hội nghị đã biểu dương     Các đơn vị cần tiếp tục',
        'các tập thể có thành       phát huy kết quả của',
        'tích trong năm 2023        năm 2023, phấn đấu đạt',
        'và trao phần thưởng.       100% chỉ tiêu.',
      ],
    ],
    [
      'forms',
      [
        'Họ và tên: Lò Văn Thắng      Sinh năm: 1980     Giới tính: Nam',
        'Chức vụ: Văn thư             Số năm: 12         Hệ số: 3,33',
        'Nơi ở: Xã Lâm                Số nhà: 5          Tổ: 3',
      ],
    ],
    ['figures without heads', ['12      15      17', '3       4       5', '6       7       8']],
    ['one row', ['STT   Chỉ tiêu   Kết quả', '1     Lúa        120', 'Đạt kế hoạch đề ra.']],
  ])('sees none in %s', async (_, lines) => expect(await tablesIn(lines)).toEqual([]));
});

describe('any lines', () => {
  const piece = fc.constantFrom(
    ...['STT', 'Chỉ tiêu', 'Kế hoạch', '12', '1.250', '(1)', '(2)', 'lúa', '-', 'Xã Lâm', 'I.', 'trong đó'],
    ...['  ', '   ', '      ', ' | ', '|', '\t', '\n', '\n', '\n\n', '|---|---|', '\n+---+---+\n'],
  );
  it('keeps every letter and figure, once, in blocks that follow one another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 4, maxLength: 80 }), async (pieces) => {
        const text = `Đầu\n\n${pieces.join('')}\n\nCuối`;
        const document = sourceDocument.parse(await read(text));
        const signs = (from: string) => (from.match(/\p{L}/gu) ?? []).sort().join('');
        expect(signs(document.text)).toBe(signs(text));
        let end = -1;
        for (const { span } of document.blocks) {
          expect(span.start).toBe(end + 1);
          end = span.end;
        }
        for (const { cells, rows, columns } of document.tables)
          for (const { row, column, rowSpan, columnSpan, blocks } of cells) {
            expect(row + rowSpan <= rows && column + columnSpan <= columns).toBe(true);
            for (const block of blocks) expect(document.blocks[block]!.cell).toMatchObject({ row, column });
          }
      }),
      { numRuns: 400 },
    );
  });
  it.each([
    ['rows of bars', '| a | 1 | 2 |\n'.repeat(15_000)],
    ['bars that are no table', '| a |\n'.repeat(40_000)],
    ['rows of tabs', 'a\t1\t2\n'.repeat(15_000)],
    ['rows of spaces', 'Chỉ tiêu   Một   Hai\n'.concat('lúa         1     2\n'.repeat(12_000))],
    ['figures without heads', 'lúa         1     2\n'.repeat(12_000)],
    ['figures between words', 'lúa         1     2\nNgô\n'.repeat(10_000)],
  ])('reads thousands of %s in time', async (_, text) => {
    const start = processTime();
    await read(text);
    expect(processTime() - start).toBeLessThan(5000);
  });
});
