import { symbolLetter } from '../flow/symbol-letters.js';
import { fontHint } from '../legacy/font-encoding.js';
import { decoderOf } from './code-pages.js';
import type { RtfNames } from './rtf-names.js';

const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    emdash: '—',
    endash: '–',
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
    bullet: '•',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    '~': '\u00a0',
    '-': '\u00ad',
    _: '\u2011',
    zwj: '\u200d',
    zwnj: '\u200c',
  }),
);

/** The sign that a control word prints; null for a word that prints none. */
export const signOf = (word: string): string | null => signs.get(word) ?? null;

/** The letters of an RTF: bytes of a code page, Unicode by numbers, and pictograms, as one text. Fonts are numbers of `names`. */
export interface RtfLetters {
  /** null: Windows-1252 */
  setCodePage(codePage: number | null): void;
  /** Keeps bytes of the text; they are decoded together, since a letter may take two. */
  addBytes(bytes: Uint8Array): void;
  /** Decodes what is kept, by the font it is in. */
  decode(font: number | null): void;
  add(letters: string): void;
  /** All since the last time; what is kept must have been decoded. */
  take(): string;
  readonly isEmpty: boolean;
  /** Letters of the file's own code page, whatever the font: names of fonts and styles. */
  decodeName(bytes: Uint8Array): string;
  /** The letter of a `\u`; empty for the first half of a pair. */
  unicode(value: number, font: number | null): string;
}

export function createRtfLetters(names: RtfNames): RtfLetters {
  let codePage: number | null = null;
  let bytes: number[] = [];
  let text = '';
  let highHalf = 0;
  /** A font of an old encoding that was taken for one of symbols has letters all the same. */
  const ofOldEncoding = (font: number | null) => font !== null && fontHint(names.fontName(font)).encoding !== null;
  return {
    setCodePage: (value) => {
      codePage = value;
    },
    addBytes: (more) => {
      for (const byte of more) bytes.push(byte);
    },
    decode: (font) => {
      if (bytes.length === 0) return;
      // Letters of symbol fonts have no meaning as letters; Word keeps them in a private area.
      const isSymbol = names.charset(font) === 2 && !ofOldEncoding(font);
      text += isSymbol
        ? bytes.map(symbolLetter).join('')
        : decoderOf(codePage, names.charset(font))(Uint8Array.from(bytes));
      bytes = [];
    },
    add: (letters) => {
      text += letters;
    },
    take: () => {
      const taken = text;
      text = '';
      return taken;
    },
    get isEmpty() {
      return text === '' && bytes.length === 0;
    },
    decodeName: (letters) => decoderOf(codePage, null)(letters),
    unicode: (value, font) => {
      const code = value < 0 ? value + 65_536 : value;
      if (code >= 0xd800 && code < 0xdc00) {
        highHalf = code;
        return '';
      }
      if (code >= 0xdc00 && code < 0xe000) return highHalf === 0 ? '' : String.fromCharCode(highHalf, code);
      if (code >= 0xf020 && code < 0xf100 && !ofOldEncoding(font)) return symbolLetter(code);
      return String.fromCodePoint(Math.max(0, Math.min(code, 0x10ffff)));
    },
  };
}
