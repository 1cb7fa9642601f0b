import { isCounted, type Verb } from '../award-event.js';
import { type AwardFrame, emptyFrame } from '../award-frame.js';
import { bearersOfTitles, isTitle } from '../recipient-list.js';
import { type FrameState, farVerbs, nearVerbs } from './frame-state.js';
import {
  follows,
  goesOnHonouring,
  isAside,
  isGiversVerb,
  isOfLabel,
  isRecipient,
  isSaidOfAward,
  joinsOn,
  praisesBearers,
} from './lookahead.js';

/** A verb begins a new frame behind an award, unless it only says more of that award. */
export function verbIntoFrame(state: FrameState, event: Verb, at: number): void {
  // «85 sản phẩm OCOP được công nhận», «12 Bằng khen được trao»: what is counted already gets its verb.
  if (state.complete && isSaidOfAward(state.frame, state.events, at)) {
    state.frame.verbs.push(event);
    return;
  }
  if (state.complete && (isOfLabel(state.frame, state.events, at) || isAside(state.frame, event))) {
    state.frame.verbs.push(event);
    return;
  }
  if (state.complete && isGiversVerb(state.frame, event)) {
    if (state.frame.verbs.length === 0) state.frame.verbs.push(event);
    return;
  }
  // «Tuyên dương 120 em đạt danh hiệu Cháu ngoan Bác Hồ»: one honour.
  if (!state.complete && event.act === 'receive' && praisesBearers(state.frame, state.events, at)) {
    state.frame.subjects = state.frame.objects;
    state.frame.objects = [];
    state.frame.verbs = [event];
    return;
  }
  // «tặng Bằng khen, biểu dương 02 xã»: the praise goes with what is given.
  if (
    state.complete &&
    (event.act === 'praise' || (event.act === 'give' && isRecipient(state.events[at + 1], event.last))) &&
    !event.passive &&
    state.frame.objects.length === 0 &&
    follows(state.events, at) &&
    state.frame.verbs.some(({ act, passive }) => act === 'give' && !passive)
  ) {
    state.to = true;
    return;
  }
  // «Phong tặng 64 mẹ, truy tặng 448 mẹ danh hiệu …»: one honour, for the living and the dead.
  if (!state.complete && event.act === 'give' && !event.passive && goesOnHonouring(state.frame, state.events, at))
    return;
  // «công nhận 25 chi bộ hoàn thành xuất sắc nhiệm vụ, tặng Giấy khen cho …»: what was found of those is no award.
  if (!state.complete && event.act === 'give' && !event.passive && event.comma && wasFound(state.frame)) {
    state.frame = emptyFrame();
    state.pending = [];
  }
  // «công nhận 9 mô hình, đề nghị Huyện ủy tặng …»: what is asked for is another thing.
  if (!state.complete && event.act === 'propose' && event.comma && wasFound(state.frame)) state.next(false);
  // «tặng Bằng khen cho 2 học sinh đoạt giải quốc tế và 2 giáo viên»: who they are.
  if (
    state.complete &&
    event.act === 'receive' &&
    !event.passive &&
    !event.comma &&
    state.frame.objects.at(-1)?.last === event.first &&
    state.events[at + 1]?.kind !== 'award'
  )
    return;
  // «không có tổ chức yếu kém, …, A được tặng …»: what is denied is far behind.
  if (
    !state.complete &&
    event.passive &&
    state.frame.verbs.some(
      ({ act, last }) => act === 'deny' && (event.first - last > 10 || beginsClause(state, at, last)),
    )
  ) {
    state.frame = emptyFrame();
    state.pending = [];
  }
  // «Ghi nhận kết quả đạt được, UBND tỉnh tặng …»: what was praised or reached before is not what is given.
  // «được biểu dương, tôn vinh» is one act.
  if (!state.complete && state.frame.objects.length === 0 && event.first - (state.frame.verbs.at(-1)?.last ?? 0) > 1)
    state.frame.verbs = state.frame.verbs.filter(
      ({ act, last }) =>
        !(act === 'praise' || act === 'receive' || (act === 'aim' && !event.passive && event.act !== 'receive')) ||
        event.first - last <= (act === 'aim' ? farVerbs : nearVerbs),
    );
  if (event.act === 'aim' && event.comma && !state.complete && state.frame.subjects.length > 0) state.next(false);
  if (state.frame.verbs.length === 0 && getsAnother(state, event, at) && !standsBetween(state, event))
    bearersOfTitles(state.frame, event);
  if (state.complete || state.frame.objects.length > 0) {
    // «… trao cho. 28 tập thể được tặng»: what stood behind an active verb is the subject of a passive one.
    const subjects = !state.complete && event.passive ? state.frame.objects : state.pending;
    // «đề nghị … 22 tập thể được khen thưởng»: what is said of them is proposed.
    const asked = state.complete || !event.passive ? undefined : state.frame.verbs.find(({ act }) => act === 'propose');
    const same =
      state.complete && (joinsOn(state.frame, event) || strivesOn(state, event, at)) ? state.frame.subjects : [];
    // «khen thưởng cho 03 tập thể được Thủ tướng tặng Bằng khen»: one honour, not two.
    // «Khen đột xuất: 02 cá nhân cứu người được UBND xã tặng Giấy khen»: so is a label of praise.
    const label = state.frame.announced && state.frame.verbs.every(({ act }) => act === 'praise');
    if (subjects === state.frame.objects && (label || event.first - state.frame.objects.at(-1)!.last <= 1))
      state.frame.objects = [];
    state.next(false);
    state.frame.subjects.push(...(subjects.length > 0 ? subjects : same));
    if (asked !== undefined) state.frame.verbs.push(asked);
  }
  state.frame.verbs.push(event);
  state.to = false;
}

/** «Xã giữ vững danh hiệu …, phấn đấu đạt chuẩn nông thôn mới nâng cao»: the one body goes on striving. */
const strivesOn = ({ frame, events }: FrameState, { act, comma }: Verb, at: number): boolean =>
  act === 'aim' &&
  comma &&
  frame.subjects.length === 1 &&
  frame.subjects[0]!.sort === 'Collective' &&
  !frame.subjects[0]!.many &&
  !isCounted(frame.subjects[0]!) &&
  events.slice(at + 1).find(({ kind }) => kind !== 'verb')?.kind === 'award';

/** «không có công chức vi phạm, cơ quan được … công nhận»: a body behind a comma begins another clause. */
function beginsClause({ events }: FrameState, at: number, from: number): boolean {
  const subject = events[at - 1];
  return (
    subject?.kind === 'recipient' &&
    subject.comma &&
    (subject.ofReport === true || subject.sort === 'Agency') &&
    subject.first > from
  );
}

/** «14 học sinh giỏi cấp tỉnh, Trường A được tặng …»: whether somebody may be named between those who bear a title and the verb. */
const standsBetween = ({ frame }: FrameState, { first }: Verb): boolean =>
  first - (frame.awards.at(-1)?.last ?? first) > farthestBearers;
/** In terms: «cấp tỉnh đã vinh dự». */
const farthestBearers = 5;

/** «được … tặng», «được biểu dương», «được nhận bằng khen»: whether something is done to those who bear a title already. */
const getsAnother = ({ events }: FrameState, { act, passive }: Verb, at: number): boolean => {
  if (passive && (act === 'give' || act === 'praise')) return true;
  const next = events[at + 1];
  return act === 'receive' && next?.kind === 'award' && /^(?:form|prize)$/.test(next.evidence) && !isTitle(next);
};

/** Whether somebody is recognised, and whoever is counted behind the verb got nothing so far. */
const wasFound = ({ verbs, subjects, objects }: AwardFrame): boolean =>
  verbs.length > 0 &&
  verbs.every(({ recognises }) => recognises) &&
  objects.length === 0 &&
  subjects.length > 0 &&
  subjects.every((one) => isCounted(one) && one.first >= verbs[0]!.last);
