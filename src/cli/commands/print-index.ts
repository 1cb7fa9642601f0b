import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PassThrough, Readable, type Writable } from 'node:stream';
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
  await withArchive(context, false, async ({ archive }) => {
    for await (const reference of archive.crossReference())
      if (fits(reference.document, filter)) references.push(reference);
  });
  const index = arrangeIndex(references, config.language);
  const asked = config.json && out === undefined ? 'json' : format;
  // A workbook and a document are no text: on a terminal they would be noise.
  const file = out ?? (asked === 'docx' || asked === 'xlsx' ? `trichluc-index.${asked}` : undefined);
  if (file === undefined) {
    for await (const piece of render(index, asked, config.language)) await terminal.out(String(piece));
    return 0;
  }
  const draft = `${file}.part`;
  try {
    await write(index, asked, config.language, createWriteStream(draft));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
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

async function write(index: CrossReferenceIndex, format: IndexFormat, language: Language, to: Writable): Promise<void> {
  if (format === 'xlsx') await writeXlsx(sheetsOfIndex(index, language), to);
  else await pipeline(Readable.from(render(index, format, language)), new PassThrough(), to);
}

async function* render(
  index: CrossReferenceIndex,
  format: Exclude<IndexFormat, 'xlsx'> | IndexFormat,
  language: Language,
): AsyncGenerator<string | Buffer> {
  switch (format) {
    case 'html':
      yield* renderHtml(index, language);
      return;
    case 'csv':
      yield* renderCsv(index);
      return;
    case 'json':
      yield printJson(index);
      return;
    case 'docx':
      yield await renderDocx(index, language);
      return;
    case 'xlsx':
      throw new TypeError('a workbook is written as a whole');
  }
}
