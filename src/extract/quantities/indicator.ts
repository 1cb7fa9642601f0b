import type { TextSpan } from '../../model/index.js';
import type { Draft } from './reading.js';

export interface Indicator {
  readonly words: string;
  readonly span: TextSpan;
}

/** Words that open a clause and name nothing: list marks, "Trong đó", "Có", "Tổng số", times. */
const opening =
  /^(?:[\s\-–—+*•·>,;:.…"“”'()[\]]|(?:trong đó|cụ thể|gồm|bao gồm|ngoài ra|đồng thời|đến nay|hiện nay|tổng cộng|tổng số|số lượng|tổng|và|có|còn|đã|thì|là|với|được|nhất là)(?= |$)|(?:trong |từ |đến |vào |của |ước )?(?:quý [ivx\d]+(?:\/| năm )\d{4}|tháng \d{1,2}(?:\/| năm )\d{4}|\d{1,2} tháng (?:đầu|cuối) năm(?: \d{4})?|năm \d{4}|trong năm|cả năm)|số (?!liệu|hóa|hoá|tiền))+/;
/** Words between what is measured and its figure. */
const closing =
  /(?:(?:^|[\s:,"“”'(]+)(?:đạt|là|chỉ|mới|được|có|gồm|bằng|còn|tăng|giảm|lên|xuống|chiếm|ước|với|từ|đến|khoảng|hơn|trên|gần|dưới|tới|đã|bình quân|số tiền)(?=[\s:,"“”'(]|$))*[\s:,"“”'(]*$/;
/** What hangs at the end of the noun phrase after a figure. */
const dangling =
  /(?:(?:^|[\s,/]+)(?:và|với|cho|tại|của|từ|đến|là|trong|có|để|trở|được|bằng)(?=[\s,/]|$))*[\s:,/="“”'(]*$/;
const longestIndicator = 14;

/** Without the marks of notes; the power of "km²" stays. */
const withoutMarks = (words: string): string =>
  words.replace(/(?<!(?:^|[\s\d/])[kcdmh]?m)⁽?[¹²³⁰⁴-⁹]+⁾?/gu, '').trimEnd();

/** Cuts a stretch to the words that name something; null when none are left. */
function phraseOf(text: string, lower: string, start: number, end: number, last: boolean): Indicator | null {
  const stretch = lower.slice(start, end);
  const lead = opening.exec(stretch)?.[0].length ?? 0;
  const rest = stretch.slice(lead);
  const tail = (last ? closing : dangling).exec(rest.slice(-60))?.[0].length ?? 0;
  let from = start + lead;
  const to = end - Math.min(tail, rest.length);
  if (to <= from) return null;
  const words = [...text.slice(from, to).matchAll(/\S+/g)];
  if (words.length > longestIndicator) {
    if (last) from += words[words.length - longestIndicator]!.index;
    else
      return {
        words: withoutMarks(text.slice(from, from + words[longestIndicator]!.index)),
        span: spanOf(text, from, from + words[longestIndicator]!.index),
      };
  }
  const span = spanOf(text, from, to);
  return span.end > span.start && /\p{L}/u.test(text.slice(span.start, span.end))
    ? { words: withoutMarks(text.slice(span.start, span.end)), span }
    : null;
}

function spanOf(text: string, start: number, end: number): TextSpan {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from += 1;
  while (to > from && /[\s,;:.]/.test(text[to - 1]!)) to -= 1;
  return { start: from, end: to };
}

/** First sign from `at` that ends the noun phrase after a figure. */
function phraseEnd(lower: string, at: number, limit: number): number {
  const stop = lower
    .slice(at, limit)
    .search(
      /[;:.()\n]|,(?! (?:công chức|viên chức|thị trấn|thành phố|thị xã|đơn vị|người lao động|hội viên|bài)(?= |$))/,
    );
  return stop < 0 ? limit : at + stop;
}

function clauseStart(lower: string, at: number, floor: number): number {
  for (let left = at - 1; left >= floor; left -= 1) {
    const sign = lower[left]!;
    if (sign === ')') {
      // "giá trị sản xuất (giá so sánh 2010) đạt": what stands in brackets parts nothing.
      const near = Math.max(floor, left - 80);
      const opened = lower.slice(near, left).lastIndexOf('(');
      if (opened >= 0) left = near + opened;
      continue;
    }
    if (sign === ';' || sign === '(' || sign === '\n' || sign === ':') return left + 1;
    if ((sign === ',' || sign === '.') && lower[left + 1] === ' ') return left + 1;
  }
  return floor;
}

/** After a percentage, these say what it is held against, not what it is a share of. */
const heldAgainst =
  /^ ?(?:kế hoạch|chỉ tiêu|dự toán|so với|so cùng|yêu cầu|nhiệm vụ|mục tiêu|trở|tổng|năm|vào|trong|và|với)/;

/**
 * What a figure measures (domain rules, section 7): for a count its noun with what follows, for other figures the words
 * before it in its clause, else the words before the colon, else what the figure before it measured.
 *
 * @param floor the sentence's start; `limit` its end, or the next figure
 * @param previous the figure before this one in the same sentence, with its indicator
 */
export function indicatorOf(
  text: string,
  lower: string,
  draft: Draft,
  floor: number,
  limit: number,
  previous: { readonly end: number; readonly indicator: Indicator | null } | null,
): Indicator | null {
  const from = Math.max(floor, previous?.end ?? floor);
  const clause = clauseStart(lower, draft.start, from);
  // "… cho người dân với tổng kinh phí 4,2 tỷ đồng"
  const means = lower.slice(clause, draft.start).lastIndexOf(' với ');
  const left = () => phraseOf(text, lower, means < 0 ? clause : clause + means + 5, draft.start, true);
  const right = (start: number) => phraseOf(text, lower, start, phraseEnd(lower, start, limit), false);
  if (draft.unitEnd > draft.unitStart && draft.unitCode !== 'VND' && (draft.kind === 'count' || draft.kind === 'ratio'))
    return right(draft.unitStart);
  if (draft.kind === 'percent' && !heldAgainst.test(lower.slice(draft.end, draft.end + 14))) {
    const own = /(?:tỷ lệ|tỉ lệ|tốc độ|mức|chỉ số|đạt|là|chiếm|bằng)[^,;:]*$/.test(lower.slice(clause, draft.start));
    const share = own ? null : right(draft.end);
    if (share !== null) return share;
  }
  const before = left();
  if (before !== null && !/^(?:so với|cùng kỳ|so cùng)/.test(before.words.toLowerCase())) return before;
  // "Tỷ lệ giải ngân …: năm 2022 đạt 36,45% và năm 2023 chỉ đạt 1,67%".
  if (lower[clause - 1] === ':' && clause - 1 > from)
    return phraseOf(text, lower, clauseStart(lower, clause - 1, from), clause - 1, true);
  // "so với cùng kỳ giảm 05 vụ"
  if (draft.kind === 'change' && draft.unit !== '%' && draft.unitEnd > draft.unitStart) return right(draft.unitStart);
  return previous?.indicator ?? null;
}

const held = /^[^.;:()]{0,30}?(?<base>so với [^,.;:()\n]{2,60}|so cùng kỳ[^,.;:()\n]{0,40})/;
const heldBefore = /(?<base>so với [^,.;:()\n]{2,60}?),? ?(?:thì )?(?:đã )?(?:tăng|giảm|vượt|bằng)(?: thêm)? ?$/;
const againstPlan = /^ ?(?<base>(?:kế hoạch|kh(?= |$)|chỉ tiêu|dự toán|tổng số|nghị quyết|cùng kỳ)[^,.;:()\n]{0,40})/;

/** What a change or a percentage is held against, as printed: "so với cùng kỳ", "kế hoạch giao"; null when nothing. */
export function baselineOf(text: string, lower: string, draft: Draft, floor: number, limit: number): string | null {
  const printed = (start: number, base: string) => text.slice(start, start + base.trimEnd().length);
  const after = lower.slice(draft.end, Math.min(limit, draft.end + 110));
  const plan = draft.unit === '%' || draft.kind === 'change' ? againstPlan.exec(after) : null;
  if (plan !== null) return printed(draft.end + plan[0].length - plan.groups!['base']!.length, plan.groups!['base']!);
  const found = held.exec(after);
  if (found !== null)
    return printed(draft.end + found[0].length - found.groups!['base']!.length, found.groups!['base']!);
  if (draft.kind !== 'change') return null;
  const verbEnd = Math.min(draft.at, draft.start + 4);
  const from = Math.max(floor, draft.start - 90);
  const ahead = heldBefore.exec(lower.slice(from, verbEnd));
  return ahead === null ? null : printed(from + ahead.index, ahead.groups!['base']!);
}
