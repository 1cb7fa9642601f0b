import type { Citation, Conflict, Header, LegalDocument } from '../model/index.js';
import { assemblyTerm } from '../text/assembly-terms.js';
import { dateAt, findDates } from '../text/dates.js';
import { fold } from '../text/fold.js';
import { centralCodeNamed, issuerCode, namesBody, namesLocalBody } from '../text/issuer-codes.js';
import { issuerPhrase } from '../text/issuer-phrase.js';
import { ministries } from '../text/lexicon/generated/ministries.js';
import { type CanonicalNumber, jointCodes } from './canonical-number.js';
import { shortFor } from './type-name.js';

/** A mention with what it resolved to; `document` null when it points at none. */
export interface ResolvedMention {
  readonly citation: Citation;
  readonly number: CanonicalNumber | null;
  readonly document: LegalDocument | null;
  readonly reasons: readonly string[];
}

const isDay = (date: string | null): date is string => date?.length === 10;
const yearOf = (date: string): number => Number(date.slice(0, 4));

/**
 * Where a report contradicts itself or the calendar in what it says of a document. Values stay as they are.
 *
 * @param text of the report, for days that no date could be made of
 * @returns in the order of the mentions; what is said of a document as a whole comes last
 */
export function conflictsIn(
  text: string,
  header: Pick<Header, 'date'>,
  mentions: readonly ResolvedMention[],
): Conflict[] {
  const found: Conflict[] = [];
  for (const [index, mention] of mentions.entries()) {
    const { citation, document } = mention;
    const say = (code: Conflict['code'], ...said: string[]): void => {
      found.push({ code, document: document?.key ?? null, citation: index, said });
    };
    if (citation.kind === 'anaphora') continue;
    typeConflict(mention, say);
    if (contradictsIssuer(mention)) say('issuer-conflict', mention.number!.printed, citation.issuer!);
    if (mention.reasons.includes('issuer-not-in-office') && document?.issuer != null)
      say('issuer-not-in-office', document.issuer, citation.date ?? mention.number?.printed ?? citation.quote);
    const printed = citation.number ?? citation.name ?? citation.quote;
    const { date } = citation;
    if (mention.number?.year != null && date !== null && yearOf(date) !== mention.number.year)
      say('year-conflict', mention.number.printed, date);
    const impossible = impossibleDate(text, mention);
    if (impossible !== null) say('impossible-date', impossible);
    const years = impossibleYear(mention.number);
    if (years !== null) say('impossible-year', ...years);
    if (isDay(header.date)) {
      if (isDay(date) && date > header.date) say('date-after-report', date, header.date);
      else if (date === null && mention.number?.year != null && mention.number.year > yearOf(header.date))
        say('date-after-report', printed, header.date);
    }
  }
  return [...found, ...conflictingDates(mentions)];
}

type Say = (code: Conflict['code'], ...said: string[]) => void;

/** General words ("Văn bản", "Chương trình phối hợp" for CTrPH) are no contradiction. */
const compatible = (code: string, word: string): boolean =>
  shortFor(code, word) || word.startsWith(code) || code.startsWith(word) || ['CV', 'GƯTĐ', 'ĐK', 'ĐKTĐ'].includes(word);

/** "Kế hoạch số 12/QĐ-UBND". "Chương trình 1719" goes by the number of the decision that approved it: no contradiction. */
function typeConflict({ citation, number }: ResolvedMention, say: Say): void {
  const own = citation.resolved === null || citation.resolved === citation.number;
  if (!own || number?.type == null || citation.type === null || !/\p{L}/u.test(citation.number ?? '')) return;
  // Until the nineties the type stood behind the issuer: "999-TC/QĐ-CĐKT".
  if (citation.number!.split(/[-/.]/u).includes(citation.type)) return;
  if (!compatible(number.type, citation.type)) say('type-conflict', citation.type, number.printed);
}

/** Bodies whose papers another signs or drafts in daily speech: a reader knows what is meant. */
const nearlyOne: readonly ReadonlySet<string>[] = [
  new Set(['CP', 'TTg', 'VPCP']),
  new Set(['QH', 'UBTVQH', 'VPQH']),
  new Set(['TW', 'VPTW']),
];

/** Whether the symbol and the words beside it name two bodies: "số 12/QĐ-UBND … của Bộ Tài chính". */
function contradictsIssuer({ citation, number, reasons }: ResolvedMention): boolean {
  const code = number?.issuer ?? null;
  if (citation.issuer === null || code === null || citation.number === null) return false;
  if (reasons.includes('issuer-conflict')) return true;
  const known = namesBody(code) ? issuerCode(code) : null;
  const joint = number!.rest.length > 0 && number!.type !== null && jointCodes.has(number!.type);
  if (known === null || joint || reasons.some((reason) => reason.startsWith('symbol-repaired'))) return false;
  const { name, level } = issuerPhrase(citation.issuer);
  const said = fold(name);
  if (said === fold(known.name) || (known.code === 'TU' && said === 'thanh uy')) return false;
  const centralCode = level === null ? centralCodeNamed(said) : null;
  if (known.level !== 'central') return centralCode !== null ? centralCode !== known.code : namesLocalBody(said);
  if (level !== null && /^(?:ubnd|hdnd|so (?!giao dich)|phong |tinh uy|huyen uy|thanh uy)/u.test(said)) return true;
  const other = centralCode === null ? null : issuerCode(centralCode);
  if (other === null || other.code === known.code || fold(other.name) === fold(known.name)) return false;
  const oneOf = (codes: ReadonlySet<string>): boolean => codes.has(known.code) && codes.has(other.code);
  return !nearlyOne.some(oneOf) && !succeeds(known.code, other.code) && !succeeds(other.code, known.code);
}

/** A ministry's papers are called by the name of the ministry that took its work over. */
const succeeds = (former: string, later: string): boolean =>
  ministries.some(({ symbol, successors }) => symbol === former && successors.split('|').includes(later));

/** The number whose year cannot be, with the years that its Assembly's term had; null where it can. */
function impossibleYear(number: CanonicalNumber | null): readonly string[] | null {
  if (number === null) return null;
  if (number.impossibleYear !== null) return [number.printed];
  if (number.year === null) return null;
  const term = assemblyTerm(number.issuer ?? '');
  if (term !== null && (number.year < term[0] || number.year > term[1]))
    return [number.printed, `${number.issuer!}: ${term[0]}–${term[1]}`];
  return number.year < firstYear ? [number.printed] : null;
}

/** The State that numbers its papers so, and the Party's central offices before it. */
const firstYear = 1945;
const firstPartyYear = 1930;

/** How far from a number its date may stand: ", ngày ", or the issuer between the two. */
const farthest = 24;

/** The day beside a number that the calendar or the State has not ("ngày 31/02/2022", "ngày 05/3/1905"), as printed. */
function impossibleDate(text: string, { citation, number }: ResolvedMention): string | null {
  if (citation.kind !== 'numbered') return null;
  if (citation.date !== null && yearOf(citation.date) < (number?.family === 'party' ? firstPartyYear : firstYear))
    return citation.date;
  if (isDay(citation.date)) return null;
  const { start, end } = citation.span;
  const within = findDates(text, start, end).find(({ iso }) => iso === null);
  if (within !== undefined && !/[.;:]\s*$/u.test(text.slice(start, within.start))) return printedDate(text, within);
  const behind = text.slice(end, end + farthest + (citation.issuer?.length ?? 0));
  const word = behind.search(/ngày/iu);
  const date = word === -1 ? null : dateAt(text, end + word);
  if (date === null || date.iso !== null) return null;
  const between = behind.slice(0, word).replace(citation.issuer ?? '', '');
  return /^[\s,(]*(?:của|do)?[\s,(]*$/iu.test(between) ? printedDate(text, date) : null;
}

const printedDate = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  text
    .slice(start, end)
    .replace(/^ngày\s*/iu, '')
    .replace(/\s+/gu, ' ');

/** One number under several days: of one year, or the same day and month of several. */
function conflictingDates(mentions: readonly ResolvedMention[]): Conflict[] {
  interface Dated {
    readonly key: string;
    readonly first: number;
    readonly dates: Set<string>;
  }
  const byKey = new Map<string, Dated>();
  const bySeries = new Map<string, Dated>();
  for (const [index, { citation, document }] of mentions.entries()) {
    if (document === null || !isDay(document.issuedOn) || citation.kind === 'anaphora') continue;
    const note = (map: Map<string, Dated>, name: string): void => {
      const dated = map.get(name) ?? { key: document.key, first: index, dates: new Set<string>() };
      map.set(name, dated);
      dated.dates.add(document.issuedOn!);
    };
    note(byKey, document.key);
    if (citation.number !== null)
      note(bySeries, document.key.replace(/\/\d{4}\/(?=[^/]*$)/u, '/*/') + document.issuedOn.slice(4));
  }
  const several = (map: Map<string, Dated>, code: Conflict['code']): Conflict[] =>
    [...map.values()]
      .filter(({ dates }) => dates.size > 1)
      .map(({ key, first, dates }) => ({ code, document: key, citation: first, said: [...dates].sort() }));
  return [...several(byKey, 'date-conflict'), ...several(bySeries, 'year-slip')];
}
