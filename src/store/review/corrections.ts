import { createHash } from 'node:crypto';
import { type Correction, inForce, mergesIn } from '../../model/index.js';
import type { Queryable } from '../database.js';
import type { JournalEntry } from '../journal.js';
import type { ReportId } from '../report-id.js';
import { type CorrectionColumns, parseCorrections, wholeArchive } from './correction-row.js';
import type { CorrectionState, NewCorrection } from './review-item.js';

/** The correction with its id, which follows from its content. */
export function nameCorrection(given: NewCorrection, at: string): Correction {
  const { report, by, reason, decision, found } = given;
  const content = JSON.stringify([report, at, by, reason, decision]);
  return {
    id: createHash('sha256').update(content).digest('hex').slice(0, 10),
    report,
    at,
    by,
    reason,
    decision,
    found,
  };
}

export const journalEntryOf = ({
  id,
  report,
  at,
  by,
  reason,
  decision,
  found,
}: Correction): JournalEntry & { kind: 'correction' } => ({
  kind: 'correction',
  at,
  report: report ?? wholeArchive,
  target: id,
  value: { reason, decision, found },
  by,
});

/** All corrections, oldest first, undone ones among them. */
export async function readAllCorrections(db: Queryable): Promise<Correction[]> {
  const rows = await db.query<CorrectionColumns & Record<string, unknown>>(
    'select sha256, target, value, corrected_by, at from trichluc.correction order by at, target collate "C"',
  );
  return parseCorrections(rows);
}

/** All corrections with what became of each, oldest first. */
export async function correctionStates(db: Queryable, report: ReportId | undefined): Promise<CorrectionState[]> {
  const all = await readAllCorrections(db);
  const shown = report === undefined ? all : all.filter((one) => one.report === report);
  const valid = new Set(inForce(all).map(({ id }) => id));
  const undone = new Map(
    all.flatMap(({ id, decision }) => (decision.action === 'undo' ? [[decision.correction, id] as const] : [])),
  );
  const [uses, reports, documents] = await Promise.all([
    db.query<{ correction: string; found: boolean }>(
      `select correction, bool_or(found = 1) as found from trichluc.correction_use
       where correction = any($1::text[]) group by correction`,
      [shown.map(({ id }) => id)],
    ),
    db.query<{ sha256: string; name: string; state: string }>(
      'select sha256, name, state from trichluc.report where sha256 = any($1::text[])',
      [shown.flatMap((one) => one.report ?? [])],
    ),
    db.query<{ key: string }>('select key from trichluc.legal_document where key = any($1::text[])', [
      shown.flatMap(({ decision }) => ('key' in decision ? [decision.key] : [])),
    ]),
  ]);
  const found = new Map(uses.map((use) => [use.correction, use.found]));
  const known = new Set(documents.map(({ key }) => key));
  const rows = new Map(reports.map((row) => [row.sha256, row]));
  const stateOf = ({ id, report: of, decision }: Correction): CorrectionState['state'] => {
    if (decision.action === 'undo') return undoneBy(id, undone, all) ? 'undone' : 'in-force';
    if (!valid.has(id)) return 'undone';
    if (of !== null && rows.get(of)?.state !== 'done') return 'waiting';
    if (decision.action === 'accept-document') return known.has(decision.key) ? 'in-force' : 'orphaned';
    return found.get(id) === true ? 'in-force' : 'orphaned';
  };
  return shown.map((one) => ({
    ...one,
    state: stateOf(one),
    reportName: one.report === null ? null : (rows.get(one.report)?.name ?? null),
  }));
}

/** Whether an undoing was itself undone, by one that stands. */
function undoneBy(id: string, undone: ReadonlyMap<string, string>, all: readonly Correction[]): boolean {
  const by = undone.get(id);
  return by !== undefined && all.some((one) => one.id === by) && !undoneBy(by, undone, all);
}

/**
 * Reports whose rows do not yet say what the corrections say: some are not laid over, or are and have been undone. Worked
 * out from the rows, so that a program that was killed in between leaves nothing half-done.
 */
export async function dueReports(db: Queryable): Promise<ReportId[]> {
  const valid = inForce(await readAllCorrections(db));
  const merged = [...mergesIn(valid).keys()];
  const days = valid.flatMap(({ id, decision }) =>
    decision.action === 'correct-document' ? [{ id, key: decision.key }] : [],
  );
  const rows = await db.query<{ sha256: string }>(
    `select r.sha256 from trichluc.report r where r.state = 'done' and r.id in (
       select o.id from trichluc.correction c join trichluc.report o on o.sha256 = c.sha256
         where c.target = any($1::text[])
           and not exists (select 1 from trichluc.correction_use u where u.report_id = o.id and u.correction = c.target)
       union select u.report_id from trichluc.correction_use u where not u.correction = any($1::text[])
       union select d.report_id from trichluc.report_document d where d.key = any($2::text[])
       union select d.report_id from unnest($3::text[], $4::text[]) as w(id, key)
         join trichluc.report_document d on d.key = w.key
         where not exists (select 1 from trichluc.correction_use u where u.report_id = d.report_id and u.correction = w.id)
     ) order by r.sha256`,
    [valid.map(({ id }) => id), merged, days.map(({ id }) => id), days.map(({ key }) => key)],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Documents whose contradictions a person has looked at and left as they are. */
export async function acceptedDocuments(db: Queryable): Promise<string[]> {
  const valid = inForce(await readAllCorrections(db));
  return valid.flatMap(({ decision }) => (decision.action === 'accept-document' ? [decision.key] : []));
}
