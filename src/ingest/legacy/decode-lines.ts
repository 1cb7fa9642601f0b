import type { Diagnostic } from '../../model/index.js';
import { showThrough1252 } from './bytes.js';
import { chooseEncodings, maybeLegacy } from './choose-encodings.js';
import { decodeRuns, decodeWith } from './decode-runs.js';
import type { LegacyEncoding } from './encodings.js';
import { conversionsOfText } from './report-conversions.js';
import { maybeViqr } from './viqr.js';

export interface DecodedLines {
  readonly text: string;
  readonly warnings: readonly Diagnostic[];
}

/** Decodes the lines of a text of which no font is known, each as its letters and those of the others say. */
export function decodeLines(text: string): DecodedLines {
  if (!maybeLegacy({ text, font: null }) && !maybeViqr(text)) return { text, warnings: [] };
  const decoded = decodeRuns(text.split('\n').map((line) => [{ text: line, font: null }]));
  if (decoded === null) return { text, warnings: [] };
  const lines = decoded.flat();
  return {
    text: lines.map((line) => line.text).join('\n'),
    warnings: conversionsOfText(lines.map(({ conversion }) => conversion)),
  };
}

/**
 * Decodes the bytes of a file of one encoding, which its letters tell.
 *
 * @returns null when they tell of none
 */
export function decodeBytes(bytes: Uint8Array): (DecodedLines & { readonly encoding: LegacyEncoding }) | null {
  const run = { text: showThrough1252(bytes), font: null };
  const choice = chooseEncodings([run]).choose(run);
  if (choice === null || choice.encoding === 'utf-8') return null;
  const lines = run.text.split('\n').map((line) => decodeWith({ text: line, font: null }, choice));
  return {
    text: lines.map((line) => line.text).join('\n'),
    encoding: choice.encoding,
    warnings: conversionsOfText(lines.map(({ conversion }) => conversion)),
  };
}
