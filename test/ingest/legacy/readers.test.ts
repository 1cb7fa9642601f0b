import { describe, expect, it } from 'vitest';
import { encodeLegacy } from '../../../fixtures/encode-legacy.js';
import { readDocument } from '../../../src/ingest/index.js';
import type { SourceDocument } from '../../../src/model/index.js';
import { docxOf, p, run } from '../docx/docx-package.js';
import { drawPdf } from '../pdf/draw-pdf.js';

const fonts = (font: string) => `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`;
const read = (bytes: Uint8Array, name: string) => readDocument({ bytes, name });
const docx = (parts: Parameters<typeof docxOf>[0]) => read(docxOf(parts), 'test.docx');
const conversions = (document: SourceDocument) =>
  document.warnings.map(({ code, message, span, page }) => ({
    code,
    message,
    quote: span === undefined ? null : document.text.slice(span.start, span.end),
    page: page ?? null,
  }));

describe('DOCX', () => {
  it('takes the font of a run from its style, the paragraph’s, the defaults and the theme', async () => {
    const styles =
      `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('Times New Roman')}</w:rPr></w:rPrDefault></w:docDefaults>` +
      `<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr>${fonts('.VnTime')}</w:rPr></w:style>` +
      '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Name"/><w:basedOn w:val="Base"/></w:style>' +
      `<w:style w:type="character" w:styleId="High"><w:name w:val="High"/><w:rPr>${fonts('.VnTimeH')}</w:rPr></w:style>` +
      '<w:style w:type="paragraph" w:styleId="Themed"><w:name w:val="Themed"/><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:style>';
    const body =
      p('LuËt sè 18', '<w:pStyle w:val="Title"/>') +
      p(run('nghÞ ®Þnh', '<w:rStyle w:val="High"/>') + run(' số 5'), '<w:pStyle w:val="Base"/>') +
      p('kÕ ho¹ch', '<w:pStyle w:val="Themed"/>') +
      p(run('th¸ng', '<w:rFonts w:ascii="Times New Roman" w:hAnsi=".VnTime"/>')) +
      p(run('Señor') + run(' x·', fonts('.VnTime')));
    const theme =
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface=".VnArial"/></a:minorFont></a:theme>';
    const related =
      '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/>';
    const document = await docx({
      body,
      styles,
      raw: {
        'word/theme/theme1.xml': theme,
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related}</Relationships>`,
      },
    });
    expect(document.text).toBe('Luật số 18\nNGHỊ ĐỊNH số 5\nkế hoạch\ntháng\nSeñor xã');
  });
  it('reads ư from a soft hyphen, an inserted symbol, and notes and labels', async () => {
    const body =
      p(
        `<w:r><w:rPr>${fonts('.VnTime')}</w:rPr><w:t>N</w:t><w:softHyphen/><w:t>íc, </w:t><w:sym w:font=".VnTime" w:char="F0AE"/><w:t>\u00adêng</w:t></w:r>` +
          '<w:r><w:footnoteReference w:id="2"/></w:r>',
      ) + p(run('ph¹m vi', fonts('.VnTime')), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const document = await docx({
      body,
      footnotes: `<w:footnote w:id="2">${p(run('NghÞ ®Þnh sè 38/2023/N§-CP', fonts('.VnTime')))}</w:footnote>`,
      numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§iÒu %1."/><w:rPr>${fonts('.VnTime')}</w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    });
    expect(document.text).toBe('Nước, đường¹\n¹ Nghị định số 38/2023/NĐ-CP\nĐiều 1. phạm vi');
  });
  it('marks capitals that come from the font alone, and can leave them as they were typed', async () => {
    const body =
      p(run('quyÕt ®Þnh', fonts('.VnTimeH')) + run(' cña UBND ', fonts('.VnTime')) + run('tØnh', fonts('.VnTimeH'))) +
      p(run('CHỈ THỊ', fonts('.VnTimeH')));
    const document = await docx({ body });
    expect(document.text).toBe('QUYẾT ĐỊNH của UBND TỈNH\nCHỈ THỊ');
    expect(conversions(document).filter(({ code }) => code === 'ingest/capitals-by-font')).toEqual([
      {
        code: 'ingest/capitals-by-font',
        message: '9 letters in .VnTimeH drawn as capitals by the font alone',
        quote: 'QUYẾT ĐỊNH',
        page: null,
      },
      {
        code: 'ingest/capitals-by-font',
        message: '4 letters in .VnTimeH drawn as capitals by the font alone',
        quote: 'TỈNH',
        page: null,
      },
    ]);
    const typed = await readDocument({ bytes: docxOf({ body }), name: 'a.docx', capitals: 'typed' });
    expect(typed.text).toBe('quyết định của UBND tỉnh\nCHỈ THỊ');
  });
  it.each([
    [
      'words typed in capitals, whose toned letters the font has as small ones alone',
      'QU¶N Lý NHµ N¦íC',
      'QUẢN LÝ NHÀ NƯỚC',
    ],
    ['a capital at the beginning of a word', 'Sè LIÖu Së Y tÕ', 'Số LIệu Sở Y tế'],
  ])('leaves as they were typed: %s', async (_, text, typed) => {
    const bytes = docxOf({ body: p(run(text, fonts('.VnTimeH'))) });
    expect((await readDocument({ bytes, name: 'a.docx', capitals: 'typed' })).text).toBe(typed);
  });
  it('finds the letterhead of a page header', async () => {
    const header =
      p(run('uû ban nh©n d©n tØnh qu¶ng ng·i', fonts('.VnTimeH'))) +
      p(run('Céng hoµ x· héi chñ nghÜa ViÖt Nam', fonts('.VnTimeH'))) +
      p(run('§éc lËp - Tù do - H¹nh phóc', fonts('.VnTime')));
    const document = await docx({ body: p(run('KÕ ho¹ch ph¸t triÓn', fonts('.VnTime'))), header });
    expect(document.text).toBe(
      'UỶ BAN NHÂN DÂN TỈNH QUẢNG NGÃI\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nKế hoạch phát triển',
    );
  });
  it('marks each stretch that was decoded', async () => {
    const document = await docx({
      body:
        p(run('Sè 15 ', fonts('.VnTime')) + run('cña', fonts('.VnTimeH'))) +
        p('Báo cáo kết quả') +
        p(run('Coäng hoøa xaõ hoäi', fonts('VNI-Times'))),
    });
    expect(conversions(document)).toEqual([
      {
        code: 'ingest/from-tcvn3',
        message: '4 letters in .VnTime, .VnTimeH (2 runs) read as TCVN3 (ABC), by font and letters',
        quote: 'Số 15 CỦA',
        page: null,
      },
      {
        code: 'ingest/from-vni',
        message: '4 letters in VNI-Times (1 run) read as VNI, by font and letters',
        quote: 'Cộng hòa xã hội',
        page: null,
      },
      {
        code: 'ingest/capitals-by-font',
        message: '3 letters in .VnTimeH drawn as capitals by the font alone',
        quote: 'CỦA',
        page: null,
      },
    ]);
  });
  it('says nothing of a document in Unicode', async () => {
    const document = await docx({ body: p('12 m² đất, «señor», 25°C') + p(run('Ủy ban nhân dân', fonts('Arial'))) });
    expect(document.text).toBe('12 m² đất, «señor», 25°C\nỦy ban nhân dân');
    expect(document.warnings).toEqual([]);
  });
});

describe('PDF', () => {
  const page = (...texts: string[]) => ({ texts: texts.map((text, row) => ({ text, x: 60, y: 80 + row * 20 })) });
  it('decodes glyphs by the font and what is drawn in it', async () => {
    const pdf = drawPdf([page('Sè 1085/Q§-UBND ngµy 15/8/2022', 'cña Chñ tÞch', 'vÒ ®−êng')], 'ABCDEF+.VnTime');
    const document = await read(pdf, 'test.pdf');
    expect(document.text.replace(/\s+/g, ' ')).toBe('Số 1085/QĐ-UBND ngày 15/8/2022 của Chủ tịch về đường');
    expect(conversions(document)).toEqual([
      {
        code: 'ingest/from-tcvn3',
        message: '10 letters in .VnTime of page 1 (1 run) read as TCVN3 (ABC), by font and letters',
        quote: null,
        page: 1,
      },
    ]);
  });
  it('decodes words that were placed one by one, with no blank between them', async () => {
    let x = 60;
    const texts = 'Céng hßa x· héi chñ nghÜa ViÖt Nam'.split(' ').map((text) => {
      const drawn = { text, x, y: 80 };
      // A letter is 7 points wide, the blank of Times 3.5 (a quarter of the size).
      x += text.length * 7 + 3.5;
      return drawn;
    });
    const document = await read(drawPdf([{ texts }], '.VnTime'), 'test.pdf');
    expect(document.text).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
  });
  it('raises an H font, and joins the marks of VNI', async () => {
    expect((await read(drawPdf([page('quyÕt ®Þnh')], '.VnTimeH,Bold'), 'test.pdf')).text).toBe('QUYẾT ĐỊNH');
    expect((await read(drawPdf([page('Nghò ñònh cuûa Chính phuû')], 'VNI-Times'), 'test.pdf')).text).toBe(
      'Nghị định của Chính phủ',
    );
  });
  it('finds TCVN3 under a name that says nothing', async () => {
    const pdf = drawPdf([page('Céng hßa x· héi chñ nghÜa ViÖt Nam', '§éc lËp - Tù do - H¹nh phóc')], 'T1');
    expect((await read(pdf, 'test.pdf')).text.replace(/\s+/g, ' ')).toBe(
      'Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc',
    );
  });
});

describe('TXT', () => {
  const text = 'Ủy ban nhân dân huyện báo cáo kết quả thực hiện nhiệm vụ\nnăm 2003, theo Quyết định số 12/QĐ-UB.';
  it.each(['tcvn3', 'vni', 'viscii', 'vps', 'windows-1258'] as const)(
    'in %s is known by its letters',
    async (encoding) => {
      const document = await read(encodeLegacy(text, encoding), 'test.txt');
      expect(document.text).toBe(encoding === 'tcvn3' ? text.replace('Ủ', 'ủ') : text);
      expect(document.warnings.map(({ code }) => code)).toEqual([`ingest/from-${encoding}`]);
    },
  );
  it('that was saved as UTF-8 with the letters of its font', async () => {
    const document = await read(
      Buffer.from('B¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô\nxem http://a.vn, «señor»'),
      'test.txt',
    );
    expect(document.text.split('\n')[0]).toBe('Báo cáo kết quả thực hiện nhiệm vụ');
    expect(document.warnings.map(({ code }) => code)).toEqual(['ingest/from-tcvn3']);
  });
});

describe('a font of an old encoding that was taken for one of symbols', () => {
  const hidden = (text: string) =>
    Array.from(text, (sign) => (sign === ' ' ? sign : String.fromCharCode(0xf000 + sign.charCodeAt(0)))).join('');
  const typed = 'B¸o c¸o kÕt qu¶ gi¶m nghÌo';
  const shown = 'Báo cáo kết quả giảm nghèo';

  it('gives letters, not signs, in a PDF', async () => {
    const pdf = (font: string) => read(drawPdf([{ texts: [{ text: hidden(typed), x: 60, y: 80 }] }], font), 'a.pdf');
    expect((await pdf('.VnTime')).text).toBe(shown);
  });

  it('gives letters, not signs, in RTF', async () => {
    const bytes = Array.from(typed, (sign) => (sign < '\u0080' ? sign : `\\'${sign.charCodeAt(0).toString(16)}`)).join(
      '',
    );
    const rtf = `{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset2 .VnTime;}{\\f1\\fcharset2 Wingdings;}}\\f0 ${bytes}\\par\\f1 \\'fc\\f0  xong}`;
    expect((await read(Buffer.from(rtf, 'latin1'), 'a.rtf')).text).toBe(`${shown}\n✓ xong`);
  });
});
