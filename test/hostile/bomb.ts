import type { FailureCode } from '../../src/model/index.js';

/** A file that is made to hurt its reader. */
export interface Bomb {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** how it may end; `read` when there is a document in it that a limit need not keep out */
  readonly ends: readonly (FailureCode | 'read')[];
}
