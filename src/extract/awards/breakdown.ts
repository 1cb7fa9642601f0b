import { fold } from '../../text/fold.js';
import { phrasesOf, recipientTags } from '../../text/nlp/lexicon.js';
import type { Recipient } from './award-event.js';
import { awardEvents } from './award-events.js';
import { defaultRecipient, graded, gradeNumber } from './award-names.js';
import { namedAward } from './named-award.js';
import { digits } from './reading/numbers.js';
import type { SentenceAward } from './sentence-awards.js';

/** Where a sentence takes an award apart by class, level or occasion: «trong đó cấp tỉnh 12 hộ, cấp huyện 30 hộ». */
export interface Breakdown {
  readonly start: number;
  readonly end: number;
  readonly by: 'class' | 'level' | 'occasion';
  /** nothing leads it in: its award stands right before it, without a number («Giấy khen cấp huyện 15, cấp xã 30») */
  readonly bare: boolean;
}

const byClass = '(?:huan chuong |huy chuong )?hang (?:nhat|nhi|hai|ba|i{1,3}|[123])';
const byLevel =
  '(?:danh hieu )?cap (?:trung uong|tw|quoc gia|toan quoc|bo|nganh|tinh|thanh pho|huyen|thi xa|quan|xa|phuong|thi tran|truong|co so|dia phuong|lien xa|khu vuc|so)';
const byOccasion =
  '(?:khen(?: thuong)? )?(?:(?:theo|ve|thuong xuyen theo) )?(?:cong trang(?: va thanh tich[a-z ]{0,20})?|chuyen de|dot xuat|thuong xuyen|theo dot|thanh tich dot xuat|qua trinh cong hien|cong hien|nien han|doi ngoai|toan dien|phong trao(?: thi dua)?|tong ket (?:nam|nam hoc|cong tac nam))';
const nouns = [...recipientTags.flatMap(phrasesOf), 'lượt']
  .map(fold)
  .sort((a, b) => b.length - a.length)
  .map((noun) => noun.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  .join('|');
const number = '\\d{1,3}(?:\\.\\d{3})+|\\d{1,6}';
const amount = `(?:${number})(?:\\/(?:${number}))?(?: (?:${nouns})(?![a-z])(?: (?:du thi|dat))?)?`;
const amounts = `${amount}(?:(?:,| va|, va) (?:${number}) (?:${nouns})(?![a-z]))*`;
const partOf = (label: string): string => `${label}(?: (?:co|la|tang|dat|cho))?(?:\\s?:)?\\s${amounts}`;
const listOf = (label: string, fewest = 0): string =>
  `${partOf(label)}(?:(?:\\s?[,;]|\\s?va|[,;] va|\\s?[;,]\\s?[-+])\\s${partOf(label)}){${fewest},}`;
const opener = '(?:trong do(?: co)?|gom(?: co)?|bao gom|cu the(?: la)?|chia ra)[:,]?\\s';
const closes = '(?=\\s*(?:[).;,]|$))';
const begins = `(?:^|[,;(.:]\\s?)\\s*${opener}`;
const labels: Readonly<Record<Breakdown['by'], string>> = { class: byClass, level: byLevel, occasion: byOccasion };
/** Behind a comma a level goes on with the award before it only where that one has a level of its own. */
const levelAfterLevel = `(?<=(?:${byLevel})[^;,.()]{0,40})[;,]\\s`;
const readerOf = (by: Breakdown['by'], opens: string, bare = false) => ({
  by,
  bare,
  whole: new RegExp(`(?:${opens})(?<parts>${listOf(labels[by], bare ? 1 : 0)})${closes}`),
});
const readers = [
  readerOf('class', `${begins}|\\(\\s?`),
  readerOf('level', `${begins}|\\(\\s?`),
  // «486/501 liên đội đạt Liên đội mạnh các cấp: cấp huyện 310, cấp tỉnh 176»
  readerOf('level', 'cac cap:\\s'),
  readerOf('level', '(?<=[a-z]):?\\s', true),
  readerOf('level', levelAfterLevel),
  readerOf('occasion', `${begins}|\\(\\s?`),
];
const quick = /(?<![a-z])(?:hang|cap|cong trang|chuyen de|dot xuat|thuong xuyen)(?![a-z]).*\d/s;

/**
 * Finds where a sentence takes apart what it said before, part by part with a number each.
 *
 * @param folded from `fold()`; a sentence
 * @returns null where it does not; the parts alone, without the words that lead them in
 */
export function breakdownIn(folded: string): Breakdown | null {
  if (!quick.test(folded)) return null;
  for (const { by, bare, whole } of readers) {
    const found = whole.exec(folded);
    if (found === null) continue;
    const parts = found.groups!['parts']!;
    const end = found.index + found[0].length;
    return { by, bare, start: end - parts.length, end };
  }
  return null;
}

/** The award of one part: its class, or the title of its level where that has a name of its own. */
function partAward(sum: SentenceAward, label: string, by: Breakdown['by']): Pick<SentenceAward, 'award' | 'awardCode'> {
  if (sum.award === null || by === 'occasion') return sum;
  if (by === 'class') {
    const grade = gradeNumber(fold(label).split(' ').at(-1)!)!;
    const { name, code } = graded(sum.award, sum.awardCode, grade);
    return { award: name, awardCode: code };
  }
  // «Liên đội mạnh cấp huyện»
  if (/^(?:Liên|Chi) đội /u.test(sum.award))
    return { award: `${sum.award} ${label.toLowerCase()}`, awardCode: sum.awardCode };
  const own = namedAward(`${sum.award} ${label.toLowerCase()}`, sum.grantor);
  return own.awardCode === null ? sum : own;
}

/** Whether an award can be taken apart so: only orders and medals have classes, and only once. */
export const canBreakDown = ({ award, rule }: SentenceAward, by: Breakdown['by']): boolean =>
  by === 'class'
    ? /^Hu[ây]n? chương/u.test(award ?? '') && !/ hạng /u.test(award!)
    : award !== null || (by === 'level' && rule === 'award/praised');

/**
 * Reads the parts of a breakdown, a record each number.
 *
 * @param sum the award that is taken apart
 * @param sentence in which `at` stands
 */
export function breakdownAwards(sum: SentenceAward, sentence: string, { start, end, by }: Breakdown): SentenceAward[] {
  const text = sentence.slice(start, end);
  const folded = fold(text);
  const parts = [...folded.matchAll(new RegExp(`(?<![a-z])${labels[by]}(?![a-z])`, 'g'))];
  return parts.flatMap((label, i) => {
    const from = label.index + label[0].length;
    const to = parts[i + 1]?.index ?? text.length;
    const award = partAward(sum, text.slice(label.index, from), by);
    const { events, reading } = awardEvents(text.slice(from, to));
    const counted = events.filter((event): event is Recipient => event.kind === 'recipient' && event.count !== null);
    const place = (begin: number, last: number) => ({ start: start + begin, end: start + last });
    const base = {
      ...sum,
      ...award,
      percent: null,
      rule: 'award/part-of-sum',
      confidence: Math.round(sum.confidence * 90) / 100,
    };
    if (counted.length > 0)
      return counted.map(({ count, who, first, last }) => ({
        ...base,
        count,
        recipient: who ?? sum.recipient,
        recipientName: null,
        ...place(
          first === counted[0]!.first ? label.index : from + reading.words[first]!.start,
          from + reading.words[last - 1]!.end,
        ),
      }));
    const bare = new RegExp(number).exec(folded.slice(from, to));
    if (bare === null) return [];
    return [
      {
        ...base,
        count: digits(bare[0]),
        recipient: sum.recipient ?? defaultRecipient(award.awardCode),
        recipientName: null,
        ...place(label.index, from + bare.index + bare[0].length),
      },
    ];
  });
}
