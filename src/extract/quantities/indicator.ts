import { clauseStart } from './clause.js';
import { commendationBefore, commended, namesAward } from './commendation.js';
import {
  type Around,
  heldAgainst,
  type Measured,
  type Position,
  together,
  type Whole,
  withAt,
} from './figure-context.js';
import { indicatorOfCount } from './indicator-of-count.js';
import { indicatorOfMeasure } from './indicator-of-measure.js';
import { itemOf, listAround } from './list-of-figures.js';
import { type Phrase, phraseOf, under } from './phrase.js';
import { type PhraseBefore, phraseBefore } from './phrase-before.js';
import type { Draft } from './reading.js';
import { unitOfWords } from './unit-lexicon.js';

/** "trong đó", "gồm": what follows are parts of the figure before. */
const opensParts = /(?:^|[\s,;:(])(?:trong đó|bao gồm|gồm|riêng)(?=[\s:,]|$)/;
/** "12 km; diện tích tự nhiên gồm 393 ha": what has parts is named anew. */
const ofAnother = /;[^;]*[\p{L}][^;,]* (?:bao )?gồm [^;,]*$/u;
/** Names of a measure of its own, which is no part of the one before. */
const fullName =
  /^(?:tỷ lệ|tỉ lệ|tổng|diện tích|sản lượng|năng suất|giá trị|doanh thu|thu nhập|kinh phí|vốn|mức|tốc độ|chỉ số|thu ngân sách|chi ngân sách|số)(?![\p{L}])/iu;

/**
 * What a figure measures (domain rules, section 7): for a count its noun with what is said of it; for other figures the
 * subject of its clause, else the words before the colon, else what the figure before it measured. A part stands under
 * the name of its whole.
 */
export function measure(position: Position): Measured {
  const { text, lower, drafts, index, floor, end, after, head, wholeOfList } = position;
  const draft = drafts[index]!;
  const bracket = closedBracket(position, draft);
  const previous = bracket === null ? position.previous : bracket.outside;
  const from = Math.max(floor, previous?.draft.end ?? floor);
  const limit = Math.min(end, drafts[index + 1]?.start ?? end);
  const clause = nameStart(lower, clauseStart(lower, draft.start, from), from, draft.start);
  const before = wordsBefore(position, draft, clause, from, previous);
  const gap = previous === null ? '' : lower.slice(bracket?.end ?? previous.draft.end, draft.start);
  const whole =
    previous === null
      ? wholeOfList
      : draft.rule === 'quantity/facet'
        ? (previous.whole ?? wholeOf(previous))
        : beginsParts(gap)
          ? wholeOf(previous)
          : stillPart(previous, gap);
  const counts =
    draft.unitEnd > draft.unitStart &&
    draft.unit !== '%' &&
    draft.unitCode !== 'VND' &&
    (draft.kind === 'count' || draft.kind === 'ratio' || (draft.kind === 'change' && isThing(draft)));
  // Written out: copying the position field by field is many times faster than spreading it.
  const around: Around = {
    text,
    lower,
    drafts,
    index,
    floor,
    end,
    previous,
    after,
    head,
    wholeOfList,
    draft,
    before,
    clause,
    from,
    limit,
    gap,
    whole,
  };
  const list = listAround(around);
  const gift =
    counts && draft.kind !== 'change'
      ? commendationBefore(text, lower, from, draft.start, previous?.commendation ?? null)
      : null;
  const recipient = gift === null || !isRecipient(draft) ? null : recipientOf(around);
  const given = gift === null || recipient === null ? null : commended(recipient, gift);
  const own =
    given ??
    (list === null ? null : itemOf(around, list)) ??
    (counts ? indicatorOfCount(around) : indicatorOfMeasure(around));
  const how = own !== null && saysOnlyHow.test(own.words);
  const named = how && previous?.own != null ? previous.own : own === null || how ? (list ?? head) : own;
  const indicator =
    given === null && named !== null && whole !== null && isPart(around, named, whole)
      ? under(whole.name, named)
      : named;
  const coordinated = previous !== null && together.test(gap);
  const sameActor = coordinated || (previous !== null && / ?(?:với|và|gồm|có) $/.test(gap) && !/[.;:]/.test(gap));
  return {
    draft,
    indicator,
    action: before.action ?? (coordinated ? previous.action : null),
    actor: before.actor ?? (sameActor ? previous.actor : null),
    whole,
    own: named,
    list,
    previous,
    matter: draft.unit !== 'đồng' ? null : previous?.matter != null && before.verbal ? previous.matter : isMatter(own),
    commendation: gift ?? (!counts && isTie(gap) ? (previous?.commendation ?? null) : null),
  };
}

/** "(Bằng khen cho 2 tập thể (66%), …": what was given goes on over what is said of its count. */
const isTie = (gap: string): boolean => gap.length < 60 && !/[.]/.test(gap);

/** Whoever may be given an award: people, households, bodies. */
const isRecipient = ({ unit }: Draft): boolean =>
  /^(?:people|household|administrative|organisation)$/.test(unitOfWords(unit)?.dimension ?? '') && !namesAward(unit);

/** Words after a recipient that praise him and do not tell him apart. */
const praises =
  /^(?:tiêu biểu|xuất sắc|điển hình|dẫn đầu|(?:đã )?có (?:thành tích|nhiều|sáng kiến)|hoàn thành|thực hiện tốt|dũng cảm|nhân (?:dịp|tổng kết))/u;

/** The name of those who are counted, without what they are praised for; null where they have a predicate of their own. */
function recipientOf({ text, lower, draft, after, index, end }: Around): Phrase | null {
  const { span, rest } = after(index, end);
  if (rest === null) return phraseOf(text, span);
  const words = lower.slice(rest.start, rest.end);
  if (/(?:^| )(?:được|đạt|bị|đăng ký|tham gia|tham dự)(?: |$)/.test(words) || namesAward(words)) return null;
  return phraseOf(text, praises.test(words) ? { start: draft.unitStart, end: draft.unitEnd } : span);
}

/**
 * "… là 1.245 người (trong đó xuất khẩu lao động 87 người), đạt 103,7% kế hoạch": what follows a bracket goes on about the
 * figure before it. Null where the figure before stands in no bracket that has closed.
 */
function closedBracket(
  { lower, floor, previous }: Position,
  draft: Draft,
): { readonly outside: Measured | null; readonly end: number } | null {
  if (previous === null) return null;
  const closing = lower.slice(previous.draft.end, draft.start).indexOf(')');
  if (closing < 0) return null;
  const least = Math.max(floor, previous.draft.start - longestBracket);
  const before = lower.slice(least, previous.draft.end);
  const opening = before.lastIndexOf('(');
  if (opening < 0 || before.lastIndexOf(')') > opening) return null;
  let outside: Measured | null = previous;
  while (outside !== null && outside.draft.start > least + opening) outside = outside.previous;
  return outside === null ? null : { outside, end: previous.draft.end + closing + 1 };
}
const longestBracket = 300;

/** "Kế hoạch: 120 ha", "Thực hiện: 134 ha": how a figure is meant, not what it measures. */
const saysOnlyHow =
  /^(?:(?:(?:cao|thấp) hơn |vượt )?(?:mức )?kế hoạch|kh|dt|thực hiện|chỉ tiêu|dự toán|kết quả|mục tiêu|đăng ký|ước|đạt|tỷ lệ|tỉ lệ|số lượng|chỉ số)(?: (?:giao|được giao|tỉnh giao|huyện giao|xã giao|năm|thực hiện|đạt được|cả năm|đề ra|pháp lệnh|toàn ngành|cho (?:cả năm|toàn ngành)))*$/iu;

/** Sums that others are a use of are called so: "Nhu cầu kinh phí", "Tổng nguồn vốn". */
const isMatter = (own: Phrase | null): Phrase | null =>
  own !== null &&
  /(?:^|\s)(?:kinh phí|vốn|dự toán|số tiền|mức|nhu cầu|ngân sách được giao|quỹ)(?=\s|$)/iu.test(own.words)
    ? own
    : null;

/** Whether the words between two figures say that the second is a part of the first. */
function beginsParts(gap: string): boolean {
  if (!gap.includes('gồm') && !gap.includes('trong đó') && !gap.includes('riêng')) return false;
  const near = gap.slice(-120);
  return opensParts.test(near) && !ofAnother.test(near);
}

export const wholeOf = ({ own, draft }: Measured): Whole | null =>
  own === null ? null : { name: own, unit: draft.unit };

const isThing = ({ unitCode }: Draft): boolean => unitCode !== 'times' && unitCode !== 'percent_point';

/** Parts go on in a list: "trong đó 05 ở xã, 01 ở huyện"; a clause of its own, or a whole sentence, ends them. */
const stillPart = ({ whole }: Measured, gap: string): Whole | null =>
  whole !== null && gap.length < 60 && !/[.;]/.test(gap) ? whole : null;

/** A name of a measure, and no verb that parts it from a figure. */
const nameGoesOn =
  /^[\s\-–+*•]*(?:trong đó:? )?(?:tỷ lệ|tỉ lệ|tổng|diện tích|sản lượng|giá trị|kinh phí|số|thu|chi) (?!(?:[^,]* )?(?:đạt|là|tăng|giảm|có|còn|được|đã|đang|ước|chiếm|gồm|bằng|tại|trong|do|với|ngày|từ|đến)(?: |$))[^:;.()]*$/u;
const namesAnew =
  /^ (?:tỷ lệ|tỉ lệ|tổng|diện tích|sản lượng|giá trị|kinh phí|số|thu|chi|năng suất|vốn|đàn|trong|đã|đạt|ước|tăng|giảm|chiếm|bằng|đến|với|hiện|có|còn|riêng|cao (?:hơn|nhất)|thấp (?:hơn|nhất)|năm|vượt|được)(?![\p{L}])/u;

/** "Tỷ lệ đậu vào các trường đại học, cao đẳng trên 70%": the name of a measure goes on over its commas. */
function nameStart(lower: string, clause: number, from: number, at: number): number {
  if (clause - 1 <= from || lower[clause - 1] !== ',' || namesAnew.test(lower.slice(clause, at))) return clause;
  let start = clause;
  // A name with more than four commas is a list.
  for (let commas = 0; commas < 4 && start - 1 > from && lower[start - 1] === ','; commas += 1) {
    start = clauseStart(lower, start - 1, from);
    if (nameGoesOn.test(lower.slice(start, clause - 1))) return start;
  }
  return clause;
}

/** A sum is told after one of these. */
const costWord = /giá |phí |tiền /;
const costAhead = / (?:tổng )?(?:trị giá|kinh phí|giá trị|số tiền) (?:là |trên |hơn )?$/;
const seams = [' và ', ' cho ', ' gồm ', ' có ', ' là ', ' tại ', ' ở ', ' thuộc ', ' đối với '] as const;

/** Where the words behind the last of the seams begin; -1 when there is none. */
function lastSeam(between: string): number {
  let [found, behind] = [-1, -1];
  for (const seam of seams) {
    const at = between.lastIndexOf(seam);
    if (at > found) [found, behind] = [at, at + seam.length - 1];
  }
  return behind;
}

function wordsBefore(
  { text, lower }: Position,
  draft: Draft,
  clause: number,
  from: number,
  previous: Measured | null,
): PhraseBefore {
  // "… cho người dân với tổng kinh phí 4,2 tỷ đồng"
  const means = withAt(lower, clause, draft.start);
  let start = means < 0 ? clause : means + 5;
  // Without a sign between, the words up to "và" go on about the figure before.
  if (previous !== null && clause === from && means < 0) {
    const between = lower.slice(from, draft.start);
    const cost = costWord.test(between) ? costAhead.exec(between) : null;
    const anew = measureAnew.exec(between);
    const seam = anew === null ? lastSeam(between) : anew.index + 3;
    if (cost !== null) start = from + cost.index;
    else if (seam > 0) start = from + seam;
    else if (heldAgainst.test(lower.slice(from, from + 14))) start = draft.start;
  }
  // "lên tới trên 60 và số lượng học sinh là": what stands before a number belongs to that.
  const anew = /\d/.test(lower.slice(start, draft.start)) ? measureAnew.exec(lower.slice(start, draft.start)) : null;
  if (anew !== null) start += anew.index + 4;
  return phraseBefore(text, lower, Math.min(start, draft.start), draft.start);
}

const measureAnew = / và (?=(?:số|tỷ lệ|tỉ lệ|tổng|diện tích|sản lượng|đàn|giá trị)(?![\p{L}])[^\d]*$)/u;

/** Whether the words name a part of the whole before, and no measure of their own. */
function isPart({ draft, before, gap }: Around, own: Phrase, whole: Whole): boolean {
  if (draft.kind === 'change' || draft.kind === 'percent' || fullName.test(own.words)) return false;
  // "trong đó có 16 chi hội …, với tổng số 450 hội viên": another thing is counted.
  if (/ với (?:tổng số )?$/.test(gap)) return false;
  // "45 đơn thư (gồm 12 đơn khiếu nại)", "đảng viên …, trong đó đảng viên chính thức": the part says whose it is.
  const [first = '', second = ''] = own.words.toLowerCase().split(' ');
  if (
    second !== '' &&
    (whole.unit.startsWith(first) || whole.name.words.toLowerCase().startsWith(`${first} ${second}`))
  )
    return false;
  // "trong đó có 13 mô hình đã đạt mục tiêu" names itself; "trong đó 795 tổ chức", "trong đó lúa 450 ha" do not.
  const short = own.words.split(' ').length <= 3;
  return short && (before.span === null || !before.verbal);
}
