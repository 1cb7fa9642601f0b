import type { Node } from '../docx/mammoth-tree.js';
import { type MeasuredRow, measuredRow, tableOfRows } from '../flow/table-rows.js';

interface CellFormat {
  right: number;
  joinsLeft: boolean;
  joinsAbove: boolean;
}

interface OpenTable {
  readonly number: number;
  readonly rows: MeasuredRow[];
  cells: Node[][];
}

/** What `\trowd … \cellx` says of the row that is being read. */
interface RowFormat {
  left: number;
  isHeader: boolean;
  cells: CellFormat[];
}

const emptyRow = (): RowFormat => ({ left: 0, isHeader: false, cells: [] });
const emptyCell = (): CellFormat => ({ right: 0, joinsLeft: false, joinsAbove: false });
/** Tables in tables; what is deeper is read into the last. */
const deepest = 20;

/** Puts the paragraphs of an RTF into its tables. Level 0 is the body. */
export interface RtfTables {
  /** the table of that level, from 1, opened if need be */
  numberOf(level: number): number;
  /** Lays a paragraph where it stands. */
  add(paragraph: Node, level: number): void;
  endCell(level: number): void;
  endRow(level: number): void;
  beginRow(): void;
  format(name: string, value: number | null): boolean;
  /** All blocks. */
  finish(): Node[];
}

export function createRtfTables(addTable: () => number, setBordered: (table: number) => void): RtfTables {
  const body: Node[] = [];
  /** by level, from 1 */
  const tables: OpenTable[] = [];
  let pendingCell: Node[][] = [];
  let row = emptyRow();
  let cell = emptyCell();
  let drawn = false;

  const close = (level: number): void => {
    while (tables.length > level) {
      const { rows, cells } = tables.pop()!;
      const last = pendingCell.pop() ?? [];
      // A row without an end, as cut files have it.
      if (cells.length > 0 || last.length > 0)
        rows.push(measuredRow([...cells, ...(last.length > 0 ? [last] : [])], emptyRow()));
      if (rows.length === 0) continue;
      put(tableOfRows(rows), tables.length);
    }
  };
  const put = (node: Node, level: number): void => {
    if (level === 0) body.push(node);
    else pendingCell[level - 1]!.push(node);
  };
  const openTo = (asked: number): number => {
    const level = Math.min(asked, deepest);
    while (tables.length < level) {
      tables.push({ number: addTable(), rows: [], cells: [] });
      pendingCell.push([]);
    }
    return level;
  };
  const at = (asked: number): number => {
    const level = openTo(asked);
    close(level);
    return level;
  };

  return {
    numberOf: (level) => tables[openTo(level) - 1]!.number,
    add: (paragraph, level) => {
      const place = at(level);
      put(paragraph, place);
    },
    endCell: (asked) => {
      const level = at(Math.max(1, asked));
      tables[level - 1]!.cells.push(pendingCell[level - 1]!);
      pendingCell[level - 1] = [];
    },
    endRow: (asked) => {
      const level = at(Math.max(1, asked));
      const table = tables[level - 1]!;
      const rest = pendingCell[level - 1]!;
      pendingCell[level - 1] = [];
      if (rest.length > 0) table.cells.push(rest);
      if (table.cells.length > 0) table.rows.push(measuredRow(table.cells, row));
      if (drawn) setBordered(table.number);
      table.cells = [];
    },
    beginRow: () => {
      row = emptyRow();
      cell = emptyCell();
      drawn = false;
    },
    format: (name, value) => {
      switch (name) {
        case 'cellx':
          cell.right = value ?? 0;
          if (row.cells.length < 256) row.cells.push(cell);
          cell = emptyCell();
          return true;
        case 'clmrg':
          cell.joinsLeft = true;
          return true;
        case 'clvmrg':
          cell.joinsAbove = true;
          return true;
        case 'trhdr':
          row.isHeader = true;
          return true;
        case 'trleft':
          row.left = value ?? 0;
          return true;
        case 'brdrs':
        case 'brdrth':
        case 'brdrdb':
        case 'brdrdot':
        case 'brdrdash':
        case 'brdrhair':
          drawn = true;
          return true;
        default:
          return false;
      }
    },
    finish: () => {
      close(0);
      pendingCell = [];
      return body;
    },
  };
}
