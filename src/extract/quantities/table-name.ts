import type { SourceDocument, Table } from '../../model/index.js';
import { firstBlock } from './table-heads.js';

/** What a table is about, by its title or by the line over it, and the words that it was taken from. */
export interface TableName {
  /** without its number, its unit, its time and words such as "Kết quả thực hiện"; null where nothing is left */
  readonly words: string | null;
  /** in lower case: it may name a period */
  readonly printed: string;
}

const numbered =
  /^(?:(?:biểu mẫu|biểu|bảng|phụ lục|mẫu)(?: số)? ?[\divxlc]*(?:\.\d+)*[a-z]?(?![\p{L}\d])\s*[.:)–-]?\s*)/iu;
const listMark = /^(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s+|[-–+*•]\s*)/u;
const openings =
  /^(?:(?:bảng|biểu) (?:tổng hợp|thống kê|số liệu)|tổng hợp|thống kê|số liệu|kết quả|tình hình|tiến độ|chi tiết|danh mục|(?:về )?việc|thực hiện|đạt được|về)(?: (?:kết quả|tình hình|số liệu|tiến độ|thực hiện|chi tiết))*\s*[:–-]?\s*/iu;
const inBrackets = /\s*[([][^()[\]]*[)\]]/gu;
/** When, and by whom it is told apart. */
const endings =
  /[\s,;:–-]*(?:(?:trong |đến |cho |của )?(?:(?:cả |hết )?năm(?: học)? (?:19|20)\d\d.*|(?:6|9|06|09) tháng.*|quý [ivx\d]+.*|tháng \d{1,2}.*|giai đoạn \d{4}.*|tính đến .*)|(?:chia |phân )?theo (?:đơn vị|địa phương|xã|huyện|từng|ngành|địa bàn)[^,;]*|(?:của|tại|ở) (?:các|từng) [^,;]*|các (?:đơn vị|địa phương|xã|huyện)[^,;]*|như sau|cụ thể|dưới đây)\s*[:.]?$/iu;
const unitLine = /^[([]?\s*(?:đvt|đơn vị tính|đơn vị)\s*:/iu;
/** Words that name no measure although they stand over tables. */
const general =
  /^(?:phụ lục|biểu|bảng|kèm theo|nội dung|chỉ tiêu|kết quả|tình hình|báo cáo|kế hoạch|cụ thể|như sau|trong đó|số liệu|danh sách)(?: (?:cụ thể|như sau|chi tiết|kèm theo))?$/iu;
const longest = 180;
const mostWords = 16;

/** The name of a table: its merged title, else the last line of words over it that is no sentence. */
export function nameOfTable(document: SourceDocument, table: Table, titles: readonly string[]): TableName | null {
  const above = titles.length > 0 ? titles : linesAbove(document, table);
  for (const line of above) {
    const words = nameIn(line);
    if (words !== null) return { words, printed: above.join(' ').toLowerCase() };
  }
  return above.length === 0 ? null : { words: null, printed: above.join(' ').toLowerCase() };
}

function nameIn(line: string): string | null {
  let words = line.replace(/\s+/gu, ' ').trim().replace(listMark, '').replace(numbered, '').replace(inBrackets, '');
  words = words.replace(openings, '');
  for (let rounds = 0; rounds < 3; rounds += 1) words = words.replace(endings, '');
  words = words.replace(/[\s:.;,–-]+$/u, '').trim();
  const count = words.split(' ').length;
  if (words === '' || count < 2 || count > mostWords || general.test(words) || unitLine.test(words)) return null;
  // A title in capitals is printed as other words are.
  return words === words.toUpperCase() ? words.toLowerCase() : words;
}

/** Up to three lines over the table, nearest first; a sentence or another table ends them. */
function linesAbove({ text, blocks }: SourceDocument, table: Table): readonly string[] {
  const first = firstBlock(table);
  if (!Number.isFinite(first)) return [];
  const lines: string[] = [];
  for (let index = first - 1; index >= 0 && index >= first - 4 && lines.length < 3; index -= 1) {
    const { kind, span } = blocks[index]!;
    const line = text.slice(span.start, span.end).trim();
    if (kind === 'table-cell') break;
    if (line === '' || unitLine.test(line)) continue;
    if (line.length > longest || /[.;]$/.test(line)) break;
    lines.push(line);
  }
  return lines;
}
