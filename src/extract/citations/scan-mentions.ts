import { isCapitalAt, isDigitAt, isLetterOrDigitAt } from '../../text/letter-or-digit.js';
import { anaphorAt, namedAt, standardMentionAt } from './named-mentions.js';
import { listJoin } from './number-lead.js';
import { none, numberedAt } from './numbered-mentions.js';
import type { RawMention } from './raw-mention.js';
import { typeWords } from './type-words.js';

/** OCR: "l79/KH-UBND", "O5-CV/TU", "S12/QĐ-UBND". */
const misreadFirst = new Set(['l', 'I', 'O', 'o', 'S', 'B', 'Q']);
/** The letters that a reference by name or by its kind may begin with: two are known, small where a name may be small. */
const beginnings = [
  ...typeWords().flatMap(({ name }) => [
    name[0]!.toUpperCase() + name[1]!,
    name[0]!.toUpperCase() + name[1]!.toUpperCase(),
  ]),
  ...['Lu', 'LU', 'lu', 'Bộ', 'BỘ', 'bộ', 'Ph', 'PH', 'ph', 'Hi', 'Ng', 'NG', 'ng', 'TC', 'QC'],
  ...[...misreadFirst].flatMap((first) => Array.from('0123456789', (digit) => first + digit)),
];

/** The last letter of "số", misread too. */
const soEnds = new Set(Array.from('ốỐôổồỗộ', (letter) => letter.charCodeAt(0)));

/** One byte a UTF-16 unit: what the scanner does at it. Made once. */
const anchors = new Uint8Array(0x1_0000);
const inWord = 1;
const digitAnchor = 2;
const wordAnchor = 3;
for (let code = 0; code < anchors.length; code += 1)
  if (isLetterOrDigitAt(String.fromCharCode(code), 0)) anchors[code] = inWord;
for (const digit of '0123456789') anchors[digit.charCodeAt(0)] = digitAnchor;
/** One bit a first letter; and of each second letter, the bits of the letters it may follow. */
const firsts = new Map([...new Set(beginnings.map(([letter]) => letter!))].map((letter, bit) => [letter, 1 << bit]));
const firstBits = new Uint32Array(0x1_0000);
const secondBits = new Uint32Array(0x1_0000);
if (firsts.size > 32) throw new RangeError('More first letters than bits');
for (const [letter, bit] of firsts) {
  anchors[letter.charCodeAt(0)] = wordAnchor;
  firstBits[letter.charCodeAt(0)] = bit;
}
for (const [first, second] of beginnings) secondBits[second!.charCodeAt(0)]! |= firsts.get(first!)!;

/** The text's UTF-16 units, which are read faster here than in a text cut out of another; a longer block gets its own. */
const room = new Uint16Array(0x4000);
const roomBytes = Buffer.from(room.buffer);

function unitsOf(text: string): Uint16Array {
  const { length } = text;
  const units = length < room.length ? room : new Uint16Array(length + 1);
  (units === room ? roomBytes : Buffer.from(units.buffer)).write(text, 0, 'utf16le');
  units[length] = 0;
  return units;
}

/**
 * Finds every reference in one block in a single pass: digits and capitals are anchors, and a sticky parser reads on
 * from each. Mentions do not overlap and come in reading order. Linear: nothing looks further than a fixed window.
 *
 * @param text one block
 */
export function scanMentions(text: string): RawMention[] {
  const found: RawMention[] = [];
  const { length } = text;
  const units = unitsOf(text);
  let at = 0;
  while (at < length) {
    const unit = units[at]!;
    const anchor = anchors[unit]!;
    if (anchor === 0) {
      at += 1;
      continue;
    }
    // A word begins here, or goes on behind a reference that ended inside it.
    const mentions =
      anchor === digitAnchor
        ? numberedAt(text, at, found)
        : anchor === wordAnchor && (firstBits[unit]! & secondBits[units[at + 1]!]!) !== 0
          ? wordAt(text, at, found)
          : none;
    if (mentions.length > 0) {
      for (const mention of mentions) found.push(mention);
      at = mentions.at(-1)!.end;
      continue;
    }
    at += 1;
    // "số1085/QĐ-UBND": the word ran into the number.
    while (
      at < length &&
      anchors[units[at]!] !== 0 &&
      !(anchors[units[at]!] === digitAnchor && soEnds.has(units[at - 1]!))
    )
      at += 1;
  }
  return shareIssuers(text, found);
}

/** Mentions that begin with the word at `at`. */
function wordAt(text: string, at: number, found: readonly RawMention[]): readonly RawMention[] {
  const mention =
    namedAt(text, at) ?? (isCapitalAt(text, at) ? (standardMentionAt(text, at) ?? anaphorAt(text, at)) : null);
  if (mention !== null) return [mention];
  return misreadFirst.has(text[at]!) && isDigitAt(text, at + 1) ? numberedAt(text, at, found) : none;
}

/** "Chỉ thị số 12-CT/TU … và Chỉ thị số 13-CT/TU … của Ban Thường vụ Tỉnh ủy": one type, one symbol, one issuer. */
function shareIssuers(text: string, found: RawMention[]): RawMention[] {
  if (found.length < 2) return found;
  const shared = [...found];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const one = shared[index]!;
    const next = shared[index + 1]!;
    if (one.issuer !== null || next.issuer === null || one.number === null || next.number === null) continue;
    if (one.number.issuerSymbol !== next.number.issuerSymbol || one.number.typeCode !== next.number.typeCode) continue;
    if (next.start - one.end < 12 && listJoin.test(text.slice(one.end, next.start)))
      shared[index] = { ...one, issuer: next.issuer };
  }
  return shared;
}
