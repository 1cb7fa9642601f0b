import type { Citation, CitationEdge } from '../../model/index.js';
import { jsonArray } from '../binary-array.js';
import type { Database, Queryable, Row } from '../database.js';
import { byOtherReports, type PlacedMention } from './by-other-reports.js';
import type { ByOtherReports } from './weigh-siblings.js';

const seriesAtOnce = 200;
const mentionsAtOnce = 500;
/** any number that no other program uses on the same server */
const lockKey = 7_421_086;

/**
 * Works out what other reports say of the mentions that their own leave open, as far as reports came or went since it
 * was last done. What is kept is a function of the set of reports; each series is done in one transaction, and series by
 * series, so that neither memory nor locks grow with the archive. Costs one look when nothing came or went.
 */
export async function settleMentions(db: Database): Promise<void> {
  const [state] = await db.query<{ due: boolean; series: boolean }>(
    `select exists (select 1 from trichluc.settlement_due) as due,
       exists (select 1 from trichluc.unsettled_series) as series`,
  );
  if (state?.due === true) await db.transaction(collectSeries);
  // What is stored meanwhile waits for the next question: a long import does not hold this one.
  if (state?.due !== true && state?.series !== true) return;
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after;
    after = await db.transaction((transaction) => settleSome(transaction, from));
  }
}

/** The series of all that the reports due name, or named. */
async function collectSeries(transaction: Queryable): Promise<void> {
  await lock(transaction);
  await transaction.query(
    `with due as (delete from trichluc.settlement_due returning report_id, gone)
     insert into trichluc.unsettled_series (series)
     select distinct trichluc.series_of(key) from (
       select unnest(gone) as key from due
       union all select n.key from due cross join lateral (
         select key from trichluc.report_document where report_id = due.report_id offset 0) as n
     ) as named order by 1 on conflict do nothing`,
  );
}

/**
 * @param after the last series of the piece before: from the first on, an index that nobody vacuums would be read through
 * all that is done already
 * @returns the last series of this piece; null when there was none
 */
async function settleSome(transaction: Queryable, after: string): Promise<string | null> {
  await lock(transaction);
  const rows = await transaction.query<{ series: string }>(
    `select series from trichluc.unsettled_series where series > $1 order by series limit ${seriesAtOnce}`,
    [after],
  );
  const series = rows.map((row) => row.series);
  if (series.length === 0) return null;
  await transaction.query(
    `with done as (delete from trichluc.unsettled_series where series = any($1::text[])),
       counts as (delete from trichluc.settled_count where series = any($1::text[]))
     delete from trichluc.settlement where series = any($1::text[])`,
    [series],
  );
  for await (const mentions of openMentions(transaction, series)) await settle(transaction, mentions);
  for await (const mentions of slippedMentions(transaction, series)) await settle(transaction, mentions);
  await transaction.query(countSettled, [series]);
  await transaction.query(settleRelations, [series]);
  return series.at(-1)!;
}

const lock = (transaction: Queryable) => transaction.query('select pg_advisory_xact_lock($1)', [lockKey]);

interface MentionRow extends PlacedMention {
  readonly ordinal: number;
  readonly series: string;
}

interface MentionColumns extends Row {
  readonly report_id: string;
  readonly ordinal: number;
  readonly series: string;
  readonly date: Citation['date'];
  readonly edge: CitationEdge;
  readonly issued_on: string | null;
  readonly self_key: string | null;
}
const mentionColumns = `c.report_id::text as report_id, c.ordinal, trichluc.series_of(c.key) as series,
  c.record->>'date' as date, c.edge, r.issued_on, r.self_key`;

const mentionRow = (row: MentionColumns): MentionRow => ({
  reportRow: row.report_id,
  ordinal: row.ordinal,
  series: row.series,
  reportDate: row.issued_on,
  selfKey: row.self_key,
  citation: { date: row.date },
  edge: row.edge,
});

/**
 * Those that their own report leaves open, in pieces. Series by series: of a list of series without statistics, as in a
 * young archive, PostgreSQL would rather read every citation.
 */
async function* openMentions(transaction: Queryable, series: readonly string[]): AsyncGenerator<MentionRow[]> {
  let after = { series: '', report: '0', ordinal: -1 };
  for (;;) {
    const rows = await transaction.query<MentionColumns>(
      `select ${mentionColumns} from unnest($1::text[]) as s(series) cross join lateral (
         select c.* from trichluc.citation c
         where trichluc.series_of(c.key) = s.series and c.state <> 'resolved'
           and (s.series > $2::text collate "C" or (c.report_id, c.ordinal) > ($3::bigint, $4::int))
         order by c.report_id, c.ordinal limit ${mentionsAtOnce}) as c
       join trichluc.report r on r.id = c.report_id
       where s.series >= $2::text collate "C" order by s.series collate "C", c.report_id, c.ordinal
       limit ${mentionsAtOnce}`,
      [series, after.series, after.report, after.ordinal],
    );
    if (rows.length > 0) yield rows.map(mentionRow);
    const last = rows.at(-1);
    if (last === undefined || rows.length < mentionsAtOnce) return;
    after = { series: last.series, report: last.report_id, ordinal: last.ordinal };
  }
}

/** Those dated as no other report dates the document, where one of another year is there that the pen may have meant. */
async function* slippedMentions(transaction: Queryable, series: readonly string[]): AsyncGenerator<MentionRow[]> {
  const alone = await transaction.query<{ key: string }>(
    `select d.key from unnest($1::text[]) as s(series) cross join lateral (
       select d.key from trichluc.legal_document d
       where trichluc.series_of(d.key) = s.series and d.reports = 1 and length(d.issued_on) = 10 offset 0) as d
     where exists (
       select 1 from unnest(array[-10, -1, 1, 10]) as apart join trichluc.legal_document w
         on w.key = regexp_replace(d.key, '/[0-9]{4}/([^/]*)$',
           '/' || (substring(split_part(d.key, '/', 7) from '^[0-9]{4}$')::int + apart)::text || '/\\1')
       where w.reports > 1)`,
    [series],
  );
  for (let at = 0; at < alone.length; at += mentionsAtOnce) {
    const rows = await transaction.query<MentionColumns>(
      `select ${mentionColumns} from unnest($1::text[]) as k(key) cross join lateral (
         select c.* from trichluc.citation c where c.key = k.key and c.state = 'resolved'
           and length(c.record->>'date') = 10 offset 0) as c
       join trichluc.report r on r.id = c.report_id`,
      [alone.slice(at, at + mentionsAtOnce).map(({ key }) => key)],
    );
    if (rows.length > 0) yield rows.map(mentionRow);
  }
}

async function settle(transaction: Queryable, mentions: readonly MentionRow[]): Promise<void> {
  const said = await byOtherReports(transaction, mentions);
  const settled = mentions.flatMap((mention, index) => {
    const others = said[index] ?? null;
    return others === null ? [] : [settlementRow(mention, others)];
  });
  if (settled.length === 0) return;
  await transaction.query(
    `insert into trichluc.settlement (report_id, ordinal, series, key, state, document, candidates, record)
     select e.report_id, e.ordinal, e.series, e.key, e.state, e.document,
       array(select json_array_elements_text(e.candidates)), e.record
     from unnest($1::json[]) as j(row) cross join lateral json_to_record(j.row) as e(report_id bigint, ordinal int,
       series text, key text, state text, document text, candidates json, record json)`,
    [jsonArray(settled.map((row) => JSON.stringify(row)))],
  );
}

const settlementRow = ({ reportRow, ordinal, series, edge }: MentionRow, others: ByOtherReports) => ({
  report_id: reportRow,
  ordinal,
  series,
  key: edge!.document,
  state: others.state,
  document: others.document,
  candidates: others.candidates,
  record: others,
});

/** The relations whose ends these series settle, or settled until now. */
const settleRelations = `select trichluc.settle_relations(array(
    select report_id from trichluc.settled_relation where from_series = any($1::text[])
    union select report_id from trichluc.settled_relation where to_series = any($1::text[])
    union select s.report_id from trichluc.settlement s
      where s.series = any($1::text[]) and s.state = 'resolved' and s.document <> s.key and exists (
        select 1 from trichluc.document_edge e where e.report_id = s.report_id and s.key in (e.from_key, e.to_key))))`;

/** A report counts for a document when a place of it is of the document, by its own word or by the others'. */
const countSettled = `with moved as materialized (
    select report_id, ordinal, key, document from trichluc.settlement
    where series = any($1::text[]) and state = 'resolved' and document <> key
  ), changed as (
    select document as key, report_id, count(*)::int as citations, 1 as by_others from moved group by 1, 2
    union all select key, report_id, -count(*)::int, 0 from moved group by 1, 2
  ), sums as (
    select key, report_id, sum(citations)::int as citations, sum(by_others)::int as by_others,
      (select count(*)::int from trichluc.citation c where c.key = changed.key and c.report_id = changed.report_id) as own
    from changed group by key, report_id
  )
  insert into trichluc.settled_count (key, series, reports, citations, by_others)
  select key, trichluc.series_of(key), sum((own + citations > 0)::int - (own > 0)::int)::int, sum(citations)::int,
    sum(by_others)::int from sums group by key`;
