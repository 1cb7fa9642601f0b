import type { SourceDocument } from '../../model/index.js';
import { fold } from '../../text/fold.js';
import { type AwardEvent, isCounted, type NamedAward, type Recipient, type Verb } from './award-event.js';
import { awardEvents } from './award-events.js';
import { bearerOf } from './award-names.js';
import { blanked } from './blanked.js';
import { breakdownAwards, breakdownIn, canBreakDown } from './breakdown.js';
import type { SentenceAward } from './sentence-awards.js';
import { isHeading, type StatusContext } from './status-context.js';

/** «Xây dựng gia đình văn hóa:», «2. Bình xét danh hiệu “Thôn văn hóa”:» */
const topic = /^[^:;]{4,140}:(?=\s)/u;
/** «Phong trào nông dân thi đua sản xuất, kinh doanh giỏi hằng năm có …»: what a sentence is about, up to its first number. */
const opensWithMovement =
  /^\s*(?:[-–+*•]\s*)?(?:(?:thực hiện|hưởng ứng|trong|qua|về|đối với|triển khai)\s+)?(?:phong trào|cuộc vận động)(?!\p{L})[^;:\d]{4,160}(?=\d)/iu;
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
  const title =
    label === undefined ? null : (titleOf(label, longestTail) ?? titleOf(label.replace(movement, ' '), longestTail));
  if (label !== undefined && title !== null) return clausesOn(title, sentence, label.length, said);
  const opening = opensWithMovement.exec(sentence)?.[0];
  return opening === undefined ? [] : titlesUnder(opening, sentence, said, opening.length);
}

/**
 * Reads a sentence that stands below a heading and says of the title in it who registered and who reached it: «Đầu năm có 5.140 hộ
 * đăng ký. Kết quả bình xét đạt 3.268 hộ, trong đó cấp tỉnh 58 hộ» below «Phong trào nông dân thi đua sản xuất, kinh doanh giỏi».
 */
export function titlesUnder(heading: string, sentence: string, said: StatusContext, from = 0): SentenceAward[] {
  const title = titleOf(heading.replace(movement, ' '), Number.POSITIVE_INFINITY);
  return title === null ? [] : clausesOn(title, sentence, from, said);
}
const movement = /(?<!\p{L})(?:phong trào|cuộc vận động|thi đua|xây dựng)(?!\p{L})/giu;

function clausesOn(title: Title, sentence: string, from: number, said: StatusContext): SentenceAward[] {
  const breakdown = breakdownIn(fold(sentence));
  const text = breakdown === null ? sentence : blanked(sentence, breakdown);
  const ends = [...text.matchAll(clauseEnd)].map(({ index }) => index).filter((end) => end > from);
  const found: SentenceAward[] = [];
  let start = from;
  for (const end of [...ends, text.length]) {
    const clause = text.slice(start, end);
    // «3.120 hộ đạt, bằng 61,2% số hộ đăng ký»
    const share = shareOfBefore.exec(clause)?.groups?.['percent'];
    const before = found.at(-1);
    if (share !== undefined && before !== undefined) {
      found[found.length - 1] = { ...before, percent: before.percent ?? Number(share.replace(',', '.')) };
      start = end + 1;
      continue;
    }
    const { events, reading } = awardEvents(clause);
    if (events.some(({ kind }) => kind === 'award')) return [];
    const who = events.find((event): event is Recipient => event.kind === 'recipient' && isCounted(event));
    const status = statusOf(events, said);
    if (who !== undefined && status !== null && mayBear(who, title))
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
  const sum = found.at(-1);
  return breakdown === null || sum === undefined || sum.end > breakdown.start || !canBreakDown(sum, breakdown.by)
    ? found
    : [...found, ...breakdownAwards(sum, sentence, breakdown)];
}

/** A clause that only says how large a share those of the one before are. */
const shareOfBefore = /^\s*(?:bằng|chiếm|đạt|tỷ lệ|đạt tỷ lệ)\s+(?<percent>\d{1,3}(?:[.,]\d{1,2})?)\s?%/iu;

/** Whether whoever is counted may bear a title: an agency is counted as a body too. */
const mayBear = ({ who }: Recipient, { bearer }: Title): boolean =>
  who === bearer || (bearer === 'organisation' && who === 'collective');

const shareIn = (events: readonly AwardEvent[]): number | null => {
  const share = events.find((event) => event.kind === 'share');
  return share?.kind === 'share' ? share.percent : null;
};

interface Title {
  readonly award: NamedAward;
  readonly bearer: SentenceAward['recipient'];
}

/** The one title that a label names, no more than so many terms before its end, and who bears it. */
function titleOf(label: string, tail: number): Title | null {
  const { events, reading } = awardEvents(label);
  const awards = events.filter((event): event is NamedAward => event.kind === 'award');
  const [award] = awards;
  if (awards.length !== 1 || award!.count !== null || !/^(?:title|recognition|counted)$/.test(award!.evidence))
    return null;
  if (reading.words.length - award!.last > tail) return null;
  if (!award!.name.startsWith('*')) return { award: award!, bearer: bearerOf(award!) };
  // «Phong trào xây dựng cơ quan, doanh nghiệp đạt chuẩn văn hóa:»
  if (!/(?:cơ quan|doanh nghiệp|đơn vị)[^:]*đạt chuẩn/iu.test(label)) return null;
  return { award: { ...award!, name: 'Cơ quan đạt chuẩn văn hóa', code: 'CQDCVH' }, bearer: 'organisation' };
}

/** What the clause's verbs make of those it counts; null where they do something else. */
function statusOf(events: readonly AwardEvent[], said: StatusContext): SentenceAward['status'] | null {
  const acts = events.filter((event): event is Verb => event.kind === 'verb').map(({ act }) => act);
  if (acts.length === 0 || acts.some((act) => !['register', 'receive', 'aim'].includes(act))) return null;
  if (acts.includes('register')) return 'registered';
  if (acts.includes('aim')) return 'target';
  return said ?? 'granted';
}

/** The heading right above a block, where it names a title of households and the block counts some who got or want it. */
export function topicAbove(document: SourceDocument, at: number, folded: string): string | null {
  if (
    !/(?<![\d.])\d[\d.]{0,9} ho(?![a-z])/.test(folded) ||
    !/(?<![a-z])(?:dang k[yi]|dat|cong nhan)(?![a-z])/.test(folded)
  )
    return null;
  const above = document.blocks[at - 1];
  if (above === undefined || !isHeading(document, above)) return null;
  const heading = document.text.slice(above.span.start, above.span.end);
  return /(?<![a-z])(?:(?:kinh doanh|sxkd|sx-kd) gioi|gia dinh van hoa)(?![a-z])/.test(fold(heading)) ? heading : null;
}
