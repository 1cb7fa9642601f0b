import { type Cell, charactersOf, type Joined, type Piece, type Sheet } from '../sheet/cells.js';
import { showNumber } from '../sheet/number-format.js';
import type { HiddenParts } from '../sheet/shown-cells.js';
import { type Book, cutByFonts } from './read-book.js';
import { type BookRecord, readRecords, recordReader } from './records.js';

const record = {
  begin: 0x809,
  end: 0x0a,
  row: 0x208,
  columns: 0x7d,
  sharedString: 0xfd,
  label: 0x204,
  richLabel: 0xd6,
  rounded: 0x27e,
  roundedRow: 0xbd,
  number: 0x203,
  formula: 0x06,
  formulaText: 0x207,
  truth: 0x205,
  joined: 0xe5,
  object: 0x5d,
  objectText: 0x1b6,
} as const;

/** Kind of a drawn object that is a comment ([MS-XLS] 2.5.143). */
const comment = 0x19;
const mostJoined = 100_000;

/**
 * Reads the cells of one sheet, with what formulas gave when it was saved, and the texts of its boxes.
 *
 * @param count is told of the characters of each cell as it comes, and may end the reading
 * @param hidden is told of the sheet's hidden rows and columns, and says what is left
 * @source [MS-XLS] 2.1.7.20.5; 2.4.127 (Formula), 2.4.220 (RK), 2.4.329 (TxO)
 */
export function readSheet(
  stream: Uint8Array,
  from: number,
  name: string,
  book: Book,
  count: (characters: number) => void,
  hidden: HiddenParts,
): Sheet & { readonly hiddenCells: number; readonly boxes: Piece[][] } {
  const cells: Cell[] = [];
  const joined = new Map<string, Joined>();
  const boxes: Piece[][] = [];
  /** of a formula whose text follows in a record of its own */
  let waiting: { readonly row: number; readonly column: number; readonly form: number } | null = null;
  let object = 0;
  let depth = 0;

  const add = (row: number, column: number, form: number, pieces: readonly Piece[]): void => {
    count(charactersOf(pieces));
    if (pieces.some(({ text }) => text.trim() !== ''))
      cells.push({ row, column, pieces, form: book.forms[form] ?? null });
  };
  const addNumber = (row: number, column: number, form: number, value: number): void => {
    const shown = showNumber(value, book.forms[form]?.number ?? { kind: 'general' }, book.from1904);
    if (Number.isFinite(value)) add(row, column, form, [{ text: shown, look: null }]);
  };

  for (const read of readRecords(stream, from)) {
    // A chart on the sheet is a stream of records of its own between two marks.
    if (read.type === record.begin) depth += 1;
    else if (read.type === record.end) depth -= 1;
    if (depth <= 0) break;
    if (depth > 1) continue;
    const reader = recordReader(read);
    switch (read.type) {
      case record.row: {
        const row = reader.word();
        reader.skip(10);
        if ((reader.word() & 0x20) !== 0) hidden.hideRow(row);
        break;
      }
      case record.columns: {
        const [first, last] = [reader.word(), reader.word()];
        reader.skip(4);
        if ((reader.word() & 1) !== 0) hidden.hideColumns(first, last);
        break;
      }
      case record.sharedString:
        add(reader.word(), reader.word(), reader.word(), book.strings[reader.long()] ?? []);
        break;
      case record.label:
      case record.richLabel:
        add(reader.word(), reader.word(), reader.word(), labelOf(read, book));
        break;
      case record.rounded:
        addNumber(reader.word(), reader.word(), reader.word(), roundedValue(reader.long()));
        break;
      case record.roundedRow: {
        const [row, first] = [reader.word(), reader.word()];
        const count = Math.floor((read.data.length - 6) / 6);
        for (let index = 0; index < count; index += 1)
          addNumber(row, first + index, reader.word(), roundedValue(reader.long()));
        break;
      }
      case record.number:
        addNumber(reader.word(), reader.word(), reader.word(), doubleOf(reader.bytes(8)));
        break;
      case record.formula: {
        const [row, column, form] = [reader.word(), reader.word(), reader.word()];
        const value = reader.bytes(8);
        waiting = null;
        if (value[6] !== 0xff || value[7] !== 0xff) addNumber(row, column, form, doubleOf(value));
        else if (value[0] === 0) waiting = { row, column, form };
        else if (value[0] === 1) add(row, column, form, [truth(value[2] === 1)]);
        break;
      }
      case record.formulaText:
        if (waiting !== null)
          add(waiting.row, waiting.column, waiting.form, [{ text: textOf(read, 0, book), look: null }]);
        waiting = null;
        break;
      case record.truth: {
        const [row, column, form, value] = [reader.word(), reader.word(), reader.word(), reader.byte()];
        // What a formula could not work out says nothing.
        if (reader.byte() === 0) add(row, column, form, [truth(value === 1)]);
        break;
      }
      case record.joined:
        for (let left = reader.word(); left > 0 && !reader.ended() && joined.size < mostJoined; left -= 1) {
          const [top, bottom, first, last] = [reader.word(), reader.word(), reader.word(), reader.word()];
          joined.set(`${top} ${first}`, {
            rows: Math.max(1, bottom - top + 1),
            columns: Math.max(1, last - first + 1),
          });
        }
        break;
      case record.object:
        reader.skip(4);
        object = reader.word();
        break;
      case record.objectText:
        if (object !== comment && book.unicode) boxes.push([...boxOf(read, book)]);
        break;
    }
  }
  return { name, ...hidden.shown(cells, joined), joined, boxes };
}

const truth = (value: boolean): Piece => ({ text: value ? 'TRUE' : 'FALSE', look: null });

function doubleOf(bytes: Uint8Array): number {
  if (bytes.length < 8) return Number.NaN;
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
}

/** A number in thirty bits: a whole one, or the upper bits of a floating one; bit 0 says that it is a hundred times as large. */
function roundedValue(rounded: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setUint32(4, (rounded & 0xfffffffc) >>> 0, true);
  const value = (rounded & 2) !== 0 ? (rounded | 0) >> 2 : bits.getFloat64(0, true);
  return (rounded & 1) !== 0 ? value / 100 : value;
}

function textOf(read: BookRecord, offset: number, book: Book): string {
  const reader = recordReader(read, offset);
  const count = reader.word();
  return book.unicode ? reader.characters(count, reader.byte()) : book.narrow(reader.bytes(count));
}

/** A text in the cell's own record: all of those of Excel 95, few of later ones. Its fonts follow it where it has several. */
function labelOf(read: BookRecord, book: Book): readonly Piece[] {
  const text = textOf(read, 6, book);
  if (read.type !== record.richLabel) return [{ text, look: null }];
  if (book.unicode) {
    const wide = (read.data[8] ?? 0) & 1;
    const reader = recordReader(read, 9 + text.length * (wide + 1));
    return cutByFonts(
      text,
      Array.from({ length: reader.word() }, () => ({ at: reader.word(), font: reader.word() })),
      book.lookOf,
    );
  }
  const reader = recordReader(read, 8 + text.length);
  return cutByFonts(
    text,
    Array.from({ length: reader.byte() }, () => ({ at: reader.byte(), font: reader.byte() })),
    book.lookOf,
  );
}

/** The records that go on with a box hold its characters and then the places of its fonts. */
function boxOf(read: BookRecord, book: Book): readonly Piece[] {
  const reader = recordReader({ data: read.data, more: [] }, 10);
  const [count, fontBytes] = [reader.word(), reader.word()];
  const [first, ...others] = read.more;
  if (count === 0 || first === undefined) return [];
  const text = recordReader({ data: first.subarray(1), more: others }).characters(count, first[0] ?? 0);
  const fonts = read.more.at(-1)!;
  const starts = Array.from({ length: Math.min(fontBytes, fonts.length) >> 3 }, (_, index) => {
    const run = recordReader({ data: fonts, more: [] }, index * 8);
    return { at: run.word(), font: run.word() };
  });
  // The last only says where the text ends.
  return cutByFonts(text, starts.slice(0, -1), book.lookOf);
}
