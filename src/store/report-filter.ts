import type { Queryable } from './database.js';
import { fitsIssuer, type SearchFilter } from './search-filter.js';

/** What a filter asks of a report, as SQL on `r` whose values follow those of the statement. */
export type Narrowing = (put: (value: unknown) => string) => string;

export async function narrowing(db: Queryable, filter: SearchFilter): Promise<Narrowing> {
  const { issuer, year, type, role } = filter;
  const issuers =
    issuer === undefined
      ? null
      : (await db.query<{ issuer: string }>('select distinct issuer from trichluc.report where issuer is not null'))
          .map((row) => row.issuer)
          .filter((name) => fitsIssuer(filter, name));
  return (put) =>
    [
      issuers === null ? '' : `and r.issuer = any(${put(issuers)}::text[])`,
      year === undefined ? '' : `and left(r.issued_on, 4) = ${put(String(year))}::text`,
      type === undefined ? '' : `and r.type = ${put(type)}::text`,
      role === undefined
        ? ''
        : `and exists (select 1 from trichluc.citation c where c.report_id = r.id and c.role = ${put(role)}::text)`,
    ].join(' ');
}
