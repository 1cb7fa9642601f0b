import type { SourceDocument, TextSpan } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import { awardEvents } from './award-events.js';
import { isHeading } from './status-context.js';

const awardsHeading =
  /(?<![a-z])(?:khen thuong|danh hieu thi dua|hinh thuc khen|bang khen|giay khen|duoc khen)(?![a-z])/;
const nothing = /^(?:khong co|khong|chua co|khong phat sinh|khong co truong hop nao)\s*(?:[.;]|\.\/\.)?\s*$/;
const mark = /^\s*(?:(?:[-–—+*•]|[IVXL]{1,5}[./-]|\d{1,2}(?:\.\d{1,2}){0,3}[./)]?|[a-zđ][.)/])\s+){0,2}/iu;
/** «20 đồng chí đạt …; 5 đồng chí …. Danh hiệu …: không có»: only the last of what is said is denied. */
const severalClauses = /[;:]|\.\s/;
const longestHeading = 400;

/** Whether a label is one award and who gives it, and says nothing else. */
function isAward(label: string): boolean {
  const { events, reading } = awardEvents(label);
  const [award, other] = events;
  return award?.kind === 'award' && other === undefined && award.last - award.first === reading.words.length;
}

/**
 * «5. Công tác khen thưởng …: Không có.», on one line or as a heading with its answer below: nobody got anything.
 *
 * @returns the words from the heading to the answer, without list number and full stop; null when the block says no such thing
 */
export function noAwards(document: SourceDocument, blockIndex: number): TextSpan | null {
  const block = document.blocks[blockIndex]!;
  const text = document.text.slice(block.span.start, block.span.end);
  if (text.length > longestHeading) return null;
  const folded = fold(text);
  const colon = folded.lastIndexOf(':');
  const answer = folded.slice(colon + 1).trim();
  if (!nothing.test(answer)) return null;
  const end = block.span.start + text.trimEnd().replace(/[.;/\s]+$/u, '').length;
  if (colon >= 0) {
    const begins = mark.exec(text)?.[0].length ?? 0;
    const heading = folded.slice(begins, colon);
    if (!awardsHeading.test(heading) || severalClauses.test(heading)) return null;
    // «Bằng khen của UBND tỉnh: không»: nobody got this one.
    if (isAward(text.slice(begins, colon))) return null;
    return { start: block.span.start + begins, end };
  }
  let above = blockIndex - 1;
  while (above >= 0 && document.blocks[above]!.span.end === document.blocks[above]!.span.start) above -= 1;
  const heading = document.blocks[above];
  if (heading === undefined || blockIndex - above > 3 || heading.kind === 'table-cell') return null;
  const headingText = document.text.slice(heading.span.start, heading.span.end);
  if (!isHeading(document, heading) && !headingText.trim().endsWith(':')) return null;
  if (!awardsHeading.test(fold(headingText))) return null;
  return { start: heading.span.start + (mark.exec(headingText)?.[0].length ?? 0), end };
}
