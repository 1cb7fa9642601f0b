import type { ReportLine } from './report-lines.js';
import { wholeTypeLine } from './type-line.js';

/**
 * What a line is by its own words. The parts of a letterhead are known by what they say, not by their order: two
 * columns come interleaved, and a scan loses some.
 */
export type LineClass =
  | 'rule'
  | 'motto'
  | 'number'
  | 'dateline'
  | 'subject'
  | 'type'
  | 'addressee'
  | 'mark'
  | 'stamp'
  | 'recipients'
  | 'archive'
  | 'position'
  | 'signed'
  | 'annex'
  | 'other';

// All patterns read the folded line: tones and capitals are what recognition loses first.
const rule = /^[\s\-–—_=*~.·•oO+#|]{1,400}$/u;
const stateMotto =
  /^(?:cong\s+h[oo]?a?\S{0,3}\s+xa\s+hoi(?:\s+chu nghia(?:\s+viet|$)|$)|(?:chu nghia )?viet nam$|hanh phuc$|doc lap\s*[-–—.,]{0,4}\s*tu do\s*[-–—.,]{0,4}\s*hanh phuc)/u;
/** A narrow column breaks the State's name anywhere, and a bad conversion loses its blanks. */
function isStateName(line: ReportLine): boolean {
  if (!line.upper || line.text.length > 40) return false;
  const letters = line.folded.replace(/[^a-z]/gu, '');
  if (letters === 'nam') return true;
  return letters.length >= 7 && (stateName.endsWith(letters) || stateName.startsWith(letters));
}
const stateName = 'conghoaxahoichunghiavietnam';
const oldMotto = /^viet nam dan chu cong ho?a$|^cong hoa mien nam viet nam$/u; // before 1976
const partyMotto = /^dang cong san viet nam$/u;
const number = /^so(?: hieu)?\s{0,3}(?::|(?=\s*\d{1,5}[a-z]?\s{0,3}[-–—/]))(?!.{0,400}[.;]$)/u;
/** "Luật số: 06/2022/QH15": an act of the National Assembly names its type before the number. */
const actNumber = /^(?:bo luat|luat|nghi quyet|phap lenh|lenh)\s+so\s{0,2}:\s{0,3}\d{1,4}\/\d{4}\/[\p{L}\d-]{2,16}$/u;
const dateline =
  /^[\p{L}\s.'’-]{0,40},?\s{0,3}ngay(?:[\s.…_]{0,20}(?:\d{1,2})?|[*~'’\s]{0,3}\p{L}{1,2})[\s.…_]{0,20}(?:thang[\s.…_]{0,20}(?:\d{1,2})?[\s.…_]{0,20}nam[\s.…_]{0,12}(?:\d{2,4})?|[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4})\s{0,3}\.?$/u;
/** A dateline that a narrow column broke: "Quảng Nam, ngày" and "13 tháng 7 năm 2023". */
const brokenDateline =
  /^(?:[\p{L}\s.'’-]{2,40},\s{0,3}ngay(?:\s\d{1,2})?(?:\sthang(?:\s\d{1,2})?)?|(?:\d{1,2}\s)?(?:thang\s\d{1,2}\s)?nam\s\d{4})$/u;
const subject = /^(?:v\s?\/\s?v|ve viec)(?![\p{L}\p{N}])/u;
const mark =
  /^(?:tuyet mat|toi mat|mat|hoa toc(?: hen gio)?|thuong khan|khan|luu hanh noi bo|du thao(?: lan \S{1,4}| \d)?|ban sao|sao y(?: ban chinh)?)\.?$/u;
const stamp =
  /^(?:(?:nguoi ky|ky boi|duoc ky boi|ngay ky|thoi gian ky|ngay gio ky|co quan ky|da ky so|ky so|chu ky so|email|e-mail|website|dia chi|dien thoai|dt|fax|tel|so den|den ngay|ngay den|chuyen|luu ho so so)\s{0,3}:|da ky so$|cong bao\s?\/|[.\w]{2,40}@)/u;
const recipients = /^no[i1]\s?nhan(?:\s*[:.]|$)/u;
const archive = /^[-–—+•*\s]{0,4}lur?u(?:\s*[:;,]|\s+(?:vt|van thu|vp|tai|ho so|[a-z]{2,6}\b))/u;
const signed =
  /^\(?(?:da ky|ky ten|ky so|da ky so|ky, ?dong dau|ky ten, ?dong dau|ky, ?ghi ro ho ten|ky va ghi ro ho ten|chu ky|dong dau)[^.]{0,60}$/u;
const annex =
  /^(?:phu luc|phu bieu|bieu so|bieu mau|mau so|bieu)(?:\s+(?:so\s+)?[ivx\d]{1,5}[\w./-]{0,8})?\s*[:.]?(?:\s*$|\s*\()/u;

const offices = [
  'chu tich',
  'pho chu tich',
  'truong ban',
  'pho truong ban',
  'giam doc',
  'pho giam doc',
  'tong giam doc',
  'pho tong giam doc',
  'cuc truong',
  'pho cuc truong',
  'pho cuc',
  'tong cuc truong',
  'pho tong cuc truong',
  'chi cuc truong',
  'pho chi cuc truong',
  'bo truong',
  'thu truong',
  'thu tuong',
  'pho thu tuong',
  'chanh van phong',
  'pho chanh van phong',
  'pho van phong',
  'truong phong',
  'pho truong phong',
  'pho phong',
  'vien truong',
  'pho vien truong',
  'vu truong',
  'pho vu truong',
  'hieu truong',
  'pho hieu truong',
  'bi thu',
  'pho bi thu',
  'tong bi thu',
  'chanh thanh tra',
  'pho chanh thanh tra',
  'tong thanh tra',
  'pho tong thanh tra',
  'thong doc',
  'pho thong doc',
  'chu nhiem',
  'pho chu nhiem',
  'truong doan',
  'pho truong doan',
  'chi huy truong',
  'pho chi huy truong',
  'chinh uy',
  'pho chinh uy',
  'chinh tri vien',
  'tu lenh',
  'pho tu lenh',
  'tham muu truong',
  'doi truong',
  'pho doi truong',
  'hat truong',
  'pho hat truong',
  'tram truong',
  'truong tram',
  'pho truong tram',
  'truong khoa',
  'pho truong khoa',
  'pho thu truong',
  'truong thon',
  'truong ap',
  'pho to truong',
  'hieu pho',
  'chu tri',
  'nguoi lap',
  'nguoi ghi',
  'nguoi bao cao',
  'ke toan truong',
  'tong bien tap',
  'pho tong bien tap',
  'to truong',
  'chanh an',
  'pho chanh an',
  'tham phan',
  'tong thu ky',
  'pho tong thu ky',
  'thu ky',
  'uy vien',
  'thuong truc',
  'truong cong an',
  'pho truong cong an',
  'truong ban quan ly',
  'tong kiem toan',
  'kiem toan truong',
  'truong tieu ban',
  'chu toa',
  'nguoi ky',
  'can bo',
  'cong chuc',
  'khoi truong',
  'cum truong',
] as const; // offices that sign, from the signature blocks of Decree 30/2020 and of Party Guideline 36-HD/VPTW
const officeStart = new RegExp(
  `^(?:p\\s?\\.\\s?)?(?:${[...offices].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);
const power =
  /^(?:t\s?\/\s?m|k\s?\/\s?t|t\s?\/\s?l|t\s?\/\s?uq|tm|kt|tl|tuq|q)(?:\s?[.:]|\s(?=\p{L}))\s{0,3}(?=\p{L})/u;

/** Whether a folded line begins with an office that signs. */
export const beginsWithOffice = (folded: string): boolean => officeStart.test(folded);

/** The words before the office: "KT.", "TM.", "TL.", "TUQ.", "Q."; null when the line has none. */
export function powerOf(line: ReportLine): { readonly power: string; readonly length: number } | null {
  const found = power.exec(line.folded);
  if (found === null) return null;
  const code = found[0].replace(/[^a-z]/gu, '').toUpperCase();
  // "Q" and the two-letter codes without a point could begin a word; then an office must follow.
  if (!/[.:/]/u.test(found[0]) && !officeStart.test(line.folded.slice(found[0].length))) return null;
  return { power: `${code}.`, length: found[0].length };
}

/** A line of a signature block above the name: "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "TM. ỦY BAN NHÂN DÂN". */
export function isPosition(line: ReportLine): boolean {
  if (line.text.length > 90 || /[;:!?]$|\d{3}/u.test(line.text)) return false;
  if (!line.upper && line.style.bold !== true) return false;
  const before = powerOf(line);
  return (
    officeStart.test(line.folded) ||
    (before !== null && (line.upper || officeStart.test(line.folded.slice(before.length))))
  );
}

/** What a line is. Pure; opening, closing and header ask for the same lines, so the answers are kept. */
export function classifyLine(line: ReportLine): LineClass {
  let kind = known.get(line);
  if (kind === undefined) {
    kind = classify(line);
    known.set(line, kind);
  }
  return kind;
}
const known = new WeakMap<ReportLine, LineClass>();

const longestSpecial = 160; // a longer line is running text, unless it lists addressees or recipients

function classify(line: ReportLine): LineClass {
  if (line.text.length > longestSpecial) {
    if (/^kinh (?:gui|goi|trinh)\s*:/u.test(line.folded)) return 'addressee';
    if (recipients.test(line.folded)) return 'recipients';
    if (subject.test(line.folded)) return 'subject';
    return rule.test(line.text) ? 'rule' : 'other';
  }
  const { folded, text } = line;
  if (rule.test(text)) return 'rule';
  if (stateMotto.test(folded) || oldMotto.test(folded) || partyMotto.test(folded) || isStateName(line)) return 'motto';
  if (text.length <= 120 && stamp.test(folded)) return 'stamp';
  if (recipients.test(folded)) return 'recipients';
  if (archive.test(folded) && text.length < 120) return 'archive';
  if (text.length <= 80 && (number.test(folded) || actNumber.test(folded))) return 'number';
  if (text.length <= 100 && (dateline.test(folded) || brokenDateline.test(folded))) return 'dateline';
  if (mark.test(folded) && line.upper) return 'mark';
  if (line.upper && wholeTypeLine(text) !== null) return 'type';
  if (/^kinh (?:gui|goi|trinh)\s*:/u.test(folded) || /^kinh g[uo]i(?![\p{L}])/u.test(folded)) return 'addressee';
  if (subject.test(folded)) return 'subject';
  if (signed.test(folded)) return 'signed';
  if (annex.test(folded)) return 'annex';
  if (isPosition(line)) return 'position';
  return 'other';
}
