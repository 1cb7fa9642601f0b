import type { TextSpan } from '../../model/index.js';
import type { ReportLine } from '../layout/report-lines.js';

// "Số: 519/SNV-TCCC", "Số 128-BC/BCĐ", "Số: 83 - KH / TU", "Số: 12/2023/TT-BNV", "Số:      /BC-BDT" (left blank), "Số: 1041 TCT/NV6" (before letters had their slash).
const form =
  /^\s*(?:Bộ luật|Luật|Nghị quyết|Pháp lệnh|Lệnh)?\s*S[ốôoỐÔO](?:\s?hiệu)?\s{0,3}[:.]{0,2}\s{0,6}(?<number>\d{1,6}[a-zđ]?)?[\s.…_]{0,30}(?<rest>(?:\p{Lu}{2,8}(?=\s?\/\s?\p{Lu}))?(?:\s{0,3}[-–—/]\s{0,3}[\p{Lu}\d][\p{L}\p{N}&.]{0,24}){1,7})?/iu;

/** The report's own number as its letterhead prints it, spaces removed; `number` null where the line leaves it blank. */
export interface OwnNumber {
  readonly number: string | null;
  /** "/BC-BDT" of a draft whose number is blank; null when the line holds no symbol */
  readonly symbol: string | null;
  readonly span: TextSpan;
}

/** @param rest what a narrow column pushed to the next line: "BC-BCĐPCGD-" / "XMC" */
export function readOwnNumber(line: ReportLine, rest = ''): OwnNumber | null {
  const found = form.exec(line.text);
  if (found === null) return null;
  const { number, rest: printed } = found.groups as { number?: string; rest?: string };
  const dash = rest !== '' && /[-–—]\s*$/u.test(line.text) && !/[-–—/]\s*$/u.test(printed ?? '-') ? '-' : '';
  const symbol =
    printed === undefined
      ? null
      : `${printed}${dash}${rest}`.replace(/\s/gu, '').replace(/[–—]/gu, '-').replace(/\.+$/u, '');
  const from =
    number === undefined ? (printed === undefined ? 0 : found[0].indexOf(printed)) : found[0].indexOf(number);
  const lead = found[0].slice(from).length - found[0].slice(from).trimStart().length;
  const span = { start: line.span.start + from + lead, end: line.span.start + found[0].trimEnd().length };
  // A number without any symbol is one only when nothing else stands on the line.
  if (symbol === null && line.text.slice(found[0].length).trim() !== '') return null;
  return { number: number === undefined ? null : `${number}${symbol ?? ''}`, symbol, span };
}
