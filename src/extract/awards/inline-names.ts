import type { RecipientKind } from './award-event.js';
import { listedName } from './listed-name.js';

/** How far behind its award a list of names may begin: «Bằng khen cho các giáo viên có thành tích sau: …». */
const reach = 80;
const fewestNames = 2;

/**
 * Reads the names that a sentence lists behind a colon: «tặng Bằng khen cho các giáo viên: Ngô Thị A, Trường B; Lê C, Trường D».
 *
 * @param from where the award's words end
 * @param who whose names are asked for
 * @returns the names, parted by semicolons; empty where no list of names stands there
 */
export function inlineNames(sentence: string, from: number, who: RecipientKind | null): string {
  const colon = sentence.slice(from, from + reach).indexOf(':');
  if (colon < 0) return '';
  const list = sentence.slice(from + colon + 1);
  // Behind a comma an office may stand; behind a semicolon only the next name.
  const members = list.split(list.includes(';') ? /;(?:\s*và(?=\s))?/u : /,(?:\s*và(?=\s))?|(?<=\s)và(?=\s)/u);
  const names = members.map((member) => listedName(member, 'individual'));
  if (names[0] == null) return '';
  const ofKind = names.filter((name) => name !== null && (who === null || name.who === who));
  return ofKind.length >= fewestNames ? ofKind.map((name) => name!.name).join('; ') : '';
}
