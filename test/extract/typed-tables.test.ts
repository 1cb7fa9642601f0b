import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.js';
import { readDocument } from '../../src/ingest/index.js';
import { quoteOf, type SourceDocument } from '../../src/model/index.js';

/** Words in a cell; an array for a cell over as many columns as it says; null: the cell above or at the left covers it. */
type Cell = string | readonly [text: string, columns: number, rows: number] | null;
type Rows = readonly (readonly Cell[])[];

const textOf = (cell: Cell): string => (cell === null ? '' : typeof cell === 'string' ? cell : cell[0]);

async function docxOf(above: readonly string[], rows: Rows): Promise<SourceDocument> {
  const table = new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.flatMap((cell) => {
            if (cell === null) return [];
            const [text, columnSpan, rowSpan] = typeof cell === 'string' ? ([cell, 1, 1] as const) : cell;
            return [new TableCell({ columnSpan, rowSpan, children: [new Paragraph(text)] })];
          }),
        }),
    ),
  });
  const children = [
    ...above.map((line) => new Paragraph(line)),
    table,
    new Paragraph('Trên đây là kết quả của huyện.'),
  ];
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return readDocument({ bytes, name: 'bang.docx' });
}

const typed = (above: readonly string[], lines: readonly string[]): Promise<SourceDocument> =>
  readDocument({
    bytes: Buffer.from([...above, '', ...lines, '', 'Trên đây là kết quả của huyện.'].join('\n')),
    name: 'bang.txt',
  });

const widthsOf = (rows: Rows): readonly number[] =>
  rows[0]!.map((_, column) =>
    Math.max(...rows.map((row) => textOf(row[column + 1] === null && row[column] !== null ? '' : row[column]!).length)),
  );

/** A cell over two columns in the middle of both, a number at the right of its column. */
function spacedLine(row: readonly Cell[], widths: readonly number[], gap: number): string {
  let line = '';
  let left = 0;
  for (const [column, cell] of row.entries()) {
    const own = typeof cell === 'object' && cell !== null ? cell[1] : 1;
    const width = widths.slice(column, column + own).reduce((sum, one) => sum + one + gap, -gap);
    const text = textOf(cell);
    const before = own > 1 ? Math.floor((width - text.length) / 2) : /^[\d.,]+$/.test(text) ? width - text.length : 0;
    if (text !== '') line = `${line.padEnd(left + before)}${text}`;
    left += widths[column]! + gap;
  }
  return line.trimEnd();
}

const barred = (rows: Rows) => rows.map((row) => `| ${row.map(textOf).join(' | ')} |`);
const headRowsOf = (rows: Rows) => (rows[0]!.some((cell) => cell !== null && typeof cell !== 'string') ? 2 : 1);
const ways: Readonly<Record<string, (rows: Rows) => readonly string[]>> = {
  'Markdown with a rule': (rows) => {
    const lines = barred(rows);
    const rule = `|${rows[0]!.map(() => '---').join('|')}|`;
    return [...lines.slice(0, headRowsOf(rows)), rule, ...lines.slice(headRowsOf(rows))];
  },
  'bars without a rule': barred,
  'bars between cells': (rows) => rows.map((row) => row.map(textOf).join(' | ')),
  'a box of signs': (rows) => {
    const widths = widthsOf(rows);
    const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
    const head = headRowsOf(rows);
    return rows.flatMap((row, at) => [
      ...(at === 0 || at >= head ? [rule] : []),
      `|${row.map((cell, column) => ` ${textOf(cell).padEnd(widths[column]!)} `).join('|')}|`,
      ...(at === rows.length - 1 ? [rule] : []),
    ]);
  },
  tabs: (rows) => rows.map((row) => row.map(textOf).join('\t')),
  'columns of spaces': (rows) => rows.map((row) => spacedLine(row, widthsOf(rows), 3)),
  'columns of spaces, set in, an empty line between rows': (rows) =>
    rows.flatMap((row, at) => [
      ...(at > headRowsOf(rows) - 1 ? [''] : []),
      `      ${spacedLine(row, widthsOf(rows), 6)}`,
    ]),
};

const year = (words: string): Cell => [words, 2, 1];
const tall = (words: string): Cell => [words, 1, 2];

const tables: readonly { name: string; above: readonly string[]; rows: Rows; records: number }[] = [
  {
    name: 'plan and result, units in a column',
    above: ['Kết quả thực hiện các chỉ tiêu chủ yếu năm 2023:'],
    rows: [
      ['STT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ (%)'],
      ['1', 'Diện tích gieo cấy lúa', 'ha', '1.250', '1.274', '101,9'],
      ['2', 'Sản lượng lương thực', 'tấn', '7.400', '7.612,5', '102,9'],
      ['3', 'Hộ thoát nghèo', 'hộ', '45', '52', '115,6'],
      ['4', 'Thu ngân sách trên địa bàn', 'triệu đồng', '3.500', '3.812', '108,9'],
    ],
    records: 12,
  },
  {
    name: 'units in the heads, a place a row',
    above: ['Kết quả rà soát hộ nghèo:'],
    rows: [
      ['Tên xã', 'Số hộ nghèo', 'Diện tích trồng rừng (ha)', 'Kinh phí (triệu đồng)'],
      ['Xã Nậm Mười', '112', '34,5', '1.250'],
      ['Xã Suối Quyền', '87', '12', '640'],
      ['Xã Sùng Đô', '140', '55,2', '980'],
    ],
    records: 9,
  },
  {
    name: 'two rows of heads, awards by year',
    above: ['Kết quả đăng ký và bình xét danh hiệu thi đua:'],
    rows: [
      [tall('TT'), tall('Danh hiệu'), year('Năm 2022'), null, year('Năm 2023'), null],
      [null, null, 'Đăng ký', 'Đạt', 'Đăng ký', 'Đạt'],
      ['1', 'Chiến sĩ thi đua cơ sở', '12', '10', '14', '11'],
      ['2', 'Lao động tiên tiến', '120', '118', '122', '121'],
      ['3', 'Tập thể lao động xuất sắc', '4', '3', '5', '4'],
    ],
    records: 12,
  },
  {
    name: 'persons with what they got',
    above: ['Danh sách đề nghị khen thưởng năm 2023:'],
    rows: [
      ['STT', 'Họ và tên', 'Chức vụ', 'Hình thức khen thưởng'],
      ['1', 'Lò Văn Thắng', 'Công chức địa chính', 'Giấy khen'],
      ['2', 'Hoàng Thị Mai', 'Kế toán', 'Giấy khen'],
      ['3', 'Đinh Công Tráng', 'Văn thư', 'Giấy khen'],
    ],
    records: 3,
  },
];

/** What is found, without places and certainty. */
function recordsOf(document: SourceDocument) {
  const { quantities, awards } = extract(document);
  const quoted = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
    quoteOf(document.text, span);
  return {
    quantities: quantities.map((quantity) => {
      const { value, unit, kind, basis, period, indicator, subject, baseline } = quantity;
      const words = { indicator: indicator?.words ?? null, subject: subject?.words ?? null };
      return { quote: quoted(quantity), value, unit, kind, basis, period, baseline, ...words };
    }),
    awards: awards.map((award) => ({
      quote: quoted(award),
      award: award.award,
      count: award.count,
      recipient: award.recipient,
      name: award.recipientName,
      status: award.status,
      period: award.period,
    })),
  };
}

describe('a table typed in plain text', () => {
  describe.each(tables)('$name', ({ above, rows, records }) => {
    it.each(Object.keys(ways))('gives what it gives in DOCX when typed with %s', async (way) => {
      const expected = recordsOf(await docxOf(above, rows));
      expect(Math.max(expected.quantities.length, expected.awards.length)).toBe(records);
      expect(recordsOf(await typed(above, ways[way]!(rows)))).toEqual(expected);
    });
  });

  it('keeps the value, unit and plan or result of any figures, whatever their widths', async () => {
    const figure = fc.integer({ min: 1, max: 4_999_999 }).map((value) => value.toLocaleString('de-DE'));
    const label = fc.constantFrom('Đàn trâu', 'Đàn bò sữa', 'Cây ăn quả', 'Lớp mẫu giáo ở các thôn bản vùng cao');
    const unit = fc.constantFrom('con', 'ha', 'lớp', 'triệu đồng');
    const row = fc.tuple(label, unit, figure, figure);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 2, maxLength: 12 }),
        fc.constantFrom(...Object.keys(ways)),
        async (body, way) => {
          const rows: Rows = [
            ['STT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện'],
            ...body.map((cells, at) => [`${at + 1}`, ...cells]),
          ];
          const document = await typed(['Kết quả:'], ways[way]!(rows));
          const found = extract(document).quantities.map(({ span, basis }) => [quoteOf(document.text, span), basis]);
          expect(found).toEqual(
            body.flatMap(([, , plan, result]) => [
              [plan, 'plan'],
              [result, 'actual'],
            ]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
