import type { Diagnostic } from '../../model/index.js';
import { decodeBytes } from '../legacy/decode-lines.js';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly Diagnostic[];
}

/** UTF-16 without a byte order mark: Latin text has a zero in every other byte. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  const enough = sample.length / 8;
  if (odd > enough && even * 8 < odd) return 'utf-16le';
  if (even > enough && odd * 8 < even) return 'utf-16be';
  return null;
}

/**
 * The text of a plain file: UTF-8 or UTF-16 by mark or by form, else one of the Vietnamese encodings of the time before
 * Unicode, as its letters say; when they say nothing, the Windows code page for Vietnamese, with a warning.
 *
 * @returns null for bytes that are no text in any of these
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const decode = (encoding: string, fatal = false) => new TextDecoder(encoding, { fatal }).decode(bytes);
  const sure = (encoding: string): DecodedText => ({ text: decode(encoding), encoding, warnings: [] });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure('utf-16be');
  const wide = guessUtf16(bytes);
  if (wide !== null) return sure(wide);

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
