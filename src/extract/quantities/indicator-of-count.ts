import type { TextSpan } from '../../model/index.js';
import { type Around, lead, leadOfActor, namedBefore, predicate, together } from './figure-context.js';
import { joined, type Phrase, phraseOf, trimmed } from './phrase.js';
import { namesActor } from './phrase-before.js';

const inOneClause = /^(?:,| và|, và| hoặc|,? cùng) ?$/;
/** Figures that one verb is said of are not more than these. */
const mostTogether = 6;
/** Verbs that add nothing to what is counted. */
const lightVerb =
  /^(?:(?:đã )?(?:tổ chức|phối hợp tổ chức|xảy ra|ghi nhận|thực hiện|triển khai|mở|có|đạt|gồm|làm|duy trì|thu hút|thu hút sự tham gia của|với sự tham gia của))(?: được)?$/i;

/** What a count is of: its noun with what is said of it, else what its clause, its lead or its whole names. */
export function indicatorOfCount(around: Around): Phrase | null {
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
  const defined = definedCount(around);
  if (defined !== null) return defined;
  const subject = namedBefore(text, before);
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
    const led = namedBefore(text, words);
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
