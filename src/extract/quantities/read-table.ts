import type { Quantity, SourceDocument, Table, TableCell, TextSpan } from '../../model/index.js';
import { exactDecimal, printExact, readNumber } from '../../text/numbers.js';
import { basisOfColumn } from './basis.js';
import type { Draft } from './reading.js';
import {
  columnNumber,
  countHeadRows,
  findLabelColumn,
  goesOnUnder,
  isTitle,
  lastBlock,
  onlyNumber,
  running,
  runsUp,
  wordsOfRow,
} from './table-heads.js';
import { measureOf, type RowLabel, readRowLabels, rowAndColumn } from './table-labels.js';
import { nameOfTable, type TableName } from './table-name.js';
import { captionUnit, findUnitColumn, unitOf, unitOfHead } from './table-units.js';
import { isMeasure, moneyFactors, type Unit } from './unit-lexicon.js';

/** What the table says of one of its cells. */
export interface TableReading {
  /** null when the cell is no number alone */
  readonly draft: Draft | null;
  /** nothing in the cell counts: a running number, a year, a head */
  readonly silent: boolean;
  readonly indicator: { readonly words: string; readonly span: TextSpan | null } | null;
  /** the words of its column's heads, in lower case: they may name a period */
  readonly heads: string;
  /** the words of the table's title or of the lines over it, in lower case: they may name a period too */
  readonly name: string;
  /** the row's body or place; null where the row names what is measured */
  readonly subject: { readonly words: string; readonly span: TextSpan | null } | null;
  readonly basis: Quantity['basis'] | null;
  readonly baseline: string | null;
}

export interface Cell {
  readonly text: string;
  readonly span: TextSpan | null;
  readonly blocks: readonly number[];
  readonly header: boolean;
}

const nothing = { indicator: null, subject: null, heads: '', name: '', basis: null, baseline: null } as const;
/** Merged cells of a hostile file may cover each other; a table of this many places is larger than any report's. */
const mostPlaces = 500_000;
const remarkHead = /ghi chú|đơn vị chủ trì|số điện thoại|số văn bản|số quyết định|ngày|năm sinh|số hiệu/;

/** The cells of data tables, by the index of their block. */
export function readTables(document: SourceDocument, lower: string, english: () => boolean): Map<number, TableReading> {
  const readings = new Map<number, TableReading>();
  let before: Heads | null = null;
  for (const table of document.tables)
    if (table.kind === 'data') before = readTable(document, lower, table, english, readings, before);
  return readings;
}

/** What stands over the columns of a table; one that a page broke off from it has no heads of its own. */
interface Heads {
  readonly columns: number;
  readonly lastBlock: number;
  readonly parts: readonly (readonly string[])[];
  readonly unit: Unit | null;
  readonly name: TableName | null;
}

function readTable(
  document: SourceDocument,
  lower: string,
  table: Table,
  english: () => boolean,
  readings: Map<number, TableReading>,
  before: Heads | null,
): Heads | null {
  const cells = new Map<string, Cell>();
  const own: { cell: TableCell; content: Cell }[] = [];
  let places = 0;
  for (const cell of table.cells) {
    const content = contentOf(document, cell);
    own.push({ cell, content });
    // A merged cell speaks for every place it covers.
    places += Math.min(table.rows, cell.rowSpan) * Math.min(table.columns, cell.columnSpan);
    if (places > mostPlaces) return null;
    for (let row = cell.row; row < Math.min(table.rows, cell.row + cell.rowSpan); row += 1)
      for (let column = cell.column; column < Math.min(table.columns, cell.column + cell.columnSpan); column += 1)
        cells.set(`${row}:${column}`, content);
  }
  const at = (row: number, column: number) => cells.get(`${row}:${column}`) ?? null;
  const ownHeads = countHeadRows(table, own);
  const above = before !== null && goesOnUnder(before, table, ownHeads, at) ? before : null;
  const headRows = above === null ? ownHeads : 0;
  if (headRows === 0 && !own.some(({ content }) => onlyNumber.test(content.text))) return null;

  const titles = own.filter(({ cell }) => cell.row < headRows && isTitle(table, cell)).map(({ content }) => content);
  const headParts =
    above?.parts ??
    Array.from({ length: table.columns }, (_, column) => {
      const parts: string[] = [];
      for (let row = 0; row < headRows; row += 1) {
        const cell = at(row, column);
        if (cell === null || cell.text === '' || parts.at(-1) === cell.text || titles.includes(cell)) continue;
        if (!columnNumber.test(cell.text)) parts.push(cell.text);
      }
      return parts;
    });
  const heads = headParts.map((parts) => parts.join(' '));
  const lowerHeads = heads.map((head) => head.toLowerCase());
  const runningColumns = lowerHeads.map(
    (head, column) => running.test(head.trim()) || (column === 0 && head === '' && runsUp(table, headRows, at)),
  );
  const isRunning = (column: number) => runningColumns[column] === true;
  // Heads may be printed again where a page begins.
  const headWords = new Set(Array.from({ length: headRows }, (_, row) => wordsOfRow(table, row, at)));
  const isHeadRow = Array.from(
    { length: table.rows },
    (_, row) => row < headRows || (headRows > 0 && headWords.has(wordsOfRow(table, row, at))),
  );
  const unitColumn = findUnitColumn(table, headRows, at, lowerHeads);
  const labelColumn = findLabelColumn(table, headRows, at, (column) => isRunning(column) || column === unitColumn);
  const titleWords = titles.map(({ text }) => text.toLowerCase()).join(' ');
  const tableUnit =
    above?.unit ??
    captionUnit(titleWords) ??
    captionUnit(lower.slice(Math.max(0, table.span.start - 160), table.span.start));
  // The lowest head says most of its own column: "Số hộ | Tổng số | Tỷ lệ (%)".
  const headUnits = headParts.map((parts) => {
    for (const part of parts.toReversed()) {
      const unit = unitOfHead(part);
      if (unit !== null) return unit;
    }
    return null;
  });

  const name =
    above?.name ??
    nameOfTable(
      document,
      table,
      titles.map(({ text }) => text),
    );
  // What the nearest measuring column between the labels and each column measures.
  let nearest = '';
  const beside = headParts.map((parts, column) => {
    const words = nearest;
    if (column > labelColumn && !isRunning(column)) nearest = measureOf(parts) || nearest;
    return words;
  });
  const labels = labelColumn < 0 ? new Map<number, RowLabel>() : readRowLabels(table, headRows, labelColumn, at);

  for (const { cell, content } of own) {
    const { row, column } = cell;
    const set = (reading: TableReading) => {
      for (const block of content.blocks) readings.set(block, reading);
    };
    const mute = () => set({ ...nothing, draft: null, silent: true });
    if (isHeadRow[row] === true || isRunning(column) || column === unitColumn) {
      mute();
      continue;
    }
    if (!onlyNumber.test(content.text) || content.span === null || content.blocks.length !== 1) continue;
    if (remarkHead.test(lowerHeads[column]!) || column < labelColumn) {
      mute();
      continue;
    }
    const label = labelColumn >= 0 && labelColumn !== column ? at(row, labelColumn) : null;
    const rowUnit = unitColumn < 0 ? null : unitOf(at(row, unitColumn)?.text ?? '');
    const labelUnit = label === null ? null : unitOfHead(label.text);
    const draft = draftOf(
      content,
      [headUnits[column] ?? null, rowUnit, labelUnit, tableUnit],
      lowerHeads[column]!,
      english,
    );
    if (draft === null) {
      mute();
      continue;
    }
    set({
      draft,
      silent: false,
      ...rowAndColumn(
        labels.get(row) ?? null,
        label,
        headParts[column]!,
        lowerHeads[labelColumn] ?? '',
        beside[column]!,
        name?.words ?? null,
      ),
      heads: lowerHeads[column]!,
      name: name?.printed ?? '',
      basis: basisOfColumn(lowerHeads[column]!),
      baseline: /so với|so cùng kỳ|\/kh|\/cùng kỳ|% th/.test(lowerHeads[column]!) ? heads[column]! : null,
    });
  }
  return { columns: table.columns, lastBlock: lastBlock(table), parts: headParts, unit: tableUnit, name };
}

function contentOf(document: SourceDocument, cell: TableCell): Cell {
  const first = document.blocks[cell.blocks[0] ?? -1];
  const last = document.blocks[cell.blocks.at(-1) ?? -1];
  if (first === undefined || last === undefined) return { text: '', span: null, blocks: [], header: cell.header };
  const span = { start: first.span.start, end: last.span.end };
  const text = document.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return { text, span, blocks: cell.blocks, header: cell.header };
}

const digitAtStart = /\d/;

function draftOf(
  content: Cell,
  unitsInOrder: readonly (Unit | null)[],
  head: string,
  english: () => boolean,
): Draft | null {
  const { text, span } = content;
  const offset = text.search(digitAtStart);
  const reading = readNumber(text, offset);
  if (reading === null || span === null) return null;
  const signed = /[-–(]/.test(text.slice(0, offset)) && !text.includes('%)');
  const ownPercent = text.includes('%');
  const unit = ownPercent ? unitOf('%') : (unitsInOrder.find((candidate) => candidate !== null) ?? null);
  // A column of years, or of the numbers of documents, has no unit and no other mark of a figure.
  if (unit === null && /^(?:19|20)\d\d$/.test(text) && /năm/.test(head)) return null;
  const isPercent = unit?.dimension === 'ratio' && unit.code.startsWith('percent');
  const isMoney = unit?.dimension === 'money';
  const measured = unit !== null && (isMeasure(unit) || isMoney || isPercent);
  let exact = reading.exact;
  if (reading.alternative !== null) {
    const dot = reading.style === 'dot-grouping';
    if (dot ? isPercent || english() : english() || (unit !== null && !measured)) exact = reading.alternative;
  }
  const factor = isMoney ? (moneyFactors.get(unit.code) ?? '1') : '1';
  const change = signed && /tăng|giảm|chênh|so/.test(head);
  return {
    start: span.start,
    end: span.end,
    at: span.start,
    unitStart: span.end,
    unitEnd: span.end,
    kind: change ? 'change' : isPercent ? 'percent' : isMoney ? 'money' : measured ? 'measure' : 'count',
    exact: printExact(exactDecimal(exact).times(factor)),
    max: null,
    of: null,
    unit: isPercent ? '%' : isMoney && moneyFactors.has(unit.code) ? 'đồng' : (unit?.words ?? ''),
    unitCode: unit === null ? null : isMoney && moneyFactors.has(unit.code) ? 'VND' : unit.code,
    per: null,
    direction: change ? 'down' : null,
    modifier: 'exact',
    confidence: unit === null ? 0.6 : 0.85,
    rule: 'quantity/table-cell',
  };
}
