import type { TextSpan } from '../../model/index.js';
import { clauseStart } from './clause.js';
import {
  type Around,
  heldAgainst,
  lead,
  leadOfActor,
  namedBefore,
  predicate,
  together,
  withAt,
} from './figure-context.js';
import { joined, type Phrase, phraseOf, trimmed, under } from './phrase.js';
import { phraseAfter } from './phrase-after.js';
import { phraseBefore } from './phrase-before.js';

/** Heads that say nothing without what they are spent on or made of. */
const genericHead =
  /^(?:kinh phí|số tiền|tiền|trị giá|giá trị|vốn|nguồn vốn|số vốn|kinh phí thực hiện|mức|mức hỗ trợ|mức đầu tư|tổng mức đầu tư|nguồn kinh phí|tỷ lệ|tỉ lệ)$/;
/** What is made of shares. */
const structure = /(?:^|[\s.;])(?:cơ cấu|tỷ trọng|tỉ trọng)(?: [^.;:]{0,50})?$/;
/** What is said of a measure before its figure. */
const turnOfMeasure =
  /(?<=^[^\d]*(?:diện tích|sản lượng|số|tỷ lệ|tỉ lệ|kinh phí|vốn|giá trị|năng suất|doanh thu|thu nhập|thu ngân sách|kim ngạch|tổng|đàn) [^\d]*) (?:(?:đã|đang|vẫn|tiếp tục|có xu hướng) )?(?:tăng|giảm|vượt|duy trì|ổn định|được)(?= |$)/u;
/** "bảo vệ tốt diện tích cao su, hiện có 2.106 ha" */
const hasNow = /^ (?:hiện|hiện nay|đến nay|nay) (?:có|còn|đạt|là)/;
const measureAtEnd = /(?<![\p{L}])(?:diện tích|đàn|nguồn vốn|quỹ) [\p{L} ]{2,40}$/u;
/** Words after a measure that are no thing measured. */
const noThing =
  /^ ?(?:so|với|của|cho|để|từ|và|trong|tại|ở|trên|dưới|đến|tới|theo|do|được|bằng|là|vào|năm|trở|đã|mỗi|một|bình quân|cùng|hoặc|nhưng|thì|mà|nhằm|qua|về|sau|trước|hỗ trợ|xây dựng|làm|thực hiện|phục vụ|đạt|tăng|giảm|chiếm|này|đó|trong đó|tương|còn|ngoài|hàng|hằng|không|có)(?![\p{L}])/u;
/** "phân bổ … cho các huyện", "đóng góp … làm đường" */
const complement =
  /^ (?:cho|để|làm|vào|từ (?:nguồn|ngân sách|quỹ)|hỗ trợ|xây dựng|mua|sửa chữa|thực hiện|tặng|giúp)(?= )/;

/** What a measure, a sum, a share or a change is of: the subject of its clause, else its thing, its lead, or the figure before. */
export function indicatorOfMeasure(around: Around): Phrase | null {
  const { text, lower, draft, before, from, clause, gap, previous, whole } = around;
  const held = draft.unit === '%' && heldAgainst.test(lower.slice(draft.end, draft.end + 16));
  const relative = draft.kind === 'change' || held;
  if (draft.kind === 'percent' && !held) {
    const share = shareOf(around);
    if (share !== null) return share;
  }
  const member = memberOf(around);
  if (member !== null) return member;
  const subject = namedBefore(text, before);
  const thing = relative || draft.kind === 'percent' ? null : phraseOf(text, thingMeasured(around));
  // "Vụ đông xuân gieo cấy 2.345 ha lúa"
  if (subject !== null && thing !== null && grown.test(subject.words)) return joined([subject, thing]);
  if (subject !== null) return ofCrop(around, subject) ?? withMatter(around, subject);
  const inherited =
    before.span === null && together.test(gap) && previous?.draft.kind === 'count' ? previous.action : null;
  const deed = before.verbal && (!relative || ownDeed(around)) ? before.span : null;
  const done = deed === null && relative ? null : phraseOf(text, deed ?? (thing === null ? inherited : null));
  if (done !== null) {
    if (thing !== null) return joined([phraseOf(text, before.action ?? inherited), thing]);
    // "Nhu cầu kinh phí là 9 tỷ đồng, đã cấp 6 tỷ đồng"
    if (draft.unit === 'đồng' && previous?.draft.unit === 'đồng' && previous.matter !== null && whole === null)
      return under(previous.matter, done);
    return joined([whoGave(around, done), done, phraseOf(text, used(around))]);
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
    const named = namedBefore(text, phraseBefore(text, lower, clauseStart(lower, clause - 1, from), clause - 1));
    if (named !== null) return named;
  }
  // "Tài sản thu giữ gồm 03 xe mô tô, 12 triệu đồng": a sum or a measure in a list of things is none of the thing before it.
  if (!relative && draft.kind !== 'percent' && previous?.draft.kind === 'count' && /(?: và|,) $/.test(gap))
    return phraseOf(text, previous.action);
  return previous?.own ?? subjectOfClauseBefore(around) ?? phraseOf(text, before.span ?? before.actor);
}

/** "lúa 412 ha, năng suất 61,8 tạ/ha, sản lượng 2.546 tấn": the yield is of what the area before it is of. */
function ofCrop({ previous, gap }: Around, subject: Phrase): Phrase | null {
  if (!yieldAlone.test(subject.words) || /\n/.test(gap)) return null;
  let near = previous;
  for (let steps = 0; near !== null && steps < 4; steps += 1, near = near.previous) {
    const crop = near.own?.words.replace(areaOf, '') ?? '';
    if (near.draft.kind !== 'measure' || yields.test(near.own?.words ?? '')) continue;
    if (near.draft.unit !== 'ha' || crop === '' || crop.split(' ').length > 4 || /\d/.test(crop)) return null;
    return { words: `${subject.words} ${crop}`, span: joined([subject, near.own])!.span };
  }
  return null;
}
const yieldAlone = /^(?:(?:tổng )?sản lượng|năng suất(?: bình quân| trung bình)?)(?: thu hoạch)?$/iu;
const yields = /^(?:tổng )?(?:sản lượng|năng suất)/iu;
const areaOf =
  /^(?:tổng )?diện tích(?: (?:gieo trồng|gieo cấy|gieo sạ|trồng|thu hoạch|canh tác|cây))*(?: (?=\p{L})|$)|^(?:gieo|trồng|cấy|sạ|gieo cấy|gieo sạ) /iu;

/** "; giải ngân trên 95% kế hoạch": a deed of its own clause, and not only how a plan went. */
function ownDeed({ lower, before, previous, gap }: Around): boolean {
  const { span } = before;
  if (span === null || (previous !== null && !/[;.]/.test(gap))) return false;
  return !/^(?:hoàn thành|thực hiện|đạt|vượt|có|gồm)(?!.*\p{L}+ \p{L}+ \p{L}+ \p{L}+)/u.test(
    lower.slice(span.start, span.end),
  );
}

/** "nhân dân đóng góp 355 triệu đồng": a verb alone says less than with whoever gave. */
function whoGave({ text, before }: Around, done: Phrase): Phrase | null {
  const who = phraseOf(text, before.actor);
  return who !== null && done.words.split(' ').length <= 2 && givers.test(who.words) ? who : null;
}
const givers =
  /^(?:các )?(?:nhân dân|người dân|cộng đồng|quỹ|doanh nghiệp|nhà hảo tâm|mạnh thường quân|con em|ngân hàng)(?!\p{L})/iu;

/** "Sản lượng lúa đã tăng so với năm trước, ước đạt 39 nghìn tấn": a measure named as what rose, and then its figure. */
function subjectOfClauseBefore({ text, lower, draft, before, clause, from }: Around): Phrase | null {
  if (before.span !== null || clause - 1 <= from || lower[clause - 1] !== ',') return null;
  const start = clauseStart(lower, clause - 1, from);
  const words = lower.slice(start, clause - 1);
  const ended = hasNow.test(lower.slice(clause, draft.start)) ? measureAtEnd.exec(words) : null;
  if (ended !== null) return phraseOf(text, trimmed(text, start + ended.index, clause - 1));
  const turn = turnOfMeasure.exec(words);
  return turn === null ? null : namedBefore(text, phraseBefore(text, lower, start, start + turn.index));
}

/** "cơ cấu kinh tế: ngành nông nghiệp 35%": a share of a structure is named by its member, whatever that is. */
function memberOf(around: Around): Phrase | null {
  const { text, lower, draft, before, clause, floor } = around;
  if (draft.kind !== 'percent' || before.span === null || before.verbal) return null;
  let colon = clause - 1;
  while (colon > floor && lower[colon] === ' ') colon -= 1;
  if (lower[colon] !== ':' || !structure.test(lower.slice(Math.max(floor, colon - 60), colon))) return null;
  const words = lead(around);
  const [whole, part] = [phraseOf(text, words?.span ?? null), phraseOf(text, before.span)];
  return whole === null || part === null ? null : under(whole, part);
}

/** "60% hồ sơ công việc cấp huyện": a share is named by what it is a share of. */
function shareOf({ text, lower, draft, before, clause, limit, drafts, index, end }: Around): Phrase | null {
  const left = lower.slice(clause, draft.start);
  if (before.span !== null && /(?:tỷ lệ|tỉ lệ|tốc độ|mức|chỉ số|tỷ trọng|ước|tăng|giảm)[^,;:]*$/.test(left))
    return null;
  // "Đạt 100% công chức chấp hành tốt": nothing before it says of what it is.
  if (before.span !== null && /(?:đạt|là|chiếm|bằng|còn)[^,;:]*$/.test(left)) return null;
  if (before.span === null && /(?:là|chiếm|bằng|còn)[^,;:]*$/.test(left)) return null;
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
  return phraseOf(
    text,
    lower.startsWith('số ', after.span.start) ? { ...after.span, start: after.span.start + 3 } : after.span,
  );
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
    const paid = /^giải ngân/i.test(text.slice(previous.action?.start ?? 0));
    const action = /giá/.test(head) || paid ? null : phraseOf(text, previous.action);
    const said = action === null || before.words.startsWith(action.words.slice(0, 8));
    return joined([subject, said ? null : action, before]) ?? subject;
  }
  const means = withAt(lower, clause, subject.span.start);
  if (means < 0) return subject;
  const done = phraseBefore(text, lower, clauseStart(lower, means, floor), means);
  return joined([subject, phraseOf(text, done.action ?? done.span)]) ?? subject;
}

const grown = /(?:gieo cấy|gieo trồng|gieo sạ|trồng(?: mới)?|thu hoạch|khai thác|nuôi thả)$/iu;
const ofMeasure = /^(?:km|m|m2|m²|ha|tấn|kg) (?=\p{L})/u;

/** "3.450 m2 đất", "16 tỷ đồng vốn sự nghiệp": the noun right after a measure or a sum. */
function thingMeasured({ text, lower, draft, limit }: Around): TextSpan | null {
  const { end } = draft;
  // "3,4 km đường liên thôn": the noun belongs to the unit.
  const measure = ofMeasure.exec(lower.slice(draft.unitStart, draft.unitEnd))?.[0].length;
  if (measure !== undefined) return phraseAfter(text, lower, draft.unitStart + measure, draft.unitEnd, limit).span;
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
