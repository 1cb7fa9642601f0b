import type { ConflictCode, LegalDocument } from '../model/index.js';
import type { CitedDocument, Citer, IndexedDocument, IndexedReport, IndexPlaces, ReviewItem } from '../store/index.js';
import { legalRank } from './legal-rank.js';
import { type Scratch, type Sorted, sortOnDisk } from './sort-on-disk.js';

export type Language = 'vi' | 'en';

/**
 * The index in the order it is printed. Its parts are read piece by piece, each as often as one likes: of an archive of a
 * whole province none stands in memory.
 */
export interface CrossReferenceIndex {
  readonly documents: number;
  readonly citations: number;
  /** by legal rank */
  readonly sections: readonly IndexSection[];
  /** by section, in it by the Vietnamese alphabet (numbers by their value) */
  entries(): AsyncIterable<IndexEntry>;
  /** the other way: each report with what it cites, by the Vietnamese alphabet */
  reports(): AsyncIterable<IndexReport>;
  /** cited, and no report of the archive is it: what the archive lacks, by how many reports cite it */
  lacking(): AsyncIterable<LackingDocument>;
  /** contradictions in what the reports say of a document, in the order of the index */
  conflicts(): AsyncIterable<IndexConflict>;
  /** how many of each there are */
  readonly counts: { readonly reports: number; readonly lacking: number; readonly conflicts: number };
}

export interface IndexSection {
  readonly heading: string;
  readonly documents: number;
}

export interface IndexEntry {
  /** place of its section among the sections */
  readonly section: number;
  readonly heading: string;
  readonly document: LegalDocument;
  readonly label: string;
  /** a report of the archive is this very document */
  readonly held: boolean;
  readonly mayBe: MayBe;
  /** places by report, reports in alphabetical order, places in the order of the text */
  reports(): AsyncIterable<CitingReport>;
}

/**
 * Numbers of other documents that a number read off a picture may be a misreading of: then there is perhaps no such document;
 * empty where nothing speaks for it.
 */
export type MayBe = readonly string[];

export interface CitingReport {
  readonly name: string;
  readonly places: readonly Citer[];
}

export interface LackingDocument extends CitedDocument {
  readonly label: string;
  readonly mayBe: MayBe;
}

export interface IndexConflict {
  readonly code: ConflictCode;
  readonly label: string;
  readonly issuer: string | null;
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
  readonly documents: readonly {
    readonly label: string;
    readonly key: string;
    readonly mayBe: MayBe;
    readonly places: readonly Citer[];
  }[];
}

/** Number alone does not name a document («số 12»), nor does a name with a number behind it. */
export const labelOf = (document: Pick<LegalDocument, 'number' | 'title' | 'key'>): string =>
  document.number ?? document.title ?? document.key;

/** The day, month or year it was issued, as far as the reports say; null when they do not. */
export const dateOf = ({ issuedOn, year }: Pick<LegalDocument, 'issuedOn' | 'year'>): string | null =>
  issuedOn ?? (year === null ? null : String(year));

/** Places that are read at once; a document that more cite is read alone, in pieces. */
const placesAtOnce = 2000;
const reportsAtOnce = 50;

const alphabet = new Intl.Collator('vi', { numeric: true });

const rankOf = (document: LegalDocument): number => legalRank(document).order;

/** The order of the index: legal rank, then the Vietnamese alphabet, numbers by their value. */
function inOrder(a: LegalDocument, b: LegalDocument): number {
  return (
    rankOf(a) - rankOf(b) ||
    alphabet.compare(labelOf(a), labelOf(b)) ||
    alphabet.compare(a.issuer ?? '', b.issuer ?? '') ||
    (a.year ?? 0) - (b.year ?? 0) ||
    compareIds(a.key, b.key)
  );
}
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Arranges the archive's cross-references; contradictions of documents that are not among them are left out. */
export async function arrangeIndex(
  places: IndexPlaces,
  language: Language,
  scratch: Scratch,
): Promise<CrossReferenceIndex> {
  const ranks = new Map<number, { readonly heading: string; documents: number }>();
  let citations = 0;
  const counting = async function* (): AsyncGenerator<IndexedDocument> {
    for await (const one of places.documents()) {
      const rank = legalRank(one.document);
      const section = ranks.get(rank.order) ?? { heading: rank[language], documents: 0 };
      ranks.set(rank.order, section);
      section.documents += 1;
      citations += one.citations;
      yield one;
    }
  };
  const documents = await sortOnDisk(counting(), (a, b) => inOrder(a.document, b.document), scratch);
  const lacking = await sortOnDisk(
    where(documents.read(), ({ held }) => !held),
    (a, b) => b.reports - a.reports,
    scratch,
  );
  const reports = await sortOnDisk(
    places.reports(),
    (a, b) => alphabet.compare(a.name, b.name) || compareIds(a.id, b.id),
    scratch,
  );
  const misread = new Map<string, MayBe>();
  const noting = async function* (): AsyncGenerator<ReviewItem> {
    for await (const conflict of places.conflicts()) {
      const { code, document, said } = conflict;
      if (document === null) continue;
      if (code === 'misread-number') misread.set(document.key, said.slice(1));
      yield conflict;
    }
  };
  const all = await sortOnDisk(noting(), (a, b) => inOrder(a.document!, b.document!), scratch);
  const conflicts = await sortOnDisk(ofIndex(all, documents), () => 0, scratch);
  const orders = [...ranks.keys()].sort((a, b) => a - b);
  const sections = orders.map((order) => ranks.get(order)!);
  return {
    documents: documents.count,
    citations,
    sections,
    entries: () => entriesOf(documents, places, orders, sections, misread, scratch),
    reports: () => eachReport(reports, places, misread),
    lacking: async function* () {
      for await (const { held: _held, ...cited } of lacking.read())
        yield { ...cited, label: labelOf(cited.document), mayBe: misread.get(cited.document.key) ?? [] };
    },
    conflicts: async function* () {
      for await (const item of conflicts.read()) yield* conflictsOf(item);
    },
    counts: { reports: reports.count, lacking: lacking.count, conflicts: conflicts.count },
  };
}

async function* where<T>(items: AsyncIterable<T>, wanted: (item: T) => boolean): AsyncGenerator<T> {
  for await (const item of items) if (wanted(item)) yield item;
}

async function* batches<T>(items: AsyncIterable<T>, isFull: (batch: readonly T[]) => boolean): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (!isFull(batch)) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Those contradictions whose document the index holds; both come in its order. */
async function* ofIndex(conflicts: Sorted<ReviewItem>, documents: Sorted<IndexedDocument>): AsyncGenerator<ReviewItem> {
  if (conflicts.count === 0) return;
  const held = documents.read();
  let next = await held.next();
  for await (const conflict of conflicts.read()) {
    while (next.done !== true && inOrder(next.value.document, conflict.document!) < 0) next = await held.next();
    if (next.done === true) break;
    if (next.value.document.key === conflict.document!.key) yield conflict;
  }
  await held.return(undefined);
}

async function* entriesOf(
  documents: Sorted<IndexedDocument>,
  places: IndexPlaces,
  orders: readonly number[],
  sections: readonly IndexSection[],
  misread: ReadonlyMap<string, MayBe>,
  scratch: Scratch,
): AsyncGenerator<IndexEntry> {
  let room = 0;
  const isFull = (batch: readonly IndexedDocument[]): boolean => {
    room = batch.length === 1 ? batch[0]!.citations : room + batch.at(-1)!.citations;
    return room >= placesAtOnce;
  };
  for await (const batch of batches(documents.read(), isFull)) {
    const few = batch.filter(({ citations }) => citations < placesAtOnce).map(({ document }) => document.key);
    const citers: ReadonlyMap<string, readonly Citer[]> = few.length === 0 ? new Map() : await places.citersOf(few);
    for (const { document, held, citations } of batch) {
      const section = orders.indexOf(rankOf(document));
      const here = (): AsyncIterable<Citer> =>
        citations < placesAtOnce ? inTurn(citers.get(document.key) ?? []) : places.eachCiter(document.key);
      yield {
        section,
        heading: sections[section]!.heading,
        document,
        label: labelOf(document),
        held,
        mayBe: misread.get(document.key) ?? [],
        reports: () => byReport(here(), scratch),
      };
    }
  }
}

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function* byReport(citers: AsyncIterable<Citer>, scratch: Scratch): AsyncGenerator<CitingReport> {
  const sorted = await sortOnDisk(
    citers,
    (a, b) => alphabet.compare(a.reportName, b.reportName) || compareIds(a.report, b.report),
    scratch,
    placesAtOnce,
  );
  let places: Citer[] = [];
  for await (const place of sorted.read()) {
    if (places.length > 0 && places[0]!.report !== place.report) {
      yield { name: places[0]!.reportName, places };
      places = [];
    }
    places.push(place);
  }
  if (places.length > 0) yield { name: places[0]!.reportName, places };
}

async function* eachReport(
  reports: Sorted<IndexedReport>,
  places: IndexPlaces,
  misread: ReadonlyMap<string, MayBe>,
): AsyncGenerator<IndexReport> {
  for await (const batch of batches(reports.read(), ({ length }) => length === reportsAtOnce)) {
    const cited = await places.citedBy(batch.map(({ id }) => id));
    for (const { id, name, number, date } of batch) {
      const documents = new Map<string, { readonly document: LegalDocument; readonly places: Citer[] }>();
      for (const { document, place } of cited.get(id) ?? []) {
        const one = documents.get(document.key);
        if (one === undefined) documents.set(document.key, { document, places: [place] });
        else one.places.push(place);
      }
      yield {
        name,
        number,
        date,
        documents: [...documents.values()]
          .sort((a, b) => inOrder(a.document, b.document))
          .map(({ document, places: here }) => ({
            label: labelOf(document),
            key: document.key,
            mayBe: misread.get(document.key) ?? [],
            places: here,
          })),
      };
    }
  }
}

function conflictsOf({ code, document, report, said, saidBy, page, quote }: ReviewItem): IndexConflict[] {
  if (code === null || document === null) return [];
  const readings = report === null ? saidBy : said.map((reading) => ({ said: reading, reports: [report.name] }));
  const place = report === null || quote === null ? null : { report: report.name, page, quote };
  return [{ code, label: labelOf(document), issuer: document.issuer, key: document.key, readings, place }];
}
