import type { TextSpan } from '../../model/index.js';
import { type Around, lead, leadOfActor, namedBefore, predicate, together } from './figure-context.js';
import { joined, type Phrase, phraseOf, trimmed, under } from './phrase.js';
import { phraseAfter } from './phrase-after.js';
import { namesActor } from './phrase-before.js';
import type { Draft } from './reading.js';

const inOneClause = /^(?:,| và|, và| hoặc|,? cùng) ?$/;
/** Figures that one verb is said of are not more than these. */
const mostTogether = 6;
/** Verbs that add nothing to what is counted. */
const lightVerb =
  /^(?:(?:đã |được )?(?:tổ chức|giao|phối hợp tổ chức|xảy ra|ghi nhận|thực hiện|triển khai|mở|có|đạt|gồm|làm|duy trì|thu hút|thu hút sự tham gia của|với sự tham gia của))(?: được)?$/i;

/** Whoever is commended is counted without the commendation, which is a record of its own. */
const commends =
  /^(?=.*(?:khen|tuyên dương|biểu dương|tôn vinh|vinh danh|cờ |huân chương|huy chương|huy hiệu|danh hiệu|kỷ niệm chương|thưởng))(?:(?:đã|được|đề nghị|quyết định|tổ chức|trao|tặng|khen|biểu dương|tôn vinh|tuyên dương|vinh danh|và|,|các|danh hiệu|khen thưởng|bằng khen|giấy khen|cờ thi đua|kỷ niệm chương|huân chương|huy chương|huy hiệu|thưởng|của [\p{L} ]+|do [\p{L} ]+) ?)+(?:cho|đối với)?$/iu;
/** "làm chết 11 người", "bị thương 28 người": what befell those who are counted. */
const befell = /^(?:(?:làm|khiến) )?(?<fate>chết|bị (?:thương|chết)|mất tích|tử vong)$/iu;
/** "hoàn thành tốt nhiệm vụ 18 chi bộ": what those who are counted were found to be. */
const reachedClass =
  /^(?:hoàn thành (?:tốt|xuất sắc)|không hoàn thành|hoàn thành nhiệm vụ|đạt chuẩn|đạt danh hiệu|xếp loại)(?![\p{L}])/iu;
const corresponds = /(?:tương ứng|tương đương)(?: với)? $/;
const rateOf = /^(?:tỷ|tỉ) lệ (?:số )?/iu;
/** What brings people or bodies together is counted, and so are they, each by its own noun. */
const event =
  /^(?:lớp|buổi|hội nghị|cuộc|khóa|khoá|đợt|hội thi|hội thảo|đoàn|chương trình|chuyến|phiên|lượt|ca)(?![\p{L}])/u;
/** Nouns that say no more than that somebody is counted: "em", "đồng chí". */
const anybody = /^(?:người|em|cháu|đồng chí|đ\/c)$/;

/** What a count is of: its noun with what is said of it, else what its clause, its lead or its whole names. */
export function indicatorOfCount(around: Around): Phrase | null {
  const { text, draft, before, gap, previous, whole } = around;
  const after = around.after(around.index, around.end);
  // "18,2 tiêu chí/xã" measures criteria; per what is a field of its own.
  const span =
    after.bare && draft.per !== null ? trimmed(text, draft.unitStart, draft.unitStart + draft.unit.length) : after.span;
  const unit = phraseOf(text, span);
  // "Tỷ lệ hộ nghèo còn 6,78% (tương ứng 1.204 hộ)"
  const share = previous?.own ?? null;
  if (after.bare && share !== null && corresponds.test(gap) && rateOf.test(share.words)) {
    const head = rateOf.exec(share.words)![0].length;
    return {
      words: share.words.slice(head),
      span: { start: Math.min(share.span.start + head, share.span.end - 1), end: share.span.end },
    };
  }
  if (draft.rule === 'quantity/rank') {
    const ranked = namedBefore(text, before);
    if (ranked !== null) return ranked;
  }
  if (/(?:^|[,;( ])còn lại:? (?:là |có |còn )?$/.test(gap) && unit !== null) return joined([unit, remainder(around)]);
  const reached =
    draft.kind === 'ratio' &&
    before.action !== null &&
    /^(?:hoàn thành|giải quyết|xử lý|thực hiện)/i.test(text.slice(before.action.start));
  if (reached) return joined([phraseOf(text, before.action), unit]);
  if (!after.bare) return joined([unit, thingOfNext(around)]);
  const level = ofLevel(around);
  if (level !== null) return level;
  const defined = definedCount(around);
  if (defined !== null) return defined;
  const subject = namedBefore(text, before);
  const head = draft.unit.split(' ').slice(0, 2).join(' ');
  const repeats = namedEarlier(around, head);
  // "giảm 02 mô hình so với quý I" is said of the models before it.
  if (draft.kind === 'change') return subject ?? leadOfActor(around) ?? repeats ?? phraseOf(text, before.span) ?? unit;
  const said = saidOfAll(around);
  if (said !== null) return joined([unit, phraseOf(text, said)]);
  if (before.span !== null && reachedClass.test(text.slice(before.span.start, before.span.end)))
    return joined([unit, phraseOf(text, before.span)]);
  const fate = before.span === null ? null : befell.exec(text.slice(before.span.start, before.span.end));
  if (fate !== null && before.span !== null)
    return joined([
      unit,
      phraseOf(text, { start: before.span.end - fate.groups!['fate']!.length, end: before.span.end }),
    ]);
  // A name of three words says enough: "35 gương điển hình".
  if (unit !== null && unit.words.split(' ').length > 2) return unit;
  if (subject !== null) return subject;
  const named = together.test(gap);
  if (before.span === null) {
    const words = lead(around);
    const led = namedBefore(text, words);
    if (led !== null && !namesActor(led.words) && levelOf(around, led) === null) return led;
    // "Tiêm vắc xin cho chó, mèo: 1.204/2.310 con"
    const done = draft.kind === 'ratio' ? phraseOf(text, words?.action ?? null) : null;
    if (done?.words.includes(' ') === true) return done;
    if (repeats !== null && whole?.unit === draft.unit) return whole.name;
    if (repeats !== null && !named) return repeats;
    const level = levelOf(around, led);
    if (level !== null && unit !== null) return under(level, unit);
  }
  // "trong đó điều trị nội trú 3.214 lượt"
  if (whole !== null && before.verbal && before.span !== null) {
    const part = phraseOf(text, before.span);
    return (part?.words.split(' ').length ?? 0) > 2 ? part : joined([part, unit]);
  }
  if (whole !== null) return unit;
  // "phân bổ 21 tỷ đồng vốn sự nghiệp cho 06 huyện", "03 cuộc thanh tra tại 05 đơn vị"
  const tie =
    before.span === null && previous?.own != null && !/[,;:]/.test(gap) ? / (?:cho|tại|ở|đối với) $/.exec(gap) : null;
  if (tie !== null && previous?.own != null)
    return event.test(previous.draft.unit) && tie[0] === ' cho '
      ? unit
      : joined([previous.own, phraseOf(text, trimmed(text, draft.start - tie[0].length, draft.start)), unit]);
  const action = before.action ?? (named ? (previous?.action ?? null) : null);
  const done = phraseOf(text, action);
  if (done === null || commends.test(done.words)) return unit;
  // "năm 2022 xảy ra 14 vụ tai nạn, năm 2023 xảy ra 9 vụ"
  if (lightVerb.test(done.words)) return !named && repeats !== null && whole === null ? repeats : unit;
  return joined([done, unit]);
}

/** "04 hộ hiến 520 m2 đất", "7.418 chị vay 62 tỷ đồng": the verb of those who are counted goes on over the next figure. */
function thingOfNext({ text, lower, drafts, index, end, after }: Around): Phrase | null {
  const next = drafts[index + 1];
  const { rest } = after(index, end);
  if (
    next === undefined ||
    rest === null ||
    next.start >= end ||
    lower[rest.end] !== ' ' ||
    rest.end + 1 !== next.start
  )
    return null;
  if (!takesObject.test(lower.slice(rest.start, rest.end))) return null;
  const limit = Math.min(end, drafts[index + 2]?.start ?? end);
  return next.kind === 'measure' ? phraseOf(text, phraseAfter(text, lower, next.end, next.end, limit).span) : null;
}
const takesObject = /(?:^| )(?:hiến|trồng|nuôi|nhận|mua|góp|đóng góp|ủng hộ)$/u;

/** "Giáo viên dạy giỏi: cấp huyện 147 người, cấp tỉnh 12 người": a level of what the lead or the figure before names. */
function ofLevel(around: Around): Phrase | null {
  const { text, before, previous, draft, gap } = around;
  const own = phraseOf(text, before.span);
  if (own === null || !levelName.test(own.words)) return null;
  const led = namedBefore(text, lead(around));
  const near = previous?.own ?? null;
  const same = previous !== null && (previous.draft.unit === draft.unit || /(?:trong đó|gồm)[\s:,]|\($/.test(gap));
  const base = led !== null && !levelName.test(led.words) ? led : same && !/[.]/.test(gap) ? near : null;
  if (base === null) return null;
  const words = `${base.words.replace(levelAtEnd, '')} ${own.words.toLowerCase()}`;
  return { words, span: joined([base, own])!.span };
}
const levelName =
  /^(?:ở )?cấp (?:trung ương|quốc gia|bộ|ngành|tỉnh|thành phố|huyện|thị xã|xã|cơ sở|trường|cụm|vùng|khu vực)$/iu;
const levelAtEnd = / cấp (?:trung ương|quốc gia|bộ|ngành|tỉnh|thành phố|huyện|thị xã|xã|cơ sở|trường)$/iu;

/** "tăng 03 vụ", "năm 2023 có 41 em": the figure of the same noun before it in the sentence, which said of what it was. */
function namedEarlier({ draft, previous, gap }: Around, head: string): Phrase | null {
  let near = previous;
  for (let steps = 0; near !== null && steps < 4; steps += 1, near = near.previous)
    if (near.draft.unit === draft.unit || near.own?.words.toLowerCase().startsWith(`${head} `)) return near.own;
  // "xếp thứ 21/63, tăng 5 bậc"
  if (draft.kind === 'change' && previous !== null && /^(?:bậc|điểm|lần)$/.test(draft.unit)) return previous.own;
  const people = previous !== null && !gap.includes('/') && anybody.test(draft.unit) && isSomebody(previous.draft);
  return people ? previous.own : null;
}

const isSomebody = ({ unitCode, unit, kind }: Draft): boolean =>
  (kind === 'count' || kind === 'ratio') &&
  (anybody.test(unit) ||
    /^(?:person|official|student|teacher|employee|party_member|member|citizen|pupil|soldier|worker)/.test(
      unitCode ?? '',
    ));

/** "đã giải quyết 51 đơn, còn lại 07 đơn" */
function remainder({ text, lower, gap, draft }: Around): Phrase | null {
  const at = draft.start - gap.length + gap.lastIndexOf('còn lại');
  return lower.startsWith('còn lại', at) ? phraseOf(text, { start: at, end: at + 7 }) : null;
}

/** "Bậc mầm non: 12 trường, 156 nhóm lớp": of whom a list of different things is; null where the lead names what is counted. */
function levelOf({ text, drafts, index, end, draft, lower }: Around, led: Phrase | null): Phrase | null {
  const next = drafts[index + 1];
  if (led === null || next === undefined || next.start >= end || next.kind !== 'count' || next.unit === draft.unit)
    return null;
  return /^(?:bậc|cấp|khối|ngành|lĩnh vực)(?![\p{L}])/iu.test(led.words) &&
    /^,/.test(lower.slice(draft.end, next.start))
    ? phraseOf(text, led.span)
    : null;
}

/** "Số xã đạt từ 10 tiêu chí trở lên là 37 xã": what is counted is told with a figure of its own. */
function definedCount({ text, lower, draft, previous, gap, floor }: Around): Phrase | null {
  if (previous === null || draft.unit === '' || !/^ (?:là|còn|có) $/.test(gap)) return null;
  const from = Math.max(floor, previous.draft.start - 80);
  const named = lower.slice(from, previous.draft.start).lastIndexOf(`số ${draft.unit} `);
  if (named < 0 || /[,;:.]/.test(lower.slice(from + named, previous.draft.start))) return null;
  return phraseOf(text, trimmed(text, from + named + 3, previous.draft.end));
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
