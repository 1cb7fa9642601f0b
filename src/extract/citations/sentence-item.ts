import type { CitationRole, RelationKind } from '../../model/index.js';
import type { Governor } from './governors.js';
import type { OwnOffice } from './own-office.js';
import type { PrecedingIssuer } from './preceding-issuer.js';
import type { Token } from './tokens.js';

/** A reference with its place in a sentence. A footnote's document stands at the footnote's mark. */
export interface SentenceItem {
  /** first offset, provisions included; of a footnote's document, its mark in the body */
  readonly start: number;
  readonly end: number;
  /** the document's type word stands before, in the text that its number comments on: "(Kế hoạch số …)", a footnote */
  readonly headWord: string | null;
  readonly issuer: string | null;
  readonly issuerSymbol: string | null;
  /** type and symbol: items of one list share it */
  readonly family: string;
  readonly isLetter: boolean;
  /** only the National Assembly makes it: no office issues it in a report */
  readonly isLaw: boolean;
  readonly footnote: boolean;
  /** ISO date of the document; null when it has none */
  readonly date: string | null;
  /** the words point at a part of it: "Điều 5 Nghị định số …" */
  readonly inPart: boolean;
}

export interface Reading {
  readonly role: CitationRole;
  readonly detail: string | null;
  /** the issuing office before the verb; only where the document's own words name none */
  readonly preceding: PrecedingIssuer | null;
  /** item of this sentence in whose title the reference stands, with what the title says; null on the top level */
  readonly parent: number | null;
  readonly parentRelation: { readonly kind: RelationKind; readonly detail: string; readonly passive: boolean } | null;
  /** the clause says that somebody issued it */
  readonly issuedHere: boolean;
  /** only this letter is answered; what follows it in the list is carried out: "Thực hiện Công văn số …, Kế hoạch số …" */
  readonly answered?: boolean;
}

export interface SentenceContext {
  readonly own: OwnOffice;
  /** the first sentence of the report's body that cites anything */
  readonly opening: boolean;
  /** of a list item that opens with a reference: what the line above the list says of its items */
  readonly lead: Governor | null;
}

export interface ClauseContext extends SentenceContext {
  /** token where the last word of reporting begins: "…, UBND xã báo cáo như sau"; -1 when there is none */
  readonly reportedAt: number;
  /** index of the sentence's first word, after a number or a bullet */
  readonly head: number;
  readonly tokens: readonly Token[];
  /** offsets at which the sentence begins and ends */
  readonly start: number;
  readonly end: number;
}

/** Type code of a reference's document; "" when unknown. */
export const typeOf = ({ family }: SentenceItem): string => family.slice(0, family.indexOf('|'));
