import type { FontCapitals } from './legacy/choose-encodings.js';
import type { RecognitionOptions } from './recognition.js';

/**
 * What a file holds and its document does not show: words set hidden or deleted while changes were tracked; rows, columns
 * and sheets that are hidden.
 */
export type HiddenContent = 'left-out' | 'kept';

/** What a reader gets: the whole file and the limits it must keep to. */
export interface ReaderInput {
  readonly bytes: Uint8Array;
  /** file name without folder */
  readonly name: string;
  /** of `bytes`, lower-case hex */
  readonly sha256: string;
  readonly limits: ReadLimits;
  /** an office program for the formats that it reads best; missing where none may be used */
  readonly office?: OfficeConverter;
  /** letters in fonts that draw small ones as capitals: `drawn` where nothing is said */
  readonly capitals?: FontCapitals;
  /** `left-out`, and what was deleted or stood in cells counted in the warnings, where nothing is said */
  readonly hidden?: HiddenContent;
  /** none: pictures are not read */
  readonly recognition?: RecognitionOptions;
}

/** An office program that turns old formats into those of today. */
export interface OfficeConverter {
  /**
   * @param from ending by which the program knows the format: `doc`, `rtf`, `xls`
   * @param to ending of the wanted one: `docx`, `xlsx`
   */
  convert(bytes: Uint8Array, from: string, to: string): Promise<Converted>;
}

export type Converted =
  /** `by` names the program and its version */
  | { readonly kind: 'done'; readonly bytes: Uint8Array; readonly by: string }
  /** there is no such program on this machine */
  | { readonly kind: 'absent' }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly why: string };

export interface ReadLimits {
  /** largest file taken in */
  readonly maxBytes: number;
  readonly maxPages: number;
  /** largest text after unpacking */
  readonly maxUnpackedBytes: number;
  /** of the text as it is read: with what the file repeats */
  readonly maxCharacters: number;
}

export const defaultLimits: ReadLimits = {
  maxBytes: 512 * 1024 * 1024,
  maxPages: 20_000,
  maxUnpackedBytes: 1024 * 1024 * 1024,
  // A page has 2,500.
  maxCharacters: 50_000_000,
};
