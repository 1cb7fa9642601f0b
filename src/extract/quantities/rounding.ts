import type { Quantity } from '../../model/index.js';
import { exactDecimal } from '../../text/numbers.js';

export type Decimal = ReturnType<typeof exactDecimal>;
type Figure = Pick<Quantity, 'quote' | 'exact' | 'kind'>;

const nothing = exactDecimal(0);
const powerOfTen = /^10*$|^0?\.?0*1$/;

/** The value of the last digit that a figure is printed with: 10.000.000 for "1,25 tỷ", 0,1 for "6,2 ha", 1 for "12 hộ". */
export function lastPlace({ quote, exact }: Figure): Decimal {
  const digits = quote.replace(/[²³]|\D/g, '').replace(/^0+/, '');
  if (digits === '') return exactDecimal(1);
  const place = exactDecimal(exact).dividedBy(digits);
  // A figure with another number in its words ("m2").
  return powerOfTen.test(place.toFixed()) ? place : exactDecimal(1);
}

const isWhole = ({ quote, exact }: Figure): boolean => !exact.includes('.') && !/\d[.,]\d{1,2}(?!\d)/.test(quote);

/**
 * How far parts may lie off their sum because each of them, and the sum, was rounded where it was printed. What is counted
 * is not rounded, nor are whole numbers that all end at one place ("9 tỷ đồng", "5 tỷ đồng").
 */
export function roundingOf(figures: readonly Figure[]): Decimal {
  if (figures.some(({ kind }) => kind === 'count')) return nothing;
  const places = figures.map(lastPlace);
  const atOnePlace = places.every((place) => place.equals(places[0]!));
  if (atOnePlace && figures.every(isWhole)) return nothing;
  return places.reduce((sum, place) => sum.plus(place.times(0.5)), nothing);
}

/** In a table of thousands or millions, or of measures, whole numbers are rounded too; many roundings cancel each other. */
export function roundingInTable(figures: readonly Figure[]): Decimal {
  if (figures.some(({ kind }) => kind === 'count')) return nothing;
  const places = figures.map(lastPlace);
  const widest = places.reduce((a, b) => (a.greaterThan(b) ? a : b), nothing);
  if (figures[0]?.kind === 'money' && widest.lessThanOrEqualTo(1)) return nothing;
  const all = places.reduce((sum, place) => sum.plus(place.times(0.5)), nothing);
  const likely = widest.times(0.9 * Math.sqrt(figures.length));
  return all.lessThan(likely) ? all : likely;
}
