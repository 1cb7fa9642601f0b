import { Parser } from 'htmlparser2';
import { PipelineError, type SourceDocument } from '../../model/index.js';
import type { CellNode, Node, RowNode } from '../docx/mammoth-tree.js';
import { customMark } from '../docx/prepare-part.js';
import { listNumber } from '../flow/list-label.js';
import { createTreeBuilder, type Look, plainLook, type TreeBuilder } from '../flow/tree-builder.js';
import type { ReaderInput } from '../reader.js';
import { decodeHtml } from './decode-html.js';
import { findNoteLinks } from './note-links.js';

export const htmlMediaType = 'text/html';

/** Elements whose text is not shown as text. */
const silent = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'svg',
  'object',
  'iframe',
  'select',
  'textarea',
  'button',
  'audio',
  'video',
  'canvas',
  'math',
  'o:p-none',
]);
const blocks =
  /^(?:p|div|h[1-6]|pre|ul|ol|li|dl|dt|dd|blockquote|center|address|article|aside|section|header|footer|main|nav|figure|figcaption|form|fieldset|hr|body|html|table|caption|thead|tbody|tfoot|tr|td|th)$/;
// Pages of old editors leave hundreds of tags open.
const deepest = 10_000;
/** Tables in tables; what is deeper is read without its cells. */
const deepestTable = 50;

/**
 * Reads a web page, also as Word and Excel save them: text with its fonts, tables, lists with their numbers, headings,
 * notes.
 *
 * @throws PipelineError `unsupported-format` the bytes are no text
 */
export async function readHtml(input: ReaderInput, charset: string | null = null): Promise<SourceDocument> {
  const decoded = decodeHtml(input.bytes, charset);
  if (decoded === null) throw new PipelineError('unsupported-format', `${input.name} is of no kind that can be read`);
  const builder = createTreeBuilder();
  const nodes = htmlNodes(decoded.text, input.name, builder);
  return builder.assemble(input, htmlMediaType, nodes, decoded.warnings);
}

interface Element {
  readonly tag: string;
  readonly look: Look;
  readonly align: string | null;
  readonly hidden: boolean;
}
interface List {
  readonly ordered: boolean;
  readonly type: string;
  next: number;
}
interface OpenTable {
  readonly number: number | null;
  readonly rows: RowNode[];
  cells: CellNode[];
  inHead: boolean;
  /** blocks of the cell that is read; null between cells */
  cell: { readonly blocks: Node[]; readonly columns: number; readonly rows: number; readonly isHead: boolean } | null;
  readonly depth: number;
}
interface OpenNote {
  readonly key: string;
  readonly blocks: Node[];
  /** of the element with which it ends */
  readonly depth: number;
}

/** The blocks of a page. */
export function htmlNodes(html: string, name: string, builder: TreeBuilder): readonly Node[] {
  const checkDepth = (depth: number) => {
    if (depth > deepest) throw new PipelineError('corrupt', `${name} is nested more than ${deepest} tags deep`);
  };
  const { marks, notes } = findNoteLinks(html, checkDepth);
  const body: Node[] = [];
  const stack: Element[] = [{ tag: '', look: plainLook, align: null, hidden: false }];
  const lists: List[] = [];
  const tables: OpenTable[] = [];
  let note: OpenNote | null = null;
  let noteCount = 0;
  const noteIds = new Map<string, string>();
  const references: { key: string; reference: Node; text: string }[] = [];
  let children: Node[] = [];
  let text = '';
  let label: { text: string; level: number; isBullet: boolean } | null = null;
  let heading: number | null = null;
  let preformatted = 0;
  let quiet = 0;
  /** the text of a note's mark, while it is read */
  let mark: { readonly key: string; readonly isNote: boolean; text: string; readonly depth: number } | null = null;

  const top = () => stack.at(-1)!;
  const target = (): Node[] => tables.at(-1)?.cell?.blocks ?? note?.blocks ?? body;
  const flush = (): void => {
    if (text !== '' && !top().hidden) children.push(builder.run([{ type: 'text', value: text }], top().look));
    text = '';
  };
  const endBlock = (): void => {
    flush();
    if (!isBlank(children))
      target().push(
        builder.paragraph(children, {
          styleName: preformatted > 0 ? 'Preformatted Text' : heading !== null ? `heading ${heading}` : null,
          align: top().align,
          outlineLevel: heading === null ? null : heading - 1,
          label,
          table: tables.at(-1)?.cell == null ? null : tables.at(-1)!.number,
        }),
      );
    else if (preformatted > 0) target().push(builder.paragraph([], emptyLine));
    children = [];
    label = null;
  };
  const addText = (value: string): void => {
    if (preformatted === 0) {
      const collapsed = value.replace(/[\t\n\f\r ]+/g, ' ');
      // White space at the beginning of a block, or after a space, is not shown.
      const ended = text === '' ? endOf(children) : text;
      text += ended === '' || ended.endsWith(' ') || ended.endsWith('\n') ? collapsed.replace(/^ /, '') : collapsed;
      return;
    }
    const [first, ...rest] = value.split(/\r?\n/);
    text += first;
    for (const line of rest) {
      endBlock();
      text = line;
    }
  };
  const finishTable = (): void => {
    const table = tables.pop();
    if (table !== undefined && table.rows.length > 0) target().push({ type: 'table', children: table.rows });
  };
  const endCell = (): void => {
    const table = tables.at(-1);
    if (table?.cell == null) return;
    const { blocks: cellBlocks, columns, rows, isHead } = table.cell;
    table.cell = null;
    table.cells.push({ type: 'tableCell', children: cellBlocks, colSpan: columns, rowSpan: rows });
    if (isHead && table.cells.length === 1) table.inHead = true;
    else if (!isHead && table.cells.length > 1) table.inHead = false;
  };
  const endRow = (): void => {
    const table = tables.at(-1);
    if (table === undefined) return;
    endCell();
    if (table.cells.length > 0) table.rows.push({ type: 'tableRow', children: table.cells, isHeader: table.inHead });
    table.cells = [];
    table.inHead = false;
  };
  const endNote = (): void => {
    if (note === null) return;
    builder.notes.set(note.key, { noteType: note.key.split(' ')[0] as 'footnote' | 'endnote', body: note.blocks });
    note = null;
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      if (quiet > 0 || silent.has(tag)) {
        quiet += 1;
        return;
      }
      if (blocks.test(tag)) endBlock();
      else flush();
      const outer = top();
      const style = attributes['style'] ?? '';
      checkDepth(stack.length);
      stack.push({
        tag,
        look: lookOf(tag, attributes, style, outer.look),
        align: alignOf(tag, attributes, style) ?? outer.align,
        hidden: outer.hidden || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style),
      });
      switch (tag) {
        case 'br':
          children.push(builder.run([{ type: 'break', breakType: 'line' }], top().look));
          break;
        case 'pre':
          preformatted += 1;
          break;
        case 'ul':
        case 'ol':
          lists.push({
            ordered: tag === 'ol',
            type: attributes['type'] ?? listTypeOf(style),
            next: Number(attributes['start'] ?? 1) || 1,
          });
          break;
        case 'li': {
          const list = lists.at(-1);
          if (list === undefined) break;
          if (/^-?\d+$/.test(attributes['value'] ?? '')) list.next = Number(attributes['value']);
          if (list.type !== 'none')
            label = {
              text: list.ordered ? `${listNumber(list.next, list.type)}.` : '-',
              level: lists.length - 1,
              isBullet: !list.ordered,
            };
          list.next += 1;
          break;
        }
        case 'table':
          if (tables.length >= deepestTable) break;
          tables.push({
            number: bordersOf(attributes, style, builder),
            rows: [],
            cells: [],
            inHead: false,
            cell: null,
            depth: stack.length,
          });
          break;
        case 'tr':
          endRow();
          break;
        case 'td':
        case 'th': {
          endCell();
          const table = tables.at(-1);
          if (table === undefined) break;
          const span = (name: string) => Math.max(1, Math.min(1000, Number.parseInt(attributes[name] ?? '1', 10) || 1));
          table.cell = { blocks: [], columns: span('colspan'), rows: span('rowspan'), isHead: tag === 'th' };
          if (table.number !== null && drawn.test(style)) builder.setBordered(table.number);
          break;
        }
        case 'a': {
          const name = attributes['name'] ?? attributes['id'] ?? '';
          if (marks.has(name)) {
            noteCount += 1;
            const kind = /^_?edn|endnote/i.test(marks.get(name)!) ? 'endnote' : 'footnote';
            noteIds.set(marks.get(name)!, `${kind} ${noteCount}`);
            mark = { key: `${kind} ${noteCount}`, isNote: false, text: '', depth: stack.length };
          } else if (notes.has(name) && noteIds.has(name) && isBlank(children)) {
            endNote();
            const box = stack.findLastIndex((element) => /^(?:div|li|section|aside|p|dd)$/.test(element.tag));
            const wider = stack.findLastIndex((element) => element.tag === 'div' || element.tag === 'li');
            note = { key: noteIds.get(name)!, blocks: [], depth: wider > 0 ? wider : box };
            children = [];
            mark = { key: note.key, isNote: true, text: '', depth: stack.length };
          }
          break;
        }
      }
      if (/^h[1-6]$/.test(tag)) heading = Number(tag[1]);
    },
    ontext(value) {
      if (quiet > 0) return;
      if (mark !== null) mark.text += value;
      else addText(value);
    },
    onclosetag(tag) {
      if (quiet > 0) {
        quiet -= 1;
        return;
      }
      const at = stack.length - 1;
      if (blocks.test(tag)) endBlock();
      else flush();
      if (mark !== null && tag === 'a' && mark.depth === stack.length) {
        if (!mark.isNote) {
          const [noteType, noteId] = mark.key.split(' ') as ['footnote' | 'endnote', string];
          const reference: Node = { type: 'noteReference', noteType, noteId };
          references.push({ key: mark.key, reference, text: mark.text });
          children.push(reference);
          const printed = mark.text.replace(/[[\]()\s]/g, '');
          if (!/^(?:\d+|[ivx]+)$/.test(printed))
            children.push({ type: 'bookmarkStart', name: customMark }, { type: 'text', value: printed });
        }
        mark = null;
      }
      if (stack.length > 1 && top().tag === tag) stack.pop();
      switch (tag) {
        case 'pre':
          preformatted = Math.max(0, preformatted - 1);
          break;
        case 'ul':
        case 'ol':
          lists.pop();
          break;
        case 'td':
        case 'th':
          endCell();
          break;
        case 'tr':
          endRow();
          break;
        case 'table':
          endRow();
          finishTable();
          break;
      }
      if (/^h[1-6]$/.test(tag)) heading = null;
      if (note !== null && note.depth >= at) endNote();
    },
  });
  parser.end(html);
  endBlock();
  endNote();
  while (tables.length > 0) {
    endRow();
    finishTable();
  }
  // A mark whose note did not come is a link like others.
  for (const { key, reference, text: printed } of references)
    if (!builder.notes.has(key)) Object.assign(reference, { type: 'text', value: printed } satisfies Node);
  return body;
}

const emptyLine = {
  styleName: 'Preformatted Text',
  align: null,
  outlineLevel: null,
  label: null,
  table: null,
} as const;
const drawn = /border(?:-(?:top|left|right|bottom))?\s*:[^;]*(?:solid|double|dotted|dashed)/i;

const isBlank = (nodes: readonly Node[]): boolean =>
  nodes.every(
    (node) => node.type === 'run' && node.children.every((child) => child.type === 'text' && child.value.trim() === ''),
  );

/** The last words of what stands in a paragraph so far. */
function endOf(nodes: readonly Node[]): string {
  const last = nodes.at(-1);
  if (last === undefined) return '';
  if (last.type === 'run') return endOf(last.children);
  if (last.type === 'text') return last.value;
  return last.type === 'break' ? '\n' : 'x';
}

function lookOf(tag: string, attributes: Record<string, string>, style: string, outer: Look): Look {
  const look: { -readonly [Key in keyof Look]: Look[Key] } = { ...outer };
  if (/^(?:b|strong|th|h[1-6])$/.test(tag)) look.bold = true;
  else if (/^(?:i|em|cite)$/.test(tag)) look.italic = true;
  else if (tag === 'sup') look.raised = 'superscript';
  else if (tag === 'sub') look.raised = 'subscript';
  if (attributes['face'] !== undefined) look.font = attributes['face'].split(',')[0]!.trim();
  if (style === '') return look;
  const font = /font-family\s*:\s*["']?([^;,"']+)/i.exec(style);
  if (font !== null) look.font = font[1]!.trim();
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style);
  if (weight !== null) look.bold = /^(?:bold|[6-9]00)/i.test(weight[1]!);
  const slant = /font-style\s*:\s*(\w+)/i.exec(style);
  if (slant !== null) look.italic = /^(?:italic|oblique)/i.test(slant[1]!);
  const size = /font-size\s*:\s*([\d.]+)pt/i.exec(style);
  if (size !== null) look.size = Number(size[1]);
  if (/text-transform\s*:\s*uppercase/i.test(style)) look.caps = true;
  const raised = /vertical-align\s*:\s*(super|sub)/i.exec(style);
  if (raised !== null) look.raised = raised[1]!.toLowerCase() === 'super' ? 'superscript' : 'subscript';
  return look;
}

function alignOf(tag: string, attributes: Record<string, string>, style: string): string | null {
  if (tag === 'table') return 'left';
  const found =
    /text-align\s*:\s*(left|center|right|justify)/i.exec(style)?.[1] ??
    (tag === 'center' ? 'center' : attributes['align']);
  const named = found?.toLowerCase();
  if (named === 'justify') return 'both';
  return named === 'left' || named === 'center' || named === 'right' ? named : null;
}

const listTypes: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  none: 'none',
};
const listTypeOf = (style: string): string =>
  listTypes[/list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase() ?? ''] ?? '1';

/** The table's number where it says whether it has lines; null where only a style sheet may say so. */
function bordersOf(attributes: Record<string, string>, style: string, builder: TreeBuilder): number | null {
  const { border, class: named } = attributes;
  if (border === undefined && named !== undefined && !/border/i.test(style)) return null;
  const number = builder.addTable();
  if ((border !== undefined && border !== '0') || drawn.test(style)) builder.setBordered(number);
  return number;
}
