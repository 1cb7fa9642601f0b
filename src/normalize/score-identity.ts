import type { Citation, CitationEdge } from '../model/index.js';
import type { CanonicalNumber } from './canonical-number.js';

/**
 * What each piece of evidence is worth in saying which document a mention means, in points of a hundred: the reference in
 * full, by number and symbol, type word, issuer with its place, and day, has them all.
 */
const points = {
  number: 30,
  bareNumber: 12,
  name: 55,
  typeWord: 10,
  day: 30,
  yearInNumber: 30,
  dateFromReport: 22,
  year: 15,
  issuerPlaced: 30,
  issuerCentral: 30,
  issuerFromHome: 24,
  issuerOpen: 8,
  /** other mentions of the report agree */
  fullForm: 6,
} as const;

/** What speaks against it; a prefix of the reason's code. */
const against: readonly (readonly [reason: string, points: number])[] = [
  ['issuer-conflict', 25],
  ['issuer-not-in-office', 25],
  ['impossible-year', 25],
  ['several-full-forms', 20],
  ['nickname-unsure', 25],
  ['symbol-unknown', 15],
  ['number-repaired', 8],
  ['symbol-repaired', 8],
  ['symbol-restored', 2],
];

/**
 * How sure it is which document a mention means (0–1), by the evidence of its own report. What other reports say is weighed
 * when it is asked for.
 *
 * @param reasons of the edge: the evidence in codes
 * @param candidates other documents that may be meant: each takes its part
 */
export function scoreIdentity(
  citation: Citation,
  number: CanonicalNumber | null,
  { reasons, candidates, state }: Pick<CitationEdge, 'reasons' | 'candidates' | 'state'>,
): number {
  const has = (code: string): boolean => reasons.includes(code);
  if (has('self')) return 1;
  let score = 0;
  if (number === null) score += points.name;
  else score += number.family === 'bare' ? points.bareNumber : points.number;
  if (citation.type !== null && (number?.type ?? null) !== null) score += points.typeWord;
  if (citation.date?.length === 10) score += points.day;
  else if (has('year-in-number')) score += points.yearInNumber;
  else if (has('date-from-report')) score += points.dateFromReport;
  else if (citation.date !== null || has('law-by-year')) score += points.year;
  if (number === null) score += state === 'resolved' ? points.issuerPlaced : points.issuerOpen;
  else if (
    has('place-unknown') ||
    has('issuer-unknown') ||
    has('level-unknown') ||
    has('district-in-several-provinces')
  )
    score += points.issuerOpen;
  else if (has('place-printed')) score += points.issuerPlaced;
  else
    score +=
      has('place-from-home') || has('own-series') || has('province-from-home')
        ? points.issuerFromHome
        : points.issuerCentral;
  if (has('full-form-in-report') || has('issuer-from-report')) score += points.fullForm;
  for (const [code, minus] of against) if (reasons.some((reason) => reason.startsWith(code))) score -= minus;
  const share = score / (1 + candidates.length);
  return Math.round(Math.min(100, Math.max(1, state === 'resolved' ? score : Math.min(share, 60)))) / 100;
}
