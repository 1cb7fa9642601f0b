import { type CrossReferenceIndex, dateOf, type Language } from './cross-reference-index.js';
import { indexWords, readingsInWords } from './index-words.js';
import type { CellValue, Sheet, SheetColumn } from './sheets.js';

const widths = {
  group: 28,
  document: 24,
  title: 48,
  issuer: 30,
  date: 12,
  report: 34,
  page: 8,
  section: 10,
  role: 14,
  provisions: 20,
  certainty: 14,
  quote: 60,
  reports: 10,
  places: 10,
  conflict: 30,
  readings: 44,
} as const;
type Column = keyof typeof widths;
const number = (value: number | null): CellValue => (value === null ? null : { exact: String(value) });

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** The index as sheets of a workbook: by document, by report, what the archive lacks, contradictions. One line a place. */
export function sheetsOfIndex(index: CrossReferenceIndex, language: Language): readonly Sheet[] {
  const words = indexWords[language];
  const columns = (...keys: readonly Column[]): SheetColumn[] =>
    keys.map((key) => ({ key, title: words.columns[key], width: widths[key] }));
  const entries = index.sections.flatMap(({ heading, entries: list }) => list.map((entry) => ({ heading, entry })));
  return [
    {
      key: 'by-document',
      title: words.byDocument,
      columns: columns(
        'group',
        'document',
        'title',
        'issuer',
        'date',
        'report',
        'page',
        'section',
        'role',
        'provisions',
        'certainty',
        'quote',
      ),
      rows: () =>
        each(
          entries.flatMap(({ heading, entry: { document, label, reports } }) =>
            reports.flatMap(({ name, places }) =>
              places.map((place) => [
                heading,
                label,
                document.title,
                document.issuer,
                dateOf(document),
                name,
                number(place.page),
                place.section,
                words.roles[place.role],
                place.provisions.join(', '),
                place.state === 'resolved' ? '' : words.uncertain,
                place.quote,
              ]),
            ),
          ),
        ),
    },
    {
      key: 'by-report',
      title: words.byReport,
      columns: columns('report', 'date', 'document', 'page', 'section', 'role', 'quote'),
      rows: () =>
        each(
          index.reports.flatMap(({ name, date, documents }) =>
            documents.flatMap(({ label, places }) =>
              places.map((place) => [
                name,
                date,
                label,
                number(place.page),
                place.section,
                words.roles[place.role],
                place.quote,
              ]),
            ),
          ),
        ),
    },
    {
      key: 'lacking',
      title: words.lacking,
      columns: columns('document', 'title', 'issuer', 'date', 'reports', 'places'),
      rows: () =>
        each(
          index.lacking.map(({ document, label, reports }) => [
            label,
            document.title,
            document.issuer,
            dateOf(document),
            number(reports.length),
            number(reports.reduce((sum, { places }) => sum + places.length, 0)),
          ]),
        ),
    },
    {
      key: 'conflicts',
      title: words.conflicting,
      columns: columns('document', 'conflict', 'readings', 'report', 'page', 'quote'),
      rows: () =>
        each(
          index.conflicts.map((conflict) => [
            conflict.label,
            words.conflicts[conflict.code],
            readingsInWords(conflict),
            conflict.place?.report ?? null,
            number(conflict.place?.page ?? null),
            conflict.place?.quote ?? null,
          ]),
        ),
    },
  ];
}
