import { type AwardEvent, isCounted, type NamedAward, type Recipient, type Verb } from './award-event.js';
import { awardEvents } from './award-events.js';
import { defaultRecipient } from './award-names.js';
import type { SentenceAward } from './sentence-awards.js';
import type { StatusContext } from './status-context.js';

/** «Xây dựng gia đình văn hóa:», «2. Bình xét danh hiệu “Thôn văn hóa”:» */
const topic = /^[^:;]{4,140}:(?=\s)/u;
/** In terms: «cấp xã», «năm 2023». */
const longestTail = 3;
const clauseEnd = /[,;](?=\s)/g;

/**
 * Reads what a sentence says of the title that its label names, where no clause behind the colon names it again: «Xây dựng gia
 * đình văn hóa: có 1.250 hộ đăng ký, cuối năm công nhận 1.180 hộ».
 *
 * @param said what the headings say of the status
 * @returns one record a clause that counts those who may bear the title; none where the label names no title, or the rest does something else
 */
export function topicTitles(sentence: string, said: StatusContext): SentenceAward[] {
  const label = topic.exec(sentence)?.[0];
  const title = label === undefined ? null : titleOf(label);
  if (label === undefined || title === null) return [];
  const ends = [...sentence.matchAll(clauseEnd)].map(({ index }) => index).filter((end) => end > label.length);
  const found: SentenceAward[] = [];
  let start = label.length;
  for (const end of [...ends, sentence.length]) {
    const clause = sentence.slice(start, end);
    const { events, reading } = awardEvents(clause);
    if (events.some(({ kind }) => kind === 'award')) return [];
    const who = events.find((event): event is Recipient => event.kind === 'recipient' && isCounted(event));
    const status = statusOf(events, said);
    if (who !== undefined && status !== null && who.who === title.bearer)
      found.push({
        award: title.award.name,
        awardCode: title.award.code,
        count: who.count,
        percent: who.percent ?? shareIn(events),
        recipient: who.who,
        recipientName: null,
        grantor: null,
        status,
        confidence: 0.75,
        rule: 'award/topic',
        start: start + reading.words[who.first]!.start,
        end: start + reading.words[who.last - 1]!.end,
      });
    start = end + 1;
  }
  return found;
}

const shareIn = (events: readonly AwardEvent[]): number | null => {
  const share = events.find((event) => event.kind === 'share');
  return share?.kind === 'share' ? share.percent : null;
};

/** The one title that a label ends in, and who bears it. */
function titleOf(label: string): { award: NamedAward; bearer: SentenceAward['recipient'] } | null {
  const { events, reading } = awardEvents(label);
  const awards = events.filter((event): event is NamedAward => event.kind === 'award');
  const [award] = awards;
  if (awards.length !== 1 || award!.count !== null || !/^(?:title|recognition)$/.test(award!.evidence)) return null;
  if (award!.name.startsWith('*') || reading.words.length - award!.last > longestTail) return null;
  return { award: award!, bearer: defaultRecipient(award!.code) };
}

/** What the clause's verbs make of those it counts; null where they do something else. */
function statusOf(events: readonly AwardEvent[], said: StatusContext): SentenceAward['status'] | null {
  const acts = events.filter((event): event is Verb => event.kind === 'verb').map(({ act }) => act);
  if (acts.length === 0 || acts.some((act) => !['register', 'receive', 'aim'].includes(act))) return null;
  if (acts.includes('register')) return 'registered';
  if (acts.includes('aim')) return 'target';
  return said ?? 'granted';
}
