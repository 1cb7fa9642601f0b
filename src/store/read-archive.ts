import type { Award, Diagnostic, Header, LegalDocument, Quantity } from '../model/index.js';
import type { ArchiveCounts } from './archive.js';
import type { Queryable, Row } from './database.js';
import { likelyCiters } from './identity/likely-citers.js';
import { citersInText } from './index-places.js';
import type { LegalDocumentDetail } from './legal-document-detail.js';
import {
  type DocumentColumns,
  documentColumns,
  documentRow,
  issuerSuccessors,
  ownReports,
} from './legal-document-row.js';
import { numberForm } from './number-form.js';
import { recordsOf } from './read-records.js';
import { type ReportColumns, reportColumns, reportRow } from './report-row.js';
import { searchNumbers } from './search-numbers.js';
import type { ReportDetail, ReportState, StoredRelation } from './stored-report.js';
import { pathHash } from './take-in.js';

/** The name of a file is no number, however much «r1.txt» looks like a slip of one. */
const fileName = /\.(?:docx?|pdf|txt|rtf|odt|html?|xlsx?|zip)$/iu;

interface FoundReport extends ReportColumns {
  /** row in the database */
  readonly id: string;
  readonly header: Header | null;
  readonly self: LegalDocument | null;
  readonly diagnostics: readonly Diagnostic[] | null;
}

/** A report's own row, by id or its beginning, name, own number or path; without what hangs on it. */
export async function findReport(db: Queryable, wanted: string): Promise<FoundReport | null> {
  const [row] = await db.query<FoundReport>(
    `select r.id::text as id, ${reportColumns}, r.header, r.self, r.diagnostics from trichluc.report r
     where (length($1) >= 8 and $1 ~ '^[0-9a-f]+$' and r.sha256 >= $1 and r.sha256 < $1 || 'g')
       or r.name = $2 or r.number_folded = $3
       or r.id in (select report_id from trichluc.report_path where path_hash = $4)
     order by r.sha256 like $1 || '%' desc, r.name = $2 desc, r.number = $1 desc nulls last, r.name, r.sha256 limit 1`,
    [wanted.toLowerCase(), wanted.normalize('NFC'), numberForm(wanted)?.folded ?? null, pathHash(wanted)],
  );
  return row ?? null;
}

export async function readReport(db: Queryable, wanted: string): Promise<ReportDetail | null> {
  const row = await findReport(db, wanted);
  if (row === null) return null;
  const { id } = row;
  const [paths, citations, relations, quantities, awards] = await Promise.all([
    db.query<{ path: string }>('select path from trichluc.report_path where report_id = $1 order by path', [id]),
    recordsOf(db, 'citations', [id]),
    readRelations(db, 'e.report_id = $1', id),
    db.query<{ record: Quantity }>('select record from trichluc.quantity where report_id = $1 order by ordinal', [id]),
    db.query<{ record: Award }>('select record from trichluc.award where report_id = $1 order by ordinal', [id]),
  ]);
  return {
    report: reportRow(row),
    paths: paths.map(({ path }) => path),
    header: row.header,
    self: row.self,
    citations: citations.get(id) ?? [],
    relations,
    quantities: quantities.map(({ record }) => record),
    awards: awards.map(({ record }) => record),
    diagnostics: row.diagnostics ?? [],
  };
}

/** A document by key or number however typed; without who cites it. */
export async function findLegalDocument(db: Queryable, wanted: string): Promise<LegalDocument | null> {
  if (fileName.test(wanted)) return null;
  const key = wanted.startsWith('/') ? wanted : (await searchNumbers(db, wanted, 1))[0]?.document.key;
  const [row] = await db.query<DocumentColumns>(
    `select ${documentColumns} from trichluc.legal_document d where d.key = $1`,
    [key ?? ''],
  );
  return row === undefined ? null : documentRow(row);
}

export async function readLegalDocument(db: Queryable, wanted: string): Promise<LegalDocumentDetail | null> {
  const document = await findLegalDocument(db, wanted);
  if (document === null) return null;
  const { key } = document;
  const [citers, likely, own, relations] = await Promise.all([
    citersInText(db, key),
    likelyCiters(db, key),
    ownReports(db, [key]),
    readRelations(db, 'e.from_key = $1 or e.to_key = $1', key),
  ]);
  const successors = issuerSuccessors(document);
  return {
    document,
    own: own.get(key) ?? [],
    successors,
    citers,
    likelyCiters: likely,
    relations,
  };
}

/** @param condition on `trichluc.settled_edge as e`, one of the two above, with `value` as $1 */
async function readRelations(db: Queryable, condition: string, value: string): Promise<StoredRelation[]> {
  return db.query<StoredRelation & Row>(
    `select e.from_key as "from", e.relation, e.relation_detail as "relationDetail", e.to_key as "to",
       coalesce(f.number, f.title, e.from_key) as "fromLabel", coalesce(t.number, t.title, e.to_key) as "toLabel",
       r.sha256 as report, r.name as "reportName", e.quote, e.page, e.by_others as "byOtherReports"
     from trichluc.settled_edge e join trichluc.report r on r.id = e.report_id
     left join trichluc.legal_document f on f.key = e.from_key left join trichluc.legal_document t on t.key = e.to_key
     where ${condition} order by e.from_key, e.relation, e.to_key, r.name, r.sha256, e.start_at, e.ordinal`,
    [value],
  );
}

export async function countArchive(db: Queryable): Promise<ArchiveCounts> {
  const [states, failures, [rest]] = await Promise.all([
    db.query<{ state: ReportState; count: number }>(
      'select state, count(*)::int as count from trichluc.report group by state',
    ),
    db.query<{ code: string; count: number }>(
      `select failure_code as code, count(*)::int as count from trichluc.report where state = 'failed'
       group by failure_code order by failure_code`,
    ),
    db.query<Record<'failedPaths' | 'documents' | 'citations' | 'quantities' | 'awards', number>>(
      `select (select count(*)::int from trichluc.failed_path) as "failedPaths",
         (select count(*)::int from trichluc.legal_document) as documents,
         (select count(*)::int from trichluc.citation) as citations,
         (select count(*)::int from trichluc.quantity) as quantities,
         (select count(*)::int from trichluc.award) as awards`,
    ),
  ]);
  const count = (state: ReportState): number => states.find((row) => row.state === state)?.count ?? 0;
  return {
    reports: {
      'taken-in': count('taken-in'),
      processing: count('processing'),
      done: count('done'),
      failed: count('failed'),
    },
    failuresByCode: Object.fromEntries(failures.map((row) => [row.code, row.count])),
    failedPaths: rest?.failedPaths ?? 0,
    documents: rest?.documents ?? 0,
    citations: rest?.citations ?? 0,
    quantities: rest?.quantities ?? 0,
    awards: rest?.awards ?? 0,
  };
}
