import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  arrangeIndex,
  type CrossReferenceIndex,
  type Language,
  renderCsv,
  renderDocx,
  renderHtml,
  renderJson,
  sheetsOfIndex,
  writeXlsx,
} from '../../publish/index.js';
import type { Archive, IndexFilter } from '../../store/index.js';
import { UsageError } from '../errors.js';
import { printJson } from '../print-json.js';
import { replaceFile } from '../replace-file.js';
import { type Context, withArchive } from '../session.js';
import type { IndexFormat } from './index-formats.js';

export interface IndexOptions extends Omit<IndexFilter, 'search'> {
  readonly format: IndexFormat;
  readonly out?: string;
  /** a number or words: what is found is what the index holds */
  readonly search?: string;
}

/**
 * A document of Word is made in memory as a whole, and Word itself gives up on one of tens of thousands of pages; the other
 * formats have no such limit.
 */
const mostPlacesOfDocx = 20_000;
/** Reports that words are looked for in. */
const reportsFound = 1000;
const documentsFound = 200;

/** `trichluc index`: the cross-reference index, to a file or to the standard output. */
export async function indexCommand(
  context: Context,
  { format, out, search, ...filter }: IndexOptions,
): Promise<number> {
  const { config, terminal, messages } = context;
  const asked = config.json && out === undefined ? 'json' : format;
  const folder = await mkdtemp(join(tmpdir(), 'trichluc-index-'));
  try {
    return await withArchive(context, false, async ({ archive }) => {
      const found = search === undefined ? {} : { search: await placesFound(archive, search) };
      const places = archive.indexPlaces({ ...filter, ...found });
      const index = await arrangeIndex(places, config.language, { folder, next: 1 });
      if (asked === 'docx' && index.citations > mostPlacesOfDocx)
        throw new UsageError(messages.tooLongForDocx(index.citations, mostPlacesOfDocx));
      if (out === undefined && !isBinary(asked)) {
        for await (const piece of render(index, asked, config.language)) await terminal.out(piece);
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
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of a number its document; of words the documents that bear them as their name, and the reports that hold them. */
async function placesFound(archive: Archive, query: string): Promise<NonNullable<IndexFilter['search']>> {
  const hits = await archive.searchNumbers(query, { limit: documentsFound });
  const best = hits[0]?.match;
  const documents = hits
    .filter(({ match }) => match !== 'similar' && (match === best || (best === 'exact' && match === 'folded')))
    .map(({ document }) => document.key);
  if (documents.length > 0 && /\d/.test(query)) return { documents, reports: [] };
  const { hits: reports } = await archive.searchText(query, { limit: reportsFound });
  return { documents, reports: reports.map(({ report }) => report.id) };
}

type TextFormat = Exclude<IndexFormat, 'docx' | 'xlsx'>;
/** A workbook and a document are no text: on a terminal they would be noise. */
const isBinary = (format: IndexFormat): format is 'docx' | 'xlsx' => format === 'docx' || format === 'xlsx';

async function write(index: CrossReferenceIndex, format: IndexFormat, language: Language, to: Writable): Promise<void> {
  if (format === 'xlsx') await writeXlsx(sheetsOfIndex(index, language), to);
  else if (format === 'docx') await pipeline(Readable.from([await renderDocx(index, language)]), to);
  else await pipeline(Readable.from(render(index, format, language)), to);
}

function render(index: CrossReferenceIndex, format: TextFormat, language: Language): AsyncIterable<string> {
  switch (format) {
    case 'html':
      return renderHtml(index, language);
    case 'csv':
      return renderCsv(index);
    case 'json':
      return renderJson(index);
  }
}
