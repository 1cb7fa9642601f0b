import type { Diagnostic, Quantity, SourceDocument, TextSpan } from '../../model/index.js';
import { pageAt } from '../../model/index.js';
import { letterAt, lowerSameLength } from '../../text/word-edges.js';
import type { Layout } from '../layout.js';
import { checkQuantities } from './check-quantities.js';
import { describeQuantities } from './describe-quantities.js';
import { isEnglishStyle } from './number-style.js';
import { readQuantity } from './read-quantity.js';
import { readTables, type TableReading } from './read-table.js';
import type { Draft, Stretch } from './reading.js';

/**
 * Where a number may begin: a digit, or a word that is a number. "một" and "năm" alone are an article and a year, so
 * that they count only before another number word.
 */
const numeral =
  /\d|một (?=(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|phần|nửa)[ \n])|hai |ba |bốn |năm (?=(?:mươi|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)[ \n])|sáu |bảy |bẩy |tám |chín |mười |nửa (?=số|tổng)/g;

/** Parts of a report whose numbers are not its results. */
const silent: ReadonlySet<Layout['zones'][number]> = new Set([
  'letterhead',
  'addressee',
  'recipients',
  'signature',
  'stamp',
]);

/**
 * Finds what a report counts and measures, in prose and in tables. One scan over the text for numerals, then reading to
 * either side; linear.
 *
 * @param claimed spans that hold numbers of another kind: citations and the header's own number and date
 */
export function extractQuantities(
  document: SourceDocument,
  layout: Layout,
  claimed: readonly TextSpan[],
): { readonly quantities: readonly Quantity[]; readonly diagnostics: readonly Diagnostic[] } {
  const { text } = document;
  const lower = lowerSameLength(text);
  let style: boolean | undefined;
  const english = () => {
    style ??= isEnglishStyle(text);
    return style;
  };
  const taken = claimed.toSorted((a, b) => a.start - b.start);
  let nextTaken = 0;
  const tables = readTables(document, lower, english);

  const found: { block: number; drafts: readonly Draft[]; table: TableReading | null }[] = [];
  document.blocks.forEach((block, index) => {
    if (silent.has(layout.zones[index]!)) return;
    const table = tables.get(index) ?? null;
    if (table !== null) {
      if (table.draft !== null) found.push({ block: index, drafts: [table.draft], table });
      if (table.draft !== null || table.silent) return;
    }
    const stretch: Stretch = { text, lower, start: block.span.start, end: block.span.end, english };
    const drafts: Draft[] = [];
    let counted: Draft | null = null;
    numeral.lastIndex = block.span.start;
    // Offsets hold in it, and a block without a numeral is not searched beyond its end.
    const searched = lower.slice(0, block.span.end + 16);
    for (let hit = numeral.exec(searched); hit !== null && hit.index < block.span.end; hit = numeral.exec(searched)) {
      const at = hit.index;
      while (nextTaken < taken.length && taken[nextTaken]!.end <= at) nextTaken += 1;
      const claim = taken[nextTaken];
      if (claim !== undefined && claim.start <= at) {
        numeral.lastIndex = Math.max(claim.end, at + 1);
        continue;
      }
      if (hit[0].length > 1 && letterAt(lower, at - 1)) {
        numeral.lastIndex = at + 1;
        continue;
      }
      const before = drafts.at(-1) ?? null;
      const paired = before !== null && /^ ?\/ ?$/.test(lower.slice(before.end, at));
      const outcome = readQuantity(stretch, at, paired, before, counted);
      if (outcome.draft !== null) {
        drafts.push(outcome.draft);
        if (outcome.draft.kind === 'count' || outcome.draft.kind === 'ratio') counted = outcome.draft;
      }
      numeral.lastIndex = outcome.next;
    }
    if (drafts.length > 0) found.push({ block: index, drafts, table: null });
  });

  const described = describeQuantities(document, layout, lower, found);
  const quantities = described.map(
    ({ draft, block, indicator, subject, period, basis, baseline, per }): Quantity => ({
      quote: text.slice(draft.start, draft.end),
      span: { start: draft.start, end: draft.end },
      page: pageAt(document, draft.start),
      section: layout.sections[block] ?? null,
      block,
      confidence: draft.confidence,
      rule: draft.rule,
      kind: draft.kind,
      value: Number(draft.exact),
      exact: draft.exact,
      valueMax: draft.max,
      of: draft.of === null ? null : Number(draft.of),
      unit: draft.unit,
      unitCode: draft.unitCode,
      per,
      direction: draft.direction,
      modifier: draft.modifier,
      indicator,
      subject,
      period,
      basis,
      baseline,
    }),
  );
  return { quantities, diagnostics: checkQuantities(document, lower, quantities) };
}
