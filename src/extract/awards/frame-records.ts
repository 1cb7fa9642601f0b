import type { Award } from '../../model/index.js';
import { type AwardDraft, spanOf } from './award-draft.js';
import { isCounted, type NamedAward, type Recipient, type Verb } from './award-event.js';
import type { AwardFrame } from './award-frame.js';
import {
  awardRow,
  bearerOf,
  certificateCode,
  defaultRecipient,
  flagName,
  isOwnTitle,
  titleFor,
} from './award-names.js';
import { evidenceFor } from './evidence-for.js';
import type { FrameSurroundings } from './frame-surroundings.js';
import { praised } from './praised.js';
import { holder, isPraisedFor, together } from './recipient-list.js';

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
  if (
    praises &&
    (recipients.length === 0 || (nobody && !passive && !verbs.some((verb) => verb.passive))) &&
    awards.every(bearsTitle)
  )
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

type Fields = Pick<AwardDraft, 'count' | 'percent' | 'recipient' | 'recipientName' | 'recipientTerms'>;

/** «nhân dân và cán bộ tỉnh A», «cơ quan Ban», «tập thể Sở» */
const everybody = /^(?:nhân dân|cán bộ|quân và dân)(?!\p{L})|^(?:cơ quan|tập thể|đơn vị)\s+\S+$/iu;

/** «Nhà trường được Chủ tịch nước tặng thưởng …», «đơn vị đón nhận …»: the one body that the report is about. */
const isOneBody = (one: Recipient, { subjects, verbs }: AwardFrame, { code }: NamedAward): boolean =>
  one.ofReport === true &&
  subjects.length === 1 &&
  verbs.some(({ act, passive }) => act === 'receive' || (act === 'give' && passive)) &&
  verbs.every(({ act }) => act === 'receive' || act === 'give') &&
  (one.sort === 'Individual' || !/^(?:individual|household)$/.test(defaultRecipient(code) ?? ''));

/** «Công đoàn đạt VMXS», «Chi bộ được công nhận trong sạch, vững mạnh»: the branch of the report's own body got the title of its kind. */
const isBranch = (one: Recipient, frame: AwardFrame, award: NamedAward): boolean =>
  /^(?:TSVM|CDCSVM)/.test(award.code ?? '') &&
  !isCounted(one) &&
  (isOneBody(one, frame, award) || isNamedBody(one, frame));

/** «Đảng bộ Cục được Đảng ủy Khối công nhận …» */
const isNamedBody = ({ name, who }: Recipient, { subjects, verbs }: AwardFrame): boolean =>
  name !== null &&
  who === 'collective' &&
  subjects.length === 1 &&
  verbs.every(({ act }) => act === 'receive' || act === 'give');

/** «Cơ quan Sở giữ vững danh hiệu …», «xã đạt tiêu chuẩn …»: whose title it is, said before it; «Cơ quan đạt …» is the title's own word. */
const isWritten = ({ name, sort, ofReport }: Recipient): boolean =>
  name !== null || (ofReport === true && sort !== 'Agency');

/** Whether whoever is named is one recipient: who registers or aims may do so for many. */
const isSettled = (status: Award['status']): boolean => status === 'granted' || status === 'proposed';

/**
 * «Được Chủ tịch nước tặng thưởng Huân chương …», «1998: Huân chương Lao động hạng Ba» among what was achieved: the one body, or
 * person, that the text is about. A title that any body of the report may bear has no number.
 */
const isOwnHonour = (
  { code, evidence }: NamedAward,
  { verbs, labelled, part }: AwardFrame,
  status: Award['status'],
  { lead }: FrameSurroundings,
): boolean =>
  status === 'granted' &&
  !labelled &&
  !part &&
  evidence === 'form' &&
  !isOwnTitle(code) &&
  !/^(?:individual|household)$/.test(defaultRecipient(code) ?? '') &&
  (verbs.length === 0
    ? lead?.given === true
    : verbs.every(({ act, passive }) => act === 'receive' || (act === 'give' && passive)));

/** «Tham gia hội diễn, đạt giải A toàn đoàn»: a prize with its rank is one, where no number stands before it. */
const isOnePrize = ({ evidence, name }: NamedAward, { verbs }: AwardFrame, status: Award['status']): boolean =>
  status === 'granted' &&
  evidence === 'prize' &&
  / \S/.test(name) &&
  verbs.some(({ act, passive }) => act === 'receive' || (act === 'give' && passive));

/** Who of the frame's recipients got this award, and how many. */
function distribute(
  award: NamedAward,
  awardCount: number,
  frame: AwardFrame,
  recipients: readonly Recipient[],
  status: Award['status'],
  around: FrameSurroundings,
): { fields: Fields; sort: Recipient['sort'] | null }[] {
  const counted = recipients.some(({ count, percent }) => count !== null || percent !== null);
  // «02 hồ sơ đề nghị tặng Huân chương … cho gia đình liệt sĩ»
  const ledIn = recipients.every(({ name }) => name === null);
  const own = award.count ?? frame.listed ?? (ledIn ? (frame.lead?.count ?? null) : null);
  const share = award.percent ?? (recipients.length === 0 ? (frame.lead?.percent ?? null) : null);
  const none: Fields = { count: null, percent: null, recipient: null, recipientName: null, recipientTerms: null };
  const fallback = bearerOf(award);
  // «06 Huân chương (01 hạng Nhất, 02 hạng Nhì, …) cho 06 cá nhân»: each class has its own number.
  // «02 dự án dự thi, đạt 01 giải Ba»: so does a prize.
  // «184 giáo viên dự thi, đạt 121 giáo viên dạy giỏi»: of more, so many.
  const fewer =
    /^(?:prize|title|counted|recognition)$/.test(award.evidence) &&
    frame.objects.length === 0 &&
    recipients.every(
      ({ count }) => count !== null && award.count !== null && (award.evidence === 'prize' || count >= award.count),
    );
  // «Văn phòng và 6 đơn vị trực thuộc đăng ký 168 Lao động tiên tiến»: they speak for others.
  const forOthers =
    frame.verbs.some(({ act, passive }) => !passive && (act === 'register' || act === 'propose')) &&
    recipients.every(({ who }) => fallback !== null && who !== fallback);
  const each = (awardCount > 1 || fewer || forOthers) && (award.count ?? award.percent) !== null;
  if ((!counted || each) && (own !== null || share !== null)) {
    // «Hội đồng xã đề nghị công nhận 45 Lao động tiên tiến»: the number counts persons, whoever speaks for them.
    const only =
      recipients.length === 1 && (isCounted(recipients[0]!) || fallback === null || recipients[0]!.who === fallback)
        ? recipients[0]!
        : null;
    return [
      {
        fields: {
          ...none,
          count: own,
          percent: share ?? frame.percent,
          recipient: only?.who ?? fallback ?? (recipients.length === 0 ? frame.group : null),
          recipientTerms: only === null ? null : [only.first, only.last],
        },
        sort: only?.sort ?? null,
      },
    ];
  }
  if (recipients.length === 0) {
    const named = frame.named ?? around.namedSubject;
    const one =
      !award.many &&
      isSettled(status) &&
      (named !== null || isOwnHonour(award, frame, status, around) || isOnePrize(award, frame, status));
    return [
      {
        fields: {
          ...none,
          count: one ? Math.max(1, frame.namedCount) : null,
          percent: frame.percent,
          recipient: fallback ?? (named === null ? null : around.namedSubjectKind),
          recipientName: named,
        },
        sort: null,
      },
    ];
  }
  return together(recipients).map((one) => {
    const told = recipients.length === 1 && (!one.many || frame.namedCount > 1) ? frame.named : null;
    const name = one.name ?? told;
    const single =
      !isCounted(one) &&
      (!one.many || one.names !== undefined) &&
      !award.many &&
      // «xã A, xã B về đích nông thôn mới» among the aims counts those that it names.
      (isSettled(status) || (one.names !== undefined && !isOwnTitle(award.code))) &&
      (!isOwnTitle(award.code) || isBranch(one, frame, award) || (status === 'granted' && isWritten(one))) &&
      (name !== null
        ? !(status === 'proposed' && everybody.test(name))
        : status === 'granted' && isOneBody(one, frame, award));
    return {
      fields: {
        count: single ? (one.name === null ? Math.max(1, frame.namedCount) : (one.names ?? 1)) : one.count,
        percent: one.percent ?? (awardCount === 1 && recipients.length === 1 ? frame.percent : null),
        recipient: one.who,
        recipientName: name,
        recipientTerms: [one.first, one.last] as const,
      },
      sort: one.sort,
    };
  });
}

/** «đạt chuẩn văn hóa» is one title for families, another for villages, a third for agencies. */
function resolveTitle<T extends { award: string; awardCode: string | null }>(
  base: T,
  sort: Recipient['sort'] | null,
): T | null {
  if (base.award !== '*văn hóa') return base;
  switch (sort) {
    case 'Household':
      return { ...base, award: 'Gia đình văn hóa', awardCode: 'GDVH' };
    case 'Village':
      return { ...base, award: 'Thôn, tổ dân phố văn hóa', awardCode: 'TTDPVH' };
    case 'Agency':
    case 'Collective':
      return { ...base, award: 'Cơ quan đạt chuẩn văn hóa', awardCode: 'CQDCVH' };
    default:
      return null;
  }
}
