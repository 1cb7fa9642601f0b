import type { Citation, LegalDocument } from '../model/index.js';
import type { Mention, Target } from './mention.js';

const farthestAntecedent = 200; // mentions; a reader does not look further back either

/** A report's mentions, each with what it stands for; null stands for the anaphora, in both. */
export interface SettledMentions {
  readonly citations: readonly Citation[];
  readonly mentions: readonly (Mention | null)[];
  readonly targets: readonly (Target | null)[];
}

/**
 * What an anaphor stands for: "Quyết định này" is the report itself when it is one, "Quyết định nêu trên" the nearest
 * mention of its type above.
 *
 * @param self the report's own document and its type
 * @returns null for a paper that is not here, as in a form or a quotation; undefined where nothing above is meant
 */
export function anaphorTarget(
  index: number,
  self: { readonly document: LegalDocument | null; readonly type: string | null },
  settled: SettledMentions,
): Target | null | undefined {
  const citation = settled.citations[index]!;
  const here = /(?<![\p{L}])này(?![\p{L}])/iu.test(citation.quote);
  if (here && citation.type === self.type && self.type !== null)
    return self.document === null
      ? null
      : { document: self.document, state: 'resolved', candidates: [], reasons: ['self'] };
  const antecedent = antecedentOf(index, settled);
  if (antecedent < 0) return here ? null : undefined;
  const target = settled.targets[antecedent]!;
  const why = knownStandIns[citation.rule];
  const rivals = why === undefined ? rivalsOf(antecedent, citation.type, settled) : [];
  return {
    document: { ...target.document, aliases: [] },
    state: rivals.length > 0 && target.state === 'resolved' ? 'ambiguous' : target.state,
    candidates: [...new Set([...target.candidates, ...rivals])].sort(),
    reasons: [...(why === undefined ? [] : [why]), `antecedent:${antecedent}`, ...target.reasons],
  };
}

/** Rules whose anaphora name their antecedent, so that nothing else beside it can be meant. */
const knownStandIns: Readonly<Record<string, string>> = {
  'citation/alias': 'alias',
  'citation/law-of-year': 'law-of-year',
};

/** The nearest mention above that is of the anaphor's kind, or that it is known to stand for; -1 when none is near. */
function antecedentOf(index: number, { citations, mentions, targets }: SettledMentions): number {
  const { type, resolved } = citations[index]!;
  for (let before = index - 1; before >= Math.max(0, index - farthestAntecedent); before--) {
    const other = mentions[before];
    const target = targets[before];
    if (other == null || target == null) continue;
    const { number, name, resolved: whole } = other.citation;
    const fits =
      resolved !== null
        ? [number, name, whole].includes(resolved)
        : type === null || other.type === type || target.document.type === type;
    if (fits) return before;
  }
  return -1;
}

/** Other documents of the kind in the antecedent's own block: a reader may take them for the one that is meant. */
function rivalsOf(
  antecedent: number,
  type: string | null,
  { citations, mentions, targets }: SettledMentions,
): readonly string[] {
  const own = targets[antecedent]!.document.key;
  const { block } = citations[antecedent]!;
  const keys = new Set<string>();
  for (let near = antecedent - 1; near >= 0 && citations[near]!.block === block; near--) {
    const document = mentions[near] == null ? undefined : targets[near]?.document;
    if (document !== undefined && document.key !== own && (type === null || document.type === type))
      keys.add(document.key);
    if (antecedent - near > farthestAntecedent) break;
  }
  return [...keys];
}
