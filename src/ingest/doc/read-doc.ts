import type { Node } from '../docx/mammoth-tree.js';
import { customMark } from '../docx/prepared-part.js';
import { createFields } from '../flow/fields.js';
import { symbolLetter } from '../flow/symbol-letters.js';
import { trackedDeletions } from '../flow/tracked-deletions.js';
import { createTreeBuilder, plainParagraph } from '../flow/tree-builder.js';
import { fontHint } from '../legacy/font-encoding.js';
import type { OwnReading } from '../office/read-converted.js';
import type { ReaderInput } from '../reader.js';
import { readDocLists } from './doc-lists.js';
import { type CharacterForm, readDocStyles, readFonts, withCharacters, withParagraph } from './doc-styles.js';
import { createDocTables, rowFormOf } from './doc-tables.js';
import { pageHeaderPlaces } from './page-header-places.js';
import { readPropertyRuns, runAt, stretchEnd } from './property-runs.js';
import { openWordFile, type Piece } from './word-file.js';

export const docMediaType = 'application/msword';

/**
 * Reads a DOC of Word 97–2003: text with its fonts, tables, notes, automatic numbers, text boxes (after the text), and the
 * letterhead where it stands in the page header.
 *
 * @throws PipelineError `encrypted`, `corrupt`, `too-large`, `needs-office`
 * @source [MS-DOC]
 */
export async function readDoc(input: ReaderInput): Promise<OwnReading> {
  const file = openWordFile(input);
  const characterRuns = readPropertyRuns(file.main, file.table(12), 'characters');
  const paragraphRuns = readPropertyRuns(file.main, file.table(13), 'paragraphs');
  const styleOf = readDocStyles(file.table(1));
  const fonts = readFonts(file.table(15));
  const lists = readDocLists(file.tableOnward(73), file.tableOnward(74));
  const builder = createTreeBuilder();
  const deletions = trackedDeletions();
  const { body, footnotes, headers, macros, comments, endnotes, boxes, headerBoxes } = file.lengths;
  const endnotesAt = body + footnotes + headers + macros + comments;

  /** note marks by their place in the text */
  const references = new Map<number, { noteType: 'footnote' | 'endnote'; noteId: string; custom: boolean }>();
  for (const [noteType, places] of [
    ['footnote', file.table(2)],
    ['endnote', file.table(46)],
  ] as const)
    for (const [index, { at, flag }] of placesOf(places, 2).entries())
      references.set(at, { noteType, noteId: String(index), custom: flag === 0 });

  const offsetOf = (at: number): number => {
    const piece = pieceAt(file.pieces, at);
    return piece === undefined ? -1 : piece.offset + (at - piece.start) * piece.width;
  };

  const blocksOf = (from: number, until: number): Node[] => {
    // Damaged tables of places lead far beyond the text.
    const to = Math.min(until, file.text.length);
    const tables = createDocTables(builder.addTable, builder.setBordered);
    let start = from;
    for (let at = from; at < to; at += 1) {
      const code = file.text.charCodeAt(at);
      if (code !== 13 && code !== 7 && code !== 12) continue;
      paragraph(tables, start, at);
      start = at + 1;
    }
    if (start < to) paragraph(tables, start, to);
    return tables.finish();
  };

  const paragraph = (tables: ReturnType<typeof createDocTables>, start: number, end: number): void => {
    const run = runAt(paragraphRuns, offsetOf(end));
    const style = styleOf(run?.style ?? 0);
    const changes = run?.changes ?? new Uint8Array();
    const form = withParagraph(style.paragraph, changes);
    const depth = form.inTable ? Math.max(1, form.depth) : 0;
    const isCellMark = file.text.charCodeAt(end) === 7;
    if (form.endsRow || form.endsInnerRow) {
      tables.endRow(depth, rowFormOf(changes));
      return;
    }
    const children = runsOf(start, end, style.characters);
    const label =
      form.list > 0 && children.length > 0 ? lists.next(String(form.list), form.listLevel, undefined) : null;
    tables.add(
      builder.paragraph(children, {
        ...plainParagraph,
        styleName: style.name,
        align: form.align,
        outlineLevel: form.outlineLevel,
        label: label === null ? null : { text: label.label, level: label.level, isBullet: label.isBullet },
        table: depth === 0 ? null : tables.numberOf(depth),
      }),
      depth,
    );
    if (isCellMark || form.endsInnerCell) tables.endCell(depth);
  };

  const fields = createFields();
  const runsOf = (start: number, end: number, base: CharacterForm): Node[] => {
    const nodes: Node[] = [];
    for (let at = start; at < end; ) {
      const piece = pieceAt(file.pieces, at);
      if (piece === undefined) break;
      const offset = piece.offset + (at - piece.start) * piece.width;
      const run = runAt(characterRuns, offset);
      const reach = Math.max(1, Math.floor((stretchEnd(characterRuns, offset) - offset) / piece.width));
      const stop = Math.min(end, piece.end, at + reach);
      const saved = run === undefined ? base : withCharacters(base, run.changes);
      const form = piece.changes.length === 0 ? saved : withCharacters(saved, piece.changes);
      addRun(nodes, at, stop, input.hidden === 'kept' ? { ...form, hidden: false, deleted: false } : form);
      at = stop;
    }
    return nodes;
  };
  const addRun = (nodes: Node[], start: number, end: number, form: CharacterForm): void => {
    let children: Node[] = [];
    let text = '';
    let deleted = '';
    const ofOldEncoding = fontHint(fonts[form.font] ?? null).encoding !== null;
    const flushText = () => {
      if (text !== '') children.push({ type: 'text', value: text });
      text = '';
    };
    const flush = (font = fonts[form.font] ?? null) => {
      flushText();
      if (children.length > 0)
        nodes.push(
          builder.run(children, {
            bold: form.bold,
            italic: form.italic,
            caps: form.caps,
            raised: form.raised,
            font,
            size: form.size,
          }),
        );
      children = [];
    };
    for (let at = start; at < end; at += 1) {
      const code = file.text.charCodeAt(at);
      if (code === 0x13) fields.begin();
      else if (code === 0x14) fields.separate();
      else if (code === 0x15) {
        const sign = fields.end();
        if (sign === null || form.hidden || form.deleted) continue;
        flush();
        text = sign.text;
        flush(sign.font ?? undefined);
      } else fields.add(file.text[at]!);
      if (fields.inCode || form.hidden) continue;
      if (form.deleted) {
        deleted += file.text[at];
        continue;
      }
      const reference = references.get(at);
      if (reference !== undefined) {
        flush();
        nodes.push({ type: 'noteReference', noteType: reference.noteType, noteId: reference.noteId });
        if (reference.custom && code > 32)
          nodes.push({ type: 'bookmarkStart', name: customMark }, { type: 'text', value: file.text[at]! });
        continue;
      }
      if (form.symbol !== null && (code === 0x28 || code >= 0xf000)) text += symbolLetter(form.symbol);
      // Letters of an old encoding lie in the private area too, where the font was taken for one of symbols.
      else if (code >= 0xf020 && code < 0xf100 && !ofOldEncoding) text += symbolLetter(code);
      else if (code === 9) {
        flushText();
        children.push({ type: 'tab' });
      } else if (code === 11 || code === 14) {
        flushText();
        children.push({ type: 'break', breakType: 'line' });
      } else if (code === 0x1e) text += '\u2011';
      else if (code === 0x1f) text += '\u00ad';
      else if (code >= 32) text += file.text[at];
    }
    flush();
    deletions.add(deleted);
  };

  for (const [noteType, table, at] of [
    ['footnote', file.table(3), body],
    ['endnote', file.table(47), endnotesAt],
  ] as const) {
    const places = placesOf(table, 0);
    // In a damaged table notes may lie over one another, and then much is made of little.
    let reached = 0;
    for (let index = 0; index + 1 < places.length; index += 1) {
      fields.reset();
      const start = Math.max(reached, places[index]!.at);
      const end = places[index + 1]!.at;
      builder.notes.set(`${noteType} ${index}`, { noteType, body: blocksOf(at + start, at + end) });
      reached = Math.max(reached, end);
    }
  }
  fields.reset();
  const blocks = blocksOf(0, body);
  fields.reset();
  const boxesAt = endnotesAt + endnotes;
  if (boxes > 0) blocks.push(...blocksOf(boxesAt, boxesAt + boxes));
  // What the margins lose is no loss of the text.
  const lost = deletions.diagnostics();
  const headersAt = body + footnotes;
  const pageHeaders = pageHeaderPlaces(file.table(11), headers).map(({ start, end }) => {
    fields.reset();
    return blocksOf(headersAt + start, headersAt + end);
  });
  fields.reset();
  const headerBoxesAt = boxesAt + boxes;
  if (headerBoxes > 0) pageHeaders.push(blocksOf(headerBoxesAt, headerBoxesAt + headerBoxes));
  const lacks = lettersIn(file.text.slice(boxesAt, boxesAt + boxes)) > 0 ? ['its text boxes stand after the text'] : [];
  return { document: builder.assemble(input, docMediaType, blocks, lost, pageHeaders), lacks };
}

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return pieces[low];
}

/** Positions of a table of them, with the first word of what hangs on each. */
function placesOf(table: Uint8Array, dataSize: number): { readonly at: number; readonly flag: number }[] {
  if (table.length < 4) return [];
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const count = Math.floor((table.length - 4) / (4 + dataSize));
  // Without data every position counts, the last is the end; with data the last position has none.
  return Array.from({ length: dataSize === 0 ? count + 1 : count }, (_, index) => ({
    at: view.getUint32(index * 4, true),
    flag: dataSize === 0 ? 0 : view.getUint16((count + 1) * 4 + index * dataSize, true),
  }));
}
