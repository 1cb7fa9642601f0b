import type { Award } from '../../model/index.js';
import { type AwardDraft, spanOf } from './award-draft.js';
import { isCounted, type NamedAward, type Recipient, type Verb } from './award-event.js';
import type { AwardFrame } from './award-frame.js';
import { awardRow, certificateCode, flagName, titleFor } from './award-names.js';
import { evidenceFor } from './evidence-for.js';
import { distribute, resolveTitle } from './frame-recipients.js';
import type { FrameSurroundings } from './frame-surroundings.js';
import { praised } from './praised.js';
import { holder, isPraisedFor } from './recipient-list.js';

const statusOfVerbs = (verbs: readonly Verb[]): Award['status'] | null => {
  const acts = new Set(verbs.map(({ act }) => act));
  if (acts.has('deny') || acts.has('revoke')) return 'none';
  if (acts.has('propose')) return 'proposed';
  if (acts.has('register')) return 'registered';
  if (acts.has('aim')) return 'target';
  if (acts.has('give') || acts.has('receive') || acts.has('praise')) return 'granted';
  if (acts.has('consider')) return 'proposed';
  return null;
};

/** Whether the verbs say that it was given already: headings cannot make a plan of it. */
const given = (verbs: readonly Verb[]): boolean =>
  verbs.some(({ act, passive, grantor }) => act === 'give' && (passive || grantor !== null));

function statusOf(frame: AwardFrame, around: FrameSurroundings): Award['status'] | null {
  const verbs = frame.verbs.length > 0 ? frame.verbs : frame.inherited;
  const said = statusOfVerbs(verbs);
  // «15% cá nhân đạt …» in a list of what is registered is what is aimed at.
  const shared =
    frame.lead?.percent != null ||
    frame.subjects.some(({ percent }) => percent !== null) ||
    (frame.subjects.length === 0 && frame.awards.some(({ percent }) => percent !== null));
  if (said === 'none' || said === 'registered' || said === 'target') return said;
  if (around.sticky === 'registered' && shared && frame.verbs.every(({ act }) => act === 'receive')) return 'target';
  // «phấn đấu …; đề nghị Nhà nước tặng Huân chương … cho cán bộ và nhân dân tỉnh A»: whoever is named is proposed.
  const named = frame.objects.some(({ name, count }) => name !== null && count === null);
  if (said === 'proposed')
    return !named && (around.context === 'target' || around.sticky === 'target') ? 'target' : said;
  if (
    around.sticky !== null &&
    (!given(verbs) ||
      setsShareBehind(frame) ||
      (around.sticky === 'target' && around.aims && (recipientsCounted(frame) || goesOn(frame) || ofReport(frame))))
  )
    return around.sticky;
  // «- Tham gia hội thao đạt 01 giải Nhì» beside items of what is registered
  // «7/9 thôn đạt danh hiệu …» there tells what came of it, as «đã được công nhận» does among what is aimed at.
  const won =
    said === 'granted' &&
    ((around.context === 'registered' &&
      (frame.awards.every(({ code }) => code === 'GIAI') || frame.subjects.some(({ outOf }) => outOf === true))) ||
      (around.context === 'target' &&
        around.told &&
        frame.verbs.some(({ passive, act }) => passive && act === 'receive')));
  if (around.context === null || around.context === 'granted' || won)
    return said ?? (around.context === 'granted' ? 'granted' : null);
  // «Chỉ tiêu thi đua: 06 cá nhân được tặng Bằng khen của UBND tỉnh»
  const planned = around.context === 'target' && !around.told && recipientsCounted(frame);
  if (said === 'granted' && given(verbs) && !planned) return said;
  return around.context === 'registered' && said === 'granted' && shared ? 'target' : around.context;
}

/** «phấn đấu được tỉnh tặng Cờ; 85% tổ công đoàn vững mạnh»: nobody is given a share. */
const setsShareBehind = ({ verbs, awards }: AwardFrame): boolean =>
  verbs.length === 0 && awards.length > 0 && awards.every(({ percent }) => percent !== null);

/** «Phấn đấu đạt …, được UBND tỉnh tặng Bằng khen»: the same strive on. */
const goesOn = ({ subjects, objects, part, carried }: AwardFrame): boolean =>
  (carried || subjects.length === 0) && objects.length === 0 && !part;

/** «Phấn đấu có 120 xã đạt chuẩn …; tỉnh được tặng Cờ thi đua của Chính phủ» */
const ofReport = ({ subjects, objects }: AwardFrame): boolean =>
  subjects.length > 0 && objects.length === 0 && subjects.every((one) => one.ofReport === true);

const recipientsCounted = ({ subjects, objects }: AwardFrame): boolean => [...subjects, ...objects].some(isCounted);

/** Who got it: behind the award where they stand there, but for words behind a passive verb that counted ones come before. */
const recipientsOf = ({ objects, subjects }: AwardFrame, passive: boolean): readonly Recipient[] =>
  objects.length === 0 || (passive && subjects.some(isCounted) && !objects.some(isCounted)) ? subjects : objects;

/** Turns a frame into its records; none where the text talks of awards in general. */
export function frameRecords(frame: AwardFrame, around: FrameSurroundings): AwardDraft[] {
  const verbs = frame.verbs.length > 0 ? frame.verbs : frame.inherited;
  const status = statusOf(frame, around);
  const passive = verbs.some((verb) => verb.passive || verb.act === 'receive');
  const recipients = recipientsOf(frame, passive);
  const awards = frame.awards.filter((award, i) => isAward(award, frame, verbs) && !isRepeated(award, frame.awards, i));
  if (awards.length === 0) {
    return frame.awards.length === 0 ? praised(frame, verbs, status, recipients, around) : [];
  }
  // «khen thưởng 45 gia đình văn hóa tiêu biểu»: they bear the title already, and got an honour without a name.
  const praises = frame.verbs.length > 0 && frame.verbs.every(({ act }) => act === 'praise');
  // «phường biểu dương 40 gia đình văn hóa tiêu biểu»: whoever stands before the verb praises.
  const nobody = recipients.every((one) => !isCounted(one) && one.name === null && one.first < (verbs[0]?.first ?? 0));
  if (praises && (recipients.length === 0 || (nobody && !passive)) && awards.every(bearsTitle))
    return praised(frame, verbs, status, awards.map(holder), around);
  // «khen thưởng 26 tập thể, 40 cá nhân, 52 hộ gia đình văn hóa tiêu biểu»
  // «biểu dương 40 gia đình văn hóa tiêu biểu, 25 cá nhân»
  const behind = (award: NamedAward): boolean =>
    recipients.length > 0 && recipients.every(({ first }) => first >= award.last);
  if (
    praises &&
    awards.every((award) => bearsTitle(award) && (award.comma || behind(award))) &&
    recipients.every(isCounted)
  )
    return praised(frame, verbs, status, [...recipients, ...awards.map(holder)], around);
  const onlyConsidered =
    verbs.some(({ act }) => act === 'consider') &&
    !verbs.some(({ act }) => act !== 'consider' && act !== 'give' && act !== 'praise');
  const drafts: AwardDraft[] = [];
  const bare = verbs.length === 0 && recipients.length === 0;
  for (const award of awards) {
    const evidence = evidenceFor(award, frame, verbs, recipients, around);
    // «xét tặng» is to consider; with a number of recipients, somebody was found worthy.
    if (onlyConsidered && !evidence.counted) continue;
    const listed = frame.labelled && frame.objects.some(({ name }) => name !== null);
    const fallback = status ?? (evidence.counted || around.alone || listed ? 'granted' : null);
    if (!evidence.enough || fallback === null) continue;
    const grantor = grantorOf(award, verbs, passive, around);
    const base = {
      award: flagName(award.name, grantor),
      awardCode: certificateCode(award.name, award.code, grantor),
      grantor,
      status: fallback,
      first: 0,
      last: 0,
      confidence: evidence.confidence,
      rule: ruleOf(frame, passive, award),
    };
    for (const one of distribute(award, awards.length, frame, recipients, fallback, around)) {
      const resolved = resolveTitle(base, one.sort);
      if (resolved !== null)
        drafts.push({
          ...titleFor(resolved, one.fields.recipient),
          ...one.fields,
          ...(bare ? { first: award.first, last: award.last } : spanOf(frame)),
        });
    }
  }
  return withoutZeros(drafts);
}

/** «Bằng khen: 0» says that nobody got one; «0 tập thể, 05 cá nhân» says only who did. */
function withoutZeros(drafts: readonly AwardDraft[]): AwardDraft[] {
  const some = drafts.filter(({ count }) => count !== 0);
  const [zero] = drafts;
  return some.length > 0 || zero === undefined
    ? some
    : [{ ...zero, count: null, percent: null, recipient: null, recipientName: null, status: 'none' }];
}

/** «59 học sinh giỏi», but not «10 gương người tốt, việc tốt», whose praise is the honour. */
const bearsTitle = ({ evidence, code, count, quoted, titled }: NamedAward): boolean =>
  evidence === 'title' && !isPraisedFor(code) && count !== null && !quoted && !titled;

const ruleOf = (frame: AwardFrame, passive: boolean, award: NamedAward): string =>
  frame.verbs.length === 0 && frame.inherited.length === 0
    ? award.count !== null || award.percent !== null
      ? 'award/counted-title'
      : 'award/list'
    : passive
      ? 'award/received'
      : 'award/given';

/** «Bằng khen toàn diện và Bằng khen phong trào: 20 tập thể»: one number for two kinds of one award. */
const isRepeated = (award: NamedAward, awards: readonly NamedAward[], at: number): boolean =>
  (award.count ?? award.percent) === null &&
  awards
    .slice(0, at)
    .some(({ name, grantor, count }) => name === award.name && grantor === award.grantor && count === null);

/** Epithets («Nhà giáo ưu tú Nguyễn Văn A») and titles that only name a kind of person are none. */
function isAward(award: NamedAward, frame: AwardFrame, verbs: readonly Verb[]): boolean {
  // «Bằng khen cho tập thể lao động xuất sắc»: the title says who got it.
  if (
    award.given &&
    awardRow(award.code)?.kind === 'title' &&
    frame.awards.some((other) => other.first < award.first && !other.given)
  )
    return false;
  // «tặng 30 suất quà cho 30 gia đình văn hóa»: who got something else.
  if (award.given && /^(?:title|counted)$/.test(award.evidence) && !award.titled && frame.objects.length === 0)
    return false;
  if (award.evidence !== 'honour') return true;
  // «trao quà cho 20 Bà mẹ Việt Nam anh hùng»: who got something else.
  if (award.given) return false;
  if (award.titled || award.quoted) return true;
  if (award.beforeName) return false;
  // «Thầy thuốc ưu tú: 06 bác sĩ»
  if (frame.labelled && award.heads && (frame.listed !== null || frame.objects.some(isCounted))) return true;
  // «- BS Lê Thị B – nguyên Giám đốc: Thầy thuốc ưu tú (1997)»
  if (verbs.length === 0 && frame.subjects.some(({ count, name }) => count === 1 && name !== null)) return true;
  // «Toàn huyện có 412 Bà mẹ Việt Nam anh hùng»
  if (award.had && award.count !== null && award.closes) return true;
  const behindRecipient = frame.objects.length > 0 && frame.objects[0]!.first < award.first;
  return verbs.length > 0 && !behindRecipient;
}

function grantorOf(
  award: NamedAward,
  verbs: readonly Verb[],
  passive: boolean,
  around: FrameSurroundings,
): string | null {
  // «lễ đón nhận danh hiệu Anh hùng Lao động của Bệnh viện A»: it is whose honour it is.
  if (award.grantor !== null)
    return verbs.some(({ act }) => act === 'receive') ? byState(award, award.grantor) : award.grantor;
  // The nearest to the award: «trình Hội đồng xét, đề nghị Thủ tướng Chính phủ tặng».
  const own = verbs.findLast(({ grantor }) => grantor !== null)?.grantor;
  if (own !== undefined && own !== null) return own;
  if (award.name === 'Cờ thi đua của Chính phủ') return 'Chính phủ';
  if (passive || around.actor === null || !verbs.some(({ act }) => act === 'give' || act === 'praise')) return null;
  return byState(award, around.actor);
}

/** Orders and honours are the President's: whoever hands one over does so on his behalf. */
const byState = (award: NamedAward, giver: string): string | null =>
  awardRow(award.code)?.level === 'state' && !/chủ tịch nước|nhà nước|thủ tướng|chính phủ/iu.test(giver) ? null : giver;
