/** All coordinates are points of the upright page: x from its left edge to the right, y from its top edge down. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One drawn character (or a letter and its combining marks). */
export interface Glyph {
  text: string;
  readonly left: number;
  right: number;
  readonly baseline: number;
  /** of its font, in points as printed */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** place in the drawing order */
  readonly order: number;
  /** the font's name as the file gives it; null when it has none */
  readonly font: string | null;
  /** a drawn space: evidence for a gap between words, never text */
  readonly space: boolean;
}

/** A straight rule, as thin as a stroke. */
export interface Rule extends Box {
  readonly direction: 'horizontal' | 'vertical';
}

export interface PageDrawing {
  /** from 1 */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** in drawing order */
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** share of the page that pictures cover, 0 to 1 */
  readonly pictured: number;
  /** letters drawn aslant: watermarks */
  readonly slanted: number;
  /** glyphs of which the file does not say what letters they are */
  readonly unnamed: number;
  /** names of the fonts it is set in */
  readonly fonts: readonly string[];
  /** letters may stand for others: it has signs that Unicode texts hardly have */
  readonly strange: boolean;
  /** the page had more glyphs or paths than the reader takes */
  readonly cut: boolean;
}

/** Letters between two gaps. */
export interface Word {
  /** raised digits are Unicode superscripts */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** drawing order of its first and last glyph */
  readonly first: number;
  readonly last: number;
}

/** Words on one baseline, from left to right; at least one. */
export interface TextLine {
  readonly words: readonly Word[];
  /** the words with one space between them */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** of most of its letters, in points */
  readonly size: number;
  readonly page: number;
}

/** A line of some words of one baseline. */
export function lineOf(words: readonly Word[], baseline: number, page: number): TextLine {
  let text = '';
  let size = words[0]!.size;
  let mixed = false;
  for (const word of words) {
    text += text === '' ? word.text : ` ${word.text}`;
    if (word.size !== size) mixed = true;
  }
  if (mixed) {
    const letters = new Map<number, number>();
    let most = 0;
    for (const word of words) {
      const count = (letters.get(word.size) ?? 0) + word.text.length;
      letters.set(word.size, count);
      if (count > most) {
        most = count;
        size = word.size;
      }
    }
  }
  return { words, text, left: words[0]!.left, right: words.at(-1)!.right, baseline, size, page };
}
