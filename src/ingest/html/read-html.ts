import { Parser } from 'htmlparser2';
import { PipelineError, type SourceDocument } from '../../model/index.js';
import type { Node } from '../docx/mammoth-tree.js';
import { listNumber } from '../flow/list-label.js';
import { createTreeBuilder, type Look, plainLook, type TreeBuilder } from '../flow/tree-builder.js';
import type { ReaderInput } from '../reader.js';
import { decodeHtml } from './decode-html.js';
import { alignOf, isHidden, listTypeOf, lookOf, type OpenTag } from './element-look.js';
import { createHtmlNotes } from './html-notes.js';
import { createHtmlTables } from './html-tables.js';
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
  const nodes = htmlNodes(decoded.text, input, builder);
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
/** The blocks of a page. */
export function htmlNodes(
  html: string,
  { name, hidden = 'left-out' }: Pick<ReaderInput, 'name' | 'hidden'>,
  builder: TreeBuilder,
): readonly Node[] {
  const checkDepth = (depth: number) => {
    if (depth > deepest) throw new PipelineError('corrupt', `${name} is nested more than ${deepest} tags deep`);
  };
  const body: Node[] = [];
  const stack: Element[] = [{ tag: '', look: plainLook, align: null, hidden: false }];
  const lists: List[] = [];
  const tables = createHtmlTables(builder);
  const notes = createHtmlNotes(findNoteLinks(html, checkDepth), builder);
  let children: Node[] = [];
  let text = '';
  let label: { text: string; level: number; isBullet: boolean } | null = null;
  let heading: number | null = null;
  let preformatted = 0;
  let quiet = 0;

  const top = () => stack.at(-1)!;
  const target = (): Node[] => tables.cellBlocks ?? notes.blocks ?? body;
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
          table: tables.number,
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
  const endTable = (): void => {
    const table = tables.end();
    if (table !== null) target().push(table);
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
      const element: OpenTag = { tag, attributes, style: attributes['style'] ?? '' };
      checkDepth(stack.length);
      stack.push({
        tag,
        look: lookOf(element, outer.look),
        align: alignOf(element) ?? outer.align,
        hidden: outer.hidden || (hidden === 'left-out' && isHidden(element)),
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
            type: listTypeOf(element),
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
          tables.begin(element);
          break;
        case 'tr':
          tables.beginRow();
          break;
        case 'td':
        case 'th':
          tables.beginCell(element);
          break;
        case 'a':
          // What stood before a note's mark was blank, and is not of the note.
          if (
            notes.beginLink(
              attributes['name'] ?? attributes['id'] ?? '',
              stack.map((open) => open.tag),
              isBlank(children),
            )
          )
            children = [];
          break;
      }
      if (/^h[1-6]$/.test(tag)) heading = Number(tag[1]);
    },
    ontext(value) {
      if (quiet > 0) return;
      if (!notes.takeText(value)) addText(value);
    },
    onclosetag(tag) {
      if (quiet > 0) {
        quiet -= 1;
        return;
      }
      const at = stack.length - 1;
      if (blocks.test(tag)) endBlock();
      else flush();
      if (tag === 'a') children.push(...notes.endLink(stack.length));
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
          tables.endCell();
          break;
        case 'tr':
          tables.endRow();
          break;
        case 'table':
          endTable();
          break;
      }
      if (/^h[1-6]$/.test(tag)) heading = null;
      notes.endElement(at);
    },
  });
  parser.end(html);
  endBlock();
  notes.end();
  while (tables.isOpen) endTable();
  return body;
}

const emptyLine = {
  styleName: 'Preformatted Text',
  align: null,
  outlineLevel: null,
  label: null,
  table: null,
} as const;

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
