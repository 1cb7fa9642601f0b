import { type Around, lead, namedBefore } from './figure-context.js';
import { type Phrase, phraseOf, under } from './phrase.js';

/** What is broken down by kinds of it: a measure, a classing, a make-up. Other words before a colon tell what a paragraph is about. */
const brokenDown =
  /^(?:tổng )?(?:diện tích|đàn|sản lượng|năng suất|cơ cấu|tỷ trọng|tỉ trọng|tỷ lệ|tỉ lệ|trình độ|học lực|hạnh kiểm|xếp loại|phân loại|độ tuổi|dân tộc|giới tính|thành phần|số(?! tiền)|chia theo|phân theo|giá trị sản xuất|kim ngạch|tốc độ|chăn nuôi)(?![\p{L}])/iu;
const named = /(?:xếp loại|phân loại|trình độ)(?![\p{L}])/iu;
/** Names of measures of their own, which break nothing down. */
const ownMeasure =
  /^(?:tỷ lệ|tỉ lệ|tổng|diện tích|sản lượng|năng suất|giá trị|doanh thu|thu nhập|kinh phí|vốn|mức|tốc độ|chỉ số|thu ngân sách|chi ngân sách|số|đàn|dư nợ|doanh số|kết quả|so với|trong đó)(?![\p{L}])/iu;
const mostWords = 4;
const longestName = 9;
/** "bột ngọt cho 120 hộ": words that do not end before the figure are no name of an item. */
const unended = /(?<!\p{L})(?:cho|với|của|để|về|tại|từ|ở|trên|trong|và)$/u;

/** Whether words name what a list of figures breaks down: "Diện tích gieo trồng", "Trình độ chuyên môn". */
export const isBrokenDown = (words: string): boolean =>
  (brokenDown.test(words) || named.test(words)) && words.split(' ').length <= longestName;

/** What the list around a figure breaks down: the words before its colon, or those of the list that goes on; null outside of a list. */
export function listAround(around: Around): Phrase | null {
  const { text, previous, gap, clause, from, head } = around;
  const words = lead(around);
  if (words !== null && clause > from) {
    const led = namedBefore(text, words);
    if (led !== null && isBrokenDown(led.words)) return led;
  }
  if (previous === null) return head !== null && isBrokenDown(head.words) ? head : null;
  return previous.list !== null && gap.length < 80 && !/[.\n]\s|trong đó|gồm/.test(gap) ? previous.list : null;
}

/** "lúa 450 ha" in such a list: its own few words, under what is broken down; null where they name a measure of their own. */
export function itemOf(around: Around, list: Phrase): Phrase | null {
  const { text, draft, before, gap, previous } = around;
  if (draft.kind === 'change' || before.verbal) return null;
  // "- Lúa: 320 ha"
  const item = phraseOf(text, before.span ?? (list === around.head ? (lead(around)?.span ?? null) : null));
  if (
    item === null ||
    item.words.split(/[\s-]+/).length > mostWords ||
    ownMeasure.test(item.words) ||
    unended.test(item.words)
  )
    return null;
  // A place or a body is whose the figure is.
  if (before.actor !== null) return null;
  // "chiếm 12%" after an item is said of that.
  if (previous !== null && /^,? ?\(?(?:chiếm|đạt|bằng|tăng|giảm)/.test(gap)) return null;
  return under(list, item);
}
