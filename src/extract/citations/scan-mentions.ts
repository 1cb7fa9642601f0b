import { type DateMention, dateAt } from '../../text/dates.js';
import { isCapitalAt, isDigitAt, isLetterOrDigitAt, isSpaceAt } from '../../text/letter-or-digit.js';
import { nicknames } from '../../text/lexicon/generated/nicknames.js';
import { bareNumberAt, type DocumentNumber, documentNumberAt, standardAt, type Voucher } from './document-number.js';
import { issuerHeadAt, issuerPhraseEnd } from './issuer-phrase.js';
import {
  congressResolutionAt,
  constitutionAt,
  lawAt,
  type NamedDocument,
  plenumResolutionAt,
} from './named-documents.js';
import { isJointCode } from './symbols.js';
import { type PlacedTypeWord, typeWordAt, typeWordBefore, typeWordEndingAt } from './type-words.js';

/** A reference as it stands in one block, before the sentence around it is read. Offsets are into the scanned text. */
export interface RawMention {
  readonly kind: 'numbered' | 'named' | 'anaphora';
  /** type word, "số" or first digit, whichever comes first; provisions before it are not in */
  readonly start: number;
  /** end of number or name, without date and issuer */
  readonly coreEnd: number;
  /** end of number, date and issuer */
  readonly end: number;
  readonly number: DocumentNumber | null;
  /** symbol that a list shares: "-QĐ/TU" of "12, 13-QĐ/TU"; "" mostly */
  readonly sharedTail: string;
  readonly named: NamedDocument | null;
  readonly typeWord: PlacedTypeWord | null;
  /** type word taken over from the item before in a list */
  readonly inherited: boolean;
  readonly so: boolean;
  readonly date: DateMention | null;
  readonly issuer: { readonly start: number; readonly end: number } | null;
  readonly rule: string;
  /** the mention whose short name this is, defined in the report: "(sau đây gọi tắt là …)" */
  readonly standsFor?: RawMention;
}

const gap = '[ \\t\\n\\u00a0]{0,3}';
/** Slashes and dashes of every make: what joins the parts of a number. */
const signs = new Set(Array.from('/\u2044\u2215\uff0f-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d'));
const isSignAt = (text: string, at: number): boolean => signs.has(text.charAt(at));
const soBefore =
  /(?:^|[^\p{L}\p{N}])(?<so>(?:số|Số|SỐ|sô|so|Sô)(?:[ \t\n]{1,2}hiệu)?[ \t\n\u00a0]{0,3}:?)[ \t\n\u00a0]{0,4}$/u;
/** After these "số" numbers a form, an annex, an account, a house: no document. */
const notDocument =
  /(?:mẫu|biểu|biểu mẫu|phụ lục|phụ biểu|bảng|chỉ tiêu|nội dung|gói thầu|lô|tổ|đường|nhà|điểm|tài khoản|hóa đơn|hoá đơn|thẻ|điện thoại|fax|thuế|mã|qr|cccd|cmnd|biển|ký hiệu|seri|kiểm soát|thửa|tờ bản đồ|ngõ|hẻm|phòng|tiểu dự án|dự án|kỳ họp|chữ|dân|chỉ|tổng|trong|đa|thiểu|một|ấn phẩm|tập|quyển|kỳ|ngày|vụ|tiêu chí|câu|nhóm|khu vực|trạm|đội|xã|hồ)[ \t\n]{0,3}$/iu;
const listJoin =
  /^[ \t\n\u00a0]{0,3}(?:[,;&]|(?:và|hoặc|cùng|cùng với)(?![\p{L}]))?[ \t\n\u00a0]{0,3}(?:(?:và|hoặc)[ \t\n]{1,2})?$/u;
const nextInList = new RegExp(`${gap}(?:[,;]|và|hoặc|cùng)(?:${gap}và)?${gap}(?:số${gap}:?${gap})?(?=[0-9])`, 'uy');
const dateLead = new RegExp(
  `(?: \\p{Lu}[\\p{L}0-9]{1,7}(?=,? ngày))?${gap}[,.(]?${gap}(?:(?:được )?(?:ký|đề|ban hành|ra|lập)(?: ban hành)?${gap})?(?=(?:ngày|Ngày|NGÀY|tháng|Tháng)(?![\\p{L}])|ngày[0-9])`,
  'uy',
);
const bareDate = new RegExp(`${gap}[(,\\-–]${gap}(?=[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})`, 'uy');
const ofIssuer = new RegExp(`${gap},?${gap}(?:của|CỦA)[ \\t\\n\\u00a0]{1,3}`, 'uy');
const byIssuer = new RegExp(`${gap},?${gap}do[ \\t\\n\\u00a0]{1,3}`, 'uy');
const issued = /[ \t\n]{1,3}(?:đã[ \t\n]{1,3})?(?:ký[ \t\n]{1,3})?(?:ban hành|ký|phê duyệt|cấp|lập)(?![\p{L}])/uy;
/** What may follow a bare number; a noun would make it a count ("Thông báo 03 trường hợp"). */
const afterBare =
  /^(?:[ \t\n]{0,3}(?:$|[,;:.)”"\]…](?![0-9])|¹|²|³|[⁰-⁹⁽])|[ \t\n]{1,3}(?:ngày(?=[ \t\n]*[0-9])|của|về|và|do|được|đã|quy|ban|là|trên|tại|có|này|nói|kể|hoặc|cho|để|nhằm|với|đến|vào|trong|thì|phê|sửa|thay|mới|nêu|hết|còn|từ|khóa|khoá|không|chưa|gắn|cùng|theo|bởi|như|trình|vẫn|một cách|bước đầu|gặp|rất|cần|phải|giúp|góp phần|đạt|mang|luôn|cũng|mà|nên|giai đoạn|năm(?=[ \t\n]*[0-9])|vừa|sẽ|bị|đang|gồm|bao gồm|yêu cầu|khẳng định|xác định|chỉ rõ|nêu rõ|-|–)(?![\p{L}]))/u;
const anaphor =
  /[ \t\n\u00a0]{1,3}(?:này|nêu trên|nói trên|kể trên|trên đây|đó(?=[ \t\n]*[,;.:)])|trên(?=[ \t\n]*[,;.:)]|$))(?![\p{L}])/uy;
/** "Luật 2022", "Luật năm 2013": the law of that year, among those the report has named. */
const ofYear =
  /[ \t\n\u00a0]{1,3}(?:năm[ \t\n\u00a0]{1,3})?(?:19[4-9]|20[0-4])[0-9](?=[ \t\n]{0,3}(?:$|[,;:.)”"]|(?:đã|quy|được|là|có|thì|và|cũng|chưa|còn|không|cần|bộc|nêu|cho|về|ra|gồm|sửa|với|mới|do|để|nhằm|đang|sẽ)(?![\p{L}])))/uy;
const isYear = (digits: string): boolean => /^(?:19|20)[0-9]{2}$/.test(digits);
const longestIssuer = 180;

/** First letters of type words and of named documents, both cases where a small letter may open one. */
const openers = 'ABCDĐGHKLNPQSTUVQbBlLnNpPhHcC';
/** One byte a UTF-16 unit: what the scanner does at it. Made once. */
const anchors = new Uint8Array(0x1_0000);
const inWord = 1;
const digitAnchor = 2;
const wordAnchor = 3;
for (let code = 0; code < anchors.length; code += 1)
  if (isLetterOrDigitAt(String.fromCharCode(code), 0)) anchors[code] = inWord;
for (const digit of '0123456789') anchors[digit.charCodeAt(0)] = digitAnchor;
for (const letter of openers) anchors[letter.charCodeAt(0)] = wordAnchor;

/**
 * Finds every reference in one block in a single pass: digits and capitals are anchors, and a sticky parser reads on
 * from each. Mentions do not overlap and come in reading order. Linear: nothing looks further than a fixed window.
 *
 * @param text one block
 */
export function scanMentions(text: string): RawMention[] {
  const found: RawMention[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    const anchor = anchors[text.charCodeAt(at)]!;
    if (anchor === 0) {
      at += 1;
      continue;
    }
    // A word begins here, or goes on behind a reference that ended inside it.
    const mentions =
      anchor === digitAnchor ? numberedAt(text, at, found) : anchor === wordAnchor ? wordAt(text, at, found) : none;
    if (mentions.length > 0) {
      for (const mention of mentions) found.push(mention);
      at = mentions.at(-1)!.end;
      continue;
    }
    while (at < length && anchors[text.charCodeAt(at)] !== 0) at += 1;
  }
  return shareIssuers(text, found);
}
const none: readonly RawMention[] = [];

/** "Chỉ thị số 12-CT/TU … và Chỉ thị số 13-CT/TU … của Ban Thường vụ Tỉnh ủy": one type, one symbol, one issuer. */
function shareIssuers(text: string, found: readonly RawMention[]): RawMention[] {
  const shared = [...found];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const one = shared[index]!;
    const next = shared[index + 1]!;
    if (one.issuer !== null || next.issuer === null || one.number === null || next.number === null) continue;
    if (one.number.issuerSymbol !== next.number.issuerSymbol || one.number.typeCode !== next.number.typeCode) continue;
    if (next.start - one.end < 12 && listJoin.test(text.slice(one.end, next.start)))
      shared[index] = { ...one, issuer: next.issuer };
  }
  return shared;
}

/** Where the parts before a number begin: "số", type word, or the item before in a list. */
interface Lead {
  readonly start: number;
  readonly typeWord: PlacedTypeWord | null;
  readonly so: boolean;
  readonly inherited: boolean;
  readonly barred: boolean;
}

/** A cheap look before the pattern: "số" and "số hiệu", with and without marks, end in one of a few letters. */
function maySayNumber(text: string, from: number, at: number): boolean {
  let end = at;
  while (end > from && (isSpaceAt(text, end - 1) || text[end - 1] === ':')) end -= 1;
  return end > from && lastOfSo.has(text[end - 1]!);
}
const lastOfSo = new Set(['ố', 'Ố', 'ô', 'o', 'u']);

function leadOf(text: string, at: number, before: RawMention | undefined): Lead {
  const windowStart = Math.max(0, at - 16);
  const so = maySayNumber(text, windowStart, at) ? soBefore.exec(text.slice(windowStart, at)) : null;
  let start = at;
  let edge = at;
  if (so !== null) {
    start = windowStart + so.index + so[0].indexOf(so.groups!['so']!);
    edge = start;
  }
  while (edge > 0 && isSpaceAt(text, edge - 1) && start - edge < 4) edge -= 1;
  if (text[edge - 1] === ':' && so === null) edge -= 1; // "các Kế hoạch: 83-KH/TU"
  let typeWord = typeWordEndingAt(text, edge);
  if (typeWord === null && so !== null && text[edge - 1] === ':') typeWord = typeWordEndingAt(text, edge - 1);
  if (typeWord !== null && typeWord.start >= (before?.end ?? 0))
    return { start: typeWord.start, typeWord, so: so !== null, inherited: false, barred: false };
  if (so !== null && notDocument.test(text.slice(Math.max(0, edge - 14), edge)))
    return { start, typeWord: null, so: true, inherited: false, barred: true };
  if (before !== undefined && before.kind === 'numbered' && start - before.end < 12)
    if (listJoin.test(text.slice(before.end, start)) && (so !== null || text.slice(before.end, start).trim() !== ''))
      return { start, typeWord: before.typeWord, so: so !== null, inherited: before.typeWord !== null, barred: false };
  if (so !== null) {
    typeWord = typeWordBefore(text, start, 10);
    if (typeWord !== null && typeWord.start >= (before?.end ?? 0))
      return { start: typeWord.start, typeWord, so: true, inherited: false, barred: false };
  }
  return { start, typeWord: null, so: so !== null, inherited: false, barred: false };
}

/** Mentions that begin with the number at `at`: one, or a list with a shared symbol; none when it is no reference. */
function numberedAt(text: string, at: number, found: readonly RawMention[]): readonly RawMention[] {
  // A larger number, a decimal, a fraction or a path reaches in from the left.
  const left = text[at - 1];
  if (left === '/' || left === '.' || (left === ',' && isDigitAt(text, at - 2))) return none;
  if (isSignAt(text, at - 1) && isLetterOrDigitAt(text, at - 2)) return none;

  let end = at;
  while (end < at + 8 && isLetterOrDigitAt(text, end)) end += 1;
  let next = end;
  while (next < end + 3 && isSpaceAt(text, next)) next += 1;
  const signed = isSignAt(text, next);
  const joined = signed || end - at > 1 || isCapitalAt(text, next);
  const previous = left === ' ' || left === '\n' || left === ':' || left === '\t';
  if (!joined && !previous) return none;

  const lead = leadOf(text, at, found.at(-1));
  if (lead.barred) return none;
  const voucher: Voucher = lead.typeWord !== null ? 'type-word' : lead.so ? 'so' : 'none';
  if (voucher === 'none' && !signed) return none;
  const number = documentNumberAt(text, at, voucher);
  if (number !== null) {
    if (
      number.typeCode === null &&
      number.family === 'letter' &&
      voucher !== 'type-word' &&
      number.unit === null &&
      !lead.so
    )
      return none;
    return [finish(text, lead, number, '', `citation/${number.family}`)];
  }
  if (lead.typeWord === null) return none;
  const list = sharedList(text, at, lead);
  if (list.length > 0) return list;
  return bareAt(text, at, lead);
}

/**
 * The reference that would begin with the number at `at` if no rule refused it: to weigh what is refused, never to read.
 *
 * @returns null where not even a number stands
 */
export function candidateAt(text: string, at: number): RawMention | null {
  const lead = leadOf(text, at, undefined);
  const number = documentNumberAt(text, at, 'type-word') ?? bareNumberAt(text, at);
  return number === null ? null : finish(text, lead, number, '', `citation/${number.family}`);
}

/** "số 12, 13 và 14/QĐ-UBND": bare numbers take the symbol of the next complete one to their right. */
function sharedList(text: string, at: number, lead: Lead): RawMention[] {
  const items: DocumentNumber[] = [];
  let position = at;
  for (let count = 0; count < 24; count += 1) {
    const full = items.length > 0 ? documentNumberAt(text, position, 'type-word') : null;
    if (full !== null) {
      const last = finish(text, { ...lead, start: position, inherited: true }, full, '', `citation/${full.family}`);
      const tail = full.tail;
      return [
        ...items.map(
          (item, index): RawMention => ({
            kind: 'numbered',
            start: index === 0 ? lead.start : item.start,
            coreEnd: item.end,
            end: item.end,
            number: {
              ...item,
              restored: item.restored + full.restored.slice(full.digits.length + full.suffix.length),
              year: full.year,
              typeCode: full.typeCode,
              issuerSymbol: full.issuerSymbol,
              unit: full.unit,
            },
            sharedTail: tail,
            named: null,
            typeWord: lead.typeWord,
            inherited: index > 0,
            so: lead.so,
            date: last.date,
            issuer: last.issuer,
            rule: 'citation/list',
          }),
        ),
        last,
      ];
    }
    const item = bareNumberAt(text, position);
    if (item === null) return [];
    items.push(item);
    nextInList.lastIndex = item.end;
    if (!nextInList.test(text)) return [];
    position = nextInList.lastIndex;
  }
  return [];
}

/** "Nghị định 100/2019", "Thông tư số 22/2021": number and year alone, for kinds that are numbered so. */
const numberAndYear = /^[ ]?\/[ ]?((?:19[89]|20[0-4])[0-9])(?![ ]?[-–/.][ ]?[\p{L}0-9]|[\p{L}0-9])/u;
const yearly = new Set(['NĐ', 'TT', 'QĐ', 'NQ', 'L', 'PL', 'TTLT', 'CT']);

const knownNicknames: ReadonlySet<string> = new Set(
  nicknames.filter(({ sure }) => sure === 'yes').map(({ word, digits }) => `${word}|${digits}`),
);
const isNickname = (code: string | null, digits: string): boolean =>
  knownNicknames.has(`${code}|${digits.replace(/^0+/, '')}`);

/** "Dự án 3 Chương trình 1719": a part of the programme; the document that approved it is not meant. */
const componentBefore =
  /dự án[ \t\n\u00a0]{1,3}[0-9]{1,2}[ \t\n\u00a0]{0,3},?(?:[ \t\n\u00a0]{1,3}(?:của|thuộc))?[ \t\n\u00a0]{1,3}$/iu;

/** "Kế hoạch số 1045 ngày 10/10/2023", "Đề án 939": only after a type word, and not before a counted noun. */
function bareAt(text: string, at: number, lead: Lead): RawMention[] {
  const { typeWord } = lead;
  if (typeWord === null) return [];
  const number = bareNumberAt(text, at);
  const nickname = number !== null && typeWord.capital && isNickname(typeWord.word.code, number.digits);
  if (!typeWord.word.bare && !nickname) return [];
  if (nickname && componentBefore.test(text.slice(Math.max(0, lead.start - 24), lead.start))) return [];
  if (number === null || isLetterOrDigitAt(text, number.end)) return [];
  const rest = text.slice(number.end, number.end + 20);
  const yearOnly = numberAndYear.exec(rest);
  if (yearOnly !== null && typeWord.capital && yearly.has(typeWord.word.code ?? '')) {
    const end = number.end + yearOnly[0].length;
    const printed = text.slice(at, end).replace(/[ \t\n]+/g, '');
    return [
      finish(
        text,
        lead,
        { ...number, end, printed, restored: printed, year: Number(yearOnly[1]) },
        '',
        'citation/bare',
      ),
    ];
  }
  if (/^[ \t]{0,2}[/%]|^[.,\-–][0-9]|^[ \t\n]{0,3}[-–/][ \t\n]{0,3}[0-9]/u.test(rest)) return [];
  dateLead.lastIndex = number.end;
  const dated = dateLead.test(text);
  if (!lead.so) {
    if (!typeWord.capital || number.digits.length < 2) return [];
    if (isYear(number.digits) && typeWord.word.code !== 'ĐA') return [];
    // "Nghị quyết 30a": letters count nothing.
    if (number.suffix === '' && !nickname && !afterBare.test(rest)) return [];
  } else if (!typeWord.capital && !dated) return [];
  else if (!afterBare.test(rest) && !dated && number.digits.length < 3) return [];
  return [finish(text, lead, number, '', 'citation/bare')];
}

/** Reads date and issuer behind the core, in either order. */
function tailOf(
  text: string,
  coreEnd: number,
  numbered: boolean,
): { end: number; date: DateMention | null; issuer: { start: number; end: number } | null } {
  let end = coreEnd;
  let date: DateMention | null = null;
  let issuer: { start: number; end: number } | null = null;
  for (let round = 0; round < 3; round += 1) {
    if (date === null) {
      dateLead.lastIndex = end;
      bareDate.lastIndex = end;
      const from = dateLead.test(text) ? dateLead.lastIndex : bareDate.test(text) ? bareDate.lastIndex : -1;
      if (from >= 0) {
        date = dateAt(text, from);
        if (date !== null) {
          end = date.end;
          continue;
        }
      }
    }
    if (issuer === null && date !== null && end === date.end) {
      const named = unmarkedIssuer(text, end);
      if (named !== null) {
        issuer = named;
        end = named.end;
        continue;
      }
    }
    if (issuer === null) {
      ofIssuer.lastIndex = end;
      byIssuer.lastIndex = end;
      const of = ofIssuer.test(text);
      const by = !of && byIssuer.test(text);
      if (of || by) {
        const start = of ? ofIssuer.lastIndex : byIssuer.lastIndex;
        const to = issuerPhraseEnd(text, start, Math.min(text.length, start + longestIssuer));
        issued.lastIndex = to;
        // "của Việt Nam" after a law names no office.
        if (
          to > start &&
          (of ? issuerHeadAt(text, start) || /^\p{Lu}{2}/u.test(text.slice(start)) || numbered : issued.test(text))
        ) {
          issuer = { start, end: to };
          end = of ? to : issued.lastIndex;
          continue;
        }
      }
    }
    break;
  }
  return { end, date, issuer };
}

const thenTitle = /[ \t\n\u00a0]{1,3}(?:về|V\/v|v\/v|quy định|sửa đổi)(?![\p{L}])/uy;

/** "ngày 04/11/2013 Ban Chấp hành Trung ương về …": the office right after the date, "của" forgotten; only before a title. */
function unmarkedIssuer(text: string, dateEnd: number): { start: number; end: number } | null {
  const start = dateEnd + 1;
  if (!isSpaceAt(text, dateEnd) || !issuerHeadAt(text, start)) return null;
  const end = issuerPhraseEnd(text, start, Math.min(text.length, start + longestIssuer));
  thenTitle.lastIndex = end;
  return end > start && thenTitle.test(text) ? { start, end } : null;
}

const nextOffice = new RegExp(`${gap}(?:,|và|VÀ)${gap}`, 'uy');

/** "của Bộ A, Bộ B và Bộ C": a joint document names all who signed it. */
function withJointIssuers(text: string, tail: ReturnType<typeof tailOf>): ReturnType<typeof tailOf> {
  if (tail.issuer === null || tail.end !== tail.issuer.end) return tail;
  let { end } = tail;
  for (let more = 0; more < 8; more += 1) {
    nextOffice.lastIndex = end;
    if (!nextOffice.test(text) || !issuerHeadAt(text, nextOffice.lastIndex)) break;
    const to = issuerPhraseEnd(text, nextOffice.lastIndex, Math.min(text.length, end + longestIssuer));
    if (to <= nextOffice.lastIndex) break;
    end = to;
  }
  return { ...tail, end, issuer: { start: tail.issuer.start, end } };
}

function finish(text: string, lead: Lead, number: DocumentNumber, sharedTail: string, rule: string): RawMention {
  const single = tailOf(text, number.end, true);
  const joint = number.family === 'joint' || isJointCode(number.typeCode ?? lead.typeWord?.word.code ?? '');
  const tail = joint ? withJointIssuers(text, single) : single;
  return {
    kind: 'numbered',
    start: lead.start,
    coreEnd: number.end,
    number,
    sharedTail,
    named: null,
    typeWord: lead.typeWord,
    inherited: lead.inherited,
    so: lead.so,
    rule: number.family === 'bare' ? 'citation/bare' : rule,
    ...tail,
  };
}

const lawMaker = /^(?:Quốc hội|Ủy ban [Tt]hường vụ|Uỷ ban [Tt]hường vụ|Hội đồng Nhà nước|Chủ tịch nước|nước)/u;
const numberAfterName = new RegExp(`${gap},?${gap}(?:số${gap}:?${gap})?(?=[0-9]{1,3}/(?:19|20)[0-9]{2}/)`, 'uy');

function finishNamed(text: string, named: NamedDocument): RawMention {
  // "Luật Đất đai số 31/2024/QH15" is one reference, by number.
  numberAfterName.lastIndex = named.end;
  if (numberAfterName.test(text)) {
    const number = documentNumberAt(text, numberAfterName.lastIndex, 'type-word');
    if (number !== null) {
      const typeWord = typeWordAt(text, named.start);
      const lead = { start: named.start, typeWord, so: true, inherited: false, barred: false };
      return { ...finish(text, lead, number, '', `citation/${number.family}`), named };
    }
  }
  const own = tailOf(text, named.end, false);
  // "Luật … của HĐND các cấp": a law's maker is the National Assembly, or it is none.
  const tail =
    own.issuer === null || named.type === 'NQ' || lawMaker.test(text.slice(own.issuer.start, own.issuer.end))
      ? own
      : { ...own, issuer: null, end: Math.max(named.end, own.date?.end ?? 0) };
  return {
    kind: 'named',
    start: named.start,
    coreEnd: named.end,
    number: null,
    sharedTail: '',
    named,
    typeWord: null,
    inherited: false,
    so: false,
    rule: named.rule,
    ...tail,
  };
}

/** Mentions that begin with the word at `at`. */
function wordAt(text: string, at: number, found: readonly RawMention[]): readonly RawMention[] {
  const mention = namedAt(text, at) ?? standardMentionAt(text, at) ?? anaphorAt(text, at);
  if (mention !== null) return [mention];
  // OCR: "l79/KH-UBND".
  return text[at] === 'l' && isDigitAt(text, at + 1) ? numberedAt(text, at, found) : none;
}

/** A law, an ordinance, the Constitution or a resolution by name. A few letters settle nearly every word. */
function namedAt(text: string, at: number): RawMention | null {
  let named: NamedDocument | null = null;
  switch (text[at]) {
    case 'L':
    case 'l':
      if (isEither(text, at + 2, 'ậ', 'Ậ')) named = lawAt(text, at);
      break;
    case 'B':
    case 'b': // Bộ luật
      if (isEither(text, at + 1, 'ộ', 'Ộ') && isEither(text, at + 3, 'l', 'L')) named = lawAt(text, at);
      break;
    case 'P':
    case 'p':
      if (isEither(text, at + 2, 'á', 'Á') && /^pháp lệnh/iu.test(text.slice(at, at + 9))) named = lawAt(text, at);
      break;
    case 'H':
      if (text[at + 1] === 'i' && text[at + 2] === 'ế') named = constitutionAt(text, at);
      break;
    case 'N':
    case 'n':
      if (isEither(text, at + 3, 'ị', 'Ị') && /^nghị[ \t\n]{1,3}quyết/iu.test(text.slice(at, at + 12)))
        named = congressResolutionAt(text, at) ?? plenumResolutionAt(text, at);
      break;
  }
  return named === null ? null : finishNamed(text, named);
}

const isEither = (text: string, at: number, small: string, capital: string): boolean =>
  text[at] === small || text[at] === capital;

/** "TCVN 6909:2001", "QCVN 01-1:2018/BYT". */
function standardMentionAt(text: string, at: number): RawMention | null {
  if (text[at + 1] !== 'C' || (text[at] !== 'T' && text[at] !== 'Q')) return null;
  const standard = standardAt(text, at);
  if (standard === null) return null;
  const lead = { start: at, typeWord: null, so: false, inherited: false, barred: false };
  return finish(text, lead, standard, '', 'citation/standard');
}

/** "Quyết định này", "Kế hoạch nói trên": the type word has its capital. */
function anaphorAt(text: string, at: number): RawMention | null {
  if (!isCapitalAt(text, at)) return null;
  const typeWord = typeWordAt(text, at);
  if (typeWord === null) return null;
  anaphor.lastIndex = typeWord.end;
  ofYear.lastIndex = typeWord.end;
  const byYear = typeWord.word.code === 'L' && ofYear.test(text);
  if (!byYear && !anaphor.test(text)) return null;
  const end = byYear ? ofYear.lastIndex : anaphor.lastIndex;
  return {
    kind: 'anaphora',
    start: at,
    coreEnd: end,
    end,
    number: null,
    sharedTail: '',
    named: null,
    typeWord,
    inherited: false,
    so: false,
    date: null,
    issuer: null,
    rule: byYear ? 'citation/law-of-year' : 'citation/anaphora',
  };
}
