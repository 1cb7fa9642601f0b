import { type Diagnostic, PipelineError, type SourceDocument } from '../../model/index.js';
import type { ReaderInput } from '../reader.js';

export interface Conversion {
  /** ending of the format as it came */
  readonly from: string;
  /** ending of the format that is read instead */
  readonly to: string;
  readonly mediaType: string;
  /** the reader of that format */
  readonly read: (input: ReaderInput) => Promise<SourceDocument>;
}

/** What a reader of ours made of an old format. */
export interface OwnReading {
  readonly document: SourceDocument;
  /** what it left out or put in another place, in words; empty when an office program would read no more */
  readonly lacks: readonly string[];
}

/**
 * Reads an old format by our own reader, and through the machine's office program where that reads more: our reader
 * found something that it does not know, or could not open the file. Where both read all, ours is taken: it is ten times
 * as fast, and gives the same on every machine.
 *
 * @throws PipelineError what our reader throws, when no office program opens the file either
 */
export async function readOldFormat(
  input: ReaderInput,
  own: (input: ReaderInput) => Promise<OwnReading>,
  conversion: Conversion,
): Promise<SourceDocument> {
  let reading: OwnReading | PipelineError;
  try {
    reading = await own(input);
  } catch (error) {
    if (!(error instanceof PipelineError) || (error.code !== 'corrupt' && error.code !== 'needs-office')) throw error;
    reading = error;
  }
  if (!(reading instanceof PipelineError) && reading.lacks.length === 0) return reading.document;
  const converted = await readConverted(input, conversion);
  if (typeof converted !== 'string') return converted;
  if (reading instanceof PipelineError)
    throw new PipelineError(reading.code, `${reading.message} (${converted})`, { cause: reading });
  const { document, lacks } = reading;
  const message = `${converted}: ${lacks.join(', ')}`;
  return {
    ...document,
    warnings: [{ code: 'ingest/read-without-office', level: 'warning', message }, ...document.warnings],
  };
}

/**
 * Lets the office program turn the file into a format of today and reads that.
 *
 * @returns the document, which says how it was read; or why there is none
 */
async function readConverted(
  input: ReaderInput,
  { from, to, mediaType, read }: Conversion,
): Promise<SourceDocument | string> {
  const converted = (await input.office?.convert(input.bytes, from, to)) ?? ({ kind: 'absent' } as const);
  switch (converted.kind) {
    case 'absent':
      return 'LibreOffice is not on this machine';
    case 'timeout':
      return `LibreOffice was not done after ${converted.afterMs / 1000} s`;
    case 'failed':
      return converted.why;
    case 'done': {
      const document = await read({ ...input, bytes: converted.bytes });
      const message = `Read as the ${to.toUpperCase()} that ${converted.by} made of it`;
      const how: Diagnostic = { code: 'ingest/converted', level: 'info', message };
      return { ...document, bytes: input.bytes.length, mediaType, warnings: [how, ...document.warnings] };
    }
  }
}
