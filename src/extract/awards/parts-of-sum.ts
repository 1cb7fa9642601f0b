import type { NamedAward, Recipient, Verb } from './award-event.js';
import { awardEvents } from './award-events.js';
import { certificateCode } from './award-names.js';
import type { SentenceAward } from './sentence-awards.js';

/** «Trong đó, có tổng số 12 …»: a number farther from the beginning, in terms, counts something else. */
const longestOpening = 6;

/**
 * Reads the parts of a sum that the sentence before named: «… được tặng Bằng khen. Trong đó có 12 tập thể, 30 cá nhân.»
 *
 * @param sum the award of the sentence before
 * @param sentence one that names no award of its own
 * @returns one record a counted recipient, with the award, grantor and status of the sum; none where the sentence does something else
 */
export function partsOf(sum: SentenceAward, sentence: string): SentenceAward[] {
  const { reading, events } = awardEvents(sentence);
  const elsewhere = events.some(
    (event) => event.kind === 'award' || (event.kind === 'verb' && !['give', 'receive', 'praise'].includes(event.act)),
  );
  if (elsewhere) return [];
  const counted = events.filter(
    (event): event is Recipient => event.kind === 'recipient' && (event.count ?? event.percent) !== null,
  );
  if (counted.length === 0 || counted[0]!.first > longestOpening) return [];
  // «46.215 hộ đạt danh hiệu, bằng 61,9%»
  const share = counted.length === 1 ? events.find(({ kind }) => kind === 'share') : undefined;
  return counted.map(({ first, last, count, percent: own, who, name, strength }) => {
    const percent = own ?? (share?.kind === 'share' ? share.percent : null);
    const start = reading.words[first]!.start;
    const end = reading.words[last - 1]!.end;
    return {
      ...sum,
      count,
      percent,
      recipient: who,
      recipientName: name ?? sentence.slice(start, end).replace(/^[\d./]+(?:,\d+)?\s?%?\s+/u, ''),
      confidence: Math.round(sum.confidence * strength * 90) / 100,
      rule: 'award/part-of-sum',
      start,
      end,
    };
  });
}

/**
 * The award that a sentence speaks of without saying who got it, for the next sentence to take up: «Hội đồng xét tặng Giấy
 * khen năm 2023. Kết quả có 14 tập thể và 30 cá nhân được tặng.»
 *
 * @returns null where it names several, or none that is given or asked for
 */
export function mentionedIn(sentence: string): SentenceAward | null {
  const { events } = awardEvents(sentence);
  const awards = events.filter((event): event is NamedAward => event.kind === 'award');
  const award = awards[0];
  const verbs = events.filter((event): event is Verb => event.kind === 'verb');
  if (award === undefined || awards.some(({ name }) => name !== award.name)) return null;
  if (award.evidence === 'counted' || verbs.some(({ act }) => act === 'deny' || act === 'aim' || act === 'register'))
    return null;
  const grantor = award.grantor ?? verbs.findLast((verb) => verb.grantor !== null)?.grantor ?? null;
  return {
    award: award.name,
    awardCode: certificateCode(award.name, award.code, grantor),
    count: null,
    percent: null,
    recipient: null,
    recipientName: null,
    grantor,
    status: verbs.some(({ act }) => act === 'propose') ? 'proposed' : 'granted',
    confidence: award.strength,
    rule: 'award/part-of-sum',
    start: 0,
    end: sentence.length,
  };
}
