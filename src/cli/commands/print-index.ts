import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { arrangeIndex, type CrossReferenceIndex, renderCsv, renderHtml } from '../../publish/index.js';
import type { CrossReference } from '../../store/index.js';
import { printJson } from '../print-json.js';
import { type Context, withArchive } from '../session.js';
import type { IndexFormat } from './index-formats.js';

/** `trichluc index`: the cross-reference index, to a file or to the standard output. */
export async function indexCommand(
  context: Context,
  { format, out }: { readonly format: IndexFormat; readonly out?: string },
): Promise<number> {
  const { config, terminal, messages } = context;
  const references: CrossReference[] = [];
  await withArchive(context, false, async ({ archive }) => {
    for await (const reference of archive.crossReference()) references.push(reference);
  });
  const index = arrangeIndex(references, config.language);
  const pieces = config.json && out === undefined ? [printJson(index)] : render(index, format, config.language);
  if (out === undefined) {
    for (const piece of pieces) await terminal.out(piece);
    return 0;
  }
  await pipeline(Readable.from(pieces), createWriteStream(out));
  if (config.json)
    await terminal.out(
      printJson({ file: resolve(out), format, documents: index.documents, citations: index.citations }),
    );
  terminal.err(`${messages.written(out)}\n`);
  return 0;
}

function render(index: CrossReferenceIndex, format: IndexFormat, language: 'vi' | 'en'): Iterable<string> {
  switch (format) {
    case 'html':
      return renderHtml(index, language);
    case 'csv':
      return renderCsv(index);
  }
}
