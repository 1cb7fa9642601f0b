import type { BlockStyle } from '../../model/index.js';
import type { DraftBlock, DraftDocument, DraftRun, DraftTable } from '../draft.js';
import { isCapitals, itemMarkerOf, markerOf } from '../flowing-lines.js';
import type { PageNotes } from './anchor-notes.js';
import { joinBlockLines, joinedText } from './join-cell-lines.js';
import { between, type Paragraph } from './join-paragraphs.js';
import type { TextLine } from './page-geometry.js';
import type { RuledTable } from './read-table.js';
import type { BlockColumns } from './split-columns.js';

/** A piece of the document in reading order; only `text` and `note` have runs of their own. */
export type Part =
  | { readonly kind: 'text'; readonly paragraph: Paragraph; readonly runs: readonly DraftRun[] }
  | { readonly kind: 'note'; readonly note: number; readonly runs: readonly DraftRun[] }
  | { readonly kind: 'columns'; readonly region: BlockColumns; readonly runs: readonly [] }
  | { readonly kind: 'table'; readonly table: RuledTable; readonly runs: readonly [] };

export type DraftParts = Pick<DraftDocument, 'blocks' | 'tables' | 'notes'>;

function styleOf(lines: readonly TextLine[]): { bold?: true; italic?: true; fontSize: number } {
  let letters = 0;
  let bold = 0;
  let italic = 0;
  for (const word of lines.flatMap((line) => line.words)) {
    letters += word.text.length;
    if (word.bold) bold += word.text.length;
    if (word.italic) italic += word.text.length;
  }
  return {
    ...(bold > letters * 0.9 ? { bold: true } : {}),
    ...(italic > letters * 0.9 ? { italic: true } : {}),
    fontSize: lines[0]!.size,
  };
}

function alignOf({ lines, centred }: Paragraph): BlockStyle['align'] {
  if (centred) return 'center';
  const { line, measure } = lines[0]!;
  const slack = line.size * 0.3;
  if (lines.length === 1)
    return line.left > (measure.left + measure.right) / 2 && measure.right - line.right < slack * 2
      ? 'right'
      : undefined;
  const full = lines.slice(0, -1).every((each) => Math.abs(each.measure.right - each.line.right) < slack);
  return full && lines.length > 2 ? 'justify' : undefined;
}

/** A paragraph's text in runs, one a page. */
export function runsOf(paragraph: Paragraph): DraftRun[] {
  const runs: { text: string; page: number }[] = [];
  for (const [i, flow] of paragraph.lines.entries()) {
    const glue = i === 0 ? '' : between(paragraph, paragraph.lines[i - 1]!, flow);
    const last = runs.at(-1);
    if (last !== undefined && last.page === flow.line.page) last.text += glue + flow.text;
    else {
      if (last !== undefined) last.text += glue;
      runs.push({ text: flow.text, page: flow.line.page });
    }
  }
  return runs;
}

function runsOfLines(lines: readonly TextLine[]): DraftRun[] {
  const runs: { text: string; page: number }[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]!.page === lines[from]!.page) to += 1;
    runs.push({ text: (from > 0 ? ' ' : '') + joinedText(lines.slice(from, to)), page: lines[from]!.page });
    from = to;
  }
  return runs;
}

/** Section words and Roman numbers over a line in bold or in capitals. */
const sectionHead = /^(?:phần|chương|mục|phụ lục|[IVXL]{1,7}[.\-/)])/iu;

/** A paragraph's block but for its notes. */
function textBlock(paragraph: Paragraph, runs: readonly DraftRun[]): DraftBlock {
  const align = alignOf(paragraph);
  const style: BlockStyle = {
    ...styleOf(paragraph.lines.map(({ line }) => line)),
    ...(align === undefined ? {} : { align }),
  };
  const opening = paragraph.lines[0]!.text.slice(0, 60);
  const marker = itemMarkerOf(opening);
  if (sectionHead.test(opening) && markerOf(opening) !== null && (style.bold === true || isCapitals(opening)))
    return { kind: 'heading', level: 1, runs, style, ...(marker === null ? {} : { label: marker.label }) };
  if (marker !== null && !paragraph.centred)
    return { kind: 'list-item', label: marker.label, level: marker.level, runs, style };
  return { kind: 'paragraph', runs, style };
}

/**
 * Makes the draft's blocks of the parts, each note after the block (or the table) that carries its mark.
 *
 * @param notes found at the feet of pages, to be tied to their marks
 * @param typed notes that stand among the parts already
 */
export function draftParts(parts: readonly Part[], notes: PageNotes, typed: DraftParts['notes'] = []): DraftParts {
  const blocks: DraftBlock[] = [];
  const tables: DraftTable[] = [];
  for (const part of parts) {
    const due: number[] = [];
    const anchored = (runs: readonly DraftRun[]): DraftRun[] =>
      runs.flatMap((run) => {
        const cut = notes.anchor(run);
        due.push(...cut.notes);
        return cut.runs;
      });
    const table = tables.length;
    switch (part.kind) {
      case 'text':
        blocks.push(textBlock(part.paragraph, anchored(part.runs)));
        break;
      case 'note':
        blocks.push({ kind: 'footnote', runs: part.runs, style: {}, note: part.note });
        break;
      case 'columns': {
        const cell = (column: number) => ({ row: 0, column, rowSpan: 1, columnSpan: 1, header: false });
        const { left, right } = part.region;
        const page = (left[0] ?? right[0])?.page ?? null;
        tables.push({ rows: 1, columns: 2, kind: 'layout', page, cells: [cell(0), cell(1)] });
        for (const [column, side] of [left, right].entries())
          for (const lines of joinBlockLines(side))
            blocks.push({
              kind: 'table-cell',
              runs: anchored(runsOfLines(lines)),
              style: styleOf(lines),
              cell: { table, row: 0, column },
            });
        break;
      }
      case 'table': {
        const { rows, columns, page, cells, headRows } = part.table;
        tables.push({
          rows,
          columns,
          kind: 'data',
          page,
          cells: cells.map(({ paragraphs: _, ...cell }) => ({ ...cell, header: cell.row < headRows })),
        });
        for (const { row, column, paragraphs } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column))
          for (const lines of paragraphs)
            blocks.push({
              kind: 'table-cell',
              runs: anchored(runsOfLines(lines)),
              style: styleOf(lines),
              cell: { table, row, column },
            });
      }
    }
    for (const note of due) blocks.push(...notes.blocksOf(note));
  }
  for (const index of notes.unanchored()) {
    // A note whose mark is lost follows the page it stood on.
    const [first] = notes.blocksOf(index);
    const page = first?.runs[0]?.page ?? 0;
    let at = blocks.findLastIndex((block) => block.note === undefined && (block.runs[0]?.page ?? 0) <= page);
    const table = blocks[at]?.cell?.table;
    if (table !== undefined) at = blocks.findLastIndex((block) => block.cell?.table === table);
    while (blocks[at + 1]?.note !== undefined) at += 1;
    blocks.splice(at + 1, 0, ...notes.blocksOf(index));
  }
  return { blocks, tables, notes: [...notes.marks(), ...typed] };
}
