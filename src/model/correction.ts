import { z } from 'zod';
import { award, citationRole, quantity } from './extraction.js';
import { legalDocument } from './legal-document.js';

export const mentionKind = z.enum(['citation', 'quantity', 'award']);
export type MentionKind = z.infer<typeof mentionKind>;

/** Which mention is meant, in words that newer rules do not shift. */
export const mentionAnchor = z
  .object({
    kind: mentionKind,
    quote: z.string(),
    /** offset into `SourceDocument.text` when it was corrected */
    start: z.int().nonnegative(),
    /** how often the text holds the quote before it: finds it again in a text that was read anew */
    occurrence: z.int().nonnegative(),
  })
  .readonly();
export type MentionAnchor = z.infer<typeof mentionAnchor>;

/** What tells a document from others, as a correction carries it: the document may have no other report. */
export const documentIdentity = legalDocument.unwrap().omit({ aliases: true }).readonly();
export type DocumentIdentity = z.infer<typeof documentIdentity>;

const day = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
/** What a person may put in the place of what the rules read. */
export const citationFields = z
  .object({
    number: z.string().min(1).optional(),
    date: day.optional(),
    issuer: z.string().min(1).optional(),
    type: z.string().min(1).optional(),
    role: citationRole.optional(),
  })
  .readonly();
export type CitationFields = z.infer<typeof citationFields>;

/** "2022", "2023-Q2", "2024-H1", "2024-10", "2024-M01/09", "2021/2025" */
export const periodWritten = z.string().regex(/^\d{4}(?:-(?:Q[1-4]|H[12]|\d{2}|M\d{2}\/\d{2})|\/\d{4})?$/);

/** What a person may put in the place of a figure's fields; null: the text gives none. */
export const quantityFields = z
  .object({
    ...quantity
      .unwrap()
      .pick({ kind: true, exact: true, valueMax: true, of: true, unit: true, unitCode: true })
      .partial().shape,
    indicator: z.string().min(1).nullable().optional(),
    period: periodWritten.nullable().optional(),
    basis: quantity.unwrap().shape.basis.optional(),
  })
  .readonly();
export type QuantityFields = z.infer<typeof quantityFields>;

/** What a person may put in the place of an award's fields; null: the text gives none. */
export const awardFields = z
  .object({
    ...award
      .unwrap()
      .pick({
        award: true,
        awardCode: true,
        count: true,
        recipient: true,
        recipientName: true,
        grantor: true,
        status: true,
      })
      .partial().shape,
    period: periodWritten.nullable().optional(),
  })
  .readonly();
export type AwardFields = z.infer<typeof awardFields>;

const anchorOf = <Kind extends MentionKind>(kind: Kind) =>
  mentionAnchor
    .unwrap()
    .extend({ kind: z.literal(kind) })
    .readonly();

/** What a person decided. */
export const decision = z.discriminatedUnion('action', [
  /** the mention is right as it is; `document`: of those it may point at, this one */
  z.object({ action: z.literal('accept'), anchor: mentionAnchor, document: documentIdentity.nullable() }).readonly(),
  /** what the rules took for a mention is none */
  z.object({ action: z.literal('reject'), anchor: mentionAnchor }).readonly(),
  z.object({ action: z.literal('correct'), anchor: mentionAnchor, fields: citationFields }).readonly(),
  z.object({ action: z.literal('correct-quantity'), anchor: anchorOf('quantity'), fields: quantityFields }).readonly(),
  z.object({ action: z.literal('correct-award'), anchor: anchorOf('award'), fields: awardFields }).readonly(),
  /** the mention points at another document than the others of its key; mentions with one label at one document */
  z.object({ action: z.literal('split'), anchor: mentionAnchor, label: z.string().regex(/^[0-9a-z-]+$/) }).readonly(),
  /** the report's own header */
  z.object({ action: z.literal('correct-header'), fields: citationFields }).readonly(),
  /** the document's contradictions were looked at: it is right as it is */
  z.object({ action: z.literal('accept-document'), key: z.string() }).readonly(),
  z.object({ action: z.literal('correct-document'), key: z.string(), date: day }).readonly(),
  /** two keys, one document */
  z.object({ action: z.literal('merge'), from: z.string(), into: documentIdentity }).readonly(),
  /** takes an earlier correction back, or an undoing */
  z.object({ action: z.literal('undo'), correction: z.string() }).readonly(),
]);
export type Decision = z.infer<typeof decision>;

/** A person's word over what the rules found: a record of its own, which no run of the rules touches. */
export const correction = z
  .object({
    /** of its content: the same on every machine */
    id: z.string().regex(/^[0-9a-f]{10}$/),
    /** sha256 of the report; null for what concerns the whole archive */
    report: z.string().nullable(),
    at: z.iso.datetime(),
    by: z.string().min(1),
    reason: z.string().nullable(),
    decision,
    /** what the rules had found there */
    found: z.record(z.string(), z.unknown()).nullable(),
  })
  .readonly();
export type Correction = z.infer<typeof correction>;

/** Which key became which document, by those of the corrections that say so; of two that say the contrary the later one. */
export function mergesIn(corrections: readonly Correction[]): ReadonlyMap<string, MergeDecision> {
  const merges = new Map<string, MergeDecision>();
  for (const { id, decision } of corrections) {
    if (decision.action !== 'merge' || decision.from === decision.into.key) continue;
    for (let key = decision.into.key; merges.has(key); ) {
      const next = merges.get(key)!.into.key;
      if (next === decision.from) merges.delete(key);
      key = next;
    }
    merges.set(decision.from, { id, into: decision.into });
  }
  return merges;
}
export interface MergeDecision {
  readonly id: string;
  readonly into: DocumentIdentity;
}

/** Those of the corrections that nobody has taken back, oldest first. An undoing that was undone counts again. */
export function inForce(corrections: readonly Correction[]): Correction[] {
  const ordered = [...corrections].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  const undone = new Set<string>();
  // The last word counts: an undoing is looked at before what it undoes.
  for (const { id, decision } of ordered.toReversed())
    if (decision.action === 'undo' && !undone.has(id)) undone.add(decision.correction);
  return ordered.filter(({ id, decision }) => decision.action !== 'undo' && !undone.has(id));
}
