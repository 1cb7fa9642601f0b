import { fold } from '../../text/fold.js';
import type { RecipientKind } from './award-event.js';
import { mayNameAward } from './candidates.js';

/** A person or body as a list names it. */
export interface ListedName {
  readonly name: string;
  readonly who: RecipientKind | null;
  /** offsets into the item */
  readonly start: number;
  readonly end: number;
}

const mark = /^\s*(?:(?:[-–—+*•]|\(?\d{1,3}[.)/]|[a-zđ][.)])\s*){0,2}/u;
const longestItem = 400;
/** How persons are addressed, and the ranks of army and police; each may begin with a small letter. */
const address = [
  ...'ông|bà|anh|chị|em|cháu|cụ|mẹ|thầy|cô|thầy giáo|cô giáo|đồng chí|đ/c|học sinh|nhà giáo|bác sĩ|bác sỹ'.split('|'),
  ...'đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy'.split(
    '|',
  ),
  ...'thiếu úy|đại uý|thượng uý|trung uý|thiếu uý|binh nhất|binh nhì|hạ sĩ|trung sĩ|thượng sĩ'.split('|'),
].map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`);
const degrees = [
  'BS',
  'ThS',
  'Ths',
  'TS',
  'PGS',
  'GS',
  'KS',
  'CN',
  'BSCKI',
  'BSCKII',
  'BS\\.?CKI{1,2}',
  'ĐD',
  'DS',
  'YS',
  'NSƯT',
  'NGƯT',
  'TTƯT',
];
const syllable = "\\p{Lu}[\\p{L}'’]*";
/** «Ông Nguyễn Văn A», «Đại tá Trần B», «đồng chí Lê Thị C» */
const addressed = new RegExp(
  `^(?:(?:${[...address, ...degrees].join('|')})[.:]?\\s*(?=\\s|\\p{Lu})[,-]?\\s*){1,3}(?<name>${syllable}(?:\\s+${syllable}){0,5})`,
  'u',
);
/** «Nguyễn Văn A»: two to five capitalised syllables and then an end, a comma, a dash or a bracket. */
const bare = new RegExp(`^(?<name>${syllable}(?:\\s+${syllable}){1,4})\\s*(?=$|[,;.(–-])`, 'u');
const titleCase = (word: string): string => word[0]! + word.slice(1).toLowerCase();
/** How Vietnamese surnames begin a name; a body begins otherwise. */
const surname =
  /^(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Mai|Lương|Cao|Đào|Tạ|Trương|Lâm|Phùng|Hà|Tô|Châu|Thái|Quách|Vương|La|Chu|Lưu|Nông|Tống|Kiều|Triệu|Thạch|Sơn|Kim|Danh|Giàng|Sùng|Vàng|Lò|Cầm|Quàng|Hầu|Ma|Bế|Đàm|Doãn|Từ|Tăng|Âu|Ông|Mạc|Mạch|Khúc|Bạch|Đậu|Thân|Nghiêm|Trà|Cù|Phí|Khổng|Văn|Hứa|Viên|Vi|Lục|Lã|Lại|Lộc|Y|H’|A|Điểu|K’|Ksor|Rơ|Siu|Đới|Mẫn|Ninh|Tiêu|Trang|Tôn|Ưng|Giáp|Hán|Thiều|Hạ|Cung|Bành|Biện|Ngụy|Nhữ|Lường|Mùa|Thào|Vừ|Hạng|Lù|Ly|Tẩn|Chảo|Phàn|Bàn|Đồng)$/u;
/** Whether a word is a Vietnamese surname, in capitals or not. */
export const isSurname = (word: string): boolean => surname.test(titleCase(word));
const body =
  /^(?:(?:tap the|nhan dan va can bo|can bo va nhan dan|can bo, (?:chien si|nhan vien|cong chuc)[a-z, ]{0,40}|lanh dao|ban lanh dao|van phong|phong|ban|so|cuc|chi cuc|tong cuc|vu|vien|truong|khoa|to|doi|doan|hoi|chi hoi|chi bo|dang bo|dang uy|cong doan|cong ty|tong cong ty|doanh nghiep|hop tac xa|htx|trung tam|benh vien|tram|ubnd|uy ban|hdnd|mttq|mat tran|lien doan|ldld|ngan hang|kho bac|cong an|bo chi huy|ban chi huy|don|tieu doan|trung doan|su doan|dai doi|xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|thon|lang|ap|ban|buon|khu|to dan pho|khoi|nha may|xi nghiep|chi nhanh|hat|thanh tra|toa an|vksnd|bao|dai|hoc vien|dai hoc|nhom|cau lac bo|clb|quy|chua|giao xu|ho gia dinh|gia dinh|ho) )/;
/** A line that does something is no name. */
const acts =
  /(?<![a-z])(?:chiu trach nhiem|tham muu|phoi hop|chu tri|can cu|de nghi|ban hanh|thuc hien|phai|duoc|khong|hoan thanh|(?:tong hop|to chuc|huong dan|theo doi|bao cao|chi dao) (?:ho so|viec|cac|thuc hien|cho|ket qua))(?![a-z])/;
const household = /^(?:ho|ho gia dinh|gia dinh) /;

/**
 * Reads an item of a list as one name: «1. Ông Nguyễn Văn A, Giám đốc Sở X;», «- Phòng Tài chính - Kế hoạch huyện».
 *
 * @param who what the list says of its items; a bare name of a list of persons needs no title before it
 * @returns null for an item that is no name: it begins in lower case, acts, counts, or names an award itself
 */
export function listedName(item: string, who: RecipientKind | null): ListedName | null {
  if (item.length > longestItem) return null;
  const start = mark.exec(item)![0].length;
  const text = item.slice(start).replace(/\*/g, ' ').trimEnd();
  if (text.length < 4) return null;
  const folded = fold(text);
  if (mayNameAward(folded) || /^\s*\d/.test(text)) return null;
  const person = addressed.exec(text);
  if (person !== null) return at(person[0], 'individual');
  const name = bare.exec(text);
  const first = /^\S+/.exec(text)![0];
  // «Vũ Văn A» is no «Vụ», «Tô Văn B» no «Tổ»; «Đoàn Văn C» has a name of its own, «Đoàn Trường» has none.
  const ofFamily =
    surname.test(titleCase(first)) && (first !== 'Đoàn' || (name?.[0].trim().split(/\s+/u).length ?? 0) > 2);
  if (name !== null && (ofFamily || (who === 'individual' && !body.test(folded))))
    return at(name[0].trimEnd(), 'individual');
  // The name of a body ends where its clause does, or where its merits begin.
  const whole = /^[^;:.(]*/u.exec(text)![0];
  const clause = whole
    .split(/,?\s(?:[Đđ]ã|[Vv]ì|[Cc]ó thành tích|có nhiều|đạt|với)\s/u)[0]!
    .trimEnd()
    .replace(/,$/u, '');
  if (!/^\p{Lu}/u.test(text) || !body.test(`${folded} `) || acts.test(fold(clause)) || !/\s\p{Lu}|\d/u.test(clause))
    return null;
  if (/:/.test(text.slice(clause.length, clause.length + 3))) return null;
  return at(clause, household.test(folded) ? 'household' : 'collective');

  function at(words: string, kind: RecipientKind): ListedName {
    return { name: words, who: kind, start, end: start + words.length };
  }
}
