import { isSpaceAt } from '../../text/letter-or-digit.js';
import { issuerHeadAt } from './issuer-heads.js';
import { issuerPhraseEnd } from './issuer-phrase.js';
import type { RawMention } from './raw-mention.js';
import { type PlacedTypeWord, typeWordBefore, typeWordEndingAt } from './type-words.js';

/** Where the parts before a number begin: "số", type word, or the item before in a list. */
export interface Lead {
  readonly start: number;
  readonly typeWord: PlacedTypeWord | null;
  readonly so: boolean;
  readonly inherited: boolean;
  /** before "số" stands what is numbered otherwise than documents are; "untyped": a type in the symbol would outweigh it */
  readonly barred: boolean | 'untyped';
}

const soBefore =
  /(?:^|[^\p{L}\p{N}])(?<so>(?:số|Số|SỐ|[sS][ôoổồỗộóòỏõọ6])(?:[ \t\n]{1,2}hiệu)?[ \t\n\u00a0]{0,3}:?)[ \t\n\u00a0]{0,4}$/u;

/** After these "số" numbers a form, an annex, an account, a house: no document. */
const notDocument =
  /(?:mẫu|biểu|biểu mẫu|phụ lục|phụ biểu|bảng|chỉ tiêu|nội dung|gói thầu|lô|tổ|đường|nhà|điểm|tài khoản|hóa đơn|hoá đơn|thẻ|điện thoại|fax|mã|qr|cccd|cmnd|biển|ký hiệu|seri|kiểm soát|thửa|tờ bản đồ|ngõ|hẻm|tiểu dự án|dự án|kỳ họp|chữ|chỉ|tổng|trong|đa|thiểu|một|ấn phẩm|tập|quyển|kỳ|ngày|tiêu chí|câu|nhóm|trạm|hồ)[ \t\n]{0,3}$/iu;

/** These too, but offices' names end in them: "Kế hoạch của Sở Nội vụ số 15/KH-SNV" has a type in its symbol. */
const notDocumentUnlessTyped = /(?:thuế|phòng|dân|vụ|khu vực|đội|xã)[ \t\n]{0,3}$/iu;

export const listJoin =
  /^[ \t\n\u00a0]{0,3}(?:[,;&]|(?:và|hoặc|cùng|cùng với)(?![\p{L}]))?[ \t\n\u00a0]{0,3}(?:(?:và|hoặc)[ \t\n]{1,2})?$/u;

/** A cheap look before the pattern: "số" and "số hiệu", with and without marks, end in one of a few letters. */
function maySayNumber(text: string, from: number, at: number): boolean {
  let end = at;
  while (end > from && (isSpaceAt(text, end - 1) || text[end - 1] === ':')) end -= 1;
  return end > from && lastOfSo.has(text.charCodeAt(end - 1));
}

const lastOfSo = new Set(Array.from('ốỐôouổồỗộóòỏõọ6', (letter) => letter.charCodeAt(0)));

const ofOffice = /[ \t\n]{1,3}của[ \t\n]{1,3}/gu;
const longestOffice = 90; // characters

/** "báo cáo của Sở Tài chính số 218/BC-STC": the kind in small letters, whose it is, and the number. */
function typeWordOfOffice(text: string, start: number): PlacedTypeWord | null {
  const from = Math.max(0, start - longestOffice);
  for (const { index, 0: of } of text.slice(from, start).matchAll(ofOffice)) {
    const head = from + index + of.length;
    if (!issuerHeadAt(text, head) || start - issuerPhraseEnd(text, head, start) > 3) continue;
    return typeWordEndingAt(text, from + index);
  }
  return null;
}

export function leadOf(text: string, at: number, before: RawMention | undefined): Lead {
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
  const barred = so !== null && notDocumentUnlessTyped.test(text.slice(Math.max(0, edge - 14), edge)) && 'untyped';
  if (before !== undefined && before.kind === 'numbered' && start - before.end < 12)
    if (listJoin.test(text.slice(before.end, start)) && (so !== null || text.slice(before.end, start).trim() !== ''))
      return { start, typeWord: before.typeWord, so: so !== null, inherited: before.typeWord !== null, barred: false };
  if (so !== null) {
    typeWord = typeWordBefore(text, start, 10) ?? typeWordOfOffice(text, start);
    if (typeWord !== null && typeWord.start >= (before?.end ?? 0))
      return { start: typeWord.start, typeWord, so: true, inherited: false, barred };
  }
  return { start, typeWord: null, so: so !== null, inherited: false, barred };
}
