import type { SourceDocument } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import { bodiesIn } from '../../text/nlp/match-bodies.js';
import { readSentence } from '../../text/nlp/vietnamese-nlp.js';
import type { NamedAward, RecipientKind } from './award-event.js';
import { certificateCode, defaultRecipient, flagName, titleFor } from './award-names.js';
import { mayNameAward } from './candidates.js';
import { listedName } from './listed-name.js';
import type { NamesLead } from './name-lists.js';
import type { TableAward } from './table-award.js';
import { ownCounts, type TableColumn, tableColumn } from './table-columns.js';
import { type GridCell, type GridRow, gridOf, headsOf, numbersColumns } from './table-grid.js';
import { isTotal, kindOfCell, labelUnder, onlyAward } from './table-labels.js';
import { namedRows } from './table-names.js';

/** «45», «71 người», «152.318 hộ» */
const number =
  /^(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:\s+(?!(?:năm|đồng|triệu|nghìn|điểm|ngày|tháng|lần|buổi)(?!\p{L}))\p{L}[\p{L}\s,]{0,40})?$/u;
const share = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/;
const nameHead =
  /(?<![a-z])(?:ho va ten|ho ten|ho, ten|ten ca nhan|ten tap the|ten don vi|ten tap the, ca nhan)(?![a-z])/;
/** «Cấp khen», «Cơ quan tặng»: who gave the award of the row. */
const grantorHead =
  /^(?:cap|co quan|don vi|noi|nguoi)(?: (?:co tham quyen|quyet dinh))? (?:khen|tang|trao|quyet dinh|ban hanh|ky)(?: thuong| tang| quyet dinh)?$/;
const awardHead = /(?<![a-z])(?:danh hieu|hinh thuc|khen thuong)(?![a-z])/;
const registers = /(?<![a-z])dang k[yi](?![a-z])/;
const reaches = /(?<![a-z])(?:ket qua|dat|cong nhan)(?![a-z])/;
const isYear = /^(?:Năm (?:học )?)?(?:19|20)\d\d(?:\s?-\s?(?:19|20)\d\d)?$/u;
const decisionNumber = /\d{1,6}\s?\/(?:\d{4}\/)?QĐ-[\p{L}\d-]+/u;

/**
 * Finds the awards of a table: numbers of each award by column («Danh hiệu | Đăng ký | Đạt | Tỷ lệ %»), the awards of each
 * year with their decisions, or a list of names under a title that says what they got.
 *
 * @param enacted what the first article of the document gives, asked for only where names are listed
 * @returns null when the table is none of these, so that its cells read as any other text
 */
export function tableAwards(
  document: SourceDocument,
  tableIndex: number,
  enacted: () => NamesLead | null = () => null,
): readonly TableAward[] | null {
  const table = document.tables[tableIndex]!;
  // A letterhead and a signature have two columns.
  if (table.kind === 'layout' && table.columns < 3) return null;
  const near = fold(document.text.slice(Math.max(0, table.span.start - 600), table.span.end));
  const ofNames = nameHead.test(near) && /(?<![a-z])(?:khen|tang|danh hieu)(?![a-z])/.test(near);
  if (!ofNames && !mayNameAward(near)) return null;
  return gridAwards(document, gridOf(document, table), table.columns, table.span.start, enacted);
}

/**
 * The awards of cells laid out by rows, the heads in the first of them.
 *
 * @param start where the table begins in the text: what it is titled stands above
 */
export function gridAwards(
  document: SourceDocument,
  rows: readonly GridRow[],
  width: number,
  start: number,
  enacted: () => NamesLead | null,
): readonly TableAward[] | null {
  const top = rows.slice(0, 3).map(wordsOf).join(' ');
  // «Nội dung | Đăng ký | Kết quả | Tỷ lệ»: what is registered and reached are titles.
  const titles = awardHead.test(top) || (registers.test(top) && reaches.test(top));
  const bodyStart = firstBodyRow(rows, titles);
  const heads = Array.from({ length: width }, (_, column) => headsOf(rows.slice(0, bodyStart), column));
  const body = rows.slice(bodyStart).filter((row) => !numbersColumns(row));
  const awardColumn = heads.findIndex((_, column) => body.some((row) => onlyAward(row.get(column), titles) !== null));
  const nameColumn = heads.findIndex((words) => nameHead.test(words.join(' | ')));
  if (nameColumn >= 0)
    return namedRows(document, start, body, heads[nameColumn]!.join(' | '), nameColumn, awardColumn, enacted());
  if (awardColumn < 0) return null;
  const columns = heads.map((words, column) => tableColumn(column, words));
  const found = countedRows(body, columns, awardColumn, titles);
  return found.length > 0 ? found : null;
}

const wordsOf = (row: GridRow): string => [...new Set(row.values())].map(({ folded }) => folded).join(' | ');

/**
 * The head ends with the row that names the names, or before the first row that holds an award by itself. What a format
 * marks as head is no help where a table has few numbers.
 */
function firstBodyRow(rows: readonly GridRow[], titles: boolean): number {
  const ofNames = rows.findIndex((row) => [...row.values()].some(({ folded }) => nameHead.test(folded)));
  if (ofNames >= 0 && ofNames < 3) return ofNames + 1;
  const numbering = rows.slice(0, 6).findIndex(numbersColumns);
  if (numbering > 0) return numbering + 1;
  // «2009 | Bằng khen | QĐ số 12/QĐ-UBND …»: a history of awards may stand without heads.
  const opening = [...(rows[0]?.values() ?? [])];
  if (opening.some((cell) => onlyAward(cell, true) !== null) && opening.some(({ text }) => isYear.test(text))) return 0;
  const withAward = rows.findIndex(
    (row, at) => at > 0 && [...row.values()].some((cell) => cell.row === at && onlyAward(cell, titles) !== null),
  );
  return withAward < 0 ? Math.min(1, rows.length) : withAward;
}

/** What a row is about, and the cell that says so. */
interface RowSubject {
  readonly award: NamedAward;
  readonly cell: GridCell;
  readonly recipient: RecipientKind | null;
}

/** Reads the rows of numbers, each under the award it names itself or the one of the rows above it. */
function countedRows(
  body: readonly GridRow[],
  columns: readonly TableColumn[],
  awardColumn: number,
  titles: boolean,
): TableAward[] {
  const found: TableAward[] = [];
  let group: NamedAward | null = null;
  for (const row of body) {
    const cell = row.get(awardColumn);
    if (cell === undefined) continue;
    if (isTotal(cell)) {
      group = null;
      continue;
    }
    const own = onlyAward(cell, titles);
    if (own !== null) group = own;
    const under = own === null && group !== null ? labelUnder(cell, group) : null;
    // «Hạng Nhì» goes on with «Huân chương Lao động», any other words end it.
    if (own === null && under === null) group = null;
    const award = own ?? under?.award;
    if (award === undefined) continue;
    const beside = [...row.values()].map(kindOfCell).find((kind) => kind !== null) ?? null;
    found.push(...rowAwards(row, columns, awardColumn, { award, cell, recipient: under?.recipient ?? beside }));
  }
  return found;
}

function rowAwards(
  row: GridRow,
  columns: readonly TableColumn[],
  awardColumn: number,
  { award, cell, recipient }: RowSubject,
): TableAward[] {
  const given = columns.find(({ heads }) => heads.some((head) => grantorHead.test(head)));
  const grantor = award.grantor ?? (given === undefined ? null : (row.get(given.column)?.text ?? null));
  const base = {
    award: flagName(award.name, grantor),
    awardCode: certificateCode(award.name, award.code, grantor),
    recipientName: null,
    grantor,
  };
  const numbers = [...row].flatMap(([column, { text, span, column: own }]) => {
    // «01 (đề nghị)» in a column of what was reached
    const asked = /\s*\((?:đang )?(?:đề nghị|trình)[^)]*\)\s*$/iu.exec(text);
    const of: TableColumn = asked === null ? columns[column]! : { ...columns[column]!, status: 'proposed' };
    const value = number.exec(asked === null ? text : text.slice(0, asked.index))?.[1];
    return column > awardColumn && own === column && value !== undefined && (of.kind === 'count' || of.kind === 'sum')
      ? [{ of, span, value: Number(value.replace(/\./g, '')) }]
      : [];
  });
  const chosen = ownCounts(numbers);
  const named = namedCells(row, columns, awardColumn, award, base);
  if (chosen.length === 0) return named.length > 0 ? named : yearRow(row, columns, awardColumn, cell, award, base);
  // «Gia đình văn hóa | % | 85 | 87»: the row's unit makes a share of its numbers.
  const shares = [...row.values()].some(({ text }) => text === '%');
  const first = Math.min(...[...row.values()].flatMap(({ span }) => (span.start >= cell.span.end ? [span.start] : [])));
  const counts = chosen.map(({ of, span, value }, i) => {
    const next = chosen[i + 1]?.of.column ?? columns.length;
    const beside = columns.find(
      ({ column, kind }) => column > of.column && column <= of.column + 2 && column < next && kind === 'share',
    );
    const percent = share.exec(beside === undefined ? '' : (row.get(beside.column)?.text ?? ''))?.[1];
    const who = recipient ?? of.recipient ?? defaultRecipient(award.code);
    return {
      ...titleFor(base, who),
      count: shares ? null : value,
      percent: shares ? value : percent === undefined ? null : Number(percent.replace(',', '.')),
      recipient: who,
      status: of.status ?? ('granted' as const),
      assumed: of.status === null,
      period: of.year,
      decision: null,
      // One stretch of text cannot hold the award and its number without the numbers between: these are other records'.
      span: span.start === first ? { start: cell.span.start, end: span.end } : cell.span,
      block: cell.block,
      confidence: Math.round(award.strength * (of.status === null ? 0.6 : 0.85) * 100) / 100,
      rule: 'award/table-count',
    };
  });
  const some = counts.filter(({ count, percent }) => (count ?? percent) !== 0);
  // «Chiến sĩ thi đua toàn quốc | 0»: nobody got it; beside other numbers a nought only fills its cell.
  const [nought] = some.length > 0 || named.length > 0 ? [] : counts;
  if (nought?.status === 'granted')
    return [{ ...nought, count: null, percent: null, recipient: null, status: 'none', span: cell.span }];
  return [...named, ...some];
}

/** «Bằng khen | Đoàn phường A | Trần Thị B, Lê Văn C»: names in the columns of collectives and persons, a record each. */
function namedCells(
  row: GridRow,
  columns: readonly TableColumn[],
  awardColumn: number,
  award: NamedAward,
  base: Pick<TableAward, 'award' | 'awardCode' | 'recipientName' | 'grantor'>,
): TableAward[] {
  return [...row].flatMap(([column, { text, span, block, column: own }]) => {
    const { recipient, status, year, kind } = columns[column]!;
    if (column <= awardColumn || own !== column || recipient === null || kind === 'other' || /^[\d-]/.test(text))
      return [];
    const names = text.split(/[,;]\s+|\s+và\s+/u).map((name) => listedName(name, recipient));
    if (names.some((name) => name === null)) return [];
    return names.map((name) => ({
      ...base,
      count: 1,
      percent: null,
      recipient,
      recipientName: name!.name,
      status: status ?? ('granted' as const),
      period: year,
      decision: null,
      span,
      block,
      confidence: Math.round(award.strength * 0.8 * 100) / 100,
      rule: 'award/table-count',
    }));
  });
}

/** «2021 | Tập thể lao động xuất sắc | Quyết định số …»: what a body got in a year. */
function yearRow(
  row: GridRow,
  columns: readonly TableColumn[],
  awardColumn: number,
  cell: GridCell,
  award: NamedAward,
  base: Pick<TableAward, 'award' | 'awardCode' | 'recipientName' | 'grantor'>,
): TableAward[] {
  const year = [...row].find(([column, { text }]) => column !== awardColumn && isYear.test(text));
  const decided = [...row.values()].find(({ text }) => decisionNumber.test(text));
  const decision = decided === undefined ? undefined : decisionNumber.exec(decided.text)![0];
  const heads = columns[awardColumn]?.heads.join(' | ') ?? '';
  if (year === undefined && decision === undefined) return [];
  if (!awardHead.test(heads) && (year === undefined || decision === undefined)) return [];
  const grantor = base.grantor ?? (decided === undefined ? null : deciderIn(decided.text));
  return [
    {
      ...base,
      award: flagName(award.name, grantor),
      awardCode: certificateCode(award.name, award.code, grantor),
      grantor,
      count: null,
      percent: null,
      recipient: defaultRecipient(award.code),
      status: 'granted',
      period: year?.[1].text.replace(/^Năm (?:học )?/u, '').replace(/\s?-\s?/, '/') ?? null,
      decision: decision?.replace(/\s/g, '') ?? null,
      span: cell.span,
      block: cell.block,
      confidence: Math.round(award.strength * 0.75 * 100) / 100,
      rule: 'award/table-year',
    },
  ];
}

/** «QĐ số 1245/QĐ-UBND ngày 12/5/2009 của Chủ tịch UBND tỉnh» */
function deciderIn(decided: string): string | null {
  const by = decided.search(/(?<!\p{L})của(?!\p{L})/u);
  if (by < 0) return null;
  const words = decided.slice(by + 4);
  return bodiesIn(readSentence(words), words)[0]?.words ?? null;
}
