import type { ConflictCode, LegalDocument } from '../model/index.js';
import type { Citer, CrossReference, ReviewItem } from '../store/index.js';
import { legalRank } from './legal-rank.js';

export type Language = 'vi' | 'en';

/** The index in the order it is printed. */
export interface CrossReferenceIndex {
  readonly sections: readonly IndexSection[];
  /** the other way: each report with what it cites, by the Vietnamese alphabet */
  readonly reports: readonly IndexReport[];
  /** cited, and no report of the archive is it: what the archive lacks, by how many reports cite it */
  readonly lacking: readonly IndexEntry[];
  /** contradictions in what the reports say of a document, in the order of the index */
  readonly conflicts: readonly IndexConflict[];
  readonly documents: number;
  readonly citations: number;
}

export interface IndexConflict {
  readonly code: ConflictCode;
  readonly label: string;
  readonly key: string;
  /** the readings that contradict one another, with the reports that say each */
  readonly readings: readonly { readonly said: string; readonly reports: readonly string[] }[];
  /** where one report says it; null where reports contradict one another */
  readonly place: { readonly report: string; readonly page: number | null; readonly quote: string } | null;
}

export interface IndexReport {
  readonly name: string;
  readonly number: string | null;
  readonly date: string | null;
  /** in the order of the index */
  readonly documents: readonly { readonly label: string; readonly key: string; readonly places: readonly Citer[] }[];
}

export interface IndexSection {
  readonly heading: string;
  readonly entries: readonly IndexEntry[];
}

export interface IndexEntry {
  readonly document: LegalDocument;
  readonly label: string;
  /** a report of the archive is this very document */
  readonly held: boolean;
  /** places by report, reports in alphabetical order, places in the order of the text */
  readonly reports: readonly { readonly name: string; readonly places: readonly Citer[] }[];
}

/** Number alone does not name a document («số 12»), nor does a name with a number behind it. */
export const labelOf = (document: Pick<LegalDocument, 'number' | 'title' | 'key'>): string =>
  document.number ?? document.title ?? document.key;

/** The day, month or year it was issued, as far as the reports say; null when they do not. */
export const dateOf = ({ issuedOn, year }: Pick<LegalDocument, 'issuedOn' | 'year'>): string | null =>
  issuedOn ?? (year === null ? null : String(year));

/**
 * Arranges the archive's cross-references: legal rank, then the Vietnamese alphabet (numbers by their value).
 *
 * @param conflicts of the archive; those of documents that the references do not hold are left out
 */
export function arrangeIndex(
  references: readonly CrossReference[],
  language: Language,
  conflicts: readonly ReviewItem[] = [],
): CrossReferenceIndex {
  const alphabet = new Intl.Collator('vi', { numeric: true });
  const sections = new Map<number, { heading: string; entries: IndexEntry[] }>();
  let citations = 0;
  for (const { document, own, citers } of references) {
    citations += citers.length;
    const rank = legalRank(document);
    const section = sections.get(rank.order) ?? { heading: rank[language], entries: [] };
    sections.set(rank.order, section);
    section.entries.push({
      document,
      label: labelOf(document),
      held: own.length > 0,
      reports: byReport(citers, alphabet),
    });
  }
  const keys = (entry: IndexEntry) => [
    entry.label,
    entry.document.issuer ?? '',
    String(entry.document.year ?? ''),
    entry.document.key,
  ];
  const compare = (a: readonly string[], b: readonly string[]): number => {
    for (const [index, key] of a.entries()) {
      const order = alphabet.compare(key, b[index]!);
      if (order !== 0) return order;
    }
    return 0;
  };
  const arranged = [...sections]
    .sort(([a], [b]) => a - b)
    .map(([, { heading, entries }]) => ({ heading, entries: entries.sort((a, b) => compare(keys(a), keys(b))) }));
  const entries = arranged.flatMap((section) => section.entries);
  return {
    sections: arranged,
    reports: eachReport(entries, alphabet),
    lacking: entries.filter(({ held }) => !held).sort((a, b) => b.reports.length - a.reports.length),
    conflicts: conflictsOf(entries, conflicts),
    documents: references.length,
    citations,
  };
}

function conflictsOf(entries: readonly IndexEntry[], items: readonly ReviewItem[]): IndexConflict[] {
  const order = new Map(entries.map(({ document }, at) => [document.key, at]));
  return items
    .flatMap(({ code, document, report, said, saidBy, page, quote }): IndexConflict[] => {
      if (code === null || document === null || !order.has(document.key)) return [];
      const readings = report === null ? saidBy : said.map((reading) => ({ said: reading, reports: [report.name] }));
      const place = report === null || quote === null ? null : { report: report.name, page, quote };
      return [{ code, label: labelOf(document), key: document.key, readings, place }];
    })
    .sort((a, b) => order.get(a.key)! - order.get(b.key)!);
}

function eachReport(entries: readonly IndexEntry[], alphabet: Intl.Collator): IndexReport[] {
  const reports = new Map<
    string,
    { about: Omit<IndexReport, 'documents'>; documents: IndexReport['documents'][number][] }
  >();
  for (const { document, label, reports: citing } of entries)
    for (const { places } of citing) {
      const { report: id, reportName: name, reportNumber: number, reportDate: date } = places[0]!;
      const report = reports.get(id) ?? { about: { name, number, date }, documents: [] };
      reports.set(id, report);
      report.documents.push({ label, key: document.key, places });
    }
  return [...reports]
    .sort(([a, { about: one }], [b, { about: other }]) => alphabet.compare(one.name, other.name) || (a < b ? -1 : 1))
    .map(([, { about, documents }]) => ({ ...about, documents }));
}

function byReport(citers: readonly Citer[], alphabet: Intl.Collator): IndexEntry['reports'] {
  const reports = new Map<string, { name: string; places: Citer[] }>();
  for (const citer of citers) {
    const report = reports.get(citer.report) ?? { name: citer.reportName, places: [] };
    reports.set(citer.report, report);
    report.places.push(citer);
  }
  return [...reports.values()].sort((a, b) => alphabet.compare(a.name, b.name));
}
