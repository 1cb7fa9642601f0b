import { isCounted, type NamedAward, type Recipient, type Verb } from './award-event.js';
import type { AwardFrame } from './award-frame.js';
import { awardRow, isOwnTitle } from './award-names.js';
import type { FrameSurroundings } from './frame-surroundings.js';

export interface Evidence {
  /** whether the text says that somebody got it, and does not only speak of such awards */
  readonly enough: boolean;
  /** whether a number stands behind it */
  readonly counted: boolean;
  /** 0..1 */
  readonly confidence: number;
}

/** Weighs what a frame says of one of its awards: numbers, names, verbs, and how well the letters agree. */
export function evidenceFor(
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
    // «Chỉ tiêu: LĐTT 98%; CSTĐCS 15%»
    (frame.percent !== null &&
      recipients.length === 0 &&
      // «95% cán bộ đạt Lao động tiên tiến; Chiến sĩ thi đua cơ sở 15%»
      (frame.verbs.length === 0
        ? around.context !== null || (award.label && award.heads) || (verbs.length > 0 && setsShare(verbs))
        : setsShare(verbs))) ||
    (award.rated && frame.percent !== null) ||
    (frame.lead !== null && recipients.length === 0) ||
    recipients.some(({ count, percent }) => count !== null || percent !== null);
  const named = recipients.some(({ name }) => name !== null) || frame.named !== null || around.namedSubject !== null;
  const several = recipients.some(({ many }) => many);
  const acts = new Set(verbs.map(({ act }) => act));
  const strength = Math.min(
    award.strength,
    ...recipients.map((one) => one.strength),
    ...verbs.map((one) => one.strength),
  );
  const support = [counted, named || several, verbs.length > 0, award.code !== null].filter(Boolean).length;
  return {
    enough: !(around.general && !counted && !isTold()) && isEnough(),
    counted,
    confidence: Math.round(Math.min(1, strength * (0.55 + 0.12 * support)) * 100) / 100,
  };

  /** «trong đó xã Tân Phú đã được UBND tỉnh công nhận đạt …»: by name, and by whom, whatever is said in general around it. */
  function isTold(): boolean {
    return around.told && named && verbs.some(({ passive, grantor }) => passive && grantor !== null);
  }

  /** «Phấn đấu đạt Tập thể lao động xuất sắc»: the title says who. */
  function aimsAtTitle(): boolean {
    return acts.has('aim') && awardRow(award.code)?.kind === 'title' && !around.building;
  }

  /** «Tham gia hội diễn, đạt giải A toàn đoàn»: the report's own body, that took part. */
  function winsThere(): boolean {
    return (
      around.tookPart &&
      award.evidence === 'prize' &&
      award.name !== 'Giải' &&
      frame.subjects.length === 0 &&
      acts.has('receive') &&
      !award.many
    );
  }

  function isEnough(): boolean {
    const got = acts.has('receive') || acts.has('give') || acts.has('consider');
    const wanted = acts.has('register') || acts.has('propose') || acts.has('aim') || acts.has('deny');
    const marked = award.quoted || award.titled;
    // «Các danh hiệu “…”, “…”» under a heading that says of what.
    const asked = around.actor !== null || verbs.some(({ grantor }) => grantor !== null);
    // «Năm 2003: Tập thể lao động xuất sắc» in a list of what was achieved.
    if (around.alone && frame.verbs.length === 0 && (around.context !== null || frame.subjects.length > 0))
      return award.evidence !== 'recognition';
    // «Huân chương Lao động hạng Ba năm 2000 về thành tích …» in such a list, whatever follows.
    if (around.lead?.given === true && (award.first <= firstOfItem || award.heads) && frame.verbs.length === 0)
      return award.evidence !== 'recognition' && award.evidence !== 'counted';
    // «Thi đua: LĐTT 90%; Cơ quan văn hóa; Chi bộ TSVM» under «KẾ HOẠCH NĂM 2016»
    if (isBareTitle(award, frame) && (around.context === 'target' || around.context === 'registered'))
      return award.evidence === 'form' || award.evidence === 'title';
    // «Năm 2007: UBND tỉnh tặng Cờ thi đua»
    if (around.lead?.given === true && around.actor !== null && acts.has('give')) return true;
    const listed = verbs.length === 0 && around.context !== null && marked && around.titleList;
    // «cá nhân đạt danh hiệu …» is anyone who does; «Đơn vị đạt …», «Cá nhân được tặng …» is somebody.
    const someone =
      named ||
      several ||
      recipients.some(
        ({ sort, ofReport }) =>
          sort !== 'Individual' || ofReport === true || verbs.some(({ act, passive }) => passive && act === 'give'),
      );
    // «đơn vị không đạt tiêu chuẩn …» is a rule; «không có cá nhân nào …» is a fact.
    if (
      acts.has('deny') &&
      !counted &&
      !named &&
      !verbs.some(
        ({ act, last, first, asks, closes }) =>
          act === 'deny' && (last - first <= 2 || asks === true || closes === true) && !around.general,
      )
    )
      return false;
    // «Chiến sĩ thi đua toàn quốc: không có», «Đăng ký: Tập thể lao động xuất sắc»
    if (frame.labelled && frame.verbs.at(-1)?.act === 'deny' && frame.objects.length === 0)
      return frame.verbs.at(-1)!.first === award.last;
    // «Huân chương Lao động hạng Ba: ông Đặng Văn A, bà Vũ Thị B»
    if (
      frame.labelled &&
      /^(?:form|prize)$/.test(award.evidence) &&
      award.heads &&
      frame.objects.some(({ name }) => name !== null)
    )
      return true;
    if (frame.announced && acts.has('register')) return award.evidence !== 'recognition' || marked;
    switch (award.evidence) {
      case 'form':
      case 'honour':
        // «15 trường hợp hưởng chế độ Huân chương Kháng chiến»
        if (
          !frame.labelled &&
          verbs.length === 0 &&
          frame.subjects.length > 0 &&
          recipients.every(({ sort }) => sort === 'Case')
        )
          return false;
        // «Toàn huyện có 412 Bà mẹ Việt Nam anh hùng»
        if (award.evidence === 'honour' && award.had && award.closes && verbs.length === 0) return true;
        if (counted) return got || wanted || acts.has('praise') || recipients.length > 0 || award.evidence === 'form';
        // «UBND xã tặng Giấy khen cho đảng viên …»: the giver is known, so somebody got it.
        if (acts.has('give') && around.actor !== null && frame.objects.length > 0 && !acts.has('propose')) return true;
        if (acts.has('deny') && verbs.some(({ asks }) => asks === true)) return true;
        // «Chưa có cá nhân đủ điều kiện đề nghị Chiến sĩ thi đua cấp tỉnh»
        if (verbs[0]?.act === 'deny' && acts.has('propose') && !around.general) return true;
        if (listed || (got && (someone || isReceipt(frame, verbs, around)))) return true;
        // «đề nghị tặng …» without saying whom or by whom names a procedure, but in a list of what is aimed at.
        if (acts.has('propose'))
          return (
            named ||
            asked ||
            (marked && (around.context !== null || around.sticky !== null || frame.part)) ||
            (around.sticky !== null && award.grantor !== null)
          );
        return wanted && (named || several || marked || asked || award.grantor !== null || aimsAtTitle());
      case 'title':
        if (award.code === 'NTVT')
          return (
            (acts.has('praise') && (counted || (named && verbs.some(({ passive }) => passive)))) ||
            (got && (counted || someone))
          );
        // «được Trung ương Hội trao danh hiệu “…”», «được Trung ương Hội tôn vinh “…”», «được Bộ biểu dương “…”»
        if (marked && named && verbs.some(({ passive, act }) => passive && (act === 'give' || act === 'praise')))
          return true;
        if (counted)
          return (
            got ||
            acts.has('revoke') ||
            wanted ||
            acts.has('praise') ||
            around.context !== null ||
            award.rated ||
            frame.awards.some(({ had }) => had) ||
            // «Dòng họ học tập: 15», «Gia đình văn hóa: 92%»
            (award.label && award.heads && verbs.length === 0) ||
            // «450 học sinh, trong đó 120 học sinh giỏi, 210 học sinh tiên tiến»
            (frame.part && award.count !== null && frame.verbs.length === 0) ||
            isLabel(award, frame, verbs)
          );
        return (
          listed ||
          ((acts.has('receive') || wanted) &&
            (someone || marked || (acts.has('aim') && isOwnTitle(award.code))) &&
            !around.building)
        );
      case 'recognition':
        // «xây dựng xã A đạt chuẩn nông thôn mới»
        if (around.built && !counted) return false;
        // «có 4 sản phẩm OCOP (3 sản phẩm 3 sao, 1 sản phẩm 4 sao)»
        if (counted && award.code === 'OCOP' && verbs.length === 0 && frame.awards.some(({ had }) => had)) return true;
        // «Có thêm 15 sản phẩm OCOP từ 3 sao trở lên» among what is aimed at
        if (award.count !== null && (around.context === 'target' || around.context === 'registered')) return true;
        // «Số trường chuẩn quốc gia tăng từ 25 lên 41 trường», «Xã đạt chuẩn nông thôn mới: 12/15 xã»
        if (counted && frame.labelled && award.heads && verbs.length === 0) return true;
        // «Tỷ lệ trường chuẩn quốc gia đạt 75,6%»
        if (award.rated && frame.percent !== null) return true;
        return (
          (counted ||
            named ||
            around.lead?.given === true ||
            isRecognised(frame) ||
            around.decided ||
            // «Xã đã về đích nông thôn mới năm 2015»
            (around.told && isOwnBody(frame)) ||
            strives(frame)) &&
          (acts.has('receive') || wanted)
        );
      case 'counted':
        // «264 lao động giỏi, lao động sáng tạo» are workers; «12 Lao động sáng tạo» are certificates.
        if (award.code === 'LDST' && (award.count ?? award.percent) === null) return marked && got;
        return counted || (marked && several && acts.has('receive'));
      default:
        // «giải Nhất thuộc về đội A»
        return (
          counted ||
          frame.objects.some(({ name }) => name !== null) ||
          // «Hội thi tin học trẻ: không đạt giải»
          (acts.has('deny') && award.heads) ||
          (got && (someone || isReceipt(frame, verbs, around) || winsThere()))
        );
    }
  }
}

/** A title that is a whole clause, with nobody and no verb beside it. */
const isBareTitle = ({ heads, comma, closes, code }: NamedAward, { verbs, subjects, objects }: AwardFrame): boolean =>
  // «Đảng bộ TSVM, Công đoàn vững mạnh xuất sắc»
  (heads || (comma && isOwnTitle(code))) &&
  closes &&
  verbs.length + subjects.length + objects.length === 0 &&
  awardRow(code)?.kind !== 'order';

/** «Phấn đấu xã đạt chuẩn nông thôn mới nâng cao», «Trường phấn đấu đạt chuẩn quốc gia»: a body that strives for it. */
const strives = ({ subjects, verbs }: AwardFrame): boolean =>
  verbs.some(({ act }) => act === 'aim') && subjects.some(({ sort, many }) => sort === 'Collective' && !many);

/** «Chỉ tiêu thi đua: LĐTT 98%» */
const setsShare = (verbs: readonly Verb[]): boolean => verbs.every(({ act }) => act === 'aim' || act === 'register');

/** «Xã đã được công nhận đạt chuẩn quốc gia về y tế»: the report's own body, named by its kind. */
const isRecognised = ({ subjects, verbs }: AwardFrame): boolean =>
  // «Được công nhận Trường chuẩn quốc gia mức độ 2»
  // «Giữ vững danh hiệu xã đạt chuẩn nông thôn mới»
  (subjects.length === 0 && verbs.length === 1 && verbs[0]!.passive && verbs[0]!.first === 0) ||
  (verbs[0]?.titled === true && verbs[0].first === 0 && subjects.every((one) => !isCounted(one) && !one.many)) ||
  (subjects.length === 1 &&
    subjects[0]!.sort === 'Collective' &&
    !subjects[0]!.many &&
    (subjects[0]!.first <= 1 || subjects[0]!.ofReport === true) &&
    // «Xã giữ vững danh hiệu xã đạt chuẩn nông thôn mới»
    (verbs[0]?.passive === true || (verbs[0]?.titled === true && subjects[0]!.first <= 1)) &&
    verbs.every(({ act }) => act === 'receive'));

/** «Xã», «Nhà trường»: the one body that a sentence opens with. */
const isOwnBody = ({ subjects, verbs }: AwardFrame): boolean =>
  subjects.length === 1 &&
  subjects[0]!.sort === 'Collective' &&
  !subjects[0]!.many &&
  !isCounted(subjects[0]!) &&
  subjects[0]!.first <= 1 &&
  verbs.every(({ act }) => act === 'receive');

/** «Học sinh giỏi: 45 em»: a title at the head of an item, and right behind it how many bear it. */
const isLabel = (award: NamedAward, { objects }: AwardFrame, verbs: readonly Verb[]): boolean =>
  (award.first <= 1 || award.heads) &&
  verbs.length === 0 &&
  objects[0] !== undefined &&
  objects[0].first - award.last <= farthestFromLabel;
/** In terms, before an item's award: «Danh hiệu», «02». */
const firstOfItem = 2;
/** In terms: «cấp quốc gia». */
const farthestFromLabel = 4;

/** «Được Chủ tịch nước tặng thưởng Huân chương …»: the report's own body got it, and needs no name. */
const isReceipt = (frame: AwardFrame, verbs: readonly Verb[], around: FrameSurroundings): boolean =>
  verbs.some(
    ({ passive, act, grantor, first }) =>
      (passive || act === 'receive') &&
      (grantor !== null || frame.awards[0]?.grantor !== null || around.context === 'granted' || first <= 1),
  );
