import { type LabelledReport, type MentionKind, mentionKinds } from './labelled-report.js';
import { matchLabels, mentionsOf } from './match-labels.js';
import { headerKeys, scoreKeys, type ToldField, type Values } from './score-keys.js';

export interface MentionScore {
  readonly gold: number;
  readonly predicted: number;
  readonly matched: number;
  /** 0..1; 1 where nothing was predicted */
  readonly precision: number;
  /** 0..1; 1 where nothing was labelled */
  readonly recall: number;
  readonly f1: number;
}

/** One disagreement with the labels. */
export interface Miss {
  readonly report: string;
  readonly kind: MentionKind | 'header';
  /** missed: labelled and not found; extra: found and not labelled; else the field that is wrong */
  readonly what: string;
  readonly quote: string;
  /** as compared, folded; empty for none */
  readonly gold: string;
  readonly got: string;
}

export interface Score {
  readonly mentions: Readonly<Record<MentionKind, MentionScore>>;
  /** accuracy over the matched mentions, 0..1, by "citations.role"; a field never asked is not there */
  readonly attributes: Readonly<Record<string, number>>;
  /** the same for fields that only some labels tell, with how many did */
  readonly told: Readonly<Record<string, { readonly accuracy: number; readonly asked: number }>>;
  /** accuracy over the reports, 0..1, by field */
  readonly header: Readonly<Record<string, number>>;
  readonly misses: readonly Miss[];
}

/** A report's labels and what was found in it. */
export interface ScoredReport {
  readonly name: string;
  readonly labels: LabelledReport;
  readonly found: LabelledReport;
}

interface Share {
  right: number;
  all: number;
}

/** Holds what was found against the labels: precision, recall and F1 a kind, and how often each field is right. */
export function score(reports: readonly ScoredReport[]): Score {
  const counts = new Map(mentionKinds.map((kind) => [kind, { gold: 0, predicted: 0, matched: 0 }]));
  const attributes = new Map<string, Share>();
  const told = new Map<string, Share>();
  const header = new Map<string, Share>();
  const misses: Miss[] = [];
  for (const { name, labels, found } of reports) {
    const ask = <Of>(kind: Miss['kind'], fields: Values<Of>, label: Of, got: Of, quote: string) => {
      const shares = kind === 'header' ? header : attributes;
      for (const [field, value] of Object.entries(fields)) {
        const share = take(shares, kind === 'header' ? field : `${kind}.${field}`);
        const [gold, own] = [value(label), value(got)];
        share.all += 1;
        if (gold === own) share.right += 1;
        else misses.push({ report: name, kind, what: field, quote, gold, got: own });
      }
    };
    const askTold = (
      kind: MentionKind,
      fields: Readonly<Record<string, ToldField<unknown>>>,
      label: unknown,
      mention: unknown,
      quote: string,
    ) => {
      for (const [field, { value, agrees }] of Object.entries(fields)) {
        const gold = value(label);
        if (gold === undefined) continue;
        const got = value(mention) ?? '';
        const share = take(told, `${kind}.${field}`);
        share.all += 1;
        if (agrees(gold, got)) share.right += 1;
        else misses.push({ report: name, kind, what: field, quote, gold, got });
      }
    };
    const scoreKind = <Kind extends MentionKind>(kind: Kind) => {
      const { key, attributes: fields, told: sometimes } = scoreKeys[kind];
      const { matched, missed, extra } = matchLabels(kind, mentionsOf(labels, kind), mentionsOf(found, kind));
      const count = counts.get(kind)!;
      count.gold += matched.length + missed.length;
      count.predicted += matched.length + extra.length;
      count.matched += matched.length;
      for (const { label, mention } of matched) {
        ask(kind, fields as Values<unknown>, label, mention, quoteOf(label));
        askTold(kind, sometimes as Readonly<Record<string, ToldField<unknown>>>, label, mention, quoteOf(label));
      }
      for (const label of missed)
        misses.push({ report: name, kind, what: 'missed', quote: quoteOf(label), gold: key(label as never), got: '' });
      for (const mention of extra)
        misses.push({
          report: name,
          kind,
          what: 'extra',
          quote: quoteOf(mention),
          gold: '',
          got: key(mention as never),
        });
    };
    for (const kind of mentionKinds) scoreKind(kind);
    ask('header', headerKeys, labels.header, found.header, '');
  }
  return {
    mentions: Object.fromEntries([...counts].map(([kind, count]) => [kind, rated(count)])) as Score['mentions'],
    attributes: shares(attributes),
    told: Object.fromEntries(
      [...told].map(([field, { right, all }]) => [field, { accuracy: right / all, asked: all }]),
    ),
    header: shares(header),
    misses,
  };
}

function take(from: Map<string, Share>, name: string): Share {
  const share = from.get(name) ?? { right: 0, all: 0 };
  from.set(name, share);
  return share;
}

const shares = (counted: ReadonlyMap<string, Share>) =>
  Object.fromEntries([...counted].map(([name, { right, all }]) => [name, right / all]));

function rated(count: { readonly gold: number; readonly predicted: number; readonly matched: number }): MentionScore {
  const precision = count.predicted === 0 ? 1 : count.matched / count.predicted;
  const recall = count.gold === 0 ? 1 : count.matched / count.gold;
  return {
    ...count,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

const quoteOf = (mention: object): string =>
  'quote' in mention && typeof mention.quote === 'string' ? mention.quote : '';
