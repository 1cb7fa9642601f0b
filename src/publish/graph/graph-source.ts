import type { ExportedDocument, ExportedReport, IssuerRecord } from '../../store/index.js';

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
  /** resolved when any of the mentions is */
  readonly state: 'resolved' | 'ambiguous' | 'unresolved';
}

const certainty = ['unresolved', 'ambiguous', 'resolved'] as const;

/** The mentions of one report as edges, one for each document and role, by key and role. */
export function citingEdges({ citations }: Pick<ExportedReport, 'citations'>): CitingEdge[] {
  const edges = new Map<string, CitingEdge>();
  for (const { edge } of citations) {
    if (edge === null) continue;
    const name = `${edge.document}\n${edge.role}`;
    const before = edges.get(name);
    const state =
      before === undefined || certainty.indexOf(edge.state) > certainty.indexOf(before.state)
        ? edge.state
        : before.state;
    edges.set(name, { to: edge.document, role: edge.role, mentions: (before?.mentions ?? 0) + 1, state });
  }
  return [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge);
}

/** XML Schema's datatype for a date as far as it is known: `2022-08-15`, `2022-08` or `2022`. */
export const dateType = (date: string): 'xsd:date' | 'xsd:gYearMonth' | 'xsd:gYear' =>
  date.length === 10 ? 'xsd:date' : date.length === 7 ? 'xsd:gYearMonth' : 'xsd:gYear';
