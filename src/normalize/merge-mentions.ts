import type { LegalDocument } from '../model/index.js';

/** One node of the mentions of one document: what any of them knows, by rules that do not depend on their order. */
export function mergeMentions(same: readonly LegalDocument[]): LegalDocument {
  const first = same[0]!;
  const dates = new Map<string, number>();
  for (const { issuedOn } of same) if (issuedOn !== null) dates.set(issuedOn, (dates.get(issuedOn) ?? 0) + 1);
  const ranked = [...dates].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const longest = (values: readonly (string | null)[]): string | null =>
    [...new Set(values.filter((value) => value !== null))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ??
    null;
  return {
    ...first,
    issuedOn: ranked[0]?.[0] ?? null,
    issuer: longest(same.map(({ issuer }) => issuer)),
    title: longest(same.map(({ title }) => title)),
    aliases: [...new Set(same.flatMap(({ aliases }) => aliases))].sort(),
  };
}
