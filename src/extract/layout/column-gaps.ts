import { flattenedHead, type Gap } from './flattened-head.js';

/** Three blanks or a tab inside a line part two columns that a text file sets side by side. */
const wideGap = /[ ]{3,}|[ ]*\t[ \t]*/gu;

/**
 * Where the right column's fixed words stand behind the left column's on one line, with one blank between; a short
 * rule, or the motto's end, parts them too where a page was flattened.
 */
const rightColumn =
  /[ ]+[-*_=~]{3,40}[ ]+|(?<=[\p{L}\d:;.)])[ ]+(?=(?:CỘNG {1,2}H\p{Lu}{1,2} {1,2}XÃ {1,2}HỘI|ĐẢNG CỘNG SẢN VIỆT NAM$|Độc lập\s?[-–—]{1,3}\s?Tự do\s?[-–—]))|(?<=Hạnh [Pp]húc|\p{Lu}{2,8} \p{Lu}{2,8})[ ]+(?=\p{Lu}\p{Ll}[\p{L}. -]{0,30},\s?ngày\s)|(?<=CHỦ NGHĨA VIỆT NAM|CỘNG SẢN VIỆT NAM)[ ]+(?=\p{Lu}{2})|(?<=\p{Lu}{2})(?<!HÀNH|BCH)[ ]+(?=ĐOÀN TNCS HỒ CHÍ MINH$)/gu;
/** A line without these has no right column. */
const columnWords = /CỘNG {1,2}H\p{Lu}|CỘNG SẢN|Độc lập|Hạnh [Pp]húc|TNCS|, ?ngày /u;
/** Bars part the columns of a table that was saved as text. */
const bars = /[ ]*\|[ ]*/gu;
const besideNumber =
  /^(?<left>\s*Số\s?:?\s?\S{0,12}\s?[/-]\s?[\p{Lu}\d][\p{L}\d&./-]{1,40})(?<gap>,?\s+)\p{Lu}[\p{L}.\s]{1,30},\s?ngày(?!\p{L})/u;
const besideRecipients = /^(?<left>\s*Nơi nhận\s?:)(?<gap>\s+)(?=[\p{Lu}./\s–-]{6,80}$)/u;
const family =
  'Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lương|Trịnh|Đào|Hà|Cao|Lâm|Mai|Tạ|Châu|Nông|Vi|Lò|Quách|Giàng|Sùng|Vàng|Thào|Hứa|Lường|Triệu';
/** "- Lưu: VT. Trần Thị Oanh", "- Vụ Pháp chế - Bộ Huỳnh Tấn Phát": a name printed beside the list; a school may bear one too. */
const besideName = new RegExp(
  `^(?<left>\\s*[-–+•]\\s?[^\\n]{2,100}?)(?<!THPT|THCS|TH|học|non|Trường|[Đđ]ường|phố|chí|[Ôô]ng|[Bb]à|[Đđ]/c|đội|em|thầy|cô|quận|huyện|xã|phường|tên)(?<gap>\\s+)(?=(?:${family})(?: \\p{Lu}\\p{Ll}{0,6}){2,3}$)`,
  'u',
);
const besideArchive =
  /^(?<left>\s*[-–+•]?\s?Lưu[^\n.]{1,40}\.)(?<gap>\s+)(?=\p{Lu}\p{Ll}{0,6}(?: \p{Lu}\p{Ll}{0,6}){2,4}$)/u;
/** "- Sở Nội vụ; TRƯỞNG BAN": a recipient ends, and behind it stand an office or a power in capitals. */
const besideItem =
  /^(?<left>\s*[-–+•]\s?[^\n]{2,100}?[;,.])(?<gap>\s+)(?=(?:T\/?M|K\/?T|T\/?L|TU\/?Q|Q|PHÓ|TRƯỞNG|CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG|BÍ THƯ|CHÁNH|HIỆU TRƯỞNG|CỤC|CHI CỤC|VIỆN|BỘ TRƯỞNG|THỨ TRƯỞNG|ĐỘI|HẠT|TỔ TRƯỞNG|CHỈ HUY)[.\s][\p{Lu}./\s–-]{0,60}$|(?:BÍ THƯ|CHỦ TỊCH|GIÁM ĐỐC|CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN|TRƯỞNG BAN|TRƯỞNG PHÒNG)$)/u;

/** "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Thị Oanh": a closing that was saved as one line. */
const besidePower = new RegExp(
  `^(?<left>\\s*(?:T/?M|K/?T|T/?L|TU/?Q)\\s?\\.?\\s[\\p{Lu}., -]{6,100})(?<gap>\\s+)(?=(?:${family})(?: \\p{Lu}\\p{Ll}{0,6}){1,3}$)`,
  'u',
);

const shortestHead = 100; // characters of a whole letterhead on one line
const longestBeside = 240; // characters of a line with two columns and single blanks

/** The gap of such a line; a line is looked at only where it can be one of a letterhead or a closing. */
function narrowGaps(line: string): readonly Gap[] {
  if (line.length < 12) return [];
  if (line.length > shortestHead) {
    const head = flattenedHead(line);
    if (head.length > 0 || line.length > longestBeside) return head;
  }
  if (line.includes('|')) return [...line.matchAll(bars)];
  if (columnWords.test(line)) {
    const right = [...line.matchAll(rightColumn)];
    if (right.length > 0) return right;
  }
  const beside = /^\s*[-–+•]/u.test(line)
    ? (besideItem.exec(line) ?? besideArchive.exec(line) ?? besideName.exec(line))
    : /^\s*(?:Số|Nơi)/u.test(line)
      ? (besideNumber.exec(line) ?? besideRecipients.exec(line))
      : /^\s*[KT]/u.test(line)
        ? besidePower.exec(line)
        : null;
  return beside === null ? [] : [{ index: beside.groups!['left']!.length, 0: beside.groups!['gap']! }];
}

/** Where one line of a text parts into the columns that stand side by side; none for most lines. */
export function columnGaps(line: string): readonly Gap[] {
  // Leading blanks are an indent, not a gap.
  const indent = line.length - line.trimStart().length;
  const wide = [...line.matchAll(wideGap)].filter((gap) => gap.index >= indent && gap.index > 0);
  return wide.length > 0 ? wide : narrowGaps(line);
}
