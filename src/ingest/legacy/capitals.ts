import { isSyllable } from '../../text/syllables.js';
import { splitTone } from './encodings.js';

const isLetter = (cell: string) => /^\p{L}/u.test(cell);
const isUpper = (cell: string) => cell !== cell.toLowerCase();
const isToned = (cell: string) => cell > '\u007f' && cell === cell.toLowerCase() && splitTone(cell)[1] !== '';

/**
 * Joins a capital and its own toned form, "Aá" and "Âấ", at the beginning of a word or among capitals: the font has no
 * toned capitals, and some typists put the plain capital before. "Uỷ" is no such pair: its tone is on another letter.
 */
export function joinDoubled(cells: string[], mine: readonly boolean[]): void {
  for (let at = 0; at + 1 < cells.length; at += 1) {
    const cell = cells[at]!;
    const inside = at > 0 && isLetter(cells[at - 1]!) && !isUpper(cells[at - 1]!);
    if (!isUpper(cell) || inside || !isToned(cells[at + 1]!)) continue;
    if (!mine[at] || !mine[at + 1]) continue;
    const [base] = splitTone(cells[at + 1]!);
    if (base !== cell.toLowerCase()) continue;
    cells[at] = cells[at + 1]!.toUpperCase();
    cells[at + 1] = '';
  }
}

interface Word {
  readonly from: number;
  readonly to: number;
  /** `sure`: in capitals but for toned letters, `maybe`: too short to say, `no`: has small letters of its own */
  readonly capitals: 'sure' | 'maybe' | 'no';
  readonly needs: boolean;
}

function wordsOf(cells: readonly string[]): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    if (!isLetter(cells[at]!)) continue;
    const from = at;
    let upper = 0;
    let small = 0;
    let toned = 0;
    for (; at < cells.length && (cells[at] === '' || isLetter(cells[at]!)); at += 1) {
      const cell = cells[at]!;
      if (cell === '') continue;
      if (isUpper(cell)) upper += 1;
      else if (isToned(cell)) toned += 1;
      else small += 1;
    }
    const syllable = small === 0 && isSyllable(cells.slice(from, at).join('').normalize('NFC'));
    // Nobody types a capital behind a small letter but among capitals: "áN".
    const within = syllable && upper > 0 && !isUpper(cells[from]!);
    const capitals = small > 0 ? 'no' : within || (upper >= 2 && (toned > 0 || syllable)) ? 'sure' : 'maybe';
    words.push({ from, to: at, capitals, needs: toned > 0 && small === 0 });
  }
  return words;
}

/**
 * Raises the toned letters of words in capitals, "QUYếT ĐịNH": TCVN3 has no toned capitals outside its H fonts. A word
 * of one or two letters ("Và", "ở") goes with its neighbours, and one that went is a neighbour to go with: "QUảN Lý Dự áN".
 *
 * @param mine which cells come from such a font; the others stay
 */
export function raiseCapitals(cells: string[], mine: readonly boolean[]): void {
  const words = wordsOf(cells).map((word) => ({ ...word, mine: mine[word.from]!, raised: word.capitals === 'sure' }));
  const goesWith = (index: number, beside: number): boolean => {
    const word = words[index]!;
    if (word.capitals !== 'maybe' || !word.needs || !word.mine) return false;
    const near = [words[index - 1], words[index + 1]];
    const other = words[beside];
    return other?.mine === true && other.raised && !near.some((next) => next?.mine && next.capitals === 'no');
  };
  for (let at = 0; at < words.length; at += 1) words[at]!.raised ||= goesWith(at, at - 1);
  for (let at = words.length - 1; at >= 0; at -= 1) words[at]!.raised ||= goesWith(at, at + 1);
  for (const word of words) {
    if (!word.raised || !word.needs || !word.mine) continue;
    for (let at = word.from; at < word.to; at += 1) cells[at] = cells[at]!.toUpperCase();
  }
}
