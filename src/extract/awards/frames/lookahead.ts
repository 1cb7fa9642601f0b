import {
  type AwardEvent,
  type BareCount,
  isCounted,
  type NamedAward,
  type Recipient,
  type RecipientKind,
  type Verb,
} from '../award-event.js';
import type { AwardFrame } from '../award-frame.js';
import { awardRow, defaultRecipient } from '../award-names.js';
import { isBearable, isPraisedFor } from '../recipient-list.js';

/** How far behind a name its verb may stand, in terms. */
const reachOfName = 3;

/** Whether only a comma or «và» stands between two neighbours of a list. */
export const follows = (events: readonly AwardEvent[], at: number): boolean =>
  at > 0 && events[at]!.first - events[at - 1]!.last <= 1;

/** «…, 15% đạt Chiến sĩ thi đua cơ sở»: a bare number right before the verb is the subject. */
export const leads = (events: readonly AwardEvent[], at: number): boolean => {
  const event = events[at]!;
  const verb = events[at + 1];
  if (verb?.kind !== 'verb' || verb.comma) return false;
  // «01 được phong tặng …»
  const begins = verb.first === event.last || (verb.behindPassive && verb.first === event.last + 1);
  // «70% trở lên đạt …», «15% số LĐTT đạt …»: of those who were named before, or bear a title.
  return (event.kind === 'share' || event.last - event.first === 1) && begins;
};

/** «05 tập thể thuộc khối A; 12 cá nhân thuộc khối B được … tặng»: others are counted behind the semicolon, and a verb of getting serves all. */
export function goesOnCounting(frame: AwardFrame, events: readonly AwardEvent[], at: number): boolean {
  const { subjects, verbs, inherited, awards } = frame;
  if (subjects.length === 0 || verbs.length + inherited.length + awards.length > 0) return false;
  if (!subjects.every(isCounted)) return false;
  const rest = events.slice(at).filter(({ kind }) => kind !== 'stop');
  const verb = rest.findIndex(({ kind }) => kind !== 'recipient');
  const counted = rest.slice(0, verb) as Recipient[];
  const gets = rest[verb];
  const sorts = new Set(subjects.map(({ sort }) => sort));
  // «kết nạp 15 đảng viên; 20 đảng viên được tặng …» says two things; «tập thể» and «cá nhân» make one list.
  return (
    verb > 0 &&
    counted.every(({ count, sort }) => count !== null && !sorts.has(sort)) &&
    gets?.kind === 'verb' &&
    gets.passive &&
    (gets.act === 'give' || gets.act === 'praise')
  );
}

/** «03 cá nhân đề nghị Bộ tặng Bằng khen; 18 chiến sĩ thi đua cơ sở»: of those before the semicolon alone is it asked. */
export function isOtherTitle({ subjects, verbs }: AwardFrame, events: readonly AwardEvent[], at: number): boolean {
  const next = events[at + 1];
  return (
    subjects.some(isCounted) &&
    verbs.some(({ act }) => act === 'propose') &&
    next?.kind === 'award' &&
    awardRow(next.code)?.kind === 'title' &&
    next.count !== null
  );
}

/** «… xã Bình Minh công nhận»: whether an active verb follows within the words of a name. */
export const actsAfter = (events: readonly AwardEvent[], at: number): boolean => {
  const next = events[at + 1];
  return next?.kind === 'verb' && !next.passive && !next.comma && next.first - events[at]!.last <= reachOfName;
};

/** Whether right behind a colon somebody gives, in the active voice. */
export const givesAfter = (events: readonly AwardEvent[], at: number): boolean => {
  const next = events[at + 1];
  return next?.kind === 'verb' && next.act === 'give' && !next.passive && next.first === events[at]!.first;
};

export const isRecipient = (event: AwardEvent | undefined, first: number): boolean =>
  event?.kind === 'recipient' && event.first === first;

/** Whether its first verb wants a subject that gets: «được tặng», «đạt». */
export const gets = ({ verbs: [first] }: AwardFrame): boolean =>
  first !== undefined && (first.passive || (first.act === 'receive' && !first.recognises));

/** Whether somebody gives, in the active voice, and nothing else is done. */
export const givesOnly = ({ verbs }: AwardFrame): boolean =>
  verbs.length > 0 && verbs.every(({ act, passive }) => act === 'give' && !passive);

/** Whether a passive verb only says of a counted award that it was given: «85 sản phẩm OCOP được công nhận». */
export function isSaidOfAward(frame: AwardFrame, events: readonly AwardEvent[], at: number): boolean {
  const verb = events[at];
  const award = frame.awards.at(-1);
  if (verb?.kind !== 'verb' || award?.count == null || frame.verbs.length + frame.objects.length > 0) return false;
  const praise = isPraisedFor(award.code) && verb.act === 'praise';
  const own =
    praise ||
    (/^(?:form|honour)$/.test(award.evidence)
      ? verb.act === 'give'
      : verb.act === 'receive' || verb.act === 'register');
  return own && (verb.passive || verb.behindPassive) && follows(events, at) && events[at + 1]?.kind !== 'award';
}

/** «Cờ thi đua do UBND tỉnh trao tặng»: whether a verb only says of whoever gives the award that they do. */
export const isGiversVerb = ({ awards }: AwardFrame, { act, passive, comma, first }: Verb): boolean =>
  act === 'give' && !passive && !comma && awards.at(-1)?.grantor !== null && awards.at(-1)!.last === first;

/** Whether those who are praised are praised for the award that follows: «Tuyên dương 120 em đạt danh hiệu …». */
export const praisesBearers = (frame: AwardFrame, events: readonly AwardEvent[], at: number): boolean =>
  frame.objects.length === 1 &&
  frame.objects[0]!.count !== null &&
  frame.objects[0]!.last === events[at]!.first &&
  frame.verbs.every(({ act, passive }) => act === 'praise' && !passive) &&
  events[at + 1]?.kind === 'award' &&
  (events[at + 1] as NamedAward).evidence === 'title';

/** «Bằng khen 26,»: a number right behind its award, that ends the clause. */
export const countsBefore = ({ awards }: AwardFrame, { first, count, closes }: BareCount): boolean =>
  closes === true &&
  // «Huân chương Độc lập hạng Nhì (2010)»
  (count < 1900 || count > 2099) &&
  awards.length === 1 &&
  awards[0]!.count === null &&
  awards[0]!.last === first;

/** «Tập thể: …», «Về cá nhân: …»: the kind that a label names for what follows its colon. */
export function groupNamed(events: readonly AwardEvent[], at: number): RecipientKind | null {
  const label = events[at - 1];
  const names = label?.kind === 'recipient' && label.last === events[at]!.first && label.count === null;
  return names && label.name === null && !label.many ? label.who : null;
}

export const hasPassive = (frame: AwardFrame): boolean =>
  frame.verbs.some(({ passive, act }) => passive || act === 'receive');

/** How far behind a label whoever it counts may stand, in terms: «Học sinh giỏi cấp huyện 41 em». */
const reachOfLabel = 3;

/** «Học sinh giỏi cấp huyện 41 em, cấp tỉnh 03 em»: a title without a verb, and how many bear it. */
export function isLabelList(
  { awards, verbs, inherited, subjects, objects, listed }: AwardFrame,
  event: Recipient,
): boolean {
  const [award] = awards;
  if (
    awards.length !== 1 ||
    award!.count !== null ||
    !award!.heads ||
    !/^(?:title|counted|form|honour)$/.test(award!.evidence)
  )
    return false;
  // «Khen thưởng kháng chiến: Huân chương Kháng chiến các hạng 12 trường hợp»
  if ([...verbs, ...inherited].some(({ act, passive }) => act !== 'praise' || passive)) return false;
  if (subjects.length > 0 || listed !== null) return false;
  const before = objects.at(-1);
  if (before === undefined) return !event.comma && event.first - award!.last <= reachOfLabel;
  return before.sort === event.sort && event.first - before.last <= reachOfLabel;
}

/** In terms: «đã có quyết định». */
const reachOfLabelledVerb = 4;
/** «Chiến sĩ thi đua toàn quốc: không có», «Kỷ niệm chương: đang trình 08 đồng chí»: what is said of a label behind its colon. */
export function isOfLabel(frame: AwardFrame, events: readonly AwardEvent[], at: number): boolean {
  const { awards, verbs, subjects, objects, listed, labelled } = frame;
  const [award] = awards;
  if (!labelled || awards.length !== 1 || award!.count !== null || objects.length > 0 || listed !== null) return false;
  if (
    verbs.some(({ first, act }) => first !== award!.first && act !== 'propose') ||
    subjects.some(({ count }) => count !== null)
  )
    return false;
  const { act } = events[at] as Verb;
  if (act === 'deny') return events[at]!.first === award!.last && (events[at] as Verb).closes === true;
  const next = events.slice(at + 1).find(({ kind }) => kind !== 'verb' && kind !== 'to');
  // «Danh hiệu “Bà mẹ Việt Nam anh hùng”: truy tặng cho 05 mẹ»
  // «Bằng khen: đã có quyết định tặng 02 cá nhân»
  const given = act === 'give' && events[at]!.first - award!.last <= reachOfLabelledVerb;
  return (
    (given || act === 'propose' || act === 'consider' || act === 'receive') &&
    next?.kind === 'recipient' &&
    (next.count !== null || (act === 'propose' && next.name !== null))
  );
}

/** «cô Lê Thị A (đang trình hội đồng cấp tỉnh)»: a bracket says how far it is. */
export const isAside = ({ verbs, objects }: AwardFrame, { act, opened }: Verb): boolean =>
  opened === true && verbs.length === 0 && objects.length > 0 && (act === 'propose' || act === 'consider');

/** In terms: «3 năm liên tục (2020-2022)», «và». */
const reachOfSecond = 7;
/** «02 giáo viên được công nhận … và được UBND huyện tặng Giấy khen»: whether a second verb of getting goes on with those counted. */
export const joinsOn = (frame: AwardFrame, { passive, comma, first }: Verb): boolean =>
  passive &&
  !comma &&
  // «46 hộ đạt gia đình văn hóa 3 năm liền được UBND xã tặng Giấy khen»
  first - frame.awards.at(-1)!.last <= reachOfSecond &&
  frame.objects.length === 0 &&
  frame.subjects.length > 0 &&
  frame.subjects.every(({ count }) => count !== null) &&
  frame.awards.every((award) => !isCounted(award)) &&
  hasPassive(frame);

/** «Phong tặng 64 mẹ, truy tặng 448 mẹ danh hiệu …»: whether right behind those who are counted as many others are given the same. */
export const goesOnHonouring = (frame: AwardFrame, events: readonly AwardEvent[], at: number): boolean =>
  givesOnly(frame) &&
  frame.verbs.length === 1 &&
  frame.objects.length === 1 &&
  frame.objects[0]!.count !== null &&
  frame.objects[0]!.first === frame.verbs[0]!.last &&
  follows(events, at) &&
  isRecipient(events[at + 1], events[at]!.last) &&
  (events[at + 1] as Recipient).count !== null &&
  (events[at + 1] as Recipient).sort === frame.objects[0]!.sort &&
  events[at + 2]?.kind === 'award';

/** «tặng Bằng khen cho 03 hộ sản xuất kinh doanh giỏi»: a counted title behind «cho» says who got the award before it. */
export const namesHolders = ({ objects }: AwardFrame, award: NamedAward): boolean =>
  award.given && award.count !== null && !award.titled && objects.length === 0 && isBearable(award);

/** «trao Giấy khen cho các gia đình văn hóa»: whether those who bear a title of households got the award before it. */
export const namesHouseholds = ({ objects }: AwardFrame, { count, titled, quoted, code }: NamedAward): boolean =>
  objects.length === 0 && count === null && !titled && !quoted && defaultRecipient(code) === 'household';

/** «tặng Bằng khen cho 3 thôn, 5 gia đình văn hóa»: a title of households in a list of those who got the award before it. */
export function goesOnNaming({ objects }: AwardFrame, events: readonly AwardEvent[], at: number): boolean {
  const { count, titled, code } = events[at] as NamedAward;
  const before = objects.at(-1);
  if (before === undefined || before.count === null || count === null || titled) return false;
  // «tặng giấy khen cho 326 học sinh giỏi và 749 học sinh tiên tiến»
  const pupils = /^Học sinh/u.test((events[at] as NamedAward).name);
  return follows(events, at) && (pupils || defaultRecipient(code) === 'household');
}

/** «Bằng khen 02 tập thể, 09 hộ sản xuất kinh doanh giỏi»: certificates go to whoever is counted behind them. */
export const listsHolders = ({ awards, objects }: AwardFrame): boolean =>
  objects.length > 0 &&
  objects[0]!.first === awards[0]!.last &&
  awards.length === 1 &&
  /^(?:Bằng khen|Giấy khen)/u.test(awards[0]!.name);

/** «công nhận 127 tổ đội lao động giỏi, 64 chiến sĩ thi đua»: whoever is counted before an award with its own number is not who got it. */
export const countsAnother = ({ subjects, verbs }: AwardFrame, { count, opened }: NamedAward): boolean =>
  count !== null &&
  !opened &&
  verbs.length > 0 &&
  verbs.every(({ recognises, last }) => recognises && subjects.every((one) => one.count !== null && one.first >= last));

/** «Khen thưởng: 18 tập thể đạt …»: whether praise without anybody stands before a colon, and behind it whoever got something. */
export const isLabelOfPraise = (
  { verbs, subjects, objects }: AwardFrame,
  events: readonly AwardEvent[],
  at: number,
): boolean =>
  verbs.length > 0 &&
  verbs.every(({ act, passive }) => act === 'praise' && !passive) &&
  subjects.length + objects.length === 0 &&
  events[at + 1]?.kind === 'recipient' &&
  getsNext(events, at + 1);

/** «01 tác phẩm đạt giải B»: whether whoever is counted is the subject of a verb of getting and its own award. */
export function getsNext(events: readonly AwardEvent[], at: number): boolean {
  const [verb, next, afterNext] = events.slice(at + 1, at + 4);
  if (verb?.kind !== 'verb' || verb.act !== 'receive' || verb.comma) return false;
  // «148 xã được công nhận đạt chuẩn …»
  return next?.kind === 'award' || (next?.kind === 'verb' && next.act === 'receive' && afterNext?.kind === 'award');
}

/** «Huân chương Lao động: - Hạng Nhì: …»: whether an award is a class of the one that labels its frame, of whom nothing was said. */
export const isClassOf = ({ name }: NamedAward, { awards, objects, listed }: AwardFrame): boolean =>
  awards.length === 1 &&
  awards[0]!.count === null &&
  objects.length === 0 &&
  listed === null &&
  name.startsWith(`${awards[0]!.name} hạng`);
