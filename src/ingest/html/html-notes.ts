import type { Node } from '../docx/mammoth-tree.js';
import { customMark } from '../docx/prepared-part.js';
import type { TreeBuilder } from '../flow/tree-builder.js';
import type { NoteLinks } from './note-links.js';

/** Reads the notes of a page, which are links to and fro: the marks in the text, and the elements that hold the notes. */
export interface HtmlNotes {
  /** what the note that is read holds so far; null where none is */
  readonly blocks: Node[] | null;
  /**
   * A link begins that may be a note's mark, in the text or before the note.
   *
   * @param name of the link
   * @param path tags of the elements that are open, this one the last
   * @param isFirst whether nothing stands before it in its paragraph
   * @returns whether a note begins
   */
  beginLink(name: string, path: readonly string[], isFirst: boolean): boolean;
  /** @returns whether the text is that of a mark, and so not of the page */
  takeText(text: string): boolean;
  /**
   * @param depth how many elements are open, this one too
   * @returns what stands in the text for the mark that ends; nothing for another link
   */
  endLink(depth: number): readonly Node[];
  /** An element has ended, and with it the note that it holds. `depth` elements are open around it. */
  endElement(depth: number): void;
  /** The page has ended. A mark whose note did not come is a link like others. */
  end(): void;
}

type NoteType = 'footnote' | 'endnote';

export function createHtmlNotes({ marks, notes }: NoteLinks, builder: TreeBuilder): HtmlNotes {
  let count = 0;
  /** by the names of the links with which they begin */
  const keys = new Map<string, string>();
  const references: { readonly key: string; readonly reference: Node; readonly text: string }[] = [];
  /** `depth`: of the element with which it ends */
  let note: { readonly key: string; readonly blocks: Node[]; readonly depth: number } | null = null;
  let mark: { readonly key: string; readonly isNote: boolean; text: string; readonly depth: number } | null = null;

  const endNote = (): void => {
    if (note === null) return;
    builder.notes.set(note.key, { noteType: note.key.split(' ')[0] as NoteType, body: note.blocks });
    note = null;
  };
  return {
    get blocks() {
      return note?.blocks ?? null;
    },
    beginLink: (name, path, isFirst) => {
      const to = marks.get(name);
      if (to !== undefined) {
        count += 1;
        const key = `${/^_?edn|endnote/i.test(to) ? 'endnote' : 'footnote'} ${count}`;
        keys.set(to, key);
        mark = { key, isNote: false, text: '', depth: path.length };
        return false;
      }
      const key = keys.get(name);
      if (!notes.has(name) || key === undefined || !isFirst) return false;
      endNote();
      const box = path.findLastIndex((tag) => /^(?:div|li|section|aside|p|dd)$/.test(tag));
      const wider = path.findLastIndex((tag) => tag === 'div' || tag === 'li');
      note = { key, blocks: [], depth: wider > 0 ? wider : box };
      mark = { key, isNote: true, text: '', depth: path.length };
      return true;
    },
    takeText: (text) => {
      if (mark === null) return false;
      mark.text += text;
      return true;
    },
    endLink: (depth) => {
      if (mark?.depth !== depth) return [];
      const { key, isNote, text } = mark;
      mark = null;
      if (isNote) return [];
      const [noteType, noteId] = key.split(' ') as [NoteType, string];
      const reference: Node = { type: 'noteReference', noteType, noteId };
      references.push({ key, reference, text });
      const printed = text.replace(/[[\]()\s]/g, '');
      return /^(?:\d+|[ivx]+)$/.test(printed)
        ? [reference]
        : [reference, { type: 'bookmarkStart', name: customMark }, { type: 'text', value: printed }];
    },
    endElement: (depth) => {
      if (note !== null && note.depth >= depth) endNote();
    },
    end: () => {
      endNote();
      for (const { key, reference, text } of references)
        if (!builder.notes.has(key)) Object.assign(reference, { type: 'text', value: text } satisfies Node);
    },
  };
}
