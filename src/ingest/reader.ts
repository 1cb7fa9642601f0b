/** What a reader gets: the whole file and the limits it must keep to. */
export interface ReaderInput {
  readonly bytes: Uint8Array;
  /** file name without folder */
  readonly name: string;
  /** of `bytes`, lower-case hex */
  readonly sha256: string;
  readonly limits: ReadLimits;
}

export interface ReadLimits {
  /** largest file taken in */
  readonly maxBytes: number;
  readonly maxPages: number;
  /** largest text after unpacking */
  readonly maxUnpackedBytes: number;
}

export const defaultLimits: ReadLimits = {
  maxBytes: 512 * 1024 * 1024,
  maxPages: 20_000,
  maxUnpackedBytes: 1024 * 1024 * 1024,
};
