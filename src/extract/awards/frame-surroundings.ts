import type { Award } from '../../model/index.js';
import type { RecipientKind } from './award-event.js';
import type { ListLead } from './list-leads.js';
import type { StatusContext } from './status-context.js';

/** What stands around a frame and bears on how it reads. */
export interface FrameSurroundings {
  readonly context: StatusContext;
  /** «phấn đấu», «đăng ký» earlier in the sentence: it holds for the later members of its list too */
  readonly sticky: Award['status'] | null;
  /** the sentence opens with what is striven for: «Phấn đấu …; có ít nhất 02 tập thể được tặng …» */
  readonly aims: boolean;
  /** who acts, before the verb: a body («UBND tỉnh đã tặng») */
  readonly actor: string | null;
  /** who gets, before the verb, where no recipient's word stands: a name */
  readonly namedSubject: string | null;
  readonly namedSubjectKind: RecipientKind | null;
  /** rules, standards, wishes: only counted grants are facts there */
  readonly general: boolean;
  /** «xây dựng …»: what is striven for was not reached */
  readonly building: boolean;
  /** «xây dựng xã A đạt chuẩn nông thôn mới»: it is being made so */
  readonly built: boolean;
  /** «… đạt chuẩn nông thôn mới theo Quyết định số …»: a decision right behind it says so */
  readonly decided: boolean;
  /** the list's lead-in where the sentence is an item of a list of awards */
  readonly lead: ListLead | null;
  /** «Hội nghị đã khen thưởng …»: told of an event that was held */
  readonly occasion: boolean;
  /** «đã», «vừa»: it is told as done, whatever is planned around it */
  readonly told: boolean;
  /** it tells of a contest that they took part in */
  readonly tookPart: boolean;
  /** an item that is nothing but awards */
  readonly alone: boolean;
  /** a block that holds nothing but titles, in quotation marks */
  readonly titleList: boolean;
}
