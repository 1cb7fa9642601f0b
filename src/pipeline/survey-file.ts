import { createHash } from 'node:crypto';
import { readOutline } from '../extract/index.js';
import {
  defaultLimits,
  detectFormat,
  encodingsOf,
  type Format,
  type OfficeConverter,
  RecognitionNeeded,
  type RecognitionOptions,
  readDocument,
} from '../ingest/index.js';
import { type FailureCode, PipelineError, type SourceDocument } from '../model/index.js';

/** What a file is, before anything is read of it. */
export interface FileIdentity {
  /** lower-case hex */
  readonly sha256: string;
  readonly bytes: number;
  /** null: no reader knows it */
  readonly format: Format | null;
}

/** What is known of a file without taking it in. */
export interface FileSurvey extends FileIdentity {
  readonly pageCount: number | null;
  /** pages that only text recognition can read */
  readonly recognitionPages: number;
  /** encodings of the time before Unicode that it was decoded from: "tcvn3" */
  readonly encodings: readonly string[];
  /** null where nothing could be read */
  readonly header: SurveyedHeader | null;
  /** see text/text-sketch.ts; null where there is little text, or part of it waits for recognition */
  readonly sketch: Uint8Array | null;
  readonly failure: { readonly code: FailureCode; readonly message: string } | null;
  /** how long reading it took, without what only a survey asks */
  readonly readMs: number;
}

export interface SurveyedHeader {
  readonly number: string | null;
  readonly date: string | null;
  readonly secrecy: string | null;
  readonly urgency: string | null;
}

export const identify = (bytes: Uint8Array, name: string): FileIdentity => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  format: bytes.length === 0 ? null : detectFormat(bytes, name),
});

/**
 * Reads a file as an import does, and gives what a person should know before one. Pages that need recognition are
 * counted; what else the file holds is read.
 *
 * @param file.recognition how pictures are read, for a measurement; missing: they are counted
 */
export async function surveyFile(
  file: {
    readonly bytes: Uint8Array;
    readonly name: string;
    readonly office: OfficeConverter;
    readonly recognition?: RecognitionOptions;
  },
  identity: FileIdentity,
): Promise<FileSurvey> {
  const began = performance.now();
  let readMs = 0;
  let recognitionPages = 0;
  const timed = async (recognition: RecognitionOptions): Promise<SourceDocument> => {
    try {
      return await readDocument({ ...file, recognition }, defaultLimits);
    } finally {
      readMs = performance.now() - began;
    }
  };
  const nothing = { pageCount: null, encodings: [], header: null, sketch: null };
  try {
    const document = await timed(file.recognition ?? { mode: 'auto', postpone: true, pagesAtOnce: 1 }).catch(
      (error: unknown) => {
        if (!(error instanceof RecognitionNeeded)) throw error;
        recognitionPages = error.pages;
        return timed({ mode: 'never', pagesAtOnce: 1 });
      },
    );
    const { header, sketch } = readOutline(document);
    const { number, date, secrecy, urgency } = header;
    return {
      ...identity,
      pageCount: document.pageCount,
      recognitionPages,
      encodings: encodingsOf(document.warnings),
      header: { number, date, secrecy, urgency },
      // Half a text is like nothing.
      sketch: recognitionPages > 0 ? null : sketch,
      failure: null,
      readMs,
    };
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    // Nothing but pictures: their pages are counted, and no failure.
    const failure =
      error.code === 'no-text' && recognitionPages > 0 ? null : { code: error.code, message: error.message };
    return { ...identity, ...nothing, recognitionPages, failure, readMs };
  }
}
