import { raisedMarkAtStart } from '../note-marks.js';
import { PageNotes } from './anchor-notes.js';
import { continueTable } from './continue-table.js';
import { type DraftParts, draftParts, type Part, runsOf } from './draft-parts.js';
import { dropFurniture } from './drop-furniture.js';
import { findNotes } from './find-notes.js';
import { type FlowLine, flowLine, joinParagraphs, type Measure, measureOf } from './join-paragraphs.js';
import { joinPushedOut } from './join-pushed-out.js';
import { liftTypedNotes } from './lift-typed-notes.js';
import type { TextLine } from './page-geometry.js';
import type { PageText } from './page-text.js';
import type { RuledTable } from './read-table.js';
import { type ColumnRegion, findColumns } from './split-columns.js';

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
  const own = pages.map(({ items }) =>
    items.flatMap((item) => {
      if (item.kind === 'lines') return item.lines;
      return item.kind === 'columns' && item.region.kind === 'text' ? item.region.columns.flat() : [];
    }),
  );
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

/**
 * Lays the pages of a PDF out as one document: letterhead and signature as two cells each, ruled tables with their
 * cells, paragraphs over line and page breaks, notes after the block of their mark; without page numbers and stamps.
 */
export function layOutPages(pages: readonly PageText[]): DraftParts {
  const bodies = dropFurniture(pages).map(joinPushedOut);
  const bodySize = bodySizeOf(bodies);
  const notes = new PageNotes();
  const laid = pages.map((page, i) => {
    const continues = notes.lastPage === page.number - 1;
    const { bodyLines, notes: found } = findNotes(bodies[i]!, page.rules, bodySize, continues);
    for (const note of found) notes.add(note);
    return { width: page.width, items: itemsOf(bodies[i]!.slice(0, bodyLines), page.tables) };
  });
  const parts = partsOf(laid, measuresOf(laid));

  // Notes typed into the running text, as in a PDF that was made of a plain text.
  const typed =
    notes.count === 0 && parts.some(({ kind, runs }) => kind === 'text' && raisedMarkAtStart.test(runs[0]?.text ?? ''));
  if (!typed) return draftParts(parts, notes);
  const lifted = liftTypedNotes(parts.map((part) => ({ runs: part.kind === 'text' ? part.runs : [], origin: part })));
  return draftParts(
    lifted.items.map(({ origin, ...item }): Part => {
      if (item.kind === 'note') return { kind: 'note', runs: item.runs, note: item.note };
      return origin.kind === 'text' ? { ...origin, runs: item.runs } : origin;
    }),
    notes,
    lifted.notes,
  );
}

/** Puts the items of all pages together: paragraphs go on over pages and columns, tables over pages. */
function partsOf(pages: readonly { readonly items: readonly Item[] }[], measures: readonly Measure[]): Part[] {
  const parts: Part[] = [];
  let flow: FlowLine[] = [];
  let lane = 0;
  let open: RuledTable | null = null;
  const flush = () => {
    for (const paragraph of joinParagraphs(flow)) parts.push({ kind: 'text', paragraph, runs: runsOf(paragraph) });
    flow = [];
    if (open !== null) parts.push({ kind: 'table', table: open, runs: [] });
    open = null;
  };
  for (const [i, { items }] of pages.entries()) {
    lane += 1;
    for (const [place, item] of items.entries()) {
      if (item.kind === 'table') {
        if (open !== null && place === 0 && continueTable(open, item.table)) continue;
        if (item.table.scant === null) {
          flush();
          open = item.table;
          continue;
        }
      }
      if (open !== null) flush();
      if (item.kind !== 'columns') {
        for (const line of item.kind === 'table' ? item.table.scant! : item.lines)
          flow.push(flowLine(line, measures[i]!, lane));
        continue;
      }
      if (item.region.kind === 'block') {
        flush();
        parts.push({ kind: 'columns', region: item.region, runs: [] });
      } else
        for (const side of item.region.columns) {
          lane += 1;
          const measure = measureOf(side);
          for (const line of side) flow.push(flowLine(line, measure, lane));
        }
      lane += 1;
    }
  }
  flush();
  return parts;
}
