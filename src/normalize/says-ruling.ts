/**
 * Types that are never numbered among an office's letters. Until decree 110/2004/NĐ-CP put the type's code into every
 * number, such papers had the issuer's letters alone, as a letter has: "24-CP", "150-TTg", "33 TC/HCVX".
 */
const ruling: ReadonlySet<string> = new Set([
  'HP',
  'BL',
  'L',
  'PL',
  'L-CTN',
  'SL',
  'SLt',
  'NĐ',
  'NQ',
  'NQLT',
  'QĐ',
  'CT',
  'TT',
  'TTLT',
]);

/** Whether the type word beside a number in a letter's form says what the paper is: nobody calls a letter a decree. */
export const saysRuling = (type: string | null): boolean => type !== null && ruling.has(type);
