import type { Diagnostic, SourceDocument } from '../../model/index.js';
import { decodeTree } from '../docx/decode-tree.js';
import { draftOfTree } from '../docx/draft-of-tree.js';
import type { DocumentNode, Node, NoteNode, ParagraphNode, RunNode } from '../docx/mammoth-tree.js';
import { markName, type ParagraphFacts, type PreparedPart } from '../docx/prepared-part.js';
import { assembleDocument } from '../draft.js';
import type { ReaderInput } from '../reader.js';
import { headerParagraphs } from './header-paragraphs.js';
import { letterheadBlocks } from './letterhead.js';

/** How the letters of a run look, in any format that flows. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly raised: 'baseline' | 'superscript' | 'subscript';
  readonly font: string | null;
  /** points */
  readonly size: number | null;
}

export const plainLook: Look = {
  bold: false,
  italic: false,
  caps: false,
  raised: 'baseline',
  font: null,
  size: null,
};

export interface ParagraphLook {
  readonly styleName: string | null;
  /** as Word calls it: left, center, right, both */
  readonly align: string | null;
  /** 0..8; null for body text */
  readonly outlineLevel: number | null;
  /** what automatic numbering prints before it, as `1.` or `a)` */
  readonly label: { readonly text: string; readonly level: number; readonly isBullet: boolean } | null;
  /** of `addTable`, of the innermost table it stands in */
  readonly table: number | null;
}

export const plainParagraph: ParagraphLook = {
  styleName: null,
  align: null,
  outlineLevel: null,
  label: null,
  table: null,
};

/** Builds the tree that the layout of word processors' documents takes, from any format that flows. */
export interface TreeBuilder {
  readonly notes: Map<string, NoteNode>;
  run(children: readonly Node[], look: Look): RunNode;
  paragraph(children: readonly Node[], look: ParagraphLook): ParagraphNode;
  /** A table's number, to be named by its paragraphs before its rows are known. */
  addTable(): number;
  setBordered(table: number): void;
  /** The document of these blocks, and of the page header that holds its letterhead, if one does. */
  assemble(
    input: ReaderInput,
    mediaType: string,
    blocks: readonly Node[],
    warnings: readonly Diagnostic[],
    pageHeaders?: readonly (readonly Node[])[],
  ): SourceDocument;
}

export function createTreeBuilder(): TreeBuilder {
  const facts: ParagraphFacts[] = [];
  const tables: { bordered: boolean }[] = [];
  const notes = new Map<string, NoteNode>();
  return {
    notes,
    run: (children, look) => ({
      type: 'run',
      children,
      isBold: look.bold,
      isItalic: look.italic,
      isAllCaps: look.caps,
      verticalAlignment: look.raised,
      font: look.font,
      fontSize: look.size,
    }),
    paragraph: (children, { styleName, align, outlineLevel, label, table }) => {
      const mark = facts.push({
        style: { name: styleName ?? '' },
        label:
          label === null
            ? null
            : {
                label: label.text,
                suffix: ' ',
                level: label.level,
                isBullet: label.isBullet,
                font: children.find((node) => node.type === 'run')?.font ?? null,
              },
        outlineLevel,
        table,
      });
      return {
        type: 'paragraph',
        children: [...joinRuns(children), { type: 'bookmarkStart', name: markName('d', mark - 1) }],
        styleName,
        alignment: align,
      };
    },
    addTable: () => tables.push({ bordered: false }) - 1,
    setBordered: (table) => {
      tables[table]!.bordered = true;
    },
    assemble: (input, mediaType, blocks, warnings, pageHeaders = []) => {
      const typed: DocumentNode = {
        children: blocks,
        notes: { resolve: ({ noteType, noteId }) => notes.get(`${noteType} ${noteId}`) ?? null },
      };
      const part: PreparedPart = { xml: '', paragraphs: facts, tables };
      const { draft, conversions } = draftOfTree(decodeTree(typed, new Map([['d', part]]), input.capitals));
      return assembleDocument({
        sha256: input.sha256,
        name: input.name,
        mediaType,
        bytes: input.bytes.length,
        pageCount: null,
        ...draft,
        blocks: [...letterheadBlocks(pageHeaders.map(headerParagraphs), draft.blocks, input.capitals), ...draft.blocks],
        warnings: [...warnings, ...conversions],
      });
    },
  };
}

/** Runs that look alike as one: a mark such as «(1)» in three runs is still one mark. In one pass, since a page may have a million. */
function joinRuns(nodes: readonly Node[]): Node[] {
  const joined: Node[] = [];
  /** children of the last run, once it has joined another */
  let children: Node[] | null = null;
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'run' && last?.type === 'run' && lookAlike(node, last)) {
      if (children === null) {
        children = [];
        for (const child of last.children) appendJoined(children, child);
        joined[joined.length - 1] = { ...last, children };
      }
      for (const child of node.children) appendJoined(children, child);
    } else {
      joined.push(node);
      children = null;
    }
  }
  return joined;
}

const lookAlike = (one: RunNode, other: RunNode): boolean =>
  one.isBold === other.isBold &&
  one.isItalic === other.isItalic &&
  one.isAllCaps === other.isAllCaps &&
  one.verticalAlignment === other.verticalAlignment &&
  one.font === other.font &&
  one.fontSize === other.fontSize;

function appendJoined(children: Node[], node: Node): void {
  const last = children.at(-1);
  if (node.type === 'text' && last?.type === 'text')
    children[children.length - 1] = { type: 'text', value: last.value + node.value };
  else children.push(node);
}
