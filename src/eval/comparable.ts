import type { TextSpan } from '../model/index.js';
import type { LabelledReport, MentionKind, MentionOf, Part } from './labelled-report.js';

/** A mention as it is held against its earlier self. */
export interface Comparable<Mention = unknown> {
  readonly mention: Mention;
  /** the words by which it is known; of a relation, its two ends */
  readonly quote: string;
  readonly span: TextSpan | null;
  /** "p. 3, II.2.1.a"; empty where the report has neither */
  readonly where: string;
  readonly rule: string;
  /** what may change while the mention stays the same one, as printed; empty for none, no key where nobody looked */
  readonly fields: Readonly<Record<string, string>>;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const print = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(print).join('; ');
  return oneLine(typeof value === 'object' ? Object.values(value).map(print).join(', ') : String(value));
};
const printAll = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, print(value)]),
  );

/** "article 9 (clause 1 (point a), clause 3)" */
const printPart = ({ unit, label, children }: Part): string =>
  `${unit} ${label}${children.length === 0 ? '' : ` (${children.map(printPart).join(', ')})`}`;

interface Placed {
  readonly quote?: string | null | undefined;
  readonly span?: TextSpan | null | undefined;
  readonly page?: number | null | undefined;
  readonly section?: string | null | undefined;
  readonly rule?: string | null | undefined;
}

const whereOf = ({ page, section }: Placed): string =>
  [page === null || page === undefined ? '' : `p. ${page}`, section ?? ''].filter((part) => part !== '').join(', ');

const comparable = <Mention extends Placed>(
  mention: Mention,
  fields: Readonly<Record<string, unknown>>,
): Comparable<Mention> => ({
  mention,
  quote: oneLine(mention.quote ?? ''),
  span: mention.span ?? null,
  where: whereOf(mention),
  rule: mention.rule ?? '',
  fields: printAll(fields),
});

/** All mentions of one kind in a report, ready to be compared. */
export function comparables<Kind extends MentionKind>(
  report: LabelledReport,
  kind: Kind,
): readonly Comparable<MentionOf<Kind>>[] {
  const all: { readonly [Each in MentionKind]: () => readonly Comparable<MentionOf<Each>>[] } = {
    citations: () =>
      report.citations.map((mention) => {
        const { kind, type, number, name, resolved, date, issuer, title, provisions, role, footnote } = mention;
        const { relationDetail, provisionTree, repaired, document, state } = mention;
        return comparable(mention, {
          kind,
          type,
          number,
          name,
          resolved,
          repaired: repaired === null ? null : repaired?.number,
          date,
          issuer,
          title,
          provisions,
          provisionTree: provisionTree?.map(printPart),
          role,
          relationDetail,
          footnote,
          document,
          state,
        });
      }),
    quantities: () =>
      report.quantities.map((mention) => {
        const { kind, value, valueMax, of, unit, direction, modifier, indicator, period, basis, baseline } = mention;
        const { subject, per } = mention;
        return comparable(mention, {
          kind,
          value,
          valueMax,
          of,
          unit,
          direction,
          modifier,
          indicator: indicator === null ? null : indicator?.words,
          subject: subject === null ? null : subject?.words,
          per: per?.map((one) => one.unit),
          period,
          basis,
          baseline,
        });
      }),
    awards: () =>
      report.awards.map((mention) => {
        const { award, count, percent, recipient, recipientName, grantor, status, period, decision } = mention;
        return comparable(mention, {
          award,
          count,
          percent,
          recipient,
          recipientName,
          grantor,
          status,
          period,
          decision,
        });
      }),
    relations: () =>
      report.relations.map((mention) => {
        const from = report.citations[mention.fromCitation ?? -1];
        return {
          ...comparable<Placed>(
            { ...mention, page: from?.page ?? null, section: from?.section ?? null },
            { relation: mention.relation, relationDetail: mention.relationDetail },
          ),
          mention,
          quote: oneLine(`${mention.from} → ${mention.to}`),
        };
      }),
  };
  return all[kind]();
}

/** The header's fields as printed. */
export const headerFields = (header: LabelledReport['header']): Readonly<Record<string, string>> => printAll(header);

/** Names of the fields that differ, of those that both sides know: a field that is new to the records is no change. */
export const differing = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): string[] =>
  Object.keys(one).filter((field) => other[field] !== undefined && one[field] !== other[field]);
