import { type Look, plainLook } from '../flow/tree-builder.js';
import { decodeWindows1252 } from '../flow/windows-1252.js';
import type { CellForm, Piece } from '../sheet/cells.js';
import { type NumberForm, numberFormOf } from '../sheet/number-format.js';
import { type BookRecord, readRecords, recordReader } from './records.js';

/** What the sheets of a workbook share. */
export interface Book {
  readonly sheets: readonly { readonly name: string; readonly offset: number; readonly hidden: boolean }[];
  readonly strings: readonly (readonly Piece[])[];
  readonly forms: readonly CellForm[];
  readonly from1904: boolean;
  /** bytes of a string of Excel 5 and 95 */
  readonly narrow: (bytes: Uint8Array) => string;
  /** Excel 97 and later write Unicode */
  readonly unicode: boolean;
  /** look of a font by the number that runs and forms name it by */
  lookOf(font: number): Look | null;
}

const unicodeVersion = 0x0600;
const excel5Version = 0x0500;

const record = {
  begin: 0x809,
  end: 0x0a,
  sheet: 0x85,
  font: 0x31,
  format: 0x41e,
  form: 0xe0,
  strings: 0xfc,
  dates: 0x22,
  codePage: 0x42,
} as const;

/** A sheet of cells; charts, macros and modules are none. */
const worksheet = 0;

/**
 * Reads what stands before the sheets: their names, the shared strings with the fonts of their parts, the forms of cells.
 *
 * @returns null for a stream that Excel before 5.0 wrote, or that is no workbook
 * @source [MS-XLS] 2.1.7.20.3; for Excel 5 and 95 the description of OpenOffice's Excel filter
 */
export function readBook(stream: Uint8Array): Book | null {
  const [first] = readRecords(stream);
  const version = first === undefined ? 0 : recordReader(first).word();
  if (first?.type !== record.begin || (version !== unicodeVersion && version !== excel5Version)) return null;
  const unicode = version === unicodeVersion;
  const fonts: Look[] = [];
  const formats = new Map<number, string>();
  const rawForms: BookRecord[] = [];
  const names: BookRecord[] = [];
  let shared: BookRecord | null = null;
  let from1904 = false;
  let narrow = decodeWindows1252;
  for (const read of readRecords(stream)) {
    if (read.type === record.end) break;
    const reader = recordReader(read);
    if (read.type === record.font) fonts.push(fontOf(read, unicode));
    else if (read.type === record.format) {
      const id = reader.word();
      formats.set(id, unicode ? unicodeText(read, 2) : decodeWindows1252(read.data.subarray(3)));
    } else if (read.type === record.form) rawForms.push(read);
    else if (read.type === record.sheet) names.push(read);
    else if (read.type === record.strings) shared = read;
    else if (read.type === record.dates) from1904 = reader.word() === 1;
    else if (read.type === record.codePage) narrow = decoderOf(reader.word());
  }
  // Number 4 is left out: runs and forms count 0, 1, 2, 3, 5 ([MS-XLS] 2.5.129).
  const lookOf = (font: number): Look | null => fonts[font > 4 ? font - 1 : font] ?? null;
  return {
    sheets: names.flatMap((read) => sheetOf(read, unicode, narrow)),
    strings: shared === null ? [] : stringsOf(shared, lookOf),
    forms: rawForms.map((read) => formOf(read, unicode, lookOf, formats)),
    from1904,
    narrow,
    unicode,
    lookOf,
  };
}

/** Windows-1252 but for the few pages that say letters otherwise: what fonts of old encodings show stands in that. */
function decoderOf(codePage: number): (bytes: Uint8Array) => string {
  const named: Readonly<Record<number, string>> = { 1250: 'windows-1250', 1251: 'windows-1251', 1258: 'windows-1258' };
  const name = named[codePage];
  if (name === undefined) return decodeWindows1252;
  const decoder = new TextDecoder(name);
  return (bytes) => decoder.decode(bytes);
}

/** A string of two length bytes, or of one, that begins at an offset ([MS-XLS] 2.5.294, 2.5.240). */
function unicodeText(read: BookRecord, offset: number, lengthBytes: 1 | 2 = 2): string {
  const reader = recordReader(read, offset);
  const count = lengthBytes === 1 ? reader.byte() : reader.word();
  return reader.characters(count, reader.byte());
}

function sheetOf(read: BookRecord, unicode: boolean, narrow: Book['narrow']): Book['sheets'] {
  const reader = recordReader(read);
  const offset = reader.long();
  const hidden = (reader.byte() & 3) !== 0;
  if (reader.byte() !== worksheet) return [];
  const name = unicode ? unicodeText(read, 6, 1) : narrow(read.data.subarray(7, 7 + (read.data[6] ?? 0)));
  return [{ name, offset, hidden }];
}

function fontOf(read: BookRecord, unicode: boolean): Look {
  const reader = recordReader(read);
  const size = reader.word() / 20;
  const flags = reader.word();
  reader.skip(2);
  const weight = reader.word();
  const raised = reader.word();
  const name = unicode
    ? unicodeText(read, 14, 1)
    : decodeWindows1252(read.data.subarray(15, 15 + (read.data[14] ?? 0)));
  return {
    ...plainLook,
    bold: weight >= 600,
    italic: (flags & 2) !== 0,
    raised: raised === 1 ? 'superscript' : raised === 2 ? 'subscript' : 'baseline',
    font: name === '' ? null : name,
    size: size === 0 ? null : size,
  };
}

const alignments: Readonly<Record<number, string>> = { 1: 'left', 2: 'center', 3: 'right', 5: 'both', 6: 'center' };

function formOf(
  read: BookRecord,
  unicode: boolean,
  lookOf: Book['lookOf'],
  formats: ReadonlyMap<number, string>,
): CellForm {
  const reader = recordReader(read);
  const look = lookOf(reader.word()) ?? plainLook;
  const format = reader.word();
  reader.skip(2);
  const align = alignments[reader.byte() & 7] ?? null;
  // A nibble for each side; Excel 95 keeps three bits of its lower side apart from those of the others.
  const lower = recordReader(read, unicode ? 10 : 8).long();
  const others = recordReader(read, 12).long();
  const bordered = unicode ? (lower & 0xffff) !== 0 : ((lower >> 22) & 7) !== 0 || (others & 0x1ff) !== 0;
  const number: NumberForm = numberFormOf(format, formats.get(format));
  return { look, number, bordered, align };
}

/** @source [MS-XLS] 2.4.265 (SST), 2.5.293 (XLUnicodeRichExtendedString) */
function stringsOf(read: BookRecord, lookOf: Book['lookOf']): (readonly Piece[])[] {
  const reader = recordReader(read, 8);
  const strings: (readonly Piece[])[] = [];
  while (!reader.ended()) {
    const count = reader.word();
    const flags = reader.byte();
    const runs = (flags & 8) === 0 ? 0 : reader.word();
    const spoken = (flags & 4) === 0 ? 0 : reader.long();
    const text = reader.characters(count, flags);
    const starts = Array.from({ length: runs }, () => ({ at: reader.word(), font: reader.word() }));
    reader.skip(spoken);
    strings.push(cutByFonts(text, starts, lookOf));
  }
  return strings;
}

/** The parts of a text by where each font begins; before the first the cell's own font stands. */
export function cutByFonts(
  text: string,
  starts: readonly { readonly at: number; readonly font: number }[],
  lookOf: Book['lookOf'],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let [from, look]: [number, Look | null] = [0, null];
  for (const { at, font } of starts) {
    if (at > from) pieces.push({ text: text.slice(from, at), look });
    [from, look] = [Math.max(from, at), lookOf(font)];
  }
  if (from < text.length) pieces.push({ text: text.slice(from), look });
  return pieces;
}
