import type { CitationEdge, CitationRole, LegalDocument, TextSpan } from '../model/index.js';
import type { IssuerLink } from '../text/authority/issuer-record.js';
import type { ByOtherReports } from './identity/weigh-siblings.js';
import type { ReportId } from './report-id.js';
import type { StoredRelation } from './stored-report.js';

/** One place in one report that points at a legal document. */
export interface Citer {
  readonly report: ReportId;
  readonly reportName: string;
  readonly reportNumber: string | null;
  readonly reportTitle: string | null;
  readonly reportDate: string | null;
  readonly reportIssuer: string | null;
  readonly role: CitationRole;
  readonly state: CitationEdge['state'];
  readonly page: number | null;
  readonly section: string | null;
  readonly provisions: readonly string[];
  readonly quote: string;
  readonly footnote: boolean;
  readonly confidence: number;
  /** what other reports settled it by, where its own report leaves it open; null where that says it */
  readonly byOtherReports: ByOtherReports | null;
}

/** Words as they stand in their sentence. */
export interface QuotedSentence {
  readonly text: string;
  /** where in `text` the words are */
  readonly mark: TextSpan;
}

/** A place with what is said there. */
export interface CiterInText extends Citer {
  /** null of places beyond the first 500 */
  readonly sentence: QuotedSentence | null;
}

/** A place that may be of the document, as other reports say. */
export interface LikelyCiter extends CiterInText {
  readonly byOtherReports: ByOtherReports;
}

export interface LegalDocumentDetail {
  readonly document: LegalDocument;
  /** reports of the archive that are this very document */
  readonly own: readonly ReportId[];
  /** in the order report name, place in the text */
  readonly citers: readonly CiterInText[];
  /** places that do not say enough to be of this document, and that may be of it as other reports say */
  readonly likelyCiters: readonly LikelyCiter[];
  /** bodies that took the issuer's work over since */
  readonly successors: readonly IssuerLink[];
  /** relations with this document at either end */
  readonly relations: readonly StoredRelation[];
}
