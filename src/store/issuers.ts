import { type IssuerRecord, issuerRecord } from '../text/authority/issuer-record.js';
import { issuersNamed } from '../text/authority/issuers-named.js';
import { foldKey } from '../text/fold.js';
import { slug } from '../text/slug.js';
import type { Queryable, Row } from './database.js';
import { type Counted, countColumns, counted, countedDocuments } from './graph/cited-documents.js';
import type { IssuerDetail, IssuerSummary } from './issuer-detail.js';
import { documentColumns } from './legal-document-row.js';
import { type ReportColumns, reportColumns, reportRow } from './report-row.js';

interface NamedIssuer extends Row {
  readonly key: string;
  readonly name: string;
  readonly documents: number;
}

/** A body that no report could place has the report's mark behind its key: here all of one name are one line. */
const issuerKey = (column: string): string => `regexp_replace(split_part(${column}, '/', 6), '~.*$', '~')`;

/** Bodies with the name that most of their documents give them, and of equals the first by letters. */
const namesOf = (condition: string): string =>
  `select distinct on (n.key) n.key, n.name, (sum(n.documents) over (partition by n.key))::int as documents
   from (select ${issuerKey('d.key')} as key, d.issuer as name, count(*)::int as documents
     from trichluc.legal_document d where d.issuer is not null and ${condition} group by 1, 2) n
   order by n.key, n.documents desc, n.name`;

async function ownCounts(
  db: Queryable,
  condition: string,
  values: readonly unknown[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ key: string; reports: number }>(
    `select ${issuerKey('r.self_key')} as key, count(*)::int as reports from trichluc.report r
     where r.self_key is not null and r.state = 'done' and ${condition} group by 1`,
    values,
  );
  return new Map(rows.map(({ key, reports }) => [key, reports]));
}

const summaryOf = (
  { key, name, documents }: Pick<NamedIssuer, 'key' | 'name' | 'documents'>,
  reports: number,
): IssuerSummary => {
  const record = issuerRecord(key, name);
  return { key, name: record?.name ?? name, record, documents, reports };
};

/** The bodies of the archive's documents, most documents first. */
export async function readIssuers(
  db: Queryable,
  { words, limit }: { readonly words?: string; readonly limit?: number } = {},
): Promise<IssuerSummary[]> {
  const [rows, own] = await Promise.all([db.query<NamedIssuer>(namesOf('true')), ownCounts(db, 'true', [])]);
  const asked = (words ?? '')
    .split(/\s+/u)
    .map(foldKey)
    .filter((word) => word !== '');
  const fits = ({ name, key }: NamedIssuer): boolean => {
    const whole = foldKey(`${name} ${key}`);
    return asked.every((word) => whole.includes(word));
  };
  return rows
    .filter(fits)
    .map((row) => summaryOf(row, own.get(row.key) ?? 0))
    .sort((a, b) => b.documents - a.documents || (a.key < b.key ? -1 : 1))
    .slice(0, limit);
}

/** The bodies that a name or a key means, with what the archive has of them. */
export async function readIssuer(db: Queryable, what: string, limit: number): Promise<IssuerDetail[]> {
  const known = issuersNamed(what);
  const asked = new Set([slug(what), what, ...known.map(({ key }) => key)]);
  const names = await db.query<NamedIssuer>(namesOf("split_part(d.key, '/', 6) = any($1::text[])"), [[...asked]]);
  const found = new Map<string, Pick<NamedIssuer, 'key' | 'name' | 'documents'>>(
    known.map(({ key, name }) => [key, { key, name, documents: 0 }]),
  );
  for (const row of names) found.set(row.key, row);
  // A name that neither the tables nor a key has may still be one that documents carry: "UBND xã Phú Lực".
  if (found.size === 0)
    for (const each of await readIssuers(db, { words: what }))
      if (foldKey(each.name) === foldKey(what)) found.set(each.key, each);
  const details = [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map((row) => detailOf(db, row, limit));
  return Promise.all(details);
}

async function detailOf(
  db: Queryable,
  row: Pick<NamedIssuer, 'key' | 'name' | 'documents'>,
  limit: number,
): Promise<IssuerDetail> {
  const { key } = row;
  const [condition, value] = key.endsWith('~')
    ? ["split_part(COLUMN, '/', 6) like $1", `${key.replace(/[\\%_]/gu, '\\$&')}%`]
    : ["split_part(COLUMN, '/', 6) = $1", key];
  const own = condition.replace('COLUMN', 'r.self_key');
  const [reports, cited, printed, counts] = await Promise.all([
    db.query<ReportColumns>(
      `select ${reportColumns} from trichluc.report r where r.self_key is not null and r.state = 'done' and ${own}
       order by r.name, r.sha256 limit $2::int`,
      [value, limit],
    ),
    db.query<Counted>(
      `select ${documentColumns}, ${countColumns} from ${countedDocuments} where ${condition.replace('COLUMN', 'd.key')}
       order by n.reports desc, n.citations desc, d.key limit $2::int`,
      [value, limit],
    ),
    db.query<{ printed: string }>(
      `select printed from (select c.record->>'issuer' as printed from trichluc.legal_document d
         join trichluc.citation c on c.key = d.key where ${condition.replace('COLUMN', 'd.key')} limit ${citationsLooked}) p
       where printed is not null group by printed order by count(*) desc, printed limit ${printedNames}`,
      [value],
    ),
    ownCounts(db, own, [value]),
  ]);
  const summary = summaryOf(row, counts.get(key) ?? 0);
  const near = [...(summary.record?.predecessors ?? []), ...(summary.record?.successors ?? [])].map((each) => each.key);
  const documents = await db.query<NamedIssuer>(namesOf("split_part(d.key, '/', 6) = any($1::text[])"), [near]);
  return {
    ...summary,
    printed: printed.map((each) => each.printed),
    cited: counted(cited),
    own: reports.map(reportRow),
    documentsOf: Object.fromEntries(documents.map((each) => [each.key, each.documents])),
  };
}
const citationsLooked = 5000;
const printedNames = 12;

/** The records of all bodies that documents are of, and of those around them, by key. There are thousands, not millions. */
export async function* exportIssuers(db: Queryable): AsyncGenerator<IssuerRecord> {
  const records = new Map<string, IssuerRecord>();
  const queue = (await db.query<NamedIssuer>(namesOf('true'))).map(({ key, name }) => ({ key, name }));
  for (const next of queue) {
    if (records.has(next.key)) continue;
    const record = issuerRecord(next.key, next.name);
    if (record === null) continue;
    records.set(next.key, record);
    const { parent, predecessors, successors } = record;
    queue.push(...(parent === null ? [] : [parent]), ...predecessors, ...successors);
  }
  for (const key of [...records.keys()].sort()) yield records.get(key)!;
}
