import { Document, FootnoteReferenceRun, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/index.js';
import { quoteOf, type SourceDocument, sourceDocument } from '../../../src/model/index.js';
import { docxOf, grid, item, list, type Parts, p, run, tbl, tc, tr } from './docx-package.js';

async function read(parts: Parts): Promise<SourceDocument> {
  const document = await readDocument({ bytes: docxOf(parts), name: 'a.docx' });
  expect(document.warnings).toEqual([]);
  return sourceDocument.parse(document);
}
const textOf = async (body: string, parts: Partial<Parts> = {}) => (await read({ body, ...parts })).text;
const blocksOf = (document: SourceDocument) => document.blocks.map(({ span }) => quoteOf(document.text, span));

const [fieldBegin, fieldThen, fieldEnd] = ['begin', 'separate', 'end'].map(
  (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`,
);
const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const styles = `<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Hoa"><w:name w:val="Hoa"/><w:rPr><w:caps/></w:rPr></w:style>`;

describe('text', () => {
  it('has the letter of an old font that a field names by its number', async () => {
    const field = `${fieldBegin}${code('SYMBOL 174 \\f ".VnTime"')}${fieldThen}${fieldEnd}`;
    const rest = '<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>¬n vÞ</w:t></w:r>';
    const { text } = await readDocument({ bytes: docxOf({ body: `<w:p>${field}${rest}</w:p>` }), name: 'a.docx' });
    expect(text).toBe('đơn vị');
  });
  it.each([
    ['line breaks', '<w:p><w:r><w:t>1085/QĐ-UBND</w:t><w:br/><w:t>ngày 15</w:t></w:r></w:p>', '1085/QĐ-UBND\nngày 15'],
    ['carriage returns', '<w:p><w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r></w:p>', 'a\nb'],
    ['tabs', '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab w:alignment="left"/><w:t>c</w:t></w:r></w:p>', 'a b c'],
    [
      'no-break and soft hyphens',
      '<w:p><w:r><w:t>QĐ</w:t><w:noBreakHyphen/><w:t>UB</w:t><w:softHyphen/><w:t>ND</w:t></w:r></w:p>',
      'QĐ-UBND',
    ],
    [
      'the sign of a field without a result',
      `<w:p>${fieldBegin}${code(' SYMBOL 179 \\f "Symbol" \\s 12 ')}${fieldThen}${fieldEnd}${run(' 50 tuổi')}</w:p>`,
      '≥ 50 tuổi',
    ],
    [
      'the sign of a field that has nothing but its code, in pieces',
      `<w:p>${fieldBegin}${code('SYM')}${code('BOL 8805 ')}${code('\\u')}${fieldEnd}${run(' 50 tuổi')}</w:p>`,
      '≥ 50 tuổi',
    ],
    [
      'no sign of a field beside its result',
      `<w:p>${fieldBegin}${code('SYMBOL 179 \\f Symbol')}${fieldThen}${run('x')}${fieldEnd}</w:p>`,
      'x',
    ],
    [
      'the sign of a simple field',
      '<w:p><w:fldSimple w:instr="SYMBOL 177 \\f &quot;Symbol&quot;"/><w:r><w:t>5 hộ</w:t></w:r></w:p>',
      '±5 hộ',
    ],
    [
      'the sign of a simple field with an empty result',
      `<w:p><w:fldSimple w:instr="SYMBOL 183 \\f Symbol">${run('')}</w:fldSimple>${run(' một')}</w:p>`,
      '• một',
    ],
    [
      'no sign in the code of another field',
      `<w:p>${fieldBegin}${code('IF ')}${fieldBegin}${code('SYMBOL 183')}${fieldThen}${fieldEnd}${fieldThen}${run('7')}${fieldEnd}</w:p>`,
      '7',
    ],
    ['simple fields', `<w:p><w:fldSimple w:instr=" DATE ">${run('năm 2023')}</w:fldSimple></w:p>`, 'năm 2023'],
    [
      'content of tags of all kinds',
      `<w:p><w:smartTag>${run('a')}</w:smartTag><w:customXml>${run('b')}</w:customXml><w:sdt><w:sdtContent>${run('c')}</w:sdtContent></w:sdt><w:bdo w:val="ltr">${run('d')}</w:bdo></w:p>`,
      'abcd',
    ],
    [
      'results of complex fields',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      '7',
    ],
    [
      'text that was moved, where it is now',
      `<w:p><w:moveFrom w:id="1">${run('chuyển')}</w:moveFrom></w:p>${p('giữa')}<w:p><w:moveTo w:id="2">${run('chuyển')}</w:moveTo></w:p>`,
      'giữa\nchuyển',
    ],
    ['hidden text', p(`${run('thấy')}${run('ẩn', '<w:vanish/>')}`), 'thấy'],
    ['what a style hides', p(`${run('thấy')}${run('ẩn', '<w:rStyle w:val="An"/>')}`), 'thấy', styles],
    [
      'what a style hides and the run shows',
      p(run('thấy', '<w:rStyle w:val="An"/><w:vanish w:val="0"/>')),
      'thấy',
      styles,
    ],
    ['capitals by style', p(run('Sở Nội vụ'), '<w:pStyle w:val="Hoa"/>'), 'SỞ NỘI VỤ', styles],
    ['capitals that the run takes back', p(run('Sở', '<w:caps w:val="0"/>'), '<w:pStyle w:val="Hoa"/>'), 'Sở', styles],
    ['signs of symbol fonts', p(`${run('\uf0b7 tuổi \uf0b3 50 và \uf0a3 60')}`), '• tuổi ≥ 50 và ≤ 60'],
    [
      'signs of symbol fonts kept among Latin letters',
      p(
        `${run('\u00b3 ', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')}${run('50 tuổi ')}${run('\u00fc', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}`,
      ),
      '≥ 50 tuổi ✓',
    ],
    [
      'words that are only called a symbol font',
      p(run('Sở Nội vụ năm 2023', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')),
      'Sở Nội vụ năm 2023',
    ],
    [
      'no results of fields in the code of another',
      `<w:p>${fieldBegin}${code(' IF ')}${fieldBegin}${code(' MERGEFIELD Ten ')}${fieldThen}${run('ẩn')}${fieldEnd}${code(' = 1 ')}${fieldThen}${run('thấy')}${fieldEnd}${run(' sau')}</w:p>`,
      'thấy sau',
    ],
    ['text after a field that does not end', `<w:p>${fieldBegin}${code(' IF ')}</w:p>${p('sau')}`, 'sau'],
    [
      'an equation in a line',
      `<w:p>${run('Diện tích ')}<m:oMath><m:r><m:t>120 </m:t></m:r><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>${run(' sàn')}</w:p>`,
      'Diện tích 120 m² sàn',
    ],
    [
      'an equation on its own',
      `<w:p><m:oMathPara><m:oMath><m:r><m:t>𝑥=</m:t></m:r><m:d><m:e><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num><m:den><m:r><m:t>15</m:t></m:r></m:den></m:f></m:e></m:d><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:r><m:t>a&lt;b</m:t></m:r></m:e></m:d></m:oMath></m:oMathPara></w:p>`,
      'x=(12/15)[a<b]',
    ],
    [
      'tables and rows under a content control',
      `<w:sdt><w:sdtContent>${tbl([`<w:sdt><w:sdtContent>${tr(tc('a'), tc('b'))}</w:sdtContent></w:sdt>`])}</w:sdtContent></w:sdt>`,
      'a\nb',
    ],
    [
      'boxes of a group',
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:anchor><a:graphic>${['một', 'hai'].map((box) => `<wps:wsp><wps:txbx><w:txbxContent>${p(box)}</w:txbxContent></wps:txbx></wps:wsp>`).join('')}</a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>${run('thân')}</w:p>`,
      'thân\nmột\nhai',
    ],
    ['capitals by format', p(run('Sở Nội vụ', '<w:caps/>')), 'SỞ NỘI VỤ'],
    ['powers', p(`${run('120 m')}${run('2', '<w:vertAlign w:val="superscript"/>')}`), '120 m²'],
    ['ordinals as they are', p(`${run('thế kỷ 20')}${run('th', '<w:vertAlign w:val="superscript"/>')}`), 'thế kỷ 20th'],
    ['a letter and its mark in two runs', p(`${run('Nghi')}${run('\u0323')}${run(' định')}`), 'Nghị định'],
    ['a rule of dashes', `${p('UBND TỈNH')}${p('-------')}${p('Số: 5')}`, 'UBND TỈNH\nSố: 5'],
    [
      'a text box with a fallback, once',
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><wps:txbx><w:txbxContent>${p('khung')}</w:txbxContent></wps:txbx></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('khung')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('thân')}</w:p>`,
      'thân\nkhung',
    ],
    [
      'a text box without a fallback',
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><wps:txbx><w:txbxContent>${p('khung')}</w:txbxContent></wps:txbx></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>${run('thân')}</w:p>`,
      'thân\nkhung',
    ],
  ])('reads %s', async (_, body, expected, styles?: string) =>
    expect(await textOf(body, styles === undefined ? {} : { styles })).toBe(expected),
  );

  it('reads a page or a letter that is the whole text of the package', async () => {
    const package_ = (chunk: string, name: string, body = '') =>
      docxOf({
        body: `${body}<w:altChunk r:id="c"/>`,
        raw: {
          [`word/${name}`]: chunk,
          'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${name}"/></Relationships>`,
        },
      });
    const html = '<html><body><p>Căn cứ Quyết định số 12/QĐ-UBND</p></body></html>';
    const mht = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${html}\r\n--b--\r\n`;
    for (const [chunk, name] of [
      [html, 'afchunk.htm'],
      [mht, 'afchunk.mht'],
      [String.raw`{\rtf1\ansi C\u259?n c\u7913? Quy\u7871?t \u273?\u7883?nh s\u7889? 12/Q\u272?-UBND\par}`, 'a.rtf'],
    ] as const) {
      const document = await readDocument({ bytes: package_(chunk, name), name: 'a.docx' });
      expect(document.text.trim()).toBe('Căn cứ Quyết định số 12/QĐ-UBND');
      expect(document.mediaType).toContain('wordprocessingml');
    }
    const both = await readDocument({ bytes: package_(html, 'afchunk.htm', p('Có chữ của mình')), name: 'a.docx' });
    expect(both.text).toBe('Có chữ của mình');
    expect(both.warnings.map(({ code }) => code)).toEqual(['ingest/part-left-out']);
  });
  it('reads insertions, not deletions, and says so', async () => {
    const deleted = (text: string) => `<w:del w:id="2"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const body = `<w:p><w:ins w:id="1">${run('mới')}</w:ins>${deleted('cũ &amp; xưa')}${deleted(' ')}</w:p>`;
    const { text, warnings } = await readDocument({ bytes: docxOf({ body }), name: 'a.docx' });
    expect(text).toBe('mới');
    expect(warnings.map(({ message }) => message)).toEqual([
      'Left out: 1 run (6 characters) deleted while changes were tracked',
    ]);
  });
  it.each<[what: string, body: string, text: string, styles?: string]>([
    [
      'deletions where they stood',
      `<w:p>${run('số ')}<w:del w:id="2"><w:r><w:delText>15</w:delText></w:r></w:del><w:ins w:id="1">${run('16')}</w:ins></w:p>`,
      'số 1516',
    ],
    [
      'what was moved, in both places',
      `<w:p><w:moveFrom w:id="1">${run('chuyển')}</w:moveFrom></w:p>${p('giữa')}<w:p><w:moveTo w:id="2">${run('chuyển')}</w:moveTo></w:p>`,
      'chuyển\ngiữa\nchuyển',
    ],
    [
      'paragraphs whose end was deleted, each by itself',
      `${p('một', '<w:rPr><w:del w:id="3"/></w:rPr>')}${p('hai')}`,
      'một\nhai',
    ],
    [
      'deleted rows and cells',
      tbl(
        [
          tr(tc('a'), tc('b', '<w:cellDel w:id="1"/>'), tc('1')),
          `<w:tr><w:trPr><w:del w:id="2"/></w:trPr>${tc('c')}${tc('d')}${tc('2')}</w:tr>`,
        ],
        grid,
      ),
      'a\tb\t1\nc\td\t2',
    ],
    ['hidden words', p(`${run('thấy')}${run(' ẩn', '<w:vanish/>')}`), 'thấy ẩn'],
    ['what a style hides', p(`${run('thấy')}${run(' ẩn', '<w:rStyle w:val="An"/>')}`), 'thấy ẩn', styles],
    [
      'no code of a field that was deleted',
      `<w:p>${run('a')}<w:del w:id="1">${fieldBegin}<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>${fieldThen}<w:r><w:delText>7</w:delText></w:r>${fieldEnd}</w:del></w:p>`,
      'a7',
    ],
  ])('keeps on demand: %s', async (_, body, text, styles) => {
    const bytes = docxOf({ body, ...(styles === undefined ? {} : { styles }) });
    const document = await readDocument({ bytes, name: 'a.docx', hidden: 'kept' });
    expect(document.text).toBe(text);
    expect(document.warnings).toEqual([]);
  });
  it('leaves comments and running heads out', async () => {
    expect(
      await textOf(p(`${run('Báo cáo')}<w:r><w:commentReference w:id="0"/></w:r>`), {
        comments: `<w:comment w:id="0">${p('sửa lại')}</w:comment>`,
        header: p('Trang đầu của báo cáo thường niên'.repeat(20)),
      }),
    ).toBe('Báo cáo');
  });
  it('takes a letterhead out of the page header', async () => {
    const document = await read({
      body: p('BÁO CÁO'),
      header: `${p('UBND TỈNH A')}${p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}${p('Độc lập - Tự do - Hạnh phúc')}`,
    });
    expect(blocksOf(document)).toEqual([
      'UBND TỈNH A',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'BÁO CÁO',
    ]);
    expect(document.blocks[0]!.kind).toBe('header');
  });
  it('knows another prefix for the same names', async () => {
    const body = `${p(`<w:fldSimple w:instr="X">${run('a')}</w:fldSimple>`)}${item(1, 0, 'b')}`;
    const bytes = docxOf({
      body: '',
      raw: {
        'word/document.xml': `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body>${body.replaceAll('w:', 'x:')}</x:body></x:document>`,
      },
      numbering: list(1, [['decimal', '%1.']]),
    });
    expect((await readDocument({ bytes, name: 'a.docx' })).text).toBe('a\n1. b');
  });
});

describe('automatic numbers', () => {
  const lists = async (numbering: string, body: string, styles?: string) =>
    (await textOf(body, { numbering, ...(styles === undefined ? {} : { styles }) })).split('\n');

  it('shows the label as Word does, and begins lower levels anew', async () => {
    expect(
      await lists(
        list(1, [
          ['upperRoman', '%1.'],
          ['decimal', '%2.'],
          ['decimal', '%2.%3.'],
          ['lowerLetter', '%4)'],
          ['bullet', '-'],
        ]),
        [
          item(1, 0, 'A'),
          item(1, 1, 'B'),
          item(1, 2, 'C'),
          item(1, 2, 'D'),
          item(1, 3, 'E'),
          item(1, 4, 'F'),
          item(1, 3, 'G'),
          item(1, 1, 'H'),
          item(1, 2, 'I'),
          item(1, 0, 'K'),
          item(1, 1, 'L'),
        ].join(''),
      ),
    ).toEqual(['I. A', '1. B', '1.1. C', '1.2. D', 'a) E', '- F', 'b) G', '2. H', '2.1. I', 'II. K', '1. L']);
  });
  it('gives articles their words and the block its label and level', async () => {
    const document = await read({
      body: item(1, 0, 'Phạm vi') + item(1, 1, 'Nội dung'),
      numbering: list(1, [
        ['decimal', 'Điều %1.'],
        ['lowerLetter', '%2)'],
      ]),
    });
    expect(document.text).toBe('Điều 1. Phạm vi\na) Nội dung');
    expect(document.blocks).toMatchObject([
      { kind: 'list-item', label: 'Điều 1.', level: 1 },
      { kind: 'list-item', label: 'a)', level: 2 },
    ]);
  });
  it('goes on counting where two numberings share a definition, and starts over where told to', async () => {
    expect(
      await lists(
        list(1, [['decimal', '%1.']]) +
          '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
        item(1, 0, 'a') + item(2, 0, 'b') + item(3, 0, 'c') + item(3, 0, 'd'),
      ),
    ).toEqual(['1. a', '2. b', '5. c', '6. d']);
  });
  it('takes numbering from styles, and none from number 0', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Điều"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Khoan"><w:name w:val="Khoản"/><w:basedOn w:val="Dieu"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(
      await lists(
        list(1, [
          ['decimal', 'Điều %1.'],
          ['decimal', '%2.', '<w:pStyle w:val="Khoan"/>'],
        ]),
        p('a', '<w:pStyle w:val="Dieu"/>') +
          p('b', '<w:pStyle w:val="Khoan"/>') +
          p('c', '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
          p('d', '<w:pStyle w:val="Dieu"/>'),
        styles,
      ),
    ).toEqual(['Điều 1. a', '1. b', 'c', 'Điều 2. d']);
  });
  it('finds the definition behind a list style', async () => {
    expect(
      await lists(
        list(7, [['upperLetter', '%1.']]) +
          '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Muc"/></w:abstractNum><w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>',
        item(8, 0, 'x') + item(8, 0, 'y'),
        '<w:style w:type="numbering" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>',
      ),
    ).toEqual(['A. x', 'B. y']);
  });
  it.each([
    ['decimalZero', '%1.', '01. x'],
    ['lowerRoman', '(%1)', '(i) x'],
    ['bullet', '\uf0b7', '• x'],
    ['bullet', '\uf02d', '- x'],
    ['bullet', '+', '+ x'],
    ['none', '', 'x'],
    ['decimalEnclosedCircle', '%1', '① x'],
    ['numberInDash', '%1', '- 1 - x'],
    ['vietnameseCounting', 'Thứ %1:', 'Thứ một: x'],
  ])('shows %s %s', async (format, text, shown) => {
    expect(await lists(list(1, [[format, text]]), item(1, 0, 'x'))).toEqual([shown]);
  });
  it('keeps the numbers of empty cells, and drops those of empty paragraphs', async () => {
    const row = (text: string) => tr(tc(item(1, 0, '')), tc(text), tc('5'));
    const document = await read({
      body:
        item(1, 0, '') +
        tbl([tr(tc('STT'), tc('Chỉ tiêu'), tc('Kết quả')), row('Hộ nghèo'), row('Hộ cận nghèo')], grid),
      numbering: list(1, [['decimal', '%1']]),
    });
    expect(document.text).toBe('STT\tChỉ tiêu\tKết quả\n2\tHộ nghèo\t5\n3\tHộ cận nghèo\t5');
  });
  it('counts in Vietnamese words', async () => {
    const shown = await lists(list(1, [['vietnameseCounting', '%1)']]), item(1, 0, 'x').repeat(45));
    expect([5, 10, 11, 15, 20, 21, 35, 44].map((number) => shown[number - 1])).toEqual(
      ['năm', 'mười', 'mười một', 'mười lăm', 'hai mươi', 'hai mươi mốt', 'ba mươi lăm', 'bốn mươi bốn'].map(
        (words) => `${words}) x`,
      ),
    );
  });
  it('does not count rows and cells that were deleted', async () => {
    const row = (text: string, change = '') => `<w:tr>${change}${tc(item(1, 0, ''))}${tc(text)}${tc('5')}</w:tr>`;
    const deletedCell = tc(p('cũ'), '<w:cellDel w:id="1"/>');
    expect(
      await textOf(
        tbl(
          [
            row('Hộ nghèo'),
            row('Hộ cũ', '<w:trPr><w:del w:id="1"/></w:trPr>'),
            row('Hộ mới', '<w:trPr><w:ins w:id="2"/></w:trPr>'),
            tr(deletedCell, tc(item(1, 0, '')), tc('Cộng'), tc('10')),
          ],
          grid,
        ),
        { numbering: list(1, [['decimal', '%1']]) },
      ),
    ).toBe('1\tHộ nghèo\t5\n2\tHộ mới\t5\n3\tCộng\t10');
  });
  it('does not count a paragraph whose end was deleted', async () => {
    expect(
      await lists(
        list(1, [['decimal', '%1.']]),
        `${item(1, 0, 'a').replace('</w:numPr>', '</w:numPr><w:rPr><w:del w:id="3"/></w:rPr>')}${item(1, 0, 'b')}${item(1, 0, 'c')}`,
      ),
    ).toEqual(['1. ab', '2. c']);
  });
});

describe('headings and hints', () => {
  it('knows headings by style, by outline level and by name', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="H2"/></w:style><w:style w:type="paragraph" w:styleId="T3"><w:name w:val="Tiêu đề 3"/></w:style>';
    const document = await read({
      body:
        p('a', '<w:pStyle w:val="H2"/>') +
        p('b', '<w:pStyle w:val="Con"/>') +
        p('c', '<w:outlineLvl w:val="0"/>') +
        p('d', '<w:pStyle w:val="T3"/>') +
        p('e'),
      styles,
    });
    expect(document.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 2],
      ['heading', 2],
      ['heading', 1],
      ['heading', 3],
      ['paragraph', undefined],
    ]);
    expect(document.blocks[1]!.style).toEqual({ bold: true, fontSize: 14, name: 'Con' });
  });
  it('gives weight, slope, alignment and size', async () => {
    const document = await read({
      body:
        p(run('BÁO CÁO', '<w:b/><w:sz w:val="26"/>'), '<w:jc w:val="center"/>') +
        p(`${run('nửa ', '<w:b/>')}${run('nạc', '<w:i/>')}`, '<w:jc w:val="both"/>'),
    });
    expect(document.blocks.map(({ style }) => style)).toEqual([
      { bold: true, align: 'center', fontSize: 13 },
      { align: 'justify' },
    ]);
  });
});

describe('tables', () => {
  it('reads a letterhead and a signature column by column', async () => {
    const document = await read({
      body:
        tbl([
          tr(
            tc(p('UBND TỈNH A') + p('SỞ NỘI VỤ')),
            tc(
              `<w:p><w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t><w:br/><w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r></w:p>`,
            ),
          ),
          tr(tc('Số: 5/BC-SNV'), tc('Vinh, ngày 5 tháng 6 năm 2023')),
        ]) +
        p('BÁO CÁO') +
        tbl([tr(tc(p('Nơi nhận:') + p('- Lưu: VT.')), tc(p('GIÁM ĐỐC') + p('Trần Văn An')))]),
    });
    expect(blocksOf(document)).toEqual([
      'UBND TỈNH A',
      'SỞ NỘI VỤ',
      'Số: 5/BC-SNV',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Vinh, ngày 5 tháng 6 năm 2023',
      'BÁO CÁO',
      'Nơi nhận:',
      '- Lưu: VT.',
      'GIÁM ĐỐC',
      'Trần Văn An',
    ]);
    expect(document.tables.map(({ kind, rows, columns }) => [kind, rows, columns])).toEqual([
      ['layout', 2, 2],
      ['layout', 1, 2],
    ]);
  });
  it.each(['Quản lý dự án', 'Kết quả đạt được', 'Tổng số lao động'])(
    'is not taken for a signature by a cell that begins as one does: %s',
    async (item) => {
      const rows = [
        ['Số thứ tự', 'Tên hạng mục', 'Kinh phí'],
        ['1', item, '15'],
        ['2', 'Đào tạo cán bộ', '20'],
      ];
      const { tables, text } = await read({
        body: tbl(rows.map((cells) => tr(...cells.map((cell) => tc(cell))))),
      });
      expect(tables[0]).toMatchObject({ kind: 'data', rows: 3, columns: 3 });
      expect(text).toBe(rows.map((cells) => cells.join('\t')).join('\n'));
    },
  );
  it.each(['Q. GIÁM ĐỐC SỞ', 'KT. BỘ TRƯỞNG BỘ', 'TM UBND TỈNH', 'T/M ỦY BAN', 'TL.CHỦ TỊCH UBND', 'KT/ BỘ TRƯỞNG BỘ'])(
    'is a signature where one signs so: %s',
    async (office) => {
      const { tables } = await read({
        body: tbl([tr(tc('Người nhận'), tc(office)), tr(tc('- Lưu: VT.'), tc('Trần Văn An'))]),
      });
      expect(tables[0]).toMatchObject({ kind: 'layout' });
    },
  );
  it('keeps merged cells once, at their corner, and finds the head', async () => {
    const document = await read({
      body: tbl(
        [
          tr(
            tc('STT', '<w:vMerge w:val="restart"/>'),
            tc('Chỉ tiêu', '<w:vMerge w:val="restart"/>'),
            tc('Năm 2023', '<w:gridSpan w:val="2"/>'),
          ),
          tr(tc('', '<w:vMerge/>'), tc('', '<w:vMerge/>'), tc('KH'), tc('TH')),
          tr(tc('(1)'), tc('(2)'), tc('(3)'), tc('(4)')),
          tr(tc('1'), tc('Số hộ nghèo'), tc('1.250'), tc('1.300')),
        ],
        grid,
      ),
    });
    expect(document.text).toBe('STT\tChỉ tiêu\tNăm 2023\nKH\tTH\n(1)\t(2)\t(3)\t(4)\n1\tSố hộ nghèo\t1.250\t1.300');
    const [table] = document.tables;
    expect(table).toMatchObject({ kind: 'data', rows: 4, columns: 4 });
    expect(table!.cells.slice(0, 5)).toMatchObject([
      { row: 0, column: 0, rowSpan: 2, columnSpan: 1, header: true },
      { row: 0, column: 1, rowSpan: 2, header: true },
      { row: 0, column: 2, rowSpan: 1, columnSpan: 2, header: true },
      { row: 1, column: 2, header: true },
      { row: 1, column: 3, header: true },
    ]);
    expect(table!.cells.filter(({ row }) => row === 2).every(({ header }) => header)).toBe(true);
    expect(table!.cells.some(({ row, header }) => row === 3 && header)).toBe(false);
  });
  it('takes a row for a head only when its mark is on', async () => {
    const row = (mark: string, ...cells: string[]) =>
      `<w:tr><w:trPr>${mark}</w:trPr>${cells.map((cell) => tc(cell)).join('')}</w:tr>`;
    const document = await read({
      body: tbl(
        [
          row('<w:tblHeader/>', 'Chỉ tiêu', 'Số lượng'),
          row('<w:tblHeader w:val="off"/>', 'Số hộ', '1.250'),
          row('<w:tblHeader w:val="0"/>', 'Số xã', '12'),
        ],
        grid,
      ),
    });
    expect(document.tables[0]!.cells.map(({ header }) => header)).toEqual([true, true, false, false, false, false]);
  });
  it('reads a table within a cell', async () => {
    const inner = tbl([tr(tc('x'), tc('1')), tr(tc('y'), tc('2'))], grid);
    const document = await read({
      body: tbl([tr(tc('Nội dung'), tc('Số')), tr(tc(p('trước') + inner + p('sau')), tc('3'))], grid),
    });
    expect(document.tables).toHaveLength(2);
    expect(document.text).toBe('Nội dung\tSố\ntrước\nx\t1\ny\t2\nsau\t3');
  });
  it('does not grow with the span a cell claims', async () => {
    const document = await read({
      body: tbl([tr(tc('a', '<w:gridSpan w:val="900000000"/>'), tc('b')), tr(tc('c'), tc('d'))], grid),
    });
    expect(document.text.split(/\s/)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('columns typed with tabs and spaces', () => {
  const tab = '<w:r><w:tab/><w:tab/></w:r>';
  const title = p('BÁO CÁO', '<w:jc w:val="center"/>');
  it('reads them one after the other', async () => {
    const document = await read({
      body:
        p(`${run('UBND TỈNH A')}${tab}${run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}`) +
        p(`${run('SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI        Độc lập - Tự do - Hạnh phúc')}`) +
        p('Số: 5/BC-SLĐTBXH') +
        p('Vinh, ngày 5 tháng 6 năm 2023', '<w:jc w:val="right"/>') +
        title +
        p(`${run('1.')}${tab}${run('Kết quả')}`) +
        p(`${run('Nơi nhận:')}${tab}${run('GIÁM ĐỐC')}`) +
        p('- Lưu: VT.') +
        p(`${tab}${tab}${run('Trần Văn An')}`),
    });
    expect(blocksOf(document)).toEqual([
      'UBND TỈNH A',
      'SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI',
      'Số: 5/BC-SLĐTBXH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Vinh, ngày 5 tháng 6 năm 2023',
      'BÁO CÁO',
      '1. Kết quả',
      'Nơi nhận:',
      '- Lưu: VT.',
      'GIÁM ĐỐC',
      'Trần Văn An',
    ]);
  });
});

describe('columns typed with gaps of several widths', () => {
  const gap = (width: number) => ' '.repeat(width);
  it('part at the widest gap, and what is pushed to the right stands there whole', async () => {
    const document = await read({
      body:
        p(run(`BỘ XÂY DỰNG${gap(30)}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`)) +
        p(run(`Số:    12/ 1998/TT-BXD${gap(40)}----------------`)) +
        p(run(`${gap(50)}Hà Nội, ngày  14   tháng  7   năm 1998`)) +
        p('THÔNG TƯ', '<w:jc w:val="center"/>'),
    });
    expect(blocksOf(document)).toEqual([
      'BỘ XÂY DỰNG',
      'Số: 12/ 1998/TT-BXD',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Hà Nội, ngày 14 tháng 7 năm 1998',
      'THÔNG TƯ',
    ]);
    expect(document.blocks.map(({ cell }) => cell && [cell.row, cell.column])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [2, 1],
      undefined,
    ]);
  });
});

describe('notes', () => {
  const reference = (id: number, more = '') => `<w:r><w:footnoteReference w:id="${id}"${more}/></w:r>`;
  const note = (id: number, text: string) =>
    `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(text)}</w:p></w:footnote>`;

  it('lays a note after the block of its mark, and ties the two', async () => {
    const document = await read({
      body: p(`${run('Kế hoạch năm')}${reference(3)}${run(' và quý')}${reference(2)}${run('.')}`) + p('Sau'),
      footnotes: `<w:footnote w:type="separator" w:id="-1">${p('x')}</w:footnote>${note(2, ' Kế hoạch số 2')}${note(3, 'Kế hoạch số 3')}`,
    });
    expect(blocksOf(document)).toEqual(['Kế hoạch năm¹ và quý².', '¹ Kế hoạch số 3', '² Kế hoạch số 2', 'Sau']);
    expect(document.notes).toMatchObject([
      { kind: 'footnote', mark: '1', blocks: [1] },
      { kind: 'footnote', mark: '2', blocks: [2] },
    ]);
    expect(document.notes.map(({ anchor }) => quoteOf(document.text, anchor!))).toEqual(['¹', '²']);
  });
  it('raises brackets around a mark, and keeps a mark of the author', async () => {
    const raised = '<w:vertAlign w:val="superscript"/>';
    const document = await read({
      body:
        p(`${run('hội')}${run('(', raised)}${reference(1)}${run(')', raised)}`) +
        p(`${run('đoàn')}<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`),
      footnotes: note(1, 'A') + note(2, 'B'),
    });
    expect(document.text).toBe('hội⁽¹⁾\n¹ A\nđoàn*\n* B');
    expect(document.notes.map(({ mark }) => mark)).toEqual(['1', '*']);
  });
  it('reads endnotes and marks in tables', async () => {
    const document = await read({
      body: tbl(
        [tr(tc('Nội dung'), tc('Số')), tr(tc(p(`${run('a')}<w:r><w:endnoteReference w:id="1"/></w:r>`)), tc('2'))],
        grid,
      ),
      endnotes: `<w:endnote w:id="1">${p('Nguồn')}</w:endnote>`,
    });
    expect(document.notes).toMatchObject([{ kind: 'endnote', mark: '1' }]);
    expect(document.text).toContain('a¹');
    expect(document.blocks.find(({ kind }) => kind === 'footnote')).toBeDefined();
  });
  it('passes over a mark without a note', async () => {
    expect(await textOf(p(`${run('a')}${reference(9)}`))).toBe('a');
  });
});

describe('a text poured into a document, a line a paragraph', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="PreformattedText"><w:name w:val="Preformatted Text"/></w:style>';
  it('is laid out as text is', async () => {
    const lines = [
      '   UBND TỈNH A           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '   SỞ NỘI VỤ                Độc lập - Tự do - Hạnh phúc',
      '',
      'BÁO CÁO',
    ];
    const document = await read({
      body: lines.map((line) => p(run(line), '<w:pStyle w:val="PreformattedText"/>')).join(''),
      styles,
    });
    expect(blocksOf(document)).toEqual([
      'UBND TỈNH A',
      'SỞ NỘI VỤ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'BÁO CÁO',
    ]);
  });
});

describe('documents of another writer', () => {
  it('reads what the docx package writes', async () => {
    const made = new Document({
      numbering: {
        config: [{ reference: 'n', levels: [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '%1)' }] }],
      },
      footnotes: { 1: { children: [new Paragraph('Công văn số 5/SNV')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'KẾT QUẢ', heading: 'Heading1' }),
            new Paragraph({ children: [new TextRun('theo công văn'), new FootnoteReferenceRun(1)] }),
            new Paragraph({ text: 'một', numbering: { reference: 'n', level: 0 } }),
            new Paragraph({ text: 'hai', numbering: { reference: 'n', level: 0 } }),
          ],
        },
      ],
    });
    const document = await readDocument({ bytes: await Packer.toBuffer(made), name: 'a.docx' });
    expect(blocksOf(document)).toEqual(['KẾT QUẢ', 'theo công văn¹', '¹ Công văn số 5/SNV', 'a) một', 'b) hai']);
    expect(document.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  });
});

describe('any document', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      p('Nghị định'),
      p('Nghi\u0323 đi\u0323nh'),
      item(1, 0, 'mục'),
      item(1, 1, 'ý'),
      p(''),
      tbl([tr(tc('a'), tc('1')), tr(tc('b'), tc(''))], grid),
      p(`${run('x')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
    ),
    fc.string().map((text) => p(run(text.replace(/[<&>]/g, '')))),
  );
  it('reads the same twice, NFC, in disjoint ordered spans', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const parts = {
          body: p('Đầu') + pieces.join(''),
          numbering: list(1, [
            ['decimal', '%1.'],
            ['bullet', '-'],
          ]),
          footnotes: `<w:footnote w:id="1">${p('chú')}</w:footnote>`,
        };
        const document = await read(parts);
        expect(await read(parts)).toEqual(document);
        expect(document.text).toBe(document.text.normalize('NFC'));
        let end = -1;
        for (const { span } of document.blocks) {
          expect(span.start).toBe(end + 1);
          end = span.end;
        }
      }),
      { numRuns: 30 },
    );
  });
});
