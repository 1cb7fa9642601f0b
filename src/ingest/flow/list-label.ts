const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** In small letters; numbers that Romans did not write stay in figures. */
export function toRoman(value: number): string {
  if (value < 1 || value > 4999) return String(value);
  let [left, text] = [value, ''];
  for (const [worth, sign] of roman)
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  return text;
}

/** After z come aa, bb …, as word processors count. */
export const toLetters = (value: number): string =>
  value < 1 ? '' : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(20, Math.floor((value - 1) / 26) + 1));

/** A number as lists print it; `format` as HTML and ODF name it: 1, a, A, i, I. */
export function listNumber(value: number, format: string): string {
  if (value < 1 || !Number.isFinite(value)) return String(value);
  switch (format) {
    case 'a':
      return toLetters(value);
    case 'A':
      return toLetters(value).toUpperCase();
    case 'i':
      return toRoman(value);
    case 'I':
      return toRoman(value).toUpperCase();
    case '':
      return '';
    default:
      return String(value);
  }
}
