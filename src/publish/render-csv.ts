import { stringify } from 'csv-stringify/sync';
import type { Citer } from '../store/index.js';
import type { CrossReferenceIndex, IndexConflict } from './cross-reference-index.js';
import { shownConfidence } from './shown-confidence.js';

const columns = [
  'group',
  'type',
  'number',
  'title',
  'issuer',
  'issued_on',
  'year',
  'key',
  'report',
  'report_id',
  'report_number',
  'report_issuer',
  'report_date',
  'page',
  'section',
  'footnote',
  'role',
  'provisions',
  'state',
  'by_other_reports',
  'confidence',
  'quote',
  'conflict',
  'may_be',
];

/** Codes of what the place says wrongly, or otherwise than other reports do. */
function conflictsAt({ reportName, page, quote }: Citer, ofDocument: readonly IndexConflict[]): string {
  const codes = ofDocument
    .filter(
      ({ place }) => place === null || (place.report === reportName && place.page === page && place.quote === quote),
    )
    .map(({ code }) => code);
  return [...new Set(codes)].sort().join('; ');
}

/** The index as a table, one line a place. With a byte order mark, without which spreadsheets misread Vietnamese. */
export async function* renderCsv(index: CrossReferenceIndex): AsyncGenerator<string> {
  yield stringify([columns], { bom: true });
  const conflicts = index.conflicts()[Symbol.asyncIterator]();
  let next = await conflicts.next();
  for await (const { heading, document, mayBe, reports } of index.entries()) {
    // Both come in the order of the index.
    const here: IndexConflict[] = [];
    for (; next.done !== true && next.value.key === document.key; next = await conflicts.next()) here.push(next.value);
    for await (const { places } of reports())
      yield stringify(
        places.map((place) => [
          heading,
          document.type,
          document.number,
          document.title,
          document.issuer,
          document.issuedOn,
          document.year,
          document.key,
          place.reportName,
          place.report,
          place.reportNumber,
          place.reportIssuer,
          place.reportDate,
          place.page,
          place.section,
          place.footnote,
          place.role,
          place.provisions.join('; '),
          place.state,
          place.byOtherReports === null ? null : place.byOtherReports.reasons.join('; '),
          shownConfidence(place.confidence),
          place.quote,
          conflictsAt(place, here),
          mayBe.join('; '),
        ]),
        // A cell that begins with "=" is a formula to a spreadsheet, and the text is strangers' text.
        { escape_formulas: true, cast: { boolean: (value) => (value ? 'true' : 'false') } },
      );
  }
}
