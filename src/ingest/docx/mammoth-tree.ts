import mammoth from 'mammoth';
import { PipelineError } from '../../model/index.js';
import type { Conversion } from '../legacy/decode-runs.js';

/** The tree that mammoth reads from a package; its own types stop at `any`. */
export type Node =
  | ParagraphNode
  | RunNode
  | TableNode
  | RowNode
  | CellNode
  | { readonly type: 'text'; readonly value: string; readonly conversion?: Conversion | null }
  | { readonly type: 'tab' }
  | { readonly type: 'break'; readonly breakType: 'line' | 'page' | 'column' }
  | { readonly type: 'hyperlink'; readonly children: readonly Node[] }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'noteReference'; readonly noteType: 'footnote' | 'endnote'; readonly noteId: string }
  | { readonly type: 'bookmarkStart'; readonly name: string }
  | { readonly type: 'image' | 'commentReference' };

export interface ParagraphNode {
  readonly type: 'paragraph';
  readonly children: readonly Node[];
  readonly styleName: string | null;
  readonly alignment: string | null;
}
export interface RunNode {
  readonly type: 'run';
  readonly children: readonly Node[];
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isAllCaps: boolean;
  readonly verticalAlignment: 'baseline' | 'superscript' | 'subscript';
  readonly font: string | null;
  readonly fontSize: number | null;
}
export interface TableNode {
  readonly type: 'table';
  readonly children: readonly Node[];
}
export interface RowNode {
  readonly type: 'tableRow';
  readonly children: readonly Node[];
  readonly isHeader: boolean;
}
export interface CellNode {
  readonly type: 'tableCell';
  readonly children: readonly Node[];
  readonly colSpan: number;
  readonly rowSpan: number;
}
export interface NoteNode {
  readonly noteType: 'footnote' | 'endnote';
  readonly body: readonly Node[];
}
export interface DocumentNode {
  readonly children: readonly Node[];
  readonly notes: { resolve(reference: { noteType: string; noteId: string }): NoteNode | null };
}

/**
 * Lets mammoth read a package and gives its document tree. The tree is taken before the conversion to HTML, which is
 * left with nothing to do.
 *
 * @throws PipelineError `corrupt`
 */
export async function readTree(packed: Uint8Array, name: string): Promise<DocumentNode> {
  let tree: DocumentNode | undefined;
  const transformDocument = (document: DocumentNode) => {
    tree = document;
    return { ...document, children: [] };
  };
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength) },
      { transformDocument },
    );
  } catch (cause) {
    throw new PipelineError(
      'corrupt',
      `${name} is damaged: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
  if (tree === undefined) throw new PipelineError('corrupt', `${name} holds no document`);
  return tree;
}
