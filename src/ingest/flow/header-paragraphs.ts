import type { Node } from '../docx/mammoth-tree.js';
import type { FontRun } from '../legacy/choose-encodings.js';

/** The paragraphs of a page header, whatever tables they stand in, as runs; empty ones left out. */
export function headerParagraphs(nodes: readonly Node[]): FontRun[][] {
  const paragraphs: FontRun[][] = [];
  const walk = (list: readonly Node[], runs: FontRun[], font: string | null, caps: boolean): void => {
    for (const node of list)
      switch (node.type) {
        case 'paragraph': {
          const own: FontRun[] = [];
          walk(node.children, own, null, false);
          if (own.some(({ text }) => text.trim() !== '')) paragraphs.push(own);
          break;
        }
        case 'run':
          walk(node.children, runs, node.font, node.isAllCaps);
          break;
        case 'text':
          runs.push({ text: caps ? node.value.toLocaleUpperCase('vi') : node.value, font });
          break;
        case 'tab':
          runs.push({ text: ' ', font });
          break;
        case 'break':
          runs.push({ text: '\n', font });
          break;
        default:
          if ('children' in node) walk(node.children, runs, font, caps);
      }
  };
  walk(nodes, [], null, false);
  return paragraphs;
}
