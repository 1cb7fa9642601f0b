import type { Award, Citation, CitationEdge, LegalDocument, Quantity } from '../model/index.js';
import type { ExportedDocument, ExportedReport, StoredRelation } from './archive.js';
import type { Queryable, Row } from './database.js';
import { type DocumentColumns, documentColumns, documentRow, ownReports } from './legal-document-row.js';
import { type ReportColumns, reportColumns, reportRow } from './report-row.js';

const documentsAtOnce = 500;
const reportsAtOnce = 20;

/** Every legal document that any report names, in the order of keys, read in pieces. */
export async function* exportDocuments(db: Queryable): AsyncGenerator<ExportedDocument> {
  let after = '';
  for (;;) {
    const rows = await db.query<DocumentColumns>(
      `select ${documentColumns} from trichluc.legal_document d where d.key > $1 order by d.key limit ${documentsAtOnce}`,
      [after],
    );
    const keys = rows.map(({ key }) => key);
    const [own, relations] = await Promise.all([
      ownReports(db, keys),
      db.query<{ from_key: string; relation: ExportedDocument['relations'][number]['relation']; to_key: string }>(
        `select distinct from_key, relation, to_key from trichluc.document_edge
         where from_key = any($1::text[]) order by from_key, relation, to_key`,
        [keys],
      ),
    ]);
    const byKey = group(relations, (row) => row.from_key);
    for (const row of rows)
      yield {
        document: documentRow(row),
        own: own.get(row.key) ?? [],
        relations: (byKey.get(row.key) ?? []).map(({ relation, to_key: to }) => ({ relation, to })),
      };
    const last = keys.at(-1);
    if (last === undefined || keys.length < documentsAtOnce) return;
    after = last;
  }
}

/** Every report that is done, in the order of ids, with all its records, read in pieces. */
export async function* exportReports(db: Queryable): AsyncGenerator<ExportedReport> {
  let after = '';
  for (;;) {
    const rows = await db.query<ReportColumns & { id: string; self: LegalDocument | null }>(
      `select r.id::text as id, r.self, ${reportColumns} from trichluc.report r
       where r.state = 'done' and r.sha256 > $1 order by r.sha256 limit ${reportsAtOnce}`,
      [after],
    );
    const ids = rows.map(({ id }) => id);
    const [citations, relations, quantities, awards, stages] = await Promise.all([
      ofReports<{ record: Citation; edge: CitationEdge | null }>(db, ids, 'citation', 'record, edge'),
      db.query<StoredRelation & Row & { report_id: string }>(
        `select e.report_id::text as report_id, e.from_key as "from", e.relation, e.relation_detail as "relationDetail",
           e.to_key as "to", coalesce(f.number, f.title, e.from_key) as "fromLabel",
           coalesce(t.number, t.title, e.to_key) as "toLabel", r.sha256 as report, r.name as "reportName", e.quote, e.page
         from trichluc.document_edge e join trichluc.report r on r.id = e.report_id
         left join trichluc.legal_document f on f.key = e.from_key left join trichluc.legal_document t on t.key = e.to_key
         where e.report_id = any($1::bigint[]) order by e.report_id, e.ordinal`,
        [ids],
      ),
      ofReports<{ record: Quantity }>(db, ids, 'quantity', 'record'),
      ofReports<{ record: Award }>(db, ids, 'award', 'record'),
      db.query<{ report_id: string; stage: string; version: number }>(
        `select report_id::text as report_id, stage, version from trichluc.stage_output
         where report_id = any($1::bigint[]) order by report_id, stage`,
        [ids],
      ),
    ]);
    const [byCitation, byRelation, byQuantity, byAward, byStage] = [
      group(citations, reportOf),
      group(relations, reportOf),
      group(quantities, reportOf),
      group(awards, reportOf),
      group(stages, reportOf),
    ];
    for (const row of rows)
      yield {
        report: reportRow(row),
        self: row.self,
        citations: (byCitation.get(row.id) ?? []).map(({ record, edge }) => ({ citation: record, edge })),
        relations: (byRelation.get(row.id) ?? []).map(({ report_id: _, ...relation }) => relation),
        quantities: (byQuantity.get(row.id) ?? []).map(({ record }) => record),
        awards: (byAward.get(row.id) ?? []).map(({ record }) => record),
        stages: (byStage.get(row.id) ?? []).map(({ stage, version }) => ({ stage, version })),
      };
    const last = rows.at(-1);
    if (last === undefined || rows.length < reportsAtOnce) return;
    after = last.sha256;
  }
}

const ofReports = <Shape>(
  db: Queryable,
  ids: readonly string[],
  table: 'citation' | 'quantity' | 'award',
  columns: string,
): Promise<(Shape & Row & { report_id: string })[]> =>
  db.query<Shape & Row & { report_id: string }>(
    `select report_id::text as report_id, ${columns} from trichluc.${table}
     where report_id = any($1::bigint[]) order by report_id, ordinal`,
    [ids],
  );

const reportOf = (row: { readonly report_id: string }): string => row.report_id;

function group<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [row]);
    else list.push(row);
  }
  return groups;
}
