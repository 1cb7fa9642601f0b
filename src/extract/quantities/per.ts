import type { Quantity } from '../../model/index.js';
import type { Draft } from './reading.js';
import { unitOfWords } from './unit-lexicon.js';

const noun =
  '(?<noun>năm|tháng|quý|tuần|ngày|vụ|người|hộ|suất|xã|thôn|căn|nhà|lớp|cháu|em|học sinh|khẩu|đợt|buổi|lượt|ha)(?![\\p{L}])';
/** "2,5% mỗi năm", "300.000 đồng một tháng" */
const behind = new RegExp(`^ (?:(?:mỗi|một|hàng|hằng|trên) )${noun}`, 'u');
/** "giảm bình quân hàng năm 2,5%", "mỗi suất trị giá 500.000 đồng" */
const ahead = new RegExp(
  `(?:^|[\\s,;(])(?:mỗi|bình quân (?:hàng|hằng|một)|(?:hàng|hằng)(?= năm (?:giảm|tăng)|$)) ${noun}(?: (?:trị giá|giảm|tăng|là|được|đạt|có|gồm|thu|chi|hỗ trợ|giải quyết|tạo|khoảng|trên|hơn|gần|bình quân|nhận|tặng|vay))*,? ?$`,
  'u',
);

const nounBehind = (words: string): string | undefined => behind.exec(words)?.groups?.['noun'];
const everyOne = /mỗi|bình quân|h[àằ]ng/;
const nounAhead = (words: string): string | undefined =>
  everyOne.test(words) ? ahead.exec(words)?.groups?.['noun'] : undefined;

/**
 * What a rate is measured against, outermost last: "triệu đồng/người/năm" gives người and năm, "giảm bình quân hàng năm
 * 2,5%" gives năm.
 *
 * @param floor the sentence's start; `limit` its end, or the next figure
 */
export function perOf({ per, start, at, end }: Draft, lower: string, floor: number, limit: number): Quantity['per'] {
  const words =
    per?.split('/') ??
    [
      nounBehind(lower.slice(end, Math.min(limit, end + 24))) ??
        nounAhead(lower.slice(Math.max(floor, start - 40), start)) ??
        nounAhead(lower.slice(start, at)),
    ].filter((found) => found !== undefined);
  return words
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '')
    .map((unit) => ({ unit, unitCode: unitOfWords(unit)?.code ?? null }));
}
