import {
  type AwardFields,
  type Citation,
  type CitationEdge,
  type CitationFields,
  type Conflict,
  type Correction,
  type DocumentIdentity,
  type Extraction,
  type LegalDocument,
  mergesIn,
  type NormalizedReport,
  type QuantityFields,
  type SourceDocument,
} from '../model/index.js';
import { correctAward, correctCitation, correctHeader, correctQuantity } from './correct-mentions.js';
import { findAnchor } from './find-anchor.js';
import { normalizeReport } from './normalize-report.js';

/** Whether a correction found what it means in a report; one that did not is kept, and told of. */
export interface CorrectionUse {
  readonly id: string;
  readonly found: boolean;
}

export interface Corrected {
  readonly extraction: Extraction;
  readonly normalized: NormalizedReport;
  readonly uses: readonly CorrectionUse[];
}

/**
 * Lays people's corrections over what the rules found in one report. Pure; the rules' output stays as it is.
 *
 * @param corrections in force, oldest first: the report's own and the archive's
 */
export function layOver(
  document: SourceDocument,
  extraction: Extraction,
  normalized: NormalizedReport,
  corrections: readonly Correction[],
): Corrected {
  const own = corrections.filter(({ report }) => report === document.sha256);
  const wide = corrections.filter(({ report }) => report === null);
  const mentioned = layOnMentions(document, extraction, own);
  const read = mentioned.renormalize ? normalizeReport(document, mentioned.extraction) : normalized;
  const settled = settleEdges(mentioned.extraction, read, mentioned.settled);
  const joined = joinDocuments(settled, wide);
  return {
    extraction: mentioned.extraction,
    normalized: joined.normalized,
    uses: [...mentioned.uses, ...joined.uses],
  };
}

/** What people said of a citation's edge, by its index in the corrected extraction. */
interface Settled {
  readonly accepted: DocumentIdentity | null | undefined;
  readonly label: string | undefined;
}

interface OnMentions {
  readonly extraction: Extraction;
  /** the rules for identity must run again over what was corrected */
  readonly renormalize: boolean;
  readonly settled: ReadonlyMap<number, Settled>;
  readonly uses: readonly CorrectionUse[];
}

function layOnMentions(document: SourceDocument, extraction: Extraction, own: readonly Correction[]): OnMentions {
  const mentions = { citation: extraction.citations, quantity: extraction.quantities, award: extraction.awards };
  const rejected = { citation: new Set<number>(), quantity: new Set<number>(), award: new Set<number>() };
  const sure = { citation: new Set<number>(), quantity: new Set<number>(), award: new Set<number>() };
  const fields = new Map<number, CitationFields>();
  const figures = new Map<number, QuantityFields>();
  const awarded = new Map<number, AwardFields>();
  const settled = new Map<number, Settled>();
  const uses: CorrectionUse[] = [];
  let header: CitationFields = {};
  for (const { id, decision } of own) {
    if (decision.action === 'correct-header') {
      header = { ...header, ...decision.fields };
      uses.push({ id, found: true });
    }
    if (!('anchor' in decision)) continue;
    const { kind } = decision.anchor;
    const index = findAnchor(document.text, decision.anchor, mentions[kind]);
    uses.push({ id, found: index !== -1 });
    if (index === -1) continue;
    const before = settled.get(index) ?? { accepted: undefined, label: undefined };
    switch (decision.action) {
      case 'reject':
        rejected[kind].add(index);
        break;
      case 'accept':
        rejected[kind].delete(index);
        sure[kind].add(index);
        if (kind === 'citation') settled.set(index, { ...before, accepted: decision.document });
        break;
      case 'correct':
        rejected[kind].delete(index);
        sure[kind].add(index);
        fields.set(index, { ...fields.get(index), ...decision.fields });
        break;
      case 'correct-quantity':
        rejected[kind].delete(index);
        sure[kind].add(index);
        figures.set(index, { ...figures.get(index), ...decision.fields });
        break;
      case 'correct-award':
        rejected[kind].delete(index);
        sure[kind].add(index);
        awarded.set(index, { ...awarded.get(index), ...decision.fields });
        break;
      case 'split':
        settled.set(index, { ...before, label: decision.label });
        break;
    }
  }
  const kept = extraction.citations.flatMap((_, index) => (rejected.citation.has(index) ? [] : [index]));
  const place = new Map(kept.map((index, at) => [index, at]));
  const confident = <T extends { readonly confidence: number }>(list: readonly T[], kind: 'quantity' | 'award'): T[] =>
    list.flatMap((mention, index) =>
      rejected[kind].has(index) ? [] : [sure[kind].has(index) ? { ...mention, confidence: 1 } : mention],
    );
  return {
    extraction: {
      ...extraction,
      header: correctHeader(extraction.header, header),
      citations: kept.map((index) => {
        const citation = moveWitness(extraction.citations[index]!, place);
        const corrected = fields.has(index) ? correctCitation(citation, fields.get(index)!) : citation;
        return sure.citation.has(index) ? { ...corrected, confidence: 1 } : corrected;
      }),
      relations: extraction.relations.flatMap((relation) => {
        const [from, to] = [place.get(relation.fromCitation), place.get(relation.toCitation)];
        return from === undefined || to === undefined ? [] : [{ ...relation, fromCitation: from, toCitation: to }];
      }),
      quantities: confident(
        extraction.quantities.map((quantity, index) => correctQuantity(quantity, figures.get(index) ?? {})),
        'quantity',
      ),
      awards: confident(
        extraction.awards.map((award, index) => correctAward(award, awarded.get(index) ?? {})),
        'award',
      ),
    },
    renormalize: fields.size > 0 || rejected.citation.size > 0 || Object.keys(header).length > 0,
    settled: new Map([...settled].flatMap(([index, said]) => (place.has(index) ? [[place.get(index)!, said]] : []))),
    uses,
  };
}

/** A witness is named by its place in the list, which may have lost mentions before it. */
function moveWitness(citation: Citation, place: ReadonlyMap<number, number>): Citation {
  const witness = citation.repaired?.witness;
  if (citation.repaired === null || witness?.citation == null) return citation;
  const moved = { ...witness, citation: place.get(witness.citation) ?? null };
  return { ...citation, repaired: { ...citation.repaired, witness: moved } };
}

/** Lays what people said of single edges over the resolved report. */
function settleEdges(
  { citations }: Extraction,
  normalized: NormalizedReport,
  settled: ReadonlyMap<number, Settled>,
): NormalizedReport {
  if (settled.size === 0) return normalized;
  const documents = new Map(normalized.documents.map((document) => [document.key, document]));
  const edges = normalized.citations.map((edge): CitationEdge => {
    const said = settled.get(edge.citation);
    if (said === undefined) return edge;
    const { accepted, label } = said;
    const printed = citations[edge.citation]!;
    const known = documents.get(edge.document)!;
    let { document: key } = edge;
    if (accepted != null && accepted.key !== key) {
      key = accepted.key;
      const aliases = [printed.number ?? printed.quote];
      const other = documents.get(key);
      documents.set(key, other === undefined ? { ...accepted, aliases } : joinAliases(other, aliases));
    }
    if (label !== undefined) {
      key = `${key}~${label}`;
      if (!documents.has(key))
        documents.set(key, { ...known, key, issuedOn: printed.date?.length === 10 ? printed.date : null });
    }
    return {
      ...edge,
      document: key,
      state: 'resolved',
      candidates: [],
      reasons: [...edge.reasons, label === undefined ? 'accepted-by-person' : 'split-by-person'],
    };
  });
  const accepted = (conflict: Conflict): boolean =>
    conflict.citation !== null && settled.get(conflict.citation)?.accepted !== undefined;
  return onlyNamed({
    ...normalized,
    documents: [...documents.values()],
    citations: edges,
    conflicts: normalized.conflicts.filter((conflict) => !accepted(conflict)),
  });
}

const joinAliases = (document: LegalDocument, aliases: readonly string[]): LegalDocument => ({
  ...document,
  aliases: [...new Set([...document.aliases, ...aliases])].sort(),
});

/** Documents that no edge and no relation names any more go. */
function onlyNamed(normalized: NormalizedReport): NormalizedReport {
  const named = new Set([
    ...normalized.citations.map(({ document }) => document),
    ...normalized.relations.flatMap(({ from, to }) => [from, to]),
  ]);
  return {
    ...normalized,
    documents: normalized.documents
      .filter(({ key }) => named.has(key))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
  };
}

/** Lays what people said of whole documents over the report: merged keys, days of issue. */
function joinDocuments(
  normalized: NormalizedReport,
  wide: readonly Correction[],
): { readonly normalized: NormalizedReport; readonly uses: readonly CorrectionUse[] } {
  const merges = mergesIn(wide);
  const days = new Map<string, { readonly id: string; readonly date: string }>();
  for (const { id, decision } of wide) {
    if (decision.action === 'correct-document') days.set(decision.key, { id, date: decision.date });
  }
  if (merges.size === 0 && days.size === 0) return { normalized, uses: [] };
  const used = new Set<string>();
  const target = (key: string): DocumentIdentity | null => {
    let found: DocumentIdentity | null = null;
    for (let merge = merges.get(key); merge !== undefined; merge = merges.get(merge.into.key)) {
      used.add(merge.id);
      found = merge.into;
    }
    return found;
  };
  const keyOf = (key: string): string => target(key)?.key ?? key;
  const corrected = (document: LegalDocument): LegalDocument => {
    const into = target(document.key);
    const joined: LegalDocument =
      into === null
        ? document
        : {
            ...joinAliases(document, into.number === null ? [] : [into.number]),
            ...into,
            title: into.title ?? document.title,
            issuedOn: into.issuedOn ?? document.issuedOn,
          };
    const day = days.get(joined.key);
    if (day === undefined) return joined;
    used.add(day.id);
    return { ...joined, issuedOn: day.date.length === 10 ? day.date : null };
  };
  const documents = new Map<string, LegalDocument>();
  for (const document of normalized.documents.map(corrected)) {
    const same = documents.get(document.key);
    documents.set(document.key, same === undefined ? document : joinAliases(same, document.aliases));
  }
  const result = onlyNamed({
    ...normalized,
    self: normalized.self === null ? null : corrected(normalized.self),
    documents: [...documents.values()],
    citations: normalized.citations.map((edge) => {
      const key = keyOf(edge.document);
      const candidates = [...new Set(edge.candidates.map(keyOf))].filter((candidate) => candidate !== key).sort();
      const state = edge.state === 'ambiguous' && candidates.length === 0 ? 'resolved' : edge.state;
      const reasons = key === edge.document ? edge.reasons : [...edge.reasons, 'merged-by-person'];
      return { ...edge, document: key, candidates, state, reasons };
    }),
    relations: normalized.relations
      .map((relation) => ({ ...relation, from: keyOf(relation.from), to: keyOf(relation.to) }))
      .filter(({ from, to }) => from !== to),
    conflicts: normalized.conflicts
      .map((conflict) => ({ ...conflict, document: conflict.document === null ? null : keyOf(conflict.document) }))
      .filter(({ code, document }) => code !== 'date-conflict' || document === null || !days.has(document)),
  });
  return { normalized: result, uses: [...used].sort().map((id) => ({ id, found: true })) };
}
