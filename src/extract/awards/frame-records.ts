import type { Award } from '../../model/index.js';
import type { NamedAward, Recipient, RecipientKind, Verb } from './award-event.js';
import type { AwardFrame } from './award-frames.js';
import { awardRow, certificateCode, defaultRecipient } from './award-names.js';
import type { StatusContext } from './status-context.js';

/** A record before it is placed in the document; terms of the reading instead of offsets. */
export interface AwardDraft {
  readonly award: string | null;
  readonly awardCode: string | null;
  readonly count: number | null;
  readonly percent: number | null;
  readonly recipient: RecipientKind | null;
  readonly recipientName: string | null;
  /** terms of the words that say who, where no name was read */
  readonly recipientTerms: readonly [number, number] | null;
  readonly grantor: string | null;
  readonly status: Award['status'];
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
  readonly rule: string;
}

export interface FrameSurroundings {
  readonly context: StatusContext;
  /** «phấn đấu», «đăng ký» earlier in the sentence: it holds for the later members of its list too */
  readonly sticky: Award['status'] | null;
  /** who acts, before the verb: a body («UBND tỉnh đã tặng») */
  readonly actor: string | null;
  /** who gets, before the verb, where no recipient's word stands: a name */
  readonly namedSubject: string | null;
  readonly namedSubjectKind: RecipientKind | null;
  /** rules, standards, wishes: only counted grants are facts there */
  readonly general: boolean;
  /** a block that holds nothing but titles, in quotation marks */
  readonly titleList: boolean;
}

const statusOfVerbs = (verbs: readonly Verb[]): Award['status'] | null => {
  const acts = new Set(verbs.map(({ act }) => act));
  if (acts.has('deny') || acts.has('revoke')) return 'none';
  if (acts.has('propose')) return 'proposed';
  if (acts.has('register')) return 'registered';
  if (acts.has('aim')) return 'target';
  if (acts.has('give') || acts.has('receive') || acts.has('praise')) return 'granted';
  return null;
};

/** Whether the verbs say that it was given already: headings cannot make a plan of it. */
const given = (verbs: readonly Verb[]): boolean =>
  verbs.some(({ act, passive, grantor }) => act === 'give' && (passive || grantor !== null));

function statusOf(frame: AwardFrame, around: FrameSurroundings): Award['status'] | null {
  const verbs = frame.verbs.length > 0 ? frame.verbs : frame.inherited;
  const said = statusOfVerbs(verbs);
  if (said === 'none' || said === 'registered' || said === 'target') return said;
  if (said === 'proposed') return around.context === 'target' || around.sticky === 'target' ? 'target' : said;
  if (around.sticky !== null && !given(verbs)) return around.sticky;
  if (around.context === null || around.context === 'granted')
    return said ?? (around.context === 'granted' ? 'granted' : null);
  if (said === 'granted' && given(verbs)) return said;
  // «15% cá nhân đạt …» in a list of what is registered is what is aimed at.
  const shared = frame.subjects.some(({ count, percent }) => count !== null || percent !== null);
  if (around.context === 'registered' && said === 'granted' && shared) return 'target';
  return around.context;
}

/** Turns a frame into its records; none where the text talks of awards in general. */
export function frameRecords(frame: AwardFrame, around: FrameSurroundings): AwardDraft[] {
  const verbs = frame.verbs.length > 0 ? frame.verbs : frame.inherited;
  const status = statusOf(frame, around);
  const passive = verbs.some((verb) => verb.passive || verb.act === 'receive');
  const recipients = frame.objects.length > 0 ? frame.objects : frame.subjects;
  const awards = frame.awards.filter((award) => isAward(award, frame, verbs));
  if (awards.length === 0) {
    return frame.awards.length === 0 ? praised(frame, verbs, status, recipients, around) : [];
  }
  if (verbs.some(({ act }) => act === 'consider') && !verbs.some(({ act }) => act !== 'consider' && act !== 'give'))
    return [];
  const drafts: AwardDraft[] = [];
  const bare = verbs.length === 0 && recipients.length === 0;
  for (const award of awards) {
    const evidence = evidenceFor(award, frame, verbs, recipients, around);
    const fallback = status ?? (evidence.counted ? 'granted' : null);
    if (!evidence.enough || fallback === null) continue;
    const grantor = grantorOf(award, verbs, passive, around);
    const base = {
      award: award.name,
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
          ...resolved,
          ...one.fields,
          ...(bare ? { first: award.first, last: award.last } : spanOf(frame)),
        });
    }
  }
  return drafts;
}

const ruleOf = (frame: AwardFrame, passive: boolean, award: NamedAward): string =>
  frame.verbs.length === 0 && frame.inherited.length === 0
    ? award.count !== null || award.percent !== null
      ? 'award/counted-title'
      : 'award/list'
    : passive
      ? 'award/received'
      : 'award/given';

/** From the first to the last word of the frame that says something of the award. */
function spanOf(frame: AwardFrame): { first: number; last: number } {
  const all = [...frame.subjects, ...frame.awards, ...frame.objects, ...frame.verbs];
  return { first: Math.min(...all.map(({ first }) => first)), last: Math.max(...all.map(({ last }) => last)) };
}

/** Epithets («Nhà giáo ưu tú Nguyễn Văn A») and titles that only name a kind of person are none. */
function isAward(award: NamedAward, frame: AwardFrame, verbs: readonly Verb[]): boolean {
  if (award.evidence !== 'honour') return true;
  if (award.titled || award.quoted) return true;
  if (award.beforeName) return false;
  const behindRecipient = frame.objects.length > 0 && frame.objects[0]!.first < award.first;
  return verbs.length > 0 && !behindRecipient;
}

interface Evidence {
  readonly enough: boolean;
  readonly counted: boolean;
  readonly confidence: number;
}

function evidenceFor(
  award: NamedAward,
  frame: AwardFrame,
  verbs: readonly Verb[],
  recipients: readonly Recipient[],
  around: FrameSurroundings,
): Evidence {
  const counted =
    award.count !== null ||
    award.percent !== null ||
    frame.listed !== null ||
    recipients.some(({ count, percent }) => count !== null || percent !== null);
  const named = recipients.some(({ name }) => name !== null) || frame.named !== null || around.namedSubject !== null;
  const several = recipients.some(({ many }) => many);
  const acts = new Set(verbs.map(({ act }) => act));
  const got = acts.has('receive') || acts.has('give');
  const status = acts.has('register') || acts.has('propose') || acts.has('aim') || acts.has('deny');
  const listed = verbs.length === 0 && around.context !== null && (award.quoted || award.titled) && around.titleList;
  const asked = around.actor !== null || verbs.some(({ grantor }) => grantor !== null);
  const enough = (() => {
    if (around.general && !counted) return false;
    switch (award.evidence) {
      case 'form':
      case 'honour':
        return counted
          ? got ||
              status ||
              acts.has('praise') ||
              frame.listed !== null ||
              recipients.length > 0 ||
              award.evidence === 'form'
          : listed ||
              (got && (named || several || recipients.length > 0 || isReceipt(frame, verbs, around))) ||
              (status && (named || award.quoted || award.titled || recipients.length > 0 || asked));
      case 'title':
        if (award.code === 'NTVT') return acts.has('praise') && counted;
        return counted
          ? got || status || around.context !== null
          : listed || ((acts.has('receive') || status) && (named || award.quoted || award.titled));
      case 'recognition':
        return (counted || named) && (acts.has('receive') || status);
      case 'counted':
        return counted;
      default:
        return (counted || named || recipients.length > 0) && (got || counted);
    }
  })();
  const strength = Math.min(
    award.strength,
    ...recipients.map((one) => one.strength),
    ...verbs.map((one) => one.strength),
  );
  const support = [counted, named || several, verbs.length > 0, award.code !== null].filter(Boolean).length;
  return { enough, counted, confidence: Math.round(Math.min(1, strength * (0.55 + 0.12 * support)) * 100) / 100 };
}

/** «Được Chủ tịch nước tặng thưởng Huân chương …»: the report's own body got it, and needs no name. */
const isReceipt = (frame: AwardFrame, verbs: readonly Verb[], around: FrameSurroundings): boolean =>
  verbs.some(
    ({ passive, act, grantor }) =>
      (passive || act === 'receive') &&
      (grantor !== null || frame.awards[0]?.grantor !== null || around.context === 'granted'),
  );

function grantorOf(
  award: NamedAward,
  verbs: readonly Verb[],
  passive: boolean,
  around: FrameSurroundings,
): string | null {
  if (award.grantor !== null) return award.grantor;
  const own = verbs.find(({ grantor }) => grantor !== null)?.grantor;
  if (own !== undefined && own !== null) return own;
  if (award.name === 'Cờ thi đua của Chính phủ') return 'Chính phủ';
  if (passive || around.actor === null || !verbs.some(({ act }) => act === 'give' || act === 'praise')) return null;
  // Orders and honours are the President's: whoever hands one over does so on his behalf.
  if (/^state$/.test(awardRow(award.code)?.level ?? '') && !/chủ tịch nước|thủ tướng|chính phủ/iu.test(around.actor))
    return null;
  return around.actor;
}

type Fields = Pick<AwardDraft, 'count' | 'percent' | 'recipient' | 'recipientName' | 'recipientTerms'>;

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
  const own = award.count ?? frame.listed;
  const none: Fields = { count: null, percent: null, recipient: null, recipientName: null, recipientTerms: null };
  const fallback = defaultRecipient(award.code);
  if (!counted && (own !== null || award.percent !== null)) {
    const only = recipients.length === 1 ? recipients[0]! : null;
    return [
      {
        fields: {
          ...none,
          count: own,
          percent: award.percent ?? frame.percent,
          recipient: only?.who ?? (recipients.length === 0 ? fallback : null),
          recipientTerms: only === null ? null : [only.first, only.last],
        },
        sort: only?.sort ?? null,
      },
    ];
  }
  if (recipients.length === 0) {
    const named = frame.named ?? around.namedSubject;
    const one = named !== null && status === 'granted' && frame.awards[0]!.evidence !== 'title';
    return [
      {
        fields: {
          ...none,
          count: one ? 1 : null,
          percent: frame.percent,
          recipient: fallback ?? (named === null ? null : around.namedSubjectKind),
          recipientName: named,
        },
        sort: null,
      },
    ];
  }
  return recipients.map((one) => {
    const name = one.name ?? (recipients.length === 1 && !one.many ? frame.named : null);
    const single = one.count === null && one.percent === null && !one.many && name !== null && status === 'granted';
    return {
      fields: {
        count: single ? 1 : one.count,
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

/** «15 hộ gia đình tiêu biểu được biểu dương, khen thưởng»: an honour whose form the text does not name. */
function praised(
  frame: AwardFrame,
  verbs: readonly Verb[],
  status: Award['status'] | null,
  recipients: readonly Recipient[],
  around: FrameSurroundings,
): AwardDraft[] {
  const acts = new Set(frame.verbs.map(({ act }) => act));
  const denied =
    acts.has('deny') && recipients.length > 0 && frame.verbs.some(({ act }) => act === 'praise' || act === 'deny');
  const inherits = frame.verbs.length === 0 && frame.inherited.some(({ act }) => act === 'praise') && frame.part;
  if (!acts.has('praise') && !inherits) return [];
  return recipients
    .filter(({ count }) => count !== null)
    .map((one) => ({
      award: null,
      awardCode: null,
      count: one.count,
      percent: one.percent,
      recipient: one.who,
      recipientName: one.name,
      recipientTerms: [one.first, one.last] as const,
      grantor:
        verbs.find(({ grantor }) => grantor !== null)?.grantor ??
        (verbs.some(({ passive }) => passive) ? null : around.actor),
      status: denied ? 'none' : (status ?? 'granted'),
      ...spanOf(frame),
      confidence: Math.round(0.7 * Math.min(one.strength, ...verbs.map(({ strength }) => strength)) * 100) / 100,
      rule: 'award/praised',
    }));
}
