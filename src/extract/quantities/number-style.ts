/** Tokens that can be read in one way only, of either style; English ones have a comma before three digits and a dot, or two commas. */
const telling =
  /\d{1,3}(?<english>(?:,\d{3}){2,8}|,\d{3}\.\d)(?!\d)|\d{1,3}(?:(?:\.\d{3}){2,8}|\.\d{3},\d|,\d{1,2})(?!\d)/g;

/** Whether the document groups thousands with commas, by a vote of the numbers that leave no doubt. */
export function isEnglishStyle(text: string): boolean {
  let votes = 0;
  for (const match of text.matchAll(telling)) votes += match.groups?.['english'] === undefined ? -1 : 1;
  return votes > 0;
}
