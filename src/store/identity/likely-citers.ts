import { issuerKeyOf, type LegalDocument } from '../../model/index.js';
import type { LikelyCiter } from '../archive.js';
import { type CiterColumns, citerOf } from '../citer.js';
import type { Queryable } from '../database.js';
import { numberForm } from '../number-form.js';
import { reportColumns } from '../report-row.js';
import { byOtherReports } from './by-other-reports.js';

const mostMentions = 500;

/**
 * The places that do not say enough to be of this document, and that other reports show to be, or that may be of it: its
 * number without symbol or year, with a slip in the symbol, or of a body that the report leaves open.
 */
export async function likelyCiters(db: Queryable, document: LegalDocument): Promise<LikelyCiter[]> {
  const { key, number, issuedOn } = document;
  const [type, , year, local] = key.split('/').slice(4);
  const form = number === null ? null : numberForm(number);
  if (form === null || type === undefined || year === undefined || local === undefined) return [];
  const issuer = issuerKeyOf(key);
  const digits = local.split('-')[0]!;
  const stem = `/akn/vn/act/${type}/${issuer}`;
  const rows = await db.query<CiterColumns & { report_row: string; self_key: string | null }>(
    `select ${reportColumns}, c.record, c.edge, r.id::text as report_row, r.self_key
     from trichluc.citation c join trichluc.report r on r.id = c.report_id
     where c.key <> $1 and (c.key = any($9::text[]) or c.state <> 'resolved' and (c.key = any($2::text[]) or c.key in (
       select f.key from trichluc.document_form f where f.folded = $3
         and split_part(f.key, '/', 5) = $4 and split_part(f.key, '/', 7) in ($5, '_')
       union all
       select d.key from trichluc.document_form f join trichluc.legal_document d on d.key = f.key
       where f.serial = $6 and f.letters >= left($7, 2) and f.letters < left($7, 2) || 'zz' and d.issued_on = $8
         and split_part(f.key, '/', 5) = $4)))
     order by r.name, r.sha256, c.start_at, c.ordinal limit ${mostMentions}`,
    [
      key,
      [`${stem}/${year}/${digits}`, `${stem}/_/${digits}`, `${stem}/_/${local}`],
      form.folded,
      type,
      year,
      form.serial,
      form.letters,
      issuedOn,
      [-10, -1, 1, 10].map((apart) => `${stem}/${Number(year) + apart}/${local}`),
    ],
  );
  const others = await byOtherReports(
    db,
    rows.map((row) => ({
      reportRow: row.report_row,
      reportDate: row.issued_on,
      selfKey: row.self_key,
      citation: row.record,
      edge: row.edge,
    })),
  );
  return rows.flatMap((row, index) => {
    const said = others[index] ?? null;
    const meant = said !== null && (said.document === key || said.candidates.includes(key));
    return meant ? [{ ...citerOf(row), byOtherReports: said }] : [];
  });
}
