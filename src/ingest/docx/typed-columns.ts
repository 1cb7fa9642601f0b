import type { PlainLine } from '../plain/plain-lines.js';
import { findColumns } from '../plain/split-columns.js';
import type { Node } from './mammoth-tree.js';
import { plainText } from './plain-text.js';

/** Paragraphs `from` to `to` (excluded) whose lines stand in two columns, set apart by tabs or spaces. */
export interface TypedColumns {
  readonly from: number;
  readonly to: number;
  /** how many lines the two have, side by side */
  readonly rows: number;
  readonly left: readonly TypedLine[];
  readonly right: readonly TypedLine[];
}

interface TypedLine {
  readonly text: string;
  readonly row: number;
}

// Tab stops and widths of letters are not known here, so the right column is put where no left one reaches.
const rightColumn = 200;

/** How wide white space is, in signs; a tab reaches the next of Word's own stops. */
const widthOf = (space: string) => space.length + 7 * (space.split('\t').length - 1);

/**
 * The two columns of a line, parted at its widest gap: "Số:    99/1998/TT-BTC                ------" has one before its
 * number too.
 */
function partAtGap(line: string): readonly [left: string, right: string | null] {
  let widest: RegExpExecArray | null = null;
  for (const gap of line.matchAll(/\s*\t\s*|\s{3,}/gu))
    if (widest === null || widthOf(gap[0]) > widthOf(widest[0])) widest = gap;
  const oneSpace = (text: string) => text.replace(/\s+/gu, ' ');
  if (widest === null) return [oneSpace(line), null];
  return [oneSpace(line.slice(0, widest.index)), oneSpace(line.slice(widest.index + widest[0].length))];
}

/** A paragraph as a line with its columns in fixed places; null where no column can go on. */
function lineOf(node: Node, gapBefore: number): PlainLine | null {
  if (node.type !== 'paragraph') return null;
  const text = plainText([node], false);
  if (text.includes('\n') || text.length > rightColumn || node.children.some(({ type }) => type === 'noteReference'))
    return null;
  const [first, second] = partAtGap(text.trim());
  // A centred line is a title, not a line of one of the columns.
  if (second === null && node.alignment === 'center') return null;
  // What is pushed far to the right stands there whole: "            Hà Nội, ngày   tháng   năm 1998".
  const inRight =
    widthOf(/^\s*/u.exec(text)![0]) >= 24 ||
    (second === null && (node.alignment === 'right' || node.alignment === 'end'));
  const raw = inRight
    ? ' '.repeat(rightColumn + 3) + (second === null ? first : `${first} ${second}`)
    : second === null
      ? first
      : first.padEnd(rightColumn) + ' '.repeat(3) + second;
  return {
    text: text.trim(),
    raw,
    original: raw,
    left: inRight ? rightColumn + 3 : 0,
    right: raw.length,
    gapBefore,
    page: 0,
    ruled: false,
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
        rows: to - from,
        left,
        right,
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
