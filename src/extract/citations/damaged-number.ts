import { isLetterOrDigitAt } from '../../text/letter-or-digit.js';
import type { DocumentNumber } from './document-number.js';
import { repairDigits } from './number-signs.js';
import { documentNumberAt } from './read-number.js';
import { isIssuer, isSymbolShape, issuerFamily, isUnit, symbolOf, typeCodeOf } from './symbols.js';

const sticky = (source: string): RegExp => new RegExp(source, 'uy');

const gap = '[ \\n\\u00a0]{0,2}';
// S and B stand for figures before and behind another; "12B" may be a number with a letter.
const figures = '(?<figures>(?:[0-9OolI|]|[SBQ](?=[0-9]))(?:[ ]?[0-9OolI|]){0,4}?S?)(?<suffix>[a-zđ](?![\\p{L}]))?';
const year = '(?<year>(?:1[ ]?9[ ]?[4-9]|[2Z][ ]?[0Oo][ ]?[0-4Oo])[ ]?[0-9OolI])';
const stroke = `${gap}[/\\u2044\\u2215\\uff0f]${gap}`;
const hyphen = '[-\\u2010-\\u2015\\u2212]';
/** What recognition makes of a stroke, or nothing. */
const spoiled = "[ ]?[|\\\\!,.;:'’lI]?[ \\n]?";
const letterNext = '(?=\\p{L})';

/** The part of a number before its symbol, its signs whole or spoiled. */
const heads: readonly { readonly form: RegExp; readonly weak: boolean }[] = [
  { form: sticky(`${figures}${stroke}${year}(?:${stroke}|${spoiled})${letterNext}`), weak: false },
  { form: sticky(`${figures}(?:${stroke}|${gap}(?<dash>${hyphen}|[_~=•¬·])${gap})${letterNext}`), weak: false },
  { form: sticky(`${figures}${spoiled}${letterNext}`), weak: true },
];
/** What stands between two groups of letters: one sign of any kind, or nothing. */
const join = sticky(
  `${gap}(?:- -|[-\\u2010-\\u2015\\u2212_~=•¬·./]{1,2}|[|\\\\!,;:'’](?=\\p{Lu})|[lI](?=\\p{Lu}{2}))${gap}|[ \\n]?`,
);
const unitJoin = sticky(`[ ]?[-\\u2010-\\u2015\\u2212_~=•¬·/][ ]?`);
const letters = sticky('\\p{L}[\\p{L}0-9&]{0,15}');
/** A word that ran into the symbol before it. */
const glued = /^(?:ngày|ngay|của|về|ký|do)/u;
/** What follows a symbol whose groups no sign parts: there it ends. */
const closing =
  /^[ \t\n\u00a0]{0,3}(?:$|[,;.:)(](?![0-9])|(?:ngày|Ngày|ngay|ký|của|cùa|về|ban hành|V\/v|v\/v|do|và|đã|được)(?![\p{L}]))/u;

const endsWord = (text: string, at: number): boolean =>
  !isLetterOrDigitAt(text, at) || glued.test(text.slice(at, at + 4));

/** A capital, or a stroke read as a letter before one. */
const runOn = /^l?\p{Lu}/u;

interface Group {
  readonly text: string;
  readonly end: number;
}

/**
 * The longest run of letters from `at` on that `known` knows, over single spaces that tear it.
 *
 * @param runsOn a capital may follow without a sign: "QĐUBND"
 */
function knownGroup(text: string, at: number, runsOn: boolean, known: (group: string) => boolean): Group | null {
  let found: Group | null = null;
  let group = '';
  let position = at;
  for (let pieces = 0; pieces < 4; pieces += 1) {
    letters.lastIndex = position;
    const run = letters.exec(text)?.[0];
    if (run === undefined || group.length + run.length > 16) break;
    for (let length = 1; length <= run.length; length += 1) {
      const end = position + length;
      const whole = group + run.slice(0, length);
      if (whole.length < 2 || !(endsWord(text, end) || (runsOn && runOn.test(text.slice(end, end + 2))))) continue;
      if (known(whole)) found = { text: whole, end };
    }
    group += run;
    position += run.length;
    if (text[position] !== ' ') break;
    position += 1;
  }
  return found;
}

/** A group of capitals that no table lists. */
function shapedGroup(text: string, at: number): Group | null {
  letters.lastIndex = at;
  const run = letters.exec(text)?.[0];
  if (run === undefined) return null;
  const end = run.search(/(?:ngày|ngay|của|về)$/u);
  const group = end > 0 ? run.slice(0, end) : run;
  return isSymbolShape(group) ? { text: group, end: at + group.length } : null;
}

const figuresOf = (printed: string): string => repairDigits(printed.replaceAll(' ', ''));

/**
 * Reads a number that recognition or a PDF's text layer has torn, or whose signs it has spoiled: "8 125/UBND-VX",
 * "20/2 021/NĐ-CP", "41lKH-SLĐTBXH", "90 QĐ-TTg", "12/QĐ UBND", "30/kh-ubnd", "12/QĐ-UBNDngày". To be asked only behind a word
 * that says a document follows, and where the number cannot be read as it should stand.
 *
 * @param at where its first figure stands
 * @param expected code of the type word before it; null when it has none
 * @returns null where no such number stands; its `restored` is the number with its signs and letters as they should be
 */
export function damagedNumberAt(text: string, at: number, expected: string | null): DocumentNumber | null {
  for (const { form, weak } of heads) {
    form.lastIndex = at;
    const head = form.exec(text)?.groups;
    if (head === undefined) continue;
    const symbol = symbolAt(text, form.lastIndex, {
      expected,
      weak,
      year: head['year'] !== undefined,
      dash: head['dash'] !== undefined,
    });
    if (symbol === null) continue;
    const own = figuresOf(head['figures']!) + (head['suffix'] ?? '');
    const number = `${own}${head['year'] === undefined ? '' : `/${figuresOf(head['year'])}`}${symbol.text}`;
    const clean = documentNumberAt(number, 0, 'type-word');
    if (clean === null || clean.end < number.length) continue;
    const printed = text.slice(at, symbol.end).replace(/[ \t\n\u00a0]+/g, '');
    return { ...clean, start: at, end: symbol.end, printed, tail: printed.slice(own.length) };
  }
  return null;
}

interface Head {
  readonly expected: string | null;
  /** no sign, or none that parts a number, stands behind the figures */
  readonly weak: boolean;
  readonly year: boolean;
  readonly dash: boolean;
}

/** The symbol at `at` as it should stand, with the sign before it, and where it ends in the text. */
function symbolAt(text: string, at: number, head: Head): Group | null {
  const type = knownGroup(text, at, true, (group) => typeCodeOf(group) !== null);
  return (type === null ? null : typedSymbol(text, type, head)) ?? letterSymbol(text, at, head);
}

function typedSymbol(text: string, type: Group, { expected, weak, dash, year: legal }: Head): Group | null {
  const code = typeCodeOf(type.text)!;
  const sign = signAt(text, type.end);
  const signed = sign.trim() !== '';
  const from = type.end + sign.length;
  const issuer =
    (sign === 'I' ? knownGroup(text, type.end, false, isIssuer) : null) ??
    knownGroup(text, from, false, isIssuer) ??
    (signed && !weak ? shapedGroup(text, from) : null);
  if (issuer === null) return null;
  const small = type.text === type.text.toLowerCase() || issuer.text === issuer.text.toLowerCase();
  if (small && (weak || !signed)) return null;
  if (!signed && !closing.test(text.slice(issuer.end, issuer.end + 14))) return null;
  if (weak && !signed && code !== expected) return null;
  const known = symbolFor(issuer.text);
  const party = !legal && (dash || (weak && issuerFamily(known, 'administrative') === 'party'));
  return withUnits(text, {
    text: party ? `-${code}/${known}` : `/${code}-${known}`,
    end: issuer.end,
  });
}

function signAt(text: string, at: number): string {
  join.lastIndex = at;
  return join.exec(text)?.[0] ?? '';
}

/** The table's spelling, of small letters too. */
const symbolFor = (group: string): string => symbolOf(group === group.toLowerCase() ? group.toUpperCase() : group);

/** "/UBND-VX", "/2020/QH14": no type code. */
function letterSymbol(text: string, at: number, { expected, weak, dash, year: legal }: Head): Group | null {
  if (dash || (weak && expected !== 'CV')) return null;
  const issuer = knownGroup(text, at, false, isIssuer);
  if (issuer === null || (weak && issuer.text === issuer.text.toLowerCase())) return null;
  const symbol = `/${symbolFor(issuer.text)}`;
  if (legal) return { text: symbol, end: issuer.end };
  const sign = signAt(text, issuer.end);
  const from = issuer.end + sign.length;
  const signed = sign.trim() !== '';
  const listed = knownGroup(text, from, false, isUnit);
  const dated = (group: Group | null): Group | null =>
    group !== null && /^[ \n]ngày[ \n]?[0-9]/u.test(text.slice(group.end, group.end + 8)) ? group : null;
  const shaped = shapedGroup(text, from);
  const unit = (signed ? shaped : null) ?? listed ?? dated(shaped);
  if (unit === null) return null;
  const plain = signed && !/^\s.*\s$/u.test(sign) && isSymbolShape(unit.text);
  if (!plain && !closing.test(text.slice(unit.end, unit.end + 14))) return null;
  return withUnits(text, {
    text: `${symbol}-${listed?.end === unit.end ? unit.text.toUpperCase() : unit.text}`,
    end: unit.end,
  });
}

/** Further groups behind a whole symbol: "QĐ-UBND-NC". */
function withUnits(text: string, symbol: Group): Group {
  let whole = symbol;
  for (let more = 0; more < 3; more += 1) {
    unitJoin.lastIndex = whole.end;
    const sign = unitJoin.exec(text)?.[0];
    if (sign === undefined || sign.length > 1) break;
    const unit = shapedGroup(text, whole.end + sign.length);
    if (unit === null) break;
    whole = { text: `${whole.text}-${unit.text}`, end: unit.end };
  }
  return whole;
}
