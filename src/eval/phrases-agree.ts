import { foldWords } from './fold-words.js';

/** Words that a phrase may have or lack and still name the same thing, folded. */
const functionWords = new Set(
  `so luong tong cac nhung moi mot co da dang duoc bi la ve viec trong do o tai cho cua va voi thi ma tu den theo tren con rieng gom bao hien nay uoc dat cung ca toan chi`.split(
    ' ',
  ),
);

const wordsOf = (phrase: string): readonly string[] =>
  foldWords(phrase)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== '');

/** Without the function words that it opens with; a phrase of nothing else stays as it is. */
function withoutLead(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !functionWords.has(word));
  return first < 0 ? words : words.slice(first);
}

/** One phrase: the same words in the same order, but for function words that they open with («Tổng số hộ nghèo», «hộ nghèo»). */
export const isSamePhrase = (one: string, other: string): boolean =>
  withoutLead(wordsOf(one)).join(' ') === withoutLead(wordsOf(other)).join(' ');

/**
 * Two names of one thing: the shorter's words, without function words, stand in the longer in any order, and are three of
 * five of them («buổi tuyên truyền», «tổ chức buổi tuyên truyền»; not «hộ nghèo», «hộ nghèo được hỗ trợ nhà ở»).
 */
export function isNearPhrase(one: string, other: string): boolean {
  const [short, long] = [one, other]
    .map((phrase) => {
      const words = wordsOf(phrase);
      const content = words.filter((word) => !functionWords.has(word));
      return content.length > 0 ? content : words;
    })
    .toSorted((a, b) => a.length - b.length) as [string[], string[]];
  const free = [...long];
  for (const word of short) {
    const at = free.indexOf(word);
    if (at < 0) return false;
    free.splice(at, 1);
  }
  return short.length * 5 >= long.length * 3;
}
