import type { Award, Quantity } from '../model/index.js';
import type { CitedDocument } from './graph/graph-questions.js';
import type { ReportId } from './report-id.js';
import type { SearchFilter } from './search-filter.js';
import type { ReportRow } from './stored-report.js';

/**
 * Why a number matched: as typed, without marks and separators, as a beginning, by its number alone when no symbol was
 * typed, by a slip, by its number under another symbol.
 */
export type NumberMatch = 'exact' | 'folded' | 'prefix' | 'number-only' | 'similar' | 'other-symbol';

/** What the slip is in: a letter typed for a digit, a year left out, added or another, the symbol, a digit of the number. */
export type NumberSlip = 'letter-for-digit' | 'year' | 'symbol' | 'digit';

export interface NumberHit extends CitedDocument {
  readonly match: NumberMatch;
  /** null where the match is not `similar` */
  readonly slip: NumberSlip | null;
  /** reports of the archive that are this very document */
  readonly own: readonly ReportId[];
}

export interface SearchOptions extends SearchFilter {
  readonly limit?: number;
}

export interface TextHit {
  readonly report: ReportRow;
  /** the words stand as typed, with their marks; false: only without marks */
  readonly exact: boolean;
  readonly snippets: readonly Snippet[];
}

/** Reports that hold the words, the best first. */
export interface TextHits {
  readonly hits: readonly TextHit[];
  /** passages that were held against one another, those of the newest reports, where the words stand in more; null where all were */
  readonly ranked: number | null;
}

/** A piece of the original text around the hit. */
export interface Snippet {
  readonly text: string;
  /** offsets into `SourceDocument.text` of the piece */
  readonly span: { readonly start: number; readonly end: number };
  /** offsets into `text` of the found words */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly page: number | null;
}

export interface ResultHit {
  readonly report: ReportRow;
  readonly quantity: Quantity;
}

export interface AwardHit {
  readonly report: ReportRow;
  readonly award: Award;
}

/** How an indicator matched: the very words, the words in their order within more, all of them, most of them. */
export type IndicatorMatch = 'exact' | 'phrase' | 'words' | 'similar';

/** A figure whose indicator a query names. */
export interface IndicatorHit {
  readonly report: ReportRow;
  /** the report's office by its full name ("Sở Y tế tỉnh Quảng Ngãi"), which its letterhead may only give in parts */
  readonly office: string | null;
  readonly quantity: Quantity;
  /** the same for every way of writing one indicator */
  readonly key: string;
  readonly match: IndicatorMatch;
}

/** What a person looks for in an archive. */
export interface SearchQuestions {
  /**
   * A document's number, however typed; exact matches first. What stands beside it («ngày 15/8/2022 của UBND tỉnh Quảng
   * Ngãi») puts the documents first that fit it.
   */
  searchNumbers(query: string, options?: SearchOptions): Promise<readonly NumberHit[]>;
  /** Words, with or without marks; "in quotes" a phrase. Reports that have the words as typed come first. */
  searchText(query: string, options?: SearchOptions): Promise<TextHits>;
  /** Words of a quantity's indicator, unit or quote. */
  searchResults(query: string, options?: SearchOptions): Promise<readonly ResultHit[]>;
  /** Words of an award's form, recipient, grantor or quote. */
  searchAwards(query: string, options?: SearchOptions): Promise<readonly AwardHit[]>;
  /** Figures whose indicator has the query's words, with or without marks; by report name, then place in the text. */
  findIndicators(query: string): Promise<readonly IndicatorHit[]>;
}
