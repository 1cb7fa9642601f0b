import type { Citation } from '../model/index.js';
import { issuerPhrase } from '../text/issuer-phrase.js';
import { typeOfSymbol } from './before-type-codes.js';
import { behindIssuer } from './behind-issuer.js';
import { type CanonicalNumber, canonicalNumber } from './canonical-number.js';
import { type Mention, yearOf } from './mention.js';
import { repairSymbol } from './repair-symbol.js';
import { shortFor } from './type-name.js';

/**
 * A citation with its number taken apart and repaired, and what stands right behind its issuer.
 *
 * @param text the report's
 */
export function prepareMention(text: string, citation: Citation, index: number): Mention {
  const reasons: string[] = [];
  const printed = citation.resolved ?? citation.repaired?.number ?? citation.number;
  let number = printed === null ? null : canonicalNumber(printed, citation.type);
  if (citation.resolved !== null && citation.resolved !== citation.number) reasons.push('full-form-in-report');
  else if (citation.repaired !== null) reasons.push(`number-repaired:${citation.repaired.witness.kind}`);
  if (number !== null && number.repairs.length > 0)
    reasons.push(...number.repairs.map((repair) => `symbol-restored:${repair}`));
  const repaired = number === null ? null : repairSymbol(number, citation.issuer, citation.type);
  if (repaired !== null) {
    number = repaired.number;
    reasons.push(repaired.reason);
  }
  const { former, province } = behindIssuer(text, citation);
  if (former) reasons.push('issuer-said-former');
  return {
    index,
    citation,
    number,
    type: typeOf(citation, number),
    date: citation.date,
    issuer: province === null ? citation.issuer : withProvince(citation.issuer!, province),
    former,
    reasons,
    others: [],
  };
}

/** The type a document is filed under: its number's code, but a Party QĐ is what the words say it is. */
function typeOf(citation: Citation, number: CanonicalNumber | null): string | null {
  if (number === null || number.type === null) {
    // Acts of the National Assembly share one series: without a type word the number alone is a resolution's.
    if (citation.type !== null) return citation.type;
    if (number?.issuer?.startsWith('QH')) return 'NQ';
    if (number?.issuer?.startsWith('UBTVQH')) return 'NQ';
    return number === null ? null : typeOfSymbol(number, yearOf(citation.date));
  }
  return citation.type !== null && shortFor(number.type, citation.type) ? citation.type : number.type;
}

/** "UBND huyện Vĩnh Thạnh", and behind it ", tỉnh Bình Định": where a body below the province lies. */
const withProvince = (issuer: string, province: string): string =>
  ['district', 'commune', 'city'].includes(issuerPhrase(issuer).level ?? '') ? `${issuer}, ${province}` : issuer;
