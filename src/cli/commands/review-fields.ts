import {
  type AwardFields,
  award,
  type CitationFields,
  type Decision,
  type MentionKind,
  type QuantityFields,
  quantity,
} from '../../model/index.js';
import type { ReviewedMention } from '../../store/index.js';
import { UsageError } from '../errors.js';
import type { Messages } from '../messages/index.js';

/** What a person typed of what is right; "" says that the text gives none. */
export interface TypedFields extends CitationFields {
  readonly value?: string;
  readonly unit?: string;
  readonly indicator?: string;
  readonly period?: string | null;
  readonly basis?: NonNullable<QuantityFields['basis']>;
  readonly award?: string;
  readonly count?: number | null;
  readonly recipient?: NonNullable<AwardFields['recipient']>;
  readonly name?: string;
  readonly grantor?: string;
  readonly status?: NonNullable<AwardFields['status']>;
}

/** Which fields each kind of mention has. */
export const fieldsOf = {
  citation: ['number', 'date', 'issuer', 'type', 'role'],
  quantity: ['value', 'unit', 'indicator', 'period', 'basis'],
  award: ['award', 'count', 'recipient', 'name', 'grantor', 'status', 'period'],
} as const satisfies Readonly<Record<MentionKind, readonly (keyof TypedFields)[]>>;

/** @throws UsageError a field that the mention's kind does not have, a value that is none */
export async function correctionOf(
  messages: Messages,
  { anchor, record }: ReviewedMention,
  typed: TypedFields,
): Promise<Decision> {
  const names: readonly string[] = fieldsOf[anchor.kind];
  const wrong = Object.keys(typed).filter((name) => !names.includes(name));
  if (wrong.length > 0) throw new UsageError(messages.review.otherFields(anchor.kind, wrong, names));
  switch (anchor.kind) {
    case 'citation':
      return { action: 'correct', anchor, fields: typed };
    case 'quantity': {
      const fields = await quantityFields(messages, quantity.parse(record), typed);
      return { action: 'correct-quantity', anchor: { ...anchor, kind: anchor.kind }, fields };
    }
    case 'award': {
      const fields = await awardFields(award.parse(record), typed);
      return { action: 'correct-award', anchor: { ...anchor, kind: anchor.kind }, fields };
    }
  }
}

const orNone = (words: string): string | null => (words.trim() === '' ? null : words.normalize('NFC').trim());

async function quantityFields(
  messages: Messages,
  found: { readonly exact: string; readonly unit: string },
  { value, unit, indicator, period, basis }: TypedFields,
): Promise<QuantityFields> {
  // The rules take a second to load, and no other decision needs them.
  const { readTypedFigure } = await import('../../extract/index.js');
  const bare = value === undefined ? null : readTypedFigure(value);
  const words = unit?.normalize('NFC').trim().toLowerCase();
  const printed = value ?? found.exact.replace('.', ',');
  const joined =
    words === undefined || words === '' || bare?.unit != null ? null : readTypedFigure(`${printed} ${words}`);
  const figure = joined ?? bare;
  if (value !== undefined && figure === null) throw new UsageError(messages.review.noFigure(value));
  // "tỷ đồng" under a value that was read in đồng: which of both is meant nobody can tell.
  if (value === undefined && figure !== null && figure.exact !== found.exact && found.unit !== '')
    throw new UsageError(messages.review.unitWithoutValue(unit!));
  return {
    ...(figure === null || (value === undefined && figure.exact === found.exact)
      ? {}
      : { exact: figure.exact, valueMax: figure.valueMax, of: figure.of }),
    ...(figure?.unit != null
      ? { unit: figure.unit.words, unitCode: figure.unit.code, kind: figure.unit.kind }
      : words === undefined
        ? {}
        : { unit: words, unitCode: null }),
    ...(indicator === undefined ? {} : { indicator: orNone(indicator) }),
    ...(period === undefined ? {} : { period }),
    ...(basis === undefined ? {} : { basis }),
  };
}

async function awardFields(
  found: { readonly grantor: string | null },
  { award: name, count, recipient, name: recipientName, grantor, status, period }: TypedFields,
): Promise<AwardFields> {
  const { namedAward } = await import('../../extract/index.js');
  const by = grantor === undefined ? found.grantor : orNone(grantor);
  return {
    ...(name === undefined ? {} : namedAward(name, by)),
    ...(count === undefined ? {} : { count }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(recipientName === undefined ? {} : { recipientName: orNone(recipientName) }),
    ...(grantor === undefined ? {} : { grantor: by }),
    ...(status === undefined ? {} : { status }),
    ...(period === undefined ? {} : { period }),
  };
}
