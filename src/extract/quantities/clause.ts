import { letterAt } from '../../text/word-edges.js';
import { joinsDeeds } from './joined-words.js';

/** A clause is shorter than this many signs; a list without signs is not looked through to its start for each figure. */
const furthest = 500;

/** "trâu, bò", "chó, mèo": animals are told together. */
const toldTogether = /^, (?:bò|dê|mèo|cừu|ngựa|bê|nghé|vịt|ngan|ngỗng|gia cầm)(?![\p{L}])/u;
/** "nông, lâm, thủy sản", "công nghiệp, xây dựng": so are branches of the economy, where one stands on either side. */
const branches =
  'nông|lâm|ngư|diêm|nông nghiệp|lâm nghiệp|ngư nghiệp|diêm nghiệp|thủy sản|thuỷ sản|công nghiệp|tiểu thủ công nghiệp|ttcn|xây dựng|thương mại|dịch vụ|du lịch';
const branchBehind = new RegExp(`^, (?:${branches})(?![\\p{L}])`, 'u');
const branchAhead = new RegExp(`(?<![\\p{L}])(?:${branches})$`, 'u');
/** "Cán bộ, công chức có 45 người", "các xã, phường": whoever is told together is one subject. */
const peopleBehind =
  /^, (?:công chức|viên chức|người lao động|công nhân|sinh viên|phường|thị trấn|thị xã|thành phố|bản|làng|buôn|khu phố|tổ dân phố|hộ cận nghèo|hợp tác xã)(?![\p{L}])/u;
const peopleAhead =
  /(?<![\p{L}])(?:cán bộ|công chức|viên chức|học sinh|huyện|xã|phường|thị trấn|thị xã|thôn|bản|làng|ấp|hộ nghèo|doanh nghiệp)$/u;
const joinsPeople = (lower: string, comma: number): boolean =>
  peopleBehind.test(lower.slice(comma, comma + 20)) && peopleAhead.test(lower.slice(Math.max(0, comma - 12), comma));
const joinsBranches = (lower: string, comma: number): boolean =>
  branchBehind.test(lower.slice(comma, comma + 24)) && branchAhead.test(lower.slice(Math.max(0, comma - 24), comma));

/** The signs that may part clauses, and the bracket that closes; every other sign is passed over at once. */
const signs = new Uint8Array(0x80);
for (const sign of ';(\n:,.)') signs[sign.charCodeAt(0)] = 1;
const isSign = (code: number): boolean => code < 0x80 && signs[code] === 1;

/** "ngành chế biến, chế tạo tăng 5%": a branch or a group of goods is named by several words. */
const groupAhead =
  /(?:^|[;:.(,] |[\n•+–-] ?|(?:trong đó|riêng|đó có) )(?:các )?(?:ngành|nhóm|khu vực|lĩnh vực) (?:(?!tăng|giảm|đạt|chiếm|đóng góp|phát triển|tiếp tục|đã )[\p{L} ,])*$/u;
const groupBehind =
  /^, (?!(?:đã|đang|ước|đạt|tăng|giảm|chiếm|trong|với|có|sản lượng|diện tích|số|tỷ|tổng|giá|doanh|kim|thu|chi|đây|từ|khu|ngành|nhóm|lĩnh|tiếp|đồng|phấn|dự|riêng|qua|góp|vượt|bằng|năng|mức|tốc) ?)(?:\p{L}+,? ){1,6}(?:tăng|giảm|đạt|chiếm|ước)(?= )/u;
const joinsGroup = (lower: string, comma: number, least: number): boolean =>
  groupBehind.test(lower.slice(comma, comma + 50)) && groupAhead.test(lower.slice(Math.max(least, comma - 60), comma));

/** Where the clause before `at` begins: behind the nearest sign that parts clauses, passing over what stands in brackets. */
export function clauseStart(lower: string, at: number, floor: number): number {
  const least = Math.max(floor, at - furthest);
  for (let left = at - 1; left >= least; left -= 1) {
    if (!isSign(lower.charCodeAt(left))) continue;
    const sign = lower[left]!;
    if (sign === ')') {
      // "giá trị sản xuất (giá so sánh 2010) đạt": what stands in brackets parts nothing.
      const near = Math.max(floor, left - 80);
      const opened = lower.slice(near, left).lastIndexOf('(');
      if (opened >= 0) left = Math.max(least, near + opened);
      continue;
    }
    if (sign === ';' || sign === '(' || sign === '\n' || sign === ':') return left + 1;
    if (
      sign === ',' &&
      (toldTogether.test(lower.slice(left, left + 10)) ||
        joinsDeeds(lower, left) ||
        joinsPeople(lower, left) ||
        joinsBranches(lower, left) ||
        joinsGroup(lower, left, least))
    )
      continue;
    if ((sign === ',' || sign === '.') && lower[left + 1] === ' ') return left + 1;
    // "3.987 ca,tử vong 09 ca": a comma without its blank.
    if (sign === ',' && letterAt(lower, left + 1)) return left + 1;
  }
  return least;
}
