import { fold } from '../../text/fold.js';
import { askedBehind } from './asked-behind.js';
import { awardEvents } from './award-events.js';
import { blanked } from './blanked.js';
import { breakdownAwards, breakdownIn, canBreakDown } from './breakdown.js';
import { labelledTitles, mayLabelTitles } from './labelled-titles.js';
import { type ListLead, leadOf } from './list-leads.js';
import { namesAndAwards } from './name-and-award.js';
import { nobodyGot } from './nobody-got.js';
import { mentionedIn, partsOf } from './parts-of-sum.js';
import { type SentenceAward, sentenceAwards } from './sentence-awards.js';
import { endsAsking, type StatusContext } from './status-context.js';
import { topicTitles } from './topic-titles.js';

/**
 * The awards of one sentence: titles behind labels and parts of a sum are read by themselves, and the rest without them.
 *
 * @param whole one sentence of a block, NFC
 * @param said what its headings and lead-in say of the status
 * @param lead of the list of awards it is an item of, if any
 */
export function awardsAndParts(whole: string, said: StatusContext, lead: ListLead | null): SentenceAward[] {
  const sentence = whole.replace(recipientsInBrackets, (words) => words.replaceAll(';', ','));
  const folded = fold(sentence);
  const labelled = mayLabelTitles(folded) ? labelledTitles(sentence, said) : null;
  const text = labelled?.rest ?? sentence;
  const read = brokenDown(text, folded, said, lead) ?? underOwnLead(text, said, lead);
  const found = askedBehind(read.length > 0 ? read : otherwise(text, said), text);
  return labelled === null ? [...found] : [...labelled.awards, ...found];
}

/** What else a sentence may say of awards that no frame holds. */
function otherwise(text: string, said: StatusContext): SentenceAward[] {
  const titles = topicTitles(text, said);
  if (titles.length > 0) return titles;
  const named = namesAndAwards(text, said);
  return named.length > 0 ? named : nobodyGot(text);
}

/** «03 Bằng khen (tập thể 01; cá nhân 02)»: the semicolon ends nothing here. */
const kindCounted = '(?:(?:tập thể|cá nhân|hộ gia đình|hộ)\\s*:?\\s*\\d+|\\d+\\s+(?:tập thể|cá nhân|hộ gia đình|hộ))';
const recipientsInBrackets = new RegExp(`\\(\\s*${kindCounted}(?:\\s*;\\s*${kindCounted})+\\s*\\)`, 'giu');

/** «Thành tích đạt được: Huân chương Lao động hạng Ba (năm 2010); …»: a sentence may lead in its own list. */
function underOwnLead(text: string, said: StatusContext, lead: ListLead | null): SentenceAward[] {
  const colon = lead === null ? text.indexOf(':') : -1;
  if (colon < 0) return sentenceAwards(text, said, lead);
  const opening = text.slice(0, colon + 1);
  const folded = fold(opening);
  const own = leadOf(opening, folded);
  // «Hội đồng thống nhất đề nghị: 02 tập thể đạt …, 03 cá nhân được tặng …»
  const asks = own === null && endsAsking.test(folded);
  if (own === null && !asks) return sentenceAwards(text, said, lead);
  return sentenceAwards(text.slice(colon + 1), asks ? 'proposed' : said, own).map((one) => ({
    ...one,
    status: asks && one.status === 'granted' ? 'proposed' : one.status,
    start: one.start + colon + 1,
    end: one.end + colon + 1,
  }));
}

/** «- Chiến sĩ thi đua:», «Khen thưởng: Giấy khen» */
function endsWithAward(text: string): boolean {
  const { reading, events } = awardEvents(text);
  const award = events.findLast(({ kind }) => kind !== 'list');
  return award?.kind === 'award' && award.last === reading.words.length && award.count === null;
}

/** «350 hộ …; trong đó cấp tỉnh 20 hộ, cấp huyện 80 hộ»: the sum and its parts; null where nothing is taken apart. */
function brokenDown(text: string, folded: string, said: StatusContext, lead: ListLead | null): SentenceAward[] | null {
  const breakdown = breakdownIn(folded);
  if (breakdown === null) return null;
  if (breakdown.bare) {
    const label = text.slice(0, breakdown.start);
    const award = endsWithAward(label) ? mentionedIn(label) : null;
    if (award === null || !canBreakDown(award, breakdown.by)) return null;
    const parts = breakdownAwards({ ...award, status: said ?? award.status }, text, breakdown);
    return [...parts, ...sentenceAwards(blanked(text, { start: 0, end: breakdown.end }), said, lead)];
  }
  const found = sentenceAwards(blanked(text, breakdown), said, lead);
  const before = found.filter(({ start }) => start < breakdown.start);
  const sum = before.at(-1);
  if (sum === undefined || !canBreakDown(sum, breakdown.by)) return null;
  return [...before, ...breakdownAwards(sum, text, breakdown), ...found.slice(before.length)];
}

/** The parts that a sentence says of the award of the one before: «Trong đó: hạng Nhất 02, hạng Nhì 05.» */
export function partsTakenUp(sum: SentenceAward, sentence: string): SentenceAward[] {
  const breakdown = breakdownIn(fold(sentence));
  return breakdown !== null && canBreakDown(sum, breakdown.by)
    ? breakdownAwards(sum, sentence, breakdown)
    : partsOf(sum, sentence);
}
