import type { Diagnostic, Quantity, SourceDocument } from '../../model/index.js';
import { groupBy } from '../../text/group-by.js';
import { isAddable } from './check-figures.js';
import { isPartOf, judge, type Opening } from './check-parts.js';
import { listHeadOf } from './list-heads.js';

const furthest = 40;
const opensAll = /(?:^|[\s,;(:–-])(?:bao gồm|gồm|chia ra|cụ thể|như sau|đó là)[^\d.;]{0,30}:\s*$/u;
const opensSome = /trong đó[^\d.;]{0,30}:\s*$/u;
const sumOfAll = /^[\s\-–+*•\d.)ivxa-zđ]{0,8}tổng(?!\p{L})/u;

/** "Tổng số: 45 đồng chí, trong đó:", and under it "- Chính thức: 40 đồng chí": the items of a list against the figure over it. */
export function contradictedLists(
  document: SourceDocument,
  lower: string,
  quantities: readonly Quantity[],
): Diagnostic[] {
  const byBlock = groupBy(
    quantities.filter(({ rule }) => rule !== 'quantity/table-cell'),
    ({ block }) => block,
  );
  const found: Diagnostic[] = [];
  for (const [block, own] of byBlock) {
    const { start, end } = document.blocks[block]!.span;
    const opening = openingOf(lower, start, end);
    const trouble = opening === null ? null : heldAgainstItems(document, lower, block, own, opening, byBlock);
    if (trouble !== null) found.push(trouble);
  }
  return found;
}

function openingOf(lower: string, start: number, end: number): Opening | null {
  const tail = lower.slice(Math.max(start, end - 60), end).trimEnd();
  if (opensSome.test(tail)) return 'some';
  if (opensAll.test(tail)) return 'all';
  return sumOfAll.test(lower.slice(start, start + 16)) ? 'bracket' : null;
}

function heldAgainstItems(
  document: SourceDocument,
  lower: string,
  head: number,
  own: readonly Quantity[],
  opening: Opening,
  byBlock: ReadonlyMap<number, readonly Quantity[]>,
): Diagnostic | null {
  const parts: Quantity[] = [];
  const labels: string[] = [];
  let sum: Quantity | null = null;
  let isOpen = false;
  for (let block = head + 1; block < document.blocks.length && block - head <= furthest; block += 1) {
    if (listHeadOf(document, lower, block)?.block !== head) break;
    const { start } = document.blocks[block]!.span;
    const first = byBlock.get(block)?.[0];
    if (first === undefined || !isAddable(first)) {
      isOpen = true;
      continue;
    }
    sum ??= own.findLast((quantity) => isAddable(quantity) && isPartOf(quantity, first)) ?? null;
    if (sum === null) return null;
    // "- Lúa: 320 ha", not "- Tổ chức được 12 buổi với 320 người".
    const label = lower.slice(start, first.span.start);
    if (!isPartOf(sum, first) || label.length > 80) isOpen = true;
    else {
      parts.push(first);
      labels.push(`${label} ${lower.slice(first.span.start, first.span.end + 40).split(/[,;.)]/)[0]!}`);
    }
  }
  if (sum === null || parts.length < 2) return null;
  return judge(sum, parts, labels, isOpen ? 'some' : opening);
}
