import type { PageImage } from './page-image.js';

/** A word that was recognised, with its box in pixels of the picture. */
export interface RecognisedWord {
  readonly text: string;
  /** how sure the program is, 0 to 1 */
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** what it was read as, letter by letter; missing where the program does not say */
  readonly letters?: readonly RecognisedLetter[];
}

export interface RecognisedLetter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  /** where the line's letters stand, in pixels from the top, at its middle */
  readonly baseline: number;
  /** pixels by which its baseline sinks with each pixel to the right */
  readonly slope: number;
  /** from the top of its capitals to the foot of its descenders, in pixels */
  readonly height: number;
}

/** A program that reads printed letters off a picture. */
export interface Recogniser {
  /** 'tesseract 5.3.0' */
  readonly name: string;
  /** @throws PipelineError `timeout`, `internal` */
  recognise(image: PageImage, timeoutMs: number): Promise<readonly RecognisedLine[]>;
  close(): Promise<void>;
}
