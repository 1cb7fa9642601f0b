import { deflateSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { chance } from '../../bench/chance.js';
import type { Family, Seed } from './seeds.js';

type Chance = ReturnType<typeof chance>;

/** What a damaged or wicked file of the family may well hold, in Latin-1. */
const words: Readonly<Record<Family, readonly string[]>> = {
  pdf: [
    ...[
      '/Kids [1 0 R]',
      '/Parent 1 0 R',
      '/Count -1',
      '/Count 2147483647',
      '/Length 0',
      '/Length 999999999',
      '/Prev 0',
    ],
    ...[
      '/Type /Pages',
      '/Type /ObjStm /N 99999 /First 0',
      '/Filter /FlateDecode',
      '/Filter [/ASCIIHexDecode /LZWDecode]',
    ],
    ...['/Encrypt 1 0 R', '/ToUnicode 1 0 R', '/W [1 0 1]', '/XRefStm 0', '/Rotate 90', '/MediaBox [0 0 1e30 -1e30]'],
    ...[
      'stream\n',
      'endstream',
      'endobj',
      '1 0 obj',
      'xref\n0 99999999\n',
      'trailer',
      'startxref\n0\n',
      '%%EOF',
      '<<',
      '>>',
    ],
    ...[
      ' BT ',
      ' ET ',
      ' q ',
      ' Q ',
      ' Do ',
      ' 0 0 0 0 0 0 cm ',
      ' 1e38 0 0 1e38 0 0 Tm ',
      ' (\\777) Tj ',
      ' [ ',
      ' BI ',
      ' EI ',
    ],
  ],
  zip: [
    ...[
      '<w:p>',
      '</w:p>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr/>',
      '<w:tc>',
      '<w:r><w:t>',
      '</w:t></w:r>',
      '<w:gridSpan w:val="99999"/>',
    ],
    ...[
      '<w:vMerge/>',
      '<w:footnoteReference w:id="1"/>',
      '<w:numId w:val="99"/>',
      '<w:ilvl w:val="-1"/>',
      '<mc:AlternateContent>',
    ],
    ...[
      '<w:fldChar w:fldCharType="begin"/>',
      '<w:txbxContent>',
      '</w:txbxContent>',
      '<w:del>',
      '</w:del>',
      '<w:sym w:char="F0"/>',
    ],
    ...[
      '<text:p>',
      '</text:p>',
      '<table:table-cell table:number-columns-repeated="99999999">',
      '<table:table-row table:visibility="collapse" table:number-rows-repeated="99999999">',
      '<table:table-column-group table:display="false">',
      '<table:covered-table-cell table:number-columns-repeated="-1"/>',
      '<text:s text:c="9999999"/>',
    ],
    ...[
      '<text:list>',
      '</table:table>',
      '<row r="99999999">',
      '<c r="XFD1048576" t="s"><v>-1</v></c>',
      '<mergeCell ref="A1:XFD1048576"/>',
    ],
    ...[
      '<!DOCTYPE a [<!ENTITY b "c">]>',
      '&b;',
      '&#0;',
      '&#x110000;',
      '&#xD800;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?xml?>',
      '"',
      "'",
    ],
  ],
  mail: [
    ...[
      '--ngoai\r\n',
      '--ngoai--\r\n',
      '--trong--\r\n',
      '\r\n\r\n',
      'Content-Type: multipart/mixed; boundary=""\r\n',
      'Content-Type: multipart/mixed; boundary="trong"\r\n\r\n--trong\r\n',
      'Content-Type: message/rfc822\r\n\r\n',
      'Content-Type: text/html; charset=x-unknown\r\n',
      'Content-Type: text/plain; charset=utf-16le\r\n',
    ],
    ...[
      'Content-Transfer-Encoding: base64\r\n',
      'Content-Transfer-Encoding: quoted-printable\r\n',
      "filename*=utf-8''%ff%00..%2f",
      'filename*9999=a',
      '=?utf-8?B?////?=',
      '=?x?Q?=ff=?=',
      '=C4=',
      '<a@b',
      '"',
      '\u0000',
      '<table>',
    ],
  ],
  compound: [
    '\u0000\u0000\u0000\u0000',
    '\u00fe\u00ff\u00ff\u00ff',
    '\u00ff\u00ff\u00ff\u00ff',
    '\u00fd\u00ff\u00ff\u00ff',
    'R\u0000o\u0000o\u0000t\u0000',
  ],
  rtf: [
    ...[
      '{',
      '}',
      '\\par ',
      '\\bin99999999 ',
      '\\bin-1 ',
      "\\'zz",
      "\\'",
      '\\u-99999 ?',
      '\\u55296 ?',
      '\\uc99999 ',
      '\\trowd\\cellx-1',
      '\\cell',
      '\\row',
    ],
    ...[
      '\\itap99999 ',
      '\\nestcell',
      '\\nestrow',
      '\\intbl',
      '{\\footnote ',
      '{\\shp{\\shptxt ',
      '{\\*\\',
      '{\\fonttbl',
      '{\\f99999 ',
      '\\f-1 ',
      '\\ansicpg99999 ',
    ],
    ...[
      '{\\pict ',
      '{\\object{\\objdata ',
      '\\fs-1 ',
      '{\\stylesheet{\\s1 ',
      '\\clmgf',
      '\\clmrg',
      '\\clvmgf',
      '\\cellx2147483647 ',
    ],
  ],
  markup: [
    ...[
      '<table>',
      '</table>',
      '<td colspan=999999999 rowspan=999999999>',
      '<tr>',
      '<ol start=-99999999999>',
      '<li>',
      '<pre>',
      '</pre>',
    ],
    ...[
      '<script>',
      '<style>',
      '<!--',
      '-->',
      '<![CDATA[',
      '&#0;',
      '&#x110000;',
      '&amp',
      '<a href="#_ftn1" name="_ftnref1">',
      '<a name="_ftn1">',
    ],
    ...['<meta charset="utf-7">', '<meta charset="x">', '<svg>', '</div>', '<p style="', '\u0000', '<'],
  ],
  text: [
    '\u0000',
    '\u00ff\u00fe',
    '\u00fe\u00ff',
    '\u000c',
    '\t\t\t\t\t\t\t\t',
    '\u00c0\u0080',
    '\u00ed\u00a0\u0080',
    '|||||||',
    '-----',
    '\r',
    '\u001a',
    '1)'.repeat(50),
    '(['.repeat(50),
  ],
  picture: [
    'IHDR',
    'IDAT',
    'IEND',
    '\u00ff\u00d8',
    '\u00ff\u00c0',
    '\u00ff\u00c4',
    '\u00ff\u00da',
    '\u00ff\u00d9',
    '\u0000\u0001',
    '\u0001\u0000',
    '\u00ff\u00ff\u00ff\u00ff',
  ],
};

const splice = (bytes: Uint8Array, start: number, end: number, put: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length - (end - start) + put.length);
  out.set(bytes.subarray(0, start));
  out.set(put, start);
  out.set(bytes.subarray(end), start + put.length);
  return out;
};
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** A stretch of the file: mostly short, now and then half of it. */
function stretch(bytes: Uint8Array, { below, random }: Chance): readonly [start: number, end: number] {
  const start = below(bytes.length + 1);
  const longest = random() < 0.8 ? 64 : bytes.length / 2;
  return [start, Math.min(bytes.length, start + 1 + below(longest))];
}

type Change = (bytes: Uint8Array, by: Chance, family: Family) => Uint8Array;

const changes: readonly Change[] = [
  function flipBits(bytes, { below }) {
    const out = bytes.slice();
    for (let left = 1 + below(8); left > 0; left -= 1) out[below(out.length)]! ^= 1 << below(8);
    return out;
  },
  function cut(bytes, by) {
    return bytes.slice(0, 1 + by.below(bytes.length));
  },
  function remove(bytes, by) {
    return splice(bytes, ...stretch(bytes, by), new Uint8Array(0));
  },
  function zero(bytes, by) {
    const [start, end] = stretch(bytes, by);
    return splice(bytes, start, end, new Uint8Array(end - start));
  },
  function repeat(bytes, by) {
    const [start, end] = stretch(bytes, by);
    let out = bytes;
    for (let left = 1 + by.below(4); left > 0; left -= 1) out = splice(out, end, end, bytes.subarray(start, end));
    return out;
  },
  function swap(bytes, by) {
    const [start, end] = stretch(bytes, by);
    const other = by.below(Math.max(1, bytes.length - (end - start)));
    const out = bytes.slice();
    out.set(bytes.subarray(start, end), other);
    out.set(bytes.subarray(other, other + (end - start)), start);
    return out;
  },
  // The numbers at which counts and lengths overflow, at any place, of one, two or four bytes, in either order.
  function extremeNumber(bytes, { below, pick, random }) {
    if (bytes.length < 8) return bytes;
    const out = Buffer.from(bytes);
    const value = pick([
      0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
    ]);
    // Headers are where counts are.
    const at = random() < 0.3 ? below(Math.min(600, out.length - 4)) : below(out.length - 4);
    const width = pick([1, 2, 4] as const);
    const low = width === 4 ? value : value % 2 ** (8 * width);
    if (random() < 0.5) out.writeUIntLE(low, at, width);
    else out.writeUIntBE(low, at, width);
    return new Uint8Array(out);
  },
  // A number in the words of the file («/Length 120», «colspan=2», «\fs28») becomes another.
  function extremeNumeral(bytes, { pick }) {
    const text = Buffer.from(bytes).toString('latin1');
    const numerals = [...text.matchAll(/(?<=[ =">A-Za-z-])\d{1,6}(?=[ "<\\>/\n])/g)];
    if (numerals.length === 0) return bytes;
    const { index, 0: numeral } = pick(numerals);
    const put = pick(['0', '-1', '1', '65536', '2147483647', '4294967296', '99999999999999999999', '1e999', '']);
    return splice(bytes, index, index + numeral.length, latin1(put));
  },
  function insertWord(bytes, by, family) {
    const at = by.below(bytes.length + 1);
    return splice(bytes, at, at, latin1(by.pick(words[family]).repeat(by.random() < 0.1 ? 1 + by.below(300) : 1)));
  },
  function overwriteWithWord(bytes, by, family) {
    const put = latin1(by.pick(words[family]));
    const at = by.below(bytes.length + 1);
    return splice(bytes, at, Math.min(bytes.length, at + put.length), put);
  },
];

/** Sector numbers of a compound file's tables become others: loops, crossed chains, sectors that are not there. */
const crossSectors: Change = (bytes, { below, pick }) => {
  const out = Buffer.from(bytes);
  const tables = Array.from({ length: 109 }, (_, at) => out.readUInt32LE(76 + at * 4)).filter(
    (sector) => (sector + 2) * 512 <= out.length,
  );
  for (let left = 1 + below(6); left > 0; left -= 1) {
    const at = tables.length === 0 ? 76 : (pick(tables) + 1) * 512 + below(128) * 4;
    out.writeUInt32LE(pick([below(64), 0, 1, 0xfffffffe, 0xffffffff, 0xfffffffd, below(out.length >> 9)]), at);
  }
  return new Uint8Array(out);
};

function inflated(packed: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(packed);
  } catch {
    // Not packed, or in another way: its bytes are changed as they are.
    return null;
  }
}

/** One stream of a PDF unpacked, changed and packed again, under its right length: the damage reaches the operators. */
const changeStream: Change = (bytes, by, family) => {
  const text = Buffer.from(bytes).toString('latin1');
  const streams = [...text.matchAll(/\/Length (\d+)([\s\S]{0,200}?>>\s*stream\r?\n)/g)];
  if (streams.length === 0) return bytes;
  const { index, 0: head, 1: length = '', 2: rest = '' } = by.pick(streams);
  const from = index + head.length;
  const packed = bytes.subarray(from, from + Number(length));
  const unpacked = inflated(packed);
  const changed = changeOnce(unpacked ?? packed, by, family);
  const again = unpacked === null ? changed : deflateSync(changed);
  return splice(bytes, index, from + packed.length, Buffer.concat([latin1(`/Length ${again.length}${rest}`), again]));
};

/** One entry of a ZIP changed, or laid over another, and packed again with the right sums: the damage reaches the XML. */
const changeEntry: Change = (bytes, by, family) => {
  const entries: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(entries);
  const texts = names.filter((name) =>
    /(?:document|content|styles|sheet\d|sharedStrings|numbering|footnotes)\.xml$/.test(name),
  );
  const name = by.pick(by.random() < 0.8 && texts.length > 0 ? texts : names);
  const what = by.below(10);
  if (what === 0) delete entries[name];
  else if (what === 1) entries[name] = entries[by.pick(names)]!;
  else if (entries[name]!.length > 0) entries[name] = changeOnce(entries[name]!, by, family);
  return zipSync(entries as Record<string, Uint8Array<ArrayBuffer>>, {
    level: by.pick([0, 1, 6]),
    mtime: '2024-01-01',
  });
};

function changeOnce(bytes: Uint8Array, by: Chance, family: Family): Uint8Array {
  return bytes.length === 0 ? bytes : by.pick(changes)(bytes, by, family);
}

const inside: Readonly<Partial<Record<Family, Change>>> = {
  zip: changeEntry,
  compound: crossSectors,
  pdf: changeStream,
};

/** A mutant of the seed: the same for the same number, on every machine. */
export function mutant(seed: Seed, number: number): Uint8Array {
  const by = chance(1 + ((number * 7919) % 2_147_483_000));
  by.random();
  const deep = inside[seed.family];
  let bytes = seed.bytes;
  if (deep !== undefined && by.random() < 0.6) bytes = deep(bytes, by, seed.family);
  else bytes = changeOnce(bytes, by, seed.family);
  // Most damage is single; what comes together reaches further.
  while (by.random() < 0.3) bytes = changeOnce(bytes, by, seed.family);
  return bytes;
}
