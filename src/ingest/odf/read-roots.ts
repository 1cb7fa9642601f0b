import type { Node } from '../docx/mammoth-tree.js';
import { parseXml } from '../docx/parse-xml.js';
import { customMark } from '../docx/prepared-part.js';
import type { TrackedDeletions } from '../flow/tracked-deletions.js';
import { type Look, plainParagraph, type TreeBuilder } from '../flow/tree-builder.js';
import type { ReaderInput } from '../reader.js';
import { createOdfLists, type ListLabel } from './odf-lists.js';
import { createOdfCounter, type createOdfStyles, type OdfStyle } from './odf-styles.js';
import { countOf, createOdfTables } from './odf-tables.js';
import { shownValue } from './shown-value.js';
import { noWeight, type Weight, type weighRepeats } from './weigh-repeats.js';

/** Elements whose text is not the document's: what was deleted, comments, scripts, fields' own lists. */
const silent = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'office:forms',
  'office:scripts',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'table:tracked-changes',
  'table:content-validations',
  'table:named-expressions',
  'table:database-ranges',
  'table:shapes',
  // Calc keeps under a joined cell what stood there before.
  'table:covered-table-cell',
  'text:note-citation',
  'text:hidden-text',
  'svg:title',
  'svg:desc',
  'draw:image',
  'draw:object',
  'draw:object-ole',
]);

interface Flow {
  readonly blocks: Node[];
  children: Node[];
  boxes: Node[];
  readonly weight: Weight;
}
interface OpenParagraph {
  readonly style: OdfStyle;
  readonly outlineLevel: number | null;
  readonly label: ListLabel | null;
}

/** What is read together with a part, and goes on in the next. */
export interface OdfReading {
  readonly input: ReaderInput;
  readonly builder: TreeBuilder;
  readonly grow: ReturnType<typeof weighRepeats>;
  readonly deletions: TrackedDeletions;
  /** filled ones of hidden rows and columns */
  readonly leftOut: { cells: number };
}

/**
 * The nodes of each element of a name in a part, with the styles that the part declares before it.
 *
 * @param styles gets those of this part too
 */
export function readRoots(
  { name, xml }: { readonly name: string; readonly xml: string },
  root: RegExp,
  styles: ReturnType<typeof createOdfStyles>,
  { input, builder, grow, deletions, leftOut }: OdfReading,
): Node[][] {
  const roots: Node[][] = [];
  const lists = createOdfLists(createOdfCounter(styles));
  const openFlow = (): Flow => ({ blocks: [], children: [], boxes: [], weight: noWeight() });
  const flows: Flow[] = [openFlow()];
  const flow = () => flows.at(-1)!;
  const isSpreadsheet = xml.includes('<office:spreadsheet');
  const hides = input.hidden !== 'kept';
  const tables = createOdfTables(grow, isSpreadsheet && hides);
  const paragraphs: OpenParagraph[] = [];
  const looks: { look: Look; hidden: boolean }[] = [];
  /** the attributes of the cells that are open */
  const cells: Readonly<Record<string, string>>[] = [];
  const notes: { key: string; custom: string | null }[] = [];
  let quiet = 0;
  let inRoot = false;
  let deleted: string | null = null;
  let noteCount = 0;
  let text = '';

  const flush = (): void => {
    const now = looks.at(-1);
    if (text !== '' && now !== undefined && !now.hidden && paragraphs.length > 0)
      flow().children.push(builder.run([{ type: 'text', value: text }], now.look));
    grow(flow().weight, { characters: text.length, cells: 0 });
    text = '';
  };
  const add = (node: Node): void => {
    flush();
    const now = looks.at(-1);
    if (now !== undefined && !now.hidden) flow().children.push(builder.run([node], now.look));
  };
  const put = (node: Node): void => {
    flow().blocks.push(node);
  };
  parseXml(xml, `${input.name}: ${name}`, {
    open(tag, attributes) {
      if (!inRoot) {
        if (root.test(tag)) inRoot = true;
        else styles.open(tag, attributes);
        return;
      }
      if (tag === 'text:deletion') deleted = '';
      if (quiet > 0 || silent.has(tag)) {
        const note = notes.at(-1);
        if (quiet === 0 && tag === 'text:note-citation' && note !== undefined)
          note.custom = attributes['text:label'] ?? null;
        if (quiet === 0) tables.open(tag, attributes);
        quiet += 1;
        return;
      }
      if (tables.open(tag, attributes)) return;
      switch (tag) {
        case 'text:p':
        case 'text:h': {
          const style = styles.of('paragraph', attributes['text:style-name']);
          const level = tag === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) : style.outlineLevel;
          const label = lists.label() ?? (tag === 'text:h' && level !== null ? lists.headingLabel(level) : null);
          paragraphs.push({ style, outlineLevel: level === null ? null : level - 1, label });
          looks.push({ look: style.look, hidden: hides && style.hidden });
          break;
        }
        case 'text:span': {
          flush();
          const outer = looks.at(-1);
          const own = styles.of('text', attributes['text:style-name']);
          const base = styles.of('text', undefined);
          // A span changes what its style names and keeps the rest of the paragraph's look.
          const changed = Object.fromEntries(
            Object.entries(own.look).filter(([key, value]) => value !== base.look[key as keyof Look]),
          );
          looks.push({
            look: { ...(outer?.look ?? own.look), ...changed },
            hidden: (outer?.hidden ?? false) || (hides && own.hidden),
          });
          break;
        }
        case 'text:s':
          text += ' '.repeat(Math.min(1000, countOf(attributes, 'text:c')));
          break;
        case 'text:tab':
          add({ type: 'tab' });
          break;
        case 'text:line-break':
          add({ type: 'break', breakType: 'line' });
          break;
        case 'text:list':
          lists.begin(attributes);
          break;
        case 'text:list-item':
        case 'text:list-header':
          lists.beginItem(attributes, tag === 'text:list-item');
          break;
        case 'text:note': {
          flush();
          noteCount += 1;
          const noteType = attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
          flow().children.push({ type: 'noteReference', noteType, noteId: String(noteCount) });
          notes.push({ key: `${noteType} ${noteCount}`, custom: null });
          break;
        }
        case 'text:note-body':
          flows.push(openFlow());
          break;
        case 'draw:text-box':
          flush();
          flows.push(openFlow());
          break;
        case 'table:table': {
          if (isSpreadsheet && hides && styles.of('table', attributes['table:style-name']).hidden) {
            quiet += 1;
            return;
          }
          if (isSpreadsheet && tables.number === null && attributes['table:name'] !== undefined) {
            const heading = builder.run(
              [{ type: 'text', value: attributes['table:name'] }],
              styles.of('text', undefined).look,
            );
            put(builder.paragraph([heading], { ...plainParagraph, outlineLevel: 0 }));
          }
          tables.begin(builder.addTable());
          break;
        }
        case 'table:table-cell':
          tables.beginCell(attributes);
          cells.push(attributes);
          flows.push(openFlow());
          if (tables.number !== null && styles.of('table-cell', attributes['table:style-name']).bordered)
            builder.setBordered(tables.number);
          break;
      }
    },
    close(tag) {
      if (!inRoot) {
        styles.close(tag);
        return;
      }
      if (root.test(tag)) {
        roots.push(flows[0]!.blocks);
        flows.splice(0, flows.length, openFlow());
        inRoot = false;
        return;
      }
      if (quiet > 0) {
        // Who deleted it and when is said before the text.
        if (tag === 'office:change-info' && deleted !== null) deleted = '';
        else if (tag === 'text:deletion') {
          deletions.add(deleted ?? '');
          deleted = null;
        }
        quiet -= 1;
        return;
      }
      tables.close(tag);
      switch (tag) {
        case 'text:p':
        case 'text:h': {
          const cell = cells.at(-1);
          if (isSpreadsheet && cell !== undefined && flow().children.length === 0) text = shownValue(cell, text);
          flush();
          const paragraph = paragraphs.pop();
          looks.pop();
          if (paragraph === undefined) break;
          const own = flow();
          put(
            builder.paragraph(own.children, {
              styleName: paragraph.style.name,
              align: paragraph.style.align,
              outlineLevel: paragraph.outlineLevel,
              label: paragraph.label,
              table: tables.number,
            }),
          );
          own.children = [];
          own.blocks.push(...own.boxes);
          own.boxes = [];
          break;
        }
        case 'text:span':
          flush();
          looks.pop();
          break;
        case 'text:list':
          lists.end();
          break;
        case 'text:note-body': {
          const { blocks, weight } = flows.pop()!;
          grow(flow().weight, weight);
          const note = notes.pop();
          if (note !== undefined)
            builder.notes.set(note.key, { noteType: note.key.split(' ')[0] as 'footnote' | 'endnote', body: blocks });
          if (note?.custom != null)
            flow().children.push({ type: 'bookmarkStart', name: customMark }, { type: 'text', value: note.custom });
          break;
        }
        case 'draw:text-box': {
          const { blocks, weight } = flows.pop()!;
          grow(flow().weight, weight);
          if (paragraphs.length > 0) flow().boxes.push(...blocks);
          else for (const block of blocks) put(block);
          break;
        }
        case 'table:table-cell': {
          const { blocks, weight } = flows.pop()!;
          tables.endCell(blocks, weight);
          cells.pop();
          break;
        }
        case 'table:table': {
          const ended = tables.end();
          if (ended === undefined) break;
          grow(flow().weight, ended.weight);
          if (ended.table !== null) put(ended.table);
          break;
        }
      }
    },
    text(value) {
      if (deleted !== null) deleted += value;
      if (inRoot && quiet === 0 && paragraphs.length > 0) text += value.replace(/[\t\r\n ]+/g, ' ');
    },
  });
  leftOut.cells += tables.hiddenCells;
  return roots;
}
