import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type HiddenContent, readDocument } from '../../../src/ingest/index.js';
import { compoundOf, long, word } from '../compound-of.js';

const record = (type: number, ...parts: readonly Uint8Array[]) => {
  const data = Buffer.concat(parts);
  return Buffer.concat([word(type), word(data.length), data]);
};
const bytes = (...values: number[]) => Uint8Array.from(values);
const latin = (text: string) => Buffer.from(text, 'latin1');
const wide = (text: string) => Buffer.from(text, 'utf16le');
const double = (value: number) => {
  const made = Buffer.alloc(8);
  made.writeDoubleLE(value);
  return made;
};

const begin = record(0x809, word(0x0600), bytes(...Array(14).fill(0)));
const end = record(0x0a);
const font = (name: string, weight = 400) =>
  record(0x31, word(260), word(0), word(0), word(weight), word(0), bytes(0, 0, 0, 0, name.length, 0), latin(name));
const form = (fontNumber: number, format = 0, borders = 0) =>
  record(0xe0, word(fontNumber), word(format), word(0), bytes(0, 0, 0, 0), long(borders), long(0), word(0));
const text8 = (text: string) => Buffer.concat([word(text.length), bytes(0), latin(text)]);

interface Parts {
  readonly globals?: readonly Uint8Array[];
  readonly strings?: readonly Uint8Array[];
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden?: boolean;
    readonly kind?: number;
    readonly records: readonly Uint8Array[];
  }[];
}

function bookOf({ globals = [], strings = [], sheets }: Parts): Buffer {
  const names = (offsets: readonly number[]) =>
    sheets.map(({ name, hidden = false, kind = 0 }, at) =>
      record(0x85, long(offsets[at] ?? 0), bytes(hidden ? 1 : 0, kind, name.length, 1), wide(name)),
    );
  const head = (offsets: readonly number[]) => Buffer.concat([begin, ...globals, ...names(offsets), ...strings, end]);
  const bodies = sheets.map(({ records }) => Buffer.concat([begin, ...records, end]));
  let next = head([]).length;
  const offsets = bodies.map((body) => {
    next += body.length;
    return next - body.length;
  });
  return Buffer.concat([head(offsets), ...bodies]);
}

const read = (stream: Uint8Array, name = 'Workbook', hidden: HiddenContent = 'left-out') =>
  readDocument({ bytes: compoundOf({ [name]: stream }), name: 'a.xls', hidden });
const cell = (row: number, column: number, ...rest: readonly Uint8Array[]) => [word(row), word(column), ...rest];

describe('an old workbook', () => {
  it('reads a sheet that LibreOffice wrote as the XLSX it was made of', async () => {
    const file = readFileSync(new URL('../../../fixtures/formats/bieu-so-lieu.xls', import.meta.url));
    const document = await readDocument({ bytes: file, name: 'a.xls' });
    expect(document.warnings).toEqual([]);
    expect(document.text).toBe(
      'Biểu 01\nKẾT QUẢ GIẢM NGHÈO NĂM 2023\nTT\tHuyện\tSố hộ nghèo\tTỷ lệ (%)\n1\tPhù Cát\t1250\t2,6\n2\tHoài Ân\t980\t3,1',
    );
    expect(document.tables).toHaveLength(1);
  });

  it('decodes each part of a text by its font, and a cell by that of its form', async () => {
    const strings = record(
      0xfc,
      long(2),
      long(2),
      // «Tỉnh » in the cell's .VnTime, then «Phú Thọ» in VNI-Times
      Buffer.concat([word(14), bytes(8), word(1), latin('T\u00d8nh Phu\u00f9 Tho\u00ef'), word(5), word(5)]),
      text8('S\u00e8 hé nghÌo'),
    );
    const { text } = await read(
      bookOf({
        globals: [font('Arial'), font('.VnTime'), font('Arial'), font('Arial'), font('VNI-Times'), form(0), form(1)],
        strings: [strings],
        sheets: [
          {
            name: 'Sheet1',
            records: [
              record(0xfd, ...cell(0, 0, word(1), long(0))),
              record(0xfd, ...cell(0, 1, word(1), long(1))),
              record(0x203, ...cell(1, 0, word(0), double(12))),
              record(0x203, ...cell(1, 1, word(0), double(34.5))),
            ],
          },
        ],
      }),
    );
    expect(text).toBe('Sheet1\nTỉnh Phú Thọ\tSố hộ nghèo\n12\t34,5');
  });

  it('goes on with a string in the next record, there with wider letters', async () => {
    const first = record(0xfc, long(1), long(1), word(9), bytes(0), latin('Huy'));
    const next = record(0x3c, bytes(1), wide('ện Ba'), Buffer.alloc(0));
    const last = record(0x3c, bytes(0), latin('X'));
    const { text } = await read(
      bookOf({
        strings: [first, next, last],
        sheets: [{ name: 'A', records: [record(0xfd, ...cell(0, 0, word(0), long(0)))] }],
      }),
    );
    expect(text).toBe('A\nHuyện BaX');
  });

  it.each<[what: string, record: Uint8Array[], shown: string]>([
    ['a whole number in thirty bits', [record(0x27e, ...cell(0, 1, word(0), long((1250 << 2) | 2)))], '1250'],
    ['a negative one', [record(0x27e, ...cell(0, 1, word(0), long((-7 << 2) | 2)))], '-7'],
    ['one divided by a hundred', [record(0x27e, ...cell(0, 1, word(0), long((250 << 2) | 3)))], '2,5'],
    ['the upper bits of a floating one', [record(0x27e, ...cell(0, 1, word(0), long(0x3ff80000)))], '1,5'],
    [
      'two in one record',
      [record(0xbd, word(0), word(1), word(0), long((1 << 2) | 2), word(0), long((2 << 2) | 2), word(2))],
      '1\t2',
    ],
    ['what a formula gave', [record(0x06, ...cell(0, 1, word(0), double(0.25), word(0)))], '0,25'],
    [
      'the text that a formula gave',
      [record(0x06, ...cell(0, 1, word(0), bytes(0, 0, 0, 0, 0, 0, 255, 255), word(0))), record(0x207, text8('dat'))],
      'dat',
    ],
    ['a truth', [record(0x205, ...cell(0, 1, word(0), bytes(1, 0)))], 'TRUE'],
    ['a share', [record(0x203, ...cell(0, 1, word(1), double(0.126)))], '12,60%'],
  ])('reads %s', async (_, records, shown) => {
    const label = record(0x204, ...cell(0, 0, word(0), text8('a')));
    const { text } = await read(
      bookOf({ globals: [font('Arial'), form(0), form(0, 10)], sheets: [{ name: 'A', records: [label, ...records] }] }),
    );
    // A table of words alone is laid out by lines.
    expect(text.split(/[\t\n]/)).toEqual(['A', 'a', ...shown.split('\t')]);
  });

  it('leaves out hidden columns, but not what is joined with one that is shown', async () => {
    const label = (row: number, column: number, text: string) =>
      record(0x204, ...cell(row, column, word(0), text8(text)));
    const columns = (first: number, last: number, flags: number) =>
      record(0x7d, word(first), word(last), word(2000), word(0), word(flags), word(0));
    const records = [
      columns(0, 0, 0),
      columns(1, 2, 1),
      label(0, 0, 'TT'),
      label(0, 2, 'Nam nay'),
      label(1, 0, 'a'),
      label(1, 1, 'cu'),
      label(1, 2, 'cu'),
      label(1, 3, 'moi'),
      record(0xe5, word(1), word(0), word(0), word(2), word(3)),
    ];
    const { text, warnings } = await read(bookOf({ globals: [font('Arial')], sheets: [{ name: 'A', records }] }));
    expect(text.split(/[\t\n]/)).toEqual(['A', 'TT', 'Nam nay', 'a', 'moi']);
    expect(warnings.map(({ message }) => message)).toEqual(['Left out: 2 filled cells of hidden rows and columns']);
  });

  it('has hidden sheets, rows and columns where they are to be kept', async () => {
    const label = (row: number, column: number, text: string) =>
      record(0x204, ...cell(row, column, word(0), text8(text)));
    const records = [
      record(0x7d, word(1), word(1), word(2000), word(0), word(1), word(0)),
      record(0x208, word(1), bytes(...Array(10).fill(0)), word(0x20), word(0)),
      label(0, 0, 'TT'),
      label(0, 1, 'cu'),
      label(1, 0, 'a'),
    ];
    const book = bookOf({
      globals: [font('Arial')],
      sheets: [
        { name: 'A', records },
        { name: 'Nhap', hidden: true, records: [label(0, 0, 'b')] },
        { name: 'Hinh', kind: 2, records: [label(0, 0, 'truc')] },
      ],
    });
    const { text, warnings } = await read(book, 'Workbook', 'kept');
    expect(text.split(/[\t\n]/)).toEqual(['A', 'TT', 'cu', 'a', 'Nhap', 'b']);
    expect(warnings).toEqual([]);
  });

  it('leaves out hidden sheets and rows, charts, errors and comments, and reads boxes after the cells', async () => {
    const label = (row: number, text: string) => record(0x204, ...cell(row, 0, word(0), text8(text)));
    const box = (kind: number, text: string) => [
      record(0x5d, word(0x15), word(0x12), word(kind), bytes(...Array(16).fill(0))),
      record(0x1b6, bytes(...Array(10).fill(0)), word(text.length), word(16), long(0)),
      record(0x3c, bytes(0), latin(text)),
      record(0x3c, word(0), word(0), long(0), word(text.length), word(0), long(0)),
    ];
    const { text } = await read(
      bookOf({
        globals: [font('Arial')],
        sheets: [
          { name: 'Kin', hidden: true, records: [label(0, 'giau')] },
          { name: 'Hinh', kind: 2, records: [label(0, 'truc')] },
          {
            name: 'A',
            records: [
              label(0, 'tren'),
              record(0x208, word(1), bytes(...Array(10).fill(0)), word(0x20), word(0)),
              label(1, 'khuat'),
              record(0x205, ...cell(2, 0, word(0), bytes(7, 1))),
              begin,
              label(3, 'trong bieu do'),
              end,
              ...box(0x06, 'trong hop'),
              ...box(0x19, 'ghi chu'),
              label(3, 'duoi'),
            ],
          },
        ],
      }),
    );
    expect(text).toBe('A\ntren\nduoi\ntrong hop');
  });

  it('joins cells over columns and rows', async () => {
    const label = (row: number, column: number, text: string) =>
      record(0x204, ...cell(row, column, word(0), text8(text)));
    const { tables } = await read(
      bookOf({
        sheets: [
          {
            name: 'A',
            records: [
              label(0, 0, 'TT'),
              label(0, 1, 'Nam'),
              label(1, 1, '2023'),
              label(1, 2, '2024'),
              record(0xe5, word(2), word(0), word(1), word(0), word(0), word(0), word(0), word(1), word(2)),
            ],
          },
        ],
      }),
    );
    expect(tables[0]!.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan])).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 2],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
    ]);
  });

  it('reads what Excel 95 wrote: letters of a byte, in their record', async () => {
    const begin5 = record(0x809, word(0x0500), word(0x0005), long(0));
    const font5 = (name: string) =>
      record(0x31, word(200), word(0), word(0), word(400), word(0), bytes(0, 0, 0, 0, name.length), latin(name));
    const form5 = (number: number) => record(0xe0, word(number), word(0), word(0), bytes(0, 0), long(0), long(0));
    const globals = (offset: number) =>
      Buffer.concat([
        begin5,
        record(0x42, word(1252)),
        font5('.VnTime'),
        form5(0),
        record(0x85, long(offset), bytes(0, 0, 4), latin('Bieu')),
        end,
      ]);
    const sheet = Buffer.concat([
      begin5,
      record(0x204, ...cell(0, 0, word(0), word(8), latin('Tû lÖ hé'))),
      record(0xd6, ...cell(0, 1, word(0), word(2), latin('hé'), bytes(1, 0, 0))),
      end,
    ]);
    const { text } = await read(Buffer.concat([globals(globals(0).length), sheet]), 'Book');
    expect(text.split(/[\t\n]/)).toEqual(['Bieu', 'Tỷ lệ hộ', 'hộ']);
  });

  it.each<[what: string, stream: Uint8Array, code: string]>([
    ['with a password', Buffer.concat([begin, record(0x2f, bytes(1, 0)), end]), 'encrypted'],
    ['of Excel 4', Buffer.concat([record(0x409, word(0), word(0x10)), end]), 'needs-office'],
    ['whose sheet lies behind its end', bookOf({ sheets: [{ name: 'A', records: [] }] }).subarray(0, -24), 'no-text'],
    [
      'that promises strings and cells it has not',
      bookOf({
        strings: [record(0xfc, long(9), long(0xffffffff), word(0xffff), bytes(13), word(0xffff), long(0xffffffff))],
        sheets: [{ name: 'A', records: [record(0xfd, ...cell(0, 0, word(9), long(7)))] }],
      }),
      'no-text',
    ],
  ])('%s: ends in a named state', async (_, stream, code) =>
    expect(read(stream)).rejects.toMatchObject({ name: 'PipelineError', code }),
  );

  it('hands what it cannot open to the office, and says why that could not', async () => {
    const bytes = compoundOf({ Workbook: Buffer.concat([record(0x409, word(0), word(0x10)), end]) });
    const office = { convert: async () => ({ kind: 'failed', why: 'it hurts' }) as const };
    await expect(readDocument({ bytes, name: 'a.xls', office })).rejects.toThrow(/it hurts/);
  });
});
