import type { Citation } from '../../model/index.js';
import type { Queryable, Row } from '../database.js';
import { type DocumentColumns, documentRow } from '../legal-document-row.js';
import { mentionId, placesOf } from './mention-place.js';
import type { ReviewFilter, ReviewItem } from './review-item.js';

/** Figures that recognition takes for one another. */
const alikeFigures = ['17', '14', '47', '27', '38', '35', '58', '56', '59', '68', '60', '80', '89', '90', '69'];

/** Whether one of two numbers may be the other with one figure misread, or with a thin one lost or seen twice. */
export function looksLike(one: string, other: string): boolean {
  if (one.length !== other.length) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    if (long.length - short.length !== 1) return false;
    const at = [...long].findIndex((figure, index) => figure !== short[index]);
    return long.slice(0, at) + long.slice(at + 1) === short && (long[at] === '1' || long[at] === long[at - 1]);
  }
  const different = [...one].flatMap((figure, at) => (figure === other[at] ? [] : [figure + other[at]!]));
  const [pair] = different;
  return different.length === 1 && alikeFigures.some((alike) => alike === pair || alike === pair![1]! + pair![0]!);
}

const local = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
const digitsOf = (key: string): string => /^\d+/.exec(local(key))?.[0] ?? '';

interface LoneRow extends Row {
  readonly key: string;
  readonly others: readonly string[];
  /** numbers of the others */
  readonly numbers: readonly (string | null)[];
}

interface PlaceRow extends Row {
  readonly sha256: string;
  readonly name: string;
  readonly starts: readonly number[];
  readonly index: number;
  readonly record: Citation;
  readonly key: string;
  readonly document: DocumentColumns;
}

/**
 * Numbers read off a picture that no other report names, where the archive holds a document of the same body, day and
 * symbol whose number looks like it. They stay documents of their own until a person decides.
 */
export async function misreadNumbers(db: Queryable, filter: ReviewFilter): Promise<ReviewItem[]> {
  const found = await db.query<LoneRow>(
    `select d.key, w.keys as others, w.numbers from (
       select distinct c.key from trichluc.citation c
       where c.record->>'certainty' is not null and c.key is not null and c.state = 'resolved' and ($1::text is null or c.key = $1)
         and ($2::text is null or c.report_id = (select id from trichluc.report where sha256 = $2))
     ) as c join trichluc.legal_document d on d.key = c.key and d.reports = 1 and length(d.issued_on) = 10
     cross join lateral (
       select array_agg(w.key order by w.reports desc, w.key) as keys,
         array_agg(w.number order by w.reports desc, w.key) as numbers from trichluc.legal_document w
       where w.key > left(d.key, length(d.key) - length(split_part(d.key, '/', 8)))
         and w.key < left(d.key, length(d.key) - length(split_part(d.key, '/', 8)) - 1) || '0'
         and w.issued_on = d.issued_on and w.key <> d.key
         and ltrim(split_part(w.key, '/', 8), '0123456789') = ltrim(split_part(d.key, '/', 8), '0123456789')
         and (w.reports > 1 or exists (
           select 1 from trichluc.citation o where o.key = w.key and o.record->>'certainty' is null))
     ) as w
     where w.keys is not null and split_part(d.key, '/', 7) <> '_' and position('~' in d.key) = 0
       and not exists (select 1 from trichluc.report r where r.self_key = d.key and r.state = 'done')
     order by d.key`,
    [filter.document ?? null, filter.report ?? null],
  );
  const likely = new Map<string, readonly { readonly key: string; readonly number: string }[]>();
  for (const { key, others, numbers } of found) {
    const alike = others.flatMap((other, at) =>
      looksLike(digitsOf(key), digitsOf(other)) ? [{ key: other, number: numbers[at] ?? digitsOf(other) }] : [],
    );
    if (alike.length > 0) likely.set(key, alike);
  }
  if (likely.size === 0) return [];
  // A person's word leaves no score behind.
  const rows = await db.query<PlaceRow>(
    `select r.sha256, r.name, c.record, c.key, row_to_json(d) as document, p.starts, p.index
     from trichluc.citation c join trichluc.report r on r.id = c.report_id join trichluc.legal_document d on d.key = c.key
     cross join lateral (
       select array_agg(o.start_at order by o.ordinal) as starts, (count(*) filter (where o.ordinal < c.ordinal))::int as index
       from trichluc.citation o where o.report_id = c.report_id) as p
     where c.key = any($1::text[]) and c.record->>'certainty' is not null and c.edge->>'score' is not null
     order by r.name, r.sha256, c.start_at, c.ordinal limit $2`,
    [[...likely.keys()], filter.limit ?? null],
  );
  return rows.map(({ sha256, name, record, key, document, starts, index }) => {
    const candidates = likely.get(key)!;
    const place = placesOf(
      'citation',
      starts.map((start) => ({ span: { start } })),
    )[index]!;
    return {
      id: mentionId(sha256, place),
      reason: 'conflict',
      subject: 'citation',
      report: { id: sha256, name },
      code: 'misread-number',
      said: [record.number ?? digitsOf(key), ...candidates.map(({ number }) => number)],
      saidBy: [],
      quote: record.quote,
      page: record.page,
      section: record.section,
      confidence: record.confidence,
      document: documentRow(document),
      candidates: candidates.map((candidate) => candidate.key),
    };
  });
}
