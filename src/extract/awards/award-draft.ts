import type { Award } from '../../model/index.js';
import type { RecipientKind } from './award-event.js';
import type { AwardFrame } from './award-frame.js';

/** A record before it is placed in the document; terms of the reading instead of offsets. */
export interface AwardDraft {
  readonly award: string | null;
  readonly awardCode: string | null;
  readonly count: number | null;
  readonly percent: number | null;
  readonly recipient: RecipientKind | null;
  readonly recipientName: string | null;
  /** terms of the words that say who, where no name was read */
  readonly recipientTerms: readonly [number, number] | null;
  readonly grantor: string | null;
  readonly status: Award['status'];
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
  readonly rule: string;
}

/** From the first to the last word of the frame that says something of the award. */
export function spanOf(frame: AwardFrame): { first: number; last: number } {
  const all = [...frame.subjects, ...frame.awards, ...frame.objects, ...frame.verbs];
  if (frame.lead !== null) all.push({ ...all[0]!, first: frame.lead.first });
  return { first: Math.min(...all.map(({ first }) => first)), last: Math.max(...all.map(({ last }) => last)) };
}
