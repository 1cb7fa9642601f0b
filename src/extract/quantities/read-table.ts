import type { Quantity, SourceDocument, Table, TableCell, TextSpan } from '../../model/index.js';
import { exactDecimal, printExact, readNumber } from '../../text/numbers.js';
import { basisOfColumn } from './basis.js';
import type { Draft } from './reading.js';
import { type RowLabel, readRowLabels, rowAndColumn } from './table-labels.js';
import { isMeasure, isTime, moneyFactors, readUnit, type Unit } from './unit-lexicon.js';

/** What the table says of one of its cells. */
export interface TableReading {
  /** null when the cell is no number alone */
  readonly draft: Draft | null;
  /** nothing in the cell counts: a running number, a year, a head */
  readonly silent: boolean;
  readonly indicator: { readonly words: string; readonly span: TextSpan | null } | null;
  /** the words of its column's heads, in lower case: they may name a period */
  readonly heads: string;
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

const nothing = { indicator: null, subject: null, heads: '', basis: null, baseline: null } as const;
/** A number alone, with its per cent sign and the marks that tables add. */
const onlyNumber = /^[-–+(]?\s*\d[\d.,]*(?: \d{3})*\s*%?\s*\)?\*?$/;
const running = /^(?:s{0,2}tt|s{1,2}ố tt|số thứ tự|no\.?)$/;
/** "3", "(3)", "B", "7 (6:3)", "5=4/3": a row of these under the heads numbers the columns. */
const columnNumber = /^(?:\(?\d{1,2}\)?(?: ?[=(] ?[\d:=+/x*.() -]{1,20})?|[A-Z]|\([a-z]\))$/;
/** Merged cells of a hostile file may cover each other; a table of this many places is larger than any report's. */
const mostPlaces = 500_000;
const unitHead = /^(?:đvt|đơn vị tính|đơn vị|đv tính)$/;
const remarkHead = /ghi chú|đơn vị chủ trì|số điện thoại|số văn bản|số quyết định|ngày|năm sinh|số hiệu/;
const inBrackets = /[([]\s*(?:đvt\s*:?\s*)?(?<unit>[^()[\]]{1,30}?)\s*[)\]]/u;
const caption = /(?:đvt|đơn vị tính|đơn vị)\s*:\s*(?<unit>[^\n.;)]{1,30})/u;

/** The cells of data tables, by the index of their block. */
export function readTables(document: SourceDocument, lower: string, english: () => boolean): Map<number, TableReading> {
  const readings = new Map<number, TableReading>();
  for (const table of document.tables) if (table.kind === 'data') readTable(document, lower, table, english, readings);
  return readings;
}

function readTable(
  document: SourceDocument,
  lower: string,
  table: Table,
  english: () => boolean,
  readings: Map<number, TableReading>,
): void {
  const cells = new Map<string, Cell>();
  const own: { cell: TableCell; content: Cell }[] = [];
  let places = 0;
  for (const cell of table.cells) {
    const content = contentOf(document, cell);
    own.push({ cell, content });
    // A merged cell speaks for every place it covers.
    places += Math.min(table.rows, cell.rowSpan) * Math.min(table.columns, cell.columnSpan);
    if (places > mostPlaces) return;
    for (let row = cell.row; row < Math.min(table.rows, cell.row + cell.rowSpan); row += 1)
      for (let column = cell.column; column < Math.min(table.columns, cell.column + cell.columnSpan); column += 1)
        cells.set(`${row}:${column}`, content);
  }
  const at = (row: number, column: number) => cells.get(`${row}:${column}`) ?? null;
  const headRows = countHeadRows(table, own);
  if (headRows === 0 && !own.some(({ content }) => onlyNumber.test(content.text))) return;

  const titles = own.filter(({ cell }) => cell.row < headRows && isTitle(table, cell)).map(({ content }) => content);
  const headParts = Array.from({ length: table.columns }, (_, column) => {
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
  const isRunning = (column: number) =>
    running.test(lowerHeads[column]!.trim()) || (column === 0 && lowerHeads[0] === '' && runsUp(table, headRows, at));
  const unitColumn = lowerHeads.findIndex((head) => unitHead.test(head.trim()));
  const labelColumn = findLabelColumn(table, headRows, at, (column) => isRunning(column) || column === unitColumn);
  const titleWords = titles.map(({ text }) => text.toLowerCase()).join(' ');
  const tableUnit =
    captionUnit(titleWords) ?? captionUnit(lower.slice(Math.max(0, table.span.start - 160), table.span.start));
  // The lowest head says most of its own column: "Số hộ | Tổng số | Tỷ lệ (%)".
  const headUnits = headParts.map((parts) => {
    for (const part of parts.toReversed()) {
      const unit = unitOfHead(part);
      if (unit !== null) return unit;
    }
    return null;
  });

  const labels = labelColumn < 0 ? new Map<number, RowLabel>() : readRowLabels(table, headRows, labelColumn, at);

  for (const { cell, content } of own) {
    const { row, column } = cell;
    const set = (reading: TableReading) => {
      for (const block of content.blocks) readings.set(block, reading);
    };
    const mute = () => set({ ...nothing, draft: null, silent: true });
    if (row < headRows || isRunning(column) || column === unitColumn) {
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
      ...rowAndColumn(labels.get(row) ?? null, label, headParts[column]!, lowerHeads[labelColumn] ?? ''),
      heads: lowerHeads[column]!,
      basis: basisOfColumn(lowerHeads[column]!),
      baseline: /so với|so cùng kỳ|\/kh|\/cùng kỳ|% th/.test(lowerHeads[column]!) ? heads[column]! : null,
    });
  }
}

function contentOf(document: SourceDocument, cell: TableCell): Cell {
  const first = document.blocks[cell.blocks[0] ?? -1];
  const last = document.blocks[cell.blocks.at(-1) ?? -1];
  if (first === undefined || last === undefined) return { text: '', span: null, blocks: [], header: cell.header };
  const span = { start: first.span.start, end: last.span.end };
  const text = document.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return { text, span, blocks: cell.blocks, header: cell.header };
}

/** Rows at the top that name the columns: marked so, or without a number; a row "1 2 3" or "(1) (2)" under them counts too. */
function countHeadRows(table: Table, own: readonly { cell: TableCell; content: Cell }[]): number {
  const rows = new Map<number, { cell: TableCell; content: Cell }[]>();
  for (const entry of own) {
    const row = rows.get(entry.cell.row);
    if (row === undefined) rows.set(entry.cell.row, [entry]);
    else row.push(entry);
  }
  let heads = 0;
  let named = false;
  for (let row = 0; row < Math.min(table.rows, 8); row += 1) {
    const filled = (rows.get(row) ?? []).filter(({ content }) => content.text !== '');
    if (filled.length === 0) {
      if (heads === row && row > 0) heads = row + 1;
      continue;
    }
    const marked = filled.every(({ content }) => content.header);
    const numbering = row > 0 && filled.length > 2 && numbersColumns(filled);
    const worded = filled.every(({ content }) => !onlyNumber.test(content.text));
    const reaches = own.some(({ cell }) => cell.row < row && cell.row + cell.rowSpan > row);
    const title = filled.length === 1 && heads === row && isTitle(table, filled[0]!.cell);
    const first = heads === row && !named;
    if (!title && worded && filled.length > 1) named = true;
    if (marked || numbering || title || (worded && (first || reaches) && filled.length > 1)) heads = row + 1;
    else break;
  }
  return heads;
}

/** A cell over the whole width, above the heads: the table's title, with its unit at times. */
const isTitle = (table: Table, cell: TableCell): boolean => table.columns > 2 && cell.columnSpan >= table.columns;

function numbersColumns(row: readonly { content: Cell }[]): boolean {
  if (!row.every(({ content }) => columnNumber.test(content.text))) return false;
  // Figures do not run up by one from cell to cell; the first may be spoilt ("11" for "1").
  const numbers = row.map(({ content }) => Number(/\d+/.exec(content.text)?.[0] ?? Number.NaN));
  let steps = 0;
  for (let index = 2; index < numbers.length; index += 1) if (numbers[index] === numbers[index - 1]! + 1) steps += 1;
  return steps >= Math.max(1, numbers.filter((number) => !Number.isNaN(number)).length - 3);
}

/** The first column that holds words in most of its rows. */
function findLabelColumn(
  table: Table,
  headRows: number,
  at: (row: number, column: number) => Cell | null,
  excluded: (column: number) => boolean,
): number {
  for (let column = 0; column < table.columns; column += 1) {
    if (excluded(column)) continue;
    let worded = 0;
    let filled = 0;
    for (let row = headRows; row < table.rows; row += 1) {
      const words = at(row, column)?.text ?? '';
      if (words === '') continue;
      filled += 1;
      if (/\p{L}{2}/u.test(words)) worded += 1;
    }
    if (filled > 0 && worded * 2 > filled) return column;
  }
  return -1;
}

/** 1, 2, 3 … down the first column. */
function runsUp(table: Table, headRows: number, at: (row: number, column: number) => Cell | null): boolean {
  let expected = 1;
  for (let row = headRows; row < table.rows; row += 1) {
    const words = at(row, 0)?.text ?? '';
    if (words === '') continue;
    if (Number(words.replace(/\.$/, '')) !== expected) return false;
    expected += 1;
  }
  return expected > 2;
}

function unitOf(words: string): Unit | null {
  const trimmed = words.trim();
  const unit = readUnit(trimmed, trimmed.toLowerCase(), 0, trimmed.length);
  return unit === null || isTime(unit) ? null : unit;
}

/** The unit that a head names: in brackets, as its per cent sign, or as what it counts ("Số hộ nghèo"). */
function unitOfHead(head: string): Unit | null {
  const bracketed = inBrackets.exec(head.toLowerCase())?.groups?.['unit'];
  if (bracketed !== undefined) {
    const unit = unitOf(bracketed);
    if (unit !== null) return unit;
  }
  if (/%|tỷ lệ|tỉ lệ/.test(head.toLowerCase())) return unitOf('%');
  const counted = /(?:^|\s)(?:(?:tổng )?số(?: lượng)?|sl)(?: là)? (?<noun>\p{L}.*)$/u.exec(head.toLowerCase())
    ?.groups?.['noun'];
  return counted === undefined ? null : unitOf(counted);
}

/** "ĐVT: triệu đồng" over the table. */
function captionUnit(above: string): Unit | null {
  const words = caption.exec(above)?.groups?.['unit'];
  return words === undefined ? null : unitOf(words);
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
