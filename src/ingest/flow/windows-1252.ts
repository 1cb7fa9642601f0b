const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes the Western code page of Windows, in which fonts of old Vietnamese encodings are written too. TextDecoder of
 * Node 20 takes it for Latin-1 and gives control characters for 80–9F (nodejs/node 56542).
 */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => upper[letter.charCodeAt(0) - 0x80]!);
