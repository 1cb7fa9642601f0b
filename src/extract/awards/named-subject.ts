import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import type { RecipientKind } from './award-event.js';
import { isSurname } from './listed-name.js';

export interface NamedSubject {
  readonly name: string;
  readonly who: RecipientKind;
}

/** Between the subject and its verb. */
const adverbs =
  /(?:[\s,]*(?<![\p{L}\p{N}])(?:đã|vinh dự|được|cũng|đều|còn|vừa|luôn|liên tiếp|chính thức|liên tục|(?:nhiều|\d{1,2}) (?:năm|lần)(?: liền| liên tục)?|và))+[\s,]*$/iu;
/** What opens a clause and is no subject: «Ngày 5/3», «Với những thành tích …», «Nhiều cá nhân». */
const openers =
  /^(?:ngày|tại|trong|với|sau|nhân|năm|qua|đến|từ|để|theo|hiện|nhiều|các|những|có|một|đây|hàng|hằng|toàn|cả|do|nhờ|đặc biệt|ngoài|thừa|thay|trước|khi|lần|đó|không|đồng thời|kết quả|dịp|được|vinh dự|sáng|chiều|tối|tháng|tính|giai đoạn|cùng|danh hiệu|về|ở|trên|là|này|danh sách|phụ lục|quyết định|hướng dẫn|lễ|bằng|giấy|hội nghị|nghị quyết|kế hoạch|việc|công tác|thành tích|tổng số|số|phong trào|bên cạnh|ngoài ra|nhà trường)(?![\p{L}\p{N}])/iu;
/** What its subject did besides: the name ends before it. */
const predicates =
  /\s(?:tổ chức|đã|là|có|phối hợp|thực hiện|hoàn thành|đạt|tiếp tục|trở thành|vinh dự|được|không|luôn|kết nạp|nhiều năm|xuất sắc|vì|với|tham gia|(?<!^[Đđ](?:oàn|ội)\s)dự|cùng|hiện|ra|vận động(?! viên)|tuyên truyền(?! viên)|giúp đỡ)(?![\p{L}\p{N}]).*$/su;
const bodies =
  /^(?:trường|công ty|tổng công ty|tập đoàn|bệnh viện|trung tâm|phòng|khoa|ban|viện|hội|xã|phường|huyện|thị trấn|đoàn|đồn|chi bộ|đảng bộ|hợp tác xã|lực lượng|ngành|cục|chi cục|sở|đội|trạm|tổ|chi nhánh|công an|cơ quan|quận|tỉnh|thành phố)(?![\p{L}\p{N}])/iu;
/** How a report speaks of its own body, where the lexicon has no word for it. */
const plainBody =
  /^(?:chi cục|cục|tổng cục|kho bạc|công ty|tổng công ty|tập đoàn|đồn|bảo tàng|thư viện|nhà hát|nhà xuất bản|tạp chí|lữ đoàn|trung đoàn|sư đoàn|học viện|viện|ngân hàng|nhà máy)$/iu;
/** «Đội bóng chuyền nữ», «Đoàn vận động viên huyện»: a team by what it plays. */
const team =
  /^(?:đội(?: tuyển)?|đoàn|nhóm)(?: (?:bóng|cầu|cờ|kéo|văn nghệ|nghệ thuật|thể thao|vận động viên|tuyển|dự thi|thi|điền kinh|bơi|đua|tuyên truyền|thông tin|học sinh|nam|nữ))(?: \p{Ll}+){0,6}$/iu;
const addressed = /^(?:ông|bà|anh|chị|em|đồng chí|thầy|cô|đại tá|thượng tá|trung tá|thiếu tá|bác sĩ)(?![\p{L}\p{N}])/iu;
const longestName = 14;

/**
 * The name that stands before a verb of getting, where no word of the lexicon tells it: «Vingroup đón nhận …», «Trường Tiểu học
 * thị trấn A được tặng …», «Công ty B, đơn vị thành viên của Tập đoàn C, vinh dự đón nhận …».
 *
 * @param from first term of the clause
 * @param verb term of the verb
 * @returns null where the subject is a common noun («Nhà trường», «các đơn vị»), or none stands there
 */
export function namedSubject(
  sentence: string,
  { words }: SentenceReading,
  from: number,
  verb: number,
): NamedSubject | null {
  const first = words[from];
  const last = words[verb];
  if (first === undefined || last === undefined || first.start >= last.start) return null;
  // In a heading of capitals no word stands out as a name.
  if (!/\p{Ll}/u.test(sentence)) return null;
  const clause = sentence
    .slice(first.start, last.start)
    .replace(/\([^)]*\)/gu, (aside) => ' '.repeat(aside.length))
    .replace(adverbs, '');
  const segments = clause
    .split(/[,;:]\s|[.…]\s+(?=\p{Lu})|\s[–-]\s/u)
    .map((segment) => segment.replace(predicates, '').trim())
    .filter((segment) => segment !== '');
  // An apposition begins in lower case; the name stands before it.
  for (const segment of segments.slice(-2).reverse()) {
    const name = segment.replace(
      /^(?:[-–+*•]\s*|và\s+|riêng\s+|(?:trong |suốt )?(?:nhiều|những|\d{1,2}) năm (?:qua|liền|gần đây|nay)\s+)+/iu,
      '',
    );
    if (name === '') continue;
    if (openers.test(name) || /^\d/u.test(name)) return null;
    const who = kindOf(name);
    if (who !== null) return { name, who };
    if (/^\p{Lu}/u.test(name)) return null;
  }
  return null;
}

function kindOf(name: string): RecipientKind | null {
  const syllables = name.split(/\s+/u);
  if (syllables.length > longestName) return null;
  if (plainBody.test(name) || team.test(name)) return 'collective';
  const capitals = syllables.filter((syllable) => /^["“]?\p{Lu}/u.test(syllable));
  if (addressed.test(name)) return capitals.length > 1 ? 'individual' : null;
  if (
    capitals.length === syllables.length &&
    syllables.length >= 2 &&
    syllables.length <= 5 &&
    isSurname(syllables[0]!)
  )
    return 'individual';
  const numbered = syllables.slice(1).some((syllable) => /^\d{1,3}$/u.test(syllable));
  // «Chi bộ Đảng nhà trường» has no name of its own.
  if (/^(?:chi|đảng) bộ Đảng \p{Ll}/iu.test(name)) return null;
  if (bodies.test(name)) return capitals.length > 1 || numbered || /^\p{Ll}.*\p{Lu}/u.test(name) ? 'collective' : null;
  if (!/^\p{Lu}/u.test(name)) return null;
  // «Vingroup», «BĐBP tỉnh A», «Cienco 4»: a proper noun, and no sentence that only begins with a capital.
  return capitals.length >= 2 || numbered || (syllables.length === 1 && name.length > 3) ? 'collective' : null;
}
