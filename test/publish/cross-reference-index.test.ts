import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { LegalDocument } from '../../src/model/index.js';
import { arrangeIndex, legalRank, renderCsv, renderHtml } from '../../src/publish/index.js';
import type { Citer, CrossReference } from '../../src/store/index.js';

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
  ...fields,
});
const reference = (fields: Partial<LegalDocument>, ...citers: Partial<Citer>[]): CrossReference => ({
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
  it('orders numbers by value, names by the Vietnamese alphabet, and gathers places by report', () => {
    const index = arrangeIndex(
      [
        reference({ type: 'QĐ', number: '1085/QĐ-UBND' }, {}),
        reference({ type: 'QĐ', number: '99/QĐ-UBND' }, { report: 'b'.repeat(64), reportName: 'ấp.docx' }, {}, {}),
        reference({ type: 'L', title: 'Luật Đất đai' }, {}),
        reference({ type: 'L', title: 'Luật Dân quân tự vệ' }, {}),
        reference({ type: 'L', title: 'Luật Ngân sách nhà nước' }, {}),
      ],
      'vi',
    );
    expect(index.sections.map(({ heading, entries }) => [heading, entries.map(({ label }) => label)])).toEqual([
      ['Luật', ['Luật Dân quân tự vệ', 'Luật Đất đai', 'Luật Ngân sách nhà nước']],
      ['Quyết định của Ủy ban nhân dân', ['99/QĐ-UBND', '1085/QĐ-UBND']],
    ]);
    expect(index.sections[1]!.entries[0]!.reports.map(({ name, places }) => [name, places.length])).toEqual([
      ['ấp.docx', 1],
      ['bao-cao.docx', 2],
    ]);
    expect([index.documents, index.citations]).toEqual([5, 7]);
  });
});

describe('renderHtml', () => {
  const html = (...references: CrossReference[]) => [...renderHtml(arrangeIndex(references, 'en'), 'en')].join('');

  it('says report, page, section, role and footnote', () => {
    const page = html(reference({ type: 'QĐ', number: '1085/QĐ-UBND' }, { footnote: true, provisions: ['khoản 9'] }));
    expect(page).toContain('<strong>bao-cao.docx</strong> (45/BC-BDT, 2023-12-01)');
    expect(page).toContain('page 2, section II.1, footnote, implements, khoản 9: <q>Quyết định số 1085/QĐ-UBND</q>');
  });

  it('lets no text of a report become markup', () => {
    const evil = `<script>alert("1")</script>'&`;
    const page = html(
      reference(
        { type: 'QĐ', number: evil, title: evil, issuer: evil, key: evil },
        { reportName: evil, quote: evil, section: evil, provisions: [evil], reportNumber: evil },
      ),
    );
    expect(page).not.toContain('<script');
    expect(page.match(/&#60;script&#62;alert\(&#34;1&#34;\)&#60;\/script&#62;&#39;&#38;/g)).toHaveLength(9);
  });

  it('needs nothing beside it', () => expect(html()).not.toMatch(/src=|href="(?!#)|@import|url\(/));
});

describe('renderCsv', () => {
  it('gives a line a place that reads back as it was, and no formula', () => {
    const index = arrangeIndex(
      [reference({ type: 'QĐ', number: '1085/QĐ-UBND' }, { quote: 'a "b",\nc;' }, { quote: '=1+1', page: null })],
      'vi',
    );
    const text = [...renderCsv(index)].join('');
    expect(text.startsWith('\ufeffgroup,')).toBe(true);
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ quote, page, footnote }) => [quote, page, footnote])).toEqual([
      ['a "b",\nc;', '2', 'false'],
      ["'=1+1", '', 'false'],
    ]);
  });
});
