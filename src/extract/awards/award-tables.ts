import type { Award, Block, SourceDocument, Table, TextSpan } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { NamedAward, RecipientKind } from './award-event.js';
import { awardEvents } from './award-events.js';
import { certificateCode, defaultRecipient } from './award-names.js';
import { mayNameAward } from './candidates.js';

/** A record of a table, before it is placed on its page and in its section. */
export interface TableAward
  extends Pick<
    Award,
    | 'award'
    | 'awardCode'
    | 'count'
    | 'percent'
    | 'recipient'
    | 'recipientName'
    | 'grantor'
    | 'status'
    | 'period'
    | 'decision'
    | 'confidence'
    | 'rule'
  > {
  readonly span: TextSpan;
  readonly block: number;
}

interface Cell {
  readonly text: string;
  readonly folded: string;
  /** first block of the cell */
  readonly block: number;
  readonly span: TextSpan;
  readonly columnSpan: number;
}

/** How far above a list of names its title may stand. */
const titleReach = 8;
const number = /^\d{1,3}(?:\.\d{3})*$|^\d{1,6}$/;
const share = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/;
const totals = /^(?:tong|cong|tong so|tong cong|trong do)(?![a-z])/;
const ordinal = /(?<![a-z])(?:stt|tt|so tt)(?![a-z])/;
const nameHead =
  /(?<![a-z])(?:ho va ten|ho ten|ho, ten|ten ca nhan|ten tap the|ten don vi|ten tap the, ca nhan)(?![a-z])/;
const awardHead = /(?<![a-z])(?:danh hieu|hinh thuc|khen thuong)(?![a-z])/;
const decisionNumber = /\d{1,6}\s?\/(?:\d{4}\/)?QĐ-[\p{L}\d-]+/u;

/** What the head of a column of numbers says of them. */
function columnStatus(head: string): Award['status'] | 'percent' | null {
  if (/%|(?<![a-z])(?:ty le|ti le)(?![a-z])/.test(head)) return 'percent';
  if (/(?<![a-z])(?:dang k[yi]|giao uoc)(?![a-z])/.test(head)) return 'registered';
  if (/(?<![a-z])(?:de nghi|trinh)(?![a-z])/.test(head)) return 'proposed';
  if (/(?<![a-z])(?:phan dau|chi tieu|ke hoach|muc tieu)(?![a-z])/.test(head)) return 'target';
  return /(?<![a-z])(?:dat(?! duoc)|ket qua|duoc tang|da tang|cong nhan|quyet dinh|thuc hien)(?![a-z])/.test(head)
    ? 'granted'
    : null;
}

function columnRecipient(head: string): RecipientKind | null {
  if (/(?<![a-z])ca nhan(?![a-z])/.test(head)) return /(?<![a-z])tap the(?![a-z])/.test(head) ? null : 'individual';
  if (/(?<![a-z])(?:tap the|don vi)(?![a-z])/.test(head)) return 'collective';
  return /(?<![a-z])(?:ho(?!,? (?:va )?ten)|gia dinh)(?![a-z])/.test(head) ? 'household' : null;
}

/**
 * Finds the awards of a table: numbers of each award by column («Danh hiệu | Đăng ký | Đạt | Tỷ lệ %»), the awards of each
 * year with their decisions, or a list of names under a title that says what they got.
 *
 * @returns null when the table is none of these, so that its cells read as any other text
 */
export function tableAwards(document: SourceDocument, tableIndex: number): readonly TableAward[] | null {
  const table = document.tables[tableIndex]!;
  if (
    // A letterhead and a signature have two columns.
    (table.kind === 'layout' && table.columns < 3) ||
    !mayNameAward(fold(document.text.slice(Math.max(0, table.span.start - 600), table.span.end)))
  )
    return null;
  const rows = gridOf(document, table);
  const bodyStart = firstBodyRow(rows);
  const heads = Array.from({ length: table.columns }, (_, column) => headOf(rows.slice(0, bodyStart), column));
  const body = rows.slice(bodyStart);
  const awardColumn = heads.findIndex((_, column) => body.some((row) => onlyAward(row.get(column)) !== null));
  const nameColumn = heads.findIndex((head) => nameHead.test(head));
  if (nameColumn >= 0) return namedRows(document, table, body, heads, nameColumn, awardColumn);
  if (awardColumn < 0) return null;
  const found = body.flatMap((row) => rowAwards(row, heads, awardColumn));
  return found.length > 0 ? found : null;
}

type Row = ReadonlyMap<number, Cell>;

function gridOf(document: SourceDocument, table: Table): Row[] {
  const rows = Array.from({ length: table.rows }, () => new Map<number, Cell>());
  for (const { row, column, columnSpan, blocks } of table.cells) {
    const first = blocks[0];
    if (first === undefined) continue;
    const span = { start: document.blocks[first]!.span.start, end: document.blocks[blocks.at(-1)!]!.span.end };
    const text = document.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
    rows[row]?.set(column, { text, folded: fold(text), block: first, span, columnSpan });
  }
  return rows;
}

/**
 * The head ends with the row that names the names, or before the first row that holds an award by itself. What a format
 * marks as head is no help where a table has few numbers.
 */
function firstBodyRow(rows: readonly Row[]): number {
  const ofNames = rows.findIndex((row) => [...row.values()].some(({ folded }) => nameHead.test(folded)));
  if (ofNames >= 0 && ofNames < 3) return ofNames + 1;
  const withAward = rows.findIndex((row, at) => at > 0 && [...row.values()].some((cell) => onlyAward(cell) !== null));
  return withAward < 0 ? Math.min(1, rows.length) : withAward;
}

function headOf(heads: readonly Row[], column: number): string {
  const words: string[] = [];
  for (const row of heads)
    for (const [start, cell] of row) if (start <= column && column < start + cell.columnSpan) words.push(cell.folded);
  return words.join(' | ');
}

/** The award that a cell is: nothing else stands in it but who gives it. */
function onlyAward(cell: Cell | undefined): NamedAward | null {
  if (cell === undefined || cell.text.length > 120 || !mayNameAward(cell.folded)) return null;
  const { events, reading } = awardEvents(cell.text);
  const awards = events.filter((event) => event.kind === 'award');
  if (awards.length !== 1 || events.some(({ kind }) => kind === 'recipient')) return null;
  const award = awards[0]!;
  const others = reading.words.length - (award.last - award.first);
  return others <= 3 && award.code !== 'NTVT' ? award : null;
}

function rowAwards(row: Row, heads: readonly string[], awardColumn: number): TableAward[] {
  const cell = row.get(awardColumn);
  const award = onlyAward(cell);
  if (award === null || cell === undefined || totals.test(cell.folded)) return [];
  const columns = [...row].filter(
    ([column, { text }]) =>
      column > awardColumn &&
      number.test(text) &&
      !ordinal.test(heads[column] ?? '') &&
      !/(?<![a-z])trong do(?![a-z])/.test(heads[column] ?? ''),
  );
  const statuses = new Map(heads.map((head, column) => [column, columnStatus(head)] as const));
  const counts = columns.filter(([column]) => statuses.get(column) !== 'percent');
  const told = counts.filter(([column]) => statuses.get(column) !== null);
  const kinds = counts.filter(([column]) => columnRecipient(heads[column] ?? '') !== null);
  const total = counts.filter(([column]) => /(?<![a-z])(?:tong so|tong cong)(?![a-z])/.test(heads[column] ?? ''));
  const chosen =
    told.length > 0 ? told : total.length > 0 ? total.slice(0, 1) : kinds.length > 0 ? kinds : counts.slice(0, 1);
  const base = {
    award: award.name,
    awardCode: certificateCode(award.name, award.code, award.grantor),
    recipientName: null,
    grantor: award.grantor,
  };
  if (chosen.length === 0) return yearRow(row, heads, awardColumn, cell, award, base);
  return chosen.map(([column, { text, span }], i) => {
    const status = statuses.get(column);
    const next = chosen[i + 1]?.[0] ?? heads.length;
    const percentColumn = heads.findIndex(
      (_, at) => at > column && at <= column + 2 && at < next && statuses.get(at) === 'percent',
    );
    const percent = share.exec(row.get(percentColumn)?.text ?? '')?.[1];
    return {
      ...base,
      count: Number(text.replace(/\./g, '')),
      percent: percent === undefined ? null : Number(percent.replace(',', '.')),
      recipient: columnRecipient(heads[column] ?? '') ?? defaultRecipient(award.code),
      status: status === null || status === undefined || status === 'percent' ? ('granted' as const) : status,
      period: /(?:19|20)\d\d/.exec(heads[column] ?? '')?.[0] ?? null,
      decision: null,
      span: { start: cell.span.start, end: Math.max(cell.span.end, span.end) },
      block: cell.block,
      confidence: Math.round(award.strength * (status === null ? 0.6 : 0.85) * 100) / 100,
      rule: 'award/table-count',
    };
  });
}

/** «2021 | Tập thể lao động xuất sắc | Quyết định số …»: what a body got in a year. */
function yearRow(
  row: Row,
  heads: readonly string[],
  awardColumn: number,
  cell: Cell,
  award: NamedAward,
  base: Pick<TableAward, 'award' | 'awardCode' | 'recipientName' | 'grantor'>,
): TableAward[] {
  const year = [...row].find(
    ([column, { text }]) => column !== awardColumn && /^(?:Năm )?(?:19|20)\d\d(?:\s?-\s?(?:19|20)\d\d)?$/u.test(text),
  );
  const decision = [...row.values()].map(({ text }) => decisionNumber.exec(text)?.[0]).find((one) => one !== undefined);
  if (!awardHead.test(heads[awardColumn] ?? '') || (year === undefined && decision === undefined)) return [];
  return [
    {
      ...base,
      count: null,
      percent: null,
      recipient: defaultRecipient(award.code),
      status: 'granted',
      period: year?.[1].text.replace(/^Năm /u, '').replace(/\s?-\s?/, '/') ?? null,
      decision: decision?.replace(/\s/g, '') ?? null,
      span: cell.span,
      block: cell.block,
      confidence: Math.round(award.strength * 0.75 * 100) / 100,
      rule: 'award/table-year',
    },
  ];
}

/** One record a person or collective of a list, with the award of its row or of the list's title. */
function namedRows(
  document: SourceDocument,
  table: Table,
  body: readonly Row[],
  heads: readonly string[],
  nameColumn: number,
  awardColumn: number,
): readonly TableAward[] | null {
  const title = listTitle(document, table);
  let kind = columnRecipient(heads[nameColumn]!) ?? title?.recipient ?? 'individual';
  const found: TableAward[] = [];
  for (const row of body) {
    const name = row.get(nameColumn);
    const only = [...row.values()];
    // «I. TẬP THỂ», «II. CÁ NHÂN» between the rows says who follows.
    if (
      only.length <= 2 &&
      only.some(({ folded }) => /(?<![a-z])(?:tap the|ca nhan|ho gia dinh)(?![a-z])/.test(folded))
    ) {
      kind = columnRecipient(only.map(({ folded }) => folded).join(' ')) ?? kind;
      continue;
    }
    if (name === undefined || !/\p{L}{2}/u.test(name.text) || totals.test(name.folded)) continue;
    const own = awardColumn >= 0 && awardColumn !== nameColumn ? onlyAward(row.get(awardColumn)) : null;
    const award = own ?? title?.award ?? null;
    if (award === null) continue;
    const grantor = award.grantor ?? title?.award.grantor ?? null;
    const end = own === null ? name.span.end : Math.max(name.span.end, row.get(awardColumn)!.span.end);
    found.push({
      award: award.name,
      awardCode: certificateCode(award.name, award.code, grantor),
      count: 1,
      percent: null,
      recipient: kind,
      recipientName: name.text,
      grantor,
      status: title?.status ?? 'granted',
      period: null,
      decision: null,
      span: { start: name.span.start, end },
      block: name.block,
      confidence: Math.round(award.strength * (own === null ? 0.75 : 0.85) * 100) / 100,
      rule: 'award/name-list',
    });
  }
  return found.length > 0 ? found : null;
}

/** «DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH» above a table. */
function listTitle(
  { blocks, text }: SourceDocument,
  table: Table,
): { award: NamedAward; status: Award['status']; recipient: RecipientKind | null } | null {
  let looked = 0;
  for (let at = blocks.length - 1; at >= 0 && looked < titleReach; at -= 1) {
    const block: Block = blocks[at]!;
    if (block.span.start >= table.span.start || block.span.end === block.span.start) continue;
    looked += 1;
    const words = text.slice(block.span.start, block.span.end);
    const folded = fold(words);
    if (
      words.length > 400 ||
      !mayNameAward(folded) ||
      !/(?<![a-z])(?:danh sach|tang|khen|danh hieu)(?![a-z])/.test(folded)
    )
      continue;
    const award = awardEvents(words).events.find((event) => event.kind === 'award');
    if (award === undefined) continue;
    const status = columnStatus(folded);
    return {
      award,
      status: status === 'proposed' || status === 'registered' ? status : 'granted',
      recipient: columnRecipient(folded),
    };
  }
  return null;
}
