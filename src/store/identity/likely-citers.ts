import { type CiterColumns, inText } from '../citer.js';
import type { Queryable } from '../database.js';
import type { LikelyCiter } from '../legal-document-detail.js';
import { reportColumns } from '../report-row.js';
import type { ByOtherReports } from './weigh-siblings.js';

const mostMentions = 500;

/** The places that may be of this document, as other reports say: by report name, then in the order of the text. */
export async function likelyCiters(db: Queryable, key: string): Promise<LikelyCiter[]> {
  const rows = await db.query<CiterColumns & { readonly by_others: ByOtherReports }>(
    `select ${reportColumns}, c.record, c.edge, s.record as by_others
     from trichluc.settlement s join trichluc.citation c on c.report_id = s.report_id and c.ordinal = s.ordinal
     join trichluc.report r on r.id = s.report_id
     where s.state = 'ambiguous' and s.candidates @> array[$1::text] and s.key <> $1
     order by r.name, r.sha256, c.start_at, c.ordinal limit ${mostMentions}`,
    [key],
  );
  const places = await inText(db, rows);
  return rows.map(({ by_others }, index) => ({ ...places[index]!, byOtherReports: by_others }));
}
