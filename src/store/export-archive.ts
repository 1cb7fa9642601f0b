import type { LegalDocument } from '../model/index.js';
import { groupBy } from '../text/group-by.js';
import type { Queryable } from './database.js';
import type { ExportedDocument, ExportedReport } from './exported-records.js';
import {
  type DocumentColumns,
  documentColumns,
  documentRow,
  issuerSuccessors,
  ownReports,
} from './legal-document-row.js';
import { recordsOf } from './read-records.js';
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
        `select distinct from_key, relation, to_key from trichluc.settled_edge
         where from_key = any($1::text[]) order by from_key, relation, to_key`,
        [keys],
      ),
    ]);
    const byKey = groupBy(relations, (row) => row.from_key);
    for (const row of rows)
      yield {
        document: documentRow(row),
        own: own.get(row.key) ?? [],
        successors: issuerSuccessors(documentRow(row)),
        relations: (byKey.get(row.key) ?? []).map(({ relation, to_key: to }) => ({ relation, to })),
      };
    const last = keys.at(-1);
    if (last === undefined || keys.length < documentsAtOnce) return;
    after = last;
  }
}

/** Every report that is done, in the order of ids, with what it cites, read in pieces. */
export async function* exportReports(db: Queryable): AsyncGenerator<ExportedReport> {
  let after = '';
  for (;;) {
    const rows = await db.query<ReportColumns & { id: string; self: LegalDocument | null }>(
      `select r.id::text as id, r.self, ${reportColumns} from trichluc.report r
       where r.state = 'done' and r.sha256 > $1 order by r.sha256 limit ${reportsAtOnce}`,
      [after],
    );
    const ids = rows.map(({ id }) => id);
    const [citations, relations, stages] = await Promise.all([
      recordsOf(db, 'citations', ids),
      recordsOf(db, 'relations', ids),
      db.query<{ report_id: string; stage: string; version: number }>(
        `select report_id::text as report_id, stage, version from trichluc.stage_output
         where report_id = any($1::bigint[]) order by report_id, stage`,
        [ids],
      ),
    ]);
    const byStage = groupBy(stages, (row) => row.report_id);
    for (const row of rows)
      yield {
        report: reportRow(row),
        self: row.self,
        citations: citations.get(row.id) ?? [],
        relations: relations.get(row.id) ?? [],
        stages: (byStage.get(row.id) ?? []).map(({ stage, version }) => ({ stage, version })),
      };
    const last = rows.at(-1);
    if (last === undefined || rows.length < reportsAtOnce) return;
    after = last.sha256;
  }
}
