import { numbersInWords, scales } from '../../../text/nlp/confirm-terms.js';
import type { SentenceReading } from '../../../text/nlp/vietnamese-nlp.js';
import { gapBefore, type Scan } from './scan.js';

export const digits = (text: string): number =>
  numbersInWords.get(text.toLowerCase()) ?? Number(text.replace(/[.%\s]/g, ''));
/** The number at a term, with its scale: «6,2 triệu» → 6200000; of a total («12/15») the part, of a range («15-20») the lower bound. */
export function countAt(at: number, words: SentenceReading['words']): number {
  const { text } = words[at]!;
  const scale = words[at + 1]?.tags.has('Scale') ? scales.get(words[at + 1]!.text.toLowerCase()) : undefined;
  if (scale === undefined) return digits(text.split(/[/–-]/u)[0]!);
  // «1.5 triệu», «1,5 triệu»: either mark parts the decimals before a scale; three digits behind a dot are thousands.
  const plain = /^\d{1,3}\.\d{3}$/.test(text) ? digits(text) : Number(text.replace(',', '.'));
  return Math.round(plain * scale);
}
export const decimal = (text: string): number => Number(text.split(/[–-]/u)[0]!.replace('%', '').replace(',', '.'));

/** «tăng 160 xã», «giảm 2,5%»: the size of a change. */
export const isChange = (at: number, words: SentenceReading['words']): boolean =>
  /^(?:tăng|giảm|vượt)$/iu.test(words[at - 1]?.text ?? '');

/** A line of a flattened table: number of the row, words, numbers. */
export const numberedRow =
  /^\s*\d{1,3}\s+(?![^,;:.\d]*\snăm\s+\d{4}\s*$)[^,;:.\d]{2,200}(?:\s+\d[\d.,]{0,12}%?){1,12}\s*$/u;

/** The bodies and places that are called by a number: «Quân khu 4», «Tổ 3», «Khu phố 5». */
const numbered =
  /^(?:[Qq]uân khu|[Qq]uân đoàn|Quận|Vùng|[Kk]hối|Cụm|Tổ|Khu|[Kk]hu phố|[Tt]ổ dân phố|Phường|[Tt]hôn|[Ấấ]p|Làng|Bản|Buôn|[Kk]hóm|[Ll]ớp|Binh đoàn|Sư đoàn|Trung đoàn|Lữ đoàn|Tiểu đoàn|Đại đội)$/u;

/** «Trường Tiểu học Tân Hòa 1 đạt …», «Cienco 4 nhận …», «Thôn 3 được …»: the number belongs to the name before it. */
export function isOfName(scan: Scan, at: number): boolean {
  const { words } = scan.reading;
  const before = words[at - 1];
  if (before === undefined || gapBefore(scan, at) !== ' ') return false;
  if (numbered.test(nameBefore(scan, at))) return true;
  // «Chi hội 3 xã Tân Lập», «Chi bộ 2 được …»
  if (isOfBranch(scan, at)) return true;
  const inName = before.tags.has('Proper') || (at === 1 && /^\p{Lu}\p{Ll}/u.test(before.text));
  return inName && !scan.events.some((event) => event.kind === 'award' && event.last === at);
}

const branchOf = /^[Cc]hi (?:hội|bộ|đoàn)$/u;
/** Whether a number is a branch's: «Chi hội 3 xã Tân Lập», «Chi bộ 2 được …». */
export function isOfBranch(scan: Scan, at: number): boolean {
  const { words } = scan.reading;
  if (at === 0 || !/^[1-9]\d?$/.test(words[at]!.text) || gapBefore(scan, at) !== ' ') return false;
  if (!branchOf.test(nameBefore(scan, at))) return false;
  const [next, name] = words.slice(at + 1, at + 3).map(({ text }) => text);
  if (/^(?:của|được|đạt|thuộc)$/u.test(next ?? '')) return true;
  return /^(?:xã|phường|thôn|ấp|khu)$/u.test(next ?? '') && /^\p{Lu}/u.test(name ?? '');
}

/** The one to three words before a term that make one noun, as printed. */
function nameBefore({ reading: { words } }: Scan, at: number): string {
  const [zeroth, first, second] = [words[at - 3]?.text ?? '', words[at - 2]?.text ?? '', words[at - 1]?.text ?? ''];
  if (second === 'phố') return first === 'dân' ? `${zeroth} ${first} ${second}` : `${first} ${second}`;
  return /^(?:khu|đoàn|đội|hội|bộ)$/u.test(second) ? `${first} ${second}` : second;
}
