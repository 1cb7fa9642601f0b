import { createHash } from 'node:crypto';
import type { LegalDocument } from '../model/index.js';
import { type NumberForm, numberForm } from './number-form.js';

/** One report's word on one field of one legal document. */
export interface Vote {
  readonly key: string;
  readonly field: string;
  readonly value: string;
  /** how much it counts: 1, or the number of citations */
  readonly weight: number;
}

/** All reports' votes of one kind together. */
export interface CountedVote {
  readonly field: string;
  readonly value: string;
  readonly votes: number;
}

const fields = ['type', 'number', 'symbol', 'folded', 'year', 'issuedOn', 'issuer', 'title'] as const;
type Field = (typeof fields)[number];
type Merging = { -readonly [name in keyof LegalDocument]: LegalDocument[name] };

/**
 * What a report's version of a document adds to the count: one for the report, one for its citing it at all, each
 * citation, and each field.
 *
 * @param own the report is this document: what it says of itself goes before what others say
 */
export function votesOf(document: LegalDocument, own: boolean, citations: number): Vote[] {
  const { key } = document;
  const votes: Vote[] = [{ key, field: 'report', value: '', weight: 1 }];
  if (citations > 0) {
    votes.push({ key, field: 'citing', value: '', weight: 1 });
    votes.push({ key, field: 'citations', value: '', weight: citations });
  }
  for (const field of fields) {
    const value = document[field];
    if (value !== null) votes.push({ key, field: own ? `own:${field}` : field, value: String(value), weight: 1 });
  }
  for (const alias of new Set(document.aliases)) votes.push({ key, field: 'alias', value: alias, weight: 1 });
  return votes;
}

export const voteHash = (value: string): string => createHash('sha256').update(value).digest('hex').slice(0, 32);

/**
 * The document that the counted votes make, the same for the same set of reports. A field is what most reports say,
 * and of equals the first by letters.
 */
export function electDocument(key: string, votes: readonly CountedVote[]): LegalDocument {
  const winner = (field: Field): string | null => {
    for (const name of [`own:${field}`, field]) {
      let best: { value: string; votes: number } | null = null;
      for (const vote of votes)
        if (
          vote.field === name &&
          (best === null || vote.votes > best.votes || (vote.votes === best.votes && vote.value < best.value))
        )
          best = vote;
      if (best !== null) return best.value;
    }
    return null;
  };
  const year = winner('year');
  const elected: Merging = {
    key,
    type: winner('type'),
    number: winner('number'),
    symbol: winner('symbol'),
    folded: winner('folded') ?? '',
    year: year === null ? null : Number(year),
    issuedOn: winner('issuedOn'),
    issuer: winner('issuer'),
    title: winner('title'),
    aliases: votes
      .filter(({ field }) => field === 'alias')
      .map(({ value }) => value)
      .sort(),
  };
  return elected;
}

/** Every form under which the document can be looked up; one printed form for each, the first by letters. */
export function formsOf(document: LegalDocument): (NumberForm & { readonly form: string })[] {
  const forms = new Map<string, NumberForm & { readonly form: string }>();
  const printed = [...(document.number === null ? [] : [document.number]), ...document.aliases];
  for (const form of document.number === null && document.title !== null ? [...printed, document.title] : printed) {
    const parsed = numberForm(form);
    if (parsed !== null && !forms.has(parsed.folded)) forms.set(parsed.folded, { ...parsed, form });
  }
  return [...forms.values()];
}
