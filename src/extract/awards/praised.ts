import type { Award } from '../../model/index.js';
import { type AwardDraft, spanOf } from './award-draft.js';
import type { Recipient, Verb } from './award-event.js';
import type { AwardFrame } from './award-frame.js';
import type { FrameSurroundings } from './frame-surroundings.js';
import { together } from './recipient-list.js';

/** «15 hộ gia đình tiêu biểu được biểu dương, khen thưởng»: an honour whose form the text does not name. */
export function praised(
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
  if (denied && recipients.every(({ count }) => count === null) && verbs.some(({ passive }) => passive))
    return [nobody(frame, recipients, around)];
  const { namedSubject: name, namedSubjectKind: who } = around;
  const named = recipients.length === 0 && name !== null && isPraisedBy(frame, status, around);
  if (named)
    return [
      {
        ...nobody(frame, recipients, around),
        count: 1,
        recipient: who,
        recipientName: name,
        grantor: frame.verbs[0]!.grantor,
        status: 'granted',
        rule: 'award/praised',
      },
    ];
  const exemplary = recipients.some((one) => one.exemplary === true);
  return together(recipients)
    .filter(
      (one) =>
        one.count !== null ||
        (one.many && status === 'granted' && toldOf(frame, around)) ||
        (status === 'granted' && (isNamedByPraiser(one, verbs, around) || isOwnOfPraiser(one, verbs, around))),
    )
    .map((one) => ({
      award: exemplary ? 'Người tốt, việc tốt' : null,
      awardCode: exemplary ? 'NTVT' : null,
      count: one.count ?? (one.many ? null : (one.names ?? 1)),
      percent: one.percent,
      recipient: one.who,
      recipientName: one.name,
      recipientTerms: [one.first, one.last] as const,
      // Whoever proposes is not who gives.
      grantor:
        verbs.find(({ grantor }) => grantor !== null)?.grantor ??
        (verbs.some(({ passive, act }) => passive || act === 'propose') ? null : around.actor),
      status: denied ? 'none' : (status ?? 'granted'),
      ...spanOf(frame),
      confidence: Math.round(0.7 * Math.min(one.strength, ...verbs.map(({ strength }) => strength)) * 100) / 100,
      rule: 'award/praised',
    }));
}

/** «Công an huyện A được Giám đốc Công an tỉnh khen thưởng»: whoever is named was praised by whom the text names too. */
const isPraisedBy = ({ verbs }: AwardFrame, status: Award['status'] | null, { general }: FrameSurroundings): boolean =>
  status === 'granted' && !general && verbs.length === 1 && verbs[0]!.passive && verbs[0]!.grantor !== null;

/** «Chủ tịch UBND tỉnh khen thưởng ông Lê Văn A», «Công an phường B được UBND thành phố khen thưởng»: both are named. */
const isNamedByPraiser = (
  { name, many }: Recipient,
  verbs: readonly Verb[],
  { general, actor }: FrameSurroundings,
): boolean =>
  name !== null &&
  !many &&
  !general &&
  verbs.every(({ act }) => act === 'praise') &&
  (actor !== null || verbs.some(({ grantor }) => grantor !== null));

/** «Chi đoàn được Huyện đoàn khen thưởng»: the report's own body, and whoever praised it. */
const isOwnOfPraiser = (
  { ofReport, many }: Recipient,
  verbs: readonly Verb[],
  { general }: FrameSurroundings,
): boolean =>
  ofReport === true &&
  !many &&
  !general &&
  verbs.every(
    ({ act, passive, grantor, closes }) =>
      act === 'praise' && passive && closes === true && grantor !== null && !grantor.includes(','),
  );

/** «UBND xã khen thưởng cho nhiều tập thể, cá nhân»: who did it is said, so it was done. */
const toldOf = ({ verbs }: AwardFrame, { actor, context, general, occasion }: FrameSurroundings): boolean =>
  !general && context !== 'target' && (actor !== null || occasion || verbs.some(({ grantor }) => grantor !== null));

/** «Không có tập thể, cá nhân nào được khen thưởng» */
const nobody = (frame: AwardFrame, recipients: readonly Recipient[], around: FrameSurroundings): AwardDraft => ({
  award: null,
  awardCode: null,
  count: null,
  percent: null,
  recipient: recipients.length === 1 ? recipients[0]!.who : null,
  recipientName: null,
  recipientTerms: null,
  grantor: around.actor,
  status: 'none',
  ...spanOf(frame),
  confidence: 0.7,
  rule: 'award/none-praised',
});
