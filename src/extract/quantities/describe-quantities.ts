import type { Quantity, SourceDocument, TextSpan } from '../../model/index.js';
import { sentencesOf } from '../../text/sentences.js';
import type { Layout } from '../layout.js';
import { baselineOf } from './baseline.js';
import { basisBehind, basisOfHeadings, basisOfWords } from './basis.js';
import { type Measured, phrasesAfter } from './figure-context.js';
import { measure, wholeOf } from './indicator.js';
import { captionOf, listHeadOf } from './list-heads.js';
import { perOf } from './per.js';
import { type Period, periodBehind, periodOf, periodOfTitle, periodsOf, yearOf } from './period.js';
import type { TableReading } from './read-table.js';
import type { Draft } from './reading.js';
import { placesIn, subjectOf } from './subject.js';

export interface Found {
  readonly block: number;
  readonly drafts: readonly Draft[];
  /** of a table's cell: what its heads say */
  readonly table: TableReading | null;
}

export interface Described {
  readonly draft: Draft;
  readonly block: number;
  readonly indicator: { readonly words: string; readonly span: TextSpan | null } | null;
  readonly subject: { readonly words: string; readonly span: TextSpan | null } | null;
  readonly period: string | null;
  readonly basis: Quantity['basis'];
  readonly baseline: string | null;
  readonly per: Quantity['per'];
}

/** A sentence that begins so goes on with the time of the one before. */
const goesOn =
  /^[\s\-–+]*(?:trong đó|cụ thể|ngoài ra|đồng thời|bên cạnh đó|qua đó|theo đó|kết quả|nhờ đó)(?![\p{L}])/iu;

/** "Diện tích lúa là 115 ha. Đạt 99% kế hoạch": a sentence without a subject goes on about the figure before it. */
const saysMore = /^\s*(?:đạt|bằng|tăng|giảm|vượt|chiếm)(?: (?:tỷ lệ|gần|trên|hơn|khoảng|thêm))? $/;

/** "Trong đó, nữ 12 đồng chí": a paragraph of the parts of the figure in the one before. */
const opensWithParts = /^[\s\-–+*•]*trong đó(?!\p{L})/u;

/** "Năm 2018, …": a period before the first comma is the time of all that the paragraph tells, until another is named. */
function openingPeriod(lower: string, start: number, [first]: readonly Period[]): string | null {
  if (first === undefined || lower[first.end] !== ',') return null;
  return /^(?:[\s\-–+*•]|trong|tính đến|đến|(?:cuối|đầu|hết|ngày) )*$/u.test(lower.slice(start, first.start))
    ? first.value
    : null;
}

/** Reads around each figure: what it measures, of which period, as a result or a plan, held against what. */
export function describeQuantities(
  document: SourceDocument,
  layout: Layout,
  lower: string,
  found: readonly Found[],
): readonly Described[] {
  const { text } = document;
  const ofSection = sectionFacts(document, layout, lower);
  const lastOf = new Map<number, Measured>();
  const lone = new Set<number>();
  const ofNames = new Map<string, string | null>();
  // Asked for each cell of a table.
  const periodOfName = (name: string, year: string | null): string | null => {
    const key = `${name}\n${year}`;
    if (!ofNames.has(key)) ofNames.set(key, periodOfTitle(name, year));
    return ofNames.get(key) ?? null;
  };
  return found.flatMap(({ block, drafts, table }): Described[] => {
    const section = ofSection(block);
    if (table !== null) {
      return drafts.map((draft) => ({
        draft,
        block,
        indicator: table.indicator,
        subject: table.subject,
        period:
          periodsOf(table.heads, 0, table.heads.length, section.year)[0]?.value ??
          periodOfName(table.name, section.year) ??
          section.period,
        basis: table.basis ?? section.basis,
        baseline: table.baseline,
        per: perOf(draft, lower, draft.start, draft.end),
      }));
    }
    const { start, end } = document.blocks[block]!.span;
    const sentences = sentencesOf(text, start, end);
    let at = 0;
    let carried: string | null = null;
    let opened: string | null = null;
    // The places of a sentence are looked for when a figure stands in it.
    let named: { readonly sentence: number; readonly places: readonly TextSpan[] } | null = null;
    const after = phrasesAfter(text, lower, drafts);
    const list = listHeadOf(document, lower, block);
    const announced =
      list === null
        ? []
        : periodsOf(
            lower,
            document.blocks[list.block]!.span.start,
            document.blocks[list.block]!.span.end,
            section.year,
          );
    const ofWhich =
      list?.opensParts === true ? list.block : opensWithParts.test(lower.slice(start, start + 24)) ? block - 1 : null;
    const partsOf = ofWhich === null ? undefined : lastOf.get(ofWhich);
    if (isLone(text, start, end, drafts)) lone.add(block);
    const head =
      list?.phrase ?? (lone.has(block) ? captionOf(document, lower, block, (index) => lone.has(index)) : null);
    const wholeOfList = partsOf === undefined ? null : wholeOf(partsOf);
    // The head of a list tells the time of its items.
    opened = announced.at(-1)?.value ?? null;
    carried = opened;
    let previous: Measured | null = null;
    const led = basisOfLead(lower.slice(start, Math.min(end, start + 100))) ?? section.basis;
    let lastBasis: Quantity['basis'] | null = null;
    let periods =
      sentences[0] === undefined
        ? []
        : periodsOf(lower, sentences[0].start, sentences[0].end, section.year, section.period);
    return drafts.map((draft, index): Described => {
      while (at + 1 < sentences.length && sentences[at]!.end <= draft.at) {
        at += 1;
        const next = sentences[at]!;
        const opening = openingPeriod(lower, sentences[at - 1]!.start, periods) ?? opened;
        carried = goesOn.test(lower.slice(next.start, next.start + 24))
          ? (periods.at(-1)?.value ?? carried ?? opening)
          : opening;
        opened = opening;
        periods = periodsOf(lower, next.start, next.end, section.year, section.period);
        if (!lower.slice(next.start - 3, next.start).includes(';') && !saysMore.test(lower.slice(next.start, draft.at)))
          previous = null;
      }
      const sentence = sentences[at] ?? { start, end };
      if (named?.sentence !== at) named = { sentence: at, places: placesIn(text, sentence.start, sentence.end) };
      const limit = Math.min(sentence.end, drafts[index + 1]?.start ?? end);
      const measured: Measured = measure({
        text,
        lower,
        drafts,
        index,
        floor: sentence.start,
        end: sentence.end,
        previous,
        after,
        head,
        wholeOfList,
      });
      const { indicator } = measured;
      previous = measured;
      if (index === drafts.length - 1) lastOf.set(block, measured);
      // A list of figures has sentences without end; what is said of one stands near it.
      const near = Math.max(sentence.start, draft.start - 300);
      const since = Math.max(near, drafts[index - 1]?.end ?? near);
      // "Tổng vốn giao 158 tỷ đồng, trong đó …": parts are meant as their whole is.
      const gap = lower.slice(since, draft.start);
      const ofWhole = measured.whole !== null && !gap.includes(')') && basisOfWords(gap) === null ? lastBasis : null;
      const basis =
        basisBehind(lower.slice(draft.unitEnd, Math.min(limit, draft.unitEnd + 60))) ??
        ofWhole ??
        basisOfWords(lower.slice(near, draft.start), led) ??
        led;
      lastBasis = basis;
      return {
        draft,
        block,
        indicator,
        subject: subjectOf(text, draft, named.places, limit, measured.actor),
        period:
          periodOf(lower, periods, draft) ??
          periodBehind(lower, periods, draft.end, sentence.end) ??
          carried ??
          section.period,
        basis,
        baseline: baselineOf(text, lower, draft, sentence.start, limit),
        per: perOf(draft, lower, sentence.start, limit),
      };
    });
  });
}

/** "Phương hướng 2009: kết nạp mới 1.000 hội viên", "5. Chỉ tiêu năm 2015: …": a paragraph's lead says of all in it. */
function basisOfLead(opening: string): Quantity['basis'] | null {
  const lead =
    /^[\s\-–+*•]*(?:(?:\d{1,2}|[ivx]{1,5}|[a-zđ])[.)/] ?)?(?<lead>(?:phương hướng|nhiệm vụ|chỉ tiêu|mục tiêu|kế hoạch|đăng ký)[^:;.,()]{0,60}):/u.exec(
      opening,
    )?.groups?.['lead'];
  return lead === undefined ? null : basisOfHeadings([lead]);
}

/** Whether a paragraph holds nothing but figures. */
function isLone(text: string, start: number, end: number, [first, second, third]: readonly Draft[]): boolean {
  if (first === undefined || third !== undefined || first.start - start > 3) return false;
  return end - (second ?? first).end <= 2 && !/\p{L}/u.test(text.slice(first.end, second?.start ?? end));
}

interface SectionFacts {
  readonly period: string | null;
  /** the year of periods that name none */
  readonly year: string | null;
  readonly basis: Quantity['basis'];
}

/** A text without a title begins with a paragraph of its own, whose time is not that of the others. */
const isTitle = (words: string): boolean => words.length <= 300 && !/[.;:]$/.test(words);
/** "BÁO CÁO TÓM TẮT": the kind alone, and the line under it says of what, though it may close with a point. */
const kindAlone =
  /^(?:báo cáo|kế hoạch|tờ trình|thông báo|đề án|chương trình)(?: (?:tóm tắt|tổng kết|sơ kết|kết quả|nhanh))?$/;

/** The words of the report's title, in lower case. */
function titleOf({ blocks }: SourceDocument, { zones }: Layout, lower: string): string {
  const wordsOf = (index: number): string => {
    const { start, end } = blocks[index]!.span;
    return lower.slice(start, end).trim();
  };
  const lines = [...blocks.keys()].filter((index) => zones[index] === 'title');
  if (lines.length === 0) return plainTitle(blocks.length, wordsOf);
  const words = lines.map(wordsOf);
  const next = lines.at(-1)! + 1;
  if (words.length === 1 && kindAlone.test(words[0]!) && next < blocks.length && zones[next] === 'body') {
    const under = wordsOf(next).replace(/[.]$/, '');
    return isTitle(under) && !/[.;]/.test(under) ? under : '';
  }
  return words.filter(isTitle).join(' ').slice(0, 1000);
}

/** "Báo cáo tổng kết", and under it "phong trào thi đua năm 1997", in small letters near the top. */
function plainTitle(count: number, wordsOf: (index: number) => string): string {
  for (let index = 0; index < Math.min(count, 12); index += 1) {
    const words = wordsOf(index);
    if (!/^(?:báo cáo|tổng kết|sơ kết|kế hoạch)(?!\p{L})/u.test(words) || !isTitle(words)) continue;
    const under = index + 1 < count ? wordsOf(index + 1) : '';
    return under.length <= 160 && isTitle(under) ? `${words} ${under}` : words;
  }
  return '';
}

/** What the headings over a block, and the report's title, say of its figures; once for each section. */
function sectionFacts(document: SourceDocument, layout: Layout, lower: string): (block: number) => SectionFacts {
  const title = titleOf(document, layout, lower);
  const ofTitle = periodOfTitle(title);
  const known = new Map<string, SectionFacts>();
  return (block) => {
    const headings = layout.headings[block] ?? [];
    const key = headings.join('\n');
    let facts = known.get(key);
    if (facts === undefined) {
      const period =
        headings
          .toReversed()
          .map((heading) => periodOfTitle(heading.toLowerCase(), yearOf(ofTitle)))
          .find((value) => value !== null) ?? ofTitle;
      facts = { period, year: yearOf(period) ?? yearOf(ofTitle), basis: basisOfHeadings(headings) };
      known.set(key, facts);
    }
    return facts;
  };
}
