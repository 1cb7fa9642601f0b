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

/** A number as lists print it; `format` as HTML and ODF name it: 1, a, A, i, I. */
export function listNumber(value: number, format: string): string {
  const letters = (small: boolean) => {
    // After z come aa, bb …, as word processors count.
    const letter = String.fromCharCode((small ? 97 : 65) + ((value - 1) % 26));
    return letter.repeat(Math.min(20, Math.floor((value - 1) / 26) + 1));
  };
  if (value < 1 || !Number.isFinite(value)) return String(value);
  switch (format) {
    case 'a':
      return letters(true);
    case 'A':
      return letters(false);
    case 'i':
    case 'I': {
      if (value > 4999) return String(value);
      let [left, text] = [value, ''];
      for (const [worth, sign] of roman)
        while (left >= worth) {
          text += sign;
          left -= worth;
        }
      return format === 'i' ? text : text.toUpperCase();
    }
    case '':
      return '';
    default:
      return String(value);
  }
}
