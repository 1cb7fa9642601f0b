import { issuerKeyOf, type LegalDocument } from '../model/index.js';
import { type IssuerLink, issuerRecord } from '../text/authority/issuer-record.js';
import { groupBy } from '../text/group-by.js';
import type { Queryable, Row } from './database.js';
import type { ReportId } from './report-id.js';

/** The columns of `trichluc.legal_document as d` that make a LegalDocument. */
export const documentColumns =
  'd.key, d.type, d.number, d.symbol, d.folded, d.year, d.issued_on, d.issuer, d.title, d.aliases';

export interface DocumentColumns extends Row {
  readonly key: string;
  readonly type: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly folded: string;
  readonly year: number | null;
  readonly issued_on: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
  readonly aliases: readonly string[];
}

export function documentRow(row: DocumentColumns): LegalDocument {
  return {
    key: row.key,
    type: row.type,
    number: row.number,
    symbol: row.symbol,
    folded: row.folded,
    year: row.year,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    title: row.title,
    aliases: row.aliases,
  };
}

/** Who took the work of a document's issuer over since. */
export const issuerSuccessors = ({ key, issuer }: LegalDocument): readonly IssuerLink[] =>
  issuer === null ? [] : (issuerRecord(issuerKeyOf(key), issuer)?.successors ?? []);

/** Which reports of the archive are these very documents. */
export async function ownReports(db: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, ReportId[]>> {
  const rows = await db.query<{ self_key: string; sha256: string }>(
    `select self_key, sha256 from trichluc.report where self_key = any($1::text[]) and state = 'done'
     order by name, sha256`,
    [keys],
  );
  return groupBy(
    rows,
    (row) => row.self_key,
    (row) => row.sha256,
  );
}
