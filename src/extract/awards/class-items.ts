import type { SourceDocument } from '../../model/index.js';
import { awardEvents } from './award-events.js';
import { mayNameAward } from './candidates.js';

const classItem = /^(?<mark>\s*(?:[-–—+*•]|[a-d\d]{1,2}[.)])?\s*)hang (?:nhat|nhi|hai|ba|i{1,3}|[123])(?![a-z])/;
const longestHead = 120;
const mostClasses = 6;

/** «- Hạng Nhì: …»: whether an item is of a class, and its order stands above. */
export const beginsWithClass = (folded: string): boolean => classItem.test(folded);

/** How long the mark before the class is. */
export const markOfClass = (folded: string): number => classItem.exec(folded)?.groups?.['mark']?.length ?? 0;

/**
 * The order whose classes are listed an item each: «1. Huân chương Lao động:», and below it «- Hạng Nhì: Chi cục Thuế».
 *
 * @param folded the document's text, from `fold()`
 * @returns its name; null where the line above the items is no order alone
 */
export function orderAbove(document: SourceDocument, folded: string, blockIndex: number): string | null {
  for (let at = blockIndex - 1, seen = 0; at >= 0 && seen <= mostClasses; at -= 1) {
    const { span, kind } = document.blocks[at]!;
    const said = folded.slice(span.start, span.end);
    if (said.trim() === '') continue;
    seen += 1;
    if (beginsWithClass(said)) continue;
    if (kind === 'table-cell' || said.length > longestHead || !mayNameAward(said)) return null;
    const { events } = awardEvents(document.text.slice(span.start, span.end));
    const award = events.findLast((event) => event.kind === 'award');
    if (award?.kind !== 'award' || award.count !== null || events.some(({ kind: one }) => one === 'recipient'))
      return null;
    return /^Hu[ây]n? chương/u.test(award.name) && !/ hạng /u.test(award.name) ? award.name : null;
  }
  return null;
}
