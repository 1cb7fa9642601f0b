import { type Look, plainLook } from '../flow/tree-builder.js';
import { longAt, wordAt } from './atoms.js';

/** A stretch of a text in one look; what it leaves open is that of its master. */
export interface StyleRun {
  readonly length: number;
  readonly look: Partial<Look>;
  /** index into the fonts of the presentation */
  readonly font: number | null;
}

interface Cursor {
  readonly data: Uint8Array;
  at: number;
}

const bit = (mask: number, place: number): boolean => ((mask >>> place) & 1) === 1;

function take(cursor: Cursor, bytes: 2 | 4): number {
  const value = bytes === 2 ? wordAt(cursor.data, cursor.at) : longAt(cursor.data, cursor.at);
  cursor.at += bytes;
  return value;
}

/** Which bits of a paragraph's mask have two bytes, in their order; tab stops have as many as they say. @source [MS-PPT] 2.9.20 */
const paragraphFields: readonly (readonly [bits: readonly number[], bytes: 2 | 4 | 'tabs'])[] = [
  [[0, 1, 2, 3], 2],
  [[7], 2],
  [[4], 2],
  [[6], 2],
  [[5], 4],
  [[11], 2],
  [[12], 2],
  [[13], 2],
  [[14], 2],
  [[8], 2],
  [[10], 2],
  [[15], 2],
  [[20], 'tabs'],
  [[16], 2],
  [[17, 18, 19], 2],
  [[21], 2],
];

function passParagraph(cursor: Cursor): void {
  const mask = take(cursor, 4);
  for (const [bits, bytes] of paragraphFields) {
    if (!bits.some((place) => bit(mask, place))) continue;
    cursor.at += bytes === 'tabs' ? 2 + wordAt(cursor.data, cursor.at) * 4 : bytes;
  }
}

/** @source [MS-PPT] 2.9.13 (TextCFException), 2.9.14 (CFMasks) */
function readCharacters(cursor: Cursor): Omit<StyleRun, 'length'> {
  const mask = take(cursor, 4);
  const flags = (mask & 0x3fff) === 0 ? 0 : take(cursor, 2);
  const font = bit(mask, 16) ? take(cursor, 2) : null;
  if (bit(mask, 21)) take(cursor, 2);
  const narrow = bit(mask, 22) ? take(cursor, 2) : null;
  if (bit(mask, 23)) take(cursor, 2);
  const size = bit(mask, 17) ? take(cursor, 2) : null;
  if (bit(mask, 18)) take(cursor, 4);
  const raised = bit(mask, 19) ? (take(cursor, 2) << 16) >> 16 : 0;
  return {
    font: font ?? narrow,
    look: {
      ...(bit(mask, 0) ? { bold: (flags & 1) !== 0 } : {}),
      ...(bit(mask, 1) ? { italic: (flags & 2) !== 0 } : {}),
      ...(size === null ? {} : { size }),
      ...(raised === 0 ? {} : { raised: raised > 0 ? 'superscript' : 'subscript' }),
    },
  };
}

/**
 * The looks of a text's characters.
 *
 * @param length of the text, with the end of its last paragraph
 * @source [MS-PPT] 2.9.44 (StyleTextPropAtom)
 */
export function readStyleRuns(data: Uint8Array, length: number): StyleRun[] {
  const cursor: Cursor = { data, at: 0 };
  for (let passed = 0; passed < length && cursor.at < data.length; ) {
    passed += take(cursor, 4);
    cursor.at += 2;
    passParagraph(cursor);
  }
  const runs: StyleRun[] = [];
  for (let passed = 0; passed < length && cursor.at < data.length; ) {
    const count = take(cursor, 4);
    runs.push({ length: count, ...readCharacters(cursor) });
    passed += count;
  }
  return runs;
}

/**
 * The look of a master's first level for one kind of text.
 *
 * @param kind of the text: kinds from 5 on name each level ([MS-PPT] 2.9.35, TextMasterStyleAtom)
 */
export function readMasterStyle(data: Uint8Array, kind: number): Omit<StyleRun, 'length'> {
  if (wordAt(data, 0) === 0) return { look: plainLook, font: null };
  const cursor: Cursor = { data, at: kind >= 5 ? 4 : 2 };
  passParagraph(cursor);
  return readCharacters(cursor);
}
