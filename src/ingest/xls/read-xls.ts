import { PipelineError } from '../../model/index.js';
import { openCompound } from '../compound/open-compound.js';
import { countCharacters } from '../count-characters.js';
import { isLockedWorkbook } from '../detect-format.js';
import type { Node } from '../docx/mammoth-tree.js';
import { createTreeBuilder, plainParagraph } from '../flow/tree-builder.js';
import type { OwnReading } from '../office/read-converted.js';
import type { ReaderInput } from '../reader.js';
import { mostCells } from '../sheet/cells.js';
import { layOutSheet, nodesOf } from '../sheet/lay-out-sheet.js';
import { hiddenParts, hiddenWarnings } from '../sheet/shown-cells.js';
import { readBook } from './read-book.js';
import { readSheet } from './read-sheet.js';

export const xlsMediaType = 'application/vnd.ms-excel';

/**
 * Reads a workbook of Excel 5 to 2003, as `readXlsx` reads those of today; texts of boxes stand after their sheet.
 *
 * @throws PipelineError `encrypted`, `corrupt`, `too-large`; `needs-office` for what older Excels wrote
 * @source [MS-XLS]
 */
export async function readXls(input: ReaderInput): Promise<OwnReading> {
  const { bytes, name } = input;
  if (isLockedWorkbook(bytes))
    throw new PipelineError('encrypted', `${name} has a password; save it without one and import it again`);
  const compound = openCompound(bytes);
  const stream = compound?.stream('Workbook') ?? compound?.stream('Book') ?? null;
  if (stream === null) throw new PipelineError('corrupt', `${name} is damaged: its workbook is missing`);
  const book = readBook(stream);
  if (book === null) throw new PipelineError('needs-office', `${name} was written by an Excel older than 5.0`);
  const builder = createTreeBuilder();
  const blocks: Node[] = [];
  const count = countCharacters(input);
  let left = mostCells;
  let notShown = 0;
  // A list that names one sheet without end would give a text without end.
  const seen = new Set<number>();
  for (const { name: title, offset, hidden } of book.sheets) {
    if (seen.has(offset) || (hidden && input.hidden !== 'kept')) continue;
    seen.add(offset);
    const sheet = readSheet(stream, offset, title, book, count, hiddenParts(input.hidden));
    left -= sheet.cells.length;
    notShown += sheet.hiddenCells;
    if (left < 0) throw new PipelineError('too-large', `${name} has more than ${mostCells} filled cells`);
    const boxes = sheet.boxes.filter((pieces) => pieces.some(({ text }) => text.trim() !== ''));
    if (sheet.cells.length === 0 && boxes.length === 0) continue;
    blocks.push(...layOutSheet(sheet, builder));
    for (const pieces of boxes) blocks.push(builder.paragraph(nodesOf(pieces, null, builder), plainParagraph));
  }
  return { document: builder.assemble(input, xlsMediaType, blocks, hiddenWarnings(notShown)), lacks: [] };
}
