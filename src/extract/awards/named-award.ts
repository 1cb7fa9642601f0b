import { awardForms } from '../../text/lexicon/generated/award-forms.js';
import { awards } from '../../text/lexicon/generated/awards.js';
import { certificateCode, flagName } from './award-names.js';

const forms: ReadonlyMap<string, { readonly award: string; readonly code: string }> = new Map([
  ...awards.map(({ name_vi: name, code }) => [name.toLowerCase(), { award: name, code }] as const),
  ...awardForms.map(({ form, award, code }) => [form.toLowerCase(), { award, code }] as const),
]);

/**
 * An award by the name that a person types, in full or shortened ("CSTĐ cơ sở"), as the rules would name it.
 *
 * @param grantor who gives it, which tells the level of a certificate and of a flag; null when unknown
 */
export function namedAward(
  name: string,
  grantor: string | null,
): { readonly award: string; readonly awardCode: string | null } {
  const typed = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const known = forms.get(typed.toLowerCase());
  const award = flagName(known?.award ?? typed, grantor);
  return { award, awardCode: certificateCode(award, known?.code || null, grantor) };
}
