import type { LegalDocument } from '../model/index.js';
import { groupBy } from '../text/group-by.js';
import { type CiterColumns, citerOf, inText } from './citer.js';
import type { Database, Queryable, Row } from './database.js';
import { type Counted, citationsOf, citedDocument, countColumns, countedCitations } from './graph/cited-documents.js';
import { settleMentions } from './identity/settle-mentions.js';
import type { IndexedDocument, IndexedReport, IndexFilter, IndexPlaces } from './index-pieces.js';
import type { Citer, CiterInText } from './legal-document-detail.js';
import { type DocumentColumns, documentColumns, documentRow } from './legal-document-row.js';
import type { ReportId } from './report-id.js';
import { reportColumns } from './report-row.js';
import { eachConflict } from './review/read-attention.js';
import { fitsIssuer } from './search-filter.js';

const rowsAtOnce = 1000;

/** What a place of the index is read from: `c` the citation, `r` its report, `d` its document. */
const places = `trichluc.settled_citation c join trichluc.report r on r.id = c.report_id
  join trichluc.legal_document d on d.key = c.key`;

/** «Quyết định này» in the decision itself is no place where one looks a decision up. */
const ofAnother = 'c.key is distinct from r.self_key';

/** A filter whose issuers are known by their names. */
interface Narrowing extends Omit<IndexFilter, 'issuer'> {
  readonly issuers: readonly string[] | null;
}

/** What the filter asks of a place, as SQL on the three above. */
function condition({ year, type, issuers, search }: Narrowing, put: (value: unknown) => string): string {
  return [
    issuers === null ? '' : `and d.issuer = any(${put(issuers)}::text[])`,
    year === undefined ? '' : `and d.year = ${put(year)}::int`,
    type === undefined ? '' : `and d.type = ${put(type)}::text`,
    search === undefined
      ? ''
      : `and (c.key = any(${put(search.documents)}::text[]) or r.sha256 = any(${put(search.reports)}::text[]))`,
  ].join(' ');
}

/** Documents that reports cite, in the order of keys, read in pieces; how often only those places count that the filter lets through. */
async function* indexedDocuments(db: Queryable, filter: Narrowing): AsyncGenerator<IndexedDocument> {
  let after = '';
  for (;;) {
    const values: unknown[] = [after, rowsAtOnce];
    const conditions = condition(filter, (value) => `$${values.push(value)}`);
    const rows = await db.query<Counted & { held: boolean }>(
      `select ${documentColumns}, ${countColumns}, o.held is not null as held
       from trichluc.legal_document d join (${
         filter.search === undefined
           ? // As trichluc.cited_document, which would read all that was settled before the piece, too.
             `select d.key, d.reports + coalesce(x.reports, 0) as reports, d.citations + coalesce(x.citations, 0) as citations,
                coalesce(x.by_others, 0) as by_others
              from trichluc.legal_document d left join trichluc.settled_count x on x.key = d.key and x.key > $1
              where d.key > $1 and d.reports + coalesce(x.reports, 0) > 0 ${conditions} order by d.key limit $2`
           : `select c.key, ${countedCitations} from ${places}
              where c.key > $1 and ${ofAnother} ${conditions} group by c.key order by c.key limit $2`
}) n on n.key = d.key
       -- one by one in the index: as a subquery it is read through for every piece
       left join lateral (
         select true as held from trichluc.report r where r.self_key = d.key and r.state = 'done' limit 1
       ) o on true order by d.key`,
      values,
    );
    for (const row of rows)
      yield {
        ...citedDocument({ ...row, aliases: [] }),
        held: row.held,
      };
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last.key;
  }
}

type PlaceColumns = CiterColumns & { readonly key: string };
const placeColumns = `${reportColumns}, c.key, c.record, c.edge, c.by_others`;

/**
 * The places that cite these documents: by document, by report name, then in the order of the text. Looked up document by
 * document: joined, and without statistics, all citations and all reports are read for every piece of an index.
 */
async function citerRows(db: Queryable, keys: readonly string[], filter: Narrowing): Promise<PlaceColumns[]> {
  const values: unknown[] = [keys];
  const conditions = condition(filter, (value) => `$${values.push(value)}`);
  return db.query<PlaceColumns>(
    `select ${placeColumns} from unnest($1::text[]) as k(key)
     cross join lateral (select * from trichluc.legal_document where key = k.key offset 0) as d
     cross join lateral (select * from trichluc.settled_citation where key = d.key offset 0) as c
     cross join lateral (select * from trichluc.report where id = c.report_id offset 0) as r
     where ${ofAnother} ${conditions} order by c.key, r.name, r.sha256, c.start_at, c.ordinal`,
    values,
  );
}

/** All places that cite one document, with their sentences: by report name, then in the order of the text. */
export const citersInText = async (db: Queryable, key: string): Promise<CiterInText[]> =>
  inText(db, await citerRows(db, [key], { issuers: null }));

/** All places that cite these documents: by report name, then in the order of the text. */
async function citersOf(
  db: Queryable,
  keys: readonly string[],
  filter: Narrowing,
): Promise<ReadonlyMap<string, Citer[]>> {
  return groupBy(await citerRows(db, keys, filter), (row) => row.key, citerOf);
}

/**
 * The places that cite one document, in pieces, whatever their number: those that their own report puts there, then those
 * that other reports do; each report's in the order of its text.
 */
async function* eachCiter(db: Queryable, key: string, filter: Narrowing): AsyncGenerator<Citer> {
  yield* citersIn(db, 'own_citation', key, filter);
  yield* citersIn(db, 'concluded_citation', key, filter);
}

/** Where the mentions of a document stand in the order in which they are read. */
const mentionsOf = {
  own_citation: 'trichluc.citation m where m.key = $1',
  concluded_citation: "trichluc.settlement m where m.document = $1 and m.state = 'resolved'",
} as const;

/**
 * A piece is taken from the index first and its reports looked up then: asked at once, all that are left of a document
 * with fifty thousand places would be read and sorted for every thousand.
 */
async function* citersIn(
  db: Queryable,
  citations: keyof typeof mentionsOf,
  key: string,
  filter: Narrowing,
): AsyncGenerator<Citer> {
  let after = { report_id: '0', ordinal: -1 };
  for (;;) {
    const piece = await db.query<{ report_id: string; ordinal: number }>(
      `select m.report_id::text as report_id, m.ordinal from ${mentionsOf[citations]}
         and (m.report_id, m.ordinal) > ($2::bigint, $3::int) order by m.report_id, m.ordinal limit ${rowsAtOnce}`,
      [key, after.report_id, after.ordinal],
    );
    const last = piece.at(-1);
    if (last === undefined) return;
    const values: unknown[] = [piece.map((mention) => mention.report_id), piece.map(({ ordinal }) => ordinal)];
    const conditions = condition(filter, (value) => `$${values.push(value)}`);
    const rows = await db.query<PlaceColumns>(
      `select ${placeColumns} from unnest($1::bigint[], $2::int[]) as m(report_id, ordinal)
       cross join lateral (
         select * from trichluc.${citations} where report_id = m.report_id and ordinal = m.ordinal offset 0) as c
       cross join lateral (select * from trichluc.report where id = c.report_id offset 0) as r
       cross join lateral (select * from trichluc.legal_document where key = c.key offset 0) as d
       where ${ofAnother} ${conditions} order by m.report_id, m.ordinal`,
      values,
    );
    for (const row of rows) yield citerOf(row);
    if (piece.length < rowsAtOnce) return;
    after = last;
  }
}

/** Reports that cite something, in the order of ids, read in pieces. */
async function* indexedReports(db: Queryable, filter: Narrowing): AsyncGenerator<IndexedReport> {
  let after = '';
  for (;;) {
    const values: unknown[] = [after, rowsAtOnce];
    const conditions = condition(filter, (value) => `$${values.push(value)}`);
    const rows = await db.query<Row & IndexedReport>(
      `select r.sha256 as id, r.name, r.number, r.issued_on as date from trichluc.report r
       where r.state = 'done' and r.sha256 > $1 and exists (
         select 1 from ${citationsOf('r')} join trichluc.legal_document d on d.key = c.key where ${ofAnother} ${conditions}) order by r.sha256 limit $2`,
      values,
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last.id;
  }
}

/** What each of these reports cites: every place with its document, in the order of the text. */
async function citedBy(
  db: Queryable,
  reports: readonly ReportId[],
  filter: Narrowing,
): Promise<ReadonlyMap<ReportId, readonly { readonly document: LegalDocument; readonly place: Citer }[]>> {
  const values: unknown[] = [reports];
  const conditions = condition(filter, (value) => `$${values.push(value)}`);
  const rows = await db.query<PlaceColumns & { document: DocumentColumns }>(
    `select ${placeColumns}, json_build_object('key', d.key, 'type', d.type, 'number', d.number, 'symbol', d.symbol,
       'folded', d.folded, 'year', d.year, 'issued_on', d.issued_on, 'issuer', d.issuer, 'title', d.title, 'aliases', '[]'::json) as document
     from trichluc.report r cross join lateral ${citationsOf('r')} join trichluc.legal_document d on d.key = c.key
     where r.sha256 = any($1::text[]) and ${ofAnother} ${conditions} order by r.sha256, c.start_at, c.ordinal`,
    values,
  );
  return groupBy(
    rows,
    (row) => row.sha256,
    (row) => ({ document: documentRow(row.document), place: citerOf(row) }),
  );
}

/** The places of a filter. Which issuers it means is looked up once, when it is first asked. */
export function indexPlaces(db: Database, filter: IndexFilter): IndexPlaces {
  const { issuer, ...rest } = filter;
  const issuersNamed = async (): Promise<readonly string[] | null> => {
    if (issuer === undefined) return null;
    const rows = await db.query<{ issuer: string }>(
      'select distinct issuer from trichluc.legal_document where issuer is not null',
    );
    return rows.map((row) => row.issuer).filter((name) => fitsIssuer(filter, name));
  };
  let known: Promise<Narrowing> | null = null;
  const narrowing = (): Promise<Narrowing> => {
    known ??= settleMentions(db)
      .then(issuersNamed)
      .then((issuers) => ({ ...rest, issuers }));
    return known;
  };
  return {
    documents: async function* () {
      yield* indexedDocuments(db, await narrowing());
    },
    citersOf: async (keys) => citersOf(db, keys, await narrowing()),
    eachCiter: async function* (key) {
      yield* eachCiter(db, key, await narrowing());
    },
    reports: async function* () {
      yield* indexedReports(db, await narrowing());
    },
    citedBy: async (reports) => citedBy(db, reports, await narrowing()),
    conflicts: () => eachConflict(db),
  };
}
