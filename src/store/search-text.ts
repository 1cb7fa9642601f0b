import type { Queryable, Row } from './database.js';
import { type Narrowing, narrowing } from './report-filter.js';
import { type ReportColumns, reportColumns, reportRow } from './report-row.js';
import type { SearchFilter } from './search-filter.js';
import type { TextHits } from './search-questions.js';
import { findSnippets, type PageRun } from './snippets.js';
import { parseQuery, type SearchTerm, tsquery } from './word-index.js';

/**
 * Passages that are held against one another for their rank: those of the newest reports. A word of every report has a
 * hundred thousand; reading the positions of all of them takes seconds, and nobody asks which of them has it most often.
 */
const passagesRanked = 2000;

interface FoundText extends ReportColumns, Row {
  readonly exact: boolean;
  /** passages that hold the words, as far as they were counted */
  readonly passages: number;
  readonly text: string;
  readonly pages: readonly PageRun[];
}

/**
 * Reports that hold all words (and phrases) of the query, marks or no marks; those that hold them as typed come first,
 * then by how often and how closely. Of too many the newest are ranked, by their own date; the order of import says nothing.
 */
export async function searchText(
  db: Queryable,
  query: string,
  limit: number,
  filter: SearchFilter = {},
): Promise<TextHits> {
  const terms = parseQuery(query);
  if (terms.length === 0) return { hits: [], ranked: null };
  const folded = tsquery(terms.map(({ words }) => words));
  const printed = tsquery(terms.map(({ printed: words }) => words));
  const words = tsquery(terms.flatMap((term) => term.words.map((each) => [each])));
  const narrowed = await narrowing(db, filter);
  const asked = { words, folded, printed, limit, narrowed };
  const marked = folded !== printed;
  const found = await searchPassages(db, asked, marked ? true : null);
  if (marked && found.length < limit) found.push(...(await searchPassages(db, asked, false, found)));
  if (found.length < limit && terms.length > 1)
    found.push(...(await searchScattered(db, terms, found, limit - found.length, narrowed)));
  return {
    hits: found.slice(0, limit).map((row) => ({
      report: reportRow(row),
      exact: row.exact,
      snippets: findSnippets(row.text, row.pages, terms),
    })),
    ranked: found.some(({ passages }) => passages > passagesRanked) ? passagesRanked : null,
  };
}

interface Asked {
  /** every word, wherever it stands: what the index tells without a look at the passage */
  readonly words: string;
  /** words and phrases without marks, and as typed */
  readonly folded: string;
  readonly printed: string;
  readonly limit: number;
  readonly narrowed: Narrowing;
}

/** Newest first, by the report's own date; then by what it holds. */
const newest = (row: string): string => `${row}.day desc nulls last, ${row}.sha256, ${row}.ordinal`;

/** @param exact the words stand in one passage as typed; or there only without their marks; null: either, told of each */
async function searchPassages(
  db: Queryable,
  { words, folded, printed, limit, narrowed }: Asked,
  exact: boolean | null,
  found: readonly FoundText[] = [],
): Promise<FoundText[]> {
  const values: unknown[] = [folded, printed, limit, found.map(({ sha256 }) => sha256), words];
  const conditions = narrowed((value) => `$${values.push(value)}`);
  const asTyped = 'p.exact @@ $2::tsquery';
  return db.query<FoundText>(
    `with held as (
       select c.*, ts_rank(p.folded, $1::tsquery) as rank, ${asTyped} as exact
       from (
         select * from (
           -- Eight signs are compared at once.
           select p.report_id, p.ordinal, replace(r.issued_on, '-', '') collate "C" as day, r.sha256
           from trichluc.passages_with($5::tsquery) p join trichluc.report r on r.id = p.report_id
           where r.sha256 <> all($4::text[]) ${conditions}
         ) a order by ${newest('a')}
       ) c
       -- One after the other, until there are enough.
       cross join lateral (
         select q.folded, q.exact from trichluc.passage q
         where q.report_id = c.report_id and q.ordinal = c.ordinal offset 0
       ) p
       where p.folded @@ $1::tsquery ${exact === null ? '' : `and ${asTyped} is ${exact}`}
       order by ${newest('c')} limit ${passagesRanked + 1}
     ), hit as (
       select * from held h order by ${newest('h')} limit ${passagesRanked}
     ), best as (
       select h.report_id, max(h.rank) as rank, bool_or(h.exact) as exact, r.name, r.sha256 from hit h join trichluc.report r on r.id = h.report_id
       group by h.report_id, r.name, r.sha256 order by rank desc, r.name, r.sha256 limit $3
     )
     select ${reportColumns}, b.exact, (select count(*)::int from held) as passages, t.text, t.pages from best b
     join trichluc.report r on r.id = b.report_id join trichluc.report_text t on t.report_id = b.report_id
     order by b.rank desc, r.name, r.sha256`,
    values,
  );
}

/** Long reports are several passages: those whose words stand in different ones. */
async function searchScattered(
  db: Queryable,
  terms: readonly SearchTerm[],
  found: readonly FoundText[],
  limit: number,
  narrowed: Narrowing,
): Promise<FoundText[]> {
  const values: unknown[] = [found.map(({ sha256 }) => sha256), limit];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const sets = terms.map(
    ({ words }) => `select report_id from trichluc.passage where folded @@ ${put(tsquery([words]))}::tsquery`,
  );
  const [long] = await db.query('select 1 from trichluc.passage where ordinal = 1 limit 1');
  if (long === undefined) return [];
  return db.query<FoundText>(
    `select ${reportColumns}, false as exact, 0 as passages, t.text, t.pages from trichluc.report r
     join trichluc.report_text t on t.report_id = r.id
     where r.id in (select report_id from trichluc.passage where ordinal = 1) and r.id in (${sets.join(' intersect ')})
       and r.sha256 <> all($1::text[]) ${narrowed(put)} order by r.name, r.sha256 limit $2`,
    values,
  );
}
