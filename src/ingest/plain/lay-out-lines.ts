import type { DraftBlock, DraftDocument, DraftTable } from '../draft.js';
import {
  type FlowingLine,
  groupFlowingLines,
  isRestOf,
  itemMarkerOf,
  joinText,
  joinTexts,
  measureOf,
} from '../flowing-lines.js';
import { liftNotes, type Paragraph } from '../lift-notes.js';
import { raisedMarkAtStart } from '../note-marks.js';
import { findTables } from './find-tables.js';
import { joinPushedOut } from './join-pushed-out.js';
import { type PlainLine, plainLines } from './plain-lines.js';
import { findColumns } from './split-columns.js';

type Origin =
  | { readonly kind: 'text'; readonly heading: number | null }
  | { readonly kind: 'table'; readonly at: number };

/**
 * Whether the lines of a text are printed lines, cut at a page's width, and not a paragraph each: long lines go on with
 * a small letter in the next, and hardly any line is longer than a page is wide.
 */
function isWrapped(lines: readonly PlainLine[]): boolean {
  const long = lines.filter((line) => line.text.length > 120).length;
  if (long * 20 > lines.length) return false;
  const width = measureOf(lines).right;
  let full = 0;
  let goOn = 0;
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const next = lines[index + 1]!;
    if (next.gapBefore > 0 || lines[index]!.right < width * 0.75) continue;
    full += 1;
    if (isRestOf(lines[index]!.text, next.text)) goOn += 1;
  }
  return goOn >= 2 && goOn * 4 > full;
}

/** Shortest half of a paragraph that a page break may leave behind in a text whose lines are paragraphs. */
const shortestHalf = 60;

/** Lines of one flow put together into paragraphs, each with its first line. */
function paragraphsOf(lines: readonly PlainLine[], wrapped: boolean): { text: string; first: PlainLine }[] {
  const groups: PlainLine[][] = [];
  if (wrapped) {
    for (let from = 0; from < lines.length; ) {
      let to = from;
      while (to < lines.length && lines[to]!.page === lines[from]!.page) to += 1;
      const onPage = lines.slice(from, to);
      const grouped = groupFlowingLines(onPage, measureOf(onPage)) as readonly (readonly PlainLine[])[];
      // A paragraph may go on over the page: its last line is full, and the page's first line is not set in.
      const last = groups.at(-1)?.at(-1);
      const first = grouped[0]?.[0];
      const goesOn = last !== undefined && first !== undefined && from > 0 && isRestOf(last.text, first.text);
      if (goesOn) for (const line of grouped[0]!) groups.at(-1)!.push(line);
      groups.push(...grouped.slice(goesOn ? 1 : 0).map((group) => [...group]));
      from = to;
    }
  } else {
    for (const line of lines) {
      const last = groups.at(-1)?.at(-1);
      const half = last !== undefined && last.text.length >= shortestHalf && isRestOf(last.text, line.text);
      if (half) groups.at(-1)!.push(line);
      else groups.push([line]);
    }
  }
  return groups.map((group) => ({
    text: joinTexts(group.map((line) => line.text)),
    first: group[0]!,
  }));
}

/** Lines of one column: a line stands for itself unless the next can only be its rest. */
function columnTexts(lines: readonly FlowingLine[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && line.gapBefore < 1 && isRestOf(last, line.text))
      texts[texts.length - 1] = joinText(last, line.text);
    else texts.push(line.text);
  }
  return texts;
}

const headingMark = /^(#{1,6})\s+(?=\S)/;

/** Lines with a rule of equal signs under them are headings in Markdown. */
function underlined(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let previous = '';
  for (const line of text.split('\n')) {
    if (/^={3,}\s*$/.test(line)) found.add(previous.trim());
    previous = line;
  }
  return found;
}

/**
 * Lays a plain text out as a document: wrapped lines are paragraphs again, two columns side by side read one after the
 * other, tables have cells, typed footnotes stand after the paragraph of their mark, page numbers are gone.
 *
 * @param text NFC, its markup taken out by `stripMarkup`
 * @source domain/layout.md §2, §6–8
 */
export function layOutLines(text: string): Pick<DraftDocument, 'blocks' | 'tables' | 'notes'> {
  const lines = joinLoneMarks(joinPushedOut(plainLines(text)));
  const regions = findColumns(lines);
  const taken = new Uint8Array(lines.length);
  for (const region of regions) taken.fill(1, region.from, region.to);
  const marked = findTables(lines, (index) => taken[index] === 1);
  for (const table of marked) taken.fill(1, table.from, table.to);

  const tables: DraftTable[] = [];
  const tableBlocks: DraftBlock[][] = [];
  const special = new Map<number, number>();
  const addBlock = (blocks: DraftBlock[], cell: NonNullable<DraftBlock['cell']>, value: string) =>
    blocks.push({ kind: 'table-cell', runs: [{ text: value, page: null }], style: {}, cell });
  for (const entry of [...regions, ...marked].sort((a, b) => a.from - b.from)) {
    const table = tables.length;
    const blocks: DraftBlock[] = [];
    special.set(entry.from, table);
    const place = (row: number, column: number, header: boolean) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      header,
    });
    if ('cells' in entry) {
      const { rows, columns, kind, cells, headRows } = entry;
      const inOrder = kind === 'layout' ? cells.toSorted((a, b) => a.column - b.column || a.row - b.row) : cells;
      for (const { row, column, text: words } of inOrder) addBlock(blocks, { table, row, column }, words);
      tables.push({
        rows,
        columns,
        kind,
        page: null,
        cells: cells.map(({ text: _, ...cell }) => ({ ...cell, header: cell.row < headRows })),
      });
    } else {
      for (const [column, side] of [entry.left, entry.right].entries())
        for (const value of columnTexts(side)) addBlock(blocks, { table, row: 0, column }, value);
      tables.push({ rows: 1, columns: 2, kind: 'layout', page: null, cells: [place(0, 0, false), place(0, 1, false)] });
    }
    tableBlocks.push(blocks);
  }

  const flow = lines.filter((_, index) => taken[index] === 0);
  const wrapped = isWrapped(flow);
  const headings = underlined(text);
  const paragraphs: Paragraph<Origin>[] = [];
  let from = 0;
  const flush = (to: number) => {
    for (const { text: joined, first } of paragraphsOf(lines.slice(from, to), wrapped)) {
      const level = headingMark.exec(joined)?.[1]?.length ?? (headings.has(first.original.trim()) ? 1 : null);
      paragraphs.push({ text: joined.replace(headingMark, ''), origin: { kind: 'text', heading: level } });
    }
  };
  for (let index = 0; index < lines.length; index += 1) {
    const table = special.get(index);
    if (table !== undefined) {
      flush(index);
      paragraphs.push({ text: '', origin: { kind: 'table', at: table } });
    }
    if (taken[index] === 1) from = index + 1;
  }
  flush(lines.length);

  const { items, notes } = liftNotes(paragraphs);
  const blocks = items.flatMap((item): DraftBlock[] => {
    if (item.origin.kind === 'table') return tableBlocks[item.origin.at]!;
    if (item.kind === 'note') return [{ kind: 'footnote', runs: item.runs, style: {}, note: item.note }];
    if (item.origin.heading !== null)
      return [{ kind: 'heading', level: item.origin.heading, runs: item.runs, style: {} }];
    const marker = itemMarkerOf(
      item.runs
        .map((run) => run.text)
        .join('')
        .slice(0, 60),
    );
    return marker === null
      ? [{ kind: 'paragraph', runs: item.runs, style: {} }]
      : [{ kind: 'list-item', label: marker.label, level: marker.level, runs: item.runs, style: {} }];
  });
  return { blocks, tables, notes };
}

/** pdftotext prints a note's raised mark on a line of its own above the note: the two are one line. */
function joinLoneMarks(lines: readonly PlainLine[]): PlainLine[] {
  const joined: PlainLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const lone =
      last !== undefined &&
      last.gapBefore > 0 &&
      /^(?:\d{1,2}|\(\d{1,2}\)|\[\d{1,2}\])$/.test(last.text) &&
      last.left < 8;
    if (
      last !== undefined &&
      (lone || raisedMarkAtStart.exec(last.text)?.[0] === last.text) &&
      line.gapBefore === 0 &&
      /^\p{Lu}/u.test(line.text)
    )
      joined[joined.length - 1] = {
        ...line,
        text: `${last.text} ${line.text}`,
        left: last.left,
        gapBefore: last.gapBefore,
      };
    else joined.push(line);
  }
  return joined;
}
