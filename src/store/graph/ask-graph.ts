import type { LegalDocument } from '../../model/index.js';
import type { Database, Queryable } from '../database.js';
import { settleMentions } from '../identity/settle-mentions.js';
import { ownReports } from '../legal-document-row.js';
import { findLegalDocument, findReport } from '../read-archive.js';
import { storable } from '../storable-json.js';
import { citedDocuments, citedTogether } from './cited-documents.js';
import type { GraphQuestions } from './graph-questions.js';
import { staleBases, validityOf } from './validity.js';
import { chainTo, nodeOf, type WalkStart, walkUp } from './walk.js';

const defaultDepth = 3;
const defaultLimit = 500;
/** A chain of authority in the State has five or six links; a walk for one gives up well beyond. */
const deepest = 12;
const widest = 20_000;

/** What only the National Assembly and its Standing Committee make. */
const laws: ReadonlySet<string> = new Set(['HP', 'L', 'BL', 'PL']);
const isLaw = ({ type, symbol }: LegalDocument): boolean =>
  (type !== null && laws.has(type)) || /^QH[0-9]|^UBTVQH/u.test(symbol ?? '');

/** The questions over one database, asked after other reports have had their say. */
export function askGraph(db: Database): GraphQuestions {
  const settled =
    <Asked extends unknown[], Answer>(ask: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      await settleMentions(db);
      return ask(...asked);
    };
  return {
    restsOn: settled(async (what, { depth = defaultDepth, limit = defaultLimit } = {}) => {
      const start = await startAt(db, what);
      return start === null ? null : { start: start.node, ...(await walkUp(db, start, { depth, limit })) };
    }),
    pathTo: settled(async (from, to) => {
      const start = await startAt(db, from);
      if (start === null) return null;
      const target = to === undefined ? null : await findLegalDocument(db, storable(to));
      if (to !== undefined && target === null) return null;
      const until = (document: LegalDocument): boolean =>
        target === null ? isLaw(document) : document.key === target.key;
      const { steps } = await walkUp(db, start, { depth: deepest, limit: widest, until });
      const end = steps.find(({ to: node }) => node.document !== null && until(node.document));
      return end === undefined || end.to.key === null ? [] : chainTo(steps, end.to.key);
    }),
    mostCited: settled((filter = {}) => citedDocuments(db, filter, false)),
    redLinks: settled((filter = {}) => citedDocuments(db, filter, true)),
    staleBases: settled(({ limit = defaultLimit } = {}) => staleBases(db, limit)),
    citedTogether: settled(async (what, limit) => {
      const document = await findLegalDocument(db, storable(what));
      return document === null ? null : citedTogether(db, document.key, limit);
    }),
    validity: settled((keys, on) => validityOf(db, keys, on)),
  };
}

/** A report by id, name or own number; else a document by key or number. */
async function startAt(db: Queryable, what: string): Promise<WalkStart | null> {
  const report = await findReport(db, storable(what));
  if (report !== null && report.state === 'done') {
    const { id, sha256, name, number, self } = report;
    return { node: { key: self?.key ?? null, report: sha256, label: number ?? name, document: self }, reportRow: id };
  }
  const document = await findLegalDocument(db, storable(what));
  if (document === null) return null;
  const own = await ownReports(db, [document.key]);
  return { node: nodeOf(document, own.get(document.key)?.[0] ?? null), reportRow: null };
}
