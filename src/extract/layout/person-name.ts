const ranks =
  /^(?:(?:PGS|GS|TS|ThS|Ths|Th\.S|BS|BSCKI{1,2}|CKI{1,2}|CN|KS|LS|DS|CVC|NGƯT|NGND|TTND|TTƯT|Nhà giáo|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Đại uý|Thượng úy|Thượng uý|Trung úy|Trung uý|Thiếu úy|Thiếu uý|Ông|Bà|Đ\/c|Đã ký|đã ký)(?:\s*[.,:]\s*|\s+))+/u;
// Words that begin bodies, offices and headings. Tones matter: Trưởng is an office and Trương a family, Phần and Phan.
const noName =
  /^(?:ủy ban|uỷ ban|hội|ban|bộ|sở|cục|chi|phòng|văn phòng|trung tâm|chủ|phó|giám|trưởng|chánh|nơi|kính|như|công ty|công an|công đoàn|tỉnh|huyện|xã|phường|thị|thành|phụ|biểu|mẫu số|tổ chức|khối|căn|điều|chương|mục|phần|báo|kế|quyết|nghị|đảng|hiệp|liên|việt nam|số|tổng cục|tổng công|kết|nội|danh|cộng|độc|thông|tờ|đề|dự|thư|bí|viện|quốc|chính|trường|bệnh|nhiệm|thi|kiểm|tòa|toà|ngân|kho|bảo|và|của|các|thuộc|tại|trực)(?![\p{L}])/u;
// Family words that also begin a body: they are names unless the line is in capitals.
const bodyInCapitals = /^(?:đoàn|lưu|mặt trận|tổng|thanh tra|tỉnh đoàn)(?![\p{L}])/u;
const syllable = /^\p{Lu}[\p{L}'’.-]{0,11}$/u;

/** The name on a line of its own, without rank or title: "Thượng tá Lê Văn Bình" → "Lê Văn Bình"; null when the line is none. */
export function personName(text: string): string | null {
  if (text.length > 60) return null;
  const name = text
    .replace(/[\s.*]+$/u, '')
    .replace(/^[*\s]+/u, '')
    .replace(ranks, '');
  if (/[\d,;:()/]/u.test(name)) return null;
  const parts = name.split(/\s+/u);
  if (parts.length < 2 || parts.length > 6 || !parts.every((part) => syllable.test(part))) return null;
  const low = name.toLowerCase();
  if (noName.test(low)) return null;
  if (name === name.toUpperCase() && bodyInCapitals.test(low)) return null;
  return parts.join(' ');
}

/**
 * Whether the name-shaped line in capitals only goes on with an office: a name in small letters follows soon
 * ("CHI CỤC TRƯỞNG CHI CỤC / TRỒNG TRỌT / Hồ Văn Khang").
 */
export const goesOnToName = (text: string, following: readonly string[]): boolean =>
  text === text.toUpperCase() && following.some((next) => next !== next.toUpperCase() && isPersonName(next));

/** Whether the line is a person's name and nothing else. */
export const isPersonName = (text: string): boolean => personName(text) !== null;
