import { symbolLetter } from './symbol-letters.js';
import { decodeWindows1252 } from './windows-1252.js';

/** What a field shows that has no result of its own. */
export interface Sign {
  readonly text: string;
  /** the font whose letter it is; null for a sign of its own */
  readonly font: string | null;
}

/** The fields of a text, of which one may stand in the code or in the result of another. */
export interface Fields {
  /** @param code where it is known at once; the result follows */
  begin(code?: string): void;
  /** The code ends, the result follows. */
  separate(): void;
  /** @returns the sign that the field stands for where it has no result and is shown itself */
  end(): Sign | null;
  /** Takes a text that stands in a field: of its code, or of its result. */
  add(text: string): void;
  /** whether what comes now is of the code of any field, and no text */
  readonly inCode: boolean;
  /** whether it is of the result of the innermost one */
  readonly inResult: boolean;
  /** What was begun and never ended hides nothing further. */
  forgetCodes(): void;
  reset(): void;
}

interface Field {
  code: string;
  inResult: boolean;
  isEmpty: boolean;
}

/** Codes are some words; the rest is damage. */
const longestCode = 1_000;

export function createFields(): Fields {
  let open: Field[] = [];
  let codes = 0;
  return {
    begin: (code) => {
      open.push({ code: code ?? '', inResult: code !== undefined, isEmpty: true });
      if (code === undefined) codes += 1;
    },
    separate: () => {
      const field = open.at(-1);
      if (field === undefined || field.inResult) return;
      field.inResult = true;
      codes -= 1;
    },
    end: () => {
      const field = open.pop();
      if (field === undefined) return null;
      if (!field.inResult) codes -= 1;
      const sign = field.isEmpty && codes === 0 ? signOf(field.code) : null;
      if (sign !== null) for (const outer of open) outer.isEmpty = false;
      return sign;
    },
    add: (text) => {
      const field = open.at(-1);
      if (field === undefined || text === '') return;
      if (!field.inResult) {
        if (field.code.length < longestCode) field.code += text;
      } else if (field.isEmpty) for (const outer of open) outer.isEmpty = false;
    },
    get inCode() {
      return codes > 0;
    },
    get inResult() {
      return open.at(-1)?.inResult ?? false;
    },
    forgetCodes: () => {
      open = open.filter(({ inResult }) => inResult);
      codes = 0;
    },
    reset: () => {
      open = [];
      codes = 0;
    },
  };
}

/** `SYMBOL 183 \f "Symbol" \s 10`: the number of a letter, in tens or in sixteens. @source ECMA-376 part 1, 17.16.5.68 */
const symbolCode = /^\s*SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})(?=\s|\\|$)/i;
const symbolFonts = /^(?:symbol|wingdings(?: [23])?|webdings|zapf ?dingbats|monotype sorts|mt extra)$/i;

/** Word writes the sign of a SYMBOL field as its result; Word 95 and programs that write RTF leave the code alone. */
function signOf(code: string): Sign | null {
  const number = Number(symbolCode.exec(code)?.[1] ?? Number.NaN);
  if (Number.isNaN(number) || number < 32 || number > 0x10ffff) return null;
  const named = /\\f\s*(?:"([^"]*)"|([^\s"\\]+))/i.exec(code);
  const font = named?.[1] ?? named?.[2] ?? null;
  if (font !== null && symbolFonts.test(font)) return { text: symbolLetter(number), font: null };
  const isUnicode = number > 0xff || /\\u(?![a-z])/i.test(code);
  if (number >= 0xd800 && number < 0xe000) return null;
  return { text: isUnicode ? String.fromCodePoint(number) : decodeWindows1252(Uint8Array.of(number)), font };
}
