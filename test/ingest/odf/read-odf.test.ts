import { readFileSync } from 'node:fs';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type HiddenContent, readDocument } from '../../../src/ingest/index.js';
import type { SourceDocument } from '../../../src/model/index.js';

const space = ['office', 'text', 'table', 'style', 'fo', 'svg', 'draw', 'calcext']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

function odf(
  body: string,
  styles = '',
  kind: 'text' | 'spreadsheet' = 'text',
  more: Zippable = {},
  hidden: HiddenContent = 'left-out',
): Promise<SourceDocument> {
  const bytes = zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content ${space}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ),
    ...more,
  });
  return readDocument({ bytes, name: 'a.odt', hidden });
}
const numbers = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
  <text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/></text:list-style>`;

describe('an OpenDocument text', () => {
  it.each<[what: string, body: string, text: string]>([
    [
      'spaces, tabs and line breaks',
      '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d  e</text:p>',
      'a b c\nd e',
    ],
    [
      'spans and links',
      '<text:p>Nghị <text:span text:style-name="T1">đ</text:span><text:a>ịnh</text:a></text:p>',
      'Nghị định',
    ],
    [
      'nothing deleted and no comments',
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<office:annotation><text:p>y</text:p></office:annotation>b</text:p>',
      'ab',
    ],
    [
      'text boxes after their paragraph',
      '<text:p>a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame>c</text:p><text:p>d</text:p>',
      'ac\nb\nd',
    ],
    [
      'numbers of lists, on and anew',
      '<text:list text:style-name="L"><text:list-item><text:p>Một</text:p><text:list><text:list-item><text:p>Hai</text:p></text:list-item><text:list-item><text:p>Ba</text:p><text:list><text:list-item><text:p>Sâu</text:p></text:list-item></text:list></text:list-item></text:list></text:list-item></text:list><text:p>giữa</text:p>' +
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>Bốn</text:p><text:p>rồi</text:p></text:list-item></text:list><text:list text:style-name="L"><text:list-item><text:p>Lại</text:p></text:list-item></text:list>',
      'I. Một\na) Hai\nb) Ba\nI.b.1 Sâu\ngiữa\nII. Bốn\nrồi\nI. Lại',
    ],
  ])('has %s', async (_, body, text) => expect((await odf(body, numbers)).text).toBe(text));

  it('ties notes to their marks', async () => {
    const { text, notes } = await odf(
      '<text:p>Theo báo cáo<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Số 12/BC</text:p></text:note-body></text:note> năm' +
        '<text:note text:note-class="endnote"><text:note-citation text:label="(*)">(*)</text:note-citation><text:note-body><text:p>Tạm</text:p></text:note-body></text:note></text:p>',
    );
    expect(text).toBe('Theo báo cáo¹ năm(*)\n¹ Số 12/BC\n* Tạm');
    expect(notes).toMatchObject([
      { kind: 'footnote', mark: '1' },
      { kind: 'endnote', mark: '*' },
    ]);
  });

  it('has headings, looks and tables', async () => {
    const { blocks, tables } = await odf(
      '<text:h text:outline-level="2">1. Chung</text:h><text:p text:style-name="P1"><text:span text:style-name="T1">đậm</text:span></text:p>' +
        '<table:table><table:table-column/><table:table-row><table:table-cell table:number-rows-spanned="2" table:style-name="C"><text:p>STT</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>Năm</text:p></table:table-cell><table:covered-table-cell/></table:table-row>' +
        '<table:table-row><table:covered-table-cell/><table:table-cell><text:p>KH</text:p></table:table-cell><table:table-cell><text:p>TH</text:p></table:table-cell></table:table-row></table:table>',
      '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>',
    );
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 2 });
    expect(blocks[1]).toMatchObject({ style: { bold: true, align: 'center' } });
    expect(tables[0]!.cells).toMatchObject([
      { row: 0, column: 0, rowSpan: 2 },
      { row: 0, column: 1, columnSpan: 2 },
      { row: 1, column: 1 },
      { row: 1, column: 2 },
    ]);
  });

  it('reads a spreadsheet sheet by sheet, without the empty rest', async () => {
    const { text, mediaType } = await odf(
      '<table:table table:name="Biểu 01"><table:table-row><table:table-cell><text:p>TT</text:p></table:table-cell><table:table-cell><text:p>Số hộ</text:p></table:table-cell></table:table-row>' +
        '<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>1.250</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>' +
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
      '',
      'spreadsheet',
    );
    expect(text).toBe('Biểu 01\nTT\tSố hộ\n1\t1.250');
    expect(mediaType).toMatch(/spreadsheet$/);
  });

  it.each<[what: string, cell: string, shown: string]>([
    ['an English machine', 'office:value-type="float" office:value="1250.5"><text:p>1,250.5', '1250,5'],
    ['a Vietnamese machine', 'office:value-type="float" office:value="1250.5"><text:p>1.250,5', '1250,5'],
    ['thousands of an English machine', 'office:value-type="float" office:value="12500"><text:p>12,500', '12500'],
    ['fewer decimals than the value has', 'office:value-type="float" office:value="2.647"><text:p>2.65', '2,65'],
    ['decimals that are all zeros', 'office:value-type="float" office:value="3"><text:p>3.00', '3,00'],
    ['a percentage', 'office:value-type="percentage" office:value="0.026"><text:p>2.6%', '2,6%'],
    ['less than nothing', 'office:value-type="float" office:value="-2.6"><text:p>-2.6', '-2,6'],
    ['words beside it', 'office:value-type="float" office:value="1250"><text:p>1,250 hộ', '1250 hộ'],
    ['zeros before it', 'office:value-type="float" office:value="7"><text:p>007', '007'],
    ['a day', 'office:value-type="date" office:date-value="2024-07-05"><text:p>07/05/24', '05/07/2024'],
    ['a month', 'office:value-type="date" office:date-value="2024-07-01"><text:p>Tháng 7/2024', 'Tháng 7/2024'],
    ['a text that looks like a number', 'office:value-type="string"><text:p>2.6', '2.6'],
    [
      'what could not be worked out',
      'office:value-type="float" office:value="0" calcext:value-type="error"><text:p>#DIV/0!',
      '',
    ],
  ])('shows the value of a cell as offices write it: %s', async (_, cell, shown) => {
    const { text } = await odf(
      `<table:table table:name="Biểu"><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell ${cell}</text:p></table:table-cell></table:table-row></table:table>`,
      '',
      'spreadsheet',
    );
    expect(text.replaceAll('\t', '\n').trimEnd()).toBe(`Biểu\nA\n${shown}`.trimEnd());
  });

  it('reads a sheet that LibreOffice wrote as the XLSX it was made of', async () => {
    const file = readFileSync(new URL('../../../fixtures/formats/bieu-so-lieu.ods', import.meta.url));
    const { text, warnings } = await readDocument({ bytes: file, name: 'a.ods' });
    expect(warnings).toEqual([]);
    expect(text).toBe(
      'Biểu 01\nKẾT QUẢ GIẢM NGHÈO NĂM 2023\nTT\tHuyện\tSố hộ nghèo\tTỷ lệ (%)\n1\tPhù Cát\t1250\t2,6\n2\tHoài Ân\t980\t3,1',
    );
  });

  describe('with what was deleted from it while changes were tracked', () => {
    const deletion = (id: string, blocks: string) =>
      `<text:changed-region xml:id="${id}"><text:deletion><office:change-info><dc:creator>Văn thư</dc:creator></office:change-info>${blocks}</text:deletion></text:changed-region>`;
    const at = (id: string) => `<text:change text:change-id="${id}"/>`;
    const table =
      '<table:table><table:table-row><table:table-cell><text:p>ô</text:p></table:table-cell></table:table-row></table:table>';
    const kept = (changes: string, body: string, styles = '') =>
      odf(`<text:tracked-changes>${changes}</text:tracked-changes>${body}`, styles, 'text', {}, 'kept');

    it.each<[what: string, blocks: string, body: string, text: string]>([
      ['words', '<text:p>hai<text:s/></text:p>', `<text:p>một ${at('c')}ba</text:p>`, 'một hai ba'],
      [
        'words in a span',
        '<text:p>hai </text:p>',
        `<text:p>một <text:span text:style-name="T">${at('c')}ba</text:span></text:p>`,
        'một hai ba',
      ],
      [
        'the end of a paragraph and the beginning of the next',
        '<text:p>hai</text:p><text:p>ba </text:p>',
        `<text:p>một <text:span text:style-name="T">${at('c')}bốn</text:span></text:p>`,
        'một hai\nba bốn',
      ],
      [
        'paragraphs between these',
        '<text:p>hai</text:p><text:h>giữa</text:h><text:p/>',
        `<text:p>một ${at('c')}ba</text:p>`,
        'một hai\ngiữa\nba',
      ],
      ['a table', `<text:p/>${table}<text:p/>`, `<text:p>một ${at('c')}hai</text:p>`, 'một\nô\nhai'],
      [
        'paragraphs of their own',
        '<text:p>hai</text:p><text:p>ba</text:p>',
        `<text:p>một</text:p>${at('c')}`,
        'một\nhai\nba',
      ],
      [
        'words that two places name, in the first',
        '<text:p>hai</text:p>',
        `<text:p>${at('c')} ${at('c')}</text:p>`,
        'hai',
      ],
    ])('has %s', async (_, blocks, body, text) => {
      const document = await kept(deletion('c', blocks), body);
      expect(document.text).toBe(text);
      expect(document.warnings).toEqual([]);
    });

    it('counts what has no place in the text', async () => {
      const { text, warnings } = await kept(deletion('c', '<text:p>hai</text:p>'), `<text:p>một${at('d')}</text:p>`);
      expect(text).toBe('một');
      expect(warnings.map(({ code }) => code)).toEqual(['ingest/deletions-left-out']);
    });

    it('has what is hidden, too', async () => {
      const { text } = await kept(
        '',
        '<text:p>một<text:span text:style-name="T"> hai</text:span></text:p>',
        '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>',
      );
      expect(text).toBe('một hai');
    });
  });

  describe('of a spreadsheet what is hidden', () => {
    const cell = (text: string, attributes = '') =>
      `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
    const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
    const sheet = (content: string, attributes = '') =>
      `<table:table table:name="Biểu" ${attributes}>${content}</table:table>`;
    const column = (attributes = '') => `<table:table-column ${attributes}/>`;
    const [hidden, filtered] = ['table:visibility="collapse"', 'table:visibility="filter"'];
    const twice = (what: 'rows' | 'columns', count = 2) => `table:number-${what}-repeated="${count}"`;

    it.each<[what: string, sheet: string, words: readonly string[], message: string | null]>([
      [
        'rows are, and rows that a filter leaves out',
        row(cell('xã')) + row(cell('ẩn'), hidden) + row(cell('lọc'), filtered) + row(cell('cuối')),
        ['xã', 'cuối'],
        '2 filled cells',
      ],
      [
        'rows are that stand there many times',
        row(cell('đầu')) + row(cell('ẩn') + cell(''), `${hidden} ${twice('rows', 1_000)}`) + row(cell('cuối')),
        ['đầu', 'cuối'],
        '1000 filled cells',
      ],
      [
        'columns are, of which several are declared at once',
        column() + column(`${hidden} ${twice('columns')}`) + column() + row('abcd'.replace(/./g, (at) => cell(at))),
        ['a', 'd'],
        '2 filled cells',
      ],
      [
        'columns are under a cell that stands there many times',
        column() + column(hidden) + column(twice('columns', 9)) + row(cell('7', twice('columns', 4)) + cell('cuối')),
        ['7', '7', '7', 'cuối'],
        '1 filled cell',
      ],
      [
        'columns of folded groups are, and of groups in these',
        `${column()}<table:table-column-group table:display="false"><table:table-column-group>${column()}</table:table-column-group>${column()}</table:table-column-group>${column()}` +
          row('abcd'.replace(/./g, (at) => cell(at))),
        ['a', 'd'],
        '2 filled cells',
      ],
      [
        'rows of folded groups are, not those of open ones',
        row(cell('đầu')) +
          `<table:table-row-group table:display="false">${row(cell('ẩn'))}</table:table-row-group><table:table-row-group>${row(cell('mở'))}</table:table-row-group>`,
        ['đầu', 'mở'],
        '1 filled cell',
      ],
      [
        'parts of a joined cell are, not the cell of which a part is shown',
        column() +
          column(hidden) +
          column() +
          row(`${cell('TT') + cell('Năm', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>`) +
          row(cell('chung', 'table:number-rows-spanned="2"') + cell('cũ') + cell('ẩn'), hidden) +
          row(
            `<table:covered-table-cell><text:p>trước kia</text:p></table:covered-table-cell>${cell('x')}${cell('5')}`,
          ),
        ['TT', 'Năm', 'chung', '5'],
        '3 filled cells',
      ],
      ['nothing is where nothing says so', column() + row(cell('a')), ['a'], null],
    ])('%s', async (_, content, words, message) => {
      const { text, warnings } = await odf(sheet(content), '', 'spreadsheet');
      expect(text.split(/[\t\n]/).filter((word) => word !== '')).toEqual(['Biểu', ...words]);
      expect(warnings).toEqual(
        message === null
          ? []
          : [
              {
                code: 'ingest/hidden-left-out',
                level: 'info',
                message: `Left out: ${message} of hidden rows and columns`,
              },
            ],
      );
    });

    it('stands with the rest where it is to be kept', async () => {
      const { text, warnings } = await odf(
        sheet(
          column() +
            column(hidden) +
            row(cell('TT') + cell('cũ')) +
            row(cell('ẩn'), hidden) +
            `<table:table-row-group table:display="false">${row(cell('gập'))}</table:table-row-group>`,
        ) + sheet(row(cell('nháp')), 'table:style-name="T"'),
        '<style:style style:name="T" style:family="table"><style:table-properties table:display="false"/></style:style>',
        'spreadsheet',
        {},
        'kept',
      );
      expect(text.split(/[\t\n]/).filter((word) => word !== '')).toEqual([
        'Biểu',
        'TT',
        'cũ',
        'ẩn',
        'gập',
        'Biểu',
        'nháp',
      ]);
      expect(warnings).toEqual([]);
    });

    it('is joined over no more rows and columns than are shown', async () => {
      const { tables } = await odf(
        sheet(
          column() +
            column(hidden) +
            column() +
            row(cell('A', 'table:number-columns-spanned="3" table:number-rows-spanned="3"')) +
            row('<table:covered-table-cell table:number-columns-repeated="3"/>', hidden) +
            row('<table:covered-table-cell table:number-columns-repeated="3"/>') +
            row(cell('b') + cell('ẩn') + cell('c')),
        ),
        '',
        'spreadsheet',
      );
      expect(tables[0]!.cells).toMatchObject([
        { row: 0, column: 0, rowSpan: 2, columnSpan: 2 },
        { row: 2, column: 0 },
        { row: 2, column: 1 },
      ]);
    });

    it('is the whole of a hidden sheet', async () => {
      const { text } = await odf(
        sheet(row(cell('ẩn')), 'table:style-name="T"') + sheet(row(cell('hiện'))),
        '<style:style style:name="T" style:family="table"><style:table-properties table:display="false"/></style:style>',
        'spreadsheet',
      );
      expect(text).toBe('Biểu\nhiện');
    });

    it('is shown in a text all the same', async () => {
      const { text } = await odf(sheet(row(cell('a')) + row(cell('b'), hidden)));
      expect(text).toBe('a\nb');
    });
  });

  it.each<[what: string, work: () => Promise<unknown>, code: string]>([
    [
      'a password',
      () => odf('<text:p>a</text:p>', '', 'text', { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }),
      'encrypted',
    ],
    ['entities of its own', () => odf('<!DOCTYPE a [<!ENTITY b "c">]><text:p>&b;</text:p>'), 'corrupt'],
    ['XML that breaks off', () => odf('<text:p>'), 'corrupt'],
    ['tags without end', () => odf('<text:span>'.repeat(100_000)), 'corrupt'],
    [
      'a part of a hundred megabytes of nothing',
      () => odf('<text:p>a</text:p>', '', 'text', { 'styles.xml': [new Uint8Array(100_000_000), { level: 9 }] }),
      'archive-bomb',
    ],
  ])('%s: %s', async (_, work, code) => expect(work()).rejects.toMatchObject({ name: 'PipelineError', code }));
});
