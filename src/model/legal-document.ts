import { z } from 'zod';
import { diagnostic } from './diagnostic.js';
import { citationRole, relationKind } from './extraction.js';
import { textSpan } from './span.js';

/** The canonical node of one instrument. */
export const legalDocument = z
  .object({
    /** `/akn/vn/act/quyet-dinh/ubnd-tinh-quang-ngai/2022/1085-qd-ubnd` */
    key: z.string(),
    type: z.string().nullable(),
    /** canonical number and symbol ("1085/QĐ-UBND"); null for one known by name only */
    number: z.string().nullable(),
    symbol: z.string().nullable(),
    /** the folded form that search uses ("1085qdubnd") */
    folded: z.string(),
    year: z.int().nullable(),
    issuedOn: z.string().nullable(),
    /** in full, with its place: "UBND tỉnh Quảng Ngãi" */
    issuer: z.string().nullable(),
    title: z.string().nullable(),
    /** every form in which the reports print it */
    aliases: z.array(z.string()).readonly(),
  })
  .readonly();
export type LegalDocument = z.infer<typeof legalDocument>;

/** The part of a document's key that names the body whose series it is of: "ubnd-tinh-quang-ngai". */
export const issuerKeyOf = (documentKey: string): string => documentKey.split('/')[5] ?? '';

/** The resolved link from a report to a legal document, with the place that says it. */
export const citationEdge = z
  .object({
    /** index into the report's `citations` */
    citation: z.int().nonnegative(),
    /** the document's key */
    document: z.string(),
    role: citationRole,
    /** resolved: one document; ambiguous: `candidates` holds the others; unresolved: a node of its own */
    state: z.enum(['resolved', 'ambiguous', 'unresolved']),
    candidates: z.array(z.string()).readonly(),
    /** why ("full form at 120", "issuer from header"), in stable codes */
    reasons: z.array(z.string()).readonly(),
    /** how sure it is that this document is meant, by the report's own evidence; missing where a person decided */
    score: z.number().min(0).max(1).optional(),
  })
  .readonly();
export type CitationEdge = z.infer<typeof citationEdge>;

/** A resolved relation between two legal documents, with the place that says it. */
export const documentEdge = z
  .object({
    from: z.string(),
    relation: relationKind,
    relationDetail: z.string().nullable(),
    to: z.string(),
    span: textSpan,
  })
  .readonly();
export type DocumentEdge = z.infer<typeof documentEdge>;

/** What two readings of one document contradict one another in. */
export const conflictCode = z.enum([
  /** one number, two days of issue */
  'date-conflict',
  /** one number, the same day and month of two years: a slip of the pen, or two documents */
  'year-slip',
  /** read off a picture; no other report names it, and one of the same body, day and symbol looks like it */
  'misread-number',
  /** a day that no calendar has: 31/02/2022 */
  'impossible-date',
  /** cited before it was issued, by the report's own date */
  'date-after-report',
  /** the number has a year that no office's can be, or none of its Assembly's term: 12/2053/NĐ-CP, 06/2022/QH13 */
  'impossible-year',
  /** the year in the number is not that of the date */
  'year-conflict',
  /** the symbol names another body than the words beside it */
  'issuer-conflict',
  /** the issuer was no more on that day, or not yet there */
  'issuer-not-in-office',
  /** the symbol names another type than the words beside it */
  'type-conflict',
]);
export type ConflictCode = z.infer<typeof conflictCode>;

/** A contradiction in what the text says of a document. It changes no value: a person decides. */
export const conflict = z
  .object({
    code: conflictCode,
    /** key of the document; null when the mention points at none */
    document: z.string().nullable(),
    /** index into the report's `citations`: the mention that says it, or the first of those that do */
    citation: z.int().nonnegative().nullable(),
    /** the readings that contradict one another */
    said: z.array(z.string()).readonly(),
  })
  .readonly();
export type Conflict = z.infer<typeof conflict>;

/** One report, resolved. A pure function of its SourceDocument and Extraction. */
export const normalizedReport = z
  .object({
    /** the report's own node; null when its header has no number */
    self: legalDocument.nullable(),
    documents: z.array(legalDocument).readonly(),
    citations: z.array(citationEdge).readonly(),
    relations: z.array(documentEdge).readonly(),
    conflicts: z.array(conflict).readonly().default([]),
    diagnostics: z.array(diagnostic).readonly(),
  })
  .readonly();
export type NormalizedReport = z.infer<typeof normalizedReport>;
