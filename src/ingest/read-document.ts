import { createHash } from 'node:crypto';
import { PipelineError, type SourceDocument } from '../model/index.js';
import { detectFormat } from './detect-format.js';
import { readDocx } from './docx/read-docx.js';
import { readPdf } from './pdf/read-pdf.js';
import { readPlain } from './plain/read-plain.js';
import { defaultLimits, type ReadLimits } from './reader.js';

/**
 * Reads a report from its bytes.
 *
 * @param file the whole file and its name without folder
 * @throws PipelineError `empty`, `too-large`, `unsupported-format`, `encrypted`, `corrupt`, `no-text`, `too-many-pages`, `archive-bomb`
 */
export async function readDocument(
  file: { readonly bytes: Uint8Array; readonly name: string },
  limits: ReadLimits = defaultLimits,
): Promise<SourceDocument> {
  const { bytes, name } = file;
  if (bytes.length === 0) throw new PipelineError('empty', `${name} holds no bytes`);
  if (bytes.length > limits.maxBytes)
    throw new PipelineError('too-large', `${name} has ${bytes.length} bytes, more than ${limits.maxBytes}`);
  const input = { bytes, name, sha256: createHash('sha256').update(bytes).digest('hex'), limits };
  const format = detectFormat(bytes, name);
  switch (format) {
    case 'docx':
      return readDocx(input);
    case 'pdf':
      return readPdf(input);
    case 'text':
    case 'markdown':
      return readPlain(input);
    case null:
      throw new PipelineError('unsupported-format', `${name} is of no kind that can be read`);
  }
}
