import type { Recipient } from './award-event.js';
import { awardEvents } from './award-events.js';
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
  return counted.map(({ first, last, count, percent, who, name, strength }) => {
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
