import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.js';
import { pageHeaderPlaces } from '../../src/ingest/doc/page-header-places.js';
import { type HiddenContent, readDocument } from '../../src/ingest/index.js';

const folder = join(import.meta.dirname, '../../fixtures/page-headers');
const files = readdirSync(folder).sort();
const letter = [
  'UBND TỈNH BÌNH ĐỊNH',
  'SỞ NỘI VỤ',
  'Số: 415/SNV-VTLT',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Bình Định, ngày 14 tháng 3 năm 2023',
  'Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố',
  'Thực hiện Quyết định số 91/QĐ-UBND của Ủy ban nhân dân tỉnh, Sở Nội vụ đề nghị lập danh mục tài liệu nộp lưu.',
  'Danh mục gửi về Sở trước ngày 30/4/2023.',
];

describe('a letter whose letterhead stands in the page header', () => {
  it.each(files)('%s is read with it, without running heads and page numbers', async (name) => {
    const document = await readDocument({ bytes: readFileSync(join(folder, name)), name });
    expect(document.blocks.map(({ span }) => document.text.slice(span.start, span.end))).toEqual(letter);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(letter.map((_, at) => (at < 6 ? 'header' : 'paragraph')));
    expect(document.warnings).toEqual([
      {
        code: 'ingest/deletions-left-out',
        level: 'info',
        message: 'Left out: 2 runs (20 characters) deleted while changes were tracked',
      },
    ]);
    expect(extract(document).header).toMatchObject({
      type: 'CV',
      number: '415/SNV-VTLT',
      issuer: 'Sở Nội vụ',
      place: 'Bình Định',
      date: '2023-03-14',
    });
  });
});

describe('a letter with words deleted while changes were tracked', () => {
  it.each(files)('%s is read with them where they are to be kept', async (name) => {
    const bytes = readFileSync(join(folder, name));
    const document = await readDocument({ bytes, name, hidden: 'kept' });
    const asTheyStood = letter.map((block) =>
      block.replace('số 91/QĐ-UBND', 'số 88/QĐ-UBND91/QĐ-UBND').replace('đề nghị lập', 'đề nghị khẩn trương lập'),
    );
    expect(document.blocks.map(({ span }) => document.text.slice(span.start, span.end))).toEqual(asTheyStood);
    expect(document.warnings).toEqual([]);
  });
});

const rtf = async (body: string, hidden: HiddenContent = 'left-out') =>
  readDocument({
    hidden,
    bytes: Buffer.from(
      `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times New Roman;}{\\f1 .VnTime;}}\\f0 ${body}}`,
      'latin1',
    ),
    name: 'a.rtf',
  });
const motto = 'C\u00e9ng h\u00dfa x\u00b7 h\u00e9i ch\u00f1 ngh\u00dca Vi\u00d6t Nam';
const spoken = 'C\\u7897?ng h\\u242?a x\\u227? h\\u7897?i ch\\u7911? ngh\\u297?a Vi\\u7879?t Nam';

describe('page headers of an RTF', () => {
  it.each<[what: string, body: string, text: string]>([
    ['in a font of its own encoding', `{\\headerf\\f1 ${motto}\\par}Sau`, 'Cộng hòa xã hội chủ nghĩa Việt Nam\nSau'],
    [
      'in a table',
      `{\\header\\trowd\\cellx1\\intbl UBND\\cell ${spoken}\\cell\\row}a`,
      'UBND\nCộng hòa xã hội chủ nghĩa Việt Nam\na',
    ],
    [
      'of the first page before the others',
      `{\\header ${spoken} 2}{\\headerf ${spoken} 1}a`,
      'Cộng hòa xã hội chủ nghĩa Việt Nam 1\na',
    ],
    [
      'in a text box',
      `{\\header{\\shp{\\*\\shpinst{\\shptxt ${spoken}\\par}}}\\par}a`,
      'Cộng hòa xã hội chủ nghĩa Việt Nam\na',
    ],
  ])('give the letterhead %s', async (_, body, text) => {
    const document = await rtf(body);
    expect(document.text).toBe(text);
    expect(document.blocks[0]!.kind).toBe('header');
    expect(document.warnings.filter(({ level }) => level !== 'info')).toEqual([]);
  });
  it.each<[what: string, body: string, text: string]>([
    ['a running head', '{\\header B\\u225?o c\\u225?o c\\u7911?a S\\u7903? N\\u7897?i v\\u7909?}a', 'a'],
    ['what the text begins with', `{\\header ${spoken}}${spoken}\\par a`, 'Cộng hòa xã hội chủ nghĩa Việt Nam\na'],
    ['a footer', `{\\footer ${spoken}}{\\footerf ${spoken}}a`, 'a'],
    ['what was deleted', `{\\header {\\deleted ${spoken}}}a`, 'a'],
    ['what is hidden', `{\\header {\\v ${spoken}}}a`, 'a'],
  ])('are left out: %s', async (_, body, text) => {
    const document = await rtf(body);
    expect(document.text).toBe(text);
    expect(document.warnings).toEqual([]);
  });
  it('leave the paragraph whole in which they stand', async () => {
    expect((await rtf(`tr\\u432?{\\headerl ${spoken}}\\u7899?c sau`)).text).toBe(
      'Cộng hòa xã hội chủ nghĩa Việt Nam\ntrước sau',
    );
  });
});

describe('what an RTF hides', () => {
  it.each<[what: string, body: string, text: string]>([
    ['hidden words', 'a {\\v b} c', 'a b c'],
    ['deleted words', 'a {\\deleted b} c', 'a b c'],
    ['a page header that was deleted', `{\\header {\\deleted ${spoken}}}a`, 'Cộng hòa xã hội chủ nghĩa Việt Nam\na'],
    ['no code of a field', 'a{\\field{\\*\\fldinst{\\v PAGE}}{\\fldrslt 7}}', 'a7'],
  ])('is read where it is to be kept: %s', async (_, body, text) => {
    const document = await rtf(body, 'kept');
    expect(document.text).toBe(text);
    expect(document.warnings).toEqual([]);
  });
});

describe('tracked deletions of an RTF', () => {
  it.each<[what: string, body: string, runs: string | null]>([
    ['are counted by runs', 'a{\\deleted b\\u225?o}c{\\deleted  12}', '2 runs (5 characters)'],
    ['count without their blanks', 'a{\\deleted  \\tab}b', null],
    ['are not what is hidden', 'a{\\v b}', null],
    ['are not what was put in', 'a{\\revised b}', null],
  ])('%s', async (_, body, runs) => {
    expect((await rtf(body)).warnings.map(({ message }) => message)).toEqual(
      runs === null ? [] : [`Left out: ${runs} deleted while changes were tracked`],
    );
  });
});

describe('places of page headers in a DOC', () => {
  const table = (...places: number[]) => new Uint8Array(Uint32Array.from(places).buffer);
  const separators = [0, 0, 0, 0, 0, 0];
  it('begin with that of the first page', () => {
    // even header, odd header, even footer, odd footer, first header, first footer
    expect(pageHeaderPlaces(table(...separators, 0, 5, 9, 12, 15, 40, 50, 99), 50)).toEqual([
      { start: 15, end: 40 },
      { start: 5, end: 9 },
      { start: 0, end: 5 },
    ]);
  });
  it.each<[what: string, places: number[]]>([
    ['none', []],
    ['rules above notes alone', [0, 3, 6, 6, 6, 6, 9]],
    ['none of a section', [...separators, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['beyond the end', [...separators, 90, 95, 95, 95, 95, 95, 95]],
    ['backwards', [...separators, 9, 3, 3, 3, 3, 3, 3]],
  ])('are none where the table has %s', (_, places) => expect(pageHeaderPlaces(table(...places), 50)).toEqual([]));
  it('do not lie over one another', () => {
    const wicked = Array.from({ length: 600 }, (_, at) => (at % 2 === 0 ? 0 : 50));
    expect(pageHeaderPlaces(table(...separators, ...wicked), 50).length).toBeLessThan(4);
  });
});
