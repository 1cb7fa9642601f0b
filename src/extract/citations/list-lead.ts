import type { SourceDocument } from '../../model/index.js';
import type { Governor } from './governors.js';
import { governorsIn } from './governors-in.js';
import { issuerHeadsIn } from './issuer-heads.js';
import { issuerPhraseEnd } from './issuer-phrase.js';
import { isOwnOffice, type OwnOffice } from './own-office.js';
import { tokensOf } from './tokens.js';
import { typeWordAt } from './type-words.js';

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
  /** the list began behind its colon in the same line and no full stop has ended it: its lines may be cut anywhere */
  let running = false;
  return (block: number): Governor | null => {
    for (; next < block; next += 1) {
      const { span, kind } = document.blocks[next]!;
      if (kind === 'header' || kind === 'footer' || kind === 'footnote') continue;
      const text = document.text.slice(span.start, Math.min(span.end, span.start + longestIntroduction + 1));
      const last = document.text
        .slice(Math.max(span.start, span.end - 3), span.end)
        .trimEnd()
        .at(-1);
      const opening = last === ';' ? openingOf(text) : null;
      const introduced = introduction(opening ?? text, own, opening !== null);
      if (introduced !== null) {
        lead = introduced;
        running = opening !== null;
      } else if (lead !== null && text.trim() !== '') {
        const closed = last === undefined || '.:!?'.includes(last);
        if (running ? closed : !opens(next) && !isBulleted.test(text)) lead = null;
      }
    }
    return lead !== null && (running || opens(block)) ? lead : null;
  };
}

/** "… cam kết thực hiện: Nghị quyết A về …;": the line that opens a list holds its first items too. */
const beforeItems = /^[^:;]{8,300}:(?=[ \t\n]{1,2}\p{Lu}\p{Ll})/u;

/** The words up to the colon of such a line; null where no document follows it. */
function openingOf(text: string): string | null {
  const opening = beforeItems.exec(text)?.[0];
  return opening !== undefined && typeWordAt(text, opening.length + 1)?.capital === true ? opening : null;
}

/** @param items whether the list's first items stand behind the colon */
function introduction(text: string, own: OwnOffice, items: boolean): Governor | null {
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
      !items &&
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
