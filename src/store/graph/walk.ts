import type { LegalDocument } from '../../model/index.js';
import type { Queryable, Row } from '../database.js';
import type { ByOtherReports } from '../identity/weigh-siblings.js';
import { type DocumentColumns, documentColumns, documentRow } from '../legal-document-row.js';
import { citationsOf } from './cited-documents.js';
import type { GraphNode, GraphStep } from './graph-questions.js';

/** Where a walk begins: a report by its row, a document by its key; a numbered report is both. */
export interface WalkStart {
  readonly node: GraphNode;
  /** row of the report; null for a document that no report is */
  readonly reportRow: string | null;
}

interface StepRow extends Row {
  readonly from_key: string | null;
  readonly to_key: string;
  readonly how: GraphStep['how'];
  readonly report: string;
  readonly report_name: string;
  readonly quote: string;
  readonly page: number | null;
  readonly by_others: ByOtherReports | null;
}

const columns = 'r.sha256 as report, r.name as report_name';
/** Roles of a citation, and relations between documents, by which one rests on the other. */
const restingRoles = ['implements', 'based-on'];
const restingRelations = ['implements', 'based-on', 'guides'];

/** What the reports that are these documents say they rest on. */
const citedBy = (condition: string): string =>
  `select distinct on (c.key) r.self_key as from_key, c.key as to_key, c.role as how, ${columns},
     c.record->>'quote' as quote, (c.record->>'page')::int as page, c.by_others
   from trichluc.report r cross join lateral ${citationsOf('r')}
   where ${condition} and c.role = any($2::text[]) and c.key is distinct from r.self_key
   order by c.key, r.name, r.sha256, c.start_at, c.ordinal`;

/** What any report says that these documents rest on. */
const related = `select distinct on (e.to_key) e.from_key, e.to_key, e.relation as how, ${columns}, e.quote, e.page, e.by_others
   from trichluc.settled_edge e join trichluc.report r on r.id = e.report_id
   where e.from_key = any($1::text[]) and e.relation = any($2::text[])
   order by e.to_key, r.name, r.sha256, e.start_at, e.ordinal`;

/** What any report says to approve or issue these documents. */
const raisedBy = `select distinct on (e.from_key) e.to_key as from_key, e.from_key as to_key,
     case e.relation when 'approves' then 'approved-by' else 'issued-by' end as how, ${columns}, e.quote, e.page, e.by_others
   from trichluc.settled_edge e join trichluc.report r on r.id = e.report_id
   where e.to_key = any($1::text[]) and e.relation in ('approves', 'issues')
   order by e.from_key, r.name, r.sha256, e.start_at, e.ordinal`;

/** Steps out of documents, each target once; own citations before what others say. */
async function stepsFrom(db: Queryable, keys: readonly string[]): Promise<StepRow[]> {
  const [own, others, raised] = await Promise.all([
    db.query<StepRow>(citedBy("r.self_key = any($1::text[]) and r.state = 'done'"), [keys, restingRoles]),
    db.query<StepRow>(related, [keys, restingRelations]),
    db.query<StepRow>(raisedBy, [keys]),
  ]);
  return [...own, ...others, ...raised];
}

/**
 * Walks from a start to what it rests on, breadth first: one round of queries a level, each document once, so that a
 * cycle ends where it closes.
 *
 * @param until ends the walk with the level in which it first holds
 * @param limit documents reached at most
 */
export async function walkUp(
  db: Queryable,
  start: WalkStart,
  options: { readonly depth: number; readonly limit: number; readonly until?: (document: LegalDocument) => boolean },
): Promise<{ readonly steps: readonly GraphStep[]; readonly truncated: boolean }> {
  const steps: GraphStep[] = [];
  const nodes = new Map<string, GraphNode>();
  if (start.node.key !== null) nodes.set(start.node.key, start.node);
  let frontier = start.node.key === null ? [] : [start.node.key];
  for (let depth = 1; depth <= options.depth; depth += 1) {
    const rows = await stepsFrom(db, frontier);
    // A report that has no number of its own is reached by its row only, and stands at the start alone.
    if (depth === 1 && start.reportRow !== null)
      rows.unshift(...(await db.query<StepRow>(citedBy('r.id = $1::bigint'), [start.reportRow, restingRoles])));
    const fresh = new Map<string, StepRow>();
    for (const row of rows) if (!nodes.has(row.to_key) && !fresh.has(row.to_key)) fresh.set(row.to_key, row);
    if (fresh.size === 0) return { steps, truncated: false };
    const reached = await nodesOf(db, [...fresh.keys()]);
    const inOrder = [...fresh.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [key, row] of inOrder) {
      if (steps.length >= options.limit) return { steps, truncated: true };
      const to = reached.get(key) ?? { key, report: null, label: key, document: null };
      nodes.set(key, to);
      steps.push({
        from: (row.from_key === null ? undefined : nodes.get(row.from_key)) ?? start.node,
        to,
        depth,
        how: row.how,
        evidence: {
          report: row.report,
          reportName: row.report_name,
          quote: row.quote,
          page: row.page,
          byOtherReports: row.by_others,
        },
      });
    }
    if (options.until !== undefined && inOrder.some(([key]) => isAt(nodes.get(key), options.until!)))
      return { steps, truncated: false };
    frontier = inOrder.map(([key]) => key);
  }
  return { steps, truncated: false };
}

const isAt = (node: GraphNode | undefined, until: (document: LegalDocument) => boolean): boolean =>
  node !== undefined && node.document !== null && until(node.document);

/** The documents of these keys, each with the first report that is it. */
async function nodesOf(db: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, GraphNode>> {
  const rows = await db.query<DocumentColumns & { report: string | null }>(
    `select ${documentColumns}, (select r.sha256 from trichluc.report r where r.self_key = d.key and r.state = 'done'
       order by r.name, r.sha256 limit 1) as report
     from trichluc.legal_document d where d.key = any($1::text[])`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, nodeOf(documentRow(row), row.report)]));
}

export const nodeOf = (document: LegalDocument, report: string | null): GraphNode => ({
  key: document.key,
  report,
  label: document.number ?? document.title ?? document.key,
  document,
});

/** The chain of steps that leads to a node, from the start on. */
export function chainTo(steps: readonly GraphStep[], key: string): GraphStep[] {
  const byTarget = new Map(steps.map((step) => [step.to.key, step] as const));
  const chain: GraphStep[] = [];
  for (let step = byTarget.get(key); step !== undefined; step = byTarget.get(step.from.key)) chain.unshift(step);
  return chain;
}
