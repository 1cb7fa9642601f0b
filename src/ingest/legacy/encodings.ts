import { type LegacyLettersRow, legacyLetters } from '../../text/lexicon/generated/legacy-letters.js';

/** How Vietnamese was put into 8-bit fonts and files before Unicode; `utf-8` is Unicode whose bytes were read as Windows-1252. */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'viscii' | 'vps' | 'windows-1258' | 'utf-8';

/** The same and VIQR, which writes Vietnamese in ASCII ("Vie^.t Nam") and has no table of bytes. */
export type OldEncoding = LegacyEncoding | 'viqr';

export const legacyEncodings: readonly LegacyEncoding[] = ['tcvn3', 'vni', 'viscii', 'vps', 'windows-1258', 'utf-8'];

export const oldEncodings: readonly OldEncoding[] = [...legacyEncodings, 'viqr'];

/** Names as people know them, for messages. */
export const encodingNames: Readonly<Record<OldEncoding, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  viscii: 'VISCII',
  vps: 'VPS',
  'windows-1258': 'Windows-1258',
  'utf-8': 'UTF-8 read as Windows-1252',
  viqr: 'VIQR',
};

/** Sequences of bytes (as the characters U+0000 to U+00FF) and the letter that each stands for. */
export interface EncodingTable {
  readonly letters: ReadonlyMap<string, string>;
  /** the longest sequence, 1 to 3 */
  readonly longest: number;
}

const capital = (letter: string) => letter !== letter.toLowerCase();
const bytesOf = (hex: string) => Buffer.from(hex, 'hex').toString('latin1');

/** Capital and small form of a VNI mark: typists mix them ("Uû", "UÛ"). */
const otherCase = (mark: string) => (capital(mark) ? mark.toLowerCase() : mark.toUpperCase());

function fromTable(column: Exclude<keyof LegacyLettersRow, 'letter'>): Map<string, string> {
  const letters = new Map<string, string>();
  for (const row of legacyLetters) {
    // Where a capital has no place of its own (VPS) its small form holds the byte.
    const bytes = bytesOf(row[column]);
    if (bytes !== '' && !letters.has(bytes)) letters.set(bytes, row.letter);
  }
  return letters;
}

function vniTable(): Map<string, string> {
  const letters = fromTable('vni');
  for (const [bytes, letter] of [...letters]) {
    const mixed = bytes.length === 2 ? bytes[0]! + otherCase(bytes[1]!) : '';
    if (mixed !== '' && !letters.has(mixed)) letters.set(mixed, letter);
  }
  for (const [bytes, letter] of [...letters]) {
    const [, tone] = splitTone(letter);
    for (const [sign, mark] of Object.entries(vniTones)) {
      if (tone === '' ? bytes.length < 2 : sign !== tone) continue;
      const meant = tone === '' ? (letter + sign).normalize('NFC') : letter;
      for (const sequence of [bytes + mark, bytes + otherCase(mark)])
        if (!letters.has(sequence)) letters.set(sequence, meant);
    }
  }
  return letters;
}

/**
 * Tones as VNI writes them. Its marks take no room of their own, so that what is typed over another mark looks right: a
 * tone twice ("vòï" for "vị"), or behind the vowel's own mark ("VEÂØ" for "VỀ") instead of the sign that has both.
 */
const vniTones: Readonly<Record<string, string>> = {
  '\u0301': '\u00f9',
  '\u0300': '\u00f8',
  '\u0309': '\u00fb',
  '\u0303': '\u00f5',
  '\u0323': '\u00ef',
};

/** Windows-1258 writes a letter and, after it, its tone: a row for each pair, and for the letters that 1252 lacks. */
function windows1258Table(): Map<string, string> {
  const decoder = new TextDecoder('windows-1258');
  const byteOf = new Map<string, string>();
  for (let byte = 0x20; byte < 0x100; byte += 1)
    byteOf.set(decoder.decode(Uint8Array.of(byte)), String.fromCharCode(byte));
  const letters = new Map<string, string>();
  for (const { letter } of legacyLetters) {
    const [base, tone] = splitTone(letter);
    const [baseByte, toneByte] = [byteOf.get(base), byteOf.get(tone)];
    if (baseByte === undefined || (tone !== '' && toneByte === undefined)) continue;
    letters.set(baseByte + (toneByte ?? ''), letter);
    // á à é è and the like also have a byte of their own, which keyboards of that time sent.
    const whole = byteOf.get(letter);
    if (whole !== undefined) letters.set(whole, letter);
  }
  letters.set('\u00fe', '₫');
  return letters;
}

/** The letter with its vowel mark, and its tone: "ế" → "ê" and acute. */
export function splitTone(letter: string): [base: string, tone: string] {
  const parts = letter.normalize('NFD');
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? '';
  return [parts.replace(tone, '').normalize('NFC'), tone];
}

/** Letters and the punctuation that office software sets, as the bytes of their UTF-8 form. */
function utf8Table(): Map<string, string> {
  const letters = new Map<string, string>();
  const signs = ['“', '”', '‘', '’', '–', '—', '…', '•', '₫', '\u00a0', '§', '°', '²', '³', '½', '«', '»', '×'];
  for (const letter of [...legacyLetters.map((row) => row.letter), ...signs])
    letters.set(Buffer.from(letter, 'utf8').toString('latin1'), letter);
  return letters;
}

const tableOf = (letters: ReadonlyMap<string, string>): EncodingTable => ({
  letters,
  longest: Math.max(...[...letters.keys()].map((bytes) => bytes.length)),
});

/**
 * @source TCVN 5712:1993 (VN3), RFC 1456 (VISCII), the fonts of VNI and VPS, Windows code page 1258; `data/README.md`
 *   says against what each was checked
 */
export const encodingTables: Readonly<Record<LegacyEncoding, EncodingTable>> = {
  tcvn3: tableOf(fromTable('tcvn3')),
  vni: tableOf(vniTable()),
  viscii: tableOf(fromTable('viscii')),
  vps: tableOf(fromTable('vps')),
  'windows-1258': tableOf(windows1258Table()),
  'utf-8': tableOf(utf8Table()),
};
