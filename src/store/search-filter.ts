import type { CitationRole } from '../model/index.js';
import { foldKey } from '../text/fold.js';

/** What a search is narrowed to: documents of numbers, reports of words. */
export interface SearchFilter {
  /** words of the issuer's name, with or without marks */
  readonly issuer?: string | undefined;
  /** of its issue */
  readonly year?: number | undefined;
  /** code of its type ("QĐ", "BC") */
  readonly type?: string;
  /** of numbers: cited so by some report; of words: reports that cite something so */
  readonly role?: CitationRole;
}

export const isNarrowed = ({ issuer, year, type, role }: SearchFilter): boolean =>
  issuer !== undefined || year !== undefined || type !== undefined || role !== undefined;

/** Whether an issuer's name has the filter's words; which fold as the program folds, and so are not asked of the database. */
export const fitsIssuer = ({ issuer }: SearchFilter, name: string | null): boolean =>
  issuer === undefined || foldKey(name ?? '').includes(foldKey(issuer));
