import type { Award, Citation, Extraction, Provision, Quantity } from '../model/index.js';
import { type Column, printTable } from './print-table.js';
import type { Context } from './session.js';

type Printer = Pick<Context, 'terminal' | 'messages' | 'config'>;

/** Label and value, one a line; values that are not there are left out. */
export function printFields(
  { terminal }: Printer,
  fields: readonly (readonly [label: string, value: string | number | null | undefined])[],
): string {
  const shown = fields.filter(([, value]) => value !== null && value !== undefined && value !== '');
  const width = Math.max(...shown.map(([label]) => label.length));
  return shown
    .map(([label, value]) => `  ${terminal.paint('dim', `${label}:`.padEnd(width + 1))} ${oneLine(String(value))}\n`)
    .join('');
}

/** Strangers' text on one line, without signs that would steer the terminal. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

export function printHeader(printer: Printer, header: Extraction['header']): string {
  const { fields } = printer.messages;
  return printFields(printer, [
    [fields.type, header.type],
    [fields.number, header.number],
    [fields.issuer, header.issuer],
    [fields.place, header.place],
    [fields.date, header.date],
    [fields.title, header.title],
    [fields.secrecy, header.secrecy],
    [fields.urgency, header.urgency],
    [fields.addressees, header.addressees.join('; ')],
    [
      fields.signers,
      header.signers
        .map(({ name, position, authority }) => [authority, position, name].filter(Boolean).join(' '))
        .join('; '),
    ],
    [fields.recipients, header.recipients.join('; ')],
  ]);
}

export const heading = ({ terminal }: Printer, text: string): string => `\n${terminal.paint('bold', text)}\n`;

export function printCitations(
  printer: Printer,
  citations: readonly { readonly citation: Citation; readonly uncertain: boolean }[],
): string {
  const { messages, terminal } = printer;
  if (citations.length === 0) return '';
  const columns: Column[] = [
    { title: messages.colNumber, share: 2 },
    { title: messages.colRole },
    { title: messages.colPage, align: 'right' },
    { title: messages.colSection },
    { title: messages.colQuote, share: 4 },
  ];
  const rows = citations.map(({ citation, uncertain }) => [
    [
      `${citation.resolved ?? citation.repaired?.number ?? citation.number ?? citation.name ?? ''}${uncertain ? ' (?)' : ''}`,
      ...citation.provisionTree.map((part) => `› ${provisionWords(printer, part)}`),
    ].join(' '),
    messages.roles[citation.role],
    placeOf(printer, citation),
    citation.section ?? '',
    citation.quote,
  ]);
  return heading(printer, messages.citations(citations.length)) + printTable(terminal, columns, rows);
}

/** "Điều 9 (khoản 1 (điểm a, điểm b), khoản 3)", the larger part first. */
export function provisionWords(printer: Printer, { unit, from, to, label, children }: Provision): string {
  const own = `${printer.messages.provisionUnits[unit]} ${to === null ? label : `${from}–${to}`}`;
  return children.length === 0 ? own : `${own} (${children.map((part) => provisionWords(printer, part)).join(', ')})`;
}

export function printQuantities(printer: Printer, quantities: readonly Quantity[]): string {
  const { messages, terminal } = printer;
  if (quantities.length === 0) return '';
  const columns: Column[] = [
    { title: messages.colQuote, share: 3 },
    { title: messages.colValue, align: 'right' },
    { title: messages.colUnit },
    { title: messages.colIndicator, share: 3 },
    { title: messages.colPeriod },
    { title: messages.colPage, align: 'right' },
  ];
  const rows = quantities.map((quantity) => [
    quantity.quote,
    [quantity.exact, quantity.of]
      .filter((value) => value !== null)
      .map((value) => (printer.config.language === 'vi' ? vietnameseNumber(String(value)) : String(value)))
      .join('/'),
    quantity.unit,
    quantity.indicator?.words ?? '',
    quantity.period ?? '',
    quantity.page === null ? '' : String(quantity.page),
  ]);
  return heading(printer, messages.figures(quantities.length)) + printTable(terminal, columns, rows);
}

/** "1234567.5" → "1.234.567,5"; ends of a range and the like keep what stands between. */
export const vietnameseNumber = (exact: string): string =>
  exact.replace(
    /(\d+)(?:\.(\d+))?/g,
    (_, whole: string, rest: string | undefined) =>
      whole.replace(/\B(?=(?:\d{3})+$)/g, '.') + (rest === undefined ? '' : `,${rest}`),
  );

export function printAwards(printer: Printer, awards: readonly Award[]): string {
  const { messages, terminal } = printer;
  if (awards.length === 0) return '';
  const columns: Column[] = [
    { title: messages.colAward, share: 2 },
    { title: messages.colHow, align: 'right' },
    { title: messages.colGrantor, share: 2 },
    { title: messages.colStatus },
    { title: messages.colPage, align: 'right' },
    { title: messages.colQuote, share: 3 },
  ];
  const rows = awards.map((award) => [
    award.award ?? '',
    award.count === null ? (award.percent === null ? '' : `${award.percent}%`) : String(award.count),
    award.grantor ?? '',
    messages.awardStatuses[award.status],
    award.page === null ? '' : String(award.page),
    award.quote,
  ]);
  return heading(printer, messages.awards(awards.length)) + printTable(terminal, columns, rows);
}

/** "3", or "3, footnote". */
export function placeOf(
  { messages }: Printer,
  place: { readonly page: number | null; readonly footnote: boolean },
): string {
  return [place.page === null ? null : String(place.page), place.footnote ? messages.footnote : null]
    .filter((part) => part !== null)
    .join(', ');
}
