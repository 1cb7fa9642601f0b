import type { Quantity } from '../../model/index.js';
import { readNumber } from '../../text/numbers.js';
import { lowerSameLength } from '../../text/word-edges.js';
import { readQuantity } from './read-quantity.js';

/** A figure as a person types it; `unit` null where only a number was typed. */
export interface TypedFigure {
  readonly exact: string;
  /** upper end of a range; null otherwise */
  readonly valueMax: string | null;
  /** denominator of a ratio; null otherwise */
  readonly of: number | null;
  readonly unit: { readonly words: string; readonly code: string | null; readonly kind: Quantity['kind'] } | null;
}

/**
 * Reads a figure that is all there is: "1.250", "36,45", "62/64", "38,6 tỷ đồng", "15-20 triệu đồng", by the same readers
 * as reports. Of a figure with its unit the value is in the base unit.
 *
 * @returns null when the whole is no figure
 */
export function readTypedFigure(words: string): TypedFigure | null {
  const text = words.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const lower = lowerSameLength(text);
  const [numerator, denominator] = lower.split(/ ?\/ ?/).map(wholeNumber);
  if (numerator != null && lower.split('/').length <= 2 && denominator !== null)
    return { exact: numerator, valueMax: null, of: denominator === undefined ? null : Number(denominator), unit: null };
  const stretch = { text, lower, start: 0, end: text.length, english: () => false };
  const draft = text === '' ? null : readQuantity(stretch, 0, false, null, null).draft;
  if (draft === null || draft.start !== 0 || draft.end !== text.length || draft.unit === '') return null;
  return {
    exact: draft.exact,
    valueMax: draft.max,
    of: draft.of === null ? null : Number(draft.of),
    unit: { words: draft.unit, code: draft.unitCode, kind: draft.kind },
  };
}

/** A number without anything behind it, scale words applied; null when it is none. */
function wholeNumber(text: string): string | null {
  const reading = readNumber(text, 0, text.length);
  return reading?.end === text.length ? reading.exact : null;
}
