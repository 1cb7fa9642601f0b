/**
 * The signs of Symbol and Wingdings that offices write lists and bounds with, by their place in the font. Where the two
 * fonts differ, the sign that reports hold counts: Symbol's «≥» before Wingdings' clocks and compasses.
 */
const signs: Readonly<Record<number, string>> = {
  42: '*',
  43: '+',
  45: '-',
  60: '<',
  61: '=',
  62: '>',
  108: '●',
  110: '■',
  113: '❑',
  118: '❖',
  159: '•',
  163: '≤',
  167: '▪',
  168: '◻',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  190: '-',
  216: '➢',
  224: '→',
  240: '⇨',
  252: '✓',
  254: '☑',
};

/** A letter of a symbol font, which word processors keep in the private area from F000, as the sign it draws. */
export const symbolLetter = (code: number): string => signs[code & 0xff] ?? String.fromCharCode(0xf000 + (code & 0xff));

/**
 * A text in a symbol font whose letters were kept where Latin ones are, as old converters leave them: «³» in Symbol is «≥».
 * Letters and figures of plain text stay: fonts lie, and a paragraph may be called Symbol for its bullet.
 */
export function drawFontSymbols(text: string, font: string | null): string {
  if (font === 'Symbol') return text.replace(/[\u00a1-\u00ff]/g, (letter) => signs[letter.charCodeAt(0)] ?? letter);
  const sign = text.trim();
  return /^Wingdings$/i.test(font ?? '') && sign.length === 1 ? (signs[sign.charCodeAt(0)] ?? text) : text;
}

/** The signs of symbol fonts in a text that keeps them in the private area. */
export const drawSymbols = (text: string): string =>
  text.replace(/[\uf020-\uf0ff]/g, (letter) => symbolLetter(letter.charCodeAt(0)));
