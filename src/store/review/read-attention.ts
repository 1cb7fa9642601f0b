import type { MentionKind } from '../../model/index.js';
import { groupBy } from '../../text/group-by.js';
import type { Queryable, Row } from '../database.js';
import { type DocumentColumns, documentColumns, documentRow } from '../legal-document-row.js';
import type { AttentionReason, AttentionRecord } from './attention.js';
import { acceptedDocuments } from './corrections.js';
import { mentionId } from './mention-place.js';
import { misreadNumbers } from './misread-numbers.js';
import type { ReviewFilter, ReviewItem } from './review-item.js';

const defaultBelow = 0.6;

interface AttentionRow extends Row {
  readonly reason: AttentionReason;
  readonly subject: MentionKind;
  readonly place: string;
  readonly confidence: number;
  readonly sha256: string;
  readonly name: string;
  readonly record: AttentionRecord;
  readonly document: DocumentColumns | null;
}

/** What a person should look at: documents that reports contradict one another on, then mentions by report and place. */
export async function reviewItems(db: Queryable, filter: ReviewFilter): Promise<ReviewItem[]> {
  const wanted = (reason: AttentionReason): boolean => filter.reasons?.includes(reason) ?? true;
  const documents =
    wanted('conflict') && filter.report === undefined && (filter.subject ?? 'document') === 'document'
      ? [...(await contestedDocuments(db, filter)), ...(await yearSlips(db, filter))].slice(0, filter.limit)
      : [];
  if (filter.subject === 'document') return documents;
  const misread =
    wanted('conflict') && (filter.subject ?? 'citation') === 'citation' ? await misreadNumbers(db, filter) : [];
  const between = [...documents, ...misread].slice(0, filter.limit);
  const left = filter.limit === undefined ? null : filter.limit - between.length;
  if (left !== null && left <= 0) return between;
  const rows = await db.query<AttentionRow>(
    `select i.reason, i.subject, i.place, i.confidence, r.sha256, r.name, i.record,
       case when d.key is null then null else row_to_json(d) end as document
     from trichluc.attention i join trichluc.report r on r.id = i.report_id
     left join trichluc.legal_document d on d.key = i.key
     where ($1::text[] is null or i.reason = any($1::text[])) and ($2::text is null or r.sha256 = $2)
       and ($3::text is null or i.subject = $3) and ($4::text is null or i.key = $4)
       and (i.reason <> 'low-confidence' or i.confidence < $5::int)
     order by array_position(array['conflict', 'ambiguous', 'repair', 'low-confidence'], i.reason::text), r.name, r.sha256,
       i.start_at, i.ordinal limit $6`,
    [
      filter.reasons ?? null,
      filter.report ?? null,
      filter.subject ?? null,
      filter.document ?? null,
      Math.round((filter.below ?? defaultBelow) * 1000),
      left,
    ],
  );
  return [...between, ...rows.map(itemOf)];
}

const itemOf = (row: AttentionRow): ReviewItem => ({
  id: mentionId(row.sha256, row.place),
  reason: row.reason,
  subject: row.subject,
  report: { id: row.sha256, name: row.name },
  code: row.record.code,
  said: row.record.said,
  saidBy: [],
  quote: row.record.quote,
  page: row.record.page,
  section: row.record.section,
  confidence: row.confidence / 1000,
  document: row.document === null ? null : documentRow(row.document),
  candidates: row.record.candidates,
});

const itemsAtOnce = 500;

/**
 * Every contradiction, in pieces: documents that reports do not agree on by key, numbers likely misread, then mentions
 * report by report.
 */
export async function* eachConflict(db: Queryable): AsyncGenerator<ReviewItem> {
  for (let after = ''; ; ) {
    const items = await contestedDocuments(db, { limit: itemsAtOnce }, after);
    yield* items;
    const last = items.at(-1);
    if (last === undefined || items.length < itemsAtOnce) break;
    after = last.id;
  }
  yield* await misreadNumbers(db, {});
  for (let after = { report: '0', ordinal: -1 }; ; ) {
    const rows = await db.query<AttentionRow & { readonly report_id: string; readonly ordinal: number }>(
      `select i.reason, i.subject, i.place, i.confidence, r.sha256, r.name, i.record, i.report_id::text as report_id,
         i.ordinal, case when d.key is null then null else row_to_json(d) end as document
       from trichluc.attention i join trichluc.report r on r.id = i.report_id
       left join trichluc.legal_document d on d.key = i.key
       where i.reason = 'conflict' and (i.report_id, i.ordinal) > ($1::bigint, $2::int)
       order by i.report_id, i.ordinal limit ${itemsAtOnce}`,
      [after.report, after.ordinal],
    );
    yield* rows.map(itemOf);
    const last = rows.at(-1);
    if (last === undefined || rows.length < itemsAtOnce) return;
    after = { report: last.report_id, ordinal: last.ordinal };
  }
}

/** Documents whose day reports do not agree on, and which say what. */
async function contestedDocuments(db: Queryable, filter: ReviewFilter, after = ''): Promise<ReviewItem[]> {
  const accepted = await acceptedDocuments(db);
  const rows = await db.query<DocumentColumns & { readonly contested: readonly string[] }>(
    `select ${documentColumns}, d.contested from trichluc.legal_document d
     where d.contested is not null and ($1::text is null or d.key = $1) and d.key > $4
       and not d.key = any($3::text[]) order by d.key limit $2`,
    [filter.document ?? null, filter.limit ?? null, accepted, after],
  );
  const names = await sayersOf(
    db,
    rows.map(({ key }) => key),
  );
  return rows.map((row) => ({
    id: row.key,
    reason: 'conflict',
    subject: 'document',
    report: null,
    code: 'date-conflict',
    said: row.contested,
    saidBy: row.contested.map((said) => ({ said, reports: names.get(`${row.key} ${said}`) ?? [] })),
    quote: null,
    page: null,
    section: null,
    confidence: null,
    document: documentRow(row),
    candidates: [],
  }));
}

/** Which reports say which day of a document, by `key day`. */
async function sayersOf(db: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const sayers = await db.query<{ key: string; said: string; name: string }>(
    `select e.key, e.record->>'issuedOn' as said, r.name from trichluc.report_document e
     join trichluc.report r on r.id = e.report_id
     where e.key = any($1::text[]) and e.record->>'issuedOn' is not null order by e.key, said, r.name, r.sha256`,
    [keys],
  );
  return groupBy(
    sayers,
    ({ key, said }) => `${key} ${said}`,
    ({ name }) => name,
  );
}

/**
 * One body's documents of one type, number and symbol, of one day and month in several years: reports may have slipped in
 * the year. They stay documents of their own until a person takes them for one.
 */
async function yearSlips(db: Queryable, filter: ReviewFilter): Promise<ReviewItem[]> {
  const series = (column: string, day: string): string =>
    `split_part(${column}, '/', 5), split_part(${column}, '/', 6), split_part(${column}, '/', 8), substr(${day}, 6)`;
  const groups = await db.query<{ keys: readonly string[] }>(
    `select array_agg(d.key order by d.key) as keys from trichluc.legal_document d
     where length(d.issued_on) = 10 and split_part(d.key, '/', 7) <> '_' and position('~' in d.key) = 0
       and ($1::text is null or (${series('d.key', 'd.issued_on')}) in
         (select ${series('o.key', 'o.issued_on')} from trichluc.legal_document o where o.key = $1))
     group by ${series('d.key', 'd.issued_on')} having count(*) > 1 order by 1 limit $2`,
    [filter.document ?? null, filter.limit ?? null],
  );
  if (groups.length === 0) return [];
  const accepted = new Set(await acceptedDocuments(db));
  const keys = groups.flatMap((group) => group.keys);
  const rows = await db.query<DocumentColumns>(
    `select ${documentColumns} from trichluc.legal_document d where d.key = any($1::text[])`,
    [keys],
  );
  const documents = new Map(rows.map((row) => [row.key, documentRow(row)] as const));
  const names = await sayersOf(db, keys);
  return groups.flatMap(({ keys: [key, ...others] }) => {
    const all = [key!, ...others];
    if (all.some((each) => accepted.has(each))) return [];
    const days = all.map((each) => documents.get(each)!.issuedOn!);
    return [
      {
        id: key!,
        reason: 'conflict',
        subject: 'document',
        report: null,
        code: 'year-slip',
        said: days,
        saidBy: all.map((each, index) => ({ said: days[index]!, reports: names.get(`${each} ${days[index]!}`) ?? [] })),
        quote: null,
        page: null,
        section: null,
        confidence: null,
        document: documents.get(key!)!,
        candidates: others,
      },
    ];
  });
}
