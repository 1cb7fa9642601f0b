import type { Award, Quantity } from '../model/index.js';
import type { Queryable, Row } from './database.js';
import { narrowing } from './report-filter.js';
import { type ReportColumns, reportColumns, reportRow } from './report-row.js';
import type { SearchFilter } from './search-filter.js';
import type { AwardHit, ResultHit } from './search-questions.js';
import { parseQuery, tsquery } from './word-index.js';

interface Found extends ReportColumns {
  readonly record: unknown;
}

export async function searchResults(
  db: Queryable,
  query: string,
  limit: number,
  filter: SearchFilter = {},
): Promise<ResultHit[]> {
  const rows = await search(db, 'quantity', query, limit, filter);
  return rows.map((row) => ({ report: reportRow(row), quantity: row.record as Quantity }));
}

export async function searchAwards(
  db: Queryable,
  query: string,
  limit: number,
  filter: SearchFilter = {},
): Promise<AwardHit[]> {
  const rows = await search(db, 'award', query, limit, filter);
  return rows.map((row) => ({ report: reportRow(row), award: row.record as Award }));
}

/** Records whose words hold all of the query's, the closest first. */
async function search(
  db: Queryable,
  table: 'quantity' | 'award',
  query: string,
  limit: number,
  filter: SearchFilter,
): Promise<(Found & Row)[]> {
  const terms = parseQuery(query);
  if (terms.length === 0) return [];
  const values: unknown[] = [tsquery(terms.map(({ words }) => words)), limit];
  const conditions = (await narrowing(db, filter))((value) => `$${values.push(value)}`);
  return db.query<Found & Row>(
    `select ${reportColumns}, e.record from trichluc.${table} e join trichluc.report r on r.id = e.report_id
     where e.folded @@ $1::tsquery ${conditions}
     order by ts_rank(e.folded, $1::tsquery, 1) desc, r.name, r.sha256, e.ordinal limit $2`,
    values,
  );
}
