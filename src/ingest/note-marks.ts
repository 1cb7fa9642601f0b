const plain = '0123456789()+-=nix';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼ⁿⁱˣ';
const up = new Map(Array.from(plain, (sign, index) => [sign, raised[index]!]));
const down = new Map(Array.from(raised, (sign, index) => [sign, plain[index]!]));

/** "(12)" → "⁽¹²⁾"; a text with a sign that has no raised form stays as it is. */
export function toSuperscript(text: string): string {
  const signs = Array.from(text, (sign) => (/\s/.test(sign) ? sign : up.get(sign)));
  return signs.includes(undefined) ? text : signs.join('');
}

/** "⁽¹²⁾" → "(12)". */
export const fromSuperscript = (text: string): string => Array.from(text, (sign) => down.get(sign) ?? sign).join('');

/** A raised note mark, with or without brackets, at the head of a line. */
export const raisedMarkAtStart = /^(?:⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}⁾|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})/u;

/** The bare number of a mark: "⁽¹²⁾", "[12]" and "12" → "12". */
export const numberOfMark = (mark: string): string => fromSuperscript(mark).replace(/[^0-9]/g, '');
