import { groupBy } from '../../text/group-by.js';
import { isCapitalAt, isLetterAt } from '../../text/letter-or-digit.js';

/** Words that open an organisation's or an office-holder's name; one of them after a comma or "và" begins another one. */
const heads =
  'BTV|BCH|BCĐ|Ban Bí thư|Ban Chấp hành|Ban Thường vụ|Ban Thường trực|Ban Chỉ đạo|Ban|Bộ trưởng|Bộ Chính trị|Bộ|Bảo hiểm xã hội|Chi bộ|Chi cục|Chính phủ|Chủ nhiệm|Chủ tịch|Bệnh viện|Hợp tác xã|Tổng công ty|Tổng Công ty|Đài|Hạt Kiểm lâm|Học viện|Chánh Thanh tra|Chánh Văn phòng|Công an|Công đoàn|Công ty|Tập đoàn|Doanh nghiệp|Nhà trường|Chánh án|Tòa|Viện trưởng|Cục|Đảng bộ|Đảng ủy|Đảng uỷ|Đảng Ủy|Đảng Uỷ|Tỉnh Ủy|Tỉnh Uỷ|Huyện Ủy|Huyện Uỷ|Thành Ủy|Thành Uỷ|Đoàn|Giám đốc|Hiệu trưởng|Trưởng phòng|Cục trưởng|Tổng cục trưởng|Vụ trưởng|Chi cục trưởng|HĐND|Hiệp hội|Hội đồng|Hội nghị|Hội|Huyện ủy|Huyện uỷ|Huyện đoàn|Kiểm toán|Kho bạc|Liên đoàn|Liên minh|Liên hiệp|MTTQ|Mặt trận|Ngân hàng|Phòng|Quân ủy|Quân uỷ|Quận ủy|Quốc hội|Sở|Thanh tra|Thành ủy|Thành uỷ|Thị ủy|Thị uỷ|Thống đốc|Thủ tướng|Thường trực|Tỉnh ủy|Tỉnh uỷ|Tỉnh đoàn|Tòa án|Toà án|Tổ công tác|Tổng cục|Tổng Thanh tra|Tổng Liên đoàn|Tổng Kiểm toán|Tổng Bí thư|Trung tâm|Trung ương|Trường|Trưởng ban|Ủy ban|Uỷ ban|UBMTTQ|UBMT|UBND|UBDT|UBTVQH|VKSND|TAND|Văn phòng|Viện kiểm sát|Viện|Phó';
/** The heads by their first two letters. */
const firstTwo = (text: string, at: number): number => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1);
const headsBy = groupBy(heads.split('|'), (head) => firstTwo(head, 0));

/** Whether one of the heads stands at `at`, with its capitals, and no letter after it. */
function bigHeadAt(text: string, at: number): boolean {
  if (!isCapitalAt(text, at)) return false;
  const candidates = headsBy.get(firstTwo(text, at));
  if (candidates === undefined) return false;
  for (const head of candidates) if (text.startsWith(head, at) && !isLetterAt(text, at + head.length)) return true;
  return false;
}

const smallHeadAt =
  /(?:ủy ban nhân dân|uỷ ban nhân dân|chính phủ|thủ tướng chính phủ|quốc hội|hội đồng nhân dân|ban thường vụ|bộ trưởng bộ|bộ chính trị|tỉnh ủy|huyện ủy|tỉnh uỷ|huyện uỷ|đảng ủy|đảng uỷ|liên ngành|liên bộ|liên sở)(?![\p{L}])/iuy;
/** "của trường Mầm non Hoa Mai", "của phòng Nội vụ": a small head before a name with its capital. */
const commonHeadAt =
  /(?:trường|trung tâm|phòng|sở|bệnh viện|chi cục|công ty|hợp tác xã|trạm|công an|hội|liên đoàn|ban|chi bộ|đảng bộ)(?= \p{Lu}\p{L})/uy;
/** Their first letters: no other word is asked. */
const smallInitials = new Set(Array.from('ủucqhbtđlpsỦUCQHBTĐL', (letter) => letter.charCodeAt(0)));

/** Whether an organisation's or an office-holder's name begins at `at`. */
export function issuerHeadAt(text: string, at: number): boolean {
  if (bigHeadAt(text, at)) return true;
  if (!smallInitials.has(text.charCodeAt(at))) return false;
  return smallHeadEnd(text, at) > at;
}

/** Where the small words end that a name may begin with; `at` when none stand there. */
export function smallHeadEnd(text: string, at: number): number {
  for (const form of [smallHeadAt, commonHeadAt]) {
    form.lastIndex = at;
    if (form.test(text)) return form.lastIndex;
  }
  return at;
}

/** Offsets where a name may begin, between two offsets, in reading order. */
export function issuerHeadsIn(text: string, start: number, end: number): number[] {
  const found: number[] = [];
  // "Ủy ban Dân tộc" holds no second head, but "Chủ tịch UBND tỉnh" does: every word is asked.
  for (let at = start; at < end; at += 1) if (!isLetterAt(text, at - 1) && bigHeadAt(text, at)) found.push(at);
  return found;
}
