import type { Provision, ProvisionUnit } from '../../model/index.js';
import { isLetterOrDigitAt, isSpaceAt } from '../../text/letter-or-digit.js';
import { joinerOf, opensWithProvision, type ProvisionItem, provisionItems } from './provision-items.js';
import { type ChainedItem, provisionTree } from './provision-tree.js';
import { typeWordAt } from './type-words.js';

/** Parts of a document as the text names them beside it. Offsets are into the searched text. */
export interface Provisions {
  /** offset where the first part begins */
  readonly start: number;
  readonly end: number;
  /** in the order of the text: ["khoản 3", "Điều 15"]; a range within one unit is one: "Điều 5 đến Điều 9" */
  readonly provisions: readonly string[];
  /** spans count from the text's beginning */
  readonly tree: readonly Provision[];
}

const ws = '[ \\t\\n\\u00a0]';
const bridge = new RegExp(
  `^${ws}{0,3},?${ws}{0,3}(?:(?:của|tại|thuộc|trong|(?:được${ws}{1,3})?(?:ban hành${ws}{1,3})?kèm${ws}{1,3}theo|ban${ws}{1,3}hành${ws}{1,3}theo)${ws}{1,3})?$`,
  'u',
);
/** Cheap look before the long pattern: a value and a bridge must stand right before the name. */
const tail =
  /(?:[0-9](?:[a-zđ]|[/-][\p{L}0-9/-]{1,16})?|[IVXLCl]|[ \t\n\u00a0][a-zđð][0-9]{0,2}|[a-zđ]\)|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:[ \t\n\u00a0,]|của|tại|thuộc|trong|được|ban hành|kèm theo|theo){1,14}$/iu;
/** What stands between a value and the name behind it, word by word. */
const bridgeWords = new Set(['của', 'tại', 'thuộc', 'trong', 'được', 'ban', 'hành', 'kèm', 'theo']);
/** How a value of a provision may end: a figure, a letter, a Roman numeral, an ordinal in words, a form's symbol. */
const valueEnd =
  /^(?:[0-9]+[a-zđ]?|[a-zđA-ZĐð][0-9]{0,2}|[IVXLC]+|[ivx]+|[Il]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|NHẤT|HAI|BA|TƯ|NĂM)$/u;
const longestWord = 16;

/** A cheap look at the word before the bridge: nearly every name has an everyday word before it. */
function mayFollowValue(text: string, from: number, end: number): boolean {
  let at = end;
  for (let words = 0; words < 6; words += 1) {
    while (at > from && (isSpaceAt(text, at - 1) || text[at - 1] === ',')) at -= 1;
    const bracket = text[at - 1] === ')';
    if (bracket) at -= 1;
    let start = at;
    while (start > from && at - start < longestWord && isLetterOrDigitAt(text, start - 1)) start -= 1;
    const word = text.slice(start, at);
    if (bracket || !bridgeWords.has(word))
      return start > from && (text[start - 1] === '/' || text[start - 1] === '-' || valueEnd.test(word));
    at = start;
  }
  return true;
}
const longestChain = 240; // longest chain seen in decrees: about 160 characters

/**
 * Reads the chain of provisions that ends right before `end`, where the document's type word begins.
 *
 * @param from the chain does not reach back beyond this offset
 * @returns null when none stands there; "Điều kiện", "điểm trường", "mục tiêu" are none, for no value follows them
 */
export function provisionsBefore(text: string, from: number, end: number): Provisions | null {
  const start = Math.max(from, end - longestChain);
  if (!mayFollowValue(text, start, end) || !tail.test(text.slice(Math.max(start, end - 40), end))) return null;
  const window = text.slice(start, end);
  const items = provisionItems(window);
  const last = items.at(-1);
  if (last === undefined || !bridge.test(window.slice(last.end))) return null;
  let first = items.length - 1;
  while (first > 0 && joinerOf(window.slice(items[first - 1]!.end, items[first]!.start)) !== null) first -= 1;
  // "Danh mục C" is a list with a name.
  while (first < items.length && /danh[ \t\n]{1,3}$/iu.test(window.slice(0, items[first]!.start))) first += 1;
  return first === items.length ? null : read(window, items.slice(first), start);
}

const first = '(?=[ĐđÐðkKpPmMbBcCtTgG])';
const each = `(?:các${ws}{1,3})?`;
/** "tại", "quy định tại", "(", "," or nothing between a document and its provisions. */
const opening = new RegExp(
  `(?:,?${ws}{1,3}(?:(?:được${ws}{1,3})?(?:quy${ws}{1,3}định|nêu|ghi)${ws}{1,3})?(?<at>tại|ở)${ws}{1,3}|${ws}{0,3}(?<bracket>\\()${ws}{0,3}(?:(?:tại|theo)${ws}{1,3})?|${ws}{0,3}(?<comma>,)${ws}{0,3}|${ws}{1,3})${each}${first}`,
  'uy',
);
const laterBracket = new RegExp(`\\(${ws}{0,3}(?:(?:tại|theo)${ws}{1,3})?${each}${first}`, 'uy');

type Opening = 'at' | 'bracket' | 'comma' | 'none';

/**
 * Reads the provisions that follow a document: "Luật … tại Điều 5", "Quyết định số … (khoản 2 Điều 3)",
 * "Luật Đất đai, Điều 5". Without a word or sign between, only a unit with a capital is one ("Luật Đất đai Điều 5").
 * Annexes and forms behind a document are mostly the report's own: "theo Kế hoạch số … (Phụ lục 01)".
 *
 * @param at end of the document's number, date and issuer
 * @param limit where the next reference begins, its own provisions included
 * @returns null when none stands there, or when they belong to a document named after them
 */
export function provisionsAfter(text: string, at: number, limit: number): Provisions | null {
  opening.lastIndex = at;
  const groups = opening.exec(text)?.groups;
  if (groups !== undefined) {
    const kind = (['at', 'bracket', 'comma'] as const).find((name) => groups[name] !== undefined) ?? 'none';
    return chainAt(text, opening.lastIndex, limit, kind);
  }
  // After the title: "Quyết định số … về việc … (khoản 2 Điều 3)".
  const bracket = bracketAfter(text, at);
  if (bracket < 0) return null;
  laterBracket.lastIndex = bracket;
  return laterBracket.test(text) ? chainAt(text, laterBracket.lastIndex, limit, 'bracket') : null;
}

const longestTitle = 200;

/** The bracket that opens behind a title, before any other sign that ends one; -1 when none does. */
function bracketAfter(text: string, at: number): number {
  for (let next = at; next < text.length && next - at <= longestTitle; next += 1) {
    const code = text.charCodeAt(next);
    if (code === 0x28) return next > at ? next : -1;
    if (code === 0x2e || code === 0x3b || code === 0x29 || code === 0x0a) return -1;
  }
  return -1;
}

const inBody: ReadonlySet<ProvisionUnit> = new Set(['part', 'chapter', 'section', 'article', 'clause', 'point']);
const ownerLead = /^[ \t\n\u00a0]{0,3},?[ \t\n\u00a0]{1,3}(?:(?:của|tại|thuộc|trong)[ \t\n\u00a0]{1,3})?(?=\p{Lu})/u;

function chainAt(text: string, at: number, limit: number, opened: Opening): Provisions | null {
  if (at >= limit || (opened === 'none' && !/\p{Lu}/u.test(text[at]!))) return null;
  const window = text.slice(at, Math.min(limit, at + longestChain));
  if (!opensWithProvision(window)) return null;
  const items = provisionItems(window);
  const [head] = items;
  if (head?.start !== 0 || (opened !== 'at' && !inBody.has(head.unit))) return null;
  // "…, mục 2 nêu": after a comma a section or part may be the report's.
  if (opened === 'comma' && (head.unit === 'section' || head.unit === 'part')) return null;
  let last = 0;
  while (last < items.length - 1 && joinerOf(window.slice(items[last]!.end, items[last + 1]!.start)) !== null)
    last += 1;
  const { end } = items[last]!;
  const rest = text.slice(at + end, at + end + 60);
  // A bracket holds nothing else; the value "b)" may have taken its end.
  if (opened === 'bracket' && !/^[ \t\n]{0,3}[);,]/u.test(rest) && window[end - 1] !== ')') return null;
  // "Luật …\nĐiều 5. Phạm vi": a heading's own number.
  if (opened === 'none' && /^[ \t]{0,2}[.:]/u.test(rest)) return null;
  if (/^[ \t\n\u00a0]{1,3}(?:này|kèm)(?![\p{L}])/u.test(rest)) return null;
  // Parts of a document that is named behind them.
  const owner = ownerLead.exec(rest);
  if (owner !== null && typeWordAt(text, at + end + owner[0].length) !== null) return null;
  return read(window, items.slice(0, last + 1), at);
}

function read(window: string, items: readonly ProvisionItem[], base: number): Provisions {
  const chain = items.map(
    (item, index): ChainedItem => ({
      item,
      joiner: index === 0 ? null : joinerOf(window.slice(items[index - 1]!.end, item.start)),
    }),
  );
  return {
    start: base + items[0]!.start,
    end: base + items.at(-1)!.end,
    provisions: items.flatMap(({ name, values }) =>
      values.map(({ from, to }) => (to === null ? `${name} ${from}` : `${name} ${from} đến ${name} ${to}`)),
    ),
    tree: provisionTree(chain, base),
  };
}
