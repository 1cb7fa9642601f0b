import { PipelineError, type SourceDocument } from '../../model/index.js';
import { countCharacters } from '../count-characters.js';
import { assembleDocument } from '../draft.js';
import { decodeLines } from '../legacy/decode-lines.js';
import type { ReaderInput } from '../reader.js';
import { decodeText } from './decode-text.js';
import { layOutLines } from './lay-out-lines.js';
import { stripMarkup } from './strip-markup.js';

/**
 * Reads plain text and Markdown.
 *
 * @throws PipelineError `unsupported-format` the bytes are no text; `too-large` it, or a line of it, is longer than any text
 */
export async function readPlain(input: ReaderInput): Promise<SourceDocument> {
  const decoded = decodeText(input.bytes);
  if (decoded === null) throw new PipelineError('unsupported-format', `${input.name} is of no kind that can be read`);
  countCharacters(input)(decoded.text.length);
  if (hasEndlessLine(decoded.text))
    throw new PipelineError('too-large', `${input.name} has a line of more than ${longestLine} signs`);
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

/** A report of 500 pages whose line breaks were lost has a million signs; what is longer is data. */
const longestLine = 4_000_000;

function hasEndlessLine(text: string): boolean {
  for (let at = 0; text.length - at > longestLine; ) {
    const end = Math.max(text.lastIndexOf('\n', at + longestLine), text.lastIndexOf('\r', at + longestLine));
    if (end < at) return true;
    at = end + 1;
  }
  return false;
}
