import type { Quantity } from '../model/index.js';
import type { IndicatorHit, IndicatorMatch, ReportRow } from '../store/index.js';
import { territoryOf } from './territory.js';

/** One indicator over reports and years. */
export interface Series {
  /** as most reports write it */
  readonly indicator: string;
  readonly unit: string;
  readonly match: IndicatorMatch;
  /** by period, then by report */
  readonly points: readonly SeriesPoint[];
  readonly disagreements: readonly Disagreement[];
}

export interface SeriesPoint {
  readonly report: ReportRow;
  readonly quantity: Quantity;
  /** the figure's own period; null when nothing tells it */
  readonly period: string | null;
  /** whose figure it is: as the report names it, the territory of its office for “toàn tỉnh”, else the report's issuer */
  readonly subject: string | null;
}

/** Reports that give different figures for the same subject, period and basis. */
export interface Disagreement {
  readonly period: string;
  readonly subject: string | null;
  readonly basis: Quantity['basis'];
  readonly values: readonly {
    readonly exact: string;
    readonly valueMax: string | null;
    readonly reports: readonly { readonly id: string; readonly name: string; readonly page: number | null }[];
  }[];
}

export interface SeriesFilter {
  /** part of the issuer's name, with or without marks (compared with `fold`) */
  readonly issuer?: string;
  /** years, both included */
  readonly from?: number;
  readonly to?: number;
}

const ranks: Readonly<Record<IndicatorMatch, number>> = { exact: 0, phrase: 1, words: 2, similar: 3 };

/**
 * Lines up the figures of each indicator. A change ("giảm 1,05%") and a share of a plan are no level of their indicator
 * and are left out. The closest names come first, then the longest series.
 *
 * @param fold without marks and case, for the issuer
 */
export function arrangeSeries(
  hits: readonly IndicatorHit[],
  { issuer, from, to }: SeriesFilter,
  fold: (text: string) => string,
): Series[] {
  const wanted = issuer === undefined ? null : fold(issuer.normalize('NFC'));
  const groups = new Map<string, { hits: IndicatorHit[]; points: SeriesPoint[] }>();
  for (const hit of hits) {
    const { quantity, report } = hit;
    if (quantity.kind === 'change' || quantity.baseline !== null) continue;
    if (wanted !== null && !fold(report.issuer ?? '').includes(wanted)) continue;
    const years = yearsOf(quantity.period ?? report.date);
    if (from !== undefined && (years === null || years[1] < from)) continue;
    if (to !== undefined && (years === null || years[0] > to)) continue;
    const name = `${hit.key}\n${unitOf(quantity)}`;
    const group = groups.get(name) ?? { hits: [], points: [] };
    groups.set(name, group);
    group.hits.push(hit);
    group.points.push({
      report,
      quantity,
      period: quantity.period,
      subject: territoryOf(quantity.subject?.words ?? null, hit.office ?? report.issuer),
    });
  }
  return [...groups.values()]
    .map((group) => seriesOf(group.hits, group.points, fold))
    .toSorted(
      (a, b) =>
        ranks[a.match] - ranks[b.match] ||
        b.points.length - a.points.length ||
        compare(a.indicator, b.indicator) ||
        compare(a.unit, b.unit),
    );
}

/** Counts of one thing are one series, whatever they call it ("hộ", "hộ nghèo"); a share, a sum and a measure are others. */
const unitOf = ({ kind, unit, of }: Quantity): string => (kind === 'count' ? '' : of === null ? unit : `/ ${unit}`);

/** First and last year of a period or date; null without one. */
function yearsOf(period: string | null): readonly [number, number] | null {
  const years = period?.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g)?.map(Number);
  return years === undefined ? null : [Math.min(...years), Math.max(...years)];
}

function seriesOf(
  hits: readonly IndicatorHit[],
  points: readonly SeriesPoint[],
  fold: (text: string) => string,
): Series {
  const ordered = points.toSorted(
    (a, b) =>
      compare(a.period ?? '9999', b.period ?? '9999') ||
      compare(a.report.date ?? '', b.report.date ?? '') ||
      compare(a.report.name, b.report.name) ||
      compare(a.report.id, b.report.id) ||
      a.quantity.span.start - b.quantity.span.start,
  );
  const [first] = hits;
  const best = hits.toSorted((a, b) => ranks[a.match] - ranks[b.match])[0]!;
  return {
    indicator: mostOften(hits.map(({ quantity }) => quantity.indicator!.words)),
    unit: unitOf(first!.quantity),
    match: best.match,
    points: ordered,
    disagreements: disagreementsOf(ordered, fold),
  };
}

/** The commonest of several spellings; of equals the first by letters. */
function mostOften(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || compare(a, b))[0]![0];
}

function disagreementsOf(points: readonly SeriesPoint[], fold: (text: string) => string): Disagreement[] {
  const same = new Map<string, SeriesPoint[]>();
  for (const point of points) {
    if (point.period === null) continue;
    const key = `${point.period}\n${fold((point.subject ?? '').normalize('NFC'))}\n${point.quantity.basis}`;
    const list = same.get(key) ?? [];
    same.set(key, list);
    list.push(point);
  }
  return [...same.values()].flatMap((list): Disagreement[] => {
    const values = new Map<string, SeriesPoint[]>();
    for (const point of list) {
      const { exact, valueMax, of } = point.quantity;
      const value = `${plain(exact)}/${valueMax ?? ''}/${of ?? ''}`;
      values.set(value, [...(values.get(value) ?? []), point]);
    }
    // One report may name parts that the rules could not tell apart; two reports that differ are worth a look.
    if (values.size < 2 || new Set(list.map(({ report }) => report.id)).size < 2) return [];
    const { period, subject, quantity } = list[0]!;
    return [
      {
        period: period!,
        subject,
        basis: quantity.basis,
        values: [...values.values()].map((agreeing) => ({
          exact: agreeing[0]!.quantity.exact,
          valueMax: agreeing[0]!.quantity.valueMax,
          reports: agreeing.map(({ report, quantity: { page } }) => ({ id: report.id, name: report.name, page })),
        })),
      },
    ];
  });
}

/** "2.50" and "2.5" are one value. */
const plain = (exact: string): string => (exact.includes('.') ? exact.replace(/\.?0+$/, '') : exact);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
