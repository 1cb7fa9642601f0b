/**
 * Whether the UTF-16 unit at `at` is a letter (or its combining mark) of a Latin script, Vietnamese included. Superscript
 * digits, which mark footnotes, are none. A table of ranges, since the rules ask this of nearly every character.
 */
export function letterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return (
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1e00 && code <= 0x1eff)
  );
}

export function digitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** No word of Vietnamese is longer ("nghiêng" has 7 letters); longer runs are codes or noise, and are cut short. */
const longestWord = 40;

/** Offset after the run of letters that begins at `start`; `start` itself when there is no letter. */
export function wordEndAt(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && end - start < longestWord && letterAt(text, end)) end += 1;
  return end;
}

/** Offset of the first letter of the run of letters that ends before `end`; `end` itself when there is no letter. */
export function wordStartAt(text: string, end: number, floor: number): number {
  let start = end;
  while (start > floor && end - start < longestWord && letterAt(text, start - 1)) start -= 1;
  return start;
}

/** Lower case of the same length in UTF-16 units, so that offsets hold in both. */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  }).join('');
}
