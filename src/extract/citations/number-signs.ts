/** White space within a number, as a pattern. */
export const gap = '[ \\t\\n\\u00a0]{0,3}';
/** Slashes of all scripts, for a class of characters. */
export const slashes = '/\\u2044\\u2215\\uff0f';
/** A pattern that is tried at `lastIndex` alone. */
export const sticky = (source: string): RegExp => new RegExp(source, 'uy');

/** The text without its white space. */
export const squeeze = (text: string): string => text.replace(/[ \t\n\u00a0]+/g, '');
const misread: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
};
/** Figures that recognition read as letters: "l79" → "179". */
export const repairDigits = (text: string): string =>
  /^[0-9]*$/.test(text) ? text : text.replace(/[OoQlI|SBZ]/g, (sign) => misread[sign]!);
