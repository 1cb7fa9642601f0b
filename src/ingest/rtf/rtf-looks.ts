import type { Look, ParagraphLook } from '../flow/tree-builder.js';

/**
 * What a control word changes in the look of letters; null for a word of other things.
 *
 * @param value the number behind the word; 0 ends what the word begins
 */
export function lookOf(word: string, value: number | null): Partial<Look> | null {
  const on = value !== 0;
  switch (word) {
    case 'fs':
      return { size: (value ?? 24) / 2 };
    case 'b':
      return { bold: on };
    case 'i':
      return { italic: on };
    case 'caps':
      return { caps: on };
    case 'super':
      return { raised: on ? 'superscript' : 'baseline' };
    case 'sub':
      return { raised: on ? 'subscript' : 'baseline' };
    case 'nosupersub':
      return { raised: 'baseline' };
    default:
      return null;
  }
}

const aligns = new Map(Object.entries({ ql: 'left', qc: 'center', qr: 'right', qj: 'both' }));

/**
 * The same of a paragraph's look.
 *
 * @param styleName the name of a paragraph style by its number
 */
export function paragraphLookOf(
  word: string,
  value: number | null,
  styleName: (style: number) => string | null,
): Partial<ParagraphLook> | null {
  const align = aligns.get(word);
  if (align !== undefined) return { align };
  if (word === 's') return { styleName: styleName(value ?? 0) };
  if (word === 'outlinelevel') return { outlineLevel: value !== null && value < 9 ? value : null };
  return null;
}
