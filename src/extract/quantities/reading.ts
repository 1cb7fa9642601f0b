import type { Modifier, Quantity } from '../../model/index.js';

/** One block (or one cell) as the rules see it: they read nothing outside `start..end`. */
export interface Stretch {
  readonly text: string;
  /** the same text in lower case, of the same length */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** whether the document groups thousands with commas; asked only where a number can be read both ways */
  readonly english: () => boolean;
}

/** A quantity before its surroundings (indicator, period, basis) are read. */
export interface Draft {
  /** the quote, with approximators, verb of change, unit and rate */
  readonly start: number;
  readonly end: number;
  /** where the number itself begins */
  readonly at: number;
  /** where the unit's words begin and end; an empty stretch where the text gives none */
  readonly unitStart: number;
  readonly unitEnd: number;
  readonly kind: Quantity['kind'];
  readonly exact: string;
  readonly max: string | null;
  readonly of: string | null;
  readonly unit: string;
  readonly unitCode: string | null;
  readonly per: string | null;
  readonly direction: 'up' | 'down' | null;
  readonly modifier: Modifier;
  readonly confidence: number;
  readonly rule: string;
}
