const marked = /[ăâêôơư]/;
const vowels = /[aăâeêioôơuưy]+/;

/**
 * The letters of a syllable that may carry its tone: of the two placements of "hòa" and "hoà" both.
 *
 * @param plain a syllable without its tone, in small letters, NFC
 * @returns indices, the usual one first; none when it has no vowel
 */
export function toneLetters(plain: string): readonly number[] {
  const onset = /^(?:qu|gi(?=[aăâeêoôơuư]))/.exec(plain)?.[0].length ?? 0;
  const found = vowels.exec(plain.slice(onset));
  if (found === null) return [];
  const from = onset + found.index;
  const cluster = found[0];
  // "ươ" carries it on its second letter, as does what stands before a final consonant.
  for (let at = cluster.length - 1; at >= 0; at -= 1) if (marked.test(cluster[at]!)) return [from + at];
  if (cluster.length === 1) return [from];
  if (cluster.length === 3) return [from + 1];
  if (from + cluster.length < plain.length) return [from + 1];
  return /^(?:oa|oe|uy)$/.test(cluster) ? [from, from + 1] : [from];
}
