import { isCapitalAt, isLetterOrDigitAt, isSpaceAt } from '../../text/letter-or-digit.js';
import { documentTypes } from '../../text/lexicon/generated/document-types.js';
import { phraseTable } from '../../text/phrase-table.js';

/** A kind of document by name. */
export interface TypeWord {
  /** code of data/document-types.csv; null for a generic head ("Văn bản") */
  readonly code: string | null;
  /** the name in lower case, single spaces */
  readonly name: string;
  /** may stand before a number without a symbol: "Kế hoạch số 1045", "Đề án 939" */
  readonly bare: boolean;
}

/** Names that a bare number may follow (document-numbers.md, 2); parts of programmes may not. */
const bareNames =
  'kế hoạch|quyết định|nghị định|nghị quyết|chỉ thị|thông tư|công văn|đề án|báo cáo|kết luận|hướng dẫn|tờ trình|thông báo|quy định|pháp lệnh|luật|công điện|thông tri';

/** Words of practice that the table does not list, and the abbreviations used as words ("NĐ 98/2023/NĐ-CP"). */
const more: readonly (readonly [string, string | null])[] = [
  ['công văn', 'CV'],
  ['văn bản', null],
  ['văn bản số', null],
  ['thư', null],
  ['tài liệu', null],
  ['phiếu trình', null],
  ['nghị quyết chuyên đề', 'NQ'],
  ['nghị quyết liên tịch', 'NQLT'],
  ['nghị quyết', 'NQ'],
  ['quyết định', 'QĐ'],
  ['quy định', 'QyĐ'],
  ['kế hoạch', 'KH'],
  ['hướng dẫn', 'HD'],
  ['thông tri', 'TT'],
  ['thông tư', 'TT'],
  ['chỉ thị', 'CT'],
  ['kết luận', 'KL'],
  ['lệnh', 'L-CTN'],
  ['sắc lệnh', 'SL'],
  ['bản án', 'BA'],
  ['quyết định cá biệt', 'QĐ'],
  ['giấy chứng nhận', 'GCN'],
  ['nq', 'NQ'],
  ['qđ', 'QĐ'],
  ['ct', 'CT'],
  ['nđ', 'NĐ'],
  ['tt', 'TT'],
  ['ttlt', 'TTLT'],
  ['kh', 'KH'],
  ['cv', 'CV'],
  ['bc', 'BC'],
  ['kl', 'KL'],
  ['hd', 'HD'],
  ['tb', 'TB'],
  ['ttr', 'TTr'],
];

const table = new Map<string, TypeWord>();
const bare = new Set(bareNames.split('|'));
const add = (name: string, code: string | null) => {
  if (!table.has(name)) table.set(name, { code, name, bare: bare.has(name) });
};
for (const [name, code] of more) add(name, code);
for (const row of documentTypes) {
  // "Nghị quyết (cá biệt)", "Nghị quyết của Quốc hội", "Cam kết / Công khai": the words before say the kind.
  const name = row.name_vi
    .toLowerCase()
    .replace(/\s*[(/].*$/u, '')
    .replace(/ của .*$/u, '')
    .trim();
  if (row.family === 'other' && /^(?:tc|t)c/iu.test(row.code) && row.code !== 'TC') continue;
  if (name !== '' && !['cá biệt', 'giám đốc thẩm', 'điều lệ đảng'].includes(name)) add(name, row.code || null);
}
// Both ways of placing the tone mark are met: "thỏa thuận", "thoả thuận"; names differ in nothing else.

const ahead = phraseTable(table);
const behind = phraseTable(table, { backwards: true });
/** As words, the abbreviations are all capitals; "tt" or "kh" in small letters is something else. */
const isAbbreviation = ({ name }: TypeWord): boolean =>
  name.length <= 4 && !name.includes(' ') && !['luật', 'lệnh', 'thư'].includes(name);
const abbreviations: ReadonlySet<TypeWord> = new Set([...table.values()].filter(isAbbreviation));

/** Offsets of the beginnings of the last words before `end`, nearest first; stops at anything but letters and white space. */
function wordsBefore(text: string, end: number, limit: number): number[] {
  const starts: number[] = [];
  let at = end;
  while (at > 0 && isSpaceAt(text, at - 1) && end - at < 4) at -= 1;
  while (starts.length < limit) {
    let word = at;
    while (word > 0 && isLetterOrDigitAt(text, word - 1)) word -= 1;
    if (word === at) break;
    starts.push(word);
    at = word;
    let gap = 0;
    while (at > 0 && isSpaceAt(text, at - 1) && gap < 4) {
      at -= 1;
      gap += 1;
    }
    if (gap === 0) break;
  }
  return starts;
}

export interface PlacedTypeWord {
  readonly word: TypeWord;
  readonly start: number;
  readonly end: number;
  /** "Quyết định" as against "quyết định": a definite document is meant */
  readonly capital: boolean;
  /** recognition or a PDF's text layer spoiled its letters: "Quyêt đinh" */
  readonly damaged?: true;
}

const placed = (text: string, start: number, end: number, word: TypeWord): PlacedTypeWord => ({
  word,
  start,
  end,
  capital: isCapitalAt(text, start),
});

/** The longest type word that ends exactly at `end`; null when none does. */
export function typeWordEndingAt(text: string, end: number): PlacedTypeWord | null {
  const word = behind.longestAt(text, end);
  if (word === null) return null;
  const start = behind.edge();
  if (abbreviations.has(word)) {
    const printed = text.slice(start, end);
    if (printed.toLowerCase() === printed) return null;
  }
  return placed(text, start, end, word);
}

/** The longest type word that begins exactly at `start`; null when none does. */
export function typeWordAt(text: string, start: number): PlacedTypeWord | null {
  const word = ahead.longestAt(text, start);
  return word === null ? null : placed(text, start, ahead.edge(), word);
}

/**
 * The nearest capitalised type word before `end`, with only words between ("Kế hoạch triển khai công tác số 12/KH-SNV"):
 * at most `limit` words, no punctuation.
 */
export function typeWordBefore(text: string, end: number, limit: number): PlacedTypeWord | null {
  for (const start of wordsBefore(text, end, limit)) {
    if (!isCapitalAt(text, start)) continue;
    const found = typeWordAt(text, start);
    if (found !== null && found.end < end && found.word.name.includes(' ')) return found;
  }
  return null;
}

/** Every word for a kind of document; for docs/rules.md. */
export const typeWords = (): readonly TypeWord[] => [...table.values()];
