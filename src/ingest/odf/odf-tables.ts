import type { CellNode, Node, RowNode } from '../docx/mammoth-tree.js';
import { type ShownLines, shownLines } from './shown-lines.js';
import { noWeight, type Weight, type weighRepeats } from './weigh-repeats.js';

type Attributes = Readonly<Record<string, string>>;

/** A repeated empty row or column fills a sheet to its edge; a repeated filled one is a form. */
const mostRepeats = 200;

/** A cell that is shown as far as its columns are: its `rowSpan` still covers hidden rows. */
interface RowOfCells {
  /** from 0, hidden ones counted */
  readonly at: number;
  /** whether it is written out whole; of a hidden row stays what reaches out of it */
  readonly shown: boolean;
  /** how often the file has it, and how often it is written out */
  readonly count: number;
  readonly repeats: number;
  readonly isHeader: boolean;
  readonly cells: readonly CellNode[];
}

interface OpenTable {
  readonly number: number;
  readonly columns: ShownLines;
  readonly lines: ShownLines;
  readonly rows: RowOfCells[];
  readonly weight: Weight;
  readonly rowWeight: Weight;
  readonly openCells: { readonly columns: number; readonly rows: number; readonly repeat: number }[];
  cells: CellNode[];
  /** where the next row and cell stand */
  nextRow: number;
  nextColumn: number;
  rowCount: number;
  rowShown: boolean;
  inHeader: boolean;
}

/** Puts the cells of an OpenDocument into its tables, of which one may stand in another's cell. */
export interface OdfTables {
  /** of the innermost table that is open */
  readonly number: number | null;
  /** filled cells of hidden rows and columns, which were left out */
  readonly hiddenCells: number;
  /** Takes what is not of a cell: columns, groups, the beginning of a row; returns whether it was that. */
  open(tag: string, attributes: Attributes): boolean;
  close(tag: string): void;
  begin(number: number): void;
  beginCell(attributes: Attributes): void;
  endCell(blocks: readonly Node[], weight: Weight): void;
  /** @returns the table, or null of one without rows, and what it holds; undefined where none is open */
  end(): { readonly table: Node | null; readonly weight: Weight } | undefined;
}

/** How often a sign stands there, or how many rows or columns a cell covers. */
export const countOf = (attributes: Attributes, name: string): number =>
  Math.max(1, Math.min(16_384, Number(attributes[name] ?? 1) || 1));
/** No sheet has more rows than Calc's. */
const repeatOf = (attributes: Attributes, name: string): number =>
  Math.max(1, Math.min(1_048_576, Math.floor(Number(attributes[name] ?? 1)) || 1));

/**
 * @param hides whether the file's hidden rows and columns are left out: spreadsheets have them, texts show all
 * @source ODF 1.3 part 3, 9.1
 */
export function createOdfTables(grow: ReturnType<typeof weighRepeats>, hides: boolean): OdfTables {
  const tables: OpenTable[] = [];
  let hiddenCells = 0;

  const endRow = (table: OpenTable): void => {
    const { cells, rowShown: shown, rowCount: count } = table;
    const repeats = shown && cells.some(isFilled) ? Math.min(count, mostRepeats) : 1;
    grow(table.weight, table.rowWeight, repeats);
    Object.assign(table.rowWeight, noWeight());
    table.rows.push({ at: table.nextRow, shown, count, repeats, isHeader: table.inHeader, cells });
    table.cells = [];
    table.nextRow += count;
  };

  return {
    get number() {
      return tables.at(-1)?.number ?? null;
    },
    get hiddenCells() {
      return hiddenCells;
    },
    open: (tag, attributes) => {
      const table = tables.at(-1);
      if (table === undefined) return false;
      const visible = hides ? attributes : {};
      switch (tag) {
        case 'table:table-column':
          table.columns.add(visible, repeatOf(attributes, 'table:number-columns-repeated'));
          return true;
        case 'table:table-column-group':
          table.columns.beginGroup(visible);
          return true;
        case 'table:table-row-group':
          table.lines.beginGroup(visible);
          return true;
        case 'table:table-header-rows':
          table.inHeader = true;
          return true;
        case 'table:table-row':
          table.rowCount = repeatOf(attributes, 'table:number-rows-repeated');
          table.rowShown = table.lines.add(visible, table.rowCount);
          table.nextColumn = 0;
          return true;
        case 'table:covered-table-cell':
          table.nextColumn += repeatOf(attributes, 'table:number-columns-repeated');
          return true;
        default:
          return false;
      }
    },
    close: (tag) => {
      const table = tables.at(-1);
      if (table === undefined) return;
      if (tag === 'table:table-column-group') table.columns.endGroup();
      else if (tag === 'table:table-row-group') table.lines.endGroup();
      else if (tag === 'table:table-header-rows') table.inHeader = false;
      else if (tag === 'table:table-row') endRow(table);
    },
    begin: (number) => {
      tables.push({
        number,
        columns: shownLines(),
        lines: shownLines(),
        rows: [],
        weight: noWeight(),
        rowWeight: noWeight(),
        openCells: [],
        cells: [],
        nextRow: 0,
        nextColumn: 0,
        rowCount: 1,
        rowShown: true,
        inHeader: false,
      });
    },
    beginCell: (attributes) => {
      tables.at(-1)?.openCells.push({
        columns: countOf(attributes, 'table:number-columns-spanned'),
        rows: countOf(attributes, 'table:number-rows-spanned'),
        repeat: repeatOf(attributes, 'table:number-columns-repeated'),
      });
    },
    endCell: (blocks, weight) => {
      const table = tables.at(-1);
      const cell = table?.openCells.pop();
      if (table === undefined || cell === undefined) return;
      const empty = !blocks.some(holdsText);
      const { columns, rows, repeat } = cell;
      const colSpan = table.columns.shownOf(table.nextColumn, columns);
      // A cell that is joined with others is not repeated; its neighbours are covered.
      const shown = columns > 1 ? Math.min(1, colSpan) : table.columns.shownOf(table.nextColumn, repeat);
      const hidden = columns > 1 ? 1 - shown : repeat - shown;
      table.nextColumn += repeat;
      if (!empty) hiddenCells += hidden * table.rowCount;
      const repeats = empty && shown > mostRepeats ? 1 : Math.min(shown, mostRepeats);
      grow(table.rowWeight, { characters: weight.characters, cells: weight.cells + (empty ? 0 : 1) }, repeats);
      for (let at = 0; at < repeats; at += 1)
        table.cells.push({ type: 'tableCell', children: blocks, colSpan: Math.max(1, colSpan), rowSpan: rows });
    },
    end: () => {
      const table = tables.pop();
      if (table === undefined) return undefined;
      const { rows, hidden } = shownRows(table);
      hiddenCells += hidden;
      return {
        table: rows.length === 0 ? null : { type: 'table', children: trimmed(rows) },
        weight: table.weight,
      };
    },
  };
}

/** The rows as they are written out, their cells as high as is shown, and the filled cells of the others. */
function shownRows({ rows, lines }: OpenTable): { readonly rows: readonly RowNode[]; readonly hidden: number } {
  let hidden = 0;
  const reachesOut = ({ at, count }: RowOfCells, cell: CellNode) => lines.shownOf(at + count, cell.rowSpan - count) > 0;
  const kept = rows.flatMap((own): RowOfCells[] => {
    if (own.shown) return [own];
    const reaching = new Set(own.cells.filter((cell) => cell.rowSpan > own.count && reachesOut(own, cell)));
    hidden += own.cells.filter((cell) => isFilled(cell) && !reaching.has(cell)).length * own.count;
    if (reaching.size === 0) return [];
    const cells = own.cells.map((cell) => (reaching.has(cell) ? cell : { ...cell, rowSpan: 1, children: [] }));
    return [{ ...own, cells }];
  });
  /** of the rows as written out, where each begins */
  const places = kept.map(() => 0);
  for (let index = 1; index < kept.length; index += 1) places[index] = places[index - 1]! + kept[index - 1]!.repeats;
  const placeOf = (line: number): number => {
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]!.at <= line) low = middle + 1;
      else high = middle;
    }
    const last = kept[low - 1];
    return last === undefined ? 0 : places[low - 1]! + Math.min(last.repeats, line - last.at);
  };
  const written = kept.flatMap((own): RowNode[] => {
    const heightOf = ({ rowSpan }: CellNode) => Math.max(1, placeOf(own.at + rowSpan) - placeOf(own.at));
    const children = own.cells.map((cell) => (cell.rowSpan === 1 ? cell : { ...cell, rowSpan: heightOf(cell) }));
    return Array<RowNode>(own.repeats).fill({ type: 'tableRow', isHeader: own.isHeader, children });
  });
  return { rows: written, hidden };
}

const holdsText = (node: Node): boolean => node.type !== 'paragraph' || node.children.length > 1;
const isFilled = (cell: Node | undefined): boolean => cell?.type === 'tableCell' && cell.children.some(holdsText);

/** Empty rows at the end are the sheet's, not the table's. */
function trimmed(rows: readonly RowNode[]): RowNode[] {
  let last = rows.length;
  while (last > 0 && !rows[last - 1]!.children.some(isFilled)) last -= 1;
  return rows.slice(0, last);
}
