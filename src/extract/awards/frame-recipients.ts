import type { Award } from '../../model/index.js';
import type { AwardDraft } from './award-draft.js';
import { isCounted, type NamedAward, type Recipient } from './award-event.js';
import type { AwardFrame } from './award-frame.js';
import { bearerOf, defaultRecipient, isOwnTitle } from './award-names.js';
import type { FrameSurroundings } from './frame-surroundings.js';
import { together } from './recipient-list.js';

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
export function distribute(
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
export function resolveTitle<T extends { award: string; awardCode: string | null }>(
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
