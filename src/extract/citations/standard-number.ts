import type { DocumentNumber } from './document-number.js';
import { gap, sticky } from './number-signs.js';

const standardForm = sticky(
  `(?:TCVN(?:${gap}(?:ISO|IEC|ISO/IEC))?|QCVN|QCĐP|TCCS|TCXDVN|TCXD)${gap}[0-9]{1,5}(?:-[0-9]{1,3}){0,2}${gap}[:\\-]${gap}(?<year>[0-9]{4})(?:${gap}/${gap}\\p{Lu}[\\p{L}]{0,11})?(?![\\p{L}0-9])`,
);

/** Reads a standard, "TCVN 6909:2001", "QCVN 01-1:2018/BYT"; a class of its own. */
export function standardAt(text: string, at: number): DocumentNumber | null {
  standardForm.lastIndex = at;
  const match = standardForm.exec(text);
  if (match === null) return null;
  const printed = match[0].replace(/[ \t\n\u00a0]+/g, ' ');
  const body =
    /^(?<code>\p{L}+)(?: ?(?:ISO|IEC|ISO\/IEC))? ?(?<digits>[0-9-]+?) ?[:-] ?[0-9]{4}(?: ?\/ ?(?<issuer>\p{L}+))?$/u.exec(
      printed,
    );
  return {
    start: at,
    end: standardForm.lastIndex,
    printed,
    restored: printed,
    digits: body?.groups?.['digits'] ?? '',
    suffix: '',
    year: Number(match.groups!['year']),
    typeCode: body?.groups?.['code'] ?? null,
    tail: '',
    issuerSymbol: body?.groups?.['issuer'] ?? null,
    unit: null,
    family: 'standard',
  };
}
