import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LegalDocument } from '../../model/index.js';
import {
  arrangeIndex,
  type CrossReferenceIndex,
  type Language,
  renderCsv,
  renderDocx,
  renderHtml,
  sheetsOfIndex,
  writeXlsx,
} from '../../publish/index.js';
import type { CrossReference } from '../../store/index.js';
import { foldKey } from '../../text/fold.js';
import { printJson } from '../print-json.js';
import { replaceFile } from '../replace-file.js';
import { type Context, withArchive } from '../session.js';
import type { IndexFormat } from './index-formats.js';

/** Which documents an index holds; all without. */
export interface IndexFilter {
  readonly year?: number;
  /** code of the type ("QĐ") */
  readonly type?: string;
  /** words of the issuer, with or without marks */
  readonly issuer?: string;
}

/** `trichluc index`: the cross-reference index, to a file or to the standard output. */
export async function indexCommand(
  context: Context,
  { format, out, ...filter }: { readonly format: IndexFormat; readonly out?: string } & IndexFilter,
): Promise<number> {
  const { config, terminal, messages } = context;
  const references: CrossReference[] = [];
  const conflicts = await withArchive(context, false, async ({ archive }) => {
    for await (const reference of archive.crossReference())
      if (fits(reference.document, filter)) references.push(reference);
    return archive.reviewItems({ reasons: ['conflict'] });
  });
  const index = arrangeIndex(references, config.language, conflicts);
  const asked = config.json && out === undefined ? 'json' : format;
  if (out === undefined && !isBinary(asked)) {
    for (const piece of render(index, asked, config.language)) await terminal.out(piece);
    return 0;
  }
  const file = out ?? `trichluc-index.${asked}`;
  await replaceFile(file, (draft) => write(index, asked, config.language, createWriteStream(draft)));
  if (config.json)
    await terminal.out(
      printJson({ file: resolve(file), format: asked, documents: index.documents, citations: index.citations }),
    );
  terminal.err(`${messages.written(file)}\n`);
  return 0;
}

const fits = ({ year, type, issuer }: LegalDocument, filter: IndexFilter): boolean =>
  (filter.year === undefined || year === filter.year) &&
  (filter.type === undefined || type === filter.type) &&
  (filter.issuer === undefined || foldKey(issuer ?? '').includes(foldKey(filter.issuer)));

type TextFormat = Exclude<IndexFormat, 'docx' | 'xlsx'>;
/** A workbook and a document are no text: on a terminal they would be noise. */
const isBinary = (format: IndexFormat): format is 'docx' | 'xlsx' => format === 'docx' || format === 'xlsx';

async function write(index: CrossReferenceIndex, format: IndexFormat, language: Language, to: Writable): Promise<void> {
  if (format === 'xlsx') await writeXlsx(sheetsOfIndex(index, language), to);
  else if (format === 'docx') await pipeline(Readable.from([await renderDocx(index, language)]), to);
  else await pipeline(Readable.from(render(index, format, language)), to);
}

function render(index: CrossReferenceIndex, format: TextFormat, language: Language): Iterable<string> {
  switch (format) {
    case 'html':
      return renderHtml(index, language);
    case 'csv':
      return renderCsv(index);
    case 'json':
      return [printJson(index)];
  }
}
