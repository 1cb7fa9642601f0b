import { z } from 'zod';
import { diagnostic } from './diagnostic.js';
import { type TextSpan, textSpan } from './span.js';

/** What every mention carries beside its own fields. */
const mention = {
  /** the words as they stand in the text: `text.slice(span.start, span.end)` */
  quote: z.string(),
  span: textSpan,
  /** from 1; null where the format has no pages */
  page: z.int().positive().nullable(),
  /** the nearest heading's path ("II.2.1.a"); null before the first heading */
  section: z.string().nullable(),
  /** index into `SourceDocument.blocks` */
  block: z.int().nonnegative(),
  /** 0..1, from the rule's own evidence */
  confidence: z.number().min(0).max(1),
  /** how sure recognition is of its least certain word, 0..1; missing where nothing of it was read off a picture */
  certainty: z.number().min(0).max(1).optional(),
  /** name of the rule that made it */
  rule: z.string(),
};

/** How the report stands to what it cites. */
export const citationRole = z.enum(['implements', 'based-on', 'responds-to', 'issued', 'mentions']);
export type CitationRole = z.infer<typeof citationRole>;

/** How one document stands to another (coarse; `relationDetail` holds the fine word of data/relations.csv). */
export const relationKind = z.enum([
  'implements',
  'based-on',
  'amends',
  'replaces',
  'repeals',
  'approves',
  'issues',
  'guides',
  'responds-to',
]);
export type RelationKind = z.infer<typeof relationKind>;

/** The parts of a document, largest first; annexes and their forms stand beside the body. */
export const provisionUnit = z.enum([
  /** phụ lục */
  'annex',
  /** mẫu, biểu, bảng, phụ biểu */
  'form',
  /** phần */
  'part',
  /** chương */
  'chapter',
  /** mục */
  'section',
  /** tiểu mục */
  'subsection',
  /** điều */
  'article',
  /** khoản */
  'clause',
  /** điểm */
  'point',
  /** tiết, đoạn, gạch đầu dòng */
  'indent',
  /** a numbered entry of an annex: chỉ tiêu */
  'item',
]);
export type ProvisionUnit = z.infer<typeof provisionUnit>;

/** A part of a document, or a run of its parts, with the smaller parts that the text names inside it. */
export interface Provision {
  readonly unit: ProvisionUnit;
  /** as printed, without the unit's word: "9", "12a", "đ", "XII", "thứ hai"; of a range both ends: "5-9" */
  readonly label: string;
  /** first part of a range ("Điều 5 đến Điều 9"), as printed; null of a single part */
  readonly from: string | null;
  /** last part of a range, included; null of a single part */
  readonly to: string | null;
  /** the words of the label; of a range from the first end to the last */
  readonly span: TextSpan;
  /** smaller parts inside, in the order of the text */
  readonly children: readonly Provision[];
}
export const provision: z.ZodType<Provision> = z.lazy(() =>
  z
    .object({
      unit: provisionUnit,
      label: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      span: textSpan,
      children: z.array(provision).readonly(),
    })
    .readonly(),
);

/** What in the text speaks for a citation. More of it never makes one less likely. */
export const evidenceKind = z.enum([
  /** number with its symbol, as against a bare number */
  'symbol',
  /** nothing in the number had to be put right */
  'as-printed',
  /** what was put right is proved by the same number elsewhere in the report or by the issuer named beside it */
  'repair-witness',
  /** the kind of document is said before it: "Quyết định" */
  'type-word',
  /** the kind is said before the first item of the list */
  'shared-head',
  /** "số" stands before the number */
  'number-word',
  /** the symbol begins with a known type code: "QĐ" */
  'type-code',
  /** type word and type code name one kind */
  'type-agreement',
  /** the symbol names a known issuer: "UBND", "QH15" */
  'issuer-symbol',
  /** the year stands in the number or the name */
  'year',
  'date',
  /** "của UBND tỉnh", or the office before the verb */
  'issuer-phrase',
  /** name in the catalogue of laws */
  'catalogue',
  /** the name has the shape of a law's or a congress's */
  'name-shape',
  /** the symbol is that of the list's last item: "12, 13 và 14/QĐ-UBND" */
  'shared-symbol',
  /** the report cites the number elsewhere too */
  'cited-again',
  /** a phrase leads to it: "căn cứ", "thực hiện", "ban hành" */
  'citing-phrase',
  /** what it is about follows: "về việc …" */
  'title',
  /** parts of it are named: "khoản 2 Điều 5" */
  'provisions',
]);
export type EvidenceKind = z.infer<typeof evidenceKind>;

/** A damaged number as it must have been, and what proves it. */
export const numberRepair = z
  .object({
    number: z.string(),
    witness: z
      .object({
        /** the same number undamaged in this report; the issuer named beside it; a symbol that the tables know; the type word */
        kind: z.enum(['mention', 'issuer', 'symbol', 'type-word']),
        /** its words: the other number, the issuer, the symbol, the type word */
        said: z.string(),
        /** of a mention: index into `citations` */
        citation: z.int().nonnegative().nullable(),
      })
      .readonly(),
  })
  .readonly();
export type NumberRepair = z.infer<typeof numberRepair>;

/** A place in the text that points at one identifiable document. */
export const citation = z
  .object({
    ...mention,
    kind: z.enum(['numbered', 'named', 'anaphora']),
    /** code of data/document-types.csv; "CV" for công văn; null when the text does not say */
    type: z.string().nullable(),
    /** number and symbol as printed, without spaces ("1085/QĐ-UBND"); a bare number where no symbol is given; null for named */
    number: z.string().nullable(),
    /** for named: the name ("Luật Ngân sách nhà nước"); else null */
    name: z.string().nullable(),
    /** a bare or damaged number that the same report makes clear elsewhere; else null */
    resolved: z.string().nullable(),
    /** of a number that recognition damaged: what it must have been; null where the print is sound */
    repaired: numberRepair.nullable(),
    /** YYYY-MM-DD, or YYYY-MM; null when not given in or right before this mention */
    date: z.string().nullable(),
    /** as printed */
    issuer: z.string().nullable(),
    /** subject matter ("về việc …"), as printed; null when not given */
    title: z.string().nullable(),
    /** ["khoản 9", "Điều 9"] in the order of the text */
    provisions: z.array(z.string()).readonly(),
    /** the same parts, the smaller inside the larger whatever the order of the text: Điều 9 > khoản 1 > điểm a */
    provisionTree: z.array(provision).readonly(),
    /** what made the confidence, in the order of `evidenceKind` */
    evidence: z.array(evidenceKind).readonly(),
    role: citationRole,
    /** the fine relation of data/relations.csv behind `role` ("reports_on"); null when no phrase was found */
    relationDetail: z.string().nullable(),
    /** true when the mention stands inside a footnote's text */
    footnote: z.boolean(),
  })
  .readonly();
export type Citation = z.infer<typeof citation>;

/** A relation between two cited documents that the text states. */
export const relation = z
  .object({
    /** both ends are citations of this report, by (resolved) number or name */
    from: z.string(),
    relation: relationKind,
    to: z.string(),
    relationDetail: z.string().nullable(),
    /** indices into `citations` */
    fromCitation: z.int().nonnegative(),
    toCitation: z.int().nonnegative(),
    /** the words that say it, with both ends */
    span: textSpan,
    confidence: z.number().min(0).max(1),
    rule: z.string(),
  })
  .readonly();
export type Relation = z.infer<typeof relation>;

export const modifier = z.enum(['exact', 'over', 'under', 'nearly', 'about', 'at-least', 'at-most']);
export type Modifier = z.infer<typeof modifier>;

export const quantity = z
  .object({
    ...mention,
    kind: z.enum(['count', 'percent', 'money', 'ratio', 'measure', 'change']),
    /** in the base unit (đồng, not triệu đồng); exact decimal text is in `exact` */
    value: z.number(),
    /** the value as an exact decimal ("36.45") */
    exact: z.string().regex(/^-?\d+(\.\d+)?$/),
    /** upper end of a range ("15-20 triệu"); null otherwise */
    valueMax: z.string().nullable(),
    /** denominator of a ratio; null otherwise */
    of: z.number().nullable(),
    /** head words as printed, lower case; "%" for a percentage; "" where the text gives none */
    unit: z.string(),
    /** canonical code of data/units.csv; null for a unit that is not in the table */
    unitCode: z.string().nullable(),
    /** what a rate is measured against ("triệu đồng/người/năm": người, năm); empty for a plain figure */
    per: z.array(z.object({ unit: z.string(), unitCode: z.string().nullable() }).readonly()).readonly(),
    direction: z.enum(['up', 'down']).nullable(),
    modifier,
    /**
     * what is measured, as words, and the stretch of the text they were taken from (it may hold the figure itself, as
     * in "tạo việc làm cho 500 lao động"); null when nothing was found
     */
    indicator: z.object({ words: z.string(), span: textSpan.nullable() }).readonly().nullable(),
    /** whose figure it is: the place or body that the sentence or the table's row names; null when none is named */
    subject: z.object({ words: z.string(), span: textSpan.nullable() }).readonly().nullable(),
    /** "2022", "2023-Q2", "2021/2025"; null when unknown */
    period: z.string().nullable(),
    basis: z.enum(['actual', 'plan', 'target', 'registered']),
    /** of a comparison: what it is held against, as printed ("so với cùng kỳ"); null otherwise */
    baseline: z.string().nullable(),
  })
  .readonly();
export type Quantity = z.infer<typeof quantity>;

export const award = z
  .object({
    ...mention,
    /** the title or form in full, as in data/awards.csv; null when the text names none */
    award: z.string().nullable(),
    /** code of data/awards.csv; null when not in the table */
    awardCode: z.string().nullable(),
    count: z.number().nullable(),
    percent: z.number().nullable(),
    recipient: z.enum(['individual', 'collective', 'household', 'organisation']).nullable(),
    /** the recipients' name or words, as printed; null when the text gives none */
    recipientName: z.string().nullable(),
    grantor: z.string().nullable(),
    status: z.enum(['granted', 'proposed', 'registered', 'target', 'none']),
    /** "2023" or "2018/2022"; null when not given */
    period: z.string().nullable(),
    /** the deciding document's number as cited in the same sentence; null when none */
    decision: z.string().nullable(),
  })
  .readonly();
export type Award = z.infer<typeof award>;

export const signer = z
  .object({
    name: z.string(),
    position: z.string().nullable(),
    /** KT., TM., TL., TUQ., Q.; null when the signer signs in his own right */
    authority: z.string().nullable(),
  })
  .readonly();

/** What the report says of itself. */
export const header = z
  .object({
    type: z.string().nullable(),
    number: z.string().nullable(),
    issuer: z.string().nullable(),
    /** the superior body of the letterhead ("UBND TỈNH QUẢNG NGÃI"), as printed */
    parent: z.string().nullable(),
    place: z.string().nullable(),
    date: z.string().nullable(),
    title: z.string().nullable(),
    /** the "Kính gửi" lines */
    addressees: z.array(z.string()).readonly(),
    signers: z.array(signer).readonly(),
    recipients: z.array(z.string()).readonly(),
    /** MẬT, TỐI MẬT, TUYỆT MẬT; null when unmarked */
    secrecy: z.string().nullable(),
    /** KHẨN, THƯỢNG KHẨN, HỎA TỐC; null when unmarked */
    urgency: z.string().nullable(),
    family: z.enum(['state', 'party', 'front']).nullable(),
    /** where each field was read; a field without a place was inferred */
    spans: z.partialRecord(z.enum(['type', 'number', 'issuer', 'parent', 'place', 'date', 'title']), textSpan),
  })
  .readonly();
export type Header = z.infer<typeof header>;

/** The header of a text that says nothing of itself. */
export const emptyHeader: Header = {
  type: null,
  number: null,
  issuer: null,
  parent: null,
  place: null,
  date: null,
  title: null,
  addressees: [],
  signers: [],
  recipients: [],
  secrecy: null,
  urgency: null,
  family: null,
  spans: {},
};

export const extraction = z
  .object({
    header,
    citations: z.array(citation).readonly(),
    relations: z.array(relation).readonly(),
    quantities: z.array(quantity).readonly(),
    awards: z.array(award).readonly(),
    diagnostics: z.array(diagnostic).readonly(),
  })
  .readonly();
export type Extraction = z.infer<typeof extraction>;
