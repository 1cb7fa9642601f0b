import { type Column, columnsUnder, type Segment } from './spaced-columns.js';

/** A piece of a line of heads, and the columns that it stands over: from the first to the last, excluded. */
export interface PlacedHead {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

const middle = ({ left, right }: Column) => (left + right) / 2;

/**
 * Places the heads of each line over the columns that they reach into. A head over others ("Năm 2023" over "Kế hoạch",
 * "Thực hiện") stands in the middle of its columns, or at their left edge, and may reach into one of them alone: a column
 * beside it that has its first head below belongs to it too.
 *
 * @param lines pieces of the lines of heads, from the top
 * @param label the column of the rows' names, which belongs to no such head
 */
export function groupHeads(
  lines: readonly (readonly Segment[])[],
  columns: readonly Column[],
  label: number,
): readonly (readonly PlacedHead[])[] {
  const placed = lines.map((segments) =>
    segments.map((segment): PlacedHead => {
      const [from, to] = columnsUnder(segment, columns);
      return { segment, from, to };
    }),
  );
  const firstLine = columns.map((_, column) => placed.findIndex((heads) => heads.some((head) => isOver(head, column))));
  return placed.map((heads, at) =>
    heads.map((head): PlacedHead => {
      const next = placed[at + 1] ?? [];
      if (head.from <= label || !next.some((below) => isOver(head, below.from))) return head;
      // Heads that open right below, without one above, on either side.
      const isOpen = (column: number) =>
        column > label &&
        firstLine[column] === at + 1 &&
        next.some((below) => below.from === column && /^[\p{Lu}]/u.test(below.segment.text));
      let from = head.from;
      while (isOpen(from - 1)) from -= 1;
      let to = head.to;
      while (to < columns.length && isOpen(to)) to += 1;
      return { segment: head.segment, ...span(head, withHeads(columns, next), from, to) };
    }),
  );
}

/** The columns as wide as the heads of a line make them: a figure is often narrower than what stands over it. */
const withHeads = (columns: readonly Column[], heads: readonly PlacedHead[]): readonly Column[] =>
  columns.map(({ left, right }, column) => {
    const own = heads.find((head) => head.from === column && head.to === column + 1)?.segment;
    return { left: Math.min(left, own?.left ?? left), right: Math.max(right, own?.right ?? right) };
  });

const isOver = ({ from, to }: PlacedHead, column: number) => from <= column && column < to;

/** Of the ways to widen a head to its neighbours, the one with the head nearest its middle; at its left edge, all to the right. */
function span(
  { segment, from, to }: PlacedHead,
  columns: readonly Column[],
  first: number,
  last: number,
): { readonly from: number; readonly to: number } {
  if (Math.abs(segment.left - columns[from]!.left) <= 1 && to === from + 1) return { from, to: last };
  let best = { from, to, distance: Number.POSITIVE_INFINITY };
  for (let left = first; left <= from; left += 1)
    for (let right = to; right <= last; right += 1) {
      const distance = Math.abs(
        middle(segment) - middle({ left: columns[left]!.left, right: columns[right - 1]!.right }),
      );
      if (distance < best.distance) best = { from: left, to: right, distance };
    }
  return { from: best.from, to: best.to };
}
