import { deflateRawSync } from 'node:zlib';
import { compoundOf, long, word } from '../ingest/compound-of.js';
import type { Bomb } from './bomb.js';
import { docx, ods, odt, xlsx } from './packages.js';
import { zipOf } from './zip-of.js';

const million = 1_000_000;
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const megabyte = 'Bao cao ket qua thuc hien nhiem vu. '.repeat(28_000);

const sheetOf = (cells: string) => `<sheetData><row>${cells}</row></sheetData>`;
const sharedStrings = (text: string) => ({
  name: 'xl/sharedStrings.xml',
  bytes: latin1(`<sst><si><t>${text}</t></si></sst>`),
});

const record = (type: number, ...parts: readonly Uint8Array[]) => {
  const data = Buffer.concat(parts);
  return Buffer.concat([word(type), word(data.length), data]);
};

/** A workbook of Excel 97 of which this many cells name one text of 8,000 letters. */
function namedOften(cells: number): Buffer {
  const begin = record(0x809, word(0x0600), Buffer.alloc(14));
  const end = record(0x0a);
  const text = megabyte.slice(0, 8_000);
  const strings = record(0xfc, long(1), long(1), word(text.length), Buffer.from([0]), latin1(text));
  const sheet = (offset: number) => record(0x85, long(offset), Buffer.from([0, 0, 1, 0]), latin1('A'));
  const head = (offset: number) => Buffer.concat([begin, sheet(offset), strings, end]);
  const cell = (at: number) => record(0xfd, word(at >> 4), word(at & 15), word(0), long(0));
  const body = Buffer.concat([begin, ...Array.from({ length: cells }, (_, at) => cell(at)), end]);
  return compoundOf({ Workbook: Buffer.concat([head(head(0).length), body]) });
}

/**
 * A DOC whose pieces all lie at one place: a hundred letters are ninety million.
 *
 * @param notes where each note begins, and the last ends
 */
function onePieceOften(pieces: number, letters: number, notes: readonly number[] = []): Buffer {
  const main = Buffer.alloc(4096 + letters);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0200, 0x0a);
  main.writeUInt32LE(pieces * letters, 0x4c);
  main.fill(latin1('Bao cao '), 4096);
  const places = Buffer.concat(Array.from({ length: pieces + 1 }, (_, at) => long(at * letters)));
  const piece = Buffer.concat([word(0), long((4096 << 1) | 0x40000000), word(0)]);
  const list = Buffer.concat([places, ...Array.from({ length: pieces }, () => piece)]);
  const table = Buffer.concat([Buffer.from([2]), long(list.length), list]);
  const name = (index: number, at: number, length: number) => {
    main.writeUInt32LE(at, 0x9a + index * 8);
    main.writeUInt32LE(length, 0x9a + index * 8 + 4);
  };
  name(33, 0, table.length);
  if (notes.length > 0) {
    // Half of the text is the story of notes.
    main.writeUInt32LE(Math.floor((pieces * letters) / 2), 0x4c);
    main.writeUInt32LE(Math.ceil((pieces * letters) / 2), 0x50);
    name(3, table.length, notes.length * 4);
  }
  return compoundOf({ WordDocument: main, '1Table': Buffer.concat([table, ...notes.map(long)]) });
}

/** Tables in tables, of which each shows the one in it two hundred times in each direction. */
const repeatedTables = (depth: number): string =>
  depth === 0
    ? '<text:p>Bao cao</text:p>'
    : `<table:table><table:table-row table:number-rows-repeated="200"><table:table-cell table:number-columns-repeated="200">${repeatedTables(depth - 1)}</table:table-cell></table:table-row></table:table>`;

/** Little that says itself again and again, without being packed. */
export const repeatingBombs: readonly Bomb[] = [
  {
    name: 'chuoi-chung.xlsx',
    bytes: () => xlsx(sheetOf('<c t="s"><v>0</v></c>'.repeat(2 * million - 1)), [sharedStrings(megabyte)]),
    ends: ['too-large', 'archive-bomb'],
  },
  {
    name: 'chuoi-chung-nho.xlsx',
    bytes: () =>
      xlsx(`<sheetData>${'<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(20_000)}</sheetData>`, [
        sharedStrings(megabyte),
      ]),
    ends: ['too-large'],
  },
  { name: 'chuoi-chung.xls', bytes: () => namedOften(200_000), ends: ['too-large'] },
  { name: 'mot-manh.doc', bytes: () => onePieceOften(500_000, 150), ends: ['too-large'] },
  { name: 'mot-manh-nho.doc', bytes: () => onePieceOften(2_000, 1_000), ends: ['read'] },
  { name: 'chu-thich-khong-cuoi.doc', bytes: () => onePieceOften(2, 1_000, [0, 0xfffffff0]), ends: ['read'] },
  {
    name: 'chu-thich-chong-nhau.doc',
    bytes: () =>
      onePieceOften(
        20,
        50_000,
        Array.from({ length: 20_000 }, (_, at) => (at % 2) * 500_000),
      ),
    ends: ['read'],
  },
  {
    name: 'lap.ods',
    bytes: () =>
      ods(
        `<table:table><table:table-row table:number-rows-repeated="200"><table:table-cell table:number-columns-repeated="200"><text:p>${megabyte}</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    ends: ['too-large'],
  },
  {
    name: 'lap-nhieu-hang.ods',
    bytes: () =>
      ods(
        `<table:table>${'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell></table:table-row>'.repeat(5_000)}</table:table>`,
      ),
    ends: ['too-large'],
  },
  { name: 'lap-long-nhau.odt', bytes: () => odt(repeatedTables(6)), ends: ['too-large'] },
  {
    name: 'nhieu-chu-thich.docx',
    bytes: () => {
      const notes = latin1(
        `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1"><w:p><w:r><w:t>${megabyte}</w:t></w:r></w:p></w:footnote></w:footnotes>`,
      );
      const mark = '<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
      return docx(mark.repeat(5_000), '', [{ name: 'word/footnotes.xml', bytes: notes }]);
    },
    ends: ['read', 'too-large'],
  },
  {
    name: 'trieu-muc.zip',
    bytes: () => {
      const packed = deflateRawSync(latin1('a'));
      const entry = { name: 'a.txt', bytes: new Uint8Array(0), packed, size: 1 };
      return zipOf(Array.from({ length: million }).fill(entry) as (typeof entry)[], { overlap: true });
    },
    ends: ['archive-bomb'],
  },
];
