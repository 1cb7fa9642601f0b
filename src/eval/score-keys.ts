import type { LabelledReport, MentionKind, MentionOf } from './labelled-report.js';

type Text = string | null | undefined;

/** Folds case, diacritics, quotes, markdown marks, dashes and runs of space: only letters and digits count. */
export const foldWords = (text: Text): string =>
  (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐÐ]/g, 'd')
    .toLowerCase()
    .replace(/[“”"'‘’*_]/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[,;:.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

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

/** How mentions of one kind are held against labels. */
export interface ScoreKeys<Kind extends MentionKind> {
  /** two mentions with one key are the same mention … */
  readonly key: (mention: MentionOf<Kind>) => string;
  /** … where this holds too */
  readonly fits: (label: MentionOf<Kind>, mention: MentionOf<Kind>) => boolean;
  /** what is then asked of a matched mention; its accuracy is taken over the matched ones */
  readonly attributes: Values<MentionOf<Kind>>;
}

const always = () => true;

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
  },
  quantities: {
    key: ({ value, of, unit }) => `${amountKey(value)}|${amountKey(of)}|${unit === '%' ? '%' : ''}`,
    fits: (label, mention) => isSameUnit(label.unit, mention.unit),
    attributes: {
      kind: ({ kind }) => kind ?? '',
      modifier: ({ modifier }) => modifier ?? 'exact',
      direction: ({ direction }) => direction ?? '',
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
  },
  relations: {
    key: ({ from, relation, to }) => `${numberKey(from)}|${relation}|${numberKey(to)}`,
    fits: always,
    attributes: {},
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
