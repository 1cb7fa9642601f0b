import { fold } from '../../text/fold.js';
import { bodiesIn } from '../../text/nlp/match-bodies.js';
import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import type { AwardEvent, RecipientKind, Verb } from './award-event.js';
import { awardEvents } from './award-events.js';
import { type AwardFrame, awardFrames } from './award-frames.js';
import { type AwardDraft, frameRecords } from './frame-records.js';
import type { FrameSurroundings } from './frame-surroundings.js';
import type { ListLead } from './list-leads.js';
import { namedItem } from './named-item.js';
import { namedSubject } from './named-subject.js';
import { isLabelled, standsAlone } from './stands-alone.js';
import type { StatusContext } from './status-context.js';

/** A record with its place in the sentence. */
export interface SentenceAward extends Omit<AwardDraft, 'recipientTerms' | 'first' | 'last'> {
  readonly start: number;
  readonly end: number;
}

/** Rules, standards and wishes speak of awards that nobody got yet. */
const generalTalk =
  /(?<![a-z])(?:(?<!dat )tieu chuan|tieu chi|quy dinh|tham quyen|thu tuc|ho so|truong hop|kip thoi|moi lan|(?<!de nghi )xet tang|de tang|co the|nguyen tac|hinh thuc khen|dieu kien|theo luat|duoc tang cho|phai|so luong|lan lien tuc|lan tro len|khi nao|neu|la su ghi nhan|xay dung ke hoach|la (?:mot )?(?:phan thuong|hinh thuc|danh hieu)|la vinh du|phan tram cac|khi [a-z ]{1,40} thi|hoac (?:dat|duoc tang|duoc cong nhan)|binh xet tu|hang nam duoc)(?![a-z])/;
/** «có 02 lần được tặng» is a rule, unless a body by its name was. */
const timesGiven = /(?<![a-z])lan duoc tang(?![a-z])/;
const building = /(?<![a-z])(?:xay dung|gop phan|huong toi|nham)(?![a-z])/;
/** Handing over on behalf of another: whoever hands over is not the grantor. */
const onBehalf = /(?<![a-z])(?:thua uy quyen|duoc uy quyen|thay mat)(?![a-z])/;

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
  const labelled = lead !== null && isLabelled(sentence, reading, events);
  const bareItem =
    named !== null ||
    (!building.test(folded) && (labelled === 'year' || (lead !== null && standsAlone(reading, events))));
  const context = said ?? (lead?.given === true || (bareItem && labelled !== false) ? 'granted' : null);
  const found: SentenceAward[] = [];
  let sticky: FrameSurroundings['sticky'] = null;
  let registeredBy = false;
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
    const reached = frame !== own || (registeredBy && own.subjects.some(isCounted) && own.verbs.some(isReceipt));
    if (reached && own.verbs.length > 0 && sticky === 'registered') sticky = null;
    const verbTerm = frame.verbs[0]?.first;
    const passive = frame.verbs.some((verb) => verb.passive || verb.act === 'receive' || verb.act === 'register');
    const subjectBody =
      verbTerm === undefined || (passive && frame.subjects.length > 0)
        ? null
        : bodyBefore(reading, sentence, clauseStart, verbTerm);
    const between = sentence.slice(clause, startOf(frame, reading));
    if (last !== null && own === frame && !/[;:]/.test(between)) {
      const asked = withAddressee(last, reading, sentence).verbs.some(({ grantor }) => grantor === subjectBody);
      frame = sharingVerb(frame, last, subjectBody, asked);
    }
    if (last !== null && own === frame && subjectBody === null) frame = goingOnProposed(frame, last);
    // «UBND huyện công nhận 12 cơ quan đạt chuẩn văn hóa»
    const recognised = subjectBody !== null && frame.verbs[0]?.recognises === true && frame.verbs[0].grantor === null;
    if (recognised)
      frame = { ...frame, verbs: frame.verbs.map((verb, i) => (i === 0 ? { ...verb, grantor: subjectBody } : verb)) };

    // «A được tặng …, 02 năm liền được … tặng …»: a passive verb without a subject has the one before.
    const alone = frame.subjects.length === 0 && frame.objects.length === 0 && frame.lead === null;
    const bodyName = subjectBody !== null && !recognised && isOwnName(subjectBody) ? subjectBody : null;
    const gets = frame.verbs.some((verb) => verb.passive || verb.act === 'receive');
    const nameless = frame.subjects.every((one) => !isCounted(one) && one.name === null && !one.many);
    const proper =
      gets && bodyName === null && nameless && frame.lead === null && frame.objects.length === 0 && !frame.part
        ? namedSubject(sentence, reading, clauseStart, verbTerm!)
        : null;
    if (proper !== null) frame = { ...frame, subjects: [] };
    // «A được … tặng Bằng khen; Bằng khen của Bộ B»: a list without verbs has the subject too.
    const goesOnGetting = frame.verbs.length === 0 && frame.inherited.some((verb) => verb.passive);
    const carriedOn: string | null = alone && subjectBody === null ? subject : null;
    const subjectName: string | null = passive || goesOnGetting ? (bodyName ?? proper?.name ?? carriedOn) : null;
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
    const actor: string | null = passive || onBehalf.test(folded) ? null : goesOn ? lastActor : subjectBody;
    // «được UBND tỉnh tặng Cờ và tặng Bằng khen cho …»: the same one gives.
    const giver = frame.verbs.find((verb) => verb.passive && verb.act === 'give')?.grantor ?? null;
    if (frame.verbs.length > 0) lastActor = gives && !passive ? actor : giver;
    const asking = withAddressee(frame, reading, sentence);
    // The later members of a list have the verbs of its first, and whom they ask.
    for (const [i, verb] of frame.verbs.entries()) addressed.set(verb, asking.verbs[i]!);
    const whole = { ...asking, inherited: asking.inherited.map((verb) => addressed.get(verb) ?? verb) };
    const drafts = frameRecords(whole, {
      context,
      sticky,
      actor,
      namedSubject: subjectName,
      namedSubjectKind: subjectName === null ? null : subjectKind,
      general: generalTalk.test(folded) || (timesGiven.test(folded) && subjectName === null),
      building: building.test(folded),
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
      registeredBy = act === 'register' && frame.subjects.some(isCounted);
    }
    clauseStart = frameEnd(frame, clauseStart);
    if (frame.awards.length > 0 || frame.verbs.length > 0) last = frame;
  }
  return found;
}

/** An item without a verb has the one its list's lead ends in: «UBND tỉnh tặng:» and «- Bằng khen: 02 tập thể». */
function underLead(frame: AwardFrame, lead: ListLead | null): AwardFrame {
  if (lead?.act == null || frame.inherited.length > 0 || frame.awards.length === 0) return frame;
  const gives = frame.verbs.every(({ act, passive, grantor: by }) => act === 'give' && !passive && by === null);
  if (frame.verbs.length > 0 && !(lead.act === 'propose' && gives)) return frame;
  const verb: Verb = {
    kind: 'verb',
    act: 'give',
    passive: false,
    behindPassive: false,
    recognises: false,
    grantor: lead.grantor,
    comma: false,
    titled: false,
    first: 0,
    last: 0,
    strength: 0.9,
  };
  return { ...frame, inherited: lead.act === 'give' ? [verb] : [{ ...verb, act: 'propose', grantor: null }, verb] };
}

const startOf = (frame: AwardFrame, reading: SentenceReading): number => {
  const firsts = [...frame.subjects, ...frame.verbs, ...frame.awards].map(({ first }) => first);
  return reading.words[Math.min(...firsts, reading.words.length - 1)]?.start ?? 0;
};

const isReceipt = ({ act, passive }: Verb): boolean => act === 'receive' || (act === 'give' && passive);

const isCounted = ({ count, percent }: { count: number | null; percent: number | null }): boolean =>
  count !== null || percent !== null;

/**
 * «tặng Bằng khen cho 14 cá nhân thuộc A; 02 tập thể thuộc B»: recipients alone behind a semicolon go on with the list.
 * «8.500 hộ đăng ký Gia đình văn hóa, 8.200 hộ đạt danh hiệu»: the title is the one named before.
 */
function goingOn(frame: AwardFrame, last: AwardFrame, reading: SentenceReading, sentence: string): AwardFrame {
  if (frame.awards.length > 0 || frame.subjects.length === 0 || frame.objects.length > 0 || last.awards.length > 1)
    return frame;
  const praised = last.awards.length === 0 && last.verbs.some(({ act, passive }) => act === 'praise' && !passive);
  if (praised && frame.verbs.length === 0 && !frame.part && frame.subjects.every(isCounted))
    return last.objects.some(isCounted) && isNextMember(frame, reading, sentence)
      ? { ...frame, objects: frame.subjects, subjects: [], verbs: last.verbs }
      : frame;
  const { first } = frame.subjects[0]!;
  if (last.awards.length === 0) return frame;
  const award = { ...last.awards[0]!, count: null, percent: null, first, last: frame.subjects.at(-1)!.last };
  if (!frame.subjects.every(isCounted)) return frame;
  // «45 tập thể, cá nhân được tặng Bằng khen, trong đó có 15 tập thể, 30 cá nhân»
  if (frame.part) return frame.verbs.length === 0 ? { ...frame, awards: [award] } : frame;
  if (frame.verbs.length === 0) {
    const gave = last.verbs.some(({ act, passive }) => act === 'give' && !passive) && last.objects.some(isCounted);
    return gave && isNextMember(frame, reading, sentence)
      ? { ...frame, awards: [award], objects: frame.subjects, subjects: [], verbs: last.verbs }
      : frame;
  }
  const titled = frame.verbs.at(-1)!;
  return titled.titled && titled.act === 'receive' && award.evidence === 'title'
    ? { ...frame, awards: [award] }
    : frame;
}

/** Whether a frame of recipients alone stands behind a semicolon, with no clause of its own. */
function isNextMember({ subjects }: AwardFrame, { words }: SentenceReading, sentence: string): boolean {
  const { first } = subjects[0]!;
  const { last } = subjects.at(-1)!;
  const before = words[first - 1];
  const behind = words[last];
  if (before === undefined || !/^\s*;\s*$/.test(sentence.slice(before.end, words[first]!.start))) return false;
  if (behind === undefined || /^\s*["“«]/.test(sentence.slice(words[last - 1]!.end))) return true;
  return /^(?:thuoc|cua|tai|o|la)$/.test(behind.folded) || behind.tags.has('Proper');
}

/** «đề nghị tặng … cho 17 cá nhân; khen thưởng quá trình cống hiến cho 02 cá nhân»: still proposed. */
function goingOnProposed(frame: AwardFrame, last: AwardFrame): AwardFrame {
  const proposing = [...last.verbs, ...last.inherited].find(({ act }) => act === 'propose');
  const praises = frame.verbs.length > 0 && frame.verbs.every(({ act, passive }) => act === 'praise' && !passive);
  if (proposing === undefined || frame.subjects.length > 0) return frame;
  if (praises) return { ...frame, verbs: [proposing, ...frame.verbs] };
  // The parts of a sum have its verbs.
  return frame.part && frame.verbs.length === 0
    ? { ...frame, inherited: last.verbs.length > 0 ? last.verbs : last.inherited }
    : frame;
}

/**
 * «đề nghị cấp trên công nhận 20 …, tặng 05 Bằng khen»: the second verb is proposed too.
 * So is that of the body which the proposal asked already («…, UBND huyện tặng Giấy khen»).
 * «được UBND tỉnh tặng Bằng khen, Bộ trưởng tặng Cờ thi đua»: the second giver gives to the same.
 */
function sharingVerb(frame: AwardFrame, last: AwardFrame, actor: string | null, asked: boolean): AwardFrame {
  const active =
    frame.verbs.length > 0 &&
    frame.verbs.every(({ act, passive, grantor }) => act === 'give' && !passive && grantor === null);
  if (!active || frame.subjects.some(isCounted)) return frame;
  const proposing = [...last.verbs, ...last.inherited].find(({ act }) => act === 'propose');
  if (proposing !== undefined && (actor === null || asked)) return { ...frame, verbs: [proposing, ...frame.verbs] };
  const passive = last.verbs.some((verb) => verb.passive && verb.act === 'give') && last.objects.length === 0;
  if (!passive || actor === null || frame.objects.length > 0) return frame;
  return {
    ...frame,
    subjects: last.subjects,
    verbs: frame.verbs.map((verb) => ({ ...verb, passive: true, grantor: actor })),
  };
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

/** «Bệnh viện», «Viện», «Nhà trường» are how a report speaks of its own body; a name has more. */
const isOwnName = (body: string): boolean =>
  /\s\p{Lu}|\d|\s(?:tỉnh|huyện|xã|phường|thị trấn|thành phố|quận|thị xã|ngành)$/u.test(body);

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
    recipientName: fields.recipientName ?? recipientWords?.replace(/^[\d./]+(?:,\d+)?\s?%?\s+/u, '') ?? null,
    start,
    end,
  };
}
