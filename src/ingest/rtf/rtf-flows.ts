import type { Node } from '../docx/mammoth-tree.js';
import { customMark } from '../docx/prepared-part.js';
import type { TreeBuilder } from '../flow/tree-builder.js';
import { createRtfTables, type RtfTables } from './rtf-tables.js';

/** What stands on the edge of pages; Word has headers of its own for the first. */
export type Margin = 'header' | 'first-header' | 'footer';

/** The body, a note, a text box, a page header or footer: paragraphs and tables one after another. */
export interface Flow {
  readonly kind: 'body' | 'note' | 'box' | Margin;
  readonly tables: RtfTables;
  /** of the paragraph that is being read */
  children: Node[];
  /** text boxes that hang on the paragraph that is being read */
  boxes: Node[];
  /** in a page header or footer, or it is one */
  readonly inHeader: boolean;
  /** of a note, by which the builder knows it */
  readonly key: string | null;
}

/** The flows of an RTF, each in a group of another, and what becomes of them at their ends. */
export interface RtfFlows {
  readonly body: Flow;
  /** A note; a mark that its author typed goes from the paragraph, where it is raised, to the note. */
  beginNote(outer: Flow, isRaised: boolean): Flow;
  beginBox(outer: Flow): Flow;
  beginMargin(margin: Margin): Flow;
  /** Puts a flow, whose last paragraph has ended, where it belongs: a text box after the paragraph it hangs on. */
  end(flow: Flow, outer: Flow): void;
  /** More than the ends of groups comes. */
  goesOn(): void;
  /**
   * The body and the page headers, that of the first page first.
   *
   * @param cut the file breaks off: a header or footer that lacks its end, and all after it, is the body
   */
  finish(cut: boolean): { readonly body: readonly Node[]; readonly pageHeaders: readonly (readonly Node[])[] };
}

export function createRtfFlows(builder: TreeBuilder): RtfFlows {
  const open = (kind: Flow['kind'], inHeader: boolean, key: string | null = null): Flow => ({
    kind,
    tables: createRtfTables(builder.addTable, builder.setBordered),
    children: [],
    boxes: [],
    inHeader,
    key,
  });
  const body = open('body', false);
  let noteCount = 0;
  let pageHeaders: { readonly isFirst: boolean; readonly blocks: readonly Node[] }[] = [];
  /** of a page header or footer with whose end the file ends: where a brace is lacking, it holds the body */
  let lastMargin: readonly Node[] | null = null;
  return {
    body,
    beginNote: (outer, isRaised) => {
      noteCount += 1;
      const { children } = outer;
      const last = children.at(-1);
      children.push({ type: 'noteReference', noteType: 'footnote', noteId: String(noteCount) });
      // A mark that the author typed himself stands before the note, raised like it.
      if (isRaised && last?.type === 'run' && last.verticalAlignment === 'superscript') {
        children.splice(children.length - 2, 1);
        const mark = last.children.flatMap((child) => (child.type === 'text' ? [child.value] : [])).join('');
        children.push({ type: 'bookmarkStart', name: customMark }, { type: 'text', value: mark.trim() });
      }
      return open('note', outer.inHeader, `footnote ${noteCount}`);
    },
    beginBox: (outer) => open('box', outer.inHeader),
    beginMargin: (margin) => open(margin, true),
    end: (flow, outer) => {
      const blocks = flow.tables.finish();
      switch (flow.kind) {
        case 'header':
        case 'first-header':
          pageHeaders.push({ isFirst: flow.kind === 'first-header', blocks });
          lastMargin = blocks;
          break;
        case 'footer':
          lastMargin = blocks;
          break;
        case 'note':
          builder.notes.set(flow.key!, { noteType: 'footnote', body: withoutMark(blocks) });
          break;
        default:
          outer.boxes.push(...blocks);
      }
    },
    goesOn: () => {
      lastMargin = null;
    },
    finish: (cut) => {
      if (cut && lastMargin !== null) {
        for (const block of lastMargin) body.tables.add(block, 0);
        pageHeaders = pageHeaders.filter(({ blocks }) => blocks !== lastMargin);
      }
      const inOrder = pageHeaders.sort((a, b) => Number(b.isFirst) - Number(a.isFirst));
      return { body: body.tables.finish(), pageHeaders: inOrder.map(({ blocks }) => blocks) };
    },
  };
}

/** The note's own mark at its beginning is laid out anew. */
function withoutMark(blocks: readonly Node[]): readonly Node[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const at = first.children.findIndex((node) => node.type === 'run' && node.children.length > 0);
  const mark = first.children[at];
  if (mark?.type !== 'run' || mark.verticalAlignment !== 'superscript') return blocks;
  return [{ ...first, children: first.children.filter((_, index) => index !== at) }, ...rest];
}
