import { type BareCount, isCounted, type Mark, type ShareAfter } from '../award-event.js';
import { emptyFrame } from '../award-frame.js';
import { type FrameState, farVerbs } from './frame-state.js';
import {
  countsBefore,
  givesAfter,
  goesOnCounting,
  groupNamed,
  isLabelOfPraise,
  isOtherTitle,
  leads,
} from './lookahead.js';

/** Semicolons, «trong đó», «cho», colons, and «là» with a name. */
export function markIntoFrame(state: FrameState, event: Mark, at: number): void {
  switch (event.kind) {
    case 'stop':
      if (!goesOnCounting(state.frame, state.events, at)) state.next(!isOtherTitle(state.frame, state.events, at));
      break;
    case 'part':
      // «…: 3 tập thể gồm …» lists names, «trong đó» begins the parts of a sum.
      if (state.complete || state.frame.verbs.length > 0) state.next(true, true);
      // «phường có 11 trường, trong đó 9/11 trường đạt …»: of all that there are, so many got it.
      else if (isPartNext(state, at)) state.frame = emptyFrame();
      // «… tặng 87 giấy khen; trong đó 21 tập thể và 66 cá nhân»
      else if (state.frame.subjects.length === 0) state.frame.part = true;
      break;
    case 'to':
      if (event.verb !== undefined && state.complete && state.frame.verbs.length + state.frame.inherited.length === 0)
        state.frame.verbs.push(event.verb);
      state.to = true;
      break;
    case 'list':
      state.list = state.complete;
      if (state.list) state.frame.labelled = true;
      else if (state.frame.verbs.length > 0) state.frame.announced = true;
      state.group = groupNamed(state.events, at) ?? state.group;
      if (!state.list) state.frame.group = state.group;
      // «Xã Bình Minh: 02 cá nhân được tặng …»: before the colon stands where, not who.
      if (!state.list && state.frame.verbs.length === 0) state.frame.subjects = state.frame.subjects.filter(isCounted);
      // «xét các cá nhân đề nghị khen thưởng, … Hội đồng thống nhất: Tặng …»: a new clause gives.
      if (
        !state.complete &&
        givesAfter(state.events, at) &&
        state.frame.verbs.every(({ last }) => event.first - last > farVerbs)
      )
        state.frame = emptyFrame();
      // «Khen thưởng của Cục: 18 tập thể đạt …»: the label only says of what.
      if (!state.complete && isLabelOfPraise(state.frame, state.events, at)) state.frame = emptyFrame();
      break;
    case 'named':
      if (state.complete && state.frame.objects.length === 0) {
        state.frame.named = event.name ?? null;
        state.frame.namedCount = event.count ?? 1;
      }
      break;
  }
}

/** Whether behind «trong đó» others of the kind just counted are counted. */
function isPartNext({ frame, events }: FrameState, at: number): boolean {
  const whole = frame.subjects.at(-1);
  const next = events[at + 1];
  // «xã A và xã B, trong đó xã A đã được công nhận …»
  const named = frame.subjects.length > 0 && frame.subjects.every(({ name }) => name !== null);
  if (named && next?.kind === 'recipient' && next.name !== null && next.first === events[at]!.last) return true;
  return (
    !frame.part &&
    whole?.count != null &&
    next?.kind === 'recipient' &&
    next.count !== null &&
    next.count <= whole.count &&
    next.sort === whole.sort
  );
}

/** A share beside whom or what it is of. */
export function shareIntoFrame(state: FrameState, event: ShareAfter, at: number): void {
  if (event.aside && !state.complete && state.frame.subjects.some(({ count }) => count !== null))
    state.frame.percent ??= event.percent;
  // «836 hộ đạt, bằng 85%» goes on with the title of the clause before.
  else if (
    !event.aside &&
    !state.complete &&
    (state.frame.verbs.length === 0
      ? state.frame.subjects.at(-1)?.last === event.first
      : state.frame.verbs.at(-1)!.act === 'receive') &&
    state.frame.subjects.some(isCounted)
  )
    state.frame.percent ??= event.percent;
  else if (!event.aside && leads(state.events, at)) {
    state.next(true);
    state.frame.lead = { count: null, percent: event.percent, first: event.first };
  } else if (state.complete && state.frame.percent === null) state.frame.percent = event.percent;
}

/** A number that counts no noun: of those who stand before its verb, or behind an award. */
export function countIntoFrame(state: FrameState, event: BareCount, at: number): void {
  if (leads(state.events, at)) {
    state.next(true);
    state.frame.lead = { count: event.count, percent: null, first: event.first };
  }
  // «CSTĐCS: 02; LĐTT: 20»
  // «Bằng khen 26, Giấy khen 184»
  else if (
    state.complete &&
    (state.list || countsBefore(state.frame, event)) &&
    state.frame.objects.length === 0 &&
    state.frame.listed === null
  ) {
    state.frame.listed = event.count;
    state.list = false;
  }
}
