import type { Block, BlockStyle, Diagnostic, Note, Page, SourceDocument, Table, TextSpan } from '../model/index.js';
import { drawSymbols } from './flow/symbol-letters.js';
import type { Conversion } from './legacy/decode-runs.js';
import { conversionsBySpan, type PlacedRun } from './legacy/report-conversions.js';
import { placeWords, type RecognisedText } from './ocr/place-words.js';

/** A run of text on one page. A run that is a note's mark in the body names the note; its text is the superscript mark. */
export interface DraftRun {
  readonly text: string;
  readonly page: number | null;
  /** index into `DraftDocument.notes` */
  readonly anchorOf?: number;
  /** how it was decoded from an encoding of the time before Unicode; null: it was not; absent: nobody asked */
  readonly conversion?: Conversion | null;
}

/** A block before its place in the text is known. Blocks without letters, digits or signs are dropped. */
export interface DraftBlock {
  readonly kind: Block['kind'];
  readonly runs: readonly DraftRun[];
  readonly style: BlockStyle;
  readonly level?: number;
  readonly label?: string;
  readonly cell?: Block['cell'];
  readonly note?: number;
}

export interface DraftTable {
  readonly rows: number;
  readonly columns: number;
  readonly kind: Table['kind'];
  readonly page: number | null;
  /** cells without their blocks, which `assembleDocument` finds by `DraftBlock.cell` */
  readonly cells: readonly { row: number; column: number; rowSpan: number; columnSpan: number; header: boolean }[];
}

export interface DraftDocument {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly pageCount: number | null;
  /** in reading order; a note's blocks right after the block that carries its mark */
  readonly blocks: readonly DraftBlock[];
  readonly tables: readonly DraftTable[];
  readonly notes: readonly { readonly kind: Note['kind']; readonly mark: string }[];
  readonly warnings: readonly Diagnostic[];
  /** what was read off pictures, by page number */
  readonly recognised?: ReadonlyMap<number, RecognisedText>;
}

/**
 * Zero-width characters, byte order marks, soft hyphens and control characters carry no text; no-break and typographic
 * spaces and tabs are spaces, and a run of them is one (its width is layout). The hyphens of Word and of fonts are "-",
 * and letters of symbol fonts are the signs that they draw. A soft hyphen that is a letter (ư of TCVN3) must be decoded by the reader before.
 */
function clean(text: string): string {
  return drawSymbols(text)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/\r\n?|[\u2028\u2029\u0085\u000b\u000c]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .replace(/[\u2010\u2011]/g, '-');
}

interface CleanRun {
  text: string;
  readonly page: number | null;
  readonly anchorOf?: number;
  readonly conversion?: Conversion | null;
}

/**
 * Runs whose texts, put together, are clean and NFC. Word processors cut runs anywhere, also between a letter and its
 * combining mark: the mark then joins the run of its letter.
 */
function cleanRuns(runs: readonly DraftRun[]): CleanRun[] {
  const cleaned: CleanRun[] = [];
  for (const run of runs) {
    let text = clean(run.text);
    const previous = cleaned.at(-1);
    if (previous !== undefined) {
      const belongs = /^[\p{M}\u1160-\u11ff]+/u.exec(text)?.[0] ?? '';
      previous.text += belongs;
      text = text.slice(belongs.length);
      // White space that meets white space over the border of two runs is one.
      if (/[ \n]$/.test(previous.text)) {
        if (text.startsWith('\n') && previous.text.endsWith(' ')) previous.text = previous.text.slice(0, -1);
        else text = text.trimStart();
      }
    }
    if (text !== '') cleaned.push({ ...run, text });
  }
  for (const run of cleaned) run.text = run.text.normalize('NFC');
  // White space at either end of a block is layout, not text.
  while (cleaned[0] !== undefined && cleaned[0].text.trimStart() === '') cleaned.shift();
  while (cleaned.at(-1) !== undefined && cleaned.at(-1)!.text.trimEnd() === '') cleaned.pop();
  const first = cleaned[0];
  const last = cleaned.at(-1);
  if (first !== undefined) first.text = first.text.trimStart();
  if (last !== undefined) last.text = last.text.trimEnd();
  return cleaned;
}

function append<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/**
 * Lays draft blocks out as one NFC text with spans: one "\n" between blocks, "\t" between cells of one table row.
 * The only place where spans are made, so that every reader's spans quote their own text.
 */
export function assembleDocument(draft: DraftDocument): SourceDocument {
  let text = '';
  const blocks: Block[] = [];
  const pageSpans = new Map<number, TextSpan[]>();
  const anchors = new Map<number, TextSpan>();
  const placed: PlacedRun[] = [];
  const converted = draft.blocks.some(({ runs }) => runs.some(({ conversion }) => conversion != null));
  let previous: DraftBlock | undefined;

  const note = (page: number | null, span: TextSpan) => {
    if (page === null || span.start === span.end) return;
    const spans = pageSpans.get(page) ?? [];
    const last = spans.at(-1);
    if (last !== undefined && span.start - last.end <= 1)
      spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
    pageSpans.set(page, spans);
  };

  for (const block of draft.blocks) {
    const runs = cleanRuns(block.runs);
    if (runs.length === 0) continue;

    if (previous !== undefined) {
      const sameRow =
        previous.cell !== undefined &&
        block.cell !== undefined &&
        previous.cell.table === block.cell.table &&
        previous.cell.row === block.cell.row &&
        previous.cell.column !== block.cell.column &&
        draft.tables[block.cell.table]?.kind === 'data';
      text += sameRow ? '\t' : '\n';
    }
    const start = text.length;
    for (const run of runs) {
      const at = text.length;
      text += run.text;
      note(run.page, { start: at, end: text.length });
      if (run.anchorOf !== undefined) anchors.set(run.anchorOf, { start: at, end: text.length });
      if (converted)
        placed.push({
          span: { start: at, end: text.length },
          page: run.page,
          text: run.text,
          ...(run.conversion === undefined ? {} : { conversion: run.conversion }),
        });
    }
    blocks.push({
      kind: block.kind,
      span: { start, end: text.length },
      page: runs[0]!.page,
      style: block.style,
      ...(block.level === undefined ? {} : { level: block.level }),
      ...(block.label === undefined ? {} : { label: clean(block.label) }),
      ...(block.cell === undefined ? {} : { cell: block.cell }),
      ...(block.note === undefined ? {} : { note: block.note }),
    });
    previous = block;
  }

  const blocksOfTable = new Map<number, number[]>();
  const blocksOfNote = new Map<number, number[]>();
  for (const [index, { cell, note }] of blocks.entries()) {
    if (cell !== undefined) append(blocksOfTable, cell.table, index);
    if (note !== undefined) append(blocksOfNote, note, index);
  }
  const tables = draft.tables.map((table, index): Table => {
    const own = blocksOfTable.get(index) ?? [];
    const byPlace = new Map<string, number[]>();
    for (const at of own) append(byPlace, `${blocks[at]!.cell!.row} ${blocks[at]!.cell!.column}`, at);
    return {
      span: {
        start: own[0] === undefined ? 0 : blocks[own[0]]!.span.start,
        end: own.length === 0 ? 0 : blocks[own.at(-1)!]!.span.end,
      },
      page: table.page,
      rows: table.rows,
      columns: table.columns,
      kind: table.kind,
      cells: table.cells.map((cell) => ({ ...cell, blocks: byPlace.get(`${cell.row} ${cell.column}`) ?? [] })),
    };
  });
  const pages: Page[] = Array.from({ length: draft.pageCount ?? 0 }, (_, index): Page => {
    const number = index + 1;
    const spans = pageSpans.get(number) ?? [];
    const read = draft.recognised?.get(number);
    return { number, spans, ...(read === undefined ? {} : { recognition: placeWords(read, text, spans) }) };
  });
  return {
    sha256: draft.sha256,
    name: draft.name,
    mediaType: draft.mediaType,
    bytes: draft.bytes,
    pageCount: draft.pageCount,
    text,
    pages,
    blocks,
    tables,
    notes: draft.notes.map((entry, index) => ({
      ...entry,
      anchor: anchors.get(index) ?? null,
      blocks: blocksOfNote.get(index) ?? [],
    })),
    warnings: converted ? [...draft.warnings, ...conversionsBySpan(placed)] : draft.warnings,
  };
}
