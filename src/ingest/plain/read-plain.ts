import type { SourceDocument } from '../../model/index.js';
import { assembleDocument } from '../draft.js';
import type { ReaderInput } from '../reader.js';

/** Reads plain text. */
export async function readPlain(input: ReaderInput): Promise<SourceDocument> {
  const lines = Buffer.from(input.bytes).toString('utf8').split(/\r?\n/);
  return assembleDocument({
    sha256: input.sha256,
    name: input.name,
    mediaType: 'text/plain',
    bytes: input.bytes.length,
    pageCount: null,
    blocks: lines.map((text) => ({ kind: 'paragraph', runs: [{ text, page: null }], style: {} })),
    tables: [],
    notes: [],
    warnings: [],
  });
}
