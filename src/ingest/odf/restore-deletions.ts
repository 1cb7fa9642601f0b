import { parseXml } from '../docx/parse-xml.js';
import { applyEdits, type Edit } from '../docx/xml-edits.js';

interface Element {
  readonly tag: string;
  readonly start: number;
  /** after its opening tag */
  readonly inside: number;
}
interface Block {
  readonly isParagraph: boolean;
  /** with its tags, and without */
  readonly whole: string;
  readonly inner: string;
}
interface Deletion {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
}

const isParagraph = (tag: string): boolean => tag === 'text:p' || tag === 'text:h';

/**
 * A part as it was before the deletions that were tracked in it: they stand at its beginning, and each is put where a mark
 * says that it was made. One without such a mark stays where it is.
 *
 * @param count is told of the characters of each as it is put back, and may end the reading
 * @source ODF 1.3 part 3, 5.5
 */
export function restoreDeletions(xml: string, part: string, count: (characters: number) => void): string {
  const edits: Edit[] = [];
  const deletions = new Map<string, Deletion>();
  const path: Element[] = [];
  let region = '';
  let blocks: Block[] = [];

  const putBack = (id: string, start: number, end: number): void => {
    const deletion = deletions.get(id);
    if (deletion === undefined) return;
    deletions.delete(id);
    const paragraph = path.findLastIndex(({ tag }) => isParagraph(tag));
    const open = paragraph < 0 ? [] : path.slice(paragraph);
    const text = open.length === 0 ? wholeOf(deletion.blocks) : partedBy(deletion.blocks, open, xml);
    count(text.length);
    edits.push({ start: deletion.start, end: deletion.end, text: '' }, { start, end, text });
  };

  parseXml(xml, part, {
    open(tag, attributes, end, selfClosing) {
      const start = xml.lastIndexOf('<', end - 1);
      if (tag === 'text:changed-region') region = attributes['xml:id'] ?? attributes['text:id'] ?? '';
      else if (tag === 'text:deletion') blocks = [];
      else if (tag === 'text:change' && selfClosing) putBack(attributes['text:change-id'] ?? '', start, end);
      path.push({ tag, start, inside: end });
    },
    close(tag, end) {
      const { start, inside } = path.pop()!;
      if (tag === 'text:deletion') deletions.set(region, { start, end, blocks });
      if (path.at(-1)?.tag !== 'text:deletion' || tag === 'office:change-info') return;
      const inner = inside === end ? '' : xml.slice(inside, xml.lastIndexOf('<', end - 1));
      blocks.push({ isParagraph: isParagraph(tag), whole: xml.slice(start, end), inner });
    },
  });
  return applyEdits(xml, edits);
}

const wholeOf = (blocks: readonly Block[]): string => blocks.map(({ whole }) => whole).join('');

/** What was deleted within a paragraph: its first and its last paragraph are the parts of that one that were cut off. */
function partedBy(blocks: readonly Block[], open: readonly Element[], xml: string): string {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (blocks.length === 1 && first?.isParagraph) return first.inner;
  const end = open.map(({ tag }) => `</${tag}>`).reverse();
  const begin = open.map(({ start, inside }) => xml.slice(start, inside));
  const [head, rest] = first?.isParagraph ? [first.inner, blocks.slice(1)] : ['', blocks];
  const [tail, between] = last?.isParagraph ? [last.inner, rest.slice(0, -1)] : ['', rest];
  return [head, ...end, wholeOf(between), ...begin, tail].join('');
}
