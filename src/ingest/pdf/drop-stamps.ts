import { fold } from '../../text/fold.js';
import { lineOf, type TextLine, type Word } from './page-geometry.js';

/** What only the stamp of an electronic signature says (Decree 30/2020, Annex I, zone 14, and the signing programs' own forms). */
const stampLabel =
  /^(?:nguoi ky|ky boi|duoc ky boi|da ky boi|ngay ky|thoi gian ky|gio ky|ky so boi|signature (?:not verified|valid)|digitally signed by)(?: *:|$| )/;
const secondLabel = /^(?:email|co quan|chuc vu|to chuc|don vi|ly do|dia diem|reason|location|date) *:/;
/** A signing time to the second: no sentence has one. */
const signingTime = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{4},? +)?\d{1,2}:\d{2}:\d{2}(?: *\+\d{2}[:']\d{2})?$/;
/** What a line of a stamp has and hardly any other line: looked for before all lines are taken apart. */
const mayBeStamp = /k[ýy] ?(?:b[ởo]i|số|so)?[ :]|signature|signed|\d:\d\d:\d\d/iu;

/** Stamps are small print; the same words in body size are text. */
const largestPrint = 11;

interface Piece {
  readonly line: TextLine;
  readonly words: readonly Word[];
  readonly text: string;
}

/** Pieces of a line between wide gaps or jumps in the drawing order: a stamp may share its line with the text. */
function piecesOf(line: TextLine): Piece[] {
  const pieces: Word[][] = [];
  for (const [i, word] of line.words.entries()) {
    const before = line.words[i - 1];
    const jump = before !== undefined && (word.first < before.last || word.first > before.last + 3);
    if (before === undefined || word.left - before.right > line.size || jump) pieces.push([word]);
    else pieces.at(-1)!.push(word);
  }
  return pieces.map((words) => ({
    line,
    words,
    text: fold(words.map((word) => word.text).join(' ')).toLowerCase(),
  }));
}

/**
 * Takes the stamps of electronic signatures out of a page's lines.
 *
 * @returns the lines that stay, and whether a stamp was found
 */
export function dropStamps(lines: readonly TextLine[]): { readonly lines: TextLine[]; readonly found: boolean } {
  if (!lines.some((line) => mayBeStamp.test(line.text))) return { lines: [...lines], found: false };
  const pieces = lines.flatMap((line) => (line.size > 40 ? [] : piecesOf(line)));
  const small = (piece: Piece) => piece.words.every((word) => word.size <= largestPrint);
  const labels = pieces.filter((piece) => stampLabel.test(piece.text) || signingTime.test(piece.text));
  const printed = labels.filter(small);
  const seeds = printed.length === 0 && labels.length >= 2 ? labels : printed;
  if (seeds.length === 0) return { lines: [...lines], found: false };

  const stamp = new Set<Piece>(seeds);
  // The rest of the stamp: lines right above or below, labelled, or drawn in one go with it.
  for (let grew = true, rounds = 0; grew && rounds < 8; rounds += 1) {
    grew = false;
    for (const piece of pieces) {
      if (stamp.has(piece) || !small(piece)) continue;
      const near = [...stamp].some((other) => {
        const size = Math.max(other.line.size, piece.line.size);
        const first = piece.words[0]!;
        const last = piece.words.at(-1)!;
        return (
          Math.abs(other.line.baseline - piece.line.baseline) < 1.9 * size &&
          Math.abs(first.size - other.words[0]!.size) < 0.7 &&
          (Math.abs(first.left - other.words[0]!.left) < 2 * size || other.line === piece.line) &&
          (secondLabel.test(piece.text) ||
            (first.first - other.words.at(-1)!.last <= 3 && first.first > other.words.at(-1)!.last) ||
            (other.words[0]!.first - last.last <= 3 &&
              other.words[0]!.first > last.last &&
              !stampLabel.test(other.text)))
        );
      });
      if (near) {
        stamp.add(piece);
        grew = true;
      }
    }
  }
  const gone = new Set([...stamp].flatMap((piece) => piece.words));
  return {
    lines: lines.flatMap((line) => {
      const words = line.words.filter((word) => !gone.has(word));
      return words.length === line.words.length
        ? [line]
        : words.length === 0
          ? []
          : [lineOf(words, line.baseline, line.page)];
    }),
    found: true,
  };
}
