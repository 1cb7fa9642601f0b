import { dateOf, labelOf } from '../publish/index.js';
import type { CitedDocument } from '../store/index.js';
import type { Messages } from './messages/index.js';
import type { Column } from './print-table.js';

/** The columns that show a legal document and how often it is cited. */
export const documentColumns = (messages: Messages): readonly Column[] => [
  { title: messages.colNumber, share: 2 },
  { title: messages.colTitle, share: 3 },
  { title: messages.colIssuer, share: 2 },
  { title: messages.colDate },
  { title: messages.colReports, align: 'right' },
  { title: messages.colCitations, align: 'right' },
];

export const documentCells = ({ document, reports, citations }: CitedDocument): readonly string[] => [
  labelOf(document),
  document.number === null ? '' : (document.title ?? ''),
  document.issuer ?? '',
  dateOf(document) ?? '',
  String(reports),
  String(citations),
];
