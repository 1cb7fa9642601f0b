import type { TextSpan } from '../../model/index.js';
import { clauseStart } from './clause.js';
import { joined, type Phrase, phraseOf, trimmed, under } from './phrase.js';
import { type PhraseAfter, phraseAfter } from './phrase-after.js';
import { namesActor, type PhraseBefore, phraseBefore } from './phrase-before.js';
import type { Draft } from './reading.js';

/** A figure with what it measures, as the figures after it in the sentence see it. */
export interface Measured {
  readonly draft: Draft;
  readonly indicator: Phrase | null;
  /** what was done with it ("xây mới và sửa chữa"), without the figure */
  readonly action: TextSpan | null;
  /** the body or place that did it, where its clause names one */
  readonly actor: TextSpan | null;
  /** what the figure that this one is a part of measures ("trong đó …") */
  readonly whole: Whole | null;
  /** what it measures, without the name of its whole */
  readonly own: Phrase | null;
  /** of a sum of money: what sums after it in the sentence are a use of ("Nhu cầu kinh phí …, đã cấp …") */
  readonly matter: Phrase | null;
}

interface Whole {
  readonly name: Phrase;
  readonly unit: string;
}

/** One figure among those of its block, and the sentence around it. */
export interface Position {
  readonly text: string;
  readonly lower: string;
  readonly drafts: readonly Draft[];
  readonly index: number;
  /** the sentence's start and end */
  readonly floor: number;
  readonly end: number;
  /** the figure before this one in the same sentence */
  readonly previous: Measured | null;
  readonly after: PhrasesAfter;
}

/** The noun phrase of each figure's unit, up to `end`; read once, since figures named together look at one another's. */
export type PhrasesAfter = (index: number, end: number) => PhraseAfter;

export function phrasesAfter(text: string, lower: string, drafts: readonly Draft[]): PhrasesAfter {
  const known: PhraseAfter[] = [];
  return (index, end) => {
    const { unitStart, unitEnd } = drafts[index]!;
    known[index] ??= phraseAfter(text, lower, unitStart, unitEnd, Math.min(end, drafts[index + 1]?.start ?? end));
    return known[index];
  };
}

/** After a percentage, these say what it is held against, not what it is a share of. */
const heldAgainst =
  /^ ?(?:kế hoạch|kh(?= |[.,;)]|$)|chỉ tiêu|dự toán|so với|so cùng|cùng kỳ|yêu cầu|nhiệm vụ|mục tiêu|nghị quyết|trở|tổng|năm|vào|trong|và|với|khối lượng)/;
/** Between two figures that are named together: "03 tập thể và 12 cá nhân". */
const together = /^(?:,| và|, và|;| hoặc|,? cùng) ?$/;
const inOneClause = /^(?:,| và|, và| hoặc|,? cùng) ?$/;
/** "trong đó", "gồm": what follows are parts of the figure before. */
const opensParts = /(?:^|[\s,;:(])(?:trong đó|bao gồm|gồm)(?=[\s:,]|$)/;
/** "12 km; diện tích tự nhiên gồm 393 ha": what has parts is named anew. */
const ofAnother = /;[^;]*[\p{L}][^;,]* (?:bao )?gồm [^;,]*$/u;
/** Figures that one verb is said of are not more than these. */
const mostTogether = 6;
/** What may be said of several things at once: "… được tặng Bằng khen", "… đang hoạt động". */
const predicate =
  /(?:^| )(?:được|bị|đạt|đã|đang|chưa|không|tham gia|đăng ký|hoàn thành|thành lập|vi phạm|có thành tích|ngừng|giải thể|mới)(?= )/;
/** Heads that say nothing without what they are spent on or made of. */
const genericHead =
  /^(?:kinh phí|số tiền|tiền|trị giá|giá trị|vốn|nguồn vốn|số vốn|kinh phí thực hiện|mức|mức hỗ trợ|mức đầu tư|tổng mức đầu tư|nguồn kinh phí|tỷ lệ|tỉ lệ)$/;
/** Verbs that add nothing to what is counted. */
const lightVerb =
  /^(?:(?:đã )?(?:tổ chức|phối hợp tổ chức|xảy ra|ghi nhận|thực hiện|triển khai|mở|có|đạt|gồm|làm|duy trì|thu hút|thu hút sự tham gia của|với sự tham gia của))(?: được)?$/i;
/** Words after a measure that are no thing measured. */
const noThing =
  /^ ?(?:so|với|của|cho|để|từ|và|trong|tại|ở|trên|dưới|đến|tới|theo|do|được|bằng|là|vào|năm|trở|đã|mỗi|một|bình quân|cùng|hoặc|nhưng|thì|mà|nhằm|qua|về|sau|trước|hỗ trợ|xây dựng|làm|thực hiện|phục vụ|đạt|tăng|giảm|chiếm|này|đó|trong đó|tương|còn|ngoài|hàng|hằng|không|có)(?![\p{L}])/u;
/** "phân bổ … cho các huyện", "đóng góp … làm đường" */
const complement =
  /^ (?:cho|để|làm|vào|từ (?:nguồn|ngân sách|quỹ)|hỗ trợ|xây dựng|mua|sửa chữa|thực hiện|tặng|giúp)(?= )/;
/** Names of a measure of its own, which is no part of the one before. */
const fullName =
  /^(?:tỷ lệ|tỉ lệ|tổng|diện tích|sản lượng|năng suất|giá trị|doanh thu|thu nhập|kinh phí|vốn|mức|tốc độ|chỉ số|thu ngân sách|chi ngân sách|số)(?![\p{L}])/iu;

/**
 * What a figure measures (domain rules, section 7): for a count its noun with what is said of it; for other figures the
 * subject of its clause, else the words before the colon, else what the figure before it measured. A part stands under
 * the name of its whole.
 */
export function measure(position: Position): Measured {
  const { lower, drafts, index, floor, end, previous } = position;
  const draft = drafts[index]!;
  const from = Math.max(floor, previous?.draft.end ?? floor);
  const limit = Math.min(end, drafts[index + 1]?.start ?? end);
  const clause = clauseStart(lower, draft.start, from);
  const before = wordsBefore(position, draft, clause, from);
  const gap = previous === null ? '' : lower.slice(previous.draft.end, draft.start);
  const whole =
    previous === null
      ? null
      : opensParts.test(gap.slice(-120)) && !ofAnother.test(gap.slice(-120))
        ? wholeOf(previous)
        : stillPart(previous, gap);
  const counts =
    draft.unitEnd > draft.unitStart &&
    draft.unit !== '%' &&
    draft.unitCode !== 'VND' &&
    (draft.kind === 'count' || draft.kind === 'ratio' || (draft.kind === 'change' && isThing(draft)));
  const around: Around = { ...position, draft, before, clause, from, limit, gap, whole };
  const own = counts ? ofCount(around) : ofMeasure(around);
  const indicator = own !== null && whole !== null && isPart(around, own) ? under(whole.name, own) : own;
  const coordinated = previous !== null && together.test(gap);
  return {
    draft,
    indicator,
    action: before.action ?? (coordinated ? previous.action : null),
    actor: before.actor ?? (coordinated ? previous.actor : null),
    whole,
    own,
    matter: draft.unit !== 'đồng' ? null : previous?.matter != null && before.verbal ? previous.matter : own,
  };
}

const wholeOf = ({ own, draft }: Measured): Whole | null => (own === null ? null : { name: own, unit: draft.unit });

interface Around extends Position {
  readonly draft: Draft;
  readonly before: PhraseBefore;
  readonly clause: number;
  readonly from: number;
  readonly limit: number;
  /** between the figure before and this one */
  readonly gap: string;
  readonly whole: Whole | null;
}

const isThing = ({ unitCode }: Draft): boolean => unitCode !== 'times' && unitCode !== 'percent_point';

/** Parts go on in a list: "trong đó 05 ở xã, 01 ở huyện"; a clause of its own, or a whole sentence, ends them. */
const stillPart = ({ whole }: Measured, gap: string): Whole | null =>
  whole !== null && gap.length < 60 && !/[.;]/.test(gap) ? whole : null;

function wordsBefore({ text, lower, previous }: Position, draft: Draft, clause: number, from: number): PhraseBefore {
  // "… cho người dân với tổng kinh phí 4,2 tỷ đồng"
  const means = withAt(lower, clause, draft.start);
  let start = means < 0 ? clause : means + 5;
  // Without a sign between, the words up to "và" go on about the figure before.
  if (previous !== null && clause === from && means < 0) {
    const between = lower.slice(from, draft.start);
    const cost = / (?:tổng )?(?:trị giá|kinh phí|giá trị|số tiền) (?:là |trên |hơn )?$/.exec(between);
    const seam = [...between.matchAll(/ (?:và|cho|gồm|có|là) /g)].at(-1);
    if (cost !== null) start = from + cost.index;
    else if (seam !== undefined) start = from + seam.index + seam[0].length - 1;
    else if (heldAgainst.test(lower.slice(from, from + 14))) start = draft.start;
  }
  return phraseBefore(text, lower, Math.min(start, draft.start), draft.start);
}

/** The last "với" that brings a means or a cost; none in "đối với", "so với". */
function withAt(lower: string, from: number, to: number): number {
  const found = lower.slice(from, to).lastIndexOf(' với ');
  const at = from + found;
  return found < 0 || /(?:đối|so|cùng|gắn|hợp|kết)$/.test(lower.slice(Math.max(from, at - 5), at)) ? -1 : at;
}

/** The words before the colon that a clause follows: "Tổng số vụ vi phạm: 18.642 vụ". */
function lead({ text, lower, clause, floor }: Around): PhraseBefore | null {
  let at = clause - 1;
  while (at > floor && lower[at] === ' ') at -= 1;
  if (at <= floor || lower[at] !== ':') return null;
  return phraseBefore(text, lower, clauseStart(lower, at, floor), at);
}

/** "Một số địa phương giảm diện tích lúa: Hà Nội giảm 5 nghìn ha": what a list of places is of. */
function leadOfActor(around: Around): Phrase | null {
  const { text, before, clause, from } = around;
  return before.actor !== null && before.actor === before.span && clause - 1 > from
    ? subjectOf(text, lead(around))
    : null;
}

/** The words before a figure as the name of what it measures; null when they say who, what was done, or against what. */
function subjectOf(text: string, phrase: PhraseBefore | null): Phrase | null {
  if (phrase === null || phrase.verbal || phrase.actor === phrase.span) return null;
  const subject = phraseOf(text, phrase.span);
  return subject === null || /^(?:so với|cùng kỳ|so cùng|(?:bình quân|trung bình)$)/i.test(subject.words)
    ? null
    : subject;
}

/** Whether the words name a part of the whole before, and no measure of their own. */
function isPart({ draft, before }: Around, own: Phrase): boolean {
  if (draft.kind === 'change' || draft.kind === 'percent' || fullName.test(own.words)) return false;
  // "trong đó có 13 mô hình đã đạt mục tiêu" names itself; "trong đó 795 tổ chức", "trong đó lúa 450 ha" do not.
  const short = own.words.split(' ').length <= 3;
  return short && (before.span === null || !before.verbal);
}

function ofCount(around: Around): Phrase | null {
  const { text, draft, before, gap, previous, whole } = around;
  const after = around.after(around.index, around.end);
  // "18,2 tiêu chí/xã" measures criteria; per what is a field of its own.
  const span =
    after.bare && draft.per !== null ? trimmed(text, draft.unitStart, draft.unitStart + draft.unit.length) : after.span;
  const unit = phraseOf(text, span);
  const reached =
    draft.kind === 'ratio' &&
    before.action !== null &&
    /^(?:hoàn thành|giải quyết|xử lý|thực hiện)/i.test(text.slice(before.action.start));
  if (reached) return joined([phraseOf(text, before.action), unit]);
  if (!after.bare) return unit;
  const subject = subjectOf(text, before);
  const head = draft.unit.split(' ').slice(0, 2).join(' ');
  const repeats =
    previous !== null &&
    (previous.draft.unit === draft.unit || previous.own?.words.toLowerCase().startsWith(`${head} `))
      ? previous.own
      : null;
  // "giảm 02 mô hình so với quý I" is said of the models before it.
  if (draft.kind === 'change') return subject ?? leadOfActor(around) ?? repeats ?? phraseOf(text, before.span) ?? unit;
  const said = saidOfAll(around);
  if (said !== null) return joined([unit, phraseOf(text, said)]);
  // A name of three words says enough: "35 gương điển hình".
  if (unit !== null && unit.words.split(' ').length > 2) return unit;
  if (subject !== null) return subject;
  const named = together.test(gap);
  if (before.span === null) {
    const words = lead(around);
    const led = subjectOf(text, words);
    if (led !== null && !namesActor(led.words)) return led;
    // "Tiêm vắc xin cho chó, mèo: 1.204/2.310 con"
    const done = draft.kind === 'ratio' ? phraseOf(text, words?.action ?? null) : null;
    if (done?.words.includes(' ') === true) return done;
    if (repeats !== null && whole?.unit === draft.unit) return whole.name;
    if (repeats !== null && !named) return repeats;
  }
  if (whole !== null) return unit;
  // "phân bổ 21 tỷ đồng vốn sự nghiệp cho 06 huyện"
  if (before.span === null && previous?.own != null && / cho $/.test(gap) && !/[,;:]/.test(gap))
    return joined([previous.own, phraseOf(text, trimmed(text, draft.start - 4, draft.start)), unit]);
  const action = before.action ?? (named ? (previous?.action ?? null) : null);
  const done = phraseOf(text, action);
  return done === null || lightVerb.test(done.words) ? unit : joined([done, unit]);
}

/** What the last of several figures named together says of them all. */
function saidOfAll({ text, lower, drafts, index, end, after }: Around): TextSpan | null {
  for (let at = index + 1; at < drafts.length && at <= index + mostTogether; at += 1) {
    const [left, right] = [drafts[at - 1]!, drafts[at]!];
    if (right.start >= end || !inOneClause.test(lower.slice(left.end, right.start))) return null;
    if (right.kind !== 'count' && right.kind !== 'ratio') return null;
    const { rest } = after(at, end);
    if (rest === null) continue;
    const found = predicate.exec(lower.slice(rest.start - 1, rest.end));
    return found === null ? null : trimmed(text, rest.start - 1 + found.index, rest.end);
  }
  return null;
}

function ofMeasure(around: Around): Phrase | null {
  const { text, lower, draft, before, from, clause, gap, previous, whole } = around;
  const held = draft.unit === '%' && heldAgainst.test(lower.slice(draft.end, draft.end + 16));
  const relative = draft.kind === 'change' || held;
  if (draft.kind === 'percent' && !held) {
    const share = shareOf(around);
    if (share !== null) return share;
  }
  const subject = subjectOf(text, before);
  if (subject !== null) return withMatter(around, subject);
  const thing = relative || draft.kind === 'percent' ? null : phraseOf(text, thingMeasured(around));
  const inherited =
    before.span === null && together.test(gap) && previous?.draft.kind === 'count' ? previous.action : null;
  const done = relative ? null : phraseOf(text, before.verbal ? before.span : thing === null ? inherited : null);
  if (done !== null) {
    if (thing !== null) return joined([phraseOf(text, before.action ?? inherited), thing]);
    // "Nhu cầu kinh phí là 9 tỷ đồng, đã cấp 6 tỷ đồng"
    if (draft.unit === 'đồng' && previous?.draft.unit === 'đồng' && previous.matter !== null && whole === null)
      return under(previous.matter, done);
    return joined([done, phraseOf(text, used(around))]);
  }
  if (thing !== null) return thing;
  if (before.span === null && (previous === null || clause > previous.draft.end)) {
    const led = lead(around);
    // "Tỷ lệ giải ngân …: năm 2022 đạt 36,45% và năm 2023 chỉ đạt 1,67%".
    if (led?.span != null && clause - 1 > from) return phraseOf(text, led.span);
  }
  const led = leadOfActor(around);
  if (led !== null) return led;
  // "; khu vực doanh nghiệp giữ vai trò chính, ước đạt 3.687 tỷ đồng": the clause before this one names it.
  if (before.span === null && gap.includes(';') && clause - 1 > from) {
    const named = subjectOf(text, phraseBefore(text, lower, clauseStart(lower, clause - 1, from), clause - 1));
    if (named !== null) return named;
  }
  return previous?.own ?? phraseOf(text, before.span);
}

/** "60% hồ sơ công việc cấp huyện": a share is named by what it is a share of. */
function shareOf({ text, lower, draft, before, clause, limit, drafts, index, end }: Around): Phrase | null {
  const left = lower.slice(clause, draft.start);
  if (before.span !== null && /(?:tỷ lệ|tỉ lệ|tốc độ|mức|chỉ số|tỷ trọng|ước|tăng|giảm)[^,;:]*$/.test(left))
    return null;
  if (/(?:đạt|là|chiếm|bằng|còn)[^,;:]*$/.test(left)) return null;
  if (lower[draft.start - 1] === '(' || !/^ (?=[\p{L}])/u.test(lower.slice(draft.end, draft.end + 2))) return null;
  const after = phraseAfter(text, lower, draft.end, draft.end, limit);
  if (after.span === null) return null;
  // "80% hồ sơ cấp tỉnh, 60% hồ sơ cấp huyện được xử lý trên mạng"
  const next = drafts[index + 1];
  if (next?.unit === '%' && next.start < end && /^,? (?:và )?$/.test(lower.slice(after.span.end, next.start))) {
    const other = phraseAfter(text, lower, next.end, next.end, Math.min(end, drafts[index + 2]?.start ?? end)).span;
    const head = lower.slice(after.span.start, after.span.start + 6);
    const words = other === null ? '' : lower.slice(other.start, other.end);
    const found = words.startsWith(head) ? predicate.exec(words) : null;
    const own = predicate.test(lower.slice(after.span.start, after.span.end));
    if (found !== null && other !== null && !own)
      return joined([phraseOf(text, after.span), phraseOf(text, trimmed(text, other.start + found.index, other.end))]);
  }
  return phraseOf(text, after.span);
}

/** "kinh phí", "tỷ lệ" say nothing alone: of what, or for what, stands before them. */
function withMatter({ text, lower, draft, previous, clause, floor }: Around, subject: Phrase): Phrase {
  const head = subject.words.toLowerCase();
  if (!genericHead.test(head)) return subject;
  const before = previous?.own ?? null;
  if (/^(?:tỷ|tỉ) lệ$/.test(head)) return before === null ? subject : (joined([subject, before]) ?? subject);
  if (draft.kind === 'percent') return subject;
  if (previous !== null && before !== null) {
    if (previous.draft.unitCode === 'VND') return subject;
    const action = /giá/.test(head) ? null : phraseOf(text, previous.action);
    const said = action === null || before.words.startsWith(action.words.slice(0, 8));
    return joined([subject, said ? null : action, before]) ?? subject;
  }
  const means = withAt(lower, clause, subject.span.start);
  if (means < 0) return subject;
  const done = phraseBefore(text, lower, clauseStart(lower, means, floor), means);
  return joined([subject, phraseOf(text, done.action ?? done.span)]) ?? subject;
}

/** "3.450 m2 đất", "16 tỷ đồng vốn sự nghiệp": the noun right after a measure or a sum. */
function thingMeasured({ text, lower, draft, limit }: Around): TextSpan | null {
  const { end } = draft;
  if (lower[end] !== ' ' || noThing.test(lower.slice(end, end + 14)) || !/\p{L}/u.test(lower[end + 1] ?? ''))
    return null;
  // "80 triệu đồng Quỹ Vì người nghèo": a name is whose it is.
  if (text[end + 1] !== lower[end + 1]) return null;
  return phraseAfter(text, lower, end, end, limit).span;
}

/** What a sum was for, or whence: "cho các huyện", "từ nguồn xã hội hóa". */
function used({ text, lower, draft, limit }: Around): TextSpan | null {
  const found = complement.exec(lower.slice(draft.end, Math.min(limit, draft.end + 20)));
  if (found === null) return null;
  const start = draft.end;
  return phraseAfter(text, lower, start, start + found[0].length, limit).span;
}
