import { foldKey } from '../../text/fold.js';
import type { Queryable } from '../database.js';
import { type DocumentColumns, documentColumns, documentRow } from '../legal-document-row.js';
import type { CitedDocument, DocumentFilter } from './graph-questions.js';

export type Counted = DocumentColumns & { readonly reports: number; readonly citations: number };

const defaultLimit = 50;
/** Documents looked at before the words of the issuer, which fold as the program folds, choose among them. */
const issuerCandidates = 20_000;

export const counted = (rows: readonly Counted[]): CitedDocument[] =>
  rows.map((row) => ({ document: documentRow(row), reports: row.reports, citations: row.citations }));

/**
 * Documents by how many reports cite them. The counts of all years are kept with the documents; those of one year are
 * counted from the citations.
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
  const counts =
    filter.citedIn === undefined
      ? 'select key, reports, citations from trichluc.legal_document'
      : `select c.key, count(distinct c.report_id)::int as reports, count(*)::int as citations
         from trichluc.citation c join trichluc.report r on r.id = c.report_id
         where c.key is not null and left(r.issued_on, 4) = ${put(String(filter.citedIn))} group by c.key`;
  const words = foldKey(filter.issuer ?? '');
  const rows = await db.query<Counted>(
    `select ${documentColumns}, n.reports, n.citations from (${counts}) n
     join trichluc.legal_document d on d.key = n.key where ${conditions.join(' and ')}
     order by n.reports desc, n.citations desc, d.key limit ${put(words === '' ? limit : issuerCandidates)}::int`,
    values,
  );
  if (words === '') return counted(rows);
  return counted(rows.filter(({ issuer }) => foldKey(issuer ?? '').includes(words))).slice(0, limit);
}

/** Documents that the reports which cite this one cite as well. */
export async function citedTogether(db: Queryable, key: string, limit = defaultLimit): Promise<CitedDocument[]> {
  const rows = await db.query<Counted>(
    `select ${documentColumns}, n.reports, n.citations from (
       select c.key, count(distinct c.report_id)::int as reports, count(*)::int as citations from trichluc.citation c
       where c.key <> $1 and c.report_id in (select report_id from trichluc.citation where key = $1) group by c.key
     ) n join trichluc.legal_document d on d.key = n.key
     order by n.reports desc, n.citations desc, d.key limit $2::int`,
    [key, limit],
  );
  return counted(rows);
}
