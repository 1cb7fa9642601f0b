import { constants, deflateRawSync } from 'node:zlib';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [latin1('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    offsets.push(at);
    const part = Buffer.concat([
      latin1(`${index + 1} 0 obj\n`),
      Buffer.from(object as string, 'latin1'),
      latin1('\nendobj\n'),
    ]);
    parts.push(part);
    at += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    latin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
export const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
export const stream = (content: Uint8Array, dictionary = '') =>
  Buffer.concat([latin1(`<< /Length ${content.length} ${dictionary} >>\nstream\n`), content, latin1('\nendstream')]);
export const onePage = (contents: string | Buffer, more: readonly (string | Buffer)[] = [], resources = '') =>
  pdfOf([
    catalogue,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> ${resources} >> /Contents 4 0 R >>`,
    typeof contents === 'string' ? stream(latin1(contents)) : contents,
    font,
    ...more,
  ]);

const piece = 1_000_000;
/**
 * What zlib makes of as many bytes, all alike. A piece is packed once and stands there again and again, since packing
 * gigabytes takes seconds.
 */
export function squeezed(bytes: number, byte = 0): Buffer {
  const packed = deflateRawSync(Buffer.alloc(piece, byte), { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  const rest = deflateRawSync(Buffer.alloc(bytes % piece, byte), { level: 9 });
  // Adler-32 (RFC 1950) of bytes that are all alike is two sums of series.
  const [count, each, prime] = [BigInt(bytes), BigInt(byte), 65_521n];
  const sum = Buffer.alloc(4);
  sum.writeUInt16BE(Number((count + (each * count * (count + 1n)) / 2n) % prime), 0);
  sum.writeUInt16BE(Number((1n + each * count) % prime), 2);
  const pieces = Array.from({ length: Math.floor(bytes / piece) }, () => packed);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...pieces, rest, sum]);
}
