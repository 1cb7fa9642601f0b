import type { TextSpan } from '../../model/index.js';
import { digitAt } from '../../text/word-edges.js';
import { joinsDeeds } from './joined-words.js';
import { trimmed } from './phrase.js';

/** The noun phrase that a figure's unit heads. */
export interface PhraseAfter {
  readonly span: TextSpan | null;
  /** the unit alone, without a word that says which */
  readonly bare: boolean;
  /** where the words after the unit begin that may be said of the figures before it too */
  readonly rest: TextSpan | null;
}

/** Nouns that a comma adds to the one that is counted: "xã, phường, thị trấn", "cán bộ, công chức". */
const alsoCounted =
  /^, (?:công chức|nhóm|viên chức|phường|thị trấn|thành phố|thị xã|đơn vị|người lao động|hội viên|bài|đoàn viên|ngành|địa phương|công nhân|hộ|đảng viên|giáo viên|nhân viên|giảng viên|làng|bản|buôn|ấp|xóm|khu phố|tổ dân phố)(?=[ ,.;)\n]|$)/;

/** A noun phrase has its end before this many signs; a list without signs has none. */
const furthest = 300;

const endSigns: ReadonlySet<number> = new Set(Array.from(';:.,()\n', (sign) => sign.charCodeAt(0)));

const quoteMark = '“'.charCodeAt(0);
const longestName = 80;

/** First sign from `at` that ends a noun phrase. */
function signEnd(lower: string, at: number, last: number): number {
  const limit = Math.min(last, at + furthest);
  for (let index = at; index < limit; index += 1) {
    const code = lower.charCodeAt(index);
    if (code === quoteMark) {
      // “Dạy tốt, học tốt”: a name is one word.
      const closing = lower.slice(index, Math.min(limit, index + longestName)).indexOf('”');
      if (closing > 0) index += closing;
      continue;
    }
    if (!endSigns.has(code)) continue;
    const sign = lower[index]!;
    if (
      sign === ',' &&
      ((alsoCounted.test(lower.slice(index, index + 20)) && !countsAnew(lower, index, last)) ||
        (joinsDeeds(lower, index) && endsBefore(lower, index, last)))
    )
      continue;
    // "Tr.THCS", "1.5": a point within a word ends nothing.
    if (sign === '.' && /[\p{L}\d]/u.test(lower[index + 1] ?? '')) continue;
    return index;
  }
  return limit;
}

/** "nữ 12 đồng chí, đảng viên 20 đồng chí": the noun after the comma has a figure of its own. */
const countsAnew = (lower: string, comma: number, last: number): boolean =>
  last < lower.length && digitAt(lower, last) && !/[,;:.]/.test(lower.slice(comma + 1, last)) && last - comma < 30;

const nextSign = /[;:.,()\n]/;

/** Whether what follows a comma ends before the next figure: it is no clause with a figure of its own. */
function endsBefore(lower: string, comma: number, last: number): boolean {
  const rest = lower.slice(comma + 1, Math.min(last, comma + furthest) + 1);
  return last >= lower.length || nextSign.test(rest);
}

const place =
  '(?:các |mỗi |một số |từng )?(?:huyện|xã|tỉnh|thành phố|thị xã|thị trấn|phường|thôn|làng|bản|khu|vùng|địa bàn|địa phương|trường|trung tâm|hội trường|trụ sở|cơ sở|đơn vị|nhà)(?= |$)';

/** Words that begin something else than the noun phrase: a comparison, its cost, its purpose, its ground, a place, a time. */
const stops = new RegExp(
  ` (?:${[
    'so với|so cùng|cùng kỳ|so (?:năm|tháng|quý|kế hoạch|chỉ tiêu|dự toán)',
    'với (?:tổng|kinh phí|số|trị giá|giá trị|mức|diện tích|quy mô|sự|thời gian)',
    'trị giá|tổng (?:kinh phí|trị giá|số tiền|giá trị|vốn|mức)|kinh phí|số tiền',
    'trong đó|bao gồm|gồm|chiếm|nhằm|để|qua đó|nâng tổng',
    'xuống|lên(?! lớp)|tăng|giảm(?! nghèo| nhẹ| trừ| sát| đốc)',
    'theo (?:quy định|kế hoạch|pháp lệnh|bộ luật|luật|nghị|quyết|chỉ|thông tư|hướng dẫn|đề án|chương trình|điều|khoản)',
    'do (?:ảnh hưởng|dịch|thiên tai|đó|(?:các )?(?:ubnd|hội|đoàn|huyện|tỉnh|xã|sở|ban|bộ|chính phủ|trung ương|thủ tướng|công an|mặt trận|đơn vị|cơ quan|nhà nước))|vì (?:vậy|lý do|đã|có)',
    'và (?:không|chưa|đã|được|tăng|giảm|đạt|thu hút|tổ chức|phối hợp|triển khai|chỉ đạo)',
    `(?:tại|ở) ${place}`,
    'tại (?=\\p{Lu})',
    'trên (?:địa bàn|toàn|cả|sóng|các)|trong (?:năm|tháng|quý|kỳ|giai đoạn|đợt|thời gian|toàn)',
    'vào (?:ngày|năm|tháng|cuối|đầu|dịp)|từ (?:ngày|năm|đầu|nguồn|ngân sách|quỹ)|đến (?:nay|ngày|năm|cuối|thời điểm)',
    `và (?:tổng|số|đàn|diện tích|sản lượng|năng suất|tỷ lệ|tỉ lệ|giá trị|doanh thu|kinh phí|vốn)`,
    'và (?:bằng khen|giấy khen|cờ|huân chương|huy chương|danh hiệu|kỷ niệm chương)',
    'thông qua|thuộc kế hoạch|nói trên|nêu trên|năm (?:19|20)\\d\\d',
  ].join('|')})(?![\\p{L}])`,
  'u',
);
/** What hangs at the end of a noun phrase. */
const dangling =
  /(?:(?:^|[\s,/]+)(?:và|với|cho|tại|của|từ|đến|là|trong|có|để|trở|được|bằng|đạt|còn|cùng|chiếm|tăng|giảm|trên|ở|(?<!trực |phụ |tùy |tuỳ )thuộc|×|x|và truy|truy|giữ vững|về|hoặc|hay|ước|mỗi|thì|khoảng|hơn|gần|tổng|chi|thu hút|đại diện|và các|cùng các|huy động|hỗ trợ|tặng|trao)(?=[\s,/]|$))*[\s:,/="“'(]*$/;
/** Where a phrase that is too long may be cut. */
const seams = / (?:và|cho|về|trong|của|theo|thuộc|để|với|do|tại) /g;
const longest = 24;

/**
 * The noun phrase from `start` (the unit's place), up to a sign or a word that begins something else.
 *
 * @param unitEnd where the unit's own words end
 * @param limit the sentence's end, or the next figure
 */
export function phraseAfter(text: string, lower: string, start: number, unitEnd: number, limit: number): PhraseAfter {
  const sign = signEnd(lower, Math.max(start, unitEnd), limit);
  const after = lower.slice(unitEnd, sign);
  const stop = stops.exec(after);
  let end = stop === null ? sign : unitEnd + stop.index;
  const words = end - start < 2 * longest ? [] : [...lower.slice(start, end).matchAll(/\S+/g)];
  if (words.length > longest) {
    const most = start + words[longest]!.index;
    const seam = [...lower.slice(unitEnd, most).matchAll(seams)].findLast(({ index }) => index > 20);
    end = seam === undefined ? most : unitEnd + seam.index;
  }
  const loose = dangling.exec(lower.slice(Math.max(unitEnd, end - 60), end))?.[0].length ?? 0;
  end -= Math.min(loose, end - unitEnd);
  const rest = trimmed(text, unitEnd, end);
  return { span: trimmed(text, start, end), bare: rest === null, rest };
}
