import type { Node } from './mammoth-tree.js';

/** The text of nodes, roughly: a space between runs of different paragraphs. */
export function plainText(nodes: readonly Node[], trimmed = true): string {
  const parts: string[] = [];
  const walk = (list: readonly Node[]) => {
    for (const node of list) {
      if (node.type === 'text') parts.push(node.value);
      else if (node.type === 'tab') parts.push('\t');
      else if (node.type === 'break') parts.push('\n');
      else if ('children' in node) {
        walk(node.children);
        if (node.type === 'paragraph') parts.push('\n');
      }
    }
  };
  walk(nodes);
  const text = parts.join('').normalize('NFC');
  return trimmed ? text.trim() : text.replace(/\n$/, '');
}
