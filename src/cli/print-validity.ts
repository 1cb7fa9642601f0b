import { changeInWords, labelOf } from '../publish/index.js';
import type { ValidityChange } from '../store/index.js';
import { heading } from './print-extraction.js';
import { printTable } from './print-table.js';
import { certainly } from './print-uncertain.js';
import type { Context } from './session.js';

/** What changed documents' validity, one a line; «đã» and «sau đó» tell whether it was so on the day asked for. */
export function printChanges(context: Context, title: string, changes: readonly ValidityChange[]): string {
  const { terminal, messages, config } = context;
  if (changes.length === 0) return '';
  return (
    heading(context, title) +
    printTable(
      terminal,
      [
        { title: messages.document, share: 3 },
        { title: messages.colRelation, share: 2 },
        { title: messages.document, share: 2 },
        { title: messages.colDate },
        { title: messages.colReport, share: 2 },
      ],
      changes.map(({ label, relation, detail, by, on, before, evidence }) => [
        label,
        changeInWords(relation, detail, before, config.language),
        labelOf(by),
        on ?? '',
        certainly(context, evidence.reportName, evidence.byOtherReports),
      ]),
    )
  );
}
