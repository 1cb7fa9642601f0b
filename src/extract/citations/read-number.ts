import { isCapitalAt } from '../../text/letter-or-digit.js';
import { classifyNumber } from './classify-number.js';
import type { DocumentNumber, Voucher } from './document-number.js';
import {
  type Part,
  readGroup,
  readParts,
  separatorAt,
  skipSpace,
  slashCodes,
  slippedType,
  withoutLooseEnd,
  withTypeApart,
} from './number-parts.js';
import { gap, repairDigits, slashes, squeeze, sticky } from './number-signs.js';
import { restoredTail } from './restored-tail.js';
import { isIssuer, symbolKey, symbolOf, typeCodeOf, withoutGluedMark } from './symbols.js';

/**
 * The figures that a number begins with, and its letter. S, B and Z stand for figures only before another; "12B" may be a
 * number with a letter. Papers of one programme may be counted within their number: "66.25/2026/NQ-CP".
 */
const digitRun = sticky(
  '[0-9]{1,3}\\.[0-9]{1,3}(?=/20[0-9]{2}/\\p{Lu})|[0-9OoQlI|](?:[0-9OoQlI|]|[SBZ](?=[0-9OolI])){0,7}(?<suffix>[a-zđ]|(?<=[0-9])[A-DĐ](?=[ ]?[/\\u2044\\uff0f-]))?(?![0-9])',
);
const yearPart = sticky(`(?<year>(?:19[4-9]|[2Z][0Oo][0-4OolI])[0-9OolI]|20[0-4] [0-9])(?=${gap}[${slashes}])`);
/** Figures that stand where only a year can, whatever they are: "12/2053/NĐ-CP", "31/2204/QH11", "19/202/NĐ-CP". */
const yearPlace = sticky(`(?<year>[0-9]{3,5})(?=${gap}[${slashes}])`);
const lastYear = sticky(`${gap}[${slashes}]${gap}(?<year>(?:19[4-9]|20[0-4])[0-9])(?![\\p{L}0-9])`);
const dotted = sticky('\\.[0-9]{1,3}(?![0-9.])');
/** "03/LĐCL BTh", "12/HLV QNg": a province's letters after a space, told from words by their capitals and last small letter. */
const placeApart = sticky(' (?<letters>\\p{Lu}{2,4}\\p{Ll})(?![\\p{L}0-9])');
const internalMark = sticky('/(?:nb|m|tm)(?![\\p{L}0-9])');

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

  const body = bodyAt(text, afterDigits, voucher);
  if (body === null || body.parts.length === 0) return null;
  let { year } = body;
  let yearEnd = false;
  let parts = withTypeApart(body.parts);

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

  const read = classifyNumber(names, parts, typed, year, yearEnd, voucher);
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
        body.slipped ? `${tail.slice(0, 5)}/${tail.slice(6)}` : tail,
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

/** Central organs whose letters were all of a symbol: "Quyết định số 178 TTg". "15 UBND" is a number and its issuer. */
const oneSeries = /^(?:CP|TTg|HĐBT|HĐNN|CTN)$/u;

/** What follows the figures of a number. */
interface Body {
  readonly year: number | null;
  /** the sign behind the year was read as a figure */
  readonly slipped: boolean;
  readonly parts: readonly Part[];
}

/** The year and the groups of letters behind the figures; null where they are too weak for a number. */
function bodyAt(text: string, at: number, voucher: Voucher): Body | null {
  const mark = separatorAt(text, at);
  if (mark === null) {
    // "12NQ/HĐNN8", "740 QĐ/UB", "4358 TCT/NV6": nothing or a space between number and code; too weak without a word before.
    if (voucher === 'none') return null;
    const space = text[at] === ' ' ? 1 : 0;
    const first = readGroup(text, at + space);
    if (first === null || (typeCodeOf(first.text) === null && !isIssuer(first.text))) return null;
    const parts = readParts(text, at, { text: first.text, slash: false, spaced: false, apart: true, end: first.end });
    const alone = voucher === 'type-word' && oneSeries.test(first.text);
    return parts.length < 2 && !alone ? null : { year: null, slipped: false, parts };
  }
  const { slash, end: next } = mark;
  if (slash && !(isCapitalAt(text, next) && text[next] !== 'Z')) {
    yearPart.lastIndex = next;
    const found = yearPart.exec(text)?.groups?.['year'];
    if (found !== undefined)
      return {
        year: Number(repairDigits(found).replace('Z', '2').replace(' ', '')),
        slipped: false,
        parts: readParts(text, yearPart.lastIndex, null),
      };
    const slip = impossibleYearAt(text, next);
    if (slip !== null) return slip;
  }
  const first = slash && voucher === 'type-word' ? slippedType(text, next) : null;
  const year = first === null ? null : Number(text.slice(next, next + 4));
  return { year, slipped: first !== null, parts: readParts(text, at, first) };
}

/** A year that a slip made impossible: only before a symbol whose type and maker are known, or a term of the Assembly. */
function impossibleYearAt(text: string, at: number): Body | null {
  yearPlace.lastIndex = at;
  const figures = yearPlace.exec(text)?.groups?.['year'];
  if (figures === undefined) return null;
  const parts = readParts(text, yearPlace.lastIndex, null);
  const [first, second] = parts;
  const known =
    first !== undefined &&
    (second === undefined
      ? isIssuer(first.text) && /[0-9]$/.test(first.text)
      : typeCodeOf(first.text) !== null && isIssuer(second.text));
  return known ? { year: Number(figures), slipped: false, parts } : null;
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
