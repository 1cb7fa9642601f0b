/** Parts of a document that stand before its name: "điểm a khoản 2 Điều 103 của Bộ luật Hình sự". */
export interface ProvisionsBefore {
  /** offset where the first part begins */
  readonly start: number;
  /** in the order of the text: ["khoản 3", "Điều 15"] */
  readonly provisions: readonly string[];
}

const unit = '(?:điểm|khoản|điều|tiểu mục|mục|chương|phần|phụ lục|phụ biểu|mẫu|biểu mẫu|biểu|bảng|tiết|chỉ tiêu)';
// Vietnamese points run a b c d đ e g h …; "12a" is an article put in later.
const value =
  '(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){0,3}[a-zđ]?(?![\\p{L}0-9/])|[IVXLC]{1,6}(?![\\p{L}0-9])|[a-zđ](?![\\p{L}0-9])|thứ (?:nhất|hai|ba|tư|năm))';
const join = '[ \\t\\n]{0,2}(?:[,;]|-|–|và|hoặc|đến)[ \\t\\n]{0,2}';
const item = `${unit}[ \\t\\n]{1,2}(?:số[ \\t\\n:]{1,2})?${value}(?:${join}${value}){0,12}`;
const between = '(?:[ \\t\\n]{0,2}(?:[,;]|của|tại|thuộc|và|hoặc|đến|từ)){0,2}[ \\t\\n]{1,2}(?:các[ \\t\\n]{1,2})?';
const bridge =
  '[ \\t\\n]{0,2},?[ \\t\\n]{0,2}(?:(?:của|tại|thuộc|trong|(?:được )?(?:ban hành )?kèm theo|ban hành theo)[ \\t\\n]{1,2})?';
const chain = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!danh[ \\t\\n])(?<chain>${item}(?:${between}${item}){0,12})${bridge}$`,
  'iu',
);
/** Cheap look before the long pattern: a value and a bridge must stand right before the name. */
const tail =
  /(?:[0-9][a-zđ]?|[IVXLC]|[ \t\n][a-zđ]|nhất|hai|ba|tư|năm)(?:[ \t\n,]|của|tại|thuộc|trong|được|ban hành|kèm theo|theo){1,8}$/iu;
const eachItem = new RegExp(
  `(?<unit>${unit})[ \\t\\n]{1,2}(?<so>số[ \\t\\n:]{1,2})?(?<values>${value}(?:${join}${value}){0,12})`,
  'giu',
);
const eachValue = new RegExp(`(?<to>đến[ \\t\\n]{1,2}|-[ ]?|–[ ]?)?(?<value>${value})`, 'giu');

const capitalised = new Set([
  'điều',
  'phụ lục',
  'phụ biểu',
  'mẫu',
  'biểu',
  'biểu mẫu',
  'bảng',
  'chương',
  'phần',
  'mục',
  'tiểu mục',
  'chỉ tiêu',
]);

function nameOf(printedUnit: string, so: string, printedValue: string): string {
  const lower = printedUnit.toLowerCase().replace(/\s+/g, ' ');
  const name = capitalised.has(lower) ? lower[0]!.toUpperCase() + lower.slice(1) : lower;
  return `${name} ${so === '' ? '' : 'số '}${printedValue}`;
}

/**
 * Reads the chain of provisions that ends right before `end`, where the document's type word begins.
 *
 * @param from the chain does not reach back beyond this offset
 * @returns null when none stands there; "Điều kiện", "điểm trường", "mục tiêu" are none, for no value follows them
 */
export function provisionsBefore(text: string, from: number, end: number): ProvisionsBefore | null {
  const start = Math.max(from, end - 240); // longest chain seen in decrees: about 160 characters
  const window = text.slice(start, end);
  if (!tail.test(window.slice(-40))) return null;
  const found = chain.exec(window);
  const words = found?.groups?.['chain'];
  if (found === null || words === undefined) return null;
  const provisions: string[] = [];
  for (const { groups } of words.matchAll(eachItem)) {
    const { unit: printedUnit, so = '', values } = groups as { unit: string; so?: string; values: string };
    for (const { groups: one } of values.matchAll(eachValue)) {
      const to = one!['to'] !== undefined && provisions.length > 0;
      const name = nameOf(printedUnit, so, one!['value']!);
      // A range is one provision: "Điều 5 đến Điều 9".
      if (to) provisions.push(`${provisions.pop()} đến ${name}`);
      else provisions.push(name);
    }
  }
  return { start: start + found.index, provisions };
}
