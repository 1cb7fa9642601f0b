import type {
  Citation,
  CitationEdge,
  Diagnostic,
  DocumentEdge,
  Extraction,
  LegalDocument,
  NormalizedReport,
  SourceDocument,
} from '../model/index.js';
import { canonicalNumber } from './canonical-number.js';
import { documentNode } from './document-node.js';
import { conflictsIn } from './find-conflicts.js';
import { targetOf } from './find-target.js';
import { homeRecord } from './home-record.js';
import { bodyResolver } from './issuing-body.js';
import { lendWithinReport } from './lend-within-report.js';
import { fullDate, yearOf } from './mention.js';
import { mergeMentions } from './merge-mentions.js';
import { lawNumbered } from './named-document.js';
import { prepareMention } from './prepare-mention.js';
import { scoreIdentity } from './score-identity.js';
import { anaphorTarget } from './settle-anaphora.js';
import { shortFor, typeName } from './type-name.js';

const markLength = 12; // hex digits of the report's hash that part what cannot be placed
const placeOf = ({ span, page }: Citation) => ({ span, ...(page === null ? {} : { page }) });

/**
 * Resolves a report's mentions to legal documents and edges. Pure: it looks at nothing but the report, and the same
 * report gives the same result. What cannot be told keeps its candidates, or a node of its own, and says why.
 */
export function normalizeReport(document: SourceDocument, extraction: Extraction): NormalizedReport {
  const { header, citations } = extraction;
  const diagnostics: Diagnostic[] = [];
  const home = homeRecord(document, header);
  const ownNumber = header.number === null ? null : canonicalNumber(header.number, header.type);
  const mark = document.sha256.slice(0, markLength);
  const resolveBody = bodyResolver(home, ownNumber?.issuer ?? null, mark);
  const year = yearOf(header.date) ?? ownNumber?.year ?? latestYear(citations);
  const scope = { resolveBody, mark, year };

  const self = ownNumber === null ? null : selfNode();
  const mentions = lendWithinReport(citations.map((citation, index) => prepareMention(document.text, citation, index)));
  const withoutAnaphora = mentions.map((mention) => (mention === null ? null : targetOf(mention, scope)));
  const targets = withoutAnaphora.map((target, index) => {
    if (mentions[index] !== null) return target;
    const settled = { citations, mentions, targets: withoutAnaphora };
    const meant = anaphorTarget(index, { document: self, type: header.type }, settled);
    if (meant === undefined)
      diagnostics.push({
        code: 'normalize/no-antecedent',
        level: 'info',
        message: `Nothing above is meant by ${citations[index]!.quote}`,
        span: citations[index]!.span,
      });
    return meant ?? null;
  });

  const conflicts = conflictsIn(
    document.text,
    header,
    targets.map((target, index) => ({
      citation: citations[index]!,
      number: mentions[index]?.number ?? null,
      document: target?.document ?? null,
      reasons: target?.reasons ?? [],
    })),
  );
  for (const { code, citation, said } of conflicts)
    diagnostics.push({
      code: `normalize/${code}`,
      level: 'warning',
      message: said.join(' / '),
      ...(citation === null ? {} : placeOf(citations[citation]!)),
    });

  const edges: CitationEdge[] = [];
  const nodes = new Map<string, LegalDocument[]>();
  targets.forEach((target, index) => {
    if (target === null) return;
    edges.push({
      citation: index,
      document: target.document.key,
      role: citations[index]!.role,
      state: target.state,
      candidates: target.candidates,
      reasons: target.reasons,
      score: scoreIdentity(citations[index]!, mentions[index]?.number ?? null, target),
    });
    const same = nodes.get(target.document.key) ?? [];
    same.push(target.document);
    nodes.set(target.document.key, same);
  });

  return {
    self,
    documents: [...nodes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, same]) => mergeMentions(same)),
    citations: edges,
    relations: relationEdges(),
    conflicts,
    diagnostics,
  };

  function selfNode(): LegalDocument {
    const number = ownNumber!;
    const body = resolveBody({
      phrase: header.issuer,
      number: { ...number, issuer: null },
      date: header.date,
      type: header.type,
    });
    const own = home.body === null ? body : resolveBody({ phrase: null, number, date: header.date, type: header.type });
    const chosen = home.body === null || !own.certain ? body : own;
    // A symbol that names its type knows better than a type line that was misread.
    const type =
      number.type !== null && (header.type === null || !shortFor(number.type, header.type)) ? number.type : header.type;
    return documentNode({
      number,
      type,
      body: chosen,
      year: number.year ?? yearOf(header.date),
      issuedOn: fullDate(header.date),
      title: ownTitle(header, number.printed),
      printed: header.number!,
    });
  }

  function relationEdges(): DocumentEdge[] {
    const seen = new Set<string>();
    const found: DocumentEdge[] = [];
    for (const { fromCitation, toCitation, relation, relationDetail, span } of extraction.relations) {
      const from = targets[fromCitation]?.document.key;
      const to = targets[toCitation]?.document.key;
      if (from === undefined || to === undefined || from === to) continue;
      const id = `${from} ${relation} ${to} ${span.start} ${span.end}`;
      if (seen.has(id)) continue;
      seen.add(id);
      found.push({ from, relation, relationDetail, to, span });
    }
    return found;
  }
}

/** A law's head has its name in capitals below the word for its type: "LUẬT", "QUỐC TỊCH VIỆT NAM". */
function ownTitle({ title, type }: Extraction['header'], number: string): string | null {
  const known = lawNumbered(number);
  if (known !== null) return known.name;
  const inCapitals = title !== null && title === title.toUpperCase() && /\p{L}/u.test(title);
  const law = type !== null && ['L', 'BL', 'PL'].includes(type) ? typeName(type, 'legal') : null;
  return inCapitals && law !== null ? `${law} ${title}` : title;
}

const latestYear = (citations: readonly Citation[]): number | null => {
  const years = citations.flatMap(({ date, number }) => {
    const inNumber = /\/((?:19|20)\d\d)\//u.exec(number ?? '')?.[1];
    return [yearOf(date), inNumber === undefined ? null : Number(inNumber)].filter((year) => year !== null);
  });
  return years.length === 0 ? null : Math.max(...years);
};
