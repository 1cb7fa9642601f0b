import type { CitationEdge, LegalDocument, MentionAnchor } from '../../model/index.js';
import type { Queryable } from '../database.js';
import { type DocumentColumns, documentColumns, documentRow } from '../legal-document-row.js';
import { mentionId, placesOf, readMentionId } from './mention-place.js';
import type { ReviewedMention } from './review-item.js';

const shownAround = 160; // characters before and after a mention: a sentence or two

interface MentionRecord {
  readonly quote: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** A mention by its id ("3fa2b1c9:c1204", the report's part as long as is wanted); null when there is none, or several. */
export async function findMention(db: Queryable, id: string): Promise<ReviewedMention | null> {
  const named = readMentionId(id);
  if (named === null) return null;
  const { report: sha, place, kind } = named;
  const reports = await db.query<{ id: string; sha256: string; name: string; text: string }>(
    `select r.id::text as id, r.sha256, r.name, t.text from trichluc.report r
     join trichluc.report_text t on t.report_id = r.id where r.sha256 >= $1 and r.sha256 < $1 || 'g' limit 2`,
    [sha],
  );
  const [report] = reports;
  if (report === undefined || reports.length > 1) return null;
  const rows = await db.query<{ record: MentionRecord; edge: CitationEdge | null }>(
    kind === 'citation'
      ? 'select record, edge from trichluc.citation where report_id = $1 order by ordinal'
      : `select record, null as edge from trichluc.${kind} where report_id = $1 order by ordinal`,
    [report.id],
  );
  const at = placesOf(
    kind,
    rows.map(({ record }) => record),
  ).indexOf(place);
  const row = rows[at];
  if (row === undefined) return null;
  const { record, edge } = row;
  const { quote, span } = record;
  return {
    id: mentionId(report.sha256, place),
    report: { id: report.sha256, name: report.name },
    anchor: { kind, quote, start: span.start, occurrence: report.text.slice(0, span.start).split(quote).length - 1 },
    record: { ...record },
    document: edge === null ? null : await documentOf(db, edge.document),
    state: edge?.state ?? null,
    candidates: edge?.candidates ?? [],
    reasons: edge?.reasons ?? [],
    before: report.text.slice(Math.max(0, span.start - shownAround), span.start),
    after: report.text.slice(span.end, span.end + shownAround),
  };
}

async function documentOf(db: Queryable, key: string): Promise<LegalDocument | null> {
  const [row] = await db.query<DocumentColumns>(
    `select ${documentColumns} from trichluc.legal_document d where d.key = $1`,
    [key],
  );
  return row === undefined ? null : documentRow(row);
}

/** The text around the words that a correction means; null when the report has them no more. */
export async function textAround(
  db: Queryable,
  report: string,
  { quote, start }: MentionAnchor,
): Promise<{ readonly before: string; readonly after: string } | null> {
  const [row] = await db.query<{ text: string }>(
    'select t.text from trichluc.report_text t join trichluc.report r on r.id = t.report_id where r.sha256 = $1',
    [report],
  );
  const at = row === undefined || row.text.startsWith(quote, start) ? start : row.text.indexOf(quote);
  if (row === undefined || at === -1) return null;
  const end = at + quote.length;
  return { before: row.text.slice(Math.max(0, at - shownAround), at), after: row.text.slice(end, end + shownAround) };
}
