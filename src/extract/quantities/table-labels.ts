import type { Table, TextSpan } from '../../model/index.js';
import { namesActor } from './phrase-before.js';
import { unitOfWords } from './unit-lexicon.js';

interface Words {
  readonly words: string;
  readonly span: TextSpan | null;
}

/** What a row is called, with the row that it is a part of. */
export interface RowLabel {
  readonly own: Words;
  readonly parent: Words | null;
}

interface LabelCell {
  readonly text: string;
  readonly span: TextSpan | null;
}

const part = /^(?:[-–+*•]\s*|(?:trong đó|bao gồm|gồm|tr\.? ?đ)\s*[:,-]?\s*)/i;
const marks = /^(?:[\s\-–+*•]+|(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđA-ZĐ])[.)]\s+)+/;
const sum = /^(?:tổng(?: cộng| số)?|cộng|toàn (?:huyện|tỉnh|xã|thành phố|trường|ngành))\s*:?$/i;

/** "Chi đầu tư phát triển (tỷ đồng)": the unit is told apart. */
function withoutOwnUnit(label: string): string {
  const bracketed = /^(?<name>.*\S)\s*\((?:đvt\s*:\s*)?(?<unit>[^()]{1,30})\)$/iu.exec(label)?.groups;
  return bracketed === undefined || unitOfWords(bracketed['unit']!.trim()) === null ? label : bracketed['name']!;
}

/** The rows' names down the label column; a row that begins with a dash, or with "Trong đó", is a part of the last that does not. */
export function readRowLabels(
  table: Table,
  headRows: number,
  column: number,
  at: (row: number, column: number) => LabelCell | null,
): ReadonlyMap<number, RowLabel> {
  const labels = new Map<number, RowLabel>();
  let parent: Words | null = null;
  let within = false;
  for (let row = headRows; row < table.rows; row += 1) {
    const cell = at(row, column);
    if (cell === null || cell.text === '') continue;
    const isPart = part.test(cell.text);
    const bare = cell.text.replace(part, '').replace(marks, '').trim();
    // "Trong đó:" alone in its row opens the parts that follow.
    if (bare === '') {
      within = true;
      continue;
    }
    const own: Words = { words: withoutOwnUnit(bare), span: cell.span };
    labels.set(row, { own, parent: isPart || within ? parent : null });
    // What stands under a total is not a part of it alone.
    if (!isPart && !within) parent = sum.test(bare) ? null : own;
    if (!isPart && within && /^(?:[IVX]{1,5}|\d{1,2})[.)]?\s/.test(cell.text)) {
      within = false;
      labels.set(row, { own, parent: null });
      parent = own;
    }
  }
  return labels;
}

/** "Kế hoạch vốn", "Đăng ký mới": what is planned is what is measured. */
const ofSomething =
  /^(?:kế hoạch|dự toán|đăng ký|ước|chỉ tiêu) (?:vốn|chi|thu|mới|diện tích|sản lượng|tuyển|đầu tư)(?![\p{L}])/u;
/** Heads that say how a figure is meant, not what it measures. */
const meaning =
  /^(?:kế hoạch|kh|thực hiện|th|ước|ước thực hiện|kết quả|kết quả thực hiện|tỷ lệ|tỉ lệ|tỷ lệ hoàn thành|đạt|so sánh|so với|dự toán|chỉ tiêu|số lượng|sl|đăng ký|giá trị|số liệu|tăng|giảm|tăng\/giảm|tăng, giảm|cùng kỳ|năm|quý|tháng|tháng \d{1,2}|quý [ivx]{1,3}|luỹ kế|lũy kế|trong đó|cộng|tổng|tổng cộng|mục tiêu|phấn đấu|được giao|giao)(?![\p{L}])/u;
const isMeaning = (head: string): boolean => meaning.test(head) && !ofSomething.test(head);
const withoutUnit = (head: string): string =>
  head
    .replace(/^trong đó\s*[:,-]?\s*/i, '')
    .replace(/[([][^()[\]]*[)\]]/g, ' ')
    .replace(/\s*(?:đến |trong |tính đến )?năm \d{4}.*$/iu, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:–-]+$/, '')
    .trim();

/** Label columns that list who or where: "Đơn vị", "Xã", "Họ và tên". */
const ofActors =
  /^(?:tên )?(?:đơn vị|địa phương|cơ quan|xã|huyện|phường|thị trấn|thôn|tỉnh|địa bàn|họ và tên|họ tên|tên đơn vị|tên xã|trường|ngành)(?![\p{L}])/u;

/**
 * Parts what a cell measures from whose it is: a row of bodies or places is the subject and its column names the
 * measure; any other row names the measure itself, with a column that counts something of its own ("Số hộ", "Số khẩu").
 *
 * @param headWords the column's heads, from the top
 * @param labelHead the label column's own head, in lower case
 * @param beside what the nearest column to the left measures, for one that only gives its rate; empty where none does
 * @param table what the table as a whole is about; null where nothing tells
 */
export function rowAndColumn(
  row: RowLabel | null,
  label: LabelCell | null,
  headWords: readonly string[],
  labelHead: string,
  beside: string,
  table: string | null,
): { readonly indicator: Words | null; readonly subject: Words | null } {
  const column = measureOf(headWords);
  // "Số hộ nghèo | Tỷ lệ (%)": the rate of what the row or the head above names.
  const rate = column === '' && headWords.some((head) => /^(?:tỷ|tỉ) lệ/i.test(head)) ? 'Tỷ lệ' : '';
  if (row === null || label === null) {
    const words = column || headWords.join(' ');
    return { indicator: words === '' ? null : { words, span: null }, subject: null };
  }
  const named = row.parent === null ? row.own : joinWords(row.parent, row.own);
  if (ofActors.test(labelHead.trim()) || namesActor(row.own.words) || sum.test(row.own.words)) {
    // A column that only says plan or result measures what its table does, and a rate that of the column beside it.
    const rated = rate === '' || beside === '' ? '' : `${rate} ${beside.replace(/^(?:tổng )?số (?:lượng )?/iu, '')}`;
    const ofTable = column === '' && rated === '' ? table : null;
    // A total without a name of what it sums is its own.
    if (sum.test(row.own.words) && column === '' && rate === '' && ofTable === null)
      return { indicator: named, subject: null };
    const words = column || rated || ofTable || rate || headWords.join(' ');
    return words === '' ? { indicator: named, subject: null } : { indicator: { words, span: null }, subject: named };
  }
  return {
    indicator: column === '' ? named : { words: `${named.words}: ${column}`, span: named.span },
    subject: null,
  };
}

/** What a column measures; empty for one that only says how its figures are meant ("Kế hoạch", "Tỷ lệ (%)"). */
export const measureOf = (headWords: readonly string[]): string =>
  headWords
    .map(withoutUnit)
    .filter((head) => head !== '' && !isMeaning(head.toLowerCase()))
    .join(': ');

const joinWords = (parent: Words, own: Words): Words => ({ words: `${parent.words}: ${own.words}`, span: own.span });
