import { arrangeSeries, type Series, type SeriesPoint } from '../../publish/index.js';
import { fold } from '../../text/fold.js';
import { heading } from '../print-extraction.js';
import { figureWords, vietnameseNumber } from '../print-figure.js';
import { printJson } from '../print-json.js';
import { printTable } from '../print-table.js';
import { type Context, withArchive } from '../session.js';

export interface SeriesOptions {
  readonly issuer?: string;
  readonly from?: number;
  readonly to?: number;
  readonly limit: number;
}

/** `trichluc series <indicator>`: one indicator over reports and years, with its sources. */
export async function seriesCommand(context: Context, query: string, options: SeriesOptions): Promise<number> {
  const { config, terminal, messages } = context;
  const hits = await withArchive(context, false, ({ archive }) => archive.findIndicators(query));
  const all = arrangeSeries(hits, options, fold);
  // Where the very indicator is there, others that hold its words are named and not printed in full.
  const shown = all.slice(0, options.limit);
  if (config.json) {
    await terminal.out(printJson({ query, series: shown.map(plainSeries), others: all.length - shown.length }));
    return 0;
  }
  if (all.length === 0) {
    terminal.err(`${messages.nothing(query)}\n`);
    return 0;
  }
  for (const series of shown) await terminal.out(printSeries(context, series));
  if (all.length > shown.length) terminal.err(`${messages.otherSeries(all.length - shown.length)}\n`);
  return 0;
}

function printSeries(context: Context, { indicator, unit, points, disagreements }: Series): string {
  const { terminal, messages, config } = context;
  const rows = points.map(({ report, quantity, period, subject }) => [
    period ?? '',
    figureWords(context, quantity),
    messages.bases[quantity.basis],
    subject ?? '',
    report.number ?? report.name,
    report.date ?? '',
    quantity.page === null ? '' : String(quantity.page),
    quantity.quote,
  ]);
  const table = printTable(
    terminal,
    [
      { title: messages.colPeriod },
      { title: messages.colValue, align: 'right' },
      { title: messages.colBasis },
      { title: messages.colSubject, share: 2 },
      { title: messages.colReport, share: 2 },
      { title: messages.colDate },
      { title: messages.colPage, align: 'right' },
      { title: messages.colQuote, share: 2 },
    ],
    rows,
  );
  const differing = disagreements.map(({ period, subject, basis, values }) => {
    const said = values.map(
      ({ exact, reports }) =>
        `${config.language === 'vi' ? vietnameseNumber(exact) : exact} (${reports
          .map(({ name, page }) => (page === null ? name : `${name}, ${messages.page(page)}`))
          .join('; ')})`,
    );
    return `  ! ${messages.disagree(period, subject, messages.bases[basis])}: ${said.join(' ≠ ')}\n`;
  });
  return `${heading(context, `${indicator}${unit === '' ? '' : `, ${unit}`} (${points.length})`)}${table}${differing.join('')}`;
}

/** What a program wants of a series: the values, and where each stands. */
const plainSeries = ({ points, ...series }: Series) => ({ ...series, points: points.map(plainPoint) });

const plainPoint = ({ report, quantity, period, subject }: SeriesPoint) => ({
  period,
  value: quantity.exact,
  valueMax: quantity.valueMax,
  of: quantity.of,
  unit: quantity.unit,
  modifier: quantity.modifier,
  basis: quantity.basis,
  subject,
  indicator: quantity.indicator?.words ?? null,
  report: { id: report.id, name: report.name, number: report.number, issuer: report.issuer, date: report.date },
  page: quantity.page,
  section: quantity.section,
  quote: quantity.quote,
});
