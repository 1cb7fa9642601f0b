import type { Citation, CitationEdge } from '../model/index.js';
import type { Queryable } from './database.js';
import type { ByOtherReports } from './identity/weigh-siblings.js';
import type { Citer, CiterInText } from './legal-document-detail.js';
import type { ReportColumns } from './report-row.js';
import { readSentences } from './sentence-around.js';

/** Places whose sentences are read: of a law that ten thousand reports cite nobody reads them all. */
const mostSentences = 500;

/** A report's columns with one of its mentions. */
export interface CiterColumns extends ReportColumns {
  readonly record: Citation;
  readonly edge: CitationEdge;
  /** what other reports settled it by; null where its own report says it */
  readonly by_others: ByOtherReports | null;
}

export const citerOf = (row: CiterColumns): Citer => ({
  report: row.sha256,
  reportName: row.name,
  reportNumber: row.number,
  reportTitle: row.title,
  reportDate: row.issued_on,
  reportIssuer: row.issuer,
  role: row.edge.role,
  state: row.edge.state,
  page: row.record.page,
  section: row.record.section,
  provisions: row.record.provisions,
  quote: row.record.quote,
  footnote: row.record.footnote,
  confidence: row.record.confidence,
  byOtherReports: row.by_others,
});

/** The places with the sentences that they stand in. */
export async function inText(db: Queryable, rows: readonly CiterColumns[]): Promise<CiterInText[]> {
  const places = rows.slice(0, mostSentences).map(({ sha256, record: { span } }) => ({ report: sha256, span }));
  const sentences = await readSentences(db, places);
  return rows.map((row, index) => ({ ...citerOf(row), sentence: sentences[index] ?? null }));
}
