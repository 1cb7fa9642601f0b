import type { FontCapitals, FontRun } from '../legacy/choose-encodings.js';
import { type Conversion, decodeRuns } from '../legacy/decode-runs.js';
import type { DocumentNode, Node, NoteNode } from './mammoth-tree.js';
import type { PreparedPart } from './prepared-part.js';

/** How the texts of these nodes were decoded, as one: the encoding of the first, the letters of all. */
export function conversionOf(nodes: readonly Node[]): Conversion | null {
  let found: Conversion | null = null;
  const walk = (list: readonly Node[]) => {
    for (const node of list) {
      if (node.type === 'text' && node.conversion != null)
        found = found === null ? node.conversion : { ...found, letters: found.letters + node.conversion.letters };
      else if ('children' in node) walk(node.children);
    }
  };
  walk(nodes);
  return found;
}

type TextNode = Extract<Node, { readonly type: 'text' }>;
type Reference = Extract<Node, { readonly type: 'noteReference' }>;

interface Paragraph {
  readonly index: number;
  readonly runs: FontRun[];
}

export interface DecodedTree {
  readonly tree: DocumentNode;
  readonly parts: ReadonlyMap<string, PreparedPart>;
}

/**
 * Decodes the texts, notes and list labels of a document that were typed in fonts of their own encoding.
 * A document in Unicode is given back as it came.
 */
export function decodeTree(
  tree: DocumentNode,
  parts: ReadonlyMap<string, PreparedPart>,
  capitals?: FontCapitals,
): DecodedTree {
  const paragraphs: FontRun[][] = [];
  const open = (): Paragraph => {
    const runs: FontRun[] = [];
    return { index: paragraphs.push(runs) - 1, runs };
  };
  /** to each text of the tree its place in `paragraphs` */
  const places = new Map<TextNode, readonly [paragraph: number, run: number]>();
  const notes = new Map<string, NoteNode | null>();
  const keyOf = (reference: { noteType: string; noteId: string }) => `${reference.noteType} ${reference.noteId}`;

  const addNote = (reference: Reference): void => {
    if (notes.has(keyOf(reference))) return;
    const note = tree.notes.resolve(reference);
    notes.set(keyOf(reference), note);
    if (note !== null) collect(note.body, null, null);
  };
  /** Text outside of paragraphs, as damaged files have it, is a paragraph of its own. */
  const collect = (nodes: readonly Node[], into: Paragraph | null, font: string | null): void => {
    const references: Reference[] = [];
    for (const node of nodes) {
      const paragraph = node.type === 'paragraph' || (into === null && node.type === 'text') ? open() : into;
      switch (node.type) {
        case 'text':
          places.set(node, [paragraph!.index, paragraph!.runs.length]);
          paragraph!.runs.push({ text: node.value, font });
          break;
        case 'tab':
        case 'break':
          paragraph?.runs.push({ text: '\n', font });
          break;
        case 'run':
          collect(node.children, paragraph, node.font);
          break;
        case 'noteReference':
          references.push(node);
          break;
        default:
          if ('children' in node)
            collect(node.children, node.type === 'hyperlink' || node.type === 'paragraph' ? paragraph : null, font);
      }
    }
    for (const reference of references) addNote(reference);
  };
  collect(tree.children, null, null);
  const labelsFrom = paragraphs.length;
  const labelled = [...parts].flatMap(([letter, part]) =>
    part.paragraphs.flatMap(({ label }, index) => (label === null || label.isBullet ? [] : [{ letter, index, label }])),
  );
  for (const { label } of labelled) paragraphs.push([{ text: label.label, font: label.font }]);

  const decoded = decodeRuns(paragraphs, capitals);
  if (decoded === null) return { tree, parts };

  const rebuild = (nodes: readonly Node[]): Node[] =>
    nodes.map((node): Node => {
      if (node.type === 'text') {
        const [paragraph, run] = places.get(node)!;
        const { text, conversion } = decoded[paragraph]![run]!;
        return { type: 'text', value: text, conversion };
      }
      return 'children' in node ? ({ ...node, children: rebuild(node.children) } as Node) : node;
    });
  const rebuilt = new Map(
    [...notes].map(([key, note]) => [key, note === null ? null : { ...note, body: rebuild(note.body) }] as const),
  );
  const newParts = new Map(
    [...parts].map(([letter, part]) => {
      const facts = [...part.paragraphs];
      for (const [at, { letter: own, index, label }] of labelled.entries()) {
        const [run] = decoded[labelsFrom + at]!;
        if (own === letter) facts[index] = { ...facts[index]!, label: { ...label, label: run!.text } };
      }
      return [letter, { ...part, paragraphs: facts }] as const;
    }),
  );
  return {
    tree: {
      children: rebuild(tree.children),
      notes: { resolve: (reference) => rebuilt.get(keyOf(reference)) ?? null },
    },
    parts: newParts,
  };
}
