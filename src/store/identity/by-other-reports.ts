import { type Citation, type CitationEdge, issuerKeyOf } from '../../model/index.js';
import { groupBy } from '../../text/group-by.js';
import type { Queryable, Row } from '../database.js';
import { type ByOtherReports, type OpenMention, type Sibling, siblingRanges, weighSiblings } from './weigh-siblings.js';

/** A mention as it is stored, with what is known of its report. */
export interface PlacedMention {
  /** row of the report */
  readonly reportRow: string;
  readonly reportDate: string | null;
  /** key of the document that the report is */
  readonly selfKey: string | null;
  readonly citation: Pick<Citation, 'date'>;
  readonly edge: CitationEdge | null;
}

interface SiblingRow extends Row {
  readonly key: string;
  readonly issued_on: string | null;
  readonly reports: number;
}

const openMention = ({ reportDate, selfKey, citation, edge }: PlacedMention, alone: boolean): OpenMention | null =>
  edge === null
    ? null
    : {
        edge,
        date: citation.date,
        reportDate,
        reportIssuer: selfKey === null ? null : issuerKeyOf(selfKey),
        alone,
      };

/** How many reports name each of these documents. */
async function reportsNaming(db: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await db.query<{ key: string; reports: number }>(
    `select key, sum(votes)::int as reports from trichluc.document_vote
     where key = any($1::text[]) and kind <> 'alias' group by key`,
    [keys],
  );
  return new Map(rows.map(({ key, reports }) => [key, reports]));
}

/** What other reports say of each mention; null where they add nothing. */
export async function byOtherReports(
  db: Queryable,
  mentions: readonly PlacedMention[],
): Promise<readonly (ByOtherReports | null)[]> {
  const known = await reportsNaming(db, [...new Set(mentions.flatMap(({ edge }) => edge?.document ?? []))]);
  const open = mentions.map((mention) =>
    openMention(mention, mention.edge !== null && known.get(mention.edge.document) === 1),
  );
  const ranges = open.map((mention) => (mention === null ? [] : siblingRanges(mention)));
  const asked = [...new Map(ranges.flat().map((range) => [range.first, range] as const)).values()];
  if (asked.length === 0) return mentions.map(() => null);
  const rows = await db.query<SiblingRow & { first: string }>(
    `select a.first, d.key, d.issued_on, coalesce((select sum(v.votes)::int from trichluc.document_vote v
       where v.key = d.key and v.kind <> 'alias'), 0) as reports
     from unnest($1::text[], $2::text[]) as a(first, last)
     join trichluc.legal_document d on d.key >= a.first collate "C" and d.key < a.last collate "C"`,
    [asked.map(({ first }) => first), asked.map(({ end }) => end)],
  );
  const byRange = groupBy(rows, (row) => row.first);
  const named = await db.query<{ report_id: string; key: string }>(
    `select report_id::text as report_id, key from trichluc.report_document
     where report_id = any($1::bigint[]) and key = any($2::text[])`,
    [[...new Set(mentions.map(({ reportRow }) => reportRow))], [...new Set(rows.map(({ key }) => key))]],
  );
  const own = new Set(named.map(({ report_id: report, key }) => `${report} ${key}`));
  return open.map((mention, index) => {
    if (mention === null) return null;
    const siblings = ranges[index]!.flatMap(({ first }) => byRange.get(first) ?? []).map(
      ({ key, issued_on: issuedOn, reports }): Sibling => ({
        key,
        issuedOn,
        reports: reports - (own.has(`${mentions[index]!.reportRow} ${key}`) ? 1 : 0),
      }),
    );
    return weighSiblings(mention, siblings);
  });
}
