const đ = /[đĐÐð]/;

function foldUnit(character: string): string {
  if (đ.test(character)) return 'd';
  const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // A lone combining mark, "İ" and the like would change the length: they stay as they are.
  return folded.length === character.length ? folded : character;
}

/** Folded form of each UTF-16 unit that was met; 0 of one not met yet. */
const folds = new Uint16Array(0x1_0000);
/** Half of a letter, or a letter whose small form is longer or depends on what stands around. */
const apart = 0xffff;

function foldOf(code: number): number {
  const character = String.fromCharCode(code);
  const alone = (code < 0xd800 || code > 0xdfff) && character !== 'Σ' && character.toLowerCase().length === 1;
  const folded = alone ? foldUnit(character.toLowerCase()).charCodeAt(0) : apart;
  folds[code] = folded;
  return folded;
}

/** Room for what is mostly folded, a name or a clause; a longer text gets its own. */
const room = new Uint16Array(1024);
const roomBytes = Buffer.from(room.buffer);

/**
 * Folds case, tone and letter marks, and đ: "QUYẾT ĐỊNH" → "quyet dinh".
 *
 * @param text NFC
 * @returns a text of the same length in UTF-16 units, so that an offset into one is an offset into the other
 */
export function fold(text: string): string {
  const { length } = text;
  const units = length <= room.length ? room : new Uint16Array(length);
  const bytes = units === room ? roomBytes : Buffer.from(units.buffer);
  let all = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    const folded = folds[code]! || foldOf(code);
    if (folded === apart) return foldApart(text);
    all |= folded;
    units[at] = folded;
  }
  if (all > 0x7f) return bytes.toString('utf16le', 0, length * 2);
  // Most of what is folded is then ASCII: one byte a letter.
  for (let at = 0; at < length; at += 1) bytes[at] = units[at]!;
  return bytes.toString('latin1', 0, length);
}

const foldApart = (text: string): string =>
  Array.from(text.toLowerCase().length === text.length ? text.toLowerCase() : text, (character) =>
    character < '\x80' ? character.toLowerCase() : foldUnit(character),
  ).join('');

/** Folds to letters and digits only: "1085/QĐ-UBND" → "1085qdubnd". The form under which numbers are searched. */
export const foldKey = (text: string): string => fold(text.normalize('NFC')).replace(/[^\p{L}\p{N}]/gu, '');
