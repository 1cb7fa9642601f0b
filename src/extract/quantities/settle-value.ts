import type { NumberReading } from '../../text/numbers.js';
import { wordEndAt } from '../../text/word-edges.js';
import { closesNoun } from './not-nouns.js';
import type { UnitPhrase } from './read-unit-phrase.js';
import type { Stretch } from './reading.js';
import { isMeasure, isWhole } from './unit-lexicon.js';

/** "1.272 điểm sạt lở" are places, "8.125 điểm" is a mark. */
function isPlace({ lower, end: limit }: Stretch, at: number): boolean {
  if (lower[at] !== ' ' || at + 1 >= limit) return false;
  const word = lower.slice(at + 1, wordEndAt(lower, at + 1, limit));
  return word !== '' && !closesNoun(word);
}

/** The value that the unit asks for where one mark before three digits can be read both ways. */
export function settleValue(stretch: Stretch, reading: NumberReading, unit: UnitPhrase | null): string {
  if (reading.alternative === null) return reading.exact;
  const known = unit?.known ?? null;
  if (reading.style === 'dot-grouping') {
    // More than a thousand per cent is absurd, a thousand points nearly so; "1.250 triệu" is no slip.
    if (
      known?.dimension === 'ratio' &&
      known.code !== 'times' &&
      !(known.words === 'điểm' && isPlace(stretch, unit!.end))
    )
      return reading.alternative;
    return stretch.english() && known !== null && isMeasure(known) ? reading.alternative : reading.exact;
  }
  // "1,110 triệu người": what the scale divides may well be a fraction.
  if (known === null || isWhole(known))
    return unit === null || reading.scale !== null ? reading.exact : reading.alternative;
  if (known.dimension === 'money' && reading.scale === null && known.code === 'VND') return reading.alternative;
  return stretch.english() ? reading.alternative : reading.exact;
}
