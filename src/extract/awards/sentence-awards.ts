import { fold } from '../../text/fold.js';
import { bodiesIn } from '../../text/nlp/match-bodies.js';
import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent } from './award-event.js';
import { awardEvents } from './award-events.js';
import { type AwardFrame, awardFrames } from './award-frames.js';
import { type AwardDraft, frameRecords } from './frame-records.js';
import type { FrameSurroundings } from './frame-surroundings.js';
import type { StatusContext } from './status-context.js';

/** A record with its place in the sentence. */
export interface SentenceAward extends Omit<AwardDraft, 'recipientTerms' | 'first' | 'last'> {
  readonly start: number;
  readonly end: number;
}

/** Rules, standards and wishes speak of awards that nobody got yet. */
const generalTalk =
  /(?<![a-z])(?:(?<!dat )tieu chuan|tieu chi|quy dinh|tham quyen|thu tuc|ho so|truong hop|kip thoi|moi lan|xet tang|de tang|co the|nguyen tac|hinh thuc khen|dieu kien|theo luat|duoc tang cho|phai|so luong|lan lien tuc|lan tro len|lan duoc tang|hoac (?:dat|duoc tang|duoc cong nhan)|binh xet tu|hang nam duoc)(?![a-z])/;
const building = /(?<![a-z])(?:xay dung|gop phan|huong toi|nham)(?![a-z])/;
/** Handing over on behalf of another: whoever hands over is not the grantor. */
const onBehalf = /(?<![a-z])(?:thua uy quyen|duoc uy quyen|thay mat)(?![a-z])/;

/**
 * Finds the awards of one sentence.
 *
 * @param sentence one sentence of a block, NFC
 * @param context what its headings and lead-in say of the status
 */
export function sentenceAwards(sentence: string, context: StatusContext): SentenceAward[] {
  const { reading, events } = awardEvents(sentence);
  if (
    !events.some(({ kind }) => kind === 'award') &&
    !events.some((event) => event.kind === 'verb' && event.act === 'praise')
  )
    return [];
  const folded = fold(sentence);
  const frames = awardFrames(events);
  const found: SentenceAward[] = [];
  let sticky: FrameSurroundings['sticky'] = null;
  let clauseStart = 0;
  for (const frame of frames) {
    const verbTerm = frame.verbs[0]?.first;
    const passive = frame.verbs.some((verb) => verb.passive || verb.act === 'receive' || verb.act === 'register');
    const subjectBody =
      verbTerm === undefined || (passive && frame.subjects.length > 0)
        ? null
        : bodyBefore(reading, sentence, clauseStart, verbTerm);
    const drafts = frameRecords(withAddressee(frame, reading, sentence), {
      context,
      sticky,
      actor: passive || subjectBody === null || onBehalf.test(folded) ? null : subjectBody,
      namedSubject: passive ? subjectBody : null,
      namedSubjectKind: subjectBody === null ? null : 'collective',
      general: generalTalk.test(folded),
      building: building.test(folded),
      titleList: isTitleList(events),
    });
    for (const draft of drafts) found.push(placed(draft, sentence, reading));
    const act = frame.verbs.find(({ act: one }) => one === 'aim' || one === 'register')?.act;
    if (act !== undefined) sticky = act === 'aim' ? 'target' : 'registered';
    clauseStart = frameEnd(frame, clauseStart);
  }
  return found;
}

/** «đề nghị UBND tỉnh tặng Cờ thi đua»: whom the proposal asks is who would grant it. */
function withAddressee(frame: AwardFrame, reading: SentenceReading, sentence: string): AwardFrame {
  const verbs = frame.verbs.map((verb, i) => {
    const before = frame.verbs[i - 1];
    if (before?.act !== 'propose' || verb.grantor !== null) return verb;
    const body = bodiesIn(reading, sentence, before.last, verb.first).at(-1);
    return body === undefined ? verb : { ...verb, grantor: body.words };
  });
  return { ...frame, verbs };
}

/** A list of titles, with no recipient and no verb but the list's own. */
const isTitleList = (events: readonly AwardEvent[]): boolean =>
  events.filter(({ kind }) => kind === 'award').length > 0 &&
  !events.some(({ kind }) => kind === 'to') &&
  !events.some((event) => event.kind === 'verb' && event.act !== 'receive');

const frameEnd = (frame: AwardFrame, from: number): number =>
  Math.max(from, ...[...frame.awards, ...frame.objects, ...frame.verbs, ...frame.subjects].map(({ last }) => last));

/** The body that acts: right before the verb, but for adverbs and the decision it signs. */
function bodyBefore(reading: SentenceReading, sentence: string, from: number, verb: number): string | null {
  const bodies = bodiesIn(reading, sentence, from, verb).filter(
    ({ span }) => !/[-/]/.test(sentence[span.start - 1] ?? ''),
  );
  const body = bodies.at(-1);
  if (body === undefined) return null;
  const between = reading.words.slice(body.last, verb);
  // A name behind the office («Bộ trưởng Bộ Tài chính Đinh Tiến Dũng trao …») is a person who hands it over.
  if (between.slice(0, 2).filter(({ tags }) => tags.has('Proper')).length === 2) return null;
  return between.length <= 14 ? body.words : null;
}

function placed(draft: AwardDraft, sentence: string, reading: SentenceReading): SentenceAward {
  const { recipientTerms, first, last, ...fields } = draft;
  const { words } = reading;
  const recipientWords =
    recipientTerms === null ? null : sentence.slice(words[recipientTerms[0]]!.start, words[recipientTerms[1] - 1]!.end);
  let end = words[last - 1]!.end;
  const closing = /^["”»’']/u.exec(sentence.slice(end));
  if (closing !== null) end += closing[0].length;
  let start = words[first]!.start;
  if (closing !== null && /["“«‘']/u.test(sentence[start - 1] ?? '')) start -= 1;
  return {
    ...fields,
    recipientName: fields.recipientName ?? recipientWords?.replace(/^[\d./]+\s+/u, '') ?? null,
    start,
    end,
  };
}
