import { isCapitalAt, isDigitAt, isLetterAt, isSpaceAt } from '../../text/letter-or-digit.js';
import { sticky } from './number-signs.js';
import { isIssuer, isSymbolShape, isUnit, typeCodeOf } from './symbols.js';

/** "18/20202QĐ-UBND": the slash after the year was read, or typed, as a figure or a stroke. */
const yearSlip = sticky('(?<year>20[0-4][0-9])[12lI|](?=\\p{Lu})');
/** A dot parts letters only after a short group: "QĐ.UB", "TT.HĐND"; after "UBND" it ends the sentence. */
const dot = sticky('(?<=[/\\- ]\\p{Lu}{2,3})\\.(?=\\p{Lu}{2,8}(?![\\p{L}0-9]))');
const group = sticky('\\p{Lu}[\\p{L}0-9]{0,23}(?:&\\p{Lu}[\\p{L}0-9]{0,23}){0,3}(?![\\p{L}0-9&])');
/** "03/1998/QH 10": the term slips away from its letters. */
const termApart = sticky(' (?:9|1[0-9])(?![0-9\\p{L}])');

const codesOf = (letters: string): ReadonlySet<number> => new Set(Array.from(letters, (sign) => sign.charCodeAt(0)));
/** Icelandic Ð stands for Đ in files that passed through old tools. */
const withVietnameseD = (letters: string): string => (letters.includes('Ð') ? letters.replaceAll('Ð', 'Đ') : letters);

interface Separator {
  readonly slash: boolean;
  /** white space on both sides */
  readonly spaced: boolean;
  readonly end: number;
}
export const slashCodes = codesOf('/\u2044\u2215\uff0f');
const hyphenCodes = codesOf('-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d');

/** What joins the parts of a number, with up to three spaces on each side. */
export function separatorAt(text: string, at: number): Separator | null {
  const mark = skipSpace(text, at);
  const code = text.charCodeAt(mark);
  const slash = slashCodes.has(code);
  if (!slash && !hyphenCodes.has(code)) {
    if (code !== 0x2e) return null;
    dot.lastIndex = mark;
    if (!dot.test(text)) return null;
  }
  const end = skipSpace(text, mark + 1);
  return { slash: slash || code === 0x2e, spaced: mark > at && end > mark + 1, end };
}

export function skipSpace(text: string, at: number): number {
  let next = at;
  while (next - at < 3 && isSpaceAt(text, next)) next += 1;
  return next;
}

/** A group of letters in a number, with what parts it from the group before. */
export interface Part {
  readonly text: string;
  readonly slash: boolean;
  /** white space on both sides of the separator: may be a dash between clauses */
  readonly spaced: boolean;
  /** no separator before it, but white space or nothing: "740 QĐ/UB" */
  readonly apart: boolean;
  readonly end: number;
}

const longestGroup = 24;

/** Letters and figures from a capital on, with "&" between; `at` when no group stands there. */
function groupEnd(text: string, at: number): number {
  if (!isCapitalAt(text, at)) return at;
  let end = at + 1;
  while (end - at <= longestGroup && (isLetterAt(text, end) || isDigitAt(text, end))) end += 1;
  if (end - at > longestGroup) return at;
  if (text.charCodeAt(end) !== 0x26) return end;
  group.lastIndex = at;
  return group.test(text) ? group.lastIndex : at;
}

/** The letters at `at`, a torn half joined to them; null when none stand there. */
export function readGroup(text: string, at: number): { readonly text: string; readonly end: number } | null {
  let end = groupEnd(text, at);
  if (end === at) return null;
  let letters = withVietnameseD(text.slice(at, end));
  const joined = rejoined(text, letters, end);
  if (joined !== null) return joined;
  if (letters.endsWith('QH')) {
    termApart.lastIndex = end;
    if (termApart.test(text)) {
      letters += text.slice(end + 1, termApart.lastIndex);
      end = termApart.lastIndex;
    }
  }
  return { text: letters, end };
}

/** "Q Đ-UBND", "QĐ-U BND", "KH-UB ND": a group torn in two, which only the whole makes sense of. */
function rejoined(text: string, letters: string, end: number): { readonly text: string; readonly end: number } | null {
  if (letters.length > longestHalf || text[end] !== ' ' || typeCodeOf(letters) !== null) return null;
  const to = groupEnd(text, end + 1);
  if (to === end + 1 || to - end > longestHalf) return null;
  const other = withVietnameseD(text.slice(end + 1, to));
  const whole = letters + other;
  if (isIssuer(letters)) return isIssuer(whole) && !isIssuer(other) ? { text: whole, end: to } : null;
  // No unit is one letter: "BKHĐT-T TĐMST".
  const oneLetter = letters.length === 1 && other.length > 1 && !isIssuer(other);
  return oneLetter || typeCodeOf(whole) !== null || isIssuer(whole) || isUnit(whole) ? { text: whole, end: to } : null;
}
const longestHalf = 8; // letters: BLĐTBXH and a letter more

/** Letter groups from `at` on, each after its separator; the first may have none ("12NQ/HĐNN8", "740 QĐ/UB"). */
export function readParts(text: string, at: number, first: Part | null): Part[] {
  const parts: Part[] = first === null ? [] : [first];
  let position = first?.end ?? at;
  while (parts.length < 10) {
    const separator = separatorAt(text, position);
    if (separator === null) break;
    const found = readGroup(text, separator.end);
    if (found === null || !isSymbolShape(found.text)) break;
    const { slash, spaced } = separator;
    parts.push({ text: found.text, slash, spaced, apart: false, end: found.end });
    position = found.end;
  }
  return parts;
}

/** The type code behind a year whose slash was lost; null when no year and code stand there so. */
export function slippedType(text: string, at: number): Part | null {
  yearSlip.lastIndex = at;
  if (!yearSlip.test(text)) return null;
  const found = readGroup(text, yearSlip.lastIndex);
  if (found === null || typeCodeOf(found.text) === null) return null;
  return { text: found.text, slash: true, spaced: false, apart: false, end: found.end };
}

/** "QĐUB", "NĐCP": the hyphen between type and issuer was left out, or lost on the way through a PDF. */
export function withTypeApart(parts: readonly Part[]): Part[] {
  const [first, ...others] = parts as [Part, ...Part[]];
  if (typeCodeOf(first.text) === null && !isIssuer(first.text))
    for (let cut = Math.min(4, first.text.length - 2); cut >= 2; cut -= 1) {
      const rest = first.text.slice(cut);
      if (typeCodeOf(first.text.slice(0, cut)) === null || !isIssuer(rest)) continue;
      return [{ ...first, text: first.text.slice(0, cut) }, { ...first, text: rest, slash: false }, ...others];
    }
  return [...parts];
}

/** A dash with space on both sides after a complete symbol begins something else: "12/QĐ-UBND - UBND tỉnh". */
export function withoutLooseEnd(parts: readonly Part[], complete: number): Part[] {
  const loose = parts.findIndex((part, index) => index >= complete && part.spaced);
  return loose < 0 ? [...parts] : parts.slice(0, loose);
}
