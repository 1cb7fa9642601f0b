import type { CellNode, Node, RowNode, TableNode } from '../docx/mammoth-tree.js';

/** A cell of a row as formats tell it that give each row its own borders between cells. */
export interface MeasuredCell {
  readonly children: readonly Node[];
  /** right edge, in any unit, rising from cell to cell */
  readonly right: number;
  /** whether it goes on from the cell at its left, or the one above */
  readonly joinsLeft: boolean;
  readonly joinsAbove: boolean;
}

export interface MeasuredRow {
  readonly left: number;
  readonly isHeader: boolean;
  readonly cells: readonly MeasuredCell[];
}

// Edges that differ by less are one: word processors let them drift by some twentieths of a point.
const slack = 40;

const hasText = (node: Node): boolean =>
  node.type === 'text' ? node.value.trim() !== '' : 'children' in node && node.children.some(hasText);

/** Puts rows whose cells are told by their edges on one grid, with the spans that follow. */
export function tableOfRows(rows: readonly MeasuredRow[]): TableNode {
  const edges: number[] = [];
  for (const edge of rows.flatMap((row) => row.cells.map(({ right }) => right)).sort((a, b) => a - b))
    if (edges.length === 0 || edge - edges.at(-1)! > slack) edges.push(edge);
  const columnAfter = (right: number): number => {
    let [low, high] = [0, edges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle]! < right - slack) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };

  interface Placed {
    children: Node[];
    readonly from: number;
    to: number;
    rowSpan: number;
  }
  /** the cell that covers a column in the row above */
  let above: (Placed | undefined)[] = [];
  const placed = rows.map((row) => {
    const own: Placed[] = [];
    const covering: (Placed | undefined)[] = [];
    let from = 0;
    for (const cell of row.cells) {
      const to = Math.max(from + 1, columnAfter(cell.right));
      const left = own.at(-1);
      const upper = above[from];
      let target: Placed;
      if (cell.joinsLeft && left !== undefined && left.to === from) {
        left.to = to;
        left.children.push(...cell.children);
        target = left;
      } else if (cell.joinsAbove && upper !== undefined) {
        if (covering.includes(upper) === false) upper.rowSpan += 1;
        // Word hides what stands in the lower cell; a file of another writer, or a damaged one, may have its text there.
        if (cell.children.some(hasText)) upper.children.push(...cell.children);
        target = upper;
      } else {
        target = { children: [...cell.children], from, to, rowSpan: 1 };
        own.push(target);
      }
      for (let column = from; column < to; column += 1) covering[column] = target;
      from = to;
    }
    above = covering;
    return own;
  });
  return {
    type: 'table',
    children: placed.map(
      (cells, index): RowNode => ({
        type: 'tableRow',
        isHeader: rows[index]!.isHeader,
        children: cells.map(
          ({ children, from, to, rowSpan }): CellNode => ({
            type: 'tableCell',
            children,
            colSpan: to - from,
            rowSpan,
          }),
        ),
      }),
    ),
  };
}

/** What a format says of a row: where it begins and where each of its cells ends. */
export interface RowForm {
  readonly left: number;
  readonly isHeader: boolean;
  readonly cells: readonly { readonly right: number; readonly joinsLeft: boolean; readonly joinsAbove: boolean }[];
}

/** Cells without a form of their own, as sloppy writers leave them, stand one after another. */
export function measuredRow(cells: readonly Node[][], form: RowForm): MeasuredRow {
  let right = form.left;
  return {
    left: form.left,
    isHeader: form.isHeader,
    cells: cells.map((children, index): MeasuredCell => {
      const known = form.cells[index];
      right = known === undefined ? right + 1000 : Math.max(known.right, right + 1);
      return { children, right, joinsLeft: known?.joinsLeft ?? false, joinsAbove: known?.joinsAbove ?? false };
    }),
  };
}
