import type { Queryable, Row } from './database.js';
import { type ReportColumns, reportColumns, reportRow } from './report-row.js';
import type { RecordKind, RecordsOf, WithReport } from './stored-report.js';

const reportsAtOnce = 50;

/** What each kind of record is read from; `e` is its table, `r` its report. */
const sources: Readonly<Record<RecordKind, string>> = {
  quantities: `select e.report_id, e.ordinal, e.record from trichluc.quantity e`,
  awards: `select e.report_id, e.ordinal, e.record from trichluc.award e`,
  citations: `select e.report_id, e.ordinal, json_build_object('citation', e.record, 'edge', e.edge,
      'byOtherReports', s.record) as record
    from trichluc.citation e
    left join trichluc.settlement s on s.report_id = e.report_id and s.ordinal = e.ordinal`,
  relations: `select e.report_id, e.ordinal, json_build_object('from', e.from_key, 'relation', e.relation,
      'relationDetail', e.relation_detail, 'to', e.to_key, 'fromLabel', coalesce(f.number, f.title, e.from_key),
      'toLabel', coalesce(t.number, t.title, e.to_key), 'quote', e.quote, 'page', e.page, 'byOtherReports', e.by_others) as record
    from trichluc.settled_edge e
    left join trichluc.legal_document f on f.key = e.from_key left join trichluc.legal_document t on t.key = e.to_key`,
};

/**
 * Every record of one kind, by report name, then in the order of the text; read in pieces, so that a whole province never
 * stands in memory. A report without records comes too, with an empty list.
 */
export async function* readRecords<Kind extends RecordKind>(
  db: Queryable,
  kind: Kind,
): AsyncGenerator<WithReport<RecordsOf[Kind]>> {
  let after = { name: '', sha256: '' };
  for (;;) {
    const reports = await db.query<ReportColumns & { id: string }>(
      `select r.id::text as id, ${reportColumns} from trichluc.report r
       where (r.name, r.sha256) > ($1::text collate "C", $2::text collate "C") order by r.name, r.sha256 limit ${reportsAtOnce}`,
      [after.name, after.sha256],
    );
    const byReport = await recordsOf(
      db,
      kind,
      reports.map(({ id }) => id),
    );
    for (const report of reports) yield { report: reportRow(report), records: byReport.get(report.id) ?? [] };
    const last = reports.at(-1);
    if (last === undefined || reports.length < reportsAtOnce) return;
    after = last;
  }
}

/** The records of one kind of these reports (rows of `trichluc.report`), each report's in the order of the text. */
export async function recordsOf<Kind extends RecordKind>(
  db: Queryable,
  kind: Kind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordsOf[Kind][]>> {
  const records = await db.query<Row & { report_id: string; record: unknown }>(
    `select report_id::text as report_id, record from (${sources[kind]}) e
     where e.report_id = any($1::bigint[]) order by e.report_id, e.ordinal`,
    [ids],
  );
  const byReport = new Map<string, RecordsOf[Kind][]>();
  for (const { report_id: id, record } of records) {
    const list = byReport.get(id) ?? [];
    byReport.set(id, list);
    list.push(record as RecordsOf[Kind]);
  }
  return byReport;
}
