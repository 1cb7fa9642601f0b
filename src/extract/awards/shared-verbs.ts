import { bodiesIn } from '../../text/nlp/match-bodies.js';
import type { SentenceReading } from '../../text/nlp/vietnamese-nlp.js';
import { isCounted, type Recipient, type Verb } from './award-event.js';
import type { AwardFrame } from './award-frame.js';
import type { ListLead } from './list-leads.js';
import { plainVerb } from './reading/plain-verb.js';

/** An item without a verb has the one its list's lead ends in: «UBND tỉnh tặng:» and «- Bằng khen: 02 tập thể». */
export function underLead(frame: AwardFrame, lead: ListLead | null): AwardFrame {
  if (lead?.act == null || frame.inherited.length > 0 || frame.awards.length === 0) return frame;
  const gives = frame.verbs.every(({ act, passive, grantor: by }) => act === 'give' && !passive && by === null);
  if (frame.verbs.length > 0 && !(lead.act === 'propose' && gives)) return frame;
  const verb: Verb = { ...plainVerb, act: 'give', grantor: lead.grantor, first: 0, last: 0, strength: 0.9 };
  return { ...frame, inherited: lead.act === 'give' ? [verb] : [{ ...verb, act: 'propose', grantor: null }, verb] };
}

export const isReceipt = ({ act, passive }: Verb): boolean => act === 'receive' || (act === 'give' && passive);

/**
 * «tặng Bằng khen cho 14 cá nhân thuộc A; 02 tập thể thuộc B»: recipients alone behind a semicolon go on with the list.
 * «8.500 hộ đăng ký Gia đình văn hóa, 8.200 hộ đạt danh hiệu»: the title is the one named before.
 */
export function goingOn(frame: AwardFrame, last: AwardFrame, reading: SentenceReading, sentence: string): AwardFrame {
  const again = givenAgain(frame, last, reading);
  if (again !== null) return again;
  if (frame.awards.length > 0 || frame.subjects.length === 0 || frame.objects.length > 0 || last.awards.length > 1)
    return frame;
  const praised = last.awards.length === 0 && last.verbs.some(({ act, passive }) => act === 'praise' && !passive);
  if (praised && frame.verbs.length === 0 && !frame.part && frame.subjects.every(isCounted)) {
    if (isNextPart(frame, reading, sentence)) return { ...frame, part: true };
    return last.objects.some(isCounted) && isNextMember(frame, reading, sentence)
      ? { ...frame, objects: frame.subjects, subjects: [], verbs: last.verbs }
      : frame;
  }
  const { first } = frame.subjects[0]!;
  if (last.awards.length === 0) return frame;
  const award = { ...last.awards[0]!, count: null, percent: null, first, last: frame.subjects.at(-1)!.last };
  // «cho Sở Y tế; bà Nguyễn Thị A, Bí thư Đảng ủy xã B»: names alone go on with a list of names.
  const names = frame.subjects.length === 1 && frame.subjects[0]!.name !== null && frame.verbs.length === 0;
  const listed = last.objects.length > 0 && last.objects.every(({ name, count }) => name !== null && count === null);
  if (names && listed && /^\s*;\s*$/.test(sentence.slice(reading.words[first - 1]?.end, reading.words[first]!.start)))
    return {
      ...frame,
      awards: [award],
      objects: frame.subjects,
      subjects: [],
      verbs: last.verbs,
      labelled: last.labelled,
    };
  if (!frame.subjects.every(isCounted)) return frame;
  const own = bearersOf[award.code ?? ''];
  // «45 tập thể, cá nhân được tặng Bằng khen, trong đó có 15 tập thể, 30 cá nhân»
  if (frame.part && frame.verbs.length === 0) return { ...frame, awards: [award] };
  // «5/5 thôn đạt danh hiệu “Làng văn hóa”, trong đó 3 thôn được công nhận lại»
  if (frame.part && own === undefined)
    return frame.verbs.every(({ act, closes }) => act === 'receive' && closes === true)
      ? { ...frame, awards: [award] }
      : frame;
  const ofOwn = own?.test(
    reading.words
      .slice(first, frame.subjects[0]!.last)
      .map(({ folded }) => folded)
      .join(' '),
  );
  // «công nhận 41 mô hình cấp cơ sở, 06 mô hình cấp Khối»
  if (frame.verbs.length === 0 && ofOwn === true && last.verbs.some(isReceipt) && frame.subjects[0]!.comma)
    return { ...frame, awards: [award], verbs: last.verbs };
  if (frame.verbs.length === 0) {
    const gave = last.verbs.some(({ act, passive }) => act === 'give' && !passive) && last.objects.some(isCounted);
    const listed =
      last.verbs.length + last.inherited.length === 0 && last.objects.length > 0 && last.objects.every(isCounted);
    return (gave || listed) && isNextMember(frame, reading, sentence)
      ? { ...frame, awards: [award], objects: frame.subjects, subjects: [], verbs: last.verbs }
      : frame;
  }
  const verb = frame.verbs.at(-1)!;
  if (verb.act !== 'receive' || !(/^(?:title|counted)$/.test(award.evidence) || own !== undefined)) return frame;
  const ofThem = ofOwn ?? last.subjects.some(({ sort }) => sort === frame.subjects[0]!.sort);
  // «…, cuối năm có 836 hộ đạt», «…, công nhận 46.380 hộ», «bình xét đạt 1.120 hộ»
  const alone =
    ofThem &&
    (verb.closes === true ||
      shareBehind.test(sentence.slice(reading.words[verb.last - 1]!.end)) ||
      (own !== undefined && levelBehind.test(sentence.slice(reading.words[verb.last - 1]!.end))) ||
      (!verb.passive && verb.last === first && closesBehind(frame, reading, sentence)));
  return verb.titled || alone ? { ...frame, awards: [award] } : frame;
}

/** Who may get a recognition, by its code: «12 mô hình “Dân vận khéo”, có 09 mô hình được công nhận cấp xã», «05 trường được công nhận lại». */
const bearersOf: Readonly<Record<string, RegExp>> = {
  DVK: /(?<![a-z])mo hinh/,
  OCOP: /(?<![a-z])san pham/,
  TCQG: /(?<![a-z])(?:truong|xa|phuong|thi tran|tram y te)/,
  NTM: /(?<![a-z])(?:xa|huyen|thon|ap|ban|lang|khu|don vi cap huyen)/,
};

/** «, có 15.377 hộ được công nhận (đạt 90,3%)» */
const shareBehind = /^\s*\((?:đạt |chiếm |bằng |tỷ lệ )?\d[\d.,]*\s?%/u;
const levelBehind = /^\s+(?:cấp\s|mức độ\s|lại|mới|\()/u;

const closesBehind = ({ subjects }: AwardFrame, { words }: SentenceReading, sentence: string): boolean =>
  /^\s*(?:[,;.()]|$|cấp\s)/u.test(sentence.slice(words[subjects.at(-1)!.last - 1]!.end));

/** «Phong tặng danh hiệu Anh hùng … cho 6 đơn vị và truy tặng cho 9 liệt sĩ»: the second verb gives the same. */
function givenAgain(frame: AwardFrame, last: AwardFrame, { words }: SentenceReading): AwardFrame | null {
  const { awards, subjects, objects, verbs } = frame;
  if (awards.length + subjects.length > 0 || objects.length === 0 || verbs.length === 0 || last.awards.length !== 1)
    return null;
  const gives = verbs.every(({ act, passive, grantor }) => act === 'give' && !passive && grantor === null);
  if (!gives || !objects.every(isCounted) || !last.objects.some(isCounted)) return null;
  if (words[verbs[0]!.first - 1]?.folded !== 'va') return null;
  return {
    ...frame,
    awards: [{ ...last.awards[0]!, count: null, percent: null, first: verbs[0]!.first, last: objects.at(-1)!.last }],
  };
}

/** Whether a frame of recipients alone stands behind a semicolon, with no clause of its own. */
function isNextMember({ subjects }: AwardFrame, { words }: SentenceReading, sentence: string): boolean {
  const { first } = subjects[0]!;
  const { last } = subjects.at(-1)!;
  const before = words[first - 1];
  const behind = words[last];
  // «khen thưởng cấp huyện: 05 tập thể; cấp tỉnh: 01 tập thể»
  if (/;\s*cấp\s\p{L}+(?:\s\p{L}+)?\s*:?\s*$/u.test(sentence.slice(0, words[first]!.start))) return true;
  if (before === undefined || !/^\)?\s*;\s*$/.test(sentence.slice(before.end, words[first]!.start))) return false;
  if (behind === undefined || /^\)?\s*["“«(;]/.test(sentence.slice(words[last - 1]!.end))) return true;
  return /^(?:thuoc|cua|tai|o|la)$/.test(behind.folded) || behind.tags.has('Proper');
}

/** «khen thưởng 86 tập thể (trong đó: Trung ương Hội 02 tập thể; Tỉnh hội 10 tập thể)»: the next part in a bracket, behind who praised it. */
const isNextPart = ({ subjects }: AwardFrame, { words }: SentenceReading, sentence: string): boolean =>
  /\([^()]*;\s*\p{Lu}\p{L}*(?:\s\p{L}+){0,5}\s*:?\s*$/u.test(sentence.slice(0, words[subjects[0]!.first]!.start));

/** «đề nghị tặng … cho 17 cá nhân; khen thưởng quá trình cống hiến cho 02 cá nhân»: still proposed. */
export function goingOnProposed(frame: AwardFrame, last: AwardFrame): AwardFrame {
  const proposing = [...last.verbs, ...last.inherited].find(({ act }) => act === 'propose');
  // «đề nghị UBND tỉnh công nhận …; tặng Bằng khen 02 cá nhân»
  const praises =
    frame.verbs.length > 0 &&
    frame.verbs.every(
      ({ act, passive, grantor }) => (act === 'praise' || act === 'give') && !passive && grantor === null,
    );
  if (proposing !== undefined && isNextReached(frame, last, proposing))
    return { ...frame, verbs: [proposing, ...frame.verbs] };
  if (proposing === undefined || frame.subjects.length > 0) return frame;
  if (praises) return { ...frame, verbs: [proposing, ...frame.verbs] };
  // The parts of a sum have its verbs; so does what goes on behind the first of them.
  const praisedBefore = frame.inherited.length > 0 && frame.inherited.every(({ act }) => act === 'praise');
  return (frame.part || praisedBefore) && frame.verbs.length === 0
    ? { ...frame, inherited: last.verbs.length > 0 ? last.verbs : last.inherited }
    : frame;
}

/** «đề nghị công nhận 18 đồng chí đạt danh hiệu LĐTT, 03 đồng chí đạt danh hiệu CSTĐCS»: the next who reach something. */
const isNextReached = (frame: AwardFrame, last: AwardFrame, proposing: Verb): boolean =>
  last.verbs.includes(proposing) &&
  frame.verbs.length > 0 &&
  frame.verbs.every(({ act, passive }) => act === 'receive' && !passive) &&
  frame.subjects.every(isCounted) &&
  frame.subjects.length > 0 &&
  last.subjects.length > 0 &&
  last.subjects.every((one) => isCounted(one) && one.first >= proposing.last) &&
  last.verbs.at(-1)?.act === 'receive';

/** «đề nghị UBND tỉnh tặng …, Thủ tướng Chính phủ tặng …»: who is above whoever asks. */
const stateBodies = /^(?:Thủ tướng|Chính phủ|Chủ tịch nước|Nhà nước|Bộ trưởng)/u;

/**
 * «đề nghị cấp trên công nhận 20 …, tặng 05 Bằng khen»: the second verb is proposed too.
 * So is that of the body which the proposal asked already («…, UBND huyện tặng Giấy khen»).
 * «được UBND tỉnh tặng Bằng khen, Bộ trưởng tặng Cờ thi đua»: the second giver gives to the same.
 */
export function sharingVerb(
  frame: AwardFrame,
  last: AwardFrame,
  actor: string | null,
  asked: boolean,
  reading: SentenceReading,
): AwardFrame {
  const recognised = alsoRecognised(frame, last, reading);
  if (recognised !== null) return recognised;
  const active =
    frame.verbs.length > 0 &&
    frame.verbs.every(({ act, passive, grantor }) => act === 'give' && !passive && grantor === null);
  if (!active || frame.subjects.some(isCounted)) return frame;
  const level = actor === null ? levelThatGives(frame, last) : null;
  if (level !== null)
    return {
      ...frame,
      subjects: last.subjects,
      verbs: frame.verbs.map((verb) => ({ ...verb, passive: true })),
    };
  const proposing = [...last.verbs, ...last.inherited].find(({ act }) => act === 'propose');
  if (proposing !== undefined && (actor === null || asked || stateBodies.test(actor)))
    return { ...frame, verbs: [proposing, ...frame.verbs] };
  const passive = last.verbs.some(isReceipt) && last.objects.length === 0;
  if (!passive || actor === null || frame.objects.length > 0) return frame;
  return {
    ...frame,
    subjects: last.subjects,
    verbs: frame.verbs.map((verb) => ({ ...verb, passive: true, grantor: actor })),
  };
}

/** «Liên đội được Hội đồng Đội huyện tặng Giấy khen và công nhận Liên đội mạnh»: the second verb has the first one's subject and giver. */
function alsoRecognised(
  { verbs, subjects, objects, ...frame }: AwardFrame,
  last: AwardFrame,
  { words }: SentenceReading,
): AwardFrame | null {
  const [verb, other] = verbs;
  const [given] = last.verbs;
  if (verb?.recognises !== true || other !== undefined || subjects.length + objects.length > 0) return null;
  if (given?.passive !== true || given.act !== 'give' || last.verbs.length > 1 || last.subjects.some(isCounted))
    return null;
  if (words[verb.first - 1]?.text !== 'và') return null;
  const same = { ...verb, passive: true, recognises: false, grantor: given.grantor };
  return { ...frame, objects, subjects: last.subjects, verbs: [same] };
}

/** «xã được Trung ương tặng Bằng khen, tỉnh tặng Cờ thi đua»: a level of government right before its verb, behind a passive one. */
function levelThatGives({ subjects, verbs, objects }: AwardFrame, last: AwardFrame): Recipient | null {
  const [level, other] = subjects;
  const gave = last.verbs.some(({ act, passive }) => act === 'give' && passive) && last.objects.length === 0;
  if (!gave || level === undefined || other !== undefined || objects.length > 0) return null;
  return level.sort === 'Collective' && level.name === null && level.comma && level.last === verbs[0]!.first
    ? level
    : null;
}

/** «đề nghị UBND tỉnh tặng Cờ thi đua»: whom the proposal asks is who would grant it. */
export function withAddressee(frame: AwardFrame, reading: SentenceReading, sentence: string): AwardFrame {
  const verbs = frame.verbs.map((verb, i) => {
    const before = frame.verbs[i - 1];
    if (before?.act !== 'propose' || verb.grantor !== null) return verb;
    // «đề nghị … cho 18 cá nhân; khen thưởng …»: whom the first part names is asked for that part alone.
    const between = sentence.slice(reading.words[before.last]?.start, reading.words[verb.first]!.start);
    const apart = between.includes(';');
    if (apart && verb.act !== 'give') return verb;
    const bodies = bodiesIn(reading, sentence, before.last, verb.first);
    // «…; tặng Giấy khen cho …»: the same one is asked, and the bodies between are who got the first.
    const body = apart ? bodies.find(({ first }) => first - before.last <= 1) : bodies.at(-1);
    return body === undefined ? verb : { ...verb, grantor: body.words };
  });
  return { ...frame, verbs };
}
