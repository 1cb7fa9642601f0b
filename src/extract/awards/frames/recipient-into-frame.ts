import { type AwardEvent, isCounted, type Recipient, type Verb } from '../award-event.js';
import { type AwardFrame, emptyFrame } from '../award-frame.js';
import { addRecipient } from '../recipient-list.js';
import type { FrameState } from './frame-state.js';
import { actsAfter, follows, getsNext, givesOnly, hasPassive, isLabelList } from './lookahead.js';

/** In terms: recipients of one list stand closer. */
const apart = 3;
const isNobody = (one: Recipient): boolean => !isCounted(one) && one.name === null;

/** Whoever is named before the award is its subject, or the object of an active verb; behind it, the one who got it. */
export function recipientIntoFrame(state: FrameState, event: Recipient, at: number): void {
  if (isOfName(event, state.events[at - 1])) return;
  if (state.complete) behindAward(state, event, at);
  else beforeAward(state, event, at);
}

/** «đơn vị xã Tân Lập»: whether a place stands in the name right before it. */
const isOfName = ({ name, first }: Recipient, before: AwardEvent | undefined): boolean =>
  before?.kind === 'recipient' && name !== null && before.last === first && before.name?.endsWith(` ${name}`) === true;

/** Whether right behind whoever is named stands a prize that they won. */
const winsNext = (events: readonly AwardEvent[], at: number): boolean => {
  const [verb, prize] = events.slice(at + 1, at + 3);
  return verb?.kind === 'verb' && verb.act === 'receive' && prize?.kind === 'award' && prize.evidence === 'prize';
};

function beforeAward(state: FrameState, event: Recipient, at: number): void {
  const counted = isCounted(event);
  // «thưởng công trình cho các xã này, tặng Bằng khen …»: who got something else.
  if (state.to && !counted && event.many && state.frame.verbs.length === 0) return;
  // «04 thí sinh dự thi, em Lê Văn A đạt giải Nhì»: of those who took part, one.
  if (event.name !== null && event.comma && !event.joined && winsNext(state.events, at)) state.frame.subjects = [];
  // «42 trường, số trường đạt chuẩn quốc gia là 31 trường»
  if (event.ofSum === true && state.frame.verbs.length === 0) state.frame.subjects = [];
  // «11 đồng chí hoàn thành nhiệm vụ, có 6 chi bộ đạt …»: of the first ones something else is said.
  if (event.clause && state.frame.verbs.length === 0 && state.frame.subjects.every(({ clause }) => !clause))
    state.frame.subjects = [];
  if (event.ofBody === true && state.frame.verbs.length === 0)
    // «hai trường có nhiều học sinh đạt …»
    state.frame.subjects = event.many ? [] : state.frame.subjects.filter(isCounted);
  // «98.415 hộ đăng ký, cuối năm bình xét 64.302 hộ đạt …»: the first ones registered, and what came of it is said of others.
  const registered = state.frame.verbs.at(-1);
  if (
    counted &&
    registered?.act === 'register' &&
    registered.closes === true &&
    state.frame.subjects.some(isCounted) &&
    state.frame.objects.length === 0
  )
    state.frame = emptyFrame();
  // «Không có hộ vi phạm, 95% hộ đạt …»: what is denied is another thing.
  if (counted && event.comma && registered?.act === 'deny' && !state.frame.subjects.some(isCounted))
    state.frame = emptyFrame();
  // «…, giải cứu 12 công nhân bị nạn, Lữ đoàn được tặng …»: what was said of others before is no part of it.
  const before = state.frame.subjects.at(-1);
  if (event.ofReport && event.comma && state.frame.verbs.length === 0 && event.first - (before?.last ?? 0) >= apart)
    state.frame.subjects = [];
  // «120 đoàn viên được xếp loại khá, 45 đoàn viên được khen thưởng»
  if (event.anew && state.frame.verbs.length === 0) state.frame.subjects = [];
  // «Toàn phường có 12 khu phố, 10 khu phố được công nhận …»: of all that there are, so many got it.
  if (counted && event.comma && state.frame.verbs.length === 0)
    state.frame.subjects = state.frame.subjects.filter((all) => !isAll(all, event));
  // «01 em đạt loại khá, 4 em đạt giải Nhất»: what the first one reached is no award.
  if (
    counted &&
    event.comma &&
    state.frame.verbs.at(-1)?.act === 'receive' &&
    state.frame.subjects.some((one) => one.count !== null || reachedOther(one, state.frame.verbs.at(-1)!, event))
  )
    state.next(false);
  const afterVerb = state.frame.verbs.at(-1);
  // «đề nghị UBND xã Bình Minh công nhận …»: the place belongs to whom the proposal asks.
  if (!counted && afterVerb?.act === 'propose' && event.sort === 'Collective' && actsAfter(state.events, at)) return;
  const active =
    afterVerb !== undefined &&
    !afterVerb.passive &&
    (afterVerb.act === 'give' || afterVerb.act === 'praise' || afterVerb.act === 'propose');
  if (active || (afterVerb !== undefined && state.to)) addRecipient(state.frame.objects, event);
  else if (afterVerb?.act === 'praise' && counted) {
    // «… được Giám đốc Công an tỉnh khen thưởng 02 tập thể»
    if (state.frame.subjects.every((one) => !isCounted(one)) && follows(state.events, at))
      state.frame.objects.push(event);
    else {
      state.next(true);
      state.frame.subjects.push(event);
    }
  } else if (afterVerb?.act === 'praise' && state.frame.objects.length > 0) addRecipient(state.frame.objects, event);
  else if (afterVerb === undefined || counted || state.frame.subjects.length === 0)
    addRecipient(state.frame.subjects, event);
}

/** Whether a body has so many of a kind, of which others are counted next. */
const isAll = (all: Recipient, part: Recipient): boolean =>
  all.ofBody === true && all.sort === part.sort && all.count !== null && part.count !== null && all.count >= part.count;
/** Where the award ends, with the share that stands between it and an event: «hộ đạt gia đình văn hóa 92,4% (1.204 hộ)». */
function endOfTitle({ frame, events }: Pick<FrameState, 'frame' | 'events'>, at: number): number {
  const title = frame.awards[0]!.last;
  const share = events[at - 1];
  return share?.kind === 'share' && share.first === title ? share.last : title;
}

/** «xã A đạt chuẩn tiếp cận pháp luật, 3 thôn đạt …»: whether whoever is named reached something that is no award. */
const reachedOther = ({ name, first }: Recipient, { recognises, first: verb, last }: Verb, event: Recipient): boolean =>
  name !== null && !recognises && verb > first && event.first - last > 1;

const bodies: ReadonlySet<Recipient['sort']> = new Set(['Agency', 'Collective', 'Village']);
/** Whether right behind the award the number of those stands who were named before it without one. */
function saysHowMany({ frame, events }: FrameState, { sort }: Recipient, at: number): boolean {
  const [subject, other] = frame.subjects;
  return (
    subject !== undefined &&
    other === undefined &&
    isNobody(subject) &&
    !subject.many &&
    // «Cơ quan, trường học đạt chuẩn văn hóa 07/07 đơn vị»
    (subject.sort === sort || (bodies.has(subject.sort) && bodies.has(sort))) &&
    frame.objects.length === 0 &&
    frame.awards.length === 1 &&
    frame.awards[0]!.count === null &&
    /^(?:title|recognition)$/.test(frame.awards[0]!.evidence) &&
    endOfTitle({ frame, events }, at) === events[at]!.first
  );
}

/** Whether those who stand behind a counted sum of Party badges have the years that follow. */
function partsBadges({ frame, events }: FrameState, { last }: Recipient, at: number): boolean {
  const next = events[at + 1];
  return (
    next?.kind === 'award' &&
    next.first === last &&
    next.code?.startsWith('HHD_') === true &&
    frame.awards.some(
      ({ code, count }) => code === 'HHD' && (count !== null || [...frame.subjects, ...frame.objects].some(isCounted)),
    )
  );
}

/** In terms: «tiêu biểu». */
const reachOfEpithet = 2;
/** «biểu dương 40 gia đình văn hóa tiêu biểu, 25 cá nhân»: those who bear a title and others are praised together. */
const praisesOn = ({ awards, subjects, objects, verbs }: AwardFrame, { comma, first }: Recipient): boolean =>
  comma &&
  verbs.length > 0 &&
  verbs.every(({ act, passive }) => act === 'praise' && !passive) &&
  objects.length === 0 &&
  subjects.every(isNobody) &&
  awards.every(({ evidence, count }) => evidence === 'title' && count !== null) &&
  first - awards.at(-1)!.last <= reachOfEpithet;

/** Whether a bracket opens right behind the last of several awards that each have their number. */
const partsLastOfList = ({ awards, subjects, objects }: AwardFrame, { first }: Recipient): boolean =>
  awards.length > 1 &&
  awards.every(({ count }) => count !== null) &&
  awards.at(-1)!.last === first &&
  ![...subjects, ...objects].some(isCounted);

/** Whether right behind whoever is counted stands a standard that they have: «20 sản phẩm 3 sao». */
const bearsNext = (events: readonly AwardEvent[], at: number): boolean => {
  const next = events[at + 1];
  return next?.kind === 'award' && next.had && next.evidence === 'recognition' && next.first === events[at]!.last;
};

function behindAward(state: FrameState, event: Recipient, at: number): void {
  const counted = isCounted(event);
  // «12 đảng viên được nhận Huy hiệu Đảng: 02 đồng chí 60 năm, …»: the first part of the sum.
  if (counted && partsBadges(state, event, at)) {
    state.next(true, true);
    state.frame.subjects.push(event);
  }
  // «Sản phẩm OCOP: 25 sản phẩm (20 sản phẩm 3 sao, …)»
  else if (counted && event.opened === true && bearsNext(state.events, at)) {
    state.next(true, true);
    state.frame.subjects.push(event);
  }
  // «Giải Búa liềm vàng: tỉnh có 01 tác phẩm đạt giải B»: they got what is named next.
  else if (state.list && counted && getsNext(state.events, at)) {
    state.next(false);
    state.frame.subjects.push(event);
  }
  // «Tổng số thôn đạt thôn văn hóa 7/8 thôn»
  else if (counted && !event.comma && saysHowMany(state, event, at)) state.frame.subjects = [event];
  else if (counted && isLabelList(state.frame, event)) state.frame.objects.push(event);
  // «Bằng khen: Ban CHQS xã A; …», «Danh hiệu “Nhà giáo ưu tú”: cô Lê Thị B»
  else if (state.list && event.name !== null && event.first === state.frame.awards.at(-1)!.last) {
    state.frame.objects.push(event);
  } else if (
    // «33 Huy chương cho tập thể và cá nhân, 06 tập thể được …»: a number behind a list without numbers begins anew.
    counted &&
    event.comma &&
    state.frame.objects.length > 0 &&
    !state.frame.objects.some(isCounted) &&
    // «cho Hội Nông dân huyện, 05 cơ sở Hội và 09 hội viên»
    !(state.frame.objects.every(({ name }) => name !== null) && follows(state.events, at))
  ) {
    state.next(true);
    state.frame.subjects.push(event);
  } else if (counted && event.opened === true && partsLastOfList(state.frame, event)) {
    // «tặng 02 Cờ thi đua, 27 Bằng khen (09 tập thể, 18 cá nhân)»: the bracket takes apart the last of the list.
    const last = state.frame.awards.pop()!;
    state.next(true);
    state.frame.awards.push(last);
    state.next(true, true);
    state.frame.subjects.push(event);
  } else if (
    counted &&
    event.opened === true &&
    state.frame.awards.length === 1 &&
    // «Huân chương Lao động hạng Ba: 02 (01 tập thể, 01 cá nhân)», «55/62 trường đạt chuẩn quốc gia (mức độ 2: 19 trường)»
    ((state.frame.awards[0]!.count ?? state.frame.listed) !== null || state.frame.subjects.some(isCounted))
  ) {
    state.next(true, true);
    state.frame.subjects.push(event);
  } else if (state.to || (state.list && counted) || (state.frame.objects.length > 0 && follows(state.events, at))) {
    addRecipient(state.frame.objects, event);
    if (!counted && !follows(state.events, at)) state.to = false;
  } else if (
    counted &&
    (state.frame.subjects.length === 0 || (givesOnly(state.frame) && state.frame.subjects.every(isNobody))) &&
    state.frame.objects.length === 0 &&
    state.frame.awards.every((one) => !isCounted(one)) &&
    !event.comma &&
    follows(state.events, at) &&
    (!hasPassive(state.frame) ||
      // «công nhận Tập thể lao động xuất sắc 14 đơn vị»
      state.frame.verbs.every(({ recognises }) => recognises) ||
      state.frame.announced ||
      state.frame.verbs.some(({ act }) => act === 'propose'))
  ) {
    state.frame.objects.push(event);
    // «tặng Giấy khen 18 chi bộ trực thuộc …, 64 đảng viên»: as behind «cho».
    state.to = givesOnly(state.frame);
  } else if (counted && praisesOn(state.frame, event)) state.frame.objects.push(event);
  else if (counted) {
    state.next(true);
    state.frame.subjects.push(event);
  }
  // «Huyện ủy tặng giấy khen tập thể và cá nhân có thành tích»
  else if (
    state.frame.awards.at(-1)?.last === event.first &&
    state.frame.subjects.length === 0 &&
    givesOnly(state.frame)
  )
    state.frame.objects.push(event);
  else state.pending.push(event);
}
