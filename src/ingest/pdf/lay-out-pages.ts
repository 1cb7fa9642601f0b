import type { BlockStyle, Diagnostic } from '../../model/index.js';
import type { DraftBlock, DraftDocument, DraftRun, DraftTable } from '../draft.js';
import { isCapitals, itemMarkerOf, markerOf } from '../flowing-lines.js';
import { numberOfMark, toSuperscript } from '../note-marks.js';
import { buildLines } from './build-lines.js';
import { dropFurniture } from './drop-furniture.js';
import { dropStamps } from './drop-stamps.js';
import { findGrids } from './find-grids.js';
import { type FootNote, findNotes } from './find-notes.js';
import { joinBlockLines, joinedText } from './join-cell-lines.js';
import {
  between,
  type FlowLine,
  flowLine,
  joinParagraphs,
  type Measure,
  measureOf,
  type Paragraph,
} from './join-paragraphs.js';
import type { PageDrawing, Rule, TextLine } from './page-geometry.js';
import { continueTable, type RuledTable, readTable, wordsInGrids } from './read-table.js';
import { type ColumnRegion, findColumns } from './split-columns.js';

/** What is kept of a page while the rest of the document is read: its glyphs are gone. */
export interface PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** outside ruled tables, from top to bottom */
  readonly lines: readonly TextLine[];
  readonly tables: readonly { readonly top: number; readonly table: RuledTable }[];
  readonly rules: readonly Rule[];
  readonly pictured: number;
  readonly slanted: number;
  readonly stamped: boolean;
  readonly cut: boolean;
}

/** Reads the lines and the ruled tables of one page. */
export function readPageText(page: PageDrawing): PageText {
  const { lines, found } = dropStamps(buildLines(page));
  const grids = findGrids(page.rules);
  const { outside, inside } = wordsInGrids(lines, grids);
  const tables: { top: number; table: RuledTable }[] = [];
  const loose: TextLine[] = [];
  for (const grid of grids) {
    const table = readTable(grid, inside, page.number);
    if (table === null) for (const cell of grid.cells) loose.push(...(inside.get(cell) ?? []));
    else tables.push({ top: grid.top, table });
  }
  const { number, width, height, pictured, slanted, cut } = page;
  return {
    number,
    width,
    height,
    lines:
      loose.length === 0 ? outside : [...outside, ...loose].sort((a, b) => a.baseline - b.baseline || a.left - b.left),
    tables,
    rules: page.rules.filter((rule) => rule.direction === 'horizontal'),
    pictured,
    slanted,
    stamped: found,
    cut,
  };
}

type Item =
  | { readonly kind: 'lines'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'columns'; readonly region: ColumnRegion }
  | { readonly kind: 'table'; readonly table: RuledTable };

/** The letter size of most letters. */
function bodySizeOf(pages: readonly (readonly TextLine[])[]): number {
  const letters = new Map<number, number>();
  for (const line of pages.flat()) {
    const count = line.words.reduce((sum, word) => sum + word.text.length, 0);
    letters.set(line.size, (letters.get(line.size) ?? 0) + count);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

/** A page's lines, columns and tables from top to bottom. */
function itemsOf(lines: readonly TextLine[], tables: PageText['tables']): Item[] {
  const items: Item[] = [];
  const addBand = (band: readonly TextLine[]) => {
    let from = 0;
    const addLines = (to: number) => {
      if (to > from) items.push({ kind: 'lines', lines: band.slice(from, to) });
    };
    for (const region of findColumns(band)) {
      addLines(region.from);
      items.push({ kind: 'columns', region });
      from = region.to;
    }
    addLines(band.length);
  };
  let from = 0;
  for (const { top, table } of tables) {
    let to = from;
    while (to < lines.length && lines[to]!.baseline < top + 2) to += 1;
    addBand(lines.slice(from, to));
    items.push({ kind: 'table', table });
    from = to;
  }
  addBand(lines.slice(from));
  return items;
}

/** So few lines of a page do not show its margins: those of the other pages of its width do. */
const tellingLines = 12;

function measuresOf(pages: readonly { readonly width: number; readonly items: readonly Item[] }[]): Measure[] {
  const own = pages.map(({ items }) => items.flatMap((item) => (item.kind === 'lines' ? item.lines : [])));
  const byWidth = new Map<number, TextLine[]>();
  for (const [i, { width }] of pages.entries()) {
    const key = Math.round(width / 4);
    const all = byWidth.get(key);
    if (all === undefined) byWidth.set(key, [...own[i]!]);
    else for (const line of own[i]!) all.push(line);
  }
  const shared = new Map([...byWidth].map(([key, lines]) => [key, measureOf(lines)]));
  return pages.map(({ width }, i) => {
    const common = shared.get(Math.round(width / 4))!;
    if (own[i]!.length < tellingLines) return common;
    const measure = measureOf(own[i]!);
    // A page that is one list is set in the margins of the others.
    const left = measure.left > common.left && measure.left - common.left < 60 ? common.left : measure.left;
    const right = measure.right < common.right && common.right - measure.right < 60 ? common.right : measure.right;
    return { ...measure, left, right, indented: measure.indented || common.indented };
  });
}

const raised = /⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}⁾|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?<=\S)\(?\*{1,3}\)?/gu;
const unitOfPower = /(?<![\p{L}\p{N}])(?:[kcdm]?m|hm)$/iu; // m², km²: a power, no mark

/** The notes of a document, and which of them wait for their mark. */
class Notes {
  readonly all: { mark: string; bracketed: boolean; paragraphs: string[]; page: number; anchored: boolean }[] = [];

  add(note: FootNote): void {
    const last = this.all.at(-1);
    if (note.mark !== null)
      this.all.push({ ...note, mark: note.mark, paragraphs: [...note.paragraphs], anchored: false });
    else if (last !== undefined) {
      const [rest, ...others] = note.paragraphs;
      last.paragraphs[last.paragraphs.length - 1] += ` ${rest ?? ''}`;
      last.paragraphs.push(...others);
    }
  }

  /** Cuts a run at the marks of notes on its page. */
  anchor(run: DraftRun): { readonly runs: DraftRun[]; readonly notes: number[] } {
    const waiting = this.all.flatMap((note, i) => (note.page === run.page && !note.anchored ? [i] : []));
    if (waiting.length === 0) return { runs: [run], notes: [] };
    const runs: DraftRun[] = [];
    const notes: number[] = [];
    let from = 0;
    for (const { index, 0: found } of run.text.matchAll(raised)) {
      if (unitOfPower.test(run.text.slice(Math.max(0, index - 4), index))) continue;
      const mark = numberOfMark(found) || found.replace(/[()]/g, '');
      const note = waiting.find((i) => this.all[i]!.mark === mark && !this.all[i]!.anchored);
      if (note === undefined) continue;
      this.all[note]!.anchored = true;
      if (index > from) runs.push({ text: run.text.slice(from, index), page: run.page });
      runs.push({ text: found, page: run.page, anchorOf: note });
      from = index + found.length;
      notes.push(note);
    }
    if (from < run.text.length) runs.push({ text: run.text.slice(from), page: run.page });
    return { runs, notes };
  }

  blocksOf(index: number): DraftBlock[] {
    const { mark, bracketed, paragraphs, page } = this.all[index]!;
    const printed = toSuperscript(bracketed ? `(${mark})` : mark);
    return paragraphs.map((text, i) => ({
      kind: 'footnote',
      runs: [{ text: i === 0 ? `${printed} ${text}` : text, page }],
      style: {},
      note: index,
    }));
  }
}

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
function runsOf(paragraph: Paragraph): DraftRun[] {
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

/**
 * Lays the pages of a PDF out as one document: letterhead and signature as two cells each, ruled tables with their
 * cells, paragraphs over line and page breaks, notes after the block of their mark; without page numbers and stamps.
 */
export function layOutPages(
  pages: readonly PageText[],
): Pick<DraftDocument, 'blocks' | 'tables' | 'notes'> & { readonly warnings: readonly Diagnostic[] } {
  const bodies = dropFurniture(pages);
  const bodySize = bodySizeOf(bodies);
  const notes = new Notes();
  const laid = pages.map((page, i) => {
    const { bodyLines, notes: found } = findNotes(
      bodies[i]!,
      page.rules,
      bodySize,
      notes.all.at(-1)?.page === page.number - 1,
    );
    for (const note of found) notes.add(note);
    return { width: page.width, items: itemsOf(bodies[i]!.slice(0, bodyLines), page.tables) };
  });
  const measures = measuresOf(laid);

  const blocks: DraftBlock[] = [];
  const tables: DraftTable[] = [];
  let flow: FlowLine[] = [];
  let lane = 0;
  /** the notes whose marks stand in what is being laid out */
  let due: number[] = [];
  const withNotes = (runs: readonly DraftRun[]): DraftRun[] =>
    runs.flatMap((run) => {
      const anchored = notes.anchor(run);
      due.push(...anchored.notes);
      return anchored.runs;
    });
  const payNotes = () => {
    for (const note of due) blocks.push(...notes.blocksOf(note));
    due = [];
  };
  const flush = () => {
    for (const paragraph of joinParagraphs(flow)) {
      const align = alignOf(paragraph);
      const style: BlockStyle = {
        ...styleOf(paragraph.lines.map(({ line }) => line)),
        ...(align === undefined ? {} : { align }),
      };
      const opening = paragraph.lines[0]!.text.slice(0, 60);
      const marker = itemMarkerOf(opening);
      const runs = withNotes(runsOf(paragraph));
      if (sectionHead.test(opening) && markerOf(opening) !== null && (style.bold === true || isCapitals(opening)))
        blocks.push({ kind: 'heading', level: 1, runs, style, ...(marker === null ? {} : { label: marker.label }) });
      else if (marker !== null && !paragraph.centred)
        blocks.push({ kind: 'list-item', label: marker.label, level: marker.level, runs, style });
      else blocks.push({ kind: 'paragraph', runs, style });
      payNotes();
    }
    flow = [];
  };
  const addTable = (table: RuledTable) => {
    const index = tables.length;
    tables.push({
      rows: table.rows,
      columns: table.columns,
      kind: 'data',
      page: table.page,
      cells: table.cells.map(({ paragraphs: _, ...cell }) => cell),
    });
    for (const { row, column, paragraphs } of [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column))
      for (const lines of paragraphs)
        blocks.push({
          kind: 'table-cell',
          runs: withNotes(runsOfLines(lines)),
          style: styleOf(lines),
          cell: { table: index, row, column },
        });
    payNotes();
  };
  const addColumns = (region: ColumnRegion, page: number) => {
    const table = tables.length;
    const cell = (column: number) => ({ row: 0, column, rowSpan: 1, columnSpan: 1, header: false });
    tables.push({ rows: 1, columns: 2, kind: 'layout', page, cells: [cell(0), cell(1)] });
    for (const [column, side] of [region.left, region.right].entries())
      for (const lines of joinBlockLines(side))
        blocks.push({
          kind: 'table-cell',
          runs: withNotes(runsOfLines(lines)),
          style: styleOf(lines),
          cell: { table, row: 0, column },
        });
    payNotes();
  };

  let open: RuledTable | null = null;
  const closeTable = () => {
    if (open !== null) addTable(open);
    open = null;
  };
  for (const [i, { items }] of laid.entries()) {
    lane += 1;
    for (const [place, item] of items.entries()) {
      if (item.kind === 'table') {
        if (open !== null && place === 0 && continueTable(open, item.table)) continue;
        closeTable();
        flush();
        open = item.table;
        continue;
      }
      closeTable();
      if (item.kind === 'lines') for (const line of item.lines) flow.push(flowLine(line, measures[i]!, lane));
      else if (item.region.kind === 'block') {
        flush();
        addColumns(item.region, pages[i]!.number);
      } else
        for (const side of [item.region.left, item.region.right]) {
          lane += 1;
          const measure = measureOf(side);
          for (const line of side) flow.push(flowLine(line, measure, lane));
        }
      if (item.kind === 'columns') lane += 1;
    }
  }
  closeTable();
  flush();
  for (const [index, note] of notes.all.entries()) {
    if (note.anchored) continue;
    // A note whose mark is lost follows the page it stood on.
    let at = blocks.findLastIndex((block) => block.note === undefined && (block.runs[0]?.page ?? 0) <= note.page);
    const table = blocks[at]?.cell?.table;
    if (table !== undefined) at = blocks.findLastIndex((block) => block.cell?.table === table);
    while (blocks[at + 1]?.note !== undefined) at += 1;
    blocks.splice(at + 1, 0, ...notes.blocksOf(index));
  }
  return {
    blocks,
    tables,
    notes: notes.all.map(({ mark }) => ({ kind: 'footnote', mark })),
    warnings: pages.flatMap(warningsOf),
  };
}

/** A page with fewer letters that is mostly picture is a scan with a stamp or a heading over it. */
const fewLetters = 30;
const mostlyPicture = 0.5;

export const lettersOf = (page: PageText): number =>
  page.lines.reduce((sum, line) => sum + line.words.reduce((count, word) => count + word.text.length, 0), 0) +
  page.tables.reduce(
    (sum, { table }) =>
      sum +
      table.cells.reduce(
        (count, cell) => count + cell.paragraphs.flat().reduce((n, line) => n + line.words.length, 0),
        0,
      ),
    0,
  );

/** Whether a page's text is a picture that only OCR can read. */
export const isScanned = (page: PageText): boolean => page.pictured >= mostlyPicture && lettersOf(page) < fewLetters;

function warningsOf(page: PageText): Diagnostic[] {
  const warnings: Diagnostic[] = [];
  const { number } = page;
  if (isScanned(page))
    warnings.push({
      code: 'pdf/no-text-layer',
      level: 'warning',
      message: `Page ${number} holds only a picture`,
      page: number,
    });
  if (page.stamped)
    warnings.push({
      code: 'pdf/signature-stamp',
      level: 'info',
      message: `The stamp of an electronic signature on page ${number} is left out of the text`,
      page: number,
    });
  if (page.slanted > 0)
    warnings.push({
      code: 'pdf/slanted-text',
      level: 'info',
      message: `Letters set aslant on page ${number} are left out of the text`,
      page: number,
    });
  if (page.cut)
    warnings.push({
      code: 'pdf/page-too-full',
      level: 'warning',
      message: `Page ${number} holds more letters or lines than a page can: the rest is not read`,
      page: number,
    });
  return warnings;
}
