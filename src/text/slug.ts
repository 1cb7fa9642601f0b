import { fold } from './fold.js';

/** A part of a key: folded letters and digits, hyphens between: "UBND tỉnh Quảng Ngãi" → "ubnd-tinh-quang-ngai". */
export const slug = (text: string): string =>
  fold(text.normalize('NFC'))
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
