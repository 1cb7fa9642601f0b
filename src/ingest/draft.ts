import type { Block, BlockStyle, Diagnostic, Note, Page, SourceDocument, Table, TextSpan } from '../model/index.js';

/** A run of text on one page. A run that is a note's mark in the body names the note; its text is the superscript mark. */
export interface DraftRun {
  readonly text: string;
  readonly page: number | null;
  /** index into `DraftDocument.notes` */
  readonly anchorOf?: number;
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
}

/** Zero-width characters, byte order marks and control characters carry no text; a no-break space is a space. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/\u2011/g, '-')
    .replace(/\r\n?|\u2028|\u000b|\u000c/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
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
    const runs = block.runs.map((run) => ({ ...run, text: clean(run.text) }));
    // White space at either end of a block is layout, not text.
    while (runs.length > 0 && runs[0]!.text.trimStart() === '') runs.shift();
    while (runs.length > 0 && runs.at(-1)!.text.trimEnd() === '') runs.pop();
    if (runs.length === 0) continue;
    runs[0]!.text = runs[0]!.text.trimStart();
    runs.at(-1)!.text = runs.at(-1)!.text.trimEnd();

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

  const blocksWhere = (wanted: (block: Block) => boolean) =>
    blocks.flatMap((block, index) => (wanted(block) ? [index] : []));
  const tables = draft.tables.map((table, index): Table => {
    const own = blocksWhere((block) => block.cell?.table === index);
    const first = own[0] === undefined ? undefined : blocks[own[0]];
    const last = own.length === 0 ? undefined : blocks[own.at(-1)!];
    return {
      span: { start: first?.span.start ?? 0, end: last?.span.end ?? 0 },
      page: table.page,
      rows: table.rows,
      columns: table.columns,
      kind: table.kind,
      cells: table.cells.map((cell) => ({
        ...cell,
        blocks: own.filter((at) => blocks[at]!.cell!.row === cell.row && blocks[at]!.cell!.column === cell.column),
      })),
    };
  });
  const pages: Page[] = Array.from(
    { length: draft.pageCount ?? 0 },
    (_, index): Page => ({ number: index + 1, spans: pageSpans.get(index + 1) ?? [] }),
  );
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
      blocks: blocksWhere((block) => block.note === index),
    })),
    warnings: draft.warnings,
  };
}
