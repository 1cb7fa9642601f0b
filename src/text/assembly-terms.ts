/**
 * First and last year of each term of the National Assembly, counted from the first: the term stands in the numbers of
 * its laws, "QH15".
 *
 * @source the Assembly's own list of its terms, quochoi.vn; the sixteenth runs until the election of 2031
 */
const years: readonly (readonly [first: number, last: number])[] = [
  [1946, 1960],
  [1960, 1964],
  [1964, 1971],
  [1971, 1975],
  [1975, 1976],
  [1976, 1981],
  [1981, 1987],
  [1987, 1992],
  [1992, 1997],
  [1997, 2002],
  [2002, 2007],
  [2007, 2011],
  [2011, 2016],
  [2016, 2021],
  [2021, 2026],
  [2026, 2031],
];

/** The years of the term in an issuer's code, "QH13" or "UBTVQH15"; null for other codes, and for terms still to come. */
export function assemblyTerm(code: string): readonly [first: number, last: number] | null {
  const term = /^(?:UBTV)?QH(?<term>\d{1,2})$/u.exec(code)?.groups?.['term'];
  return term === undefined ? null : (years[Number(term) - 1] ?? null);
}
