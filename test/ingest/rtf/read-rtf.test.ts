import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.js';
import type { SourceDocument } from '../../../src/model/index.js';
import { processTime } from '../../process-time.js';

const head =
  '\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset163 Arial;}{\\f2\\fcharset2 Symbol;}{\\f3 .VnTime;}}';
const rtf = (body: string | Uint8Array): Promise<SourceDocument> =>
  readDocument({
    bytes: Buffer.concat([
      Buffer.from(`{\\rtf1${head} `),
      typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
      Buffer.from('}'),
    ]),
    name: 'a.rtf',
  });

describe('the text of an RTF', () => {
  it.each<[what: string, body: string, text: string]>([
    ['letters by number, their stand-ins left out', "B\\u225\\'e1o c\\u225?o", 'Báo cáo'],
    ['stand-ins of two signs', "\\uc2 \\u272ab \\u7871\\'e1\\'e2", 'Đ ế'],
    ['no stand-in at all', '\\uc0 \\u272i h\\u7897i', 'Đi hội'],
    ['negative numbers', 'B\\u-5536?', 'B\uea60'],
    ['the code page of the font', "\\f1 ti\\'f2nh, s\\'f4\\'ec", 'tịnh, số'],
    ['the western page where a font names none', "\\f0 caf\\'e9 \\'93a\\'94 \\'96", 'café “a” –'],
    ['signs by their words', 'a\\emdash b\\~c\\tab d\\line e', 'a—b c d\ne'],
    ['signs of symbol fonts', "{\\f2\\'b7} m\\u7897?t", '• một'],
    ['escaped braces', '\\{a\\}\\\\', '{a}\\'],
    ['no hidden text', 'a {\\v b}c', 'a c'],
    ['no deleted text', 'a {\\deleted b}c', 'a c'],
    ['the result of a field, not its instruction', '{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}} b', '7 b'],
    [
      'the sign of a field without a result',
      '{\\field{\\*\\fldinst SYMBOL 179 \\\\f "Symbol" \\\\s 12}{\\fldrslt\\f2}} 5',
      '≥ 5',
    ],
    ['the sign of a field that has nothing but its code', '{\\field{\\*\\fldinst{SYMBOL 0xB7 \\\\f Symbol}}} m', '• m'],
    ['no sign of a field beside its result', '{\\field{\\*\\fldinst SYMBOL 179 \\\\f "Symbol"}{\\fldrslt x}} 5', 'x 5'],
    [
      'no sign of a field in the code of another',
      'a{\\field{\\*\\fldinst IF {\\field{\\*\\fldinst SYMBOL 179}}}{\\fldrslt }}b',
      'ab',
    ],
    [
      'a letter of an old font by its number',
      '{\\field{\\*\\fldinst SYMBOL 174 \\\\f ".VnTime"}}{\\f3 ng \\\'ae\\\'ac}',
      'đng đơ',
    ],
    ['no picture, no object', 'a{\\pict\\pngblip 8950ab}{\\*\\objdata 0102}b', 'ab'],
    ['no groups that it does not know', 'a{\\*\\whatever b}c', 'ac'],
    ['raw data of any bytes', 'a{\\pict\\bin4 }}}}}b', 'ab'],
    ['paragraphs', 'a\\par b\\par\\par c', 'a\nb\nc'],
    ['no headers and footers', '{\\header Trang 1}a{\\footer b}', 'a'],
    [
      'text boxes after their paragraph',
      'a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt b\\par}}} c\\par d',
      'a c\nb\nd',
    ],
    ['numbers as the writer printed them', '{\\listtext\\pard 1.\\tab}Ph\\u7847?n\\par', '1. Phần'],
    ['no signs of the numbering itself', '{\\*\\pnseclvl1\\pnucrm{\\pntxtb (}{\\pntxta )}}a', 'a'],
  ])('has %s', async (_, body, text) => expect((await rtf(body)).text).toBe(text));
});

describe('the build of an RTF', () => {
  it('reads tables with cells joined across and downwards', async () => {
    const row = (cells: string) => `${cells}\\row `;
    const { tables, text } = await rtf(
      row(
        '\\trowd\\clvmgf\\cellx1000\\cellx2000\\clmrg\\cellx3000\\pard\\intbl STT\\cell N\\u259?m 2023\\cell \\cell',
      ) +
        row('\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl \\cell KH\\cell TH\\cell') +
        row('\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl 1\\cell 20\\cell 25\\cell') +
        '\\pard sau',
    );
    expect(text).toBe('STT\tNăm 2023\nKH\tTH\n1\t20\t25\nsau');
    expect(tables).toHaveLength(1);
    expect(tables[0]!.cells.filter(({ row: at }) => at < 2)).toMatchObject([
      { row: 0, column: 0, rowSpan: 2, columnSpan: 1 },
      { row: 0, column: 1, rowSpan: 1, columnSpan: 2 },
      { row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
      { row: 1, column: 2, rowSpan: 1, columnSpan: 1 },
    ]);
  });

  it('keeps the text of a cell that goes on from the one above', async () => {
    const { text } = await rtf(
      '\\trowd\\clvmgf\\cellx1000\\cellx2000\\pard\\intbl STT\\cell KH\\cell\\row ' +
        '\\trowd\\clvmrg\\cellx1000\\cellx2000\\pard\\intbl chung\\cell 5\\cell\\row ',
    );
    expect(text).toBe('STT\nchung\tKH\n5');
  });
  it('reads a table in a cell', async () => {
    const { tables, text } = await rtf(
      '\\trowd\\cellx4000\\cellx8000\\pard\\intbl\\itap1 a\\par\\pard\\intbl\\itap2 b\\nestcell c\\nestcell' +
        '{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}' +
        '\\pard\\intbl\\itap1 d\\cell e\\cell\\trowd\\cellx4000\\cellx8000\\row\\pard f',
    );
    expect(tables).toHaveLength(2);
    expect(text.split(/\s/)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('ties a note to its mark', async () => {
    const { notes, blocks, text } = await rtf(
      'Theo b\\u225?o c\\u225?o{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} S\\u7889? 12/BC}} n\\u259?m\\par Sau',
    );
    expect(text).toBe('Theo báo cáo¹ năm\n¹ Số 12/BC\nSau');
    expect(notes).toMatchObject([{ kind: 'footnote', mark: '1', anchor: { start: 12, end: 13 } }]);
    expect(blocks[1]).toMatchObject({ kind: 'footnote', note: 0 });
  });

  it('takes a mark that the author typed for the mark of the note', async () => {
    const { notes, text } = await rtf(
      'K\\u7871?t qu\\u7843?{\\super (*)}{\\super{\\footnote\\pard\\plain T\\u7841?m t\\u237?nh}}\\par',
    );
    expect(notes).toMatchObject([{ mark: '*' }]);
    expect(text).toBe('Kết quả(*)\n* Tạm tính');
  });

  it('knows headings by style and level', async () => {
    const { blocks } = await readDocument({
      bytes: Buffer.from(
        '{\\rtf1{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\*\\cs10 Char;}}\\pard\\s1 I. TINH HINH\\par\\pard\\s0\\outlinelevel1 1. Chung\\par\\pard\\s0 Van ban\\par}',
      ),
      name: 'a.rtf',
    });
    expect(blocks).toMatchObject([{ kind: 'heading', level: 1 }, { kind: 'heading', level: 2 }, { kind: 'paragraph' }]);
  });
});

describe('hostile RTF', () => {
  it.each<[what: string, bytes: Uint8Array, code: string]>([
    ['a million open groups', Buffer.from(`{\\rtf1 ${'{'.repeat(1_000_000)}`), 'corrupt'],
    ['nothing but its first word', Buffer.from('{\\rtf1'), 'no-text'],
  ])('%s', async (_, bytes, code) =>
    expect(readDocument({ bytes, name: 'a.rtf' })).rejects.toMatchObject({ name: 'PipelineError', code }),
  );

  it('says that a file breaks off', async () => {
    const { text, warnings } = await readDocument({ bytes: Buffer.from('{\\rtf1 abc{\\b def'), name: 'a.rtf' });
    expect(text).toBe('abcdef');
    expect(warnings).toMatchObject([{ code: 'ingest/cut-short' }]);
  });

  it.each<[what: string, file: string, text: string]>([
    ['in a page header, after the body of an earlier section', 'mot\\par hai{\\header Trang', 'mot\nhai\nTrang'],
    ['in a page footer, before any body', '{\\footer{\\b Trang', 'Trang'],
    ['in a group of a page header', 'mot\\par{\\header{\\shp{\\*\\shpinst{\\shptxt hai', 'mot\nhai'],
    ['in a note', 'mot{\\super\\chftn{\\footnote\\pard\\plain hai', 'mot¹\n¹ hai'],
    ['in a text box', 'mot{\\shp{\\*\\shpinst{\\shptxt hai', 'mot\nhai'],
    [
      'in the cell of a table in a page header',
      'mot\\par{\\header\\trowd\\cellx99\\intbl hai\\cell ba',
      'mot\nhai\nba',
    ],
  ])('keeps what stands before the place where a file breaks off %s', async (_, file, expected) => {
    const { text, warnings } = await readDocument({ bytes: Buffer.from(`{\\rtf1 ${file}`), name: 'a.rtf' });
    expect(text.replaceAll('\t', '\n')).toBe(expected);
    expect(warnings.map(({ code }) => code)).toContain('ingest/cut-short');
  });

  it.each(['header', 'headerf', 'footer', 'footerr'])(
    'keeps the body where the brace is lost that ends a group of \\%s',
    async (group) => {
      const { text, warnings } = await rtf(`mot\\par{\\${group} Trang 1\\par {\\footerl so}\\pard hai\\par ba\\par`);
      expect(text).toBe('mot\nTrang 1\nhai\nba');
      expect(warnings).toMatchObject([{ code: 'ingest/cut-short' }]);
    },
  );

  it.each([
    ['more closed groups than open ones', 'a}}}}b'],
    ['cells out of any table', 'a\\cell\\row\\nestcell\\nestrow b'],
    ['numbers out of all measure', '\\itap99999\\intbl\\cellx-99999999999 a\\u99999999999?\\fs-1 b\\cell\\row'],
    ['half a sign at the end', "ab\\'"],
  ])('reads on over %s', async (_, body) => expect((await rtf(body)).text).toContain('a'));

  it.each([
    ['groups', '{\\b a}'.repeat(200_000)],
    ['rows', '\\trowd\\cellx100\\intbl a\\cell\\row '.repeat(30_000)],
    ['notes', 'a{\\footnote b}'.repeat(10_000)],
  ])('reads very many %s in time', async (_, body) => {
    const start = processTime();
    await rtf(body);
    expect(processTime() - start).toBeLessThan(15_000);
  });
});
