import type { Award, Block, SourceDocument, TextSpan } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import { bodiesIn } from '../../text/nlp/match-bodies.js';
import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent, NamedAward, RecipientKind, Verb } from './award-event.js';
import { awardEvents } from './award-events.js';
import { certificateCode, defaultRecipient, flagName } from './award-names.js';
import { mayNameAward, mayNameTitle } from './candidates.js';
import { awardHeads } from './list-leads.js';
import { type ListedName, listedName } from './listed-name.js';
import type { StatusContext } from './status-context.js';

/** What a list's lead says of every name in it. */
export interface NamesLead {
  readonly award: string | null;
  readonly awardCode: string | null;
  readonly grantor: string | null;
  readonly status: Award['status'];
  readonly who: RecipientKind | null;
  /** «cho 02 tập thể và 04 cá nhân, gồm:»: it counts who is named below, each once */
  readonly counts: boolean;
}

/** A name of a list, with what its lead says. */
export interface NameRecord extends NamesLead {
  readonly name: ListedName;
  readonly span: TextSpan;
  readonly lead: number;
  /** the blocks of the lead, end excluded */
  readonly leadEnd: number;
}

const longestLead = 700;
const leadBelowTitle = 5;
/** «… cho:», «… gồm:», «… có tên sau đây:», «… cụ thể như sau:», «… cho» */
const announces =
  /(?:(?<![a-z])(?:cho|gom|gom co|la|sau|sau day|nhu sau|ten|day|theo)\s*:|(?<![a-z])cho)\s*$|(?<![a-z])(?:tap the|ca nhan|ong|ba|ho gia dinh|dong chi|don vi|thay co giao|giao vien)(?: \((?:ba|ong)\))?(?: co ten)?(?: sau(?: day)?)?\s*:\s*$/;
/** The words that announce a list end its lead. */
const longestAnnouncement = 120;
const listTitle = /^\s*(?:phu luc|danh sach)(?![a-z])/;
const rules =
  /(?<![a-z])(?:tieu chuan|tieu chi|doi tuong|dieu kien|truong hop|quy dinh|muc thuong|ho so|thu tuc|du le|tham du|den du|toi du|cung du|thanh phan|le trao)(?![a-z])/;
const group =
  /^\s*(?:[-+*•]|[ivx]{1,4}[.)]|[a-d][.)]|\d{1,2}[.)])?\s*(?:ve |doi voi |khen thuong |cac |danh sach )?(tap the|ca nhan|ho gia dinh|gia dinh)(?: \(?(?:gom )?\d{1,4} [a-z ]{1,20}\)?)?\s*[:.]?\s*$/;

/** «1. Tập thể: Phòng Nội vụ», «- Cá nhân: Ông Nguyễn Văn A»: the kind stands before the name. */
const labelOfGroup = /^\s*(?:[-+*•]|[a-d][.)]|\d{1,2}[.)])?\s*(?:tập thể|cá nhân|hộ gia đình)\s*:\s*/iu;

const blockText = (document: SourceDocument, { span }: Block): string => document.text.slice(span.start, span.end);

/**
 * Finds the names that stand one a line below a line saying what they got: «Tặng Giấy khen cho các cá nhân sau:», or the
 * title of a decision's annex.
 *
 * @returns the records of each block by its index; blocks that open no list cost one test each
 */
export function nameLists(
  document: SourceDocument,
  folded: string,
  contextOf: (blockIndex: number) => StatusContext,
): ReadonlyMap<number, readonly NameRecord[]> {
  const found = new Map<number, readonly NameRecord[]>();
  const enacted = memo(() => enactedAward(document, folded));
  for (let at = 0; at < document.blocks.length; at += 1) {
    const block = document.blocks[at]!;
    if (block.kind === 'table-cell' || found.has(at)) continue;
    const said = folded.slice(block.span.start, block.span.end);
    const opened = openedBy(document, folded, at, said, enacted) ?? labelled(document, at, said, contextOf);
    if (opened === null) continue;
    let { who } = opened.lead;
    for (let next = opened.first; next < document.blocks.length; next += 1) {
      const item = document.blocks[next]!;
      const text = blockText(document, item);
      if (text.trim() === '') continue;
      const kind = group.exec(folded.slice(item.span.start, item.span.end))?.[1];
      if (kind !== undefined) {
        who = kind === 'tap the' ? 'collective' : kind === 'ca nhan' ? 'individual' : 'household';
        continue;
      }
      const of = labelOfGroup.exec(text)?.[0].length ?? 0;
      const name = item.kind === 'table-cell' ? null : listedName(text.slice(of), who);
      if (name === null) break;
      const span = { start: item.span.start + of + name.start, end: item.span.start + of + name.end };
      found.set(next, [{ ...opened.lead, who: name.who ?? who, name, span, lead: at, leadEnd: opened.first }]);
    }
  }
  return found;
}

/** Where the list below a block begins, and what it says; null for a block that opens none. */
function openedBy(
  document: SourceDocument,
  folded: string,
  at: number,
  said: string,
  enacted: () => NamesLead | null,
): { lead: NamesLead; first: number } | null {
  if (said.length > longestLead) return null;
  const block = document.blocks[at]!;
  if (listTitle.test(said)) {
    // The title goes on over a few lines: «DANH SÁCH», «TẶNG CỜ THI ĐUA …», «(Kèm theo Quyết định …)».
    let first = at + 1;
    while (first < document.blocks.length && first <= at + leadBelowTitle && !isItem(document, first)) first += 1;
    const title = { start: block.span.start, end: document.blocks[first - 1]!.span.end };
    const words = folded.slice(title.start, title.end);
    if (rules.test(words)) return null;
    const own = mayNameAward(words) ? leadIn(document.text.slice(title.start, title.end)) : null;
    const lead = /(?<![a-z])(?:tang|khen|danh hieu|truy tang)(?![a-z])/.test(words) ? fromBoth(own, enacted()) : null;
    return lead === null ? null : { lead, first };
  }
  if (!announces.test(said.slice(-longestAnnouncement)) || rules.test(said)) return null;
  if (!mayNameAward(said) && !/(?<![a-z])khen thuong(?![a-z])/.test(said)) return null;
  const lead = leadIn(blockText(document, block));
  return lead === null ? null : { lead, first: at + 1 };
}

const longestLabel = 160;
/** «Danh hiệu Lao động tiên tiến», «2. Chiến sĩ thi đua cơ sở», «Các cá nhân đạt danh hiệu …»: what the names below it got. */
const label = new RegExp(
  `^\\s*(?:(?:[-+*•]|[ivx]{1,4}[.)]|[a-d][.)]|\\d{1,2}(?:\\.\\d{1,2})?[.)]?)\\s+)?(?:(?:cac |nhung |danh sach )?(?:ca nhan|dong chi|giao vien|can bo|ong|ba|ho|hoc sinh|thay co)[a-z, ]{0,40} )?(?:(?:dat|duoc|de nghi|cong nhan|tang|xet|nhan|danh hieu|hinh thuc|va|cap tren|khen thuong)[ :]+)*["“]?(?:${awardHeads}|giao vien day gioi|hoc sinh gioi)(?![a-z])`,
);

/** A short line that names one award and nothing else, where a name stands below it. */
function labelled(
  document: SourceDocument,
  at: number,
  said: string,
  contextOf: (blockIndex: number) => StatusContext,
): { lead: NamesLead; first: number } | null {
  if (said.length > longestLabel || !label.test(said) || rules.test(said) || /[.;,]\s*$/.test(said)) return null;
  if (!mayNameTitle(said) && !mayNameAward(said)) return null;
  let first = at + 1;
  while (first < document.blocks.length && blockText(document, document.blocks[first]!).trim() === '') first += 1;
  const below = document.blocks[first];
  if (below === undefined || below.kind === 'table-cell') return null;
  if (listedName(blockText(document, below), 'individual')?.who !== 'individual') return null;
  const lead = leadIn(blockText(document, document.blocks[at]!), true);
  if (lead === null) return null;
  const who = lead.who ?? defaultRecipient(lead.awardCode);
  const context = contextOf(first);
  return {
    lead: { ...lead, who, status: lead.status === 'granted' && context !== null ? context : lead.status },
    first,
  };
}

const isItem = (document: SourceDocument, at: number): boolean => {
  const text = blockText(document, document.blocks[at]!);
  return /^\s*(?:[-–+*•]|\d{1,3}[.)]|[IVX]{1,4}[.)]|[a-d][.)])\s*\S/u.test(text);
};

/** An annex says what its names got; who gives it often stands in the decision only. */
const fromBoth = (own: NamesLead | null, enacted: NamesLead | null): NamesLead | null =>
  own === null
    ? enacted
    : enacted !== null && own.award === enacted.award
      ? { ...own, grantor: own.grantor ?? enacted.grantor }
      : own;

const given = (event: AwardEvent): event is Verb =>
  event.kind === 'verb' && (event.act === 'give' || event.act === 'praise' || event.act === 'receive');

/** Reads what a lead says: one award, given or proposed. */
function leadIn(text: string, isLabel = false): NamesLead | null {
  const { events, reading } = awardEvents(text);
  const awards = events.filter((event): event is NamedAward => event.kind === 'award');
  const verbs = events.filter((event): event is Verb => event.kind === 'verb');
  const title = listTitle.test(fold(text));
  if (awards.some(({ name }) => name !== awards[0]!.name)) return null;
  if (!title && !isLabel && !verbs.some(given) && !verbs.some(({ act }) => act === 'propose')) return null;
  if (awards.length === 0 && !verbs.some(({ act }) => act === 'praise')) return null;
  if (verbs.some(({ act }) => act === 'deny' || act === 'revoke')) return null;
  const award = awards.at(-1);
  const acts = new Set(verbs.map(({ act }) => act));
  const grantor =
    award?.grantor ?? verbs.findLast((verb) => verb.grantor !== null)?.grantor ?? giverBefore(verbs, text, reading);
  const counted = events.findLast((event) => event.kind === 'recipient');
  const name = award === undefined ? null : flagName(award.name, grantor);
  return {
    award: name,
    awardCode: award === undefined ? null : certificateCode(award.name, award.code, grantor),
    grantor,
    status: acts.has('propose') ? 'proposed' : acts.has('register') ? 'registered' : 'granted',
    who: counted?.kind === 'recipient' ? counted.who : null,
    counts: !title && events.some((event) => event.kind === 'recipient' && event.count !== null),
  };
}

/** «Chủ tịch UBND huyện tặng Giấy khen cho các ông, bà có tên sau:»: who gives stands before the verb. */
function giverBefore(verbs: readonly Verb[], text: string, reading: SentenceReading): string | null {
  const verb = verbs.find(({ act, passive }) => act === 'give' && !passive);
  if (verb === undefined) return null;
  const body = bodiesIn(reading, text, 0, verb.first).at(-1);
  return body === undefined || verb.first - body.last > farthestGiver ? null : body.words;
}
/** In terms: «đã quyết định». */
const farthestGiver = 4;

const enactsAward =
  /^\s*dieu\s+1\s*[.:]\s*(?:nay )?(?:tang|tang thuong|truy tang|phong tang|trao tang|cong nhan|khen thuong)(?![a-z])/;

/** What the decision's first article gives: «Điều 1. Tặng Giấy khen của Giám đốc Sở cho 12 cá nhân (có danh sách kèm theo)». */
export function enactedAward(document: SourceDocument, folded: string): NamesLead | null {
  for (const { span } of document.blocks) {
    const end = Math.min(span.end, span.start + longestLead);
    if (!enactsAward.test(folded.slice(span.start, Math.min(end, span.start + 60)))) continue;
    return leadIn(document.text.slice(span.start, end));
  }
  return null;
}

function memo<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
