import { bodiesIn } from '../../text/nlp/match-bodies.js';
import { isCounted } from './award-event.js';
import { awardEvents } from './award-events.js';
import { mentionedIn } from './parts-of-sum.js';
import type { SentenceAward } from './sentence-awards.js';

const item = /^\s*(?:[-–—+*•·]|\d{1,2}[.)]|[a-zđ][.)])\s*[^:\n]{3,120}:\s*(?=\d)/iu;
const longestItem = 240;
/** A label that says what was done to those who are counted. */
const ofOther = /(?<!\p{L})(?:tặng|khen|đạt|được|xử lý|xử phạt|kiểm tra|hoàn thành|không)(?!\p{L})/iu;

/**
 * «+ Tổng kết công tác quân sự: 03 tập thể, 08 cá nhân»: an item that says of one occasion only how many, below a sum that says of what.
 *
 * @returns where its numbers begin; null where it says more, or something else
 */
export function countsOfItem(text: string): number | null {
  if (text.length > longestItem) return null;
  const label = item.exec(text);
  if (label === null || ofOther.test(label[0])) return null;
  const { events, reading } = awardEvents(text.slice(label[0].length));
  const counted = events.filter(({ kind }) => kind !== 'stop');
  if (counted.length === 0 || !counted.every((event) => event.kind === 'recipient' && isCounted(event))) return null;
  // Nothing stands behind the last of them: «03 tập thể chưa nộp báo cáo» says something else.
  return counted.at(-1)!.last === reading.words.length && counted[0]!.first === 0 ? label[0].length : null;
}

/** «UBND huyện tặng Giấy khen:» above such items: the award that they count, and who gives it. */
export function sumOfItems(lead: string): SentenceAward | null {
  const award = lead.endsWith(':') ? mentionedIn(lead) : null;
  if (award === null || award.grantor !== null || award.status !== 'granted') return award;
  const body = bodiesIn(awardEvents(lead).reading, lead)[0];
  return body?.first === 0 ? { ...award, grantor: body.words } : award;
}
