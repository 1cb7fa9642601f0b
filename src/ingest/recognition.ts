import type { RecognitionMode } from '../model/index.js';
import type { RecogniserChoice } from './ocr/choose-recogniser.js';

export interface RecognitionOptions {
  readonly mode: RecognitionMode;
  /** leave the work for later: `RecognitionNeeded` is thrown instead */
  readonly postpone?: boolean;
  /** pages read side by side, each by one thread or process */
  readonly pagesAtOnce: number;
  /** no more than so many pages are read and the others left: for a measurement, never for an import */
  readonly mostPages?: number;
  /** which program; found out when it is first needed */
  readonly choice?: RecogniserChoice;
}

export const noRecognition: RecognitionOptions = { mode: 'never', pagesAtOnce: 1 };

/** Thrown where recognition is to be postponed: the file has pages that only recognition can read. No failure of the file. */
export class RecognitionNeeded extends Error {
  override readonly name = 'RecognitionNeeded';
  constructor(
    file: string,
    /** how many, so that whoever runs it can set a time limit */
    readonly pages: number,
  ) {
    super(`${file} has ${pages} pages that need text recognition`);
  }
}
