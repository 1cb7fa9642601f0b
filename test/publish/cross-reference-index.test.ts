import { PassThrough } from 'node:stream';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { LegalDocument } from '../../src/model/index.js';
import {
  legalRank,
  renderCsv,
  renderDocx,
  renderHtml,
  renderJson,
  sheetsOfIndex,
  writeXlsx,
} from '../../src/publish/index.js';
import type { Citer, ReviewItem } from '../../src/store/index.js';
import { all, indexOf, type Reference } from './made-index.js';

const document = (fields: Partial<LegalDocument>): LegalDocument => ({
  key: `/akn/vn/act/${fields.number ?? fields.title}`,
  type: null,
  number: null,
  symbol: null,
  folded: '',
  year: null,
  issuedOn: null,
  issuer: null,
  title: null,
  aliases: [],
  ...fields,
});
const citer = (fields: Partial<Citer>): Citer => ({
  report: 'a'.repeat(64),
  reportName: 'bao-cao.docx',
  reportNumber: '45/BC-BDT',
  reportTitle: null,
  reportDate: '2023-12-01',
  reportIssuer: null,
  role: 'implements',
  state: 'resolved',
  page: 2,
  section: 'II.1',
  provisions: [],
  quote: 'Quyết định số 1085/QĐ-UBND',
  footnote: false,
  confidence: 0.9,
  byOtherReports: null,
  ...fields,
});
const reference = (fields: Partial<LegalDocument>, ...citers: Partial<Citer>[]): Reference => ({
  document: document(fields),
  own: [],
  citers: citers.map(citer),
});

describe('legalRank', () => {
  it.each([
    ['HP', null, 'Constitution'],
    ['L', null, 'Laws'],
    ['NQ', '43/2022/QH15', 'Resolutions of the National Assembly'],
    ['NQ', '88/2019/UBTVQH14', 'Resolutions of the Standing Committee of the National Assembly'],
    ['NĐ', '30/2020/NĐ-CP', 'Decrees'],
    ['NQ', '11/NQ-CP', 'Resolutions of the Government'],
    ['QĐ', '1719/QĐ-TTg', 'Decisions of the Prime Minister'],
    ['QĐ', '150/TTg', 'Decisions of the Prime Minister'],
    ['TT', '02/2022/TT-UBDT', 'Circulars'],
    ['NQ', '12/NQ-HĐND', "Resolutions of people's councils"],
    ['QĐ', '1085/QĐ-UBND', "Decisions of people's committees"],
    ['QĐ', '77/QĐ-SNV', 'Other decisions and regulations'],
    ['KH', '31-KH/TU', 'Party plans'],
    ['CT', '05-CT/TW', 'Party directives'],
    ['CV', '2101/SNV-TĐKT', 'Letters'],
    [null, '2101', 'Other documents'],
  ])('%s %s: %s', (type, number, heading) => expect(legalRank({ type, number }).en).toBe(heading));

  it('puts the State before the Party, and the law before the plan', () => {
    const orders = [
      legalRank({ type: 'L', number: null }),
      legalRank({ type: 'KH', number: '12/KH-UBND' }),
      legalRank({ type: 'NQ', number: '05-NQ/TU' }),
      legalRank({ type: null, number: null }),
    ].map(({ order }) => order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
  });
});

describe('arrangeIndex', () => {
  it('orders numbers by value, names by the Vietnamese alphabet, and gathers places by report', async () => {
    const index = await indexOf(
      [
        reference({ type: 'QĐ', number: '1085/QĐ-UBND' }, {}),
        reference({ type: 'QĐ', number: '99/QĐ-UBND' }, { report: 'b'.repeat(64), reportName: 'ấp.docx' }, {}, {}),
        reference({ type: 'L', title: 'Luật Đất đai' }, {}),
        reference({ type: 'L', title: 'Luật Dân quân tự vệ' }, {}),
        reference({ type: 'L', title: 'Luật Ngân sách nhà nước' }, {}),
      ],
      'vi',
    );
    expect(index.sections).toEqual([
      { heading: 'Luật', documents: 3 },
      { heading: 'Quyết định của Ủy ban nhân dân', documents: 2 },
    ]);
    const entries = await all(index.entries());
    expect(entries.map(({ section, label }) => [section, label])).toEqual([
      [0, 'Luật Dân quân tự vệ'],
      [0, 'Luật Đất đai'],
      [0, 'Luật Ngân sách nhà nước'],
      [1, '99/QĐ-UBND'],
      [1, '1085/QĐ-UBND'],
    ]);
    expect((await all(entries[3]!.reports())).map(({ name, places }) => [name, places.length])).toEqual([
      ['ấp.docx', 1],
      ['bao-cao.docx', 2],
    ]);
    expect([index.documents, index.citations]).toEqual([5, 7]);
  });
});

describe('the other ways through the index', () => {
  const making = indexOf(
    [
      reference({ type: 'QĐ', number: '1085/QĐ-UBND' }, {}, { report: 'b'.repeat(64), reportName: 'ấp.docx' }),
      reference({ type: 'L', title: 'Luật Đất đai' }, {}),
      { ...reference({ type: 'KH', number: '7/KH-UBND' }, {}), own: ['c'.repeat(64)] },
    ],
    'vi',
  );

  it('gives each report with what it cites', async () => {
    expect(
      (await all((await making).reports())).map(({ name, documents }) => [name, documents.map(({ label }) => label)]),
    ).toEqual([
      ['ấp.docx', ['1085/QĐ-UBND']],
      ['bao-cao.docx', ['Luật Đất đai', '1085/QĐ-UBND', '7/KH-UBND']],
    ]);
  });

  it('lists what the archive lacks, most cited first, and not what it holds', async () => {
    expect((await all((await making).lacking())).map(({ label, reports }) => [label, reports])).toEqual([
      ['1085/QĐ-UBND', 2],
      ['Luật Đất đai', 1],
    ]);
  });

  it('is a workbook of four sheets that reads back', async () => {
    const output = new PassThrough();
    const pieces: Buffer[] = [];
    output.on('data', (piece: Buffer) => pieces.push(piece));
    await writeXlsx(sheetsOfIndex(await making, 'vi'), output);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.concat(pieces) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Theo văn bản', 5],
      ['Theo báo cáo', 5],
      ['Văn bản kho chưa có', 3],
      ['Chỗ mâu thuẫn', 1],
    ]);
    expect(workbook.worksheets[0]!.getRow(2).values).toContain('Luật Đất đai');
    expect(workbook.worksheets[0]!.getRow(2).values).toContain(2); // the page, as a number
  });

  it('is a DOCX with headings, contents and page numbers', async () => {
    const evil = 'a <w:p> & \u0001 “b”';
    const bytes = await renderDocx(
      await indexOf([reference({ type: 'QĐ', number: '1085/QĐ-UBND', title: evil }, { quote: evil })], 'vi'),
      'vi',
    );
    const { value } = await mammoth.convertToHtml({ buffer: bytes });
    expect(value).toContain('<h2>');
    expect(value).toMatch(/<h1>.*Theo văn bản<\/h1>/);
    expect(value).toContain('a &lt;w:p&gt; &amp; “b”');
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['word/document.xml']!);
    expect(xml.match(/PAGEREF part\d/g)).toHaveLength(4);
    expect(xml.match(/<w:bookmarkStart /g)).toHaveLength(4);
    expect(Object.entries(parts).some(([name, part]) => /footer/.test(name) && strFromU8(part).includes('PAGE'))).toBe(
      true,
    );
  });
});

describe('contradictions in the index', () => {
  const decision = reference(
    { type: 'QĐ', number: '1085/QĐ-UBND' },
    {},
    { report: 'b'.repeat(64), reportName: 'ấp.docx' },
  );
  const conflict = (fields: Partial<ReviewItem>): ReviewItem => ({
    id: 'x',
    reason: 'conflict',
    subject: 'citation',
    report: { id: 'a'.repeat(64), name: 'bao-cao.docx' },
    code: 'impossible-date',
    said: ['31/02/2022'],
    saidBy: [],
    quote: 'Quyết định số 1085/QĐ-UBND',
    page: 2,
    section: null,
    confidence: 0.9,
    document: decision.document,
    candidates: [],
    ...fields,
  });
  const across = conflict({
    subject: 'document',
    report: null,
    code: 'date-conflict',
    said: ['2022-08-15', '2022-08-25'],
    saidBy: [
      { said: '2022-08-15', reports: ['bao-cao.docx'] },
      { said: '2022-08-25', reports: ['ấp.docx'] },
    ],
    quote: null,
    page: null,
  });
  const elsewhere = conflict({ document: document({ number: '7/KH-UBND' }) });
  const making = indexOf([decision], 'vi', [across, conflict({}), elsewhere]);
  const dates = 'một số, nhiều ngày: 15/8/2022 (bao-cao.docx) / 25/8/2022 (ấp.docx)';

  it('names what contradicts what, and leaves out what the index does not hold', async () => {
    expect(
      (await all((await making).conflicts())).map(({ code, label, place }) => [code, label, place?.report]),
    ).toEqual([
      ['date-conflict', '1085/QĐ-UBND', undefined],
      ['impossible-date', '1085/QĐ-UBND', 'bao-cao.docx'],
    ]);
  });

  it('is printed as HTML and DOCX', async () => {
    const html = (await all(renderHtml(await making, 'vi'))).join('');
    expect(html).toContain('<a href="#conflicts">Chỗ mâu thuẫn</a> (2)');
    expect(html).toContain(`<strong>1085/QĐ-UBND</strong>: ${dates}`);
    expect(html).toContain('ngày không có trong lịch: 31/02/2022<br>bao-cao.docx, trang 2: <q>Quyết định');
    const { value } = await mammoth.extractRawText({ buffer: await renderDocx(await making, 'vi') });
    expect(value).toContain(`1085/QĐ-UBND: ${dates}`);
    expect(value).toContain('bao-cao.docx, trang 2: “Quyết định số 1085/QĐ-UBND”');
  });

  it('says wherever a number read off a picture stands which other it may be', async () => {
    const misread = reference({ type: 'QĐ', number: '1035/QĐ-UBND' }, { quote: 'Quyết định số 1035/QĐ-UBND' });
    const said = ['1035/QĐ-UBND', '1085/QĐ-UBND'];
    const index = indexOf([decision, misread], 'vi', [
      conflict({ code: 'misread-number', said, document: misread.document, quote: 'Quyết định số 1035/QĐ-UBND' }),
    ]);
    const doubt = 'số đọc từ ảnh, có thể là 1085/QĐ-UBND';
    const html = (await all(renderHtml(await index, 'vi'))).join('');
    // as a heading, below its report, and among what the archive lacks: perhaps there is no such document
    expect(html).toContain(`1035/QĐ-UBND <small>${doubt}</small>`);
    expect(html).toContain(`<strong>1035/QĐ-UBND</strong> (${doubt}): `);
    expect(html).toContain(`<li>1035/QĐ-UBND; ${doubt} (1 báo cáo)</li>`);
    const { value } = await mammoth.extractRawText({ buffer: await renderDocx(await index, 'vi') });
    expect(value.split(doubt)).toHaveLength(4);
    const sheets = await Promise.all(sheetsOfIndex(await index, 'vi').map(({ rows }) => all(rows())));
    expect(sheets.slice(0, 3).map((rows) => rows.filter((row) => row.includes(doubt)).length)).toEqual([1, 1, 1]);
    const csv = (await all(renderCsv(await index))).join('');
    const lines = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(lines.map(({ number, may_be: mayBe }) => [number, mayBe])).toEqual([
      ['1035/QĐ-UBND', '1085/QĐ-UBND'],
      ['1085/QĐ-UBND', ''],
      ['1085/QĐ-UBND', ''],
    ]);
  });

  it('is a sheet, and a column of the CSV', async () => {
    const rows: unknown[] = [];
    for await (const row of sheetsOfIndex(await making, 'vi')
      .at(-1)!
      .rows())
      rows.push(row);
    expect(rows).toEqual([
      ['1085/QĐ-UBND', null, 'một số, nhiều ngày', dates.slice(20), null, null, null],
      [
        '1085/QĐ-UBND',
        null,
        'ngày không có trong lịch',
        '31/02/2022',
        'bao-cao.docx',
        { exact: '2' },
        'Quyết định số 1085/QĐ-UBND',
      ],
    ]);
    const lines = parse((await all(renderCsv(await making))).join(''), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(lines.map(({ report, conflict: codes }) => [report, codes])).toEqual([
      ['ấp.docx', 'date-conflict'],
      ['bao-cao.docx', 'date-conflict; impossible-date'],
    ]);
  });
});

describe('renderHtml', () => {
  const html = async (...references: Reference[]) =>
    (await all(renderHtml(await indexOf(references, 'en'), 'en'))).join('');

  it('says report, page, section, role and footnote', async () => {
    const page = await html(
      reference({ type: 'QĐ', number: '1085/QĐ-UBND' }, { footnote: true, provisions: ['khoản 9'] }),
    );
    expect(page).toContain('<strong>bao-cao.docx</strong> (45/BC-BDT, 2023-12-01)');
    expect(page).toContain('page 2, section II.1, footnote, implements, khoản 9: <q>Quyết định số 1085/QĐ-UBND</q>');
  });

  it('lets no text of a report become markup', async () => {
    const evil = `<script>alert("1")</script>'&`;
    const page = await html(
      reference(
        { type: 'QĐ', number: evil, title: evil, issuer: evil, key: evil },
        { reportName: evil, quote: evil, section: evil, provisions: [evil], reportNumber: evil },
      ),
    );
    expect(page).not.toContain('<script');
    expect(page.match(/&#60;script&#62;alert\(&#34;1&#34;\)&#60;\/script&#62;&#39;&#38;/g)).toHaveLength(17);
  });

  it('needs nothing beside it', async () => expect(await html()).not.toMatch(/src=|href="(?!#)|@import|url\(/));
});

describe('renderCsv', () => {
  it('gives a line a place that reads back as it was, and no formula', async () => {
    const index = await indexOf(
      [reference({ type: 'QĐ', number: '1085/QĐ-UBND' }, { quote: 'a "b",\nc;' }, { quote: '=1+1', page: null })],
      'vi',
    );
    const text = (await all(renderCsv(index))).join('');
    expect(text.startsWith('\ufeffgroup,')).toBe(true);
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ quote, page, footnote }) => [quote, page, footnote])).toEqual([
      ['a "b",\nc;', '2', 'false'],
      ["'=1+1", '', 'false'],
    ]);
  });
});

describe('renderJson', () => {
  it('is one value, whole or empty', async () => {
    const parsed = async (...references: Reference[]) =>
      JSON.parse((await all(renderJson(await indexOf(references, 'en')))).join(''));
    expect(await parsed()).toEqual({
      documents: 0,
      citations: 0,
      sections: [],
      reports: [],
      lacking: [],
      conflicts: [],
    });
    const index = await parsed(
      reference({ type: 'L', title: 'Luật Đất đai' }, {}),
      reference({ type: 'QĐ', number: '1085/QĐ-UBND' }, {}, { report: 'b'.repeat(64), reportName: 'ấp.docx' }),
      reference({ type: 'QĐ', number: '99/QĐ-UBND' }, { quote: 'a "b",\n' }),
    );
    expect(index.sections).toMatchObject([
      { heading: 'Laws', entries: [{ label: 'Luật Đất đai', reports: [{ name: 'bao-cao.docx' }] }] },
      {
        entries: [
          { label: '99/QĐ-UBND', reports: [{ places: [{ quote: 'a "b",\n' }] }] },
          { label: '1085/QĐ-UBND', reports: [{ name: 'ấp.docx' }, { name: 'bao-cao.docx' }] },
        ],
      },
    ]);
    expect(index.reports).toMatchObject([{ documents: [{ label: '1085/QĐ-UBND' }] }, { name: 'bao-cao.docx' }]);
    expect(index.lacking[0]).toMatchObject({ label: '1085/QĐ-UBND', reports: 2, citations: 2 });
  });
});
