import type { Quantity } from '../../model/index.js';

type Basis = Quantity['basis'];

/** Words before a figure that say it is not a result yet; the nearest to the figure decides. */
const signs = new RegExp(
  [
    // "vốn đăng ký", "đăng ký kinh doanh", "đăng ký tham gia" name things; what is promised is counted or a title.
    '(?<registered>(?<!vốn |chứng nhận |giấy |thủ tục |hồ sơ |sổ )đăng ký(?= ?$| (?:danh hiệu|thi đua|thực hiện|phấn đấu|xây dựng|đạt|trên|hơn|ít nhất|làm|giúp)))',
    // "vượt 6% so với chỉ tiêu tỉnh giao và đạt …" is held against a target.
    '(?<target>phấn đấu|(?<!\\d |% |so với |so |vượt )(?:mục tiêu(?! quốc gia)|chỉ tiêu))',
    '(?<plan>kế hoạch(?: năm \\d{4})?(?: là| giao)?(?=:? ?$)|dự kiến|(?<!(?:vượt|so với) [^,;]{0,24})(?:được giao|giao(?= ?$))|dự toán(?=:? ?$)|(?<!\\d |% |so với |so |vượt |của )dự toán (?=(?:thu|chi|kinh phí|ngân sách)[^,;%]*$)|sẽ |nhu cầu|(?:đề nghị|đề xuất) (?:cấp|bổ sung|hỗ trợ|bố trí|phân bổ|điều chỉnh|giao))',
    '(?<actual>thực hiện(?: được| là| đạt)?(?=:? ?$)|(?<!thực |thể |xuất |phát )hiện (?:có|còn)|hoàn thành(?: được)?(?= ?$)|kết quả|đã |đạt(?= ?$))',
  ].join('|'),
  'g',
);

/** The basis that the words of the sentence before the figure state; null when they state none. */
export function basisOfWords(before: string): Basis | null {
  let basis: Basis | null = null;
  for (const match of before.matchAll(signs)) {
    const { registered, target, plan } = match.groups!;
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
