const letter = /\p{L}/u;
const number = /\p{N}/u;
const upper = /\p{Lu}/u;

/** One byte a UTF-16 unit, made once, so that scanners ask no pattern a character. */
const kinds = new Uint8Array(0x1_0000);
const isLetter = 1;
const isNumber = 2;
const isUpper = 4;
for (let code = 0; code < kinds.length; code += 1) {
  const character = String.fromCharCode(code);
  if (letter.test(character)) kinds[code] = isLetter | (upper.test(character) ? isUpper : 0);
  else if (number.test(character)) kinds[code] = isNumber;
}

/** Whether a letter or digit of any script stands at `at`; false beyond the text. Astral letters count as none. */
export const isLetterOrDigitAt = (text: string, at: number): boolean =>
  at < text.length && (kinds[text.charCodeAt(at)]! & (isLetter | isNumber)) !== 0;

/** Whether a letter of any script stands at `at`; false beyond the text. Astral letters count as none. */
export const isLetterAt = (text: string, at: number): boolean =>
  at < text.length && (kinds[text.charCodeAt(at)]! & isLetter) !== 0;

/** Whether a capital letter of any script stands at `at`; false beyond the text. */
export const isCapitalAt = (text: string, at: number): boolean =>
  at < text.length && (kinds[text.charCodeAt(at)]! & isUpper) !== 0;

/** Whether a digit of ASCII stands at `at`; false beyond the text. */
export const isDigitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** Whether a space, a line break or the like stands at `at`: what parts two words of a line; false beyond the text. */
export const isSpaceAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10 || code === 9 || code === 160;
};
