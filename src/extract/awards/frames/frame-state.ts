import { type AwardEvent, isCounted, type Recipient, type RecipientKind } from '../award-event.js';
import { type AwardFrame, emptyFrame } from '../award-frame.js';
import { gets, hasPassive } from './lookahead.js';

/** Verbs farther apart than this, in terms, say two things. */
export const nearVerbs = 3;
export const farVerbs = 10;

/** The frames of a sentence on their way: those that are closed, and the one that its next events go into. */
export class FrameState {
  readonly events: readonly AwardEvent[];
  readonly frames: AwardFrame[] = [];
  frame = emptyFrame();
  /** whoever stands behind the award without a number: perhaps the subject of the next verb */
  pending: Recipient[] = [];
  /** «cho» stands before what comes */
  to = false;
  /** a colon stands behind the award */
  list = false;
  /** the kind that the last label named */
  group: RecipientKind | null = null;
  /** the subject of the frame before, if a passive verb may go on with it */
  private carried: Recipient[] = [];

  constructor(events: readonly AwardEvent[]) {
    this.events = events;
  }

  /** Whether the open frame has its award. */
  get complete(): boolean {
    return this.frame.awards.length > 0;
  }

  /**
   * Closes the open frame and begins another.
   *
   * @param inherit whether the next one goes on with its verbs
   * @param part whether «trong đó» or a bracket stands between them
   */
  next(inherit: boolean, part = false): void {
    const { frame } = this;
    // «Tập thể trường được … tặng Bằng khen; được công nhận …»: the second verb has the first one's subject.
    if (
      frame.subjects.length === 0 &&
      frame.objects.length === 0 &&
      frame.lead === null &&
      !frame.part &&
      gets(frame)
    ) {
      frame.subjects.push(...this.carried);
      frame.carried = true;
    }
    if (this.complete) this.carried = !frame.subjects.some(isCounted) && hasPassive(frame) ? frame.subjects : [];
    if (frame.awards.length > 0 || frame.verbs.length > 0 || frame.subjects.length > 0) this.frames.push(frame);
    // «Huân chương Lao động: không; Bằng khen: 02 tập thể»: what is denied of one label is not denied of the next.
    const shared = frame.labelled ? frame.verbs.filter(({ act }) => act !== 'deny') : frame.verbs;
    this.frame = emptyFrame(inherit ? (frame.verbs.length > 0 ? shared : frame.inherited) : [], part);
    this.frame.group = this.group;
    this.pending = [];
    this.to = false;
    this.list = false;
  }
}
