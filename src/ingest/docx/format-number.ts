import { toLetters, toRoman } from '../flow/list-label.js';

const units = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
/** Words of the last digit that change after tens. */
const afterTens: Readonly<Record<number, string>> = { 0: '', 1: 'mốt', 5: 'lăm' };

/** «mười một», «hai mươi mốt»; from a hundred on figures. */
function toWords(value: number): string {
  if (value < 0 || value > 99) return String(value);
  const [tens, rest] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return units[rest]!;
  if (tens === 1) return `mười ${rest === 1 ? 'một' : (afterTens[rest] ?? units[rest])}`.trim();
  return `${units[tens]} mươi ${afterTens[rest] ?? units[rest]}`.trim();
}

/** Figures in a ring, which Unicode has up to twenty. */
const encircled = (value: number): string =>
  value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);

const formats: Readonly<Record<string, (value: number) => string>> = {
  upperRoman: (value) => toRoman(value).toUpperCase(),
  lowerRoman: toRoman,
  upperLetter: (value) => toLetters(value).toUpperCase(),
  lowerLetter: toLetters,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalEnclosedParen: (value) => `(${value})`,
  decimalParen: (value) => `(${value})`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  decimalEnclosedCircle: encircled,
  numberInDash: (value) => `- ${value} -`,
  vietnameseCounting: toWords,
  none: () => '',
};

/**
 * A number in one of Word's formats; those not known here are shown in figures.
 *
 * @source ECMA-376 part 1, 17.18.59
 */
export const formatNumber = (value: number, format: string): string =>
  Object.hasOwn(formats, format) ? formats[format]!(value) : String(value);
