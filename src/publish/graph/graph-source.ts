import type { ExportedDocument, ExportedReport, IssuerRecord, StoredCitation } from '../../store/index.js';

/** What a graph export is made of, read in pieces and never held as a whole. */
export interface GraphSource {
  /** in the order of keys */
  documents(): AsyncIterable<ExportedDocument>;
  /** authority records of the bodies that the documents are of, and of those around them; in the order of keys */
  issuers(): AsyncIterable<IssuerRecord>;
  /** in the order of ids */
  reports(): AsyncIterable<ExportedReport>;
}

/** Of one report: how often it cites a document in one role. */
export interface CitingEdge {
  readonly to: string;
  readonly role: string;
  readonly mentions: number;
  /** that of the surest of the mentions; by-other-reports: its own report leaves open what it means, and others settle it */
  readonly state: (typeof certainty)[number];
  /** of those that other reports settle: why, and the nodes at which their own reports put them */
  readonly reasons: readonly string[];
  readonly printedAs: readonly string[];
}

const certainty = ['unresolved', 'ambiguous', 'by-other-reports', 'resolved'] as const;

type Mention = Pick<StoredCitation, 'edge' | 'byOtherReports'>;

/** Other reports where they settle what a mention means. */
const settledBy = ({ byOtherReports }: Mention) => (byOtherReports?.state === 'resolved' ? byOtherReports : null);

/** Whether a mention is of the very report it stands in, as «Báo cáo này» is: no citation, whatever counts them. */
export const isOfItself = (self: ExportedReport['self'], mention: Mention): boolean =>
  self !== null && self.key === (settledBy(mention)?.document ?? mention.edge?.document);

/** The mentions of one report as edges, one for each other document and role, by key and role. */
export function citingEdges({ self, citations }: Pick<ExportedReport, 'self' | 'citations'>): CitingEdge[] {
  const edges = new Map<string, CitingEdge>();
  for (const mention of citations) {
    const { edge } = mention;
    if (edge === null || isOfItself(self, mention)) continue;
    const settled = settledBy(mention);
    const to = settled?.document ?? edge.document;
    const state = settled === null ? edge.state : 'by-other-reports';
    const name = `${to}\n${edge.role}`;
    const before = edges.get(name);
    edges.set(name, {
      to,
      role: edge.role,
      mentions: (before?.mentions ?? 0) + 1,
      state: before !== undefined && certainty.indexOf(before.state) > certainty.indexOf(state) ? before.state : state,
      reasons: merged(before?.reasons, settled?.reasons ?? []),
      printedAs: merged(before?.printedAs, settled === null || to === edge.document ? [] : [edge.document]),
    });
  }
  return [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge);
}

const merged = (before: readonly string[] = [], more: readonly string[]): readonly string[] =>
  more.length === 0 ? before : [...new Set([...before, ...more])].sort();

/** XML Schema's datatype for a date as far as it is known: `2022-08-15`, `2022-08` or `2022`. */
export const dateType = (date: string): 'xsd:date' | 'xsd:gYearMonth' | 'xsd:gYear' =>
  date.length === 10 ? 'xsd:date' : date.length === 7 ? 'xsd:gYearMonth' : 'xsd:gYear';
