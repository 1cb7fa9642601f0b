import { groupBy } from '../../text/group-by.js';
import type { CellNode, Node, RowNode } from '../docx/mammoth-tree.js';
import { plainLook, plainParagraph, type TreeBuilder } from '../flow/tree-builder.js';
import type { Cell, CellForm, Joined, Piece, Sheet } from './cells.js';

/** Empty rows between two tables on one sheet. */
const gapRows = 2;

/** A sheet as a heading, tables and lines: rows that hang together are a table, a row of one cell above or below it a line. */
export function layOutSheet({ name, cells, joined }: Sheet, builder: TreeBuilder): Node[] {
  const rows = groupBy(cells, ({ row }) => row);
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const reach = (row: number) =>
    Math.max(row, ...rows.get(row)!.map((cell) => row + (joined.get(`${cell.row} ${cell.column}`)?.rows ?? 1) - 1));
  const groups: number[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const row of numbers) {
    if (row - end > gapRows) groups.push([]);
    groups.at(-1)!.push(row);
    end = Math.max(end, reach(row));
  }
  const heading = builder.run([{ type: 'text', value: name }], { ...plainLook, bold: true });
  const blocks: Node[] = [builder.paragraph([heading], { ...plainParagraph, outlineLevel: 0 })];
  for (const group of groups) {
    const isLine = (row: number) => rows.get(row)!.length === 1 && !rows.get(row)![0]!.form?.bordered;
    let [from, to] = [0, group.length];
    while (from < to && isLine(group[from]!)) from += 1;
    while (to > from && isLine(group[to - 1]!)) to -= 1;
    for (const row of group.slice(0, from)) blocks.push(lineOf(rows.get(row)![0]!, builder));
    if (from < to) blocks.push(tableOf(group.slice(from, to), rows, joined, builder));
    for (const row of group.slice(to)) blocks.push(lineOf(rows.get(row)![0]!, builder));
  }
  return blocks;
}

const lineOf = (cell: Cell, builder: TreeBuilder): Node =>
  builder.paragraph(childrenOf(cell, builder), { ...plainParagraph, align: cell.form?.align ?? null });

const childrenOf = (cell: Cell, builder: TreeBuilder): Node[] => nodesOf(cell.pieces, cell.form, builder);

/** A text as runs, in the look of its form where it has none of its own. */
export function nodesOf(pieces: readonly Piece[], form: CellForm | null, builder: TreeBuilder): Node[] {
  return pieces.map(({ text, look }) =>
    builder.run(
      text
        .split(/(\r?\n)/)
        .filter((part) => part !== '')
        .map(
          (part): Node => (/^\r?\n$/.test(part) ? { type: 'break', breakType: 'line' } : { type: 'text', value: part }),
        ),
      look ?? form?.look ?? plainLook,
    ),
  );
}

function tableOf(
  numbers: readonly number[],
  rows: ReadonlyMap<number, readonly Cell[]>,
  joined: ReadonlyMap<string, Joined>,
  builder: TreeBuilder,
): Node {
  const table = builder.addTable();
  // Empty columns between filled ones are the sheet's layout; the table has those that hold something.
  const filled = [...new Set(numbers.flatMap((row) => rows.get(row)!.map(({ column }) => column)))].sort(
    (a, b) => a - b,
  );
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  /** columns that cells from above cover, to each row */
  const covered = new Set<string>();
  const nodes = numbers.map((row): RowNode => {
    const byColumn = new Map(rows.get(row)!.map((cell) => [cell.column, cell]));
    const own: CellNode[] = [];
    for (let index = 0; index < filled.length; index += 1) {
      const column = filled[index]!;
      if (covered.has(`${row} ${column}`)) continue;
      const cell = byColumn.get(column);
      const span = cell === undefined ? undefined : joined.get(`${row} ${column}`);
      const columns = filled.filter((at) => at >= column && at < column + (span?.columns ?? 1));
      const covers = numbers.filter((at) => at >= row && at < row + (span?.rows ?? 1) && at >= first && at <= last);
      if (span !== undefined) for (const at of covers) for (const over of columns) covered.add(`${at} ${over}`);
      if (cell?.form?.bordered) builder.setBordered(table);
      own.push({
        type: 'tableCell',
        colSpan: Math.max(1, columns.length),
        rowSpan: Math.max(1, covers.length),
        children:
          cell === undefined
            ? []
            : [
                builder.paragraph(childrenOf(cell, builder), {
                  ...plainParagraph,
                  align: cell.form?.align ?? null,
                  table,
                }),
              ],
      });
    }
    return { type: 'tableRow', isHeader: false, children: own };
  });
  return { type: 'table', children: nodes };
}
