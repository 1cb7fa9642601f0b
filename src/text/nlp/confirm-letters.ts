const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const letterMarks = /[\u0302\u0306\u031b]/g;

interface Letters {
  /** base letters without any mark */
  readonly base: string;
  /** the letters' own marks (â ă ơ ư ê ô đ), one sign a letter */
  readonly quality: string;
  readonly tone: string;
}

/** «hoá» and «hóa» are one: the tone belongs to the syllable, whichever vowel bears it. */
function lettersOf(syllable: string): Letters {
  const decomposed = syllable.toLowerCase().normalize('NFD');
  const tone = decomposed.match(toneMarks)?.[0] ?? '';
  const bare = decomposed.replace(toneMarks, '');
  const base = bare.replace(letterMarks, '').replace(/đ/g, 'd');
  let quality = '';
  for (const letter of bare.replace(/đ/g, 'd\u0302')) {
    if (/[\u0302\u0306\u031b]/.test(letter)) quality = `${quality.slice(0, -1)}${letter}`;
    else quality += '.';
  }
  return { base, quality, tone };
}

const known = new Map<string, Letters>();
function cached(syllable: string): Letters {
  let letters = known.get(syllable);
  if (letters === undefined) {
    letters = lettersOf(syllable);
    if (known.size < 20_000) known.set(syllable, letters);
  }
  return letters;
}

/**
 * Says how well printed syllables are the expected ones, which the folded match could not tell: «bàn» and «bán» fold
 * to one. A text without any marks (typed without an input method) passes, an OCR's slip of one mark in a phrase of
 * two or more syllables passes, another word does not.
 *
 * @param printed as it stands, one entry a syllable
 * @param expected lower case, as many
 * @returns 1 for the same letters, less for a slip, 0 for another word
 */
export function confirmLetters(printed: readonly string[], expected: readonly string[]): number {
  if (printed.length !== expected.length) return 0;
  if (printed.every((syllable, i) => syllable === expected[i] || syllable.toLowerCase() === expected[i])) return 1;
  let slips = 0;
  let marks = 0;
  let expectedMarks = 0;
  for (const [i, syllable] of printed.entries()) {
    const wanted = cached(expected[i]!);
    const found = cached(syllable);
    if (found.base !== wanted.base) return 0;
    if (found.tone !== '') marks += 1;
    if (wanted.tone !== '') expectedMarks += 1;
    if (found.tone !== wanted.tone) slips += 0.5;
    for (let letter = 0; letter < found.quality.length; letter += 1) {
      if (found.quality[letter] !== '.') marks += 1;
      if (wanted.quality[letter] !== '.') expectedMarks += 1;
      if (found.quality[letter] !== wanted.quality[letter]) slips += 1;
    }
  }
  if (slips === 0) return 1;
  if (printed.length < 2) return 0;
  if (marks === 0 && expectedMarks > 0) return 0.6;
  return slips <= (printed.length >= 4 ? 1.5 : 1) ? 1 - slips * 0.3 : 0;
}
