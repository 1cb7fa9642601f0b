import { PipelineError } from '../../model/index.js';
import { type CompoundFile, openCompound } from '../compound/open-compound.js';
import { countCharacters } from '../count-characters.js';
import { decodeWindows1252 } from '../flow/windows-1252.js';
import type { ReaderInput } from '../reader.js';
import { wordOf } from './sprms.js';

/** A stretch of the text: characters of one width that lie one after another in the file. */
export interface Piece {
  /** first character and the one after the last, counted over the whole text */
  readonly start: number;
  readonly end: number;
  /** where the first lies in the stream */
  readonly offset: number;
  readonly width: 1 | 2;
  /** property changes that a quick save left with the piece */
  readonly changes: Uint8Array;
}

export interface WordFile {
  /** the stream of the text and its properties */
  readonly main: Uint8Array;
  /** all stories, one after another */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** lengths of the stories in characters, in their order */
  readonly lengths: { readonly [Story in (typeof stories)[number]]: number };
  /** a structure of the table stream by its place in the file's header ([MS-DOC] 2.5.6) */
  table(index: number): Uint8Array;
  /** the same with all that follows it: some structures run on beyond the size given */
  tableOnward(index: number): Uint8Array;
}

export const stories = [
  'body',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'headerBoxes',
] as const;

const word97 = 0x00c1;
/** a piece that ends beyond is damage */
const mostCharacters = 100_000_000;

/**
 * Opens a DOC of Word 97–2003.
 *
 * @throws PipelineError `encrypted`, `corrupt`, `too-large`; `needs-office` for what older Words wrote
 * @source [MS-DOC] 2.5 (Fib), 2.8.35 (PlcPcd), 2.9.38 (Clx)
 */
export function openWordFile({ bytes, name, limits }: Pick<ReaderInput, 'bytes' | 'name' | 'limits'>): WordFile {
  const compound = openCompound(bytes);
  const main = compound?.stream('WordDocument') ?? null;
  const corrupt = (what: string): never => {
    throw new PipelineError('corrupt', `${name} is damaged: ${what}`);
  };
  if (compound === null || main === null || main.length < 0x200) return corrupt('its text is missing');
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const flags = view.getUint16(0x0a, true);
  if ((flags & 0x0100) !== 0)
    throw new PipelineError('encrypted', `${name} has a password; save it without one and import it again`);
  if (view.getUint16(0, true) !== 0xa5ec || view.getUint16(2, true) < word97)
    throw new PipelineError('needs-office', `${name} was written by Word 95 or older`);
  const tables = tableStream(compound, (flags & 0x0200) !== 0);
  if (tables === null) return corrupt('its tables are missing');
  const table = (index: number, onward = false): Uint8Array => {
    const at = 0x9a + index * 8;
    if (at + 8 > main.length) return new Uint8Array();
    const start = view.getUint32(at, true);
    const size = view.getUint32(at + 4, true);
    return size === 0 ? new Uint8Array() : tables.subarray(start, onward ? undefined : start + size);
  };
  const pieces = readPieces(table(33));
  if (pieces.length === 0) return corrupt('the places of its text are missing');
  const count = countCharacters({ name, limits });
  // Pieces may lie over one another, and then a small file holds a large text.
  for (const { start, end, offset, width } of pieces)
    count(Math.max(0, Math.min(end - start, (main.length - offset) / width)));
  const lengths = Object.fromEntries(
    stories.map((story, index) => [story, Math.min(mostCharacters, view.getUint32(0x4c + index * 4, true))]),
  ) as WordFile['lengths'];
  return {
    main,
    text: pieces.map((piece) => textOf(main, piece)).join(''),
    pieces,
    lengths,
    table,
    tableOnward: (index) => table(index, true),
  };
}

const tableStream = (compound: CompoundFile, second: boolean) =>
  compound.stream(second ? '1Table' : '0Table') ?? compound.stream(second ? '0Table' : '1Table');

function readPieces(clx: Uint8Array): Piece[] {
  let at = 0;
  const lists: Uint8Array[] = [];
  while (clx[at] === 1) {
    const size = wordOf(clx, at + 1);
    lists.push(clx.subarray(at + 3, at + 3 + size));
    at += 3 + size;
  }
  if (clx[at] !== 2) return [];
  const plc = clx.subarray(at + 5);
  const view = new DataView(plc.buffer, plc.byteOffset, plc.byteLength);
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const start = view.getUint32(index * 4, true);
    const end = view.getUint32(index * 4 + 4, true);
    const offset = view.getUint32((count + 1) * 4 + index * 8 + 2, true);
    if (start !== total || end < start || end > mostCharacters) break;
    const narrow = (offset & 0x40000000) !== 0;
    pieces.push({
      start,
      end,
      offset: narrow ? (offset & 0x3fffffff) >> 1 : offset & 0x3fffffff,
      width: narrow ? 1 : 2,
      changes: changesOf(view.getUint16((count + 1) * 4 + index * 8 + 6, true), lists),
    });
    total = end;
  }
  return pieces;
}

/** Single changes have short numbers, those of Word 6 ([MS-DOC] 2.9.214); here are those that concern letters. */
const shortChanges: Readonly<Record<number, number>> = {
  65: 0x0800,
  85: 0x0835,
  86: 0x0836,
  91: 0x083b,
  92: 0x083c,
  104: 0x2a48,
};

/** One for all: a hundred thousand empty arrays have a hundred thousand buffers. */
const noChanges = new Uint8Array();

function changesOf(modifier: number, lists: readonly Uint8Array[]): Uint8Array {
  if ((modifier & 1) === 1) return lists[modifier >> 1] ?? noChanges;
  const code = shortChanges[(modifier >> 1) & 0x7f];
  return code === undefined ? noChanges : Uint8Array.of(code & 0xff, code >> 8, modifier >> 8);
}

/** Always as long as the piece says: what the file lacks is made up by zeros, which are no text. */
function textOf(main: Uint8Array, { start, end, offset, width }: Piece): string {
  const length = end - start;
  const bytes = main.subarray(offset, offset + length * width);
  const text = width === 1 ? decodeWindows1252(bytes) : Buffer.from(bytes).toString('utf16le');
  // A hostile directory may claim a hundred million letters that are not there.
  return text.length < length ? text + '\u0000'.repeat(Math.min(length - text.length, main.length)) : text;
}
