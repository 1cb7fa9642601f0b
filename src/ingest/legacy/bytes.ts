/**
 * The byte behind a character, as the character U+0000 to U+00FF, however software showed it: through Windows-1252, as a
 * C1 control, in the private area of symbol fonts, or as another sign of the same look. Others stay as they are.
 */
const byteOf = new Map<string, string>();

/** 0x80 to 0x9F of Windows-1252. Written out: TextDecoder of Node 20 to 22 takes "windows-1252" for Latin-1. */
const between = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
for (const [index, character] of Array.from(between).entries())
  byteOf.set(character, String.fromCharCode(0x80 + index));
for (let byte = 0x20; byte < 0x100; byte += 1)
  byteOf.set(String.fromCharCode(0xf000 + byte), String.fromCharCode(byte));
// Producers of PDF name glyphs by their look: the mu of Greek, minus for the soft hyphen, the bullet operator, a bar.
byteOf.set('\u03bc', '\u00b5');
byteOf.set('\u2212', '\u00ad');
byteOf.set('\u2219', '\u00b7');
byteOf.set('\u02c9', '\u00af');

/**
 * Signs that are letters within words alone: a minus before a figure and a bullet before a blank are what they look like.
 */
export const letterWithinWord: ReadonlySet<string> = new Set(['\u2212', '\u2219']);

export const byteOfCharacter = (character: string): string => byteOf.get(character) ?? character;

/** Bytes as software shows them that takes them for Western European (Windows-1252). */
export function showThrough1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => between[control.charCodeAt(0) - 0x80]!);
}

const of1258 = new Map<string, string>();
const windows1258 = new TextDecoder('windows-1258');
for (let byte = 0x80; byte < 0x100; byte += 1)
  of1258.set(windows1258.decode(Uint8Array.of(byte)), String.fromCharCode(byte));

/** Tones of Windows-1258 that Unicode's composition has joined to their letters. */
const composed = /[\u00c0-\u024f\u1ea0-\u1ef9]/gu;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/u;

/**
 * The bytes of a text that was read with the code page for Vietnamese though its font had a table of its own: RTF with
 * the character set 163.
 *
 * @returns as `byteOfCharacter` gives them; null when a character has no place in Windows-1258
 */
export function bytesThrough1258(text: string): string | null {
  let bytes = '';
  const apart = text.replace(composed, (letter) => {
    if (of1258.has(letter)) return letter;
    const parts = letter.normalize('NFD');
    const tone = tones.exec(parts)?.[0] ?? '';
    return parts.replace(tone, '').normalize('NFC') + tone;
  });
  for (const character of apart) {
    const byte = character < '\u0080' ? character : (of1258.get(character) ?? byteOf.get(character));
    if (byte === undefined) return null;
    bytes += byte;
  }
  return bytes;
}
