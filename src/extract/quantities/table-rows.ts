import type { Quantity, SourceDocument, Table } from '../../model/index.js';

/** How a row is marked: by its number, or by the sign before its name. */
export type RowMark = 'letter' | 'roman' | 'number' | 'second' | 'third' | 'small' | 'dash' | 'plus' | 'plain';

/** A row under the heads, as its sums are told. */
export interface TableRow {
  readonly label: string;
  readonly mark: RowMark;
  readonly isTotal: boolean;
  /** it is, or stands under, a "Trong đó": a part among others that are not named */
  readonly ofWhich: boolean;
  /** its figures by their column */
  readonly figures: ReadonlyMap<number, Quantity>;
  /** columns whose cell holds words ("7 (6:1)") */
  readonly worded: ReadonlySet<number>;
}

const totalLabel =
  /^(?:(?:tổng(?: cộng| số| chung)?|cộng(?: chung)?)(?: toàn (?:huyện|tỉnh|xã|thành phố|trường|ngành)| (?:[ivx]+|[a-zđ]|\d)(?: ?\+ ?(?:[ivx]+|[a-zđ]|\d))*)?|(?:tổng )?toàn (?:huyện|tỉnh|xã|thành phố|trường|ngành))\s*(?:\([^()]*\))?\s*:?$/i;
const ofWhich = /^(?:[-–+]\s*)?(?:trong đó|tr\.? ?đ)(?![\p{L}])/iu;
const numbers: readonly (readonly [RowMark, RegExp])[] = [
  ['roman', /^[IVX]{1,5}[.)]?$/],
  ['letter', /^[A-ZĐ][.)]?$/],
  ['number', /^\d{1,3}[.)]?$/],
  ['second', /^\d{1,2}\.\d{1,2}[.)]?$/],
  ['third', /^\d{1,2}(?:\.\d{1,2}){2,3}[.)]?$/],
  ['small', /^[a-zđ][.)]?$/],
];
const opening = /^(?<mark>[IVX]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s*(?=\p{L})/u;

function markOf(cells: readonly string[]): { readonly mark: RowMark; readonly label: string } {
  const [first = '', second = ''] = cells;
  const numbered = numbers.find(([, pattern]) => pattern.test(first));
  const label = numbered === undefined ? first : second;
  const sign = /^[-–•*]\s*/.test(label) ? 'dash' : /^\+\s*/.test(label) ? 'plus' : null;
  if (sign !== null) return { mark: sign, label };
  if (numbered !== undefined) return { mark: numbered[0], label };
  const inLabel = opening.exec(label)?.groups?.['mark'];
  const ofLabel = inLabel === undefined ? undefined : numbers.find(([, pattern]) => pattern.test(inLabel));
  return { mark: ofLabel?.[0] ?? 'plain', label };
}

/** The rows of a data table from the first with a figure, in order; rows before it with a name alone head a group. */
export function tableRows(
  document: SourceDocument,
  table: Table,
  byBlock: ReadonlyMap<number, Quantity>,
): readonly TableRow[] {
  const rows = new Map<number, { texts: string[]; figures: Map<number, Quantity>; worded: Set<number> }>();
  for (const cell of table.cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const row = rows.get(cell.row) ?? { texts: [], figures: new Map<number, Quantity>(), worded: new Set<number>() };
    rows.set(cell.row, row);
    const figure = cell.blocks.length === 1 ? byBlock.get(cell.blocks[0]!) : undefined;
    if (figure !== undefined) row.figures.set(cell.column, figure);
    else {
      const text = cell.blocks
        .map((block) => {
          const { start, end } = document.blocks[block]!.span;
          return document.text.slice(start, end);
        })
        .join(' ')
        .trim();
      if (text === '' || /^[-–x]$/.test(text)) continue;
      row.texts.push(text);
      row.worded.add(cell.column);
    }
  }
  const inOrder = [...rows.entries()].toSorted(([a], [b]) => a - b);
  const first = inOrder.findIndex(([, { figures }]) => figures.size > 0);
  if (first < 0) return [];
  const headRows = new Set(table.cells.filter(({ header }) => header).map(({ row }) => row));
  // A group's name over the first figures: "I. Vùng miền núi".
  let from = first;
  while (from > 0 && !headRows.has(inOrder[from - 1]![0]) && inOrder[from - 1]![1].texts.length <= 2) from -= 1;
  let under: RowMark | null = null;
  let previous: RowMark = 'plain';
  return inOrder.slice(from).flatMap(([, { texts, figures, worded }]): TableRow[] => {
    const { mark, label } = markOf(texts);
    if (texts.length === 0 && figures.size === 0) return [];
    if (ofWhich.test(label)) under = previous;
    else if (under !== null && (mark === under || !/^(?:dash|plus|plain|small)$/.test(mark))) under = null;
    if (under === null) previous = mark;
    return [{ label, mark, isTotal: totalLabel.test(label), ofWhich: under !== null, figures, worded }];
  });
}
