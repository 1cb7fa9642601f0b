import { z } from 'zod';
import { textSpan } from '../model/index.js';

const words = z.string().nullish();
const amount = z.union([z.number(), z.string()]).nullish();

/** A part of a document with the parts inside it. */
export interface Part {
  readonly unit: string;
  readonly label: string;
  readonly children: readonly Part[];
}
const part: z.ZodType<Part> = z.lazy(() =>
  z.object({ unit: z.string(), label: z.string(), children: z.array(part).readonly() }).readonly(),
);

/** Where a mention stands and what made it: printed records say so, labels made by hand do not. */
const place = {
  quote: words,
  span: textSpan.nullish(),
  page: z.number().nullish(),
  section: words,
  rule: words,
};

const citation = z
  .object({
    ...place,
    kind: words,
    type: words,
    number: words,
    name: words,
    resolved: words,
    repaired: z.object({ number: z.string() }).nullish(),
    date: words,
    issuer: words,
    title: words,
    provisions: z.array(z.string()).nullish(),
    provisionTree: z.array(part).nullish(),
    role: words,
    relationDetail: words,
    footnote: z.boolean().nullish(),
    // of a record that was resolved: key of the document it points at, and how surely
    document: words,
    state: words,
  })
  .readonly();
const relation = z
  .object({
    from: z.string(),
    relation: z.string(),
    to: z.string(),
    relationDetail: words,
    span: textSpan.nullish(),
    rule: words,
    fromCitation: z.number().nullish(),
  })
  .readonly();
const quantity = z
  .object({
    ...place,
    kind: words,
    value: amount,
    valueMax: amount,
    of: amount,
    unit: words,
    direction: words,
    modifier: words,
    // labels give the words alone
    indicator: z.union([z.string().transform((words) => ({ words })), z.object({ words: z.string() })]).nullish(),
    subject: z.object({ words: z.string() }).nullish(),
    per: z.array(z.object({ unit: z.string() })).nullish(),
    period: words,
    basis: words,
    baseline: words,
  })
  .readonly();
const award = z
  .object({
    ...place,
    award: words,
    count: amount,
    percent: amount,
    recipient: words,
    recipientName: words,
    grantor: words,
    status: words,
    period: words,
    decision: words,
  })
  .readonly();
const header = z
  .object({
    type: words,
    number: words,
    issuer: words,
    parent: words,
    place: words,
    date: words,
    title: words,
    addressees: z.array(z.string()).nullish(),
    signers: z.array(z.object({ name: words, position: words, authority: words })).nullish(),
    recipients: z.array(z.string()).nullish(),
    secrecy: words,
    urgency: words,
    // of a report that was resolved: the key of its own document
    document: words,
  })
  .readonly();

/**
 * The records of one report, whoever made them: a person's labels, this program or an older one. Fields that one of them
 * does not know may be missing, so that a baseline stays readable when records grow.
 */
export const labelledReport = z
  .object({
    header: header.default({}),
    citations: z.array(citation).readonly().default([]),
    relations: z.array(relation).readonly().default([]),
    quantities: z.array(quantity).readonly().default([]),
    awards: z.array(award).readonly().default([]),
  })
  .readonly();
export type LabelledReport = z.infer<typeof labelledReport>;

/** The mention lists of a report, in the order in which they are printed. */
export const mentionKinds = ['citations', 'quantities', 'awards', 'relations'] as const;
export type MentionKind = (typeof mentionKinds)[number];
export type MentionOf<Kind extends MentionKind> = LabelledReport[Kind][number];
