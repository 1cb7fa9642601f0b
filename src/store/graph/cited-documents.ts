import { foldKey } from '../../text/fold.js';
import type { Queryable } from '../database.js';
import { type DocumentColumns, documentColumns, documentRow } from '../legal-document-row.js';
import { narrowing } from '../report-filter.js';
import { isNarrowed } from '../search-filter.js';
import type { CitedDocument, DocumentFilter } from './graph-questions.js';

export type Counted = DocumentColumns & {
  readonly reports: number;
  readonly citations: number;
  readonly by_others: number;
};

/** Documents `d` with their counts `n`. */
export const countedDocuments =
  'trichluc.cited_document d cross join lateral (select d.reports, d.citations, d.by_others) as n';
/** Columns of `n` that make a CitedDocument, beside those of the document. */
export const countColumns = 'n.reports, n.citations, n.by_others';

const defaultLimit = 50;
/** Documents looked at before the words of the issuer, which fold as the program folds, choose among them. */
const issuerCandidates = 20_000;

export const citedDocument = (row: Counted): CitedDocument => ({
  document: documentRow(row),
  reports: row.reports,
  citations: row.citations,
  byOtherReports: row.by_others,
});

export const counted = (rows: readonly Counted[]): CitedDocument[] => rows.map(citedDocument);

/**
 * Citations of each report `r`, looked up report by report: without statistics, as in a young archive, PostgreSQL would
 * rather read those of all reports.
 */
export const citationsOf = (report: string): string =>
  `(select * from trichluc.settled_citation where report_id = ${report}.id offset 0) as c`;

/** The same counts, from `trichluc.settled_citation as c` or `settled_key as c`. */
export const countedCitations = `count(distinct c.report_id)::int as reports, count(*)::int as citations,
  count(distinct c.report_id) filter (where c.moved)::int as by_others`;

/**
 * Documents by how many reports cite them. The counts of all reports are kept with the documents; those of one year
 * or office are counted from the citations.
 *
 * @param lacking only those that no report of the archive is
 */
export async function citedDocuments(
  db: Queryable,
  filter: DocumentFilter,
  lacking: boolean,
): Promise<CitedDocument[]> {
  const limit = filter.limit ?? defaultLimit;
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const conditions = ['n.reports > 0'];
  if (filter.year !== undefined) conditions.push(`d.year = ${put(filter.year)}::int`);
  if (filter.type !== undefined) conditions.push(`d.type = ${put(filter.type)}`);
  if (lacking)
    conditions.push("not exists (select 1 from trichluc.report o where o.self_key = d.key and o.state = 'done')");
  const citing = { year: filter.citedIn, issuer: filter.citedBy };
  const counts = isNarrowed(citing)
    ? `(select c.key, ${countedCitations} from trichluc.settled_key c join trichluc.report r on r.id = c.report_id
         where c.key is distinct from r.self_key ${(await narrowing(db, citing))(put)} group by c.key) n
         join trichluc.legal_document d on d.key = n.key`
    : countedDocuments;
  const words = foldKey(filter.issuer ?? '');
  const rows = await db.query<Counted>(
    `select ${documentColumns}, ${countColumns} from ${counts} where ${conditions.join(' and ')}
     order by n.reports desc, n.citations desc, d.key limit ${put(words === '' ? limit : issuerCandidates)}::int`,
    values,
  );
  if (words === '') return counted(rows);
  return counted(rows.filter(({ issuer }) => foldKey(issuer ?? '').includes(words))).slice(0, limit);
}

/**
 * Documents that the reports which cite this one cite as well.
 *
 * @param lookedUp above so many reports it is quicker to go through all citations than to look those of each report up
 */
export async function citedTogether(
  db: Queryable,
  key: string,
  limit = defaultLimit,
  lookedUp = 2000,
): Promise<CitedDocument[]> {
  const [cited] = await db.query<{ reports: number }>('select reports from trichluc.cited_document where key = $1', [
    key,
  ]);
  const citations =
    (cited?.reports ?? 0) > lookedUp
      ? 'join trichluc.settled_key c on c.report_id = r.id'
      : `cross join lateral ${citationsOf('r')}`;
  const rows = await db.query<Counted>(
    `with r as materialized (select o.id, o.self_key from trichluc.report o where o.self_key is distinct from $1
       and o.id in (select report_id from trichluc.settled_citation where key = $1))
     select ${documentColumns}, ${countColumns} from (
       select c.key, ${countedCitations} from r ${citations}
       where c.key <> $1 and c.key is distinct from r.self_key group by c.key
     ) n join trichluc.legal_document d on d.key = n.key
     order by n.reports desc, n.citations desc, d.key limit $2::int`,
    [key, limit],
  );
  return counted(rows);
}
