import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import type { FailureCode } from '../../src/model/index.js';
import type { Bomb } from './bomb.js';
import { documentOf, docx, odt, paragraph, rels, types, xlsx } from './packages.js';
import { catalogue, onePage, pdfOf, squeezed, stream } from './pdf-of.js';
import { grayTiff } from './seeds.js';
import { zipOf } from './zip-of.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const million = 1_000_000;

/** The ten lines of which each is ten of the one before («billion laughs»). */
const laughs = `<!DOCTYPE w:document [<!ENTITY a0 "ha">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
).join('')}]>`;

/** A ZIP in a ZIP in a ZIP. */
function nested(depth: number): Buffer {
  let inner: Buffer = utf8('Báo cáo kết quả');
  for (let level = 0; level < depth; level += 1) inner = zipOf([{ name: `${level}.zip`, bytes: inner }]);
  return inner;
}

function manyPages(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 4} 0 R`).join(' ');
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>';
  return pdfOf([
    catalogue,
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    stream(latin1('BT ET')),
    ...Array.from({ length: pages }, () => page),
  ]);
}

/** A compound file of one table sector, one directory sector and these links. */
function compound(
  links: readonly number[],
  streams: readonly (readonly [name: string, start: number, size: number])[],
) {
  const sectors = Math.max(3, links.length);
  const out = Buffer.alloc(512 * (sectors + 1));
  out.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  out.writeUInt16LE(0x3e, 24);
  out.writeUInt16LE(3, 26);
  out.writeUInt16LE(0xfffe, 28);
  out.writeUInt16LE(9, 30);
  out.writeUInt16LE(6, 32);
  out.writeUInt32LE(1, 44);
  out.writeUInt32LE(1, 48);
  out.writeUInt32LE(0, 56);
  out.writeUInt32LE(0xfffffffe, 60);
  // The chain of table sectors bites its tail as well.
  out.writeUInt32LE(2, 68);
  out.writeUInt32LE(0xffffffff, 72);
  out.fill(0xff, 80, 512);
  for (let at = 0; at < 128; at += 1) out.writeUInt32LE(links[at] ?? 0xffffffff, 512 + at * 4);
  for (const [index, [name, start, size]] of [['Root Entry', 0xfffffffe, 0] as const, ...streams].entries()) {
    const at = 1024 + index * 128;
    out.write(name, at, 'utf16le');
    out.writeUInt16LE(name.length * 2 + 2, at + 64);
    out[at + 66] = index === 0 ? 5 : 2;
    // Every entry is its own brother and its own child.
    out.writeUInt32LE(index, at + 68);
    out.writeUInt32LE((index + 1) % (streams.length + 1), at + 72);
    out.writeUInt32LE(index === 0 ? 1 : 0, at + 76);
    out.writeUInt32LE(start, at + 116);
    out.writeUInt32LE(size, at + 120);
  }
  out.fill(0, 1536, 1540);
  out.writeUInt32LE(2, 2044);
  return out;
}

function hugePng(): Buffer {
  const bytes = PNG.sync.write(new PNG({ width: 4, height: 4 }));
  bytes.writeUInt32BE(0x7fffffff, 16);
  bytes.writeUInt32BE(0x7fffffff, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

/** A PNG that says it is small, and whose pixels unpack to a gigabyte. */
function swollenPng(): Buffer {
  const chunk = (name: string, content: Uint8Array) => {
    const out = Buffer.alloc(12 + content.length);
    out.writeUInt32BE(content.length, 0);
    out.write(name, 4, 'latin1');
    out.set(content, 8);
    out.writeUInt32BE(crc32(out.subarray(4, 8 + content.length)), 8 + content.length);
    return out;
  };
  const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, 8, 6, 0, 0, 1]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', squeezed(1024 * million)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

const hugeJpeg = () =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff, 3, 1, 0x44, 0, 2, 0x44, 0, 3, 0x44, 0]),
    Buffer.from([0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0xff, 0xd9]),
  ]);

function changedTiff(change: (tiff: Buffer, directory: number) => void): Buffer {
  const tiff = Buffer.from(grayTiff(new Uint8Array(64).fill(200), 8, 8));
  change(tiff, tiff.readUInt32LE(4));
  return tiff;
}

/** Where the entry of a tag has its value in the TIFFs of `grayTiff`. */
const valueAt = (tiff: Buffer, directory: number, tag: number): number => {
  let at = directory + 2;
  while (tiff.readUInt16LE(at) !== tag) at += 12;
  return at + 8;
};

const archive: readonly FailureCode[] = ['archive-bomb'];

export const bombs: readonly Bomb[] = [
  {
    name: 'ty-le.zip',
    bytes: () => zipOf([{ name: 'bao-cao.txt', bytes: Buffer.alloc(512 * million) }]),
    ends: archive,
  },
  { name: 'long-nhau.zip', bytes: () => nested(200), ends: archive },
  {
    name: '100-nghin-muc.zip',
    bytes: () => {
      const [bytes, packed] = [utf8('a'), deflateRawSync(utf8('a'))];
      return zipOf(Array.from({ length: 100_000 }, (_, at) => ({ name: `${at}.txt`, bytes, packed })));
    },
    ends: ['archive-bomb'],
  },
  {
    name: 'chong-nhau.zip',
    bytes: () => {
      const content = Buffer.alloc(30 * million, 0x61);
      const packed = deflateRawSync(content);
      const names = Array.from({ length: 10_000 }, (_, at) => ({
        name: `${at}.txt`,
        bytes: content.subarray(0, 0),
        packed,
        size: content.length,
      }));
      return zipOf(names, { overlap: true });
    },
    ends: archive,
  },
  {
    name: 'chong-nhau.docx',
    bytes: () => {
      const content = Buffer.alloc(30 * million, 0x61);
      const packed = deflateRawSync(content);
      const names = Array.from({ length: 10_000 }, (_, at) => ({
        name: `word/${at}.xml`,
        bytes: content.subarray(0, 0),
        packed,
        size: at % 2 === 0 ? content.length : 10,
      }));
      return zipOf([types, rels, ...names, { name: 'word/document.xml', bytes: documentOf(paragraph('a')) }], {
        overlap: true,
      });
    },
    ends: ['archive-bomb', 'corrupt'],
  },
  {
    name: 'cười.docx',
    bytes: () => docx(paragraph('&a9;'), laughs),
    ends: ['corrupt'],
  },
  {
    name: 'thuc-the-ngoai.docx',
    bytes: () => docx(paragraph('&x;'), '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ends: ['corrupt'],
  },
  { name: 'xml-sau.docx', bytes: () => docx('<w:p>'.repeat(million)), ends: ['corrupt', 'archive-bomb'] },
  {
    name: 'bang-sau.docx',
    bytes: () => docx(`${'<w:tbl><w:tr><w:tc>'.repeat(130)}${paragraph('a')}${'</w:tc></w:tr></w:tbl>'.repeat(130)}`),
    ends: ['read', 'corrupt'],
  },
  {
    name: 'thuoc-tinh.docx',
    bytes: () => docx(`<w:p w:rsidR="${'a'.repeat(50 * million)}"><w:r><w:t>Báo cáo</w:t></w:r></w:p>`),
    ends: ['read', 'corrupt', 'archive-bomb'],
  },
  {
    name: 'nhieu-thuoc-tinh.docx',
    bytes: () =>
      docx(`<w:p ${Array.from({ length: 300_000 }, (_, at) => `a${at}=""`).join(' ')}/>${paragraph('Báo cáo')}`),
    ends: ['read', 'corrupt'],
  },
  {
    name: '500-mb.docx',
    bytes: () => {
      const one = utf8(paragraph('Báo cáo kết quả thực hiện nhiệm vụ'));
      const whole = Buffer.alloc(500 * million - ((500 * million) % one.length), one);
      const bytes = Buffer.concat([documentOf('').subarray(0, -26), whole, utf8('</w:body></w:document>')]);
      return zipOf([types, rels, { name: 'word/document.xml', bytes }]);
    },
    ends: ['archive-bomb', 'out-of-memory', 'too-large'],
  },
  {
    name: '500-mb-noi-doi.docx',
    bytes: () => {
      const bytes = Buffer.alloc(500 * million, paragraph('Báo cáo'));
      return zipOf([types, rels, { name: 'word/document.xml', bytes, size: 1000 }]);
    },
    ends: ['archive-bomb', 'corrupt', 'out-of-memory', 'too-large'],
  },
  {
    name: 'chay-nhieu.docx',
    bytes: () => docx(`<w:p>${'<w:r><w:t>a</w:t><w:br/></w:r>'.repeat(200_000)}</w:p>`),
    ends: ['read', 'timeout', 'out-of-memory', 'too-large'],
  },
  {
    name: 'o-gop.docx',
    bytes: () =>
      docx(
        `<w:tbl>${`<w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc>'.repeat(50)}</w:tr>`.repeat(100)}</w:tbl>${paragraph('a')}`,
      ),
    ends: ['read', 'corrupt'],
  },
  {
    name: 'lap.odt',
    bytes: () =>
      odt(
        `<table:table><table:table-row table:number-rows-repeated="99999999">${'<table:table-cell table:number-columns-repeated="99999999"><text:p>a</text:p></table:table-cell>'.repeat(200)}</table:table-row></table:table>`,
      ),
    ends: ['read', 'corrupt', 'out-of-memory', 'too-large'],
  },
  {
    name: 'dau-cach.odt',
    bytes: () => odt(`<text:p>a${'<text:s text:c="99999999"/>'.repeat(300_000)}b</text:p>`),
    ends: ['read', 'out-of-memory', 'too-large', 'archive-bomb'],
  },
  {
    name: 'o-cuoi.xlsx',
    bytes: () =>
      xlsx(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    ends: ['read', 'corrupt'],
  },
  {
    name: 'trieu-o.xlsx',
    bytes: () => xlsx(`<sheetData>${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(million)}</sheetData>`),
    ends: ['read', 'too-large', 'out-of-memory', 'archive-bomb', 'timeout'],
  },
  {
    name: 'vong-trang.pdf',
    bytes: () =>
      pdfOf([
        catalogue,
        '<< /Type /Pages /Count 5 /Kids [3 0 R] >>',
        '<< /Type /Pages /Parent 2 0 R /Count 5 /Kids [2 0 R 3 0 R] >>',
      ]),
    ends: ['corrupt', 'no-text'],
  },
  { name: '100-nghin-trang.pdf', bytes: () => manyPages(100_000), ends: ['too-many-pages'] },
  {
    name: 'dem-doi.pdf',
    bytes: () =>
      pdfOf([
        catalogue,
        '<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      ]),
    ends: ['too-many-pages', 'corrupt', 'no-text'],
  },
  {
    name: 'luong-phinh.pdf',
    bytes: () => {
      const packed = squeezed(1024 * million, 0x20);
      return onePage(stream(packed, '/Filter /FlateDecode'));
    },
    ends: ['corrupt', 'no-text', 'out-of-memory', 'timeout', 'archive-bomb'],
  },
  {
    name: 'luong-hai-lan.pdf',
    bytes: () =>
      onePage(stream(deflateSync(squeezed(2000 * million), { level: 9 }), '/Filter [/FlateDecode /FlateDecode]')),
    ends: ['corrupt', 'no-text', 'out-of-memory', 'timeout', 'archive-bomb'],
  },
  {
    name: 'luong-doi-tuong.pdf',
    bytes: () => {
      const packed = squeezed(1024 * million, 0x20);
      return onePage('BT /F 12 Tf (Bao cao) Tj ET', [
        stream(packed, '/Type /ObjStm /N 1000000 /First 10000000 /Filter /FlateDecode'),
      ]).subarray(0, -200);
    },
    ends: ['corrupt', 'no-text', 'out-of-memory', 'timeout', 'read'],
  },
  {
    name: 'form-de-quy.pdf',
    bytes: () =>
      onePage(
        '/X Do /X Do BT /F 12 Tf 72 700 Td (Bao cao) Tj ET',
        [
          stream(
            latin1('/X Do /X Do /X Do'),
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
          ),
        ],
        '/XObject << /X 6 0 R >>',
      ),
    ends: ['out-of-memory', 'read', 'corrupt', 'no-text'],
  },
  {
    name: 'form-cap-so-nhan.pdf',
    bytes: () =>
      onePage(
        '/X Do',
        Array.from({ length: 12 }, (_, at) =>
          stream(
            latin1(at === 11 ? 'BT /F 12 Tf (a) Tj ET' : '/X Do '.repeat(10)),
            `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 5 0 R >> /XObject << /X ${at + 7} 0 R >> >>`,
          ),
        ),
        '/XObject << /X 6 0 R >>',
      ),
    ends: ['read', 'corrupt', 'no-text', 'timeout', 'out-of-memory'],
  },
  {
    name: 'anh-khong-lo.pdf',
    bytes: () =>
      onePage(
        'q 500 0 0 700 0 0 cm /X Do Q',
        [
          stream(
            squeezed(10 * million),
            '/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
          ),
        ],
        '/XObject << /X 6 0 R >>',
      ),
    ends: ['no-text', 'corrupt', 'too-large'],
  },
  {
    name: 'trieu-chu.pdf',
    bytes: () => onePage(`BT /F 12 Tf 72 700 Td ${'(Bao cao ket qua) Tj '.repeat(200_000)} ET`),
    ends: ['read', 'timeout', 'out-of-memory'],
  },
  {
    name: 'trieu-duong.pdf',
    bytes: () =>
      onePage(`BT /F 12 Tf 72 700 Td (Bao cao) Tj ET ${'0 0 m 500 0 l S 0 0 m 0 500 l S\n'.repeat(300_000)}`),
    ends: ['read', 'timeout', 'out-of-memory'],
  },
  { name: 'nhom.rtf', bytes: () => latin1(`{\\rtf1 ${'{'.repeat(million)}a`), ends: ['corrupt'] },
  { name: 'ngoac-dong.rtf', bytes: () => latin1(`{\\rtf1 a${'}'.repeat(million)}`), ends: ['read'] },
  {
    name: 'bin.rtf',
    bytes: () => latin1(`{\\rtf1 Bao cao\\bin2147483647 x\\bin-5 y\\bin999999999999 z}`),
    ends: ['read'],
  },
  {
    name: 'bang.rtf',
    bytes: () => latin1(`{\\rtf1 ${'\\trowd\\cellx1\\intbl\\itap9999 a\\nestcell\\nestrow '.repeat(100_000)}a}`),
    ends: ['read', 'timeout', 'out-of-memory', 'too-large'],
  },
  {
    name: 'dong.rtf',
    bytes: () => latin1(`{\\rtf1 ${'a\\line\\b1 b\\b0\\line '.repeat(100_000)}}`),
    ends: ['read', 'timeout', 'too-large'],
  },
  {
    name: 'chu-thich.rtf',
    bytes: () => latin1(`{\\rtf1 ${'a{\\footnote b}'.repeat(100_000)}\\par}`),
    ends: ['read', 'timeout', 'out-of-memory', 'too-large'],
  },
  { name: 'the.html', bytes: () => latin1(`<html>${'<div>'.repeat(million)}a`), ends: ['corrupt'] },
  { name: 'the-b.html', bytes: () => latin1(`<html>${'<b>'.repeat(9_000)}Bao cao`), ends: ['read'] },
  {
    name: 'ngat.html',
    bytes: () => latin1(`<html><p>a${'<br>'.repeat(million)}b`),
    ends: ['read', 'timeout', 'too-large'],
  },
  { name: 'bang.html', bytes: () => latin1(`<html>${'<table><tr><td>a'.repeat(3_000)}`), ends: ['read', 'corrupt'] },
  {
    name: 'o-gop.html',
    bytes: () => latin1(`<html><table>${'<tr><td colspan=999999999 rowspan=999999999>a'.repeat(1_000)}</table>`),
    ends: ['read', 'corrupt'],
  },
  {
    name: 'thuoc-tinh.html',
    bytes: () => latin1(`<html><p style="${'a'.repeat(50 * million)}">Bao cao`),
    ends: ['read', 'too-large'],
  },
  {
    name: 'trieu-doan.html',
    bytes: () => latin1(`<html>${'<p>a'.repeat(300_000)}`),
    ends: ['read', 'timeout', 'out-of-memory', 'too-large'],
  },
  {
    name: 'vong.doc',
    bytes: () =>
      compound(
        [0xfffffffd, 1, 2],
        [
          ['WordDocument', 2, 0xffffffff],
          ['1Table', 2, 0xffffffff],
        ],
      ),
    ends: ['needs-office', 'corrupt', 'unsupported-format'],
  },
  {
    name: 'vong.xls',
    bytes: () => compound([0xfffffffd, 1, 0], [['Workbook', 2, 0x7fffffff]]),
    ends: ['needs-office', 'corrupt', 'unsupported-format'],
  },
  { name: 'khong-lo.png', bytes: hugePng, ends: ['too-large', 'corrupt', 'no-text'] },
  { name: 'phinh.png', bytes: swollenPng, ends: ['too-large', 'corrupt', 'no-text'] },
  { name: 'khong-lo.jpg', bytes: hugeJpeg, ends: ['too-large', 'corrupt', 'no-text'] },
  {
    name: 'khong-lo.tif',
    bytes: () =>
      changedTiff((tiff, directory) => {
        tiff.writeUInt32LE(0x7fffffff, valueAt(tiff, directory, 256));
        tiff.writeUInt32LE(0x7fffffff, valueAt(tiff, directory, 257));
      }),
    ends: ['too-large', 'corrupt', 'no-text'],
  },
  {
    name: '60-nghin.tif',
    bytes: () =>
      changedTiff((tiff, directory) => {
        tiff.writeUInt32LE(60_000, valueAt(tiff, directory, 256));
        tiff.writeUInt32LE(60_000, valueAt(tiff, directory, 257));
        // One bit a pixel, packed as faxes are: the file may well hold them all.
        tiff.writeUInt32LE(1, valueAt(tiff, directory, 258));
        tiff.writeUInt32LE(4, valueAt(tiff, directory, 259));
      }),
    ends: ['too-large', 'corrupt', 'no-text'],
  },
  {
    name: 'vong.tif',
    bytes: () => changedTiff((tiff, directory) => tiff.writeUInt32LE(directory, directory + 2 + 9 * 12)),
    ends: ['corrupt', 'too-many-pages', 'no-text'],
  },
  {
    name: 'dem-doi.tif',
    bytes: () => changedTiff((tiff, directory) => tiff.writeUInt32LE(0x7fffffff, valueAt(tiff, directory, 273) - 4)),
    ends: ['corrupt', 'too-large', 'no-text'],
  },
  {
    name: 'dong-200-mb.txt',
    bytes: () => Buffer.alloc(200 * million, 'Báo cáo kết quả thực hiện nhiệm vụ năm 2022 '),
    ends: ['read', 'timeout', 'out-of-memory', 'too-large'],
  },
  {
    name: 'trieu-dong.txt',
    bytes: () => Buffer.alloc(5 * million, '1)\n\n'),
    ends: ['read', 'no-text', 'timeout', 'out-of-memory', 'too-large'],
  },
];
