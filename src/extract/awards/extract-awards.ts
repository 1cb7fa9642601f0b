import type { Award, Citation, Diagnostic, SourceDocument, TextSpan } from '../../model/index.js';
import { pageAt } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import type { Layout } from '../layout.js';
import { linesAndSentences } from './award-sentences.js';
import { gridAwards, tableAwards } from './award-tables.js';
import { awardsAndParts, partsTakenUp } from './awards-and-parts.js';
import { mayNameAward, mayNameTitle } from './candidates.js';
import { beginsWithClass, markOfClass, orderAbove } from './class-items.js';
import { inlineNames } from './inline-names.js';
import { countsOfItem, sumOfItems } from './items-of-sum.js';
import { mayLabelTitles } from './labelled-titles.js';
import { awardHeads, listLeads } from './list-leads.js';
import { makesRules } from './makes-rules.js';
import { enactedAward, nameLists } from './name-lists.js';
import { noAwards } from './no-awards.js';
import { ownStatus } from './own-status.js';
import { mentionedIn, partsOf } from './parts-of-sum.js';
import { periodIn } from './period-in.js';
import type { SentenceAward } from './sentence-awards.js';
import { stackedGrids } from './stacked-grid.js';
import { type StatusContext, statusContexts, wantedIn } from './status-context.js';
import type { TableAward } from './table-award.js';
import { titlesUnder, topicAbove } from './topic-titles.js';

const mayDeny = /(?<![a-z])(?:khong|chua co)(?![a-z])/;
const passedOver = new Set(['recipients', 'signature', 'stamp', 'letterhead', 'addressee']);

/**
 * Finds the commendations a report records: who got, is proposed for, registered for or aims at which title or form, or
 * that nobody got any.
 *
 * @param citations of the same document: the deciding document is the one cited in the same sentence
 * @returns awards in the order of the text. Pure; linear in the document's length
 */
export function extractAwards(
  document: SourceDocument,
  layout: Layout,
  citations: readonly Citation[],
): { readonly awards: readonly Award[]; readonly diagnostics: readonly Diagnostic[] } {
  const awards: Award[] = [];
  if (makesRules(document)) return { awards, diagnostics: [] };
  const folded = fold(document.text);
  const contextOf = statusContexts(document, layout, (at) => ownStatus(folded, document.blocks[at]!.span));
  const leadOf = listLeads(document);
  const listedNames = nameLists(document, folded, contextOf);
  const leads = new Set(
    [...listedNames.values()]
      .flat()
      .flatMap(({ lead, leadEnd }) => Array.from({ length: leadEnd - lead }, (_, i) => lead + i)),
  );
  /** the names below a lead that counts them, by kind: «cho 02 tập thể và 04 cá nhân, gồm:» */
  const namesBelow = (lead: number, who: Award['recipient']): string =>
    !leads.has(lead)
      ? ''
      : [...listedNames.values()]
          .flat()
          .filter((one) => one.counts && one.lead <= lead && lead < one.leadEnd && one.who === who)
          .map(({ name }) => name.name)
          .join('; ');
  const readTables = new Set<number>();
  const enacted = () => enactedAward(document, folded);
  const place = (blockIndex: number, span: TextSpan) => ({
    quote: document.text.slice(span.start, span.end),
    span,
    page: pageAt(document, span.start),
    section: layout.sections[blockIndex] ?? null,
    block: blockIndex,
  });
  /** A table's record with its place; what stands under «Đề nghị khen thưởng» is asked for, where no head says otherwise. */
  const placedRecord = ({ span, block, assumed, ...fields }: TableAward): Award => {
    const above = assumed === true && fields.status === 'granted' ? contextOf(block) : null;
    return {
      ...place(block, span),
      ...fields,
      status: above === 'proposed' || above === 'registered' ? above : fields.status,
    };
  };
  for (const tableIndex of document.tables.keys()) {
    const found = tableAwards(document, tableIndex, enacted);
    if (found === null) continue;
    readTables.add(tableIndex);
    for (const one of found) awards.push(placedRecord(one));
  }
  const stacked = new Set<number>();
  for (const { rows, columns, start, blocks } of stackedGrids(document)) {
    const found = gridAwards(document, rows, columns, start, enacted);
    if (found === null) continue;
    for (const block of blocks) stacked.add(block);
    for (const one of found) awards.push(placedRecord(one));
  }
  // A paragraph may go on with the parts of the sum that ends the one above.
  let sum: { readonly award: () => SentenceAward | null; readonly block: number } | null = null;
  /** «… cho 17 tập thể, 54 cá nhân, cụ thể:» with items below that only count */
  const opensItems = (at: number): boolean => {
    const [lead, next] = [document.blocks[at]!, document.blocks[at + 1]];
    if (next === undefined || !document.text.slice(lead.span.start, lead.span.end).trimEnd().endsWith(':'))
      return false;
    return countsOfItem(document.text.slice(next.span.start, next.span.end)) !== null;
  };
  let itemised: { readonly sum: SentenceAward; readonly block: number } | null = null;
  for (const [blockIndex, block] of document.blocks.entries()) {
    if (stacked.has(blockIndex) || (block.cell !== undefined && readTables.has(block.cell.table))) continue;
    if (passedOver.has(layout.zones[blockIndex] ?? 'body') || block.kind === 'header' || block.kind === 'footer')
      continue;
    const blockFolded = folded.slice(block.span.start, block.span.end);
    const placedIn = (span: TextSpan) => place(blockIndex, span);
    const listed = listedNames.get(blockIndex);
    if (listed !== undefined) {
      for (const { name, span, who, lead, leadEnd, counts, ...fields } of listed) {
        // Its lead counts it, and bears its name.
        if (counts) continue;
        awards.push({
          ...placedIn(span),
          ...fields,
          count: 1,
          percent: null,
          recipient: who,
          recipientName: name.name,
          period: periodIn(document.text, document.blocks[lead]!.span),
          decision: decisionIn(citations, {
            start: document.blocks[lead]!.span.start,
            end: document.blocks[leadEnd - 1]!.span.end,
          }),
          confidence: fields.award === null ? 0.6 : 0.8,
          rule: 'award/name-line',
        });
      }
      continue;
    }
    const none = mayDeny.test(blockFolded) ? noAwards(document, blockIndex) : null;
    if (none !== null) {
      awards.push({
        ...placedIn(none),
        award: null,
        awardCode: null,
        count: null,
        percent: null,
        recipient: null,
        recipientName: null,
        grantor: null,
        status: 'none',
        period: periodIn(document.text, none),
        decision: null,
        confidence: 0.9,
        rule: 'award/none-under-heading',
      });
      continue;
    }
    if (itemised !== null && itemised.block === blockIndex - 1) {
      const text = document.text.slice(block.span.start, block.span.end);
      const counts = countsOfItem(text);
      if (counts !== null) {
        for (const { start, end, ...fields } of partsOf(itemised.sum, text.slice(counts))) {
          const from = block.span.start + counts;
          const span = { start: from + start, end: from + end };
          awards.push({ ...placedIn(span), ...fields, period: periodIn(document.text, block.span), decision: null });
        }
        itemised = { sum: itemised.sum, block: blockIndex };
        continue;
      }
    }
    const mayName = (words: string): boolean =>
      mayNameAward(words) || mayLabelTitles(words) || (mayNameTitle(words) && leadOf(blockIndex) !== null);
    const goesOnWithParts = sum !== null && sum.block === blockIndex - 1 && partsOfSum.test(blockFolded);
    const ofOrder = beginsWithClass(blockFolded) && orderAbove(document, folded, blockIndex) !== null;
    const blockMayName = ofOrder || mayName(blockFolded);
    const topic = topicAbove(document, blockIndex, blockFolded);
    if (!blockMayName && !goesOnWithParts && topic === null) continue;
    let ofBlock: StatusContext | undefined;
    let before: TextSpan | null = null;
    let goesOn: StatusContext = null;
    let ofItems: (() => SentenceAward | null) | null = null;
    let recognisedBefore: TextSpan | null = null;
    for (const sentence of linesAndSentences(document.text, block.span)) {
      const said = folded.slice(sentence.start, sentence.end);
      // A block of one sentence was looked at already.
      const named = said.length === blockFolded.length ? blockMayName : blockMayName && mayName(said);
      const lead = before === null ? '' : folded.slice(before.start, before.end);
      before = sentence;
      const carried: StatusContext = goesOn;
      goesOn = null;
      const spokenOf = sum !== null && sum.block >= blockIndex - 1 ? sum.award : null;
      sum = null;
      if (!partsOfSum.test(said)) ofItems = null;
      // «… đề nghị tặng Bằng khen. Trong đó có 12 tập thể, 30 cá nhân.»
      // «Qua bình xét có 46.215 hộ đạt danh hiệu, …»
      const untitled = titleBefore.test(said);
      const takes =
        spokenOf !== null && (!named || untitled) && (partsOfSum.test(said) || takesUp.test(said)) && /\d/.test(said);
      const whole = takes ? spokenOf() : null;
      const text = document.text.slice(sentence.start, sentence.end);
      /** Adds what a sentence says of awards that stand above it, which no decision beside it is about. */
      const takeUp = (found: readonly SentenceAward[]): void => {
        for (const { start, end, ...fields } of found) {
          const span = { start: sentence.start + start, end: sentence.start + end };
          const period = periodIn(document.text, span, sentence);
          awards.push({ ...placedIn(span), ...fields, period, decision: null });
        }
      };
      if (whole !== null) {
        const taken = partsTakenUp(reached(whole, said), withoutWhole(text));
        takeUp(taken);
        // «… Qua bình xét có 46.215 hộ đạt danh hiệu. Trong đó: cấp tỉnh 1.426 hộ, …»
        if (taken.length > 0 && !partsOfSum.test(said)) sum = { award: () => taken.at(-1)!, block: blockIndex };
        continue;
      }
      if (!named && recognisedBefore !== null && goesOnRecognising.test(said)) {
        const standing = document.text.slice(recognisedBefore.start, sentence.start);
        takeUp(
          goingOnFrom(standing, text, (words) => awardsAndParts(words, contextOf(blockIndex), leadOf(blockIndex))),
        );
        continue;
      }
      recognisedBefore = null;
      if (!named) {
        const titles = topic === null ? [] : titlesUnder(topic, text, contextOf(blockIndex));
        takeUp(titles);
        // «Kết quả có 3.120 hộ đạt, trong đó:» above «- Cấp tỉnh: 64 hộ;»
        if (titles.length > 0) ofItems = () => titles.at(-1)!;
        continue;
      }
      ofBlock ??= contextOf(blockIndex);
      // «… 19 trường hợp đề nghị khen thưởng. Trong đó, …»: the parts of a sum have its status.
      const context: StatusContext =
        (partsOfSum.test(said) ? (wantedIn(lead) ?? carried) : null) ??
        (beginsWithAward.test(said) ? carried : null) ??
        ofBlock;
      const decision = decisionIn(citations, sentence);
      const order = beginsWithClass(said) ? orderAbove(document, folded, blockIndex) : null;
      const found = underOrder(order, text, (words) => awardsAndParts(words, context, leadOf(blockIndex)));
      if (/^(?:TCQG|OCOP|NTM|DVK)$/.test(found.at(-1)?.awardCode ?? '')) recognisedBefore = sentence;
      const sums = new Set(found.map(({ award }) => award));
      // Most lines have no such items below them.
      ofItems = sums.size > 1 ? null : () => found.at(-1) ?? sumOfItems(text);
      if (sums.size === 1) sum = { award: () => found.at(-1)!, block: blockIndex };
      // Most sentences are taken up by none.
      else if (found.length === 0) sum = { award: () => mentionedIn(text), block: blockIndex };
      for (const { start, end, ...fields } of found) {
        const span = { start: sentence.start + start, end: sentence.start + end };
        const many = fields.count === null && fields.percent === null && fields.recipient !== null;
        // «tặng Giấy khen cho các cá nhân sau:»: the names below say who.
        if (many && (leads.has(blockIndex) || opensItems(blockIndex))) continue;
        const names = many
          ? inlineNames(text, end, fields.recipient)
          : fields.count === null
            ? ''
            : namesBelow(blockIndex, fields.recipient);
        const recipientName = names === '' ? fields.recipientName : names;
        const period = periodIn(document.text, span, sentence);
        awards.push({ ...placedIn(span), ...fields, recipientName, period, decision });
        goesOn = fields.status === 'none' || fields.status === 'granted' ? null : fields.status;
      }
    }
    const itemSum = ofItems !== null && opensItems(blockIndex) ? ofItems() : null;
    if (itemSum !== null) itemised = { sum: itemSum, block: blockIndex };
  }
  // Stable: the records of one sentence keep their order.
  return { awards: awards.sort((a, b) => a.block - b.block), diagnostics: [] };
}

/** Reads an item of a class with its order before it, and places what is found in the item itself. */
function underOrder(order: string | null, text: string, read: (words: string) => SentenceAward[]): SentenceAward[] {
  if (order === null) return read(text);
  const mark = markOfClass(fold(text));
  const shift = order.length + 1 - mark;
  return read(`${order} ${text.slice(mark)}`).map((one) => ({
    ...one,
    start: Math.max(mark, one.start - shift),
    end: one.end - shift,
  }));
}

/**
 * «… 04 trường được công nhận đạt chuẩn quốc gia. Đến nay có 52/81 trường đạt chuẩn.»: reads a sentence with what stands before it
 * as one, and gives what is found in the sentence itself.
 */
function goingOnFrom(
  before: string,
  text: string,
  read: (words: string) => readonly SentenceAward[],
): readonly SentenceAward[] {
  return read(`${before.replace(/\.(?=\s*$)/, ';')}${text}`)
    .filter(({ start }) => start >= before.length)
    .map((one) => ({ ...one, start: one.start - before.length, end: one.end - before.length }));
}

/** «Đề nghị tặng … cho 16 tập thể. Bằng khen … cho 7 cá nhân.»: a list of awards may go on behind a full stop. */
const beginsWithAward = new RegExp(`^\\s*(?:${awardHeads}|co thi dua)(?![a-z])`);
/** A sentence that counts more of those who were recognised in the one before it, without the standard's name. */
const goesOnRecognising =
  /(?<![\d./])\d[\d./]{0,9} (?:truong|xa|phuong|san pham|mo hinh)(?![a-z])[^.;]{0,60}(?<![a-z])(?:dat chuan|duoc cong nhan|[345] sao)|cong nhan (?:lai|moi|them)(?: duoc)? \d/;
const partsOfSum = /^\s*(?:trong do|cu the|gom|bao gom)(?![a-z])/;

/** A title by no name but the one before. */
const titleBefore = /(?<![a-z])dat danh hieu\s*[,.;]/;

/** «Kết quả có 14 tập thể được tặng», «34 cá nhân đạt danh hiệu này»: which award, the sentence before says. */
const takesUp =
  /(?<![a-z])(?:duoc (?:tang|trao tang|tang thuong|cong nhan)\s*(?:[.;]|$)|dat danh hieu\s*[,.;]|(?:danh hieu|hinh thuc|phan thuong) nay)/;

/** What came of a registration: «Qua bình xét có 46.215 hộ đạt danh hiệu». */
const reached = (sum: SentenceAward, said: string): SentenceAward =>
  sum.status === 'registered' &&
  /(?<![a-z])(?:binh xet|cuoi nam|ket qua|dat danh hieu|duoc cong nhan)(?![a-z])/.test(said)
    ? { ...sum, status: 'granted' }
    : sum;

/** «…, bằng 61,9% số hộ đăng ký»: of all those who registered; blanked, so that the places of the rest stay. */
const withoutWhole = (text: string): string =>
  text.replace(/(?<=\d\s?%)\s+(?:so với\s+)?(?:tổng\s+)?số\s+\p{L}+\s+đăng ký/gu, (words) => ' '.repeat(words.length));

function decisionIn(citations: readonly Citation[], sentence: TextSpan): string | null {
  const inside = citations.filter(
    ({ span, kind }) => kind === 'numbered' && span.start >= sentence.start && span.end <= sentence.end,
  );
  return inside.find(({ type, number }) => type === 'QĐ' || /QĐ/u.test(number ?? ''))?.number ?? null;
}
