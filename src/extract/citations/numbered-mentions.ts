import { looksLikeYear } from '../../text/dates.js';
import { isCapitalAt, isDigitAt, isLetterOrDigitAt, isSpaceAt } from '../../text/letter-or-digit.js';
import { nicknames } from '../../text/lexicon/generated/nicknames.js';
import { companyNumberAt } from './company-number.js';
import { damagedNumberAt } from './damaged-number.js';
import { damagedTypeWordBefore } from './damaged-type-words.js';
import { dateLead, tailOf, withIssuerBefore, withJointIssuers } from './date-and-issuer.js';
import type { DocumentNumber, Voucher } from './document-number.js';
import { issuerHeadAt } from './issuer-heads.js';
import { type Lead, leadOf } from './number-lead.js';
import type { RawMention } from './raw-mention.js';
import { bareNumberAt, documentNumberAt } from './read-number.js';
import { isIssuer, isJointCode, typeCodeOf } from './symbols.js';

/** Mentions that begin with the number at `at`: one, or a list with a shared symbol; none when it is no reference. */
export function numberedAt(text: string, at: number, found: readonly RawMention[]): readonly RawMention[] {
  // A larger number, a decimal, a fraction or a path reaches in from the left.
  const left = text[at - 1];
  if (left === '/' || left === '.' || (left === ',' && isDigitAt(text, at - 2))) return none;
  if (left !== ' ' && isSignAt(text, at - 1) && isLetterOrDigitAt(text, at - 2)) return none;

  let end = at;
  while (end < at + 8 && isLetterOrDigitAt(text, end)) end += 1;
  let next = end;
  while (next < end + 3 && isSpaceAt(text, next)) next += 1;
  const signed = isSignAt(text, next);
  const joined = signed || end - at > 1 || isCapitalAt(text, next);
  const previous = left === ' ' || left === '\n' || left === ':' || left === '\t';
  if (!joined && !previous) return none;

  const plain = leadOf(text, at, found.at(-1));
  if (plain.barred === true) return none;
  const lead = plain.typeWord === null && (signed || plain.so) ? damagedLead(text, at, plain, found.at(-1)) : plain;
  const voucher: Voucher = lead.typeWord !== null ? 'type-word' : lead.so ? 'so' : 'none';
  if (voucher === 'none' && !signed) return none;
  const number = numberAt(text, at, voucher, lead.typeWord?.word.code ?? null);
  if (lead.barred === 'untyped' && (number === null || number.typeCode === null)) return none;
  if (number !== null) {
    if (
      number.typeCode === null &&
      number.family === 'letter' &&
      voucher !== 'type-word' &&
      number.unit === null &&
      !lead.so
    )
      return none;
    return [numberedMention(text, lead, number, '', `citation/${number.family}`)];
  }
  // "Tổ công tác số 13" behind a reference is no second one.
  if (lead.typeWord === null || (lead.inherited && text.slice(found.at(-1)!.end, lead.start).trim() === ''))
    return none;
  const list = sharedList(text, at, lead);
  if (list.length > 0) return list;
  const { code } = lead.typeWord.word;
  const company = code === null || code === 'CV' ? companyNumberAt(text, at) : null;
  if (company !== null) return [numberedMention(text, lead, company, '', 'citation/company')];
  return bareAt(text, at, lead);
}

/** A date or a fraction: "15/8", "3 - 4". */
const otherFigures = /[0-9]{1,3}[ \t\n\u00a0]{0,3}[/.\-–][ \t\n\u00a0]{0,3}[0-9]{1,2}(?![0-9])/uy;

/** The words before a number where damage hides the kind of document: "Quyêt đinh sô 12/QĐ-UBND". */
function damagedLead(text: string, at: number, lead: Lead, before: RawMention | undefined): Lead {
  otherFigures.lastIndex = at;
  if (!lead.so && otherFigures.test(text)) return lead;
  const word = damagedTypeWordBefore(text, at);
  if (word === null || word.start < (before?.end ?? 0)) return lead;
  return { start: word.start, typeWord: word, so: word.so || lead.so, inherited: false, barred: false };
}

/** Whether the tables know all that a number's symbol should say. */
const isWhole = ({ family, typeCode, issuerSymbol, unit, year }: DocumentNumber): boolean =>
  family === 'court' ||
  family === 'joint' ||
  (issuerSymbol !== null &&
    isIssuer(issuerSymbol) &&
    (typeCode !== null || unit !== null || (year !== null && typeCodeOf(issuerSymbol) === null)));

/** The number as it should stand, or as damage left it where that reaches further. */
function numberAt(text: string, at: number, voucher: Voucher, expected: string | null): DocumentNumber | null {
  const number = documentNumberAt(text, at, voucher);
  if (voucher === 'none' || (number !== null && isWhole(number))) return number;
  const damaged = damagedNumberAt(text, at, expected);
  return damaged !== null && (number === null || damaged.end > number.end) ? damaged : number;
}

/** Slashes and dashes of every make: what joins the parts of a number. */
const signs = new Set(
  Array.from('/\u2044\u2215\uff0f-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d', (sign) =>
    sign.charCodeAt(0),
  ),
);
const isSignAt = (text: string, at: number): boolean => signs.has(text.charCodeAt(at));

/**
 * The reference that would begin with the number at `at` if no rule refused it: to weigh what is refused, never to read.
 *
 * @returns null where not even a number stands
 */
export function candidateAt(text: string, at: number): RawMention | null {
  const lead = leadOf(text, at, undefined);
  const number = documentNumberAt(text, at, 'type-word') ?? bareNumberAt(text, at);
  return number === null ? null : numberedMention(text, lead, number, '', `citation/${number.family}`);
}

const gap = '[ \\t\\n\\u00a0]{0,3}';

const nextInList = new RegExp(`${gap}(?:[,;]|và|hoặc|cùng)(?:${gap}và)?${gap}(?:số${gap}:?${gap})?(?=[0-9])`, 'uy');

/** "số 12, 13 và 14/QĐ-UBND": bare numbers take the symbol of the next complete one to their right. */
function sharedList(text: string, at: number, lead: Lead): RawMention[] {
  const items: DocumentNumber[] = [];
  const code = lead.typeWord?.word.code ?? null;
  let position = at;
  for (let count = 0; count < 24; count += 1) {
    const full = items.length > 0 ? numberAt(text, position, 'type-word', code) : null;
    if (full !== null) {
      const last = numberedMention(
        text,
        { ...lead, start: position, inherited: true },
        full,
        '',
        `citation/${full.family}`,
      );
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

/** What may follow a bare number; a noun would make it a count ("Thông báo 03 trường hợp"). */
const afterBare =
  /^(?:[ \t\n]{0,3}(?:$|[,;:.)”"\]…](?![0-9])|¹|²|³|[⁰-⁹⁽])|[ \t\n]{1,3}(?:ngày(?=[ \t\n]*[0-9])|của|về|và|do|được|đã|quy|ban|là|trên|tại|có|này|nói|kể|hoặc|cho|để|nhằm|với|đến|vào|trong|thì|phê|sửa|thay|mới|nêu|hết|còn|từ|khóa|khoá|không|chưa|gắn|cùng|theo|bởi|như|trình|vẫn|một cách|bước đầu|gặp|rất|cần|phải|giúp|góp phần|triển khai|thực hiện|hướng dẫn|chỉ đạo|phát động|đạt|mang|luôn|cũng|mà|nên|giai đoạn|năm(?=[ \t\n]*[0-9])|vừa|sẽ|bị|đang|gồm|bao gồm|yêu cầu|khẳng định|xác định|chỉ rõ|nêu rõ|-|–)(?![\p{L}]))/u;

const toOffice = /(?:[ \t\n]{0,2}(?:,|và)[ \t\n]{1,2}[0-9]{2,4}){0,4}[ \t\n]{1,2}của[ \t\n]{1,2}/uy;

/** Whether an office's name follows with "của", over further numbers of a list. */
function belongsToOffice(text: string, end: number): boolean {
  toOffice.lastIndex = end;
  return toOffice.test(text) && issuerHeadAt(text, toOffice.lastIndex);
}

/** "Kế hoạch số 1045 ngày 10/10/2023", "Đề án 939": only after a type word, and not before a counted noun. */
function bareAt(text: string, at: number, lead: Lead): RawMention[] {
  const { typeWord } = lead;
  if (typeWord === null || (typeWord.damaged && !lead.so)) return [];
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
      numberedMention(
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
  if (typeWord.damaged && !dated) return [];
  const byOffice = (lead.so || lead.inherited) && number.digits.length > 1 && belongsToOffice(text, number.end);
  if (byOffice) {
    // "quyết định số 217 và 218 của Bộ Chính trị": whose they are says that documents are meant.
  } else if (!lead.so) {
    if (!typeWord.capital || number.digits.length < 2) return [];
    if (looksLikeYear(number.digits) && typeWord.word.code !== 'ĐA') return [];
    // "Nghị quyết 30a": letters count nothing.
    if (number.suffix === '' && !nickname && !afterBare.test(rest)) return [];
  } else if (!typeWord.capital && !dated) return [];
  else if (!afterBare.test(rest) && !dated && number.digits.length < 3) return [];
  return [numberedMention(text, lead, number, '', 'citation/bare')];
}

export function numberedMention(
  text: string,
  lead: Lead,
  number: DocumentNumber,
  sharedTail: string,
  rule: string,
): RawMention {
  const single = tailOf(text, number.end, true);
  const joint = number.family === 'joint' || isJointCode(number.typeCode ?? lead.typeWord?.word.code ?? '');
  const tail = joint ? withJointIssuers(text, single) : withIssuerBefore(text, lead, number.start, single);
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

export const none: readonly RawMention[] = [];
