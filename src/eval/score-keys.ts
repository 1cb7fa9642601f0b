import { foldWords } from './fold-words.js';
import type { LabelledReport, MentionKind, MentionOf } from './labelled-report.js';
import { isNearPhrase, isSamePhrase } from './phrases-agree.js';

type Text = string | null | undefined;

/** "05 -CT/TW" and "5-CT/TW" are one number; diacritics count, since QĐ and QD are not the same print. */
export const numberKey = (number: Text): string =>
  (number ?? '')
    .normalize('NFC')
    .replace(/Ð/g, 'Đ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/, '');

const amountKey = (amount: number | string | null | undefined): string =>
  amount === null || amount === undefined ? '' : String(Math.round(Number(amount) * 1e6) / 1e6);

/** One unit with the other's words in front: "phòng" and "phòng chuyên môn". */
const isSameUnit = (one: Text, other: Text): boolean => {
  const [a, b] = [`${foldWords(one)} `, `${foldWords(other)} `];
  return a.startsWith(b) || b.startsWith(a);
};

export type Values<Of> = Readonly<Record<string, (of: Of) => string>>;

/** A field that only some labels tell: it is asked where the label has it, also where the label says that there is none. */
export interface ToldField<Of> {
  /** as printed, empty for none; undefined where nobody looked */
  readonly value: (of: Of) => string | undefined;
  readonly agrees: (label: string, found: string) => boolean;
}

/** How mentions of one kind are held against labels. */
export interface ScoreKeys<Kind extends MentionKind> {
  /** two mentions with one key are the same mention … */
  readonly key: (mention: MentionOf<Kind>) => string;
  /** … where this holds too */
  readonly fits: (label: MentionOf<Kind>, mention: MentionOf<Kind>) => boolean;
  /** what is then asked of a matched mention; its accuracy is taken over the matched ones */
  readonly attributes: Values<MentionOf<Kind>>;
  /** what is asked of it where its label tells */
  readonly told: Readonly<Record<string, ToldField<MentionOf<Kind>>>>;
}

const always = () => true;
const same = (label: string, found: string): boolean => label === found;
const both =
  (agrees: (label: string, found: string) => boolean) =>
  (label: string, found: string): boolean =>
    label === '' || found === '' ? label === found : agrees(label, found);

type Quantity = MentionOf<'quantities'>;
const indicatorOf = ({ indicator }: Quantity) => (indicator === undefined ? undefined : (indicator?.words ?? ''));
const field = (name: 'period' | 'basis'): ToldField<Quantity> => ({
  value: ({ [name]: value }) => (value === undefined ? undefined : (value ?? '')),
  agrees: same,
});

/** @source gold/README.md and score.mjs of the labels; a test holds the two against each other */
export const scoreKeys: { readonly [Kind in MentionKind]: ScoreKeys<Kind> } = {
  citations: {
    key: ({ kind, name, number, date }) =>
      kind === 'named' ? `named|${foldWords(name)}` : `number|${numberKey(number)}|${date ?? ''}`,
    fits: always,
    attributes: {
      type: ({ type }) => type ?? '',
      issuer: ({ issuer }) => foldWords(issuer),
      role: ({ role }) => role ?? '',
      provisions: ({ provisions }) => foldWords((provisions ?? []).join(' ')),
      footnote: ({ footnote }) => String(Boolean(footnote)),
    },
    told: {},
  },
  quantities: {
    key: ({ value, of, unit }) => `${amountKey(value)}|${amountKey(of)}|${unit === '%' ? '%' : ''}`,
    fits: (label, mention) => isSameUnit(label.unit, mention.unit),
    attributes: {
      kind: ({ kind }) => kind ?? '',
      modifier: ({ modifier }) => modifier ?? 'exact',
      direction: ({ direction }) => direction ?? '',
    },
    told: {
      indicator: { value: indicatorOf, agrees: both(isSamePhrase) },
      indicatorNear: { value: indicatorOf, agrees: both(isNearPhrase) },
      period: field('period'),
      basis: field('basis'),
    },
  },
  awards: {
    key: ({ award, count, percent, status }) =>
      `${foldWords(award)}|${amountKey(count)}|${amountKey(percent)}|${status ?? ''}`,
    fits: always,
    attributes: {
      recipient: ({ recipient }) => recipient ?? '',
      grantor: ({ grantor }) => foldWords(grantor),
    },
    told: {},
  },
  relations: {
    key: ({ from, relation, to }) => `${numberKey(from)}|${relation}|${numberKey(to)}`,
    fits: always,
    attributes: {},
    told: {},
  },
};

export const headerKeys: Values<LabelledReport['header']> = {
  type: ({ type }) => type ?? '',
  number: ({ number }) => numberKey(number),
  issuer: ({ issuer }) => foldWords(issuer),
  place: ({ place }) => foldWords(place),
  date: ({ date }) => date ?? '',
  title: ({ title }) => foldWords(title),
  signer: ({ signers }) => foldWords(signers?.[0]?.name),
  position: ({ signers }) => foldWords(signers?.[0]?.position),
  recipients: ({ recipients }) => (recipients ?? []).map(foldWords).join('|'),
};
