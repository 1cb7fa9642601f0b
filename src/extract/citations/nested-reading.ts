import type { CitationRole } from '../../model/index.js';
import type { Hit } from './governors-in.js';
import { type Reading, type SentenceItem, typeOf } from './sentence-item.js';
import type { Token } from './tokens.js';

export function nested(
  hit: Hit,
  item: SentenceItem,
  parent: number,
  above: Reading,
  passive: boolean,
  atPlace = false,
): Reading {
  // In a title "theo" tells of another act; in an own document's title it is what that rests on.
  const role: CitationRole =
    hit.detail === 'implements'
      ? 'implements'
      : hit.detail === 'based_on' && above.role === 'issued'
        ? 'based-on'
        : 'mentions';
  const related = hit.kind !== null && (hit.detail !== 'based_on' || above.role === 'issued');
  // "thay thế Phụ lục I của B", "bãi bỏ Điều 5 B": B itself goes on.
  const part =
    (hit.kind === 'replaces' && atPlace) || ((hit.kind === 'replaces' || hit.kind === 'repeals') && item.inPart);
  const kind = part ? 'amends' : hit.kind;
  return {
    role: item.footnote && role === 'mentions' ? 'mentions' : role,
    detail: hit.detail,
    preceding: null,
    parent,
    parentRelation: related && kind !== null ? { kind, detail: hit.detail, passive } : null,
    issuedHere: false,
  };
}

/**
 * "Nghị định A quy định chi tiết Luật B, thay thế Nghị định C": a document takes the place of one of its own kind, so
 * the words after the comma are A's, not B's.
 */
export function apposedTo(
  hit: Hit,
  item: SentenceItem,
  items: readonly SentenceItem[],
  nearest: number,
  reading: Reading,
): number {
  return hit.kind === 'replaces' || hit.kind === 'repeals' ? actedOn(item, items, nearest, reading) : nearest;
}

/** The document before that `item` can act on: of the nearest and the one in whose title it stands, that of the item's kind. */
export function actedOn(item: SentenceItem, items: readonly SentenceItem[], nearest: number, reading: Reading): number {
  const { parent } = reading;
  if (parent === null) return nearest;
  return items[parent]?.family === item.family && items[nearest]?.family !== item.family ? parent : nearest;
}

/** Higher documents are guided by lower ones, never by their like. */
const ranks: Readonly<Record<string, number>> = { HP: 4, L: 3, BL: 3, PL: 3, NĐ: 2, TT: 1, TTLT: 1 };
const rankOf = (item: SentenceItem): number => ranks[typeOf(item)] ?? 0;

/** Whether one document may say how another is applied: a decree a law, not a law a decree. */
export const mayGuide = (guide: SentenceItem, item: SentenceItem): boolean => {
  const rank = rankOf(guide);
  return rank > 0 && rank < rankOf(item);
};

/** "Thông tư A hướng dẫn Luật B hướng dẫn Nghị định C": the nearest document before that can guide `item`. */
export function guideOf(
  item: SentenceItem,
  items: readonly SentenceItem[],
  nearest: number,
  readings: readonly Reading[],
): number {
  let at = nearest;
  for (let above = readings[at]!.parent; above !== null; above = readings[at]!.parent) {
    if (rankOf(items[at]!) === 0 || mayGuide(items[at]!, item)) break;
    at = above;
  }
  return at;
}

export function sameList(
  previous: SentenceItem,
  item: SentenceItem,
  tokens: readonly Token[],
  left: number,
  high: number,
): boolean {
  if (previous.family === item.family) return true;
  // A law by name inside a title and the next document by number are no list; nor are two kinds parted by a comma.
  const [type, , kind] = previous.family.split('|');
  const [nextType, , nextKind] = item.family.split('|');
  if (kind !== nextKind || high - left > 2) return false;
  const words = tokens.slice(left, high).map(({ text: word }) => word);
  if (type !== nextType && !words.includes('và')) return false;
  return words.every((word) => [',', 'và', 'hoặc', 'số'].includes(word));
}

/** No title holds a document that is younger than its own. */
export const laterThan = (item: SentenceItem, parent: SentenceItem): boolean =>
  item.date?.length === 10 && parent.date?.length === 10 && item.date > parent.date;

export const titlePlace = {
  detail: 'refers_to',
  role: 'mentions',
  kind: null,
  direct: false,
  from: 0,
  to: 0,
  start: 0,
  end: 0,
} as const;
