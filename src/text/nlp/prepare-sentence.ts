/** Same length, so that offsets hold: what joins two words in print parts them for compromise, and note marks vanish. */
export function prepareSentence(sentence: string): string {
  let text = sentence;
  for (const { signs, pattern, put } of preparations) if (signs.test(text)) text = text.replace(pattern, put);
  return text;
}

interface Preparation {
  /** nothing is looked for in a text without them */
  readonly signs: RegExp;
  readonly pattern: RegExp;
  readonly put: (found: string, ...groups: readonly string[]) => string;
}
const space = (): string => ' ';
const preparations: readonly Preparation[] = [
  { signs: /[/\-–—_]/, pattern: /(?<=\p{L})[/\-–—_](?=\p{L})/gu, put: space },
  { signs: /[¹²³⁰-⁹⁽⁾]/, pattern: /[¹²³⁰-⁹⁽⁾]/gu, put: space },
  { signs: /[ \u00a0]%/, pattern: /(\d)([ \u00a0])%/gu, put: (_, figure, gap) => `${figure}%${gap}` },
  {
    signs: /[;.][^ \n]/,
    pattern: /(?<=\p{L})[;.](?=\d)|(?<=\p{L});(?=\p{L})|(?<=\p{Ll})\.(?=\p{Lu}\p{Ll})/gu,
    put: space,
  },
  {
    signs: /\d,\d/,
    pattern: /(?<![\d,.])\d\d(?:,\d\d){2,9}(?![\d,.%])/g,
    put: (list) => list.replace(/,/g, ' '),
  },
  // «Giấy khen:15 tập thể,63 cá nhân(98%);CSTĐCS:45 người»: no space behind the signs.
  {
    signs: /[,:;(][^\s\d]|[^\s\d][,:(]\d|\);/,
    pattern:
      /(?<=[\p{L})%])[,:](?=[\p{L}\d])|(?<=\d):(?=\p{L})|(?<=\d),(?=\p{L})|(?<=[)%]);(?=\p{L})|(?<=\p{L})\((?=\p{L})/gu,
    put: space,
  },
  { signs: /["“”«»]/, pattern: /(?<=\s)["“”«»](?=\s)/gu, put: space },
  // «nhiệm vụ , có 6 chi bộ»: a comma stands at the word before it.
  { signs: / ,/, pattern: /(?<=\p{L}) ,(?= )/gu, put: () => ', ' },
  { signs: /[()+]/, pattern: /[(+](?=\d)|(?<=[\d%])[)+]/g, put: space },
  { signs: /[\n\r\t\u00a0]/, pattern: /[\n\r\t\u00a0]/g, put: space },
];
