import type { ProvisionUnit } from '../../model/index.js';

/** One value of an item with its place; a range has two ends: "5 đến 9", "5-9". */
export interface ProvisionValue {
  readonly from: string;
  /** null of a single part */
  readonly to: string | null;
  readonly start: number;
  readonly end: number;
}

/** How an item follows the one before it. */
export type Joiner = 'space' | 'comma' | 'and' | 'to';

/** A unit with its values: "khoản 1, 2 và 3". Offsets are into the text that was searched. */
export interface ProvisionItem {
  readonly unit: ProvisionUnit;
  /** the unit as the flat list of provisions prints it: "khoản", "Điều", "Phụ lục số" */
  readonly name: string;
  readonly values: readonly ProvisionValue[];
  readonly start: number;
  readonly end: number;
}

/** Words for a unit: lower case; what the flat list prints. */
const words: readonly (readonly [string, ProvisionUnit, string])[] = [
  ['gạch đầu dòng', 'indent', 'gạch đầu dòng'],
  ['tiểu mục', 'subsection', 'Tiểu mục'],
  ['phụ lục', 'annex', 'Phụ lục'],
  ['phụ biểu', 'form', 'Phụ biểu'],
  ['biểu mẫu', 'form', 'Biểu mẫu'],
  ['mẫu biểu', 'form', 'Mẫu biểu'],
  ['chỉ tiêu', 'item', 'Chỉ tiêu'],
  ['chương', 'chapter', 'Chương'],
  ['khoản', 'clause', 'khoản'],
  ['điểm', 'point', 'điểm'],
  ['điều', 'article', 'Điều'],
  ['phần', 'part', 'Phần'],
  ['biểu', 'form', 'Biểu'],
  ['bảng', 'form', 'Bảng'],
  ['tiết', 'indent', 'tiết'],
  ['đoạn', 'indent', 'đoạn'],
  ['mẫu', 'form', 'Mẫu'],
  ['mục', 'section', 'Mục'],
];
const byWord = new Map(words.map(([word, unit, name]) => [word, { unit, name }]));

const ws = '[ \\t\\n\\u00a0]';
/** "điều" as "điều", "Điều" or "ĐIỀU"; files that passed through old tools have the Icelandic Ð for Đ. */
const cased = (word: string): string => {
  const spaced = (text: string): string =>
    text.replace(/đ/g, '[đð]').replace(/Đ/g, '[ĐÐ]').replaceAll(' ', `${ws}{1,3}`);
  const [first = ''] = word;
  return `(?:${[word, first.toUpperCase() + word.slice(first.length), word.toUpperCase()].map(spaced).join('|')})`;
};
const oneOf = (which: (kind: ProvisionUnit) => boolean): string =>
  `(?:${words
    .filter(([, kind]) => which(kind))
    .map(([word]) => cased(word))
    .join('|')})`;
/** Parts beside the body: they have numbers like a paper's own. */
const isBeside = (kind: ProvisionUnit): boolean => kind === 'annex' || kind === 'form';
const edge = '(?![\\p{L}\\p{N}])';
// Points run a b c d đ e g h …; "12a" is an article put in later, "c1" a point put in later.
const ordinal = `(?:thứ|THỨ)${ws}{1,3}(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|NHẤT|HAI|BA|TƯ|NĂM|[0-9]{1,2}${edge})`;
const number = '[0-9]{1,3}(?:\\.[0-9]{1,3}){0,3}(?:\\.?[a-zđ])?(?![\\p{L}0-9/])';
// Recognition reads II as "ll" or "lI".
const roman = `(?:[IVXLC]{1,6}|[ivx]{2,5}|[Il]{2,3})${edge}`;
const pointLetter = `[a-zđA-ZĐð](?:\\.?[0-9]{1,2})?${edge}`;
/** "Mẫu số 01/TĐKT", "Mẫu 2C-BNV/2008": forms and annexes have symbols of their own. */
const formSymbol = `[0-9]{1,3}[a-zA-Z]{0,2}(?:[/-]\\p{Lu}[\\p{L}0-9]{0,11}){1,3}(?:/(?:19|20)[0-9]{2})?${edge}`;
const value = `(?:${ordinal}|${number}|${roman}|${pointLetter})`;
const join = `${ws}{0,3}(?:[,;]|[-–]|và|hoặc|đến)${ws}{0,3}`;
/** "điểm a), b) khoản 1": the bracket of the list's own marks. */
const closed = '(?:(?<=\\p{L})\\))?';
const values = `${value}${closed}(?:${join}${value}${closed}){0,12}`;
const so = `số${ws}{0,3}:?${ws}{0,3}`;

const beside = `(?<beside>${oneOf(isBeside)})${ws}{1,3}(?<besideSo>${so})?(?<besideValues>${formSymbol}|${values})`;
const within = `(?<within>${oneOf((kind) => !isBeside(kind))})${ws}{1,3}(?<withinSo>${so})?(?<withinValues>${values})`;
const short = `(?<short>[ĐđÐðKk])(?<dot>\\.${ws}{0,2}|${ws})(?<shortValue>[0-9]{1,3}[a-zđ]?|[a-zđ])${edge}`;
const anyItem = `(?<![\\p{L}\\p{N}])(?:${beside}|${within}|${short})`;
const eachItem = new RegExp(anyItem, 'gu');
const firstItem = new RegExp(anyItem, 'uy');
const eachValue = new RegExp(`(?<to>(?:đến|-|–)${ws}{0,3})?(?<value>${value})`, 'gu');
const formStart = new RegExp(`^${formSymbol}$`, 'u');

const squeeze = (text: string): string => text.replace(/[ \t\n\u00a0]+/g, ' ');

function valuesOf(printed: string, at: number, form: boolean): ProvisionValue[] {
  if (form && formStart.test(printed)) return [{ from: printed, to: null, start: at, end: at + printed.length }];
  const found: ProvisionValue[] = [];
  for (const match of printed.matchAll(eachValue)) {
    const { to, value: label } = match.groups as { to?: string; value: string };
    const start = at + match.index + (to?.length ?? 0);
    const end = start + label.length;
    const first = found.at(-1);
    if (to !== undefined && first !== undefined && first.to === null)
      found[found.length - 1] = { ...first, to: squeeze(label), end };
    else found.push({ from: squeeze(label), to: null, start, end });
  }
  return found;
}

/** Whether a unit with a value stands at the head of a text. */
export function opensWithProvision(text: string): boolean {
  firstItem.lastIndex = 0;
  return firstItem.test(text);
}

/** Every unit with values in a short text, in its order. "Điều kiện", "điểm cầu", "khoản tiền" have none. */
export function provisionItems(text: string): ProvisionItem[] {
  const items: ProvisionItem[] = [];
  const undotted: ProvisionItem[] = [];
  for (const match of text.matchAll(eachItem)) {
    const start = match.index;
    const end = start + match[0].length;
    const { groups } = match;
    if (groups?.['short'] !== undefined) {
      const item = shortItem(groups as Record<'short' | 'dot' | 'shortValue', string>, start, end);
      items.push(item);
      if (!groups['dot']!.startsWith('.')) undotted.push(item);
      continue;
    }
    const printedUnit = groups?.['beside'] ?? groups!['within']!;
    const printed = groups?.['besideValues'] ?? groups!['withinValues']!;
    const known = byWord.get(squeeze(printedUnit).toLowerCase().replace(/ð/g, 'đ'))!;
    items.push({
      unit: known.unit,
      name: (groups?.['besideSo'] ?? groups?.['withinSo']) === undefined ? known.name : `${known.name} số`,
      values: valuesOf(printed, end - printed.length, isBeside(known.unit)),
      start,
      end,
    });
  }
  // "đ a k 2 Đ 5": letters without a dot are units only in each other's company.
  return undotted.length === 1 ? items.filter((item) => item !== undotted[0]) : items;
}

/** "Đ.5", "K.2", "đ a": a figure after đ is an article's, a letter a point's. */
function shortItem(
  { short, shortValue }: Readonly<Record<'short' | 'shortValue', string>>,
  start: number,
  end: number,
): ProvisionItem {
  const figure = /^[0-9]/.test(shortValue);
  const word = short.toLowerCase() === 'k' ? 'khoản' : figure ? 'điều' : 'điểm';
  const known = byWord.get(word)!;
  const values = [{ from: shortValue, to: null, start: end - shortValue.length, end }];
  return { unit: known.unit, name: known.name, values, start, end };
}

const between = new RegExp(
  `^${ws}{0,3}(?<words>(?:(?:[,;]|của|tại|thuộc|trong|và|hoặc|cùng|đến|từ|[-–])${ws}{0,3}){0,3})(?:các|những)?${ws}{0,3}$`,
  'u',
);

/** How two items of one chain are joined; null when something else stands between them. */
export function joinerOf(gap: string): Joiner | null {
  const found = between.exec(gap)?.groups?.['words'];
  if (found === undefined || !/[\s,;–-]/u.test(gap)) return null;
  if (/đến|[-–]/u.test(found)) return 'to';
  if (/và|hoặc|cùng|;/u.test(found)) return 'and';
  return found.includes(',') ? 'comma' : 'space';
}

/** Every word for a part of a document; for docs/rules.md. */
export const provisionWords: readonly { readonly word: string; readonly unit: ProvisionUnit }[] = words.map(
  ([word, unit]) => ({ word, unit }),
);
