import {
  type Citation,
  type Diagnostic,
  type Header,
  pageAt,
  type Relation,
  type SourceDocument,
} from '../../model/index.js';
import { sentencesOf } from '../../text/sentences.js';
import type { Layout, Zone } from '../layout.js';
import { aliasReader } from './aliases.js';
import { weigh } from './confidence.js';
import { documentTypeOf } from './document-type.js';
import { issuerAfterTitle } from './issuer-after-title.js';
import { listLeads, opensBlock } from './list-lead.js';
import { ownLaw } from './own-law.js';
import { ownNumber } from './own-number.js';
import { ownOffice } from './own-office.js';
import { shiftedProvisions } from './provision-tree.js';
import { type Provisions, provisionsAfter, provisionsBefore } from './provisions.js';
import type { RawMention } from './raw-mention.js';
import { readSentence } from './read-sentence.js';
import { relationsOf } from './relations.js';
import { repairNumbers } from './repair-numbers.js';
import { repairRecognised } from './repair-recognised.js';
import { resolveShortForms } from './resolve-short-forms.js';
import { scanMentions } from './scan-mentions.js';
import type { Reading, SentenceItem } from './sentence-item.js';
import { titleAt } from './title.js';

/** A reference with its place in the document; offsets are into `document.text`. */
interface Placed {
  readonly raw: RawMention;
  readonly block: number;
  /** start of the block in the document's text: offsets of `raw` count from there */
  readonly base: number;
  readonly start: number;
  readonly end: number;
  /** the parts said before it and after it, in this order; offsets count from the block's start */
  readonly provisions: readonly Provisions[];
}

/** In these parts of a report numbers cite nothing: its own number, the addressees, the file's place. */
const silent: ReadonlySet<Zone> = new Set(['letterhead', 'recipients', 'signature', 'stamp']);
/** "Quốc hội ban hành Luật …": a short line, so that reading it again costs nothing. */
const longestEnacting = 1200;
const recipientsLine = /^[ \t]*(?:[-–+*•][ \t]*)?(?:Nơi nhận|Lưu[ :])/u;

/**
 * Finds every reference to another document, how the report stands to it, and how the cited documents stand to one
 * another. Pure and linear; a mention never runs over two blocks.
 *
 * @param header the report's own number and issuer tell what it issued itself; fields may be null
 * @param scan finds the mentions of a block; another one than the rules' own only to weigh what they refuse
 */
export function extractCitations(
  document: SourceDocument,
  layout: Layout,
  header: Header,
  scan: (text: string) => readonly RawMention[] = scanMentions,
): {
  readonly citations: readonly Citation[];
  readonly relations: readonly Relation[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const own = ownNumber(document, header);
  const law = ownLaw(header);
  const office = ownOffice(header.issuer, own.issuerSymbols);

  const withAliases = aliasReader();
  const placed: Placed[] = [];
  const byBlock = new Map<number, Placed[]>();
  for (const [block, { span, kind }] of document.blocks.entries()) {
    if (silent.has(layout.zones[block] ?? 'body') || kind === 'header' || kind === 'footer') continue;
    const text = document.text.slice(span.start, span.end);
    if (recipientsLine.test(text)) continue;
    const found: Placed[] = [];
    let edge = 0;
    for (const raw of withAliases(text, withAmended(text, scan(text)))) {
      if (law.isOwn(raw)) continue;
      if (raw.number !== null && own.isOwn(raw.number, raw.date?.iso ?? null, raw.typeWord?.word.code ?? null))
        continue;
      if (raw.number !== null && own.lines.has(block) && raw.typeWord === null) continue;
      const before = raw.inherited ? null : provisionsBefore(text, edge, raw.start);
      const start = before?.start ?? raw.start;
      found.push({
        raw,
        block,
        base: span.start,
        start: span.start + start,
        end: span.start + raw.end,
        provisions: before === null ? [] : [before],
      });
      edge = raw.end;
      if (raw.date !== null && raw.date.iso === null)
        diagnostics.push({
          code: 'citations/impossible-date',
          level: 'warning',
          message: `The calendar has no ${text.slice(raw.date.start, raw.date.end)}`,
          span: { start: span.start + raw.date.start, end: span.start + raw.date.end },
        });
    }
    const whole = found.map((one, index) => withProvisionsAfter(text, one, found[index + 1]));
    if (whole.length > 0) byBlock.set(block, whole);
    placed.push(...whole);
  }

  const readings = readAll(document, placed, byBlock, office);
  const citations = placed.map((one, index) => {
    // A title ends where the next reference stands that is not a part of it.
    const next = placed[index + 1];
    const parted = next !== undefined && next.block === one.block && readings.get(next)?.parent === null;
    return toCitation(document, layout, one, parted ? next.start : null, readings.get(one));
  });
  const raws = placed.map(({ raw }) => raw);
  const repaired = repairRecognised(repairNumbers(resolveShortForms(citations, raws), raws), document);
  const weighed = weigh(repaired, raws);
  return { citations: weighed, relations: relationsOf(weighed, placed, readings), diagnostics };

  /** The mentions of a block, where an amending law that names itself gives way to the law it amends. */
  function withAmended(text: string, found: readonly RawMention[]): readonly RawMention[] {
    if (text.length > longestEnacting) return found;
    return found.flatMap((raw) => {
      const at = law.amendedAt(text, raw);
      return at < 0
        ? [raw]
        : scan(' '.repeat(at) + text.slice(at)).filter(({ start, end }) => start >= at && end <= raw.end);
    });
  }

  function readAll(
    source: SourceDocument,
    all: readonly Placed[],
    groups: ReadonlyMap<number, readonly Placed[]>,
    ownOfficeName: ReturnType<typeof ownOffice>,
  ): Map<Placed, Reading & { readonly sentence: number; readonly at: number }> {
    const anchored = anchoredMentions(source, groups);
    const atMarks = new Set([...anchored.values()].flat().map(({ mention }) => mention));
    const result = new Map<Placed, Reading & { readonly sentence: number; readonly at: number }>();
    let opening = true;
    let sentenceId = 0;
    const opens = (block: number): boolean => {
      const first = groups.get(block)?.find(({ raw }) => raw.kind !== 'anaphora');
      return first !== undefined && opensBlock(source.text, source.blocks[block]!.span.start, first.start);
    };
    const leadAt = listLeads(source, ownOfficeName, opens);
    const blocks = new Set([...groups.keys(), ...anchored.keys()]);
    for (const block of [...blocks].sort((a, b) => a - b)) {
      const { span } = source.blocks[block]!;
      const notes = anchored.get(block) ?? [];
      const here = [
        ...(groups.get(block) ?? [])
          .filter((one) => one.raw.kind !== 'anaphora' && !atMarks.has(one))
          .map((one) => ({ one, at: one.start, end: one.end, footnote: false })),
        ...notes.map(({ mention, at }) => ({ one: mention, at, end: at, footnote: true })),
      ].sort((a, b) => a.at - b.at);
      if (here.length === 0) continue;
      let lead = leadAt(block);
      let next = 0;
      for (const sentence of sentencesOf(source.text, span.start, span.end)) {
        const items: typeof here = [];
        while (next < here.length && here[next]!.at < sentence.end) items.push(here[next++]!);
        if (items.length === 0) continue;
        sentenceId += 1;
        const read = readSentence(
          source.text,
          sentence,
          items.map(({ one, at, end, footnote }) => sentenceItem(source.text, one, at, end, footnote)),
          { own: ownOfficeName, opening, lead },
        );
        for (const [index, item] of items.entries())
          result.set(item.one, { ...read[index]!, parent: read[index]!.parent, sentence: sentenceId, at: item.at });
        // A title that names a document opens nothing yet.
        if (layout.zones[block] !== 'title') opening = false;
        lead = null;
      }
    }
    for (const one of all) if (!result.has(one)) result.set(one, { ...unread, sentence: -1, at: one.start });
    return result;
  }
}

function withProvisionsAfter(text: string, one: Placed, next: Placed | undefined): Placed {
  if (one.raw.kind === 'anaphora') return one;
  const after = provisionsAfter(text, one.raw.end, next === undefined ? text.length : next.start - one.base);
  return after === null ? one : { ...one, provisions: [...one.provisions, after] };
}

const unread: Reading = {
  role: 'mentions',
  detail: null,
  preceding: null,
  parent: null,
  parentRelation: null,
  issuedHere: false,
};

/** Mentions that a footnote opens with, by the block that carries the footnote's mark. */
function anchoredMentions(
  document: SourceDocument,
  groups: ReadonlyMap<number, readonly Placed[]>,
): Map<number, { readonly mention: Placed; readonly at: number }[]> {
  const anchored = new Map<number, { readonly mention: Placed; readonly at: number }[]>();
  for (const note of document.notes) {
    if (note.anchor === null) continue;
    const { start: at } = note.anchor;
    const body = blockAt(document, at);
    const block = note.blocks[0];
    if (body < 0 || block === undefined) continue;
    let edge = document.blocks[block]!.span.start;
    for (const mention of groups.get(block) ?? []) {
      // "¹ Kế hoạch số …; Công văn số …": nothing but the mark, numbers and separators before.
      if (
        mention.raw.kind === 'anaphora' ||
        /\p{L}{2}/u.test(document.text.slice(edge, mention.start).replace(/và|các|xem|theo/giu, ''))
      )
        break;
      if (/theo/iu.test(document.text.slice(edge, mention.start))) break;
      anchored.set(body, [...(anchored.get(body) ?? []), { mention, at }]);
      edge = mention.end;
      const title = titleAt(document.text, edge, document.blocks[block]!.span.end);
      if (title !== null) break;
    }
  }
  return anchored;
}

function blockAt(document: SourceDocument, offset: number): number {
  let low = 0;
  let high = document.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (document.blocks[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const found = low - 1;
  return found >= 0 && offset < document.blocks[found]!.span.end ? found : -1;
}

function sentenceItem(text: string, one: Placed, at: number, end: number, footnote: boolean): SentenceItem {
  const { raw, base } = one;
  const parenthesised = /[(][ \t\n]{0,2}$/u.test(text.slice(Math.max(0, one.start - 3), one.start));
  const type = documentTypeOf(raw);
  return {
    start: at,
    end,
    headWord: (footnote || parenthesised) && raw.typeWord !== null ? raw.typeWord.word.name : null,
    issuer: raw.issuer === null ? null : text.slice(base + raw.issuer.start, base + raw.issuer.end),
    issuerSymbol: raw.number?.issuerSymbol ?? null,
    family: `${type ?? ''}|${raw.number?.issuerSymbol ?? ''}|${raw.kind}`,
    isLetter:
      type === 'CV' ||
      (type === null && raw.number?.family === 'letter') ||
      /^(?:văn bản|giấy mời)/u.test(raw.typeWord?.word.name ?? ''),
    isLaw: raw.kind === 'named' && ['L', 'BL', 'PL', 'HP'].includes(type ?? ''),
    footnote,
    date: raw.date?.iso ?? null,
    inPart: one.provisions.length > 0,
  };
}

const squeeze = (text: string): string => text.replace(/[ \t\n\u00a0]+/g, ' ').trim();

function toCitation(
  document: SourceDocument,
  layout: Layout,
  one: Placed,
  titleLimit: number | null,
  reading: (Reading & { readonly at: number }) | undefined,
): Citation {
  const { raw, base, block } = one;
  const { text } = document;
  const inNote = document.blocks[block]!.kind === 'footnote' || document.blocks[block]!.note !== undefined;
  const blockEnd = document.blocks[block]!.span.end;
  const preceding = reading?.preceding ?? null;
  const issuer =
    raw.issuer !== null
      ? squeeze(text.slice(base + raw.issuer.start, base + raw.issuer.end))
      : preceding !== null
        ? squeeze(text.slice(preceding.start, preceding.end))
        : null;
  const date = raw.date !== null ? raw.date.iso : preceding?.acts ? preceding.date : null;
  const number = raw.number === null ? null : raw.number.printed.replace(/ /g, '') + raw.sharedTail;
  const span = { start: one.start, end: one.end };
  const wholeTitle = titleAt(text, one.end, Math.max(one.end, titleLimit ?? blockEnd));
  const symbol = raw.number?.issuerSymbol ?? null;
  const afterTitle =
    issuer === null && wholeTitle !== null && symbol !== null ? issuerAfterTitle(wholeTitle, symbol) : null;
  const ownTitle = afterTitle?.title ?? wholeTitle;
  return {
    quote: text.slice(span.start, span.end),
    span,
    page: pageAt(document, span.start),
    section: layout.sections[block] ?? null,
    block,
    confidence: 0,
    rule: raw.rule,
    kind: raw.kind,
    type: documentTypeOf(raw),
    number,
    name: raw.kind === 'named' ? raw.named!.name : null,
    resolved: null,
    repaired: null,
    date,
    issuer: inNote && raw.issuer === null ? null : (issuer ?? afterTitle?.issuer ?? null),
    title: ownTitle ?? (raw.named !== null && raw.kind === 'numbered' ? raw.named.name : null),
    provisions: one.provisions.flatMap(({ provisions }) => provisions),
    provisionTree: one.provisions.flatMap(({ tree }) => shiftedProvisions(tree, base)),
    evidence: [],
    role: reading?.role ?? 'mentions',
    relationDetail: reading?.detail ?? null,
    footnote: inNote,
  };
}
