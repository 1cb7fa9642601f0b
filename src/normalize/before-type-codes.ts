import type { CanonicalNumber } from './canonical-number.js';

/** Organs that ran one series through all their papers, and named nothing in it but themselves. */
const withOneSeries: ReadonlySet<string> = new Set(['CP', 'TTg', 'HĐBT', 'HĐNN', 'CTN', 'CT']);

/** The Government's resolutions have had their code since it took the place of the Council of Ministers: "01/NQ-CP". */
const decreesSince = 1992;

/** Whether a number is of the one series of such an organ, and so leaves open what the paper is: "150-TTg". */
export const leavesTypeOpen = ({ family, issuer, rest }: CanonicalNumber): boolean =>
  family === 'letter' && issuer !== null && rest.length === 0 && withOneSeries.has(issuer);

/** What a number without a type word is by its symbol: a letter, a decree of the Government; null where that is open. */
export const typeOfSymbol = (number: CanonicalNumber, year: number | null): string | null =>
  number.family !== 'letter'
    ? null
    : !leavesTypeOpen(number) || number.issuer === 'CT'
      ? 'CV'
      : number.issuer === 'CP' && year !== null && year >= decreesSince
        ? 'NĐ'
        : null;
