import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  renderGraphml,
  renderJsonLd,
  renderRico,
  renderSheetCsv,
  type Sheet,
  sheetsOf,
  writeXlsx,
} from '../../publish/index.js';
import { printJson } from '../print-json.js';
import { replaceFile } from '../replace-file.js';
import { type Context, withArchive } from '../session.js';
import { type ExportFormat, exportNames } from './export-formats.js';

/**
 * `trichluc export`: the records of the whole archive as one workbook or a folder of CSV files, or its graph as JSON-LD,
 * GraphML or RiC-O.
 */
export async function exportCommand(
  context: Context,
  { format, out, bom }: { readonly format: ExportFormat; readonly out?: string; readonly bom: boolean },
): Promise<number> {
  const { config, terminal, messages } = context;
  const target = resolve(out ?? exportNames[format]);
  const written = await withArchive(context, false, async ({ archive }) => {
    const sheets = () => sheetsOf(archive, config.language);
    const graph = {
      documents: () => archive.exportDocuments(),
      issuers: () => archive.exportIssuers(),
      reports: () => archive.exportReports(),
    };
    switch (format) {
      case 'xlsx':
        return writeWorkbook(sheets(), target);
      case 'csv':
        return writeFolder(sheets(), target, bom);
      case 'jsonld':
        return writeGraph(renderJsonLd(graph), target);
      case 'graphml':
        return writeGraph(renderGraphml(graph), target);
      case 'rico':
        return writeGraph(renderRico(graph), target);
    }
  });
  if (config.json) await terminal.out(printJson({ format, files: written }));
  for (const file of written) terminal.err(`${messages.written(file)}\n`);
  return 0;
}

async function writeWorkbook(sheets: readonly Sheet[], file: string): Promise<string[]> {
  await replaceFile(file, (draft) => writeXlsx(sheets, createWriteStream(draft)));
  return [file];
}

async function writeGraph(pieces: AsyncIterable<string>, file: string): Promise<string[]> {
  await replaceFile(file, (draft) => pipeline(Readable.from(pieces), createWriteStream(draft)));
  return [file];
}

async function writeFolder(sheets: readonly Sheet[], folder: string, bom: boolean): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const sheet of sheets) {
    const file = join(folder, `${sheet.key}.csv`);
    await replaceFile(file, (draft) => pipeline(Readable.from(renderSheetCsv(sheet, bom)), createWriteStream(draft)));
    files.push(file);
  }
  return files;
}
