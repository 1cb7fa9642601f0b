import type { Citer } from '../store/index.js';
import { doubtInWords } from './about-document.js';
import { type CrossReferenceIndex, dateOf, type Language, type MayBe } from './cross-reference-index.js';
import { certaintyInWords, indexWords, readingsInWords } from './index-words.js';
import type { CellValue, Sheet, SheetColumn } from './sheet.js';

const widths = {
  group: 22,
  document: 24,
  title: 40,
  issuer: 24,
  date: 12,
  report: 28,
  page: 8,
  section: 10,
  role: 14,
  provisions: 18,
  certainty: 18,
  quote: 48,
  reports: 10,
  by_others: 10,
  places: 10,
  conflict: 30,
  readings: 44,
} as const;
type Column = keyof typeof widths;
const number = (value: number | null): CellValue => (value === null ? null : { exact: String(value) });

/** The index as sheets of a workbook: by document, by report, what the archive lacks, contradictions. One line a place. */
export function sheetsOfIndex(index: CrossReferenceIndex, language: Language): readonly Sheet[] {
  const words = indexWords[language];
  const columns = (...keys: readonly Column[]): SheetColumn[] =>
    keys.map((key) => ({ key, title: words.columns[key], width: widths[key] }));
  const certainty = (place: Citer, mayBe: MayBe): string | null =>
    [certaintyInWords(place, language) ?? [], doubtInWords(mayBe, language)].flat().join('; ') || null;
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
      rows: async function* () {
        for await (const { heading, document, label, mayBe, reports } of index.entries())
          for await (const { name, places } of reports())
            for (const place of places)
              yield [
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
                certainty(place, mayBe),
                place.quote,
              ];
      },
    },
    {
      key: 'by-report',
      title: words.byReport,
      columns: columns('report', 'date', 'document', 'page', 'section', 'role', 'certainty', 'quote'),
      rows: async function* () {
        for await (const { name, date, documents } of index.reports())
          for (const { label, mayBe, places } of documents)
            for (const place of places)
              yield [
                name,
                date,
                label,
                number(place.page),
                place.section,
                words.roles[place.role],
                certainty(place, mayBe),
                place.quote,
              ];
      },
    },
    {
      key: 'lacking',
      title: words.lacking,
      columns: columns('document', 'title', 'issuer', 'date', 'reports', 'by_others', 'places', 'certainty'),
      rows: async function* () {
        for await (const { document, label, mayBe, reports, byOtherReports, citations } of index.lacking())
          yield [
            label,
            document.title,
            document.issuer,
            dateOf(document),
            number(reports),
            number(byOtherReports),
            number(citations),
            doubtInWords(mayBe, language).join('') || null,
          ];
      },
    },
    {
      key: 'conflicts',
      title: words.conflicting,
      columns: columns('document', 'issuer', 'conflict', 'readings', 'report', 'page', 'quote'),
      rows: async function* () {
        for await (const conflict of index.conflicts())
          yield [
            conflict.label,
            conflict.issuer,
            words.conflicts[conflict.code],
            readingsInWords(conflict, language),
            conflict.place?.report ?? null,
            number(conflict.place?.page ?? null),
            conflict.place?.quote ?? null,
          ];
      },
    },
  ];
}
