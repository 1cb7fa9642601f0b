import type { Quantity, SourceDocument, TextSpan } from '../../model/index.js';
import { sentencesOf } from '../../text/sentences.js';
import type { Layout } from '../layout.js';
import { basisOfHeadings, basisOfWords } from './basis.js';
import { baselineOf, type Indicator, indicatorOf } from './indicator.js';
import { periodOf, periodsOf } from './period.js';
import type { TableReading } from './read-table.js';
import type { Draft } from './reading.js';

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
  readonly period: string | null;
  readonly basis: Quantity['basis'];
  readonly baseline: string | null;
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
  return found.flatMap(({ block, drafts, table }): Described[] => {
    const section = ofSection(block);
    if (table !== null) {
      return drafts.map((draft) => ({
        draft,
        block,
        indicator: table.indicator,
        period: table.period ?? section.period,
        basis: table.basis ?? section.basis,
        baseline: table.baseline,
      }));
    }
    const { start, end } = document.blocks[block]!.span;
    const sentences = sentencesOf(text, start, end);
    let at = 0;
    let previous: { readonly end: number; readonly indicator: Indicator | null } | null = null;
    let periods = sentences[0] === undefined ? [] : periodsOf(lower, sentences[0].start, sentences[0].end);
    return drafts.map((draft, index): Described => {
      while (at + 1 < sentences.length && sentences[at]!.end <= draft.at) {
        at += 1;
        if (sentences[at]!.end > draft.at) {
          previous = null;
          periods = periodsOf(lower, sentences[at]!.start, sentences[at]!.end);
        }
      }
      const sentence = sentences[at] ?? { start, end };
      const limit = Math.min(sentence.end, drafts[index + 1]?.start ?? end);
      const indicator = indicatorOf(text, lower, draft, sentence.start, limit, previous);
      previous = { end: draft.end, indicator };
      // A list of figures has sentences without end; what is said of one stands near it.
      const near = Math.max(sentence.start, draft.start - 300);
      return {
        draft,
        block,
        indicator,
        period: periodOf(lower, periods, draft.start, draft.end) ?? section.period,
        basis: basisOfWords(lower.slice(near, draft.start)) ?? section.basis,
        baseline: baselineOf(text, lower, draft, sentence.start, limit),
      };
    });
  });
}

interface SectionFacts {
  readonly period: string | null;
  readonly basis: Quantity['basis'];
}

/** What the headings over a block, and the report's title, say of its figures; once for each section. */
function sectionFacts(document: SourceDocument, layout: Layout, lower: string): (block: number) => SectionFacts {
  const title = document.blocks
    .filter((_, index) => layout.zones[index] === 'title')
    .map(({ span }) => lower.slice(span.start, span.end))
    .join(' ')
    .slice(0, 1000);
  const ofTitle = periodsOf(title, 0, title.length)[0]?.value ?? null;
  const known = new Map<string, SectionFacts>();
  return (block) => {
    const headings = layout.headings[block] ?? [];
    const key = headings.join('\n');
    let facts = known.get(key);
    if (facts === undefined) {
      const period = headings
        .toReversed()
        .map((heading) => periodsOf(heading.toLowerCase(), 0, heading.length)[0]?.value)
        .find((value) => value !== undefined);
      facts = { period: period ?? ofTitle, basis: basisOfHeadings(headings) };
      known.set(key, facts);
    }
    return facts;
  };
}
