import { isCapitalAt, isDigitAt, isLetterAt, isLetterOrDigitAt, isSpaceAt } from '../../text/letter-or-digit.js';
import { type PhraseTable, phraseTable } from '../../text/phrase-table.js';
import { issuerHeadAt, smallHeadEnd } from './issuer-heads.js';
import { typeWordAt } from './type-words.js';

/**
 * Where an organisation's name ends is told word by word. Vietnamese offices write the first syllable of each part of a
 * name with a capital and the rest small ("Sở Giáo dục và Đào tạo tỉnh Lâm Đồng"), so that after a capital one small
 * syllable is part of the name, and beyond it only the words listed here. Everything else belongs to the sentence.
 */
const innerWords = listOf(
  'nhân dân|tỉnh|huyện|xã|phường|quận|thị trấn|thị xã|thành phố|đặc khu|khóa|khoá|lần thứ|kỳ họp thứ|nhiệm kỳ|' +
    'nông thôn|vận tải|phụ nữ|lao động|tổ quốc|thanh niên|chiến binh|nông dân|chữ thập đỏ|nhà nước|xã hội|tối cao|' +
    'toàn quốc|quốc gia|trung ương|đại biểu|đảng bộ|chi bộ|đảng|các cấp|cấp tỉnh|cấp huyện|cấp xã|và|các|khối|cơ quan|' +
    'doanh nghiệp|dân sự|hình sự|kiểm sát|quân sự|thường vụ|thường trực|chấp hành|bí thư|cán sự đảng|thống kê|khu kinh tế|' +
    'khu công nghiệp|vùng|miền|địa phương|thể thao|du lịch|khen thưởng|thi đua|thương binh|môi trường|công nghệ|' +
    'truyền thông|đào tạo|đầu tư|đô thị|xã hội chủ nghĩa|tôn giáo|dân tộc|dân vận|kiểm tra|tổ chức|nội chính|tuyên giáo|chính trị|' +
    'hành chính|tư pháp|tài chính|tín ngưỡng|công chức|viên chức|người cao tuổi|khuyến học|hợp tác xã|cuộc vận động|' +
    'vận động|nước|phòng|chương trình|mục tiêu|phong trào|cải cách|chuyển đổi số|an ninh|an toàn|giao thông|công tác|chuyên trách|thủ tục hành chính|thanh tra|kiểm toán|giúp việc|liên ngành|dân số|gia đình|' +
    'trẻ em|thiên tai|tìm kiếm cứu nạn|cứu nạn|tham nhũng|tiêu cực|chống|tội phạm|lụt|bão|dịch bệnh|cháy|cứu hộ|thi hành án|lãng phí|ma túy|điều phối|giảm nghèo|bền vững|phúc thẩm|sơ thẩm|cấp cao|sư|gia|công ty|cổ phần|trách nhiệm hữu hạn|một thành viên|hai thành viên|hợp danh|tư nhân|' +
    'công nghệ thông tin|thông tin|an ninh mạng|mạng|mật mã|cơ yếu|kỹ thuật|mầm non|tiểu học|trung học|trung học cơ sở|trung học phổ thông|' +
    'cơ sở|phổ thông|đại học|cao đẳng|thường xuyên|nghề nghiệp|kinh tế|hạ tầng|ngoại vụ|khuyến nông|thực vật|thú y|thủy lợi|thủy sản|lâm nghiệp|' +
    'quỹ đất|đất đai|việc làm|văn thư|lưu trữ|lịch sử|nghệ thuật|thư viện|truyền hình|viễn thông|đô thị|công ích|pháp lý|tài sản|pháp y|' +
    'bệnh tật|sức khỏe|y tế|quốc phòng|biên phòng|thị trường|hải quan|' +
    'nông nghiệp|đa khoa|chuyên khoa|thương mại|dịch vụ|xuất nhập khẩu|chuyên nghiệp|kế hoạch hóa gia đình',
);

/** A capital does not make these part of a name: with them the title or the next clause begins. */
const openers = listOf(
  'ban hành|phát động|chỉ đạo|đề nghị|yêu cầu|báo cáo|trả lời|phúc đáp|xác nhận|quyết định|kết luận|cấp phép|tặng thưởng|chấp thuận|cho phép|quy hoạch|ủy quyền|hướng dẫn|quy định|phê duyệt|sửa đổi|bổ sung|điều chỉnh|triển khai|thực hiện|về|v/v|công bố|' +
    'thông báo|tổ chức thực hiện|kiện toàn|giao nhiệm vụ|giao chỉ tiêu|giao kế hoạch|giao dự toán|giao biên chế|thành lập|công nhận|tăng cường|đẩy mạnh|tiếp tục|thông qua|bãi bỏ|thay thế',
);

/** These small words never are part of a name, not even as the one free syllable after a capital. */
const enders = new Set(
  (
    'về|đã|đang|sẽ|được|bị|là|thì|có|không|chưa|để|nhằm|với|theo|tại|trong|ngoài|trên|dưới|từ|đến|khi|như|do|bởi|cho|vào|' +
    'ra|này|đó|nêu|nói|kèm|gửi|ký|năm|ngày|số|đối|cùng|hoặc|nhưng|mà|nên|phải|cần|ngay|rồi|qua|bằng|gồm|việc|giao|tặng|cử|cũ|trước|nay'
  ).split('|'),
);

/** A comma does not end the name when one of these follows: "Bộ Văn hóa, Thể thao và Du lịch", "…, khóa XX". */
const afterComma =
  /^(?:chủ nhiệm|thể thao|thương binh|khen thưởng|khóa|khoá|nhiệm kỳ|kỳ họp|khoa học|tôn giáo|thông tin|gia đình|du lịch|chống|công nghệ|thanh niên|thiếu niên|phó|tiêu cực|lụt|bão|dịch|chữa cháy|lãng phí|hội nhập|hỗ trợ|xóa)(?![\p{L}])/iu;

/** "Sở Giáo dục và đào tạo": the second half of a name that its writer gave no capital. */
const smallHalf = /^(?:đào tạo|đầu tư|môi trường|công nghệ|truyền thông|du lịch|xã hội|phát triển nông|thể thao)/u;
const ordinal = /s[ốôoổồ][ ]{1,2}[0-9]{1,2}(?![0-9]|[ ]?[/.\-–][ ]?[\p{L}0-9])/uy;
const numberedBody = /^(?:T[ổô]|Đoàn|Đội|Tiểu ban|Trung tâm|Công ty|Trạm|Chi cục|Nhóm|Tiểu đoàn)(?![\p{L}])/u;

/** "Tổ công tác số 13": the body at `at` goes on with its number at `position`. */
function isNumberedBody(text: string, at: number, position: number): boolean {
  ordinal.lastIndex = position;
  return text.charCodeAt(position) === 0x73 && ordinal.test(text) && numberedBody.test(text.slice(at, at + 12));
}

const isInner = (text: string, at: number): boolean => text[at] === '&' || text[at] === '/' || text[at] === '.';

/** Whether a word that came to `at` goes on there: "&", "/" and "." may stand inside it, but do not end it. */
function goesOn(text: string, at: number): boolean {
  let next = at;
  while (next - at < longestWord && (text[next] === '/' || text[next] === '.')) next += 1;
  return isLetterOrDigitAt(text, next) || text[next] === '&';
}

/** Word groups of one to four words, parted by "|". */
function listOf(phrases: string): PhraseTable<true> {
  return phraseTable(
    phrases.split('|').map((phrase) => [phrase, true]),
    { goesOn },
  );
}

/** End of the word at `at`, with "&" and "/" inside it; `at` when none begins there. What is longer than a name is cut. */
function wordEnd(text: string, at: number): number {
  let end = at;
  let last = at;
  while ((isLetterOrDigitAt(text, end) || isInner(text, end)) && end - at < longestWord) {
    end += 1;
    if (text[end - 1] !== '.' && text[end - 1] !== '/') last = end;
  }
  return last;
}
const longestWord = 240; // characters: no name is so long as a whole
const territory = new Set(['tỉnh', 'huyện', 'xã', 'phường', 'quận', 'phố', 'trấn', 'TP', 'TX', 'khu']);
const longestName = 24; // words; "Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam" has 13

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next - at < 4 && isSpaceAt(text, next)) next += 1;
  return next;
}

/** The longest of the listed word groups that begins at `at`; its end, or -1. */
const listed = (text: string, at: number, list: PhraseTable<true>): number =>
  list.longestAt(text, at) === null ? -1 : list.edge();

/**
 * Where the organisation's name that begins at `at` ends.
 *
 * @param limit the name does not reach beyond this offset
 * @returns `at` when no name begins there
 */
export function issuerPhraseEnd(text: string, at: number, limit: number): number {
  if (!isCapitalAt(text, at) && !issuerHeadAt(text, at)) return at;
  let end = at;
  let position = at;
  let inPlace = false;
  const small = isLetterAt(text, at + 1) && !isCapitalAt(text, at + 1);
  // A heading: capitals tell nothing.
  const capitals = !small && /^[\p{Lu}\p{N}&/-]{2,}(?:[ \n]+\p{Lu}{2,})/u.test(text.slice(at, at + 24));
  const topical = small && topicalInitials.has(text.charCodeAt(at)) && topicalBody.test(text.slice(at, at + 24));
  let free = false; // whether the next small syllable is part of the compound that a capital opened
  for (let words = 0; words < longestName; words += 1) {
    let to = wordEnd(text, position);
    if (to === position) break;
    const capital = isCapitalAt(text, position);
    const next = text.slice(position, to);
    if (words === 0 && !capital) to = Math.max(to, smallHeadEnd(text, at));
    if (words > 0) {
      if (capitals && enders.has(next.toLowerCase())) break;
      if (
        capitals &&
        !inPlace &&
        /^(?!BAN$|CHI$|TRUNG$|THANH$)[A-Z]{2,6}$/.test(text.slice(at, end)) &&
        !territory.has(next.toLowerCase())
      )
        break;
      // "Ban Chỉ đạo", "Ban Tổ chức" are names; "UBND tỉnh Tổ chức …" is a title.
      if (listed(text, position, openers) >= 0 && !/(?:^| )[Bb]an$/u.test(text.slice(at, end))) break;
      if (text.startsWith('Ban hành', position) || text.startsWith('ban hành', position)) break;
      if (capital) {
        const type =
          next === 'Luật' && /^[ \t\n]{1,3}(?:sư|gia)/u.test(text.slice(to, to + 5))
            ? null
            : typeWordAt(text, position);
        // "Sở Kế hoạch và Đầu tư", "Ban Chỉ đạo Chương trình": a type word is part of a name after these only.
        if (
          type !== null &&
          !(topical && !followedByNumber(text, type.end)) &&
          !/(?:Sở|Bộ|Phòng|Vụ|Ban|Chỉ đạo|và|-|–)[ \n]*$/u.test(text.slice(Math.max(at, end - 12), position))
        )
          break;
        if (
          type !== null &&
          /(?:và|-|–)[ \n]*$/u.test(text.slice(Math.max(at, end - 4), position)) &&
          followedByNumber(text, type.end)
        )
          break;
      } else if (isDigitAt(text, position)) {
        const before = text.slice(Math.max(at, end - 8), end);
        if (!/(?:thứ|khóa|khoá|Khóa|đạo|kỳ|số|vực|[Qq]uận|[Pp]hường|[Kk]hu|vùng|phố)$/u.test(before)) break;
        const range = /[0-9]+(?:[ ]?[-–][ ]?[0-9]{4})?/uy;
        range.lastIndex = position;
        to = position + (range.exec(text)?.[0].length ?? next.length);
      } else if (isNumberedBody(text, at, position)) {
        end = ordinal.lastIndex;
        break;
      } else {
        const inner = listed(text, position, innerWords);
        const allowed = inner >= 0 || ((topical || free) && !enders.has(next)) || /[tT]hứ$/u.test(text.slice(at, end));
        if (!allowed) break;
        if (inner > to) to = inner;
        // "và" and "các" hold two parts of a name together; by themselves they end none.
        if (next === 'và' || next === 'các') {
          const after = skipSpace(text, to);
          const goes =
            next === 'các'
              ? listed(text, after, innerWords) >= 0
              : /^(?:Sở|Bộ|Phòng) /u.test(text.slice(at, at + 6)) && smallHalf.test(text.slice(after, after + 14));
          if (!isCapitalAt(text, after) && !goes) break;
          const type = typeWordAt(text, after);
          if (type !== null && (followedByNumber(text, type.end) || !/(?:Sở|Bộ|Phòng)/u.test(text.slice(at, end))))
            break;
        }
      }
    }
    if (to > limit) break;
    // Places are written with capitals throughout: no small syllable belongs to "tỉnh Quảng Ninh".
    const place = territory.has(next) && !(next === 'xã' && text.startsWith('Hợp tác ', to - 11));
    if (place || (capitals && territory.has(next.toLowerCase()))) inPlace = true;
    else if (!capital) inPlace = false;
    free = capital && !inPlace && !isCapitalAt(text, position + 1);
    end = to;
    const after = skipSpace(text, end);
    const sign = text[after] ?? '';
    if (sign === ',') {
      const beyond = skipSpace(text, after + 1);
      if (!afterComma.test(text.slice(beyond, beyond + 16))) break;
      position = beyond;
      free = true;
    } else if (sign === '-' || sign === '–') {
      const beyond = skipSpace(text, after + 1);
      if (!isCapitalAt(text, beyond) || typeWordAt(text, beyond) !== null) break;
      if (issuerHeadAt(text, beyond) && beyond - after > 1 && !belongsTo(text, at, beyond)) break;
      position = beyond;
    } else if (sign === '&') {
      const beyond = skipSpace(text, after + 1);
      if (beyond === after + 1 || !isLetterAt(text, beyond)) break;
      position = beyond;
      free = true;
    } else if (sign === '(' && /^\(khóa [IVXL0-9]{1,6}\)/iu.test(text.slice(after, after + 14))) {
      end = text.indexOf(')', after) + 1;
      break;
    } else if (after === end) {
      break;
    } else {
      position = after;
    }
  }
  // A name does not end in "và", "các" or a preposition.
  const nameEnd = trimEnd(text, at, Math.min(end, limit));
  if (!goesOnAfter(text, nameEnd)) return nameEnd;
  // "Tổ công tác của Thủ tướng Chính phủ": such bodies are known by who set them up.
  ofAssembly.lastIndex = nameEnd;
  if (committee.test(text.slice(at, at + 12)) && ofAssembly.test(text)) {
    const assembly = ofAssembly.lastIndex;
    const whole = issuerPhraseEnd(text, assembly, limit);
    if (whole > assembly) return whole;
  }
  seat.lastIndex = nameEnd;
  if (seatedCourt.test(text.slice(at, nameEnd)) && seat.test(text) && seat.lastIndex <= limit) return seat.lastIndex;
  setUp.lastIndex = nameEnd;
  if (setUpBody.test(text.slice(at, at + 12)) && setUp.test(text) && setUp.lastIndex <= limit) return setUp.lastIndex;
  return nameEnd;
}

/** A cheap look before the patterns: white space, then the "c" of "của" or the "t" of "tại". */
function goesOnAfter(text: string, at: number): boolean {
  const next = skipSpace(text, at);
  return next > at && (text.charCodeAt(next) === 0x63 || text.charCodeAt(next) === 0x74);
}

const unit = /(?:Ban|Cục|Vụ|Phòng|Chi cục|Trung tâm|Viện|Văn phòng|Thanh tra|Tổng cục|Đội)(?![\p{L}])/uy;
const whole =
  /(?:Bộ(?! Chính trị| trưởng)|Sở|Ủy ban|Uỷ ban|UBND|Quốc hội|Văn phòng|Công an|Tổng cục|Cục|Đại học|Tập đoàn|Tổng công ty)(?![\p{L}])/uy;

/** "Ban Dân nguyện - Ủy ban Thường vụ Quốc hội", "Cục Trẻ em - Bộ Y tế": a unit, a dash, the body it is part of. */
function belongsTo(text: string, first: number, second: number): boolean {
  unit.lastIndex = first;
  whole.lastIndex = second;
  return (
    unit.test(text) && whole.test(text) && text.slice(first, unit.lastIndex) !== text.slice(second, whole.lastIndex)
  );
}

/** Bodies that are named by their task: "Ban Chỉ đạo tổng kết Nghị quyết", "Tổ công tác rà soát thủ tục". */
const topicalBody = /^(?:(?:Trưởng|Phó Trưởng)[ \t\n])?(?:Ban [Cc]hỉ đạo|Tổ công tác)(?![\p{L}])/u;
const topicalInitials = new Set(Array.from('TPB', (letter) => letter.charCodeAt(0)));
const setUpBody = /^(?:Tổ công tác|Ban [Cc]hỉ đạo|Hội đồng)(?![\p{L}])/u;
/** "Ban Pháp chế của Hội đồng nhân dân tỉnh": a committee is named with its assembly. */
const committee = /^(?:Ban|Ủy ban|Uỷ ban|Thường trực|Văn phòng|Đoàn)(?![\p{L}])/u;
const ofAssembly = /[ \t\n]{1,3}của[ \t\n]{1,3}(?=(?:HĐND|Hội đồng nhân dân|Quốc hội|UBND)(?![\p{L}]))/uy;
const setUp = /[ \t\n]{1,3}của[ \t\n]{1,3}(?:Thủ tướng[ \t\n]{1,3})?Chính phủ(?![\p{L}])/uy;

/** "Tòa án nhân dân cấp cao tại Đà Nẵng": three courts of one name, told apart by their seats; so their procuracies. */
const seatedCourt = /(?:cấp cao|^T(?:òa|oà) [Pp]húc thẩm[^,;]{0,12} T(?:òa|oà) án nhân dân tối cao)$/u;
const seat =
  /[ \t\n]{1,3}tại[ \t\n]{1,3}(?:Hà Nội|Đà Nẵng|(?:[Tt]hành phố|[Tt][Pp]\.?)[ \t\n]{0,3}Hồ Chí Minh)(?![\p{L}])/uy;

const followedByNumber = (text: string, at: number): boolean =>
  /^[ \t\n]{0,3}(?:số[ :]*)?[0-9]/u.test(text.slice(at, at + 12));

/** What a name may be cut after: a sign or one of the words below. */
const looseEnds = [' ', '\n', ',', '.', '-', '–', 'và', 'các', 'lần thứ', 'khóa', 'nhiệm kỳ', 'số'];

const looseLast = new Set(looseEnds.map((loose) => loose.charCodeAt(loose.length - 1)));

function trimEnd(text: string, start: number, end: number): number {
  if (!looseLast.has(text.charCodeAt(end - 1)) || !looseEnds.some((loose) => text.endsWith(loose, end))) return end;
  const name = text.slice(start, end).replace(/(?:[ \n,.\-–]+(?:và|các|lần thứ|khóa|nhiệm kỳ|số))?[ \n,.\-–]*$/u, '');
  return start + name.length;
}
