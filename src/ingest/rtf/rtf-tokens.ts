export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\par`, `\b0`: `value` is null without a number; symbols as `\~` have their sign as name */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** letters of the file's or the font's code page */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

const isLetter = (byte: number) => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
const isDigit = (byte: number) => byte >= 48 && byte <= 57;
const hexOf = (byte: number | undefined): number => {
  if (byte === undefined) return Number.NaN;
  if (isDigit(byte)) return byte - 48;
  const small = byte | 32;
  return small >= 97 && small <= 102 ? small - 87 : Number.NaN;
};

/**
 * The tokens of an RTF, one after another; a damaged one gives tokens for as long as there are bytes.
 *
 * @source Rich Text Format (RTF) Specification 1.9.1, "RTF Syntax"
 */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === 0x7b || byte === 0x7d) {
      at += 1;
      yield { kind: byte === 0x7b ? 'open' : 'close' };
    } else if (byte === 0x5c) {
      const next = bytes[at + 1];
      if (next === 0x27) {
        const value = hexOf(bytes[at + 2]) * 16 + hexOf(bytes[at + 3]);
        at += 4;
        if (!Number.isNaN(value)) yield { kind: 'bytes', bytes: Uint8Array.of(value) };
      } else if (next !== undefined && isLetter(next)) {
        let end = at + 1;
        while (end < bytes.length && end - at < 33 && isLetter(bytes[end]!)) end += 1;
        const name = Buffer.from(bytes.subarray(at + 1, end)).toString('latin1');
        let numeral = end;
        if (bytes[numeral] === 0x2d) numeral += 1;
        while (numeral < bytes.length && numeral - end < 12 && isDigit(bytes[numeral]!)) numeral += 1;
        const digits = Buffer.from(bytes.subarray(end, numeral)).toString('latin1');
        const value = /\d/.test(digits) ? Number(digits) : null;
        at = value === null ? end : numeral;
        if (bytes[at] === 0x20) at += 1;
        // Raw data follows, of any bytes.
        if (name === 'bin') at += Math.max(0, value ?? 0);
        yield { kind: 'word', name, value };
      } else {
        at += 2;
        if (next === 0x0a || next === 0x0d) yield { kind: 'word', name: 'par', value: null };
        else if (next !== undefined) {
          // Escaped signs are text; the others are words of one sign.
          if (next === 0x5c || next === 0x7b || next === 0x7d) yield { kind: 'bytes', bytes: Uint8Array.of(next) };
          else yield { kind: 'word', name: String.fromCharCode(next), value: null };
        }
      }
    } else if (byte === 0x0a || byte === 0x0d || byte === 0) at += 1;
    else {
      const start = at;
      while (at < bytes.length && !isMark(bytes[at]!)) at += 1;
      yield { kind: 'bytes', bytes: bytes.subarray(start, at) };
    }
  }
}

const isMark = (byte: number) =>
  byte === 0x7b || byte === 0x7d || byte === 0x5c || byte === 0x0a || byte === 0x0d || byte === 0;
