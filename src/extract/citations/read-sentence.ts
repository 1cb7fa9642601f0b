import type { CitationRole, RelationKind } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import { type Governor, governorsIn, type Hit, type Token, tokensOf } from './governors.js';
import { issuerHeadAt } from './issuer-phrase.js';
import { isOwnOffice, isOwnPart, type OwnOffice } from './own-office.js';
import { actorBefore, type PrecedingIssuer, precedingIssuer } from './preceding-issuer.js';
import { symbolKey } from './symbols.js';

/** A reference with its place in a sentence. A footnote's document stands at the footnote's mark. */
export interface SentenceItem {
  /** first offset, provisions included; of a footnote's document, its mark in the body */
  readonly start: number;
  readonly end: number;
  /** the document's type word stands before, in the text that its number comments on: "(Kế hoạch số …)", a footnote */
  readonly headWord: string | null;
  readonly issuer: string | null;
  readonly issuerSymbol: string | null;
  /** type and symbol: items of one list share it */
  readonly family: string;
  readonly isLetter: boolean;
  /** only the National Assembly makes it: no office issues it in a report */
  readonly isLaw: boolean;
  readonly footnote: boolean;
  /** ISO date of the document; null when it has none */
  readonly date: string | null;
  /** the words point at a part of it: "Điều 5 Nghị định số …" */
  readonly inPart: boolean;
}

export interface Reading {
  readonly role: CitationRole;
  readonly detail: string | null;
  /** the issuing office before the verb; only where the document's own words name none */
  readonly preceding: PrecedingIssuer | null;
  /** item of this sentence in whose title the reference stands, with what the title says; null on the top level */
  readonly parent: number | null;
  readonly parentRelation: { readonly kind: RelationKind; readonly detail: string; readonly passive: boolean } | null;
  /** the clause says that somebody issued it */
  readonly issuedHere: boolean;
  /** only this letter is answered; what follows it in the list is carried out: "Thực hiện Công văn số …, Kế hoạch số …" */
  readonly answered?: boolean;
}

export interface SentenceContext {
  readonly own: OwnOffice;
  /** the first sentence of the report's body that cites anything */
  readonly opening: boolean;
  /** of a list item that opens with a reference: what the line above the list says of its items */
  readonly lead: Governor | null;
}

const placeVerbs = new Set('cấp|duyệt|giao|hành|nhận|qua|thuận|bố|định|bổ|chỉnh|đổi|sung|nêu|khai|lập'.split('|'));
/** Nouns that say a document's content, so that the phrase before them governs: "các nhiệm vụ tại Chỉ thị số …". */
const contents = new Set(
  'vụ|dung|định|tiêu|pháp|đạo|dẫn|cầu|nghị|luận|kiến|quyền|điều|khoản|trình|hoạch|sách|chí|lục|số|tại'.split('|'),
);
const placeTokens = new Set(['tại', 'trong']);
const reportWords = 'báo cáo|tổng hợp|đăng ký|cung cấp|gửi|có ý kiến|đề nghị|trả lời|góp ý|cho ý kiến'
  .split('|')
  .map((phrase) => phrase.split(' '));
/** Words of a phrase that may begin before a reference at a footnote's mark and end behind it, in characters. */
const longestPhrase = 160;

interface ClauseContext extends SentenceContext {
  /** token where the last word of reporting begins: "…, UBND xã báo cáo như sau"; -1 when there is none */
  readonly reportedAt: number;
  /** index of the sentence's first word, after a number or a bullet */
  readonly head: number;
  readonly tokens: readonly Token[];
  /** offsets at which the sentence begins and ends */
  readonly start: number;
  readonly end: number;
}

/** Token where the sentence's main clause last speaks of reporting; its clause begins with its subject, where one is seen. */
function reportedAt(text: string, tokens: readonly Token[], lastReference: number): number {
  const subject = subjectAfter(text, tokens, lastReference);
  for (let at = tokens.length - 1; at >= Math.max(0, subject); at -= 1)
    if (reportWords.some((phrase) => phrase.every((word, offset) => tokens[at + offset]?.text === word))) return at;
  return -1;
}

/** Token of the office that the main clause begins with: after the last semicolon, else the last comma, that an office follows; -1. */
function subjectAfter(text: string, tokens: readonly Token[], lastReference: number): number {
  for (const sign of [';', ','])
    for (let at = tokens.length - 2; at >= 0 && tokens[at]!.start >= lastReference; at -= 1)
      if (tokens[at]!.text === sign && issuerHeadAt(text, tokens[at + 1]!.start)) return at + 1;
  return -1;
}

/** Reads how a sentence leads to each of its references. Items are in reading order. */
export function readSentence(
  text: string,
  sentence: { readonly start: number; readonly end: number },
  items: readonly SentenceItem[],
  context: SentenceContext,
): Reading[] {
  // What follows the last reference says nothing of it; only the opening sentence is asked what is done with a letter.
  const reach = context.opening ? sentence.end : items.at(-1)!.end + longestPhrase;
  const tokens = tokensOf(text, sentence.start, Math.min(sentence.end, reach));
  const clause: ClauseContext = {
    ...context,
    tokens,
    start: sentence.start,
    end: sentence.end,
    head: tokens.findIndex(({ text: word }) => /\p{L}{2}/u.test(word)),
    reportedAt: context.opening ? reportedAt(text, tokens, items.at(-1)!.end) : -1,
  };
  const hits = governorsIn(tokens, takenTokens(tokens, items));
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

const officeHeads = new Set(['sở', 'bộ', 'phòng', 'cục', 'vụ', 'viện', 'ban', 'phận']);

/** Marks the tokens that are no verbs: those of a reference, and "Xây dựng" of "Sở Xây dựng", a capital after such a head. */
function takenTokens(tokens: readonly Token[], items: readonly SentenceItem[]): Uint8Array {
  const taken = new Uint8Array(tokens.length);
  for (let at = 1; at < tokens.length; at += 1)
    if (tokens[at]!.capital && officeHeads.has(tokens[at - 1]!.text)) taken[at] = 1;
  let at = 0;
  for (const { start, end, footnote } of items) {
    if (footnote) continue;
    while (at < tokens.length && tokens[at]!.end <= start) at += 1;
    for (; at < tokens.length && tokens[at]!.start < end; at += 1) taken[at] = 1;
  }
  return taken;
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

  const fallback = (): Reading => finish(null, item, preceding, context, text, high, null, null);
  if (first) {
    if (hit === null)
      return finish(preceding?.acts ? issuedBy : context.lead, item, preceding, context, text, high, null, null);
    return finish(hit, item, preceding, context, text, high, null, null);
  }

  // A new clause after a semicolon is read like a sentence of its own.
  if (semicolon >= 0 && hit !== null) return finish(hit, item, preceding, context, text, high, null, null);

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
        (hit.detail === 'issues' && tokens[hit.from - 1]?.text === 'và') ||
        (lastComma >= 0 &&
          gap.length - lastComma <= 6 &&
          !isPeriod(gap, lastComma + 1) &&
          !listOfVerbs(gap, hits, lastComma, lastHitBefore(hits, high))));
    if (!newClause) {
      const parent = apposed ? apposedTo(hit, item, items, index - 1, previous) : index - 1;
      const read = nested(hit, item, parent, readings[parent]!, false, placeTokens.has(tokens[high - 1]!.text));
      return asks(gap) ? { ...read, role: 'mentions', parentRelation: null } : read;
    }
    // "UBND tỉnh đã ban hành Kế hoạch A … và ban hành Quyết định B": the subject is the same.
    const again = hit.detail === 'issues' && preceding === null && top!.reading.issuedHere && !apposed;
    const read = finish(hit, item, preceding, context, text, high, null, null);
    return again && item.issuer === null ? { ...read, role: top!.reading.role } : read;
  }
  if (preceding?.acts && clauseStart) return finish(issuedBy, item, preceding, context, text, high, null, null);

  // No phrase of its own: an item of a list. It stands where the item before it stands, unless a semicolon closed a title.
  const inside =
    previous.parent !== null &&
    semicolon < 0 &&
    sameList(items[index - 1]!, item, tokens, left, high) &&
    !laterThan(item, items[previous.parent]!);
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
  if (passivePlace(tokens, left, high)) return finish(null, item, preceding, context, text, high, null, null);
  // A full clause between, with its own subject and no phrase that governs: nothing is inherited.
  const subject = semicolon >= 0 && high - left > 14 && lastWord(tokens, left, high, '(') < 0;
  if (subject) return fallback();
  const inherited = top.reading;
  // "… của Giám đốc Sở A tại Tờ trình số …; của Giám đốc Sở B tại Công văn số …"
  const spokenBy =
    preceding !== null && !preceding.acts && listedSpeaker.test(text.slice(from, preceding.start)) ? preceding : null;
  return {
    role: inherited.answered === true && !item.isLetter ? 'implements' : inherited.role,
    ...(inherited.answered === true ? { answered: true } : {}),
    detail: inherited.detail,
    preceding: spokenBy,
    parent: null,
    parentRelation: null,
    issuedHere: inherited.issuedHere,
  };
}

/**
 * "Nghị định A quy định chi tiết Luật B, thay thế Nghị định C": a document takes the place of one of its own kind, so
 * the words after the comma are A's, not B's.
 */
function apposedTo(
  hit: Hit,
  item: SentenceItem,
  items: readonly SentenceItem[],
  nearest: number,
  reading: Reading,
): number {
  return hit.kind === 'replaces' || hit.kind === 'repeals' ? actedOn(item, items, nearest, reading) : nearest;
}

/** The document before that `item` can act on: of the nearest and the one in whose title it stands, that of the item's kind. */
function actedOn(item: SentenceItem, items: readonly SentenceItem[], nearest: number, reading: Reading): number {
  const { parent } = reading;
  if (parent === null) return nearest;
  return items[parent]?.family === item.family && items[nearest]?.family !== item.family ? parent : nearest;
}

/** "về việc học tập, quán triệt, tuyên truyền và triển khai thực hiện …": the commas of a title list what is to be done. */
function listOfVerbs(gap: readonly Token[], hits: readonly Hit[], comma: number, lastHit: number): boolean {
  if (!['về', 'v'].includes(gap[0]?.text ?? '')) return false;
  const words = gap.slice(comma + 1).filter(({ text: word }) => word !== 'và');
  const inHit = (token: Token): boolean => {
    for (let index = lastHit; index >= 0 && hits[index]!.end >= token.end; index -= 1)
      if (token.start >= hits[index]!.start) return true;
    return false;
  };
  return words.every(inHit);
}

/**
 * "theo A gắn với việc thực hiện B", "theo A để xây dựng dự toán thực hiện B": what follows is the sentence's, not A's
 * title. "Kế hoạch A để thực hiện B" still is one.
 */
const sideClause = (tokens: readonly Token[], left: number, verb: number): boolean => {
  const first = tokens[left]?.text;
  return first === 'gắn' || ((first === 'để' || first === 'nhằm') && verb - left > 3);
};
/** "Công văn A đề nghị hướng dẫn B": what is asked for is not done by A. */
const asks = (gap: readonly Token[]): boolean =>
  gap.some(({ text: word }, at) => word === 'xin' || requests.has(`${gap[at - 1]?.text ?? ''} ${word}`));
const requests = new Set(['đề nghị', 'kiến nghị', 'đề xuất']);

const listedSpeaker =
  /^[ \t\n]{0,3}[,;]?[ \t\n]{0,3}(?:và(?:[ \t\n]{1,3}(?:(?:đề nghị|ý kiến|chỉ đạo)[ \t\n]{1,3})?của)?|(?:(?:đề nghị|ý kiến|chỉ đạo)[ \t\n]{1,3})?của)[ \t\n]{1,3}$/iu;
/** "…, giai đoạn 2021 - 2025 theo …": the comma adds a period to the title. */
const periodWords = new Set(['giai', 'năm', 'nhiệm', 'tầm', 'định']);
/** "…, năm 2021", but not "…, năm đầu tiên thực hiện …". */
const isPeriod = (gap: readonly Token[], at: number): boolean =>
  periodWords.has(gap[at]?.text ?? '') && (gap[at]!.text !== 'năm' || /^[0-9]/.test(gap[at + 1]?.text ?? ''));
const titleWords = new Set(['về', 'v']);
const titleEnds = new Set(['tại', 'trong', 'của', 'chuyển', 'gửi']);
const titlePlace = {
  detail: 'refers_to',
  role: 'mentions',
  kind: null,
  direct: false,
  from: 0,
  to: 0,
  start: 0,
  end: 0,
} as const;

/** No title holds a document that is younger than its own. */
const laterThan = (item: SentenceItem, parent: SentenceItem): boolean =>
  item.date?.length === 10 && parent.date?.length === 10 && item.date > parent.date;

/** "sửa đổi một số điều của Quy chế … ban hành kèm theo Quyết định số …": what is done to an annex is done to its decision. */
function annexRelation(tokens: readonly Token[], hits: readonly Hit[], left: number, high: number): Hit | null {
  if (tokens[high - 1]?.text !== 'theo' || tokens[high - 2]?.text !== 'kèm' || high - left > 60) return null;
  let first: Hit | undefined;
  for (let index = lastHitBefore(hits, high); index >= 0 && hits[index]!.from >= left; index -= 1) first = hits[index];
  if (first === undefined || first.from - left > 3 || first.to > high - 2) return null;
  return first.kind !== null && annexKinds.has(first.kind) ? first : null;
}
const annexKinds: ReadonlySet<string> = new Set(['amends', 'replaces', 'repeals']);

/** "căn cứ", "trên cơ sở", "xét" open a clause; no title holds them. */
const openingPhrase = new Set(['căn', 'trên', 'xét']);
/** After a reference these begin the next item or the main clause, never its title. */
const clauseOpeners = new Set([',', ')', '”', '"', 'và', 'là', 'thì', 'đã', 'đồng', 'có', 'trong', 'nhưng', 'mà']);
const within = (span: { readonly start: number; readonly end: number } | null, token: Token): boolean =>
  span !== null && token.start >= span.start && token.end <= span.end;

/** Index of the last token of `low..high` that is this word or sign; -1 when none is. */
function lastWord(tokens: readonly Token[], low: number, high: number, word: string): number {
  for (let position = high - 1; position >= low; position -= 1) if (tokens[position]!.text === word) return position;
  return -1;
}

const parting = new Set([',', ';', ':', 'và', ')', '(']);

/** Whether between a phrase and the reference stand a few words only, no sign and no "và"; the issuing office aside. */
function leadsStraight(tokens: readonly Token[], to: number, high: number, office: PrecedingIssuer | null): boolean {
  let words = 0;
  for (let position = high - 1; position >= to; position -= 1) {
    const token = tokens[position]!;
    if (within(office, token)) continue;
    words += 1;
    if (words > 14 || parting.has(token.text)) return false;
  }
  return true;
}

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

/** The nearest phrase before `high` that governs; phrases that only point at a place let the one before them through. */
function governing(tokens: readonly Token[], hits: readonly Hit[], low: number, high: number): Hit | null {
  let passive = false;
  let example = false;
  const colon = lastWord(tokens, low, high - 6, ':');
  for (let index = lastHitBefore(hits, high); index >= 0; index -= 1) {
    const hit = hits[index]!;
    if (hit.from < low) break;
    if (hit.from === high - 1 && tokens[hit.from]!.text === 'như') example = true;
    if (hit.detail === 'transparent' || (hit.detail === 'refers_to' && placeTokens.has(tokens[hit.to - 1]!.text))) {
      if (passivePlace(tokens, low, high)) passive = true;
      continue;
    }
    const distance = high - hit.to;
    if (hit.direct && distance > 2) continue;
    if (hit.detail === 'issues' && !hit.direct && distance > 10) continue;
    // "theo kế hoạch năm 2025 như Luật A, Luật B": examples of what the phrase leads to rest on nothing.
    if (example && hit.role === 'based-on') return null;
    // A clause that begins after the phrase is not governed by it.
    if (colon >= hit.to) break;
    const earlier = hits[index - 1];
    // "quán triệt và tuyên truyền", "triển khai, phổ biến": made known to be carried out.
    if (hit.detail === 'refers_to' && earlier?.detail === 'implements' && earlier.from >= low)
      if (hit.from - earlier.to === 1 && joins.has(tokens[earlier.to]!.text)) return earlier;
    // "Xét Báo cáo của X về kết quả thực hiện kế hoạch và Tờ trình số …": the phrase stands in an unnumbered paper's title.
    const opening = joins.has(tokens[high - 1]!.text) && index > 0 ? listOpening(tokens, hits, low, hit) : null;
    if (opening !== null) return opening;
    // "theo hướng dẫn", "căn cứ quy định": the noun belongs to the phrase right before it.
    if (
      earlier !== undefined &&
      earlier.from >= low &&
      hit.from - earlier.to <= 1 &&
      hit.from >= earlier.to &&
      nominal.has(hit.detail)
    )
      if (['based_on', 'implements', 'responds_to'].includes(earlier.detail) && tokens[earlier.to]?.text !== ',')
        return { ...earlier, to: hit.to };
    if (passive) {
      // "các nhiệm vụ được Tỉnh ủy ban hành tại …" is carried out; "đã được phê duyệt tại …" is told.
      if (hit.detail === 'issues' || hit.detail === 'approves') continue;
      let received = hit.to;
      while (received < high && tokens[received]!.text !== 'được') received += 1;
      const before = received > hit.to ? tokens[received - 1]!.text : '';
      if (received === high || before === 'đã' || before === 'và' || before === ',') return null;
    }
    return hit;
  }
  return null;
}

/** Index of the first hit that begins at or after `low`. */
function firstHitFrom(hits: readonly Hit[], low: number): number {
  let from = 0;
  let beyond = hits.length;
  while (from < beyond) {
    const middle = (from + beyond) >> 1;
    if (hits[middle]!.from < low) from = middle + 1;
    else beyond = middle;
  }
  return from;
}

/** Index of the last hit that ends at or before `high`; -1 when none does. */
function lastHitBefore(hits: readonly Hit[], high: number): number {
  let low = 0;
  let beyond = hits.length;
  while (low < beyond) {
    const middle = (low + beyond) >> 1;
    if (hits[middle]!.to <= high) low = middle + 1;
    else beyond = middle;
  }
  return low - 1;
}

const joins = new Set([',', 'và', ';']);
const listOpeners: ReadonlySet<string> = new Set(['based_on', 'responds_to', 'implements']);

/** The phrase that opens a list of papers at the head of the sentence, when `hit` stands in the title of one of them. */
function listOpening(tokens: readonly Token[], hits: readonly Hit[], low: number, hit: Hit): Hit | null {
  const first = hits[firstHitFrom(hits, low)];
  if (first === undefined || first.from >= hit.from || first.from - low > 2 || !listOpeners.has(first.detail))
    return null;
  if (tokens[first.to]?.capital !== true) return null;
  const between = tokens.slice(first.to, hit.from);
  return between.some(({ text: word }) => word === 'về') && !between.some(({ text: word }) => word === ',')
    ? first
    : null;
}

const nominal = new Set(['guides', 'details', 'approves', 'submits', 'responds_to', 'transparent']);

/** "… UBND tỉnh cấp tại", "được phê duyệt tại", "(tại": the document is where something was done, not what is done. */
function passivePlace(tokens: readonly Token[], low: number, high: number): boolean {
  const place = tokens[high - 1]?.text;
  if (place !== 'tại' || high - 1 < low) return false;
  const before = tokens[high - 2]?.text ?? '(';
  if (before === '(') return true;
  if (placeVerbs.has(before) && tokens[high - 2]?.capital !== true)
    return !(
      contents.has(before) && !tokens.slice(Math.max(low, high - 10), high).some(({ text: word }) => word === 'được')
    );
  return false;
}

function sameList(
  previous: SentenceItem,
  item: SentenceItem,
  tokens: readonly Token[],
  left: number,
  high: number,
): boolean {
  if (previous.family === item.family) return true;
  // A law by name inside a title and the next document by number are no list; nor are two kinds parted by a comma.
  const [type, , kind] = previous.family.split('|');
  const [nextType, , nextKind] = item.family.split('|');
  if (kind !== nextKind || high - left > 2) return false;
  const words = tokens.slice(left, high).map(({ text: word }) => word);
  if (type !== nextType && !words.includes('và')) return false;
  return words.every((word) => [',', 'và', 'hoặc', 'số'].includes(word));
}

const agents = new Set(['bởi', 'bằng', 'theo', 'tại']);
const passiveKinds: ReadonlySet<string> = new Set(['amends', 'replaces', 'repeals', 'guides']);

/** "A đã được sửa đổi, bổ sung một số điều theo B": what is done to the document before by the one after. */
function passiveRelation(tokens: readonly Token[], hits: readonly Hit[], left: number, high: number): Hit | null {
  let start = tokens[left]?.text === '(' ? left + 1 : left;
  if (tokens[start]?.text === 'đã') start += 1;
  // "A về việc … bị bãi bỏ bởi B": an agent of its own kind needs no place at the head of the clause.
  if (['bởi', 'bằng'].includes(tokens[high - 1]?.text ?? ''))
    for (let at = high - 2; at >= Math.max(left, high - 12); at -= 1)
      if (['được', 'bị'].includes(tokens[at]!.text)) {
        start = at;
        break;
      }
  if (!['được', 'bị'].includes(tokens[start]?.text ?? ''))
    return barePassive(tokens, hits, start, high, start > left && tokens[left]!.text === '(');
  if (high - start > 18) return null;
  if (!agents.has(tokens[high - 1]!.text)) return null;
  for (let index = lastHitBefore(hits, high); index >= 0 && hits[index]!.from > start; index -= 1) {
    const hit = hits[index]!;
    if (hit.from - start <= 6 && hit.kind !== null && passiveKinds.has(hit.kind)) return hit;
  }
  return null;
}

/**
 * "Luật A hợp nhất tại văn bản số …", "Quyết định A thay thế bởi Quyết định B", "Luật A (sửa đổi theo Luật số …)": passive
 * without its word.
 */
function barePassive(
  tokens: readonly Token[],
  hits: readonly Hit[],
  start: number,
  high: number,
  parenthesised: boolean,
): Hit | null {
  const agent = tokens[high - 1]?.text ?? '';
  if (!['tại', 'bởi', 'bằng'].includes(agent) && !(parenthesised && agent === 'theo')) return null;
  const hit = hits.find(({ from }) => from === start);
  if (hit === undefined || hit.to < high - 1 || hit.kind === null || !passiveKinds.has(hit.kind)) return null;
  // "sửa đổi tại" says where a part is changed, not by what.
  return agent === 'tại' && hit.detail !== 'consolidates' ? null : hit;
}

function nested(
  hit: Hit,
  item: SentenceItem,
  parent: number,
  above: Reading,
  passive: boolean,
  atPlace = false,
): Reading {
  // In a title "theo" tells of another act; in an own document's title it is what that rests on.
  const role: CitationRole =
    hit.detail === 'implements'
      ? 'implements'
      : hit.detail === 'based_on' && above.role === 'issued'
        ? 'based-on'
        : 'mentions';
  const related = hit.kind !== null && (hit.detail !== 'based_on' || above.role === 'issued');
  // "thay thế Phụ lục I của B", "bãi bỏ Điều 5 B": B itself goes on.
  const part =
    (hit.kind === 'replaces' && atPlace) || ((hit.kind === 'replaces' || hit.kind === 'repeals') && item.inPart);
  const kind = part ? 'amends' : hit.kind;
  return {
    role: item.footnote && role === 'mentions' ? 'mentions' : role,
    detail: hit.detail,
    preceding: null,
    parent,
    parentRelation: related && kind !== null ? { kind, detail: hit.detail, passive } : null,
    issuedHere: false,
  };
}

function finish(
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
        : isOwnOffice(context.own, subject) || preceding!.drafted || isOwnPart(context.own, subject, item.issuerSymbol);
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

/** Type code of a reference's document; "" when unknown. */
const typeOf = ({ family }: SentenceItem): string => family.slice(0, family.indexOf('|'));
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
