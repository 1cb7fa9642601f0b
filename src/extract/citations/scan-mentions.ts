import { isCapitalAt, isDigitAt, isLetterOrDigitAt } from '../../text/letter-or-digit.js';
import { anaphorAt, namedAt, standardMentionAt } from './named-mentions.js';
import { listJoin } from './number-lead.js';
import { none, numberedAt } from './numbered-mentions.js';
import type { RawMention } from './raw-mention.js';

/** First letters of type words and of named documents; small ones where a small letter may open a name. */
const openers = 'ABCDĐGHIKLNOPQSTUVblnp';

/** One byte a UTF-16 unit: what the scanner does at it. Made once. */
const anchors = new Uint8Array(0x1_0000);
const inWord = 1;
const digitAnchor = 2;
const wordAnchor = 3;
for (let code = 0; code < anchors.length; code += 1)
  if (isLetterOrDigitAt(String.fromCharCode(code), 0)) anchors[code] = inWord;
for (const digit of '0123456789') anchors[digit.charCodeAt(0)] = digitAnchor;
for (const letter of openers) anchors[letter.charCodeAt(0)] = wordAnchor;

/**
 * Finds every reference in one block in a single pass: digits and capitals are anchors, and a sticky parser reads on
 * from each. Mentions do not overlap and come in reading order. Linear: nothing looks further than a fixed window.
 *
 * @param text one block
 */
export function scanMentions(text: string): RawMention[] {
  const found: RawMention[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    const anchor = anchors[text.charCodeAt(at)]!;
    if (anchor === 0) {
      at += 1;
      continue;
    }
    // A word begins here, or goes on behind a reference that ended inside it.
    const mentions =
      anchor === digitAnchor ? numberedAt(text, at, found) : anchor === wordAnchor ? wordAt(text, at, found) : none;
    if (mentions.length > 0) {
      for (const mention of mentions) found.push(mention);
      at = mentions.at(-1)!.end;
      continue;
    }
    while (at < length && anchors[text.charCodeAt(at)] !== 0) at += 1;
  }
  return shareIssuers(text, found);
}

/** Mentions that begin with the word at `at`. */
function wordAt(text: string, at: number, found: readonly RawMention[]): readonly RawMention[] {
  const mention =
    namedAt(text, at) ?? (isCapitalAt(text, at) ? (standardMentionAt(text, at) ?? anaphorAt(text, at)) : null);
  if (mention !== null) return [mention];
  // OCR: "l79/KH-UBND", "O5-CV/TU".
  return misreadFirst.has(text[at]!) && isDigitAt(text, at + 1) ? numberedAt(text, at, found) : none;
}

const misreadFirst = new Set(['l', 'I', 'O']);

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
