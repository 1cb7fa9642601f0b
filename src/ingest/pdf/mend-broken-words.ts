import { lineOf, type TextLine } from './page-geometry.js';

/** A number as reports print it; without a mark two numbers under each other would look like one. */
const number = /^[-–(]?\d{1,3}(?:(?:\.\d{3})*,\d+|(?:\.\d{3})+|(?:,\d{3})*\.\d+|(?:,\d{3})+) ?%?\)?$/;
const numberPiece = /^[-–(\d.,]+[%)]*$/;
/** No Vietnamese syllable, and no abbreviation that stands alone in a head ("TH", "KH"), is one letter ("y tế" apart) or a final consonant. */
const noSyllable = /^(?:[b-df-xzđ]|[ncp]h|ng)[)%:]?$/iu;

/** Whether the next line begins with the rest of the word that fills this one. */
function goesOnInWord(line: TextLine, next: TextLine, room: number): boolean {
  // A word is broken only where it stands alone and does not fit.
  if (line.words.length !== 1) return false;
  const first = next.words[0]!;
  const letter = (first.right - first.left) / first.text.length;
  if (line.right - line.left + letter < room - line.size * 0.1) return false;
  const [head, rest] = [line.text, first.text];
  if (/^[)\]%.,;:]+$/.test(rest)) return true;
  if (numberPiece.test(head) && numberPiece.test(rest))
    return number.test(head + rest) && !(number.test(head) && number.test(rest));
  const sameCase = head === head.toUpperCase() ? rest === rest.toUpperCase() : rest === rest.toLowerCase();
  if (/^(?:STT|ĐVT)$/.test(head + rest)) return true;
  return sameCase && /\p{L}$/u.test(head) && noSyllable.test(rest);
}

/**
 * Puts words together that a narrow cell broke within: "66.533,4" over "3", "ST" over "T".
 *
 * @param room what a line of the cell holds, in points
 */
export function mendBrokenWords(lines: readonly TextLine[], room: number): TextLine[] {
  const mended: TextLine[] = [];
  for (const line of lines) {
    const last = mended.at(-1);
    if (last === undefined || !goesOnInWord(last, line, room)) mended.push(line);
    else {
      const [first, ...others] = line.words;
      mended[mended.length - 1] = lineOf(
        [{ ...first!, text: last.text + first!.text }, ...others],
        line.baseline,
        line.page,
      );
    }
  }
  return mended;
}
