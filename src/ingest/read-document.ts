import { createHash } from 'node:crypto';
import { PipelineError, type SourceDocument } from '../model/index.js';
import { describeForeign, detectFormat, isEncryptedOffice } from './detect-format.js';
import { readDocx } from './docx/read-docx.js';
import { readPdf } from './pdf/read-pdf.js';
import { readPlain } from './plain/read-plain.js';
import { defaultLimits, type ReaderInput, type ReadLimits } from './reader.js';

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
  const document = await read({ bytes, name, sha256: createHash('sha256').update(bytes).digest('hex'), limits });
  if (!/[\p{L}\p{N}]/u.test(document.text))
    throw new PipelineError('no-text', `${name} holds no text; it may be a scan`);
  return document;
}

async function read(input: ReaderInput): Promise<SourceDocument> {
  const { bytes, name } = input;
  switch (detectFormat(bytes, name)) {
    case 'docx':
      return readDocx(input);
    case 'pdf':
      return readPdf(input);
    case 'text':
    case 'markdown':
      return readPlain(input);
    case null: {
      if (isEncryptedOffice(bytes))
        throw new PipelineError('encrypted', `${name} has a password; save it without one and import it again`);
      const what = describeForeign(bytes) ?? 'of a kind that is not known';
      throw new PipelineError('unsupported-format', `${name} is ${what}, which cannot be read; save it as DOCX or PDF`);
    }
  }
}
