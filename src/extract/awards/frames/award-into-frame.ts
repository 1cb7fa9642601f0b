import { isCounted, type NamedAward } from '../award-event.js';
import type { AwardFrame } from '../award-frame.js';
import { holder } from '../recipient-list.js';
import type { FrameState } from './frame-state.js';
import { countsAnother, goesOnNaming, isClassOf, listsHolders, namesHolders, namesHouseholds } from './lookahead.js';

/** Whether somebody is praised by number, or got something by number behind the verb. */
const praisesCounted = ({ objects, subjects, verbs }: AwardFrame): boolean =>
  objects.some(({ count }) => count !== null) ||
  (subjects.some(({ count }) => count !== null) && verbs.length > 0 && verbs.every(({ act }) => act === 'praise'));

/** An award joins the others of the open frame, or begins the next where those have whoever got them. */
export function awardIntoFrame(state: FrameState, event: NamedAward, at: number): void {
  // «tặng Bằng khen cho 03 hộ SXKD giỏi»: the title says who.
  if (
    state.complete &&
    (namesHolders(state.frame, event) ||
      ((state.to || listsHolders(state.frame)) && goesOnNaming(state.frame, state.events, at)))
  ) {
    state.frame.objects.push(holder(event));
    return;
  }
  // «trao Giấy khen cho các gia đình văn hóa tiêu biểu»
  if (state.complete && state.to && event.many && namesHouseholds(state.frame, event)) {
    state.frame.objects.push({ ...holder(event), many: true });
    return;
  }
  // «Huân chương Lao động: - Hạng Nhì: Chi cục A; - Hạng Ba: Cục B»: the label holds for its classes.
  if (state.frame.labelled && isClassOf(event, state.frame)) {
    state.frame.awards = [event];
    state.list = false;
    return;
  }
  // «công nhận 127 tổ đội …, 64 chiến sĩ thi đua»: another award with its own number.
  if (!state.complete && event.first - (state.events[at - 1]?.last ?? 0) > 0 && countsAnother(state.frame, event))
    state.frame.subjects = [];
  // «6/8 thôn được công nhận thôn văn hóa, tỷ lệ gia đình văn hóa đạt 89,3%»: a share of others.
  if (state.complete && event.rated && !state.frame.awards.every(({ rated }) => rated)) state.next(false);
  // «Tỷ lệ gia đình văn hóa đạt 92%, thôn văn hóa đạt 95%»: each has its own.
  if (state.complete && event.rated && state.frame.percent !== null && state.frame.awards.every(({ rated }) => rated))
    state.next(true);
  // «LĐTT 80%, CSTĐ cơ sở 15%»: each has the share behind it.
  const share = state.events[at - 1];
  if (
    state.complete &&
    share?.kind === 'share' &&
    !share.aside &&
    share.last === event.first &&
    share.first === state.frame.awards.at(-1)!.last &&
    state.frame.percent === share.percent
  )
    state.next(true);
  // «khen thưởng cho 05 cá nhân (Huân chương … cho 01 cá nhân, …)»: the bracket holds the parts of the sum.
  // «17 cá nhân được khen thưởng (05 Bằng khen, 12 Giấy khen)»
  if (!state.complete && event.opened && praisesCounted(state.frame)) state.next(true, true);
  // «07 Huân chương Lao động (hạng Nhì: 02; hạng Ba: 05)», «4 đồng chí được tặng Huy chương … (1 hạng Nhất, 3 hạng Nhì)»
  if (state.complete && event.opened && opensParts(state.frame, event)) state.next(true, true);
  // «tặng 120 Giấy khen cho cá nhân, 25 Giấy khen cho tập thể»: what was distributed is closed.
  // «10 tập thể đạt …, 20 CSTĐ cơ sở»: a counted award after one that its recipients count begins anew.
  if (
    state.complete &&
    (state.frame.objects.length > 0 ||
      state.frame.listed !== null ||
      (isCounted(event) && !state.frame.awards.every(isCounted)))
  )
    state.next(true);
  state.frame.awards.push(event);
  state.list = false;
}

/** Whether a class in a bracket takes apart what stands before it: either the sum has the number, or each class has its own. */
const opensParts = ({ awards, subjects, objects }: AwardFrame, { count }: NamedAward): boolean =>
  count === null ? awards.some((sum) => sum.count !== null) : [...subjects, ...objects].some(isCounted);
