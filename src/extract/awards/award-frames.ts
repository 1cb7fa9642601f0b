import type { AwardEvent, Recipient, RecipientKind } from './award-event.js';
import { type AwardFrame, emptyFrame } from './award-frame.js';
import {
  actsAfter,
  countsAnother,
  countsBefore,
  follows,
  gets,
  getsNext,
  givesAfter,
  givesOnly,
  goesOnCounting,
  goesOnNaming,
  groupNamed,
  hasPassive,
  isAside,
  isClassOf,
  isGiversVerb,
  isLabelList,
  isLabelOfPraise,
  isOfLabel,
  isRecipient,
  isSaidOfAward,
  leads,
  namesHolders,
  praisesBearers,
} from './frame-lookahead.js';
import { addRecipient, bearersOfTitles, holder } from './recipient-list.js';

const isCounted = ({ count, percent }: Recipient): boolean => (count ?? percent) !== null;

const isNobody = (one: Recipient): boolean => !isCounted(one) && one.name === null;

/** Verbs farther apart than this, in terms, say two things. */
const nearVerbs = 3;
const farVerbs = 10;

/**
 * Groups the events of a sentence into frames, left to right, each event once.
 *
 * Vietnamese puts who before what in the passive («N người được G tặng X») and after it in the active («G tặng X cho N
 * người»); a list shares the verb of its first member.
 */
export function awardFrames(events: readonly AwardEvent[]): AwardFrame[] {
  const frames: AwardFrame[] = [];
  let frame = emptyFrame();
  let pending: Recipient[] = [];
  let to = false;
  let list = false;
  let group: RecipientKind | null = null;
  let carried: Recipient[] = [];
  const complete = (): boolean => frame.awards.length > 0;
  const next = (inherit: boolean, part = false): void => {
    // «Tập thể trường được … tặng Bằng khen; được công nhận …»: the second verb has the first one's subject.
    if (frame.subjects.length === 0 && frame.objects.length === 0 && frame.lead === null && !frame.part && gets(frame))
      frame.subjects.push(...carried);
    const uncounted = frame.subjects.every(({ count, percent }) => (count ?? percent) === null);
    if (complete()) carried = uncounted && hasPassive(frame) ? frame.subjects : [];
    if (frame.awards.length > 0 || frame.verbs.length > 0 || frame.subjects.length > 0) frames.push(frame);
    // «Huân chương Lao động: không; Bằng khen: 02 tập thể»: what is denied of one label is not denied of the next.
    const shared = frame.labelled ? frame.verbs.filter(({ act }) => act !== 'deny') : frame.verbs;
    frame = emptyFrame(inherit ? (frame.verbs.length > 0 ? shared : frame.inherited) : [], part);
    frame.group = group;
    pending = [];
    to = false;
    list = false;
  };
  for (const [at, event] of events.entries()) {
    switch (event.kind) {
      case 'stop':
        if (!goesOnCounting(frame, events, at)) next(true);
        break;
      case 'part':
        // «…: 3 tập thể gồm …» lists names, «trong đó» begins the parts of a sum.
        if (complete() || frame.verbs.length > 0) next(true, true);
        break;
      case 'to':
        if (event.verb !== undefined && complete() && frame.verbs.length + frame.inherited.length === 0)
          frame.verbs.push(event.verb);
        to = true;
        break;
      case 'list':
        list = complete();
        if (list) frame.labelled = true;
        else if (frame.verbs.length > 0) frame.announced = true;
        group = groupNamed(events, at) ?? group;
        if (!list) frame.group = group;
        // «Xã Bình Minh: 02 cá nhân được tặng …»: before the colon stands where, not who.
        if (!list && frame.verbs.length === 0)
          frame.subjects = frame.subjects.filter(({ count, percent }) => (count ?? percent) !== null);
        // «xét các cá nhân đề nghị khen thưởng, … Hội đồng thống nhất: Tặng …»: a new clause gives.
        if (!complete() && givesAfter(events, at) && frame.verbs.every(({ last }) => event.first - last > farVerbs))
          frame = emptyFrame();
        // «Khen thưởng của Cục: 18 tập thể đạt …»: the label only says of what.
        if (!complete() && isLabelOfPraise(frame, events, at)) frame = emptyFrame();
        break;
      case 'named':
        if (complete() && frame.objects.length === 0) frame.named = event.name ?? null;
        break;
      case 'share':
        if (event.aside && !complete() && frame.subjects.some(({ count }) => count !== null))
          frame.percent ??= event.percent;
        // «836 hộ đạt, bằng 85%» goes on with the title of the clause before.
        else if (
          !event.aside &&
          !complete() &&
          (frame.verbs.length === 0
            ? frame.subjects.at(-1)?.last === event.first
            : frame.verbs.at(-1)!.act === 'receive') &&
          frame.subjects.some(isCounted)
        )
          frame.percent ??= event.percent;
        else if (!event.aside && leads(events, at)) {
          next(true);
          frame.lead = { count: null, percent: event.percent, first: event.first };
        } else if (complete() && frame.percent === null) frame.percent = event.percent;
        break;
      case 'count':
        if (leads(events, at)) {
          next(true);
          frame.lead = { count: event.count, percent: null, first: event.first };
        }
        // «CSTĐCS: 02; LĐTT: 20»
        // «Bằng khen 26, Giấy khen 184»
        else if (
          complete() &&
          (list || countsBefore(frame, event)) &&
          frame.objects.length === 0 &&
          frame.listed === null
        ) {
          frame.listed = event.count;
          list = false;
        }
        break;
      case 'recipient': {
        const counted = event.count !== null || event.percent !== null;
        if (!complete()) {
          // «thưởng công trình cho các xã này, tặng Bằng khen …»: who got something else.
          if (to && !counted && event.many && frame.verbs.length === 0) break;
          // «11 đồng chí hoàn thành nhiệm vụ, có 6 chi bộ đạt …»: of the first ones something else is said.
          if (event.clause && frame.verbs.length === 0 && frame.subjects.every(({ clause }) => !clause))
            frame.subjects = [];
          if (event.ofBody === true && frame.verbs.length === 0) frame.subjects = frame.subjects.filter(isCounted);
          // «98.415 hộ đăng ký, cuối năm bình xét 64.302 hộ đạt …»: the first ones registered, and what came of it is said of others.
          const registered = frame.verbs.at(-1);
          if (
            counted &&
            registered?.act === 'register' &&
            registered.closes === true &&
            frame.subjects.some(isCounted) &&
            frame.objects.length === 0
          )
            frame = emptyFrame();
          // «120 đoàn viên được xếp loại khá, 45 đoàn viên được khen thưởng»
          if (event.anew && frame.verbs.length === 0) frame.subjects = [];
          // «01 em đạt loại khá, 4 em đạt giải Nhất»: what the first one reached is no award.
          if (
            counted &&
            event.comma &&
            frame.subjects.some(({ count }) => count !== null) &&
            frame.verbs.at(-1)?.act === 'receive'
          )
            next(false);
          const afterVerb = frame.verbs.at(-1);
          // «đề nghị UBND xã Bình Minh công nhận …»: the place belongs to whom the proposal asks.
          if (!counted && afterVerb?.act === 'propose' && event.sort === 'Collective' && actsAfter(events, at)) break;
          const active =
            afterVerb !== undefined &&
            !afterVerb.passive &&
            (afterVerb.act === 'give' || afterVerb.act === 'praise' || afterVerb.act === 'propose');
          if (active || (afterVerb !== undefined && to)) addRecipient(frame.objects, event);
          else if (afterVerb?.act === 'praise' && counted) {
            // «… được Giám đốc Công an tỉnh khen thưởng 02 tập thể»
            if (frame.subjects.every(({ count, percent }) => (count ?? percent) === null) && follows(events, at))
              frame.objects.push(event);
            else {
              next(true);
              frame.subjects.push(event);
            }
          } else if (afterVerb?.act === 'praise' && frame.objects.length > 0) addRecipient(frame.objects, event);
          else if (afterVerb === undefined || counted || frame.subjects.length === 0)
            addRecipient(frame.subjects, event);
        }
        // «Giải Búa liềm vàng: tỉnh có 01 tác phẩm đạt giải B»: they got what is named next.
        else if (list && counted && getsNext(events, at)) {
          next(false);
          frame.subjects.push(event);
        } else if (counted && isLabelList(frame, event)) frame.objects.push(event);
        // «Bằng khen: Ban CHQS xã A; …», «Danh hiệu “Nhà giáo ưu tú”: cô Lê Thị B»
        else if (list && event.name !== null && event.first === frame.awards.at(-1)!.last) {
          frame.objects.push(event);
        } else if (
          // «33 Huy chương cho tập thể và cá nhân, 06 tập thể được …»: a number behind a list without numbers begins anew.
          counted &&
          event.comma &&
          frame.objects.length > 0 &&
          !frame.objects.some(({ count, percent }) => (count ?? percent) !== null)
        ) {
          next(true);
          frame.subjects.push(event);
        } else if (counted && event.opened === true && frame.awards.length === 1 && frame.awards[0]!.count !== null) {
          next(true, true);
          frame.subjects.push(event);
        } else if (to || (list && counted) || (frame.objects.length > 0 && follows(events, at))) {
          addRecipient(frame.objects, event);
          if (!counted && !follows(events, at)) to = false;
        } else if (
          counted &&
          (frame.subjects.length === 0 || (givesOnly(frame) && frame.subjects.every(isNobody))) &&
          frame.objects.length === 0 &&
          frame.awards.every(({ count, percent }) => (count ?? percent) === null) &&
          !event.comma &&
          follows(events, at) &&
          (!hasPassive(frame) || frame.announced || frame.verbs.some(({ act }) => act === 'propose'))
        ) {
          frame.objects.push(event);
          // «tặng Giấy khen 18 chi bộ trực thuộc …, 64 đảng viên»: as behind «cho».
          to = givesOnly(frame);
        } else if (counted) {
          next(true);
          frame.subjects.push(event);
        }
        // «Huyện ủy tặng giấy khen tập thể và cá nhân có thành tích»
        else if (frame.awards.at(-1)?.last === event.first && frame.subjects.length === 0 && givesOnly(frame))
          frame.objects.push(event);
        else pending.push(event);
        break;
      }
      case 'verb':
        // «85 sản phẩm OCOP được công nhận», «12 Bằng khen được trao»: what is counted already gets its verb.
        if (complete() && isSaidOfAward(frame, events, at)) {
          frame.verbs.push(event);
          break;
        }
        if (complete() && (isOfLabel(frame, events, at) || isAside(frame, event))) {
          frame.verbs.push(event);
          break;
        }
        if (complete() && isGiversVerb(frame, event)) {
          if (frame.verbs.length === 0) frame.verbs.push(event);
          break;
        }
        // «Tuyên dương 120 em đạt danh hiệu Cháu ngoan Bác Hồ»: one honour.
        if (!complete() && event.act === 'receive' && praisesBearers(frame, events, at)) {
          frame.subjects = frame.objects;
          frame.objects = [];
          frame.verbs = [event];
          break;
        }
        // «tặng Bằng khen, biểu dương 02 xã»: the praise goes with what is given.
        if (
          complete() &&
          (event.act === 'praise' || (event.act === 'give' && isRecipient(events[at + 1], event.last))) &&
          !event.passive &&
          frame.objects.length === 0 &&
          follows(events, at) &&
          frame.verbs.some(({ act, passive }) => act === 'give' && !passive)
        ) {
          to = true;
          break;
        }
        // «tặng Bằng khen cho 2 học sinh đoạt giải quốc tế và 2 giáo viên»: who they are.
        if (
          complete() &&
          event.act === 'receive' &&
          !event.passive &&
          !event.comma &&
          frame.objects.at(-1)?.last === event.first &&
          events[at + 1]?.kind !== 'award'
        )
          break;
        // «không có tổ chức yếu kém, …, A được tặng …»: what is denied is far behind.
        if (
          !complete() &&
          event.passive &&
          frame.verbs.some(({ act, last }) => act === 'deny' && event.first - last > 10)
        ) {
          frame = emptyFrame();
          pending = [];
        }
        // «Ghi nhận kết quả đạt được, UBND tỉnh tặng …»: what was praised or reached before is not what is given.
        // «được biểu dương, tôn vinh» is one act.
        if (!complete() && frame.objects.length === 0 && event.first - (frame.verbs.at(-1)?.last ?? 0) > 1)
          frame.verbs = frame.verbs.filter(
            ({ act, last }) =>
              !(
                act === 'praise' ||
                act === 'receive' ||
                (act === 'aim' && !event.passive && event.act !== 'receive')
              ) || event.first - last <= (act === 'aim' ? farVerbs : nearVerbs),
          );
        if (event.act === 'aim' && event.comma && !complete() && frame.subjects.length > 0) next(false);
        if (event.passive && event.act === 'give' && frame.verbs.length === 0) bearersOfTitles(frame);
        if (complete() || frame.objects.length > 0) {
          // «… trao cho. 28 tập thể được tặng»: what stood behind an active verb is the subject of a passive one.
          const subjects = !complete() && event.passive ? frame.objects : pending;
          // «đề nghị … 22 tập thể được khen thưởng»: what is said of them is proposed.
          const asked = complete() || !event.passive ? undefined : frame.verbs.find(({ act }) => act === 'propose');
          // «khen thưởng cho 03 tập thể được Thủ tướng tặng Bằng khen»: one honour, not two.
          if (subjects === frame.objects && event.first - frame.objects.at(-1)!.last <= 1) frame.objects = [];
          next(false);
          frame.subjects.push(...subjects);
          if (asked !== undefined) frame.verbs.push(asked);
        }
        frame.verbs.push(event);
        to = false;
        break;
      case 'award':
        // «tặng Bằng khen cho 03 hộ SXKD giỏi»: the title says who.
        if (complete() && (namesHolders(frame, event) || (to && goesOnNaming(frame, events, at)))) {
          frame.objects.push(holder(event));
          break;
        }
        // «Huân chương Lao động: - Hạng Nhì: Chi cục A; - Hạng Ba: Cục B»: the label holds for its classes.
        if (frame.labelled && isClassOf(event, frame)) {
          frame.awards = [event];
          list = false;
          break;
        }
        // «công nhận 127 tổ đội …, 64 chiến sĩ thi đua»: another award with its own number.
        if (!complete() && event.first - (events[at - 1]?.last ?? 0) > 0 && countsAnother(frame, event))
          frame.subjects = [];
        // «khen thưởng cho 05 cá nhân (Huân chương … cho 01 cá nhân, …)»: the bracket holds the parts of the sum.
        if (!complete() && event.opened && frame.objects.some(({ count }) => count !== null)) next(true, true);
        // «07 Huân chương Lao động (hạng Nhì: 02; hạng Ba: 05)»
        if (complete() && event.opened && event.count === null && frame.awards.some(({ count }) => count !== null))
          next(true, true);
        // «tặng 120 Giấy khen cho cá nhân, 25 Giấy khen cho tập thể»: what was distributed is closed.
        // «10 tập thể đạt …, 20 CSTĐ cơ sở»: a counted award after one that its recipients count begins anew.
        if (
          complete() &&
          (frame.objects.length > 0 ||
            frame.listed !== null ||
            ((event.count ?? event.percent) !== null &&
              frame.awards.some(({ count, percent }) => (count ?? percent) === null)))
        )
          next(true);
        frame.awards.push(event);
        list = false;
        break;
    }
  }
  next(false);
  return frames;
}
