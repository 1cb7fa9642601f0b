import { sprmsOf, wordOf } from './sprms.js';

/** How characters look, and what else hangs on them. */
export interface CharacterForm {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly hidden: boolean;
  /** while changes were tracked */
  readonly deleted: boolean;
  readonly raised: 'baseline' | 'superscript' | 'subscript';
  /** index into the fonts */
  readonly font: number;
  /** points */
  readonly size: number | null;
  /** a sign of a symbol font */
  readonly symbol: number | null;
}

export interface ParagraphForm {
  readonly style: number;
  readonly align: 'left' | 'center' | 'right' | 'both' | null;
  readonly outlineLevel: number | null;
  readonly inTable: boolean;
  /** ends a row instead of a cell */
  readonly endsRow: boolean;
  readonly depth: number;
  /** ends a cell, or a row, of a table in a table */
  readonly endsInnerCell: boolean;
  readonly endsInnerRow: boolean;
  /** 1-based list and 0-based level of its automatic number; list 0 for none */
  readonly list: number;
  readonly listLevel: number;
}

export interface DocStyle {
  readonly name: string;
  readonly characters: CharacterForm;
  readonly paragraph: ParagraphForm;
}

const plainParagraph: ParagraphForm = {
  style: 0,
  align: null,
  outlineLevel: null,
  inTable: false,
  endsRow: false,
  depth: 0,
  endsInnerCell: false,
  endsInnerRow: false,
  list: 0,
  listLevel: 0,
};
const alignments = ['left', 'center', 'right', 'both', 'both', 'both'] as const;

/** A switch that may say "as the style" (0x80) or "not as the style" (0x81). */
const toggled = (value: number, style: boolean): boolean =>
  value === 0x80 ? style : value === 0x81 ? !style : value === 1;

/** @source [MS-DOC] 2.6.1 (character properties) */
export function withCharacters(base: CharacterForm, changes: Uint8Array): CharacterForm {
  let form = base;
  for (const { code, operand } of sprmsOf(changes)) {
    const byte = operand[0] ?? 0;
    switch (code) {
      case 0x0835:
        form = { ...form, bold: toggled(byte, base.bold) };
        break;
      case 0x0836:
        form = { ...form, italic: toggled(byte, base.italic) };
        break;
      case 0x083b:
        form = { ...form, caps: toggled(byte, base.caps) };
        break;
      case 0x083c:
        form = { ...form, hidden: form.hidden || toggled(byte, base.hidden) };
        break;
      case 0x0800:
        form = { ...form, deleted: toggled(byte, false) };
        break;
      case 0x2a48:
        form = { ...form, raised: byte === 1 ? 'superscript' : byte === 2 ? 'subscript' : 'baseline' };
        break;
      case 0x4a43:
        form = { ...form, size: wordOf(operand) / 2 };
        break;
      case 0x4a4f:
        form = { ...form, font: wordOf(operand) };
        break;
      case 0x6a09:
        form = { ...form, font: wordOf(operand), symbol: wordOf(operand, 2) };
        break;
    }
  }
  return form;
}

/** @source [MS-DOC] 2.6.2 (paragraph properties) */
export function withParagraph(base: ParagraphForm, changes: Uint8Array): ParagraphForm {
  let form = base;
  for (const { code, operand } of sprmsOf(changes)) {
    const byte = operand[0] ?? 0;
    switch (code) {
      case 0x2403:
      case 0x2461:
        form = { ...form, align: alignments[byte] ?? null };
        break;
      case 0x2640:
        form = { ...form, outlineLevel: byte < 9 ? byte : null };
        break;
      case 0x2416:
        form = { ...form, inTable: byte === 1 };
        break;
      case 0x2417:
        form = { ...form, endsRow: byte === 1 };
        break;
      case 0x6649:
        form = { ...form, depth: wordOf(operand) };
        break;
      case 0x244b:
        form = { ...form, endsInnerCell: byte === 1 };
        break;
      case 0x244c:
        form = { ...form, endsInnerRow: byte === 1 };
        break;
      case 0x260a:
        form = { ...form, listLevel: Math.min(8, byte) };
        break;
      case 0x460b:
        form = { ...form, list: wordOf(operand) > 0x7fe ? 0 : wordOf(operand) };
        break;
    }
  }
  return form;
}

interface RawStyle {
  readonly name: string;
  readonly base: number;
  readonly characters: Uint8Array;
  readonly paragraph: Uint8Array;
}

/**
 * Reads the style sheet.
 *
 * @returns the style of a number, with all that it rests on
 * @source [MS-DOC] 2.9.271 (STSH), 2.9.260 (STD)
 */
export function readDocStyles(sheet: Uint8Array): (style: number) => DocStyle {
  const plain: CharacterForm = {
    bold: false,
    italic: false,
    caps: false,
    hidden: false,
    deleted: false,
    raised: 'baseline',
    font: wordOf(sheet, 14),
    size: 10,
    symbol: null,
  };
  const raw = readRaw(sheet);
  const resolved = new Map<number, DocStyle>();
  const resolve = (number: number, depth: number): DocStyle => {
    const known = resolved.get(number);
    if (known !== undefined) return known;
    const own = raw[number];
    if (own === undefined || depth > 20) return { name: '', characters: plain, paragraph: plainParagraph };
    const base = own.base === 0xfff ? null : resolve(own.base, depth + 1);
    const style = {
      name: own.name,
      characters: withCharacters(base?.characters ?? plain, own.characters),
      paragraph: { ...withParagraph(base?.paragraph ?? plainParagraph, own.paragraph), style: number },
    };
    resolved.set(number, style);
    return style;
  };
  return (number) => resolve(number, 0);
}

function readRaw(sheet: Uint8Array): (RawStyle | undefined)[] {
  const start = 2 + wordOf(sheet, 0);
  const count = Math.min(4095, wordOf(sheet, 2));
  const fixed = wordOf(sheet, 4);
  const styles: (RawStyle | undefined)[] = [];
  let at = start;
  for (let index = 0; index < count && at + 2 <= sheet.length; index += 1) {
    const size = wordOf(sheet, at);
    const style = sheet.subarray(at + 2, at + 2 + size);
    at += 2 + size;
    styles.push(style.length < fixed + 2 ? undefined : readStyle(style, fixed));
  }
  return styles;
}

function readStyle(style: Uint8Array, fixed: number): RawStyle {
  const kind = wordOf(style, 2) & 0xf;
  const length = wordOf(style, fixed);
  const name = Buffer.from(style.subarray(fixed + 2, fixed + 2 + length * 2)).toString('utf16le');
  let at = fixed + 2 + length * 2 + 2;
  const next = (): Uint8Array => {
    const size = wordOf(style, at);
    const part = style.subarray(at + 2, at + 2 + size);
    at += 2 + size + (size % 2);
    return part;
  };
  const empty = new Uint8Array();
  const paragraph = kind === 1 ? next().subarray(2) : empty;
  const characters = kind === 1 || kind === 2 ? next() : empty;
  return { name, base: wordOf(style, 2) >> 4, characters, paragraph };
}

/** Names of the fonts by their number. @source [MS-DOC] 2.9.286 (SttbfFfn) */
export function readFonts(table: Uint8Array): string[] {
  const names: string[] = [];
  let at = 4;
  for (let left = wordOf(table, 0); left > 0 && at < table.length; left -= 1) {
    const size = table[at]! + 1;
    const name = Buffer.from(table.subarray(at + 40, at + size)).toString('utf16le');
    const end = name.indexOf('\u0000');
    names.push(end < 0 ? name : name.slice(0, end));
    at += size;
  }
  return names;
}
