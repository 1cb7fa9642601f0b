import type { Quantity } from '../model/index.js';
import type { Context } from './session.js';

type Printer = Pick<Context, 'messages' | 'config'>;

/** "1234567.5" → "1.234.567,5"; ends of a range and the like keep what stands between. */
export const vietnameseNumber = (exact: string): string =>
  exact.replace(
    /(\d+)(?:\.(\d+))?/g,
    (_, whole: string, rest: string | undefined) =>
      whole.replace(/\B(?=(?:\d{3})+$)/g, '.') + (rest === undefined ? '' : `,${rest}`),
  );

/** Scales that offices write sums in, largest first, with the zeros that each stands for. */
const scales = [
  ['tỷ', 9],
  ['triệu', 6],
] as const;

/** A sum of money as offices print it: "1,5 tỷ đồng"; one with more than three places in its scale stays in full. */
function vietnameseMoney(exact: string): string {
  if (/^\d+$/.test(exact)) {
    for (const [word, zeros] of scales) {
      if (exact.length <= zeros) continue;
      const whole = exact.slice(0, -zeros);
      const rest = exact.slice(-zeros).replace(/0+$/, '');
      if (rest.length <= 3) return `${vietnameseNumber(rest === '' ? whole : `${whole}.${rest}`)} ${word} đồng`;
    }
  }
  return `${vietnameseNumber(exact)} đồng`;
}

/** Value, range and whole with the unit and what it is measured against, in the reader's language: "36,45%", "12/15 xã". */
export function figureWords({ config, messages }: Printer, quantity: Quantity): string {
  const { exact, valueMax, of, unit, per, direction, modifier } = quantity;
  const inVietnamese = config.language === 'vi';
  const one = (value: string) => (inVietnamese ? vietnameseNumber(value) : value);
  const range = valueMax === null ? one(exact) : `${one(exact)}–${one(valueMax)}`;
  const number = of === null ? range : `${range}/${one(String(of))}`;
  const money = inVietnamese && unit === 'đồng' && valueMax === null && of === null;
  const value = money
    ? vietnameseMoney(exact)
    : unit === '%' || unit === '‰'
      ? `${number}${unit}`
      : `${number} ${unit}`;
  return [
    direction === null ? '' : messages.directions[direction],
    modifier === 'exact' ? '' : messages.modifiers[modifier],
    value.trim() + per.map((step) => `/${step.unit}`).join(''),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A plan, a target, a promise; a result is what a report gives unless it says otherwise, and needs no word. */
export const basisWords = ({ messages }: Printer, { basis, baseline }: Quantity): string =>
  [basis === 'actual' ? '' : messages.bases[basis], baseline ?? ''].filter((part) => part !== '').join('; ');
