import type { SourceDocument } from '../../model/index.js';
import { clauseStart } from './clause.js';
import { type Phrase, phraseOf, trimmed } from './phrase.js';
import { phraseBefore } from './phrase-before.js';

/** A paragraph that a colon closes, over the items that it announces: "Diện tích gieo trồng:", "gồm 45 đồng chí, trong đó:". */
export interface ListHead {
  readonly block: number;
  /** what it names; null where it says what was done, or nothing */
  readonly phrase: Phrase | null;
  /** its items are parts of the last figure in it */
  readonly opensParts: boolean;
}

type Mark = '-' | '+' | '*' | 'number' | 'letter' | 'none';

/** Items of one list are looked through for its head no further than this. */
const furthest = 40;
/** A paragraph without a mark is an item when it is no longer than this, in signs. */
const longestBareItem = 120;
const longestName = 9;
const partsAhead = /(?:trong đó|bao gồm|gồm|cụ thể|chia ra|trong đó có)\s*$/;
const announces =
  /[\s,;(–-]*(?:(?:cụ thể )?như sau|cụ thể(?: là)?|gồm(?: có)?|bao gồm|trong đó(?: có)?|chia ra|sau đây|kết quả)\s*$/u;

function markOf(lower: string, start: number, end: number, isItem: boolean): Mark {
  let at = start;
  while (at < end && lower[at] === ' ') at += 1;
  const sign = lower[at];
  if (sign === '-' || sign === '–' || sign === '—') return '-';
  if (sign === '+') return '+';
  if (sign === '*' || sign === '•' || sign === '·' || sign === '') return '*';
  const opening = lower.slice(at, at + 6);
  return /^(?:\d{1,2}\.)*\d{1,2}[.)]/.test(opening)
    ? 'number'
    : /^[a-zđ][.)]/.test(opening)
      ? 'letter'
      : isItem
        ? '*'
        : 'none';
}

/**
 * The head of the list that a block is an item of: the nearest paragraph above that ends with a colon, over items of the
 * same mark or of deeper ones; null when it stands in no list.
 */
export function listHeadOf({ text, blocks }: SourceDocument, lower: string, block: number): ListHead | null {
  const bounds = (index: number) => {
    const { start, end } = blocks[index]!.span;
    let last = end;
    while (last > start && (text[last - 1] === ' ' || text[last - 1] === '\n')) last -= 1;
    return { start, last };
  };
  const own = bounds(block);
  const isItem = (index: number) => blocks[index]!.kind === 'list-item';
  const mark = markOf(lower, own.start, own.last, isItem(block));
  if (mark === 'none' && own.last - own.start > longestBareItem) return null;
  for (let index = block - 1; index >= 0 && block - index <= furthest; index -= 1) {
    if (blocks[index]!.kind === 'table-cell') return null;
    const { start, last } = bounds(index);
    const other = markOf(lower, start, last, isItem(index));
    if (text[last - 1] === ':') {
      if (other === mark && mark !== 'none') return null;
      return headAt(text, lower, start, last - 1, index);
    }
    if (mark !== 'none' && (other === 'none' || isDeeper(mark, other))) {
      const sum = sumOverItems.exec(lower.slice(start, last));
      if (sum !== null) return headAt(text, lower, start, start + sum.groups!['name']!.length, index);
    }
    if (other === mark ? mark === 'none' && last - start > longestBareItem : !isDeeper(other, mark)) return null;
  }
  return null;
}

/** "Tổng số hộ nghèo: 45 hộ" over "- Thôn 1: 12 hộ": a sum without a colon at its end has its parts under it too. */
const sumOverItems =
  /^(?<name>[\s\-–*•]*(?:[\divx]{1,4}[.)] ?|[a-zđ][.)] ?)?tổng [^\d:;.]{2,70}?)(?::| là| có| đạt)? ?\d[^.;]{0,60}[.;]?$/u;

/** "+" stands under "-", and letters and signs under numbers. */
const isDeeper = (mark: Mark, than: Mark): boolean =>
  (mark === '+' && than !== '+' && than !== 'none') ||
  (mark === '-' && (than === 'number' || than === 'letter')) ||
  (mark === '*' && (than === 'number' || than === 'letter'));

function headAt(text: string, lower: string, start: number, colon: number, block: number): ListHead {
  const tail = announces.exec(lower.slice(start, colon))?.[0].length ?? 0;
  const end = colon - tail;
  const before = end <= start ? null : phraseBefore(text, lower, clauseStart(lower, end, start), end);
  // "Trồng rừng:" names what its items are of, though it is a deed.
  const named = before?.actor === null ? phraseOf(text, before.span) : null;
  // A sentence that announces a list is no name.
  const phrase = named === null || named.words.split(' ').length > longestName || /\d/.test(named.words) ? null : named;
  return { block, phrase, opensParts: partsAhead.test(lower.slice(Math.max(start, colon - 20), colon)) };
}

const longestCaption = 80;

/**
 * "Điểm trung tâm", and under it "7.505 m²" alone: the line of words over one or several paragraphs that hold nothing but
 * a figure; null where there is none.
 *
 * @param isLone whether a block holds nothing but figures
 */
export function captionOf(
  { text, blocks }: SourceDocument,
  lower: string,
  block: number,
  isLone: (block: number) => boolean,
): Phrase | null {
  let index = block - 1;
  while (index >= 0 && block - index <= 4 && isLone(index)) index -= 1;
  if (index < 0 || blocks[index]!.kind === 'table-cell') return null;
  const { start, end } = blocks[index]!.span;
  if (end - start > longestCaption || /\d|[.;:,]\s*$/.test(lower.slice(start, end))) return null;
  return phraseOf(text, trimmed(text, start, end));
}
