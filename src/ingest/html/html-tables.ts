import type { CellNode, Node, RowNode } from '../docx/mammoth-tree.js';
import type { TreeBuilder } from '../flow/tree-builder.js';
import { hasLines, type OpenTag, tableLines } from './element-look.js';

interface OpenTable {
  /** of the builder; null where only a style sheet may say whether it has lines */
  readonly number: number | null;
  readonly rows: RowNode[];
  cells: CellNode[];
  inHead: boolean;
  /** null between cells */
  cell: { readonly blocks: Node[]; readonly columns: number; readonly rows: number; readonly isHead: boolean } | null;
}

/** Tables in tables; what is deeper is read without its cells. */
const deepest = 50;

/** Puts the cells of a page into its tables, of which one may stand in another's cell. */
export interface HtmlTables {
  /** what the cell that is read holds so far; null outside of cells */
  readonly cellBlocks: Node[] | null;
  /** the builder's number of the table whose cell is read; null outside of cells */
  readonly number: number | null;
  begin(table: OpenTag): void;
  /** A row or a cell that begins ends the one before. */
  beginRow(): void;
  beginCell(cell: OpenTag): void;
  endCell(): void;
  endRow(): void;
  /** @returns the innermost table; null of one without rows, and where none is open */
  end(): Node | null;
  readonly isOpen: boolean;
}

export function createHtmlTables(builder: TreeBuilder): HtmlTables {
  const tables: OpenTable[] = [];
  const endCell = (): void => {
    const table = tables.at(-1);
    if (table?.cell == null) return;
    const { blocks, columns, rows, isHead } = table.cell;
    table.cell = null;
    table.cells.push({ type: 'tableCell', children: blocks, colSpan: columns, rowSpan: rows });
    if (isHead && table.cells.length === 1) table.inHead = true;
    else if (!isHead && table.cells.length > 1) table.inHead = false;
  };
  const endRow = (): void => {
    const table = tables.at(-1);
    if (table === undefined) return;
    endCell();
    if (table.cells.length > 0) table.rows.push({ type: 'tableRow', children: table.cells, isHeader: table.inHead });
    table.cells = [];
    table.inHead = false;
  };
  const numberOf = (table: OpenTag): number | null => {
    const bordered = tableLines(table);
    if (bordered === null) return null;
    const number = builder.addTable();
    if (bordered) builder.setBordered(number);
    return number;
  };
  return {
    get cellBlocks() {
      return tables.at(-1)?.cell?.blocks ?? null;
    },
    get number() {
      const table = tables.at(-1);
      return table?.cell == null ? null : table.number;
    },
    begin: (table) => {
      if (tables.length >= deepest) return;
      tables.push({ number: numberOf(table), rows: [], cells: [], inHead: false, cell: null });
    },
    beginRow: endRow,
    beginCell: (cell) => {
      endCell();
      const table = tables.at(-1);
      if (table === undefined) return;
      table.cell = {
        blocks: [],
        columns: spanOf(cell, 'colspan'),
        rows: spanOf(cell, 'rowspan'),
        isHead: cell.tag === 'th',
      };
      if (table.number !== null && hasLines(cell)) builder.setBordered(table.number);
    },
    endCell,
    endRow,
    end: () => {
      endRow();
      const table = tables.pop();
      return table === undefined || table.rows.length === 0 ? null : { type: 'table', children: table.rows };
    },
    get isOpen() {
      return tables.length > 0;
    },
  };
}

const spanOf = ({ attributes }: OpenTag, name: 'colspan' | 'rowspan'): number =>
  Math.max(1, Math.min(1000, Number.parseInt(attributes[name] ?? '1', 10) || 1));
