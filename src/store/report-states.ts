import type { FailureCode } from '../model/index.js';
import type { Database, Row, Statement } from './database.js';
import type { ReportId } from './report-id.js';
import { internalId, type ReportColumns, reportColumns, reportRow } from './report-row.js';
import type { BegunWork } from './report-work.js';
import { type CorrectionColumns, correctionsOf, readCorrections } from './review/correction-row.js';
import { storable } from './storable-json.js';
import type { ReportRow, ReportState } from './stored-report.js';

const rowsAtOnce = 500;

const beginStatement: Statement = {
  name: 'begin-work',
  text: `with begun as (
      update trichluc.report set state = 'processing', attempts = attempts + 1,
        failure_code = null, failure_message = null, failure_retryable = null
      where sha256 = $1 and state <> 'done' returning id, name, keep_reading, recognition_pages
    )
    select b.name, b.keep_reading, b.recognition_pages, s.stage, s.version, s.output, ${correctionsOf('$1')} as corrections from begun b left join trichluc.stage_output s on s.report_id = b.id`,
};

interface BegunRow extends Row {
  readonly name: string;
  readonly recognition_pages: number | null;
  /** null when nothing is stored */
  readonly stage: string | null;
  readonly version: number | null;
  readonly output: Uint8Array | null;
  readonly corrections: readonly CorrectionColumns[] | null;
  readonly keep_reading: boolean;
}

export async function beginWork(db: Database, report: ReportId): Promise<BegunWork | null> {
  const rows = await db.query<BegunRow>(beginStatement, [report]);
  const name = rows[0]?.name;
  if (name === undefined) {
    await internalId(db, report);
    return null;
  }
  return workOf(rows);
}

function workOf(rows: readonly BegunRow[]): BegunWork {
  const stored = rows.flatMap(({ stage, version, output }) =>
    stage === null || version === null || output === null ? [] : [{ stage, version, output }],
  );
  const keepReading = rows[0]?.keep_reading ?? false;
  return {
    name: rows[0]?.name ?? '',
    stored,
    keepReading,
    corrections: readCorrections(rows[0]?.corrections ?? []),
    recognitionPages: rows[0]?.recognition_pages ?? null,
  };
}

export async function storedWork(db: Database, report: ReportId): Promise<BegunWork | null> {
  const rows = await db.query<BegunRow>(
    `select r.name, r.keep_reading, r.recognition_pages, s.stage, s.version, s.output, ${correctionsOf('$1')} as corrections
     from trichluc.report r left join trichluc.stage_output s on s.report_id = r.id
     where r.sha256 = $1 and r.state = 'done'`,
    [report],
  );
  return rows.length === 0 ? null : workOf(rows);
}

export async function postpone(db: Database, report: ReportId, recognitionPages: number): Promise<void> {
  const rows = await db.query(
    `update trichluc.report set state = 'taken-in', attempts = greatest(attempts - 1, 0), recognition_pages = $2
     where sha256 = $1 and state <> 'done' returning 1`,
    [report, recognitionPages],
  );
  if (rows.length === 0) await internalId(db, report);
}

export async function markFailed(
  db: Database,
  report: ReportId,
  failure: { readonly code: FailureCode; readonly message: string; readonly retryable?: boolean },
): Promise<void> {
  const rows = await db.query(
    `update trichluc.report set state = 'failed', failure_code = $2, failure_message = $3, failure_retryable = $4
     where sha256 = $1 returning 1`,
    [report, failure.code, storable(failure.message), failure.retryable ?? false],
  );
  if (rows.length === 0) await internalId(db, report);
}

/** In pieces, so that a hundred thousand waiting reports never stand in memory together. */
export async function* pending(db: Database): AsyncGenerator<ReportRow> {
  let after = '0';
  for (;;) {
    const rows = await db.query<ReportColumns & { id: string }>(
      `select r.id::text as id, ${reportColumns} from trichluc.report r
       where r.id > $1 and r.state in ('taken-in', 'processing') order by r.id limit ${rowsAtOnce}`,
      [after],
    );
    for (const row of rows) yield reportRow(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last.id;
  }
}

/** Lets reports of one state wait for the pipeline again. */
export async function wait(
  db: Database,
  from: ReportState,
  ids: readonly ReportId[] | undefined,
  keepReading = false,
): Promise<readonly ReportId[]> {
  const rows = await db.query<{ sha256: string }>(
    `update trichluc.report set state = 'taken-in', attempts = 0, keep_reading = $3,
       failure_code = null, failure_message = null, failure_retryable = null
     where state = $1 and ($2::text[] is null or sha256 = any($2::text[])) returning sha256`,
    [from, ids === undefined ? null : [...ids], keepReading],
  );
  return rows.map(({ sha256 }) => sha256).sort();
}

/**
 * Reports that are done and whose later stages were made by other rules than these over the reading that is stored.
 *
 * @param stages the stages after the first, each with the versions it adds to that of the stored reading
 */
export async function outdated(
  db: Database,
  reading: string,
  stages: readonly { readonly stage: string; readonly added: number }[],
): Promise<readonly ReportId[]> {
  const rows = await db.query<{ sha256: string }>(
    `select r.sha256 from trichluc.report r where r.state = 'done' and cardinality($2::text[]) > (
       select count(*) from unnest($2::text[], $3::int[]) as w(stage, added)
       join trichluc.stage_output s on s.report_id = r.id and s.stage = w.stage
       join trichluc.stage_output f on f.report_id = r.id and f.stage = $1 where s.version = f.version + w.added)
     order by r.name, r.sha256`,
    [reading, stages.map(({ stage }) => stage), stages.map(({ added }) => added)],
  );
  return rows.map(({ sha256 }) => sha256);
}

export async function reports(
  db: Database,
  filter: { readonly state?: ReportState; readonly limit?: number },
): Promise<readonly ReportRow[]> {
  const rows = await db.query<ReportColumns>(
    `select ${reportColumns} from trichluc.report r where $1::text is null or r.state = $1
     order by r.name, r.sha256 limit $2`,
    [filter.state ?? null, filter.limit ?? null],
  );
  return rows.map(reportRow);
}

export async function row(db: Database, report: ReportId): Promise<ReportRow | null> {
  const [found] = await db.query<ReportColumns>(`select ${reportColumns} from trichluc.report r where r.sha256 = $1`, [
    report,
  ]);
  return found === undefined ? null : reportRow(found);
}
