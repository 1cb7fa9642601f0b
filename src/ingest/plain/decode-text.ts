import type { Diagnostic } from '../../model/index.js';
import { decodeBytes } from '../legacy/decode-lines.js';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly Diagnostic[];
}

/**
 * The upper bytes of the letters and signs that Vietnamese texts hold: Latin, marks set apart, letters with two marks,
 * punctuation, arrows, symbols, lines, and what symbol fonts draw.
 */
const upperBytes = new Set([0x00, 0x01, 0x02, 0x03, 0x1e, 0x20, 0x21, 0x22, 0x25, 0x26, 0x27, 0xf0]);
/** A text of so few letters counts only where no byte speaks against it. */
const fewLetters = 32;

/**
 * UTF-16 without a byte order mark: every other byte is the upper one of a letter, a third of them zeros at the least. A
 * stray zero in a text of single bytes has letters before and behind it at the same places.
 */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const letters = Math.min(2048, bytes.length >> 1);
  const isShort = letters < fewLetters;
  if (isShort && bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  const upper = [0, 0];
  for (const [at, byte] of bytes.subarray(0, letters * 2).entries()) {
    if (byte === 0) zeros[at % 2]! += 1;
    if (upperBytes.has(byte)) upper[at % 2]! += 1;
  }
  const isUpper = (side: 0 | 1): boolean => {
    const [own, other] = [zeros[side]!, zeros[1 - side]!];
    if (isShort) return own >= 2 && own * 3 >= letters && other === 0 && upper[side] === letters;
    return own * 3 >= letters && other * 8 < own && upper[side]! * 10 >= letters * 9;
  };
  return isUpper(1) ? 'utf-16le' : isUpper(0) ? 'utf-16be' : null;
}

/** Disks and copying programs fill the last block of a file with zeros. */
function withoutFilling(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

/**
 * The text of a plain file: UTF-8 or UTF-16 by mark or by form, else one of the Vietnamese encodings of the time before
 * Unicode, as its letters say; when they say nothing, the Windows code page for Vietnamese, with a warning.
 *
 * @returns null for bytes that are no text in any of these
 */
export function decodeText(file: Uint8Array): DecodedText | null {
  const sure = (encoding: string): DecodedText => ({
    text: new TextDecoder(encoding).decode(file),
    encoding,
    warnings: [],
  });
  if (file[0] === 0xff && file[1] === 0xfe) return sure('utf-16le');
  if (file[0] === 0xfe && file[1] === 0xff) return sure('utf-16be');
  const wide = guessUtf16(file);
  if (wide !== null) return sure(wide);
  const bytes = withoutFilling(file);
  const decode = (encoding: string) => new TextDecoder(encoding).decode(bytes);

  const controls = bytes.reduce(
    (sum, byte) =>
      byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 11 ? sum + 1 : sum,
    0,
  );
  // Old word lists keep a stray end-of-file mark (0x1A); a picture or a program has a tenth of its bytes here.
  if (controls > 2 + bytes.length / 200) return null;

  const lenient = decode('utf-8');
  const damaged = lenient.split('\ufffd').length - 1;
  if (damaged === 0) return { text: lenient, encoding: 'utf-8', warnings: [] };
  const accented = lenient.match(/[\u00c0-\u024f\u1e00-\u1eff]/g)?.length ?? 0;
  if (damaged * 20 < accented || damaged === 1)
    return {
      text: lenient,
      encoding: 'utf-8',
      warnings: [
        {
          code: 'ingest/damaged-utf8',
          level: 'warning',
          message: `${damaged} places of the text are not UTF-8 and were lost`,
        },
      ],
    };
  const legacy = decodeBytes(bytes);
  if (legacy !== null) return legacy;
  return {
    text: decode('windows-1258'),
    encoding: 'windows-1258',
    warnings: [
      {
        code: 'ingest/guessed-encoding',
        level: 'warning',
        message: 'The text is not UTF-8 and was read as Windows-1258; its letters may be wrong',
      },
    ],
  };
}
