const letterOrDigit = /[\p{L}\p{N}]/u;

/** One byte a UTF-16 unit: 1 for a letter or digit of any script. Made once, so that scanners ask no pattern a character. */
const table = new Uint8Array(0x1_0000);
for (let code = 0; code < table.length; code += 1) if (letterOrDigit.test(String.fromCharCode(code))) table[code] = 1;

/** Whether a letter or digit stands at `at`; false beyond the text. Astral letters count as none. */
export const isLetterOrDigitAt = (text: string, at: number): boolean => table[text.charCodeAt(at)] === 1;
