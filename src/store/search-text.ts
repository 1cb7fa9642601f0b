import type { TextHit } from './archive.js';
import type { Queryable } from './database.js';
import { type ReportColumns, reportColumns, reportRow } from './report-row.js';
import { findSnippets, type PageRun } from './snippets.js';
import { parseQuery, type SearchTerm, tsquery } from './word-index.js';

/**
 * Reports that hold all words (and phrases) of the query, marks or no marks; those that hold them as typed come first,
 * then by how often and how closely.
 */
export async function searchText(db: Queryable, query: string, limit: number): Promise<TextHit[]> {
  const terms = parseQuery(query);
  if (terms.length === 0) return [];
  const folded = tsquery(terms.map(({ words }) => words));
  const printed = tsquery(terms.map(({ printed: words }) => words));
  const marked = folded !== printed;
  const rows = await db.query<ReportColumns & { exact: boolean; text: string; pages: readonly PageRun[] }>(
    `with hit as (
       select p.report_id, bool_or(p.exact @@ $2::tsquery) as exact, max(ts_rank(p.folded, $1::tsquery)) as rank
       from trichluc.passage p where p.folded @@ $1::tsquery group by p.report_id
     ), best as (
       select h.*, r.name, r.sha256 from hit h join trichluc.report r on r.id = h.report_id
       order by (h.exact and $3) desc, h.rank desc, r.name, r.sha256 limit $4
     )
     select ${reportColumns}, b.exact, t.text, t.pages from best b join trichluc.report r on r.id = b.report_id
     join trichluc.report_text t on t.report_id = b.report_id
     order by (b.exact and $3) desc, b.rank desc, r.name, r.sha256`,
    [folded, printed, marked, limit],
  );
  const scattered =
    rows.length < limit && terms.length > 1
      ? await searchScattered(
          db,
          terms,
          rows.map(({ sha256 }) => sha256),
          limit - rows.length,
        )
      : [];
  return [...rows, ...scattered].map((row) => ({
    report: reportRow(row),
    exact: row.exact,
    snippets: findSnippets(row.text, row.pages, terms),
  }));
}

/** Long reports are several passages: those whose words stand in different ones. */
async function searchScattered(
  db: Queryable,
  terms: readonly SearchTerm[],
  found: readonly string[],
  limit: number,
): Promise<(ReportColumns & { exact: boolean; text: string; pages: readonly PageRun[] })[]> {
  const sets = terms.map((_, index) => `select report_id from trichluc.passage where folded @@ $${index + 3}::tsquery`);
  return db.query(
    `select ${reportColumns}, false as exact, t.text, t.pages from trichluc.report r
     join trichluc.report_text t on t.report_id = r.id
     where r.id in (${sets.join(' intersect ')}) and r.sha256 <> all($1::text[])
     order by r.name, r.sha256 limit $2`,
    [found, limit, ...terms.map(({ words }) => tsquery([words]))],
  );
}
