import type { Citation, CitationEdge } from '../../model/index.js';
import { keyAt } from '../../text/authority/body-at.js';
import { issuerPlace } from '../../text/authority/issuer-place.js';
import { editDistance } from '../../text/edit-distance.js';

/** A mention that its own report leaves open, or dates as no other report does, with what the report knows of it. */
export interface OpenMention {
  readonly edge: Pick<CitationEdge, 'document' | 'state' | 'candidates'>;
  /** ISO date of the cited document as far as printed; null when the report gives none */
  readonly date: Citation['date'];
  /** of the report: its ISO date, and the key of the body that wrote it */
  readonly reportDate: string | null;
  readonly reportIssuer: string | null;
  /** no other report names the document that this one resolves to */
  readonly alone: boolean;
}

/** A document that other reports name in full. */
export interface Sibling {
  readonly key: string;
  readonly issuedOn: string | null;
  /** reports that name it, the one in question left out */
  readonly reports: number;
}

/** What the other reports of the archive say of a mention that its own report leaves open. It changes no edge. */
export interface ByOtherReports {
  /** resolved: one document, `document`; ambiguous: `candidates` are what it may be, the likeliest first */
  readonly state: 'resolved' | 'ambiguous';
  readonly document: string;
  readonly candidates: readonly string[];
  /** of `document`: hundredths, by the points below */
  readonly score: number;
  /** stable codes: "same-day", "symbol-slip:ubno>ubnd", "other-reports:3" */
  readonly reasons: readonly string[];
}

/** From `first` on, and before `end`, in the order of keys. */
export interface KeyRange {
  readonly first: string;
  readonly end: string;
}

interface KeyParts {
  readonly type: string;
  readonly issuer: string;
  readonly year: number | null;
  /** "1085" */
  readonly digits: string;
  /** "qd-ubnd"; empty for a bare number */
  readonly symbol: string;
}

const keyPattern =
  /^\/akn\/vn\/act\/(?<type>[^/]+)\/(?<issuer>[^/]*)\/(?<year>\d{4}|_)\/(?<digits>\d+[a-zđ]?)(?:-(?<symbol>[^/]+))?$/u;

function partsOf(key: string): KeyParts | null {
  const found = keyPattern.exec(key)?.groups;
  if (found === undefined) return null;
  return {
    type: found['type']!,
    issuer: found['issuer']!,
    year: found['year'] === '_' ? null : Number(found['year']),
    digits: found['digits']!,
    symbol: found['symbol'] ?? '',
  };
}

const longestLife = 10; // years back from the report in which a document of no printed year is looked for
const full = (date: string | null): date is string => date?.length === 10;

/** The bodies of whose series a mention may be, the surest first; bodies at the home of the report when nothing is printed. */
function issuersOf(
  own: KeyParts,
  { edge, reportIssuer }: OpenMention,
): readonly { readonly key: string; readonly sure: number }[] {
  const found = new Map<string, number>();
  const add = (key: string, sure: number): void => {
    if (!key.includes('~') && key !== '' && !found.has(key)) found.set(key, sure);
  };
  add(own.issuer, points.issuer);
  for (const candidate of edge.candidates) add(partsOf(candidate)?.issuer ?? '', points.issuerCandidate);
  if (own.issuer.includes('~') && reportIssuer !== null) {
    add(reportIssuer, points.issuerAtHome);
    const place = issuerPlace(reportIssuer);
    if (place !== null)
      for (const body of ['UBND', 'HĐND', 'Tỉnh ủy']) add(keyAt(body, place.province), points.issuerAtHome);
  }
  return [...found].map(([key, sure]) => ({ key, sure }));
}

/** Where in the order of keys the documents stand that an open mention may mean. */
export function siblingRanges(mention: OpenMention): readonly KeyRange[] {
  const own = partsOf(mention.edge.document);
  if (own === null || own.type === 'van-ban') return [];
  if (mention.edge.state === 'resolved')
    return slipYears(own, mention).map((year) => rangeOf(own.type, own.issuer, year, own.digits));
  const last = Number((mention.reportDate ?? '').slice(0, 4));
  const years =
    own.year !== null ? [own.year] : last === 0 ? [] : Array.from({ length: longestLife }, (_, back) => last - back);
  return issuersOf(own, mention).flatMap(({ key }) => years.map((year) => rangeOf(own.type, key, year, own.digits)));
}

function rangeOf(type: string, issuer: string, year: number, digits: string): KeyRange {
  const stem = `/akn/vn/act/${type}/${issuer}/${year}/${digits}`;
  return { first: `${stem}-`, end: `${stem}.` };
}

/** The years for which a pen slips into a day's: the one before or after, in January mostly, and another decade's. */
const slipYears = ({ year, issuer, symbol }: KeyParts, { date, alone }: OpenMention): readonly number[] =>
  year === null || !alone || !full(date) || issuer.includes('~') || symbol === '' || symbol.startsWith(String(year))
    ? []
    : [year - 1, year + 1, year - 10, year + 10];

/** What speaks for a sibling, in points; a hundred is as sure as a reference in full. */
const points = {
  sameDay: 40,
  sameMonthAndDay: 20,
  sameYear: 10,
  recentYear: 10,
  sameNumber: 25,
  bareNumber: 15,
  slip: 15,
  secondSlip: 8,
  issuer: 20,
  issuerCandidate: 15,
  issuerAtHome: 8,
  report: 5,
  reports: 15,
} as const;
const enough = 70;
const ahead = 20;
const worthNaming = 40;
const recent = 2; // years

/**
 * Weighs the documents that other reports name against a mention that its own report leaves open. Pure: the same set of
 * reports gives the same answer. Only a printed day that agrees settles a mention; whatever else
 * speaks for a document makes it a candidate.
 *
 * @param siblings documents in the mention's ranges, in any order
 * @returns null when no other report knows anything of it
 */
export function weighSiblings(mention: OpenMention, siblings: readonly Sibling[]): ByOtherReports | null {
  const own = partsOf(mention.edge.document);
  if (own === null) return null;
  const issuers = new Map(issuersOf(own, mention).map(({ key, sure }) => [key, sure] as const));
  const weighed = siblings
    .flatMap((sibling) =>
      mention.edge.state === 'resolved'
        ? (weighSlip(own, mention, sibling) ?? [])
        : (weigh(own, mention, issuers, sibling) ?? []),
    )
    .filter(({ score }) => score >= worthNaming)
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const [best, second] = weighed;
  if (best === undefined) return null;
  const settled = best.settles && best.score >= enough && (second === undefined || best.score - second.score >= ahead);
  return {
    state: settled ? 'resolved' : 'ambiguous',
    document: best.key,
    candidates: settled ? [] : weighed.map(({ key }) => key),
    score: Math.min(best.score, 100) / 100,
    reasons: best.reasons,
  };
}

interface Weighed {
  readonly key: string;
  readonly score: number;
  readonly settles: boolean;
  readonly reasons: readonly string[];
}

const slipWitnesses = 2; // other reports, so that one slip does not speak for another

/** Number, symbol, body, day and month agree with a document that several other reports name, the year does not. */
function weighSlip(own: KeyParts, mention: OpenMention, { key, issuedOn, reports }: Sibling): Weighed | null {
  const other = partsOf(key);
  if (other === null || !slipYears(own, mention).includes(other.year ?? 0) || reports < slipWitnesses) return null;
  if (other.symbol !== own.symbol || issuedOn?.slice(4) !== mention.date?.slice(4)) return null;
  if (mention.reportDate !== null && issuedOn! > mention.reportDate) return null;
  return {
    key,
    score:
      points.issuer + points.sameNumber + points.sameMonthAndDay + Math.min(points.reports, points.report * reports),
    settles: true,
    reasons: [`year-slip:${own.year}>${other.year}`, `other-reports:${reports}`],
  };
}

function weigh(
  own: KeyParts,
  { edge, date, reportDate }: OpenMention,
  issuers: ReadonlyMap<string, number>,
  { key, issuedOn, reports }: Sibling,
): Weighed | null {
  const other = partsOf(key);
  const issuer = other === null ? undefined : issuers.get(other.issuer);
  if (other === null || issuer === undefined || reports < 1) return null;
  // Of several that may be meant, the first may be the one; a node of the mention's own proves nothing.
  if (key === edge.document && (edge.state !== 'ambiguous' || !full(date) || date !== issuedOn)) return null;
  if (other.type !== own.type || other.digits !== own.digits || other.symbol === '') return null;
  // Nobody cites what is still to come, and two days are two documents.
  if (issuedOn !== null && reportDate !== null && issuedOn > reportDate) return null;
  if (full(date) && full(issuedOn) && date !== issuedOn) return null;
  const reasons: string[] = [];
  let score = issuer;
  if (issuer !== points.issuer)
    reasons.push(issuer === points.issuerCandidate ? 'issuer-among-candidates' : 'issuer-at-home');
  const sameDay = full(date) && date === issuedOn;
  if (sameDay) {
    score += points.sameDay;
    reasons.push('same-day');
  }
  if (own.year !== null && own.year === other.year) score += points.sameYear;
  else if (own.year === null && other.year !== null && reportDate !== null) {
    if (Number(reportDate.slice(0, 4)) - other.year <= recent) score += points.recentYear;
    reasons.push('year-from-other-reports');
  }
  const sameNumber = other.symbol === own.symbol;
  if (sameNumber) score += points.sameNumber;
  else if (own.symbol === '') {
    score += points.bareNumber;
    reasons.push('symbol-from-other-reports');
  } else {
    const slips = editDistance(own.symbol, other.symbol, 2);
    if (slips > 2 || own.symbol.length < 4) return null;
    score += slips === 1 ? points.slip : points.secondSlip;
    reasons.push(`symbol-slip:${own.symbol}>${other.symbol}`);
  }
  score += Math.min(points.reports, points.report * reports);
  reasons.push(`other-reports:${reports}`);
  return { key, score, settles: sameDay, reasons };
}
