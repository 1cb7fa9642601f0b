import type { Governor } from './governors.js';
import type { Hit } from './governors-in.js';
import { isOwnOffice, isOwnPart } from './own-office.js';
import { actorBefore, type PrecedingIssuer } from './preceding-issuer.js';
import { type ClauseContext, type Reading, type SentenceItem, typeOf } from './sentence-item.js';
import { symbolKey } from './symbols.js';

export function topLevelReading(
  found: Governor | null,
  item: SentenceItem,
  preceding: PrecedingIssuer | null,
  context: ClauseContext,
  text: string,
  high: number,
  parent: null,
  parentRelation: null,
): Reading {
  const base = { preceding, parent, parentRelation };
  const printed = item.issuer;
  const isOwn = printed !== null && isOwnOffice(context.own, printed);
  const ownSymbol =
    printed === null &&
    preceding === null &&
    item.issuerSymbol !== null &&
    context.own.symbols.has(symbolKey(item.issuerSymbol));
  if (found === null)
    // Who points at a part of it, or tells its end, speaks of what stands in it, not of its issuing.
    return {
      ...base,
      role: (isOwn || ownSymbol) && !item.inPart && !ends(text, item, context) ? 'issued' : 'mentions',
      detail: null,
      issuedHere: false,
    };
  if (found.role === 'issued') {
    if (preceding === null && isHit(found) && issuedByOther(found, context, text))
      return { ...base, role: 'mentions', detail: found.detail, issuedHere: true };
    if (item.isLaw) return { ...base, role: 'mentions', detail: null, issuedHere: false };
    const subject = preceding?.acts ? text.slice(preceding.start, preceding.end) : null;
    const byOwn =
      subject === null
        ? printed === null || isOwn
        : isOwnOffice(context.own, subject) ||
          // A ministry drafts a decree for the Government, and has not issued it.
          (preceding!.drafted && !isNormative(item)) ||
          isOwnPart(context.own, subject, item.issuerSymbol);
    // "Hai bên ký Hợp đồng số …": parties make a contract, the office only where the text says so.
    const others = subject === null && !isOwn && !ownSymbol && typeOf(item) === 'HĐ';
    return { ...base, role: byOwn && !others ? 'issued' : 'mentions', detail: found.detail, issuedHere: true };
  }
  // A submission is looked into and answered; it binds nobody.
  if (found.detail === 'implements' && typeOf(item) === 'TTr' && !isOwn && !ownSymbol)
    return { ...base, role: 'responds-to', detail: 'responds_to', issuedHere: false };
  // A law or a decree asks nobody for an answer: "theo yêu cầu của Nghị định số …" rests on it.
  if (found.detail === 'responds_to' && isNormative(item)) {
    const onIt = isHit(found) && context.tokens[found.from]?.text === 'theo';
    return {
      ...base,
      role: onIt ? 'based-on' : 'mentions',
      detail: onIt ? 'based_on' : 'refers_to',
      issuedHere: false,
    };
  }
  if (context.opening && item.isLetter && found.detail === 'implements')
    if (context.reportedAt >= high && opensSentence(found, context))
      return { ...base, role: 'responds-to', detail: 'responds_to', issuedHere: false, answered: true };
  return { ...base, role: found.role, detail: found.detail, issuedHere: false };
}

/** "Nghị định số … hết hiệu lực từ ngày …": a sentence that tells a document's end. */
const ends = (text: string, item: SentenceItem, { end }: ClauseContext): boolean =>
  end - item.end < longestSubject && ending.test(text.slice(item.end, end));

const ending = /(?<![\p{L}])(?:hết|chấm dứt|không còn|ngưng|ngừng) hiệu lực(?![\p{L}])/iu;

const longestSubject = 900;

const normativeTypes = new Set(['L', 'BL', 'PL', 'HP', 'NĐ', 'TT', 'TTLT']);

const isNormative = (item: SentenceItem): boolean => normativeTypes.has(typeOf(item));

const isHit = (found: Governor | Hit): found is Hit => 'from' in found;

/** "Chính phủ đã ban hành 12 nghị định, trong đó có …": who issued stands before the verb, far from the document. */
function issuedByOther(hit: Hit, context: ClauseContext, text: string): boolean {
  const verb = context.tokens[hit.from];
  const actor = verb === undefined ? null : actorBefore(text, context.start, verb.start);
  return actor !== null && !isOwnOffice(context.own, actor);
}

/** "Thực hiện Công văn số …" opens what answers it; "yêu cầu các phòng thực hiện Công văn số …" does not. */
const opensSentence = (found: Governor | Hit, { head }: ClauseContext): boolean =>
  !('from' in found) || found.from <= head + 1;
