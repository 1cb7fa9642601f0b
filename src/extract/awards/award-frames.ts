import type { AwardEvent } from './award-event.js';
import type { AwardFrame } from './award-frame.js';
import { awardIntoFrame } from './frames/award-into-frame.js';
import { FrameState } from './frames/frame-state.js';
import { countIntoFrame, markIntoFrame, shareIntoFrame } from './frames/mark-into-frame.js';
import { recipientIntoFrame } from './frames/recipient-into-frame.js';
import { verbIntoFrame } from './frames/verb-into-frame.js';

/**
 * Groups the events of a sentence into frames, left to right, each event once.
 *
 * Vietnamese puts who before what in the passive («N người được G tặng X») and after it in the active («G tặng X cho N
 * người»); a list shares the verb of its first member.
 */
export function awardFrames(events: readonly AwardEvent[]): AwardFrame[] {
  const state = new FrameState(events);
  for (const [at, event] of events.entries())
    switch (event.kind) {
      case 'share':
        shareIntoFrame(state, event, at);
        break;
      case 'count':
        countIntoFrame(state, event, at);
        break;
      case 'recipient':
        recipientIntoFrame(state, event, at);
        break;
      case 'verb':
        verbIntoFrame(state, event, at);
        break;
      case 'award':
        awardIntoFrame(state, event, at);
        break;
      default:
        markIntoFrame(state, event, at);
    }
  state.next(false);
  return state.frames;
}
