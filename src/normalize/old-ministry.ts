import { issuerCode, namesBody } from '../text/issuer-codes.js';
import { saysRuling } from './says-ruling.js';
import { shortFor } from './type-name.js';

/** A ministry whose letters, without their B, stand in front of a number of the nineties. */
export interface OldMinistry {
  /** today's code: "BTC" */
  readonly code: string;
  /** the type that stands between its letters and its unit's: QĐ of "999 TC/QĐ/CĐKT"; null where none does */
  readonly type: string | null;
}

/**
 * The ministry in front of a number: TC of "Thông tư số 90 TC/TCT" is Tài chính, no Thông cáo. Only the word beside it can
 * tell, or a type behind it; and circulars alone are no office's but a ministry's.
 *
 * @param tokens the letter groups of the number
 * @param first the type that the first of them is the code of; null where it is none
 * @returns null where the letters are the type
 */
export function oldMinistry(
  tokens: readonly string[],
  first: string | null,
  typeWord: string | null,
): OldMinistry | null {
  const [front, next, unit] = tokens;
  const body = issuerCode(`B${front}`);
  if (next === undefined || body?.code !== `B${front}` || body.level !== 'central') return null;
  if (unit !== undefined && saysRuling(next)) return { code: body.code, type: next };
  const byWord = first !== null && typeWord !== null && !shortFor(first, typeWord) && !namesBody(next);
  return byWord ? { code: body.code, type: null } : null;
}
