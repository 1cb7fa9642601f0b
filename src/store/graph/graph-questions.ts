import type { CitationRole, LegalDocument, RelationKind } from '../../model/index.js';
import type { ByOtherReports } from '../identity/weigh-siblings.js';
import type { ReportId } from '../report-id.js';

/** Where the archive says so: the words of one report. */
export interface GraphEvidence {
  readonly report: ReportId;
  readonly reportName: string;
  readonly quote: string;
  /** 1-based; null where the format has no pages */
  readonly page: number | null;
  /** what other reports settled it by, where this one leaves open which document it means; null where it does not */
  readonly byOtherReports: ByOtherReports | null;
}

/** A document or report as a node of a walk. `key` is null for a report without a number of its own. */
export interface GraphNode {
  readonly key: string | null;
  readonly report: ReportId | null;
  /** number, title or file name */
  readonly label: string;
  readonly document: LegalDocument | null;
}

/** One step of a walk from what rests to what it rests on. */
export interface GraphStep {
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** steps from the start, 1 and up */
  readonly depth: number;
  /**
   * What joins the two. `approvedBy` and `issuedBy` are walked against the relation: a plan rests on the decision that
   * approves it.
   */
  readonly how: CitationRole | RelationKind | 'approved-by' | 'issued-by';
  readonly evidence: GraphEvidence;
}

export interface GraphWalk {
  readonly start: GraphNode;
  /** breadth first; each document once, by the shortest way to it */
  readonly steps: readonly GraphStep[];
  /** the walk ended at its limit of documents, not for want of more */
  readonly truncated: boolean;
}

export interface DocumentFilter {
  /** year of the document */
  readonly year?: number;
  /** code of its type ("QĐ") */
  readonly type?: string;
  /** words of its issuer, with or without marks */
  readonly issuer?: string;
  /** only what reports of this year cite */
  readonly citedIn?: number;
  /** only what reports of an office cite whose name has these words, with or without marks */
  readonly citedBy?: string;
  readonly limit?: number;
}

export interface CitedDocument {
  readonly document: LegalDocument;
  /** reports that cite it, and how often they do */
  readonly reports: number;
  readonly citations: number;
  /** of these, the reports whose own words leave it open and that other reports settle */
  readonly byOtherReports: number;
}

/** A report that rests on a document which another had repealed or replaced before the report was written. */
export interface StaleBasis {
  readonly report: ReportId;
  readonly reportName: string;
  readonly reportDate: string;
  readonly document: LegalDocument;
  readonly role: CitationRole;
  readonly quote: string;
  readonly page: number | null;
  /** as of `GraphEvidence` */
  readonly byOtherReports: ByOtherReports | null;
  readonly change: ValidityChange;
}

/** One document changes another's validity, as some report says. */
export interface ValidityChange {
  /** key of the document that is changed */
  readonly key: string;
  /** its number, or name */
  readonly label: string;
  readonly relation: 'amends' | 'replaces' | 'repeals';
  /** the fine word of data/relations.csv: «corrects», «suspends» */
  readonly detail: string | null;
  readonly by: LegalDocument;
  /** ISO date or year of the changing document; null when no report gives it */
  readonly on: string | null;
  /** whether it was so on the day asked for; null when the dates cannot tell */
  readonly before: boolean | null;
  readonly evidence: GraphEvidence;
}

/**
 * What the citation graph answers. Every answer names the report and the words it rests on. Keys are those of
 * `LegalDocument`; answers come in an order that depends on the set of reports alone.
 */
export interface GraphQuestions {
  /**
   * What a report or a document rests on, transitively: what it implements, is based on or guides, and what approves or
   * issues it. Cycles end where they close.
   *
   * @param depth steps to walk (1 and up)
   * @returns null when the archive knows no such report or document
   */
  restsOn(what: string, options?: { readonly depth?: number; readonly limit?: number }): Promise<GraphWalk | null>;
  /**
   * The shortest way up from a report or document.
   *
   * @param to a document however typed; without it, the nearest law, code, ordinance or constitution
   * @returns null when one of the two is not known; an empty list when no way leads there
   */
  pathTo(from: string, to?: string): Promise<readonly GraphStep[] | null>;
  /** Most cited first. */
  mostCited(filter?: DocumentFilter): Promise<readonly CitedDocument[]>;
  /** Documents that are cited and of which the archive holds no report, most cited first: what the archive lacks. */
  redLinks(filter?: DocumentFilter): Promise<readonly CitedDocument[]>;
  /** Reports that rest on what was repealed or replaced before their date. */
  staleBases(options?: { readonly limit?: number }): Promise<readonly StaleBasis[]>;
  /** Documents cited in the same reports as this one; null when it is not known. */
  citedTogether(what: string, limit?: number): Promise<readonly CitedDocument[] | null>;
  /**
   * What changed the documents' validity.
   *
   * @param on ISO date, month or year to hold the changes against; null: `before` is null throughout
   */
  validity(keys: readonly string[], on: string | null): Promise<readonly ValidityChange[]>;
}
