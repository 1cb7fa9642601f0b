import type { FailureCode } from '../model/index.js';
import type { Queryable, Row } from './database.js';
import type { ReportRow, ReportState } from './stored-report.js';

/** The columns of `trichluc.report as r` that make a ReportRow. */
export const reportColumns = `r.sha256, r.name, r.media_type, r.bytes::float8 as bytes, r.state, r.attempts, r.failure_code,
  r.failure_message, r.failure_retryable, r.taken_in_at, r.page_count, r.recognition_pages, r.type, r.number, r.issuer, r.issued_on, r.title`;

export interface ReportColumns extends Row {
  readonly sha256: string;
  readonly name: string;
  readonly media_type: string | null;
  readonly bytes: number;
  readonly state: ReportState;
  readonly attempts: number;
  readonly failure_code: FailureCode | null;
  readonly failure_message: string | null;
  readonly failure_retryable: boolean | null;
  readonly taken_in_at: Date;
  readonly page_count: number | null;
  readonly recognition_pages: number | null;
  readonly type: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issued_on: string | null;
  readonly title: string | null;
}

export function reportRow(row: ReportColumns): ReportRow {
  return {
    id: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    state: row.state,
    attempts: row.attempts,
    failure:
      row.failure_code === null
        ? null
        : { code: row.failure_code, message: row.failure_message ?? '', retryable: row.failure_retryable ?? false },
    takenInAt: row.taken_in_at.toISOString(),
    pageCount: row.page_count,
    recognitionPages: row.recognition_pages,
    type: row.type,
    number: row.number,
    issuer: row.issuer,
    date: row.issued_on,
    title: row.title,
  };
}

/** The row's number in the database. @throws RangeError no such report */
export async function internalId(db: Queryable, sha256: string, lock = false): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `select id::text as id from trichluc.report where sha256 = $1 ${lock ? 'for update' : ''}`,
    [sha256],
  );
  if (row === undefined) throw new RangeError(`The archive holds no report ${sha256}`);
  return row.id;
}
