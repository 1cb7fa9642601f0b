import type { Box, Rule } from './page-geometry.js';

/** A cell of a ruled table, by rows and columns from 0. */
export interface GridCell extends Box {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface Grid extends Box {
  /** x of the column borders, from left to right, and y of the row borders, from top to bottom */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Borders that miss each other by less, in points, meet; borders closer than this are one. */
const reach = 3;
/** More rules than a table has: a drawing. */
const mostRules = 3000;
const mostCells = 20_000;

/** Border pieces drawn cell by cell are one border. `along`: its two ends; `across`: its place. */
function joinPieces(rules: readonly Rule[], direction: Rule['direction']): Rule[] {
  const horizontal = direction === 'horizontal';
  const across = (rule: Rule) => (horizontal ? (rule.top + rule.bottom) / 2 : (rule.left + rule.right) / 2);
  const start = (rule: Rule) => (horizontal ? rule.left : rule.top);
  const end = (rule: Rule) => (horizontal ? rule.right : rule.bottom);
  const sorted = rules
    .filter((rule) => rule.direction === direction)
    .sort((a, b) => across(a) - across(b) || start(a) - start(b));
  const joined: Rule[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && across(sorted[to]!) - across(sorted[to - 1]!) < 1.2) to += 1;
    const place = across(sorted[from]!);
    let open: { start: number; end: number } | null = null;
    const flush = () => {
      if (open === null) return;
      joined.push(
        horizontal
          ? { left: open.start, right: open.end, top: place, bottom: place, direction }
          : { left: place, right: place, top: open.start, bottom: open.end, direction },
      );
    };
    for (const rule of sorted.slice(from, to).sort((a, b) => start(a) - start(b))) {
      if (open !== null && start(rule) <= open.end + reach) open.end = Math.max(open.end, end(rule));
      else {
        flush();
        open = { start: start(rule), end: end(rule) };
      }
    }
    flush();
    from = to;
  }
  return joined;
}

function clusters(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || value - last > reach) found.push(value);
  }
  return found;
}

/** Sets of rules that touch one another, as indices; found without recursion. */
function connected(horizontals: readonly Rule[], verticals: readonly Rule[]): { h: Rule[]; v: Rule[] }[] {
  const parent = Array.from({ length: horizontals.length + verticals.length }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const [i, h] of horizontals.entries())
    for (const [j, v] of verticals.entries()) {
      if (v.left < h.left - reach || v.left > h.right + reach) continue;
      if (h.top < v.top - reach || h.top > v.bottom + reach) continue;
      parent[root(i)] = root(horizontals.length + j);
    }
  const sets = new Map<number, { h: Rule[]; v: Rule[] }>();
  const setOf = (i: number) => {
    const key = root(i);
    const set = sets.get(key) ?? { h: [], v: [] };
    sets.set(key, set);
    return set;
  };
  for (const [i, h] of horizontals.entries()) setOf(i).h.push(h);
  for (const [j, v] of verticals.entries()) setOf(horizontals.length + j).v.push(v);
  return [...sets.values()].filter(({ h, v }) => h.length >= 2 && v.length >= 1);
}

function gridOf({ h, v }: { h: Rule[]; v: Rule[] }): Grid | null {
  // A table without its outer verticals is as wide as its rules.
  const xs = clusters([...v.map((rule) => rule.left), ...h.flatMap((rule) => [rule.left, rule.right])]);
  const ys = clusters([...h.map((rule) => rule.top), ...v.flatMap((rule) => [rule.top, rule.bottom])]);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > mostCells) return null;

  const right = new Uint8Array(rows * columns); // a border on the cell's right side
  const below = new Uint8Array(rows * columns);
  for (const rule of v) {
    const column = xs.findIndex((x) => Math.abs(x - rule.left) <= reach) - 1;
    if (column < 0) continue;
    for (let row = 0; row < rows; row += 1) {
      const middle = (ys[row]! + ys[row + 1]!) / 2;
      if (rule.top <= middle && rule.bottom >= middle) right[row * columns + column] = 1;
    }
  }
  for (const rule of h) {
    const row = ys.findIndex((y) => Math.abs(y - rule.top) <= reach) - 1;
    if (row < 0) continue;
    for (let column = 0; column < columns; column += 1) {
      const middle = (xs[column]! + xs[column + 1]!) / 2;
      if (rule.left <= middle && rule.right >= middle) below[row * columns + column] = 1;
    }
  }
  const taken = new Uint8Array(rows * columns);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (taken[row * columns + column] === 1) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < columns &&
        right[row * columns + column + columnSpan - 1] === 0 &&
        taken[row * columns + column + columnSpan] === 0
      )
        columnSpan += 1;
      let rowSpan = 1;
      const open = (at: number) => {
        for (let c = column; c < column + columnSpan; c += 1)
          if (below[(at - 1) * columns + c] === 1 || taken[at * columns + c] === 1) return false;
        return true;
      };
      while (row + rowSpan < rows && open(row + rowSpan)) rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1)
        taken.fill(1, r * columns + column, r * columns + column + columnSpan);
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        left: xs[column]!,
        right: xs[column + columnSpan]!,
        top: ys[row]!,
        bottom: ys[row + rowSpan]!,
      });
    }
  if (cells.length < 2) return null;
  return { left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, xs, ys, cells };
}

/**
 * Finds the ruled tables of a page from its rules: borders that touch make a grid, a missing border merges two cells.
 * A box of one cell and a single column of boxes are no tables.
 */
export function findGrids(rules: readonly Rule[]): Grid[] {
  if (rules.length === 0 || rules.length > mostRules * 4) return [];
  const horizontals = joinPieces(rules, 'horizontal');
  const verticals = joinPieces(rules, 'vertical');
  if (horizontals.length > mostRules || verticals.length > mostRules) return [];
  const grids = connected(horizontals, verticals).flatMap((set) => {
    const grid = gridOf(set);
    return grid === null || grid.xs.length < 3 ? [] : [grid];
  });
  // A grid inside another's cell is read with that cell.
  return grids
    .filter(
      (grid) =>
        !grids.some(
          (other) =>
            other !== grid &&
            other.left <= grid.left &&
            other.right >= grid.right &&
            other.top <= grid.top &&
            other.bottom >= grid.bottom,
        ),
    )
    .sort((a, b) => a.top - b.top);
}
