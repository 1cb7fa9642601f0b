import { beginsWithOffice } from './classify-line.js';
import type { ReportLine } from './report-lines.js';

/** Words with which the first sentence of a body begins. */
export const bases =
  /^(?:can cu|xet|theo|thuc hien|chap hanh|trien khai|tiep theo|phuc dap|tra loi|ngay \d|kinh thua|sau khi|tren co so|de |nham |trong )/u;
/** "(Kèm theo …)", "(Dự thảo …)" under a title: none of its words. */
export const attached =
  /^\(\s*(?:kem theo|ban hanh|trinh |du thao|so lieu|tinh den|tu ngay|phuc vu|tai lieu|bao cao tai|thuc hien theo)/u;
export const bulleted = /^[-–—+•]\s*\S/u;

/** A line that can only be running text: long and closed like a sentence. */
export const isSentence = (line: ReportLine): boolean =>
  (line.text.length > 220 && !line.upper) || (line.text.length > 90 && /[.;:]\S{0,3}$/u.test(line.text));

/** A basis names what it is, whatever sign ends its line: no title begins so. */
const basis =
  /^(?:-\s*)?can cu (?:vao )?(?:hien phap|luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|ke hoach|cong van)(?![\p{L}])/u;

export const isSentenceOfBody = (line: ReportLine): boolean =>
  (basis.test(line.folded) && /^(?:-\s*)?\p{Lu}\p{Ll}/u.test(line.text)) ||
  (bases.test(line.folded) &&
    /^\p{Lu}/u.test(line.text) &&
    !line.upper &&
    (line.text.length > 100 || /[;:.]$/u.test(line.text))) ||
  line.text.length > 400;

/** Whether a line of a title goes on in the next one, whatever that is. */
export const leavesOpen = (text: string): boolean =>
  /[,;\-–—“(]$/u.test(text) ||
  (/"$/u.test(text) && (text.match(/"/gu)?.length ?? 0) % 2 === 1) ||
  /(?:\s|^)(?:và|về|của|cho|năm|tỉnh|huyện|các|trên|theo|với|để)$/iu.test(text);

/** "Ban Dân tộc HĐND tỉnh báo cáo như sau:", under whatever title: the first sentence of the body. */
export const announces = (line: ReportLine): boolean =>
  /^\p{Lu}\p{Ll}/u.test(line.text) && /(?:nhu sau|bao cao|thong bao|ke hoach|y kien)\s?:$/u.test(line.folded);

const authority = /^(?:uy ban|ubnd|hdnd|hoi dong|chinh phu|quoc hoi|thuong truc|ban (?!hanh)|bo |so )/u;

/**
 * Whether a line in capitals names who decides, between a title in capitals and the first basis: "ỦY BAN NHÂN DÂN TỈNH …"
 * over "Căn cứ …".
 */
export function isAuthority(lines: readonly ReportLine[], at: number): boolean {
  const line = lines[at]!;
  if (!line.upper || !(authority.test(line.folded) || beginsWithOffice(line.folded))) return false;
  if (leavesOpen(lines[at - 1]?.text ?? '')) return false;
  let next = at + 1;
  while (next < lines.length && next <= at + 3 && lines[next]!.upper) next += 1;
  return /^(?:-\s*)?(?:can cu|xet|theo de nghi)(?![\p{L}])/u.test(lines[next]?.folded ?? '');
}
