import { isCapitalAt, isDigitAt, isLetterAt, isSpaceAt } from '../../text/letter-or-digit.js';
import {
  codeFor,
  isIssuer,
  isJointCode,
  isSymbolShape,
  issuerFamily,
  isUnit,
  symbolKey,
  symbolOf,
  typeCodeOf,
  withoutGluedMark,
} from './symbols.js';

export type NumberFamily =
  | 'legal'
  | 'administrative'
  | 'letter'
  | 'party'
  | 'front'
  | 'joint'
  | 'court'
  | 'standard'
  | 'old'
  | 'bare';

/** "Số, ký hiệu" taken apart (grammar and examples: references of Decree 30/2020, Annex I; Party Guideline 36-HD/VPTW). */
export interface DocumentNumber {
  readonly start: number;
  readonly end: number;
  /** as printed, without white space: "21-NQ/TW", "l79/KH-UBND" */
  readonly printed: string;
  /** the same with what recognition or a lost mark damaged put right: "179/KH-UBND"; equal where nothing was */
  readonly restored: string;
  /** digits as printed, OCR's letters repaired: "0179" */
  readonly digits: string;
  /** "a" of 15a; "" mostly */
  readonly suffix: string;
  readonly year: number | null;
  /** "QĐ"; null where the symbol names no type (letters, laws, old styles) */
  readonly typeCode: string | null;
  /** everything after the digits as printed, without white space: "-NQ/TW"; "" of a bare number */
  readonly tail: string;
  readonly issuerSymbol: string | null;
  readonly unit: string | null;
  readonly family: NumberFamily;
}

/** How much stands before the number to vouch for it. */
export type Voucher = 'type-word' | 'so' | 'none';

const gap = '[ \\t\\n\\u00a0]{0,3}';
const slashes = '/\\u2044\\u2215\\uff0f';
const sticky = (source: string): RegExp => new RegExp(source, 'uy');

// S, B and Z stand for figures only before another; "12B" may be a number with a letter. Papers of one programme may be
// counted within their number: "66.25/2026/NQ-CP".
const digitRun = sticky(
  '[0-9]{1,3}\\.[0-9]{1,3}(?=/20[0-9]{2}/\\p{Lu})|[0-9OoQlI|](?:[0-9OoQlI|]|[SBZ](?=[0-9OolI])){0,7}(?<suffix>[a-zđ]|(?<=[0-9])[A-DĐ](?=[ ]?[/\\u2044\\uff0f-]))?(?![0-9])',
);
const yearPart = sticky(`(?<year>(?:19[4-9]|[2Z][0Oo][0-4OolI])[0-9OolI]|20[0-4] [0-9])(?=${gap}[${slashes}])`);
/** "18/20202QĐ-UBND": the slash after the year was read, or typed, as a figure or a stroke. */
const yearSlip = sticky('(?<year>20[0-4][0-9])[12lI|](?=\\p{Lu})');
const lastYear = sticky(`${gap}[${slashes}]${gap}(?<year>(?:19[4-9]|20[0-4])[0-9])(?![\\p{L}0-9])`);
/** A dot parts letters only after a short group: "QĐ.UB", "TT.HĐND"; after "UBND" it ends the sentence. */
const dot = sticky('(?<=[/\\- ]\\p{Lu}{2,3})\\.(?=\\p{Lu}{2,8}(?![\\p{L}0-9]))');
const group = sticky('\\p{Lu}[\\p{L}0-9]{0,23}(?:&\\p{Lu}[\\p{L}0-9]{0,23}){0,3}(?![\\p{L}0-9&])');
/** "03/1998/QH 10": the term slips away from its letters. */
const termApart = sticky(' (?:9|1[0-9])(?![0-9\\p{L}])');
const dotted = sticky('\\.[0-9]{1,3}(?![0-9.])');
/** "03/LĐCL BTh", "12/HLV QNg": a province's letters after a space, told from words by their capitals and last small letter. */
const placeApart = sticky(' (?<letters>\\p{Lu}{2,4}\\p{Ll})(?![\\p{L}0-9])');
const internalMark = sticky('/(?:nb|m|tm)(?![\\p{L}0-9])');
const standardForm = sticky(
  `(?:TCVN(?:${gap}(?:ISO|IEC|ISO/IEC))?|QCVN|QCĐP|TCCS|TCXDVN|TCXD)${gap}[0-9]{1,5}(?:-[0-9]{1,3}){0,2}${gap}[:\\-]${gap}(?<year>[0-9]{4})(?:${gap}/${gap}\\p{Lu}[\\p{L}]{0,11})?(?![\\p{L}0-9])`,
);

const squeeze = (text: string): string => text.replace(/[ \t\n\u00a0]+/g, '');
const codesOf = (letters: string): ReadonlySet<number> => new Set(Array.from(letters, (sign) => sign.charCodeAt(0)));
const misread: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
};
/** Figures that recognition read as letters: "l79" → "179". */
export const repairDigits = (text: string): string =>
  /^[0-9]*$/.test(text) ? text : text.replace(/[OoQlI|SBZ]/g, (sign) => misread[sign]!);

/** Icelandic Ð stands for Đ in files that passed through old tools. */
const withVietnameseD = (letters: string): string => (letters.includes('Ð') ? letters.replaceAll('Ð', 'Đ') : letters);

interface Separator {
  readonly slash: boolean;
  /** white space on both sides */
  readonly spaced: boolean;
  readonly end: number;
}
const slashCodes = codesOf('/\u2044\u2215\uff0f');
const hyphenCodes = codesOf('-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d');

/** What joins the parts of a number, with up to three spaces on each side. */
function separatorAt(text: string, at: number): Separator | null {
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

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next - at < 3 && isSpaceAt(text, next)) next += 1;
  return next;
}

interface Part {
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

function readGroup(text: string, at: number): { readonly text: string; readonly end: number } | null {
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
function readParts(text: string, at: number, first: Part | null): Part[] {
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
function slippedType(text: string, at: number): Part | null {
  yearSlip.lastIndex = at;
  if (!yearSlip.test(text)) return null;
  const found = readGroup(text, yearSlip.lastIndex);
  if (found === null || typeCodeOf(found.text) === null) return null;
  return { text: found.text, slash: true, spaced: false, apart: false, end: found.end };
}

/** "QĐUB", "NĐCP": the hyphen between type and issuer was left out, or lost on the way through a PDF. */
function withTypeApart(parts: readonly Part[]): Part[] {
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
function withoutLooseEnd(parts: readonly Part[], complete: number): Part[] {
  const loose = parts.findIndex((part, index) => index >= complete && part.spaced);
  return loose < 0 ? [...parts] : parts.slice(0, loose);
}

const courtMatter = /^(?:DS|HS|HC|HNGĐ|KDTM|LĐ|PS)$/u;
const courtInstance = /^(?:ST|PT|GĐT|TT)$/u;
const oldIssuer = /^(?:CP|TTg|HĐBT|HĐNN\d?|CTN|UB|UBND|LB|TTCP)$/u;

/**
 * Reads the document number whose first digit stands at `at`.
 *
 * @param voucher what stands before it: without a type word or "số" only a symbol of known parts is believed
 * @returns null when no document number begins there: dates, fractions, rates, ranges and the like are none
 */
export function documentNumberAt(text: string, at: number, voucher: Voucher): DocumentNumber | null {
  digitRun.lastIndex = at;
  const run = digitRun.exec(text);
  if (run === null || !/[0-9]/.test(run[0])) return null;
  const suffix = run.groups?.['suffix'] ?? '';
  const rawDigits = suffix === '' ? run[0] : run[0].slice(0, -1);
  const digits = repairDigits(rawDigits);
  const afterDigits = digitRun.lastIndex;
  // "41lKH-SNV": the letter is what is left of the stroke; "90QĐ-TTg": it is the symbol's.
  if (/[lI|Q]$/.test(run[0]) && isCapitalAt(text, afterDigits)) return null;

  let year: number | null = null;
  let yearEnd = false;
  let slipped = false;
  let parts: Part[];
  const mark = separatorAt(text, afterDigits);
  if (mark !== null) {
    const { slash, end: next } = mark;
    yearPart.lastIndex = next;
    const found =
      slash && !(isCapitalAt(text, next) && text[next] !== 'Z') ? yearPart.exec(text)?.groups?.['year'] : undefined;
    if (found !== undefined) {
      year = Number(repairDigits(found).replace('Z', '2').replace(' ', ''));
      parts = readParts(text, yearPart.lastIndex, null);
    } else {
      const first = slash && voucher === 'type-word' ? slippedType(text, next) : null;
      slipped = first !== null;
      if (slipped) year = Number(text.slice(next, next + 4));
      parts = readParts(text, afterDigits, first);
    }
  } else {
    // "12NQ/HĐNN8", "740 QĐ/UB", "4358 TCT/NV6": nothing or a space between number and code; too weak without a word before.
    if (voucher === 'none') return null;
    const space = text[afterDigits] === ' ' ? 1 : 0;
    const first = readGroup(text, afterDigits + space);
    if (first === null || (typeCodeOf(first.text) === null && !isIssuer(first.text))) return null;
    parts = readParts(text, afterDigits, {
      text: first.text,
      slash: false,
      spaced: false,
      apart: true,
      end: first.end,
    });
    if (parts.length < 2) return null;
  }
  if (parts.length === 0) return null;
  parts = withTypeApart(parts);

  const typed = typeCodeOf(parts[0]!.text);
  const complete = parts.length > 1 && (typed !== null || year !== null) ? 2 : 1;
  parts = withoutLooseEnd(parts, complete);
  let end = parts.at(-1)!.end;
  if (year === null && parts[0]!.slash && slashCodes.has(text.charCodeAt(skipSpace(text, end)))) {
    lastYear.lastIndex = end;
    const found = lastYear.exec(text)?.groups?.['year'];
    if (found !== undefined) {
      year = Number(found);
      yearEnd = true;
      end = lastYear.lastIndex;
    }
  }

  const names = parts.map((part) => part.text);
  const last = names.length - 1;
  const first = names[0]!;
  const letterLike = year === null && typed === null;
  if (!yearEnd && !(letterLike && last > 0)) {
    const cut = withoutGluedMark(names[last]!);
    end -= names[last]!.length - cut.length;
    names[last] = cut;
  }
  if (symbolKey(first) === 'sl') {
    dotted.lastIndex = end;
    if (dotted.test(text)) {
      end = dotted.lastIndex;
      names[last] += text.slice(parts.at(-1)!.end, end);
    }
  }

  // Internal papers of the Party end in a small mark: 2587-CV/VPTW/nb.
  internalMark.lastIndex = end;
  if (text.charCodeAt(end) === 0x2f && internalMark.test(text)) end = internalMark.lastIndex;

  placeApart.lastIndex = end;
  const place =
    voucher === 'none' || !isCapitalAt(text, end + 2) ? undefined : placeApart.exec(text)?.groups?.['letters'];
  if (place !== undefined && !isIssuer(place) && typeCodeOf(place) === null) end = placeApart.lastIndex;

  const read = classify(names, parts, typed, year, yearEnd, voucher);
  if (read === null) return null;
  const printed = squeeze(text.slice(at, end));
  const tail = printed.slice(rawDigits.length + suffix.length);
  return {
    start: at,
    end,
    printed,
    restored:
      digits +
      suffix +
      restoredTail(
        slipped ? `${tail.slice(0, 5)}/${tail.slice(6)}` : tail,
        names,
        read.typeCode === typed ? typed : null,
        year,
      ),
    digits,
    suffix,
    year,
    tail,
    ...read,
    issuerSymbol: read.issuerSymbol === null ? null : symbolOf(read.issuerSymbol),
  };
}

/** The letter groups as the tables spell them, each in its place; the year's figures where letters stood for them. */
function restoredTail(tail: string, names: readonly string[], typed: string | null, year: number | null): string {
  let restored = tail.replace(/Ð/g, 'Đ');
  if (year !== null) restored = restored.replace(/^(.)[0-9OolIZ]{4}(?=[^0-9\p{L}])/u, `$1${year}`);
  let from = 0;
  for (const [index, name] of names.entries()) {
    const at = restored.indexOf(name, from);
    if (at < 0) continue;
    const known =
      index === 0 && typed !== null
        ? codeFor(name, typed)
        : isIssuer(name)
          ? symbolOf(name)
          : typed === 'NĐ' && /^[CG].$/u.test(name)
            ? 'CP' // decrees have no other maker
            : name;
    // Small letters for capitals ("TTG") are a way of writing, no damage.
    const put = known.toLowerCase() === name.toLowerCase() ? name : known;
    const sign = lostSign(restored, names, index, at === from);
    restored = restored.slice(0, at) + sign + put + restored.slice(at + name.length);
    from = at + sign.length + put.length;
  }
  return restored;
}

/** The sign that was left out before a group: "QĐUBND", "NQTU" of "05-NQTU", "90QĐ-TTg", "05NQ/TU"; "" where none was. */
function lostSign(tail: string, names: readonly string[], index: number, adjoining: boolean): string {
  if (!adjoining) return '';
  if (index > 0) return index === 1 && tail.startsWith('-') ? '/' : '-';
  const next = tail[names[0]!.length];
  if (next === '-') return '/';
  return next === '/' && issuerFamily(names[1] ?? '', 'administrative') === 'party' ? '-' : '';
}

type Reading = Pick<DocumentNumber, 'typeCode' | 'issuerSymbol' | 'unit' | 'family'>;

/** Says what the letter groups are; null when nothing vouches for them. */
function classify(
  names: readonly string[],
  parts: readonly Part[],
  typed: string | null,
  year: number | null,
  yearEnd: boolean,
  voucher: Voucher,
): Reading | null {
  const [first, second] = names as [string, string | undefined];
  const tail = (from: number): string | null => (names.length > from ? names.slice(from).join('-') : null);

  if (year !== null && !yearEnd) {
    if (first === 'AL' && second === undefined)
      return { typeCode: 'AL', issuerSymbol: null, unit: null, family: 'court' };
    if (courtMatter.test(first) && second !== undefined && courtInstance.test(second))
      return { typeCode: 'BA', issuerSymbol: tail(0), unit: null, family: 'court' };
    if (/^QĐ(?:ST|PT|GĐT)?$/u.test(first) && second !== undefined && courtMatter.test(second))
      return { typeCode: 'QĐ', issuerSymbol: tail(1), unit: null, family: 'court' };
    const oldSlash = parts.some((part, index) => index > 0 && part.slash);
    if (typed !== null && second !== undefined) {
      if (voucher === 'none' && !isIssuer(second) && typed.length < 2) return null;
      return { typeCode: typed, issuerSymbol: tail(1), unit: null, family: oldSlash ? 'old' : 'legal' };
    }
    // Laws and resolutions of the National Assembly: 45/2019/QH14. Anything else needs a word before it.
    if (isIssuer(first) || voucher === 'type-word')
      return { typeCode: null, issuerSymbol: first, unit: tail(1), family: 'legal' };
    return null;
  }

  if (yearEnd) {
    if (voucher === 'none' && typed === null) return null;
    return typed !== null && second !== undefined
      ? { typeCode: typed, issuerSymbol: tail(1), unit: null, family: 'old' }
      : { typeCode: null, issuerSymbol: first, unit: tail(1), family: 'old' };
  }

  const slashFirst = parts[0]!.slash;
  if (isJointCode(first) && second !== undefined)
    return { typeCode: typed ?? first, issuerSymbol: tail(1), unit: null, family: 'joint' };

  if (!slashFirst) {
    // Party order: the code, then a slash, then the issuer.
    if (second === undefined) {
      if (voucher === 'none' || !oldIssuer.test(first)) return null;
      return { typeCode: null, issuerSymbol: first, unit: null, family: 'old' };
    }
    // "4358 TCT/NV6": the office, then its unit, before letters had their slash.
    if (typed === null && parts[0]!.apart) return { typeCode: null, issuerSymbol: first, unit: tail(1), family: 'old' };
    if (!parts[1]!.slash && !(voucher !== 'none' && typed !== null)) return null;
    if (typed === null && voucher !== 'type-word' && !isIssuer(second)) return null;
    const family = /\d$/.test(second) && /^HĐNN/u.test(second) ? 'old' : issuerFamily(second, 'party');
    const old = parts[0]!.apart || symbolKey(first) === 'sl';
    return { typeCode: typed, issuerSymbol: second, unit: tail(2), family: old ? 'old' : family };
  }

  if (second === undefined) {
    // "121/CP", "133/HĐBT": no type code at all, before 1981 or by negligence.
    if (voucher === 'none' || (voucher === 'so' && !isIssuer(first) && typed === null)) return null;
    return { typeCode: null, issuerSymbol: first, unit: null, family: oldIssuer.test(first) ? 'old' : 'letter' };
  }
  if (typed !== null) {
    const oldSlash = parts[1]!.slash;
    const joined = `${second}-${names[2] ?? ''}`;
    const twoPart = names.length > 2 && isIssuer(joined);
    return {
      typeCode: typed,
      issuerSymbol: twoPart ? joined : second,
      unit: tail(twoPart ? 3 : 2),
      family: oldSlash ? 'old' : typed === 'VBHN' ? 'legal' : issuerFamily(twoPart ? joined : second, 'administrative'),
    };
  }
  if (parts[1]!.slash && voucher !== 'type-word') return null;
  if (voucher === 'none' && !(isIssuer(first) && first.length > 1)) return null;
  if (voucher === 'so' && !isIssuer(first) && !isUnit(second) && first.length < 3) return null;
  return { typeCode: null, issuerSymbol: first, unit: tail(1), family: 'letter' };
}

const blankForm = new RegExp(
  `[Ss][ốô][ \\t\\n]{0,3}:?[ \\t\\n._…]{0,24}(?<tail>[${slashes}\\-][ ]?\\p{Lu}[\\p{L}0-9&]{0,23}(?:[${slashes}\\-]\\p{Lu}[\\p{L}0-9&]{0,23}){0,4})(?![\\p{L}0-9])`,
  'uy',
);

/** Reads the "Số:      /BC-BDT" of a draft, whose number was left blank; its symbol without separators before it. */
export function blankNumberAt(text: string, at: number): { readonly end: number; readonly symbol: string } | null {
  blankForm.lastIndex = at;
  const tail = blankForm.exec(text)?.groups?.['tail'];
  return tail === undefined ? null : { end: blankForm.lastIndex, symbol: squeeze(tail).slice(1) };
}

/** Reads a bare number, "1045" or "30a"; whether one may stand there is for the words around to say. */
export function bareNumberAt(text: string, at: number): DocumentNumber | null {
  digitRun.lastIndex = at;
  const run = digitRun.exec(text);
  if (run === null || !/^[0-9]{1,5}[a-zđ]?$/u.test(run[0])) return null;
  const suffix = run.groups?.['suffix'] ?? '';
  return {
    start: at,
    end: digitRun.lastIndex,
    printed: run[0],
    restored: run[0],
    digits: suffix === '' ? run[0] : run[0].slice(0, -1),
    suffix,
    year: null,
    typeCode: null,
    tail: '',
    issuerSymbol: null,
    unit: null,
    family: 'bare',
  };
}

/** Reads a standard, "TCVN 6909:2001", "QCVN 01-1:2018/BYT"; a class of its own. */
export function standardAt(text: string, at: number): DocumentNumber | null {
  standardForm.lastIndex = at;
  const match = standardForm.exec(text);
  if (match === null) return null;
  const printed = match[0].replace(/[ \t\n\u00a0]+/g, ' ');
  const body =
    /^(?<code>\p{L}+)(?: ?(?:ISO|IEC|ISO\/IEC))? ?(?<digits>[0-9-]+?) ?[:-] ?[0-9]{4}(?: ?\/ ?(?<issuer>\p{L}+))?$/u.exec(
      printed,
    );
  return {
    start: at,
    end: standardForm.lastIndex,
    printed,
    restored: printed,
    digits: body?.groups?.['digits'] ?? '',
    suffix: '',
    year: Number(match.groups!['year']),
    typeCode: body?.groups?.['code'] ?? null,
    tail: '',
    issuerSymbol: body?.groups?.['issuer'] ?? null,
    unit: null,
    family: 'standard',
  };
}
