import type { Award, Citation, Diagnostic, Extraction, Provision, Quantity } from '../model/index.js';
import { basisWords, figureWords, vietnameseNumber } from './print-figure.js';
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
    { title: messages.colIndicator, share: 4 },
    { title: messages.colSubject, share: 2 },
    { title: messages.colValue, align: 'right' },
    { title: messages.colPeriod },
    { title: messages.colBasis, share: 2 },
    { title: messages.colPage, align: 'right' },
  ];
  const rows = quantities.map((quantity) => [
    quantity.indicator?.words ?? quantity.quote,
    quantity.subject?.words ?? '',
    figureWords(printer, quantity),
    quantity.period ?? '',
    basisWords(printer, quantity),
    quantity.page === null ? '' : String(quantity.page),
  ]);
  return heading(printer, messages.figures(quantities.length)) + printTable(terminal, columns, rows);
}

export function printAwards(printer: Printer, awards: readonly Award[]): string {
  const { messages, terminal } = printer;
  if (awards.length === 0) return '';
  const columns: Column[] = [
    { title: messages.colAward, share: 3 },
    { title: messages.colRecipient, share: 3 },
    { title: messages.colHow, align: 'right' },
    { title: messages.colGrantor, share: 2 },
    { title: messages.colStatus },
    { title: messages.colPeriod },
    { title: messages.colDecision, share: 2 },
    { title: messages.colPage, align: 'right' },
  ];
  const rows = awards.map((award) => [
    award.award ?? award.quote,
    award.recipientName ?? (award.recipient === null ? '' : messages.recipients[award.recipient]),
    countWords(printer, award),
    award.grantor ?? '',
    messages.awardStatuses[award.status],
    award.period ?? '',
    award.decision ?? '',
    award.page === null ? '' : String(award.page),
  ]);
  return heading(printer, messages.awards(awards.length)) + printTable(terminal, columns, rows);
}

/** "12", "12 (80%)", "80%" */
export function countWords({ config }: Printer, { count, percent }: Award): string {
  const one = (value: number) => (config.language === 'vi' ? vietnameseNumber(String(value)) : String(value));
  if (percent === null) return count === null ? '' : one(count);
  return count === null ? `${one(percent)}%` : `${one(count)} (${one(percent)}%)`;
}

/** Figures that contradict one another: what is wrong, and the page. */
export function printTroubles(printer: Printer, diagnostics: readonly Diagnostic[]): string {
  const { messages, terminal } = printer;
  const troubles = diagnostics.filter(({ code, level }) => code.startsWith('quantities/') && level !== 'info');
  if (troubles.length === 0) return '';
  const lines = troubles.map(({ code, message, page }) => {
    const known = messages.troubles[code];
    const where = page === undefined ? '' : ` (${messages.page(page)})`;
    return `  ${terminal.paint('yellow', '!')} ${known === undefined ? '' : `${known}: `}${oneLine(message)}${where}\n`;
  });
  return heading(printer, messages.contradictions(troubles.length)) + lines.join('');
}

/** More places than these are told by their number. */
const mostConversions = 6;

/** What was decoded from encodings of the time before Unicode: how much from each, and where. */
export function printConversions(printer: Printer, diagnostics: readonly Diagnostic[]): string {
  const { messages, terminal } = printer;
  const codes = [...new Set(diagnostics.map(({ code }) => code))].filter((code) => code in messages.encodings);
  if (codes.length === 0) return '';
  const lines = codes.map((code) => {
    const own = diagnostics.filter((diagnostic) => diagnostic.code === code);
    const letters = own.reduce((sum, { message }) => sum + Number(/^\d+/.exec(message)?.[0] ?? 0), 0);
    const details = own.slice(0, mostConversions).map(({ message }) => `    ${oneLine(message)}\n`);
    const more = own.length > mostConversions ? `    … +${own.length - mostConversions}\n` : '';
    const about = messages.conversion(messages.encodings[code]!, letters, own.length);
    return `  ${terminal.paint('yellow', '!')} ${about}\n${details.join('')}${more}`;
  });
  return heading(printer, messages.conversions) + lines.join('');
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
