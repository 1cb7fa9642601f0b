import { toneLetters } from '../../text/place-tone.js';
import { isSyllable } from '../../text/syllables.js';

const shapes: Readonly<Record<string, string>> = {
  'a^': 'â',
  'a(': 'ă',
  'e^': 'ê',
  'o^': 'ô',
  'o+': 'ơ',
  'u+': 'ư',
};
const tones: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};

interface Letter {
  readonly letter: string;
  /** the sign behind it that stands for a tone */
  readonly tone: string;
}

interface Word {
  readonly letters: readonly Letter[];
  /** behind its last letter and that one's marks */
  readonly end: number;
}

const isLetter = (sign: string | undefined): sign is string => sign !== undefined && /^\p{L}$/u.test(sign);
const isCapital = (sign: string) => sign !== sign.toLowerCase();

function parseWord(text: string, from: number): Word {
  const letters: Letter[] = [];
  let at = from;
  while (isLetter(text[at])) {
    let letter = text[at]!;
    const small = letter.toLowerCase();
    if (small === 'd' && text[at + 1]?.toLowerCase() === 'd') {
      letter = letter === 'd' ? 'đ' : 'Đ';
      at += 1;
    }
    const shaped = shapes[small + (text[at + 1] ?? '')];
    if (shaped !== undefined) {
      letter = isCapital(letter) ? shaped.toUpperCase() : shaped;
      at += 1;
    }
    at += 1;
    const tone = /[aeiouy]/.test(small) && tones[text[at] ?? ''] !== undefined ? text[at]! : '';
    if (tone !== '') at += 1;
    letters.push({ letter, tone });
  }
  return { letters, end: at };
}

const join = (letters: readonly Letter[]): string => letters.map(({ letter }) => letter).join('');
const withTone = (plain: string, at: number, tone: string): string =>
  `${plain.slice(0, at + 1)}${tones[tone]}${plain.slice(at + 1)}`.normalize('NFC');

interface Decoded {
  readonly text: string;
  readonly end: number;
}

/** Whether a quotation is open before a place of a line, or may be. */
const isQuoted = (line: string, at: number) =>
  /(?:^|[\s(])'$|(?:^|[\s(])'\p{L}/u.test(line.slice(Math.max(0, at - 200), at));

/** Offices' abbreviations: QDD, HDDND. A word with a vowel may be English ("ADD"). */
const symbol = /^(?=.*Đ)[BCDĐFGHKLMNPQRSTVX]{2,8}$/;

/**
 * The word of VIQR that begins here; null when it is none, or none with a mark. A full stop, a question mark or an
 * apostrophe behind a word may be its tone or not: behind the vowel that carries tones it is (RFC 1456; what is not has a
 * backslash), elsewhere where the syllable needs a tone ("ddu+o+c.") or the sentence goes on.
 */
function decodeWord(text: string, from: number): Decoded | null {
  const { letters, end } = parseWord(text, from);
  const plain = join(letters);
  if (symbol.test(plain)) return { text: plain, end };
  const toned = letters.flatMap(({ tone }, at) => (tone === '' ? [] : [at]));
  const last = letters.length - 1;
  const endsToned = letters[last]!.tone !== '';
  const inner = toned.filter((at) => at < last);
  const places = toneLetters(plain.toLowerCase());
  const bare: Decoded | null = isSyllable(plain) ? { text: plain, end: endsToned ? end - 1 : end } : null;
  const apart = (at: number) => !isLetter(text[at]);

  if (inner.length === 1) {
    const word = withTone(plain, inner[0]!, letters[inner[0]!]!.tone);
    return isSyllable(word) ? { text: word, end: endsToned ? end - 1 : end } : null;
  }
  if (inner.length > 1) return null;
  if (endsToned && places.includes(last)) {
    const word = withTone(plain, last, letters[last]!.tone);
    return isSyllable(word) ? { text: word, end } : bare;
  }
  const sign = endsToned ? letters[last]!.tone : (text[end] ?? '');
  const after = endsToned ? end : end + 1;
  const place = places[0];
  if (tones[sign] !== undefined && apart(after) && place !== undefined) {
    const word = withTone(plain, place, sign);
    const goesOn = /^ +\p{Ll}/u.test(text.slice(after, after + 3)) && !(sign === "'" && isQuoted(text, from));
    if (isSyllable(word) && (bare === null || sign === '`' || sign === '~' || goesOn))
      return { text: word, end: after };
  }
  return bare;
}

/** Addresses of mail and pages, names of files, words with figures in them. */
const untouched = /@|:\/\/|^www\.|\.(?:com|vn|net|org|gov|edu|doc|txt|html?|pdf|zip)(?![a-z])|[a-z]\^?\d|\d[a-z]/i;

interface Reading {
  readonly text: string;
  /** words that are Vietnamese, and all words of letters */
  readonly valid: number;
  readonly words: number;
  /** words with a mark that nothing else has: ^, (, + or a double d */
  readonly sure: readonly string[];
  /** letters outside ASCII that it now has */
  readonly letters: number;
}

function readLine(line: string): Reading {
  let text = '';
  let [valid, words, letters, copied] = [0, 0, 0, 0];
  const sure: string[] = [];
  for (const { 0: chunk, index } of line.matchAll(/\S+/gu)) {
    text += line.slice(copied, index);
    copied = index + chunk.length;
    if (untouched.test(chunk)) {
      text += chunk;
      continue;
    }
    for (let at = index; at < copied; ) {
      if (line[at] === '\\' && (line[at + 1] === '\\' || tones[line[at + 1] ?? ''] !== undefined)) {
        text += line[at + 1];
        at += 2;
      } else if (isLetter(line[at])) {
        words += 1;
        const decoded = decodeWord(line, at);
        const end = decoded?.end ?? parseWord(line, at).end;
        const raw = line.slice(at, end);
        text += decoded?.text ?? raw;
        at = end;
        if (decoded === null) continue;
        valid += 1;
        letters += Array.from(decoded.text).filter((letter) => letter > '\u007f').length;
        if (decoded.text !== raw && /[\^(+]|^dd/iu.test(raw)) sure.push(decoded.text.toLowerCase());
      } else {
        text += line[at];
        at += 1;
      }
    }
  }
  return { text: text + line.slice(copied), valid, words, sure, letters };
}

const mayBeMarked = /[ae]\^|o[\^+]|u\+|a\(/i;

/** Whether a text may hold VIQR. One glance. */
export const maybeViqr = (text: string): boolean => mayBeMarked.test(text);

/** So many different words that nothing but VIQR makes: a formula has an "o^", a text has them everywhere. */
const enoughWords = 4;
/** Share of the words of a line that must be Vietnamese: lines in English between them stay. */
const enoughOfLine = 0.6;
const enoughOfText = 0.7;

/**
 * Reads the lines of a text that was typed in VIQR, "Vie^.t Nam", as mail and early text files have it. Lines in other
 * languages, addresses, words with figures stay; so does a text with a mark or two.
 *
 * @param lines paragraphs or lines in their order
 * @returns to each line its text and how many of its letters are new; null for lines that stay; null when all do
 * @source RFC 1456
 */
export function decodeViqr(
  lines: readonly string[],
): readonly ({ readonly text: string; readonly letters: number } | null)[] | null {
  const read = lines.map((line) => readLine(line));
  const meant = read.map(({ valid, words }) => valid >= words * enoughOfLine);
  const sure = new Set(read.flatMap((line, index) => (meant[index] ? line.sure : [])));
  if (sure.size < enoughWords) return null;
  const marked = read.filter((line) => line.sure.length > 0);
  const [valid, words] = [
    marked.reduce((sum, line) => sum + line.valid, 0),
    marked.reduce((sum, line) => sum + line.words, 0),
  ];
  if (valid < words * enoughOfText) return null;
  return read.map(({ text, letters }, index) => (meant[index] && text !== lines[index] ? { text, letters } : null));
}
