/** The signs of Symbol and Wingdings that offices write lists with, by their place in the font. */
const signs: Readonly<Record<number, string>> = {
  43: '+',
  45: '-',
  108: '●',
  110: '■',
  113: '❑',
  118: '❖',
  159: '•',
  167: '▪',
  168: '◻',
  183: '•',
  216: '➢',
  224: '→',
  240: '⇨',
  252: '✓',
  254: '☑',
};

/** A letter of a symbol font, which word processors keep in the private area from F000, as the sign it draws. */
export const symbolLetter = (code: number): string => signs[code & 0xff] ?? String.fromCharCode(0xf000 + (code & 0xff));

/** The signs of symbol fonts in a text that keeps them in the private area. */
export const drawSymbols = (text: string): string =>
  text.replace(/[\uf020-\uf0ff]/g, (letter) => symbolLetter(letter.charCodeAt(0)));
