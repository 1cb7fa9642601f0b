import { fold } from '../../text/fold.js';
import { asks, clauseOpeners, isPeriod, listOfVerbs, openingPhrase, sideClause } from './clause-start.js';
import { governing, lastHitBefore, lastWord, leadsStraight, passivePlace, placeTokens } from './governing-phrase.js';
import type { Governor } from './governors.js';
import { governorsIn, type Hit } from './governors-in.js';
import { issuerHeadAt } from './issuer-heads.js';
import { actedOn, apposedTo, guideOf, laterThan, mayGuide, nested, sameList, titlePlace } from './nested-reading.js';
import { annexRelation, passiveRelation } from './passive-relation.js';
import { precedingIssuer } from './preceding-issuer.js';
import type { ClauseContext, Reading, SentenceContext, SentenceItem } from './sentence-item.js';
import { type Token, tokensOf } from './tokens.js';
import { topLevelReading } from './top-level-reading.js';

const reportPhrases = 'báo cáo|tổng hợp|đăng ký|cung cấp|gửi|có ý kiến|đề nghị|trả lời|góp ý|cho ý kiến'
  .split('|')
  .map((phrase) => phrase.split(' '));
const reportHeads = new Set(reportPhrases.map(([head]) => head!));

/** Words of a phrase that may begin before a reference at a footnote's mark and end behind it, in characters. */
const longestPhrase = 160;

/** Reads how a sentence leads to each of its references. Items are in reading order. */
export function readSentence(
  text: string,
  sentence: { readonly start: number; readonly end: number },
  items: readonly SentenceItem[],
  context: SentenceContext,
): Reading[] {
  // What follows the last reference says nothing of it; only the opening sentence is asked what is done with a letter.
  const last = items.at(-1)!;
  const reach = context.opening ? sentence.end : last.end + (last.footnote ? longestPhrase : 0);
  const tokens = tokensOf(text, sentence.start, Math.min(sentence.end, reach), items, context.opening);
  const clause: ClauseContext = {
    ...context,
    tokens,
    start: sentence.start,
    end: sentence.end,
    head: context.opening ? tokens.findIndex(({ text: word }) => /\p{L}{2}/u.test(word)) : -1,
    reportedAt: context.opening ? reportedAt(text, tokens, last.end) : -1,
  };
  const hits = governorsIn(tokens);
  const readings: Reading[] = [];
  let top: { readonly index: number; readonly reading: Reading } | null = null;
  for (let index = 0; index < items.length; index += 1) {
    const previous = items[index - 1];
    const from = previous === undefined ? sentence.start : Math.max(previous.end, sentence.start);
    const reading = readOne(text, tokens, hits, items, readings, index, from, top, clause);
    readings.push(reading);
    if (reading.parent === null) top = { index, reading };
  }
  return readings;
}

/** Token where the sentence's main clause last speaks of reporting; its clause begins with its subject, where one is seen. */
function reportedAt(text: string, tokens: readonly Token[], lastReference: number): number {
  const subject = subjectAfter(text, tokens, lastReference);
  for (let at = tokens.length - 1; at >= Math.max(0, subject); at -= 1)
    if (
      reportHeads.has(tokens[at]!.text) &&
      reportPhrases.some((phrase) => phrase.every((word, offset) => tokens[at + offset]?.text === word))
    )
      return at;
  return -1;
}

/** Token of the office that the main clause begins with: after the last semicolon, else the last comma, that an office follows; -1. */
function subjectAfter(text: string, tokens: readonly Token[], lastReference: number): number {
  for (const sign of [';', ','])
    for (let at = tokens.length - 2; at >= 0 && tokens[at]!.start >= lastReference; at -= 1)
      if (tokens[at]!.text === sign && issuerHeadAt(text, tokens[at + 1]!.start)) return at + 1;
  return -1;
}

function readOne(
  text: string,
  tokens: readonly Token[],
  hits: readonly Hit[],
  items: readonly SentenceItem[],
  readings: readonly Reading[],
  index: number,
  from: number,
  top: { readonly index: number; readonly reading: Reading } | null,
  context: ClauseContext,
): Reading {
  const item = items[index]!;
  const at = headOf(text, item, from);
  const low = firstAtOrAfter(tokens, from);
  const high = firstAtOrAfter(tokens, at);
  const semicolon = lastWord(tokens, low, high, ';');
  const left = Math.max(low, semicolon + 1);
  const preceding = precedingIssuer(text, Math.max(from, semicolon >= 0 ? tokens[semicolon]!.end : from), at);
  const hit = governing(tokens, hits, left, high);
  const first = top === null;

  const fallback = (): Reading => topLevelReading(null, item, preceding, context, text, high, null, null);
  if (first) {
    if (hit === null)
      return topLevelReading(
        preceding?.acts ? issuedBy : context.lead,
        item,
        preceding,
        context,
        text,
        high,
        null,
        null,
      );
    return topLevelReading(hit, item, preceding, context, text, high, null, null);
  }

  // "Nghị định A về phân cấp; quy định chi tiết một số điều của Luật B": the title goes on behind the semicolon.
  if (semicolon >= 0 && hit?.kind === 'guides' && hit.from === left && !tokens[left]!.capital)
    if (mayGuide(items[top.index]!, item)) return nested(hit, item, top.index, top.reading, false);
  // A new clause after a semicolon is read like a sentence of its own.
  if (semicolon >= 0 && hit !== null) return topLevelReading(hit, item, preceding, context, text, high, null, null);

  const isDirect = hit !== null && leadsStraight(tokens, hit.to, high, preceding);
  const previous = readings[index - 1]!;
  const beginning = tokens[left]?.text ?? '';
  const clauseStart = semicolon >= 0 || clauseOpeners.has(beginning);

  const throughAnnex = annexRelation(tokens, hits, left, high);
  if (throughAnnex !== null) return nested(throughAnnex, item, index - 1, previous, false);
  const passive = passiveRelation(tokens, hits, left, high);
  if (passive !== null) {
    const parent = actedOn(item, items, index - 1, previous);
    return nested(passive, item, parent, readings[parent]!, true);
  }
  if (hit !== null && isDirect) {
    const gap = tokens.slice(left, hit.from);
    const amending = hit.kind !== null && ['amends', 'replaces', 'repeals', 'guides', 'approves'].includes(hit.kind);
    const lastComma = gap.map(({ text: word }) => word).lastIndexOf(',');
    // "Nghị định A, sửa đổi, bổ sung một số điều của Nghị định B", "Quy định A về kỷ luật (thay thế Quy định B)"
    const apposed = amending && ((gap.length === 1 && lastComma === 0) || gap.at(-1)?.text === '(');
    const newClause =
      !apposed &&
      (openingPhrase.has(tokens[hit.from]!.text) ||
        preceding?.acts === true ||
        clauseOpeners.has(beginning) ||
        sideClause(tokens, left, hit.from) ||
        (item.inPart && tokens[hit.from]!.text === 'theo' && tokens[hit.from - 1]?.text === 'và') ||
        (hit.detail === 'issues' && tokens[hit.from - 1]?.text === 'và') ||
        (lastComma >= 0 &&
          gap.length - lastComma <= 6 &&
          !isPeriod(gap, lastComma + 1) &&
          !listOfVerbs(gap, hits, lastComma, lastHitBefore(hits, high))));
    // "theo Luật A và hướng dẫn tại Thông tư B": the noun goes on with what leads to A.
    if (!apposed && beginning === 'và' && hit.from === left + 1 && hit.kind === 'guides' && previous.parent === null)
      if (!tokens[hit.from]!.capital && placeTokens.has(tokens[high - 1]!.text))
        return { ...top!.reading, preceding: null, parent: null, parentRelation: null };
    if (!newClause) {
      const parent = apposed
        ? apposedTo(hit, item, items, index - 1, previous)
        : hit.kind === 'guides'
          ? guideOf(item, items, index - 1, readings)
          : index - 1;
      const read = nested(hit, item, parent, readings[parent]!, false, placeTokens.has(tokens[high - 1]!.text));
      return asks(gap) ? { ...read, role: 'mentions', parentRelation: null } : read;
    }
    // "UBND tỉnh đã ban hành Kế hoạch A … và ban hành Quyết định B": the subject is the same.
    const again = hit.detail === 'issues' && preceding === null && top!.reading.issuedHere && !apposed;
    const read = topLevelReading(hit, item, preceding, context, text, high, null, null);
    return again && item.issuer === null ? { ...read, role: top!.reading.role } : read;
  }
  if (preceding?.acts && clauseStart)
    return topLevelReading(issuedBy, item, preceding, context, text, high, null, null);

  // No phrase of its own: an item of a list. It stands where the item before it stands, unless a semicolon closed a title.
  const inside =
    previous.parent !== null &&
    semicolon < 0 &&
    sameList(items[index - 1]!, item, tokens, left, high) &&
    (previous.parentRelation?.passive === true || !laterThan(item, items[previous.parent]!));
  // A footnote comments on the reference before its mark; it is no further item of the title's list.
  if (inside)
    return {
      ...previous,
      preceding: null,
      issuedHere: false,
      parentRelation: item.footnote ? null : previous.parentRelation,
    };
  // "… về việc tiếp thu ý kiến của Y tại Báo cáo số …": a place inside the title before.
  if (semicolon < 0 && titleWords.has(beginning) && titleEnds.has(tokens[high - 1]?.text ?? ''))
    return nested(titlePlace, item, index - 1, previous, false);
  if (passivePlace(tokens, left, high)) return topLevelReading(null, item, preceding, context, text, high, null, null);
  // A full clause between, with its own subject and no phrase that governs: nothing is inherited.
  // "căn cứ theo quy định tại A; quy định tại Quy chế … kèm theo B": the list of provisions goes on.
  const goesOn = ruleNouns.has(`${beginning} ${tokens[left + 1]?.text ?? ''} ${tokens[left + 2]?.text ?? ''}`);
  const subject = semicolon >= 0 && !goesOn && high - left > 14 && lastWord(tokens, left, high, '(') < 0;
  if (subject) return fallback();
  const inherited = top.reading;
  // "… của Giám đốc Sở A tại Tờ trình số …; của Giám đốc Sở B tại Công văn số …"
  const spokenBy =
    preceding !== null && !preceding.acts && listedSpeaker.test(text.slice(from, preceding.start)) ? preceding : null;
  return {
    role: inherited.answered === true && !item.isLetter ? 'implements' : inherited.role,
    ...(inherited.answered === true ? { answered: true } : {}),
    detail: inherited.detail,
    preceding: spokenBy ?? sharedIssuer(item, items, readings),
    parent: null,
    parentRelation: null,
    issuedHere: inherited.issuedHere,
  };
}

/**
 * "UBND tỉnh đã ban hành Quyết định A, Kế hoạch B", "theo đề nghị của Sở X tại Tờ trình A và Báo cáo B": who issued the
 * first, where the second's symbol is the same; its day is its own.
 */
function sharedIssuer(
  item: SentenceItem,
  items: readonly SentenceItem[],
  readings: readonly Reading[],
): Reading['preceding'] {
  if (item.issuer !== null || item.issuerSymbol === null) return null;
  const at = readings.findLastIndex(({ preceding, parent }) => parent === null && preceding !== null);
  if (at < 0 || items[at]!.issuerSymbol !== item.issuerSymbol) return null;
  const { preceding } = readings[at]!;
  return { ...preceding!, date: null };
}

const listedSpeaker =
  /^[ \t\n]{0,3}[,;]?[ \t\n]{0,3}(?:và(?:[ \t\n]{1,3}(?:(?:đề nghị|ý kiến|chỉ đạo)[ \t\n]{1,3})?của)?|(?:(?:đề nghị|ý kiến|chỉ đạo)[ \t\n]{1,3})?của)[ \t\n]{1,3}$/iu;

const ruleNouns = new Set(['quy định tại', 'hướng dẫn tại', 'quy định của', 'hướng dẫn của']);

const titleWords = new Set(['về', 'v']);

const titleEnds = new Set(['tại', 'trong', 'của', 'chuyển', 'gửi']);

const issuedBy: Governor = { detail: 'issues', role: 'issued', kind: 'issues', direct: true };

/** Where the phrase that names the document begins: before a parenthesis or a footnote's mark, at the type word before. */
function headOf(text: string, item: SentenceItem, from: number): number {
  if (item.headWord === null) return item.start;
  const window = fold(text.slice(from, item.start));
  const head = fold(item.headWord);
  for (const word of [head, 'van ban']) {
    let found = window.lastIndexOf(word);
    // A capital says that the word names the document, a small letter that it may be a verb.
    for (let tries = 0; found >= 0 && tries < 6; tries += 1) {
      const original = text[from + found]!;
      if (/\p{Lu}/u.test(original) || word === 'van ban') return from + found;
      found = window.lastIndexOf(word, found - 1);
      if (found === 0 && !/\p{Lu}/u.test(text[from]!)) break;
    }
  }
  return item.start;
}

function firstAtOrAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
