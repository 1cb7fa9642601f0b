import { fold } from '../../text/fold.js';
import { groupBy } from '../../text/group-by.js';
import { issuers } from '../../text/lexicon/generated/issuers.js';
import { ministries } from '../../text/lexicon/generated/ministries.js';

const acronyms = new Set(
  'UBND HĐND BCH BTV BĐBP HND TH PTDTNT PTDTBT CHQS QLDA LLVT HTXNN MTTQ UBMTTQ UBMTTQVN MTTQVN UBMT TNCS ĐBQH LĐTBXH GDĐT GD&ĐT BHXH BHYT THCS THPT PTNT KT-XH BCĐ TW MTQG LHPN CCB HTX KCN UBBC TAND VKSND THADS KBNN NHNN VNPT EVN BTV BTT TDP DTTS UBDT TP TX TT'.split(
    ' ',
  ),
);
const levels = ['thành phố', 'thị xã', 'thị trấn', 'tỉnh', 'huyện', 'quận', 'xã', 'phường', 'thôn'];

/** Phrases whose case is fixed, longest first; the names of the lexicon and those of offices. */
const phrases: readonly string[] = [
  ...new Set(
    [
      ...ministries.map(({ name_vi }) => name_vi),
      ...issuers
        .filter(({ family }) => family !== 'letter-unit')
        .map(({ name_vi }) => name_vi.replace(/\s*\(.*$/u, ''))
        .filter((name) => !name.includes(',') || /^(?:Sở|Bộ|Ủy ban)/u.test(name)),
      'Ủy ban nhân dân',
      'Hội đồng nhân dân',
      'Ủy ban Mặt trận Tổ quốc Việt Nam',
      'Mặt trận Tổ quốc Việt Nam',
      'Việt Nam',
      'Hồ Chí Minh',
      'Ban Chỉ đạo',
      'Kinh tế - Xã hội',
      'Văn hóa - Xã hội',
      'Cơ quan Tổ chức - Nội vụ',
      'Cơ quan Ủy ban Kiểm tra - Thanh tra',
      'Ban Chấp hành',
      'Ban Thường vụ',
      'Ban Thường trực',
      'Tỉnh ủy',
      'Thành ủy',
      'Huyện ủy',
      'Thị ủy',
      'Quận ủy',
      'Đảng ủy',
      'Đảng bộ',
      'Chi bộ',
      'Cuộc vận động',
      'Phó Trưởng Ban',
      'Trưởng Ban',
      'Phó Trưởng Phòng',
      'Trưởng Phòng',
      'Phó Giám đốc',
      'Giám đốc',
      'Phó Tổng Giám đốc',
      'Tổng Giám đốc',
      'Phó Chủ tịch',
      'Chủ tịch',
      'Phó Bí thư',
      'Bí thư',
      'Bộ trưởng',
      'Phó Thủ trưởng',
      'Thứ trưởng',
      'Thủ tướng',
      'Phó Thủ tướng',
      'Phó Cục trưởng',
      'Cục trưởng',
      'Phó Chi cục trưởng',
      'Chi cục trưởng',
      'Phó Tổng cục trưởng',
      'Tổng cục trưởng',
      'Phó Chánh Văn phòng',
      'Chánh Văn phòng',
      'Phó Vụ trưởng',
      'Vụ trưởng',
      'Phó Hiệu trưởng',
      'Hiệu trưởng',
      'Phó Chủ nhiệm',
      'Chủ nhiệm',
      'Chánh Thanh tra',
      'Phó Chánh Thanh tra',
      'Tổng Thanh tra',
      'Ủy viên',
      'Thường trực',
      'Viện trưởng',
      'Phó Viện trưởng',
      'Thống đốc',
      'Chỉ huy trưởng',
      'Phó Chỉ huy trưởng',
      'Chính ủy',
      'Tư lệnh',
    ].filter((name) => name.length > 3),
  ),
].sort((a, b) => b.length - a.length);
/** Phrases by their first two syllables, folded, so that few are tried at a place. */
interface Phrase {
  readonly folded: string;
  readonly printed: string;
}
const byStart = groupBy(
  phrases.map((printed): Phrase => ({ folded: fold(printed), printed })),
  ({ folded }) => folded.split(' ').slice(0, 2).join(' '),
);

const heads =
  /^(?:bch|sở|ban|bộ|phòng|cục|chi cục|tổng cục|trung tâm|văn phòng|hội|hội đồng|liên đoàn|trường|viện|công ty|tổng công ty|tập đoàn|đoàn|vụ|thanh tra|hiệp hội|liên hiệp|liên minh|bệnh viện|công an|kho bạc|đài|báo|trạm|khoa|hạt|đội|chi nhánh|đảng bộ bộ phận)$/u;
/** Behind the grade of a school stands its name, each word with its capital. */
const grade = /(?:^| )(?:TH|THCS|THPT|PTDTNT|PTDTBT|tiểu học|mầm non|mẫu giáo|trung học cơ sở|trung học phổ thông)$/iu;
const capitalise = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/**
 * The case form of a name in capitals: "UBND TỈNH BÌNH THUẬN" → "UBND tỉnh Bình Thuận". The report's own sentences
 * know best how a body writes its name; then the lexicon; then the habit of Decree 30/2020.
 *
 * @param context text of the report
 */
export function properCase(name: string, context = '', foldedContext: string = fold(context)): string {
  const clean = name.replace(/\s+/gu, ' ').trim();
  const small = clean.match(/\p{Ll}/gu)?.length ?? 0;
  if (small > 0.3 * clean.length) return clean;
  return asInContext(clean, context, foldedContext) ?? byHabit(clean);
}

function asInContext(name: string, context: string, foldedContext: string): string | null {
  // Dashes are typed as they come; both sides are compared with one kind.
  const wanted = fold(name).replace(/[–—]/gu, '-');
  const hay = foldedContext;
  let tries = 0;
  for (let at = indexOfName(hay, wanted, 0); at >= 0 && tries < 40; at = indexOfName(hay, wanted, at + 1)) {
    tries += 1;
    const printed = context.slice(at, at + wanted.length);
    const letters = printed.match(/\p{L}/gu)?.length ?? 0;
    const small = printed.match(/\p{Ll}/gu)?.length ?? 0;
    // A name in capitals within would be the letterhead itself; one of acronyms alone has few small letters.
    if (
      small >= letters * 0.4 &&
      /^\p{Lu}/u.test(printed) &&
      !/[\n\t]/u.test(printed) &&
      !/\p{L}/u.test(context[at + wanted.length] ?? '')
    )
      return printed;
  }
  return null;
}

const indexOfName = (hay: string, wanted: string, from: number): number => {
  const plain = hay.indexOf(wanted, from);
  return plain >= 0 || !wanted.includes('-') ? plain : hay.indexOf(wanted.replaceAll('-', '–'), from);
};

function byHabit(name: string): string {
  const words = name.split(' ');
  const folded = words.map((word) => fold(word));
  const out: string[] = [];
  let inPlace = false;
  let capitalNext = true;
  for (let at = 0; at < words.length; ) {
    const word = words[at]!;
    const low = word.toLowerCase();
    const phrase: Phrase | undefined = inPlace
      ? undefined
      : byStart.get(folded.slice(at, at + 2).join(' '))?.find(({ folded: wanted }) => {
          const count = wanted.split(' ').length;
          return (
            folded
              .slice(at, at + count)
              .join(' ')
              .replace(/–/gu, '-') === wanted
          );
        });
    if (phrase !== undefined) {
      out.push(phrase.printed);
      at += phrase.printed.split(' ').length;
      capitalNext = true;
      // "Tỉnh ủy Quảng Ngãi", "Huyện ủy Mường La": what follows is a place.
      inPlace = / (?:ủy|đoàn)$/u.test(phrase.printed);
      continue;
    }
    const level = levels.find(
      (each) =>
        words
          .slice(at, at + each.split(' ').length)
          .join(' ')
          .toLowerCase() === each,
    );
    if (level !== undefined && at > 0) {
      out.push(level);
      at += level.split(' ').length;
      inPlace = true;
      continue;
    }
    if (acronyms.has(word) || /\d|&/u.test(word)) out.push(word);
    else if (inPlace || capitalNext) out.push(capitalise(low));
    else out.push(low);
    capitalNext =
      heads.test(out.slice(-2).join(' ').toLowerCase()) || heads.test(low) || low === 'và' || /[-–,]$/u.test(word);
    if (/^[-–]$/u.test(word)) capitalNext = true;
    if (grade.test(out.slice(-4).join(' ')) && /^Trường/iu.test(name)) inPlace = true;
    if (/^đồn biên phòng$/iu.test(out.join(' '))) inPlace = true;
    if (low === 'và' && out.at(-1) === 'Và') out[out.length - 1] = 'và';
    at += 1;
  }
  return out.join(' ');
}
