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

/** One report, resolved. A pure function of its SourceDocument and Extraction. */
export const normalizedReport = z
  .object({
    /** the report's own node; null when its header has no number */
    self: legalDocument.nullable(),
    documents: z.array(legalDocument).readonly(),
    citations: z.array(citationEdge).readonly(),
    relations: z.array(documentEdge).readonly(),
    diagnostics: z.array(diagnostic).readonly(),
  })
  .readonly();
export type NormalizedReport = z.infer<typeof normalizedReport>;
