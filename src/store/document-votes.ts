import { createHash } from 'node:crypto';
import type { LegalDocument } from '../model/index.js';
import { type NumberForm, numberForm } from './number-form.js';

/**
 * What one report says of one legal document: of the document as a whole (`own` when the report is that document,
 * `cited` otherwise), and of each form in which its number is printed.
 */
export interface Vote {
  readonly key: string;
  readonly kind: 'own' | 'cited' | 'alias';
  readonly value: string;
  /** of the value, which may be longer than an entry of an index may be */
  readonly hash: string;
  readonly votes: number;
  /** 1 when the report cites the document, and in how many places; 0 for an alias */
  readonly citing: number;
  readonly citations: number;
}

/** All reports' votes of one kind and value together. */
export type CountedVote = Pick<Vote, 'kind' | 'value' | 'votes'>;

/** In what reports may differ on one document; a vote's value holds them in this order. */
const fields = ['type', 'number', 'symbol', 'folded', 'year', 'issuedOn', 'issuer', 'title'] as const;
type Field = (typeof fields)[number];

/**
 * What a report's version of a document adds to the count.
 *
 * @param own the report is this document: what it says of itself goes before what others say
 * @param citations how many places of the report point at it
 */
export function votesOf(document: LegalDocument, own: boolean, citations: number): Vote[] {
  const { key } = document;
  const vote = (kind: Vote['kind'], value: string): Vote => ({
    key,
    kind,
    value,
    hash: createHash('sha256').update(value).digest('hex').slice(0, 32),
    votes: 1,
    citing: kind !== 'alias' && citations > 0 ? 1 : 0,
    citations: kind === 'alias' ? 0 : citations,
  });
  return [
    vote(own ? 'own' : 'cited', JSON.stringify(fields.map((field) => document[field]))),
    ...[...new Set(document.aliases)].map((alias) => vote('alias', alias)),
  ];
}

/**
 * The document that the counted votes make, the same for the same set of reports. A field is what most reports say,
 * and of equals the first by letters.
 */
export function electDocument(key: string, votes: readonly CountedVote[]): LegalDocument {
  const said = votes
    .filter(({ kind }) => kind !== 'alias')
    .map(({ kind, value, votes: count }) => ({ kind, count, values: JSON.parse(value) as (string | number | null)[] }));
  const winner = (field: Field): string | null => {
    const at = fields.indexOf(field);
    for (const asked of ['own', 'cited'] as const) {
      const counts = new Map<string, number>();
      for (const { kind, count, values } of said) {
        const value = values[at] ?? null;
        if (kind === asked && value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + count);
      }
      const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      if (best !== undefined) return best[0];
    }
    return null;
  };
  const year = winner('year');
  return {
    key,
    type: winner('type') as LegalDocument['type'],
    number: winner('number'),
    symbol: winner('symbol'),
    folded: winner('folded') ?? '',
    year: year === null ? null : Number(year),
    issuedOn: winner('issuedOn'),
    issuer: winner('issuer'),
    title: winner('title'),
    aliases: votes
      .filter(({ kind }) => kind === 'alias')
      .map(({ value }) => value)
      .sort(),
  };
}

/** The days of issue that reports give, where they give more than one; null otherwise. */
export function contestedDays(votes: readonly CountedVote[]): readonly string[] | null {
  const at = fields.indexOf('issuedOn');
  const days = new Set<string>();
  for (const { kind, value } of votes) {
    const day = kind === 'alias' ? null : (JSON.parse(value) as (string | null)[])[at];
    if (day != null) days.add(day);
  }
  return days.size > 1 ? [...days].sort() : null;
}

/**
 * Whether one more report that says this leaves the elected document as it is: it says what has won already, or
 * nothing, of every field, and knows no new form. Nearly every mention of a well-known law is of this kind.
 */
export function agrees(elected: LegalDocument, document: LegalDocument): boolean {
  return (
    fields.every((field) => document[field] === null || document[field] === elected[field]) &&
    document.aliases.every((alias) => elected.aliases.includes(alias))
  );
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
