import { fold } from '../../text/fold.js';
import { bodiesIn } from '../../text/nlp/match-bodies.js';
import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import type { AwardDraft } from './award-draft.js';
import { type AwardEvent, isCounted, type RecipientKind, type Verb } from './award-event.js';
import { awardEvents } from './award-events.js';
import type { AwardFrame } from './award-frame.js';
import { awardFrames } from './award-frames.js';
import { frameRecords } from './frame-records.js';
import type { FrameSurroundings } from './frame-surroundings.js';
import {
  building,
  built,
  byDecision,
  contest,
  generalTalk,
  instructs,
  occasion,
  offers,
  onBehalf,
  opensWithAim,
  opensWithYear,
  sinceYear,
  timesGiven,
  told,
} from './general-talk.js';
import type { ListLead } from './list-leads.js';
import { namedBeside } from './named-beside.js';
import { namedItem } from './named-item.js';
import { namedSubject } from './named-subject.js';
import { goingOn, goingOnProposed, isReceipt, sharingVerb, underLead, withAddressee } from './shared-verbs.js';
import { isLabelled, standsAlone } from './stands-alone.js';
import type { StatusContext } from './status-context.js';

/** A record with its place in the sentence. */
export interface SentenceAward extends Omit<AwardDraft, 'recipientTerms' | 'first' | 'last'> {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the awards of one sentence.
 *
 * @param sentence one sentence of a block, NFC
 * @param said what its headings and lead-in say of the status
 * @param lead of the list of awards it is an item of, if any
 */
export function sentenceAwards(sentence: string, said: StatusContext, lead: ListLead | null = null): SentenceAward[] {
  if (/\?\s*$/.test(sentence)) return [];
  const { reading, events: read } = awardEvents(sentence);
  const named = namedItem(sentence, reading, read, said !== null || lead !== null);
  const events = named ?? read;
  if (
    !events.some(({ kind }) => kind === 'award') &&
    !events.some((event) => event.kind === 'verb' && event.act === 'praise')
  )
    return [];
  const folded = fold(sentence);
  if (offers.test(folded)) return [];
  if (instructs.test(folded) && !events.some(({ kind }) => kind === 'award')) return [];
  const builds = building.test(folded);
  const aims = opensWithAim.test(folded);
  const general = generalTalk.test(folded);
  const label = lead !== null || opensWithYear.test(sentence) ? isLabelled(sentence, reading, events) : false;
  const labelled = lead !== null || label === 'year' ? label : false;
  const bareItem =
    named !== null || (!builds && (labelled === 'year' || (lead !== null && standsAlone(reading, events))));
  const context = said ?? (lead?.given === true || (bareItem && labelled !== false) ? 'granted' : null);
  const found: SentenceAward[] = [];
  let sticky: FrameSurroundings['sticky'] = null;
  let registeredBy = false;
  /** what came of a registration is told from here on */
  let passed = false;
  const addressed = new Map<Verb, Verb>();
  let clauseStart = 0;
  let last: AwardFrame | null = null;
  let subject: string | null = null;
  let subjectKind: RecipientKind | null = null;
  let lastActor: string | null = null;
  for (const read of awardFrames(events)) {
    const own = underLead(read, lead);
    const clause = reading.words[clauseStart]?.start ?? 0;
    let frame: AwardFrame = last === null ? own : goingOn(own, last, reading, sentence);
    // «8.500 hộ đăng ký …, 8.200 hộ đạt danh hiệu»: what was reached is no longer what was registered.
    const reached =
      frame !== own ||
      (own.subjects.some(isCounted) &&
        own.verbs.some(isReceipt) &&
        (registeredBy || cameOf.test(fold(sentence.slice(clause, startOf(own, reading))))));
    // «đăng ký thi đua 100%; qua bình xét, có 08 đồng chí LĐTT»
    const came = sticky === 'registered' && cameOf.test(fold(sentence.slice(clause, startOf(own, reading))));
    if (((reached && own.verbs.length > 0) || came) && sticky === 'registered') sticky = null;
    passed ||= came;
    if (passed) frame = { ...frame, inherited: frame.inherited.filter(({ act }) => act !== 'register') };
    const verbTerm = frame.verbs[0]?.first;
    const passive = frame.verbs.some((verb) => verb.passive || verb.act === 'receive' || verb.act === 'register');
    const subjectBody =
      verbTerm === undefined ||
      (passive && frame.subjects.some(({ first }) => first < verbTerm || !verbRecognises(frame)))
        ? null
        : bodyBefore(reading, sentence, clauseStart, verbTerm);
    const between = sentence.slice(clause, startOf(frame, reading));
    const oneClause = !/[;:]/.test(between) || (subjectBody !== null && givesToSame(frame, last, between));
    if (last !== null && own === frame && oneClause) {
      const asked = withAddressee(last, reading, sentence).verbs.some(({ grantor }) => grantor === subjectBody);
      frame = sharingVerb(frame, last, subjectBody, asked, reading);
    }
    if (last !== null && own === frame && subjectBody === null) frame = goingOnProposed(frame, last);
    // «UBND huyện công nhận 12 cơ quan đạt chuẩn văn hóa»
    const recognises = frame.verbs[0]?.recognises === true && frame.verbs[0].grantor === null;
    // «UBND huyện tặng … cho 30 cá nhân; công nhận 12 tập thể …»: the same one goes on.
    const recogniser: string | null =
      subjectBody ?? (frame.subjects.some(({ first }) => first < verbTerm!) ? null : lastActor);
    const recognised: boolean = recognises && recogniser !== null;
    if (recognised)
      frame = { ...frame, verbs: frame.verbs.map((verb, i) => (i === 0 ? { ...verb, grantor: recogniser } : verb)) };

    // «A được tặng …, 02 năm liền được … tặng …»: a passive verb without a subject has the one before.
    const alone = frame.subjects.length === 0 && frame.objects.length === 0 && frame.lead === null;
    const opens =
      subjectBody !== null && opensWith(subjectBody, sentence.slice(clause, reading.words[verbTerm!]!.start));
    const bodyName = subjectBody !== null && !recognised && (opens || isOwnName(subjectBody)) ? subjectBody : null;
    const gets = frame.verbs.some((verb) => verb.passive || verb.act === 'receive');
    const nameless = frame.subjects.every((one) => !isCounted(one) && one.name === null && !one.many);
    // «Trường A được UBND tỉnh thống nhất đề nghị … tặng Bằng khen»
    const proposedAt =
      frame.verbs[0]?.act === 'propose' ? passiveBefore(reading, sentence, clauseStart, verbTerm!) : null;
    const proper =
      (gets || proposedAt !== null) &&
      bodyName === null &&
      nameless &&
      frame.lead === null &&
      frame.objects.length === 0 &&
      !frame.part
        ? namedSubject(sentence, reading, clauseStart, proposedAt ?? verbTerm!)
        : null;
    if (proper !== null) frame = { ...frame, subjects: [] };
    const beside = namedBeside(frame, sentence, reading, clauseStart);
    if (beside !== null) frame = { ...frame, subjects: [beside, ...frame.subjects] };
    // «A được … tặng Bằng khen; Bằng khen của Bộ B»: a list without verbs has the subject too.
    const goesOnGetting = frame.verbs.length === 0 && frame.inherited.some((verb) => verb.passive);
    const carried = frame.carried && frame.subjects.every(({ name }) => name === null);
    const carriedOn: string | null = (alone || carried) && subjectBody === null ? subject : null;
    // «A được Tổng Liên đoàn tặng Bằng khen, Liên đoàn tỉnh tặng Cờ thi đua»
    const shared: string | null = !passive && frame.verbs.some((verb) => verb.passive) ? subject : null;
    const subjectName: string | null =
      passive || goesOnGetting || proposedAt !== null
        ? (bodyName ?? proper?.name ?? carriedOn)
        : frame.subjects.length === 0
          ? shared
          : null;
    if (frame.verbs.length > 0) {
      const only = frame.subjects.length === 1 && !isCounted(frame.subjects[0]!) ? frame.subjects[0]! : null;
      const ownKind: RecipientKind | null = proper?.who ?? (bodyName === null ? subjectKind : 'collective');
      subject = subjectName ?? only?.name ?? null;
      subjectKind = subjectName === null ? (only?.who ?? null) : ownKind;
    }
    const gives = frame.verbs.length > 0 && frame.verbs.every(({ act }) => act === 'give' || act === 'praise');
    // «Công an tỉnh đã khen thưởng 18 tập thể …; khen thưởng 39 tập thể …»: the same one goes on.
    const afterPassive = last?.verbs.some((verb) => verb.passive) === true;
    const goesOn =
      subjectBody === null &&
      gives &&
      frame.subjects.length === 0 &&
      (!afterPassive || /^\s*(?:,\s*)?và\s*$/u.test(between));
    // «UBND tỉnh tặng 18 Cờ thi đua cho 25 tập thể và 289 Bằng khen cho cá nhân»: a list without verbs has the giver too.
    const listGoesOn =
      frame.verbs.length === 0 &&
      frame.inherited.length > 0 &&
      frame.inherited.every(({ act, passive: got, grantor }) => act === 'give' && !got && grantor === null);
    const behalf = (last === null || subjectBody === null) && onBehalf.test(clauseAround(folded, frame, reading));
    const actor: string | null = passive
      ? null
      : goesOn || listGoesOn
        ? (lastActor ?? (behalf ? principal(folded, sentence, reading) : null))
        : behalf
          ? principal(folded, sentence, reading)
          : subjectBody;
    // «được UBND tỉnh tặng Cờ và tặng Bằng khen cho …»: the same one gives.
    const giver = frame.verbs.find((verb) => verb.passive && verb.act === 'give')?.grantor ?? null;
    if (frame.verbs.length > 0) lastActor = recognised ? recogniser : gives && !passive ? actor : giver;
    const asking = withAddressee(frame, reading, sentence);
    // The later members of a list have the verbs of its first, and whom they ask.
    for (const [i, verb] of frame.verbs.entries()) addressed.set(verb, asking.verbs[i]!);
    const whole = { ...asking, inherited: asking.inherited.map((verb) => addressed.get(verb) ?? verb) };
    const drafts = frameRecords(whole, {
      context:
        context !== null && tellsOfBefore(frame, last, folded.slice(clause, startOf(frame, reading)))
          ? 'granted'
          : context,
      sticky,
      aims: (aims || frame.carried) && !/(?<!\p{L})đã(?!\p{L})/iu.test(between),
      actor,
      namedSubject: subjectName,
      namedSubjectKind: subjectName === null ? null : subjectKind,
      general:
        (general && generalTalk.test(clauseAround(folded, frame, reading))) ||
        (timesGiven.test(folded) &&
          subjectName === null &&
          frame.subjects.every(({ name, ofReport }) => name === null && ofReport !== true)),
      building: builds,
      built: builds && built.test(clauseAround(folded, frame, reading)),
      decided: isDecided(frame, folded.slice(reading.words[frameEnd(frame, 1) - 1]?.end ?? folded.length)),
      occasion: occasion.test(folded),
      tookPart: contest.test(folded),
      told: told.test(clauseAround(folded, frame, reading)),
      lead,
      alone: bareItem,
      titleList: isTitleList(events),
    });
    // «Trong số đảng viên được tặng Huy hiệu Đảng có …» takes up what was said before.
    const takenUp = last === null && /^\s*trong so(?![a-z])/.test(folded);
    for (const draft of drafts)
      if (!takenUp || (draft.count ?? draft.percent) !== null) found.push(placed(draft, sentence, reading));
    const act = frame.verbs.find(({ act: one }) => one === 'aim' || one === 'register')?.act;
    if (act !== undefined) {
      sticky = act === 'aim' ? 'target' : 'registered';
      // «2.718 hộ đăng ký»: whoever comes next need not have registered only.
      registeredBy = act === 'register' && frame.subjects.some((one) => isCounted(one) && one.first < verbTerm!);
    }
    clauseStart = frameEnd(frame, clauseStart);
    if (frame.awards.length > 0 || frame.verbs.length > 0) last = frame;
  }
  return found;
}

/** «bệnh viện được Bộ Y tế tặng Bằng khen …; Bảo hiểm xã hội tỉnh tặng Giấy khen»: whether another gives to the same behind a semicolon. */
const givesToSame = (
  { awards, subjects, objects, verbs }: AwardFrame,
  last: AwardFrame | null,
  between: string,
): boolean =>
  /^[^;:]*;[^;:]*$/.test(between) &&
  subjects.length + objects.length === 0 &&
  !awards.some(isCounted) &&
  verbs.every(({ act, passive }) => act === 'give' && !passive) &&
  last?.subjects.length === 1 &&
  last.verbs.every(({ act, passive }) => act === 'give' && passive);

/** «đăng ký 1.450 hộ gia đình văn hóa, qua bình xét có 1.187 hộ đạt …» */
const cameOf = /(?<![a-z])(?:cuoi nam|binh xet|ket qua|den nay|qua kiem tra)(?![a-z])/;

/** «… đã được tặng Bằng khen năm 2020, đạt 05 lần Chiến sĩ thi đua cơ sở»: the merits of whoever is proposed were got already. */
const tellsOfBefore = ({ subjects, objects, verbs }: AwardFrame, last: AwardFrame | null, between: string): boolean =>
  verbs.length > 0 &&
  verbs.every(({ act, passive }) => act === 'receive' && !passive) &&
  ![...subjects, ...objects].some(isCounted) &&
  last?.verbs.some(({ act, passive }) => act === 'give' && passive) === true &&
  !last.verbs.some(({ act }) => act === 'propose' || act === 'aim') &&
  !/;/.test(between);

/** «Thừa ủy quyền của Chủ tịch nước, lãnh đạo tỉnh trao …»: whose award it is that another hands over; null where the text does not say. */
function principal(folded: string, sentence: string, reading: SentenceReading): string | null {
  const { words } = reading;
  const said = onBehalf.exec(folded);
  const from = said === null ? -1 : words.findIndex(({ start }) => start >= said.index + said[0].length);
  if (from < 0 || /[,;:.]/.test(sentence.slice(words[from - 1]!.end, words[from]!.start))) return null;
  const body = bodiesIn(reading, sentence, from, Math.min(words.length, from + longestPrincipal))[0];
  return body?.first === from ? body.words : null;
}
/** In terms: «Chủ tịch Ủy ban nhân dân tỉnh Thừa Thiên Huế». */
const longestPrincipal = 14;

/** In terms: «được Hội đồng Thi đua - Khen thưởng huyện thống nhất đề nghị …». */
const longestAsking = 14;
/** The «được» of whoever is proposed, before the verb that asks; null where nobody is. */
function passiveBefore({ words }: SentenceReading, sentence: string, from: number, verb: number): number | null {
  for (let at = verb - 1; at >= Math.max(from, verb - longestAsking); at -= 1) {
    if (/[;:.]/.test(sentence.slice(words[at]!.end, words[at + 1]!.start))) return null;
    if (words[at]!.text === 'được') return at;
  }
  return null;
}

/** «… đạt chuẩn nông thôn mới theo Quyết định số …», «Trường đạt chuẩn quốc gia từ năm 2018»: a decision, or a year behind the report's own body. */
const isDecided = ({ subjects }: AwardFrame, behind: string): boolean =>
  byDecision.test(behind) ||
  (subjects.length === 1 && subjects[0]!.ofReport === true && !isCounted(subjects[0]!) && sinceYear.test(behind));

/** The words between two semicolons around a frame: what is said in general beside them does not bear on it. */
function clauseAround(folded: string, frame: AwardFrame, reading: SentenceReading): string {
  const from = startOf(frame, reading);
  const to = reading.words[Math.max(frameEnd(frame, 0) - 1, 0)]?.end ?? folded.length;
  const end = folded.indexOf(';', to);
  return folded.slice(folded.lastIndexOf(';', from) + 1, end < 0 ? folded.length : end);
}

const startOf = (frame: AwardFrame, reading: SentenceReading): number => {
  const firsts = [...frame.subjects, ...frame.verbs, ...frame.awards].map(({ first }) => first);
  return reading.words[Math.min(...firsts, reading.words.length - 1)]?.start ?? 0;
};

/** «đã công nhận 5 đảng bộ đạt …»: whoever does it stands before the verb, who gets it behind. */
const verbRecognises = ({ verbs }: AwardFrame): boolean => verbs[0]?.recognises === true;

/** «Bệnh viện», «Viện», «Nhà trường» are how a report speaks of its own body; a name has more. */
const isOwnName = (body: string): boolean =>
  /\s\p{Lu}|\d|\s(?:tỉnh|huyện|xã|phường|thị trấn|thành phố|quận|thị xã|ngành)$/u.test(body);

/** «Đoàn thanh niên được …», «Năm 2019, Hội được …»: whether a clause opens with a body and goes on to what it got. */
function opensWith(body: string, clause: string): boolean {
  const at = clause.lastIndexOf(body);
  return (
    at >= 0 &&
    /^(?:[^,;:]{0,40}[,:]\s+|[-–+*•\s]*|.{0,20}\d{4}\s+)$/u.test(clause.slice(0, at)) &&
    /^\s+(?:(?:đã|vinh dự|cũng|còn|được|liên tục)\s+)*$/u.test(clause.slice(at + body.length))
  );
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
  // «… cho nguyên cán bộ Sở Y tế; đồng thời trao …»: what stands before a semicolon is of the clause before.
  if (sentence.slice(body.span.end, reading.words[verb]!.start).includes(';')) return null;
  const between = reading.words.slice(body.last, verb);
  // «Chủ tịch nước Trần Văn A ký quyết định tặng …»: whoever decides is the grantor, named or not.
  const decides = between.some(({ folded }, i) => folded === 'quyet' && between[i + 1]?.folded === 'dinh');
  // A name behind the office («Bộ trưởng Bộ Tài chính Đinh Tiến Dũng trao …») is a person who hands it over.
  const aside = /^\s*\(/.test(sentence.slice(body.span.end));
  if (!decides && !aside && between.slice(0, 2).filter(({ tags }) => tags.has('Proper')).length === 2) return null;
  if (between.length > 14) return null;
  // «UBND, Hội Nông dân thị xã khen thưởng …», «Hội Nông dân và Sở Y tế tặng …»: they do it together.
  let first = bodies.length - 1;
  const joined = (at: number): boolean =>
    /^\s*(?:,|và)\s*$/u.test(sentence.slice(bodies[at - 1]!.span.end, bodies[at]!.span.start));
  while (first > 0 && joined(first)) first -= 1;
  const opens = bodies[first]!.span.start;
  const clauseOpens = /(?:^|[,;:.–]|Ngoài ra|Dịp này|và)\s*$/u.test(sentence.slice(0, opens));
  return clauseOpens ? sentence.slice(opens, body.span.end) : body.words;
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
    recipientName:
      fields.recipientName ??
      recipientWords
        ?.replace(/^[\d./]+(?:(?:,|\s?[-–]\s?|\s(?:-|đến)\s)\d+)?\s?%?\s+/u, '')
        .replace(/^cho\s/u, '')
        .replace(/^(?:trên|trong)(?: tổng)?(?: số)? [\d.]+ /iu, '')
        .replace(/(?<=^(?:tập thể|cá nhân|hộ gia đình|hộ))\s*:?\s*\d+$/iu, '') ??
      null,
    start,
    end,
  };
}
