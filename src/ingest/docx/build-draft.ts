import type { BlockStyle } from '../../model/index.js';
import type { DraftBlock, DraftDocument, DraftRun, DraftTable } from '../draft.js';
import { drawFontSymbols } from '../flow/symbol-letters.js';
import { itemMarkerOf } from '../flowing-lines.js';
import type { Conversion } from '../legacy/decode-runs.js';
import { toSuperscript } from '../note-marks.js';
import { classifyTable } from './classify-table.js';
import { conversionOf } from './decode-tree.js';
import type { CellNode, DocumentNode, Node, ParagraphNode, RunNode, TableNode } from './mammoth-tree.js';
import { plainText } from './plain-text.js';
import { customMark, markPattern, type ParagraphFacts, type PreparedPart } from './prepared-part.js';
import { findTypedColumns, type TypedColumns } from './typed-columns.js';

type Draft = Pick<DraftDocument, 'blocks' | 'tables' | 'notes'>;
/** Where a paragraph stands, beside the body. */
type Place = Pick<DraftBlock, 'cell' | 'note'>;

// A grid wider than any sheet of paper is damage; it would cost memory in its square.
const mostColumns = 256;
// Titles run over three lines at most.
const longestHeading = 250;

const rule = /^\s*[-_=*~─━—–]{3,}\s*$/u;

const alignments: Readonly<Record<string, NonNullable<BlockStyle['align']>>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

interface Weights {
  letters: number;
  bold: number;
  italic: number;
  readonly sizes: Map<number, number>;
}

/** Builds draft blocks from mammoth's tree and the facts that mammoth does not tell. `parts` are keyed by their letter. */
export function buildDraft(document: DocumentNode, parts: ReadonlyMap<string, PreparedPart>): Draft {
  const blocks: DraftBlock[] = [];
  const tables: DraftTable[] = [];
  const notes: { kind: 'footnote' | 'endnote'; mark: string }[] = [];
  const noteOf = new Map<string, number>();
  const counts = { footnote: 0, endnote: 0 };
  /** notes whose marks stand in the block just made, to be laid after it */
  let pending: { note: number; reference: { noteType: 'footnote' | 'endnote'; noteId: string } }[] = [];

  const factsOf = (paragraph: ParagraphNode): ParagraphFacts | null => {
    // A paragraph whose mark was deleted is read as one with the next: the last bookmark is the one that stays.
    for (let at = paragraph.children.length - 1; at >= 0; at -= 1) {
      const child = paragraph.children[at]!;
      const found = child.type === 'bookmarkStart' ? markPattern.exec(child.name) : null;
      if (found !== null) return parts.get(found[1]!)?.paragraphs[Number(found[2])] ?? null;
    }
    return null;
  };

  const referTo = (
    reference: { noteType: 'footnote' | 'endnote'; noteId: string },
    custom: string | null,
  ): DraftRun | null => {
    const key = `${reference.noteType} ${reference.noteId}`;
    const known = noteOf.get(key);
    if (known !== undefined) return { text: toSuperscript(notes[known]!.mark), page: null };
    if (document.notes.resolve(reference) === null) return null;
    if (custom === null) counts[reference.noteType] += 1;
    const mark = custom ?? String(counts[reference.noteType]);
    const note = notes.push({ kind: reference.noteType, mark: mark.replace(/[()[\]\s]/g, '') || mark }) - 1;
    noteOf.set(key, note);
    pending.push({ note, reference });
    return { text: toSuperscript(mark), page: null, anchorOf: note };
  };

  const runsOf = (paragraph: ParagraphNode, weights: Weights): DraftRun[] => {
    const runs: DraftRun[] = [];
    const add = (text: string, run: RunNode | null, conversion?: Conversion | null) => {
      const raised = run?.verticalAlignment === 'superscript' && /^[\d()+\s-]+$/.test(text);
      const shown = raised ? toSuperscript(text) : run?.isAllCaps ? text.toLocaleUpperCase('vi') : text;
      const letters = shown.replace(/\s/g, '').length;
      weights.letters += letters;
      if (run?.isBold) weights.bold += letters;
      if (run?.isItalic) weights.italic += letters;
      if (run?.fontSize) weights.sizes.set(run.fontSize, (weights.sizes.get(run.fontSize) ?? 0) + letters);
      runs.push({ text: shown, page: null, ...(conversion === undefined ? {} : { conversion }) });
    };
    const walk = (nodes: readonly Node[], run: RunNode | null) => {
      for (let at = 0; at < nodes.length; at += 1) {
        const node = nodes[at]!;
        switch (node.type) {
          case 'run':
            walk(node.children, node);
            break;
          case 'hyperlink':
            walk(node.children, run);
            break;
          case 'text':
            add(
              node.conversion == null ? drawFontSymbols(node.value, run?.font ?? null) : node.value,
              run,
              node.conversion,
            );
            break;
          case 'tab':
            runs.push({ text: '\t', page: null });
            break;
          case 'break':
            runs.push({ text: '\n', page: null });
            break;
          case 'checkbox':
            runs.push({ text: node.checked ? '☑' : '☐', page: null });
            break;
          case 'noteReference': {
            const [next, after] = [nodes[at + 1], nodes[at + 2]];
            const isCustom = next?.type === 'bookmarkStart' && next.name === customMark;
            const mark = isCustom && after?.type === 'text' ? after.value.trim() : null;
            const reference = referTo(node, mark);
            if (reference !== null) {
              runs.push(reference);
              if (mark !== null) at += 2;
            }
            break;
          }
        }
      }
    };
    walk(paragraph.children, null);
    // A line of dashes is the rule under a letterhead or a title: drawn, not written.
    const isBreak = (run: DraftRun | undefined) => run === undefined || run.text === '\n';
    return runs.filter(({ text }, index) => !(rule.test(text) && isBreak(runs[index - 1]) && isBreak(runs[index + 1])));
  };

  const addParagraph = (paragraph: ParagraphNode, place: Place, lead: string | null): void => {
    const facts = factsOf(paragraph);
    const weights: Weights = { letters: 0, bold: 0, italic: 0, sizes: new Map() };
    const own = runsOf(paragraph, weights);
    const label = facts?.label ?? null;
    const empty = !own.some(({ text }) => text.trim() !== '');
    // Empty items show their number, which counts the rows of tables; elsewhere it is left over from editing.
    if (!empty || (label !== null && place.cell !== undefined && !label.isBullet)) {
      const style = facts?.style;
      const inherited = weights.letters > 0;
      const size = [...weights.sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? style?.fontSize;
      const align = alignments[paragraph.alignment ?? style?.align ?? ''];
      const name = paragraph.styleName ?? style?.name;
      const hints: BlockStyle = {
        ...(inherited && (weights.bold === weights.letters || style?.bold === true) ? { bold: true } : {}),
        ...(inherited && (weights.italic === weights.letters || style?.italic === true) ? { italic: true } : {}),
        ...(align === undefined ? {} : { align }),
        ...(size === undefined || Number.isNaN(size) ? {} : { fontSize: size }),
        ...(name ? { name } : {}),
      };
      const lined = label === null ? [] : [{ text: label.label + (empty ? '' : label.suffix), page: null }];
      // Whole paragraphs in a heading's style are a typist's slip.
      const heading = weights.letters > longestHeading ? null : headingLevel(facts, name);
      const typed =
        label === null
          ? itemMarkerOf(
              own
                .map(({ text }) => text)
                .join('')
                .trimStart()
                .slice(0, 60),
            )
          : null;
      const item = label !== null ? { label: label.label, level: label.level + 1 } : typed;
      const kind = kindOf(place, heading, item !== null);
      const level = kind === 'heading' ? heading : (item?.level ?? null);
      blocks.push({
        kind,
        runs: [...(lead === null ? [] : [{ text: `${lead} `, page: null }]), ...lined, ...own],
        style: hints,
        ...(level === null ? {} : { level }),
        ...(item === null ? {} : { label: item.label }),
        ...place,
      });
    }
    flushNotes();
  };

  const flushNotes = (): void => {
    const waiting = pending;
    pending = [];
    for (const { note, reference } of waiting) {
      let lead: string | null = toSuperscript(notes[note]!.mark);
      const paragraphs: ParagraphNode[] = [];
      const collect = (nodes: readonly Node[]) => {
        for (const node of nodes) {
          if (node.type === 'paragraph') paragraphs.push(node);
          else if ('children' in node) collect(node.children);
        }
      };
      collect(document.notes.resolve(reference)?.body ?? []);
      for (const paragraph of paragraphs) {
        const before = blocks.length;
        addParagraph(paragraph, { note }, lead);
        if (blocks.length > before) lead = null;
      }
    }
  };

  const addTable = (table: TableNode): void => {
    const index = tables.length;
    const cells: { row: number; column: number; rowSpan: number; columnSpan: number; node: CellNode; head: boolean }[] =
      [];
    const rows = table.children.flatMap((row) => (row.type === 'tableRow' ? [row] : []));
    let columns = 0;
    /** to each column the row from which it is free */
    const free: number[] = [];
    for (const [row, { children, isHeader }] of rows.entries()) {
      let column = 0;
      for (const cell of children) {
        if (cell.type !== 'tableCell') continue;
        while (column < mostColumns && (free[column] ?? 0) > row) column += 1;
        if (column >= mostColumns) column = mostColumns - 1;
        const columnSpan = Math.max(1, Math.min(cell.colSpan || 1, mostColumns - column));
        const rowSpan = Math.max(1, Math.min(cell.rowSpan || 1, rows.length - row));
        for (let at = column; at < column + columnSpan; at += 1) free[at] = row + rowSpan;
        cells.push({ row, column, rowSpan, columnSpan, node: cell, head: isHeader });
        column += columnSpan;
        columns = Math.max(columns, column);
      }
    }
    if (cells.length === 0) return;
    const bordered = borderedOf(cells.map(({ node }) => node));
    const shape = classifyTable(
      cells.map(({ node, ...cell }) => ({ ...cell, text: plainText(node.children) })),
      rows.length,
      columns,
      bordered,
    );
    tables.push({
      rows: rows.length,
      columns,
      kind: shape.kind,
      page: null,
      cells: cells.map(({ node: _, head, ...cell }) => ({
        ...cell,
        header: shape.kind === 'data' && (head || cell.row < shape.headRows),
      })),
    });
    const order = shape.kind === 'layout' ? [...cells].sort((a, b) => a.column - b.column || a.row - b.row) : cells;
    const before = blocks.length;
    for (const { row, column, node } of order) addNodes(node.children, { cell: { table: index, row, column } });
    if (shape.kind === 'layout') {
      const own = blocks.splice(before);
      for (const block of own) for (const line of linesOf(block)) blocks.push(line);
    }
  };

  /** Whether the table that holds these cells is drawn with lines; null when that is not known. */
  const borderedOf = (cells: readonly CellNode[]): boolean | null => {
    for (const cell of cells)
      for (const child of cell.children) {
        if (child.type !== 'paragraph') continue;
        const mark = child.children.find((node) => node.type === 'bookmarkStart' && markPattern.test(node.name));
        const [, letter, at] = mark?.type === 'bookmarkStart' ? (markPattern.exec(mark.name) ?? []) : [];
        const part = letter === undefined ? undefined : parts.get(letter);
        const table = part?.paragraphs[Number(at)]?.table ?? null;
        if (table !== null) return part!.tables[table]?.bordered ?? null;
      }
    return null;
  };

  const addNodes = (nodes: readonly Node[], place: Place): void => {
    for (const node of nodes) {
      if (node.type === 'paragraph') addParagraph(node, place, null);
      else if (node.type === 'table') addTable(node);
      // Runs and the like outside of paragraphs, as damaged files have them.
      else if (node.type === 'run' || node.type === 'hyperlink' || node.type === 'text')
        addParagraph({ type: 'paragraph', children: [node], styleName: null, alignment: null }, place, null);
    }
  };
  const addColumns = ({ rows, left, right, from, to }: TypedColumns): void => {
    const table = tables.length;
    const cells = [left, right].flatMap((lines, column) =>
      lines.map(({ row }) => ({ row, column, rowSpan: 1, columnSpan: 1, header: false })),
    );
    tables.push({ rows, columns: 2, kind: 'layout', page: null, cells });
    let conversion = conversionOf(document.children.slice(from, to));
    for (const [column, lines] of [left, right].entries())
      for (const { text, row } of lines) {
        const runs = [{ text, page: null, conversion }];
        blocks.push({ kind: 'table-cell', runs, style: {}, cell: { table, row, column } });
        // The letters of all these lines are told once.
        if (conversion !== null) conversion = { ...conversion, letters: 0 };
      }
  };

  let from = 0;
  for (const columns of findTypedColumns(document.children)) {
    addNodes(document.children.slice(from, columns.from), {});
    addColumns(columns);
    from = columns.to;
  }
  addNodes(document.children.slice(from), {});
  return { blocks, tables, notes };
}

/** A block of a letterhead or a signature as one block a line: its line breaks stand for ends of paragraphs. */
function linesOf(block: DraftBlock): DraftBlock[] {
  const lines: DraftRun[][] = [[]];
  for (const run of block.runs) {
    const [first, ...rest] = run.text.split('\n');
    lines.at(-1)!.push({ ...run, text: first! });
    for (const text of rest) lines.push([{ ...run, text }]);
  }
  return lines.length === 1 ? [block] : lines.map((runs) => ({ ...block, runs }));
}

function kindOf(place: Place, heading: number | null, isItem: boolean): DraftBlock['kind'] {
  if (place.cell !== undefined) return 'table-cell';
  if (place.note !== undefined) return 'footnote';
  if (heading !== null) return 'heading';
  return isItem ? 'list-item' : 'paragraph';
}

/** A heading's level, from 1: by its outline level, or by its style's name in Word, LibreOffice and Vietnamese. */
function headingLevel(facts: ParagraphFacts | null, styleName: string | undefined): number | null {
  if (facts !== null && facts.outlineLevel !== null) return facts.outlineLevel + 1;
  const found = /^(?:heading|tiêu đề|đầu đề|đề mục)\s*([1-9])$/iu.exec(styleName ?? '');
  return found === null ? null : Number(found[1]);
}
