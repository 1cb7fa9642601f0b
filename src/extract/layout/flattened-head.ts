import { documentTypes } from '../../text/lexicon/generated/document-types.js';

/** What parts two pieces of a line: where it stands and what it is. */
export interface Gap {
  readonly index: number;
  readonly 0: string;
}

const fewestParts = 3; // the State's name, its motto, and a number or a date
const reach = 1200; // characters in which a flattened letterhead and its title stand
const typeWords = [...new Set(documentTypes.map(({ name_vi }) => name_vi.replace(/\s*\(.*$/u, '').toUpperCase()))]
  .filter((name) => name.length > 5 && !/[/]|CỦA/u.test(name))
  .sort((a, b) => b.length - a.length);

/** What has a line of its own in a letterhead, in the words that offices print. */
const parts = new RegExp(
  [
    'CỘNG H\\p{Lu}{1,2} XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM',
    'Độc lập\\s?[-–—]\\s?Tự do\\s?[-–—]\\s?Hạnh [Pp]húc',
    '[-*_=~]{3,60}',
    'Số\\s{0,2}[:.]{0,2}\\s{0,6}(?:\\d{1,6}\\p{Ll}?\\s{0,2})?[-/]\\s{0,2}[\\p{Lu}\\d][\\p{L}\\d&./-]{1,40}',
    '\\p{Lu}[\\p{L}.]{0,12}(?:[ -]\\p{Lu}[\\p{L}.]{0,12}){0,5}, ?ngày[ .…\\d]{0,12}tháng[ .…\\d]{0,12}năm ?\\d{0,4}',
  ].join('|'),
  'gu',
);
const state = /CỘNG H\p{Lu}{1,2} XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM/u;
const type = new RegExp(`(?<=\\s)(?:${typeWords.join('|')})(?=\\s+[\\p{Lu}V])`, 'u');
const subject = /(?<=\s)V\/[vV](?=\s|:)/u;
/** Where the title of such a line ends. */
const below = /\s(?=(?:Kính (?:gửi|gởi|trình)\s?:|Căn cứ |Thực hiện |Xét đề nghị |Theo đề nghị ))/u;
const address = /\s(?=\p{Lu}\p{Ll}+ (?:qua|cứ|hiện|lời|nhận|khi|thời)[, ])/u;

/**
 * Where a letterhead that was saved as one line parts into its lines: "UBND TỈNH … CỘNG HÒA … Độc lập - … Số: … Hà Nội,
 * ngày … THÔNG TƯ Quy định … Căn cứ …".
 *
 * @returns no gaps for a line that is none
 */
export function flattenedHead(line: string): readonly Gap[] {
  const head = line.slice(0, reach);
  const motto = state.exec(head);
  if (motto === null || motto.index > 200) return [];
  const found = [...head.matchAll(parts)];
  const cuts = new Set(found.flatMap(({ index, 0: part }) => [index, index + part.length]));
  const last = found.at(-1)!.index + found.at(-1)![0].length;
  // Running text may speak of the State and its motto; it has no number, place and date besides.
  if (found.filter(({ 0: part }) => !/^[-*_=~]/u.test(part)).length < fewestParts) return [];
  const rest = head.slice(last);
  const about = type.exec(rest) ?? subject.exec(rest);
  if (about !== null && about.index <= 120) cutTitle(last + about.index, about[0]);
  return [...cuts]
    .filter((at) => at > 0 && at < line.length)
    .sort((a, b) => a - b)
    .map((at): Gap => ({ index: at, 0: /^\s*/u.exec(line.slice(at))![0] }));

  function cutTitle(named: number, word: string): void {
    cuts.add(named);
    if (!word.startsWith('V/')) cuts.add(named + word.length);
    const end = below.exec(head.slice(named));
    if (end === null) return;
    cuts.add(named + end.index);
    const opening = head.slice(named + end.index).trimStart();
    const closed = opening.startsWith('Kính') ? address.exec(opening) : null;
    if (closed !== null) cuts.add(line.indexOf(opening, named) + closed.index);
  }
}
