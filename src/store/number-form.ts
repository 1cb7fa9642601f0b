import { foldKey } from '../text/fold.js';

/** No real number is longer; a name may be, and its beginning is enough to find it by. */
const longestForm = 200;

/** How a number is looked up: `1085/QĐ-UBND` → `1085qdubnd`, beginning with `1085`, then `qdubnd`. */
export interface NumberForm {
  readonly folded: string;
  readonly serial: string;
  readonly letters: string;
}

/** null when nothing of it is a letter or a digit. Leading zeros go: `085/QĐ` is `85/QĐ`. */
export function numberForm(printed: string): NumberForm | null {
  const folded = foldKey(printed)
    .replace(/^0+(?=\d)/, '')
    .slice(0, longestForm);
  if (folded === '') return null;
  const serial = /^\d*/.exec(withoutYear(printed, folded))?.[0] ?? '';
  return { folded, serial, letters: folded.slice(serial.length) };
}

/** Of `38/2023/NĐ-CP` the number is 38, though without the slash its digits run on into the year. */
function withoutYear(printed: string, folded: string): string {
  const first = /\d+/.exec(printed.normalize('NFKC'))?.[0].replace(/^0+(?=\d)/, '') ?? '';
  return first !== '' && folded.startsWith(first) ? first : folded;
}
