import type { Quantity } from '../../model/index.js';

type Basis = Quantity['basis'];

/** Words before a figure that say it is not a result yet; the nearest to the figure decides. */
const signs = new RegExp(
  [
    // "vốn đăng ký", "đăng ký kinh doanh", "đăng ký tham gia" name things; what is promised is counted or a title.
    '(?<registered>(?<!vốn |chứng nhận |giấy |thủ tục |hồ sơ |sổ )đăng ký(?=:| ?$| (?:danh hiệu|thi đua|thực hiện|phấn đấu|xây dựng|đạt|trên|hơn|ít nhất|làm|giúp)))',
    // "vượt 6% so với chỉ tiêu tỉnh giao và đạt …" is held against a target.
    '(?<target>phấn đấu|(?:mục tiêu|chỉ tiêu)[^,;.()\\d]{0,40} \\($|(?<!\\d |% |so với |so |vượt )(?:mục tiêu(?! quốc gia)|chỉ tiêu))',
    '(?<plan>(?:kế hoạch|dự toán)[^,;.()]{0,40} \\($|(?:kế hoạch|(?<!\\p{L})kh)(?: năm(?: \\d{4})?| cả năm| quý)?(?: là| giao)?(?=:? ?$)|đề ra(?: là)?(?= ?$)|dự kiến|(?<!(?:vượt|so với) [^,;]{0,24})(?:được giao|giao(?= ?$))|dự toán(?=:? ?$)|(?<!\\d |% |so với |so |vượt |của )dự toán (?=(?:thu|chi|kinh phí|ngân sách)[^,;%]*$)|sẽ |nhu cầu|(?:đề nghị|đề xuất) (?:cấp|bổ sung|hỗ trợ|bố trí|phân bổ|điều chỉnh|giao))',
    '(?<weak>thực hiện(?: được| là| đạt)?(?=:? ?$)|(?<!thực |thể |xuất |phát )hiện (?:có|còn)|hoàn thành(?: được)?(?= ?$)|đạt(?= ?$)|(?<!(?:kế hoạch|dự kiến|chỉ tiêu|vốn|tỷ lệ|tỉ lệ) )giải ngân(?: được)?(?= ?$))',
    '(?<actual>kết quả|đã |bình xét(?: có| công nhận)?(?= ?$))',
  ].join('|'),
  'g',
);

/** Behind a figure: "47.915 hộ đăng ký gia đình văn hóa", "12 đơn vị đăng ký Tập thể lao động xuất sắc". */
const registers =
  /^ ?(?:[\p{L}]+ ){0,4}?đăng ký (?:danh hiệu|thi đua|phấn đấu|đạt|gia đình|tập thể|cơ quan|đơn vị|cờ|chiến s|lao động|xây dựng|thực hiện (?:mô hình|công trình))/u;

/** The basis that the words right behind a figure state; null when they state none. */
export const basisBehind = (after: string): Basis | null => (registers.test(after) ? 'registered' : null);

/**
 * The basis that the words of the sentence before the figure state; null when they state none. "Đạt 95%" alone in a section
 * of targets is a target.
 *
 * @param section what the headings say
 */
export function basisOfWords(before: string, section: Basis = 'actual'): Basis | null {
  let basis: Basis | null = null;
  for (const match of before.matchAll(signs)) {
    const { registered, target, plan, weak } = match.groups!;
    if (weak !== undefined && basis === null && section !== 'actual') continue;
    const found: Basis =
      registered !== undefined
        ? 'registered'
        : target !== undefined
          ? 'target'
          : plan !== undefined
            ? 'plan'
            : 'actual';
    // "phấn đấu … đạt 95%" stays a target: reaching is what is aimed at.
    if (found === 'actual' && basis === 'target' && match[0].startsWith('đạt')) continue;
    basis = found;
  }
  return basis;
}

/** The basis that a section's headings give its figures; innermost first, since "2. Kết quả" may stand under "I. Nhiệm vụ". */
export function basisOfHeadings(headings: readonly string[]): Basis {
  for (const heading of headings.toReversed()) {
    const lower = heading.toLowerCase();
    if (/kết quả|tình hình|đánh giá|thực trạng|ưu điểm|hạn chế|tồn tại/.test(lower)) {
      // "Kết quả … và phương hướng" heads a report, not a section of results.
      return 'actual';
    }
    if (/đăng ký/.test(lower)) return 'registered';
    // "Các chỉ tiêu chủ yếu", "Chỉ tiêu kinh tế" head tables of indicators.
    if (/mục tiêu|phấn đấu|chỉ tiêu(?! (?:chủ yếu|chính|cơ bản|kinh tế|tổng hợp|thống kê))/.test(lower))
      return 'target';
    if (/phương hướng|nhiệm vụ|giải pháp|kế hoạch công tác|dự kiến/.test(lower)) return 'plan';
  }
  return 'actual';
}

/** What a table's column holds, by its head. */
export function basisOfColumn(head: string): Basis | null {
  const lower = head.toLowerCase();
  if (/thực hiện|kết quả|đạt được|ước/.test(lower)) return 'actual';
  if (/đăng ký/.test(lower)) return 'registered';
  if (/chỉ tiêu|mục tiêu|phấn đấu/.test(lower)) return 'target';
  if (/kế hoạch|dự toán|được giao|(?:^|\s)kh(?:\s|$)/.test(lower)) return 'plan';
  return null;
}
