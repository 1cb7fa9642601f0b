import { fold } from '../../text/fold.js';
import { laws } from '../../text/lexicon/generated/laws.js';
import { issuerPhraseEnd } from './issuer-phrase.js';

/** A document cited by its name. */
export interface NamedDocument {
  readonly start: number;
  readonly end: number;
  readonly type: 'L' | 'BL' | 'PL' | 'HP' | 'NQ';
  /** as printed, white space squeezed: "Luật Thi đua, khen thưởng năm 2022" */
  readonly name: string;
  /** number in the catalogue, where name and year settle it */
  readonly number: string | null;
  /** the name is in the catalogue of laws */
  readonly known: boolean;
  readonly rule:
    | 'citation/law-name'
    | 'citation/amending-law'
    | 'citation/constitution'
    | 'citation/congress'
    | 'citation/plenum';
}

interface CatalogueEntry {
  readonly type: NamedDocument['type'];
  /** year of adoption → number */
  readonly years: Map<number, string>;
}

/** What offices abbreviate inside a law's name, and the "và" that a comma may stand for. */
const spelledOut: Readonly<Record<string, string>> = { hdnd: 'hoi dong nhan dan', ubnd: 'uy ban nhan dan', va: '' };
const spellOut = (folded: string): string => spelledOut[folded] ?? folded;

/** Words of a name without commas, marks and "và": "luat thi dua khen thuong". Spelling differs in these only. */
const keyOf = (name: string): string => (fold(name).match(/[a-z0-9]+/g) ?? []).map(spellOut).filter(Boolean).join(' ');

const catalogue = new Map<string, CatalogueEntry>();
/** every beginning of a name, so that the search for the longest stops early */
const prefixes = new Set<string>();
for (const { type, name, year, number } of laws) {
  if (/sửa đổi/u.test(name)) continue; // the name of an amending law is read by its own grammar
  const key = keyOf(name);
  const entry = catalogue.get(key) ?? { type: type as NamedDocument['type'], years: new Map<number, string>() };
  entry.years.set(Number(year), number);
  catalogue.set(key, entry);
  const words = key.split(' ');
  for (let count = 1; count <= words.length; count += 1) prefixes.add(words.slice(0, count).join(' '));
}

const squeeze = (text: string): string => text.replace(/[ \t\n\u00a0]+/g, ' ').trim();
const word = /[ \t\n\u00a0]{0,3}[,\-–(]{0,1}[ \t\n\u00a0]{0,3}([\p{L}\p{N}]+)\)?/uy;

/** "hội đồng nhândân": two syllables of a name between which a space was lost; null when no name goes on so. */
function withLostSpace(key: string, spelt: string): string | null {
  for (let cut = 2; cut <= spelt.length - 2; cut += 1) {
    const next = `${key} ${spelt.slice(0, cut)} ${spelt.slice(cut)}`;
    if (prefixes.has(next)) return next;
  }
  return null;
}

/** The longest name of the catalogue that begins at `start`. */
function catalogueNameAt(text: string, start: number): { end: number; entry: CatalogueEntry } | null {
  let key = '';
  let position = start;
  let best: { end: number; entry: CatalogueEntry } | null = null;
  for (let words = 0; words < 24; words += 1) {
    word.lastIndex = position;
    const match = word.exec(text);
    if (match === null) break;
    const spelt = spellOut(fold(match[1]!));
    position = word.lastIndex;
    if (spelt === '') continue;
    const next = key === '' ? spelt : `${key} ${spelt}`;
    const known = prefixes.has(next) ? next : key === '' ? null : withLostSpace(key, spelt);
    if (known === null) break;
    key = known;
    const entry = catalogue.get(key);
    if (entry !== undefined)
      best = { end: text[position - 1] === ')' && !key.endsWith('aids') ? position - 1 : position, entry };
  }
  return best;
}

const yearAfter =
  /[ \t\n\u00a0]{1,3}(?:năm[ \t\n\u00a0]{1,3})?(?<year>(?:19|20)[0-9]{2})(?![\p{L}0-9/.,][0-9\p{L}]|[\p{L}0-9])/uy;

/** "Luật Đất đai (sửa đổi)": a law's new version is told from the old one so. */
const revised = /[ \t\n\u00a0]{1,3}\(sửa đổi(?:, bổ sung)?\)/uy;

/** Names of other things that hold the word: lawyers, faculties, discipline. */
const notBefore =
  /(?:pháp|kỷ|quy|định|dự|án|đại học|khoa|ngành|đoàn|hội|công ty|văn phòng|cử nhân|thạc sĩ|tiến sĩ|môn|trường|phòng)[ \t\n]{1,3}$/iu;
const notAfter =
  /^luật[ \t\n]{1,3}(?:sư|gia|này|đó|trên|nêu|nói|pháp|học|hiện|số|TNHH|định|lệ|tục|chơi|thi đấu|Hà Nội|Thành phố)(?![\p{L}])/iu;
const notOrdinanceAfter = /^pháp lệnh[ \t\n]{1,3}(?:này|số|trên|nêu|nói)(?![\p{L}])/iu;

const lawHead = /(?:Bộ luật|Bộ Luật|bộ luật|BỘ LUẬT|Luật|luật|LUẬT|Pháp lệnh|pháp lệnh|PHÁP LỆNH)[ \t\n\u00a0]{1,3}/uy;
const amendingHead =
  /(?:Bộ luật|Luật|luật(?=[ \t\n]{1,3}sửa đổi,)|LUẬT|Pháp lệnh)[ \t\n]{1,3}(?:sửa đổi|bổ sung|Sửa đổi|SỬA ĐỔI)(?:,?[ \t\n]{1,3}(?:bổ sung|BỔ SUNG|thay thế))?(?:[ \t\n]{1,3}(?:một[ \t\n]{0,3}số[ \t\n]{0,3}điều(?:, khoản)?|các điều|Điều [0-9]{1,3}|một số nội dung|MỘT SỐ ĐIỀU))?(?:[ \t\n]{1,3}(?:của|CỦA))?(?:[ \t\n]{1,3}các)?[ \t\n]{1,3}(?=Luật|Bộ luật|Pháp lệnh|LUẬT|BỘ LUẬT|[0-9]{1,2} luật|luật)/uy;
/** "các luật liên quan đến quy hoạch": what is amended is told by the subject. */
const severalLaws =
  /(?:[Ll]uật|LUẬT)[ \t\n]{1,3}(?:có[ \t\n]{1,3})?(?:liên quan đến|LIÊN QUAN ĐẾN|về)(?:[ \t\n]{1,3}(?!(?:năm|ngày|số|của|đã|được|có|là|và các|theo|tại|do)(?![\p{L}]))\p{L}+){1,9}/uy;
const another = /(?:[ \t\n]{0,2},|[ \t\n]{1,2}và)[ \t\n]{1,2}(?=Luật|Bộ luật|Pháp lệnh)/uy;
/** Beyond the catalogue a name ends before these: they begin a verb, a date or the next clause. */
const shapeStop =
  /^(?:năm|ngày|số|của|và|về|đã|đang|sẽ|được|bị|là|thì|có|không|chưa|để|nhằm|với|theo|tại|trong|từ|đến|khi|như|do|cho|vào|ra|này|đó|quy|ban|thông|sửa|hoặc|trên|các|những|có|nêu)$/u;

/** "Luật Sáng chế": after the head a capital, then small syllables up to a word that no name holds. */
function shapeNameEnd(text: string, at: number): number {
  const next = /(?:,(?=[ \t\n\u00a0]{0,3}chống))?[ \t\n\u00a0]{0,3}(\p{L}+)/uy;
  let end = -1;
  let position = at;
  for (let words = 0; words < 12; words += 1) {
    next.lastIndex = position;
    const match = next.exec(text);
    if (match === null) break;
    const one = match[1]!;
    if (words === 0 ? !/^\p{Lu}/u.test(one) : shapeStop.test(one)) break;
    // A second capital begins another name unless it is a country or an abbreviation: "Luật X Việt Nam".
    if (words > 1 && /^\p{Lu}\p{Ll}/u.test(one) && !/^(?:Việt|Nam|Nhà|Quốc|Trung)/u.test(one)) break;
    position = next.lastIndex;
    end = position;
  }
  return end;
}

function lawNameEnd(text: string, start: number): { end: number; entry: CatalogueEntry | null } | null {
  const listed = catalogueNameAt(text, start);
  if (listed !== null) return listed;
  lawHead.lastIndex = start;
  if (!lawHead.test(text) || !/^\p{Lu}/u.test(text[start]!)) return null;
  const head = text.slice(start, lawHead.lastIndex);
  if (head.toUpperCase() === head) return null; // a heading in capitals has no capitals to tell by
  const end = shapeNameEnd(text, lawHead.lastIndex);
  return end < 0 ? null : { end, entry: null };
}

function amendingLawAt(text: string, start: number): NamedDocument | null {
  amendingHead.lastIndex = start;
  if (!amendingHead.test(text)) return null;
  let name = lawNameEnd(text, amendingHead.lastIndex);
  if (name === null) {
    severalLaws.lastIndex = amendingHead.lastIndex;
    if (!severalLaws.test(text)) return null;
    name = { end: severalLaws.lastIndex, entry: null };
  }
  // "Luật sửa đổi Luật A, Luật B": without "một số điều" one law is amended, and the next is another item.
  const inPart = /điều|nội dung/iu.test(text.slice(start, amendingHead.lastIndex));
  for (let more = 0; inPart && more < 12; more += 1) {
    another.lastIndex = name.end;
    if (!another.test(text)) break;
    const next = lawNameEnd(text, another.lastIndex);
    // "và Luật Y ngày …" may be a law of its own; inside the name no date or year stands between.
    if (next === null) break;
    name = next;
  }
  yearAfter.lastIndex = name.end;
  const end = yearAfter.test(text) ? yearAfter.lastIndex : name.end;
  return {
    start,
    end,
    type: /^pháp/iu.test(text.slice(start, start + 4)) ? 'PL' : /^bộ/iu.test(text.slice(start, start + 2)) ? 'BL' : 'L',
    name: squeeze(text.slice(start, end)),
    number: null,
    known: true,
    rule: 'citation/amending-law',
  };
}

/** "luật luật sư": no subject doubles the word, so that small letters name the law. */
const lawTwice = /^luật[ \t\n]{1,3}luật(?![\p{L}])/iu;

/** Year in the catalogue that a printed one means: that of passing or, for a law in force from the next year on, the one after. */
const yearOfPassing = ({ years }: CatalogueEntry, year: number): number | null =>
  years.has(year) ? year : years.has(year - 1) ? year - 1 : null;

/** Reads the law, code or ordinance whose name begins at `start` with "Luật", "Bộ luật" or "Pháp lệnh". */
export function lawAt(text: string, start: number): NamedDocument | null {
  const before = text.slice(Math.max(0, start - 14), start);
  const after = text.slice(start, start + 24);
  if (notAfter.test(after) || notOrdinanceAfter.test(after) || notBefore.test(before)) return null;
  const amending = amendingLawAt(text, start);
  if (amending !== null) return amending;
  lawHead.lastIndex = start;
  if (!lawHead.test(text)) return null;
  // "luật đất đai" is the law as a subject; "luật Đất đai" is the law.
  const capital = /\p{Lu}/u;
  const asSubject = !capital.test(text[start]!) && !capital.test(text[lawHead.lastIndex] ?? '');
  const found = lawNameEnd(text, start);
  if (found === null) return null;
  revised.lastIndex = found.end;
  let end = revised.test(text) ? revised.lastIndex : found.end;
  let number: string | null = null;
  yearAfter.lastIndex = end;
  const year = yearAfter.exec(text)?.groups?.['year'];
  // "luật đất đai 2013": its year makes a law of the subject.
  const doubled = lawTwice.test(after);
  if (asSubject && !doubled && (year === undefined || found.entry?.years.has(Number(year)) !== true)) return null;
  const passed = year === undefined || found.entry === null ? null : yearOfPassing(found.entry, Number(year));
  if (year !== undefined && (found.entry === null || passed !== null)) {
    end = yearAfter.lastIndex;
    number = (passed === null ? null : found.entry?.years.get(passed)) || null;
  }
  const head = text.slice(start, lawHead.lastIndex).toLowerCase();
  return {
    start,
    end,
    type: found.entry?.type ?? (head.startsWith('bộ') ? 'BL' : head.startsWith('pháp') ? 'PL' : 'L'),
    name: squeeze(text.slice(start, end)),
    number,
    known: found.entry !== null,
    rule: 'citation/law-name',
  };
}

const constitution =
  /Hiến pháp(?:[ \t\n]{1,2}nước[ \t\n]{1,2}Cộng (?:hòa|hoà) (?:xã hội|Xã hội) (?:chủ nghĩa|Chủ nghĩa) Việt Nam)?(?:,?[ \t\n]{1,2}(?:năm[ \t\n]{1,2})?(?:1946|1959|1980|1992|2013)(?![0-9]))?(?![\p{L}])/uy;

/** Reads "Hiến pháp", with its year when given. */
export function constitutionAt(text: string, start: number): NamedDocument | null {
  constitution.lastIndex = start;
  const match = constitution.exec(text);
  if (
    match === null ||
    /^[ \t\n]{1,2}(?:này|sửa đổi)/u.test(text.slice(constitution.lastIndex, constitution.lastIndex + 10))
  )
    return null;
  return {
    start,
    end: constitution.lastIndex,
    type: 'HP',
    name: squeeze(match[0]),
    number: null,
    known: true,
    rule: 'citation/constitution',
  };
}

const g = '[ \\t\\n\\u00a0]{1,3}';
const ordinal =
  '(?:[IVXL]{1,6}|[0-9]{1,2}|(?:mười[ \\t\\n]{1,2})?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười))(?![\\p{L}0-9/])';
const term = `(?:,?${g}\\(?nhiệm kỳ${g}\\(?[0-9]{4}[ ]{0,2}[-–][ ]{0,2}[0-9]{4}\\)?)`;
const resolution = `(?:Nghị quyết|nghị quyết|NGHỊ QUYẾT)${g}(?:của${g})?`;
const congress = new RegExp(
  `${resolution}(?:Đại hội|đại hội|ĐẠI HỘI)(?<middle>[^.;:()“”"…]{0,110}?)(?:${g}(?:lần|LẦN)${g}(?:thứ|THỨ)${g}${ordinal}|${g}(?:khóa|khoá|Khóa|Khoá|KHÓA)${g}${ordinal}|${g}[IVXL]{1,6}(?![\\p{L}0-9])|(?=${term}))`,
  'uy',
);
const termAfter = new RegExp(term, 'uy');
const ofParty = new RegExp(`${g}(?:(?:của|CỦA)${g})?(?=ĐẢNG|Đảng|Công đoàn|Hội |Đoàn |Liên đoàn|Mặt trận)`, 'uy');
const partyAfter =
  /Đảng Cộng sản Việt Nam|ĐẢNG CỘNG SẢN VIỆT NAM|ĐẢNG(?![ \t\n]{1,3}BỘ|[ \t\n]{1,3}[UỦ][ỶỲÝ])(?![\p{L}])|Đảng(?![ \t\n]{1,3}bộ|[ \t\n]{1,3}[uủ][ỷỷyý])(?![\p{L}])/uy;
const notOneCongress = /các cấp|nghị quyết|kết luận|chương trình|năm[ \t\n]|,[ \t\n].*,/iu;

/** Reads a resolution of a Party, union or front congress: "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX". */
export function congressResolutionAt(text: string, start: number): NamedDocument | null {
  congress.lastIndex = start;
  const match = congress.exec(text);
  if (match === null || notOneCongress.test(match.groups!['middle']!)) return null;
  let end = congress.lastIndex;
  ofParty.lastIndex = end;
  if (ofParty.test(text)) {
    const at = ofParty.lastIndex;
    partyAfter.lastIndex = at;
    end = partyAfter.test(text) ? partyAfter.lastIndex : Math.max(end, issuerPhraseEnd(text, at, at + 90));
  }
  termAfter.lastIndex = end;
  if (termAfter.test(text)) {
    const closed = text.slice(end, termAfter.lastIndex);
    end = termAfter.lastIndex - (closed.endsWith(')') && !closed.includes('(') ? 1 : 0);
  }
  return named(text, start, end, 'citation/congress');
}

const course = `(?:,?${g}\\(?(?:khóa|khoá|Khóa)${g}[IVXL]{1,6}(?![\\p{L}0-9])\\)?)`;
const plenum = new RegExp(
  `${resolution}(?:(?:Hội nghị|HỘI NGHỊ)${g})?(?:(?:lần|LẦN)${g}(?:thứ|THỨ)${g}${ordinal},?${g}(?:của${g})?)?` +
    `(?:(?:Ban Chấp hành|Ban chấp hành|BCH|BAN CHẤP HÀNH)${g})?(?:Trung ương|TRUNG ƯƠNG|TW)(?:${g}(?:Đảng|ĐẢNG))?` +
    `(?:${g}(?:(?:lần|LẦN)${g}(?:thứ|THỨ)${g})?${ordinal})?(?<course>${course})?(?![\\p{L}])`,
  'uy',
);
const hasOrdinal = new RegExp(`(?:thứ|Trung ương|TRUNG ƯƠNG|Đảng|TW)${g}${ordinal}`, 'u');

/** Reads a resolution of the Central Committee: "Nghị quyết Trung ương 4 khóa XII". */
export function plenumResolutionAt(text: string, start: number): NamedDocument | null {
  plenum.lastIndex = start;
  const match = plenum.exec(text);
  if (match === null || !hasOrdinal.test(match[0])) return null;
  return named(text, start, plenum.lastIndex, 'citation/plenum');
}

const named = (text: string, start: number, end: number, rule: NamedDocument['rule']): NamedDocument => ({
  start,
  end,
  type: 'NQ',
  name: squeeze(text.slice(start, end)),
  number: null,
  known: true,
  rule,
});
