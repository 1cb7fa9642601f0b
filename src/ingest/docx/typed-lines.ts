import type { DocumentNode } from './mammoth-tree.js';
import { plainText } from './plain-text.js';

/**
 * The lines of a text that was poured into a word processor, a paragraph a line: all in a style for text as typed, or
 * without any form at all. Null for a document that somebody set.
 */
export function typedLines(tree: DocumentNode): string | null {
  const lines: string[] = [];
  let typed = 0;
  let filled = 0;
  for (const node of tree.children) {
    if (node.type === 'table') return null;
    if (node.type !== 'paragraph') continue;
    const text = plainText([node], false);
    lines.push(text);
    if (text.trim() === '') continue;
    filled += 1;
    if (/preformatted|plain ?text|văn bản thuần/i.test(node.styleName ?? '')) typed += 1;
  }
  return filled > 0 && typed * 10 >= filled * 9 ? lines.join('\n') : null;
}
