import { PipelineError, type SourceDocument } from '../../model/index.js';
import { assembleDocument } from '../draft.js';
import { decodeLines } from '../legacy/decode-lines.js';
import type { ReaderInput } from '../reader.js';
import { decodeText } from './decode-text.js';
import { layOutLines } from './lay-out-lines.js';
import { stripMarkup } from './strip-markup.js';

/**
 * Reads plain text and Markdown.
 *
 * @throws PipelineError `unsupported-format` the bytes are no text
 */
export async function readPlain(input: ReaderInput): Promise<SourceDocument> {
  const decoded = decodeText(input.bytes);
  if (decoded === null) throw new PipelineError('unsupported-format', `${input.name} is of no kind that can be read`);
  const { text, warnings } = decodeLines(decoded.text.replace(/^\ufeff/, '').normalize('NFC'));
  return assembleDocument({
    sha256: input.sha256,
    name: input.name,
    mediaType: /\.(?:md|markdown)$/i.test(input.name) ? 'text/markdown' : 'text/plain',
    bytes: input.bytes.length,
    pageCount: null,
    ...layOutLines(stripMarkup(text.normalize('NFC'))),
    warnings: [...decoded.warnings, ...warnings],
  });
}
