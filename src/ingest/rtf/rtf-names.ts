/** The two tables of an RTF that give names to numbers. */
export type NameTable = 'fonts' | 'styles';

/** Reads the tables of fonts and styles, and tells what they say. A number that no table has is `null`. */
export interface RtfNames {
  /** Another table of styles: what has no number in it has 0. */
  beginStyles(): void;
  /** A word of a table: the number that is named next, or in what letters a font is. */
  word(table: NameTable, name: string, value: number | null): void;
  /** Letters of names, each of which ends with a semicolon. */
  add(table: NameTable, letters: string): void;
  /** The table has ended: what is left is no name. */
  end(): void;
  fontName(font: number | null): string | null;
  /** as `\fcharset` gives it */
  charset(font: number | null): number | null;
  styleName(style: number): string | null;
}

export function createRtfNames(): RtfNames {
  const fonts = new Map<number, { readonly name: string; readonly charset: number | null }>();
  const styles = new Map<number, string>();
  let font = 0;
  let style = 0;
  let letters = '';

  const put = (table: NameTable, name: string): void => {
    if (table === 'styles') {
      if (!styles.has(style)) styles.set(style, name);
      return;
    }
    const known = fonts.get(font);
    if (known === undefined || known.name === '') fonts.set(font, { name, charset: known?.charset ?? null });
  };
  return {
    beginStyles: () => {
      style = 0;
    },
    word: (table, name, value) => {
      if (table === 'styles') {
        if (name === 's') style = value ?? 0;
      } else if (name === 'f') font = value ?? 0;
      else if (name === 'fcharset') fonts.set(font, { name: '', charset: value });
    },
    add: (table, more) => {
      const names = (letters + more).split(';');
      letters = names.pop()!;
      for (const name of names) put(table, name.trim());
    },
    end: () => {
      letters = '';
    },
    fontName: (number) => (number === null ? null : (fonts.get(number)?.name ?? null)),
    charset: (number) => (number === null ? null : (fonts.get(number)?.charset ?? null)),
    styleName: (number) => styles.get(number) ?? null,
  };
}
