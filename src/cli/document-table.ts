import { dateOf, labelOf } from '../publish/index.js';
import type { CitedDocument } from '../store/index.js';
import type { Messages } from './messages/index.js';
import type { Column } from './print-table.js';

/**
 * Legal documents and how often they are cited, as a table; with the reports that cite one by what other reports say, where
 * there are any.
 */
export function documentTable(
  messages: Messages,
  documents: readonly CitedDocument[],
): readonly [columns: readonly Column[], rows: readonly (readonly string[])[]] {
  const settled = documents.some(({ byOtherReports }) => byOtherReports > 0);
  return [
    [
      { title: messages.colNumber, share: 2 },
      { title: messages.colTitle, share: 3 },
      { title: messages.colIssuer, share: 2 },
      { title: messages.colDate },
      { title: messages.colReports, align: 'right' },
      ...(settled ? [{ title: messages.colByOthers, align: 'right' } as const] : []),
      { title: messages.colCitations, align: 'right' },
    ],
    documents.map(({ document, reports, citations, byOtherReports }) => [
      labelOf(document),
      document.number === null ? '' : (document.title ?? ''),
      document.issuer ?? '',
      dateOf(document) ?? '',
      String(reports),
      ...(settled ? [byOtherReports === 0 ? '' : String(byOtherReports)] : []),
      String(citations),
    ]),
  ];
}
