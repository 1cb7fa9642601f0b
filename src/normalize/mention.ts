import type { Citation, CitationEdge, LegalDocument } from '../model/index.js';
import type { CanonicalNumber } from './canonical-number.js';

/** A citation on its way to a document. */
export interface Mention {
  readonly index: number;
  readonly citation: Citation;
  readonly number: CanonicalNumber | null;
  readonly type: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  /** the text says that the issuer is no more */
  readonly former: boolean;
  readonly reasons: readonly string[];
  /** other full forms it may stand for */
  readonly others: readonly Mention[];
}

/** What a mention stands for. */
export interface Target {
  readonly document: LegalDocument;
  readonly state: CitationEdge['state'];
  readonly candidates: readonly string[];
  readonly reasons: readonly string[];
}

/** Year of an ISO date or a beginning of one. */
export const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)));

/** The date where it names a day. */
export const fullDate = (date: string | null): string | null => (date?.length === 10 ? date : null);
