import type { CellNode, Node, RowNode } from '../docx/mammoth-tree.js';
import { noWeight, type Weight, type weighRepeats } from './weigh-repeats.js';

type Attributes = Readonly<Record<string, string>>;

/** A repeated empty row or column fills a sheet to its edge; a repeated filled one is a form. */
const mostRepeats = 200;

interface OpenTable {
  readonly number: number;
  readonly rows: RowNode[];
  readonly weight: Weight;
  readonly rowWeight: Weight;
  readonly openCells: { readonly columns: number; readonly rows: number; readonly repeat: number }[];
  cells: CellNode[];
  rowRepeat: number;
  inHeader: boolean;
}

/** Puts the cells of an OpenDocument into its tables, of which one may stand in another's cell. */
export interface OdfTables {
  /** of the innermost table that is open */
  readonly number: number | null;
  begin(number: number): void;
  setHeader(inHeader: boolean): void;
  beginRow(attributes: Attributes): void;
  endRow(): void;
  beginCell(attributes: Attributes): void;
  endCell(blocks: readonly Node[], weight: Weight): void;
  /** @returns the table, or null of one without rows, and what it holds; undefined where none is open */
  end(): { readonly table: Node | null; readonly weight: Weight } | undefined;
}

/** How often a row or a cell stands there, or how many it covers. */
export const countOf = (attributes: Attributes, name: string): number =>
  Math.max(1, Math.min(16_384, Number(attributes[name] ?? 1) || 1));

/** @source ODF 1.3 part 3, 9.1 */
export function createOdfTables(grow: ReturnType<typeof weighRepeats>): OdfTables {
  const open: OpenTable[] = [];
  return {
    get number() {
      return open.at(-1)?.number ?? null;
    },
    begin: (number) => {
      open.push({
        number,
        rows: [],
        weight: noWeight(),
        rowWeight: noWeight(),
        openCells: [],
        cells: [],
        rowRepeat: 1,
        inHeader: false,
      });
    },
    setHeader: (inHeader) => {
      const table = open.at(-1);
      if (table !== undefined) table.inHeader = inHeader;
    },
    beginRow: (attributes) => {
      const table = open.at(-1);
      if (table !== undefined) table.rowRepeat = Number(attributes['table:number-rows-repeated'] ?? 1) || 1;
    },
    endRow: () => {
      const table = open.at(-1);
      if (table === undefined) return;
      const row: RowNode = { type: 'tableRow', isHeader: table.inHeader, children: table.cells };
      table.cells = [];
      const repeats = row.children.some(isFilled) ? Math.min(table.rowRepeat, mostRepeats) : 1;
      grow(table.weight, table.rowWeight, repeats);
      Object.assign(table.rowWeight, noWeight());
      for (let at = 0; at < repeats; at += 1) table.rows.push(row);
    },
    beginCell: (attributes) => {
      open.at(-1)?.openCells.push({
        columns: countOf(attributes, 'table:number-columns-spanned'),
        rows: countOf(attributes, 'table:number-rows-spanned'),
        repeat: Number(attributes['table:number-columns-repeated'] ?? 1) || 1,
      });
    },
    endCell: (blocks, weight) => {
      const table = open.at(-1);
      const cell = table?.openCells.pop();
      if (table === undefined || cell === undefined) return;
      const empty = !blocks.some(holdsText);
      const repeats = empty && cell.repeat > mostRepeats ? 1 : Math.min(cell.repeat, mostRepeats);
      grow(table.rowWeight, { characters: weight.characters, cells: weight.cells + (empty ? 0 : 1) }, repeats);
      for (let at = 0; at < repeats; at += 1)
        table.cells.push({ type: 'tableCell', children: blocks, colSpan: cell.columns, rowSpan: cell.rows });
    },
    end: () => {
      const table = open.pop();
      if (table === undefined) return undefined;
      const rows = trimmed(table.rows);
      return { table: table.rows.length === 0 ? null : { type: 'table', children: rows }, weight: table.weight };
    },
  };
}

const holdsText = (node: Node): boolean => node.type !== 'paragraph' || node.children.length > 1;
const isFilled = (cell: Node | undefined): boolean => cell?.type === 'tableCell' && cell.children.some(holdsText);

/** Empty rows at the end are the sheet's, not the table's. */
function trimmed(rows: readonly RowNode[]): RowNode[] {
  let last = rows.length;
  while (last > 0 && !rows[last - 1]!.children.some(isFilled)) last -= 1;
  return rows.slice(0, last);
}
