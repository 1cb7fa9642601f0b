import type { PlainLine } from '../plain/plain-lines.js';
import { findColumns } from '../plain/split-columns.js';
import type { Node } from './mammoth-tree.js';
import { plainText } from './plain-text.js';

/** Paragraphs `from` to `to` (excluded) whose lines stand in two columns, set apart by tabs or spaces. */
export interface TypedColumns {
  readonly from: number;
  readonly to: number;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

// Tab stops and widths of letters are not known here, so the right column is put where no left one reaches.
const rightColumn = 200;

/** A paragraph as a line with its columns in fixed places; null where no column can go on. */
function lineOf(node: Node, gapBefore: number): PlainLine | null {
  if (node.type !== 'paragraph') return null;
  const text = plainText([node], false);
  if (text.includes('\n') || text.length > rightColumn || node.children.some(({ type }) => type === 'noteReference'))
    return null;
  const pieces = text.trim().split(/\s*\t\s*|\s{3,}/u);
  const indent = text.length - text.trimStart().length + 7 * (/^\s*/.exec(text)![0].split('\t').length - 1);
  // A centred line is a title, not a line of one of the columns.
  if (pieces.length === 1 && node.alignment === 'center') return null;
  const [first, ...rest] = pieces;
  const inRight = rest.length === 0 && (indent >= 24 || node.alignment === 'right' || node.alignment === 'end');
  const raw = inRight
    ? ' '.repeat(rightColumn + 3) + first
    : rest.length === 0
      ? first!
      : first!.padEnd(rightColumn) + ' '.repeat(3) + rest.join('  ');
  return {
    text: text.trim(),
    raw,
    original: raw,
    left: inRight ? rightColumn + 3 : 0,
    right: raw.length,
    gapBefore,
    page: 0,
  };
}

/** Finds letterheads and signature blocks that were typed with tabs or spaces instead of a table. */
export function findTypedColumns(nodes: readonly Node[]): readonly TypedColumns[] {
  const found: TypedColumns[] = [];
  let lines: PlainLine[] = [];
  let places: number[] = [];
  let gap = 0;
  const flush = () => {
    for (const { from, to, left, right } of findColumns(lines))
      found.push({
        from: places[from]!,
        to: places[to - 1]! + 1,
        left: left.map(({ text }) => text),
        right: right.map(({ text }) => text),
      });
    lines = [];
    places = [];
  };
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'paragraph' && plainText([node]) === '') {
      gap += 1;
      continue;
    }
    const line = lineOf(node, gap);
    gap = 0;
    if (line === null) flush();
    else {
      lines.push(line);
      places.push(index);
    }
  }
  flush();
  return found;
}
