import type { SourceDocument } from '../../model/index.js';
import type { Governor } from './governors.js';
import { governorsIn } from './governors-in.js';
import { issuerHeadsIn, issuerPhraseEnd } from './issuer-phrase.js';
import { isOwnOffice, type OwnOffice } from './own-office.js';
import { tokensOf } from './tokens.js';

/** "I. CĂN CỨ PHÁP LÝ", "Các căn cứ:", "Cơ sở pháp lý": a heading of a list of documents. */
const basisHeading =
  /^[ \t]*(?:(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[IVXL]{1,5}|[a-zđ])[.)\-–:/][ \t]*)?[-–+*•]?[ \t]*(?:các |những )?(?:căn cứ|cơ sở|văn bản căn cứ)(?:[ \t]+(?:pháp lý|pháp luật|chính trị|ban hành|xây dựng|lập|để|thực hiện|và|thực tiễn|kế hoạch|đề án|báo cáo|chương trình|phương án|lý luận|triển khai|của|việc|các|văn bản)){0,9}[ \t]*:?[ \t]*$/iu;
/** "III. CƠ SỞ PHÁP LÝ XÂY DỰNG ĐỀ ÁN VÀ CÁC VĂN BẢN VỀ …": what the basis is of may be said at any length. */
const legalHeading =
  /^[ \t]*(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[IVXL]{1,5}|[a-zđ])[.)\-–:/][ \t]*(?:các |những )?(?:căn cứ|cơ sở) (?:pháp lý|chính trị, pháp lý|pháp luật)(?![\p{L}])[^.;:]{0,110}:?[ \t]*$/iu;
const basis: Governor = { detail: 'based_on', role: 'based-on', kind: 'based-on', direct: false };
/** What a list item may begin with before its reference. */
const marker =
  /^[ \t\n\u00a0]*(?:(?:[-–—+*•▪●○§ü]|[0-9]{1,2}[.)]|\(?[0-9]{1,2}\)|[a-zđ][.)])[ \t\u00a0]*){0,2}(?:các[ \t]+)?$/u;
const isBulleted = /^[ \t\u00a0]*(?:[-–—+*•▪●○§]|\(?[0-9]{1,2}[.)]|[a-zđ][.)])[ \t\u00a0]*\p{L}/u;
const longestIntroduction = 400;
const farthest = 30; // tokens between the phrase and the colon: "Thực hiện các văn bản chỉ đạo của cấp trên, cụ thể như sau:"

/** Whether the reference at `start` opens its block: nothing but a bullet or a number before it. */
export const opensBlock = (text: string, blockStart: number, start: number): boolean =>
  start - blockStart < 16 && marker.test(text.slice(blockStart, start));

/**
 * Follows the blocks of a document and tells what the line above a list says of the list's items ("Căn cứ:", "Thực hiện
 * các văn bản sau:"). Blocks are asked for in reading order; each is looked at once.
 */
export function listLeads(document: SourceDocument, own: OwnOffice, opens: (block: number) => boolean) {
  let next = 0;
  let lead: Governor | null = null;
  return (block: number): Governor | null => {
    for (; next < block; next += 1) {
      const { span, kind } = document.blocks[next]!;
      if (kind === 'header' || kind === 'footer' || kind === 'footnote') continue;
      const text = document.text.slice(span.start, Math.min(span.end, span.start + longestIntroduction + 1));
      const introduced = introduction(text, own);
      if (introduced !== null) lead = introduced;
      else if (lead !== null && !opens(next) && !isBulleted.test(text) && text.trim() !== '') lead = null;
    }
    return lead;
  };
}

function introduction(text: string, own: OwnOffice): Governor | null {
  const line = text.trimEnd();
  if (line.length < 160 && (basisHeading.test(line) || legalHeading.test(line))) return basis;
  if (!line.endsWith(':') || line.length > longestIntroduction) return null;
  const tokens = tokensOf(line, 0, line.length);
  for (const hit of governorsIn(tokens).reverse()) {
    if (tokens.length - hit.to > farthest) return null;
    if (hit.detail === 'transparent' || hit.detail === 'refers_to' || hit.detail === 'launches') continue;
    // A sentence of its own after the phrase, or a list inside the line: the colon opens something else.
    if (tokens.slice(hit.to).some(({ text: word }) => word === '.' || word === ';')) return null;
    if (hit.role === 'mentions') return null;
    if (
      !/văn bản|nghị quyết|quyết định|kế hoạch|chỉ thị|công văn|căn cứ|sau đây/iu.test(
        line.slice(tokens[hit.from]!.start),
      )
    )
      return null;
    if (hit.role !== 'issued') return hit;
    const verb = tokens[hit.from]!.start;
    const head = issuerHeadsIn(line, 0, verb).at(-1);
    if (head === undefined) return hit;
    return isOwnOffice(own, line.slice(head, issuerPhraseEnd(line, head, verb))) ? hit : null;
  }
  return null;
}
