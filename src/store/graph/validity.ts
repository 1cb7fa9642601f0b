import type { CitationRole } from '../../model/index.js';
import type { Queryable } from '../database.js';
import type { ByOtherReports } from '../identity/weigh-siblings.js';
import { type DocumentColumns, documentColumns, documentRow } from '../legal-document-row.js';
import type { StaleBasis, ValidityChange } from './graph-questions.js';

interface ChangeColumns extends DocumentColumns {
  readonly changed: string;
  readonly changed_label: string;
  readonly relation: ValidityChange['relation'];
  readonly relation_detail: string | null;
  readonly evidence_report: string;
  readonly evidence_name: string;
  readonly evidence_quote: string;
  readonly evidence_page: number | null;
  readonly evidence_others: ByOtherReports | null;
}

const changeColumns = `e.to_key as changed, coalesce(w.number, w.title, e.to_key) as changed_label, e.relation, e.relation_detail, s.sha256 as evidence_report,
  s.name as evidence_name, e.quote as evidence_quote, e.page as evidence_page, e.by_others as evidence_others`;
/** A consolidated text changes nothing. */
const changes = (kinds: string): string =>
  `e.relation in (${kinds}) and e.relation_detail is distinct from 'consolidates' and e.from_key <> e.to_key`;

/**
 * Whether one date lies before another: ISO days, months or years.
 *
 * @returns null when the shorter of the two cannot tell («2023» against «2023-05-01»)
 */
export function liesBefore(date: string | null, other: string | null): boolean | null {
  if (date === null || other === null) return null;
  const length = Math.min(date.length, other.length);
  const [a, b] = [date.slice(0, length), other.slice(0, length)];
  if (a !== b) return a < b;
  return date.length === 10 && other.length === 10 ? false : null;
}

const changeOf = (row: ChangeColumns, on: string | null): ValidityChange => {
  const by = documentRow(row);
  const since = by.issuedOn ?? (by.year === null ? null : String(by.year));
  return {
    key: row.changed,
    label: row.changed_label,
    relation: row.relation,
    detail: row.relation_detail,
    by,
    on: since,
    before: liesBefore(since, on),
    evidence: {
      report: row.evidence_report,
      reportName: row.evidence_name,
      quote: row.evidence_quote,
      page: row.evidence_page,
      byOtherReports: row.evidence_others,
    },
  };
};

/** Changes of these documents, one for each changing document and relation, by date. */
export async function validityOf(db: Queryable, keys: readonly string[], on: string | null): Promise<ValidityChange[]> {
  const rows = await db.query<ChangeColumns>(
    `select distinct on (e.to_key, e.relation, e.from_key) ${documentColumns}, ${changeColumns}
     from trichluc.settled_edge e join trichluc.report s on s.id = e.report_id
     join trichluc.legal_document d on d.key = e.from_key
     left join trichluc.legal_document w on w.key = e.to_key
     where e.to_key = any($1::text[]) and ${changes("'amends', 'replaces', 'repeals'")}
     order by e.to_key, e.relation, e.from_key, s.name, s.sha256, e.start_at, e.ordinal`,
    [keys],
  );
  return rows
    .map((row) => changeOf(row, on))
    .sort(
      (a, b) =>
        order(a.key, b.key) ||
        order(a.on ?? '9', b.on ?? '9') ||
        order(a.by.key, b.by.key) ||
        order(a.relation, b.relation),
    );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reports that rest on what was repealed or replaced before their date. */
export async function staleBases(db: Queryable, limit: number): Promise<StaleBasis[]> {
  // SQL narrows by what the dates share; which of them are certain is told by the same rule as everywhere.
  const rows = await db.query<
    ChangeColumns & {
      report: string;
      report_name: string;
      report_date: string;
      role: CitationRole;
      quote: string;
      page: number | null;
      by_others: ByOtherReports | null;
      cited: DocumentColumns;
    }
  >(
    `select distinct on (r.name, r.sha256, c.key, d.key) ${documentColumns}, ${changeColumns},
       r.sha256 as report, r.name as report_name, r.issued_on as report_date, c.role,
       c.record->>'quote' as quote, (c.record->>'page')::int as page, c.by_others, row_to_json(w) as cited
     from trichluc.settled_edge e
     join trichluc.legal_document d on d.key = e.from_key
     join trichluc.legal_document w on w.key = e.to_key
     join trichluc.report s on s.id = e.report_id
     cross join lateral (select * from trichluc.settled_citation where key = e.to_key offset 0) as c
     join trichluc.report r on r.id = c.report_id
     where ${changes("'replaces', 'repeals'")} and c.role in ('implements', 'based-on') and r.issued_on is not null
       and coalesce(d.issued_on, d.year::text) < r.issued_on
     order by r.name, r.sha256, c.key, d.key, c.start_at, c.ordinal, s.name, s.sha256
     limit $1`,
    [limit],
  );
  return rows.flatMap((row) => {
    const change = changeOf(row, row.report_date);
    if (change.before !== true) return [];
    return [
      {
        report: row.report,
        reportName: row.report_name,
        reportDate: row.report_date,
        document: documentRow(row.cited),
        role: row.role,
        quote: row.quote,
        page: row.page,
        byOtherReports: row.by_others,
        change,
      },
    ];
  });
}
