import type { PlainLine } from './plain-lines.js';

/** Lines `from` to `to` (excluded) that are rows of a table with its cells marked off by bars or tabs. */
export interface MarkedTable {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly string[])[];
  readonly headRows: number;
}

const separator = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*){0,60}\|?$/u;

function cellsOf(line: PlainLine): readonly string[] | null {
  if (/^\||\S\s*\|\s*\S/u.test(line.text)) {
    const inner = line.text.replace(/^\|/, '').replace(/\|$/, '');
    const cells = inner.split('|').map((cell) => cell.trim());
    return cells.length > 1 ? cells : null;
  }
  const cells = line.original.trim().split('\t');
  return cells.length > 2 ? cells.map((cell) => cell.trim()) : null;
}

/** Finds tables of Markdown ("| STT | Chỉ tiêu |") and of tab-separated text: two rows and more with as many cells. */
export function findTables(lines: readonly PlainLine[], isTaken: (index: number) => boolean): readonly MarkedTable[] {
  const tables: MarkedTable[] = [];
  let from = 0;
  while (from < lines.length) {
    const first = isTaken(from) ? null : cellsOf(lines[from]!);
    let to = from + 1;
    if (first === null) {
      from = to;
      continue;
    }
    const rows = [first];
    let headRows = 0;
    for (; to < lines.length && !isTaken(to); to += 1) {
      const line = lines[to]!;
      if (line.gapBefore > 0) break;
      if (separator.test(line.text)) {
        headRows = rows.length;
        continue;
      }
      const cells = cellsOf(line);
      if (cells === null || Math.abs(cells.length - first.length) > 1) break;
      rows.push(cells);
    }
    if (rows.length > 1) tables.push({ from, to, rows, headRows });
    from = rows.length > 1 ? to : from + 1;
  }
  return tables;
}
