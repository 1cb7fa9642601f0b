import type { Award, AwardFields, Citation, CitationFields, Header, Quantity, QuantityFields } from '../model/index.js';

export function correctHeader(header: Header, { number, date, issuer, type }: CitationFields): Header {
  return {
    ...header,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(type === undefined ? {} : { type }),
  };
}

export function correctCitation(citation: Citation, { number, date, issuer, type, role }: CitationFields): Citation {
  return {
    ...citation,
    // What a person read is neither a name, nor "the said decision", nor a repair of the rules'.
    ...(number === undefined ? {} : { kind: 'numbered', number, name: null, resolved: null, repaired: null }),
    ...(date === undefined ? {} : { date }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(type === undefined ? {} : { type }),
    ...(role === undefined ? {} : { role }),
  };
}

export function correctQuantity(quantity: Quantity, { indicator, ...fields }: QuantityFields): Quantity {
  const { exact } = fields;
  return {
    ...quantity,
    ...given(fields),
    ...(exact === undefined ? {} : { value: Number(exact) }),
    // A person's words stand in no stretch of the text.
    ...(indicator === undefined ? {} : { indicator: indicator === null ? null : { words: indicator, span: null } }),
  };
}

export const correctAward = (award: Award, fields: AwardFields): Award => ({ ...award, ...given(fields) });

/** Without the fields that a person left alone. */
const given = <T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
