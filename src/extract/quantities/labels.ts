import { digitAt } from '../../text/word-edges.js';
import { wordBefore } from './left-context.js';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s*[|\n]\s*/));

/**
 * Nouns whose number is a name or an ordinal, not a count: "Điều 9", "thôn 5", "tháng 7", "Quốc lộ 1", "khóa 12".
 * One word; two-word labels end with one of these or stand below.
 */
const names = words(`
  điều|khoản|mục|chương|biểu|mẫu|bảng|hình|trang|tờ|phụ lục|ngày|tháng|năm|quý|thứ|lần|đợt|vòng|kỳ|khóa|khoá|khoản mục
  thôn|xóm|ấp|khu phố|tổ|buôn|bon|bản|làng|quận|phường|khối|đội|lớp|hạng|loại|nhóm|bậc|quốc lộ|tỉnh lộ|hương lộ|đường|tuyến|ngõ|ngách
  hẻm|km|vùng|đoạn|sư đoàn|trung đoàn|tiểu đoàn|quân đoàn|quân khu|lữ đoàn|đại đội|ban chỉ đạo|tiểu dự án|khu vực|giai đoạn|bước|phiên
  điện thoại|fax|tài khoản|biển số|ql|đt|đh|tl|version|tiểu khu|lô|thửa|phòng số|số nhà|nhà số|tầng|căn|mức độ|thế hệ|cấp độ|trình độ|trung ương
  chiều|sáng|tối|trưa|đêm|hôm|cách mạng|chỉ thị|nghị định|thông tư|công văn|pháp lệnh|đề án|điểm cầu số|covid
`);
/** The same, but a count may follow as well: "nội dung 2", "dự án 03 xã". A padded number after them is a count. */
const looseNames = words(`
  dự án|nội dung|nhiệm vụ|tiêu chí|giải pháp|chỉ tiêu|mô hình|chương trình|quyết định|nghị quyết|kế hoạch|phần|điểm|cụm|biểu mẫu
`);
/** "biên bản 16 trường hợp", "hoàn thành tốt nhiệm vụ 18 chi bộ": a longer word, or a phrase, that no number names. */
const longerWords = words(`biên bản|văn bản|căn bản|cơ bản|kịch bản|ra lớp|đến lớp`);
const done = /hoàn thành (?:tốt |xuất sắc )?(?:chức trách, )?nhiệm vụ $/;
/** No commune has as many hamlets, no school as many grades, that three digits would name one. */
const fewOfThem = words(
  `thôn|xóm|ấp|tổ|buôn|bon|bản|làng|khối|đội|lớp|hạng|loại|nhóm|bậc|lần|đợt|vòng|kỳ|tầng|bước|phiên`,
);
/** "số 12" is a name, but these hold a count. */
const sums = words(
  `tổng số|trong số|với số|cộng số|ước số|số lượng|thiểu số|dân số|quân số|sĩ số|sỹ số|đa số|doanh số|nhân số|hơn số`,
);

/**
 * Whether the number at `at` names something ("Điều 9", "thôn 5", "số 12") by the word that stands right before it.
 *
 * @param padded printed with a leading zero
 */
export function isLabelled(lower: string, at: number, floor: number, padded: boolean): boolean {
  const first = wordBefore(lower, at, floor);
  if (first === null) return false;
  const second = wordBefore(lower, first.start, floor);
  const pair = second === null ? first.word : `${second.word} ${first.word}`;
  const third = second === null ? null : wordBefore(lower, second.start, floor);
  const triple = third === null ? pair : `${third.word} ${pair}`;
  if (first.word === 'số') return !sums.has(pair);
  // "trường cấp 2", "nhà cấp 4": a level; "cấp 120 giấy phép" is a verb.
  if (first.word === 'cấp' && /trường|nhà|đường|bậc|học sinh/.test(second?.word ?? '')) return true;
  if (longerWords.has(pair)) return false;
  if (fewOfThem.has(first.word) && /^\d{3}/.test(lower.slice(at, at + 3))) return false;
  if (names.has(first.word) || names.has(pair) || names.has(triple)) {
    // "mỗi tổ 3 người", "các lớp 30 học sinh": the noun is general, so that the number cannot be its name.
    return second === null || !/^(?:mỗi|các|những|từng)$/.test(second.word);
  }
  if (padded || !(looseNames.has(first.word) || looseNames.has(pair))) return false;
  return !(pair === 'nhiệm vụ' && done.test(lower.slice(Math.max(floor, at - 48), at)));
}

/** Words before "a/b" that make it a day of a month. */
const dayWords = words('ngày|chiều|sáng|tối|trưa|đêm|dịp|lễ|hôm|quốc khánh|tám|tháng|từ ngày|đến ngày|kỷ niệm|tết');

/** Whether "a/b" at `at` is a day and a month: small enough, and called so. */
export function isDayOfMonth(lower: string, at: number, floor: number, day: string, month: string): boolean {
  const [first, second] = [Number(day), Number(month)];
  if (!(first >= 1 && first <= 31 && second >= 1 && second <= 12)) return false;
  const before = wordBefore(lower, at, floor);
  if (before === null) return false;
  const pair = `${wordBefore(lower, before.start, floor)?.word ?? ''} ${before.word}`;
  return dayWords.has(before.word) || dayWords.has(pair.trim());
}

/** Words of having and doing: after them a number of four digits is no year. */
const counting = words(
  'có|được|cho|đạt|là|với|gồm|hơn|trên|gần|khoảng|thu hút|tổng|số|cấp|tặng|tăng|giảm|hỗ trợ|còn|và',
);

/** Whether digits such as "2024" stand for a year: nothing before them says that they count. */
export function isYear(lower: string, at: number, floor: number): boolean {
  const before = wordBefore(lower, at, floor);
  if (before === null) return true;
  return !counting.has(before.word);
}

/**
 * Whether the number stands within a name in quotation marks (“Cán bộ, đảng viên 3 gương mẫu”): the block's short
 * quotations are names of movements, models and works; a long one is somebody's speech.
 */
export function isQuotedName(text: string, at: number, floor: number, limit: number): boolean {
  const longestName = 120;
  for (let left = at - 1, steps = 0; left >= floor && steps < longestName; left -= 1, steps += 1) {
    const sign = text[left];
    if (sign === '”' || sign === '\n') return false;
    if (sign === '“' || sign === '«' || sign === '"') {
      const closing = sign === '“' ? '”' : sign === '«' ? '»' : '"';
      const right = text.slice(at, Math.min(limit, left + longestName)).indexOf(closing);
      // A straight mark opens only where a letter follows it and none stands before.
      if (sign === '"' && left > floor && /[\p{L}\p{N}.,;:!?)]/u.test(text[left - 1]!)) return false;
      return right >= 0;
    }
  }
  return false;
}

/** The other side of a pair whose first side ends with a word or a bracket: "cấp huyện/493 đại biểu", "… (2017) /52 lượt". */
export function isBehindSlash(text: string, at: number, floor: number): boolean {
  if (at - 2 < floor || text[at - 1] !== '/') return false;
  const edge = text[at - 2] === ' ' ? at - 3 : at - 2;
  return edge > floor && (text[edge] === ')' || /\p{Ll}{2}/u.test(text.slice(edge - 1, edge + 1)));
}

/** A number stuck to a letter or a sign before it is part of a code: "H5N1", "QL.24B", "Covid-19", "12+500". */
export function isGluedLeft(text: string, at: number, floor: number): boolean {
  if (at === floor) return false;
  const sign = text[at - 1]!;
  if (/[\s(“"'‘«[{>≥≤~*_|=–—•·…]/.test(sign)) return false;
  if (digitAt(text, at - 1)) return true;
  // Converted files lose spaces: "chế biếntăng1,36%".
  if (/(?:tăng|giảm|đạt|chiếm)$/.test(text.slice(Math.max(floor, at - 5), at)))
    return !/^\d{1,3}[.,]\d{1,2} ?%/.test(text.slice(at, at + 8));
  const before = at - 2 >= floor ? text[at - 2]! : ' ';
  // A bullet, or a comma or colon without its space.
  if (sign === '-' || sign === '+') return !/[\s(]/.test(before) && at - 1 !== floor;
  if (sign === ':') return /\d/.test(before);
  if (sign === ',' || sign === ';') return /\d/.test(before);
  return true;
}

/** The nouns whose number is no count; for docs/rules.md. */
export const labelNouns = { names: [...names], looseNames: [...looseNames], sums: [...sums] };
